//! The skull with ears and nose, glasses and mask, in the frame of the head joint at the reference height.
//!
//! What moves in a face is in `features`; hair is in `hair`, hats in `hats`.

use std::f32::consts::{FRAC_PI_2, TAU};

use bevy::math::{Mat4, Quat, Vec3};

use super::body::skin_of;
use super::look::{Hair, Headgear, Look};
use super::shape::{Ring, cut, loft, patch, ring, sample, skin};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Height of the eyes above the head joint.
pub(super) const EYES: f32 = 0.082;

/// The skull from the chin to the crown.
pub(super) fn skull() -> Vec<Ring> {
    [
        (-0.0420, 0.000, 0.000, 0.036),
        (-0.0380, 0.029, 0.028, 0.036),
        (-0.0100, 0.066, 0.068, 0.020),
        (0.0200, 0.086, 0.089, 0.010),
        (0.0500, 0.097, 0.101, 0.003),
        (0.0820, 0.102, 0.106, 0.000),
        (0.1150, 0.104, 0.109, -0.002),
        (0.1500, 0.102, 0.108, -0.004),
        (0.1820, 0.092, 0.099, -0.006),
        (0.2080, 0.071, 0.078, -0.007),
        (0.2260, 0.045, 0.050, -0.008),
        (0.2370, 0.000, 0.000, -0.008),
    ]
    .map(|(y, rx, rz, z)| ring(y, rx, rz).shift(0.0, z).square(0.92))
    .to_vec()
}

/// Everything of the head that does not move on its own, without hair.
pub(super) fn head(look: &Look) -> MeshBuf {
    let finish = skin_of(look);
    let mut buf = MeshBuf::new();
    let skull = skull();
    // Hair hides the crown.
    loft(&mut buf, &cut(&skull, -0.042, 0.182), 14, finish);
    nose(&mut buf, finish);
    if !matches!(look.hair, Hair::Bob | Hair::Long) {
        for s in [1.0_f32, -1.0] {
            buf.ellipsoid(Vec3::new(0.1020 * s, 0.064, -0.006), Vec3::new(0.010, 0.027, 0.017), 6, finish);
        }
    }
    if look.glasses {
        glasses(&mut buf, &skull);
    }
    if look.headgear == Headgear::Mask {
        mask(&mut buf, &skull);
    }
    buf
}

/// A small nose: a soft bridge and a round tip.
fn nose(buf: &mut MeshBuf, finish: Finish) {
    let rings = [
        ring(0.0390, 0.000, 0.000).shift(0.0, 0.102),
        ring(0.0405, 0.0085, 0.0095).shift(0.0, 0.104),
        ring(0.0465, 0.0125, 0.0155).shift(0.0, 0.104),
        ring(0.0560, 0.0085, 0.0115).shift(0.0, 0.104),
        ring(0.0840, 0.0055, 0.0035).shift(0.0, 0.103),
    ];
    loft(buf, &rings, 5, finish);
}

/// Round thin frames and the bars to the ears.
fn glasses(buf: &mut MeshBuf, skull: &[Ring]) {
    let finish = Finish::new(0x2A2B30, Surface::Metal);
    let z = sample(skull, EYES).front(0.040) + 0.017;
    for s in [1.0_f32, -1.0] {
        let middle = Vec3::new(0.0395 * s, EYES - 0.002, z);
        rim(buf, middle, 0.0270, finish);
        let hinge = middle + Vec3::new(0.0285 * s, 0.006, 0.0);
        bar(buf, hinge, Vec3::new(0.104 * s, EYES + 0.004, 0.010), finish);
    }
    bar(buf, Vec3::new(-0.013, EYES + 0.003, z + 0.001), Vec3::new(0.013, EYES + 0.003, z + 0.001), finish);
}

/// A thin square bar between two points.
fn bar(buf: &mut MeshBuf, from: Vec3, to: Vec3, finish: Finish) {
    let mut rod = MeshBuf::new();
    rod.bevel_box(Vec3::ZERO, Vec3::new(0.003, (to - from).length(), 0.003), 0.0, finish);
    let turn = Quat::from_rotation_arc(Vec3::Y, (to - from).normalize_or(Vec3::Y));
    buf.append(&rod, Mat4::from_rotation_translation(turn, (from + to) * 0.5));
}

/// A thin ring in the XY plane.
fn rim(buf: &mut MeshBuf, middle: Vec3, radius: f32, finish: Finish) {
    let grid: Vec<Vec<Vec3>> = (0..=10)
        .map(|k| {
            let (sin, cos) = (k as f32 / 10.0 * TAU).sin_cos();
            let out = Vec3::new(cos * 1.08, sin, 0.0);
            (0..=3)
                .map(|i| {
                    let (up, across) = (i as f32 / 3.0 * TAU).sin_cos();
                    middle + out * (radius + 0.0017 * across) + Vec3::Z * 0.0017 * up
                })
                .collect()
        })
        .collect();
    skin(buf, &grid, finish);
}

/// A surgical mask from the bridge of the nose to under the chin, with bands to the ears.
fn mask(buf: &mut MeshBuf, skull: &[Ring]) {
    let finish = Finish::new(0xBFDDE6, Surface::Cloth);
    let rows: Vec<Ring> = [(-0.046, 0.006), (-0.030, 0.013), (0.0, 0.015), (0.030, 0.019), (0.052, 0.020), (0.064, 0.013)]
        .iter()
        .map(|(y, out)| {
            let r = sample(skull, *y);
            ring(*y, r.rx.max(0.05), r.rz.max(0.05) + out).shift(0.0, r.at.z + 0.004)
        })
        .collect();
    patch(buf, &rows, (FRAC_PI_2 - 1.05, FRAC_PI_2 + 1.05), (-0.046, 0.064), 0.002, finish);
    let cord = Finish::new(0xE8F1F3, Surface::Plain);
    for y in [0.058, -0.020] {
        for s in [1.0_f32, -1.0] {
            let cheek = sample(skull, y).point(FRAC_PI_2 - s) + Vec3::new(0.004 * s, 0.0, 0.003);
            bar(buf, cheek, Vec3::new(0.107 * s, 0.052, 0.006), cord);
        }
    }
}
