//! Which storeys are drawn, how large, and where on the picture a spot of the place is.

use super::super::Debrief;
use super::super::ink::{MARGIN, WIDE};
use super::super::shape::Spot;
use crate::place::{Place, Room};

/// All storeys together are at most so high, px.
const MOST_HIGH: f64 = 1_300.0;
/// At most so many pixels a metre.
const MOST_SCALE: f64 = 92.0;
/// At least so many, else only the surroundings of the way are drawn.
const LEAST_SCALE: f64 = 15.0;
/// The way is followed so far from the building, m: a walk across a lawn needs no room.
const OUTSIDE: f64 = 6.0;
/// Space around the way, m.
const AROUND: f64 = 1.6;
/// Floors that differ by less are one storey, m.
const SAME: f64 = 1.5;
/// A room higher than this reaches through storeys, m.
const SHAFT: f64 = 4.5;
/// Between storeys, px.
const GAP: f64 = 50.0;

/// A storey on the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Height of its floor, m.
    pub floor: f64,
    /// Rooms drawn, by index, the lowest first.
    pub rooms: Vec<usize>,
    /// Least and greatest x and z drawn, m.
    pub min: Spot,
    pub max: Spot,
    /// Its upper left corner and size on the picture.
    pub from: Spot,
    pub size: Spot,
    /// Pixels a metre.
    pub scale: f64,
    /// Floors of all storeys drawn.
    floors: Vec<f64>,
}

impl Sheet {
    /// Where a spot of the place is on the picture.
    pub fn spot(&self, x: f64, z: f64) -> Spot {
        let inside = |v: f64, min: f64, max: f64| v.clamp(min, max);
        let (x, z) = (inside(x, self.min.0, self.max.0), inside(z, self.min.1, self.max.1));
        (self.from.0 + (x - self.min.0) * self.scale, self.from.1 + (z - self.min.1) * self.scale)
    }

    /// Whether somebody at a height is on this storey.
    pub fn holds(&self, y: f64) -> bool {
        let far = |f: &f64| (f - y).abs();
        self.floors.iter().min_by(|a, b| far(a).total_cmp(&far(b))).is_none_or(|f| *f == self.floor)
    }

    /// Whether a spot in plan is on the sheet.
    pub fn shows(&self, x: f64, z: f64) -> bool {
        x >= self.min.0 && x <= self.max.0 && z >= self.min.1 && z <= self.max.1
    }

    /// Its lower edge on the picture.
    pub fn bottom(&self) -> f64 {
        self.from.1 + self.size.1
    }
}

/// The storeys to draw, the highest first, below `top`.
pub fn sheets(debrief: &Debrief, top: f64) -> Vec<Sheet> {
    let place = &debrief.case.place;
    let mut floors = storeys(place);
    if !lie_above_each_other(place, &floors) {
        floors.truncate(1);
    } else {
        let seen: Vec<f64> = spots(debrief).map(|at| nearest(&floors, at[1])).collect();
        floors.retain(|f| seen.contains(f));
    }
    let is_one = floors.len() < 2;
    let mut sheets: Vec<Sheet> = floors.iter().map(|floor| unplaced(debrief, *floor, &floors, is_one)).collect();
    let wide = sheets.iter().map(|s| s.max.0 - s.min.0).fold(1.0, f64::max);
    let high: f64 = sheets.iter().map(|s| s.max.1 - s.min.1).sum::<f64>().max(1.0);
    let scale = ((WIDE - 2.0 * MARGIN) / wide).min(MOST_HIGH / high).min(MOST_SCALE);
    let mut y = top;
    for sheet in &mut sheets {
        sheet.scale = scale;
        sheet.size = ((sheet.max.0 - sheet.min.0) * scale, (sheet.max.1 - sheet.min.1) * scale);
        sheet.from = ((WIDE - sheet.size.0) / 2.0, y);
        y = sheet.bottom() + GAP;
    }
    sheets
}

/// Every spot that must be on a drawing: the way and the fires.
fn spots(debrief: &Debrief) -> impl Iterator<Item = [f64; 3]> + '_ {
    let fires = super::marks::fires(debrief);
    debrief.trace.moments.iter().map(|m| m.at).chain(fires)
}

fn nearest(floors: &[f64], y: f64) -> f64 {
    floors.iter().copied().min_by(|a, b| (a - y).abs().total_cmp(&(b - y).abs())).unwrap_or(0.0)
}

/// Floors of the indoor storeys, the highest first.
fn storeys(place: &Place) -> Vec<f64> {
    let mut floors: Vec<f64> = place.rooms.iter().filter(|r| !r.open && r.height <= SHAFT).map(|r| r.floor).collect();
    if floors.is_empty() {
        floors = place.rooms.iter().map(|r| r.floor).collect();
    }
    floors.sort_by(|a, b| b.total_cmp(a));
    floors.dedup_by(|a, b| (*a - *b).abs() < SAME);
    floors
}

fn is_on(room: &Room, floor: f64) -> bool {
    let reaches = room.height > SHAFT && room.floor < floor + SAME && room.floor + room.height > floor + 2.0;
    reaches || (room.floor - floor).abs() < SAME
}

fn lie_above_each_other(place: &Place, floors: &[f64]) -> bool {
    let own = |r: &Room| !r.open && r.height <= SHAFT;
    let over = |a: &Room, b: &Room| {
        let w = a.max.0.min(b.max.0) - a.min.0.max(b.min.0);
        let d = a.max.1.min(b.max.1) - a.min.1.max(b.min.1);
        w > 0.5 && d > 0.5
    };
    floors.len() > 1
        && place
            .rooms
            .iter()
            .enumerate()
            .any(|(n, a)| own(a) && place.rooms[n + 1..].iter().any(|b| own(b) && (a.floor - b.floor).abs() >= SAME && over(a, b)))
}

/// A storey with its rooms and bounds, in metres only.
fn unplaced(debrief: &Debrief, floor: f64, floors: &[f64], is_one: bool) -> Sheet {
    let place = &debrief.case.place;
    let mut rooms: Vec<usize> = (0..place.rooms.len()).filter(|n| is_one || is_on(&place.rooms[*n], floor)).collect();
    rooms.sort_by(|a, b| {
        let (a, b) = (&place.rooms[*a], &place.rooms[*b]);
        b.open.cmp(&a.open).then(a.floor.total_cmp(&b.floor))
    });
    let mut way = Bounds::default();
    for at in spots(debrief).filter(|at| is_one || nearest(floors, at[1]) == floor) {
        way.add((at[0] - AROUND, at[2] - AROUND));
        way.add((at[0] + AROUND, at[2] + AROUND));
    }
    let mut all = Bounds::default();
    for room in rooms.iter().map(|n| &place.rooms[*n]).filter(|r| !r.open) {
        all.add((room.min.0 - 0.3, room.min.1 - 0.3));
        all.add((room.max.0 + 0.3, room.max.1 + 0.3));
    }
    if all.min.0 < all.max.0 && way.min.0 < way.max.0 {
        let near = Bounds { min: (all.min.0 - OUTSIDE, all.min.1 - OUTSIDE), max: (all.max.0 + OUTSIDE, all.max.1 + OUTSIDE) };
        all.add(near.clamp(way.min));
        all.add(near.clamp(way.max));
    } else if way.min.0 < way.max.0 {
        all = way;
    }
    if (WIDE - 2.0 * MARGIN) / (all.max.0 - all.min.0) < LEAST_SCALE && way.min.0 < way.max.0 {
        all = Bounds { min: (way.min.0 - 6.0, way.min.1 - 6.0), max: (way.max.0 + 6.0, way.max.1 + 6.0) };
    }
    if all.min.0 > all.max.0 {
        all = Bounds { min: (0.0, 0.0), max: (10.0, 6.0) };
    }
    Sheet { floor, rooms, min: all.min, max: all.max, from: (0.0, 0.0), size: (0.0, 0.0), scale: 1.0, floors: floors.to_vec() }
}

#[derive(Debug, Clone, Copy)]
struct Bounds {
    min: Spot,
    max: Spot,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { min: (f64::MAX, f64::MAX), max: (f64::MIN, f64::MIN) }
    }
}

impl Bounds {
    fn clamp(&self, (x, z): Spot) -> Spot {
        (x.clamp(self.min.0, self.max.0), z.clamp(self.min.1, self.max.1))
    }

    fn add(&mut self, (x, z): Spot) {
        self.min = (self.min.0.min(x), self.min.1.min(z));
        self.max = (self.max.0.max(x), self.max.1.max(z));
    }
}
