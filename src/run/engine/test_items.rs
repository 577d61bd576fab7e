//! Test questions, and marking and judging as they come in. What follows from marks and judgements is in `rules`.

use std::sync::Arc;

use super::super::event::Event;
use super::super::rules;
use super::{Phase, Run};
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
        rules::submit(&case.scenario, self);
    }

    pub(super) fn judge(&mut self, said: bool) {
        let case = Arc::clone(&self.case);
        rules::judge(&case.scenario, self, said);
    }
}
