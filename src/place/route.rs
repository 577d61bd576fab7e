//! A way from here to there on foot, for scripted students and for people in the scene.
//!
//! A* on a grid of footfalls, each checked with the same ground and the same boxes that stop a real walk.

use std::collections::BTreeSet;

use super::model::{DoorId, Place, PropId};
use super::solid::Solid;

/// What may stand in the way at this moment.
#[derive(Debug, Clone, Copy)]
pub struct Walk<'a> {
    /// The place.
    pub place: &'a Place,
    /// Its boxes.
    pub solids: &'a [Solid],
    /// Doors that stand open.
    pub open: &'a BTreeSet<DoorId>,
    /// Props that are not there.
    pub hidden: &'a BTreeSet<PropId>,
}

/// Radius of a person in plan, metres.
pub const RADIUS: f64 = 0.2;
/// Grid of the search, metres.
const CELL: f64 = 0.2;

impl Walk<'_> {
    /// Whether a box is there now.
    pub fn is_there(&self, solid: &Solid) -> bool {
        solid.door.is_none_or(|d| !self.open.contains(&d)) && solid.prop.is_none_or(|p| !self.hidden.contains(&p))
    }

    /// Whether a person of `radius` and `height` can stand at a position.
    pub fn is_free(&self, x: f64, y: f64, z: f64, radius: f64, height: f64) -> bool {
        !self
            .solids
            .iter()
            .any(|s| s.y.0 < y + height && s.y.1 > y + super::ground::STEP && s.push_out(x, z, radius).is_some() && self.is_there(s))
    }

    /// Moves a person from `at` by `(dx, dz)`, sliding along what is in the way.
    pub fn slide(&self, at: [f64; 3], dx: f64, dz: f64, radius: f64, height: f64) -> [f64; 3] {
        let (mut x, mut z) = (at[0] + dx, at[2] + dz);
        for _ in 0..3 {
            let mut moved = false;
            for s in self.solids {
                if s.y.0 < at[1] + height
                    && s.y.1 > at[1] + super::ground::STEP
                    && self.is_there(s)
                    && let Some((nx, nz)) = s.push_out(x, z, radius)
                {
                    (x, z) = (nx, nz);
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
        // No ground there: try each axis alone, so that one can walk along an edge.
        for (tx, tz) in [(x, z), (x, at[2]), (at[0], z)] {
            if let Some(y) = self.place.ground(tx, tz, at[1])
                && ((tx, tz) == (x, z) || self.is_free(tx, y, tz, radius * 0.98, height))
            {
                return [tx, y, tz];
            }
        }
        at
    }
}

/// Footfalls from `from` to within `near` metres of `to` (plan distance), or `None` when there is no way.
/// Doors that are closed but not locked count as passable when `through_doors`.
pub fn route(walk: &Walk<'_>, from: [f64; 3], to: [f64; 3], near: f64, through_doors: bool) -> Option<Vec<[f64; 3]>> {
    type Cell = (i32, i32, i32);
    let key = |p: [f64; 3]| -> Cell { (round(p[0] / CELL), round(p[1] * 10.0), round(p[2] / CELL)) };
    let spot = |c: Cell| [f64::from(c.0) * CELL, f64::from(c.1) / 10.0, f64::from(c.2) * CELL];
    let solids: Vec<Solid> = walk.solids.iter().filter(|s| !(through_doors && s.door.is_some())).cloned().collect();
    let free = Walk { solids: &solids, ..*walk };
    let far = |c: &Cell| {
        let p = spot(*c);
        let d = libm::hypot(p[0] - to[0], p[2] - to[2]);
        d + (p[1] - to[1]).abs()
    };
    let next = |c: &Cell| {
        let p = spot(*c);
        let mut out: Vec<(Cell, u32)> = Vec::with_capacity(8);
        for (ix, iz, cost) in [(1, 0, 10), (-1, 0, 10), (0, 1, 10), (0, -1, 10), (1, 1, 14), (1, -1, 14), (-1, 1, 14), (-1, -1, 14)] {
            let (x, z) = (f64::from(c.0 + ix) * CELL, f64::from(c.2 + iz) * CELL);
            // No cutting of corners over an edge: both squares beside a slanting step must carry a foot.
            let cuts = ix != 0 && iz != 0 && (free.place.ground(x, p[2], p[1]).is_none() || free.place.ground(p[0], z, p[1]).is_none());
            if cuts {
                continue;
            }
            if let Some(y) = free.place.ground(x, z, p[1]) {
                // Keep a hand's breadth off the walls where there is room for it, and squeeze where there is none.
                if free.is_free(x, y, z, RADIUS - 0.03, 1.7) {
                    let wide = [RADIUS + 0.03, RADIUS + 0.16].iter().filter(|r| !free.is_free(x, y, z, **r, 1.7)).count() as u32;
                    let tight = wide * 6;
                    out.push(((c.0 + ix, round(y * 10.0), c.2 + iz), cost + tight));
                }
            }
        }
        out
    };
    let (path, _) = pathfinding::directed::astar::astar(
        &key(from),
        next,
        |c| (far(c) / CELL * 10.0) as u32,
        |c| {
            let p = spot(*c);
            libm::hypot(p[0] - to[0], p[2] - to[2]) <= near.max(CELL * 0.8) && (p[1] - to[1]).abs() < 0.6
        },
    )?;
    Some(path.into_iter().map(spot).collect())
}

fn round(x: f64) -> i32 {
    libm::round(x) as i32
}
