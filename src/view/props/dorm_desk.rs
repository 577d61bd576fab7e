//! What stands under a loft bed: wardrobe at the left end, desk, shelf, and the things a student leaves on them.
//!
//! Single pieces of clutter are in `small_things`; this file decides where they lie.

use bevy::math::{Quat, Vec3, vec3};

use super::palette::{CARDBOARD, GREY_PLASTIC, STEEL_DARK, WHITE_PLASTIC, WOOD, WOOD_DARK, WOOD_PALE};
use super::parts::{block, books, rod, tilted};
use super::small_things as small;
use super::vary::{between, pick};
use crate::view::mesh::MeshBuf;

/// Left and right edge of the desk: 1.2 m.
const DESK: (f32, f32) = (-0.46, 0.75);
/// Height of its top.
const TOP: f32 = 0.75;

/// Everything below the deck of a loft bed, in the bed's own frame.
pub(super) fn under_bed(buf: &mut MeshBuf, seed: u32) {
    cupboard(buf);
    desk(buf);
    shelf(buf, seed);
    let laptop = vec3(between(seed, 20, -0.05, 0.2), TOP, between(seed, 21, -0.12, -0.06));
    small::laptop_closed(buf, laptop, between(seed, 22, -0.2, 0.2));
    for (slot, at) in [vec3(-0.32, TOP, -0.24), vec3(0.44, TOP, -0.26), vec3(0.62, TOP, -0.06)].into_iter().enumerate() {
        clutter(buf, at, seed.wrapping_add(slot as u32 * 101));
    }
}

fn clutter(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    match pick(seed, 30, 8) {
        0 => small::cup(buf, at, seed),
        1 => small::flask(buf, at, seed),
        2 => small::pen_holder(buf, at, seed),
        3 => small::table_mirror(buf, at, seed),
        4 => small::tissues(buf, at, seed),
        5 => small::textbooks(buf, at, seed),
        6 => small::succulent(buf, at, seed),
        _ => small::clip_lamp(buf, at, seed),
    }
}

fn cupboard(buf: &mut MeshBuf) {
    let (left, right, back, front) = (-0.94, -0.46, -0.44, 0.13);
    block(buf, vec3(left, 0.0, back), vec3(right, 0.08, front - 0.03), 0.0, WOOD_DARK);
    block(buf, vec3(left, 0.08, back), vec3(right, 1.57, front), 0.008, WOOD_PALE);
    // Two doors, one above the other, a finger's width apart.
    for (lo, hi, handle) in [(0.11, 1.08, 0.72), (1.10, 1.55, 1.2)] {
        block(buf, vec3(left + 0.015, lo, front), vec3(right - 0.015, hi, front + 0.018), 0.006, WOOD);
        let x = right - 0.06;
        rod(buf, vec3(x, handle, front + 0.03), vec3(x, handle + 0.12, front + 0.03), 0.007, STEEL_DARK);
    }
}

fn desk(buf: &mut MeshBuf) {
    let (left, right) = DESK;
    block(buf, vec3(left, TOP - 0.028, -0.44), vec3(right, TOP, 0.16), 0.006, WOOD);
    block(buf, vec3(right - 0.022, 0.0, -0.43), vec3(right, TOP - 0.028, 0.13), 0.004, WOOD_PALE);
    block(buf, vec3(left, 0.3, -0.44), vec3(right - 0.022, TOP - 0.03, -0.43), 0.0, WOOD_PALE);
    // Drawers at the right, under the top.
    block(buf, vec3(0.32, 0.42, -0.40), vec3(0.728, TOP - 0.03, 0.11), 0.0, WOOD_PALE);
    for (lo, hi) in [(0.43, 0.56), (0.575, 0.705)] {
        block(buf, vec3(0.33, lo, 0.11), vec3(0.722, hi, 0.128), 0.0, WOOD);
        let y = (lo + hi) * 0.5;
        rod(buf, vec3(0.47, y, 0.136), vec3(0.58, y, 0.136), 0.006, GREY_PLASTIC);
    }
}

fn shelf(buf: &mut MeshBuf, seed: u32) {
    let (left, right) = DESK;
    let (back, front) = (-0.44, -0.21);
    block(buf, vec3(left, TOP, back), vec3(right, 1.56, back + 0.012), 0.0, WOOD_PALE);
    block(buf, vec3(right - 0.02, TOP, back + 0.005), vec3(right, 1.56, front), 0.004, WOOD);
    for y in [1.08, 1.34] {
        block(buf, vec3(left, y, back + 0.005), vec3(right - 0.02, y + 0.02, front), 0.0, WOOD);
    }
    let start = left + 0.02;
    let full = between(seed, 11, 0.38, 0.56);
    books(buf, vec3(start, 1.10, front - 0.02), full, seed);
    // The last book leans on the others.
    tilted(buf, vec3(start + full + 0.07, 1.19, -0.3), vec3(0.025, 0.19, 0.14), Quat::from_rotation_z(0.3), CARDBOARD);
    books(buf, vec3(start, 1.36, front - 0.02), between(seed, 12, 0.12, 0.24), seed.wrapping_add(5));
    let crate_x = between(seed, 13, 0.27, 0.38);
    let lo = vec3(crate_x, 1.10, -0.41);
    block(buf, lo, lo + vec3(0.32, 0.17, 0.18), 0.015, if pick(seed, 14, 2) == 0 { CARDBOARD } else { WHITE_PLASTIC });
}
