//! What stops a walking person: walls with their openings, closed doors and solid props, as upright boxes.

use super::model::{Door, DoorId, Place, PropId, Room, Side};

/// An upright box turned about the vertical.
#[derive(Debug, Clone, PartialEq)]
pub struct Solid {
    /// Middle in plan.
    pub centre: (f64, f64),
    /// Half extents along its own axes.
    pub half: (f64, f64),
    /// Cosine and sine of its turn.
    pub turn: (f64, f64),
    /// Underside and top.
    pub y: (f64, f64),
    /// The door whose leaf it is: only solid while closed.
    pub door: Option<DoorId>,
    /// The prop it is: only solid while shown.
    pub prop: Option<PropId>,
}

/// How thick a wall counts for walking; two rooms' walls share the gap between them.
const WALL: f64 = 0.1;

/// All boxes of a place.
pub fn solids(place: &Place) -> Vec<Solid> {
    let mut out = Vec::new();
    for room in place.rooms.iter().filter(|r| !r.open) {
        for side in [Side::North, Side::South, Side::East, Side::West] {
            wall(place, room, side, &mut out);
        }
    }
    for (n, door) in place.doors.iter().enumerate().filter(|(_, d)| d.leaf.is_some()) {
        let half = if door.runs_along_x() { (door.width / 2.0, 0.03) } else { (0.03, door.width / 2.0) };
        out.push(Solid {
            centre: door.at,
            half,
            turn: (1.0, 0.0),
            y: (door.base, door.base + door.height),
            door: Some(DoorId(n as u16)),
            prop: None,
        });
    }
    for (n, prop) in place.props.iter().enumerate().filter(|(_, p)| p.kind.solid) {
        let a = prop.yaw.to_radians();
        out.push(Solid {
            centre: (prop.at[0], prop.at[2]),
            half: (prop.kind.size[0] / 2.0, prop.kind.size[2] / 2.0),
            turn: (libm::cos(a), libm::sin(a)),
            y: (prop.at[1], prop.at[1] + prop.kind.size[1]),
            door: None,
            prop: Some(PropId(n as u16)),
        });
    }
    out
}

/// Where along a wall an opening lies, and between which heights.
struct Gap {
    from: f64,
    to: f64,
    y: (f64, f64),
}

fn wall(place: &Place, room: &Room, side: Side, out: &mut Vec<Solid>) {
    let along_x = matches!(side, Side::North | Side::South);
    let (a, b) = if along_x { (room.min.0, room.max.0) } else { (room.min.1, room.max.1) };
    let line = match side {
        Side::North => room.min.1 - WALL / 2.0,
        Side::South => room.max.1 + WALL / 2.0,
        Side::West => room.min.0 - WALL / 2.0,
        Side::East => room.max.0 + WALL / 2.0,
    };
    let mut gaps: Vec<Gap> = place.doors.iter().filter(|d| opens(place, d, room, side)).map(|d| gap(d, along_x)).collect();
    gaps.sort_by(|p, q| p.from.total_cmp(&q.from));
    let top = room.floor + room.height;
    let mut piece = |from: f64, to: f64, y: (f64, f64)| {
        if to - from > 0.005 && y.1 - y.0 > 0.005 {
            let (mid, half) = (f64::midpoint(from, to), (to - from) / 2.0);
            let (centre, half) = if along_x { ((mid, line), (half, WALL / 2.0)) } else { ((line, mid), (WALL / 2.0, half)) };
            out.push(Solid { centre, half, turn: (1.0, 0.0), y, door: None, prop: None });
        }
    };
    let mut at = a - WALL;
    for g in &gaps {
        piece(at, g.from, (room.floor, top));
        piece(g.from, g.to, (room.floor, g.y.0));
        piece(g.from, g.to, (g.y.1, top));
        at = at.max(g.to);
    }
    piece(at, b + WALL, (room.floor, top));
}

fn gap(door: &Door, along_x: bool) -> Gap {
    let mid = if along_x { door.at.0 } else { door.at.1 };
    Gap { from: mid - door.width / 2.0, to: mid + door.width / 2.0, y: (door.base, door.base + door.height) }
}

/// Whether a door cuts this wall of this room.
pub fn opens(place: &Place, door: &Door, room: &Room, side: Side) -> bool {
    let is_own = place.rooms[door.room.index()].id == room.id;
    let is_other = door.to.is_some_and(|t| place.rooms[t.index()].id == room.id);
    if !is_own && !is_other {
        return false;
    }
    let distance = match side {
        Side::North => (door.at.1 - room.min.1).abs(),
        Side::South => (door.at.1 - room.max.1).abs(),
        Side::West => (door.at.0 - room.min.0).abs(),
        Side::East => (door.at.0 - room.max.0).abs(),
    };
    distance < 0.45 && door.runs_along_x() == matches!(side, Side::North | Side::South)
}

impl Solid {
    /// Pushes a circle of `radius` at `(x, z)` out of the box; `None` when they do not touch.
    pub fn push_out(&self, x: f64, z: f64, radius: f64) -> Option<(f64, f64)> {
        let (dx, dz) = (x - self.centre.0, z - self.centre.1);
        let reach = self.half.0 + self.half.1 + radius;
        if dx.abs() > reach || dz.abs() > reach {
            return None;
        }
        let (c, s) = self.turn;
        // A yaw turns +z towards +x, so the box's own axes are (c, -s) and (s, c) in (x, z).
        let (u, v) = (dx * c - dz * s, dx * s + dz * c);
        let (cu, cv) = (u.clamp(-self.half.0, self.half.0), v.clamp(-self.half.1, self.half.1));
        let (eu, ev) = (u - cu, v - cv);
        let d2 = eu * eu + ev * ev;
        let (nu, nv) = if d2 > 1e-12 {
            let d = libm::sqrt(d2);
            if d >= radius {
                return None;
            }
            (cu + eu / d * radius, cv + ev / d * radius)
        } else {
            // The middle is inside: out by the nearest face.
            let (px, pz) = (self.half.0 - u.abs(), self.half.1 - v.abs());
            if px < pz { ((self.half.0 + radius) * sign(u), v) } else { (u, (self.half.1 + radius) * sign(v)) }
        };
        Some((self.centre.0 + nu * c + nv * s, self.centre.1 - nu * s + nv * c))
    }
}

fn sign(x: f64) -> f64 {
    if x < 0.0 { -1.0 } else { 1.0 }
}
