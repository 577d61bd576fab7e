//! How fast one walks in smoke: four published laws, one to be chosen, and the spread of speeds in clear air.
//!
//! Outside the smoke in which a law was measured it has to go on somehow; how is said at each law and is a choice of ours.

use super::{normal, visibility};

/// Walking speed of students and other adults in clear air: mean, spread, least and greatest, m/s (Fridolf 2019).
pub const CLEAR_AIR_SPEED_M_S: (f64, f64, f64, f64) = (1.35, 0.25, 0.85, 1.85);
/// Speed of somebody feeling the way in the dark, m/s (Jin; 0.3 to 0.7).
pub const DARKNESS_SPEED_M_S: f64 = 0.3;

/// A law for the speed in smoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeedLaw {
    /// Fridolf et al. 2019, for design: `min(v0, max(0.2, v0 − 0.34 (3 − x)))` m/s at a visibility of x m.
    #[default]
    #[serde(rename = "fridolf_2019")]
    Fridolf2019,
    /// Frantzich and Nilsson, absolute: `0.706 − 0.057 K` m/s, measured at K 1.9 to 7.4. Below, a straight line from v0; above, held.
    FrantzichNilsson,
    /// FDS+Evac, Frantzich and Nilsson as a share: `v0 max(0.1, 1 − 0.057 K/0.706)`.
    FdsEvac,
    /// Jin, smoke that does not irritate: `1.0573 − 0.4326 K`, measured at K 0.5 to 1.13. Below, a straight line from v0; above, the
    /// line goes on to 0.3 m/s.
    Jin,
    /// Jin, irritant smoke: `1.1517 − 0.9578 K`, measured at K 0.32 to 0.47; outside as in [`SpeedLaw::Jin`].
    JinIrritant,
}

/// A straight line `a − b K` known from `from`; below it a straight line from `clear` at K = 0, never above `clear`.
fn from_clear(clear: f64, k: f64, from: f64, a: f64, b: f64) -> f64 {
    let speed = if k >= from { a - b * k } else { clear + (a - b * from - clear) * k / from };
    speed.min(clear)
}

/// Speed of a person who walks `clear_m_s` in clear air in smoke of this K, m/s. Never above `clear_m_s`.
pub fn speed(law: SpeedLaw, clear_m_s: f64, extinction_1_m: f64) -> f64 {
    let clear = if clear_m_s.is_nan() { 0.0 } else { clear_m_s.clamp(0.0, 10.0) };
    let k = if extinction_1_m.is_nan() { 0.0 } else { extinction_1_m.clamp(0.0, 1e4) };
    match law {
        SpeedLaw::Fridolf2019 => {
            let seen = visibility::visibility(k, visibility::REFLECTING);
            clear.min((clear - 0.34 * (3.0 - seen)).max(0.2))
        }
        SpeedLaw::FrantzichNilsson => from_clear(clear, k.min(7.4), 1.9, 0.706, 0.057),
        SpeedLaw::FdsEvac => clear * (1.0 - 0.057 * k / 0.706).max(0.1),
        SpeedLaw::Jin => from_clear(clear, k, 0.5, 1.0573, 0.4326).max(DARKNESS_SPEED_M_S.min(clear)),
        SpeedLaw::JinIrritant => from_clear(clear, k, 0.32, 1.1517, 0.9578).max(DARKNESS_SPEED_M_S.min(clear)),
    }
}

/// The clear-air speed of the person at this share of the crowd, 0 to 1, m/s: a normal distribution cut at both ends
/// (Fridolf 2019: 1.35 ± 0.25, 0.85 to 1.85).
pub fn clear_air_speed(share: f64) -> f64 {
    let (mean, spread, least, greatest) = CLEAR_AIR_SPEED_M_S;
    let share = if share.is_nan() { 0.5 } else { share.clamp(0.0, 1.0) };
    let (low, high) = (normal::cdf((least - mean) / spread), normal::cdf((greatest - mean) / spread));
    (mean + spread * normal::quantile(low + (high - low) * share)).clamp(least, greatest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [SpeedLaw; 5] = [SpeedLaw::Fridolf2019, SpeedLaw::FrantzichNilsson, SpeedLaw::FdsEvac, SpeedLaw::Jin, SpeedLaw::JinIrritant];

    #[test]
    fn the_smoke_and_speed_case_of_fds_evac_is_met() {
        for (soot_mg, m_s, five_metres) in [(0.0, 1.5, 3.333), (500.0, 0.9732, 5.138), (1000.0, 0.4464, 11.201), (1500.0, 0.15, 33.333)] {
            let got = speed(SpeedLaw::FdsEvac, 1.5, visibility::extinction(soot_mg * 1e-6));
            assert!((got / m_s - 1.0).abs() < 2e-4 && (5.0 / got / five_metres - 1.0).abs() < 2e-4, "{soot_mg}: {got}");
        }
        // the floor begins at K = 11.147
        assert!(speed(SpeedLaw::FdsEvac, 1.5, 11.146) > 0.150_01 && speed(SpeedLaw::FdsEvac, 1.5, 11.148) < 0.150_001);
    }

    #[test]
    fn the_design_speeds_of_fridolf_are_met() {
        for (clear, metres, m_s) in [(1.2, 2.0, 0.86), (1.0, 2.0, 0.66), (1.2, 3.0, 1.2), (1.2, 20.0, 1.2), (0.5, 0.1, 0.2)] {
            assert!((speed(SpeedLaw::Fridolf2019, clear, 3.0 / metres) - m_s).abs() < 1e-9);
        }
    }

    #[test]
    fn inside_its_data_every_law_is_its_formula() {
        assert!((speed(SpeedLaw::Jin, 1.35, 0.8) - (1.0573 - 0.4326 * 0.8)).abs() < 1e-12);
        assert!((speed(SpeedLaw::JinIrritant, 1.35, 0.4) - (1.1517 - 0.9578 * 0.4)).abs() < 1e-12);
        assert!((speed(SpeedLaw::FrantzichNilsson, 1.35, 4.0) - (0.706 - 0.057 * 4.0)).abs() < 1e-12);
        assert_eq!(speed(SpeedLaw::JinIrritant, 1.35, 3.0), 0.3);
        assert!((speed(SpeedLaw::FrantzichNilsson, 1.35, 100.0) - 0.2842).abs() < 1e-12);
    }

    #[test]
    fn the_crowd_walks_between_the_slowest_and_the_fastest() {
        assert_eq!((clear_air_speed(0.0), clear_air_speed(1.0)), (0.85, 1.85));
        assert!((clear_air_speed(0.5) - 1.35).abs() < 1e-12);
        let shares: Vec<f64> = (0..=100).map(|n| clear_air_speed(f64::from(n) / 100.0)).collect();
        assert!(shares.windows(2).all(|w| w[0] < w[1]));
    }

    proptest! {
        #[test]
        fn thicker_smoke_never_makes_one_faster_and_no_law_jumps(n in 0_usize..5, clear in 0.3..2.0_f64, k in 0.0..20.0_f64) {
            let (a, b) = (speed(ALL[n], clear, k), speed(ALL[n], clear, k + 1e-6));
            prop_assert!(a <= clear && a > 0.0);
            prop_assert!(b <= a + 1e-12 && (a - b).abs() < 1e-4);
        }

        #[test]
        fn absurd_smoke_gives_a_finite_speed(n in 0_usize..5, clear in prop::num::f64::ANY, k in prop::num::f64::ANY) {
            let v = speed(ALL[n], clear, k);
            prop_assert!(v.is_finite() && (0.0..=10.0).contains(&v));
        }
    }
}
