//! Decisions as they are made in play: the list, deeds in the place, the timer. What follows is in `rules`.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::action::Posture;
use super::super::body::Target;
use super::super::rules;
use super::{Phase, Run};
use crate::scenario::{Choice, Deed, NodeKind, TICKS_PER_SECOND};

/// A spot is reached within this distance, m.
const NEAR: f64 = 0.9;

impl Run {
    /// Takes a choice from the list.
    pub(super) fn pick(&mut self, n: usize) {
        let case = Arc::clone(&self.case);
        rules::pick(&case.scenario, self, n);
    }

    pub(super) fn check_timer(&mut self) {
        let Some((_, d)) = self.decision() else { return };
        if d.time.is_some() && d.timeout.is_some() && self.time_left().is_some_and(|(left, _)| left == 0) {
            let case = Arc::clone(&self.case);
            rules::time_out(&case.scenario, self);
        }
    }

    /// Props and doors that a choice of the open decision uses.
    pub(super) fn usable(&self) -> BTreeSet<Target> {
        self.offered()
            .iter()
            .filter_map(|(_, c)| match c.by {
                Some(Deed::Use(p) | Deed::Hold(p, _)) => Some(Target::Prop(p)),
                Some(Deed::UseDoor(d) | Deed::HoldDoor(d, _)) => Some(Target::Door(d)),
                _ => None,
            })
            .collect()
    }

    /// The use key went down on something: true when that is a choice.
    pub(super) fn deed_on(&mut self, target: Target) -> bool {
        let case = Arc::clone(&self.case);
        rules::deed_on(&case.scenario, self, target)
    }

    /// Whether a choice's deed is so at this moment. Using is an act, not a state, and is dealt with at the key.
    pub(super) fn is_done(&self, c: &Choice) -> bool {
        let at = self.body.at;
        match &c.by {
            Some(Deed::Reach(a)) => {
                let spot = self.case.place.anchors[a.index()].at;
                libm::hypot(spot[0] - at[0], spot[2] - at[2]) <= NEAR && (spot[1] - at[1]).abs() < 0.6
            }
            Some(Deed::Enter(r)) => self.case.place.room_at(at) == Some(*r),
            Some(Deed::Crouch) => self.body.posture != Posture::Stand,
            Some(Deed::Crawl) => self.body.posture == Posture::Crawl,
            Some(Deed::Stay(t)) => self.body.posture != Posture::Stand && self.still >= t.0,
            Some(Deed::Hold(p, t)) => self.has_held(Target::Prop(*p), t.0),
            Some(Deed::HoldDoor(d, t)) => self.has_held(Target::Door(*d), t.0),
            Some(Deed::Use(_) | Deed::UseDoor(_)) | None => false,
        }
    }

    fn has_held(&self, target: Target, ticks: u32) -> bool {
        self.held >= ticks && self.body.using && self.target() == Some(target)
    }

    /// Who is down already when asked to get down has done it, once there was time to read the task.
    fn counts_anyway(c: &Choice, ticks: u32) -> bool {
        matches!(c.by, Some(Deed::Crouch | Deed::Crawl)) && ticks >= TICKS_PER_SECOND
    }

    pub(super) fn notice_deeds(&mut self) {
        let case = Arc::clone(&self.case);
        let Phase::Decide { node, ticks } = self.phase else { return };
        let NodeKind::Decide(d) = &case.scenario.node(node).kind else { return };
        if d.choices.iter().all(|c| c.by.is_none()) {
            return;
        }
        for (n, c) in d.choices.iter().enumerate() {
            let is_done = self.is_done(c);
            if !is_done {
                self.stale.remove(&n);
            } else if (!self.stale.contains(&n) || Self::counts_anyway(c, ticks)) && self.can_choose(node, n, c) {
                rules::choose(&case.scenario, self, n, false);
                return;
            }
        }
    }
}
