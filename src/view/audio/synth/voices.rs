//! People: murmur without words, cough, breath, snoring, heartbeat, applause.

use std::f32::consts::PI;

use super::build::{add, add_around, around, burst, in_room, noise_ring, thump, unit_peak, unit_rms};
use super::dsp::{HighPass, LowPass, Noise, Phase, Resonator, hold, render, silence};

/// First and second formant of a, i, u, o, e, ü.
const VOWELS: [(f32, f32); 6] = [(760.0, 1250.0), (340.0, 2150.0), (370.0, 900.0), (520.0, 1000.0), (480.0, 1550.0), (350.0, 1800.0)];

/// A voice whose words cannot be made out: a ring of phrases with pauses.
pub(super) fn babble(seconds: f32, seed: u32, pitch: f32, pause: f32) -> Vec<f32> {
    let mut ring = silence(seconds);
    let mut dice = Noise::new(seed);
    let mut at = dice.between(0.0, 0.4);
    while at < seconds - 1.0 {
        let syllables = 4 + (dice.unit() * 5.0) as u32;
        for _ in 0..syllables {
            let length = dice.between(0.13, 0.24);
            add_around(&mut ring, at, 1.0, &syllable(&mut dice, pitch, length));
            at += 0.9 * length;
        }
        at += pause * dice.between(0.5, 1.3);
    }
    unit_rms(ring)
}

/// One open syllable with a tone that rises, falls or stays.
fn syllable(dice: &mut Noise, pitch: f32, length: f32) -> Vec<f32> {
    let vowel = VOWELS[(dice.unit() * VOWELS.len() as f32) as usize % VOWELS.len()];
    let (from, to) = (pitch * dice.between(0.88, 1.15), pitch * dice.between(0.85, 1.15));
    let (mut low, mut high) = (Resonator::new(vowel.0, 6.0), Resonator::new(vowel.1, 9.0));
    let mut phase = Phase::default();
    let strength = dice.between(0.6, 1.0);
    render(length, |t| {
        let share = t / length;
        let buzz = 1.0 - 2.0 * phase.step(from + (to - from) * share);
        (low.step(buzz) + 0.6 * high.step(buzz)) * strength * (PI * share).sin()
    })
}

/// Nine people talking at once, further off than words carry.
pub(super) fn crowd_murmur() -> Vec<f32> {
    let seconds = 10.0;
    let mut ring = silence(seconds);
    let pitches = [110.0, 124.0, 135.0, 150.0, 185.0, 205.0, 220.0, 238.0, 118.0];
    for (seed, pitch) in (300_u32..).zip(pitches) {
        let mut dice = Noise::new(seed + 50);
        let (start, gain) = (dice.between(0.0, seconds), dice.between(0.5, 1.0));
        add_around(&mut ring, start, gain, &babble(seconds, seed, pitch, 0.6));
    }
    let mut far = LowPass::new(1500.0);
    around(&ring, |x| far.step(x))
}

/// Two coughs.
pub(super) fn cough() -> Vec<f32> {
    let mut sound = silence(1.0);
    add(&mut sound, 0.0, 1.0, &cough_once(21, 0.085));
    add(&mut sound, 0.42, 0.75, &cough_once(22, 0.065));
    in_room(sound, 0.15, 0.25)
}

fn cough_once(seed: u32, fall: f32) -> Vec<f32> {
    let mut dice = Noise::new(seed);
    let mut phase = Phase::default();
    let (mut chest, mut throat) = (Resonator::new(430.0, 2.5), Resonator::new(1300.0, 2.5));
    let mut air = HighPass::new(2500.0);
    unit_peak(render(fall * 6.0, |t| {
        let white = dice.white();
        let voice = 0.5 * (1.0 - 2.0 * phase.step(170.0 - 160.0 * t));
        let sound = chest.step(white + voice) + 0.8 * throat.step(white + voice);
        (sound + 0.10 * air.step(white)) * (t / 0.012).min(1.0) * (-t / fall).exp()
    }))
}

/// Two beats at 75 a minute; an octave above the chest so that small speakers carry it.
pub(super) fn heartbeat() -> Vec<f32> {
    let mut ring = silence(1.6);
    let close = thump(&[(52.0, 1.0, 0.07), (104.0, 0.5, 0.05)]);
    let open = thump(&[(66.0, 1.0, 0.05), (132.0, 0.5, 0.035)]);
    for start in [0.0, 0.8] {
        add_around(&mut ring, start, 1.0, &close);
        add_around(&mut ring, start + 0.27, 0.65, &open);
    }
    ring
}

/// In through the nose with a rattle, out with a sigh.
pub(super) fn snore() -> Vec<f32> {
    let seconds = 5.0;
    let air = noise_ring(seconds, 31, (150.0, 1400.0));
    let mut phase = Phase::default();
    let (mut nose, mut palate) = (Resonator::new(260.0, 3.0), Resonator::new(640.0, 4.0));
    let mut next = air.iter();
    render(seconds, |t| {
        let x = next.next().copied().unwrap_or(0.0);
        let flutter = (1.0 - phase.step(36.0 + 5.0 * (t / 1.7).min(1.0))).powi(3);
        let rattle = 2.2 * (nose.step(x) + 0.6 * palate.step(x)) * flutter;
        rattle * hold(t - 0.1, 1.8, 0.5, 0.2) + 0.16 * x * hold(t - 2.5, 1.6, 0.3, 1.0)
    })
}

/// One breath in, one out, close to the ear.
pub(super) fn breath() -> Vec<f32> {
    let seconds = 4.0;
    let inward = noise_ring(seconds, 41, (900.0, 3200.0));
    let outward = noise_ring(seconds, 42, (450.0, 1700.0));
    let mut pairs = inward.iter().zip(&outward);
    render(seconds, |t| {
        let (a, b) = pairs.next().map_or((0.0, 0.0), |(a, b)| (*a, *b));
        0.7 * a * hold(t - 0.15, 1.4, 0.6, 0.4) + b * hold(t - 1.9, 1.7, 0.3, 1.2)
    })
}

/// A hall of people clapping, dying away.
pub(super) fn applause() -> Vec<f32> {
    let seconds = 4.5;
    let claps: Vec<Vec<f32>> = (0..8_u16).map(|n| burst(60 + u32::from(n), (500.0, 1200.0 + 250.0 * f32::from(n)), 0.012)).collect();
    let mut dice = Noise::new(71);
    let mut sound = silence(seconds);
    for _ in 0..650 {
        let at = dice.between(0.0, seconds - 0.2);
        let gain = dice.between(0.2, 1.0) * hold(at, seconds, 0.5, 2.2);
        let clap = &claps[(dice.unit() * 8.0) as usize % claps.len()];
        add(&mut sound, at, gain, clap);
    }
    in_room(sound, 0.4, 0.5)
}
