//! A hanging lamp on a shaking ceiling: a damped pendulum in two planes. Ends where it is drawn.

use super::record::Record;

/// A lamp on a cord.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lamp {
    /// Cord, m.
    pub length: f64,
    /// Damping as a share of critical (k?: .02).
    pub damping: f64,
    /// m/s².
    pub gravity: f64,
}

impl Default for Lamp {
    fn default() -> Self {
        Self { length: 0.6, damping: 0.02, gravity: super::G }
    }
}

/// How it hangs: angles and angular velocities along x and along y, rad and rad/s.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Swing {
    /// Angles.
    pub angle: [f64; 2],
    /// Angular velocities.
    pub speed: [f64; 2],
}

impl Lamp {
    /// Period of small swings, s.
    pub fn period_s(&self) -> f64 {
        2.0 * std::f64::consts::PI * (self.length / self.gravity).sqrt()
    }

    fn pull(&self, angle: f64, speed: f64, a: f64) -> f64 {
        let w = (self.gravity / self.length).sqrt();
        let (sin, cos) = libm::sincos(angle);
        -w * w * sin - 2.0 * self.damping * w * speed - a / self.length * cos
    }

    /// One step: the ceiling's acceleration goes straight from one pair to another, m/s². Runge-Kutta in pieces of at most 5 ms; the
    /// angle is held below a right angle, where a cord would go slack.
    pub fn advance(&self, swing: &mut Swing, seconds: f64, from: [f64; 2], to: [f64; 2]) {
        let pieces = (seconds / 0.005 - 1e-6).ceil().clamp(1.0, 1e5);
        let h = seconds / pieces;
        for axis in 0..2 {
            let at = |n: f64| from[axis] + (to[axis] - from[axis]) * (n / pieces);
            let mut n = 0.0;
            while n < pieces {
                let (a0, a1, a2) = (at(n), at(n + 0.5), at(n + 1.0));
                let (x, v) = (swing.angle[axis], swing.speed[axis]);
                let k1 = self.pull(x, v, a0);
                let k2 = self.pull(x + 0.5 * h * v, v + 0.5 * h * k1, a1);
                let k3 = self.pull(x + 0.5 * h * (v + 0.5 * h * k1), v + 0.5 * h * k2, a1);
                let k4 = self.pull(x + h * (v + 0.5 * h * k2), v + h * k3, a2);
                swing.angle[axis] = x + h * v + h * h / 6.0 * (k1 + k2 + k3);
                swing.speed[axis] = v + h / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
                let most = std::f64::consts::FRAC_PI_2;
                if swing.angle[axis].is_nan() || swing.angle[axis].abs() >= most {
                    (swing.angle[axis], swing.speed[axis]) = (most * if swing.angle[axis] < 0.0 { -1.0 } else { 1.0 }, 0.0);
                }
                n += 1.0;
            }
        }
    }

    /// Angles along x and y for every sample of a record, rad.
    pub fn follow(&self, record: &Record) -> Vec<[f64; 2]> {
        let mut swing = Swing::default();
        let mut out = Vec::with_capacity(record.len());
        for n in 0..record.len() {
            if n > 0 {
                let sample = |n: usize| [record.axes[0][n], record.axes[1][n]];
                self.advance(&mut swing, record.dt, sample(n - 1), sample(n));
            }
            out.push(swing.angle);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Asked, Motion};
    use super::*;

    #[test]
    fn a_small_swing_has_its_known_period_and_dies_away() {
        let lamp = Lamp::default();
        let mut swing = Swing { angle: [0.05, 0.0], speed: [0.0; 2] };
        let mut crossings = Vec::new();
        for n in 0..2000_u32 {
            let before = swing.angle[0];
            lamp.advance(&mut swing, 0.01, [0.0; 2], [0.0; 2]);
            if before < 0.0 && swing.angle[0] >= 0.0 {
                crossings.push(f64::from(n) * 0.01 + 0.01 * before / (before - swing.angle[0]));
            }
        }
        let period = (crossings[8] - crossings[0]) / 8.0;
        assert!((period / lamp.period_s() - 1.0).abs() < 1e-3, "{period}");
        assert!(swing.angle[0].abs() < 0.01);
    }

    #[test]
    fn a_steady_push_hangs_it_askew() {
        let lamp = Lamp { damping: 0.5, ..Lamp::default() };
        let mut swing = Swing::default();
        lamp.advance(&mut swing, 30.0, [2.0, 0.0], [2.0, 0.0]);
        assert!((swing.angle[0] + libm::atan(2.0 / lamp.gravity)).abs() < 1e-6 && swing.angle[1].abs() < 1e-15);
    }

    #[test]
    fn lamps_swing_at_v_already_and_never_through_the_ceiling() {
        let most = |intensity| {
            let motion = Motion::asked(&Asked { intensity, ..Asked::default() });
            Lamp::default().follow(&motion.floor).iter().flatten().fold(0.0, |m: f64, a| m.max(a.abs()))
        };
        assert!(most(5.0) > 0.01, "{}", most(5.0));
        assert!(most(12.0) <= std::f64::consts::FRAC_PI_2);
    }
}
