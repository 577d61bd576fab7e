//! What lies on a student's desk: laptop, cups, pens, mirror, tissues, books, a plant.
//!
//! Each piece stands at a point and costs at most about a hundred triangles; none of them glows.

use bevy::math::{Mat4, Quat, Vec3, vec3};

use super::palette::{BLACK_PLASTIC, BOOKS, GREY_PLASTIC, LEAF, MIRROR, PAPER, PLASTICS, SOIL, STAINLESS, TERRACOTTA, WHITE_PLASTIC};
use super::parts::{block, book_pile, disc, leaf, rod, tilted, turned};
use super::vary::{between, pick};
use crate::view::mesh::{Finish, MeshBuf};

fn plastic(seed: u32, salt: u32) -> Finish {
    PLASTICS[pick(seed, salt, PLASTICS.len())]
}

/// A closed laptop, turned by `turn` about its middle.
pub(super) fn laptop_closed(buf: &mut MeshBuf, at: Vec3, turn: f32) {
    tilted(buf, at + Vec3::Y * 0.011, vec3(0.33, 0.02, 0.23), Quat::from_rotation_y(turn), GREY_PLASTIC);
}

/// A mug.
pub(super) fn cup(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    let profile = [(0.033, 0.0), (0.038, 0.095), (0.034, 0.095), (0.03, 0.03), (0.0, 0.03)];
    turned(buf, at, Vec3::Y, &profile, 8, plastic(seed, 1));
    let handle = [vec3(0.035, 0.075, 0.0), vec3(0.06, 0.06, 0.0), vec3(0.058, 0.03, 0.0), vec3(0.034, 0.02, 0.0)];
    for pair in handle.windows(2) {
        rod(buf, at + pair[0], at + pair[1], 0.005, plastic(seed, 1));
    }
}

/// A steel flask (保温杯) with a coloured body.
pub(super) fn flask(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    turned(buf, at, Vec3::Y, &[(0.031, 0.0), (0.033, 0.17), (0.026, 0.185)], 8, plastic(seed, 2));
    turned(buf, at, Vec3::Y, &[(0.028, 0.183), (0.028, 0.225), (0.022, 0.232), (0.0, 0.232)], 8, STAINLESS);
}

/// A pot of pens.
pub(super) fn pen_holder(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    let profile = [(0.038, 0.0), (0.038, 0.1), (0.034, 0.1), (0.034, 0.06), (0.0, 0.06)];
    turned(buf, at, Vec3::Y, &profile, 8, BLACK_PLASTIC);
    for k in 0..4 {
        let lean = vec3(between(seed, 40 + k, -0.03, 0.03), 0.17, between(seed, 45 + k, -0.03, 0.03));
        rod(buf, at + vec3(lean.x * 0.3, 0.06, lean.z * 0.3), at + lean, 0.004, BOOKS[(k as usize * 2 + 1) % BOOKS.len()]);
    }
}

/// A round make-up mirror on a stand.
pub(super) fn table_mirror(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    disc(buf, at, Vec3::Y, 0.05, 0.012, plastic(seed, 3));
    rod(buf, at + Vec3::Y * 0.01, at + Vec3::Y * 0.1, 0.006, plastic(seed, 3));
    let axis = vec3(0.0, 0.2, 1.0).normalize();
    let centre = at + vec3(0.0, 0.17, -0.008);
    disc(buf, centre, axis, 0.082, 0.014, plastic(seed, 3));
    turned(buf, centre + axis * 0.0155, axis, &[(0.072, 0.0), (0.0, 0.0)], 10, MIRROR);
}

/// A box of paper tissues with one pulled up.
pub(super) fn tissues(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    block(buf, at + vec3(-0.1, 0.0, -0.055), at + vec3(0.1, 0.085, 0.055), 0.008, plastic(seed, 4));
    let tip = at + vec3(0.01, 0.14, 0.0);
    let (a, b) = (at + vec3(-0.04, 0.085, 0.01), at + vec3(0.04, 0.085, -0.01));
    buf.triangle(a, b, tip, PAPER);
    buf.triangle(b, a, tip, PAPER);
}

/// Three or four textbooks lying on each other.
pub(super) fn textbooks(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    book_pile(buf, at, 3 + pick(seed, 5, 2) as u32, seed);
}

/// A succulent in a small pot.
pub(super) fn succulent(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    turned(buf, at, Vec3::Y, &[(0.03, 0.0), (0.042, 0.06), (0.037, 0.06)], 8, TERRACOTTA);
    turned(buf, at, Vec3::Y, &[(0.038, 0.054), (0.0, 0.056)], 8, SOIL);
    for k in 0..9 {
        let angle = k as f32 * 2.4 + between(seed, 6, 0.0, 1.0);
        let reach = 0.03 + 0.004 * k as f32;
        let tip = at + vec3(angle.cos() * reach, 0.135 - 0.006 * k as f32, angle.sin() * reach);
        leaf(buf, at + Vec3::Y * 0.055, tip, 0.025, LEAF);
    }
}

/// A small reading lamp, switched off.
pub(super) fn clip_lamp(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    disc(buf, at, Vec3::Y, 0.055, 0.018, plastic(seed, 7));
    let (knee, head) = (at + vec3(-0.02, 0.2, -0.03), at + vec3(-0.02, 0.3, 0.05));
    rod(buf, at + Vec3::Y * 0.015, knee, 0.007, WHITE_PLASTIC);
    rod(buf, knee, head, 0.007, WHITE_PLASTIC);
    turned(buf, head, vec3(0.0, -1.0, 0.3), &[(0.015, -0.02), (0.045, 0.035), (0.0, 0.03)], 8, plastic(seed, 7));
}

/// A book lying open, `at` the middle of its back, facing +Z: the register of a porter, a notebook.
pub(super) fn open_book(buf: &mut MeshBuf, at: Vec3, size: (f32, f32)) {
    let (w, d) = size;
    block(buf, at + vec3(-w * 0.5, 0.0, -d * 0.5), at + vec3(w * 0.5, 0.006, d * 0.5), 0.002, BOOKS[0]);
    for side in [-1.0_f32, 1.0] {
        let centre = at + vec3(side * w * 0.245, 0.012, 0.0);
        let mut pages = MeshBuf::new();
        pages.bevel_box(Vec3::ZERO, vec3(w * 0.47, 0.014, d * 0.94), 0.003, PAPER);
        buf.append(&pages, Mat4::from_rotation_translation(Quat::from_rotation_z(side * -0.03), centre));
    }
}
