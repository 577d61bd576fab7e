//! The same way walked again, with one door otherwise: a real second computation of the air, from a checkpoint on.
//!
//! The way, the postures and the moments stay as they were, and so does every other door; only the air differs, and with it
//! dose, sight and the times available. That is what makes the two comparable. It is not a guess at what the student would have
//! done in better or worse air: in thinner smoke one walks faster, so a gain is told too small rather than too great.

use std::sync::Arc;

use super::course::{Course, Going, Hold};
use super::doors::Act;
use super::film::{Film, Untenable};
use super::record::{Recorded, horizon};
use crate::hazard::{Dose, FAR};
use crate::physics::exposure::Limit;
use crate::place::{DoorId, RoomFinish, RoomId};
use crate::scenario::{HazardKind, Loaded};

/// Doors that are tried at most: those nearest to smoke in time.
const MOST_TRIED: usize = 4;
/// A dose that changes by less is the same (fractional effective dose).
pub const DOSE_MATTERS: f64 = 0.02;
/// A time available that changes by less is the same, s.
pub const TIME_MATTERS: f64 = 5.0;

/// What another act would have changed.
#[derive(Debug, Clone, PartialEq)]
pub enum WhatIf {
    /// Nothing burns by physics: the air does not follow the doors.
    NoPhysics,
    /// The student left no door in a state that could have been another.
    NoDoor,
    /// So many doors were tried and none of them changes anything that can be noticed.
    NoDifference(usize),
    /// This one changes most.
    Door(Box<Counterfactual>),
}

/// One door otherwise, and what comes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Counterfactual {
    /// The door.
    pub door: DoorId,
    /// What the student did with it.
    pub act: Act,
    /// When it would have been otherwise: ticks since the run began.
    pub tick: u32,
    /// And seconds of action.
    pub time: f64,
    /// Doses at the end of the run, as they were.
    pub dose: Dose,
    /// And as they would have been.
    pub other_dose: Dose,
    /// Rooms whose time available changes, the one to be told first.
    pub rooms: Vec<RoomChange>,
    /// The rooms and the student's air with the door otherwise, from shortly before it.
    pub film: Film,
    /// Doors tried in all.
    pub tried: usize,
}

/// A room with the door as it was and otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoomChange {
    /// Which.
    pub room: RoomId,
    /// When it could no longer be used, as it was.
    pub was: Option<Untenable>,
    /// And otherwise.
    pub other: Option<Untenable>,
    /// Seconds gained; negative = lost.
    pub gain: f64,
    /// The air was not followed to the end of it: at least so much.
    pub at_least: bool,
    /// Least visibility, as it was and otherwise, m.
    pub least_visibility: (f64, f64),
}

impl RoomChange {
    /// Whether sight is what ends the room's use.
    pub fn is_sight(&self) -> bool {
        self.was.or(self.other).is_some_and(|u| u.limit == Limit::Visibility)
    }
}

/// Tries the doors and takes the one that changes most.
pub(super) fn what_if(case: &Arc<Loaded>, recorded: &Recorded) -> WhatIf {
    if recorded.run.smoke().is_none() {
        return WhatIf::NoPhysics;
    }
    let acts = worth_trying(case, recorded);
    if recorded.handled.acts.is_empty() {
        return WhatIf::NoDoor;
    }
    let tried = acts.len();
    let found = acts.into_iter().filter_map(|(act, hold)| otherwise(case, recorded, act, hold, tried));
    let best = found.filter(Counterfactual::matters).reduce(|a, b| if b.weight() > a.weight() { b } else { a });
    best.map_or(WhatIf::NoDifference(tried), |c| WhatIf::Door(Box::new(c)))
}

/// The doors beside which there was smoke, the earliest smoke first.
fn worth_trying(case: &Loaded, recorded: &Recorded) -> Vec<(Act, Hold)> {
    let smoky = |room: RoomId| {
        let watched = recorded.film.room(room)?;
        let first = watched.readings.iter().position(|r| r.visibility < FAR)?;
        recorded.film.times.get(first).copied()
    };
    let near = |door: DoorId| {
        let door = &case.place.doors[door.index()];
        [Some(door.room), door.to].into_iter().flatten().filter_map(smoky).min_by(f64::total_cmp)
    };
    let mut acts: Vec<(f64, Act, Hold)> =
        recorded.handled.acts.iter().filter_map(|(act, hold)| near(hold.door).map(|time| (time, *act, *hold))).collect();
    acts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.from.cmp(&b.2.from)));
    acts.truncate(MOST_TRIED);
    acts.into_iter().map(|(_, act, hold)| (act, hold)).collect()
}

/// Plays the air with one door otherwise.
fn otherwise(case: &Arc<Loaded>, recorded: &Recorded, act: Act, hold: Hold, tried: usize) -> Option<Counterfactual> {
    let (course, was) = (&recorded.course, &recorded.film);
    let steps = course.steps.len();
    let mut going = Going::from(case, course, was, hold.from.min(steps), Some(hold))?;
    going.run(steps);
    let other_dose = going.dose;
    going.run(horizon(steps));
    let film = going.film;
    Some(Counterfactual {
        door: hold.door,
        act,
        tick: tick(course, hold.from),
        time: hold.from as f64 * super::course::STEP,
        dose: recorded.run.dose(),
        other_dose,
        rooms: changes(case, was, &film),
        film,
        tried,
    })
}

fn tick(course: &Course, step: usize) -> u32 {
    course.steps.get(step).or(course.steps.last()).map_or(0, |s| s.tick)
}

/// Rooms whose time changes: ways out first, then by how much. Rooms in which it burns are not told: nobody stays there.
fn changes(case: &Loaded, was: &Film, other: &Film) -> Vec<RoomChange> {
    let burning = burning(case);
    let mut rooms: Vec<RoomChange> = was
        .rooms
        .iter()
        .zip(&other.rooms)
        .filter(|(w, _)| !burning.contains(&w.room))
        .map(|(w, o)| {
            let (a, b) = (w.state.untenable, o.state.untenable);
            let end = |u: Option<Untenable>| u.map_or(was.until, |u| u.time);
            RoomChange {
                room: w.room,
                was: a,
                other: b,
                gain: end(b) - end(a),
                at_least: a.is_some() != b.is_some(),
                least_visibility: (w.state.least_visibility, o.state.least_visibility),
            }
        })
        .filter(|c| c.gain.abs() >= TIME_MATTERS)
        .collect();
    let is_way = |r: RoomId| matches!(case.place.rooms[r.index()].finish, RoomFinish::Corridor | RoomFinish::Stair | RoomFinish::Lobby);
    rooms.sort_by(|a, b| is_way(b.room).cmp(&is_way(a.room)).then(b.gain.abs().total_cmp(&a.gain.abs())).then(a.room.cmp(&b.room)));
    rooms
}

/// The rooms in which something burns by physics.
pub(super) fn burning(case: &Loaded) -> Vec<RoomId> {
    let at = |h: &crate::scenario::Hazard| match h.kind {
        HazardKind::Burn { at, .. } => case.place.room_at(at),
        _ => None,
    };
    case.scenario.hazards.iter().filter_map(at).collect()
}

impl Counterfactual {
    /// How much the gas dose would have been less.
    pub fn dose_saved(&self) -> f64 {
        self.dose.toxic - self.other_dose.toxic
    }

    /// Whether anything changes that a person would notice.
    pub fn matters(&self) -> bool {
        !self.rooms.is_empty() || self.dose_saved().abs() >= DOSE_MATTERS || (self.dose.heat - self.other_dose.heat).abs() >= DOSE_MATTERS
    }

    /// A tenth of a dose weighs as much as a minute of a room.
    fn weight(&self) -> f64 {
        let dose = self.dose_saved().abs().max((self.dose.heat - self.other_dose.heat).abs());
        let time = self.rooms.iter().map(|r| r.gain.abs()).fold(0.0, f64::max);
        dose / 0.1 + time / 60.0
    }
}
