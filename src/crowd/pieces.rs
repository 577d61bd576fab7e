//! The rooms of a place as rectangles of ground: landings and flights of a stairwell, what is left of a floor under and around them,
//! a yard around the houses in it. Ends where they are joined to a plan (`of_place`).

use super::plan::{Area, AreaKind, Heading, Rect};
use crate::place::{Place, Room, RoomFinish, RoomId, STEP, Side, Slab, Stair};

/// A rectangle of ground and the room it belongs to.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub room: RoomId,
    pub area: Area,
}

/// Nobody walks where there is less room than this above the floor, m.
const HEADROOM: f64 = 1.9;
/// Open ground this much above the lowest is a balcony or a roof and not where one is safe, m.
const BALCONY: f64 = 1.0;
/// Strips narrower than this are left out: nobody fits, m.
const NARROW: f64 = 0.45;
/// Walls of a house that stands in a yard, m.
const WALL: f64 = 0.1;
/// No flight that one walks is steeper.
const STEEPEST: f64 = 2.0;

/// Every rectangle of a place that one can walk on, in the order of its rooms.
pub(super) fn pieces(place: &Place) -> Vec<Piece> {
    let ground = place.rooms.iter().filter(|r| r.open).map(|r| r.floor).fold(f64::INFINITY, f64::min);
    let mut out = Vec::new();
    for (n, room) in place.rooms.iter().enumerate() {
        let id = RoomId(n as u16);
        let rect = rect_of(room.min, room.max);
        let kind = match room.finish {
            _ if room.open && room.floor <= ground + BALCONY => AreaKind::Outside,
            RoomFinish::Corridor | RoomFinish::Lobby | RoomFinish::Stair => AreaKind::Corridor,
            _ => AreaKind::Room,
        };
        let mut holes: Vec<Rect> = houses(place, n).collect();
        for slab in place.slabs.iter().filter(|s| is_in(room, s.min, s.max, s.y, s.y) && s.y - room.floor > STEP) {
            push(&mut out, id, landing(slab, &rect));
            holes.extend((slab.y - room.floor < HEADROOM).then(|| rect_of(slab.min, slab.max)));
        }
        for stair in place.stairs.iter().filter(|s| is_in(room, s.min, s.max, s.low, s.high)) {
            push(&mut out, id, flight(stair));
            holes.extend((stair.low - room.floor < HEADROOM).then(|| rect_of(stair.min, stair.max)));
        }
        for rect in without(&rect, &holes) {
            push(&mut out, id, Area { rect, floor: room.floor, kind });
        }
    }
    out
}

fn push(out: &mut Vec<Piece>, room: RoomId, area: Area) {
    if (0..2).all(|n| area.rect.max[n] - area.rect.min[n] >= NARROW) && area.slope() <= STEEPEST {
        out.push(Piece { room, area });
    }
}

fn rect_of(min: (f64, f64), max: (f64, f64)) -> Rect {
    Rect::new([min.0, min.1], [max.0, max.1])
}

/// What two rectangles share; sides in the wrong order where they share nothing.
pub(super) fn shared(a: &Rect, b: &Rect) -> Rect {
    Rect::new([0, 1].map(|n| a.min[n].max(b.min[n])), [0, 1].map(|n| a.max[n].min(b.max[n])))
}

/// Whether a landing or flight is part of a room.
fn is_in(room: &Room, min: (f64, f64), max: (f64, f64), low: f64, high: f64) -> bool {
    room.holds(f64::midpoint(min.0, max.0), f64::midpoint(min.1, max.1), 0.0) && low > room.floor - STEP && high < room.floor + room.height
}

fn landing(slab: &Slab, room: &Rect) -> Area {
    Area { rect: shared(&rect_of(slab.min, slab.max), room), floor: slab.y, kind: AreaKind::Corridor }
}

fn flight(stair: &Stair) -> Area {
    let up = match stair.up {
        Side::North => Heading::North,
        Side::South => Heading::South,
        Side::East => Heading::East,
        Side::West => Heading::West,
    };
    let rise = (stair.high - stair.low).max(0.01);
    Area { rect: rect_of(stair.min, stair.max), floor: stair.low, kind: AreaKind::Stair { rise, up } }
}

/// Rooms with walls that stand in a room: in a yard all of them, in a hall those that are smaller.
fn houses(place: &Place, n: usize) -> impl Iterator<Item = Rect> + '_ {
    let own = &place.rooms[n];
    let size = |r: &Room| (r.max.0 - r.min.0) * (r.max.1 - r.min.1);
    place.rooms.iter().enumerate().filter_map(move |(m, other)| {
        let bars = m != n && !other.open && other.floor < own.floor + HEADROOM && other.floor + other.height > own.floor + STEP;
        let rect = rect_of(other.min, other.max);
        let cut = shared(&rect, &rect_of(own.min, own.max));
        let meets = (0..2).all(|k| cut.max[k] - cut.min[k] > 0.05);
        (bars && meets && (own.open || size(other) < size(own))).then(|| rect.grown(WALL))
    })
}

/// A rectangle without others, as rectangles that touch: rows of cells are taken together as far as they go, then whole rows.
fn without(whole: &Rect, holes: &[Rect]) -> Vec<Rect> {
    let lines = |axis: usize| {
        let within = |v: &f64| *v > whole.min[axis] + 0.01 && *v < whole.max[axis] - 0.01;
        let mut all: Vec<f64> = holes.iter().flat_map(|h| [h.min[axis], h.max[axis]]).filter(within).collect();
        all.extend([whole.min[axis], whole.max[axis]]);
        all.sort_by(f64::total_cmp);
        all.dedup_by(|a, b| (*a - *b).abs() < 0.01);
        all
    };
    let (xs, zs) = (lines(0), lines(1));
    let (columns, rows) = (xs.len().saturating_sub(1), zs.len().saturating_sub(1));
    let is_hole = |x: usize, z: usize| {
        let mid = [f64::midpoint(xs[x], xs[x + 1]), f64::midpoint(zs[z], zs[z + 1])];
        holes.iter().any(|h| h.holds(mid))
    };
    let bars: Vec<bool> = (0..columns * rows).map(|n| is_hole(n % columns, n / columns)).collect();
    // A chink between two flights is no ground, and must not cut what lies beyond it in two.
    let run = |lines: &[f64], at: usize, is_bar: &dyn Fn(usize) -> bool| {
        let low = (0..at).rev().take_while(|k| !is_bar(*k)).last().unwrap_or(at);
        let high = (at..lines.len() - 1).take_while(|k| !is_bar(*k)).last().unwrap_or(at);
        lines[high + 1] - lines[low]
    };
    let is_chink =
        |x: usize, z: usize| run(&xs, x, &|k| bars[z * columns + k]) < NARROW || run(&zs, z, &|k| bars[k * columns + x]) < NARROW;
    let mut taken: Vec<bool> = (0..columns * rows).map(|n| bars[n] || is_chink(n % columns, n / columns)).collect();
    let mut out = Vec::new();
    for first in 0..columns * rows {
        if taken[first] {
            continue;
        }
        let (x, z) = (first % columns, first / columns);
        let wide = (x..columns).take_while(|c| !taken[z * columns + c]).count();
        let deep = (z..rows).take_while(|r| (x..x + wide).all(|c| !taken[r * columns + c])).count();
        for r in z..z + deep {
            taken[r * columns + x..r * columns + x + wide].fill(true);
        }
        out.push(Rect::new([xs[x], zs[z]], [xs[x + wide], zs[z + deep]]));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_chink_between_two_flights_does_not_cut_the_floor_before_them_in_two() {
        let flights = [Rect::new([0.0, 0.0], [1.4, 3.0]), Rect::new([1.6, 0.0], [3.0, 3.0])];
        let left = without(&Rect::new([0.0, 0.0], [3.0, 4.5]), &flights);
        assert_eq!(left, [Rect::new([0.0, 3.0], [3.0, 4.5])]);
    }

    fn size(r: &Rect) -> f64 {
        (0..2).map(|n| (r.max[n] - r.min[n]).max(0.0)).product()
    }

    proptest! {
        #[test]
        fn what_is_left_around_houses_is_no_house_and_no_ground_twice(
            houses in prop::collection::vec((-2.0..10.0_f64, -2.0..8.0_f64, 0.5..5.0_f64, 0.5..5.0_f64), 0..6),
        ) {
            let yard = Rect::new([0.0, 0.0], [10.0, 8.0]);
            let houses: Vec<Rect> = houses.iter().map(|(x, z, w, d)| Rect::new([*x, *z], [x + w, z + d])).collect();
            let left = without(&yard, &houses);
            for (n, piece) in left.iter().enumerate() {
                prop_assert!((size(&shared(piece, &yard)) - size(piece)).abs() < 1e-9, "{piece:?} lies in the yard");
                // Lines less than a centimetre apart are one.
                prop_assert!(houses.iter().all(|h| size(&shared(&piece.shrunk(0.02), h)) < 1e-9), "{piece:?} {houses:?}");
                prop_assert!(left[..n].iter().all(|other| size(&shared(piece, other)) < 1e-9), "{piece:?} {left:?}");
            }
            if houses.is_empty() {
                prop_assert_eq!(left, [yard]);
            }
        }
    }

    #[test]
    fn around_two_houses_that_overlap_no_ground_is_lost() {
        let yard = Rect::new([0.0, 0.0], [10.0, 8.0]);
        let houses = [Rect::new([2.0, 2.0], [5.0, 6.0]), Rect::new([4.0, -1.0], [6.0, 3.0])];
        // 80 m2 less 12 and 6, of which the houses share 1.
        let sum: f64 = without(&yard, &houses).iter().map(size).sum();
        assert!((sum - 63.0).abs() < 1e-9, "{sum}");
    }
}
