//! Soft surfaces: cloth, paper, leather, carpet, grass.

use bevy::math::{Vec2, Vec3};

use crate::view::texture::noise::{cell, fbm, fraction, ramp, value};

/// Threads to the metre; four texels each, so that the weave survives the first mip level.
const THREADS: f32 = 64.0;

/// A plain weave: each crossing shows the thread on top, rounded.
pub(super) fn cloth(at: Vec2) -> Vec3 {
    let place = at * THREADS;
    let inside = place - place.floor() - 0.5;
    let warp_on_top = (place.x as u32 + place.y as u32) & 1 == 0;
    let across = if warp_on_top { inside.x } else { inside.y };
    let fuzz = value(at, (128, 128), 51) - 0.5;
    let fold = fbm(at, 3, 3, 52) - 0.5;
    Vec3::splat(0.96 - 0.55 * across * across + 0.05 * fuzz + 0.05 * fold)
}

/// Cloudy pulp with a few darker fibres.
pub(super) fn paper(at: Vec2) -> Vec3 {
    let pulp = fbm(at, 8, 4, 71) - 0.5;
    let ridge = 1.0 - (2.0 * value(at, (44, 44), 72) - 1.0).abs();
    let fibre = ridge.powi(12);
    let tone = 0.96 + 0.04 * pulp - 0.03 * fibre;
    Vec3::new(tone, tone - 0.003, tone - 0.010)
}

/// Blades in two directions over clumps; young blades are yellower.
pub(super) fn grass(at: Vec2) -> Vec3 {
    let blade = value(at, (112, 28), 101) - 0.5;
    let crossing = value(at, (36, 96), 102) - 0.5;
    let clump = fbm(at, 5, 3, 103) - 0.5;
    let young = fbm(at, 9, 2, 104) - 0.5;
    let tone = 0.88 + 0.22 * blade + 0.14 * crossing + 0.14 * clump;
    Vec3::new(tone + 0.10 * young, tone, tone - 0.10 * young - 0.04)
}

/// Soft mottling between fine creases.
pub(super) fn leather(at: Vec2) -> Vec3 {
    let pad = cell(at, 60, 121);
    let crease = 1.0 - ramp(0.02, 0.20, pad.second - pad.near);
    let mottle = fbm(at, 5, 3, 122) - 0.5;
    let own = fraction(pad.id.rotate_left(5)) - 0.5;
    Vec3::splat(0.95 - 0.06 * crease + 0.05 * mottle + 0.02 * own)
}

/// Tufts, trodden flat here and there.
pub(super) fn carpet(at: Vec2) -> Vec3 {
    let tuft = value(at, (128, 128), 141) - 0.5;
    let bundle = value(at, (64, 64), 142) - 0.5;
    let trodden = fbm(at, 3, 3, 143) - 0.5;
    Vec3::splat(0.90 + 0.18 * tuft + 0.10 * bundle + 0.06 * trodden)
}
