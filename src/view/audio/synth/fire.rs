//! Fire and what fights it: crackle, roar, the extinguisher's jet.

use super::build::{add_around, burst, noise_ring, thump, weave};
use super::dsp::{Noise, swell};

/// A waste basket's worth of fire: mostly crackle.
pub(super) fn fire_small() -> Vec<f32> {
    let seconds = 8.0;
    let roar = noise_ring(seconds, 201, (70.0, 420.0));
    let mut ring = weave(seconds, |i, t| roar[i] * (0.55 + 0.2 * swell(t, seconds, 3) + 0.15 * swell(t, seconds, 11)));
    crackle(&mut ring, seconds, 110, 3.5);
    ring
}

/// A room on fire: roar that flutters, crackle on top, things giving way below.
pub(super) fn fire_large() -> Vec<f32> {
    let seconds = 8.0;
    let deep = noise_ring(seconds, 211, (35.0, 130.0));
    let roar = noise_ring(seconds, 212, (150.0, 700.0));
    let hiss = noise_ring(seconds, 213, (1500.0, 4000.0));
    let mut ring = weave(seconds, |i, t| {
        let flutter = 1.0 + 0.22 * swell(t, seconds, 29) + 0.20 * swell(t, seconds, 47);
        let surge = 0.8 + 0.2 * swell(t, seconds, 2);
        surge * (0.9 * deep[i] + roar[i] * flutter + 0.12 * hiss[i] * flutter)
    });
    crackle(&mut ring, seconds, 220, 5.0);
    let fall = thump(&[(48.0, 1.0, 0.25), (83.0, 0.8, 0.15), (140.0, 0.5, 0.08)]);
    for start in [1.3, 4.1, 6.6] {
        add_around(&mut ring, start, 3.5, &fall);
    }
    ring
}

/// Snaps of many strengths, a few of them strong.
fn crackle(ring: &mut [f32], seconds: f32, snaps: u32, strongest: f32) {
    let mut dice = Noise::new(221 + snaps);
    for snap in 0..snaps {
        let low = dice.between(900.0, 2600.0);
        let sound = burst(2000 + snap, (low, 2.4 * low), dice.between(0.0015, 0.007));
        let strength = strongest * (0.08 + 0.92 * dice.unit().powi(3));
        add_around(ring, dice.between(0.0, seconds), strength, &sound);
    }
}

/// Powder under pressure.
pub(super) fn extinguisher_spray() -> Vec<f32> {
    let seconds = 4.0;
    let jet = noise_ring(seconds, 231, (900.0, 4500.0));
    let body = noise_ring(seconds, 232, (180.0, 600.0));
    weave(seconds, |i, t| {
        let flutter = 1.0 + 0.08 * swell(t, seconds, 37) + 0.06 * swell(t, seconds, 91);
        (jet[i] + 0.5 * body[i]) * flutter
    })
}
