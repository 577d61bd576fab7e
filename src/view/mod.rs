//! Everything seen, heard or pressed. Reads the run, writes [`crate::sim::Intent`]s, decides nothing.

pub mod app;
mod attention;
pub mod audio;
mod camera;
mod draw;
mod flow;
mod hud;
mod input;
mod library;
mod look_back;
pub mod mesh;
mod models;
mod moments;
mod pad;
pub mod people;
pub mod props;
mod recording;
mod replay;
pub mod script;
mod senses;
mod story;
pub mod texture;
pub mod ui;
mod visit;
pub mod world;

use bevy::prelude::*;

/// Order within a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, SystemSet)]
pub enum ViewSystems {
    /// Devices and scripts are read.
    Input,
    /// Screens change.
    Flow,
    /// The world is made to look like the run.
    Mirror,
    /// The camera goes where the head is.
    Camera,
}
