//! The temperature over height, and the numbers that experiments report of it. Ends where a model meets a thermocouple tree.
//!
//! Two things make a profile of two layers. The layers themselves, and all that flows, know nothing of them: they only say what a tree of
//! thermocouples would see.
//!
//! - Where layers slide over each other the interface is no plane but a mixing layer. It grows until its Richardson number reaches
//!   about 0.32 (Thorpe 1973, J. Fluid Mech. 61: 0.32 ± 0.06; Koop and Browand 1979, J. Fluid Mech. 93: 0.3), then it stays:
//!   `δ = 0.32 ΔU² T / (g ΔT)`, with the usual hyperbolic tangent across it. ΔU is the slip in the room: the jet of the air that comes in
//!   below against what leaves above.
//! - Air that comes in at the floor and is drawn up by a plume warms on its way, as in a room with displacement ventilation (Mundt 1995,
//!   Build. Environ. 30): the floor's heat at once, that of walls and radiation bit by bit. A plume draws evenly enough over its height that the
//!   flow still on its way up falls as `1 - z/D`; with heat spread evenly `dT/dz = θ / (D - z)`, so `T = T_foot - θ ln(1 - z/D)`, `θ` being that heat
//!   over the flow. The mean of it is `T_foot + θ`, the temperature of the layer.

use super::gas::G;

/// Richardson number at which mixing stops.
const CALM: f64 = 0.32;
/// Slices of the height.
const SLICES: u32 = 256;

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
    /// How much cooler than its mean the foot of the lower layer is, K.
    pub grade: f64,
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
    /// A profile with the mixing layer that a slip of `shear` m/s makes, and a lower layer that is `grade` K cooler at its foot.
    pub fn new(height: f64, interface: f64, t: [f64; 2], shear: f64, grade: f64) -> Self {
        let rise = t[1] - t[0];
        let thickness = if rise > 0.5 { CALM * shear * shear * 0.5 * (t[0] + t[1]) / (G * rise) } else { 0.0 };
        let room = 0.8 * interface.min(height - interface).max(0.0);
        let grade = if rise > 0.5 { grade.clamp(0.0, rise) } else { 0.0 };
        Self { height, interface, t, thickness: thickness.min(room), grade }
    }

    /// Temperature at a height, K.
    pub fn at(&self, z: f64) -> f64 {
        let free = (0.5 * self.thickness).max(0.01 * self.interface).max(1e-6);
        let left = (self.interface - z).max(free) / self.interface.max(1e-6);
        let low = (self.t[0] - self.grade * (1.0 + libm::log(left))).min(self.t[1].max(self.t[0]));
        let mixed = if self.thickness < 1e-3 {
            if z > self.interface { 1.0 } else { 0.0 }
        } else {
            0.5 + 0.5 * libm::tanh(2.0 * (z - self.interface) / self.thickness)
        };
        low + (self.t[1] - low) * mixed
    }

    /// What the reduction of the firemodels/exp files makes of it: Janssens and Tran 1992 for the height, from the lowest temperature
    /// and the integrals of T and 1/T; then the mean above the height.
    pub fn told(&self) -> Told {
        let lower = self.at(0.0);
        let h = self.height;
        if self.thickness < 1e-3 && self.grade <= 0.0 {
            let height = self.interface.min(0.999 * h);
            return Told { upper: self.t[1], lower, height, half_rise: height };
        }
        let slice = h / f64::from(SLICES);
        let seen = |n: u32| self.at((f64::from(n) + 0.5) * slice);
        let (mut i1, mut i2) = (0.0, 0.0);
        let mut half_rise = None;
        let middle = 0.5 * (lower + self.t[1]);
        for n in 0..SLICES {
            let t = seen(n);
            i1 += t * slice;
            i2 += slice / t;
            if half_rise.is_none() && t >= middle {
                half_rise = Some((f64::from(n) + 0.5) * slice);
            }
        }
        let half_rise = half_rise.unwrap_or(self.interface);
        let below = i1 + i2 * lower * lower - 2.0 * lower * h;
        if below.abs() < 1e-3 * h {
            return Told { upper: self.t[1], lower, height: self.interface, half_rise };
        }
        let height = (lower * (i1 * i2 - h * h) / below).clamp(0.0, 0.999 * h);
        let (mut sum, mut wide) = (0.0, 0.0);
        for n in 0..SLICES {
            let part = ((f64::from(n) + 1.0) * slice - height).clamp(0.0, slice);
            sum += part * seen(n);
            wide += part;
        }
        Told { upper: if wide > 0.0 { sum / wide } else { self.t[1] }, lower, height, half_rise }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sharp_interface_is_told_as_it_is() {
        let told = Profile::new(2.13, 1.2, [310.0, 420.0], 0.0, 0.0).told();
        assert!((told.height - 1.2).abs() < 1e-9 && (told.upper - 420.0).abs() < 1e-9 && told.lower == 310.0, "{told:?}");
    }

    #[test]
    fn a_mixed_interface_is_told_lower_and_cooler() {
        let p = Profile::new(2.13, 1.2, [310.0, 420.0], 1.5, 0.0);
        let told = p.told();
        assert!(p.thickness > 0.1 && told.height < 1.15 && told.upper < 419.0, "{p:?} {told:?}");
        assert!((told.half_rise - 1.2).abs() < 0.01, "{told:?}");
    }

    #[test]
    fn air_that_warms_on_its_way_up_lowers_what_is_told_and_keeps_its_mean() {
        let p = Profile::new(2.13, 1.2, [310.0, 420.0], 0.0, 8.0);
        let told = p.told();
        assert!(told.lower == 302.0 && told.height < 1.1 && told.half_rise > 1.1, "{told:?}");
        let mean = (0..1200).map(|n| p.at(f64::from(n) * 1e-3)).sum::<f64>() / 1200.0;
        assert!((mean - 310.0).abs() < 0.2, "{mean}");
    }

    #[test]
    fn a_room_at_one_temperature_has_no_layer_to_reduce() {
        assert!(Profile::new(3.0, 2.9, [293.0, 293.0], 2.0, 5.0).told().height > 2.8);
    }
}
