//! Sitting on a chair and lying asleep in a bed.

use std::f32::consts::FRAC_PI_2;

use bevy::math::{Quat, Vec3};

use super::figure::{Joint, Side};
use super::gestures::{breath, feet, with_talking_hands};
use super::noise::{glance, mix, unit, wander};
use super::pose::Pose;
use super::puppet::{Puppet, euler};

/// How far the hips sink for a seat at 0.45 m.
const SEATED: f32 = -0.335;

/// Somebody on a chair, hands on the thighs.
fn seated(t: f32, seed: u32) -> Puppet {
    let mut puppet = Puppet::new();
    let weight = wander(t, 6.0, seed ^ 0x31);
    puppet.hips(Vec3::new(0.0, SEATED, 0.0), euler(-0.06, 0.03 * weight, 0.02 * weight));
    let spread = [0.37 + 0.02 * unit(seed, 20), 0.37 - 0.05 * unit(seed, 21)];
    feet(&mut puppet, 0.11, spread);
    let air = 0.012 * breath(t, seed);
    puppet.torso(0.14 - air, 0.03 * weight, -0.03 * weight);
    puppet.head(-0.05 + 0.08 * glance(t, 4.0, seed ^ 2) + air, 0.35 * glance(t, 3.3, seed), 0.03 * weight);
    for side in Side::BOTH {
        let s = side.sign();
        let [_, knee, _] = side.leg();
        let at = puppet.point(knee, Vec3::new(-0.01 * s, 0.105, 0.075)).with_x(0.115 * s);
        puppet.wrist(side, at - Vec3::Z * 0.13, Vec3::new(0.9, -0.4, -0.8));
        puppet.palm(side, Vec3::new(-0.2, -0.12, 1.0), Vec3::new(-0.1, -1.0, 0.0));
    }
    puppet
}

/// Sits and looks around.
pub(super) fn sit(t: f32, seed: u32) -> Pose {
    seated(t, seed).done()
}

/// Sits and talks with the hands.
pub(super) fn sit_talk(t: f32, seed: u32) -> Pose {
    let mut calm = seated(t, seed);
    calm.head(0.02 + 0.05 * wander(t, 0.7, seed), 0.14 * wander(t, 1.9, seed ^ 4), 0.07 * wander(t, 2.2, seed ^ 5));
    with_talking_hands(calm, t, seed, |arm| 0.5 + 1.2 * wander(t, 2.9, seed ^ (51 + arm)))
}

/// Asleep on the back: one hand on the belly, slow breath, the head a little to one side.
pub(super) fn lie_down(t: f32, seed: u32) -> Pose {
    let mut puppet = Puppet::new();
    puppet.hips(Vec3::new(0.0, -0.77, 0.0), Quat::from_rotation_x(-FRAC_PI_2));
    let air = breath(t * 0.8, seed);
    puppet.torso(0.03 + 0.012 * air, 0.0, 0.0);
    let aside = if unit(seed, 23) < 0.5 { 0.5 } else { -0.5 };
    puppet.head(0.10, aside + 0.1 * wander(t, 9.0, seed), 0.0);
    for side in Side::BOTH {
        let s = side.sign();
        let [thigh, shin, foot] = side.leg();
        let bent = mix(0.06, 0.24, unit(seed, 24 + thigh.index() as u32));
        puppet.set(thigh, Quat::from_rotation_z(0.09 * s) * Quat::from_rotation_x(-bent) * Quat::from_rotation_y(0.25 * s));
        puppet.set(shin, Quat::from_rotation_x(bent * 1.9));
        puppet.set(foot, Quat::from_rotation_x(0.45));
    }
    puppet.arm(Side::Left, 0.05, 0.24, 0.12);
    let belly = puppet.point(Joint::Spine, Vec3::new(-0.075, 0.06, 0.150 + 0.006 * air));
    puppet.wrist(Side::Right, belly, Vec3::new(1.0, -0.1, -0.3));
    puppet.palm(Side::Right, Vec3::new(-1.0, 0.0, 0.25), Vec3::new(0.0, -1.0, 0.0));
    puppet.done()
}
