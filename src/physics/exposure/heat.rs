//! Heat dose: radiation on bare skin and hot air around the body. 1 = pain that stops an escape, or collapse.
//!
//! ISO 13571:2007 for both, the SFPE Handbook (5th ed.) for radiation as a second opinion with three ends. A burn of the
//! airways, wet air and contact with hot things are not in it.

use super::Air;

/// Below this radiation the skin bears it for half an hour and more, kW/m² (ISO 13571); a hot layer of about 200 °C overhead.
pub const RADIANT_LIMIT_KW_M2: f64 = 2.5;
/// No rate is above this, per minute.
const RATE_MAX: f64 = 1e6;
/// No dose is above this.
const DOSE_MAX: f64 = 1e12;

/// What one wears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clothing {
    /// Dressed.
    #[default]
    Clothed,
    /// Little or nothing on: night wear, underwear.
    Light,
}

/// What an SFPE radiant dose of 1 stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RadiantEnd {
    /// Pain that is not borne any longer.
    Tolerance,
    /// Unable to go on.
    Incapacitation,
    /// Third-degree burn.
    ThirdDegree,
}

impl RadiantEnd {
    /// Dose to that end, (kW/m²)^(4/3)·min (SFPE Handbook, 5th ed.).
    pub fn dose(self) -> f64 {
        match self {
            Self::Tolerance => 1.33,
            Self::Incapacitation => 10.0,
            Self::ThirdDegree => 16.7,
        }
    }
}

/// Radiation after ISO 13571:2007, per minute: `t = 4.2 q^-1.9` min, counted above 2.5 kW/m².
pub fn radiant_rate_iso(kw_m2: f64) -> f64 {
    // ⚠ The CFAST manual prints this with a misplaced brace; this is the form that is meant.
    if kw_m2 > RADIANT_LIMIT_KW_M2 { (libm::pow(kw_m2, 1.9) / 4.2).min(RATE_MAX) } else { 0.0 }
}

/// Radiation after the SFPE Handbook, per minute: `t = r/q^1.33` min. The same lower limit is used.
pub fn radiant_rate_sfpe(kw_m2: f64, end: RadiantEnd) -> f64 {
    if kw_m2 > RADIANT_LIMIT_KW_M2 { (libm::pow(kw_m2, 1.33) / end.dose()).min(RATE_MAX) } else { 0.0 }
}

/// Hot air after ISO 13571:2007, per minute: `t = 4.1e8 T^-3.61` min dressed, `t = 5e7 T^-3.4` min lightly dressed, T in °C.
/// The formula has no lower limit: at 20 °C it gives a dose of 0.007 an hour.
pub fn convective_rate(temperature_c: f64, clothing: Clothing) -> f64 {
    if temperature_c <= 0.0 || temperature_c.is_nan() {
        return 0.0;
    }
    let rate = match clothing {
        Clothing::Clothed => libm::pow(temperature_c, 3.61) / 4.1e8,
        Clothing::Light => libm::pow(temperature_c, 3.4) / 5e7,
    };
    rate.min(RATE_MAX)
}

/// A person's heat doses so far; each is 1 at its own end.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct HeatState {
    /// Radiation, ISO 13571.
    pub radiant: f64,
    /// Hot air, dressed, ISO 13571.
    pub convective_clothed: f64,
    /// Hot air, lightly dressed, ISO 13571.
    pub convective_light: f64,
    /// Radiation, SFPE, to tolerance.
    pub sfpe_tolerance: f64,
    /// Radiation, SFPE, to incapacitation.
    pub sfpe_incapacitation: f64,
    /// Radiation, SFPE, to a third-degree burn.
    pub sfpe_third_degree: f64,
}

impl HeatState {
    /// Stands in this air for some seconds.
    pub fn step(&mut self, air: &Air, seconds: f64) {
        let minutes = if seconds.is_nan() { 0.0 } else { seconds.clamp(0.0, DOSE_MAX) / 60.0 };
        let (q, t) = (air.bounded().radiant_kw_m2, air.bounded().temperature_c);
        let grow = |dose: &mut f64, rate: f64| *dose = (*dose + rate * minutes).min(DOSE_MAX);
        grow(&mut self.radiant, radiant_rate_iso(q));
        grow(&mut self.convective_clothed, convective_rate(t, Clothing::Clothed));
        grow(&mut self.convective_light, convective_rate(t, Clothing::Light));
        grow(&mut self.sfpe_tolerance, radiant_rate_sfpe(q, RadiantEnd::Tolerance));
        grow(&mut self.sfpe_incapacitation, radiant_rate_sfpe(q, RadiantEnd::Incapacitation));
        grow(&mut self.sfpe_third_degree, radiant_rate_sfpe(q, RadiantEnd::ThirdDegree));
    }

    /// Radiation and hot air together, as ISO 13571 adds them.
    pub fn total(&self, clothing: Clothing) -> f64 {
        self.radiant
            + match clothing {
                Clothing::Clothed => self.convective_clothed,
                Clothing::Light => self.convective_light,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hot_air_stops_one_after_the_published_minutes() {
        for (celsius, minutes) in [(100.0, 24.7), (120.0, 12.8), (150.0, 5.7), (200.0, 2.0)] {
            let got = 1.0 / convective_rate(celsius, Clothing::Clothed);
            assert!((got - minutes).abs() <= 0.051, "{celsius}: {got}");
        }
        // CFAST heat_tenability: per second
        assert!((convective_rate(100.0, Clothing::Clothed) / 60.0 / 6.74629e-4 - 1.0).abs() < 1e-5);
    }

    #[test]
    fn radiation_hurts_after_the_published_seconds() {
        for (kw, seconds) in [(5.0, 11.8), (10.0, 3.2)] {
            let got = 60.0 / radiant_rate_iso(kw);
            assert!((got - seconds).abs() <= 0.051, "{kw}: {got}");
        }
        assert_eq!(radiant_rate_iso(2.5), 0.0);
    }

    #[test]
    fn lightly_dressed_ten_minutes_in_hot_air_are_the_formulas_ten_minutes() {
        // 5e7 T^-3.4 = 10 gives T = 93.387 °C
        assert!((1.0 / convective_rate(93.386_757, Clothing::Light) - 10.0).abs() < 1e-3);
    }

    #[test]
    fn the_less_one_wears_the_sooner_hot_air_tells() {
        for celsius in [60.0, 100.0, 150.0, 200.0] {
            assert!(convective_rate(celsius, Clothing::Light) > convective_rate(celsius, Clothing::Clothed));
        }
    }

    #[test]
    fn pain_comes_before_collapse_and_collapse_before_the_deep_burn() {
        let rate = |end| radiant_rate_sfpe(6.0, end);
        assert!(rate(RadiantEnd::Tolerance) > rate(RadiantEnd::Incapacitation));
        assert!(rate(RadiantEnd::Incapacitation) > rate(RadiantEnd::ThirdDegree));
    }

    proptest! {
        #[test]
        fn heat_doses_never_fall_and_stay_finite(q in prop::num::f64::ANY, t in prop::num::f64::ANY, s in prop::num::f64::ANY) {
            let mut heat = HeatState::default();
            for _ in 0..3 {
                let before = heat;
                heat.step(&Air { radiant_kw_m2: q, temperature_c: t, ..Air::CLEAN }, s);
                prop_assert!(heat.total(Clothing::Light).is_finite() && heat.total(Clothing::Light) >= before.total(Clothing::Light));
                prop_assert!(heat.sfpe_tolerance.is_finite() && heat.sfpe_tolerance >= before.sfpe_tolerance);
            }
        }

        #[test]
        fn the_step_does_not_change_a_heat_dose(q in 0.0..40.0_f64, t in 0.0..400.0_f64, pieces in 1_u32..1000) {
            let air = Air { radiant_kw_m2: q, temperature_c: t, ..Air::CLEAN };
            let (mut once, mut often) = (HeatState::default(), HeatState::default());
            once.step(&air, 60.0);
            for _ in 0..pieces {
                often.step(&air, 60.0 / f64::from(pieces));
            }
            let (a, b) = (once.total(Clothing::Clothed), often.total(Clothing::Clothed));
            prop_assert!((a - b).abs() <= 1e-10 * a);
        }
    }
}
