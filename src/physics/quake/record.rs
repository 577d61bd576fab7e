//! Three components of acceleration (or velocity) at a fixed step, and what is done to any such record.

/// Samples at a fixed step: east, north, up (or along a room's x, y and up).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// Step, s.
    pub dt: f64,
    /// Two horizontal components and the vertical one, equally long.
    pub axes: [Vec<f64>; 3],
}

impl Record {
    /// Nothing moves, for `samples` steps.
    pub fn still(dt: f64, samples: usize) -> Self {
        Self { dt, axes: [vec![0.0; samples], vec![0.0; samples], vec![0.0; samples]] }
    }

    /// Number of samples.
    pub fn len(&self) -> usize {
        self.axes[0].len()
    }

    /// Whether there is no sample.
    pub fn is_empty(&self) -> bool {
        self.axes[0].is_empty()
    }

    /// From the first to the last sample, s.
    pub fn duration(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a count of samples")]
        let steps = self.len().saturating_sub(1) as f64;
        steps * self.dt
    }

    /// Greatest length of the vector.
    pub fn peak(&self) -> f64 {
        let [x, y, z] = &self.axes;
        let squares = x.iter().zip(y).zip(z).map(|((x, y), z)| x * x + y * y + z * z);
        squares.fold(0.0, f64::max).sqrt()
    }

    /// Greatest length of the horizontal vector.
    pub fn peak_horizontal(&self) -> f64 {
        let [x, y, _] = &self.axes;
        x.iter().zip(y).map(|(x, y)| x * x + y * y).fold(0.0, f64::max).sqrt()
    }

    /// Greatest amount of one component, 0 to 2.
    pub fn peak_of(&self, axis: usize) -> f64 {
        self.axes[axis].iter().fold(0.0, |most: f64, v| most.max(v.abs()))
    }

    /// The vector at a time, straight lines between samples; nothing before the first and after the last.
    pub fn at(&self, time: f64) -> [f64; 3] {
        let place = time / self.dt;
        if place.is_nan() || place < 0.0 || self.is_empty() {
            return [0.0; 3];
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "not negative; too large saturates and is past the end"
        )]
        let n = place as usize;
        if n >= self.len() {
            return [0.0; 3];
        }
        let t = place - place.floor();
        let one = |axis: &Vec<f64>| axis[n] + (axis.get(n + 1).copied().unwrap_or(0.0) - axis[n]) * t;
        [one(&self.axes[0]), one(&self.axes[1]), one(&self.axes[2])]
    }

    /// The running integral by trapezoids, from zero.
    pub fn integrated(&self) -> Self {
        let mut out = self.clone();
        for axis in &mut out.axes {
            integrate(axis, self.dt);
        }
        out
    }

    /// Every sample times a factor.
    pub fn scale(&mut self, factor: f64) {
        for axis in &mut self.axes {
            for v in axis {
                *v *= factor;
            }
        }
    }
}

/// Replaces samples by their running integral (trapezoids, from zero).
pub fn integrate(samples: &mut [f64], dt: f64) {
    let (mut sum, mut before) = (0.0, None);
    for v in samples {
        if let Some(before) = before {
            sum += 0.5 * (before + *v) * dt;
        }
        before = Some(*v);
        *v = sum;
    }
}

/// Takes out what would leave the ground moving or displaced: subtracts `window (c1 + c2 t)` so that velocity and displacement
/// (both by trapezoids) end at zero. The window keeps the correction where the shaking is.
pub fn straighten(samples: &mut [f64], window: &[f64], dt: f64) {
    let ends = |samples: &[f64]| {
        let (mut v, mut d, mut before) = (0.0, 0.0, 0.0);
        for (n, a) in samples.iter().enumerate() {
            if n > 0 {
                let next = v + 0.5 * (before + a) * dt;
                d += 0.5 * (v + next) * dt;
                v = next;
            }
            before = *a;
        }
        [v, d]
    };
    let last = samples.len().max(2) - 1;
    #[expect(clippy::cast_precision_loss, reason = "a count of samples")]
    let ramp = |n: usize| n as f64 / last as f64;
    let tilted: Vec<f64> = window.iter().enumerate().map(|(n, w)| w * ramp(n)).collect();
    let (whole, flat, tilt) = (ends(samples), ends(window), ends(&tilted));
    let determinant = flat[0] * tilt[1] - flat[1] * tilt[0];
    if determinant.abs() < 1e-12 {
        return;
    }
    let c1 = (whole[0] * tilt[1] - whole[1] * tilt[0]) / determinant;
    let c2 = (flat[0] * whole[1] - flat[1] * whole[0]) / determinant;
    for (n, v) in samples.iter_mut().enumerate() {
        *v -= c1 * window[n] + c2 * tilted[n];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_samples_lies_a_straight_line_and_outside_nothing() {
        let record = Record { dt: 0.5, axes: [vec![0.0, 2.0, 4.0], vec![1.0; 3], vec![0.0; 3]] };
        assert_eq!(record.at(0.25), [1.0, 1.0, 0.0]);
        assert_eq!(record.at(-1.0), [0.0; 3]);
        assert_eq!(record.at(9.0), [0.0; 3]);
        assert_eq!(record.at(f64::NAN), [0.0; 3]);
        assert!((record.duration() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn a_straightened_record_leaves_the_ground_where_it_was_and_at_rest() {
        let dt = 0.01;
        let window: Vec<f64> = (0..=1000).map(|n| libm::sin(std::f64::consts::PI * f64::from(n) / 1000.0)).collect();
        let mut a: Vec<f64> = (0..=1000).map(|n| libm::cos(f64::from(n) * 0.05) + 0.3).collect();
        straighten(&mut a, &window, dt);
        integrate(&mut a, dt);
        assert!(a[1000].abs() < 1e-12, "velocity {}", a[1000]);
        integrate(&mut a, dt);
        assert!(a[1000].abs() < 1e-11, "displacement {}", a[1000]);
    }

    #[test]
    fn the_peak_is_that_of_the_vector_at_one_moment() {
        let record = Record { dt: 1.0, axes: [vec![3.0, 0.0], vec![0.0, 4.0], vec![0.0, 3.0]] };
        assert!((record.peak() - 5.0).abs() < 1e-15);
        assert!((record.peak_horizontal() - 4.0).abs() < 1e-15);
    }
}
