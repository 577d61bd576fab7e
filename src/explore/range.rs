//! What is known of a measured quantity: between which bounds it lies. Answers narrow it, so that two questions of one
//! moment are never answered against each other.

use crate::scenario::Compare;

/// A range of real numbers; an open end is not part of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Range {
    pub low: f64,
    pub low_open: bool,
    pub high: f64,
    pub high_open: bool,
}

impl Range {
    /// Both ends belong to it.
    pub(super) fn closed(low: f64, high: f64) -> Self {
        Self { low, low_open: false, high, high_open: false }
    }

    /// Whether every number in it compares so with `x`, or none; `None` = some do.
    pub(super) fn decide(&self, compare: Compare, x: f64) -> Option<bool> {
        match compare {
            Compare::Less => self.is_below(x, true),
            Compare::LessEqual => self.is_below(x, false),
            Compare::More => self.is_below(x, false).map(|yes| !yes),
            Compare::MoreEqual => self.is_below(x, true).map(|yes| !yes),
            Compare::Equal => self.is_at(x),
            Compare::NotEqual => self.is_at(x).map(|yes| !yes),
        }
    }

    /// Below `x`: strictly, or at most.
    fn is_below(&self, x: f64, strictly: bool) -> Option<bool> {
        if self.high < x || self.high == x && (self.high_open || !strictly) {
            Some(true)
        } else if self.low > x || self.low == x && (self.low_open || strictly) {
            Some(false)
        } else {
            None
        }
    }

    fn is_at(&self, x: f64) -> Option<bool> {
        if self.low == x && self.high == x {
            return Some(true);
        }
        let is_out = x < self.low || x > self.high || x == self.low && self.low_open || x == self.high && self.high_open;
        is_out.then_some(false)
    }

    /// Narrows it by an answer.
    pub(super) fn learn(&mut self, compare: Compare, x: f64, holds: bool) {
        match (compare, holds) {
            (Compare::Less, true) | (Compare::MoreEqual, false) => self.cut_above(x, true),
            (Compare::LessEqual, true) | (Compare::More, false) => self.cut_above(x, false),
            (Compare::More, true) | (Compare::LessEqual, false) => self.cut_below(x, true),
            (Compare::MoreEqual, true) | (Compare::Less, false) => self.cut_below(x, false),
            (Compare::Equal, true) | (Compare::NotEqual, false) => *self = Self::closed(x, x),
            // A single number taken out of a range says nothing about its ends.
            (Compare::Equal, false) | (Compare::NotEqual, true) => {}
        }
    }

    fn cut_above(&mut self, x: f64, open: bool) {
        if x < self.high || x == self.high && open {
            (self.high, self.high_open) = (x, open);
        }
    }

    fn cut_below(&mut self, x: f64, open: bool) {
        if x > self.low || x == self.low && open {
            (self.low, self.low_open) = (x, open);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_one_moment_agree() {
        let mut visibility = Range::closed(0.5, 30.0);
        assert_eq!(visibility.decide(Compare::Less, 3.0), None);
        visibility.learn(Compare::Less, 3.0, true);
        assert_eq!(visibility.decide(Compare::Less, 5.0), Some(true));
        assert_eq!(visibility.decide(Compare::MoreEqual, 3.0), Some(false));
        assert_eq!(visibility.decide(Compare::Less, 0.5), Some(false));
        assert_eq!(visibility.decide(Compare::LessEqual, 0.5), None);
        assert_eq!(visibility.decide(Compare::Equal, 3.0), Some(false));
    }

    #[test]
    fn a_known_number_decides_everything() {
        let calm = Range::closed(0.0, 0.0);
        for (compare, holds) in [(Compare::Less, false), (Compare::LessEqual, true), (Compare::Equal, true), (Compare::NotEqual, false)] {
            assert_eq!(calm.decide(compare, 0.0), Some(holds));
        }
        assert_eq!(calm.decide(Compare::More, 0.3), Some(false));
    }
}
