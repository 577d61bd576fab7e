//! Floors, walls, doors, windows, stairs and the names of rooms. What could no longer be used during the run is grey, the earlier the
//! darker, and says when and why.

use super::super::Debrief;
use super::super::ink::{DOOR, INK, MUTED, OPEN_DOOR, SMOKE, THIN, WHITE};
use super::super::says;
use super::super::shape::{Anchor, Colour, Pencil, Picture, Spot};
use super::super::trace::What;
use super::labels::Labels;
use super::sheet::Sheet;
use crate::diag::Lang;
use crate::graph::Letters;
use crate::place::{Door, DoorId, Room, RoomFinish, RoomId, Side, Stair};
use crate::words::{tr, tr_with};

/// Half a wall, m: rooms lie two of them apart.
const WALL: f64 = 0.1;
/// When and why a room failed.
const WHY: Letters = Letters::new(20.0);
const WALLS: Colour = Colour::hex(0x3A_444E);
const WINDOW: Colour = Colour::hex(0x8C_C4E8);

fn floor(room: &Room) -> Colour {
    Colour::hex(match (room.finish, room.open) {
        (RoomFinish::Lawn, _) => 0xE4_EDD9,
        (RoomFinish::Street, _) => 0xE8_E6E0,
        (RoomFinish::Playground, _) => 0xF0_E2D8,
        (_, true) => 0xEE_EBE2,
        (RoomFinish::Corridor | RoomFinish::Lobby, _) => 0xFB_F3E1,
        (RoomFinish::Stair, _) => 0xF2_EEE4,
        (RoomFinish::Bath, _) => 0xEA_F2F6,
        _ => 0xFF_FFFF,
    })
}

/// Everything that stands still.
pub fn rooms(debrief: &Debrief, sheet: &Sheet, p: &mut Picture) {
    let place = &debrief.case.place;
    let drawn = || sheet.rooms.iter().map(|n| (*n, &place.rooms[*n]));
    for (_, room) in drawn().filter(|(_, r)| r.open) {
        if let Some((a, b)) = corners(sheet, room, 0.0) {
            p.rect(a, b, floor(room), Some(Pencil::solid(THIN, 1.5)));
        }
    }
    for (_, room) in drawn().filter(|(_, r)| !r.open) {
        if let Some((a, b)) = corners(sheet, room, WALL) {
            p.rect(a, b, WALLS, Some(Pencil::solid(WALLS, 1.0)));
        }
    }
    for (n, room) in drawn().filter(|(_, r)| !r.open) {
        let Some((a, b)) = corners(sheet, room, 0.0) else { continue };
        p.rect(a, b, floor(room), None);
        if let Some(shade) = shade(debrief, RoomId(n as u16)) {
            p.rect(a, b, SMOKE.faint(shade), None);
        }
    }
    for stair in &place.stairs {
        flight(sheet, stair, p);
    }
    for window in place.windows.iter().filter(|w| sheet.rooms.contains(&w.room.index())) {
        let along = matches!(window.side, Side::North | Side::South);
        bar(sheet, window.at, window.width, along, (0.13, WINDOW), p);
    }
    for (n, door) in place.doors.iter().enumerate() {
        let is_here =
            [Some(door.room), door.to].into_iter().flatten().any(|r| sheet.rooms.contains(&r.index()) && !place.rooms[r.index()].open);
        if is_here && sheet.shows(door.at.0, door.at.1) {
            draw_door(debrief, sheet, DoorId(n as u16), door, p);
        }
    }
}

/// Opposite corners of a room on the picture, grown by `by` metres; none when it is not on the sheet.
fn corners(sheet: &Sheet, room: &Room, by: f64) -> Option<(Spot, Spot)> {
    let a = sheet.spot(room.min.0 - by, room.min.1 - by);
    let b = sheet.spot(room.max.0 + by, room.max.1 + by);
    (b.0 - a.0 > 1.0 && b.1 - a.1 > 1.0).then_some((a, b))
}

/// How dark a room is that could no longer be used during the run.
fn shade(debrief: &Debrief, room: RoomId) -> Option<u8> {
    let end = debrief.trace.time.max(1.0);
    let failed = debrief.film.room(room)?.state.untenable.filter(|u| debrief.tells_smoke() && u.time <= end)?;
    Some((110.0 - 70.0 * failed.time / end) as u8)
}

/// A piece of wall, `half` metres thick on each side.
fn bar(sheet: &Sheet, at: (f64, f64), width: f64, along_x: bool, (half, colour): (f64, Colour), p: &mut Picture) {
    let (w, d) = if along_x { (width / 2.0, half) } else { (half, width / 2.0) };
    if sheet.shows(at.0, at.1) {
        p.rect(sheet.spot(at.0 - w, at.1 - d), sheet.spot(at.0 + w, at.1 + d), colour, None);
    }
}

/// Steps, and an arrow upwards.
fn flight(sheet: &Sheet, stair: &Stair, p: &mut Picture) {
    if !sheet.shows(stair.min.0, stair.min.1) || !sheet.shows(stair.max.0, stair.max.1) {
        return;
    }
    let along_x = matches!(stair.up, Side::East | Side::West);
    let length = if along_x { stair.max.0 - stair.min.0 } else { stair.max.1 - stair.min.1 };
    let steps = ((length / 0.3) as u32).clamp(2, 40);
    let pen = Pencil::solid(Colour::hex(0xB9_B2A2), 1.5);
    for n in 0..=steps {
        let t = f64::from(n) / f64::from(steps);
        let (x, z) = (stair.min.0 + t * (stair.max.0 - stair.min.0), stair.min.1 + t * (stair.max.1 - stair.min.1));
        let ends = if along_x { [(x, stair.min.1), (x, stair.max.1)] } else { [(stair.min.0, z), (stair.max.0, z)] };
        p.line(ends.iter().map(|(x, z)| sheet.spot(*x, *z)).collect(), pen);
    }
}

/// Whether a door stood open when the run ended.
pub fn is_open_at_end(debrief: &Debrief, door: DoorId) -> bool {
    let moved = debrief.trace.happenings.iter().rev().find_map(|h| match h.what {
        What::Door { door: d, open, .. } if d == door => Some(open),
        _ => None,
    });
    moved.unwrap_or(debrief.case.place.doors[door.index()].open)
}

/// An opening in the wall, and its leaf as it stood in the end.
fn draw_door(debrief: &Debrief, sheet: &Sheet, id: DoorId, door: &Door, p: &mut Picture) {
    let along_x = door.runs_along_x();
    let own = &debrief.case.place.rooms[door.room.index()];
    bar(sheet, door.at, door.width, along_x, (WALL + 0.03, floor(own)), p);
    if door.leaf.is_none() {
        return;
    }
    let half = door.width / 2.0;
    let (hinge, latch) = if along_x {
        ((door.at.0 - half, door.at.1), (door.at.0 + half, door.at.1))
    } else {
        ((door.at.0, door.at.1 - half), (door.at.0, door.at.1 + half))
    };
    if !is_open_at_end(debrief, id) {
        p.line(vec![sheet.spot(hinge.0, hinge.1), sheet.spot(latch.0, latch.1)], Pencil::solid(DOOR, 6.0));
        return;
    }
    let into = inward(door.side);
    let swing = |n: u32| {
        let turn = f64::from(n) / 12.0 * 0.46 * std::f64::consts::PI;
        let (c, s) = (libm::cos(turn) * door.width, libm::sin(turn) * door.width);
        let along = if along_x { (1.0, 0.0) } else { (0.0, 1.0) };
        sheet.spot(hinge.0 + along.0 * c + into.0 * s, hinge.1 + along.1 * c + into.1 * s)
    };
    p.line((0..=12).map(swing).collect(), Pencil::dashed(DOOR.faint(150), 1.5, 4.0, 5.0));
    let is_left = debrief.doors.iter().any(|(d, act)| *d == id && *act == super::super::Act::LeftOpen);
    let colour = if is_left { OPEN_DOOR } else { DOOR };
    p.line(vec![sheet.spot(hinge.0, hinge.1), swing(12)], Pencil::solid(colour, 6.0));
}

/// From a wall of a room towards its inside.
fn inward(side: Side) -> (f64, f64) {
    match side {
        Side::North => (0.0, 1.0),
        Side::South => (0.0, -1.0),
        Side::East => (-1.0, 0.0),
        Side::West => (1.0, 0.0),
    }
}

/// Names, where they lie on nothing, and when and why a room failed.
pub fn names(debrief: &Debrief, lang: Lang, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    let place = &debrief.case.place;
    for n in &sheet.rooms {
        let Some((a, b)) = corners(sheet, &place.rooms[*n], 0.0) else { continue };
        let id = RoomId(*n as u16);
        let (wide, high) = (b.0 - a.0, b.1 - a.1);
        if wide < 60.0 || high < 30.0 {
            continue;
        }
        let name = says::room_name(place, id, lang);
        let size = [26.0, 24.0, 22.0, 20.0, 18.0].into_iter().find(|s| Letters::bold(*s).width(&name) < wide - 10.0).unwrap_or(18.0);
        let failed =
            debrief.film.room(id).and_then(|w| w.state.untenable).filter(|u| debrief.tells_smoke() && u.time <= debrief.trace.time);
        let why = failed.map(|u| {
            let words = tr_with(lang, "report-room-fails", &[("when", &says::when(u.time)), ("why", &says::limit(u.limit, lang))]);
            WHY.wrap(&words, wide - 6.0, 2)
        });
        let is_open = place.rooms[*n].open;
        // Where it does not fit, the name alone, then a small one.
        let tried = [(size, why.unwrap_or_default()), (size, Vec::new()), (18.0, Vec::new())];
        for (size, why) in tried {
            let letters = Letters::bold(size);
            let lines = letters.wrap(&name, wide - 6.0, 2);
            let needed = lines.iter().map(|l| letters.width(l)).chain(why.iter().map(|l| WHY.width(l))).fold(0.0, f64::max);
            let tall = lines.len() as f64 * (size + 6.0) + why.len() as f64 * 26.0;
            let box_size = (needed + 8.0, tall + 4.0);
            if let Some(at) = labels.best(inside(a, b, box_size), box_size) {
                let top = at.1 - tall / 2.0;
                name_at(p, (at.0, top), letters, if is_open { MUTED } else { INK }, (&lines, &why));
                break;
            }
        }
    }
}

/// Writes a name and what is below it, the first line below a height.
fn name_at(p: &mut Picture, (x, top): Spot, letters: Letters, colour: Colour, (lines, why): (&[String], &[String])) {
    let mut y = top + letters.size - 2.0;
    for line in lines {
        p.lettered((x, y), letters, colour, Anchor::Middle, Some(WHITE.faint(210)), line);
        y += letters.size + 6.0;
    }
    y += WHY.size - letters.size;
    for line in why {
        p.lettered((x, y), WHY, INK, Anchor::Middle, Some(WHITE.faint(210)), line);
        y += 26.0;
    }
}

/// Middles inside a rectangle, its own middle first.
fn inside(a: Spot, b: Spot, (wide, high): Spot) -> Vec<Spot> {
    let parts = [0.5, 0.3, 0.7, 0.1, 0.9];
    let place = |from: f64, to: f64, size: f64, part: f64| {
        let (low, high) = (from + size / 2.0 + 4.0, to - size / 2.0 - 4.0);
        if low > high { f64::midpoint(from, to) } else { low + (high - low) * part }
    };
    parts.iter().flat_map(|v| parts.iter().map(move |u| (place(a.0, b.0, wide, *u), place(a.1, b.1, high, *v)))).collect()
}

/// Which storey a sheet is.
pub fn storey_name(sheet: &Sheet, lang: Lang, p: &mut Picture) {
    let key = if sheet.floor.abs() < 0.5 {
        tr(lang, "report-storey-here")
    } else {
        tr_with(lang, "report-storey", &[("y", &format!("{:+.1}", sheet.floor))])
    };
    p.lettered((sheet.from.0, sheet.from.1 - 10.0), Letters::bold(24.0), MUTED, Anchor::Start, None, &key);
}
