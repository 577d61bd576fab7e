//! Decisions: offered, made, explained, made again; and what running out of time means.

use super::super::body::Target;
use super::super::engine::{ChoiceMade, Phase};
use super::super::event::Event;
use super::{Asked, Stage, ask, change, decision_of, enter};
use crate::scenario::{Choice, Deed, Grade, NodeId, Scenario, Timeout};

/// Whether a choice can be made now: its condition holds, and it has not been tried and explained.
pub(crate) fn can_choose<S: Stage>(stage: &S, node: NodeId, n: usize, choice: &Choice) -> bool {
    let is_tried = choice.redo && stage.chose(node, n);
    !is_tried && choice.when.as_ref().is_none_or(|when| ask(stage, Asked::Choice(node, n), when))
}

/// Opens a decision.
pub(super) fn offer<S: Stage>(s: &Scenario, stage: &mut S, node: NodeId) {
    let d = decision_of(s, node);
    stage.set_phase(Phase::Decide { node, ticks: 0 });
    stage.open(d);
    // Nothing left to choose: the checker warns of it, and a run never stands still.
    if !d.choices.iter().enumerate().any(|(n, c)| can_choose(stage, node, n, c)) {
        let way = d.choices.iter().position(|c| !c.redo).unwrap_or(0);
        if stage.may_force(node, way) {
            choose(s, stage, way, true);
        } else {
            stage.leave();
        }
        return;
    }
    stage.emit(Event::Offered(node));
}

/// Takes a choice from the list.
pub(crate) fn pick<S: Stage>(s: &Scenario, stage: &mut S, n: usize) {
    let Phase::Decide { node, .. } = *stage.phase() else { return };
    if decision_of(s, node).listed {
        take(s, stage, n);
    }
}

/// Makes a choice if it can be made: from the list, or by having done it in the place.
pub(crate) fn take<S: Stage>(s: &Scenario, stage: &mut S, n: usize) {
    let Phase::Decide { node, .. } = *stage.phase() else { return };
    if decision_of(s, node).choices.get(n).is_some_and(|c| can_choose(stage, node, n, c)) {
        choose(s, stage, n, false);
    }
}

/// Makes a choice, without asking whether it can be made.
pub(crate) fn choose<S: Stage>(s: &Scenario, stage: &mut S, n: usize, timed_out: bool) {
    let Phase::Decide { node, ticks } = *stage.phase() else { return };
    let choice = &decision_of(s, node).choices[n];
    let first_try = stage.is_first_answer(node);
    stage.note_chosen(node, n);
    let at_tick = stage.now();
    stage.count_choice(ChoiceMade { node, choice: n, first_try, timed_out, ticks, at_tick });
    stage.emit(Event::Chose { node, choice: n, first_try, timed_out, ticks });
    if !choice.redo {
        change(s, stage, &choice.effects);
        stage.cue(&choice.cues);
    }
    if choice.then.is_some() {
        stage.set_phase(Phase::Consequence { node, choice: n });
        stage.emit(Event::Consequence { node, choice: n });
    } else {
        after_consequence(s, stage, node, n);
    }
}

/// The consequence has been read.
pub(super) fn after_consequence<S: Stage>(s: &Scenario, stage: &mut S, node: NodeId, n: usize) {
    let choice = &decision_of(s, node).choices[n];
    if choice.why.is_some() && (choice.grade != Grade::Good || choice.redo) {
        stage.set_phase(Phase::Why { node, choice: n });
        stage.emit(Event::Why { node, choice: n });
    } else {
        after_choice(s, stage, node, n);
    }
}

/// All that belongs to a choice has been read.
pub(super) fn after_choice<S: Stage>(s: &Scenario, stage: &mut S, node: NodeId, n: usize) {
    let choice = &decision_of(s, node).choices[n];
    match choice.go {
        Some(go) if !choice.redo => enter(s, stage, go),
        _ => {
            stage.emit(Event::Again(node));
            offer(s, stage, node);
        }
    }
}

/// The time for the open decision is over.
pub(crate) fn time_out<S: Stage>(s: &Scenario, stage: &mut S) {
    let Phase::Decide { node, .. } = *stage.phase() else { return };
    let d = decision_of(s, node);
    match d.timeout {
        // A choice that has been tried and explained is not made again by waiting: the timer starts anew.
        Some(Timeout::Choice(n)) if d.choices[n].redo && stage.chose(node, n) => offer(s, stage, node),
        Some(Timeout::Choice(n)) => choose(s, stage, n, true),
        Some(Timeout::Node(go)) => {
            stage.emit(Event::TimedOut(node));
            enter(s, stage, go);
        }
        None => {}
    }
}

/// The use key went down on something: true when that is a choice. The first in the list that can be made is meant.
pub(crate) fn deed_on<S: Stage>(s: &Scenario, stage: &mut S, target: Target) -> bool {
    let Phase::Decide { node, .. } = *stage.phase() else { return false };
    let hit = decision_of(s, node).choices.iter().enumerate().find_map(|(n, c)| {
        let is_done_at_once = match (&c.by, target) {
            (Some(Deed::Use(p)), Target::Prop(q)) if *p == q => true,
            (Some(Deed::UseDoor(d)), Target::Door(e)) if *d == e => true,
            (Some(Deed::Hold(p, _)), Target::Prop(q)) if *p == q => false,
            (Some(Deed::HoldDoor(d, _)), Target::Door(e)) if *d == e => false,
            _ => return None,
        };
        can_choose(stage, node, n, c).then_some((n, is_done_at_once))
    });
    match hit {
        Some((n, true)) => {
            choose(s, stage, n, false);
            true
        }
        Some((_, false)) => true,
        None => false,
    }
}
