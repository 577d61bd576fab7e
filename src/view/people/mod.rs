//! People made in code: how they are built, dressed and moved. Pure functions; putting them into the world is the
//! business of whoever spawns them.
//!
//! [`Look`] says who somebody is, [`parts`] and [`face_parts`] make the triangles, [`pose()`] and [`expression`] move them.

mod body;
mod bottoms;
mod cast;
mod details;
pub mod dress;
mod eased;
pub mod face;
pub mod features;
pub mod figure;
pub mod fk;
pub mod gait;
mod gestures;
mod ground;
mod hair;
mod hats;
mod head;
pub mod look;
mod noise;
pub mod pose;
mod puppet;
mod seat;
mod shape;
mod tops;
mod uniforms;

pub use dress::parts;
pub use eased::Eased;
pub use face::{Expression, expression};
pub use features::{FacePart, Feature, face_parts, feature_place};
pub use figure::{Joint, REFERENCE, Side, Skeleton};
pub use fk::{ground_clearance, joints_world, planted, sole};
pub use gait::{CRAWL_SPEED, CROUCH_SPEED, run_stride, speed_for_height, walk_stride};
pub use look::{Bottom, Hair, Headgear, Look, Shoes, Top};
pub use pose::{Act, Pose, blend, over, pose};

pub use crate::scenario::Mood;
