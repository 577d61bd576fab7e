//! The building as the crowd knows it: level rectangles, flights, openings, things in the way, where safety is. Ends before any search.
//!
//! How a `place::Place` becomes one (`pieces.rs`, `of_place.rs`):
//! - a room -> an [`Area`] with its rectangle and floor: `Corridor` for the finishes `Corridor`, `Lobby`, `Stair`; `Outside` when `open`, but
//!   not more than 1 m above the lowest open ground (a balcony is no safety); else `Room`;
//! - a slab -> an area of its own (`Corridor`, floor = its `y`), a flight -> a `Stair` (floor = `low`, rise = `high - low`, up = `up`); what
//!   they leave of the floor with 1.9 m of headroom, and what houses leave of a yard, -> as many rectangles as it takes, with `Join`s;
//! - a door -> an [`Opening`] between the grounds of its two rooms at its threshold's height: from `at` minus to `at` plus half the width
//!   along its wall; `Door` with a leaf, `Gap` without; a door that leads out of the model (`to: None`) is left out;
//! - the head or foot of a flight -> a `Gap` over the common edge; pieces of one room, or open grounds without a door, that touch -> a `Join`;
//! - a solid prop, not hidden, that reaches above a step (0.35 m) and begins below a head -> an [`Obstacle`] with the plan bounds of its
//!   turned box, in every area it stands in; what is small and low (stools, chairs, cases) is left out: people push it aside;
//! - the anchor to gather around -> a [`Goal`]: up to 6 m by 6 m around it. Without one, the open air itself is the goal.

/// An upright rectangle in plan, metres: x to the east, z to the south.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Least x and z.
    pub min: [f64; 2],
    /// Greatest x and z.
    pub max: [f64; 2],
}

impl Rect {
    /// From two corners in order.
    pub fn new(min: [f64; 2], max: [f64; 2]) -> Self {
        Self { min, max }
    }
    /// Its middle.
    pub fn mid(&self) -> [f64; 2] {
        [f64::midpoint(self.min[0], self.max[0]), f64::midpoint(self.min[1], self.max[1])]
    }
    /// Every side moved inwards; a side shorter than twice `by` shrinks to its middle.
    #[must_use]
    pub fn shrunk(&self, by: f64) -> Self {
        let mid = self.mid();
        let side = |n: usize| ((self.min[n] + by).min(mid[n]), (self.max[n] - by).max(mid[n]));
        let (x, z) = (side(0), side(1));
        Self { min: [x.0, z.0], max: [x.1, z.1] }
    }
    /// Every side moved outwards.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self { min: [self.min[0] - by, self.min[1] - by], max: [self.max[0] + by, self.max[1] + by] }
    }
    /// Whether a position lies within, the edge included.
    pub fn holds(&self, at: [f64; 2]) -> bool {
        (0..2).all(|n| at[n] >= self.min[n] && at[n] <= self.max[n])
    }
    /// The nearest position within.
    pub fn nearest(&self, at: [f64; 2]) -> [f64; 2] {
        [at[0].clamp(self.min[0], self.max[0]), at[1].clamp(self.min[1], self.max[1])]
    }
    /// Whether the straight line between two positions enters the inside.
    pub fn cuts(&self, from: [f64; 2], to: [f64; 2]) -> bool {
        let (mut near, mut far) = (0.0_f64, 1.0_f64);
        for n in 0..2 {
            let d = to[n] - from[n];
            if d.abs() < 1e-12 {
                if from[n] <= self.min[n] || from[n] >= self.max[n] {
                    return false;
                }
            } else {
                let (a, b) = ((self.min[n] - from[n]) / d, (self.max[n] - from[n]) / d);
                (near, far) = (near.max(a.min(b)), far.min(a.max(b)));
            }
        }
        near < far
    }
    /// Finite, in order, and within ten kilometres.
    pub(super) fn is_sound(&self) -> bool {
        (0..2).all(|n| self.min[n].abs() < 1e4 && self.max[n].abs() < 1e4 && self.max[n] - self.min[n] >= 0.01)
    }
}

/// A side of the world in plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Towards -z.
    North,
    /// Towards +z.
    South,
    /// Towards +x.
    East,
    /// Towards -x.
    West,
}

/// What an area is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AreaKind {
    /// A room to live or learn in.
    Room,
    /// A way: corridor, lobby, landing.
    Corridor,
    /// A straight flight; the area's floor is its foot.
    Stair {
        /// From foot to head, m.
        rise: f64,
        /// Going up means going this way.
        up: Heading,
    },
    /// The open air.
    Outside,
}

/// A rectangle of ground one can walk on.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// In plan, up to the inner faces of its walls.
    pub rect: Rect,
    /// Height of the floor, or of the foot of a flight, m.
    pub floor: f64,
    /// What it is.
    pub kind: AreaKind,
}

impl Area {
    /// Height of the ground at a position, m.
    pub fn height_at(&self, at: [f64; 2]) -> f64 {
        let AreaKind::Stair { rise, up } = self.kind else { return self.floor };
        let (lo, hi) = (self.rect.min, self.rect.max);
        let part = match up {
            Heading::East => (at[0] - lo[0]) / (hi[0] - lo[0]),
            Heading::West => (hi[0] - at[0]) / (hi[0] - lo[0]),
            Heading::South => (at[1] - lo[1]) / (hi[1] - lo[1]),
            Heading::North => (hi[1] - at[1]) / (hi[1] - lo[1]),
        };
        self.floor + rise * part.clamp(0.0, 1.0)
    }
    /// Rise over run of a flight, 0 on the level.
    pub fn slope(&self) -> f64 {
        let AreaKind::Stair { rise, up } = self.kind else { return 0.0 };
        let along = usize::from(matches!(up, Heading::North | Heading::South));
        rise / (self.rect.max[along] - self.rect.min[along])
    }
}

/// What an opening is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningKind {
    /// A doorway with a leaf.
    Door,
    /// A doorway without a leaf, or the head or foot of a flight: it has a capacity.
    Gap,
    /// No real boundary: two rectangles of one space. It has no capacity of its own.
    Join,
}

/// A way between two areas.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The areas on its two sides, as indices.
    pub between: [usize; 2],
    /// One end of the clear opening, in the wall. The line to `to` runs along x or along z.
    pub from: [f64; 2],
    /// The other end.
    pub to: [f64; 2],
    /// What it is.
    pub kind: OpeningKind,
    /// Whether it stands open at first; what holds later is asked of `Surroundings`.
    pub open: bool,
}

impl Opening {
    /// Clear width, m.
    pub fn width(&self) -> f64 {
        (self.to[0] - self.from[0]).abs().max((self.to[1] - self.from[1]).abs())
    }
    /// Its middle.
    pub fn mid(&self) -> [f64; 2] {
        [f64::midpoint(self.from[0], self.to[0]), f64::midpoint(self.from[1], self.to[1])]
    }
    /// 0 when the line runs along x, 1 when along z.
    pub fn along(&self) -> usize {
        usize::from((self.to[1] - self.from[1]).abs() > (self.to[0] - self.from[0]).abs())
    }
}

/// A solid box wherever it stands or lies: what it is to each ground is worked out from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// Its bounds in plan.
    pub rect: Rect,
    /// Underside and top, m.
    pub y: [f64; 2],
}

/// Something solid that one walks around.
#[derive(Debug, Clone, PartialEq)]
pub struct Obstacle {
    /// The area it stands in.
    pub area: usize,
    /// Its bounds in plan.
    pub rect: Rect,
}

/// Where people are safe and gather.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// The area it lies in.
    pub area: usize,
    /// The ground to gather on.
    pub rect: Rect,
}

/// A building and what lies around it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Floorplan {
    /// Rooms, landings, flights, grounds.
    pub areas: Vec<Area>,
    /// Ways between them.
    pub openings: Vec<Opening>,
    /// Things in the way.
    pub obstacles: Vec<Obstacle>,
    /// Where to go; empty = anywhere outside.
    pub goals: Vec<Goal>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flight_climbs_the_way_it_says() {
        let flight =
            Area { rect: Rect::new([0.0, 0.0], [1.4, 3.0]), floor: -1.65, kind: AreaKind::Stair { rise: 1.65, up: Heading::North } };
        assert!((flight.height_at([0.7, 3.0]) + 1.65).abs() < 1e-12 && flight.height_at([0.7, 0.0]).abs() < 1e-12);
        assert!((flight.slope() - 0.55).abs() < 1e-12);
    }

    #[test]
    fn a_line_that_only_touches_a_corner_does_not_cut_a_box() {
        let b = Rect::new([1.0, 1.0], [2.0, 2.0]);
        assert!(b.cuts([0.0, 1.5], [3.0, 1.5]) && b.cuts([0.0, 0.0], [3.0, 3.0]));
        assert!(!b.cuts([0.0, 2.0], [2.0, 0.0]) && !b.cuts([0.0, 1.0], [3.0, 1.0]) && !b.cuts([0.0, 1.5], [0.9, 1.5]));
    }
}
