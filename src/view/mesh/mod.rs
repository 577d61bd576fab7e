//! Geometry made in code: a growing triangle buffer and the solids that every prop, person and room is made of.
//!
//! Nothing here knows Bevy's renderer; [`buf::MeshBuf`] is turned into a `Mesh` at one place only (`view/world`).

pub mod buf;
pub mod solids;

pub use buf::{Finish, MeshBuf, Surface};
