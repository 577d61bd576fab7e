//! Gas on its way: from a layer or the outside to a layer or the outside, and where it settles. Ends where layers add it up.

use super::{
    gas::{self, G},
    state::{Air, LOWER, UPPER},
};

/// A flow of gas, kg/s; `None` = outside. What leaves one place arrives at another, so mass, heat and species are kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stream {
    /// Room and layer it leaves.
    pub from: Option<(usize, usize)>,
    /// Room it arrives in.
    pub to: Option<usize>,
    /// The part that settles in the upper layer there.
    pub upper: f64,
    /// Mass flow, kg/s.
    pub mass: f64,
    /// The part of its soot that a filter keeps.
    pub filtered: f64,
}

/// The part of arriving gas that settles in the upper layer, by its temperature between those of the layers.
///
/// Gas as warm as the upper layer rises, gas as cool as the lower sinks, and what lies well between is shared; without layers it
/// takes half a kelvin to make one.
pub fn rises(air: &Air, temperature: f64) -> f64 {
    let (low, high) = (air.t[LOWER], air.t[UPPER].max(air.t[LOWER] + 1.0));
    (2.0 * (temperature - low) / (high - low) - 0.5).clamp(0.0, 1.0)
}

/// Gas that a line plume of hot gas entrains on its way up, or of cold gas on its way down, kg/s (Poreh, Morgan, Marshall and Harrison
/// 1998, as in CFAST): `0.44 (T2/T1)^⅔ (g ρ2² / (c_p T2))^⅓ H^⅓ w^⅔ z`. `mass` in kg/s at `hot` K crosses gas at `around` K.
pub fn spill(mass: f64, own: f64, around: f64, density: f64, width: f64, height: f64) -> f64 {
    let heat = gas::CP * (own - around).abs() * mass;
    if heat <= 0.0 || height <= 0.0 || width <= 0.0 {
        return 0.0;
    }
    let ratio = around / own;
    let c = libm::cbrt(ratio * ratio * G * density * density / (gas::CP * around) * heat * width * width);
    0.44 * c * height
}
