//! The temperature over height, and the numbers that experiments report of it. Ends where a model meets a thermocouple tree.
//!
//! Where two layers slide over each other the interface is no plane but a mixing layer. It grows until its Richardson number reaches
//! about 0.32 (Thorpe 1973, J. Fluid Mech. 61: 0.32 ± 0.06; Koop and Browand 1979, J. Fluid Mech. 93: 0.3), then it stays:
//! `δ = 0.32 ΔU² T / (g ΔT)`, with the usual hyperbolic tangent across it. ΔU is the slip between the streams that leave and enter
//! through the room's openings, at the mean speed they have after the contraction (flow over coefficient, area and density). The layers themselves, and all that flows, know nothing of it: it only says what a tree of thermocouples would see.

use super::gas::G;

/// Richardson number at which mixing stops.
const CALM: f64 = 0.32;

/// Temperature over height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Profile {
    /// Height of the room, m.
    pub height: f64,
    /// Height of the interface, m.
    pub interface: f64,
    /// Lower and upper temperature, K.
    pub t: [f64; 2],
    /// Thickness of the mixing layer, m.
    pub thickness: f64,
}

/// A stratification in four numbers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Told {
    /// Upper temperature: the mean over the layer height, K.
    pub upper: f64,
    /// Lower temperature: that near the floor, K.
    pub lower: f64,
    /// Layer height by the integral reduction, m.
    pub height: f64,
    /// Height of half the temperature rise, m.
    pub half_rise: f64,
}

impl Profile {
    /// A profile with the mixing layer that a slip of `shear` m/s makes.
    pub fn new(height: f64, interface: f64, t: [f64; 2], shear: f64) -> Self {
        let rise = t[1] - t[0];
        let thickness = if rise > 0.5 { CALM * shear * shear * 0.5 * (t[0] + t[1]) / (G * rise) } else { 0.0 };
        let room = 0.8 * interface.min(height - interface).max(0.0);
        Self { height, interface, t, thickness: thickness.min(room) }
    }

    /// Temperature at a height, K.
    pub fn at(&self, z: f64) -> f64 {
        if self.thickness < 1e-3 {
            return self.t[usize::from(z > self.interface)];
        }
        let x = 2.0 * (z - self.interface) / self.thickness;
        0.5 * (self.t[0] + self.t[1]) + 0.5 * (self.t[1] - self.t[0]) * libm::tanh(x)
    }

    /// `∫T dz` and `∫dz/T` between two heights, in closed form.
    fn integrals(&self, from: f64, to: f64) -> (f64, f64) {
        if self.thickness < 1e-3 {
            let low = (to.min(self.interface) - from).max(0.0);
            let high = (to - self.interface.max(from)).max(0.0);
            return (low * self.t[0] + high * self.t[1], low / self.t[0] + high / self.t[1]);
        }
        let s = 0.5 * self.thickness;
        let (a, b) = (0.5 * (self.t[0] + self.t[1]), 0.5 * (self.t[1] - self.t[0]));
        let (x, y) = ((from - self.interface) / s, (to - self.interface) / s);
        let log_cosh = |x: f64| x.abs() + libm::log(0.5 * (1.0 + libm::exp(-2.0 * x.abs())));
        let log_mix = |x: f64| x.abs() + libm::log(0.5 * ((a + b) * libm::exp(x - x.abs()) + (a - b) * libm::exp(-x - x.abs())));
        let mean = s * (a * (y - x) + b * (log_cosh(y) - log_cosh(x)));
        let inverse = s * (a * (y - x) - b * (log_mix(y) - log_mix(x))) / (a * a - b * b);
        (mean, inverse)
    }

    /// What the reduction of the firemodels/exp files makes of it: Janssens and Tran 1992 for the height, from the lowest temperature
    /// and the integrals of T and 1/T; then the mean above the height.
    pub fn told(&self) -> Told {
        let lower = self.at(0.0);
        let half_rise = self.interface;
        let (i1, i2) = self.integrals(0.0, self.height);
        let h = self.height;
        let below = i1 + i2 * lower * lower - 2.0 * lower * h;
        if below.abs() < 1e-3 * h {
            return Told { upper: self.t[1], lower, height: self.interface, half_rise };
        }
        let height = (lower * (i1 * i2 - h * h) / below).clamp(0.0, 0.999 * h);
        let upper = self.integrals(height, h).0 / (h - height);
        Told { upper, lower, height, half_rise }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sharp_interface_is_told_as_it_is() {
        let told = Profile::new(2.13, 1.2, [310.0, 420.0], 0.0).told();
        assert!((told.height - 1.2).abs() < 1e-9 && (told.upper - 420.0).abs() < 1e-9 && told.lower == 310.0, "{told:?}");
    }

    #[test]
    fn a_mixed_interface_is_told_lower_and_cooler() {
        let p = Profile::new(2.13, 1.2, [310.0, 420.0], 1.5);
        let told = p.told();
        assert!(p.thickness > 0.1 && told.height < 1.15 && told.upper < 419.0 && told.half_rise == 1.2, "{p:?} {told:?}");
    }

    #[test]
    fn the_closed_integrals_are_those_of_the_profile() {
        let p = Profile { height: 2.4, interface: 1.1, t: [300.0, 500.0], thickness: 0.4 };
        let n = 20_000;
        let (mut i1, mut i2) = (0.0, 0.0);
        for k in 0..n {
            let t = p.at((f64::from(k) + 0.5) / f64::from(n) * 2.4);
            i1 += t * 2.4 / f64::from(n);
            i2 += 2.4 / f64::from(n) / t;
        }
        let (a, b) = p.integrals(0.0, 2.4);
        assert!((a / i1 - 1.0).abs() < 1e-6 && (b / i2 - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_room_at_one_temperature_has_no_layer_to_reduce() {
        assert!(Profile::new(3.0, 2.9, [293.0, 293.0], 2.0).told().height > 2.8);
    }
}
