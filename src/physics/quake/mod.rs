//! Shaking ground and what stands, hangs and lies on it, on plain numbers.
//!
//! A [`Motion`] is three components of ground acceleration, made from a seed: from an intensity that is asked for, or from a
//! magnitude at a distance by a published attenuation relation. [`floor`] carries it up a building, [`Block`] and [`Pose`] answer
//! whether a bookshelf slides, rocks or falls, [`falling`] and [`lamp`] what comes down and what swings, [`injury`] what that does
//! to whoever is below. SI units, fixed steps, `libm`; ends where a place, a story or a picture begins.
//!
//! Every number carries its mark: *s* from a standard or a paper named, *k* well known, *k?* a design rule of ours that is plausible
//! and no more, *v* recomputed. What is *k?* is never shown to a student as a fact.

pub mod attenuation;
pub mod block;
pub mod falling;
pub mod filter;
pub mod floor;
pub mod injury;
pub mod intensity;
pub mod lamp;
pub mod limits;
pub mod motion;
pub mod noise;
pub mod record;
pub mod rocking;
pub mod shaking;
pub mod site;
pub mod spectrum;
pub mod standing;
mod train;
pub mod waves;

pub use block::Block;
pub use intensity::Reading;
pub use motion::{Asked, Motion};
pub use record::Record;
pub use rocking::{Mode, Pose, Rocker};
pub use site::Site;
pub use spectrum::Spectrum;
pub use standing::Standing;

/// Standard gravity as the acceptance cases use it, m/s².
pub const G: f64 = 9.81;

/// A number forced into a range; what is no number becomes the lower end. Physics stays finite even if nobody called `check`.
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    if value.is_nan() { low } else { value.clamp(low, high) }
}

/// Ten to a power.
pub(crate) fn pow10(x: f64) -> f64 {
    libm::exp10(x)
}
