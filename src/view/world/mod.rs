//! The 3D place: geometry, light, smoke, doors, people and effects, all mirrored from the run.

mod bake;
mod beacons;
mod crowd;
mod doubles;
mod effects;
mod material;
mod moving;
mod people;
mod seals;
mod shell;
mod sky;
mod stage;

use bevy::prelude::*;

pub use bake::pack;
pub use effects::Shown;
pub use material::RoomMaterial;
pub use people::{Cast, Present};
pub use stage::{OnStage, Stage, Tiles, Workshop, build, moving_props, strike};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Tiles>();
    app.add_plugins((material::plugin, effects::plugin, moving::plugin, people::plugin, crowd::plugin, doubles::plugin, seals::plugin));
}
