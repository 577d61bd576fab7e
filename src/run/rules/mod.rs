//! The story's own rules: what follows from a choice, a node, a timer, a message. No body, no air, no clock.
//!
//! They are written once, over a [`Stage`]: the run in play is one, the explorer's sketch of a run is another. So what
//! is proved of a drill is proved of the very steps that a student's run takes. Where things stand in the place, how
//! long they take and what is breathed belongs to `engine`, and comes in here only through [`Facts`].

mod decide;
mod flow;
mod messages;

pub(crate) use decide::{can_choose, choose, deed_on, pick, take, time_out};
pub(crate) use flow::{check_triggers, enter, next, wait_over};
pub(crate) use messages::{judge, submit};

use super::engine::{ChoiceMade, MessageJudged, Phase};
use super::event::Event;
use crate::scenario::{Condition, Cue, Decision, Effects, Facts, Node, NodeId, NodeKind, Scenario, VarId};

/// A story that jumps this often without time passing is a loop the checker should have found.
pub(super) const MOST_JUMPS: usize = 1000;

/// Where a condition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Of a choice, by its index.
    Choice(NodeId, usize),
    /// Of a branch's case, by its index.
    Case(NodeId, usize),
    /// Of a trigger.
    Trigger(usize),
}

/// Whoever keeps the state of a story and is told what happens in it.
pub(crate) trait Stage: Facts {
    /// Where the story is.
    fn phase(&self) -> &Phase;
    /// Puts the story elsewhere.
    fn set_phase(&mut self, phase: Phase);
    /// Ticks since the beginning.
    fn now(&self) -> u32;
    /// Takes note of what happened.
    fn emit(&mut self, event: Event);
    /// The brief is read: the play begins.
    fn begin(&mut self);
    /// A node is entered: it is seen from now on, hazards begin and end, the student is put there.
    fn arrive(&mut self, at: NodeId, node: &Node);
    /// Looks at what is in the air where the student now is.
    fn sense(&mut self);
    /// Lets things happen in the scene.
    fn cue(&mut self, cues: &[Cue]);
    /// A variable takes a value of its range.
    fn put(&mut self, var: VarId, value: i32);
    /// A decision opens in the place.
    fn open(&mut self, decision: &Decision);
    /// A node is answered: true the first time.
    fn is_first_answer(&mut self, node: NodeId) -> bool;
    /// Whether the messages that are being judged are judged for the first time.
    fn is_first_judging(&self, node: NodeId) -> bool;
    /// A choice is made, at whatever try.
    fn note_chosen(&mut self, node: NodeId, choice: usize);
    /// Counts a choice.
    fn count_choice(&mut self, made: ChoiceMade);
    /// Counts a message.
    fn count_message(&mut self, judged: MessageJudged);
    /// Whether a trigger has fired.
    fn has_fired(&self, trigger: usize) -> bool;
    /// A trigger fires.
    fn note_fired(&mut self, trigger: usize);
    /// An ending is reached.
    fn end(&mut self, node: NodeId);
    /// The run is over before an ending.
    fn leave(&mut self);
    /// Nothing can be chosen at a decision, so this choice makes itself: false when that has gone on for too long.
    fn may_force(&mut self, node: NodeId, choice: usize) -> bool;
    /// Something has been read, and time went by: only a stage without a clock has to be told.
    fn time_passes(&mut self) {}
    /// A variable was to become `wanted` and is held at the end of its range.
    fn held_in_range(&mut self, _var: VarId, _wanted: i64) {}
    /// A condition was asked.
    fn asked(&self, _place: Asked, _holds: bool) {}
}

/// The decision at a node.
fn decision_of(s: &Scenario, node: NodeId) -> &Decision {
    match &s.node(node).kind {
        NodeKind::Decide(d) => d,
        _ => unreachable!("only decisions are decided: the phase is made from the node's kind"),
    }
}

fn ask<S: Stage>(stage: &S, place: Asked, when: &Condition) -> bool {
    let holds = when.holds(stage);
    stage.asked(place, holds);
    holds
}

/// Changes variables; each stays in its range.
fn change<S: Stage>(s: &Scenario, stage: &mut S, effects: &Effects) {
    for (var, n) in &effects.set {
        put(s, stage, *var, i64::from(*n));
    }
    for (var, n) in &effects.add {
        let sum = i64::from(stage.var(*var)) + i64::from(*n);
        put(s, stage, *var, sum);
    }
}

fn put<S: Stage>(s: &Scenario, stage: &mut S, var: VarId, wanted: i64) {
    let range = &s.vars[var.index()];
    let value = wanted.clamp(i64::from(range.min), i64::from(range.max));
    stage.put(var, value as i32);
    if value != wanted {
        stage.held_in_range(var, wanted);
    }
}
