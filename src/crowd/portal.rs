//! An opening as bodies meet it: where their middles may pass, and how many a second. Ends where leave to cross is given.

use super::check::edge;
use super::flow;
use super::nav::WALL;
use super::plan::{Floorplan, Rect};

/// An opening as bodies meet it.
#[derive(Debug, Clone)]
pub(super) struct Portal {
    /// The areas on its two sides.
    pub between: [usize; 2],
    /// 0 when it runs along x, 1 along z.
    pub along: usize,
    /// Where its line lies across.
    pub line: f64,
    /// Where a body's middle may pass along it.
    pub span: [f64; 2],
    /// The edge of the walkable ground on either side, across.
    pub sill: [f64; 2],
    /// Everything between the two edges.
    pub hall: Rect,
    /// Persons a second at most.
    pub capacity: Option<f64>,
    /// Its middle.
    pub mid: [f64; 2],
}

impl Portal {
    /// Which of its sides an area is.
    pub fn side_of(&self, area: usize) -> usize {
        usize::from(self.between[1] == area)
    }
    /// The area on the other side.
    pub fn beyond(&self, area: usize) -> usize {
        self.between[1 - self.side_of(area)]
    }
    /// The spot before it, on the side of `area`, at a place along it.
    pub fn before(&self, area: usize, lateral: f64) -> [f64; 2] {
        let mut spot = [0.0; 2];
        spot[self.along] = lateral.clamp(self.span[0], self.span[1]);
        spot[1 - self.along] = self.sill[self.side_of(area)];
        spot
    }
    /// On which side of the line a position lies, as an area.
    pub fn area_at(&self, at: [f64; 2]) -> usize {
        let across = 1 - self.along;
        let first = (at[across] - self.line) * (self.sill[0] - self.sill[1]) > 0.0;
        self.between[usize::from(!first)]
    }
}

/// Makes an opening ready, given the ground of every area.
pub(super) fn portal(plan: &Floorplan, ground: &[Rect], n: usize) -> Portal {
    let opening = &plan.openings[n];
    let along = opening.along();
    let across = 1 - along;
    let line = f64::midpoint(opening.from[across], opening.to[across]);
    let [a, b] = opening.between;
    let side = |own: usize, other: usize| {
        let (rect, shrunk) = (&plan.areas[own].rect, &ground[own]);
        let at_max = (edge(rect, &plan.areas[other].rect, line, across) - rect.max[across]).abs() < 1e-9;
        if at_max { shrunk.max[across] } else { shrunk.min[across] }
    };
    let sill = [side(a, b), side(b, a)];
    let (from, to) = (opening.from[along].min(opening.to[along]), opening.from[along].max(opening.to[along]));
    let inset = WALL.min((to - from) / 2.0 - 0.02);
    // Where one area ends before the opening does, one passes where both have ground.
    let lo = (from + inset).max(ground[a].min[along]).max(ground[b].min[along]);
    let hi = (to - inset).min(ground[a].max[along]).min(ground[b].max[along]);
    let span = if lo <= hi { [lo, hi] } else { [f64::midpoint(lo, hi); 2] };
    let mut hall = Rect::default();
    (hall.min[along], hall.max[along]) = (span[0], span[1]);
    (hall.min[across], hall.max[across]) = (sill[0].min(sill[1]).min(line), sill[0].max(sill[1]).max(line));
    let mut mid = [line; 2];
    mid[along] = f64::midpoint(span[0], span[1]);
    Portal { between: opening.between, along, line, span, sill, hall, capacity: flow::capacity(plan, opening), mid }
}
