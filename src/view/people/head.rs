//! The skull with ears and nose, glasses and mask, in the frame of the head joint at the reference height.
//!
//! What moves in a face is in `features`; hair is in `hair`, hats in `hats`.

use std::f32::consts::{FRAC_PI_2, TAU};

use bevy::math::Vec3;

use super::body::skin_of;
use super::look::{Headgear, Look};
use super::shape::{Ring, loft, patch, ring, sample, skin};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Height of the eyes above the head joint.
pub(super) const EYES: f32 = 0.082;

/// The skull from the chin to the crown.
pub(super) fn skull() -> Vec<Ring> {
    [
        (-0.0420, 0.000, 0.000, 0.036),
        (-0.0400, 0.022, 0.022, 0.036),
        (-0.0300, 0.042, 0.044, 0.030),
        (-0.0080, 0.064, 0.068, 0.018),
        (0.0200, 0.081, 0.087, 0.009),
        (0.0500, 0.091, 0.098, 0.003),
        (0.0820, 0.096, 0.103, 0.000),
        (0.1150, 0.098, 0.106, -0.002),
        (0.1500, 0.097, 0.106, -0.004),
        (0.1820, 0.087, 0.096, -0.006),
        (0.2080, 0.068, 0.076, -0.007),
        (0.2250, 0.042, 0.047, -0.008),
        (0.2320, 0.000, 0.000, -0.008),
    ]
    .map(|(y, rx, rz, z)| ring(y, rx, rz).shift(0.0, z).square(0.92))
    .to_vec()
}

/// Everything of the head that does not move on its own, without hair.
pub(super) fn head(look: &Look) -> MeshBuf {
    let finish = skin_of(look);
    let mut buf = MeshBuf::new();
    let skull = skull();
    loft(&mut buf, &skull, 16, finish);
    nose(&mut buf, finish);
    for s in [1.0_f32, -1.0] {
        buf.ellipsoid(Vec3::new(0.0965 * s, 0.064, -0.006), Vec3::new(0.010, 0.027, 0.017), 6, finish);
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
        ring(0.0370, 0.000, 0.000).shift(0.0, 0.100),
        ring(0.0385, 0.0085, 0.010).shift(0.0, 0.102),
        ring(0.0455, 0.0130, 0.0170).shift(0.0, 0.102),
        ring(0.0560, 0.0090, 0.0135).shift(0.0, 0.102),
        ring(0.0760, 0.0060, 0.0075).shift(0.0, 0.100),
        ring(0.0920, 0.0050, 0.0030).shift(0.0, 0.099),
    ];
    loft(buf, &rings, 6, finish);
}

/// Round thin frames and the bars to the ears.
fn glasses(buf: &mut MeshBuf, skull: &[Ring]) {
    let finish = Finish::new(0x2A2B30, Surface::Metal);
    let z = sample(skull, EYES).front(0.037) + 0.016;
    for s in [1.0_f32, -1.0] {
        let middle = Vec3::new(0.038 * s, EYES - 0.002, z);
        rim(buf, middle, 0.0265, finish);
        let hinge = middle + Vec3::new(0.026 * s, 0.006, -0.002);
        buf.bevel_box(
            Vec3::new(0.0985 * s, hinge.y, (hinge.z - 0.012) * 0.5),
            Vec3::new(0.003, 0.004, hinge.z + 0.012),
            0.0,
            finish,
        );
        buf.bevel_box(
            Vec3::new((hinge.x + 0.0985 * s) * 0.5, hinge.y, hinge.z),
            Vec3::new(0.0985 - hinge.x.abs() + 0.004, 0.004, 0.003),
            0.0,
            finish,
        );
    }
    buf.bevel_box(Vec3::new(0.0, EYES + 0.003, z + 0.001), Vec3::new(0.024, 0.003, 0.003), 0.0, finish);
}

/// A thin ring in the XY plane.
fn rim(buf: &mut MeshBuf, middle: Vec3, radius: f32, finish: Finish) {
    let grid: Vec<Vec<Vec3>> = (0..=12)
        .map(|k| {
            let (sin, cos) = (k as f32 / 12.0 * TAU).sin_cos();
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
            Ring { at: Vec3::new(0.0, *y, r.at.z + 0.004), rx: r.rx.max(0.05), rz: r.rz.max(0.05) + out, square: 1.0 }
        })
        .collect();
    patch(buf, &rows, (FRAC_PI_2 - 1.05, FRAC_PI_2 + 1.05), (-0.046, 0.064), 0.002, finish);
    let cord = Finish::new(0xE8F1F3, Surface::Plain);
    for s in [1.0_f32, -1.0] {
        let ear = Vec3::new(0.101 * s, 0.060, 0.006);
        buf.bevel_box((ear + Vec3::new(0.084 * s, 0.045, 0.062)) * 0.5, Vec3::new(0.006, 0.003, 0.060), 0.0, cord);
    }
}
