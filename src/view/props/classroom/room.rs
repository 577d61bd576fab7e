//! What makes a classroom lived in: water, curtains, lamps, the door leaf, bin, brooms, plants.

use std::f32::consts::TAU;

use bevy::math::Vec3;

use crate::view::mesh::{Finish, MeshBuf, Surface};

use super::kit::shapes::{at, bent, blob, disc, rod, tip, turned, two_sided, yaw};
use super::kit::things::{pot, rosette};
use super::kit::tints::{
    BLACK, CHROME, CLAY, CREAM, DARK, GLASS, GREY, LEAF, LEAF_DARK, RED, SHEET, STEEL, TUBELIGHT, WALNUT, WHITE, card, cloth, light, metal,
    plain,
};
use super::kit::{Face, Piece, v};

/// A standing dispenser with a barrel on top and a sleeve of paper cups.
pub(super) fn water_dispenser(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.standing_box(Vec3::ZERO, v(0.3, 0.03, 0.3), 0.008, DARK);
    m.standing_box(v(0.0, 0.02, 0.0), v(0.32, 0.92, 0.33), 0.025, WHITE);
    m.bevel_box(v(0.0, 0.27, 0.165), v(0.27, 0.4, 0.012), 0.005, CREAM);
    m.bevel_box(v(0.11, 0.3, 0.173), v(0.015, 0.09, 0.012), 0.004, GREY);
    m.bevel_box(v(0.0, 0.69, 0.158), v(0.26, 0.3, 0.02), 0.008, plain(0x4A5560));
    m.bevel_box(v(0.0, 0.535, 0.175), v(0.25, 0.022, 0.06), 0.006, DARK);
    for (x, tint) in [(-0.06, 0xD0392F), (0.06, 0x2F77C0)] {
        m.bevel_box(v(x, 0.765, 0.178), v(0.035, 0.04, 0.035), 0.008, WHITE);
        m.bevel_box(v(x, 0.79, 0.185), v(0.03, 0.014, 0.04), 0.004, plain(tint));
        rod(m, v(x, 0.725, 0.186), v(x, 0.75, 0.186), 0.009, 6, WHITE);
        disc(m, v(x, 0.885, 0.166), Vec3::Z, 0.007, 6, light(tint, 0.8));
    }
    let barrel = [(0.05, 0.0), (0.06, 0.05), (0.135, 0.1), (0.135, 0.2), (0.128, 0.215), (0.135, 0.23), (0.135, 0.34), (0.1, 0.38)];
    let water = Finish::new(0x9CC7E0, Surface::Plain).glowing(0.05);
    turned(m, at(v(0.0, 0.93, 0.0)), &barrel, 12, water);
    disc(m, v(0.0, 1.31, 0.0), Vec3::Y, 0.1, 12, water);
    turned(m, at(v(0.0, 0.925, 0.0)), &[(0.15, 0.0), (0.15, 0.02), (0.06, 0.03)], 12, GREY);
    rod(m, v(0.145, 0.62, 0.13), v(0.145, 0.86, 0.13), 0.03, 8, SHEET);
}

/// One drawn curtain with its rail; the window is behind it.
pub(super) fn curtain(p: &mut Piece<'_>) {
    let tint = p.dice.colour(1, &[0x86A6C0, 0xD9C8A0, 0x9DB58E, 0xB5C6D0]);
    let m = &mut p.mesh;
    rod(m, v(-0.6, 1.975, 0.0), v(0.6, 1.975, 0.0), 0.014, 8, CHROME);
    for x in [-0.59, 0.59] {
        m.bevel_box(v(x, 1.975, -0.02), v(0.02, 0.04, 0.06), 0.006, CHROME);
    }
    m.drape(v(-0.58, 1.965, 0.005), v(1.16, 0.0, 0.0), 1.95, 6.0, 0.045, cloth(tint));
    for k in 0..7 {
        let x = -0.54 + k as f32 * 0.18;
        m.bevel_box(v(x, 1.972, 0.0), v(0.012, 0.045, 0.036), 0.0, GREY);
    }
}

/// A three-bladed ceiling fan with a small lamp bowl; its top touches the ceiling.
pub(super) fn fan_lamp(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    turned(m, at(v(0.0, 0.52, 0.0)), &[(0.03, 0.0), (0.075, 0.05), (0.075, 0.08)], 10, CREAM);
    rod(m, v(0.0, 0.18, 0.0), v(0.0, 0.54, 0.0), 0.014, 8, CREAM);
    let motor = [(0.06, 0.0), (0.13, 0.02), (0.14, 0.07), (0.09, 0.11), (0.03, 0.13)];
    turned(m, at(v(0.0, 0.09, 0.0)), &motor, 12, CREAM);
    turned(m, at(Vec3::ZERO), &[(0.0, 0.0), (0.07, 0.02), (0.1, 0.07), (0.1, 0.09)], 12, light(0xFFF3DC, 0.55));
    for k in 0..3 {
        let turn = yaw(v(0.0, 0.135, 0.0), k as f32 / 3.0 * TAU + p.dice.range(1, 0.0, 2.0));
        let mut blade = MeshBuf::new();
        blade.bevel_box(v(0.17, 0.0, 0.0), v(0.12, 0.008, 0.04), 0.002, GREY);
        let mut wing = MeshBuf::new();
        wing.bevel_box(v(0.45, 0.0, 0.0), v(0.49, 0.008, 0.14), 0.003, WHITE);
        blade.append(&wing, tip(Vec3::ZERO, 0.16));
        m.append(&blade, turn);
    }
}

/// A fluorescent lamp on two cords.
///
/// Unlike every other prop its origin is at the ceiling: y runs from 0 down to -0.5, so that it can swing about it.
pub(super) fn pendant_tube(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    for x in [-0.45, 0.45] {
        m.bevel_box(v(x, -0.012, 0.0), v(0.05, 0.024, 0.05), 0.008, WHITE);
        rod(m, v(x, -0.43, 0.0), v(x, -0.02, 0.0), 0.004, 5, GREY);
    }
    m.bevel_box(v(0.0, -0.445, 0.0), v(1.24, 0.035, 0.05), 0.01, WHITE);
    for side in [-1.0, 1.0] {
        let (y0, y1) = (-0.435, -0.475);
        let (near, far) = (side * 0.022, side * 0.075);
        let shade = [v(-0.62, y0, near), v(0.62, y0, near), v(0.62, y1, far), v(-0.62, y1, far)];
        two_sided(m, shade, WHITE);
        m.bevel_box(v(side * 0.605, -0.478, 0.0), v(0.03, 0.04, 0.035), 0.008, WHITE);
    }
    rod(m, v(-0.6, -0.484, 0.0), v(0.6, -0.484, 0.0), 0.015, 8, TUBELIGHT);
}

/// A classroom door leaf. Its origin is the foot of the hinge; the leaf extends to +X so that it can turn about Y.
pub(super) fn door_classroom(p: &mut Piece<'_>) {
    let paint = metal(p.dice.colour(1, &[0x7C97A8, 0x8E6E4C, 0x7F9A86]));
    let m = &mut p.mesh;
    m.bevel_box(v(0.5, 1.05, 0.0), v(0.99, 2.09, 0.04), 0.008, paint);
    for side in [-1.0, 1.0] {
        let z = side * 0.021;
        m.bevel_box(v(0.5, 0.55, z), v(0.74, 0.72, 0.014), 0.006, paint);
        m.bevel_box(v(0.5, 1.5, z), v(0.46, 0.64, 0.014), 0.006, paint);
        m.bevel_box(v(0.5, 1.5, z + side * 0.006), v(0.38, 0.56, 0.008), 0.002, GLASS);
        m.bevel_box(v(0.5, 0.09, z), v(0.9, 0.14, 0.006), 0.002, CHROME);
        m.bevel_box(v(0.92, 1.02, z + side * 0.004), v(0.05, 0.2, 0.012), 0.005, CHROME);
        bent(m, &[v(0.92, 1.04, side * 0.02), v(0.92, 1.04, side * 0.06), v(0.81, 1.04, side * 0.06)], 0.01, 6, CHROME);
    }
    for y in [0.25, 1.05, 1.85] {
        rod(m, v(0.005, y - 0.05, 0.018), v(0.005, y + 0.05, 0.018), 0.01, 6, CHROME);
    }
    let words = p.words(&["教401"], (0.26, 0.1), 0x2B5F9E, 0xFFFFFF);
    p.sign(Face::front(v(0.5, 1.935, 0.0215)), words);
}

/// A waste bin that was not emptied today.
pub(super) fn bin_class(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let tint = plain(dice.colour(1, &[0x3E6FA0, 0x5F8A58, 0x6A6E73]));
    let wall = [(0.0, 0.0), (0.11, 0.0), (0.11, 0.0), (0.145, 0.34), (0.152, 0.34), (0.152, 0.36), (0.135, 0.36), (0.128, 0.24)];
    turned(m, at(Vec3::ZERO), &wall, 12, tint);
    disc(m, v(0.0, 0.25, 0.0), Vec3::Y, 0.13, 12, DARK);
    for k in 0..4 {
        let (s, c) = (k as f32 * 1.6 + dice.range(k + 5, 0.0, 0.6)).sin_cos();
        let spot = v(c * 0.055, 0.32 + k as f32 * 0.012, s * 0.055);
        let paper = card([0xF3F0E6, 0xE8D9B4, 0xC9D8E2, 0xF3F0E6][k as usize]);
        blob(m, spot, v(0.05, 0.045, 0.05), k as f32 * 1.7, paper);
    }
}

/// Brooms, a mop and a dustpan leaning in the corner; the wall is at -Z.
pub(super) fn broom_corner(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    for (x, tint) in [(-0.15, 0xC9A24A), (0.02, 0x4C7FA8)] {
        rod(m, v(x, 0.2, 0.05), v(x + 0.02, 1.22, -0.12), 0.012, 6, WALNUT);
        m.cone(v(x, 0.015, 0.082), v(x, 0.24, 0.045), 0.1, 0.025, 8, Finish::new(tint, Surface::Cloth));
    }
    rod(m, v(0.17, 0.2, 0.06), v(0.14, 1.24, -0.12), 0.012, 6, STEEL);
    blob(m, v(0.17, 0.1, 0.06), v(0.07, 0.11, 0.07), 1.0, cloth(0xC9C3B4));
    let pan = plain(0xB5463C);
    m.bevel_box(v(0.06, 0.012, 0.11), v(0.24, 0.014, 0.1), 0.004, pan);
    m.bevel_box(v(0.06, 0.05, 0.065), v(0.24, 0.09, 0.012), 0.004, pan);
    rod(m, v(0.06, 0.08, 0.06), v(0.06, 0.62, -0.04), 0.011, 6, BLACK);
    m.bevel_box(v(0.06, 0.005, 0.12), v(0.1, 0.008, 0.04), 0.0, SHEET);
}

/// Three pots on a window sill, looked after by whoever sits there.
pub(super) fn window_sill_plants(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    m.standing_box(Vec3::ZERO, v(0.88, 0.012, 0.18), 0.004, GREY);
    let glaze = plain(dice.colour(3, &[0xE9E4D8, 0x7FA3B5, 0xD9B08A]));
    pot(m, v(-0.3, 0.01, 0.0), 0.085, 0.13, CLAY);
    rosette(m, v(-0.3, 0.13, 0.0), (0.15, 0.18), 14, dice, LEAF);
    pot(m, v(0.0, 0.01, 0.0), 0.07, 0.1, glaze);
    for k in 0..5 {
        let (s, c) = (k as f32 / 5.0 * TAU).sin_cos();
        m.ellipsoid(v(c * 0.035, 0.135, s * 0.035), v(0.033, 0.05, 0.033), 6, LEAF_DARK);
    }
    pot(m, v(0.3, 0.01, 0.0), 0.08, 0.12, plain(0xC6CCD0));
    rod(m, v(0.3, 0.12, 0.0), v(0.31, 0.26, 0.0), 0.006, 5, LEAF_DARK);
    rosette(m, v(0.31, 0.2, 0.0), (0.11, 0.13), 8, dice, LEAF_DARK);
    blob(m, v(0.31, 0.29, 0.0), v(0.035, 0.03, 0.035), 2.0, if dice.chance(7, 0.5) { RED } else { plain(0xE3A7B4) });
}
