//! The phone and the keyboard on the desk.

use super::build::{add, add_around, burst, noise_ring, thump, weave};
use super::dsp::{Noise, closed_tone, hold, silence, sine, swell};
use super::notes::mallet;

/// Our own ring tone: two phrases on mallets, then a rest.
pub(super) fn phone_ring() -> Vec<f32> {
    let mut ring = silence(3.2);
    let tune = [440.0, 554.4, 659.3, 880.0, 740.0, 659.3, 554.4, 659.3];
    for (phrase, shift) in [(0.0, 1.0), (1.2, 1.1225)] {
        for (step, note) in (0_u16..).zip(tune) {
            let start = phrase + 0.14 * f32::from(step);
            add_around(&mut ring, start, 0.8, &mallet(note * shift, 0.16));
        }
    }
    ring
}

/// The motor against a wooden desk: a buzz, and the rattle of what lies beside it.
pub(super) fn vibrate() -> Vec<f32> {
    let seconds = 2.0;
    let buzz = closed_tone(seconds, |_| 168.0, |phase| sine(phase) + 0.5 * sine(2.0 * phase) + 0.25 * sine(3.0 * phase));
    let rattle = noise_ring(seconds, 501, (350.0, 1800.0));
    weave(seconds, |i, t| {
        let beat = swell(t, seconds, 336).max(0.0);
        (buzz[i] + 0.45 * rattle[i] * beat * beat) * hold(t, 0.95, 0.05, 0.09)
    })
}

/// Two notes upwards.
pub(super) fn message() -> Vec<f32> {
    let mut sound = silence(0.9);
    add(&mut sound, 0.0, 0.8, &mallet(987.8, 0.10));
    add(&mut sound, 0.11, 1.0, &mallet(1318.5, 0.16));
    sound
}

/// A fingertip on glass with the phone's own tick.
pub(super) fn keypress() -> Vec<f32> {
    let mut sound = silence(0.07);
    add(&mut sound, 0.0, 0.6, &mallet(1150.0, 0.010));
    add(&mut sound, 0.0, 0.4, &burst(511, (300.0, 1800.0), 0.005));
    sound
}

/// Somebody at a laptop, in runs with short thinks between.
pub(super) fn typing() -> Vec<f32> {
    let seconds = 6.0;
    let mut ring = silence(seconds);
    let mut dice = Noise::new(521);
    let mut at = 0.05;
    let mut stroke = 0_u32;
    while at < seconds - 0.15 {
        let gain = dice.between(0.45, 1.0);
        add_around(&mut ring, at, gain, &key(530 + stroke, dice.between(0.85, 1.2)));
        stroke += 1;
        let thinks = dice.unit() < 0.12;
        at += if thinks { dice.between(0.4, 0.9) } else { dice.between(0.09, 0.21) };
    }
    ring
}

/// Down, bottom, and back up.
fn key(seed: u32, size: f32) -> Vec<f32> {
    let mut sound = silence(0.16);
    add(&mut sound, 0.0, 0.8, &burst(seed, (900.0 * size, 3800.0), 0.006));
    add(&mut sound, 0.003, 0.7, &thump(&[(185.0 * size, 1.0, 0.014), (410.0 * size, 0.5, 0.008)]));
    add(&mut sound, 0.075, 0.25, &burst(seed + 90, (1400.0 * size, 4200.0), 0.005));
    sound
}
