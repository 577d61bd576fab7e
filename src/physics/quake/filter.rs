//! The band-pass of the instrument: two causal second-order Butterworth sections. Ends where peaks are read.
//!
//! Causal, as in an instrument that must warn while the ground still shakes: no sample depends on a later one. A high-pass at the
//! lower corner and a low-pass at the upper, each by the bilinear transform with its corner pre-warped (k: any text on digital
//! filters). The two zeros of the high-pass at rest mean that the integrated velocity settles to zero by itself.

use super::record::Record;

/// One second-order section, transposed direct form II.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Section {
    b: [f64; 3],
    a: [f64; 2],
}

impl Section {
    /// Butterworth low-pass; the corner lies at `w = tan(pi f dt)`.
    fn low(w: f64) -> Self {
        let n = 1.0 / (1.0 + std::f64::consts::SQRT_2 * w + w * w);
        let b = w * w * n;
        Self { b: [b, 2.0 * b, b], a: [2.0 * (w * w - 1.0) * n, (1.0 - std::f64::consts::SQRT_2 * w + w * w) * n] }
    }

    /// Butterworth high-pass.
    fn high(w: f64) -> Self {
        let n = 1.0 / (1.0 + std::f64::consts::SQRT_2 * w + w * w);
        Self { b: [n, -2.0 * n, n], a: [2.0 * (w * w - 1.0) * n, (1.0 - std::f64::consts::SQRT_2 * w + w * w) * n] }
    }

    fn run(&self, samples: &mut [f64]) {
        let (mut s1, mut s2) = (0.0, 0.0);
        for x in samples {
            let y = self.b[0] * *x + s1;
            s1 = self.b[1] * *x - self.a[0] * y + s2;
            s2 = self.b[2] * *x - self.a[1] * y;
            *x = y;
        }
    }
}

/// A band-pass for samples at a fixed step.
#[derive(Debug, Clone, PartialEq)]
pub struct BandPass {
    sections: Vec<Section>,
}

impl BandPass {
    /// Corners in Hz, step in s. A corner at or above nine tenths of half the sampling rate has nothing left to cut and is left out.
    pub fn new(dt: f64, low_hz: f64, high_hz: f64) -> Self {
        let seen = 0.45 / dt;
        let w = |hz: f64| libm::tan(std::f64::consts::PI * hz * dt);
        let mut sections = Vec::new();
        if low_hz > 0.0 && low_hz < seen {
            sections.push(Section::high(w(low_hz)));
        }
        if high_hz < seen {
            sections.push(Section::low(w(high_hz)));
        }
        Self { sections }
    }

    /// Filters samples in place, from rest.
    pub fn samples(&self, samples: &mut [f64]) {
        for section in &self.sections {
            section.run(samples);
        }
    }

    /// A filtered copy of a record.
    pub fn record(&self, record: &Record) -> Record {
        let mut out = record.clone();
        for axis in &mut out.axes {
            self.samples(axis);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Amplitude that is left of a sine of 1 after the filter has settled.
    fn gain(hz: f64) -> f64 {
        let dt = 0.01;
        let mut x: Vec<f64> = (0..12_000).map(|n| libm::sin(2.0 * std::f64::consts::PI * hz * f64::from(n) * dt)).collect();
        BandPass::new(dt, 0.1, 10.0).samples(&mut x);
        x[6_000..].iter().fold(0.0, |most: f64, v| most.max(v.abs()))
    }

    #[test]
    fn the_band_passes_and_what_lies_outside_is_cut() {
        assert!((gain(1.0) - 1.0).abs() < 0.01, "{}", gain(1.0));
        assert!((gain(0.1) - std::f64::consts::FRAC_1_SQRT_2).abs() < 0.01, "{}", gain(0.1));
        assert!((gain(10.0) - std::f64::consts::FRAC_1_SQRT_2).abs() < 0.01, "{}", gain(10.0));
        assert!(gain(0.02) < 0.05, "{}", gain(0.02));
        assert!(gain(30.0) < 0.06, "{}", gain(30.0));
    }

    #[test]
    fn a_coarse_step_loses_the_corner_it_cannot_see() {
        assert_eq!(BandPass::new(0.05, 0.1, 10.0).sections.len(), 1);
    }

    #[test]
    fn the_past_does_not_know_the_future() {
        let mut a = vec![0.0; 200];
        a[50] = 1.0;
        let mut b = a.clone();
        b[150] = 7.0;
        let filter = BandPass::new(0.01, 0.1, 10.0);
        filter.samples(&mut a);
        filter.samples(&mut b);
        assert_eq!(a[..150], b[..150]);
    }
}
