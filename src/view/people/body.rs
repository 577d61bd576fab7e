//! The body under the clothes, at the reference height: measures as stacks of rings, and skin where it shows.
//!
//! Trunk rings are in standing coordinates (soles on y = 0); limbs are in the frame of their own joint, hanging down.

use bevy::math::{Mat4, Quat, Vec3};

use super::figure::Side;
use super::look::Look;
use super::shape::{Ring, loft, ring, rounded};
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
        (0.795, 0.080, 0.070, -0.006),
        (0.830, 0.138, 0.102, -0.010),
        (0.880, 0.152, 0.112, -0.012),
        (0.930, 0.149, 0.106, -0.006),
        (0.980, 0.136, 0.097 + belly, 0.002),
        (1.050, 0.132, 0.095 + belly, 0.005),
        (1.130, 0.143, 0.102 + belly * 0.5, 0.006),
        (1.210, 0.156, 0.107, 0.004),
        (1.270, 0.158, 0.102, 0.000),
        (1.315, 0.138, 0.088, -0.005),
        (1.345, 0.100, 0.069, -0.009),
        (1.372, 0.060, 0.056, -0.010),
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
        ring(-UPPER_ARM * 0.5, 0.042 * g, 0.044 * g),
        ring(-0.055, 0.047 * g, 0.050 * g),
        ring(-0.005, 0.046 * g, 0.050 * g),
    ]
    .map(|r| r.grown(pad))
    .to_vec()
}

/// The forearm from the wrist (below) to the elbow (y = 0).
pub(super) fn forearm(look: &Look, pad: f32) -> Vec<Ring> {
    let g = girth(look);
    [
        ring(-FOREARM, 0.023 * g, 0.027 * g),
        ring(-FOREARM * 0.65, 0.030 * g, 0.033 * g),
        ring(-FOREARM * 0.25, 0.036 * g, 0.037 * g),
        ring(0.0, 0.036 * g, 0.037 * g),
    ]
    .map(|r| r.grown(pad))
    .to_vec()
}

/// The thigh from the knee (below) to the hip joint (y = 0).
pub(super) fn thigh(look: &Look, pad: f32) -> Vec<Ring> {
    let g = girth(look);
    [
        ring(-THIGH, 0.050 * g, 0.053 * g).shift(0.0, 0.004),
        ring(-THIGH * 0.62, 0.061 * g, 0.064 * g).shift(0.0, 0.004),
        ring(-THIGH * 0.25, 0.073 * g, 0.079 * g),
        ring(-0.01, 0.074 * g, 0.084 * g).shift(0.0, -0.004),
    ]
    .map(|r| r.grown(pad))
    .to_vec()
}

/// The shin from the ankle (below) to the knee (y = 0).
pub(super) fn shin(look: &Look, pad: f32) -> Vec<Ring> {
    let g = girth(look);
    [
        ring(-SHIN, 0.030 * g, 0.034 * g),
        ring(-SHIN * 0.70, 0.037 * g, 0.041 * g).shift(0.0, -0.004),
        ring(-SHIN * 0.32, 0.047 * g, 0.052 * g).shift(0.0, -0.008),
        ring(0.0, 0.050 * g, 0.053 * g).shift(0.0, 0.002),
    ]
    .map(|r| r.grown(pad))
    .to_vec()
}

/// The neck, in its own joint's frame.
pub(super) fn neck(look: &Look) -> MeshBuf {
    let g = girth(look);
    let mut buf = MeshBuf::new();
    let rings = [
        ring(-0.045, 0.052 * g, 0.050 * g).shift(0.0, -0.002),
        ring(0.010, 0.047 * g, 0.047 * g),
        ring(0.060, 0.045 * g, 0.047 * g).shift(0.0, 0.006),
        ring(0.110, 0.048 * g, 0.050 * g).shift(0.0, 0.010),
    ];
    loft(&mut buf, &rings, 10, skin_of(look));
    buf
}

/// A bare arm below a short sleeve: the lower part of the upper arm.
pub(super) fn bare_upper_arm(look: &Look) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let rings = upper_arm(look, -0.001);
    loft(&mut buf, &rounded(&rings[..3], 0.03, 0.0), 8, skin_of(look));
    buf
}

/// A bare forearm.
pub(super) fn bare_forearm(look: &Look) -> MeshBuf {
    let mut buf = MeshBuf::new();
    loft(&mut buf, &rounded(&forearm(look, 0.0), 0.0, 0.03), 8, skin_of(look));
    buf
}

/// A hand: palm and fingers in one mitten, softly bent, and a thumb to the front.
pub(super) fn hand(look: &Look, side: Side, finish: Finish) -> MeshBuf {
    let inwards = -side.sign();
    let g = 0.96 + 0.08 * look.build;
    let mut buf = MeshBuf::new();
    let rings = [
        ring(-0.168, 0.0065, 0.020).shift(0.030 * inwards, 0.003).square(0.8),
        ring(-0.140, 0.0095, 0.032).shift(0.021 * inwards, 0.002).square(0.75),
        ring(-0.100, 0.0125, 0.039).shift(0.009 * inwards, 0.0).square(0.75),
        ring(-0.065, 0.0155, 0.041).shift(0.003 * inwards, 0.0).square(0.78),
        ring(-0.025, 0.0165, 0.034).square(0.85),
        ring(0.012, 0.0200, 0.025),
    ];
    loft(&mut buf, &rounded(&rings.map(|r| r.scaled(g)), 0.010, 0.0), 8, finish);
    let mut thumb = MeshBuf::new();
    let rings = [
        ring(-0.062, 0.0085, 0.0090),
        ring(-0.030, 0.0110, 0.0120),
        ring(0.0, 0.0120, 0.0160),
    ];
    loft(&mut thumb, &rounded(&rings, 0.010, 0.0), 6, finish);
    let turn = Quat::from_rotation_x(-0.55) * Quat::from_rotation_z(0.28 * inwards);
    buf.append(&thumb, Mat4::from_rotation_translation(turn, Vec3::new(0.006 * inwards, -0.040, 0.020)));
    buf
}
