//! Toxic and heat dose from what is breathed and felt: fractional effective dose (FED), 1 = the median person.

use super::Here;
use crate::physics::exposure::heat::{convective_rate, radiant_rate_iso};
use crate::physics::exposure::{Clothing, Impairment, Variant, fed_rate, fic, impairment};

/// Doses so far.
#[derive(Debug, Clone, Copy, PartialEq, Default, serde::Serialize)]
pub struct Dose {
    /// Asphyxiant gases: ISO 13571 with Purser's term for want of oxygen. A timeline knows CO alone.
    pub toxic: f64,
    /// Convected and radiant heat, ISO 13571:2007, clothed. A timeline knows no radiation.
    pub heat: f64,
}

pub use crate::scenario::HOT;

/// Adds `seconds` of exposure.
pub fn step_dose(dose: Dose, here: &Here, seconds: f64) -> Dose {
    let (air, minutes) = (&here.air, seconds / 60.0);
    let hot = if air.temperature_c > HOT { convective_rate(air.temperature_c, Clothing::Clothed) } else { 0.0 };
    Dose {
        toxic: dose.toxic + fed_rate(air, Variant::Iso13571PlusO2).total() * minutes,
        heat: dose.heat + (hot + radiant_rate_iso(air.radiant_kw_m2)) * minutes,
    }
}

/// Smoke as thick as this stings like an irritant concentration of 1, 1/m: at 0.5 Jin's subjects could hardly keep their eyes open any more in
/// irritating smoke (Jin 1978). A timeline knows no irritants, nor does a `Burn`: their smoke stands for them (rule of play).
const STINGING: f64 = 1.0;

/// What doses and the air at the head leave of the student. How slowly one walks in thick smoke is in [`Here::walking_speed`] already, so
/// its sting is counted in sight and cough alone.
pub fn impaired(dose: Dose, here: &Here) -> Impairment {
    let of = |irritation| impairment(dose.toxic, irritation, dose.heat);
    let gas = fic(&here.air, Variant::Iso13571PlusO2);
    Impairment { speed_factor: of(gas).speed_factor, ..of(gas.max(here.air.extinction_1_m / STINGING)) }
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
    fn thick_smoke_makes_one_cough_and_narrows_sight_and_slows_only_by_the_walking_law() {
        let smoke = Here { air: Air { extinction_1_m: 1.5, ..Air::CLEAN }, ..Here::default() };
        let it = impaired(Dose::default(), &smoke);
        assert!(it.cough > 0.7 && it.sight_factor < 0.4 && it.speed_factor == 1.0 && !it.collapsed, "{it:?}");
        assert!(impaired(Dose { toxic: 1.0, heat: 0.0 }, &Here::default()).collapsed);
    }

    #[test]
    fn a_hundred_degrees_are_borne_for_twenty_five_minutes() {
        let here = Here { air: Air { temperature_c: 100.0, ..Air::CLEAN }, ..Here::default() };
        let per_second = step_dose(Dose::default(), &here, 1.0).heat;
        assert!((per_second - 6.746_29e-4).abs() < 1e-6, "{per_second}");
    }
}
