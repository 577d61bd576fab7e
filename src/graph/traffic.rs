//! What a class really chose: counts of first tries, by the names in the file. Who chose is not kept.

use std::collections::BTreeMap;

use super::map::Share;
use crate::record::{ChoiceRow, Filter, Store, StoreError};

/// First tries at every decision and message of a drill.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traffic {
    /// Runs that were counted.
    pub runs: u32,
    /// Runs that were played with another version of the file; what they share with this one is counted.
    pub other_versions: u32,
    picks: BTreeMap<(String, String), u32>,
    answered: BTreeMap<String, u32>,
    right: BTreeMap<String, Share>,
}

impl Traffic {
    /// Counts the runs of a drill that ended, of one class or of all. `content` is the hash of the file that is mapped.
    ///
    /// # Errors
    /// When the records cannot be read.
    pub fn of(store: &Store, scenario: &str, content: &str, class: Option<&str>) -> Result<Self, StoreError> {
        let filter = Filter { scenario: Some(scenario.to_owned()), class: class.map(str::to_owned), ..Filter::default() };
        let mut traffic = Self::default();
        for run in store.runs(&filter)? {
            traffic.runs += 1;
            traffic.other_versions += u32::from(run.content != content);
            for choice in store.choices(run.run_id)? {
                traffic.add(&choice);
            }
        }
        Ok(traffic)
    }

    /// Counts one choice, if it was the first answer at its node.
    pub fn add(&mut self, choice: &ChoiceRow) {
        if !choice.first_try {
            return;
        }
        if choice.grade.is_some() {
            *self.answered.entry(choice.node.clone()).or_default() += 1;
            *self.picks.entry((choice.node.clone(), choice.choice.clone())).or_default() += 1;
        } else if choice.max_points > 0 {
            let share = self.right.entry(choice.node.clone()).or_insert(Share { n: 0, of: 0 });
            share.of += 1;
            share.n += u32::from(choice.points == choice.max_points);
        }
    }

    /// How many answered a decision.
    pub fn answered(&self, node: &str) -> u32 {
        self.answered.get(node).copied().unwrap_or(0)
    }

    /// How many of them took this choice.
    pub fn picked(&self, node: &str, choice: &str) -> u32 {
        self.picks.get(&(node.to_owned(), choice.to_owned())).copied().unwrap_or(0)
    }

    /// Answers without a fault to marked or judged messages.
    pub fn right(&self, node: &str) -> Option<Share> {
        self.right.get(node).copied()
    }
}
