//! The stationary part of ground motion: Clough-Penzien spectra, their moments, and sums of cosines by a transform of our own.

use std::f64::consts::PI;

use super::noise::Noise;

/// Highest angular frequency that is built, rad/s.
pub const CUT: f64 = 150.0;

/// Where a tilt takes hold, as a share of the ground's frequency: below it lies most of the velocity, above it the acceleration.
const TILT_BELOW: f64 = 0.3;

/// A Clough-Penzien spectrum: the ground as a filter on white noise, with the lowest frequencies taken out (s).
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spectrum {
    /// Frequency of the ground, rad/s.
    pub omega_g: f64,
    /// Damping of the ground.
    pub zeta_g: f64,
    /// Frequency below which motion is taken out, rad/s; 0 leaves Kanai-Tajimi.
    pub omega_f: f64,
    /// Damping of that filter.
    pub zeta_f: f64,
}

/// Moments of a spectrum up to [`CUT`], for `S0 = 1`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// Variance of the acceleration (two-sided density).
    pub variance: f64,
    /// Zero crossings, 1/s, both directions (Rice).
    pub crossings: f64,
    /// Standard deviation of the velocity over that of the acceleration, s.
    pub velocity_ratio: f64,
}

impl Moments {
    /// Mean peak over standard deviation in a time, s (Davenport).
    pub fn peak_factor(&self, seconds: f64) -> f64 {
        let root = (2.0 * libm::log((self.crossings * seconds).max(std::f64::consts::E))).sqrt();
        root + 0.577_215_664_9 / root
    }
}

impl Spectrum {
    /// Two-sided density for `S0 = 1` at an angular frequency, rad/s.
    pub fn density(&self, omega: f64) -> f64 {
        let part = |zeta: f64, r2: f64| 4.0 * zeta * zeta * r2;
        let g2 = (omega / self.omega_g) * (omega / self.omega_g);
        let ground = (1.0 + part(self.zeta_g, g2)) / ((1.0 - g2) * (1.0 - g2) + part(self.zeta_g, g2));
        if self.omega_f <= 0.0 {
            return ground;
        }
        let f2 = (omega / self.omega_f) * (omega / self.omega_f);
        ground * f2 * f2 / ((1.0 - f2) * (1.0 - f2) + part(self.zeta_f, f2))
    }

    /// The variance of Kanai-Tajimi without a cut, in closed form: `pi omega_g (1 + 4 zeta_g^2) / (2 zeta_g)` (s).
    pub fn kanai_tajimi_variance(&self) -> f64 {
        PI * self.omega_g * (1.0 + 4.0 * self.zeta_g * self.zeta_g) / (2.0 * self.zeta_g)
    }

    /// Moments by the midpoint rule in steps of 0.01 rad/s.
    pub fn moments(&self) -> Moments {
        let step = 0.01;
        let (mut below, mut zero, mut two) = (0.0, 0.0, 0.0);
        for n in 0..15_000_u32 {
            let omega = (f64::from(n) + 0.5) * step;
            let s = 2.0 * self.density(omega) * step;
            zero += s;
            two += s * omega * omega;
            below += s / (omega * omega);
        }
        Moments { variance: zero, crossings: (two / zero).sqrt() / PI, velocity_ratio: (below / zero).sqrt() }
    }

    /// `samples` of a stationary motion for `S0 = 1`: `sum sqrt(4 S dw) cos(w t + phi)`, one random phase for every frequency that
    /// the length can tell apart, so that nothing repeats within it. `tilt` is what frequencies well below the ground's are
    /// multiplied by: 1 for the spectrum as it is.
    pub fn stationary(&self, dt: f64, samples: usize, tilt: f64, noise: &mut Noise) -> Vec<f64> {
        let n = samples.max(2).next_power_of_two();
        #[expect(clippy::cast_precision_loss, reason = "a count of samples")]
        let step = 2.0 * PI / (n as f64 * dt);
        let (mut re, mut im) = (vec![0.0; n], vec![0.0; n]);
        for k in 1..n / 2 {
            #[expect(clippy::cast_precision_loss, reason = "a count of samples")]
            let omega = k as f64 * step;
            if omega > CUT {
                break;
            }
            let x2 = (omega / (TILT_BELOW * self.omega_g)) * (omega / (TILT_BELOW * self.omega_g));
            let size = (4.0 * self.density(omega) * step).sqrt() * (1.0 + (tilt - 1.0) / (1.0 + x2 * x2));
            let (sin, cos) = libm::sincos(2.0 * PI * noise.unit());
            (re[k], im[k]) = (size * cos, size * sin);
        }
        transform(&mut re, &mut im);
        re.truncate(samples);
        re
    }
}

/// `X[m] = sum_k x[k] exp(+2 pi i k m / n)` in place, n a power of two (the usual radix-2 scheme).
fn transform(re: &mut [f64], im: &mut [f64]) {
    let n = re.len();
    let mut j = 0;
    for i in 1..n {
        let mut bit = n >> 1;
        while j & bit != 0 {
            j ^= bit;
            bit >>= 1;
        }
        j |= bit;
        if i < j {
            re.swap(i, j);
            im.swap(i, j);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of samples")]
    let turns: Vec<(f64, f64)> = (0..n / 2).map(|k| libm::sincos(2.0 * PI * k as f64 / n as f64)).collect();
    let mut half = 1;
    while half < n {
        let stride = n / (2 * half);
        for start in (0..n).step_by(2 * half) {
            for k in 0..half {
                let (sin, cos) = turns[k * stride];
                let (a, b) = (start + k, start + k + half);
                let (r, i) = (re[b] * cos - im[b] * sin, re[b] * sin + im[b] * cos);
                (re[b], im[b]) = (re[a] - r, im[a] - i);
                (re[a], im[a]) = (re[a] + r, im[a] + i);
            }
        }
        half *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Site;
    use super::*;

    /// Der Kiureghian and Neuenhofer: firm, medium, soft.
    const DKN: [Spectrum; 3] = [
        Spectrum { omega_g: 15.0, zeta_g: 0.6, omega_f: 1.5, zeta_f: 0.6 },
        Spectrum { omega_g: 10.0, zeta_g: 0.4, omega_f: 1.0, zeta_f: 0.6 },
        Spectrum { omega_g: 5.0, zeta_g: 0.2, omega_f: 0.5, zeta_f: 0.6 },
    ];

    #[test]
    fn variances_crossings_and_peak_factors_are_the_known_ones() {
        let known = [(89.9, 10.6, 3.24), (62.6, 6.2, 3.07), (45.1, 2.3, 2.73)];
        for (spectrum, (variance, crossings, peak)) in DKN.into_iter().zip(known) {
            let moments = spectrum.moments();
            assert!((moments.variance / variance - 1.0).abs() < 0.005, "{moments:?}");
            assert!((moments.crossings - crossings).abs() < 0.06, "{moments:?}");
            assert!((moments.peak_factor(10.0) - peak).abs() < 0.011, "{}", moments.peak_factor(10.0));
        }
        assert!((Site::Firm.spectrum().moments().velocity_ratio - 0.0888).abs() < 1e-4);
        assert!((DKN[0].kanai_tajimi_variance() - 95.82).abs() < 0.01);
    }

    #[test]
    fn the_transform_is_the_sum_it_stands_for() {
        let (mut re, mut im) = (vec![0.0; 32], vec![0.0; 32]);
        for k in 0_u32..32 {
            re[k as usize] = libm::sin(f64::from(k * k));
            im[k as usize] = libm::cos(f64::from(3 * k));
        }
        let (x, y) = (re.clone(), im.clone());
        transform(&mut re, &mut im);
        for m in 0_u32..32 {
            let sum: f64 = (0_u32..32)
                .map(|k| {
                    let (sin, cos) = libm::sincos(2.0 * PI * f64::from(k * m) / 32.0);
                    x[k as usize] * cos - y[k as usize] * sin
                })
                .sum();
            assert!((re[m as usize] - sum).abs() < 1e-12, "{m}");
        }
    }

    #[test]
    fn what_is_drawn_has_the_variance_of_its_spectrum() {
        let spectrum = Site::Firm.spectrum();
        let drawn = spectrum.stationary(0.01, 8192, 1.0, &mut Noise::new(3, 0));
        let variance = drawn.iter().map(|a| a * a).sum::<f64>() / 8192.0;
        // One draw for each frequency of the whole length: the sum over a period is the variance, whatever the phases.
        assert!((variance / spectrum.moments().variance - 1.0).abs() < 0.01, "{variance}");
    }
}
