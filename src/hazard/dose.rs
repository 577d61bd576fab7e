//! Toxic and heat dose from what is breathed and felt: fractional effective dose (FED), 1 = the median person.

use super::Here;
use crate::physics::exposure::heat::{convective_rate, radiant_rate_iso};
use crate::physics::exposure::{Clothing, Variant, fed_rate};

/// Doses so far.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize)]
pub struct Dose {
    /// Asphyxiant gases: ISO 13571 with Purser's term for want of oxygen. A timeline knows CO alone.
    pub toxic: f64,
    /// Convected and radiant heat, ISO 13571:2007, clothed. A timeline knows no radiation.
    pub heat: f64,
}

/// Hot air counts from here on, ℃: below, the formula still gives a little, and a warm room would harm (rule of play).
pub const HOT: f64 = 60.0;

/// Adds `seconds` of exposure.
pub fn step_dose(dose: Dose, here: &Here, seconds: f64) -> Dose {
    let (air, minutes) = (&here.air, seconds / 60.0);
    let hot = if air.temperature_c > HOT { convective_rate(air.temperature_c, Clothing::Clothed) } else { 0.0 };
    Dose {
        toxic: dose.toxic + fed_rate(air, Variant::Iso13571PlusO2).total() * minutes,
        heat: dose.heat + (hot + radiant_rate_iso(air.radiant_kw_m2)) * minutes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::exposure::Air;

    #[test]
    fn carbon_monoxide_reaches_the_median_dose_when_iso_says_so() {
        let here = Here { air: Air { co_ppm: 2000.0, ..Air::CLEAN }, ..Here::default() };
        let dose = step_dose(Dose::default(), &here, 17.5 * 60.0);
        assert!((dose.toxic - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_hundred_degrees_are_borne_for_twenty_five_minutes() {
        let here = Here { air: Air { temperature_c: 100.0, ..Air::CLEAN }, ..Here::default() };
        let per_second = step_dose(Dose::default(), &here, 1.0).heat;
        assert!((per_second - 6.746_29e-4).abs() < 1e-6, "{per_second}");
    }
}
