//! What the student went through, twice a second, and what happened on the way. Plain data, bounded however long the run.

use super::film::thin;
use crate::hazard::Dose;
use crate::physics::quake::injury::Injury;
use crate::place::{DoorId, PropId, RoomId};
use crate::run::Posture;
use crate::scenario::{Grade, NodeId};

/// A moment is kept every so many ticks, as long as there is room.
pub(super) const EVERY: u32 = 30;
/// Moments that are kept at most; beyond, every other one goes.
const MOST_MOMENTS: usize = 2_400;
/// Happenings that are kept at most.
const MOST_HAPPENINGS: usize = 2_000;

/// The student at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// Ticks since the run began.
    pub tick: u32,
    /// Seconds of action since the drill began: the time in which fires burn and doses grow. Reading does not count.
    pub time: f64,
    /// x, y, z of the feet, m.
    pub at: [f64; 3],
    /// The student was put here and did not walk.
    pub jumped: bool,
    /// The room.
    pub room: Option<RoomId>,
    /// How they stood.
    pub posture: Posture,
    /// The step of the story.
    pub node: Option<NodeId>,
    /// Doses so far.
    pub dose: Dose,
    /// The greater of both doses, a minute, where they stood.
    pub rate: f64,
    /// How far they saw, m.
    pub visibility: f64,
    /// Lower edge of the smoke in the room, m.
    pub layer: f64,
    /// Where the head was, ℃.
    pub temperature: f64,
}

/// A choice as it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Ticks since the run began.
    pub tick: u32,
    /// Seconds of action.
    pub time: f64,
    /// Where the student stood.
    pub at: [f64; 3],
    /// The decision.
    pub node: NodeId,
    /// Which of its choices.
    pub choice: usize,
    /// How good.
    pub grade: Grade,
    /// It counted.
    pub first_try: bool,
    /// Time ran out.
    pub timed_out: bool,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum What {
    /// A door moved; by the student's own hand, or in the story.
    Door {
        /// Which.
        door: DoorId,
        /// It stands open now.
        open: bool,
        /// The student did it.
        by_hand: bool,
    },
    /// A hazard began.
    Fire {
        /// Which of the scenario's.
        hazard: usize,
    },
    /// Something came down.
    Fell(PropId),
    /// A door's frame holds its leaf.
    Jammed(DoorId),
    /// What came down hit the student.
    Hurt {
        /// What.
        by: PropId,
        /// How badly.
        injury: Injury,
    },
    /// A choice, by its place in [`Trace::choices`].
    Choice(usize),
    /// An ending.
    Ended(NodeId),
}

/// What happened, and when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Happening {
    /// Ticks since the run began.
    pub tick: u32,
    /// Seconds of action.
    pub time: f64,
    /// What.
    pub what: What,
}

/// A room that the student was in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Visit {
    /// Which.
    pub room: RoomId,
    /// First and last there, seconds of action.
    pub from: f64,
    /// Last there.
    pub until: f64,
}

/// A run as it was.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trace {
    /// In time.
    pub moments: Vec<Moment>,
    /// In time.
    pub happenings: Vec<Happening>,
    /// In time; number 1 is the first.
    pub choices: Vec<Chosen>,
    /// By first visit.
    pub visits: Vec<Visit>,
    /// Outdoors for good since, seconds of action.
    pub out: Option<f64>,
    /// Seconds of action in all.
    pub time: f64,
    /// The run was longer than a debrief looks.
    pub is_cut: bool,
    thinned: u32,
}

impl Trace {
    /// Whether a moment is due at a tick.
    pub(super) fn is_due(&self, tick: u32) -> bool {
        tick.is_multiple_of(EVERY << self.thinned)
    }

    pub(super) fn keep(&mut self, moment: Moment) {
        self.moments.push(moment);
        if self.moments.len() > MOST_MOMENTS {
            // Where one was put elsewhere must stay: else the way would run through walls.
            for n in (1..self.moments.len()).step_by(2) {
                let jumped = self.moments[n].jumped;
                if let Some(next) = self.moments.get_mut(n + 1) {
                    next.jumped |= jumped;
                }
            }
            thin(&mut self.moments);
            self.thinned += 1;
        }
    }

    pub(super) fn note(&mut self, tick: u32, what: What) {
        if self.happenings.len() < MOST_HAPPENINGS {
            self.happenings.push(Happening { tick, time: self.time, what });
        }
    }

    /// The student is in a room now.
    pub(super) fn visit(&mut self, room: Option<RoomId>, is_outdoors: bool) {
        self.out = if is_outdoors { self.out.or(Some(self.time)) } else { None };
        let Some(room) = room else { return };
        match self.visits.iter_mut().find(|v| v.room == room) {
            Some(visit) => visit.until = self.time,
            None => self.visits.push(Visit { room, from: self.time, until: self.time }),
        }
    }

    /// The greatest dose a minute.
    pub fn worst_rate(&self) -> f64 {
        self.moments.iter().map(|m| m.rate).fold(0.0, f64::max)
    }
}
