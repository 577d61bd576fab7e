//! Rooms, doors, stairs, props and anchors: the one geometry that the picture, the walking and the hazards share.
//!
//! A place is a file of its own, used by several scenarios. This layer knows neither scenarios nor Bevy.

pub mod catalogue;
mod checks;
mod ground;
mod model;
mod read;
mod route;
mod solid;

pub use checks::{ANCHOR_BLOCKED, CODES, id_is_stem, stands};
pub use ground::STEP;
pub use model::*;
pub use read::{looks_like_place, read};
pub use route::{Walk, route};
pub use solid::{Solid, opens, solids};
