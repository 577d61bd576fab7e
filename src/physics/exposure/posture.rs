//! How high the head is and how fast one moves in each posture, and how crawling tires.
//!
//! Speeds of crawling are measured means of 24 college students (Cao et al., Safety Science 104, 2018, 1–9); what is only a
//! reasonable value is marked so.

use super::walking::CLEAR_AIR_SPEED_M_S;

/// How one moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Posture {
    /// Upright.
    #[default]
    Standing,
    /// Bent over, walking.
    Stoop,
    /// On hands and feet.
    HandsAndFeet,
    /// On hands and knees.
    HandsAndKnees,
    /// On the belly and elbows.
    LowCrawl,
}

/// Crawling slows down after this distance, m (Cao 2018: 9.14 m).
pub const FATIGUE_FROM_M: f64 = 9.14;
/// Nobody is assumed to slow down further after this distance, m (Cao 2018: the mean of the longest crawls was below 76.2 m).
pub const FATIGUE_UNTIL_M: f64 = 76.2;
/// What is left of the crawling speed then. The study's abstract says "substantially" without a number: a design value.
pub const FATIGUE_LEAST: f64 = 0.6;

impl Posture {
    /// Height of nose and mouth above the floor, m: standing 1.6 (FDS+Evac), the others common values.
    pub fn head_height_m(self) -> f64 {
        match self {
            Self::Standing => 1.6,
            Self::Stoop => 1.1,
            Self::HandsAndFeet => 0.7,
            Self::HandsAndKnees => 0.55,
            Self::LowCrawl => 0.3,
        }
    }

    /// Speed as a share of the same person's walking speed: means of Cao 2018 over 1.35 m/s; stooping 0.8, a design value.
    pub fn speed_share(self) -> f64 {
        let mean = CLEAR_AIR_SPEED_M_S.0;
        match self {
            Self::Standing => 1.0,
            Self::Stoop => 0.8,
            Self::HandsAndFeet => 1.20 / mean,
            Self::HandsAndKnees => 0.84 / mean,
            Self::LowCrawl => 0.77 / mean,
        }
    }

    /// Whether it is crawling, which tires.
    pub fn is_crawling(self) -> bool {
        matches!(self, Self::HandsAndFeet | Self::HandsAndKnees | Self::LowCrawl)
    }

    /// What is left of the speed after so many metres in this posture, 1 to 0.6; a straight line between, no jump.
    pub fn freshness(self, metres: f64) -> f64 {
        if !self.is_crawling() || metres.is_nan() {
            return 1.0;
        }
        let tired = ((metres - FATIGUE_FROM_M) / (FATIGUE_UNTIL_M - FATIGUE_FROM_M)).clamp(0.0, 1.0);
        1.0 - (1.0 - FATIGUE_LEAST) * tired
    }

    /// Speed of this person in this posture after so many metres in it, in smoke where upright walking goes at `in_smoke_m_s`, m/s.
    ///
    /// The slower of the two counts, not their product: one who crawls already feels the way. That is a choice of ours.
    pub fn speed(self, clear_m_s: f64, in_smoke_m_s: f64, metres: f64) -> f64 {
        (clear_m_s * self.speed_share() * self.freshness(metres)).min(in_smoke_m_s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Posture; 5] = [Posture::Standing, Posture::Stoop, Posture::HandsAndFeet, Posture::HandsAndKnees, Posture::LowCrawl];

    #[test]
    fn the_lower_the_head_the_slower_the_student_except_that_hands_and_feet_beat_a_stoop() {
        assert!(ALL.windows(2).all(|p| p[0].head_height_m() > p[1].head_height_m()));
        let v = |p: Posture| p.speed(1.35, 1.35, 0.0);
        assert!((v(Posture::HandsAndFeet) - 1.20).abs() < 1e-12);
        assert!((v(Posture::HandsAndKnees) - 0.84).abs() < 1e-12);
        assert!((v(Posture::LowCrawl) - 0.77).abs() < 1e-12);
        assert!(v(Posture::Stoop) < v(Posture::Standing));
    }

    #[test]
    fn crawling_tires_after_nine_metres_and_walking_does_not() {
        assert_eq!(Posture::HandsAndKnees.freshness(9.0), 1.0);
        assert!(Posture::HandsAndKnees.freshness(30.0) < 0.9);
        assert_eq!(Posture::LowCrawl.freshness(500.0), FATIGUE_LEAST);
        assert_eq!(Posture::Stoop.freshness(500.0), 1.0);
    }

    #[test]
    fn crawling_is_not_slowed_by_smoke_that_is_walked_through_faster() {
        assert_eq!(Posture::HandsAndKnees.speed(1.35, 1.1, 0.0), Posture::HandsAndKnees.speed(1.35, 1.35, 0.0));
        assert_eq!(Posture::HandsAndKnees.speed(1.35, 0.3, 0.0), 0.3);
    }
}
