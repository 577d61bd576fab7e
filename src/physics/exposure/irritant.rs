//! What burns in eyes and lungs: the momentary irritant concentration (FIC) and the irritant dose (FLD).
//!
//! Two sets of limits, because the two methods differ: Purser's, as FDS has them, and those of ISO 13571.

use super::{Air, Variant};

/// One irritant's limits, ppm and ppm·min.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IrritantLimits {
    /// Name as in a case file.
    pub name: &'static str,
    /// Concentration at which escape is judged impaired, Purser (SFPE Handbook, FDS), ppm.
    pub fic_purser_ppm: f64,
    /// The same in ISO 13571, ppm. From the standard's table as generally known, not held against the paper copy.
    pub fic_iso_ppm: f64,
    /// Lethal exposure dose, Purser (SFPE Handbook, FDS), ppm·min.
    pub fld_ppm_min: f64,
}

const fn limits(name: &'static str, fic_purser_ppm: f64, fic_iso_ppm: f64, fld_ppm_min: f64) -> IrritantLimits {
    IrritantLimits { name, fic_purser_ppm, fic_iso_ppm, fld_ppm_min }
}

/// All irritants, in the order of [`concentrations`].
pub const LIMITS: [IrritantLimits; 7] = [
    limits("hcl", 900.0, 1000.0, 114_000.0),
    limits("hbr", 900.0, 1000.0, 114_000.0),
    limits("hf", 900.0, 500.0, 87_000.0),
    limits("so2", 120.0, 150.0, 12_000.0),
    limits("no2", 350.0, 250.0, 1_900.0),
    limits("acrolein", 20.0, 30.0, 4_500.0),
    limits("hcho", 30.0, 250.0, 22_500.0),
];

/// The irritants of an air in the order of [`LIMITS`], ppm.
pub fn concentrations(air: &Air) -> [f64; 7] {
    [air.hcl_ppm, air.hbr_ppm, air.hf_ppm, air.so2_ppm, air.no2_ppm, air.acrolein_ppm, air.hcho_ppm]
}

/// Fractional irritant concentration: at 1 half of the people are judged to be impaired in their escape.
///
/// `FIC = Σ C/F`; F after Purser for the FDS variants, after ISO 13571 (there called FEC) for the ISO ones.
pub fn fic(air: &Air, variant: Variant) -> f64 {
    let air = air.bounded();
    let limit = |l: &IrritantLimits| if variant.is_iso() { l.fic_iso_ppm } else { l.fic_purser_ppm };
    concentrations(&air).iter().zip(&LIMITS).map(|(ppm, l)| ppm / limit(l)).sum()
}

/// How fast the irritant dose (FLD) grows, per minute, before the factor for hyperventilation: `Σ C/limit` (Purser, FDS).
pub fn fld_rate(air: &Air) -> f64 {
    let air = air.bounded();
    concentrations(&air).iter().zip(&LIMITS).map(|(ppm, l)| ppm / l.fld_ppm_min).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_irritants_of_the_fds_case_give_its_concentration() {
        // firemodels/fds Verification/Species/FED_FIC, zone 3
        let air = Air {
            no2_ppm: 1.14,
            hcl_ppm: 68.33,
            hbr_ppm: 68.33,
            hf_ppm: 52.15,
            so2_ppm: 7.19,
            acrolein_ppm: 2.70,
            hcho_ppm: 13.49,
            ..Air::CLEAN
        };
        assert!((fic(&air, Variant::FdsPurser) / 0.8574 - 1.0).abs() < 1e-3);
    }

    #[test]
    fn every_irritant_counts_alone_at_its_limit() {
        for (n, limits) in LIMITS.iter().enumerate() {
            let mut air = Air::CLEAN;
            let fields: [&mut f64; 7] = [
                &mut air.hcl_ppm,
                &mut air.hbr_ppm,
                &mut air.hf_ppm,
                &mut air.so2_ppm,
                &mut air.no2_ppm,
                &mut air.acrolein_ppm,
                &mut air.hcho_ppm,
            ];
            for (m, field) in fields.into_iter().enumerate() {
                *field = if m == n { limits.fic_iso_ppm } else { 0.0 };
            }
            assert!((fic(&air, Variant::Iso13571) - 1.0).abs() < 1e-12, "{}", limits.name);
        }
    }
}
