//! Decisions: offered, made from the list or in the place, explained, made again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::action::Posture;
use super::super::body::Target;
use super::super::event::Event;
use super::{ChoiceMade, Phase, Run};
use crate::scenario::{Choice, Decision, Deed, Grade, NodeId, NodeKind, TICKS_PER_SECOND, Timeout};

/// A spot is reached within this distance, m.
const NEAR: f64 = 0.9;

impl Run {
    fn decision_of(case: &crate::scenario::Loaded, node: NodeId) -> &Decision {
        match &case.scenario.node(node).kind {
            NodeKind::Decide(d) => d,
            _ => unreachable!("only decisions are decided: the phase is made from the node's kind"),
        }
    }

    pub(super) fn offer(&mut self, node: NodeId) {
        let case = Arc::clone(&self.case);
        let d = Self::decision_of(&case, node);
        self.phase = Phase::Decide { node, ticks: 0 };
        self.still = 0;
        self.held = 0;
        self.stale = d.choices.iter().enumerate().filter(|(_, c)| self.is_done(c)).map(|(n, _)| n).collect();
        // Nothing left to choose: the checker warns of it, and a run never stands still.
        if self.offered().is_empty() {
            let way = d.choices.iter().position(|c| !c.redo).unwrap_or(0);
            self.phase = Phase::Decide { node, ticks: 0 };
            self.choose(way, true);
            return;
        }
        self.emit(Event::Offered(node));
    }

    /// Takes a choice from the list.
    pub(super) fn pick(&mut self, n: usize) {
        let Some((node, d)) = self.decision() else { return };
        let is_open = d.listed && d.choices.get(n).is_some_and(|c| self.can_choose(node, n, c));
        if is_open {
            self.choose(n, false);
        }
    }

    pub(super) fn choose(&mut self, n: usize, timed_out: bool) {
        let Phase::Decide { node, ticks } = self.phase else { return };
        let case = Arc::clone(&self.case);
        let choice = &Self::decision_of(&case, node).choices[n];
        let first_try = self.answered.insert(node);
        self.chosen.insert((node, n));
        self.tally.choices.push(ChoiceMade { node, choice: n, first_try, timed_out, ticks, at_tick: self.tick });
        self.emit(Event::Chose { node, choice: n, first_try, timed_out, ticks });
        if !choice.redo {
            self.change(&choice.effects);
            self.cue(&choice.cues);
        }
        if choice.then.is_some() {
            self.phase = Phase::Consequence { node, choice: n };
            self.emit(Event::Consequence { node, choice: n });
        } else {
            self.after_consequence(node, n);
        }
    }

    pub(super) fn after_consequence(&mut self, node: NodeId, n: usize) {
        let case = Arc::clone(&self.case);
        let choice = &Self::decision_of(&case, node).choices[n];
        if choice.why.is_some() && (choice.grade != Grade::Good || choice.redo) {
            self.phase = Phase::Why { node, choice: n };
            self.emit(Event::Why { node, choice: n });
        } else {
            self.after_choice(node, n);
        }
    }

    pub(super) fn after_choice(&mut self, node: NodeId, n: usize) {
        let case = Arc::clone(&self.case);
        let choice = &Self::decision_of(&case, node).choices[n];
        match choice.go {
            Some(go) if !choice.redo => self.enter(go),
            _ => {
                self.emit(Event::Again(node));
                self.offer(node);
            }
        }
    }

    pub(super) fn check_timer(&mut self) {
        let Phase::Decide { node, ticks } = self.phase else { return };
        let case = Arc::clone(&self.case);
        let d = Self::decision_of(&case, node);
        let (Some(time), Some(timeout)) = (d.time, d.timeout) else { return };
        if ticks < time.0 {
            return;
        }
        match timeout {
            // A choice that has been tried and explained is not made again by waiting: the timer starts anew.
            Timeout::Choice(n) if d.choices[n].redo && self.chosen.contains(&(node, n)) => self.offer(node),
            Timeout::Choice(n) => self.choose(n, true),
            Timeout::Node(go) => {
                self.emit(Event::TimedOut(node));
                self.enter(go);
            }
        }
    }

    /// Props and doors that a choice of the open decision uses.
    pub(super) fn usable(&self) -> BTreeSet<Target> {
        self.offered()
            .iter()
            .filter_map(|(_, c)| match c.by {
                Some(Deed::Use(p) | Deed::Hold(p, _)) => Some(Target::Prop(p)),
                Some(Deed::UseDoor(d)) => Some(Target::Door(d)),
                _ => None,
            })
            .collect()
    }

    /// The use key went down on something: true when that is a choice.
    pub(super) fn deed_on(&mut self, target: Target) -> bool {
        let hit = self.offered().into_iter().find_map(|(n, c)| match (&c.by, target) {
            (Some(Deed::Use(p)), Target::Prop(q)) if *p == q => Some((n, true)),
            (Some(Deed::UseDoor(d)), Target::Door(e)) if *d == e => Some((n, true)),
            (Some(Deed::Hold(p, _)), Target::Prop(q)) if *p == q => Some((n, false)),
            _ => None,
        });
        match hit {
            Some((n, true)) => {
                self.choose(n, false);
                true
            }
            Some((_, false)) => true,
            None => false,
        }
    }

    /// Whether a choice's deed is so at this moment. Using is an act, not a state, and is dealt with at the key.
    fn is_done(&self, c: &Choice) -> bool {
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
            Some(Deed::Hold(p, t)) => self.held >= t.0 && self.body.using && self.target() == Some(Target::Prop(*p)),
            Some(Deed::Use(_) | Deed::UseDoor(_)) | None => false,
        }
    }

    /// Who is down already when asked to get down has done it, once there was time to read the task.
    fn counts_anyway(c: &Choice, ticks: u32) -> bool {
        matches!(c.by, Some(Deed::Crouch | Deed::Crawl)) && ticks >= TICKS_PER_SECOND
    }

    pub(super) fn notice_deeds(&mut self) {
        let case = Arc::clone(&self.case);
        let Phase::Decide { node, ticks } = self.phase else { return };
        let d = Self::decision_of(&case, node);
        if d.choices.iter().all(|c| c.by.is_none()) {
            return;
        }
        for (n, c) in d.choices.iter().enumerate() {
            let is_done = self.is_done(c);
            if !is_done {
                self.stale.remove(&n);
            } else if (!self.stale.contains(&n) || Self::counts_anyway(c, ticks)) && self.can_choose(node, n, c) {
                self.choose(n, false);
                return;
            }
        }
    }
}
