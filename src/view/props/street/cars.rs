//! Ambulance and taxi, noses to +Z: the ways to a hospital or home.

use bevy::math::Vec3;

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{disc, rod, side_slab};
use crate::view::props::classroom::kit::things::wheel;
use crate::view::props::classroom::kit::tints::{BLACK, CHROME, DARK, DARK_GLASS, GREY, RED, WHITE, light, plain};
use crate::view::props::classroom::kit::{Face, Piece, v};
use crate::view::texture::SignSpec;

/// A slanted pane across the vehicle between two `(z, y)` points, a little outside the body. `half` widths at its lower
/// and upper edge.
fn pane(m: &mut MeshBuf, low: (f32, f32), high: (f32, f32), half: (f32, f32), out: f32) {
    let (a, b) = (v(0.0, low.1, low.0), v(0.0, high.1, high.0));
    let lift = v(0.0, (low.0 - high.0).abs(), (high.1 - low.1) * out).normalize() * 0.005;
    let corners = [a - Vec3::X * half.0, a + Vec3::X * half.0, b + Vec3::X * half.1, b - Vec3::X * half.1];
    m.quad_facing(corners.map(|q| q + lift), lift, DARK_GLASS);
}

/// Wheels with dark arches behind them.
fn axles(m: &mut MeshBuf, half: f32, radius: f32, at: [f32; 2], arch: f32) {
    for z in at {
        for side in [-1.0, 1.0] {
            wheel(m, v(side * (half - 0.09), radius, z), radius, 0.2, side);
            disc(m, v(side * (half - 0.017), arch + 0.02, z), Vec3::X * side, arch, 14, BLACK);
        }
    }
}

/// A white van with a red band, blue lights and 120.
pub(super) fn ambulance(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let hull = [(-2.6, 0.34), (2.5, 0.34), (2.6, 0.5), (2.58, 0.95), (1.95, 1.2), (1.3, 2.08), (1.1, 2.25), (-2.5, 2.25), (-2.6, 2.1)];
    side_slab(m, &hull, 0.0, 1.96, 0.06, WHITE);
    axles(m, 1.0, 0.36, [1.72, -1.6], 0.43);
    pane(m, (1.9, 1.27), (1.36, 2.0), (0.84, 0.78), 1.0);
    for side in [-1.0, 1.0] {
        Face::flank(side, v(0.983, 0.82, 0.0)).fill(m, (5.0, 0.2), RED);
        Face::flank(side, v(0.983, 0.67, 0.0)).fill(m, (5.0, 0.04), RED);
        Face::flank(side, v(0.983, 1.6, 0.9)).fill(m, (0.85, 0.56), DARK_GLASS);
        Face::flank(side, v(0.983, 1.64, -1.75)).fill(m, (1.1, 0.5), plain(0x9FB4BE));
        for z in [0.35, 1.42, -1.05] {
            Face::flank(side, v(0.982, 1.2, z)).fill(m, (0.012, 1.55), GREY);
        }
        m.bevel_box(v(side * 0.985, 1.22, 0.5), v(0.03, 0.035, 0.14), 0.008, CHROME);
        m.bevel_box(v(side * 1.0, 1.42, 1.62), v(0.1, 0.22, 0.1), 0.03, BLACK);
        m.bevel_box(v(side * 0.72, 0.8, 2.585), v(0.34, 0.18, 0.05), 0.02, light(0xFFF4D6, 0.9));
        m.bevel_box(v(side * 0.86, 1.2, -2.6), v(0.1, 0.4, 0.03), 0.01, light(0xD8322A, 0.6));
    }
    m.bevel_box(v(0.0, 0.62, 2.59), v(0.9, 0.16, 0.04), 0.012, BLACK);
    m.bevel_box(v(0.0, 0.4, 2.56), v(1.9, 0.14, 0.1), 0.03, GREY);
    m.bevel_box(v(0.0, 2.27, 1.0), v(1.3, 0.05, 0.26), 0.015, GREY);
    for x in [-0.4, 0.4] {
        m.bevel_box(v(x, 2.34, 1.0), v(0.46, 0.12, 0.22), 0.035, light(0x2E6BFF, 1.0));
    }
    Face::back(v(0.0, 1.66, -2.603)).fill(m, (1.3, 0.5), plain(0x9FB4BE));
    Face::back(v(0.0, 1.2, -2.6025)).fill(m, (0.015, 1.5), GREY);
    let words = p.words(&["急救 120"], (1.3, 0.36), 0xF1EEE7, 0xC8342B);
    for side in [-1.0, 1.0] {
        p.sign(Face::flank(side, v(0.984, 1.62, -0.35)), words.clone());
    }
    let number = SignSpec::words(&["120"], (0.5, 0.22), 0xF1EEE7, 0xC8342B);
    p.sign(Face::back(v(0.0, 0.95, -2.604)), number);
}

/// A two-tone city taxi with its roof light on.
pub(super) fn taxi(p: &mut Piece<'_>) {
    let (upper, lower) = [(0xE8C54A, 0x2E7F88), (0xF1EEE7, 0x2F77A8), (0xE8C54A, 0x3E8A55)][p.dice.pick(1, 3)];
    let (top, base) = (plain(upper), plain(lower));
    let m = &mut p.mesh;
    let hull = [(-2.2, 0.26), (2.15, 0.26), (2.25, 0.42), (2.2, 0.72), (1.2, 0.9), (-1.55, 0.94), (-2.2, 0.88), (-2.25, 0.5)];
    side_slab(m, &hull, 0.0, 1.76, 0.07, base);
    let cabin = [(-1.75, 0.88), (1.25, 0.86), (0.55, 1.38), (0.35, 1.45), (-0.95, 1.45), (-1.2, 1.4)];
    side_slab(m, &cabin, 0.0, 1.5, 0.07, top);
    axles(m, 0.9, 0.32, [1.38, -1.35], 0.38);
    pane(m, (1.16, 0.94), (0.62, 1.34), (0.68, 0.62), 1.0);
    pane(m, (-1.66, 0.95), (-1.26, 1.34), (0.68, 0.62), -1.0);
    for side in [-1.0, 1.0] {
        let x = 0.7515;
        let front = [(0.1, 0.95), (0.95, 0.95), (0.48, 1.33), (0.1, 1.36)];
        let rear = [(-1.32, 0.95), (0.0, 0.95), (0.0, 1.36), (-0.98, 1.36)];
        for window in [front, rear] {
            let corners = window.map(|(z, y)| v(side * x, y, z));
            m.quad_facing(corners, Vec3::X * side, DARK_GLASS);
        }
        Face::flank(side, v(0.882, 0.6, 0.9)).fill(m, (0.012, 0.6), DARK);
        Face::flank(side, v(0.882, 0.6, 0.05)).fill(m, (0.012, 0.6), DARK);
        for z in [0.25, -0.75] {
            m.bevel_box(v(side * 0.883, 0.78, z), v(0.024, 0.03, 0.13), 0.008, CHROME);
        }
        m.bevel_box(v(side * 0.84, 0.98, 0.95), v(0.12, 0.1, 0.08), 0.025, base);
        m.bevel_box(v(side * 0.64, 0.64, 2.2), v(0.34, 0.11, 0.07), 0.02, light(0xFFF4D6, 0.9));
        m.bevel_box(v(side * 0.68, 0.7, -2.23), v(0.3, 0.11, 0.04), 0.012, light(0xD8322A, 0.6));
    }
    m.bevel_box(v(0.0, 0.52, 2.235), v(0.8, 0.12, 0.03), 0.01, BLACK);
    m.bevel_box(v(0.0, 0.48, 2.25), v(0.44, 0.1, 0.012), 0.003, plain(0x2B66B0));
    m.bevel_box(v(0.0, 0.5, -2.25), v(0.44, 0.1, 0.012), 0.003, plain(0x2B66B0));
    rod(m, v(0.55, 1.44, -0.9), v(0.55, 1.6, -1.05), 0.008, 4, BLACK);
    m.standing_box(v(0.0, 1.44, -0.2), v(0.42, 0.14, 0.16), 0.03, Finish::new(0xFFE9B0, Surface::Plain).glowing(0.8));
    disc(m, v(0.3, 0.52, 2.2515), Vec3::Z, 0.03, 8, GREY);
    let words = p.words(&["出租 TAXI"], (0.36, 0.09), 0xFFE9B0, 0x8A2A1F);
    p.sign(Face::front(v(0.0, 1.515, -0.1185)).glowing(0.8), words.clone());
    p.sign(Face::back(v(0.0, 1.515, -0.2815)).glowing(0.8), words);
}
