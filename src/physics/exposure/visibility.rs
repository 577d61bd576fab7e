//! Smoke as the eye has it: extinction, optical density, obscuration, visibility. Ends where speed begins (`walking`).

/// Mass specific extinction of flaming soot, m²/kg (Mulholland and Croarkin, as CFAST and FDS have it).
pub const SOOT_EXTINCTION_M2_KG: f64 = 8700.0;
/// C of `S = C/K` for things that reflect light (FDS; Jin gives 2 to 4).
pub const REFLECTING: f64 = 3.0;
/// C of `S = C/K` for signs that emit light (FDS; Jin gives 5 to 10).
pub const LIGHT_EMITTING: f64 = 8.0;
/// Visibility in clean air is written as this, m (FDS). Jin's data lie between about 5 and 15 m.
pub const VISIBILITY_CAP_M: f64 = 30.0;
/// In irritant smoke eyes cannot be kept open above this K, 1/m (Jin).
pub const EYES_SHUT_1_M: f64 = 0.5;

/// Extinction coefficient K of smoke with this much soot, 1/m.
pub fn extinction(soot_kg_m3: f64) -> f64 {
    SOOT_EXTINCTION_M2_KG * soot_kg_m3.max(0.0)
}

/// Optical density per metre: `K/ln 10`.
pub fn optical_density(extinction_1_m: f64) -> f64 {
    extinction_1_m / std::f64::consts::LN_10
}

/// Obscuration, percent per metre: `100 (1 − exp(−K))`.
pub fn obscuration_percent(extinction_1_m: f64) -> f64 {
    -100.0 * libm::expm1(-extinction_1_m.max(0.0))
}

/// How far something is seen, m: `S = C/K`, at most 30 m.
pub fn visibility(extinction_1_m: f64, c: f64) -> f64 {
    if extinction_1_m * VISIBILITY_CAP_M <= c || extinction_1_m.is_nan() { VISIBILITY_CAP_M } else { c / extinction_1_m }
}

/// Whether the eyes shut by themselves: the smoke is irritant (FIC at or above 1) and K is above 0.5 1/m.
///
/// Jin's irritant smoke is that of wood cribs in a narrow stove; that FIC 1 marks "irritant" is this program's reading.
pub fn eyes_shut(extinction_1_m: f64, fic: f64) -> bool {
    fic >= 1.0 && extinction_1_m > EYES_SHUT_1_M
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reading_table_holds() {
        for (metres, k, soot_mg) in [(10.0, 0.3, 34.0), (5.0, 0.6, 69.0), (3.0, 1.0, 115.0), (1.0, 3.0, 345.0)] {
            assert!((visibility(k, REFLECTING) - metres).abs() < 1e-9);
            assert!((k / SOOT_EXTINCTION_M2_KG * 1e6 - soot_mg).abs() <= 0.5, "{metres} m");
            assert!((extinction(soot_mg * 1e-6) / k - 1.0).abs() < 0.02);
        }
    }

    #[test]
    fn visibility_ends_at_thirty_metres_and_has_no_jump_there() {
        assert_eq!(visibility(0.0, REFLECTING), 30.0);
        assert_eq!(visibility(0.05, REFLECTING), 30.0);
        assert!((visibility(0.100_001, REFLECTING) - 30.0).abs() < 1e-3);
        assert!(visibility(0.5, LIGHT_EMITTING) > visibility(0.5, REFLECTING));
    }

    #[test]
    fn density_and_obscuration_say_the_same_as_the_extinction() {
        assert!((optical_density(2.303) - 1.0).abs() < 1e-3);
        // a smoke alarm's 24 %/m
        assert!((obscuration_percent(0.274_437) - 24.0).abs() < 1e-3);
        assert_eq!(obscuration_percent(0.0), 0.0);
        assert_eq!(obscuration_percent(1e4), 100.0);
    }

    #[test]
    fn smoke_that_does_not_bite_leaves_the_eyes_open() {
        assert!(!eyes_shut(3.0, 0.2) && !eyes_shut(0.4, 5.0) && eyes_shut(0.6, 1.0));
    }
}
