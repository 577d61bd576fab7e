//! What is fixed to a KTV's walls, doors and ceilings.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use bevy::math::{Mat4, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{aim, at, bent, disc, rod, turned};
use crate::view::props::classroom::kit::tints::{BLACK, BRASS, CHROME, DARK, GREY, WALNUT, light, metal};
use crate::view::props::classroom::kit::{Face, Piece, v};

/// The colours of the house's lights.
const NEON: [u32; 4] = [0xE0409A, 0x3AA6F0, 0x8A4DF0, 0x35D0A8];

/// A mirror ball on its motor; the top touches the ceiling.
pub(super) fn disco_ball(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    m.cylinder(v(0.0, 0.62, 0.0), v(0.0, 0.68, 0.0), 0.06, 10, DARK);
    rod(m, v(0.0, 0.38, 0.0), v(0.0, 0.63, 0.0), 0.006, 6, CHROME);
    let on_ball = |i: u32, j: u32| {
        let (s, c) = (i as f32 / 14.0 * TAU).sin_cos();
        let (sin, cos) = ((j as f32 / 10.0 - 0.5) * PI).sin_cos();
        v(c * cos * 0.2, 0.2 + sin * 0.2, s * cos * 0.2)
    };
    let mirrors = [0xD8DCE2, 0xAEB6C0, 0xE9D6E6, 0xC2D6EE, 0x8E96A2];
    for j in 0..10 {
        for i in 0..14 {
            let salt = j * 14 + i;
            let mut tint = metal(mirrors[dice.pick(salt, mirrors.len())]);
            if dice.chance(salt + 500, 0.12) {
                tint = light(NEON[dice.pick(salt + 900, 4)], 0.7);
            }
            let corners = [on_ball(i, j), on_ball(i, j + 1), on_ball(i + 1, j + 1), on_ball(i + 1, j)];
            let out = corners[0] + corners[2] - v(0.0, 0.4, 0.0);
            // At the poles one edge has no length; start from the corner that has two.
            let [a, b, c, d] = corners;
            let turned = if j == 0 { [b, c, d, a] } else { [a, b, c, d] };
            m.quad_facing(turned, out, tint);
        }
    }
}

/// Three metres of light tape in its aluminium channel.
pub(super) fn led_strip(p: &mut Piece<'_>) {
    let tint = NEON[p.dice.pick(1, NEON.len())];
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.02, -0.008), v(3.0, 0.04, 0.016), 0.004, metal(0x9EA3A8));
    m.bevel_box(v(0.0, 0.02, 0.006), v(2.98, 0.026, 0.014), 0.006, light(tint, 0.95));
    for k in 0..4 {
        m.bevel_box(v(-1.35 + k as f32 * 0.9, 0.02, 0.006), v(0.02, 0.042, 0.02), 0.004, GREY);
    }
}

/// A quilted wall panel between brass rails.
pub(super) fn wall_panel_padded(p: &mut Piece<'_>) {
    let leather = Finish::new(p.dice.colour(1, &[0x3C2A4A, 0x27304A, 0x512735]), Surface::Leather);
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 1.2, -0.03), v(1.2, 2.4, 0.02), 0.004, WALNUT);
    m.standing_box(v(0.0, 0.0, -0.01), v(1.2, 0.12, 0.05), 0.008, BLACK);
    for y in [0.135, 2.385] {
        m.bevel_box(v(0.0, y, 0.0), v(1.2, 0.022, 0.05), 0.006, BRASS);
    }
    for row in 0..6 {
        for column in 0..3 {
            let spot = v((column as f32 - 1.0) * 0.396, 0.332 + row as f32 * 0.372, 0.0);
            cushion(m, spot + Vec3::Z * 0.03, leather);
            disc(m, spot + Vec3::Z * 0.0305, Vec3::Z, 0.012, 5, BRASS);
        }
    }
}

/// One quilted square, front and slopes only: a room has some hundreds of them.
fn cushion(m: &mut MeshBuf, front: Vec3, finish: Finish) {
    let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
    let rim = corners.map(|(x, y)| front + v(x * 0.196, y * 0.184, -0.045));
    let top = corners.map(|(x, y)| front + v(x * 0.166, y * 0.154, 0.0));
    m.quad(top[0], top[1], top[2], top[3], finish);
    for i in 0..4 {
        let k = (i + 1) % 4;
        m.quad(rim[i], rim[k], top[k], top[i], finish);
    }
}

/// A booth door: padded leaf with a round window. The origin is the foot of the hinge; the leaf extends to +X.
pub(super) fn door_ktv(p: &mut Piece<'_>) {
    let leather = Finish::new(p.dice.colour(1, &[0x3F2B2B, 0x2C2F45, 0x3B2A44]), Surface::Leather);
    let haze = light(NEON[p.dice.pick(2, NEON.len())], 0.35);
    let m = &mut p.mesh;
    m.bevel_box(v(0.45, 1.025, 0.0), v(0.89, 2.04, 0.045), 0.008, WALNUT);
    for side in [-1.0, 1.0] {
        let z = side * 0.024;
        m.bevel_box(v(0.45, 0.62, z), v(0.74, 0.9, 0.024), 0.01, leather);
        let out = Vec3::Z * side;
        let ring = [(0.135, 0.0), (0.19, 0.0), (0.19, 0.0), (0.185, 0.016), (0.15, 0.016), (0.14, 0.004)];
        turned(m, aim(v(0.45, 1.5, side * 0.022), out), &ring, 16, BRASS);
        disc(m, v(0.45, 1.5, side * 0.0245), out, 0.145, 16, haze);
        m.bevel_box(v(0.45, 0.1, z), v(0.8, 0.14, 0.008), 0.003, BRASS);
        let grip = [v(0.82, 0.85, z), v(0.82, 0.85, side * 0.07), v(0.82, 1.3, side * 0.07), v(0.82, 1.3, z)];
        bent(m, &grip, 0.013, 6, BRASS);
    }
    for y in [0.25, 1.0, 1.8] {
        rod(m, v(0.005, y - 0.05, 0.02), v(0.005, y + 0.05, 0.02), 0.01, 6, CHROME);
    }
    let words = p.words(&["V06"], (0.22, 0.1), 0x2A2024, 0xE9CF8E);
    p.sign(Face::front(v(0.45, 1.82, 0.0232)).glowing(0.15), words);
}

/// The lit number beside a booth door.
pub(super) fn room_number_lamp(p: &mut Piece<'_>) {
    let tint = p.dice.colour(1, &NEON);
    let m = &mut p.mesh;
    let place = at(v(0.0, 0.15, -0.04)) * Mat4::from_rotation_x(FRAC_PI_2);
    turned(m, place, &[(0.13, 0.0), (0.14, 0.02), (0.14, 0.06), (0.125, 0.07), (0.0, 0.07)], 16, metal(0x2A2C33));
    turned(m, place, &[(0.142, 0.03), (0.15, 0.036), (0.15, 0.046), (0.142, 0.052)], 16, light(tint, 0.95));
    disc(m, v(0.0, 0.15, 0.031), Vec3::Z, 0.118, 16, light(0x1B1D24, 0.8));
    let words = p.words(&["06"], (0.15, 0.11), 0x1B1D24, 0xFFE9B8);
    p.sign(Face::front(v(0.0, 0.15, 0.0315)).glowing(0.8), words);
}
