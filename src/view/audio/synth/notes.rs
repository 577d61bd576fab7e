//! Pitched sounds: mallet, bell and pad, for phones, lifts and the program itself.

use super::build::unit_peak;
use super::dsp::{LowPass, Phase, hold, render, sine, strike};

/// A soft wooden mallet.
pub(super) fn mallet(frequency: f32, fall: f32) -> Vec<f32> {
    unit_peak(render(fall * 6.0, |t| {
        let wood = 0.25 * sine(3.93 * frequency * t) * (-t / (0.15 * fall)).exp();
        let body = sine(frequency * t) + 0.12 * sine(2.0 * frequency * t);
        (body + wood) * strike(t, 0.0, fall)
    }))
}

/// A small metal bell.
pub(super) fn bell(frequency: f32, fall: f32) -> Vec<f32> {
    let partials: [(f32, f32, f32); 4] = [(1.0, 1.0, 1.0), (2.0, 0.35, 0.6), (2.76, 0.22, 0.4), (5.4, 0.08, 0.15)];
    unit_peak(render(fall * 5.0, |t| {
        let sounding =
            partials.iter().map(|(ratio, strength, share)| strength * sine(ratio * frequency * t) * strike(t, 0.0, share * fall));
        sounding.sum()
    }))
}

/// A slow warm chord; every note sounds twice, slightly apart.
pub(super) fn pad(notes: &[f32], seconds: f32, rise: f32, fall: f32) -> Vec<f32> {
    let apart = [0.9985_f32, 1.0015];
    let mut voices: Vec<(f32, Phase)> = Vec::new();
    for note in notes {
        voices.extend(apart.map(|ratio| (note * ratio, Phase::default())));
    }
    let mut warm = LowPass::new(1600.0);
    unit_peak(render(seconds, |t| {
        let mut sum = 0.0_f32;
        for (frequency, phase) in &mut voices {
            let turn = phase.step(*frequency);
            sum += sine(turn) + 0.18 * sine(2.0 * turn) + 0.07 * sine(3.0 * turn);
        }
        warm.step(sum) * hold(t, seconds, rise, fall)
    }))
}
