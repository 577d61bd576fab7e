//! Two clocks: the one on the wall, which lab computers with an empty battery get wrong, and one that never goes back.

use std::fmt::Debug;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// No run can be older than the program: a wall clock before this (2026-11-01 UTC, ms since 1970) is wrong.
pub const BUILT_AFTER_MS: i64 = 1_793_491_200_000;

/// A wall clock may be set back this much (ms) by the network without a word.
pub(super) const SLACK_MS: i64 = 120_000;

/// What time it is. Tests bring their own.
pub trait Clock: Debug + Send {
    /// Milliseconds since 1970, UTC, as the computer believes.
    fn wall_ms(&self) -> i64;

    /// Milliseconds since the program began; never goes back.
    fn mono_ms(&self) -> u64;
}

/// The computer's clocks.
#[derive(Debug, Clone)]
pub struct SystemClock {
    began: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self { began: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn wall_ms(&self) -> i64 {
        match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_millis()).unwrap_or(i64::MAX),
            Err(before) => -i64::try_from(before.duration().as_millis()).unwrap_or(i64::MAX),
        }
    }

    fn mono_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// Whether a wall clock cannot be right: before the program was written, or before something already recorded.
pub(super) fn is_suspect(wall_ms: i64, last_seen_ms: Option<i64>) -> bool {
    wall_ms < BUILT_AFTER_MS || last_seen_ms.is_some_and(|seen| wall_ms.saturating_add(SLACK_MS) < seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_that_boots_in_2009_is_suspect() {
        assert!(is_suspect(1_230_768_000_000, None));
        assert!(!is_suspect(BUILT_AFTER_MS, None));
    }

    #[test]
    fn a_small_correction_by_the_network_is_not_suspect_and_a_day_is() {
        let seen = BUILT_AFTER_MS + 200_000_000;
        assert!(!is_suspect(seen - 5_000, Some(seen)));
        assert!(is_suspect(seen - 86_400_000, Some(seen)));
    }
}
