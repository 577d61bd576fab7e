//! The waves of a motion before it is scaled: envelopes by magnitude, a P train, an S train, velocity in keeping with acceleration.
//! Ends where the motion is scaled and carried upstairs.

use super::intensity::Reading;
use super::motion::{Asked, LONGEST_S, STEP_S};
use super::noise::Noise;
use super::record::{Record, straighten};
use super::spectrum::Spectrum;
use super::within;

/// Size of the P train relative to the S train's horizontal components: horizontal and vertical (k?).
const P_SIZE: [f64; 3] = [0.10, 0.10, 0.30];
/// Size of the S train's components; the vertical at two thirds (k).
const S_SIZE: [f64; 3] = [1.0, 0.85, 2.0 / 3.0];
/// How much higher P and all vertical motion lies in frequency (k?).
const HIGHER: f64 = 1.5;
/// Peak velocity over peak acceleration as a share of the ratio of their spreads: takes the firm spectrum's .0888 s to the .0924 s
/// of GB/T 17742's pairs at VIII (v).
const PEAKS_OVER_SPREADS: f64 = 1.04;
/// How often a draw is tilted at most, and how far.
const ROUNDS: u32 = 6;
const TILTS: (f64, f64) = (0.4, 2.5);
/// What is left of the coda where a record ends by itself.
const CODA_END: f64 = 0.02;

/// Amin-Ang envelope by magnitude: rise t1, level to t2, decay c; through M6 (3, 12, .25) and M7 (6, 30, .15) (k?), each
/// straight in the logarithm.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Envelope {
    t1: f64,
    t2: f64,
    c: f64,
}

impl Envelope {
    fn of(magnitude: f64) -> Self {
        let m = within(magnitude, 4.0, 8.5) - 6.0;
        Self { t1: 3.0 * libm::exp2(m), t2: 12.0 * libm::pow(2.5, m), c: 0.25 * libm::pow(0.6, m) }
    }

    fn at(&self, t: f64) -> f64 {
        if t <= 0.0 {
            0.0
        } else if t < self.t1 {
            (t / self.t1) * (t / self.t1)
        } else if t <= self.t2 {
            1.0
        } else {
            libm::exp(-self.c * (t - self.t2))
        }
    }

    /// When the coda is as good as over, s.
    fn end(&self) -> f64 {
        self.t2 - libm::log(CODA_END) / self.c
    }
}

/// P and S envelopes over a record.
fn windows(envelope: &Envelope, lead: f64, samples: usize) -> (Vec<f64>, Vec<f64>) {
    #[expect(clippy::cast_precision_loss, reason = "a count of samples")]
    let time = |n: usize| n as f64 * STEP_S;
    let (end, fade) = (time(samples - 1), (0.25 * time(samples - 1)).min(1.0));
    let close = |t: f64| if t > end - fade { 0.5 - 0.5 * libm::cos(std::f64::consts::PI * (end - t) / fade) } else { 1.0 };
    let rise = (0.3 * lead).clamp(0.05, 1.0);
    let p = |t: f64| {
        if lead <= 0.0 {
            return 0.0;
        }
        let before = (t / rise).min(1.0);
        if t > lead { before * libm::exp(-0.2 * (t - lead)) } else { before }
    };
    (0..samples).map(time).map(|t| (p(t) * close(t), envelope.at(t - lead) * close(t))).unzip()
}

/// The motion before it is scaled.
fn raw(asked: &Asked, lead: f64, tilt: f64) -> (Record, Vec<f64>) {
    let envelope = Envelope::of(asked.magnitude);
    let duration = within(asked.duration_s.unwrap_or(lead + envelope.end()), 2.0, LONGEST_S);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "2 to 300 s")]
    let samples = (duration / STEP_S).round() as usize + 1;
    let (p, s) = windows(&envelope, lead, samples);
    let higher = Spectrum { omega_g: asked.spectrum.omega_g * HIGHER, ..asked.spectrum };
    let support: Vec<f64> = p.iter().zip(&s).map(|(p, s)| p + s).collect();
    let mut record = Record::still(STEP_S, samples);
    for (axis, stream) in (0..3_usize).zip(0_u64..) {
        let spectrum = if axis == 2 { higher } else { asked.spectrum };
        let shear = spectrum.stationary(STEP_S, samples, tilt, &mut Noise::new(asked.seed, Noise::WAVES + stream));
        let first = higher.stationary(STEP_S, samples, tilt, &mut Noise::new(asked.seed, Noise::WAVES + 3 + stream));
        // Trains of one size before their own sizes are given to them: spectra differ in variance.
        let (a, b) = (1.0 / spread(&shear), 1.0 / spread(&first));
        for (n, out) in record.axes[axis].iter_mut().enumerate() {
            *out = S_SIZE[axis] * s[n] * shear[n] * a + P_SIZE[axis] * p[n] * first[n] * b;
        }
        straighten(&mut record.axes[axis], &support, STEP_S);
    }
    let window = p.iter().zip(&s).map(|(p, s)| s.max(p * P_SIZE[2])).collect();
    (record, window)
}

/// A draw whose peaks stand to each other as its spectrum says: single draws scatter by half, and an intensity that is read from the
/// velocity would then belong to another degree's acceleration. The low frequencies are tilted until the two agree within 3 %.
pub(super) fn balanced(asked: &Asked, lead: f64) -> (Record, Vec<f64>, Reading) {
    let target = PEAKS_OVER_SPREADS * asked.spectrum.moments().velocity_ratio;
    let mut tilt = 1.0;
    let mut round = 0;
    loop {
        let (ground, window) = raw(asked, lead, tilt);
        let reading = Reading::of_record(&ground);
        let off = target * reading.pga / reading.pgv.max(1e-12);
        round += 1;
        if round == ROUNDS || (off - 1.0).abs() < 0.03 || !off.is_finite() {
            return (ground, window, reading);
        }
        tilt = within(tilt * off, TILTS.0, TILTS.1);
    }
}

/// Root of the mean square, never zero.
pub(super) fn spread(samples: &[f64]) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a count of samples")]
    let count = samples.len().max(1) as f64;
    (samples.iter().map(|a| a * a).sum::<f64>() / count).sqrt().max(1e-12)
}
