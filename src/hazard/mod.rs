//! What is in the air and under the feet, where the student is, at a moment.
//!
//! A hazard is a timeline that an author writes ([`here`]), or burns by physics ([`Smoke`]): [`crate::physics`] in the rooms
//! of a place. Everything else asks through [`Here`] and does not know which.

mod dose;
mod items;
mod smoke;
mod timeline;
mod zones;

pub use dose::{Dose, step_dose};
pub use smoke::Smoke;
pub use timeline::{Clocks, fires, here, shaking};

use crate::physics::exposure::Air;

/// What the student meets at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Here {
    /// Lower edge of the smoke above the floor, m; the room's height when there is none.
    pub layer: f64,
    /// Extinction coefficient in the layer, 1/m.
    pub layer_k: f64,
    /// Extinction coefficient at the head, 1/m.
    pub k: f64,
    /// Carbon monoxide at the head, ppm.
    pub co: f64,
    /// Temperature at the head, ℃.
    pub temp: f64,
    /// Intensity of shaking, degrees (GB/T 17742-2020).
    pub shaking: f64,
    /// All that is breathed and felt, where physics knows it.
    pub air: Option<Air>,
}

impl Here {
    /// The worse of two at every point: what an author has written and what burns by physics.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        let lower = if other.layer_k * (30.0 - other.layer) > self.layer_k * (30.0 - self.layer) { other } else { self };
        Self {
            layer: lower.layer,
            layer_k: lower.layer_k,
            k: self.k.max(other.k),
            co: self.co.max(other.co),
            temp: self.temp.max(other.temp),
            shaking: self.shaking.max(other.shaking),
            air: self.air.or(other.air).map(|air| Air {
                co_ppm: air.co_ppm.max(self.co).max(other.co),
                temperature_c: air.temperature_c.max(self.temp).max(other.temp),
                extinction_1_m: air.extinction_1_m.max(self.k).max(other.k),
                ..air
            }),
        }
    }
}

impl Default for Here {
    fn default() -> Self {
        Self { layer: 30.0, layer_k: 0.0, k: 0.0, co: 0.0, temp: 20.0, shaking: 0.0, air: None }
    }
}

/// Visibility of lit signs is capped here, m.
pub const FAR: f64 = 30.0;

impl Here {
    /// How far one sees reflecting things: `S = 3 / K`, at most 30 m (FDS; Jin).
    pub fn visibility(&self) -> f64 {
        if self.k <= 3.0 / FAR { FAR } else { 3.0 / self.k }
    }
}

/// Walking speed in smoke: `v = min(v0, max(0.2, v0 − 0.34 (3 − x)))`, x the visibility in m (Fridolf et al. 2019).
pub fn walking_speed(v0: f64, visibility: f64) -> f64 {
    v0.min((v0 - 0.34 * (3.0 - visibility)).max(0.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fridolf_gives_the_published_speeds() {
        assert!((walking_speed(1.2, 2.0) - 0.86).abs() < 1e-9);
        assert!((walking_speed(1.0, 2.0) - 0.66).abs() < 1e-9);
        assert!((walking_speed(1.2, 30.0) - 1.2).abs() < 1e-9);
    }
}
