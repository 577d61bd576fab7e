//! What the rooms of a place were like through a run, and what the student met: the numbers behind the curves and the times
//! available for escape. Ends where somebody asks what it would have been otherwise (`what_if`).

use std::collections::BTreeSet;

use crate::hazard::{Dose, FAR, Here, step_dose};
use crate::physics::exposure::Limit;
use crate::physics::exposure::tenability::{LARGE_ROOM, SMALL_ROOM, TenabilitySet};
use crate::place::{Place, RoomFinish, RoomId};

/// The head of somebody who stands, m: the height that times available are told for.
pub const STANDING: f64 = 1.6;
/// Rooms that are watched at most: the nearest by doors.
const MOST_ROOMS: usize = 64;
/// Frames that are kept at most; beyond, every other one goes and from then on half as many come.
const MOST_FRAMES: usize = 2_400;
/// A room larger than this is one in which the way must be found, m² (design value).
const LARGE: f64 = 100.0;

/// When and why a room can no longer be used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Untenable {
    /// Seconds of action since the drill began.
    pub time: f64,
    /// Which limit was passed first.
    pub limit: Limit,
}

/// A room at a moment, 1.6 m above its floor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Lower edge of the smoke, m.
    pub layer: f64,
    /// How far one sees, m.
    pub visibility: f64,
}

/// What the student met at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Met {
    /// Lower edge of the smoke in the room they were in, m.
    pub layer: f64,
    /// How far they saw, m.
    pub visibility: f64,
    /// Height of their head, m.
    pub head: f64,
    /// Doses so far.
    pub dose: Dose,
}

/// What has come of a room so far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct State {
    /// Dose of somebody who has stood there since the beginning.
    pub dose: Dose,
    /// When it could no longer be used.
    pub untenable: Option<Untenable>,
    /// Least visibility so far, m.
    pub least_visibility: f64,
}

/// A room through time.
#[derive(Debug, Clone, PartialEq)]
pub struct Watched {
    /// Which.
    pub room: RoomId,
    /// What has come of it.
    pub state: State,
    /// One for each time of the film.
    pub readings: Vec<Reading>,
}

/// Rooms and student through time.
#[derive(Debug, Clone, PartialEq)]
pub struct Film {
    /// Seconds of action since the drill began.
    pub times: Vec<f64>,
    /// What the student met; it ends with the run, the rooms go on.
    pub you: Vec<Met>,
    /// The nearest rooms first.
    pub rooms: Vec<Watched>,
    /// The last moment looked at.
    pub until: f64,
    looks: usize,
    every: usize,
}

impl Film {
    /// An empty film of the indoor rooms nearest to some rooms.
    pub(super) fn of(place: &Place, from: &[RoomId]) -> Self {
        let state = State { dose: Dose::default(), untenable: None, least_visibility: FAR };
        let rooms = nearest(place, from).into_iter().map(|room| Watched { room, state, readings: Vec::new() }).collect();
        Self { times: Vec::new(), you: Vec::new(), rooms, until: 0.0, looks: 0, every: 1 }
    }

    /// An empty film of the same rooms that goes on from how they stood.
    pub(super) fn going_on(&self, states: &[State]) -> Self {
        let rooms = self.rooms.iter().zip(states).map(|(w, s)| Watched { room: w.room, state: *s, readings: Vec::new() }).collect();
        Self { times: Vec::new(), you: Vec::new(), rooms, until: 0.0, looks: 0, every: 1 }
    }

    /// How the rooms stand.
    pub(super) fn states(&self) -> Vec<State> {
        self.rooms.iter().map(|w| w.state).collect()
    }

    /// Looks at everything: `seconds` have passed since the last look.
    pub(super) fn look(&mut self, place: &Place, time: f64, seconds: f64, you: Option<Met>, met: impl Fn(RoomId) -> Here) {
        let keep = self.looks.is_multiple_of(self.every);
        self.looks += 1;
        self.until = time;
        for watched in &mut self.rooms {
            let room = &place.rooms[watched.room.index()];
            let here = met(watched.room);
            let reading = Reading { layer: here.layer.min(room.height), visibility: here.visibility() };
            watched.state.pass(&here, limits(place, watched.room), reading, time, seconds);
            if keep {
                watched.readings.push(reading);
            }
        }
        if keep {
            self.times.push(time);
            self.you.extend(you);
        }
        if self.times.len() > MOST_FRAMES {
            self.thin();
        }
    }

    fn thin(&mut self) {
        self.every *= 2;
        thin(&mut self.times);
        thin(&mut self.you);
        for watched in &mut self.rooms {
            thin(&mut watched.readings);
        }
    }

    /// A room of the film.
    pub fn room(&self, room: RoomId) -> Option<&Watched> {
        self.rooms.iter().find(|w| w.room == room)
    }
}

impl State {
    fn pass(&mut self, here: &Here, limits: TenabilitySet, reading: Reading, time: f64, seconds: f64) {
        self.dose = step_dose(self.dose, here, seconds);
        self.least_visibility = self.least_visibility.min(reading.visibility);
        if self.untenable.is_none() {
            let passed = limits.passed(&here.air, reading.layer, self.dose.toxic.max(self.dose.heat));
            self.untenable = passed.map(|limit| Untenable { time, limit });
        }
    }
}

/// Every other one goes.
pub(super) fn thin<T>(list: &mut Vec<T>) {
    let mut n = 0_usize;
    list.retain(|_| {
        n += 1;
        n % 2 == 1
    });
}

/// The limits of a room: corridors, stairs and halls need a longer view than a room that is left in a few steps.
pub fn limits(place: &Place, room: RoomId) -> TenabilitySet {
    let room = &place.rooms[room.index()];
    let area = (room.max.0 - room.min.0) * (room.max.1 - room.min.1);
    let is_way = matches!(room.finish, RoomFinish::Corridor | RoomFinish::Stair | RoomFinish::Lobby);
    if is_way || area > LARGE { LARGE_ROOM } else { SMALL_ROOM }
}

/// Indoor rooms, by how many doors they are away, then in the order of the file.
fn nearest(place: &Place, from: &[RoomId]) -> Vec<RoomId> {
    let mut seen: BTreeSet<RoomId> = from.iter().copied().collect();
    let mut ring: Vec<RoomId> = seen.iter().copied().collect();
    let mut found = Vec::new();
    while !ring.is_empty() && found.len() < MOST_ROOMS {
        found.extend(ring.iter().copied().filter(|r| !place.rooms[r.index()].open));
        let mut next = BTreeSet::new();
        for door in &place.doors {
            let Some(to) = door.to else { continue };
            for (a, b) in [(door.room, to), (to, door.room)] {
                if ring.contains(&a) && !seen.contains(&b) {
                    next.insert(b);
                }
            }
        }
        seen.extend(next.iter().copied());
        ring = next.into_iter().collect();
    }
    found.truncate(MOST_ROOMS);
    found
}
