//! Which doors a student could have left otherwise, and from which step on.

use std::collections::BTreeMap;

use super::course::{Course, Hold};
use crate::place::DoorId;

/// Steps that it takes to pull a door shut behind one: a second.
const PULL: usize = 10;
/// A door that still stands open so many steps after one has passed was left open.
const LEFT: usize = 30;

/// What a student did with a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// Went through, or was asked about it, and left it open.
    LeftOpen,
    /// Shut it.
    Shut,
    /// Opened it and did not go through.
    Opened,
}

/// What was done with doors, by step. Of several times the last counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Handled {
    passed: BTreeMap<DoorId, usize>,
    shut: BTreeMap<DoorId, usize>,
    opened: BTreeMap<DoorId, usize>,
    asked: BTreeMap<DoorId, usize>,
    /// In the order of the doors.
    pub acts: Vec<(Act, Hold)>,
}

impl Handled {
    pub fn passed(&mut self, door: DoorId, step: usize) {
        self.passed.insert(door, step);
    }

    pub fn by_hand(&mut self, door: DoorId, open: bool, step: usize) {
        if open { &mut self.opened } else { &mut self.shut }.insert(door, step);
    }

    /// A question was answered otherwise than by shutting this door; the first time counts.
    pub fn could_shut(&mut self, door: DoorId, step: usize) {
        self.asked.entry(door).or_insert(step);
    }

    /// What could have been otherwise, once the whole course is known.
    pub fn settle(&mut self, course: &Course) {
        let until = |door, step| course.moved_after(door, step).unwrap_or(usize::MAX);
        let mut acts = BTreeMap::new();
        for (door, step) in &self.asked {
            acts.insert(*door, (Act::LeftOpen, Hold { door: *door, open: false, from: *step, until: until(*door, *step) }));
        }
        for (door, step) in &self.opened {
            let was_used = self.passed.get(door).is_some_and(|p| p >= step);
            if !was_used && course.is_open(*door, step + 1) {
                acts.insert(*door, (Act::Opened, Hold { door: *door, open: false, from: *step, until: until(*door, *step + 1) }));
            }
        }
        for (door, step) in &self.passed {
            if course.is_open(*door, step + LEFT) {
                let from = step + PULL;
                acts.insert(*door, (Act::LeftOpen, Hold { door: *door, open: false, from, until: until(*door, from) }));
            }
        }
        for (door, step) in &self.shut {
            // The door is shut from the step that comes.
            if !course.is_open(*door, step + 1) {
                acts.insert(*door, (Act::Shut, Hold { door: *door, open: true, from: *step, until: until(*door, step + 1) }));
            }
        }
        self.acts = acts.into_values().collect();
    }
}
