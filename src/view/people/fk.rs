//! Where joints end up: the chain from the hips outwards, and how far a posed person is from the ground.

use bevy::math::{Mat4, Vec3};

use super::figure::{Joint, Side, Skeleton};
use super::pose::Pose;

/// Heel and ball of a foot below and before the ankle, as a share of the height.
const SOLE: [Vec3; 2] = [Vec3::new(0.0, -0.045, -0.0324), Vec3::new(0.0, -0.045, 0.0735)];

/// The parts that may touch the ground: a joint, a point in its frame and a radius, as a share of the height.
const TOUCH: [(Joint, Vec3, f32); 15] = [
    (Joint::Hips, Vec3::ZERO, 0.064),
    (Joint::Chest, Vec3::new(0.0, 0.06, 0.0), 0.066),
    (Joint::Head, Vec3::new(0.0, 0.062, 0.0), 0.070),
    (Joint::ThighL, Vec3::ZERO, 0.046),
    (Joint::ThighR, Vec3::ZERO, 0.046),
    (Joint::ShinL, Vec3::ZERO, 0.035),
    (Joint::ShinR, Vec3::ZERO, 0.035),
    (Joint::FootL, Vec3::ZERO, 0.024),
    (Joint::FootR, Vec3::ZERO, 0.024),
    (Joint::UpperArmL, Vec3::ZERO, 0.034),
    (Joint::UpperArmR, Vec3::ZERO, 0.034),
    (Joint::ForearmL, Vec3::ZERO, 0.026),
    (Joint::ForearmR, Vec3::ZERO, 0.026),
    (Joint::HandL, Vec3::new(0.0, -0.045, 0.0), 0.014),
    (Joint::HandR, Vec3::new(0.0, -0.045, 0.0), 0.014),
];

/// Every joint's frame in the person's own space (origin on the ground, facing +Z).
pub fn joints_world(skeleton: &Skeleton, pose: &Pose) -> [Mat4; 17] {
    let mut world = [Mat4::IDENTITY; 17];
    for joint in Joint::ALL {
        let i = joint.index();
        let offset = skeleton.rest(joint);
        world[i] = match joint.parent() {
            None => Mat4::from_rotation_translation(pose.turn[i], offset + pose.root),
            Some(parent) => world[parent.index()] * Mat4::from_rotation_translation(pose.turn[i], offset),
        };
    }
    world
}

/// Heel and ball of one foot, in the person's own space.
pub fn sole(skeleton: &Skeleton, pose: &Pose, side: Side) -> [Vec3; 2] {
    let [_, _, foot] = side.leg();
    let world = joints_world(skeleton, pose)[foot.index()];
    SOLE.map(|share| world.transform_point3(share * skeleton.height()))
}

/// How high the lowest part of the person is above the ground, in metres; below zero it is inside the floor.
pub fn ground_clearance(skeleton: &Skeleton, pose: &Pose) -> f32 {
    let height = skeleton.height();
    let world = joints_world(skeleton, pose);
    let body = TOUCH
        .iter()
        .map(|(joint, point, radius)| world[joint.index()].transform_point3(*point * height).y - radius * height)
        .fold(f32::INFINITY, f32::min);
    let soles = [Joint::FootL, Joint::FootR]
        .iter()
        .flat_map(|foot| SOLE.map(|share| world[foot.index()].transform_point3(share * height).y))
        .fold(f32::INFINITY, f32::min);
    body.min(soles)
}

/// The same pose moved up or down so that its lowest part is on the ground, or [`Pose::lift`] above it.
pub fn planted(skeleton: &Skeleton, pose: &Pose) -> Pose {
    let mut out = pose.clone();
    out.root.y += pose.lift - ground_clearance(skeleton, pose);
    out
}
