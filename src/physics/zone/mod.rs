//! A two-zone model of fire and smoke: rooms with an upper and a lower layer, vents, fires. Ends at numbers a room can be asked for.
//!
//! [`Building`] is plain data; [`Model`] steps it. Every step keeps mass, energy and species to round-off, costs work in proportion to
//! rooms and vents, and gives the same bits everywhere. The physics and its sources stand where they are used; the comparison with
//! experiments stands in `docs/validation-fire.md`.

pub mod building;
pub mod burn;
pub mod curve;
pub mod draught;
pub mod fire;
pub mod gas;
pub mod heat;
pub mod instruments;
pub mod linear;
pub mod model;
pub mod plume;
pub mod pressure;
pub mod profile;
pub mod radiation;
pub mod samples;
pub mod state;
pub mod streams;
pub mod vent;
pub mod wall;

pub use building::{Building, CeilingVent, Detector, Fan, Material, Room, Senses, Sign, Target, Waits, WallVent};
pub use curve::Curve;
pub use fire::{Fire, Fuel, Ignition, PlumeLaw, Stand, YieldCurves, Yields, t_squared};
pub use model::{Account, Model, VentFlow};
pub use profile::{Profile, Told};
pub use state::{Air, LOWER, UPPER};

#[cfg(test)]
mod tests;
