//! A pose being made: hands and feet are put at places in metres and the elbows and knees follow.
//!
//! Works on the reference skeleton; other heights reuse the turns and are set on the ground by `fk::planted`.

use std::f32::consts::PI;

use bevy::math::{EulerRot, Mat3, Quat, Vec3};

use super::figure::{Joint, REFERENCE, Side, Skeleton};
use super::fk::planted;
use super::pose::Pose;

/// Height of the ankle above the sole at the reference height.
pub(super) const ANKLE: f32 = 0.045 * REFERENCE;

/// How the two bones of a limb are turned.
#[derive(Debug, Clone, Copy)]
struct Bend {
    upper: Quat,
    lower: Quat,
}

/// Turns two bones (hanging along -Y) so that their end reaches `reach`, the middle joint pushed out along `pole`.
/// `fold` is +1 where the lower bone folds backwards (knees) and -1 where it folds forwards (elbows).
fn two_bone(reach: Vec3, (upper, lower): (f32, f32), pole: Vec3, fold: f32) -> Bend {
    let far = reach.length().clamp((upper - lower).abs() + 0.01, (upper + lower) * 0.9995);
    let along = reach.normalize_or(Vec3::NEG_Y);
    let side = (pole - along * pole.dot(along)).normalize_or(Vec3::Z);
    let cos = ((upper * upper + far * far - lower * lower) / (2.0 * upper * far)).clamp(-1.0, 1.0);
    let sin = (1.0 - cos * cos).max(0.0).sqrt();
    let inner = ((upper * upper + lower * lower - far * far) / (2.0 * upper * lower)).clamp(-1.0, 1.0);
    let y = -(along * cos + side * sin);
    let z = (side * cos - along * sin) * fold;
    let x = y.cross(z);
    Bend { upper: Quat::from_mat3(&Mat3::from_cols(x, y, z)).normalize(), lower: Quat::from_rotation_x((PI - inner.acos()) * fold) }
}

/// A person of the reference height, being posed.
#[derive(Debug, Clone)]
pub(super) struct Puppet {
    body: Skeleton,
    pose: Pose,
}

impl Puppet {
    /// Standing straight, arms hanging.
    pub(super) fn new() -> Self {
        Self { body: Skeleton::new(REFERENCE), pose: Pose::rest() }
    }

    /// The finished pose, set on the ground.
    pub(super) fn done(self) -> Pose {
        planted(&self.body, &self.pose)
    }

    /// The finished pose as it is, which may be in the air.
    pub(super) fn in_the_air(self) -> Pose {
        self.pose
    }

    /// Moves the hips from where they are at rest, and turns them.
    pub(super) fn hips(&mut self, shift: Vec3, turn: Quat) {
        self.pose.root = shift;
        self.set(Joint::Hips, turn);
    }

    /// Turns one joint on its parent.
    pub(super) fn set(&mut self, joint: Joint, turn: Quat) {
        self.pose.turn[joint.index()] = turn;
    }

    /// Bends waist and ribs together: `pitch` bows forwards, `yaw` turns left, `roll` leans right.
    pub(super) fn torso(&mut self, pitch: f32, yaw: f32, roll: f32) {
        let half = euler(pitch * 0.5, yaw * 0.5, roll * 0.5);
        self.set(Joint::Spine, half);
        self.set(Joint::Chest, half);
    }

    /// Turns neck and head together: `pitch` looks down, `yaw` looks left, `roll` tilts to the right.
    pub(super) fn head(&mut self, pitch: f32, yaw: f32, roll: f32) {
        self.set(Joint::Neck, euler(pitch * 0.4, yaw * 0.4, roll * 0.4));
        self.set(Joint::Head, euler(pitch * 0.6, yaw * 0.6, roll * 0.6));
    }

    /// Where a point of a joint's frame is, in the person's own space.
    pub(super) fn point(&self, joint: Joint, local: Vec3) -> Vec3 {
        let (at, turn) = self.frame(joint);
        at + turn * local
    }

    /// An arm by its angles: `swing` forwards, `out` to the side, `elbow` bent.
    pub(super) fn arm(&mut self, side: Side, swing: f32, out: f32, elbow: f32) {
        let s = side.sign();
        let [upper, fore, hand] = side.arm();
        let inwards = Quat::from_rotation_y(-0.35 * s);
        self.set(upper, Quat::from_rotation_z(out * s) * Quat::from_rotation_x(-swing) * inwards);
        self.set(fore, Quat::from_rotation_x(-elbow));
        self.set(hand, Quat::from_rotation_x(-0.12));
    }

    /// Puts a wrist at a place, the elbow pushed out along `elbow` (its x is outwards).
    pub(super) fn wrist(&mut self, side: Side, at: Vec3, elbow: Vec3) {
        let [upper, fore, hand] = side.arm();
        let bend = self.limb(Joint::Chest, side.arm(), at, outwards(side, elbow), -1.0);
        self.set(upper, bend.upper);
        self.set(fore, bend.lower);
        self.set(hand, Quat::IDENTITY);
    }

    /// Turns a hand so that its fingers and its palm look along two directions (x outwards in both).
    pub(super) fn palm(&mut self, side: Side, fingers: Vec3, palm: Vec3) {
        let s = side.sign();
        let out = Vec3::new(s, 1.0, 1.0);
        let y = -(fingers * out).normalize_or(Vec3::NEG_Y);
        let x = -(palm * out) * s;
        let x = (x - y * x.dot(y)).normalize_or(Vec3::X);
        let turn = Quat::from_mat3(&Mat3::from_cols(x, y, x.cross(y))).normalize();
        let [_, fore, hand] = side.arm();
        let (_, forearm) = self.frame(fore);
        self.set(hand, (forearm.inverse() * turn).normalize());
    }

    /// Puts an ankle at a place, the knee pushed out along `knee` (its x is outwards), the foot turned as given.
    pub(super) fn foot(&mut self, side: Side, ankle: Vec3, knee: Vec3, turn: Quat) {
        let [thigh, shin, foot] = side.leg();
        let bend = self.limb(Joint::Hips, side.leg(), ankle, outwards(side, knee), 1.0);
        self.set(thigh, bend.upper);
        self.set(shin, bend.lower);
        let (_, hips) = self.frame(Joint::Hips);
        let leg = hips * bend.upper * bend.lower;
        self.set(foot, (leg.inverse() * turn).normalize());
    }

    /// A leg kneeling: the thigh along `thigh`, the shin and the instep flat on the ground behind the knee.
    pub(super) fn kneel(&mut self, side: Side, thigh: Vec3) {
        let [upper, shin, foot] = side.leg();
        let (_, hips) = self.frame(Joint::Hips);
        let aim = outwards(side, thigh).normalize_or(Vec3::NEG_Y);
        let turn = Quat::from_rotation_arc(Vec3::NEG_Y, aim);
        self.set(upper, (hips.inverse() * turn).normalize());
        let flat = Quat::from_rotation_x(PI * 0.5);
        self.set(shin, (turn.inverse() * flat).normalize());
        self.set(foot, Quat::from_rotation_x(1.25));
    }

    /// How high the hip joint may be so that a leg still reaches an ankle there; 1 = the leg quite straight.
    pub(super) fn reach_height(&self, side: Side, ankle: Vec3, straight: f32) -> f32 {
        let [thigh, shin, foot] = side.leg();
        let leg = (self.body.rest(shin).length() + self.body.rest(foot).length()) * straight;
        let sideways = ankle.x - self.body.rest(thigh).x - self.pose.root.x;
        let flat = ankle.z * ankle.z + sideways * sideways;
        ankle.y + (leg * leg - flat).max(0.04).sqrt()
    }

    /// How a limb's bones turn so that its end comes to `at`. `trunk` is the joint whose turn the limb starts from; `pole`
    /// and `fold` are those of [`two_bone`].
    fn limb(&self, trunk: Joint, [upper, lower, end]: [Joint; 3], at: Vec3, pole: Vec3, fold: f32) -> Bend {
        let (root, _) = self.frame(upper);
        let (_, trunk) = self.frame(trunk);
        let back = trunk.inverse();
        let lengths = (self.body.rest(lower).length(), self.body.rest(end).length());
        two_bone(back * (at - root), lengths, back * pole, fold)
    }

    /// Place and turn of a joint in the person's own space.
    fn frame(&self, joint: Joint) -> (Vec3, Quat) {
        let offset = self.body.rest(joint);
        let turn = self.pose.turn[joint.index()];
        match joint.parent() {
            None => (offset + self.pose.root, turn),
            Some(parent) => {
                let (at, facing) = self.frame(parent);
                (at + facing * offset, facing * turn)
            }
        }
    }
}

/// A direction whose x means outwards, in the person's own space.
fn outwards(side: Side, along: Vec3) -> Vec3 {
    Vec3::new(along.x * side.sign(), along.y, along.z)
}

/// A turn from pitch (forwards), yaw (left) and roll (right).
pub(super) fn euler(pitch: f32, yaw: f32, roll: f32) -> Quat {
    Quat::from_euler(EulerRot::YXZ, yaw, pitch, roll)
}
