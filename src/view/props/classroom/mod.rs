//! Classroom props: what is taught with, sat on, and what an earthquake leaves of it.
//!
//! `kit` is shared with the office, KTV and street props; rooms and their walls are built elsewhere.

mod board;
pub(super) mod kit;
mod quake;
mod room;
mod seating;
mod shelf;

use crate::view::mesh::MeshBuf;
use crate::view::texture::SignBook;

use kit::Piece;

/// Builds a classroom prop, or says that the kind is not one.
pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    let builder: fn(&mut Piece<'_>) = match kind {
        "student_desk" => seating::student_desk,
        "student_chair" => seating::student_chair,
        "student_stool" => seating::student_stool,
        "podium_desk" => seating::podium_desk,
        "podium_step" => seating::podium_step,
        "lectern" => seating::lectern,
        "blackboard" => board::blackboard,
        "slide_screen" => board::slide_screen,
        "projector" => board::projector,
        "classroom_speaker" => board::classroom_speaker,
        "study_wall" => board::study_wall,
        "class_clock" => board::class_clock,
        "flag_small" => board::flag_small,
        "bookcase" => shelf::bookcase,
        "fallen_bookcase" => shelf::fallen_bookcase,
        "book_pile" => shelf::book_pile,
        "water_dispenser" => room::water_dispenser,
        "curtain" => room::curtain,
        "fan_lamp" => room::fan_lamp,
        "pendant_tube" => room::pendant_tube,
        "door_classroom" => room::door_classroom,
        "bin_class" => room::bin_class,
        "broom_corner" => room::broom_corner,
        "window_sill_plants" => room::window_sill_plants,
        "ceiling_tile_fallen" => quake::ceiling_tile_fallen,
        "glass_shards" => quake::glass_shards,
        "dust_pile" => quake::dust_pile,
        _ => return None,
    };
    Some(Piece::make(builder, seed, text, signs))
}
