//! The body under the clothes, at the reference height: measures as stacks of rings, and skin where it shows.
//!
//! Trunk rings are in standing coordinates (soles on y = 0); limbs are in the frame of their own joint, hanging down.

use bevy::math::{Mat4, Quat, Vec3};

use super::figure::Side;
use super::look::Look;
use super::shape::{LIMB_SIDES, Ring, loft, ring, rounded};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Lengths of the limbs at the reference height, as in `figure`.
pub(super) const UPPER_ARM: f32 = 0.2635;
pub(super) const FOREARM: f32 = 0.238;
pub(super) const THIGH: f32 = 0.3825;
pub(super) const SHIN: f32 = 0.391;

/// How much wider or narrower this person is than the reference.
pub(super) fn girth(look: &Look) -> f32 {
    0.93 + 0.17 * look.build
}

/// The person's skin.
pub(super) fn skin_of(look: &Look) -> Finish {
    Finish::new(look.skin, Surface::Leather)
}

/// From the crotch to the root of the neck, `pad` metres of clothing included.
pub(super) fn trunk(look: &Look, pad: f32) -> Vec<Ring> {
    let g = girth(look);
    let belly = 0.012 * look.build;
    let rows = [
        (0.812, 0.100, 0.080, -0.004),
        (0.842, 0.156, 0.106, -0.009),
        (0.880, 0.158, 0.112, -0.011),
        (0.930, 0.150, 0.106, -0.006),
        (0.980, 0.136, 0.097 + belly, 0.002),
        (1.050, 0.132, 0.095 + belly, 0.005),
        (1.130, 0.143, 0.102 + belly * 0.5, 0.006),
        (1.210, 0.156, 0.107, 0.004),
        (1.270, 0.160, 0.101, 0.000),
        (1.312, 0.146, 0.086, -0.005),
        (1.342, 0.106, 0.069, -0.009),
        (1.372, 0.058, 0.054, -0.010),
    ];
    rows.map(|(y, rx, rz, z)| {
        // Padding thins out towards the neck, so that collars stay close to it.
        let thick = if y > 1.33 { pad * 0.45 } else { pad };
        ring(y, rx * g, rz * g).grown(thick).shift(0.0, z).square(0.88)
    })
    .to_vec()
}

/// The upper arm from the elbow (below) to the shoulder (y = 0).
pub(super) fn upper_arm(look: &Look, pad: f32) -> Vec<Ring> {
    let g = girth(look);
    [
        ring(-UPPER_ARM, 0.037 * g, 0.038 * g),
        ring(-UPPER_ARM * 0.5, 0.041 * g, 0.043 * g),
        ring(-0.065, 0.045 * g, 0.048 * g),
        ring(-0.015, 0.042 * g, 0.047 * g),
    ]
    .map(|r| r.grown(pad))
    .to_vec()
}

/// The forearm from the wrist (below) to the elbow (y = 0).
pub(super) fn forearm(look: &Look, pad: f32) -> Vec<Ring> {
    let g = girth(look);
    [ring(-FOREARM, 0.023 * g, 0.027 * g), ring(-FOREARM * 0.45, 0.034 * g, 0.036 * g), ring(0.0, 0.036 * g, 0.037 * g)]
        .map(|r| r.grown(pad))
        .to_vec()
}

/// The thigh from the knee (below) to the hip joint (y = 0).
pub(super) fn thigh(look: &Look, side: Side, pad: f32) -> Vec<Ring> {
    let g = girth(look);
    let inwards = -0.010 * side.sign();
    [
        ring(-THIGH, 0.050 * g, 0.053 * g).shift(0.0, 0.004),
        ring(-THIGH * 0.60, 0.061 * g, 0.065 * g).shift(inwards * 0.3, 0.004),
        ring(-THIGH * 0.22, 0.072 * g, 0.078 * g).shift(inwards * 0.8, 0.0),
        ring(-0.01, 0.072 * g, 0.083 * g).shift(inwards, -0.004),
    ]
    .map(|r| r.grown(pad))
    .to_vec()
}

/// The shin from the ankle (below) to the knee (y = 0).
pub(super) fn shin(look: &Look, pad: f32) -> Vec<Ring> {
    let g = girth(look);
    [
        ring(-SHIN, 0.030 * g, 0.034 * g),
        ring(-SHIN * 0.42, 0.045 * g, 0.050 * g).shift(0.0, -0.008),
        ring(0.0, 0.050 * g, 0.053 * g).shift(0.0, 0.002),
    ]
    .map(|r| r.grown(pad))
    .to_vec()
}

/// A limb whose upper end turns in the end of the limb above it: a round head, drawn in where the two overlap.
pub(super) fn jointed(mut rings: Vec<Ring>, head: f32) -> Vec<Ring> {
    let top = rings[rings.len() - 1];
    rings.push(top.raised(0.012).tucked(0.004));
    rounded(&rings, 0.0, head)
}

/// The neck, in its own joint's frame.
pub(super) fn neck(look: &Look) -> MeshBuf {
    let g = girth(look);
    let mut buf = MeshBuf::new();
    let rings = [
        ring(-0.045, 0.052 * g, 0.050 * g).shift(0.0, -0.002),
        ring(0.020, 0.046 * g, 0.047 * g).shift(0.0, 0.002),
        ring(0.110, 0.048 * g, 0.050 * g).shift(0.0, 0.010),
    ];
    loft(&mut buf, &rings, LIMB_SIDES, skin_of(look));
    buf
}

/// A bare arm below a short sleeve: the lower part of the upper arm.
pub(super) fn bare_upper_arm(look: &Look) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let rings = upper_arm(look, -0.001);
    loft(&mut buf, &rings[..3], LIMB_SIDES, skin_of(look));
    buf
}

/// A bare forearm.
pub(super) fn bare_forearm(look: &Look) -> MeshBuf {
    let mut buf = MeshBuf::new();
    loft(&mut buf, &jointed(forearm(look, 0.0), 0.03), LIMB_SIDES, skin_of(look));
    buf
}

/// A hand: palm and fingers in one mitten, softly bent, and a thumb to the front.
pub(super) fn hand(look: &Look, side: Side, finish: Finish) -> MeshBuf {
    let inwards = -side.sign();
    let g = 0.96 + 0.08 * look.build;
    let mut buf = MeshBuf::new();
    let rings = [
        ring(-0.168, 0.0065, 0.020).shift(0.030 * inwards, 0.003).square(0.8),
        ring(-0.130, 0.0105, 0.034).shift(0.017 * inwards, 0.002).square(0.75),
        ring(-0.080, 0.0145, 0.041).shift(0.004 * inwards, 0.0).square(0.76),
        ring(-0.030, 0.0165, 0.035).square(0.85),
        ring(0.012, 0.0200, 0.025),
    ];
    loft(&mut buf, &rounded(&rings.map(|r| r.scaled(g)), 0.008, 0.0), LIMB_SIDES, finish);
    let mut thumb = MeshBuf::new();
    let rings = [ring(-0.062, 0.0085, 0.0090), ring(-0.030, 0.0110, 0.0120), ring(0.0, 0.0120, 0.0160)];
    loft(&mut thumb, &rounded(&rings, 0.010, 0.0), 5, finish);
    let turn = Quat::from_rotation_x(-0.55) * Quat::from_rotation_z(0.28 * inwards);
    buf.append(&thumb, Mat4::from_rotation_translation(turn, Vec3::new(0.006 * inwards, -0.040, 0.020)));
    buf
}
