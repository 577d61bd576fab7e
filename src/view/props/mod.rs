//! The picture of every kind of prop: a name, a seed and some words in, triangles out.
//!
//! Local frame: the origin is the middle of the footprint at the underside, +Y is up, the front looks to +Z, metres;
//! what hangs on a wall has its back at z = -depth/2, and door leaves have their origin at the hinge. Sizes live in
//! `place/catalogue`; where a prop stands, and what a player may do with it, is no concern of this folder.

mod classroom;
mod desk;
mod ktv;
mod office;
mod street;

mod corridor;
mod corridor_safety;
mod dorm_bed;
mod dorm_clutter;
mod dorm_doors;
mod dorm_electric;
mod dorm_room;
mod wall_paper;
mod wardens_desk;

mod cloth;
mod dorm_desk;
mod lettering;
pub mod palette;
mod parts;
mod small_things;
mod vary;

use crate::view::mesh::MeshBuf;
use crate::view::texture::SignBook;
pub use cloth::wet_towels;

/// Builds a kind it knows, and passes on any other.
type Builder = fn(&str, u32, &[String], &mut SignBook) -> Option<MeshBuf>;

/// In the order they are asked. Every name belongs to one of them only.
const BUILDERS: [Builder; 14] = [
    dorm_bed::build,
    dorm_room::build,
    dorm_clutter::build,
    dorm_electric::build,
    dorm_doors::build,
    wall_paper::build,
    corridor::build,
    corridor_safety::build,
    wardens_desk::build,
    classroom::build,
    desk::build,
    ktv::build,
    office::build,
    street::build,
];

/// The mesh of one prop. `seed` varies colours and clutter, `text` replaces the words on it; what is written goes into
/// `signs`. `None` when no builder knows the kind.
pub fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    BUILDERS.iter().find_map(|builder| builder(kind, seed, text, signs))
}
