//! Whether the student is shut in: no way out of the building that somebody could still go, crawling.

use std::collections::BTreeSet;

use super::engine::Run;
use crate::place::{Door, DoorId, RoomId};

/// The head of somebody who crawls, m.
const CRAWLS: f64 = 0.5;
/// Hotter than this nobody crawls through, ℃ (as in `physics::exposure::tenability`).
const HOT: f64 = 60.0;
/// Nor where there is more carbon monoxide than this, ppm (as there).
const MUCH_CO: f64 = 1_400.0;
/// Nor where one sees less than an arm's length, m. Design value.
const BLIND: f64 = 1.0;

impl Run {
    /// Whether every way from the student's room into the open leads through a door that does not open, or a room that nobody gets
    /// through, even crawling. Whoever is in the open is not trapped; a sealed door can be opened again.
    pub fn is_trapped(&self) -> bool {
        let place = &self.case.place;
        let Some(own) = place.room_at(self.body.at) else { return false };
        let (mut seen, mut ways) = (BTreeSet::from([own]), vec![own]);
        while let Some(room) = ways.pop() {
            if place.rooms[room.index()].open {
                return false;
            }
            for (n, door) in place.doors.iter().enumerate() {
                let beyond = match (door.room == room, door.to == Some(room)) {
                    (true, _) => door.to,
                    (_, true) => Some(door.room),
                    _ => continue,
                };
                if !self.opens(DoorId(n as u16), door) {
                    continue;
                }
                // A door with no room behind it leads out of the place.
                let Some(beyond) = beyond else { return false };
                if self.can_crawl(beyond) && seen.insert(beyond) {
                    ways.push(beyond);
                }
            }
        }
        true
    }

    /// Whether somebody could come through a door, by opening it if need be.
    fn opens(&self, id: DoorId, door: &Door) -> bool {
        let is_jammed = self.ground.as_ref().is_some_and(|g| g.jammed().contains(&id));
        door.leaf.is_none() || self.open.contains(&id) || !(self.locked.contains(&id) || is_jammed)
    }

    fn can_crawl(&self, room: RoomId) -> bool {
        let here = self.here_in(Some(room), CRAWLS);
        self.case.place.rooms[room.index()].open
            || (here.air.temperature_c < HOT && here.air.co_ppm < MUCH_CO && here.visibility() >= BLIND)
    }
}
