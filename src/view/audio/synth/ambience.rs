//! What a place sounds like when nothing happens: corridor, room, fan, rain, wind, birds, a neighbour's music.

use super::build::{add_around, around, burst, noise_ring, unit_peak, weave};
use super::dsp::{LowPass, Noise, Phase, closed_tone, hold, render, silence, sine, strike, swell};

/// Ballasts of fluorescent tubes on 50 Hz mains, and air.
pub(super) fn corridor_hum() -> Vec<f32> {
    let seconds = 8.0;
    let air = noise_ring(seconds, 101, (60.0, 420.0));
    let hum = closed_tone(
        seconds,
        |_| 100.0,
        |phase| sine(phase) + 0.35 * sine(2.0 * phase) + 0.22 * sine(3.0 * phase) + 0.08 * sine(6.0 * phase),
    );
    weave(seconds, |i, t| 0.45 * air[i] + hum[i] * (0.8 + 0.1 * swell(t, seconds, 3)))
}

/// A closed room at night.
pub(super) fn room_tone() -> Vec<f32> {
    let seconds = 8.0;
    let low = noise_ring(seconds, 111, (40.0, 220.0));
    let high = noise_ring(seconds, 112, (300.0, 1100.0));
    weave(seconds, |i, _| low[i] + 0.22 * high[i])
}

/// A ceiling fan: blades passing eleven times a second, a slight wobble, the motor.
pub(super) fn fan() -> Vec<f32> {
    let seconds = 6.0;
    let air = noise_ring(seconds, 121, (140.0, 800.0));
    let motor = closed_tone(seconds, |_| 100.0, sine);
    weave(seconds, |i, t| {
        let blades = 0.75 + 0.20 * swell(t, seconds, 66) + 0.10 * swell(t, seconds, 22);
        air[i] * blades + 0.12 * motor[i]
    })
}

/// Steady rain with drops that hit the pane.
pub(super) fn rain_window() -> Vec<f32> {
    let seconds = 8.0;
    let sheet = noise_ring(seconds, 131, (700.0, 4200.0));
    let mut ring = weave(seconds, |i, t| 0.5 * sheet[i] * (0.9 + 0.1 * swell(t, seconds, 2)));
    let mut dice = Noise::new(132);
    for drop in 0..190_u32 {
        let low = dice.between(500.0, 1500.0);
        let tap = burst(1000 + drop, (low, low * 2.2), dice.between(0.003, 0.010));
        add_around(&mut ring, dice.between(0.0, seconds), dice.between(0.4, 2.6), &tap);
    }
    ring
}

/// Gusts that grow sharper as they grow stronger.
pub(super) fn wind() -> Vec<f32> {
    let seconds = 10.0;
    let low = noise_ring(seconds, 141, (90.0, 380.0));
    let high = noise_ring(seconds, 142, (420.0, 1000.0));
    weave(seconds, |i, t| {
        let gust = 0.5 + 0.28 * swell(t, seconds, 1) + 0.16 * swell(t, seconds, 3);
        low[i] * (0.4 + 0.6 * gust) + 0.9 * high[i] * gust * gust
    })
}

/// Small birds in the trees outside, and the air between.
pub(super) fn birds() -> Vec<f32> {
    let seconds = 10.0;
    let air = noise_ring(seconds, 151, (150.0, 900.0));
    let mut ring = weave(seconds, |i, _| 0.10 * air[i]);
    let mut dice = Noise::new(152);
    for _ in 0..9 {
        let (mut at, base) = (dice.between(0.0, seconds), dice.between(2600.0, 4200.0));
        let gain = dice.between(0.25, 1.0);
        for _ in 0..3 + (dice.unit() * 4.0) as u32 {
            let length = dice.between(0.06, 0.13);
            let bend = base * dice.between(0.75, 1.35);
            add_around(&mut ring, at, gain, &chirp(base, bend, length));
            at += length + dice.between(0.03, 0.09);
        }
    }
    ring
}

fn chirp(from: f32, to: f32, length: f32) -> Vec<f32> {
    let mut phase = Phase::default();
    render(length, |t| {
        let share = t / length;
        sine(phase.step(from + (to - from) * share * share)) * hold(t, length, 0.015, 0.03)
    })
}

/// Two bars of somebody's music: only kick and bass come through the wall.
pub(super) fn bass_through_wall() -> Vec<f32> {
    let mut ring = silence(4.0);
    let mut phase = Phase::default();
    let kick = unit_peak(render(0.4, |t| sine(phase.step(46.0 + 75.0 * (-t / 0.035).exp())) * strike(t, 0.0, 0.10)));
    let line = [55.0, 55.0, 65.4, 55.0, 49.0, 49.0, 58.3, 65.4];
    for (beat, frequency) in (0_u16..).zip(line) {
        let start = 0.5 * f32::from(beat);
        add_around(&mut ring, start, 1.0, &kick);
        let note = render(0.30, |t| {
            let turn = frequency * t;
            (sine(turn) + 0.5 * sine(2.0 * turn)) * hold(t, 0.30, 0.02, 0.08)
        });
        add_around(&mut ring, start + 0.25, 0.55, &note);
    }
    let (mut wall, mut door) = (LowPass::new(160.0), LowPass::new(260.0));
    around(&ring, |x| door.step(wall.step(x)))
}
