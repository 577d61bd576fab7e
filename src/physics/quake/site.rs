//! What a place stands on: its spectrum, and how its peaks compare with those on rock. Ends where waves are made of it.

use super::spectrum::Spectrum;

/// What the place stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Site {
    /// Rock (class I1).
    Rock,
    /// Firm soil (class II): the default.
    #[default]
    Firm,
    /// Medium soil (class III).
    Medium,
    /// Soft soil (class IV).
    Soft,
}

/// `Fa` of GB 18306-2015, table E.1, by the acceleration on class II, g: columns I1, III, IV (k; two cells checked against published
/// worked examples: IV at 0.10 g = 1.20, I1 at 0.20 g = 0.85). Straight lines between.
const SITE_FACTOR: [(f64, [f64; 3]); 6] = [
    (0.05, [0.80, 1.30, 1.25]),
    (0.10, [0.82, 1.25, 1.20]),
    (0.15, [0.83, 1.15, 1.10]),
    (0.20, [0.85, 1.00, 1.00]),
    (0.30, [0.95, 1.00, 0.95]),
    (0.40, [1.00, 1.00, 0.90]),
];

impl Site {
    /// The spectrum of the site. Firm and rock: 25/.6/2.5/.6, which gives the ratio of velocity to acceleration that GB/T 17742
    /// pairs (v); medium and soft: Der Kiureghian and Neuenhofer (k).
    pub const fn spectrum(self) -> Spectrum {
        match self {
            Self::Rock | Self::Firm => Spectrum { omega_g: 25.0, zeta_g: 0.6, omega_f: 2.5, zeta_f: 0.6 },
            Self::Medium => Spectrum { omega_g: 10.0, zeta_g: 0.4, omega_f: 1.0, zeta_f: 0.6 },
            Self::Soft => Spectrum { omega_g: 5.0, zeta_g: 0.2, omega_f: 0.5, zeta_f: 0.6 },
        }
    }

    /// Peak acceleration relative to class II at a peak acceleration on class II, m/s².
    pub fn factor(self, pga_class_2: f64) -> f64 {
        let column = match self {
            Self::Rock => 0,
            Self::Firm => return 1.0,
            Self::Medium => 1,
            Self::Soft => 2,
        };
        let g = pga_class_2 / super::G;
        let (first, last) = (&SITE_FACTOR[0], &SITE_FACTOR[SITE_FACTOR.len() - 1]);
        if g.is_nan() || g <= first.0 {
            return first.1[column];
        }
        let pair = SITE_FACTOR.windows(2).find(|pair| g <= pair[1].0);
        pair.map_or(last.1[column], |pair| {
            let t = (g - pair[0].0) / (pair[1].0 - pair[0].0);
            pair[0].1[column] + (pair[1].1[column] - pair[0].1[column]) * t
        })
    }

    /// Peak acceleration relative to rock at a peak acceleration on rock, m/s²: a few rounds, since the factor hangs on class II.
    pub fn from_rock(self, pga_rock: f64) -> f64 {
        let mut second = pga_rock;
        for _ in 0..8 {
            second = pga_rock / Self::Rock.factor(second);
        }
        self.factor(second) * second / pga_rock.max(1e-12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn site_factors_are_the_table_between_its_points_and_level_outside() {
        assert!((Site::Soft.factor(0.1 * 9.81) - 1.20).abs() < 1e-12);
        assert!((Site::Rock.factor(0.2 * 9.81) - 0.85).abs() < 1e-12);
        assert!((Site::Medium.factor(0.125 * 9.81) - 1.20).abs() < 1e-12);
        assert!((Site::Rock.factor(99.0) - 1.0).abs() < 1e-12 && (Site::Rock.factor(f64::NAN) - 0.8).abs() < 1e-12);
        assert!((Site::Rock.from_rock(1.0) - 1.0).abs() < 1e-9);
        assert!((Site::Firm.from_rock(1.0) - 1.0 / 0.825).abs() < 0.01, "{}", Site::Firm.from_rock(1.0));
    }
}
