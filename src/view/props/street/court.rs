//! The playground: hoop, bench, track, and the sign of the assembly point.

use std::f32::consts::TAU;

use bevy::math::{Mat4, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{bent, disc, hoop, rod};
use crate::view::props::classroom::kit::tints::{CONCRETE, DARK, GREY, OAK, RED, WHITE, metal, plain};
use crate::view::props::classroom::kit::{Face, Piece, v};

/// A park bench: oak slats on two iron sides; one sits looking to +Z.
pub(super) fn bench(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let iron = metal(0x394049);
    for x in [-0.6, 0.6] {
        bent(m, &[v(x, 0.0, 0.26), v(x, 0.41, 0.22), v(x, 0.41, -0.12), v(x, 0.85, -0.26)], 0.022, 6, iron);
        bent(m, &[v(x, 0.0, -0.27), v(x, 0.41, -0.12)], 0.022, 6, iron);
        bent(m, &[v(x, 0.41, 0.22), v(x, 0.62, 0.24), v(x, 0.63, -0.18)], 0.018, 6, iron);
        m.standing_box(v(x, 0.0, 0.0), v(0.06, 0.02, 0.58), 0.006, iron);
    }
    for k in 0..4 {
        m.bevel_box(v(0.0, 0.44, 0.2 - k as f32 * 0.1), v(1.5, 0.03, 0.085), 0.01, OAK);
    }
    for k in 0..3 {
        let t = k as f32 * 0.125;
        m.bevel_box(v(0.0, 0.56 + t, -0.135 - t * 0.34), v(1.5, 0.09, 0.028), 0.01, OAK);
    }
}

/// A basketball stand: the base is at -Z, the ring at +Z and 3.05 m up.
pub(super) fn basketball_hoop(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let steel = metal(0x2F5D8A);
    m.standing_box(v(0.0, 0.0, -0.85), v(1.1, 0.36, 0.9), 0.03, steel);
    m.standing_box(v(0.0, 0.0, -0.85), v(1.2, 0.08, 1.0), 0.015, DARK);
    bent(m, &[v(0.0, 0.3, -0.95), v(0.0, 2.4, -0.8), v(0.0, 3.15, 0.1), v(0.0, 3.15, 0.52)], 0.09, 8, steel);
    m.cylinder(v(0.0, 0.36, -0.946), v(0.0, 1.9, -0.836), 0.15, 8, plain(0xE8B84A));
    for x in [-0.45, 0.45] {
        rod(m, v(0.0, 2.5, -0.68), v(x, 3.6, 0.53), 0.03, 6, steel);
    }
    m.bevel_box(v(0.0, 3.42, 0.56), v(1.8, 1.05, 0.04), 0.012, WHITE);
    outline(m, (1.76, 1.01), v(0.0, 3.42, 0.5815), 0.04, plain(0x2F5D8A));
    outline(m, (0.59, 0.45), v(0.0, 3.3, 0.5815), 0.05, RED);
    m.bevel_box(v(0.0, 3.05, 0.62), v(0.16, 0.1, 0.1), 0.015, RED);
    let ring = v(0.0, 3.05, 0.9);
    hoop(m, ring, Vec3::Y, 0.225, 0.01, RED);
    for k in 0..10 {
        let (s, c) = (k as f32 / 10.0 * TAU).sin_cos();
        let (s2, c2) = ((k as f32 + 1.0) / 10.0 * TAU).sin_cos();
        let (low, drop) = (0.14, Vec3::Y * -0.4);
        rod(m, ring + v(c * 0.225, 0.0, s * 0.225), ring + drop + v(c2 * low, 0.0, s2 * low), 0.005, 4, WHITE);
        rod(m, ring + v(c2 * 0.225, 0.0, s2 * 0.225), ring + drop + v(c * low, 0.0, s * low), 0.005, 4, WHITE);
    }
    // Built around the board; the footprint's middle lies a little further back.
    for point in &mut m.positions {
        *point += Vec3::Z * 0.11;
    }
}

/// A painted rectangle of lines that looks to +Z.
fn outline(m: &mut MeshBuf, size: (f32, f32), centre: Vec3, line: f32, finish: Finish) {
    let (w, h) = size;
    for side in [-0.5, 0.5] {
        Face::front(centre + v(side * (w - line), 0.0, 0.0)).fill(m, (line, h), finish);
        Face::front(centre + v(0.0, side * (h - line), 0.0)).fill(m, (w, line), finish);
    }
}

/// The green sign one gathers at: four arrows that point at a group of people.
pub(super) fn assembly_sign(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let green = plain(0x1E8F4E);
    m.standing_box(Vec3::ZERO, v(0.4, 0.08, 0.4), 0.02, CONCRETE);
    rod(m, v(0.0, 0.06, -0.03), v(0.0, 2.55, -0.03), 0.038, 8, GREY);
    m.bevel_box(v(0.0, 2.55, -0.03), v(0.08, 0.03, 0.08), 0.01, GREY);
    m.bevel_box(v(0.0, 1.95, 0.02), v(0.9, 1.2, 0.03), 0.012, green);
    outline(m, (0.86, 1.16), v(0.0, 1.95, 0.0356), 0.016, WHITE);
    let z = 0.036;
    for (x, y, size) in [(-0.12, 2.13, 0.85), (0.12, 2.13, 0.85), (0.0, 2.1, 1.1)] {
        person(m, v(x, y, z), size);
    }
    for (k, (x, y)) in [(-0.29, 2.4), (0.29, 2.4), (0.29, 1.82), (-0.29, 1.82)].into_iter().enumerate() {
        // Each arrow points from its corner to the middle.
        let angle = -TAU * 0.125 - k as f32 * TAU * 0.25;
        let place = Mat4::from_translation(v(x, y, z)) * Mat4::from_rotation_z(angle);
        let point = |a: f32, b: f32| place.transform_point3(v(a, b, 0.0));
        m.triangle(point(0.01, -0.08), point(0.12, 0.0), point(0.01, 0.08), WHITE);
        m.quad(point(-0.1, -0.03), point(0.01, -0.03), point(0.01, 0.03), point(-0.1, 0.03), WHITE);
    }
    let words = p.words(&["紧急集合点", "ASSEMBLY POINT"], (0.8, 0.3), 0x1E8F4E, 0xFFFFFF);
    p.sign(Face::front(v(0.0, 1.55, 0.0358)).glowing(0.1), words);
}

/// A standing figure as on a sign, its middle at `at`.
fn person(m: &mut MeshBuf, at: Vec3, size: f32) {
    disc(m, at + v(0.0, 0.13 * size, 0.001), Vec3::Z, 0.038 * size, 10, WHITE);
    Face::front(at + v(0.0, 0.02 * size, 0.001)).fill(m, (0.1 * size, 0.13 * size), WHITE);
    for x in [-0.026, 0.026] {
        Face::front(at + v(x * size, -0.11 * size, 0.001)).fill(m, (0.04 * size, 0.14 * size), WHITE);
    }
}

/// A patch of the red running track with its lanes along X.
pub(super) fn running_track_patch(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.standing_box(Vec3::ZERO, v(6.0, 0.02, 3.9), 0.004, Finish::new(0xA94A3A, Surface::Rubber));
    for k in 0..4 {
        let z = -1.83 + k as f32 * 1.22;
        Face::flat(v(0.0, 0.0205, z)).fill(m, (6.0, 0.05), Finish::new(0xEDE8DC, Surface::Rubber));
    }
    for k in 0..3 {
        let z = -1.22 + k as f32 * 1.22;
        Face::flat(v(-2.5 + k as f32 * 0.4, 0.0205, z)).fill(m, (0.05, 1.16), Finish::new(0xEDE8DC, Surface::Rubber));
    }
}
