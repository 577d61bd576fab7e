//! What has been supposed of the place at one moment, so that its answers agree: nobody is crouched and upright at once,
//! or in two rooms, or sees less than three metres and more than five.

use std::cell::{Cell, RefCell};

use super::range::Range;
use crate::place::RoomId;
use crate::scenario::{Happening, Measure};

/// Measures in a fixed order.
const MEASURES: [Measure; 11] = [
    Measure::Layer,
    Measure::Visibility,
    Measure::Smoke,
    Measure::Temp,
    Measure::Shaking,
    Measure::Saved,
    Measure::Waiting,
    Measure::Fallen,
    Measure::Dose,
    Measure::Heat,
    Measure::Hurt,
];
/// So many of them may change when a node is entered: all but the doses, which need time.
const SUDDEN: usize = 8;

fn slot(measure: Measure) -> usize {
    MEASURES.iter().position(|m| *m == measure).expect("all measures are listed")
}

/// Answers of one moment.
#[derive(Debug, Default)]
pub(super) struct Senses {
    /// Anything below holds something: most moments ask for nothing.
    is_used: Cell<bool>,
    ranges: RefCell<[Option<Range>; MEASURES.len()]>,
    /// What is known of the air of named rooms: few, so they are gone through.
    rooms: RefCell<Vec<(RoomId, Measure, Range)>>,
    crouching: Cell<Option<bool>>,
    /// Where the student is known to be: in a room, or in none.
    room: Cell<Option<Option<RoomId>>>,
    /// Rooms the student is known not to be in.
    elsewhere: RefCell<Vec<RoomId>>,
    /// What is known to have happened, or not to have.
    happened: RefCell<Vec<(Happening, bool)>>,
}

impl Senses {
    /// Time goes by: anything may have changed.
    pub(super) fn forget(&self) {
        if self.is_used.replace(false) {
            *self.ranges.borrow_mut() = [None; MEASURES.len()];
            self.rooms.borrow_mut().clear();
            self.crouching.set(None);
            self.happened.borrow_mut().clear();
            self.forget_room();
        }
    }

    fn forget_room(&self) {
        self.room.set(None);
        self.elsewhere.borrow_mut().clear();
    }

    /// In no time a node is entered: hazards may begin, and the student may be put elsewhere (`Some`: where).
    pub(super) fn look_again(&self, put: Option<Option<RoomId>>) {
        if self.is_used.get() {
            self.ranges.borrow_mut()[..SUDDEN].fill(None);
            self.rooms.borrow_mut().clear();
        }
        if let Some(room) = put {
            self.forget_room();
            self.room.set(Some(room));
            self.is_used.set(true);
        }
    }

    /// What is known of a measure at this moment.
    pub(super) fn range(&self, measure: Measure) -> Option<Range> {
        self.ranges.borrow()[slot(measure)]
    }

    pub(super) fn set_range(&self, measure: Measure, range: Range) {
        self.is_used.set(true);
        self.ranges.borrow_mut()[slot(measure)] = Some(range);
    }

    pub(super) fn happened(&self, what: Happening) -> Option<bool> {
        self.happened.borrow().iter().find(|(known, _)| *known == what).map(|(_, yes)| *yes)
    }

    pub(super) fn set_happened(&self, what: Happening, yes: bool) {
        self.is_used.set(true);
        self.happened.borrow_mut().push((what, yes));
    }

    /// What is known of the air of a room at this moment.
    pub(super) fn range_in(&self, room: RoomId, measure: Measure) -> Option<Range> {
        self.rooms.borrow().iter().find(|(r, m, _)| (*r, *m) == (room, measure)).map(|(.., range)| *range)
    }

    pub(super) fn set_range_in(&self, room: RoomId, measure: Measure, range: Range) {
        self.is_used.set(true);
        let mut rooms = self.rooms.borrow_mut();
        rooms.retain(|(r, m, _)| (*r, *m) != (room, measure));
        rooms.push((room, measure, range));
    }

    pub(super) fn crouching(&self) -> Option<bool> {
        self.crouching.get()
    }

    pub(super) fn set_crouching(&self, yes: bool) {
        self.is_used.set(true);
        self.crouching.set(Some(yes));
    }

    /// Whether the student is in a room, if it is known.
    pub(super) fn is_in(&self, room: RoomId) -> Option<bool> {
        match self.room.get() {
            Some(known) => Some(known == Some(room)),
            None => self.elsewhere.borrow().contains(&room).then_some(false),
        }
    }

    pub(super) fn set_in(&self, room: RoomId, yes: bool) {
        self.is_used.set(true);
        if yes {
            self.room.set(Some(Some(room)));
        } else {
            self.elsewhere.borrow_mut().push(room);
        }
    }
}
