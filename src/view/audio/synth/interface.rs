//! The program's own sounds: short, warm, never a reproach.

use super::build::{add, burst, in_room, unit_peak};
use super::dsp::{Noise, Resonator, hold, render, silence};
use super::notes::{mallet, pad};

/// The focus moves.
pub(super) fn tick() -> Vec<f32> {
    let mut sound = silence(0.06);
    add(&mut sound, 0.0, 1.0, &mallet(620.0, 0.010));
    sound
}

/// Time is nearly up: two low wooden beats.
pub(super) fn timer_low() -> Vec<f32> {
    let mut sound = silence(0.5);
    add(&mut sound, 0.0, 1.0, &mallet(294.0, 0.05));
    add(&mut sound, 0.18, 0.8, &mallet(294.0, 0.05));
    sound
}

/// A choice is made.
pub(super) fn choose() -> Vec<f32> {
    let mut sound = silence(0.6);
    add(&mut sound, 0.0, 0.8, &mallet(523.3, 0.07));
    add(&mut sound, 0.07, 1.0, &mallet(659.3, 0.09));
    sound
}

/// A good decision: a major chord, upwards.
pub(super) fn good() -> Vec<f32> {
    chord(&[(0.0, 523.3), (0.09, 659.3), (0.18, 784.0)], 0.16)
}

/// A decision with a price: a third downwards, soft enough to go on listening.
pub(super) fn bad() -> Vec<f32> {
    chord(&[(0.0, 311.1), (0.14, 261.6)], 0.14)
}

fn chord(notes: &[(f32, f32)], fall: f32) -> Vec<f32> {
    let mut sound = silence(1.1);
    for (start, note) in notes {
        add(&mut sound, *start, 0.8, &mallet(*note, fall));
    }
    in_room(sound, 0.3, 0.4)
}

/// The debrief opens: C major with its ninth, nine seconds.
pub(super) fn calm_chord() -> Vec<f32> {
    pad(&[130.8, 196.0, 293.7, 329.6, 493.9], 9.0, 1.6, 4.0)
}

/// A panel eases in.
pub(super) fn panel_open() -> Vec<f32> {
    let mut sound = breeze(0.20, (500.0, 1300.0), 551);
    add(&mut sound, 0.03, 0.25, &mallet(440.0, 0.03));
    sound
}

/// Something passes close by.
pub(super) fn whoosh() -> Vec<f32> {
    let mut sound = breeze(0.6, (300.0, 1700.0), 561);
    add(&mut sound, 0.2, 0.1, &burst(562, (200.0, 700.0), 0.05));
    sound
}

/// Air whose band rises to the middle and falls again.
fn breeze(length: f32, band: (f32, f32), seed: u32) -> Vec<f32> {
    let mut dice = Noise::new(seed);
    let mut air = Resonator::new(band.0, 1.2);
    unit_peak(render(length, |t| {
        let rise = hold(t, length, length * 0.5, length * 0.5);
        air.tune(band.0 + (band.1 - band.0) * rise, 1.2);
        air.step(dice.white()) * rise * rise
    }))
}
