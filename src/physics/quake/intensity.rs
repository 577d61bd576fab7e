//! Instrumental intensity of GB/T 17742-2020 from the peaks of a record. Ends where people and objects feel it.

use super::filter::BandPass;
use super::record::Record;
use super::{pow10, within};

/// Least and greatest degree of the scale.
pub const RANGE: (f64, f64) = (1.0, 12.0);
/// The band that is looked at, Hz (k?: the standard's band as our domain notes have it).
pub const BAND_HZ: (f64, f64) = (0.1, 10.0);

/// A row of the standard's table: the centre of a degree and its range (centres agree with the formulas, ranges k).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// Degree, 5 = V.
    pub degree: u8,
    /// Peak acceleration, m/s²: least, centre, greatest.
    pub pga: [f64; 3],
    /// Peak velocity, m/s: least, centre, greatest.
    pub pgv: [f64; 3],
}

/// V to X of GB/T 17742-2020.
pub const LEVELS: [Level; 6] = [
    Level { degree: 5, pga: [0.223, 0.319, 0.456], pgv: [0.0177, 0.0259, 0.0380] },
    Level { degree: 6, pga: [0.457, 0.653, 0.936], pgv: [0.0381, 0.0557, 0.0817] },
    Level { degree: 7, pga: [0.937, 1.35, 1.94], pgv: [0.0818, 0.120, 0.176] },
    Level { degree: 8, pga: [1.95, 2.79, 4.01], pgv: [0.177, 0.258, 0.378] },
    Level { degree: 9, pga: [4.02, 5.77, 8.30], pgv: [0.379, 0.555, 0.814] },
    Level { degree: 10, pga: [8.31, 11.9, 17.2], pgv: [0.815, 1.19, 1.75] },
];

/// Intensity by acceleration alone, not clamped: `3.17 lg PGA + 6.59`, PGA in m/s² (s: GB/T 17742-2020).
pub fn by_acceleration(pga: f64) -> f64 {
    3.17 * libm::log10(pga.max(1e-12)) + 6.59
}

/// Intensity by velocity alone, not clamped: `3.00 lg PGV + 9.77`, PGV in m/s (s: GB/T 17742-2020).
pub fn by_velocity(pgv: f64) -> f64 {
    3.00 * libm::log10(pgv.max(1e-12)) + 9.77
}

/// Instrumental intensity: by velocity where both are at least VI, else the mean of the two; 1 to 12 (s: GB/T 17742-2020).
pub fn intensity(pga: f64, pgv: f64) -> f64 {
    let (a, v) = (by_acceleration(pga), by_velocity(pgv));
    let degree = if a >= 6.0 && v >= 6.0 { v } else { 0.5 * (a + v) };
    within(degree, RANGE.0, RANGE.1)
}

/// Peak acceleration in the middle of a degree, m/s²: the formula turned round.
pub fn centre_pga(degree: f64) -> f64 {
    pow10((within(degree, RANGE.0, RANGE.1) - 6.59) / 3.17)
}

/// Peak velocity in the middle of a degree, m/s: the formula turned round.
pub fn centre_pgv(degree: f64) -> f64 {
    pow10((within(degree, RANGE.0, RANGE.1) - 9.77) / 3.00)
}

/// What an instrument reads off a record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Greatest length of the band-passed acceleration vector, m/s².
    pub pga: f64,
    /// Greatest length of the velocity vector, integrated from the band-passed acceleration, m/s.
    pub pgv: f64,
    /// Degree, 1 to 12.
    pub intensity: f64,
}

impl Reading {
    /// From two peaks.
    pub fn of_peaks(pga: f64, pgv: f64) -> Self {
        Self { pga, pgv, intensity: intensity(pga, pgv) }
    }

    /// From a record: band-pass, integrate, take the peaks of the vectors.
    pub fn of_record(record: &Record) -> Self {
        let filtered = BandPass::new(record.dt, BAND_HZ.0, BAND_HZ.1).record(record);
        Self::of_peaks(filtered.peak(), filtered.integrated().peak())
    }

    /// The factor by which a record of this reading must grow to read `degree`. The scale is linear in the logarithm on both
    /// sides of VI and may jump there; within the jump the nearer side is taken, so that the answer always exists.
    pub fn factor_for(&self, degree: f64) -> f64 {
        if self.pga <= 1e-9 || self.pgv <= 1e-9 {
            return 1.0;
        }
        let degree = within(degree, RANGE.0, RANGE.1);
        let (a, v) = (by_acceleration(self.pga), by_velocity(self.pgv));
        // A hair above, so that a degree of exactly VI stays on the side of the switch that it was worked out for.
        let both = pow10((degree - v) / 3.00) * (1.0 + 1e-9);
        let mean = pow10((degree - 0.5 * (a + v)) / (0.5 * (3.17 + 3.00)));
        let off = |factor: f64| (intensity(self.pga * factor, self.pgv * factor) - degree).abs();
        if off(both) <= off(mean) { both } else { mean }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: f64, b: f64, by: f64) {
        assert!((a - b).abs() <= by, "{a} is not {b} within {by}");
    }

    #[test]
    fn the_worked_examples_of_the_standard_come_out() {
        near(by_acceleration(1.35), 7.003, 5e-4);
        near(by_velocity(0.120), 7.008, 5e-4);
        near(intensity(1.35, 0.120), 7.01, 5e-3);
        near(intensity(2.79, 0.258), 8.00, 5e-3);
        near(intensity(0.319, 0.0259), 5.01, 5e-3);
    }

    #[test]
    fn the_centres_of_the_table_are_those_of_the_formulas() {
        for level in LEVELS {
            let degree = f64::from(level.degree);
            near(by_acceleration(level.pga[1]), degree, 0.02);
            near(by_velocity(level.pgv[1]), degree, 0.02);
            near(centre_pga(degree) / level.pga[1], 1.0, 0.015);
            near(centre_pgv(degree) / level.pgv[1], 1.0, 0.015);
        }
    }

    #[test]
    fn the_ranges_of_the_table_meet_without_a_gap() {
        for pair in LEVELS.windows(2) {
            near(pair[0].pga[2] / pair[1].pga[0], 1.0, 0.01);
            near(pair[0].pgv[2] / pair[1].pgv[0], 1.0, 0.01);
        }
    }

    #[test]
    fn a_still_instrument_reads_one_and_a_monstrous_one_twelve() {
        near(intensity(0.0, 0.0), 1.0, 0.0);
        near(intensity(1e9, 1e9), 12.0, 0.0);
        assert!((1.0..=12.0).contains(&intensity(f64::NAN, f64::INFINITY)));
    }

    proptest! {
        #[test]
        fn more_shaking_of_the_same_kind_hardly_ever_reads_less(pga in 0.01..20.0_f64, ratio in 0.05..0.2_f64, more in 1.0..3.0_f64) {
            // The standard's switch at VI jumps by half the disagreement of its two formulas; nothing else may fall.
            let jump = 0.5 * (by_acceleration(pga) - by_velocity(pga * ratio)).abs() + 0.2;
            prop_assert!(intensity(pga * more, pga * ratio * more) >= intensity(pga, pga * ratio) - jump);
        }

        #[test]
        fn a_factor_gives_the_degree_asked_for(pga in 0.01..20.0_f64, ratio in 0.07..0.11_f64, degree in 2.0..11.0_f64) {
            let reading = Reading::of_peaks(pga, pga * ratio);
            let f = reading.factor_for(degree);
            prop_assert!((intensity(pga * f, pga * ratio * f) - degree).abs() < 0.2);
        }
    }
}
