//! How much time the escape had left: the time available (ASET) against the time needed (RSET).
//!
//! ASET of a room: the first moment at which any limit of `physics::exposure::tenability` is passed for somebody who stands there,
//! 1.6 m above its floor, since the drill began (ISO 13571; PD 7974-6). RSET of a room: the moment at which this student was last
//! in it. The margin is ASET − RSET: positive, and the way was left before it failed.

use super::film::{Film, Untenable};
use super::trace::Trace;
use crate::place::{Place, RoomId};

/// A room that the student was in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoomTime {
    /// Which.
    pub room: RoomId,
    /// When it could no longer be used; `None` = it could to the end of what was computed.
    pub aset: Option<Untenable>,
    /// When the student was last in it, seconds of action.
    pub left: f64,
    /// Still there when the run ended: RSET is later.
    pub stayed: bool,
}

impl RoomTime {
    /// Seconds between leaving and the room's end; `None` = it did not end.
    pub fn margin(&self) -> Option<f64> {
        self.aset.map(|a| a.time - self.left)
    }
}

/// The times of a run.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Times {
    /// Indoor rooms by first visit.
    pub rooms: Vec<RoomTime>,
    /// Outdoors for good since; `None` = the run ended indoors.
    pub out: Option<f64>,
    /// The air was followed until then.
    pub until: f64,
}

impl Times {
    pub(super) fn of(place: &Place, trace: &Trace, film: &Film) -> Self {
        let last = trace.moments.last().and_then(|m| m.room);
        let time = |v: &super::trace::Visit| RoomTime {
            room: v.room,
            aset: film.room(v.room).and_then(|w| w.state.untenable),
            left: v.until,
            stayed: last == Some(v.room),
        };
        let rooms = trace.visits.iter().filter(|v| !place.rooms[v.room.index()].open).map(time).collect();
        Self { rooms, out: trace.out, until: film.until }
    }

    /// The room that was left with the least time to spare.
    pub fn closest(&self) -> Option<&RoomTime> {
        let least = |a: &&RoomTime, b: &&RoomTime| a.margin().unwrap_or(f64::MAX).total_cmp(&b.margin().unwrap_or(f64::MAX));
        self.rooms.iter().filter(|r| r.aset.is_some()).min_by(least)
    }
}
