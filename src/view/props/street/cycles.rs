//! Bicycles, e-bikes, and the shed where e-bikes may be charged, unlike in a dormitory.

use bevy::math::Vec3;

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{bent, disc, hoop, rod, side_slab};
use crate::view::props::classroom::kit::things::wheel;
use crate::view::props::classroom::kit::tints::{BLACK, CHROME, CONCRETE, DARK, GREY, RED, TUBELIGHT, WHITE, light, metal, plain};
use crate::view::props::classroom::kit::{Face, Piece, v};

/// A spoked wheel in the plane of the bicycle.
fn spoked(m: &mut MeshBuf, hub: Vec3) {
    hoop(m, hub, Vec3::X, 0.31, 0.02, BLACK);
    hoop(m, hub, Vec3::X, 0.285, 0.01, CHROME);
    m.cylinder(hub - Vec3::X * 0.04, hub + Vec3::X * 0.04, 0.02, 6, CHROME);
    for k in 0..5 {
        let (s, c) = (k as f32 * std::f32::consts::PI / 5.0).sin_cos();
        let out = v(0.0, s, c) * 0.285;
        rod(m, hub - out, hub + out, 0.003, 3, CHROME);
    }
}

/// A city bicycle with a basket, on its stand.
pub(super) fn bicycle(p: &mut Piece<'_>) {
    let paint = metal(p.dice.colour(1, &[0x3E7F86, 0xB5463C, 0x4A5560, 0xD9A441]));
    let m = &mut p.mesh;
    let (rear, front) = (v(0.0, 0.33, -0.53), v(0.0, 0.33, 0.53));
    spoked(m, rear);
    spoked(m, front);
    let (crank, seat, head, neck) = (v(0.0, 0.3, -0.08), v(0.0, 0.78, -0.24), v(0.0, 0.84, 0.34), v(0.0, 0.7, 0.38));
    bent(m, &[seat, crank, neck, v(0.0, 0.64, -0.19)], 0.018, 6, paint);
    for x in [-0.05, 0.05] {
        bent(m, &[rear + Vec3::X * x, crank + Vec3::X * x * 0.4], 0.011, 5, paint);
        bent(m, &[rear + Vec3::X * x, v(x * 0.3, 0.64, -0.19)], 0.011, 5, paint);
        bent(m, &[front + Vec3::X * x, v(x, 0.68, 0.39)], 0.013, 5, paint);
    }
    bent(m, &[v(0.0, 0.66, 0.39), head, v(0.0, 0.98, 0.3)], 0.016, 6, CHROME);
    bent(m, &[v(-0.27, 1.02, 0.12), v(-0.24, 1.02, 0.22), v(0.0, 0.98, 0.31), v(0.24, 1.02, 0.22), v(0.27, 1.02, 0.12)], 0.012, 6, CHROME);
    for x in [-0.265, 0.265] {
        rod(m, v(x, 1.02, 0.1), v(x * 0.95, 1.02, 0.2), 0.018, 6, BLACK);
        rod(m, v(x * 0.35, 0.3 + x * 0.6, -0.08), v(x * 0.15, 0.3, -0.08), 0.01, 5, CHROME);
        m.bevel_box(v(x * 0.45, 0.3 + x * 0.6, -0.08), v(0.08, 0.02, 0.07), 0.006, DARK);
    }
    m.limb(v(0.0, 0.88, -0.35), v(0.0, 0.88, -0.15), 0.07, 0.03, 6, BLACK);
    rod(m, seat, v(0.0, 0.87, -0.27), 0.013, 6, CHROME);
    disc(m, v(0.055, 0.3, -0.08), Vec3::X, 0.09, 10, GREY);
    m.bevel_box(v(0.0, 0.67, -0.6), v(0.13, 0.02, 0.34), 0.006, DARK);
    basket(m, v(0.0, 0.66, 0.6), GREY);
    rod(m, v(-0.05, 0.3, -0.5), v(-0.18, 0.0, -0.44), 0.012, 5, CHROME);
    m.bevel_box(v(0.0, 0.52, -0.86), v(0.05, 0.05, 0.014), 0.005, light(0xD8322A, 0.3));
}

/// An open wire basket, drawn as slats.
fn basket(m: &mut MeshBuf, foot: Vec3, finish: Finish) {
    m.standing_box(foot, v(0.24, 0.012, 0.2), 0.0, finish);
    for k in 0..4 {
        let y = 0.03 + k as f32 * 0.055;
        for side in [-1.0, 1.0] {
            m.bevel_box(foot + v(side * 0.135, y, 0.0), v(0.008, 0.014, 0.25), 0.0, finish);
            m.bevel_box(foot + v(0.0, y, side * 0.125), v(0.28, 0.014, 0.008), 0.0, finish);
        }
    }
}

/// A student's e-bike: footwell, long seat, box at the back.
pub(super) fn ebike(p: &mut Piece<'_>) {
    let paint = plain(p.dice.colour(1, &[0xE6E0D2, 0x3E6F9E, 0xB5463C, 0x6E9A88]));
    let m = &mut p.mesh;
    for z in [-0.6, 0.62] {
        wheel(m, v(-0.05, 0.24, z), 0.24, 0.05, -1.0);
        wheel(m, v(0.05, 0.24, z), 0.24, 0.05, 1.0);
        m.cylinder(v(-0.055, 0.24, z), v(0.055, 0.24, z), 0.225, 12, Finish::new(0x26282A, Surface::Rubber));
    }
    let deck = [(-0.3, 0.26), (0.36, 0.26), (0.44, 0.34), (0.3, 0.34), (-0.2, 0.34)];
    side_slab(m, &deck, 0.0, 0.28, 0.02, DARK);
    let tail = [(-0.86, 0.52), (-0.2, 0.3), (-0.16, 0.62), (-0.78, 0.66)];
    side_slab(m, &tail, 0.0, 0.26, 0.03, paint);
    let shield = [(0.34, 0.34), (0.46, 0.34), (0.5, 0.6), (0.4, 0.95), (0.32, 0.98), (0.34, 0.6)];
    side_slab(m, &shield, 0.0, 0.3, 0.025, paint);
    for half in [[(0.36, 0.44), (0.62, 0.52), (0.62, 0.58), (0.4, 0.54)], [(0.6, 0.52), (0.85, 0.38), (0.86, 0.43), (0.62, 0.58)]] {
        side_slab(m, &half, 0.0, 0.13, 0.015, paint);
    }
    let seat = [(-0.8, 0.66), (-0.14, 0.62), (-0.1, 0.68), (-0.3, 0.72), (-0.42, 0.76), (-0.78, 0.76)];
    side_slab(m, &seat, 0.0, 0.25, 0.03, Finish::new(0x2A2726, Surface::Leather));
    for x in [-0.1, 0.1] {
        rod(m, v(x, 0.24, 0.62), v(x * 0.7, 0.66, 0.5), 0.018, 6, GREY);
        rod(m, v(x, 0.24, -0.6), v(x, 0.5, -0.56), 0.018, 6, GREY);
    }
    rod(m, v(0.0, 0.9, 0.38), v(0.0, 1.0, 0.33), 0.03, 6, DARK);
    bent(m, &[v(-0.32, 1.0, 0.22), v(-0.22, 1.03, 0.3), v(0.22, 1.03, 0.3), v(0.32, 1.0, 0.22)], 0.014, 6, BLACK);
    m.bevel_box(v(0.0, 1.03, 0.34), v(0.22, 0.1, 0.12), 0.03, paint);
    disc(m, v(0.0, 0.82, 0.462), v(0.0, 0.3, 1.0), 0.055, 10, light(0xFFF4D6, 0.5));
    for x in [-0.26, 0.26] {
        rod(m, v(x, 1.02, 0.29), v(x * 1.15, 1.14, 0.3), 0.005, 4, BLACK);
        m.bevel_box(v(x * 1.15, 1.16, 0.3), v(0.1, 0.06, 0.02), 0.01, BLACK);
    }
    m.standing_box(v(0.0, 0.74, -0.72), v(0.3, 0.26, 0.26), 0.03, DARK);
    m.bevel_box(v(0.0, 0.55, -0.86), v(0.12, 0.05, 0.03), 0.01, light(0xD8322A, 0.5));
    m.bevel_box(v(0.0, 0.4, -0.86), v(0.16, 0.1, 0.01), 0.002, WHITE);
    rod(m, v(0.1, 0.28, -0.3), v(0.2, 0.0, -0.36), 0.012, 5, CHROME);
}

/// The outdoor shed with charging posts; e-bikes are put in from +Z.
pub(super) fn parking_shed(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let steel = metal(0x6B777F);
    side_slab(m, &[(-1.1, 2.3), (1.1, 2.5), (1.1, 2.56), (-1.1, 2.36)], 0.0, 6.0, 0.015, plain(0x4E7E9A));
    for x in [-2.85, 0.0, 2.85] {
        rod(m, v(x, 0.0, -0.9), v(x, 2.32, -0.9), 0.05, 8, steel);
        rod(m, v(x, 1.6, -0.9), v(x, 2.44, 0.6), 0.035, 6, steel);
        m.standing_box(v(x, 0.0, -0.9), v(0.24, 0.06, 0.24), 0.015, CONCRETE);
    }
    rod(m, v(-2.95, 2.42, 0.6), v(2.95, 2.42, 0.6), 0.035, 6, steel);
    rod(m, v(-2.95, 0.5, -0.95), v(2.95, 0.5, -0.95), 0.03, 6, steel);
    for k in 0..7 {
        let x = -2.9 + k as f32 * 0.966;
        Face::flat(v(x, 0.006, 0.1)).fill(m, (0.06, 1.9), Finish::new(0xEDE8DC, Surface::Concrete));
    }
    for k in 0..3 {
        let post = v(-1.9 + k as f32 * 1.9, 0.0, -0.82);
        m.standing_box(post, v(0.2, 1.3, 0.14), 0.02, WHITE);
        m.bevel_box(post + v(0.0, 1.08, 0.071), v(0.14, 0.1, 0.008), 0.002, light(0x3FB8AF, 0.5));
        for x in [-0.04, 0.04] {
            m.bevel_box(post + v(x, 0.86, 0.072), v(0.05, 0.07, 0.01), 0.003, DARK);
        }
        bent(m, &[post + v(0.04, 0.84, 0.08), post + v(0.1, 0.5, 0.2), post + v(0.3, 0.42, 0.35)], 0.009, 4, BLACK);
    }
    rod(m, v(-1.5, 2.3, 0.0), v(1.5, 2.3, 0.0), 0.02, 6, TUBELIGHT);
    m.bevel_box(v(2.4, 0.45, -0.84), v(0.2, 0.6, 0.18), 0.03, RED);
    m.bevel_box(v(0.0, 2.2, 1.08), v(2.2, 0.32, 0.03), 0.008, plain(0x1E8F4E));
    for x in [-0.9, 0.9] {
        rod(m, v(x, 2.3, 1.08), v(x, 2.5, 1.08), 0.012, 5, steel);
    }
    let words = p.words(&["电动自行车集中充电处", "严禁上楼入室充电"], (2.1, 0.28), 0x1E8F4E, 0xFFFFFF);
    p.sign(Face::front(v(0.0, 2.2, 1.0955)), words);
}
