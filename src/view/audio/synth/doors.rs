//! The building under hands and feet: steps, doors, knocking, the lift.

use super::build::{add, burst, in_room, thump, unit_peak};
use super::dsp::{Noise, Phase, Resonator, hold, render, silence};
use super::notes::bell;

/// A sole on terrazzo: heel, then toe.
pub(super) fn step_hard() -> Vec<f32> {
    let mut sound = silence(0.22);
    add(&mut sound, 0.0, 0.9, &burst(401, (500.0, 2600.0), 0.010));
    add(&mut sound, 0.0, 1.0, &thump(&[(135.0, 1.0, 0.025), (260.0, 0.5, 0.015)]));
    add(&mut sound, 0.075, 0.4, &burst(402, (700.0, 3000.0), 0.012));
    in_room(sound, 0.15, 0.35)
}

/// A slipper, or a sole on carpet and grass.
pub(super) fn step_soft() -> Vec<f32> {
    let mut sound = silence(0.24);
    add(&mut sound, 0.0, 1.0, &thump(&[(92.0, 1.0, 0.030), (150.0, 0.4, 0.020)]));
    add(&mut sound, 0.004, 0.35, &burst(411, (150.0, 900.0), 0.022));
    add(&mut sound, 0.09, 0.20, &burst(412, (250.0, 1200.0), 0.025));
    sound
}

/// Handle, latch, and a hinge that wants oil.
pub(super) fn door_open() -> Vec<f32> {
    let mut sound = silence(1.0);
    add(&mut sound, 0.0, 0.7, &latch(421));
    add(&mut sound, 0.13, 1.0, &latch(422));
    add(&mut sound, 0.22, 0.45, &hinge(0.65));
    in_room(sound, 0.25, 0.35)
}

/// Stick and slip: a rough buzz through the wood of the door.
fn hinge(length: f32) -> Vec<f32> {
    let mut dice = Noise::new(431);
    let mut phase = Phase::default();
    let (mut wood, mut metal) = (Resonator::new(520.0, 4.0), Resonator::new(1250.0, 7.0));
    unit_peak(render(length, |t| {
        let share = t / length;
        let pitch = 150.0 + 120.0 * share * (1.0 - 0.5 * share);
        let jolt = 1.0 - 2.0 * phase.step(pitch * (1.0 + 0.25 * dice.white()));
        (wood.step(jolt) + 0.5 * metal.step(jolt)) * hold(t, length, 0.2, 0.3)
    }))
}

/// The leaf meets its frame and the latch falls in.
pub(super) fn door_close() -> Vec<f32> {
    let mut sound = silence(0.6);
    add(&mut sound, 0.0, 1.0, &thump(&[(78.0, 1.0, 0.09), (142.0, 0.8, 0.06), (233.0, 0.4, 0.04)]));
    add(&mut sound, 0.0, 0.5, &burst(441, (200.0, 1500.0), 0.015));
    add(&mut sound, 0.035, 0.4, &latch(442));
    in_room(sound, 0.35, 0.5)
}

fn latch(seed: u32) -> Vec<f32> {
    let mut click = thump(&[(1850.0, 0.6, 0.010), (2900.0, 0.5, 0.007), (640.0, 0.5, 0.012)]);
    add(&mut click, 0.0, 0.6, &burst(seed, (1200.0, 4500.0), 0.004));
    click
}

/// Three knuckles on a door.
pub(super) fn knock() -> Vec<f32> {
    let mut sound = silence(0.75);
    let wood = thump(&[(215.0, 1.0, 0.035), (430.0, 0.6, 0.022), (910.0, 0.3, 0.010)]);
    for (start, gain) in [(0.0, 0.9), (0.21, 0.8), (0.42, 1.0)] {
        add(&mut sound, start, gain, &wood);
        add(&mut sound, start, 0.25 * gain, &burst(451, (800.0, 3000.0), 0.004));
    }
    in_room(sound, 0.2, 0.3)
}

/// Two notes downwards: the lift is there. In a fire it must not be taken.
pub(super) fn lift_bell() -> Vec<f32> {
    let mut sound = silence(2.2);
    add(&mut sound, 0.0, 1.0, &bell(1046.5, 0.35));
    add(&mut sound, 0.42, 0.9, &bell(784.0, 0.42));
    in_room(sound, 0.2, 0.3)
}
