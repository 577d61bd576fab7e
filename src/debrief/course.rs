//! Where the student's head was at every step of the air, and how the doors stood: enough to let the air go on from a
//! checkpoint with one door otherwise, without playing the story again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::film::{Film, State};
use crate::hazard::{self, Clocks, Dose, Here, Leaf, Smoke};
use crate::place::{DoorId, RoomId};
use crate::run::{HAZARD_TICKS, Posture, Run};
use crate::scenario::{Loaded, TICKS_PER_SECOND};

/// Seconds of a step of the air.
pub(super) const STEP: f64 = HAZARD_TICKS as f64 / TICKS_PER_SECOND as f64;
/// The rooms are looked at every so many steps.
pub(super) const LOOK: usize = 5;
/// A checkpoint is kept every so many steps, as long as there is room.
const CHECK: usize = 300;
/// Checkpoints that are kept at most.
const MOST_CHECKPOINTS: usize = 40;

/// The student at a step of the air.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub tick: u32,
    pub room: Option<RoomId>,
    pub posture: Posture,
    /// The feet as the step began, m.
    pub at: [f64; 3],
    /// Intensity of the shaking, degrees.
    pub shaking: f64,
}

/// Everything as it stood before a step.
#[derive(Debug, Clone)]
pub(super) struct Checkpoint {
    pub step: usize,
    pub smoke: Option<Smoke>,
    pub dose: Dose,
    pub rooms: Vec<State>,
}

/// A whole run, step by step.
#[derive(Debug, Clone, Default)]
pub(super) struct Course {
    pub steps: Vec<Step>,
    /// From this step on the door stands so.
    pub doors: Vec<(usize, DoorId, bool)>,
    /// From this step on its gaps are stopped with wet cloth, or no longer.
    seals: Vec<(usize, DoorId, bool)>,
    /// From this step on.
    pub clocks: Vec<(usize, Clocks)>,
    /// In time.
    pub checkpoints: Vec<Checkpoint>,
    open: BTreeSet<DoorId>,
    sealed: BTreeSet<DoorId>,
    thinned: u32,
}

impl Course {
    /// How doors and hazards stand before the step that comes.
    pub fn stand(&mut self, run: &Run) {
        let (now, clocks) = (self.steps.len(), run.clocks());
        let note = |log: &mut Vec<_>, was: &mut BTreeSet<DoorId>, is: &BTreeSet<DoorId>| {
            if was != is {
                log.extend(was.symmetric_difference(is).map(|d| (now, *d, is.contains(d))));
                was.clone_from(is);
            }
        };
        note(&mut self.doors, &mut self.open, run.open_doors());
        note(&mut self.seals, &mut self.sealed, run.sealed_doors());
        if self.clocks.last().is_none_or(|(_, last)| last != clocks) {
            self.clocks.push((now, clocks.clone()));
        }
    }

    /// Whether a checkpoint is due before the step that comes.
    pub fn is_due(&self) -> bool {
        self.steps.len().is_multiple_of(CHECK << self.thinned) && self.checkpoints.last().is_none_or(|c| c.step < self.steps.len())
    }

    pub fn check(&mut self, checkpoint: Checkpoint) {
        self.checkpoints.push(checkpoint);
        if self.checkpoints.len() > MOST_CHECKPOINTS {
            super::film::thin(&mut self.checkpoints);
            self.thinned += 1;
        }
    }

    /// Whether a door stands open at a step.
    pub fn is_open(&self, door: DoorId, step: usize) -> bool {
        self.doors.iter().rev().find(|(n, d, _)| *d == door && *n <= step).is_some_and(|(.., open)| *open)
    }

    /// The step at which a door is moved next.
    pub fn moved_after(&self, door: DoorId, step: usize) -> Option<usize> {
        self.doors.iter().find(|(n, d, _)| *d == door && *n > step).map(|(n, ..)| *n)
    }
}

/// One door otherwise than it stood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hold {
    pub door: DoorId,
    pub open: bool,
    /// From this step on, until before that one.
    pub from: usize,
    pub until: usize,
}

/// The air of a course, going on from some step.
pub(super) struct Going<'c> {
    case: &'c Arc<Loaded>,
    course: &'c Course,
    smoke: Option<Smoke>,
    hold: Option<Hold>,
    open: BTreeSet<DoorId>,
    sealed: BTreeSet<DoorId>,
    next_door: usize,
    next_seal: usize,
    clock: usize,
    /// Steps done.
    pub step: usize,
    pub dose: Dose,
    pub film: Film,
}

impl<'c> Going<'c> {
    /// From the last checkpoint before a step.
    pub fn from(case: &'c Arc<Loaded>, course: &'c Course, film: &Film, step: usize, hold: Option<Hold>) -> Option<Self> {
        let start = course.checkpoints.iter().rev().find(|c| c.step <= step)?;
        let film = film.going_on(&start.rooms);
        Some(Self::new(case, course, start.step, start.smoke.clone(), start.dose, film, hold))
    }

    /// From a state of the air.
    pub fn new(
        case: &'c Arc<Loaded>,
        course: &'c Course,
        step: usize,
        smoke: Option<Smoke>,
        dose: Dose,
        film: Film,
        hold: Option<Hold>,
    ) -> Self {
        Self {
            case,
            course,
            smoke,
            hold,
            open: BTreeSet::new(),
            sealed: BTreeSet::new(),
            next_door: 0,
            next_seal: 0,
            clock: 0,
            step,
            dose,
            film,
        }
    }

    /// Lets the air go on to a step; beyond the run's own end with everything as it stood last.
    pub fn run(&mut self, until: usize) {
        while self.step < until {
            self.once();
        }
    }

    fn once(&mut self) {
        let (course, place) = (self.course, &self.case.place);
        let catch_up = |log: &[(usize, DoorId, bool)], next: &mut usize, set: &mut BTreeSet<DoorId>| {
            while let Some((_, door, holds)) = log.get(*next).filter(|(n, ..)| *n <= self.step) {
                let _ = if *holds { set.insert(*door) } else { set.remove(door) };
                *next += 1;
            }
        };
        catch_up(&course.doors, &mut self.next_door, &mut self.open);
        catch_up(&course.seals, &mut self.next_seal, &mut self.sealed);
        while course.clocks.get(self.clock + 1).is_some_and(|(n, _)| *n <= self.step) {
            self.clock += 1;
        }
        let still = Clocks::default();
        let clocks = course.clocks.get(self.clock).map_or(&still, |(_, c)| c);
        let hazards = &self.case.scenario.hazards;
        let (open, sealed, step) = (&self.open, &self.sealed, self.step);
        let hold = self.hold.filter(|h| (h.from..h.until).contains(&step));
        if let Some(smoke) = &mut self.smoke {
            smoke.step(STEP, place, hazards, clocks, |d| match hold.filter(|h| h.door == d).map_or(open.contains(&d), |h| h.open) {
                true => Leaf::Open,
                false if sealed.contains(&d) => Leaf::Sealed,
                false => Leaf::Shut,
            });
        }
        let own = course.steps.get(step);
        let last = course.steps.last().map_or(0, |s| s.tick);
        let beyond = step.saturating_sub(course.steps.len().saturating_sub(1)) as u32;
        let tick = own.map_or(last + beyond * HAZARD_TICKS, |s| s.tick);
        let smoke = &self.smoke;
        let met = |room: Option<RoomId>, head: f64| met(hazards, clocks, tick, smoke.as_ref(), room, head);
        let you = own.map(|s| (met(s.room, s.posture.head()), s));
        if let Some((here, _)) = &you {
            self.dose = hazard::step_dose(self.dose, here, STEP);
        }
        self.step += 1;
        if self.step.is_multiple_of(LOOK) {
            let you = you.map(|(here, s)| super::film::Met {
                layer: capped(here.layer, s.room, &self.case.place),
                visibility: here.visibility(),
                head: s.posture.head(),
                dose: self.dose,
            });
            let time = self.step as f64 * STEP;
            self.film.look(place, time, LOOK as f64 * STEP, you, |room| met(Some(room), super::film::STANDING));
        }
    }
}

/// A layer above the ceiling is none.
pub(super) fn capped(layer: f64, room: Option<RoomId>, place: &crate::place::Place) -> f64 {
    room.map_or(layer, |r| layer.min(place.rooms[r.index()].height))
}

fn met(hazards: &[crate::scenario::Hazard], clocks: &Clocks, tick: u32, smoke: Option<&Smoke>, room: Option<RoomId>, head: f64) -> Here {
    let told = hazard::here(hazards, clocks, tick, room, head);
    smoke.map_or(told, |s| told.worse(s.here(room, head)))
}
