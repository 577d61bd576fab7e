//! The parts of a face that move: eyes, upper lids, brows, mouth. Each is a mesh of its own on the head joint.

use std::f32::consts::TAU;

use bevy::math::{Mat4, Quat, Vec2, Vec3};

use super::dress::shade;
use super::face::Expression;
use super::figure::{REFERENCE, Side};
use super::head::{EYES, skull};
use super::look::Look;
use super::shape::{sample, skin};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// A part of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// The white of an eye.
    White(Side),
    /// Iris and pupil: slide over the white towards what is looked at.
    Iris(Side),
    /// The dark line of the upper lid, which comes down in a blink.
    Lid(Side),
    /// A brow.
    Brow(Side),
    /// Half the line of the lips: turns up in a smile.
    Lip(Side),
    /// The open mouth below the upper lip.
    Mouth,
}

/// One moving part: its mesh around its own origin, and where that origin is in the head joint's frame.
#[derive(Debug, Clone)]
pub struct FacePart {
    /// Which part it is.
    pub feature: Feature,
    /// Metres, around the part's own middle; +Z out of the face.
    pub mesh: MeshBuf,
    /// Offset from the head joint, in metres.
    pub at: Vec3,
}

/// How far a feature is turned to the side by the roundness of the face.
const EYE_YAW: f32 = 0.30;
const LIP_YAW: f32 = 0.16;

/// The moving parts of somebody's face, scaled to the person's height.
pub fn face_parts(look: &Look) -> Vec<FacePart> {
    let scale = look.height / REFERENCE;
    let grown = Mat4::from_scale(Vec3::splat(scale));
    let mut parts = Vec::new();
    for side in Side::BOTH {
        parts.push(part(Feature::White(side), white()));
        parts.push(part(Feature::Iris(side), iris()));
        parts.push(part(Feature::Lid(side), lid(side)));
        parts.push(part(Feature::Brow(side), brow(look, side)));
        parts.push(part(Feature::Lip(side), lip(look, side)));
    }
    parts.push(part(Feature::Mouth, mouth()));
    parts.into_iter().map(|p| FacePart { mesh: p.mesh.placed(grown), at: p.at * scale, ..p }).collect()
}

/// Where a part goes for an expression and a gaze, relative to the head joint. The gaze is in radians: x to the
/// person's left, y up; beyond half a radian the head should turn instead.
pub fn feature_place(feature: Feature, at: Vec3, expression: &Expression, gaze: Vec2) -> Mat4 {
    let open = (1.0 - expression.lids).clamp(0.04, 1.15);
    let turn = |side: Side, yaw: f32| Quat::from_rotation_y(yaw * side.sign());
    let (scale, turn, moved) = match feature {
        Feature::White(side) => (Vec3::new(1.0, open, 1.0), turn(side, EYE_YAW), Vec3::ZERO),
        Feature::Iris(side) => {
            let gaze = gaze.clamp(Vec2::splat(-0.5), Vec2::splat(0.5));
            let turn = turn(side, EYE_YAW);
            (Vec3::new(1.0, open.min(1.0), 1.0), turn, turn * Vec3::new(gaze.x * 0.014, gaze.y * 0.006 * open, 0.0))
        }
        Feature::Lid(side) => {
            let down = Vec3::Y * (-0.0125 * (1.0 - open));
            (Vec3::new(1.0, (0.25 + 0.75 * open).min(1.0), 1.0), turn(side, EYE_YAW), down)
        }
        Feature::Brow(side) => {
            let tilt = Quat::from_rotation_z(-0.30 * expression.brow * side.sign());
            (Vec3::ONE, turn(side, EYE_YAW) * tilt, Vec3::Y * (0.004 * expression.brow))
        }
        Feature::Lip(side) => {
            let smile = Quat::from_rotation_z(0.38 * expression.smile * side.sign());
            (Vec3::ONE, turn(side, LIP_YAW) * smile, Vec3::Y * (0.0015 * expression.mouth_open))
        }
        Feature::Mouth => {
            let wide = 1.0 - 0.25 * expression.mouth_open;
            (Vec3::new(wide, expression.mouth_open.clamp(0.02, 1.0), 1.0), Quat::IDENTITY, Vec3::ZERO)
        }
    };
    Mat4::from_scale_rotation_translation(scale, turn, at + moved)
}

/// A part at its place on the skull, at the reference height.
fn part(feature: Feature, mesh: MeshBuf) -> FacePart {
    let skull = skull();
    let on = |x: f32, y: f32, out: f32| Vec3::new(x, y, sample(&skull, y).front(x) + out);
    let at = match feature {
        Feature::White(side) => on(0.0395 * side.sign(), EYES, 0.0003),
        Feature::Iris(side) => on(0.0388 * side.sign(), EYES, 0.0032),
        Feature::Lid(side) => on(0.0395 * side.sign(), EYES, 0.0045),
        Feature::Brow(side) => on(0.0405 * side.sign(), EYES + 0.0270, 0.0022),
        Feature::Lip(_) => on(0.0, 0.0125, 0.0022),
        Feature::Mouth => on(0.0, 0.0120, 0.0012),
    };
    FacePart { feature, mesh, at }
}

/// A shallow lens looking along +Z.
fn lens(buf: &mut MeshBuf, at: Vec3, radii: Vec2, bulge: f32, finish: Finish) {
    let sides = if radii.x > 0.005 { 9 } else { 5 };
    let row = |share: f32, z: f32| -> Vec<Vec3> {
        (0..=sides)
            .map(|i| {
                let (sin, cos) = (i as f32 / sides as f32 * TAU).sin_cos();
                at + Vec3::new(cos * radii.x * share, sin * radii.y * share, z)
            })
            .collect()
    };
    skin(buf, &[row(1.0, 0.0), row(0.66, bulge * 0.75), row(0.0, bulge)], finish);
}

fn white() -> MeshBuf {
    let mut buf = MeshBuf::new();
    lens(&mut buf, Vec3::ZERO, Vec2::new(0.0178, 0.0104), 0.0040, Finish::new(0xF6F2EC, Surface::Plain));
    buf
}

fn iris() -> MeshBuf {
    let mut buf = MeshBuf::new();
    lens(&mut buf, Vec3::ZERO, Vec2::new(0.0102, 0.0104), 0.0017, Finish::new(0x2B1D18, Surface::Plain));
    let spark = Finish::new(0xFFFFFF, Surface::Plain).glowing(0.6);
    lens(&mut buf, Vec3::new(0.0030, 0.0038, 0.0017), Vec2::new(0.0023, 0.0023), 0.0004, spark);
    buf
}

/// A ribbon along `points` (x, y, half width), looking along +Z, a little raised in its middle.
fn ribbon(buf: &mut MeshBuf, points: &[(f32, f32, f32)], finish: Finish) {
    for pair in points.windows(2) {
        let [(x0, y0, w0), (x1, y1, w1)] = [pair[0], pair[1]];
        let (low0, high0) = (Vec3::new(x0, y0 - w0, 0.0), Vec3::new(x0, y0 + w0, 0.0));
        let (low1, high1) = (Vec3::new(x1, y1 - w1, 0.0), Vec3::new(x1, y1 + w1, 0.0));
        buf.quad_facing([low0, low1, high1, high0], Vec3::Z, finish);
    }
}

/// The upper lid from the inner to the outer corner of the eye, a little longer outside.
fn lid(side: Side) -> MeshBuf {
    let s = side.sign();
    let mut buf = MeshBuf::new();
    let points: Vec<(f32, f32, f32)> = (0..=6)
        .map(|k| {
            let u = k as f32 / 3.0 - 1.0;
            let arch = (1.0 - u * u).sqrt() * 0.0098 + 0.0008;
            (u * 0.0186 * s, arch + 0.0012 * u, 0.0010 + 0.0010 * (1.0 - u * u) + 0.0003 * (u + 1.0))
        })
        .collect();
    ribbon(&mut buf, &points, Finish::new(0x1F1614, Surface::Plain));
    buf
}

/// A soft brow in the colour of the hair, thinner outside.
fn brow(look: &Look, side: Side) -> MeshBuf {
    let s = side.sign();
    let mut buf = MeshBuf::new();
    let points: Vec<(f32, f32, f32)> = (0..=5)
        .map(|k| {
            let u = k as f32 / 2.5 - 1.0;
            (u * 0.0165 * s, 0.0030 * (1.0 - u * u) + 0.0006 * u, 0.0026 - 0.0011 * (u - 0.2).abs())
        })
        .collect();
    ribbon(&mut buf, &points, Finish::new(shade(look.hair_rgb, 1.25), Surface::Plain));
    buf
}

/// Half of the line between the lips, from the middle outwards.
fn lip(look: &Look, side: Side) -> MeshBuf {
    let s = side.sign();
    let mut buf = MeshBuf::new();
    let finish = Finish::new(shade(look.skin, 0.66), Surface::Plain);
    ribbon(&mut buf, &[(0.0, 0.0, 0.0019), (0.0070 * s, 0.0, 0.0018), (0.0140 * s, 0.0009, 0.0007)], finish);
    buf
}

/// The dark of the mouth, hanging from the upper lip so that it opens downwards.
fn mouth() -> MeshBuf {
    let mut buf = MeshBuf::new();
    let dark = Finish::new(0x6B2E2C, Surface::Plain);
    lens(&mut buf, Vec3::new(0.0, -0.0060, 0.0), Vec2::new(0.0105, 0.0068), 0.0006, dark);
    buf
}
