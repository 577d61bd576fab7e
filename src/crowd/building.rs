//! A place made ready for a crowd: from which rooms one gets out, how many a room holds, what its areas and openings are in the place.
//! Ends where people are put into it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::check::PlanError;
use super::nav::Nav;
use super::of_place::{Drawn, draw};
use super::people::Crowd;
use super::person::PersonSpec;
use super::plan::{AreaKind, Floorplan, Rect};
use super::route::{Belief, Field, field};
use crate::place::{DoorId, Place, PropId, RoomId};

/// People who are put into a room stand this far from each other at least, m.
const APART: f64 = 0.6;
/// On a wide ground they stand further apart, so that no more than this are in a row.
const MOST_IN_A_ROW: f64 = 100.0;

/// A place made ready for a crowd. Shared: a clone costs nothing.
#[derive(Debug, Clone)]
pub struct Building(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    nav: Arc<Nav>,
    /// By area.
    rooms: Vec<RoomId>,
    /// By opening.
    doors: Vec<Option<DoorId>>,
    /// Seconds to safety over every door, none of them locked.
    to_goal: Field,
}

impl Building {
    /// Makes a place ready. People gather around `goal` (x, y, z, m), or are safe anywhere outdoors when there is none.
    ///
    /// An error when there is nowhere to go, or no room from which there is a way.
    pub fn of(place: &Place, goal: Option<[f64; 3]>) -> Result<Self, PlanError> {
        let Drawn { plan, rooms, doors } = draw(place, goal)?;
        let nav = Nav::new(plan)?;
        let targets: Vec<(usize, Rect)> = if goal.is_some() {
            nav.plan.goals.iter().map(|g| (g.area, g.rect)).collect()
        } else {
            (0..rooms.len()).filter(|n| nav.is_outside(*n)).map(|n| (n, nav.ground[n])).collect()
        };
        if targets.is_empty() {
            return Err(PlanError::new("rooms", "there is no ground outdoors: make a room open, or give a goal"));
        }
        let to_goal = field(&nav, &targets, &Belief::default());
        let indoors: BTreeSet<RoomId> = (0..rooms.len()).filter(|n| !nav.is_outside(*n)).map(|n| rooms[n]).collect();
        let building = Self(Arc::new(Inner { nav: Arc::new(nav), rooms, doors, to_goal }));
        if !indoors.is_empty() && !indoors.iter().any(|r| building.leads_out(*r)) {
            return Err(PlanError::new("doors", "no way leads from any room to the goal: join them by doors, gaps and stairs"));
        }
        Ok(building)
    }

    /// People in it; see [`Crowd::new`].
    pub fn crowd(&self, people: &[PersonSpec], seed: u64) -> Result<Crowd, PlanError> {
        Crowd::within(Arc::clone(&self.0.nav), people, seed)
    }

    /// The plan.
    pub fn plan(&self) -> &Floorplan {
        &self.0.nav.plan
    }

    /// The room that an area belongs to.
    pub fn room(&self, area: usize) -> RoomId {
        self.0.rooms[area]
    }

    /// The door that an opening is; `None` = an edge between two grounds.
    pub fn door(&self, opening: usize) -> Option<DoorId> {
        self.0.doors[opening]
    }

    fn areas(&self, room: RoomId) -> impl Iterator<Item = usize> + '_ {
        (0..self.0.rooms.len()).filter(move |n| self.0.rooms[*n] == room)
    }

    fn is_on_the_way(&self, area: usize, opening: usize) -> bool {
        self.0.nav.openings[area].contains(&opening) && self.0.to_goal.0[opening].is_finite()
    }

    fn is_goal(&self, area: usize) -> bool {
        let goals = &self.plan().goals;
        if goals.is_empty() { self.0.nav.is_outside(area) } else { goals.iter().any(|g| g.area == area) }
    }

    /// Whether some way leads from a room to the goal while no door is locked.
    pub fn leads_out(&self, room: RoomId) -> bool {
        self.areas(room).any(|a| self.is_goal(a) || self.0.nav.openings[a].iter().any(|o| self.is_on_the_way(a, *o)))
    }

    /// Spots on the free floor of a room, x, y, z in m, from which one gets out: as many people as it holds, at least 0.6 m apart.
    pub fn spots(&self, room: RoomId) -> Vec<[f64; 3]> {
        let nav = &self.0.nav;
        let mut out = Vec::new();
        for area in self.areas(room).filter(|a| !matches!(nav.area(*a).kind, AreaKind::Stair { .. })) {
            let ground = nav.ground[area];
            let steps = |axis: usize| {
                let wide = ground.max[axis] - ground.min[axis];
                let apart = APART.max(wide / MOST_IN_A_ROW);
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 100")]
                let count = (wide / apart + 1e-9) as u32;
                let rest = (wide - f64::from(count) * apart) / 2.0;
                (0..=count).map(move |n| ground.min[axis] + rest + f64::from(n) * apart)
            };
            for x in steps(0) {
                for z in steps(1) {
                    let spot = [x, z];
                    let gets_out = || {
                        let ways = nav.openings[area].iter().filter(|o| self.is_on_the_way(area, **o));
                        self.is_goal(area) || ways.into_iter().any(|o| nav.approach(area, *o, spot).is_some())
                    };
                    if nav.is_free(area, spot) && gets_out() {
                        out.push([x, nav.area(area).floor, z]);
                    }
                }
            }
        }
        out
    }
}

/// Where a person of a room can lie: its beds.
pub fn beds(place: &Place, room: RoomId) -> impl Iterator<Item = PropId> + '_ {
    let is_bed = move |n: &usize| {
        let prop = &place.props[*n];
        prop.kind.solid && prop.kind.name.ends_with("_bed") && !prop.hidden && place.room_at(prop.at) == Some(room)
    };
    (0..place.props.len()).filter(is_bed).map(|n| PropId(n as u16))
}
