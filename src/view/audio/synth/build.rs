//! Putting sounds together: rings of noise, bursts, thumps, adding one sound to another, a room around it.

use super::dsp::{HighPass, LowPass, Noise, count, render, sine, strike};

/// Adds a sound to another from a moment on; what lies beyond the end is lost.
pub(super) fn add(bed: &mut [f32], start: f32, gain: f32, sound: &[f32]) {
    for (slot, x) in bed.iter_mut().skip(count(start)).zip(sound) {
        *slot += gain * x;
    }
}

/// Adds a sound to a ring from a moment on; what lies beyond the end goes on at the beginning.
pub(super) fn add_around(ring: &mut [f32], start: f32, gain: f32, sound: &[f32]) {
    let samples = ring.len().max(1);
    for (i, x) in sound.iter().enumerate() {
        ring[(count(start) + i) % samples] += gain * x;
    }
}

/// Sends a ring through a filter that has already heard it once, so that end and beginning fit.
pub(super) fn around(ring: &[f32], mut filter: impl FnMut(f32) -> f32) -> Vec<f32> {
    for x in ring {
        filter(*x);
    }
    ring.iter().map(|x| filter(*x)).collect()
}

/// One sample for each place of a ring; the function gets its index and its time.
pub(super) fn weave(seconds: f32, mut sample: impl FnMut(usize, f32) -> f32) -> Vec<f32> {
    let samples = count(seconds);
    (0..samples).map(|i| sample(i, seconds * i as f32 / samples as f32)).collect()
}

/// A ring of noise between two frequencies, as loud as a level of 1.
pub(super) fn noise_ring(seconds: f32, seed: u32, band: (f32, f32)) -> Vec<f32> {
    let mut dice = Noise::new(seed);
    let white: Vec<f32> = (0..count(seconds)).map(|_| dice.white()).collect();
    let mut high = HighPass::new(band.0);
    let (mut low, mut lower) = (LowPass::new(band.1), LowPass::new(band.1));
    unit_rms(around(&white, |x| lower.step(low.step(high.step(x)))))
}

/// A short burst of noise between two frequencies, its peak at 1.
pub(super) fn burst(seed: u32, band: (f32, f32), fall: f32) -> Vec<f32> {
    let mut dice = Noise::new(seed);
    let (mut low, mut high) = (LowPass::new(band.1), HighPass::new(band.0));
    let body = render(fall * 7.0 + 0.01, |t| high.step(low.step(dice.white())) * strike(t, 0.0, fall));
    unit_peak(body)
}

/// A struck body, its peak at 1: each mode is frequency, strength and fall.
pub(super) fn thump(modes: &[(f32, f32, f32)]) -> Vec<f32> {
    let longest = modes.iter().map(|mode| mode.2).fold(0.01_f32, f32::max);
    unit_peak(render(longest * 7.0, |t| modes.iter().map(|(f, strength, fall)| strength * sine(f * t) * strike(t, 0.0, *fall)).sum()))
}

/// Puts a sound into a small hard room and lets it die away for `tail` seconds.
pub(super) fn in_room(dry: Vec<f32>, tail: f32, amount: f32) -> Vec<f32> {
    let mut input = dry;
    input.resize(input.len() + count(tail), 0.0);
    let mut wet = input.clone();
    for (delay, kept) in [(0.0297_f32, 0.72_f32), (0.0371, 0.70), (0.0411, 0.68), (0.0437, 0.66)] {
        let mut line = vec![0.0_f32; count(delay)];
        let mut damp = LowPass::new(3500.0);
        for (i, slot) in wet.iter_mut().enumerate() {
            let place = i % line.len();
            let echo = line[place];
            line[place] = input[i] + kept * damp.step(echo);
            *slot += 0.25 * amount * echo;
        }
    }
    wet
}

/// The same sound with a root mean square of 1.
pub(super) fn unit_rms(mut sound: Vec<f32>) -> Vec<f32> {
    let squares: f32 = sound.iter().map(|x| x * x).sum();
    let rms = (squares / sound.len().max(1) as f32).sqrt();
    scale(&mut sound, rms);
    sound
}

/// The same sound with its highest peak at 1.
pub(super) fn unit_peak(mut sound: Vec<f32>) -> Vec<f32> {
    let peak = sound.iter().fold(0.0_f32, |peak, x| peak.max(x.abs()));
    scale(&mut sound, peak);
    sound
}

fn scale(sound: &mut [f32], level: f32) {
    if level > 1e-9 {
        for x in sound {
            *x /= level;
        }
    }
}
