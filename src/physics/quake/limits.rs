//! Simple limits for toppling by the peaks of a motion: West, Ishiyama, Kaneko. Ends where a record is at hand: then the block is
//! followed in time instead.

use super::intensity::{centre_pga, centre_pgv};

/// Least acceleration that can topple an even block, m/s²: `g B / H` (s: West).
pub fn west_m_s2(base: f64, height: f64, gravity: f64) -> f64 {
    gravity * base / height
}

/// Least velocity that can topple an even block, m/s: `10 B / sqrt(H)` in cm and cm/s, so `B / sqrt(H)` in m and m/s (k?: Ishiyama).
pub fn ishiyama_m_s(base: f64, height: f64) -> f64 {
    base / height.sqrt()
}

/// Whether both limits are met: necessary, not sufficient.
pub fn may_topple(base: f64, height: f64, gravity: f64, pga: f64, pgv: f64) -> bool {
    pga >= west_m_s2(base, height, gravity) && pgv >= ishiyama_m_s(base, height)
}

/// The first whole degree at whose table centre, amplified by the floor, both limits are met.
pub fn topples_from(base: f64, height: f64, gravity: f64, amplification: f64) -> Option<u8> {
    (1..=12_u8).find(|degree| {
        let degree = f64::from(*degree);
        may_topple(base, height, gravity, centre_pga(degree) * amplification, centre_pgv(degree) * amplification)
    })
}

/// Share of such blocks that topple at given peaks (k?: Kaneko's fragility, as our domain notes have it). Peaks in m/s² and m/s.
pub fn kaneko(base: f64, height: f64, pga: f64, pgv: f64) -> f64 {
    if !(pga > 0.0 && pgv > 0.0) {
        return 0.0;
    }
    let slim = base / height;
    let height_cm = 100.0 * height;
    let frequency = pga / (2.0 * std::f64::consts::PI * pgv);
    let edge = 15.6 / height_cm.sqrt() * libm::pow(1.0 + slim, -1.5);
    let half = if frequency <= edge {
        981.0 * slim * (1.0 + slim)
    } else {
        10.0 * 100.0 * base / height_cm.sqrt() * libm::pow(1.0 + slim, 2.5) * 2.0 * std::f64::consts::PI * frequency
    };
    let z = libm::log(100.0 * pga / half) / 0.5;
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::super::{G, block};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn limits_of_the_acceptance_table_come_out() {
        for (b, h, west, ishiyama) in [
            (0.30, 1.80, 1.64, 22.4),
            (0.45, 1.80, 2.45, 33.5),
            (0.55, 1.90, 2.84, 39.9),
            (0.31, 0.95, 3.20, 31.8),
            (0.18, 0.45, 3.92, 26.8),
            (0.90, 1.75, 5.05, 68.0),
        ] {
            assert!((west_m_s2(b, h, G) - west).abs() < 6e-3, "{b} x {h}");
            assert!((100.0 * ishiyama_m_s(b, h) - ishiyama).abs() < 0.06, "{b} x {h}");
        }
    }

    #[test]
    fn degrees_from_which_the_dorm_topples_are_the_known_ones() {
        let from = |name: &str, amplification| {
            let block = block::dorm(name).unwrap();
            topples_from(block.depth, block.height, G, amplification)
        };
        let names = ["bookshelf", "wardrobe", "water dispenser", "monitor", "bunk"];
        assert_eq!(names.map(|n| from(n, 1.0)), [Some(8), Some(9), Some(9), Some(9), Some(10)]);
        assert_eq!(names.map(|n| from(n, 2.0)), [Some(7), Some(8), Some(8), Some(8), Some(9)]);
    }

    #[test]
    fn half_of_them_topple_at_the_median_and_none_when_nothing_moves() {
        // Slow shaking: the median is 981 B/H (1 + B/H) gal.
        let median = 9.81 / 6.0 * (1.0 + 1.0 / 6.0);
        assert!((kaneko(0.30, 1.80, median, 10.0) - 0.5).abs() < 1e-12);
        assert!(kaneko(0.30, 1.80, 0.0, 0.0).abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn a_stockier_block_never_topples_more(b in 0.1..1.0_f64, h in 0.3..3.0_f64, pga in 0.1..20.0_f64, pgv in 0.01..2.0_f64) {
            prop_assert!(kaneko(b * 1.1, h, pga, pgv) <= kaneko(b, h, pga, pgv) + 1e-12);
            prop_assert!(!may_topple(b * 1.1, h, G, pga, pgv) || may_topple(b, h, G, pga, pgv));
        }
    }
}
