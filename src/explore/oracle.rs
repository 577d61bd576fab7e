//! Answers to what a state leaves open, one possibility after the other: a turn is taken again and again until every
//! combination of answers has been given.

use std::cell::{Cell, RefCell};

use crate::run::Question;
use crate::scenario::VariantId;

/// One thing that was told while a turn was taken, in the order asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Told {
    /// A variant was drawn.
    Drawn(VariantId, usize),
    /// The place was asked. `open` when it could have been answered otherwise.
    Place { question: Question, holds: bool, open: bool },
}

/// Gives answers by a script and adds to it when asked beyond its end.
#[derive(Debug, Default)]
pub(super) struct Oracle {
    /// Which answer was given, and of how many.
    script: RefCell<Vec<(u32, u32)>>,
    at: Cell<usize>,
    told: RefCell<Vec<Told>>,
}

impl Oracle {
    /// Forgets everything, for another turn.
    pub(super) fn restart(&mut self) {
        self.script.get_mut().clear();
        self.rewind();
    }

    /// The same turn once more.
    fn rewind(&mut self) {
        self.at.set(0);
        self.told.get_mut().clear();
    }

    /// Prepares the next combination of answers; false when all have been given.
    pub(super) fn advance(&mut self) -> bool {
        let script = self.script.get_mut();
        while let Some((given, of)) = script.pop() {
            if given + 1 < of {
                script.push((given + 1, of));
                self.rewind();
                return true;
            }
        }
        false
    }

    /// One of `of` answers.
    pub(super) fn draw(&self, of: u32) -> u32 {
        let at = self.at.get();
        self.at.set(at + 1);
        let mut script = self.script.borrow_mut();
        if at == script.len() {
            script.push((0, of));
        }
        script[at].0
    }

    /// Keeps what was told.
    pub(super) fn note(&self, told: Told) {
        self.told.borrow_mut().push(told);
    }

    /// What was told in this turn.
    pub(super) fn told(&self) -> Vec<Told> {
        self.told.borrow().clone()
    }

    /// How much had to be supposed of the place in this turn.
    pub(super) fn assumptions(&self) -> usize {
        self.told.borrow().iter().filter(|t| matches!(t, Told::Place { open: true, .. })).count()
    }

    /// How many combinations of answers are as likely as this one: the product of the answers each question had.
    pub(super) fn odds(&self) -> f64 {
        self.script.borrow().iter().map(|(_, of)| f64::from(*of)).product()
    }
}

#[cfg(test)]
mod tests {
    use super::Oracle;

    #[test]
    fn every_combination_comes_once_even_when_questions_depend_on_answers() {
        let mut oracle = Oracle::default();
        let mut met = Vec::new();
        oracle.restart();
        loop {
            let first = oracle.draw(3);
            met.push(if first == 1 { (first, oracle.draw(2)) } else { (first, 9) });
            if !oracle.advance() {
                break;
            }
        }
        assert_eq!(met, [(0, 9), (1, 0), (1, 1), (2, 9)]);
    }
}
