//! Toxic and heat dose from what is breathed and felt: fractional effective dose (FED), 1 = the median person.

use super::Here;
use crate::physics::exposure::heat::{RADIANT_LIMIT_KW_M2, radiant_rate_iso};
use crate::physics::exposure::{Variant, fed_rate};

/// Doses so far.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize)]
pub struct Dose {
    /// Asphyxiant gases: ISO 13571 with Purser's term for want of oxygen. A timeline knows CO alone.
    pub toxic: f64,
    /// Convected heat, ISO 13571:2007, clothed; where physics knows it, radiant heat too.
    pub heat: f64,
}

/// Adds `seconds` of exposure.
///
/// CO: `ppm · min / 35000`; where the air is known, all of [`Variant::Iso13571PlusO2`]. Heat: `t = 4.1e8 · T^−3.61` minutes to FED 1,
/// counted above 60 ℃ only; radiant heat above 2.5 kW/m².
pub fn step_dose(dose: Dose, here: &Here, seconds: f64) -> Dose {
    let minutes = seconds / 60.0;
    let heat = if here.temp > 60.0 { minutes / (4.1e8 * libm::pow(here.temp, -3.61)) } else { 0.0 };
    let Some(air) = &here.air else {
        return Dose { toxic: dose.toxic + here.co * minutes / 35_000.0, heat: dose.heat + heat };
    };
    let radiant = if air.radiant_kw_m2 > RADIANT_LIMIT_KW_M2 { radiant_rate_iso(air.radiant_kw_m2) * minutes } else { 0.0 };
    Dose { toxic: dose.toxic + fed_rate(air, Variant::Iso13571PlusO2).total() * minutes, heat: dose.heat + heat + radiant }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carbon_monoxide_reaches_the_median_dose_when_iso_says_so() {
        let here = Here { co: 2000.0, ..Here::default() };
        let dose = step_dose(Dose::default(), &here, 17.5 * 60.0);
        assert!((dose.toxic - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_hundred_degrees_are_borne_for_twenty_five_minutes() {
        let here = Here { temp: 100.0, ..Here::default() };
        let per_second = step_dose(Dose::default(), &here, 1.0).heat;
        assert!((per_second - 6.746_29e-4).abs() < 1e-6, "{per_second}");
    }
}
