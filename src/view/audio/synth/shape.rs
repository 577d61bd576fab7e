//! The last step of every sound: even loudness, no clicks, no seams.

use super::dsp::count;

/// How loud a family of sounds is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loudness {
    /// Always there, never in the way.
    Ambience,
    /// Small things close by, and the program's own sounds.
    Quiet,
    /// Something happens.
    Event,
    /// Must be heard over everything else.
    Alarm,
}

/// No sample is ever higher.
const PEAK: f32 = 0.88;
/// Loudness is that of the loudest stretch of this many seconds, as the ear takes it.
const STRETCH: f32 = 0.4;
const RAMP: f32 = 0.005;
/// A step this small cannot be heard.
const UNHEARD: f32 = 0.01;

impl Loudness {
    /// Root mean square against full scale.
    fn level(self) -> f32 {
        let decibels = match self {
            Loudness::Ambience => -30.0_f32,
            Loudness::Quiet => -24.0,
            Loudness::Event => -18.0,
            Loudness::Alarm => -14.0,
        };
        10.0_f32.powf(decibels / 20.0)
    }
}

/// Finishes a sound that is played once.
pub(super) fn once(mut sound: Vec<f32>, loudness: Loudness) -> Vec<f32> {
    bring_to(&mut sound, loudness.level());
    let ramp = count(RAMP).min(sound.len() / 2).max(1);
    if sound.first().is_some_and(|x| x.abs() > UNHEARD) {
        for (i, x) in sound.iter_mut().take(ramp).enumerate() {
            *x *= i as f32 / ramp as f32;
        }
    }
    for (i, x) in sound.iter_mut().rev().take(ramp).enumerate() {
        *x *= i as f32 / ramp as f32;
    }
    sound
}

/// Finishes a ring: it starts and ends where it is nearly silent, so that even its very start does not click.
pub(super) fn ring(mut sound: Vec<f32>, loudness: Loudness) -> Vec<f32> {
    bring_to(&mut sound, loudness.level());
    let samples = sound.len();
    if samples < 2 {
        return sound;
    }
    let cost = |i: usize| sound[i].abs() + sound[(i + samples - 1) % samples].abs();
    if cost(0) > UNHEARD {
        let quietest = (0..samples).min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap_or(0);
        sound.rotate_left(quietest);
    }
    sound
}

fn bring_to(sound: &mut [f32], level: f32) {
    let peak = sound.iter().fold(0.0_f32, |peak, x| peak.max(x.abs()));
    let loudest = loudest_stretch(sound);
    if loudest < 1e-9 {
        return;
    }
    let gain = (level / loudest).min(PEAK / peak);
    for x in sound {
        *x *= gain;
    }
}

/// Root mean square of the loudest stretch.
fn loudest_stretch(sound: &[f32]) -> f32 {
    let length = count(STRETCH).min(sound.len()).max(1);
    let hop = (length / 4).max(1);
    let mean_square = |part: &[f32]| part.iter().map(|x| x * x).sum::<f32>() / length as f32;
    sound.windows(length).step_by(hop).map(mean_square).fold(0.0_f32, f32::max).sqrt()
}
