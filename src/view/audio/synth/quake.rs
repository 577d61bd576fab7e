//! The ground and what it throws about: rumble, shaking, knocks, falling books, breaking glass.

use super::build::{add, add_around, burst, in_room, noise_ring, thump, unit_peak, weave};
use super::dsp::{Noise, render, silence, sine, strike, swell};

/// The rumble that comes before: felt rather than heard, with enough above 100 Hz for small speakers.
pub(super) fn rumble_far() -> Vec<f32> {
    let seconds = 8.0;
    let deep = noise_ring(seconds, 301, (22.0, 60.0));
    let low = noise_ring(seconds, 302, (60.0, 170.0));
    weave(seconds, |i, t| {
        let surge = 0.75 + 0.18 * swell(t, seconds, 2) + 0.12 * swell(t, seconds, 5);
        surge * (deep[i] + 0.6 * low[i])
    })
}

/// Strong shaking in a furnished room: ground, windows, and everything loose.
pub(super) fn shake_strong() -> Vec<f32> {
    let seconds = 8.0;
    let deep = noise_ring(seconds, 311, (24.0, 85.0));
    let low = noise_ring(seconds, 312, (90.0, 260.0));
    let panes = noise_ring(seconds, 313, (1100.0, 2600.0));
    let mut ring = weave(seconds, |i, t| {
        let sway = 0.85 + 0.15 * swell(t, seconds, 13);
        let rattle = swell(t, seconds, 113).max(0.0) * (0.6 + 0.4 * swell(t, seconds, 7));
        sway * (deep[i] + 0.7 * low[i]) + 0.35 * panes[i] * rattle
    });
    let mut dice = Noise::new(314);
    for _ in 0..46 {
        let wood = knock_of_wood(dice.between(0.7, 1.7));
        add_around(&mut ring, dice.between(0.0, seconds), dice.between(0.5, 2.4), &wood);
    }
    ring
}

/// A cupboard against the wall, twice.
pub(super) fn furniture_knock() -> Vec<f32> {
    let mut sound = silence(0.6);
    add(&mut sound, 0.0, 1.0, &knock_of_wood(0.85));
    add(&mut sound, 0.17, 0.5, &knock_of_wood(0.95));
    in_room(sound, 0.3, 0.4)
}

fn knock_of_wood(size: f32) -> Vec<f32> {
    let mut knock =
        thump(&[(105.0 * size, 1.0, 0.075), (187.0 * size, 0.7, 0.055), (342.0 * size, 0.4, 0.030), (610.0 * size, 0.2, 0.015)]);
    add(&mut knock, 0.0, 0.35, &burst(321, (400.0, 2200.0), 0.006));
    knock
}

/// A heavy book flat on the floor, its pages after it.
pub(super) fn book_fall() -> Vec<f32> {
    let mut sound = silence(0.6);
    add(&mut sound, 0.0, 1.0, &burst(331, (180.0, 1900.0), 0.022));
    add(&mut sound, 0.0, 0.8, &thump(&[(118.0, 1.0, 0.05), (205.0, 0.5, 0.03)]));
    add(&mut sound, 0.09, 0.18, &burst(332, (900.0, 3500.0), 0.030));
    add(&mut sound, 0.16, 0.30, &burst(333, (200.0, 1500.0), 0.015));
    in_room(sound, 0.2, 0.3)
}

/// A pane: the blow, then splinters that ring as they land.
pub(super) fn glass_break() -> Vec<f32> {
    let mut sound = silence(1.5);
    add(&mut sound, 0.0, 1.0, &burst(341, (1200.0, 6500.0), 0.045));
    add(&mut sound, 0.0, 0.5, &thump(&[(210.0, 1.0, 0.04), (480.0, 0.6, 0.03)]));
    let mut dice = Noise::new(342);
    for _ in 0..46 {
        let at = 0.02 + 1.1 * dice.unit().powi(2);
        let pitch = dice.between(2300.0, 7200.0);
        let splinter = shard(pitch, dice.between(0.015, 0.09));
        add(&mut sound, at, dice.between(0.06, 0.32) * (1.2 - 0.8 * at), &splinter);
    }
    in_room(sound, 0.3, 0.25)
}

fn shard(pitch: f32, fall: f32) -> Vec<f32> {
    unit_peak(render(fall * 5.0, |t| {
        let ring = sine(pitch * t) + 0.6 * sine(1.47 * pitch * t);
        ring * strike(t, 0.0, fall)
    }))
}
