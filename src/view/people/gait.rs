//! Walking, running and crawling: each foot follows the ground while it carries, and knees and hips follow the feet.
//!
//! A foot on the ground moves backwards exactly as fast as the person moves forwards, so nobody slides.

use std::f32::consts::TAU;

use bevy::math::{Quat, Vec2, Vec3};

use super::figure::{Joint, REFERENCE, Side, Skeleton};
use super::fk::ground_clearance;
use super::noise::{mix, smooth, unit, wander};
use super::pose::Pose;
use super::puppet::{ANKLE, Puppet, euler};

/// How fast `Act::CrouchWalk` goes, in metres a second.
pub const CROUCH_SPEED: f32 = 0.9;
/// How fast `Act::Crawl` goes, in metres a second.
pub const CRAWL_SPEED: f32 = 0.45;

/// Heel and ball of the foot behind and before the ankle.
const HEEL: f32 = -0.055;
const BALL: f32 = 0.125;

/// One way of going on two feet.
#[derive(Debug, Clone, Copy)]
struct Gait {
    /// Metres between two steps of the same foot.
    stride: f32,
    /// Share of the cycle during which a foot carries.
    stance: f32,
    /// Share of the carrying that happens before the hips.
    lead: f32,
    /// How far the toes are up when the heel comes down, and down when they leave the ground.
    heel: f32,
    push: f32,
    /// How high the ankle swings.
    lift: f32,
    /// Half the distance between the feet.
    width: f32,
}

/// Where an ankle is, before or behind the hips and above the ground, and how its foot is pitched.
#[derive(Debug, Clone, Copy)]
struct Step {
    at: Vec2,
    pitch: f32,
}

/// A foot on the ground: rolls over the heel while its toes are up and over the ball while its heel is.
fn rolled(print: f32, pitch: f32) -> Step {
    let pivot = if pitch < 0.0 { HEEL } else { BALL };
    let turned = Quat::from_rotation_x(pitch) * Vec3::new(0.0, ANKLE, -pivot);
    Step { at: Vec2::new(print + pivot + turned.z, turned.y), pitch }
}

/// One foot at a moment of its cycle: `phase` 0 is the heel coming down.
fn step(gait: &Gait, phase: f32) -> Step {
    let print = gait.stride * gait.stance;
    if phase < gait.stance {
        let u = phase / gait.stance;
        let strike = 1.0 - smooth(u / 0.22);
        let push = ((u - 0.5) / 0.5).max(0.0);
        return rolled(print * (gait.lead - u), gait.push * push * push - gait.heel * strike);
    }
    let w = (phase - gait.stance) / (1.0 - gait.stance);
    let from = rolled(print * (gait.lead - 1.0), gait.push);
    let to = rolled(print * gait.lead, -gait.heel);
    // The foot leaves and meets the ground with part of the ground's own speed.
    let speed = -0.6 * gait.stride * (1.0 - gait.stance);
    let (w2, w3) = (w * w, w * w * w);
    let z = from.at.x * (2.0 * w3 - 3.0 * w2 + 1.0) + to.at.x * (3.0 * w2 - 2.0 * w3) + speed * (2.0 * w3 - 3.0 * w2 + w);
    let arc = (w.powf(0.8) * TAU * 0.5).sin();
    let y = mix(from.at.y, to.at.y, smooth(w)) + gait.lift * arc;
    Step { at: Vec2::new(z, y), pitch: mix(gait.push, -gait.heel, smooth(w * 1.15)) }
}

/// Puts both feet where the cycle has them and the hips as high as the carrying leg allows, at most `height` above rest.
fn tread(puppet: &mut Puppet, gait: &Gait, cycle: f32, height: f32, turn: Quat) {
    let steps = Side::BOTH.map(|side| step(gait, (cycle + offset(side)).fract()));
    let sway = (cycle * TAU - 0.9).cos() * 0.02;
    puppet.hips(Vec3::new(sway, height, 0.0), turn);
    let rest = 0.5 * REFERENCE;
    let mut low = (-55.0 * height).exp();
    for (side, step) in Side::BOTH.into_iter().zip(steps) {
        let ankle = Vec3::new(gait.width * side.sign(), step.at.y, step.at.x);
        let room = puppet.reach_height(side, ankle, 0.985) - rest;
        low += (-55.0 * room).exp();
    }
    puppet.hips(Vec3::new(sway, -low.ln() / 55.0, 0.0), turn);
    for (side, step) in Side::BOTH.into_iter().zip(steps) {
        let ankle = Vec3::new(gait.width * side.sign(), step.at.y, step.at.x);
        let toes = euler(step.pitch, 0.09 * side.sign(), 0.0);
        puppet.foot(side, ankle, Vec3::new(0.1, 0.0, 1.0), toes);
    }
}

/// The right foot is half a cycle behind the left.
fn offset(side: Side) -> f32 {
    match side {
        Side::Left => 0.0,
        Side::Right => 0.5,
    }
}

/// How far a walker of the reference height comes with two steps at a speed.
pub fn walk_stride(speed: f32) -> f32 {
    0.52 + 0.60 * speed.clamp(0.2, 2.2)
}

/// How far a runner comes with two steps at a speed.
pub fn run_stride(speed: f32) -> f32 {
    0.90 + 0.48 * speed.clamp(0.8, 6.0)
}

/// The speed to give to `Walk` and `Run` so that somebody of this height really moves at `speed`: long legs cover
/// more ground with the same turns.
pub fn speed_for_height(speed: f32, height: f32) -> f32 {
    speed * REFERENCE / height
}

/// Walks at `speed`.
pub(super) fn walk(speed: f32, t: f32, seed: u32) -> Pose {
    let speed = speed.clamp(0.2, 2.2);
    let brisk = speed / 1.4;
    let gait = Gait {
        stride: walk_stride(speed),
        stance: 0.57,
        lead: 0.42,
        heel: 0.30 * brisk.min(1.2),
        push: 0.80 * brisk.min(1.15),
        lift: 0.035,
        width: 0.075,
    };
    let cycle = t * speed / gait.stride + unit(seed, 1);
    let mut puppet = Puppet::new();
    let swing = (cycle * TAU).cos();
    let list = (cycle * TAU - 0.9).cos() * 0.045;
    tread(&mut puppet, &gait, cycle, -0.008, euler(0.03, -0.09 * swing * brisk, -list));
    puppet.torso(0.03, 0.16 * swing * brisk, list * 1.2);
    let look = wander(t, 4.0, seed) * 0.25;
    puppet.head(-0.04 + wander(t, 3.0, seed ^ 7) * 0.05, look - 0.07 * swing, 0.0);
    for side in Side::BOTH {
        let back = swing * side.sign();
        let reach = -back * 0.42 * brisk + 0.04;
        puppet.arm(side, reach, 0.13, 0.24 + 0.16 * brisk * (0.5 - 0.5 * back));
    }
    puppet.done()
}

/// Runs at `speed`, with a moment in the air between steps.
pub(super) fn run(speed: f32, t: f32, seed: u32) -> Pose {
    let speed = speed.clamp(0.8, 6.0);
    let haste = (speed / 3.2).min(1.4);
    let gait = Gait { stride: run_stride(speed), stance: 0.36, lead: 0.40, heel: 0.06, push: 0.85, lift: 0.13 + 0.10 * haste, width: 0.06 };
    let cycle = t * speed / gait.stride + unit(seed, 1);
    let mut puppet = Puppet::new();
    let swing = (cycle * TAU + 0.3).cos();
    // Highest in the middle of each flight, which follows a stance by half of what is left of the half cycle.
    let flight = ((cycle - 0.5 * gait.stance - 0.25) * 2.0 * TAU).cos();
    tread(&mut puppet, &gait, cycle, -0.045 + 0.03 * flight, euler(0.16, -0.13 * swing * haste, 0.0));
    puppet.torso(0.08, 0.24 * swing * haste, 0.0);
    puppet.head(-0.18, -0.10 * swing, 0.0);
    for side in Side::BOTH {
        let back = swing * side.sign();
        puppet.arm(side, 0.05 - back * 0.75 * haste, 0.20, 1.55 - 0.25 * back);
    }
    let mut pose = puppet.in_the_air();
    let clearance = ground_clearance(&Skeleton::new(REFERENCE), &pose);
    pose.lift = clearance.max(0.0);
    pose.root.y -= clearance.min(0.0);
    pose
}

/// Walks bent low at [`CROUCH_SPEED`], one sleeve over mouth and nose, the other hand feeling ahead.
pub(super) fn crouch_walk(t: f32, seed: u32) -> Pose {
    let gait = Gait { stride: 0.86, stance: 0.62, lead: 0.50, heel: 0.10, push: 0.45, lift: 0.05, width: 0.10 };
    let cycle = t * CROUCH_SPEED / gait.stride + unit(seed, 1);
    let mut puppet = Puppet::new();
    let swing = (cycle * TAU).cos();
    tread(&mut puppet, &gait, cycle, -0.30, euler(0.42, -0.07 * swing, 0.0));
    puppet.torso(0.42, 0.10 * swing, 0.0);
    puppet.head(-0.42, 0.22 * wander(t, 1.8, seed), 0.0);
    super::gestures::sleeve_over_mouth(&mut puppet);
    let ahead = puppet.point(Joint::Chest, Vec3::new(0.22, -0.06 + 0.01 * swing, 0.36));
    puppet.wrist(Side::Left, ahead, Vec3::new(0.5, -1.0, -0.2));
    puppet.palm(Side::Left, Vec3::new(0.2, 0.35, 1.0), Vec3::new(0.5, -0.6, 0.6));
    puppet.done()
}

/// Swings on unsteady feet, taking a small step on the spot now and then.
pub(super) fn stagger(t: f32, seed: u32) -> Pose {
    let gait = Gait { stride: 0.0, stance: 0.74, lead: 0.5, heel: 0.0, push: 0.20, lift: 0.05, width: 0.16 };
    let cycle = t * 0.55 + unit(seed, 1) + 0.10 * wander(t, 1.3, seed);
    let mut puppet = Puppet::new();
    let (side, front) = (wander(t, 1.1, seed ^ 3), wander(t, 1.4, seed ^ 5));
    tread(&mut puppet, &gait, cycle.rem_euclid(1.0), -0.06, euler(0.10 + 0.10 * front, 0.0, 0.10 * side));
    puppet.torso(0.18 + 0.08 * front, 0.15 * side, -0.16 * side);
    puppet.head(0.22 + 0.15 * wander(t, 0.9, seed ^ 9), 0.2 * side, 0.18 * wander(t, 1.2, seed ^ 11));
    puppet.arm(Side::Left, 0.25 + 0.2 * side, 0.45, 0.5 + 0.2 * front);
    let brow = puppet.point(Joint::Head, Vec3::new(-0.105, 0.08, 0.12));
    puppet.wrist(Side::Right, brow, Vec3::new(0.8, -0.7, 0.3));
    puppet.palm(Side::Right, Vec3::new(-0.9, 0.7, 0.1), Vec3::new(-0.2, 0.0, -1.0));
    puppet.done()
}

/// On hands and knees at [`CRAWL_SPEED`]: a hand and the opposite knee move together.
pub(super) fn crawl(t: f32, seed: u32) -> Pose {
    let stride = 0.50;
    let cycle = t * CRAWL_SPEED / stride + unit(seed, 1);
    let mut puppet = Puppet::new();
    let sway = (cycle * TAU).sin();
    puppet.hips(Vec3::new(0.015 * sway, -0.445, -0.28), euler(1.32, 0.06 * sway, 0.05 * sway));
    puppet.torso(0.10, 0.0, -0.05 * sway);
    puppet.head(-0.75, 0.25 * wander(t, 2.5, seed), 0.0);
    for side in Side::BOTH {
        let (knee, _) = crept(stride, (cycle + offset(side)).fract());
        puppet.kneel(side, Vec3::new(0.03, -0.37, knee));
    }
    for side in Side::BOTH {
        let (hand, up) = crept(stride, (cycle + offset(side) + 0.5).fract());
        let at = Vec3::new(0.17 * side.sign(), 0.055 + 0.06 * up, 0.24 + hand);
        puppet.wrist(side, at, Vec3::new(0.5, 0.2, -1.0));
        puppet.palm(side, Vec3::new(0.1, -0.15 - 0.4 * up, 1.0), Vec3::new(0.0, -1.0, -0.1));
    }
    puppet.done()
}

/// How far ahead a hand or knee is, and how far it is lifted: back with the ground for 0.6 of the cycle, then ahead.
fn crept(stride: f32, phase: f32) -> (f32, f32) {
    let print = stride * 0.6;
    if phase < 0.6 {
        return (print * (0.5 - phase / 0.6), 0.0);
    }
    let w = (phase - 0.6) / 0.4;
    (print * (smooth(w) - 0.5), (w * TAU * 0.5).sin())
}
