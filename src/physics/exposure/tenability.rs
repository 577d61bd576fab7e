//! When a place no longer lets people through: a set of limits, and the time available for escape (ASET).
//!
//! The set is the usual one of performance-based design, a DESIGN VALUE: it is far from collapse on purpose.

use super::{Air, visibility};

/// Which limit is passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The smoke is down and hot: layer below its limit and the head in air above its limit.
    HotSmokeAtHead,
    /// Too little is seen.
    Visibility,
    /// Too much carbon monoxide.
    CarbonMonoxide,
    /// Too much radiation.
    Radiation,
    /// Too much gas dose.
    Dose,
}

/// A set of limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TenabilitySet {
    /// The layer is high enough at or above this, m.
    pub layer_height_m: f64,
    /// With the layer below that: the head's air must stay below this, °C.
    pub temperature_c: f64,
    /// Visibility of things that reflect light must be at least this, m.
    pub visibility_m: f64,
    /// Carbon monoxide must stay below this, ppm.
    pub co_ppm: f64,
    /// Radiation must stay below this, kW/m².
    pub radiant_kw_m2: f64,
    /// The gas dose must stay below this.
    pub fed: f64,
}

/// For corridors, halls and stairs. Design value.
pub const LARGE_ROOM: TenabilitySet =
    TenabilitySet { layer_height_m: 2.0, temperature_c: 60.0, visibility_m: 10.0, co_ppm: 1400.0, radiant_kw_m2: 2.5, fed: 0.3 };
/// For rooms one knows and leaves in a few steps: half the visibility. Design value.
pub const SMALL_ROOM: TenabilitySet = TenabilitySet { visibility_m: 5.0, ..LARGE_ROOM };

impl TenabilitySet {
    /// The first limit that is passed, in the order of [`Limit`].
    pub fn passed(&self, head: &Air, layer_height_m: f64, fed: f64) -> Option<Limit> {
        let seen = visibility::visibility(head.extinction_1_m, visibility::REFLECTING);
        [
            (Limit::HotSmokeAtHead, layer_height_m < self.layer_height_m && head.temperature_c >= self.temperature_c),
            (Limit::Visibility, seen < self.visibility_m),
            (Limit::CarbonMonoxide, head.co_ppm >= self.co_ppm),
            (Limit::Radiation, head.radiant_kw_m2 >= self.radiant_kw_m2),
            (Limit::Dose, fed >= self.fed),
        ]
        .into_iter()
        .find_map(|(limit, passed)| passed.then_some(limit))
    }
}

/// The first limit of [`LARGE_ROOM`] that the air passes, the dose left out.
pub fn tenability(head: &Air, layer_height_m: f64) -> Option<Limit> {
    LARGE_ROOM.passed(head, layer_height_m, 0.0)
}

/// The time available for escape (ASET): the first moment, s, at which a limit is passed, and which. `moments` rise in time
/// and give the time, the head's air, the layer height and the gas dose.
pub fn aset(set: &TenabilitySet, moments: impl IntoIterator<Item = (f64, Air, f64, f64)>) -> Option<(f64, Limit)> {
    moments.into_iter().find_map(|(time, head, layer, fed)| set.passed(&head, layer, fed).map(|limit| (time, limit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clear_corridor_can_be_used_and_each_limit_ends_it_alone() {
        assert_eq!(tenability(&Air::CLEAN, 2.4), None);
        let hot = Air { temperature_c: 80.0, ..Air::CLEAN };
        assert_eq!((tenability(&hot, 1.5), tenability(&hot, 2.1)), (Some(Limit::HotSmokeAtHead), None));
        assert_eq!(tenability(&Air { extinction_1_m: 0.31, ..Air::CLEAN }, 1.0), Some(Limit::Visibility));
        assert_eq!(tenability(&Air { co_ppm: 1400.0, ..Air::CLEAN }, 1.0), Some(Limit::CarbonMonoxide));
        assert_eq!(tenability(&Air { radiant_kw_m2: 2.5, ..Air::CLEAN }, 1.0), Some(Limit::Radiation));
        assert_eq!(LARGE_ROOM.passed(&Air::CLEAN, 1.0, 0.3), Some(Limit::Dose));
    }

    #[test]
    fn in_a_small_room_half_the_visibility_is_enough() {
        let haze = Air { extinction_1_m: 0.5, ..Air::CLEAN };
        assert_eq!(SMALL_ROOM.passed(&haze, 1.0, 0.0), None);
        assert_eq!(LARGE_ROOM.passed(&haze, 1.0, 0.0), Some(Limit::Visibility));
    }

    #[test]
    fn the_time_available_ends_with_the_first_limit() {
        let moments = (0..100).map(|s| {
            let time = f64::from(s);
            (time, Air { extinction_1_m: time / 100.0, co_ppm: time * 20.0, ..Air::CLEAN }, 1.5, time / 1000.0)
        });
        assert_eq!(aset(&LARGE_ROOM, moments), Some((31.0, Limit::Visibility)));
    }
}
