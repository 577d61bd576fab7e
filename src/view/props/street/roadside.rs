//! Along the road: lamp, fence, bus stop, kerb, manhole cover.

use std::f32::consts::TAU;

use bevy::math::Vec3;

use crate::view::mesh::{Finish, Surface};
use crate::view::props::classroom::kit::shapes::{at, disc, rod, side_slab, turned};
use crate::view::props::classroom::kit::tints::{BLACK, CONCRETE, DARK, GLASS, GREY, OAK, WHITE, metal, plain};
use crate::view::props::classroom::kit::{Face, Piece, v};
use crate::view::texture::{SignArt, SignSpec};

/// A campus path lamp. Keep away from it in an earthquake.
pub(super) fn lamp_post(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let iron = metal(0x39434A);
    m.standing_box(Vec3::ZERO, v(0.36, 0.1, 0.36), 0.02, CONCRETE);
    turned(m, at(v(0.0, 0.09, 0.0)), &[(0.13, 0.0), (0.12, 0.1), (0.075, 0.2), (0.065, 0.8), (0.075, 0.84)], 10, iron);
    m.cone(v(0.0, 0.9, 0.0), v(0.0, 3.62, 0.0), 0.055, 0.042, 8, iron);
    turned(m, at(v(0.0, 3.6, 0.0)), &[(0.05, 0.0), (0.12, 0.03), (0.13, 0.06), (0.06, 0.08)], 10, iron);
    let globe = [(0.1, 0.0), (0.19, 0.12), (0.22, 0.26), (0.16, 0.4), (0.05, 0.44)];
    turned(m, at(v(0.0, 3.66, 0.0)), &globe, 12, Finish::new(0xFFE3B0, Surface::Plain).glowing(0.9));
    turned(m, at(v(0.0, 4.06, 0.0)), &[(0.25, 0.0), (0.2, 0.06), (0.05, 0.12), (0.0, 0.14)], 12, iron);
    m.bevel_box(v(0.0, 1.1, 0.06), v(0.09, 0.2, 0.02), 0.006, GREY);
    let words = p.words(&["路灯 07", "报修 12345"], (0.2, 0.3), 0xE8E6DE, 0x394A55);
    p.sign(Face::front(v(0.0, 1.55, 0.0595)).scaled(0.4), words);
    p.mesh.bevel_box(v(0.0, 1.55, 0.05), v(0.088, 0.13, 0.016), 0.003, WHITE);
}

/// Two metres of campus railing.
pub(super) fn fence(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let iron = metal(0x4C5B63);
    m.standing_box(Vec3::ZERO, v(2.0, 0.25, 0.18), 0.02, CONCRETE);
    for x in [-0.96, 0.96] {
        m.standing_box(v(x, 0.2, 0.0), v(0.07, 1.36, 0.07), 0.012, iron);
        turned(m, at(v(x, 1.55, 0.0)), &[(0.05, 0.0), (0.05, 0.015), (0.0, 0.06)], 8, iron);
    }
    for y in [0.38, 1.32] {
        m.bevel_box(v(0.0, y, 0.0), v(1.88, 0.035, 0.03), 0.008, iron);
    }
    for k in 0..13 {
        let x = -0.84 + k as f32 * 0.14;
        rod(m, v(x, 0.3, 0.0), v(x, 1.46, 0.0), 0.011, 6, iron);
        turned(m, at(v(x, 1.46, 0.0)), &[(0.02, 0.0), (0.0, 0.06)], 6, iron);
    }
}

/// A shelter with a bench, a lit panel and the name of the stop.
pub(super) fn bus_stop(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let steel = metal(0x5A666E);
    side_slab(m, &[(-0.7, 2.42), (0.7, 2.5), (0.7, 2.56), (-0.7, 2.5)], 0.0, 3.4, 0.015, plain(0x3F6E8C));
    for x in [-1.55, 1.55] {
        rod(m, v(x, 0.0, -0.55), v(x, 2.46, -0.55), 0.045, 8, steel);
        m.standing_box(v(x, 0.0, -0.55), v(0.18, 0.02, 0.18), 0.005, steel);
    }
    for x in [-1.03, 0.0] {
        m.bevel_box(v(x, 1.35, -0.55), v(0.99, 1.7, 0.02), 0.005, GLASS);
    }
    for y in [0.48, 2.22] {
        m.bevel_box(v(-0.5, y, -0.55), v(2.1, 0.04, 0.05), 0.01, steel);
    }
    m.standing_box(v(1.05, 0.2, -0.5), v(0.9, 2.0, 0.16), 0.02, DARK);
    for k in 0..3 {
        m.bevel_box(v(-0.5, 0.46, -0.36 + k as f32 * 0.11), v(1.7, 0.03, 0.095), 0.01, OAK);
    }
    for x in [-1.2, 0.2] {
        m.standing_box(v(x, 0.0, -0.25), v(0.05, 0.45, 0.3), 0.01, steel);
    }
    m.bevel_box(v(0.0, 2.45, 0.69), v(1.6, 0.22, 0.03), 0.008, plain(0x2F5D8A));
    let words = p.words(&["学院路站"], (1.5, 0.18), 0x2F5D8A, 0xFFFFFF);
    p.sign(Face::front(v(0.0, 2.45, 0.7055)).glowing(0.3), words);
    let lines = ["102 路 · 大学城线", "首班 6:00 末班 22:30", "大学东门 → 人民医院 → 火车站"];
    let panel = SignSpec::words(&lines, (0.78, 1.8), 0xEAF1F6, 0x23415F).art(SignArt::Poster, 0x2F5D8A);
    p.sign(Face::front(v(1.05, 1.22, -0.4195)).glowing(0.6), panel);
}

/// Two metres of kerbstones; the road is at +Z.
pub(super) fn street_kerb(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    for k in 0..4 {
        let shade = Finish::new([0xA6A39B, 0x9B988F, 0xADAAA2][p.dice.pick(k, 3)], Surface::Concrete);
        m.standing_box(v(-0.75 + k as f32 * 0.5, 0.0, -0.02), v(0.494, 0.15, 0.16), 0.02, shade);
    }
    m.standing_box(v(0.0, 0.0, 0.1), v(2.0, 0.02, 0.1), 0.005, CONCRETE);
    let x = p.dice.range(9, -0.7, 0.7);
    for k in 0..6 {
        m.bevel_box(v(x - 0.15 + k as f32 * 0.06, 0.021, 0.1), v(0.025, 0.004, 0.08), 0.0, BLACK);
    }
}

/// A cast-iron cover in the pavement.
pub(super) fn manhole(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let iron = metal(0x55585A);
    turned(m, at(Vec3::ZERO), &[(0.38, 0.0), (0.375, 0.015), (0.35, 0.015)], 20, CONCRETE);
    turned(m, at(Vec3::ZERO), &[(0.35, 0.013), (0.345, 0.02), (0.0, 0.02)], 20, iron);
    for ring in 0..3 {
        let r = 0.09 + ring as f32 * 0.095;
        let count = 6 + ring * 6;
        for k in 0..count {
            let (s, c) = (k as f32 / count as f32 * TAU).sin_cos();
            m.bevel_box(v(c * r, 0.0215, s * r), v(0.04, 0.005, 0.04), 0.0, metal(0x6A6D70));
        }
    }
    disc(m, v(0.24, 0.0245, 0.12), Vec3::Y, 0.022, 8, BLACK);
    disc(m, v(-0.24, 0.0245, -0.12), Vec3::Y, 0.022, 8, BLACK);
}
