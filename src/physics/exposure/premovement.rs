//! How long people take before they move, and the sum of times an escape needs.
//!
//! No equation exists for it; it is often the longest part of an escape. A log-normal spread is usual because it is skewed
//! to the right. The numbers are DESIGN VALUES, chosen by judgement for the two situations a drill needs, not measurements.

use super::normal;

/// A log-normal delay.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PreMovement {
    /// Key of its text.
    pub key: &'static str,
    /// Half of the people have begun to move by then, s.
    pub median_s: f64,
    /// Standard deviation of the logarithm.
    pub sigma_ln: f64,
}

/// Awake, a voice alarm tells what to do. Design value.
pub const AWAKE_VOICE_ALARM: PreMovement = PreMovement { key: "awake_voice_alarm", median_s: 45.0, sigma_ln: 0.7 };
/// Asleep in a dormitory. Design value.
pub const ASLEEP_DORMITORY: PreMovement = PreMovement { key: "asleep_dormitory", median_s: 150.0, sigma_ln: 0.8 };
/// Nobody is taken to wait longer, s.
pub const LONGEST_S: f64 = 3600.0;

impl PreMovement {
    /// The delay of the person at this share of the crowd, 0 to 1, s. The caller draws the share, from one seed.
    pub fn delay_s(&self, share: f64) -> f64 {
        (self.median_s * libm::exp(self.sigma_ln * normal::quantile(share))).min(LONGEST_S)
    }

    /// Share of the people who have begun to move after so many seconds.
    pub fn share_moving(&self, seconds: f64) -> f64 {
        if seconds > 0.0 { normal::cdf(libm::log(seconds / self.median_s) / self.sigma_ln) } else { 0.0 }
    }
}

/// The time an escape needs (RSET), in its parts, s.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rset {
    /// From the fire to its detection.
    pub detection_s: f64,
    /// From detection to the alarm.
    pub alarm_s: f64,
    /// From the alarm to the first step.
    pub pre_movement_s: f64,
    /// From the first step to safety.
    pub travel_s: f64,
}

impl Rset {
    /// All of it, s.
    pub fn total_s(&self) -> f64 {
        self.detection_s + self.alarm_s + self.pre_movement_s + self.travel_s
    }

    /// What is left of the time available (ASET), s; below 0 the way was cut off before the person was through.
    pub fn margin_s(&self, aset_s: f64) -> f64 {
        aset_s - self.total_s()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_of_the_people_move_by_the_median_and_sleepers_later() {
        assert!((AWAKE_VOICE_ALARM.delay_s(0.5) - 45.0).abs() < 1e-9);
        assert!((ASLEEP_DORMITORY.delay_s(0.5) - 150.0).abs() < 1e-9);
        // one in twenty sleepers needs more than nine minutes: 150 exp(0.8 × 1.64485)
        assert!((ASLEEP_DORMITORY.delay_s(0.95) - 559.206).abs() < 0.01, "{}", ASLEEP_DORMITORY.delay_s(0.95));
    }

    #[test]
    fn an_escape_in_time_has_a_margin_above_nothing() {
        let rset = Rset { detection_s: 40.0, alarm_s: 10.0, pre_movement_s: 45.0, travel_s: 60.0 };
        assert_eq!((rset.margin_s(200.0), rset.margin_s(100.0)), (45.0, -55.0));
    }

    proptest! {
        #[test]
        fn the_share_that_moves_after_a_persons_delay_is_that_persons_share(share in 0.001..0.99_f64) {
            for people in [AWAKE_VOICE_ALARM, ASLEEP_DORMITORY] {
                prop_assert!((people.share_moving(people.delay_s(share)) - share).abs() < 1e-12);
            }
        }

        #[test]
        fn any_share_gives_a_delay_within_the_hour(share in prop::num::f64::ANY) {
            prop_assert!((0.0..=LONGEST_S).contains(&ASLEEP_DORMITORY.delay_s(share)));
        }
    }
}
