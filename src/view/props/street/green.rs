//! What grows, and what lies behind it: trees, bushes, flowers, far hills, the moon.

use std::f32::consts::{FRAC_PI_2, TAU};

use bevy::math::{Mat4, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{at, blob, disc, fit, mound, rod, turned};
use crate::view::props::classroom::kit::things::rosette;
use crate::view::props::classroom::kit::tints::{CONCRETE, LEAF, LEAF_DARK, SOIL, plain};
use crate::view::props::classroom::kit::{Piece, v};

const BARK: Finish = Finish::new(0x6B5441, Surface::Wood);

/// Three neighbouring greens, from the shade to the top of a crown.
fn greens(choice: usize) -> [Finish; 3] {
    let tones = [[0x3D7442, 0x4F8C48, 0x74A852], [0x3F6B4A, 0x5A8650, 0x86A85A], [0x4A7440, 0x6D9448, 0x9BB257]];
    tones[choice % tones.len()].map(|rgb| Finish::new(rgb, Surface::Grass))
}

/// A round campus tree with a whitewashed foot. Not solid in the catalogue: its size is that of the crown.
pub(super) fn tree(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let tones = greens(dice.pick(1, 3));
    let lean = v(dice.range(2, -0.15, 0.15), 2.3, dice.range(3, -0.15, 0.15));
    m.cone(Vec3::ZERO, v(0.0, 0.9, 0.0), 0.17, 0.14, 8, plain(0xE8E4D8));
    m.cone(v(0.0, 0.88, 0.0), lean, 0.14, 0.1, 8, BARK);
    for k in 0..3 {
        let (s, c) = (k as f32 / 3.0 * TAU + dice.range(k + 10, 0.0, 1.0)).sin_cos();
        rod(m, lean - Vec3::Y * 0.1, lean + v(c * 0.8, 0.9, s * 0.8), 0.06, 6, BARK);
    }
    for k in 0..5 {
        let (s, c) = (k as f32 / 5.0 * TAU + dice.range(k + 20, -0.3, 0.3)).sin_cos();
        let reach = dice.range(k + 30, 0.85, 1.1);
        let centre = v(c * reach, dice.range(k + 40, 2.7, 3.3), s * reach);
        let size = dice.range(k + 50, 0.8, 1.05);
        blob(m, centre, v(size, size * 0.85, size), k as f32 * 1.3, tones[(k % 2) as usize]);
    }
    blob(m, v(0.1, 3.9, 0.0), v(1.1, 0.95, 1.1), dice.range(60, 0.0, 6.0), tones[2]);
    blob(m, v(-0.2, 3.2, 0.1), v(1.3, 1.0, 1.3), dice.range(61, 0.0, 6.0), tones[1]);
    // The trunk stays on the origin: only the height is made exact, and the crown is drawn in evenly.
    let reach = m.positions.iter().map(|q| q.x.abs().max(q.z.abs())).fold(0.1, f32::max);
    let top = m.positions.iter().map(|q| q.y).fold(0.1, f32::max);
    let scale = v(2.0 / reach, 5.2 / top, 2.0 / reach);
    for q in &mut m.positions {
        *q *= scale;
    }
}

/// A clipped bush.
pub(super) fn bush(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let tones = greens(dice.pick(1, 3));
    for k in 0..4 {
        let (s, c) = (k as f32 / 4.0 * TAU + dice.range(k + 5, -0.4, 0.4)).sin_cos();
        let size = dice.range(k + 15, 0.3, 0.4);
        blob(m, v(c * 0.25, 0.36, s * 0.22), v(size, size, size), k as f32 * 2.1, tones[(k % 2) as usize]);
    }
    blob(m, v(0.0, 0.55, 0.0), v(0.36, 0.33, 0.34), dice.range(30, 0.0, 6.0), tones[2]);
    for k in 0..5 {
        let (s, c) = (k as f32 * 1.3).sin_cos();
        rosette(m, v(c * 0.3, 0.62, s * 0.26), (0.16, 0.14), 4, dice, tones[2]);
    }
    fit(m, v(1.2, 0.9, 1.1));
}

/// A bed of seasonal flowers behind a low kerb.
pub(super) fn flowerbed(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    for z in [-0.36, 0.36] {
        m.standing_box(v(0.0, 0.0, z), v(2.0, 0.16, 0.08), 0.015, CONCRETE);
    }
    for x in [-0.96, 0.96] {
        m.standing_box(v(x, 0.0, 0.0), v(0.08, 0.16, 0.66), 0.015, CONCRETE);
    }
    m.standing_box(v(0.0, 0.0, 0.0), v(1.88, 0.12, 0.68), 0.0, SOIL);
    let petals = [0xD8433A, 0xE8B84A, 0xD98AB0, 0xF1EEE7][dice.pick(1, 4)];
    for k in 0..21 {
        let (column, row) = (k % 7, k / 7);
        let x = -0.78 + column as f32 * 0.26 + dice.range(k + 10, -0.06, 0.06);
        let z = -0.22 + row as f32 * 0.22 + dice.range(k + 40, -0.04, 0.04);
        let high = dice.range(k + 70, 0.24, 0.34);
        rosette(m, v(x, 0.11, z), (0.13, high - 0.14), 5, dice, if k % 2 == 0 { LEAF } else { LEAF_DARK });
        if k % 4 != 3 {
            rod(m, v(x, 0.11, z), v(x, high, z), 0.006, 4, LEAF_DARK);
            turned(m, at(v(x, high - 0.01, z)), &[(0.0, 0.0), (0.05, 0.03), (0.02, 0.04), (0.0, 0.034)], 6, plain(petals));
        }
    }
}

/// Three ridges of far hills, each hazier than the one before it; it looks to +Z.
pub(super) fn hill_backdrop(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let layers = [(-1.0, 12.0, 7.5, 0xA9B9BF), (0.0, 8.5, 4.5, 0x859E96), (1.0, 5.5, 2.0, 0x5E7F68)];
    for (k, (z, high, low, tint)) in layers.into_iter().enumerate() {
        let phase = dice.range(k as u32 + 1, 0.0, 6.0);
        let ridge = |i: u32| {
            let x = i as f32 * 1.5 - 30.0;
            let wave = (x * 0.21 + phase).sin() * 0.6 + (x * 0.53 + phase * 2.0).sin() * 0.28 + (x * 1.3).sin() * 0.12;
            v(x, low + (high - low) * (wave * 0.5 + 0.5), z)
        };
        for i in 0..40 {
            let (a, b) = (ridge(i), ridge(i + 1));
            m.quad(v(a.x, 0.0, z), v(b.x, 0.0, z), b, a, Finish::new(tint, Surface::Grass));
        }
    }
    // A pagoda on the middle ridge gives the eye a scale.
    for k in 0..4 {
        let (y, r) = (8.2 + k as f32 * 0.62, 0.75 - k as f32 * 0.13);
        turned(m, at(v(-11.0, y, -0.4)), &[(r * 0.62, 0.0), (r * 0.6, 0.42)], 6, plain(0x8D8A84));
        turned(m, at(v(-11.0, y + 0.4, -0.4)), &[(r, 0.0), (r * 0.4, 0.22), (0.0, 0.24)], 6, plain(0x6F6A66));
    }
    fit(m, v(60.0, 12.0, 2.0));
}

/// A full moon that looks to +Z, with its grey seas and a faint ring of haze.
pub(super) fn moon(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let face = plain(0xFFF4D8).glowing(1.0);
    let place = at(v(0.0, 1.5, -0.1)) * Mat4::from_rotation_x(FRAC_PI_2);
    turned(m, place, &[(1.5, 0.0), (1.44, 0.1), (1.2, 0.16), (0.0, 0.2)], 28, face);
    let seas = [(-0.5, 0.45, 0.36), (-0.15, 0.72, 0.24), (0.3, 0.42, 0.26), (-0.45, -0.15, 0.22), (0.5, -0.5, 0.14), (0.1, -0.1, 0.18)];
    for (x, y, r) in seas {
        disc(m, v(x, 1.5 + y, 0.11), Vec3::Z, r, 12, plain(0xE3D7B8).glowing(0.85));
    }
    let mut back = MeshBuf::new();
    mound(&mut back, Vec3::ZERO, v(1.5, 0.02, 1.5), 16, face);
    m.append(&back, at(v(0.0, 1.5, -0.1)) * Mat4::from_rotation_x(-FRAC_PI_2));
}
