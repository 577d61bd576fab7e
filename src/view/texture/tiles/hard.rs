//! Hard surfaces without joints: paint, wood, plaster, metal, concrete, rubber.

use std::f32::consts::TAU;

use bevy::math::{Vec2, Vec3};

use crate::view::texture::noise::{cell, fbm, fraction, ramp, unit, value};
use crate::view::texture::tiles::TILE;

/// Lacquer and plastic: clouds so faint that only a large face shows them.
pub(super) fn plain(at: Vec2) -> Vec3 {
    let cloud = fbm(at, 4, 3, 11) - 0.5;
    let grain = value(at, (128, 128), 12) - 0.5;
    Vec3::splat(0.96 + 0.04 * cloud + 0.02 * grain)
}

/// Year rings that wander, fibres and pores, all along V; the dark rings are a little warmer.
pub(super) fn wood(at: Vec2) -> Vec3 {
    let wander = value(at, (6, 2), 21) + 0.5 * value(at, (12, 4), 22);
    let ring = 0.5 + 0.5 * (TAU * (7.0 * at.x + 0.6 * wander)).sin();
    let fibre = value(at, (128, 8), 23) - 0.5;
    let pore = ramp(0.72, 0.95, value(at, (128, 14), 24));
    let tone = 0.95 - 0.07 * ring + 0.06 * fibre - 0.09 * pore;
    Vec3::new(tone, tone - 0.012 * ring, tone - 0.03 * ring)
}

/// Broad unevenness and the stipple that a paint roller leaves.
pub(super) fn plaster(at: Vec2) -> Vec3 {
    let uneven = fbm(at, 3, 4, 41) - 0.5;
    let stipple = value(at, (96, 96), 42) - 0.5;
    Vec3::splat(0.95 + 0.07 * uneven + 0.03 * stipple)
}

/// Brushing along U, clouds of wear, a few scratches.
pub(super) fn metal(at: Vec2) -> Vec3 {
    let brushed = value(at, (3, 128), 61) - 0.5;
    let worn = fbm(at, 4, 3, 62) - 0.5;
    let scratched: f32 = (0..12).map(|index| scratch(at, index)).sum();
    Vec3::splat(0.94 + 0.03 * brushed + 0.05 * worn - 0.09 * scratched.min(1.0))
}

/// How strongly scratch number `index` marks this place; wraps like everything else.
fn scratch(at: Vec2, index: u32) -> f32 {
    let middle = Vec2::new(unit(index, 0, 63), unit(index, 1, 63));
    let along = Vec2::from_angle((unit(index, 2, 63) - 0.5) * 1.4);
    let half = 0.02 + 0.07 * unit(index, 3, 63);
    let offset = at - middle;
    let offset = offset - offset.round();
    let nearest = along * offset.dot(along).clamp(-half, half);
    let texels = (offset - nearest).length() * TILE as f32;
    (1.0 - texels / 1.3).max(0.0) * (0.4 + 0.6 * unit(index, 4, 63))
}

/// Stains, grit and small air holes.
pub(super) fn concrete(at: Vec2) -> Vec3 {
    let stain = fbm(at, 4, 5, 91) - 0.5;
    let grit = value(at, (128, 128), 92) - 0.5;
    let hole = cell(at, 34, 93);
    let depth = if hole.id & 3 == 0 { 1.0 - ramp(0.06, 0.18, hole.near) } else { 0.0 };
    let tone = 0.93 + 0.15 * stain + 0.06 * grit - 0.16 * depth;
    Vec3::new(tone, tone - 0.004, tone - 0.012)
}

/// Pressed granules, each with its own tone, dark in the gaps.
pub(super) fn rubber(at: Vec2) -> Vec3 {
    let granule = cell(at, 80, 151);
    let gap = 1.0 - ramp(0.04, 0.22, granule.second - granule.near);
    Vec3::splat(0.94 + 0.13 * (fraction(granule.id.rotate_left(9)) - 0.5) - 0.12 * gap)
}
