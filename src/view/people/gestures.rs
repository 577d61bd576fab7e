//! What people do standing up: waiting, talking, listening, and everything they do with their hands.

use std::f32::consts::TAU;

use bevy::math::{Quat, Vec3};

use super::figure::{Joint, Side};
use super::noise::{glance, hash, mix, smooth, unit, wander};
use super::pose::{Pose, over};
use super::puppet::{ANKLE, Puppet, euler};

/// A slow breath, -1..1.
pub(super) fn breath(t: f32, seed: u32) -> f32 {
    ((t / (3.4 + unit(seed, 40)) + unit(seed, 41)) * TAU).sin()
}

/// A person standing at ease: weight on one leg and then on the other, hanging arms, a head that looks around.
fn at_ease(t: f32, seed: u32, bow: f32) -> Puppet {
    let mut puppet = Puppet::new();
    let weight = wander(t, 5.5, seed ^ 0x11);
    let low = -0.014 - 0.010 * weight * weight;
    puppet.hips(Vec3::new(0.030 * weight, low, 0.0), euler(0.0, 0.05 * weight, -0.035 * weight));
    feet(&mut puppet, 0.10, [0.015, -0.02]);
    let air = 0.012 * breath(t, seed);
    puppet.torso(0.03 + bow - air, -0.04 * weight, 0.05 * weight);
    let (yaw, pitch) = (0.45 * glance(t, 3.1, seed), 0.10 * glance(t, 4.3, seed ^ 2));
    puppet.head(pitch - bow * 0.6 + air, yaw, 0.05 * weight);
    for side in Side::BOTH {
        let loose = wander(t, 4.0, seed ^ hash(9, side.arm()[0].index() as u32));
        puppet.arm(side, 0.02 + 0.03 * loose, 0.13 + 0.3 * air, 0.24 + 0.06 * loose);
    }
    puppet
}

/// Both feet flat on the ground, `apart` from the middle and each as far ahead as given, toes a little out.
pub(super) fn feet(puppet: &mut Puppet, apart: f32, ahead: [f32; 2]) {
    for (side, z) in Side::BOTH.into_iter().zip(ahead) {
        let s = side.sign();
        let ankle = Vec3::new(apart * s, ANKLE, z);
        puppet.foot(side, ankle, Vec3::new(0.18, 0.0, 1.0), Quat::from_rotation_y(0.16 * s));
    }
}

/// Waits.
pub(super) fn stand(t: f32, seed: u32) -> Pose {
    at_ease(t, seed, 0.0).done()
}

/// Talks: now one hand, now the other, now both take part.
pub(super) fn talk(t: f32, seed: u32) -> Pose {
    let mut calm = at_ease(t, seed, 0.0);
    let beat = (t * TAU * 0.9 + unit(seed, 3)).sin();
    calm.head(0.03 + 0.05 * beat * wander(t, 0.8, seed), 0.12 * wander(t, 1.9, seed ^ 4), 0.06 * wander(t, 2.2, seed));
    with_talking_hands(calm, t, seed, |arm| 0.62 + 1.1 * wander(t, 2.6, seed ^ (21 + arm)))
}

/// A calm pose in which each arm talks as much as `share` says for it, below 0 not at all, above 1 wholly.
pub(super) fn with_talking_hands(calm: Puppet, t: f32, seed: u32, share: impl Fn(u32) -> f32) -> Pose {
    let mut lively = calm.clone();
    hands_that_talk(&mut lively, t, seed);
    let (calm, lively) = (calm.done(), lively.done());
    let mut out = calm.clone();
    for side in Side::BOTH {
        let moved = over(&calm, &lively, smooth(share(side.arm()[0].index() as u32)));
        for joint in side.arm() {
            out.turn[joint.index()] = moved.turn[joint.index()];
        }
    }
    out
}

/// Both hands before the body, drawing what is said.
fn hands_that_talk(puppet: &mut Puppet, t: f32, seed: u32) {
    for side in Side::BOTH {
        let own = seed ^ (33 + side.arm()[0].index() as u32);
        let (a, b, c) = (wander(t, 0.55, own), wander(t, 0.7, own ^ 1), wander(t, 0.9, own ^ 2));
        let s = side.sign();
        let local = Vec3::new((0.165 + 0.05 * a) * s, -0.06 + 0.07 * b, 0.27 + 0.04 * c);
        let at = puppet.point(Joint::Chest, local);
        puppet.wrist(side, at, Vec3::new(0.55, -1.0, -0.35));
        puppet.palm(side, Vec3::new(-0.15 + 0.3 * a, 0.25 + 0.3 * b, 1.0), Vec3::new(-0.7, 0.7 + 0.4 * c, 0.0));
    }
}

/// Listens: turned to the speaker, nodding now and then, the hands in a habit of one's own.
pub(super) fn listen(t: f32, seed: u32) -> Pose {
    let mut puppet = at_ease(t, seed, 0.02);
    let nods = smooth(wander(t, 1.7, seed ^ 6) * 2.0 - 0.6) * (t * TAU * 1.6).sin();
    puppet.head(0.05 + 0.07 * nods, 0.06 * wander(t, 3.0, seed), 0.10 * wander(t, 4.5, seed ^ 8));
    match hash(seed, 12) % 3 {
        0 => hands_folded(&mut puppet),
        1 => hand_on_elbow(&mut puppet),
        _ => {}
    }
    puppet.done()
}

/// One hand in the other before the belt.
fn hands_folded(puppet: &mut Puppet) {
    for side in Side::BOTH {
        let s = side.sign();
        let z = if s > 0.0 { 0.185 } else { 0.165 };
        let at = puppet.point(Joint::Spine, Vec3::new(0.075 * s, -0.02 + 0.02 * s, z));
        puppet.wrist(side, at, Vec3::new(1.0, -0.6, -0.5));
        puppet.palm(side, Vec3::new(-1.0, -0.55, 0.25), Vec3::new(-0.1, 0.1, -1.0));
    }
}

/// One hand holds the other arm's elbow.
fn hand_on_elbow(puppet: &mut Puppet) {
    let at = puppet.point(Joint::ForearmL, Vec3::new(-0.085, 0.02, 0.075));
    puppet.wrist(Side::Right, at, Vec3::new(0.9, -0.8, -0.2));
    puppet.palm(Side::Right, Vec3::new(-1.0, 0.05, -0.1), Vec3::new(0.0, 0.0, -1.0));
}

/// Waves with the right arm, high enough to be seen from below.
pub(super) fn wave(t: f32, seed: u32) -> Pose {
    let mut puppet = at_ease(t, seed, 0.0);
    let beat = ((t * 1.7 + unit(seed, 5)) * TAU).sin();
    puppet.torso(-0.02, 0.05, -0.05 - 0.03 * beat);
    puppet.head(-0.06, 0.06 * beat, 0.04);
    let at = puppet.point(Joint::Chest, Vec3::new(-0.30 - 0.10 * beat, 0.56 - 0.03 * beat.abs(), 0.13));
    puppet.wrist(Side::Right, at, Vec3::new(1.0, -0.35, 0.1));
    puppet.palm(Side::Right, Vec3::new(0.15 + 0.55 * beat, 1.0, 0.1), Vec3::new(0.0, -0.1, 1.0));
    puppet.done()
}

/// Coughs: three short jolts every other second, into a fist before the mouth.
pub(super) fn cough(t: f32, seed: u32) -> Pose {
    let since = (t + 2.1 * unit(seed, 6)).rem_euclid(2.1);
    let jolt = if since < 1.05 { ((since / 0.35).fract() * -5.0).exp() * (1.0 - 0.25 * (since / 0.35).floor()) } else { 0.0 };
    let mut puppet = at_ease(t, seed, 0.22 + 0.13 * jolt);
    puppet.head(0.22 + 0.20 * jolt, 0.10, 0.0);
    fist_at_mouth(&mut puppet, Side::Right);
    let belly = puppet.point(Joint::Spine, Vec3::new(0.10, 0.03, 0.15));
    puppet.wrist(Side::Left, belly, Vec3::new(1.0, -0.3, 0.1));
    puppet.palm(Side::Left, Vec3::new(-1.0, 0.0, 0.1), Vec3::new(0.0, 0.0, -1.0));
    puppet.done()
}

/// A hand before the mouth.
pub(super) fn fist_at_mouth(puppet: &mut Puppet, side: Side) {
    let at = puppet.point(Joint::Head, Vec3::new(0.085 * side.sign(), -0.055, 0.135));
    puppet.wrist(side, at, Vec3::new(0.6, -1.0, 0.25));
    puppet.palm(side, Vec3::new(-1.0, 0.75, 0.1), Vec3::new(-0.1, 0.1, -1.0));
}

/// The right forearm across mouth and nose, as smoke demands.
pub(super) fn sleeve_over_mouth(puppet: &mut Puppet) {
    let at = puppet.point(Joint::Head, Vec3::new(0.075, 0.005, 0.135));
    puppet.wrist(Side::Right, at, Vec3::new(1.0, -0.55, 0.75));
    let turned = puppet.point(Joint::Head, Vec3::X) - puppet.point(Joint::Head, Vec3::ZERO);
    puppet.palm(Side::Right, Vec3::new(-turned.x, turned.y + 0.1, turned.z - 0.35), Vec3::new(0.0, -0.1, -1.0));
}

/// Holds a phone to the right ear.
pub(super) fn phone(t: f32, seed: u32) -> Pose {
    let mut puppet = at_ease(t, seed, 0.0);
    puppet.head(0.06 + 0.04 * wander(t, 1.5, seed), 0.14 * wander(t, 3.4, seed ^ 5), 0.14);
    let at = puppet.point(Joint::Head, Vec3::new(-0.135, -0.035, 0.055));
    puppet.wrist(Side::Right, at, Vec3::new(0.55, -1.0, 0.35));
    puppet.palm(Side::Right, Vec3::new(-0.15, 1.0, -0.45), Vec3::new(-1.0, -0.1, 0.15));
    puppet.done()
}

/// Points ahead with the right arm and looks there.
pub(super) fn point(t: f32, seed: u32) -> Pose {
    let mut puppet = at_ease(t, seed, 0.0);
    let push = 0.02 * ((t * 1.2 + unit(seed, 7)) * TAU).sin().max(0.0);
    puppet.torso(0.05, 0.14, 0.0);
    puppet.head(-0.02, -0.10 + 0.05 * glance(t, 2.0, seed), 0.0);
    let at = puppet.point(Joint::Chest, Vec3::new(-0.235, 0.225, 0.455 + push));
    puppet.wrist(Side::Right, at, Vec3::new(0.7, -1.0, -0.2));
    puppet.palm(Side::Right, Vec3::new(0.12, 0.06, 1.0), Vec3::new(-0.8, -0.6, 0.0));
    puppet.done()
}

/// Holds something out with the right hand, friendly.
pub(super) fn hold_out(t: f32, seed: u32) -> Pose {
    let mut puppet = at_ease(t, seed, 0.06);
    puppet.torso(0.09, 0.10, 0.0);
    puppet.head(0.0, 0.05 * wander(t, 2.0, seed), 0.09);
    let bob = 0.012 * wander(t, 0.9, seed ^ 13);
    let at = puppet.point(Joint::Chest, Vec3::new(-0.10, -0.03 + bob, 0.40 + bob));
    puppet.wrist(Side::Right, at, Vec3::new(0.5, -1.0, -0.3));
    puppet.palm(Side::Right, Vec3::new(-0.1, 0.12, 1.0), Vec3::new(-0.25, 1.0, 0.0));
    puppet.done()
}

/// Declines: palms out, a small step back of the body, a shake of the head.
pub(super) fn refuse(t: f32, seed: u32) -> Pose {
    let mut puppet = at_ease(t, seed, -0.03);
    let since = (t + unit(seed, 8)).rem_euclid(2.8);
    let shake = (since * TAU * 1.5).sin() * smooth((1.7 - since) * 3.0);
    puppet.torso(-0.09, -0.05, 0.0);
    puppet.head(0.06, 0.30 * shake, 0.0);
    for side in Side::BOTH {
        let s = side.sign();
        let lower = if s > 0.0 { 0.07 } else { 0.0 };
        let local = Vec3::new(0.155 * s + 0.03 * shake, 0.05 - lower, 0.29);
        let at = puppet.point(Joint::Chest, local);
        puppet.wrist(side, at, Vec3::new(0.8, -1.0, -0.2));
        puppet.palm(side, Vec3::new(0.15 - 0.2 * shake * s, 1.0, 0.15), Vec3::new(0.05, 0.05, 1.0));
    }
    puppet.done()
}

/// Both hands flat over the head.
pub(super) fn cover_head(t: f32, seed: u32) -> Pose {
    let mut puppet = at_ease(t, seed, 0.16);
    puppet.head(0.20, 0.15 * glance(t, 1.6, seed), 0.0);
    hands_on_head(&mut puppet, 0.0);
    puppet.done()
}

/// Both hands on top of the head, `back` metres towards the neck.
pub(super) fn hands_on_head(puppet: &mut Puppet, back: f32) {
    for side in Side::BOTH {
        let s = side.sign();
        let at = puppet.point(Joint::Head, Vec3::new(0.128 * s, 0.195 - back * 0.5, 0.01 - back));
        let over = puppet.point(Joint::Head, Vec3::new(0.0, 0.300 - back * 0.6, -0.03 - back));
        let down = puppet.point(Joint::Head, Vec3::ZERO) - puppet.point(Joint::Head, Vec3::Y);
        puppet.wrist(side, at, Vec3::new(0.8, 0.1, 0.8));
        let reach = over - at;
        puppet.palm(side, Vec3::new(reach.x * s, reach.y, reach.z), Vec3::new(down.x * s - 0.5, down.y, down.z));
    }
}

/// Carries a box before the body.
pub(super) fn carry(t: f32, seed: u32) -> Pose {
    let mut puppet = at_ease(t, seed, -0.04);
    puppet.head(0.04, 0.2 * glance(t, 2.7, seed), 0.0);
    for side in Side::BOTH {
        let s = side.sign();
        let at = puppet.point(Joint::Chest, Vec3::new(0.175 * s, mix(-0.10, -0.095, breath(t, seed)), 0.28));
        puppet.wrist(side, at, Vec3::new(0.5, -1.0, -0.4));
        puppet.palm(side, Vec3::new(-0.15, -0.1, 1.0), Vec3::new(-0.8, 0.6, 0.0));
    }
    puppet.done()
}
