//! From node to node: what `Next` does in each phase, entering, triggers, waits.

use super::super::engine::Phase;
use super::super::event::Event;
use super::decide::{after_choice, after_consequence, offer};
use super::messages::next_message;
use super::{Asked, MOST_JUMPS, Stage, ask, change};
use crate::scenario::{NodeId, NodeKind, Scenario};

/// Goes on: brief, line, consequence, explanation or debrief is read.
pub(crate) fn next<S: Stage>(s: &Scenario, stage: &mut S) {
    match *stage.phase() {
        Phase::Brief => {
            stage.begin();
            enter(s, stage, s.start);
        }
        Phase::Story { node, line } => {
            let NodeKind::Story { lines, go, .. } = &s.node(node).kind else { return };
            if line + 1 < lines.len() {
                stage.set_phase(Phase::Story { node, line: line + 1 });
                stage.emit(Event::Line { node, line: line + 1 });
            } else {
                enter(s, stage, *go);
            }
        }
        Phase::Consequence { node, choice } => after_consequence(s, stage, node, choice),
        Phase::Why { node, choice } => after_choice(s, stage, node, choice),
        Phase::Judge { node, item, said: Some(_), .. } => next_message(s, stage, node, item),
        Phase::Signs { node, done: true, .. } => {
            if let NodeKind::Signs(signs) = &s.node(node).kind {
                enter(s, stage, signs.go);
            }
        }
        Phase::Ended(_) if s.posttest.is_empty() => {
            stage.set_phase(Phase::Over);
            stage.emit(Event::Over);
        }
        Phase::Ended(_) => stage.set_phase(Phase::Post(0)),
        _ => {}
    }
}

/// Goes to a node, and on through nodes in which nobody has to do anything.
pub(crate) fn enter<S: Stage>(s: &Scenario, stage: &mut S, node: NodeId) {
    let mut at = node;
    for _ in 0..MOST_JUMPS {
        arrive(s, stage, at);
        let phase = match &s.node(at).kind {
            NodeKind::Branch { cases, go } => {
                let met = cases.iter().enumerate().find(|(n, (when, _))| ask(stage, Asked::Case(at, *n), when));
                at = met.map_or(*go, |(_, (_, to))| *to);
                continue;
            }
            NodeKind::Story { lines, go, .. } if lines.is_empty() => {
                at = *go;
                continue;
            }
            NodeKind::Story { .. } => {
                stage.emit(Event::Line { node: at, line: 0 });
                Phase::Story { node: at, line: 0 }
            }
            NodeKind::Decide(_) => {
                offer(s, stage, at);
                return;
            }
            NodeKind::Signs(_) => Phase::Signs { node: at, ticks: 0, marks: Default::default(), done: false },
            NodeKind::Judge(_) => Phase::Judge { node: at, item: 0, ticks: 0, said: None },
            NodeKind::Wait { .. } => Phase::Wait { node: at, ticks: 0 },
            NodeKind::End { .. } | NodeKind::Broken => {
                stage.end(at);
                stage.emit(Event::Ended(at));
                Phase::Ended(at)
            }
        };
        stage.set_phase(phase);
        return;
    }
    // A circle of branches: end the run rather than hang.
    stage.leave();
}

fn arrive<S: Stage>(s: &Scenario, stage: &mut S, at: NodeId) {
    let node = s.node(at);
    stage.arrive(at, node);
    change(s, stage, &node.effects);
    stage.cue(&node.cues);
    stage.sense();
}

/// Lets the first trigger fire whose condition has come true. True when one did.
pub(crate) fn check_triggers<S: Stage>(s: &Scenario, stage: &mut S) -> bool {
    if !matches!(stage.phase(), Phase::Decide { .. } | Phase::Wait { .. } | Phase::Signs { .. }) {
        return false;
    }
    for (n, trigger) in s.triggers.iter().enumerate() {
        if !stage.has_fired(n) && ask(stage, Asked::Trigger(n), &trigger.when) {
            stage.note_fired(n);
            stage.emit(Event::Triggered { trigger: n });
            enter(s, stage, trigger.go);
            return true;
        }
    }
    false
}

/// A wait is over.
pub(crate) fn wait_over<S: Stage>(s: &Scenario, stage: &mut S) {
    let Phase::Wait { node, .. } = *stage.phase() else { return };
    if let NodeKind::Wait { go, .. } = &s.node(node).kind {
        enter(s, stage, *go);
    }
}
