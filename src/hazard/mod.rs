//! What is in the air and under the feet, where the student is, at a moment.
//!
//! For now hazards are timelines that an author writes. Everything else asks through [`Here`], so that a physical
//! model can take the timelines' place without a change elsewhere.

mod dose;
mod timeline;

pub use dose::{Dose, step_dose};
pub use timeline::{Clocks, fires, here, shaking};

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
}

impl Default for Here {
    fn default() -> Self {
        Self { layer: 30.0, layer_k: 0.0, k: 0.0, co: 0.0, temp: 20.0, shaking: 0.0 }
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
