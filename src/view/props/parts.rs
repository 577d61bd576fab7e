//! Pieces that most props share: blocks between two corners, thin bars, turned shapes on any axis, rows of books.
//!
//! Only shapes. What is written on a prop is in `lettering`, what is soft is in `cloth`.

use bevy::math::{Mat4, Quat, Vec2, Vec3, vec3};

use super::palette::{BOOKS, GLINT, PAPER};
use super::vary::{between, pick};
use crate::view::mesh::{Finish, MeshBuf};

/// A box between its lower left back corner and its upper right front corner.
pub(super) fn block(buf: &mut MeshBuf, lo: Vec3, hi: Vec3, bevel: f32, finish: Finish) {
    buf.bevel_box((lo + hi) * 0.5, hi - lo, bevel, finish);
}

/// A box turned about its own middle.
pub(super) fn tilted(buf: &mut MeshBuf, centre: Vec3, size: Vec3, turn: Quat, finish: Finish) {
    let mut part = MeshBuf::new();
    part.bevel_box(Vec3::ZERO, size, size.min_element() * 0.2, finish);
    buf.append(&part, Mat4::from_rotation_translation(turn, centre));
}

/// A round bar with open ends: a sixth of a `cylinder`, for rails whose ends nobody sees.
pub(super) fn rod(buf: &mut MeshBuf, from: Vec3, to: Vec3, radius: f32, finish: Finish) {
    let sides = if radius < 0.012 { 6 } else { 8 };
    turned(buf, from, to - from, &[(radius, 0.0), (radius, (to - from).length())], sides, finish);
}

/// Rods through `points`: cables, bent handles.
pub(super) fn wire(buf: &mut MeshBuf, points: &[Vec3], radius: f32, finish: Finish) {
    for pair in points.windows(2) {
        rod(buf, pair[0], pair[1], radius, finish);
    }
}

/// A lathe profile standing at `at` along `axis`.
pub(super) fn turned(buf: &mut MeshBuf, at: Vec3, axis: Vec3, profile: &[(f32, f32)], sides: u32, finish: Finish) {
    let mut part = MeshBuf::new();
    part.lathe(profile, sides, finish);
    let turn = Quat::from_rotation_arc(Vec3::Y, axis.normalize_or(Vec3::Y));
    buf.append(&part, Mat4::from_rotation_translation(turn, at));
}

/// A round plate of `depth` whose face looks along `axis`, with a softened rim.
pub(super) fn disc(buf: &mut MeshBuf, at: Vec3, axis: Vec3, radius: f32, depth: f32, finish: Finish) {
    let rim = (depth * 0.4).min(radius * 0.3);
    turned(buf, at, axis, &[(radius, 0.0), (radius, depth - rim), (radius - rim, depth)], 10, finish);
    turned(buf, at, axis, &[(radius - rim, depth), (0.0, depth)], 10, finish);
}

/// A small round head: drawing pins, screws, buttons, pilot lights.
pub(super) fn stud(buf: &mut MeshBuf, at: Vec3, axis: Vec3, radius: f32, depth: f32, finish: Finish) {
    turned(buf, at, axis, &[(radius, 0.0), (radius * 0.8, depth), (0.0, depth)], 6, finish);
}

/// A flat rectangle facing +Z around `centre`.
pub(super) fn flat(buf: &mut MeshBuf, centre: Vec3, size: (f32, f32), finish: Finish) {
    let (w, h) = (size.0 * 0.5, size.1 * 0.5);
    let corner = |x: f32, y: f32| centre + vec3(x, y, 0.0);
    buf.quad(corner(-w, -h), corner(w, -h), corner(w, h), corner(-w, h), finish);
}

/// Two slanted streaks of light on a pane between `lo` and `hi`, seen from both sides: what makes a gap look glazed.
pub(super) fn glints(buf: &mut MeshBuf, lo: Vec3, hi: Vec3) {
    let (w, h) = (hi.x - lo.x, hi.y - lo.y);
    let z = (lo.z + hi.z) * 0.5;
    for (start, width) in [(0.18, 0.10), (0.36, 0.04)] {
        let at = |s: f32, t: f32| vec3(lo.x + w * s, lo.y + h * t, z);
        let corners = [at(start, 0.34), at(start + width, 0.34), at(start + width + 0.3, 0.80), at(start + 0.3, 0.80)];
        buf.quad_facing(corners, Vec3::Z, GLINT);
        buf.quad_facing(corners, Vec3::NEG_Z, GLINT);
    }
}

/// The left half of a symmetrical outline, added to its right half: `right` runs from bottom to top with x > 0.
pub(super) fn mirrored(right: &[(f32, f32)]) -> Vec<Vec2> {
    let there = right.iter().map(|&(x, y)| Vec2::new(x, y));
    let back = right.iter().rev().map(|&(x, y)| Vec2::new(-x, y));
    there.chain(back).collect()
}

/// Books standing on a board from `from` (left, at the board, spines towards +Z) for `length` metres.
pub(super) fn books(buf: &mut MeshBuf, from: Vec3, length: f32, seed: u32) {
    let mut x = 0.0;
    let mut salt = 0;
    while x < length - 0.05 {
        salt += 4;
        let thick = between(seed, salt, 0.018, 0.05);
        let height = between(seed, salt + 1, 0.17, 0.225);
        let deep = between(seed, salt + 2, 0.13, 0.16);
        let cover = BOOKS[pick(seed, salt + 3, BOOKS.len())];
        let lo = from + vec3(x, 0.0, -deep);
        block(buf, lo, lo + vec3(thick, height, deep), 0.0, cover);
        // Now and then somebody has taken a book out.
        x += thick + if pick(seed, salt + 3, 7) == 0 { 0.05 } else { 0.002 };
    }
}

/// A pile of `count` books lying about, its lowest one at `at`.
pub(super) fn book_pile(buf: &mut MeshBuf, at: Vec3, count: u32, seed: u32) {
    let mut y = 0.0;
    for k in 0..count {
        let thick = between(seed, 50 + k, 0.014, 0.034);
        let turn = Quat::from_rotation_y(between(seed, 60 + k, -0.3, 0.3));
        let cover = BOOKS[pick(seed, 70 + k, BOOKS.len())];
        let mut book = MeshBuf::new();
        book.standing_box(Vec3::ZERO, vec3(0.18, thick, 0.25), 0.0, cover);
        // The block of pages shows on the side that is not the spine.
        book.standing_box(vec3(0.003, thick * 0.15, 0.0), vec3(0.178, thick * 0.7, 0.252), 0.0, PAPER);
        buf.append(&book, Mat4::from_rotation_translation(turn, at + Vec3::Y * y));
        y += thick;
    }
}

/// A pointed leaf from `root` to `tip`, seen from both sides.
pub(super) fn leaf(buf: &mut MeshBuf, root: Vec3, tip: Vec3, width: f32, finish: Finish) {
    let along = tip - root;
    let side = along.cross(Vec3::Y).normalize_or(Vec3::X) * width * 0.5;
    // Broadest below the middle, and lifted there, so that the two halves catch light differently.
    let (belly, rib) = (root + along * 0.45 + Vec3::Y * width * 0.12, root + along * 0.5 - Vec3::Y * width * 0.06);
    for s in [side, -side] {
        buf.triangle(root, belly + s, rib, finish);
        buf.triangle(belly + s, tip, rib, finish);
        buf.triangle(root, rib, belly + s, finish);
        buf.triangle(belly + s, rib, tip, finish);
    }
}
