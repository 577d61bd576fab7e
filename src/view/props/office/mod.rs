//! Props of the small kind rooms where a drill can end: the campus police room and the counselling room.

mod duty;
mod lounge;

use crate::view::mesh::MeshBuf;
use crate::view::texture::SignBook;

use super::classroom::kit::Piece;

/// Builds an office prop, or says that the kind is not one.
pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    let builder: fn(&mut Piece<'_>) = match kind {
        "police_desk" => duty::police_desk,
        "police_sign" => duty::police_sign,
        "counsel_sign" => duty::counsel_sign,
        "poster_antifraud" => duty::poster_antifraud,
        "filing_cabinet" => duty::filing_cabinet,
        "whiteboard" => duty::whiteboard,
        "kettle" => lounge::kettle,
        "sofa_small" => lounge::sofa_small,
        "sofa_big" => lounge::sofa_big,
        "plant_big" => lounge::plant_big,
        "floor_lamp" => lounge::floor_lamp,
        "tea_table" => lounge::tea_table,
        "bookshelf_small" => lounge::bookshelf_small,
        "wall_painting" => lounge::wall_painting,
        "rug" => lounge::rug,
        _ => return None,
    };
    Some(Piece::make(builder, seed, text, signs))
}
