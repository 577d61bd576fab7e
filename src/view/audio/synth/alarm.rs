//! Alarms: the building's sounders, the pause for the voice broadcast, the earthquake warning, a siren.

use super::build::{add, add_around, around, unit_peak};
use super::dsp::{HighPass, LowPass, Phase, closed_tone, hold, render, silence, sine, swell};
use super::notes::bell;
use super::voices::babble;

/// The sweeping tone, ten seconds: GB 50116 wants 8-20 s of tone in turn with 10-30 s of voice.
pub(super) fn fire_alarm() -> Vec<f32> {
    let mut phase = Phase::default();
    render(10.0, |t| {
        let share = (t / 1.25).fract();
        let rise = if share < 0.84 { share / 0.84 } else { (1.0 - share) / 0.16 };
        horn(phase.step(560.0 * 2.0_f32.powf(1.05 * rise)))
    })
}

/// Twelve seconds for the broadcast: two chimes, then a voice in the next corridor; its words are in the caption.
pub(super) fn alarm_voice_pause() -> Vec<f32> {
    let mut pause = silence(12.0);
    add(&mut pause, 0.05, 0.6, &bell(659.3, 0.35));
    add(&mut pause, 0.60, 0.6, &bell(523.3, 0.45));
    add(&mut pause, 2.00, 0.8, &unit_peak(babble(9.6, 77, 215.0, 0.7)));
    let (mut high, mut low) = (HighPass::new(320.0), LowPass::new(2600.0));
    pause.iter().map(|x| low.step(high.step(*x))).collect()
}

/// Hard double beeps, a second of them and a short rest.
pub(super) fn earthquake_warning() -> Vec<f32> {
    let mut ring = silence(1.6);
    for beep in 0..4_u16 {
        let frequency = if beep & 1 == 0 { 990.0 } else { 1320.0 };
        let mut phase = Phase::default();
        let sound = render(0.2, |t| horn(phase.step(frequency)) * hold(t, 0.2, 0.008, 0.012));
        add_around(&mut ring, 0.25 * f32::from(beep), 1.0, &sound);
    }
    ring
}

/// A fire engine a street away: rising and falling, dulled by the distance.
pub(super) fn siren() -> Vec<f32> {
    let seconds = 6.0;
    let tone = closed_tone(seconds, |t| 930.0 + 360.0 * swell(t, seconds, 2), horn);
    let (mut near, mut far) = (LowPass::new(1500.0), LowPass::new(2200.0));
    around(&tone, |x| far.step(near.step(x)))
}

/// The waveform of a horn loudspeaker: mostly odd harmonics.
fn horn(phase: f32) -> f32 {
    sine(phase) + 0.10 * sine(2.0 * phase) + 0.42 * sine(3.0 * phase) + 0.18 * sine(5.0 * phase)
}
