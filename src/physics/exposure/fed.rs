//! Fractional effective dose of the gases: 1 = half of the people can no longer help themselves.
//!
//! Two families: ISO 13571 as CFAST has it, and Purser's sum as FDS has it. They differ by design, so a result must name
//! its variant. Neither counts carbon dioxide as a poison of its own, which it is above about 5 %.

use super::{Air, irritant};

/// No rate is above this, per minute: at it a dose of 1 takes 60 µs, which no body tells from at once.
const RATE_MAX: f64 = 1e6;
/// Oxygen counts below this, percent (FDS).
const O2_COUNTS_BELOW_PERCENT: f64 = 20.0;

/// Which sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Variant {
    /// ISO 13571 as in the CFAST technical reference: carbon monoxide and cyanide, oxygen not counted.
    #[serde(rename = "iso_13571")]
    Iso13571,
    /// The same and Purser's term for lack of oxygen: the one for play.
    #[default]
    #[serde(rename = "iso_13571_plus_o2")]
    Iso13571PlusO2,
    /// Purser's sum as in FDS, cyanide in its exponential form.
    FdsPurser,
    /// The same with the power form of cyanide (SFPE Handbook, 5th ed.).
    FdsPurserPower,
}

impl Variant {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Iso13571, Self::Iso13571PlusO2, Self::FdsPurser, Self::FdsPurserPower];

    /// Whether it belongs to ISO 13571.
    pub fn is_iso(self) -> bool {
        matches!(self, Self::Iso13571 | Self::Iso13571PlusO2)
    }

    /// What its columns end in: `fed_total_iso`.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Iso13571 => "iso_no_o2",
            Self::Iso13571PlusO2 => "iso",
            Self::FdsPurser => "fds",
            Self::FdsPurserPower => "fds_power",
        }
    }
}

/// A dose, or its growth per minute, by cause. The factor for hyperventilation is inside.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FedRate {
    /// Carbon monoxide.
    pub co: f64,
    /// Hydrogen cyanide.
    pub hcn: f64,
    /// Nitrogen oxides as asphyxiants.
    pub nox: f64,
    /// Irritants, as dose.
    pub irritant: f64,
    /// Lack of oxygen.
    pub o2: f64,
}

impl FedRate {
    /// All causes together.
    pub fn total(&self) -> f64 {
        self.co + self.hcn + self.nox + self.irritant + self.o2
    }
}

fn lack_of_oxygen(o2_percent: f64) -> f64 {
    // ⚠ The comment in FED_FIC.fds has mole fractions here, the FDS+Evac guide a further 60: its numbers follow from percent only.
    if o2_percent < O2_COUNTS_BELOW_PERCENT { 1.0 / libm::exp(8.13 - 0.54 * (super::gas::O2_CLEAN_PERCENT - o2_percent)) } else { 0.0 }
}

/// ν(CO2) of ISO 13571: `exp(%CO2/5)`.
fn hyperventilation_iso(co2_percent: f64) -> f64 {
    libm::exp(co2_percent / 5.0)
}

/// Purser's HV: `exp(0.1903 %CO2 + 2.0004)/7.1`.
fn hyperventilation_purser(co2_percent: f64) -> f64 {
    // ⚠ At 0 % the formula gives 1.041, not 1: FDS applies it only where there is any CO2, and its reference values need that.
    if co2_percent > 0.0 { libm::exp(0.1903 * co2_percent + 2.0004) / 7.1 } else { 1.0 }
}

fn cyanide_power(ppm: f64) -> f64 {
    libm::pow(ppm, 2.36) / 1.2e6
}

fn iso(air: &Air, counts_o2: bool) -> FedRate {
    let factor = hyperventilation_iso(air.co2_percent);
    FedRate {
        co: air.co_ppm * factor / 35_000.0,
        // The factor is inside the power, as in CFAST.
        hcn: cyanide_power(air.hcn_ppm * factor),
        o2: if counts_o2 { lack_of_oxygen(air.o2_percent) } else { 0.0 },
        ..FedRate::default()
    }
}

fn purser(air: &Air, power_form: bool) -> FedRate {
    let factor = hyperventilation_purser(air.co2_percent);
    let nitrogen_oxides = air.no_ppm + air.no2_ppm;
    // Nitrogen oxides bind cyanide in the blood, so they take from it here; below nothing there is nothing (FDS zone 3 needs it).
    let cyanide = air.hcn_ppm - nitrogen_oxides;
    let hcn = match (cyanide > 0.0, power_form) {
        (false, _) => 0.0,
        (true, true) => cyanide_power(cyanide),
        (true, false) => libm::exp(cyanide / 43.0) / 220.0 - 0.0045,
    };
    FedRate {
        // 25 l/min of breath, 30 % carboxyhaemoglobin at collapse
        co: 3.317e-5 * libm::pow(air.co_ppm, 1.036) * 25.0 / 30.0 * factor,
        hcn: hcn * factor,
        nox: nitrogen_oxides / 1500.0 * factor,
        irritant: irritant::fld_rate(air) * factor,
        o2: lack_of_oxygen(air.o2_percent),
    }
}

/// How fast the dose grows in this air, per minute, by cause. Finite for any input.
pub fn fed_rate(air: &Air, variant: Variant) -> FedRate {
    let air = air.bounded();
    let rate = match variant {
        Variant::Iso13571 => iso(&air, false),
        Variant::Iso13571PlusO2 => iso(&air, true),
        Variant::FdsPurser => purser(&air, false),
        Variant::FdsPurserPower => purser(&air, true),
    };
    FedRate {
        co: rate.co.min(RATE_MAX),
        hcn: rate.hcn.min(RATE_MAX),
        nox: rate.nox.min(RATE_MAX),
        irritant: rate.irritant.min(RATE_MAX),
        o2: rate.o2.min(RATE_MAX),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    fn minutes_to_one(air: &Air, variant: Variant) -> f64 {
        1.0 / fed_rate(air, variant).total()
    }

    #[test]
    fn the_published_times_to_collapse_are_met() {
        let co = |ppm| Air { co_ppm: ppm, ..Air::CLEAN };
        let hcn = |ppm| Air { hcn_ppm: ppm, ..Air::CLEAN };
        let o2 = |percent| Air { o2_percent: percent, ..Air::CLEAN };
        let (iso, fds) = (Variant::Iso13571PlusO2, Variant::FdsPurser);
        let table = [
            (co(1000.0), iso, 35.0),
            (co(2000.0), iso, 17.5),
            (co(4000.0), iso, 8.75),
            (co(1000.0), fds, 28.2),
            (co(2000.0), fds, 13.8),
            (co(4000.0), fds, 6.7),
            (o2(15.0), iso, 140.3),
            (o2(12.0), fds, 27.8),
            (o2(10.0), iso, 9.4),
            (hcn(100.0), iso, 22.9),
            (hcn(150.0), iso, 8.8),
            (hcn(200.0), iso, 4.5),
        ];
        for (air, variant, minutes) in table {
            let got = minutes_to_one(&air, variant);
            assert!((got - minutes).abs() <= 0.051, "{variant:?} {air:?}: {got} for {minutes}");
        }
    }

    #[test]
    fn in_clean_air_no_dose_grows() {
        for variant in Variant::ALL {
            assert_eq!(fed_rate(&Air::CLEAN, variant).total(), 0.0, "{variant:?}");
        }
    }

    #[test]
    fn panting_counts_inside_the_power_of_cyanide_in_the_iso_sum() {
        let rate = |co2| fed_rate(&Air { hcn_ppm: 100.0, co_ppm: 1000.0, co2_percent: co2, ..Air::CLEAN }, Variant::Iso13571);
        let e = std::f64::consts::E;
        assert!((rate(5.0).hcn / rate(0.0).hcn / libm::pow(e, 2.36) - 1.0).abs() < 1e-12);
        assert!((rate(5.0).co / rate(0.0).co / e - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_irritants_of_the_fds_case_give_its_dose() {
        // firemodels/fds Verification/Species/FED_FIC, zone 3, 100 s
        let air = Air { no2_ppm: 1.14, hcl_ppm: 68.33, hbr_ppm: 68.33, hf_ppm: 52.15, so2_ppm: 7.19, acrolein_ppm: 2.70, ..Air::CLEAN };
        let dose = fed_rate(&Air { hcho_ppm: 13.49, ..air }, Variant::FdsPurser).total() * 100.0 / 60.0;
        assert!((dose / 0.008_258_4 - 1.0).abs() < 1e-3);
    }

    #[test]
    fn nitrogen_oxides_take_from_cyanide_in_the_purser_sum_but_never_below_nothing() {
        let with = |no| fed_rate(&Air { hcn_ppm: 100.0, no_ppm: no, ..Air::CLEAN }, Variant::FdsPurser);
        assert!(with(50.0).hcn < with(0.0).hcn);
        assert_eq!(with(200.0).hcn, 0.0);
    }

    /// Air of a fire, within reason.
    pub(crate) fn any_air() -> impl Strategy<Value = Air> {
        let ppm = || 0.0..5000.0;
        ((5.0..21.0, 0.0..15.0, ppm(), 0.0..400.0, 0.0..200.0, 0.0..200.0), (ppm(), ppm(), ppm(), ppm(), ppm(), ppm())).prop_map(
            |((o2_percent, co2_percent, co_ppm, hcn_ppm, no_ppm, no2_ppm), (hcl_ppm, hbr_ppm, hf_ppm, so2_ppm, acrolein_ppm, hcho_ppm))| {
                Air {
                    o2_percent,
                    co2_percent,
                    co_ppm,
                    hcn_ppm,
                    no_ppm,
                    no2_ppm,
                    hcl_ppm,
                    hbr_ppm,
                    hf_ppm,
                    so2_ppm,
                    acrolein_ppm,
                    hcho_ppm,
                    ..Air::CLEAN
                }
            },
        )
    }

    proptest! {
        /// Nitrogen oxides are left out: in the Purser sum they take from cyanide.
        #[test]
        fn more_of_any_gas_or_less_oxygen_is_never_safer(air in any_air(), more in 0.0_f64..500.0, v in 0_usize..4) {
            let before = fed_rate(&air, Variant::ALL[v]).total();
            let worse = [
                Air { co2_percent: air.co2_percent + more / 100.0, ..air },
                Air { co_ppm: air.co_ppm + more, ..air },
                Air { hcn_ppm: air.hcn_ppm + more, ..air },
                Air { hcl_ppm: air.hcl_ppm + more, ..air },
                Air { hbr_ppm: air.hbr_ppm + more, ..air },
                Air { hf_ppm: air.hf_ppm + more, ..air },
                Air { so2_ppm: air.so2_ppm + more, ..air },
                Air { acrolein_ppm: air.acrolein_ppm + more, ..air },
                Air { hcho_ppm: air.hcho_ppm + more, ..air },
                Air { o2_percent: air.o2_percent - more / 100.0, ..air },
            ];
            for worse in worse {
                prop_assert!(fed_rate(&worse, Variant::ALL[v]).total() >= before * (1.0 - 1e-12), "{worse:?}");
            }
        }
    }
}
