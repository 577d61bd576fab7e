//! Props of the KTV booth, the rented room and their wash room. Nothing here is meant to look tempting.

mod booth;
mod fittings;
mod table;
mod washroom;

use crate::view::mesh::MeshBuf;
use crate::view::texture::SignBook;

use super::classroom::kit::Piece;

/// Builds a KTV prop, or says that the kind is not one.
pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    let builder: fn(&mut Piece<'_>) = match kind {
        "ktv_sofa" => booth::ktv_sofa,
        "ktv_table" => booth::ktv_table,
        "ktv_screen" => booth::ktv_screen,
        "speaker_tower" => booth::speaker_tower,
        "song_kiosk" => booth::song_kiosk,
        "disco_ball" => fittings::disco_ball,
        "led_strip" => fittings::led_strip,
        "wall_panel_padded" => fittings::wall_panel_padded,
        "door_ktv" => fittings::door_ktv,
        "room_number_lamp" => fittings::room_number_lamp,
        "drinks" => table::drinks,
        "vape" => table::vape,
        "microphone" => table::microphone,
        "snack_box" => table::snack_box,
        "cake" => table::cake,
        "ashtray_empty" => table::ashtray_empty,
        "jacket_on_sofa" => table::jacket_on_sofa,
        "wash_basin_counter" => washroom::wash_basin_counter,
        "toilet_stall" => washroom::toilet_stall,
        _ => return None,
    };
    Some(Piece::make(builder, seed, text, signs))
}
