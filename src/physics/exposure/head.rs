//! What a head is in at a height, given two layers. Ends where the layers come from: a fire model or an author.

use super::Air;

/// The smoke does not end like a table top: over this height the lower air becomes the upper, m. Two-zone models have no
/// such thickness; 0.2 m is a choice that keeps a nodding head from switching between two worlds.
pub const TRANSITION_M: f64 = 0.2;

/// A room in two layers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layers {
    /// Smoke under the ceiling.
    pub upper: Air,
    /// What is below.
    pub lower: Air,
    /// Height of the boundary above the floor, m.
    pub layer_height_m: f64,
}

/// Share of the upper layer at a height, 0 to 1: a smooth S over `transition_m` centred on the boundary, one half at it.
pub fn upper_share(height_m: f64, layer_height_m: f64, transition_m: f64) -> f64 {
    let above = height_m - layer_height_m;
    if above.is_nan() {
        return 0.0;
    }
    // Also where the transition is nothing, or no number.
    if transition_m.is_nan() || transition_m <= 1e-9 || above.abs() >= transition_m / 2.0 {
        return if above >= 0.0 { 1.0 } else { 0.0 };
    }
    let x = above / transition_m + 0.5;
    x * x * (3.0 - 2.0 * x)
}

/// What a head at this height is in, with the usual [`TRANSITION_M`]. Every quantity is mixed alike, radiation too.
pub fn air_at(layers: &Layers, height_m: f64) -> Air {
    layers.lower.mixed(&layers.upper, upper_share(height_m, layers.layer_height_m, TRANSITION_M))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::exposure::{Posture, Variant, fed_rate};
    use proptest::prelude::*;

    fn corridor() -> Layers {
        let upper = Air { co_ppm: 3000.0, extinction_1_m: 2.0, temperature_c: 120.0, o2_percent: 16.0, ..Air::CLEAN };
        Layers { upper, lower: Air::CLEAN, layer_height_m: 0.9 }
    }

    #[test]
    fn under_the_smoke_the_air_is_the_lower_layers_and_above_it_the_uppers() {
        let layers = corridor();
        assert_eq!(air_at(&layers, 0.79), layers.lower);
        assert_eq!(air_at(&layers, 1.01), layers.upper);
        assert!((air_at(&layers, 0.9).co_ppm - 1500.0).abs() < 1e-9);
    }

    #[test]
    fn crawling_under_the_smoke_spares_the_dose() {
        let rate = |posture: Posture| fed_rate(&air_at(&corridor(), posture.head_height_m()), Variant::Iso13571PlusO2).total();
        assert!(rate(Posture::Standing) > 0.08);
        assert_eq!(rate(Posture::HandsAndKnees), 0.0);
    }

    #[test]
    fn the_change_is_gentle_at_both_ends_of_the_transition() {
        assert!((upper_share(0.95, 1.0, 0.2) - 0.156_25).abs() < 1e-12);
        assert!((upper_share(1.05, 1.0, 0.2) - 0.843_75).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn raising_the_head_by_a_hair_changes_the_air_by_a_hair(height in 0.0..3.0_f64) {
            let (a, b) = (air_at(&corridor(), height), air_at(&corridor(), height + 1e-6));
            prop_assert!((a.co_ppm - b.co_ppm).abs() < 0.1 && b.co_ppm >= a.co_ppm - 1e-9);
        }

        #[test]
        fn the_share_is_a_share_for_any_numbers(h in prop::num::f64::ANY, layer in prop::num::f64::ANY, t in prop::num::f64::ANY) {
            prop_assert!((0.0..=1.0).contains(&upper_share(h, layer, t)));
        }
    }
}
