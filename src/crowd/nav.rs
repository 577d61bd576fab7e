//! The plan made ready for walking: where a body's middle may be, ways around things, what lies behind an opening. Ends before choosing.
//!
//! A person's middle stays in its area's rectangle shrunk by [`WALL`], or, with leave to cross, in the box of one opening: walls need no
//! collision test, and nobody can be pressed through one. Ways around things come from `polyanya` (any-angle search on a triangulation,
//! Cui, Harabor and Grastien 2017), a mesh for every area that has things in it, in `f32` relative to the area's corner: additions,
//! products and square roots only. Its hash maps are looked up, never listed.

use std::collections::BTreeSet;
use std::sync::Arc;

use glam::Vec2;
use polyanya::{Mesh, Triangulation};

use super::check::PlanError;
use super::plan::{Area, AreaKind, Floorplan, Obstacle, Rect};
use super::portal::{Portal, portal};

/// Distance between a body's middle and a wall, m.
pub(super) const WALL: f64 = 0.2;
/// Distance between a body's middle and a thing: as the student's own routes squeeze past, m.
const THING: f64 = 0.17;
/// Ways keep this much more from things than bodies must, so that a corner is not a trap, m.
const SPARE: f64 = 0.02;
/// How far from where someone was put a free spot is looked for, in steps of [`SPIRAL`] m.
const TRIES: i32 = 30;
/// See [`TRIES`].
const SPIRAL: f64 = 0.1;
/// After so many free spots without a way, the pocket is taken for closed.
const MOST_TRIES: u32 = 200;

/// The plan, ready.
#[derive(Debug, Clone)]
pub(super) struct Nav {
    pub plan: Floorplan,
    /// Where bodies' middles may be, an area each.
    pub ground: Vec<Rect>,
    /// Boxes that bodies' middles stay out of, an area each.
    pub things: Vec<Vec<Rect>>,
    /// Openings of an area.
    pub openings: Vec<Vec<usize>>,
    pub portals: Vec<Portal>,
    /// By area, a number for each of its openings: those with the same can be walked between, around the things in the area.
    linked: Vec<Vec<usize>>,
    meshes: Vec<Option<Arc<Mesh>>>,
}

impl Nav {
    pub fn new(plan: Floorplan) -> Result<Self, PlanError> {
        plan.check()?;
        let ground: Vec<Rect> = plan.areas.iter().map(|a| a.rect.shrunk(WALL)).collect();
        let things: Vec<Vec<Rect>> = (0..plan.areas.len()).map(|n| things(&plan.obstacles, n, &ground[n])).collect();
        let mut openings = vec![Vec::new(); plan.areas.len()];
        for (n, opening) in plan.openings.iter().enumerate() {
            opening.between.iter().for_each(|a| openings[*a].push(n));
        }
        let portals = (0..plan.openings.len()).map(|n| portal(&plan, &ground, n)).collect();
        let meshes = (0..plan.areas.len()).map(|n| mesh(&ground[n], &things[n])).collect();
        let mut nav = Self { plan, ground, things, openings, portals, linked: Vec::new(), meshes };
        nav.linked = (0..nav.plan.areas.len()).map(|n| nav.link(n)).collect();
        Ok(nav)
    }

    /// The same plan with other things in it, which differ in the areas named.
    pub fn rearranged(&self, obstacles: Vec<Obstacle>, differs: &BTreeSet<usize>) -> Self {
        let mut nav = Self { plan: Floorplan { obstacles, ..self.plan.clone() }, ..self.clone() };
        for &n in differs {
            nav.things[n] = things(&nav.plan.obstacles, n, &nav.ground[n]);
            nav.meshes[n] = mesh(&nav.ground[n], &nav.things[n]);
        }
        // What stands before an opening bars it from both sides.
        let beyond = differs.iter().flat_map(|n| self.openings[*n].iter().map(|o| self.portals[*o].beyond(*n)));
        for n in beyond.chain(differs.iter().copied()).collect::<BTreeSet<_>>() {
            nav.linked[n] = nav.link(n);
        }
        nav
    }

    /// Whether one gets from everywhere to everywhere as in another arrangement of the same plan.
    pub fn joins_as(&self, other: &Self) -> bool {
        self.linked == other.linked
    }

    /// Whether some opening of an area can be walked to from a spot in it.
    pub fn leads_out(&self, area: usize, spot: [f64; 2]) -> bool {
        self.openings[area].iter().any(|o| self.approach(area, *o, spot).is_some())
    }

    /// Numbers the openings of an area: the same number where a way leads from one to the other.
    fn link(&self, area: usize) -> Vec<usize> {
        let own = &self.openings[area];
        let mut numbers: Vec<usize> = Vec::with_capacity(own.len());
        for (n, o) in own.iter().enumerate() {
            let portal = &self.portals[*o];
            let step = self.passes(area, *o, portal.mid[portal.along]).next().map(|lateral| portal.before(area, lateral));
            let leads = |m: &usize| step.is_some_and(|step| self.approach(area, own[*m], step).is_some());
            let with = (0..n).find(|m| numbers[*m] == *m && (self.meshes[area].is_none() || leads(m)));
            numbers.push(with.unwrap_or(n));
        }
        numbers
    }

    /// The openings of an area to which one can walk from one of them, itself included.
    pub fn linked_to(&self, area: usize, opening: usize) -> impl Iterator<Item = usize> + '_ {
        let all = || self.openings[area].iter().copied().zip(self.linked[area].iter().copied());
        let number = all().find(|(o, _)| *o == opening).map(|(_, n)| n);
        all().filter(move |(_, n)| Some(*n) == number).map(|(o, _)| o)
    }

    /// An area.
    pub fn area(&self, n: usize) -> &Area {
        &self.plan.areas[n]
    }

    /// Whether an area is outdoors.
    pub fn is_outside(&self, n: usize) -> bool {
        self.plan.areas[n].kind == AreaKind::Outside
    }

    /// The area a position is in: of those that hold it, the one whose ground is nearest in height; within half a metre at most.
    pub fn area_at(&self, at: [f64; 3]) -> Option<usize> {
        let spot = [at[0], at[2]];
        let off = |n: &usize| (self.plan.areas[*n].height_at(spot) - at[1]).abs();
        let holds = |slack: f64| {
            (0..self.plan.areas.len()).filter(move |n| self.plan.areas[*n].rect.grown(slack).holds(spot)).filter(|n| off(n) < 1.0)
        };
        let nearest = |slack: f64| holds(slack).min_by(|a, b| off(a).total_cmp(&off(b)).then(a.cmp(b)));
        nearest(0.0).or_else(|| nearest(0.5))
    }

    /// Whether a body's middle may be at a spot of an area.
    pub fn is_free(&self, area: usize, at: [f64; 2]) -> bool {
        !self.things[area].iter().any(|t| inside(t, at))
    }

    /// Whether the straight line between two spots of an area touches no thing.
    pub fn is_clear(&self, area: usize, from: [f64; 2], to: [f64; 2]) -> bool {
        !self.things[area].iter().any(|t| t.cuts(from, to))
    }

    /// The way between two spots of an area, last leg first; `None` = things bar it.
    pub fn way(&self, area: usize, from: [f64; 2], to: [f64; 2]) -> Option<Vec<[f64; 2]>> {
        let Some(mesh) = &self.meshes[area] else { return Some(vec![to]) };
        if self.is_clear(area, from, to) {
            return Some(vec![to]);
        }
        let corner = self.ground[area].min;
        let path = mesh.path(narrow(from, corner), narrow(to, corner))?;
        let mut way: Vec<[f64; 2]> = path.path.iter().map(|p| [f64::from(p.x) + corner[0], f64::from(p.y) + corner[1]]).collect();
        way.reverse();
        Some(way)
    }

    /// The spot before an opening that can be walked to from `from`, nearest first, and the way there.
    pub fn approach(&self, area: usize, opening: usize, from: [f64; 2]) -> Option<(f64, Vec<[f64; 2]>)> {
        let portal = &self.portals[opening];
        self.passes(area, opening, from[portal.along]).find_map(|lateral| {
            let way = self.way(area, from, portal.before(area, lateral))?;
            Some((lateral, way))
        })
    }

    /// Where along an opening nothing stands in the way on either side; the place nearest to `near` first.
    fn passes(&self, area: usize, opening: usize, near: f64) -> impl Iterator<Item = f64> + '_ {
        let portal = &self.portals[opening];
        let beyond = portal.beyond(area);
        let [lo, hi] = portal.span;
        let spread = [near.clamp(lo, hi), f64::midpoint(lo, hi), lo + (hi - lo) * 0.25, lo + (hi - lo) * 0.75, lo, hi];
        let is_free =
            move |lateral: &f64| self.is_free(area, portal.before(area, *lateral)) && self.is_free(beyond, portal.before(beyond, *lateral));
        spread.into_iter().filter(is_free)
    }

    /// The nearest spot to `at` where a body fits and from where some way leads out of the area; else where it fits; else the middle.
    pub fn settle(&self, area: usize, at: [f64; 2]) -> [f64; 2] {
        let at = self.ground[area].nearest(at);
        let mut fits = None;
        let mut tried = 0_u32;
        for ring in 0..TRIES {
            for (dx, dz) in ring_of(ring) {
                let spot = [at[0] + f64::from(dx) * SPIRAL, at[1] + f64::from(dz) * SPIRAL];
                if self.ground[area].holds(spot) && self.is_free(area, spot) {
                    tried += 1;
                    if tried <= MOST_TRIES && self.leads_out(area, spot) {
                        return spot;
                    }
                    fits = fits.or(Some(spot));
                }
            }
        }
        fits.unwrap_or(at)
    }

    /// Moves a middle out of things and back onto the ground it may be on: its area's, and an opening's while it crosses one.
    pub fn confine(&self, area: usize, crossing: Option<usize>, mut at: [f64; 2]) -> [f64; 2] {
        for _ in 0..3 {
            let mut moved = self.push_out(area, &mut at);
            if let Some(o) = crossing {
                moved |= self.push_out(self.portals[o].beyond(area), &mut at);
            }
            at = self.onto_ground(area, crossing, at);
            if !moved {
                break;
            }
        }
        at
    }

    fn push_out(&self, area: usize, at: &mut [f64; 2]) -> bool {
        let mut moved = false;
        for t in self.things[area].iter().filter(|t| inside(t, *at)).collect::<Vec<_>>() {
            if inside(t, *at) {
                let gaps = [at[0] - t.min[0], t.max[0] - at[0], at[1] - t.min[1], t.max[1] - at[1]];
                let least = (0..4).fold(0, |best, n| if gaps[n] < gaps[best] { n } else { best });
                at[least / 2] = if least % 2 == 0 { t.min[least / 2] } else { t.max[least / 2] };
                moved = true;
            }
        }
        moved
    }

    /// The nearest ground to a spot: the area's, or an opening's while it is crossed.
    pub fn onto_ground(&self, area: usize, crossing: Option<usize>, at: [f64; 2]) -> [f64; 2] {
        let on_floor = self.ground[area].nearest(at);
        let Some(o) = crossing else { return on_floor };
        let in_hall = self.portals[o].hall.nearest(at);
        if distance(at, in_hall) < distance(at, on_floor) { in_hall } else { on_floor }
    }
}

/// Distance in plan, m.
pub(super) fn distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (dx, dz) = (a[0] - b[0], a[1] - b[1]);
    (dx * dx + dz * dz).sqrt()
}

fn inside(t: &Rect, at: [f64; 2]) -> bool {
    (0..2).all(|n| at[n] > t.min[n] + 1e-9 && at[n] < t.max[n] - 1e-9)
}

/// The cells of a square ring around the origin, in a fixed order.
fn ring_of(r: i32) -> impl Iterator<Item = (i32, i32)> {
    (-r..=r).flat_map(move |dx| (-r..=r).map(move |dz| (dx, dz))).filter(move |(dx, dz)| dx.abs() == r || dz.abs() == r)
}

#[expect(clippy::cast_possible_truncation, reason = "within an area, a millimetre is far above the grain of f32")]
fn narrow(at: [f64; 2], corner: [f64; 2]) -> Vec2 {
    Vec2::new((at[0] - corner[0]) as f32, (at[1] - corner[1]) as f32)
}

/// The boxes in an area that bodies' middles stay out of. Where there is hardly ground to walk on, things are left out.
fn things(obstacles: &[Obstacle], area: usize, ground: &Rect) -> Vec<Rect> {
    let is_wide = (0..2).all(|n| ground.max[n] - ground.min[n] > 0.05);
    obstacles.iter().filter(|o| is_wide && o.area == area).map(|o| o.rect.grown(THING)).collect()
}

/// The mesh of an area, if there is anything to walk around.
fn mesh(ground: &Rect, things: &[Rect]) -> Option<Arc<Mesh>> {
    if things.is_empty() {
        return None;
    }
    let corners = |r: &Rect| {
        let [a, b] = [narrow(r.min, ground.min), narrow(r.max, ground.min)];
        [a, Vec2::new(b.x, a.y), b, Vec2::new(a.x, b.y)]
    };
    let floor = ground.grown(0.01);
    let mut net = Triangulation::from_outer_edges(&corners(&floor));
    for thing in things {
        let wide = thing.grown(SPARE);
        // Cut to just beyond the floor, so that nothing is left to squeeze through between a thing and a wall.
        let beyond = floor.grown(0.5);
        let cut = Rect { min: beyond.nearest(wide.min), max: beyond.nearest(wide.max) };
        if (0..2).all(|n| cut.max[n] - cut.min[n] > 0.01) {
            net.add_obstacle(corners(&cut).to_vec());
        }
    }
    let mut mesh = net.as_navmesh();
    // Someone pressed against a thing stands within the spare strip: look that far for the mesh.
    mesh.set_search_delta(0.05).set_search_steps(4);
    Some(Arc::new(mesh))
}
