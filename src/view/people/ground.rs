//! Low down: crouching, cowering, kneeling, sinking to the floor and lying there.

use std::f32::consts::FRAC_PI_2;

use bevy::math::{Quat, Vec3};

use super::figure::{Joint, REFERENCE, Side, Skeleton};
use super::fk::planted;
use super::gestures::{breath, hands_on_head, sleeve_over_mouth};
use super::noise::{glance, smooth, wander};
use super::pose::{Pose, blend};
use super::puppet::{ANKLE, Puppet, euler};

/// Low on both feet, one in front, a sleeve over mouth and nose.
pub(super) fn crouch(t: f32, seed: u32) -> Pose {
    let mut puppet = Puppet::new();
    let sway = wander(t, 2.5, seed);
    puppet.hips(Vec3::new(0.01 * sway, -0.44, -0.02), euler(0.34, 0.03 * sway, 0.0));
    squat(&mut puppet, 0.11, [0.20, -0.14], [0.0, 0.62]);
    puppet.torso(0.34 + 0.02 * breath(t * 1.5, seed), 0.0, 0.02 * sway);
    puppet.head(-0.38, 0.35 * glance(t, 2.2, seed), 0.0);
    sleeve_over_mouth(&mut puppet);
    let knee = puppet.point(Joint::ShinL, Vec3::new(0.0, 0.03, 0.07));
    puppet.wrist(Side::Left, knee + Vec3::new(0.02, 0.03, -0.05), Vec3::new(1.0, 0.0, -0.3));
    puppet.palm(Side::Left, Vec3::new(-0.1, -0.5, 1.0), Vec3::new(-0.1, -1.0, -0.4));
    puppet.done()
}

/// Both feet under a low body: `ahead` of the hips and each heel lifted by a pitch, rolling over the ball.
fn squat(puppet: &mut Puppet, apart: f32, ahead: [f32; 2], pitch: [f32; 2]) {
    for (k, side) in Side::BOTH.into_iter().enumerate() {
        let s = side.sign();
        let turn = euler(pitch[k], 0.20 * s, 0.0);
        let ball = Vec3::new(apart * s, 0.0, ahead[k] + 0.125);
        let ankle = ball + turn * Vec3::new(0.0, ANKLE, -0.125);
        puppet.foot(side, ankle, Vec3::new(0.35, 0.3, 1.0), turn);
    }
}

/// Squats small, arms over the head, trembling.
pub(super) fn cower(t: f32, seed: u32) -> Pose {
    let mut puppet = Puppet::new();
    let shiver = 0.010 * wander(t, 0.07, seed) + 0.006 * wander(t, 0.11, seed ^ 2);
    puppet.hips(Vec3::new(shiver * 0.2, -0.56, -0.03), euler(0.36 + shiver, 0.0, shiver));
    squat(&mut puppet, 0.12, [0.02, -0.04], [0.45, 0.55]);
    puppet.torso(0.62 + 0.02 * breath(t * 2.0, seed), 0.06 * glance(t, 2.0, seed), shiver);
    puppet.head(0.30 + shiver, 0.12 * glance(t, 1.5, seed ^ 3), 0.0);
    hands_on_head(&mut puppet, 0.03);
    puppet.done()
}

/// Kneels folded under a desk: one hand over the neck, the other on the leg of the desk.
pub(super) fn under_desk(t: f32, seed: u32) -> Pose {
    let mut puppet = Puppet::new();
    let shiver = 0.006 * wander(t, 0.12, seed);
    puppet.hips(Vec3::new(0.0, -0.60, -0.16), euler(0.66, 0.0, shiver));
    for side in Side::BOTH {
        puppet.kneel(side, Vec3::new(0.22, -0.50, 0.85));
    }
    puppet.torso(0.62 + 0.02 * breath(t * 1.6, seed), 0.0, shiver);
    puppet.head(0.10, 0.30 * glance(t, 2.4, seed), 0.0);
    hands_on_head(&mut puppet, 0.05);
    let leg = puppet.point(Joint::Chest, Vec3::new(0.27, 0.17, 0.34));
    puppet.wrist(Side::Left, leg, Vec3::new(1.0, -0.4, -0.2));
    puppet.palm(Side::Left, Vec3::new(-0.3, 0.9, 0.5), Vec3::new(-0.6, 0.0, 1.0));
    puppet.done()
}

/// Kneels on the right knee, both hands busy with somebody who lies ahead.
pub(super) fn help(t: f32, seed: u32) -> Pose {
    let mut puppet = Puppet::new();
    let busy = wander(t, 1.1, seed);
    puppet.hips(Vec3::new(0.0, -0.46, 0.0), euler(0.20, 0.0, 0.0));
    puppet.kneel(Side::Right, Vec3::new(0.10, -1.0, 0.22));
    puppet.foot(Side::Left, Vec3::new(0.14, ANKLE, 0.30), Vec3::new(0.3, 0.3, 1.0), Quat::from_rotation_y(0.2));
    puppet.torso(0.42 + 0.03 * busy, 0.0, 0.03 * busy);
    puppet.head(0.18, 0.25 * glance(t, 2.6, seed), 0.0);
    for side in Side::BOTH {
        let s = side.sign();
        let own = wander(t, 0.9, seed ^ side.arm()[0].index() as u32);
        puppet.wrist(side, Vec3::new(0.13 * s, 0.36 + 0.02 * own, 0.55 + 0.03 * own), Vec3::new(0.8, -0.3, -0.6));
        puppet.palm(side, Vec3::new(-0.15, -0.45, 1.0), Vec3::new(-0.1, -1.0, -0.3));
    }
    puppet.done()
}

/// On the left side with the upper knee drawn up, the lower arm ahead and the upper hand under the cheek.
pub(super) fn recovery(t: f32, seed: u32) -> Pose {
    side_lying(0.26, 1.0, 0.015 * breath(t, seed))
}

/// Lies on the left side, head towards +X. `rolled` tips the chest to the floor, `drawn` pulls the upper knee up.
fn side_lying(rolled: f32, drawn: f32, air: f32) -> Pose {
    let mut puppet = Puppet::new();
    let turn = Quat::from_rotation_x(rolled) * Quat::from_rotation_z(-FRAC_PI_2);
    puppet.hips(Vec3::new(0.0, -0.884 + 0.17, 0.0), turn);
    puppet.torso(0.10 + air, 0.10, -0.06);
    puppet.head(-0.12, 0.08, -0.34);
    puppet.foot(Side::Left, Vec3::new(-0.72, 0.08, 0.10), Vec3::new(0.0, 0.0, 1.0), turn * Quat::from_rotation_x(0.5));
    let ankle = Vec3::new(-0.72 + 0.30 * drawn, 0.10, 0.14 + 0.24 * drawn);
    puppet.foot(Side::Right, ankle, Vec3::new(0.0, -0.2, 1.0), turn * Quat::from_rotation_x(0.5));
    puppet.wrist(Side::Left, Vec3::new(0.34, 0.06, 0.46), Vec3::new(0.4, 0.0, 0.6));
    puppet.palm(Side::Left, Vec3::new(0.5, 0.0, 1.0), Vec3::new(0.0, 1.0, 0.0));
    let cheek = puppet.point(Joint::Head, Vec3::new(0.03, -0.05, 0.15));
    puppet.wrist(Side::Right, cheek.with_y(cheek.y.max(0.07)), Vec3::new(0.2, 0.3, 1.0));
    puppet.palm(Side::Right, Vec3::new(-0.9, -0.05, -0.35), Vec3::new(0.0, -1.0, 0.0));
    puppet.done()
}

/// Sinks down within two seconds: the knees give way, a hand meets the floor, then the body lies on its left side.
pub(super) fn collapse(since: f32, seed: u32) -> Pose {
    let keys: [(f32, Pose); 4] = [
        (0.0, dazed()),
        (0.55, on_knees(0.25, 0.25)),
        (1.05, on_knees(0.55, 0.95)),
        (1.75, side_lying(0.18, 0.35, 0.010 * breath(since, seed))),
    ];
    for pair in keys.windows(2) {
        let ((from, before), (to, after)) = (&pair[0], &pair[1]);
        if since < *to {
            let w = smooth((since - from) / (to - from));
            return planted(&Skeleton::new(REFERENCE), &blend(before, after, w));
        }
    }
    keys[keys.len() - 1].1.clone()
}

/// About to fall: loose knees, hanging head.
fn dazed() -> Pose {
    let mut puppet = Puppet::new();
    puppet.hips(Vec3::new(0.02, -0.10, 0.0), euler(0.10, 0.0, -0.06));
    super::gestures::feet(&mut puppet, 0.11, [0.02, -0.02]);
    puppet.torso(0.22, 0.0, -0.10);
    puppet.head(0.45, 0.1, -0.1);
    puppet.arm(Side::Left, 0.15, 0.22, 0.4);
    puppet.arm(Side::Right, 0.10, 0.15, 0.3);
    puppet.done()
}

/// On both knees, the body leaning to its left and the left hand going to the floor.
fn on_knees(bow: f32, lean: f32) -> Pose {
    let mut puppet = Puppet::new();
    puppet.hips(Vec3::new(0.05 * lean, -0.50, 0.0), euler(0.2 * bow, 0.0, -0.45 * lean));
    for side in Side::BOTH {
        puppet.kneel(side, Vec3::new(0.08, -1.0, 0.35 + 0.5 * lean));
    }
    puppet.torso(bow, 0.0, -0.35 * lean);
    puppet.head(0.4, 0.0, -0.2);
    puppet.arm(Side::Left, 0.25, 0.35 + 0.5 * lean, 0.35);
    puppet.arm(Side::Right, 0.35, 0.12, 0.6);
    puppet.done()
}
