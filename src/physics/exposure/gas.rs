//! What a head is in: the air at one place and moment. Ends where the air begins to do something to somebody.

/// Oxygen in clean dry air, percent by volume, as the FED formulas of Purser take it.
pub const O2_CLEAN_PERCENT: f64 = 20.9;

/// The air around a head. Gases by volume: oxygen and carbon dioxide in percent, everything else in ppm.
///
/// The default is clean air. Its carbon dioxide is 0 and not the 0.04 % of the open air, because every published
/// table of doses is computed so; the difference to a dose is below one percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Air {
    /// Oxygen, percent.
    pub o2_percent: f64,
    /// Carbon dioxide, percent.
    pub co2_percent: f64,
    /// Carbon monoxide, ppm.
    pub co_ppm: f64,
    /// Hydrogen cyanide, ppm.
    pub hcn_ppm: f64,
    /// Nitric oxide, ppm.
    pub no_ppm: f64,
    /// Nitrogen dioxide, ppm.
    pub no2_ppm: f64,
    /// Hydrogen chloride, ppm.
    pub hcl_ppm: f64,
    /// Hydrogen bromide, ppm.
    pub hbr_ppm: f64,
    /// Hydrogen fluoride, ppm.
    pub hf_ppm: f64,
    /// Sulfur dioxide, ppm.
    pub so2_ppm: f64,
    /// Acrolein, ppm.
    pub acrolein_ppm: f64,
    /// Formaldehyde, ppm.
    pub hcho_ppm: f64,
    /// Temperature of the gas, °C.
    pub temperature_c: f64,
    /// Extinction coefficient K of the smoke, 1/m.
    pub extinction_1_m: f64,
    /// Radiant heat on the skin, kW/m².
    pub radiant_kw_m2: f64,
}

impl Default for Air {
    fn default() -> Self {
        Self::CLEAN
    }
}

/// A number into its range; what is not a number becomes the value of clean air.
fn within(value: f64, low: f64, high: f64, clean: f64) -> f64 {
    if value.is_nan() { clean } else { value.clamp(low, high) }
}

fn ppm(value: f64) -> f64 {
    within(value, 0.0, 1e6, 0.0)
}

impl Air {
    /// Air in which nothing burns, at 20 °C.
    pub const CLEAN: Self = Self {
        o2_percent: O2_CLEAN_PERCENT,
        co2_percent: 0.0,
        co_ppm: 0.0,
        hcn_ppm: 0.0,
        no_ppm: 0.0,
        no2_ppm: 0.0,
        hcl_ppm: 0.0,
        hbr_ppm: 0.0,
        hf_ppm: 0.0,
        so2_ppm: 0.0,
        acrolein_ppm: 0.0,
        hcho_ppm: 0.0,
        temperature_c: 20.0,
        extinction_1_m: 0.0,
        radiant_kw_m2: 0.0,
    };

    /// The same air with every number inside what can exist, so that no formula can run away: shares of 0 to 100 %,
    /// −100 to 3000 °C, K up to 10 000 1/m, radiation up to 10 000 kW/m².
    #[must_use]
    pub fn bounded(self) -> Self {
        Self {
            o2_percent: within(self.o2_percent, 0.0, 100.0, O2_CLEAN_PERCENT),
            co2_percent: within(self.co2_percent, 0.0, 100.0, 0.0),
            co_ppm: ppm(self.co_ppm),
            hcn_ppm: ppm(self.hcn_ppm),
            no_ppm: ppm(self.no_ppm),
            no2_ppm: ppm(self.no2_ppm),
            hcl_ppm: ppm(self.hcl_ppm),
            hbr_ppm: ppm(self.hbr_ppm),
            hf_ppm: ppm(self.hf_ppm),
            so2_ppm: ppm(self.so2_ppm),
            acrolein_ppm: ppm(self.acrolein_ppm),
            hcho_ppm: ppm(self.hcho_ppm),
            temperature_c: within(self.temperature_c, -100.0, 3000.0, Self::CLEAN.temperature_c),
            extinction_1_m: within(self.extinction_1_m, 0.0, 1e4, 0.0),
            radiant_kw_m2: within(self.radiant_kw_m2, 0.0, 1e4, 0.0),
        }
    }

    /// The mixture of `self` and `other`; `share` of it, 0 to 1, is `other`. Exact at both ends.
    #[must_use]
    pub fn mixed(&self, other: &Self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        let mix = |a: f64, b: f64| a * (1.0 - share) + b * share;
        Self {
            o2_percent: mix(self.o2_percent, other.o2_percent),
            co2_percent: mix(self.co2_percent, other.co2_percent),
            co_ppm: mix(self.co_ppm, other.co_ppm),
            hcn_ppm: mix(self.hcn_ppm, other.hcn_ppm),
            no_ppm: mix(self.no_ppm, other.no_ppm),
            no2_ppm: mix(self.no2_ppm, other.no2_ppm),
            hcl_ppm: mix(self.hcl_ppm, other.hcl_ppm),
            hbr_ppm: mix(self.hbr_ppm, other.hbr_ppm),
            hf_ppm: mix(self.hf_ppm, other.hf_ppm),
            so2_ppm: mix(self.so2_ppm, other.so2_ppm),
            acrolein_ppm: mix(self.acrolein_ppm, other.acrolein_ppm),
            hcho_ppm: mix(self.hcho_ppm, other.hcho_ppm),
            temperature_c: mix(self.temperature_c, other.temperature_c),
            extinction_1_m: mix(self.extinction_1_m, other.extinction_1_m),
            radiant_kw_m2: mix(self.radiant_kw_m2, other.radiant_kw_m2),
        }
    }

    /// All shares added up, percent; what is missing to 100 is nitrogen.
    pub fn sum_percent(&self) -> f64 {
        let traces = [
            self.co_ppm,
            self.hcn_ppm,
            self.no_ppm,
            self.no2_ppm,
            self.hcl_ppm,
            self.hbr_ppm,
            self.hf_ppm,
            self.so2_ppm,
            self.acrolein_ppm,
            self.hcho_ppm,
        ];
        self.o2_percent + self.co2_percent + traces.iter().sum::<f64>() / 1e4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mixture_is_exact_at_both_ends_and_halfway() {
        let smoke = Air { co_ppm: 1234.5, o2_percent: 12.3, temperature_c: 321.0, ..Air::CLEAN };
        assert_eq!(Air::CLEAN.mixed(&smoke, 0.0), Air::CLEAN);
        assert_eq!(Air::CLEAN.mixed(&smoke, 1.0), smoke);
        assert!((Air::CLEAN.mixed(&smoke, 0.5).co_ppm - 617.25).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_exist_is_brought_back_to_what_can() {
        let air = Air { o2_percent: f64::NAN, co_ppm: f64::INFINITY, hcn_ppm: -3.0, temperature_c: -1e300, ..Air::CLEAN }.bounded();
        assert_eq!((air.o2_percent, air.co_ppm, air.hcn_ppm, air.temperature_c), (20.9, 1e6, 0.0, -100.0));
    }
}
