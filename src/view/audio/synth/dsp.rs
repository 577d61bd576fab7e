//! The few building blocks of all sounds: noise, oscillators, filters, envelopes.
//!
//! A *ring* is a buffer whose end continues at its beginning. Loops are made as rings from the start (noise
//! filtered twice around, events added across the end), so they need no cross-fade and have no seam.

use std::f32::consts::TAU;

/// Samples a second.
pub const RATE: u32 = 44_100;

const RATE_F: f32 = RATE as f32;

/// How many samples last this long.
pub(super) fn count(seconds: f32) -> usize {
    (seconds * RATE_F).round() as usize
}

pub(super) fn silence(seconds: f32) -> Vec<f32> {
    vec![0.0; count(seconds)]
}

/// One sample for each moment; the function gets the time in seconds.
pub(super) fn render(seconds: f32, mut sample: impl FnMut(f32) -> f32) -> Vec<f32> {
    (0..count(seconds)).map(|i| sample(i as f32 / RATE_F)).collect()
}

/// Random numbers that are the same at every start.
#[derive(Debug, Clone)]
pub(super) struct Noise(u32);

impl Noise {
    pub(super) fn new(seed: u32) -> Self {
        let mut h = seed.wrapping_mul(0x9E37_79B9).wrapping_add(0x7F4A_7C15);
        h = (h ^ (h >> 16)).wrapping_mul(0x85EB_CA6B);
        h = (h ^ (h >> 13)).wrapping_mul(0xC2B2_AE35);
        Self((h ^ (h >> 16)) | 1)
    }

    /// 0..1.
    pub(super) fn unit(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        (self.0 >> 8) as f32 / 16_777_216.0
    }

    /// -1..1.
    pub(super) fn white(&mut self) -> f32 {
        2.0 * self.unit() - 1.0
    }

    pub(super) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }
}

/// A sine wave; one turn is 1.
pub(super) fn sine(turns: f32) -> f32 {
    (turns.fract() * TAU).sin()
}

/// A slow sine that comes round a whole number of times within a ring.
pub(super) fn swell(t: f32, seconds: f32, turns: u32) -> f32 {
    sine(turns as f32 * t / seconds)
}

/// An oscillator whose frequency may change while it runs.
#[derive(Debug, Clone, Default)]
pub(super) struct Phase(f32);

impl Phase {
    /// The phase now, 0..1; then moves on.
    pub(super) fn step(&mut self, frequency: f32) -> f32 {
        let now = self.0;
        self.0 = (self.0 + frequency / RATE_F).fract();
        now
    }
}

/// A tone that ends exactly where it begins: its frequency is stretched a little until the turns come out whole.
pub(super) fn closed_tone(seconds: f32, frequency: impl Fn(f32) -> f32, wave: impl Fn(f32) -> f32) -> Vec<f32> {
    let samples = count(seconds);
    let turn = |i: usize| f64::from(frequency(i as f32 / RATE_F)) / f64::from(RATE);
    let turns: f64 = (0..samples).map(&turn).sum();
    let stretch = turns.round().max(1.0) / turns.max(1e-6);
    let mut phase = 0.0_f64;
    let mut tone = Vec::with_capacity(samples);
    for i in 0..samples {
        tone.push(wave(phase.fract() as f32));
        phase += turn(i) * stretch;
    }
    tone
}

/// Takes away what is above a frequency, 6 dB an octave.
#[derive(Debug, Clone)]
pub(super) struct LowPass {
    share: f32,
    level: f32,
}

impl LowPass {
    pub(super) fn new(frequency: f32) -> Self {
        Self { share: 1.0 - (-TAU * frequency / RATE_F).exp(), level: 0.0 }
    }

    pub(super) fn step(&mut self, x: f32) -> f32 {
        self.level += (x - self.level) * self.share;
        self.level
    }
}

/// Takes away what is below a frequency, 6 dB an octave.
#[derive(Debug, Clone)]
pub(super) struct HighPass(LowPass);

impl HighPass {
    pub(super) fn new(frequency: f32) -> Self {
        Self(LowPass::new(frequency))
    }

    pub(super) fn step(&mut self, x: f32) -> f32 {
        x - self.0.step(x)
    }
}

/// Keeps a band around a frequency; `q` is how narrow it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Resonator {
    gain: f32,
    feedback: (f32, f32),
    inputs: (f32, f32),
    outputs: (f32, f32),
}

impl Resonator {
    pub(super) fn new(frequency: f32, q: f32) -> Self {
        let mut resonator = Self::default();
        resonator.tune(frequency, q);
        resonator
    }

    /// Moves the band; what rings goes on ringing.
    pub(super) fn tune(&mut self, frequency: f32, q: f32) {
        let angle = TAU * frequency / RATE_F;
        let alpha = angle.sin() / (2.0 * q);
        self.gain = alpha / (1.0 + alpha);
        self.feedback = (-2.0 * angle.cos() / (1.0 + alpha), (1.0 - alpha) / (1.0 + alpha));
    }

    pub(super) fn step(&mut self, x: f32) -> f32 {
        let y = self.gain * (x - self.inputs.1) - self.feedback.0 * self.outputs.0 - self.feedback.1 * self.outputs.1;
        self.inputs = (x, self.inputs.0);
        self.outputs = (y, self.outputs.0);
        y
    }
}

/// An envelope that starts within two milliseconds and falls to a third in every `fall` seconds.
pub(super) fn strike(t: f32, start: f32, fall: f32) -> f32 {
    let since = t - start;
    if since < 0.0 { 0.0 } else { (since / 0.002).min(1.0) * (-since / fall).exp() }
}

/// An envelope that rises, stays at 1, and is back at 0 after `length`.
pub(super) fn hold(t: f32, length: f32, rise: f32, fall: f32) -> f32 {
    (t / rise).min((length - t) / fall).clamp(0.0, 1.0)
}
