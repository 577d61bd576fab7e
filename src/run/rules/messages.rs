//! Messages: marks handed in, a message judged, the next one.

use super::super::engine::{MessageJudged, Phase};
use super::super::event::Event;
use super::{Stage, enter};
use crate::scenario::{NodeId, NodeKind, Scenario};

/// Hands the marks in.
pub(crate) fn submit<S: Stage>(s: &Scenario, stage: &mut S) {
    let Phase::Signs { node, ticks, marks, done: false } = stage.phase().clone() else { return };
    let NodeKind::Signs(signs) = &s.node(node).kind else { return };
    let count = |sign: bool, marked: bool| {
        signs.parts.iter().enumerate().filter(|(n, p)| p.sign == sign && marks.contains(n) == marked).count() as u32
    };
    let (hits, misses, false_alarms, correct_rejections) = (count(true, true), count(true, false), count(false, true), count(false, false));
    let first_try = stage.is_first_answer(node);
    let at_tick = stage.now();
    stage.count_message(MessageJudged { node, item: None, first_try, hits, misses, false_alarms, correct_rejections, ticks, at_tick });
    stage.emit(Event::Marked {
        node,
        marks: marks.iter().copied().collect(),
        hits: hits as usize,
        false_alarms: false_alarms as usize,
        ticks,
    });
    stage.set_phase(Phase::Signs { node, ticks, marks, done: true });
}

/// Calls the message a scam, or genuine.
pub(crate) fn judge<S: Stage>(s: &Scenario, stage: &mut S, said: bool) {
    let Phase::Judge { node, item, ticks, said: None } = *stage.phase() else { return };
    let NodeKind::Judge(j) = &s.node(node).kind else { return };
    let Some(message) = j.items.get(item) else { return };
    let right = said == message.scam;
    // Later messages of a node count as first try when its first message did, in the same visit.
    let first_try = if item == 0 { stage.is_first_answer(node) } else { stage.is_first_judging(node) };
    let one = |yes: bool| u32::from(yes);
    let at_tick = stage.now();
    stage.count_message(MessageJudged {
        node,
        item: Some(item),
        first_try,
        hits: one(message.scam && said),
        misses: one(message.scam && !said),
        false_alarms: one(!message.scam && said),
        correct_rejections: one(!message.scam && !said),
        ticks,
        at_tick,
    });
    stage.emit(Event::Judged { node, item, said_scam: said, right, ticks });
    stage.set_phase(Phase::Judge { node, item, ticks, said: Some(said) });
}

/// The explanation of a message has been read.
pub(super) fn next_message<S: Stage>(s: &Scenario, stage: &mut S, node: NodeId, item: usize) {
    let NodeKind::Judge(j) = &s.node(node).kind else { return };
    if item + 1 < j.items.len() {
        stage.set_phase(Phase::Judge { node, item: item + 1, ticks: 0, said: None });
    } else {
        enter(s, stage, j.go);
    }
}
