//! The equations of smoke, heat, poison, shaking ground and falling furniture, on plain numbers.
//!
//! Nothing here knows a place, a story, a clock or a file: SI units in `f64`, fixed steps, and `libm` for whatever is
//! transcendental, so that the same numbers give the same bits on every machine. [`crate::hazard`] builds the numbers from a
//! place and a scenario; [`case`] builds them from a file, so that anyone can hold the equations against a known answer.

pub mod case;
pub mod exposure;
pub mod quake;
pub mod zone;
