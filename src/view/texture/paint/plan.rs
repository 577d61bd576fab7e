//! The evacuation plan on a room door: corridor, rooms, stairs, where you are, which way to go.

use bevy::math::Vec2;

use super::Page;
use super::exit::arrow_to_right;
use crate::view::texture::canvas::{Area, mix};
use crate::view::texture::fonts::Weight;
use crate::view::texture::noise::hash_text;

/// Rooms on each side of the corridor.
const ROOMS: usize = 6;
/// How much of the plan's width each stair takes.
const STAIR: f32 = 0.11;
const HERE: u32 = 0xC8342B;
const ESCAPE: u32 = 0x1E8F4E;
const WALL: u32 = 0x3A4148;

pub(super) fn paint(page: &mut Page<'_>) {
    let spec = page.spec;
    let sheet = page.canvas.area().inset(page.margin());
    let (top, rest) = sheet.split_top(0.16);
    let (drawing, below) = rest.split_top(0.74);
    let heading = page.heading("疏散示意图");
    page.canvas.rounded(top.part(0.0, 0.0, 1.0, 0.92), top.h * 0.2, spec.accent);
    let title = top.part(0.03, 0.08, 0.94, 0.76);
    page.letters(spec.paper).line(&mut page.canvas, title, heading, Weight::Bold);
    building(page, drawing.part(0.0, 0.06, 1.0, 0.90));
    legend(page, below);
}

/// Walls and rooms in thin lines, a door gap for each room, then the way out.
fn building(page: &mut Page<'_>, area: Area) {
    let wall = (area.h * 0.02).max(1.0);
    let corridor = area.part(STAIR, 0.40, 1.0 - 2.0 * STAIR, 0.20);
    page.canvas.rect(area, mix(page.spec.paper, WALL, 0.06));
    page.canvas.rect(area.part(0.0, 0.40, 1.0, 0.20), mix(page.spec.paper, ESCAPE, 0.18));
    let width = corridor.w / ROOMS as f32;
    for index in 0..ROOMS {
        let x = corridor.x + width * index as f32;
        let (upper, lower) = (corridor.y, corridor.y + corridor.h);
        for (y, end, door) in [(area.y, upper, upper), (lower, area.y + area.h, lower)] {
            page.canvas.frame(Area::new(x, y, width + wall, end - y), wall, WALL);
            let gap = Area::new(x + width * 0.55, door - wall, width * 0.25, 3.0 * wall);
            page.canvas.rect(gap, mix(page.spec.paper, ESCAPE, 0.18));
        }
    }
    page.canvas.frame(area, wall * 1.6, WALL);
    stair(page, area.part(0.0, 0.0, STAIR, 0.40));
    stair(page, area.part(1.0 - STAIR, 0.0, STAIR, 0.40));
    way_out(page, area, corridor);
}

/// Treads of a stair, on green.
fn stair(page: &mut Page<'_>, area: Area) {
    page.canvas.rect(area, mix(page.spec.paper, ESCAPE, 0.45));
    let tread = (area.h * 0.02).max(1.0);
    for step in 1..7 {
        let y = step as f32 / 7.0;
        page.canvas.line(area.point(0.12, y), area.point(0.88, y), tread, WALL);
    }
}

/// A red dot in the room that the heading's number points to, arrows along the corridor to the nearer stair.
fn way_out(page: &mut Page<'_>, area: Area, corridor: Area) {
    let seed = hash_text(&page.spec.lines.concat()) as usize;
    let (room, below) = (seed % ROOMS, seed / ROOMS % 2 == 1);
    let to_right = room >= ROOMS / 2;
    let across = (room as f32 + 0.5) / ROOMS as f32;
    let door = (room as f32 + 0.675) / ROOMS as f32;
    let middle = corridor.point(door, 0.5);
    let (deep, sill) = if below { (0.8, 1.0) } else { (0.2, 0.0) };
    let here = Vec2::new(corridor.point(across, 0.0).x, area.point(0.0, deep).y);
    let line = (corridor.h * 0.12).max(1.0);
    page.canvas.path(&[here, corridor.point(door, sill), middle], line, ESCAPE);
    let stair = if to_right { 1.0 - STAIR / 2.0 } else { STAIR / 2.0 };
    let end = area.point(stair, 0.5);
    page.canvas.path(&[middle, end, area.point(stair, 0.3)], line, ESCAPE);
    let size = corridor.h * 0.85;
    for share in [0.45, 0.9] {
        let at = middle.lerp(end, share);
        let place = Area::new(at.x - size / 2.0, at.y - size / 2.0, size, size);
        let turned = Area::new(place.x + place.w, place.y, -place.w, place.h);
        arrow_to_right(&mut page.canvas, if to_right { place } else { turned }, ESCAPE);
    }
    page.canvas.disc(here, corridor.h * 0.34, page.spec.paper);
    page.canvas.disc(here, corridor.h * 0.26, HERE);
}

/// What dot and arrow mean, or the sign's own further lines.
fn legend(page: &mut Page<'_>, area: Area) {
    let (spec, body) = (page.spec, page.body());
    if !body.is_empty() {
        page.letters(spec.ink).list(&mut page.canvas, area.part(0.0, 0.15, 1.0, 0.85), body);
        return;
    }
    let (left, right) = area.part(0.02, 0.30, 0.96, 0.50).split_left(0.5);
    page.canvas.disc(left.point(0.08, 0.5), left.h * 0.3, HERE);
    arrow_to_right(&mut page.canvas, right.part(0.0, 0.0, 0.16, 1.0).fit(1.2), ESCAPE);
    for (place, words) in [(left, "您所在的位置"), (right, "疏散方向")] {
        let text = place.part(0.18, 0.0, 0.80, 1.0);
        page.letters(spec.ink).line(&mut page.canvas, text, words, Weight::Regular);
    }
}
