//! Surfaces that are laid or hung piece by piece: terrazzo, tiles, ceiling panels, brick.

use bevy::math::{Vec2, Vec3};

use crate::view::texture::noise::{cell, fbm, fraction, ramp, unit, value};
use crate::view::texture::tiles::TILE;

/// Marble chips in warm greys, from nearly white to slate.
const CHIPS: [Vec3; 6] = [
    Vec3::new(0.99, 0.97, 0.93),
    Vec3::new(0.84, 0.80, 0.74),
    Vec3::new(0.70, 0.67, 0.63),
    Vec3::new(0.78, 0.70, 0.61),
    Vec3::new(0.60, 0.57, 0.55),
    Vec3::new(0.93, 0.88, 0.80),
];

/// Two sizes of chips in cement, with the thin metal strip that parts the bays every metre.
pub(super) fn terrazzo(at: Vec2) -> Vec3 {
    let cement = Vec3::splat(0.95 + 0.05 * (fbm(at, 6, 3, 31) - 0.5));
    let chipped = chips(chips(cement, at, 72, 32), at, 30, 33);
    let strip = at.min_element() * (TILE as f32) < 1.0;
    if strip { Vec3::new(0.88, 0.86, 0.80) } else { chipped }
}

fn chips(ground: Vec3, at: Vec2, cells: u32, seed: u32) -> Vec3 {
    let chip = cell(at, cells, seed);
    let size = 0.14 + 0.28 * fraction(chip.id.rotate_left(7));
    let cover = 1.0 - ramp(size - 0.09, size, chip.near);
    let colour = CHIPS[(chip.id % CHIPS.len() as u32) as usize];
    ground.lerp(colour, 0.8 * cover)
}

/// Three by three glazed tiles with a bright bevel beside the grout.
pub(super) fn tile(at: Vec2) -> Vec3 {
    let place = at * 3.0;
    let edge = edge_distance(place);
    let grout = 1.0 - ramp(0.004, 0.018, edge);
    let bevel = 1.0 - ramp(0.018, 0.045, edge);
    let own = unit(place.x as u32, place.y as u32, 81) - 0.5;
    let glaze = fbm(at, 4, 3, 82) - 0.5;
    let tone = 0.94 + 0.04 * own + 0.02 * glaze + 0.03 * bevel;
    Vec3::splat(tone).lerp(Vec3::new(0.70, 0.69, 0.66), grout)
}

/// Two by two mineral panels with pinholes, hung in a T-bar grid that throws a thin shadow.
pub(super) fn ceiling_panel(at: Vec2) -> Vec3 {
    let edge = edge_distance(at * 2.0);
    if edge < 0.024 {
        return Vec3::splat(0.99);
    }
    let shadow = 1.0 - ramp(0.024, 0.042, edge);
    let pinhole = cell(at, 56, 112);
    let depth = if pinhole.id & 1 == 0 { 1.0 - ramp(0.08, 0.20, pinhole.near) } else { 0.0 };
    let fleck = fbm(at, 24, 2, 113) - 0.5;
    Vec3::splat(0.95 + 0.03 * fleck - 0.10 * depth - 0.12 * shadow)
}

/// Four bricks by sixteen courses to the metre (240 × 53 mm and a 10 mm joint), each course shifted by half.
pub(super) fn brick(at: Vec2) -> Vec3 {
    let course = (at.y * 16.0).floor();
    let shift = if course as u32 & 1 == 0 { 0.0 } else { 0.5 };
    let along = at.x * 4.0 + shift;
    let joint = joint_depth(along - along.floor(), at.y * 16.0 - course);
    let own = unit(along as u32 % 4, course as u32, 131) - 0.5;
    let grit = value(at, (96, 96), 132) - 0.5;
    let tone = 0.94 + 0.15 * own + 0.06 * grit;
    Vec3::new(tone, tone - 0.02 * own, tone - 0.03 * own).lerp(Vec3::new(0.70, 0.69, 0.68), joint)
}

/// 1 in the middle of a mortar joint, 0 on the brick; both numbers run 0..1 over one brick.
fn joint_depth(along: f32, up: f32) -> f32 {
    let upright = 1.0 - ramp(0.010, 0.030, along.min(1.0 - along));
    let level = 1.0 - ramp(0.040, 0.110, up.min(1.0 - up));
    upright.max(level)
}

/// Distance to the nearest edge of the piece that holds this place, in pieces.
fn edge_distance(place: Vec2) -> f32 {
    let inside = place - place.floor();
    inside.min(Vec2::ONE - inside).min_element()
}
