//! Walls, floors, ceilings, stairs and frames: everything of a place that is not a prop.

use bevy::math::{Vec2, Vec3};

use crate::place::{Door, Place, Room, RoomFinish, Side, Stair};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Height of the painted lower part of a wall, m.
const DADO: f32 = 1.2;
/// Largest cell of a panel: baked light lives on its corners.
const CELL: f32 = 0.34;

/// What the surfaces of a room are made of.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Upper wall.
    pub wall: Finish,
    /// Lower wall, if painted otherwise.
    pub dado: Option<Finish>,
    /// Floor.
    pub floor: Finish,
    /// Ceiling.
    pub ceiling: Finish,
    /// Strip along the floor.
    pub skirting: Finish,
}

const fn paint(rgb: u32) -> Finish {
    Finish::new(rgb, Surface::Plaster)
}

/// The look of a kind of room, colours of the art guide.
pub fn look(finish: RoomFinish) -> Look {
    let warm = paint(0xF3EFE6);
    let terrazzo = Finish::new(0xB9B5A8, Surface::Terrazzo);
    let dark = Finish::new(0x7C7A72, Surface::Plain);
    let plain = Look { wall: warm, dado: None, floor: terrazzo, ceiling: paint(0xF7F4EC), skirting: dark };
    match finish {
        RoomFinish::Dorm => Look { floor: Finish::new(0xC7BFAF, Surface::Tile), skirting: Finish::new(0x9A8F7C, Surface::Plain), ..plain },
        RoomFinish::Corridor => Look { dado: Some(paint(0x9FBFA8)), ..plain },
        RoomFinish::Stair => Look { dado: Some(paint(0x9FBFA8)), floor: Finish::new(0xA9A69B, Surface::Concrete), ..plain },
        RoomFinish::Lobby => Look { dado: Some(paint(0x9DB7C9)), ..plain },
        RoomFinish::Classroom => Look { dado: Some(paint(0x9DB7C9)), floor: Finish::new(0xBDB7A6, Surface::Terrazzo), ..plain },
        RoomFinish::Office => Look { dado: Some(paint(0xB9CDDD)), floor: Finish::new(0xC9C2B2, Surface::Tile), ..plain },
        RoomFinish::Counsel => Look {
            wall: paint(0xF2E6D2),
            floor: Finish::new(0xB98A5A, Surface::Wood),
            skirting: Finish::new(0x7A5636, Surface::Wood),
            ..plain
        },
        RoomFinish::Ktv => Look {
            wall: Finish::new(0x3A2F4A, Surface::Leather),
            dado: Some(Finish::new(0x2A2238, Surface::Leather)),
            floor: Finish::new(0x3B2F3A, Surface::Carpet),
            ceiling: paint(0x241E30),
            skirting: Finish::new(0x8C6A3A, Surface::Metal),
        },
        RoomFinish::Bath => Look { wall: Finish::new(0xDDE6E6, Surface::Tile), floor: Finish::new(0xA9B1AE, Surface::Tile), ..plain },
        RoomFinish::Shop => Look { floor: Finish::new(0xD8D4C8, Surface::Tile), ..plain },
        RoomFinish::Street => Look { floor: Finish::new(0x77767A, Surface::Concrete), ..plain },
        RoomFinish::Lawn => Look { floor: Finish::new(0x7FA05A, Surface::Grass), ..plain },
        RoomFinish::Playground => Look { floor: Finish::new(0xA85B45, Surface::Rubber), ..plain },
    }
}

fn v(x: f64, y: f64, z: f64) -> Vec3 {
    Vec3::new(x as f32, y as f32, z as f32)
}

/// A hole in a wall: along it from, to, and heights above the room's floor.
#[derive(Debug, Clone, Copy)]
struct Hole {
    along: (f32, f32),
    up: (f32, f32),
}

/// Everything that belongs to one room.
pub fn room_shell(place: &Place, room: &Room) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let look = look(room.finish);
    let (w, d) = ((room.max.0 - room.min.0) as f32, (room.max.1 - room.min.1) as f32);
    let origin = v(room.min.0, room.floor, room.min.1);
    let cell = if room.open { 1.2 } else { CELL };
    buf.panel(origin + Vec3::Z * d, Vec3::X * w, -Vec3::Z * d, cell, look.floor);
    if room.open {
        return buf;
    }
    buf.panel(origin + Vec3::Y * room.height as f32, Vec3::X * w, Vec3::Z * d, CELL, look.ceiling);
    for side in [Side::North, Side::South, Side::East, Side::West] {
        wall(place, room, side, &look, &mut buf);
    }
    buf
}

/// Origin, direction along and length of a wall as seen from inside, left to right.
fn wall_line(room: &Room, side: Side) -> (Vec3, Vec3, f32) {
    let (a, b) = (room.min, room.max);
    match side {
        Side::North => (v(a.0, room.floor, a.1), Vec3::X, (b.0 - a.0) as f32),
        Side::South => (v(b.0, room.floor, b.1), -Vec3::X, (b.0 - a.0) as f32),
        Side::East => (v(b.0, room.floor, a.1), Vec3::Z, (b.1 - a.1) as f32),
        Side::West => (v(a.0, room.floor, b.1), -Vec3::Z, (b.1 - a.1) as f32),
    }
}

fn holes(place: &Place, room: &Room, side: Side) -> Vec<Hole> {
    let (origin, along, _) = wall_line(room, side);
    let at = |p: (f64, f64)| (v(p.0, 0.0, p.1) - origin.with_y(0.0)).dot(along);
    let doors = place.doors.iter().filter(|d| crate::place::opens(place, d, room, side)).map(|d| {
        let mid = at(d.at);
        let base = (d.base - room.floor) as f32;
        Hole { along: (mid - d.width as f32 / 2.0, mid + d.width as f32 / 2.0), up: (base, base + d.height as f32) }
    });
    let windows = place.windows.iter().filter(|w| place.rooms[w.room.index()].id == room.id && w.side == side).map(|w| {
        let mid = at(w.at);
        Hole { along: (mid - w.width as f32 / 2.0, mid + w.width as f32 / 2.0), up: (w.sill as f32, (w.sill + w.height) as f32) }
    });
    doors.chain(windows).collect()
}

fn wall(place: &Place, room: &Room, side: Side, look: &Look, buf: &mut MeshBuf) {
    let (origin, along, length) = wall_line(room, side);
    let height = room.height as f32;
    let holes = holes(place, room, side);
    let mut xs = vec![0.0, length];
    let mut ys = vec![0.0, height];
    for h in &holes {
        xs.extend([h.along.0, h.along.1]);
        ys.extend([h.up.0, h.up.1]);
    }
    if look.dado.is_some() {
        ys.push(DADO.min(height));
    }
    for (list, most) in [(&mut xs, length), (&mut ys, height)] {
        list.retain(|x| *x >= -1e-4 && *x <= most + 1e-4);
        list.sort_by(f32::total_cmp);
        list.dedup_by(|a, b| (*a - *b).abs() < 1e-3);
    }
    for x in xs.windows(2) {
        for y in ys.windows(2) {
            let (mx, my) = (f32::midpoint(x[0], x[1]), f32::midpoint(y[0], y[1]));
            let is_hole = holes.iter().any(|h| mx > h.along.0 && mx < h.along.1 && my > h.up.0 && my < h.up.1);
            if is_hole {
                continue;
            }
            let finish = if my < DADO { look.dado.unwrap_or(look.wall) } else { look.wall };
            let from = origin + along * x[0] + Vec3::Y * y[0];
            buf.panel(from, along * (x[1] - x[0]), Vec3::Y * (y[1] - y[0]), CELL, finish);
        }
    }
    trim(&holes, origin, along, length, look, buf);
}

/// Skirting along the floor and a thin line on top of the dado, broken at openings.
fn trim(holes: &[Hole], origin: Vec3, along: Vec3, length: f32, look: &Look, buf: &mut MeshBuf) {
    let inward = along.cross(Vec3::Y);
    let line = if look.dado.is_some() { Some(Finish::new(0x6E8F7C, Surface::Plain)) } else { None };
    let strips = [(0.05_f32, 0.1_f32, 0.012_f32, Some(look.skirting)), (DADO, 0.02, 0.006, line)];
    for (mid, tall, deep, finish) in strips {
        let Some(finish) = finish else { continue };
        let mut cuts: Vec<(f32, f32)> = holes.iter().filter(|h| h.up.0 < mid && h.up.1 > mid).map(|h| h.along).collect();
        cuts.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut at = 0.0;
        for (from, to) in cuts.into_iter().chain([(length, length)]) {
            let size = from - at;
            if size > 0.03 {
                let centre = origin + along * (at + size / 2.0) + Vec3::Y * mid + inward * (deep / 2.0);
                let across = along.abs() * size + Vec3::Y * tall + inward.abs() * deep;
                buf.bevel_box(centre, across, 0.004, finish);
            }
            at = to;
        }
    }
}

/// The frame and the thickness of the wall around a door or opening.
pub fn door_frame(door: &Door) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let frame = Finish::new(0xA98B66, Surface::Wood);
    let steel = Finish::new(0x8D959C, Surface::Metal);
    let finish = match door.leaf.map(|l| l.name) {
        Some("fire_door_leaf" | "glass_door") => steel,
        _ => frame,
    };
    let (w, h) = (door.width as f32, door.height as f32);
    let depth = 0.26;
    let t = 0.05;
    let post = |buf: &mut MeshBuf, x: f32| {
        let size = if door.runs_along_x() { Vec3::new(t, h, depth) } else { Vec3::new(depth, h, t) };
        let off = if door.runs_along_x() { Vec3::X * x } else { Vec3::Z * x };
        buf.standing_box(v(door.at.0, door.base, door.at.1) + off, size, 0.008, finish);
    };
    post(&mut buf, -(w / 2.0 + t / 2.0 - 0.012));
    post(&mut buf, w / 2.0 + t / 2.0 - 0.012);
    let head = if door.runs_along_x() { Vec3::new(w + 2.0 * t, t, depth) } else { Vec3::new(depth, t, w + 2.0 * t) };
    buf.bevel_box(v(door.at.0, door.base + door.height, door.at.1) + Vec3::Y * (t / 2.0 - 0.012), head, 0.008, finish);
    let sill = if door.runs_along_x() { Vec3::new(w, 0.02, depth) } else { Vec3::new(depth, 0.02, w) };
    buf.bevel_box(v(door.at.0, door.base, door.at.1) - Vec3::Y * 0.006, sill, 0.0, Finish::new(0x9B968A, Surface::Terrazzo));
    buf
}

/// Frame, sill and cross-bars of a window; the glass is drawn apart because one sees through it.
pub fn window_frame(place: &Place, n: usize) -> (MeshBuf, MeshBuf) {
    let w = &place.windows[n];
    let room = &place.rooms[w.room.index()];
    let (_, along, _) = wall_line(room, w.side);
    let inward = along.cross(Vec3::Y);
    let (width, height) = (w.width as f32, w.height as f32);
    let line = match w.side {
        Side::North => v(w.at.0, 0.0, room.min.1),
        Side::South => v(w.at.0, 0.0, room.max.1),
        Side::East => v(room.max.0, 0.0, w.at.1),
        Side::West => v(room.min.0, 0.0, w.at.1),
    };
    let low = line + Vec3::Y * (room.floor + w.sill) as f32 - inward * 0.1;
    let mut buf = MeshBuf::new();
    let white = Finish::new(0xE9ECEC, Surface::Plain);
    let bar = |buf: &mut MeshBuf, at: Vec3, wide: f32, tall: f32, deep: f32| {
        buf.bevel_box(at, along.abs() * wide + Vec3::Y * tall + inward.abs() * deep, 0.006, white);
    };
    let mid = low + Vec3::Y * height / 2.0;
    for x in [-0.5, 0.0, 0.5] {
        bar(&mut buf, mid + along * width * x, 0.05, height, 0.06);
    }
    for y in [-0.5, 0.5] {
        bar(&mut buf, mid + Vec3::Y * height * y, width + 0.05, 0.05, 0.06);
    }
    // The depth of the wall around the pane, and a sill to put things on.
    let stone = Finish::new(0xDAD5C8, Surface::Terrazzo);
    buf.bevel_box(low + inward * 0.05 - Vec3::Y * 0.02, along.abs() * (width + 0.1) + Vec3::Y * 0.04 + inward.abs() * 0.3, 0.008, stone);
    let plaster = look(room.finish).wall;
    for x in [-0.5_f32, 0.5] {
        let at = mid + along * (width * x + 0.015 * x.signum());
        buf.bevel_box(at, along.abs() * 0.03 + Vec3::Y * height + inward.abs() * 0.2, 0.0, plaster);
    }
    buf.bevel_box(mid + Vec3::Y * (height / 2.0 + 0.015), along.abs() * width + Vec3::Y * 0.03 + inward.abs() * 0.2, 0.0, plaster);
    let mut glass = MeshBuf::new();
    let pane = Finish { glow: 0.10, ..Finish::new(0xCFE3F2, Surface::Plain) };
    let half = along * width / 2.0;
    let corners = [low - half, low + half, low + half + Vec3::Y * height, low - half + Vec3::Y * height];
    glass.quad_uv(corners, (Vec2::ZERO, Vec2::new(width, height)), pane);
    for layer in &mut glass.layers {
        *layer = 24.0;
    }
    (buf, glass)
}

/// A flight of steps with its handrail.
pub fn flight(stair: &Stair) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let rise = (stair.high - stair.low) as f32;
    let steps = ((rise / 0.16).round() as u32).max(1);
    let along_x = matches!(stair.up, Side::East | Side::West);
    let (run, wide) = {
        let (x, z) = ((stair.max.0 - stair.min.0) as f32, (stair.max.1 - stair.min.1) as f32);
        if along_x { (x, z) } else { (z, x) }
    };
    let dir = match stair.up {
        Side::East => Vec3::X,
        Side::West => -Vec3::X,
        Side::South => Vec3::Z,
        Side::North => -Vec3::Z,
    };
    let middle = v(f64::midpoint(stair.min.0, stair.max.0), stair.low, f64::midpoint(stair.min.1, stair.max.1));
    let foot = middle - dir * run / 2.0;
    let tread = run / steps as f32;
    let stone = Finish::new(0xB3AFA3, Surface::Terrazzo);
    let nose = Finish::new(0x77736A, Surface::Metal);
    for k in 0..steps {
        let top = rise / steps as f32 * (k + 1) as f32;
        let centre = foot + dir * (tread * (k as f32 + 0.5)) + Vec3::Y * (top - 0.09);
        let size = dir.abs() * (tread + 0.01) + Vec3::Y * 0.18 + dir.cross(Vec3::Y).abs() * wide;
        buf.bevel_box(centre, size, 0.01, stone);
        let edge = foot + dir * (tread * k as f32 + 0.03) + Vec3::Y * (top + 0.002);
        buf.bevel_box(edge, dir.abs() * 0.04 + Vec3::Y * 0.006 + dir.cross(Vec3::Y).abs() * wide * 0.96, 0.0, nose);
    }
    let rail = Finish::new(0x6C7F91, Surface::Metal);
    let side = dir.cross(Vec3::Y) * (wide / 2.0 - 0.05);
    for s in [side, -side] {
        let up = Vec3::Y * 0.95;
        buf.tube(&[foot + s + up, foot + dir * run + s + up + Vec3::Y * rise], 0.022, 8, rail);
        for k in 0..=3 {
            let t = k as f32 / 3.0;
            let base = foot + dir * run * t + s + Vec3::Y * rise * t;
            buf.cylinder(base, base + up, 0.012, 6, rail);
        }
    }
    buf
}
