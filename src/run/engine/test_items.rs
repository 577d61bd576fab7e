//! Test questions, marked messages and judged messages.

use std::sync::Arc;

use super::super::event::Event;
use super::{MessageJudged, Phase, Run};
use crate::scenario::NodeKind;

impl Run {
    pub(super) fn answer(&mut self, option: usize) {
        let case = Arc::clone(&self.case);
        let (post, item) = match self.phase {
            Phase::Pre(n) => (false, n),
            Phase::Post(n) => (true, n),
            _ => return,
        };
        let items = if post { &case.scenario.posttest } else { &case.scenario.pretest };
        let Some(question) = items.get(item).filter(|q| option < q.options.len()) else { return };
        let right = option == question.right;
        let list = if post { &mut self.tally.post } else { &mut self.tally.pre };
        list.push((item, right));
        self.emit(Event::Answered { post, item, option, right });
        self.phase = match (post, item + 1 < items.len()) {
            (false, true) => Phase::Pre(item + 1),
            (false, false) => Phase::Brief,
            (true, true) => Phase::Post(item + 1),
            (true, false) => {
                self.emit(Event::Over);
                Phase::Over
            }
        };
    }

    pub(super) fn mark(&mut self, part: usize) {
        let case = Arc::clone(&self.case);
        if let Phase::Signs { node, marks, done: false, .. } = &mut self.phase {
            let count = if let NodeKind::Signs(s) = &case.scenario.node(*node).kind { s.parts.len() } else { 0 };
            if part < count && !marks.remove(&part) {
                marks.insert(part);
            }
        }
    }

    pub(super) fn submit(&mut self) {
        let case = Arc::clone(&self.case);
        let Phase::Signs { node, ticks, marks, done: false } = self.phase.clone() else { return };
        let NodeKind::Signs(s) = &case.scenario.node(node).kind else { return };
        let count = |sign: bool, marked: bool| {
            s.parts.iter().enumerate().filter(|(n, p)| p.sign == sign && marks.contains(n) == marked).count() as u32
        };
        let (hits, misses, false_alarms, correct_rejections) =
            (count(true, true), count(true, false), count(false, true), count(false, false));
        let first_try = self.answered.insert(node);
        let at_tick = self.tick;
        self.tally.messages.push(MessageJudged {
            node,
            item: None,
            first_try,
            hits,
            misses,
            false_alarms,
            correct_rejections,
            ticks,
            at_tick,
        });
        self.emit(Event::Marked {
            node,
            marks: marks.iter().copied().collect(),
            hits: hits as usize,
            false_alarms: false_alarms as usize,
            ticks,
        });
        self.phase = Phase::Signs { node, ticks, marks, done: true };
    }

    pub(super) fn judge(&mut self, said: bool) {
        let case = Arc::clone(&self.case);
        let Phase::Judge { node, item, ticks, said: None } = self.phase else { return };
        let NodeKind::Judge(j) = &case.scenario.node(node).kind else { return };
        let Some(message) = j.items.get(item) else { return };
        let right = said == message.scam;
        let first_try = if item == 0 { self.answered.insert(node) } else { self.first_judging(node) };
        let one = |yes: bool| u32::from(yes);
        self.tally.messages.push(MessageJudged {
            node,
            item: Some(item),
            first_try,
            hits: one(message.scam && said),
            misses: one(message.scam && !said),
            false_alarms: one(!message.scam && said),
            correct_rejections: one(!message.scam && !said),
            ticks,
            at_tick: self.tick,
        });
        self.emit(Event::Judged { node, item, said_scam: said, right, ticks });
        self.phase = Phase::Judge { node, item, ticks, said: Some(said) };
    }

    /// Later messages of a node count as first try when its first message did, in the same visit.
    fn first_judging(&self, node: crate::scenario::NodeId) -> bool {
        self.tally.messages.iter().rev().find(|m| m.node == node && m.item == Some(0)).is_some_and(|m| m.first_try)
    }

    pub(super) fn next_message(&mut self, node: crate::scenario::NodeId, item: usize) {
        let case = Arc::clone(&self.case);
        let NodeKind::Judge(j) = &case.scenario.node(node).kind else { return };
        if item + 1 < j.items.len() {
            self.phase = Phase::Judge { node, item: item + 1, ticks: 0, said: None };
        } else {
            self.enter(j.go);
        }
    }
}
