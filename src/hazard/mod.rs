//! What is in the air and under the feet, where the student is, at a moment.
//!
//! A hazard is a timeline that an author writes ([`here`]), or burns ([`Smoke`]) and shakes ([`Ground`]) by physics:
//! [`crate::physics`] in the rooms of a place. Everything else asks through [`Here`] and does not know which.

mod blow;
mod dose;
mod furniture;
mod ground;
mod items;
mod smoke;
mod timeline;
mod zones;

pub use blow::{Blow, Lying, shelter};
pub use dose::{Dose, HOT, impaired, step_dose};
pub use furniture::shelters;
pub use ground::{Ground, Shaken};
pub use smoke::{Leaf, Smoke};
pub use timeline::{Clocks, fires, here, shaking};

use crate::physics::exposure::visibility::{REFLECTING, VISIBILITY_CAP_M, visibility};
use crate::physics::exposure::{Air, SpeedLaw, walking};

/// What the student meets at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Here {
    /// Lower edge of the smoke above the floor, m; the room's height when there is none.
    pub layer: f64,
    /// Extinction coefficient in the layer, 1/m.
    pub layer_k: f64,
    /// What the head is in. A timeline knows its smoke, carbon monoxide and temperature; the rest of it is clean.
    pub air: Air,
    /// Intensity of shaking, degrees (GB/T 17742-2020).
    pub shaking: f64,
}

/// Farther than this nobody is said to see, m.
pub const FAR: f64 = VISIBILITY_CAP_M;

impl Here {
    /// The worse of two at every point: what an author has written and what burns by physics.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        let smoke = |here: &Self| here.layer_k * (Self::default().layer - here.layer);
        let lower = if smoke(&other) > smoke(&self) { other } else { self };
        let (a, b) = (self.air, other.air);
        Self {
            layer: lower.layer,
            layer_k: lower.layer_k,
            shaking: self.shaking.max(other.shaking),
            air: Air {
                o2_percent: a.o2_percent.min(b.o2_percent),
                co2_percent: a.co2_percent.max(b.co2_percent),
                co_ppm: a.co_ppm.max(b.co_ppm),
                hcn_ppm: a.hcn_ppm.max(b.hcn_ppm),
                temperature_c: a.temperature_c.max(b.temperature_c),
                extinction_1_m: a.extinction_1_m.max(b.extinction_1_m),
                radiant_kw_m2: a.radiant_kw_m2.max(b.radiant_kw_m2),
                ..a
            },
        }
    }

    /// How far one sees reflecting things, m.
    pub fn visibility(&self) -> f64 {
        visibility(self.air.extinction_1_m, REFLECTING)
    }

    /// Walking speed of somebody who does `clear` m/s in clear air (Fridolf et al. 2019).
    pub fn walking_speed(&self, clear: f64) -> f64 {
        walking::speed(SpeedLaw::default(), clear, self.air.extinction_1_m)
    }
}

impl Default for Here {
    fn default() -> Self {
        Self { layer: 30.0, layer_k: 0.0, air: Air::CLEAN, shaking: 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn air(extinction_1_m: f64) -> Here {
        Here { air: Air { extinction_1_m, ..Air::CLEAN }, ..Here::default() }
    }

    #[test]
    fn fridolf_gives_the_published_speeds() {
        assert!((air(1.5).walking_speed(1.2) - 0.86).abs() < 1e-9);
        assert!((air(1.5).walking_speed(1.0) - 0.66).abs() < 1e-9);
        assert!((air(0.0).walking_speed(1.2) - 1.2).abs() < 1e-9);
    }

    #[test]
    fn of_two_the_worse_counts_in_everything() {
        let choking = Here { air: Air { co_ppm: 800.0, o2_percent: 15.0, ..Air::CLEAN }, ..Here::default() };
        let dark = Here { layer: 1.0, layer_k: 2.0, ..air(2.0) };
        for both in [choking.worse(dark), dark.worse(choking)] {
            assert_eq!((both.layer, both.layer_k, both.air.extinction_1_m), (1.0, 2.0, 2.0));
            assert_eq!((both.air.co_ppm, both.air.o2_percent), (800.0, 15.0));
        }
    }
}
