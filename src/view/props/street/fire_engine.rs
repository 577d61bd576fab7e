//! The fire engine: a red pumper with shutters, a ladder on the roof and blue lights. Its nose is at +Z.

use bevy::math::{Vec2, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{disc, rod, side_slab};
use crate::view::props::classroom::kit::things::wheel;
use crate::view::props::classroom::kit::tints::{BLACK, CHROME, DARK, DARK_GLASS, GREY, WHITE, light, metal, plain};
use crate::view::props::classroom::kit::{Face, Piece, v};
use crate::view::texture::SignSpec;

const PAINT: Finish = Finish::new(0xC8342B, Surface::Plain);
const SHUTTER: Finish = Finish::new(0xB4B9BD, Surface::Metal);
const BEACON: Finish = Finish::new(0x2E6BFF, Surface::Plain).glowing(1.0);

/// Builds it from the wheels up.
pub(super) fn fire_engine(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.62, 0.0), v(2.1, 0.22, 6.7), 0.03, DARK);
    for z in [2.35, -2.0] {
        for side in [-1.0, 1.0] {
            wheel(m, v(side * 1.085, 0.5, z), 0.5, 0.32, side);
        }
    }
    cab(m);
    body(m);
    ladder(m);
    for side in [-1.0, 1.0] {
        // A stripe in pale yellow from nose to tail.
        m.bevel_box(v(side * 1.226, 1.02, -1.0), v(0.012, 0.12, 4.8), 0.0, plain(0xF0E2A0));
        m.bevel_box(v(side * 1.222, 1.02, 2.4), v(0.012, 0.12, 1.75), 0.0, plain(0xF0E2A0));
    }
    let brigade = p.words(&["消防"], (0.8, 0.42), 0xC8342B, 0xFFFFFF);
    p.sign(Face::east(v(1.2345, 2.14, -1.05)), brigade.clone());
    p.sign(Face::west(v(-1.2345, 2.14, -1.05)), brigade);
    let number = SignSpec::words(&["119"], (0.5, 0.26), 0xC8342B, 0xFFFFFF);
    p.sign(Face::east(v(1.228, 1.3, 1.95)), number.clone());
    p.sign(Face::west(v(-1.228, 1.3, 1.95)), number.clone());
    p.sign(Face::front(v(0.0, 1.26, 3.4785)), number);
}

/// The crew cab with windscreen, doors, lights and beacon.
fn cab(m: &mut MeshBuf) {
    let outline = [(1.42, 0.5), (3.4, 0.5), (3.47, 0.7), (3.47, 1.45), (3.24, 2.52), (3.1, 2.6), (1.42, 2.6)];
    side_slab(m, &outline, 0.0, 2.44, 0.05, PAINT);
    let lean = Vec2::new(0.23, 1.07).normalize();
    let (low, high) = (v(0.0, 1.52, 3.4585), v(0.0, 2.44, 3.2605));
    let out = v(0.0, lean.x, lean.y) * 0.004;
    let w = 1.06;
    m.quad(low + out - Vec3::X * w, low + out + Vec3::X * w, high + out + Vec3::X * w, high + out - Vec3::X * w, DARK_GLASS);
    m.bevel_box(v(0.0, 1.98, 3.365), v(0.04, 0.95, 0.02), 0.0, PAINT);
    for side in [-1.0, 1.0] {
        Face::flank(side, v(1.2225, 2.05, 2.68)).fill(m, (0.72, 0.72), DARK_GLASS);
        Face::flank(side, v(1.2225, 2.05, 1.83)).fill(m, (0.66, 0.72), DARK_GLASS);
        Face::flank(side, v(1.2225, 1.52, 2.25)).fill(m, (0.015, 1.7), metal(0x8E241D));
        m.bevel_box(v(side * 1.23, 1.45, 2.4), v(0.03, 0.05, 0.16), 0.0, CHROME);
        rod(m, v(side * 1.15, 2.3, 3.3), v(side * 1.2, 2.2, 3.42), 0.015, 5, BLACK);
        m.bevel_box(v(side * 1.2, 2.05, 3.43), v(0.1, 0.34, 0.06), 0.02, BLACK);
        let lamp = v(side * 0.86, 0.86, 3.46);
        m.bevel_box(lamp, v(0.4, 0.22, 0.06), 0.0, CHROME);
        disc(m, lamp + v(side * 0.08, 0.0, 0.0315), Vec3::Z, 0.09, 10, light(0xFFF4D6, 0.95));
        m.bevel_box(lamp + v(side * -0.12, 0.0, 0.03), v(0.09, 0.12, 0.02), 0.0, light(0xF2A33A, 0.6));
    }
    m.bevel_box(v(0.0, 0.88, 3.47), v(1.2, 0.26, 0.03), 0.01, BLACK);
    for k in 0..3 {
        m.bevel_box(v(0.0, 0.8 + k as f32 * 0.08, 3.483), v(1.16, 0.02, 0.02), 0.0, CHROME);
    }
    m.bevel_box(v(0.0, 0.54, 3.42), v(2.4, 0.24, 0.16), 0.03, WHITE);
    m.bevel_box(v(0.0, 2.64, 2.9), v(1.9, 0.1, 0.3), 0.03, GREY);
    m.bevel_box(v(-0.62, 2.72, 2.9), v(0.6, 0.14, 0.26), 0.04, BEACON);
    m.bevel_box(v(0.62, 2.72, 2.9), v(0.6, 0.14, 0.26), 0.04, BEACON);
    m.bevel_box(v(0.0, 2.71, 2.9), v(0.5, 0.12, 0.24), 0.03, light(0xD8322A, 0.7));
}

/// The body: lockers behind shutters, pump panel at the tail.
fn body(m: &mut MeshBuf) {
    m.bevel_box(v(0.0, 1.5, -1.05), v(2.44, 1.8, 4.84), 0.05, PAINT);
    m.bevel_box(v(0.0, 2.46, -1.05), v(2.3, 0.14, 4.7), 0.03, DARK);
    for side in [-1.0, 1.0] {
        for z in [0.55, -0.6, -3.0] {
            let width = if z < -2.5 { 0.75 } else { 1.0 };
            m.bevel_box(v(side * 1.216, 1.52, z), v(0.02, 0.78, width), 0.0, SHUTTER);
            for k in 0..4 {
                Face::flank(side, v(1.2265, 1.28 + k as f32 * 0.16, z)).fill(m, (width - 0.06, 0.014), GREY);
            }
            m.bevel_box(v(side * 1.23, 1.17, z), v(0.02, 0.03, width * 0.6), 0.0, DARK);
        }
        // Wheel arches: dark half rounds over the tyres.
        for z in [-2.0, 2.35] {
            disc(m, v(side * 1.2215, 0.62, z), Vec3::X * side, 0.6, 14, BLACK);
        }
        m.bevel_box(v(side * 1.0, 2.1, -3.47), v(0.14, 0.3, 0.03), 0.0, light(0xD8322A, 0.7));
        m.bevel_box(v(side * 1.05, 2.6, -3.2), v(0.16, 0.14, 0.16), 0.03, BEACON);
        rod(m, v(side * 0.95, 2.5, -3.2), v(side * 0.95, 2.6, 1.1), 0.025, 6, CHROME);
    }
    m.bevel_box(v(0.0, 1.35, -3.47), v(1.5, 1.3, 0.03), 0.008, SHUTTER);
    m.bevel_box(v(0.0, 0.56, -3.4), v(2.4, 0.2, 0.18), 0.02, WHITE);
    for k in 0..6 {
        let tint = if k % 2 == 0 { plain(0xF0E2A0) } else { PAINT };
        m.bevel_box(v(-1.0 + k as f32 * 0.4, 0.56, -3.493), v(0.38, 0.14, 0.012), 0.0, tint);
    }
}

/// Two sections of ladder and a pair of suction hoses on the roof.
fn ladder(m: &mut MeshBuf) {
    for (y, x, from) in [(2.74, 0.3, -3.35), (2.9, 0.22, -3.1)] {
        for side in [-1.0, 1.0] {
            m.bevel_box(v(side * x, y, from + 2.1), v(0.05, 0.09, 4.2), 0.0, CHROME);
        }
        for k in 0..11 {
            let z = from + 0.15 + k as f32 * 0.39;
            rod(m, v(-x, y, z), v(x, y, z), 0.018, 4, CHROME);
        }
    }
    for z in [-2.8, 0.4] {
        m.bevel_box(v(0.0, 2.6, z), v(0.9, 0.14, 0.08), 0.0, GREY);
    }
    for x in [-0.7, 0.7] {
        rod(m, v(x, 2.62, -3.0), v(x, 2.62, 0.9), 0.085, 8, BLACK);
        disc(m, v(x, 2.62, -3.0), Vec3::NEG_Z, 0.085, 8, DARK);
        disc(m, v(x, 2.62, 0.9), Vec3::Z, 0.085, 8, DARK);
    }
}
