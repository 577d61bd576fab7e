//! Outdoor props: what stands on the campus and in the street, what drives up, and façades to look at from far away.
//!
//! Vehicles have their nose to +Z.

mod cars;
mod court;
mod cycles;
mod facades;
mod fire_engine;
mod green;
mod roadside;
mod shops;

use crate::view::mesh::MeshBuf;
use crate::view::texture::SignBook;

use super::classroom::kit::Piece;

/// Builds an outdoor prop, or says that the kind is not one.
pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    let builder: fn(&mut Piece<'_>) = match kind {
        "tree" => green::tree,
        "bush" => green::bush,
        "flowerbed" => green::flowerbed,
        "hill_backdrop" => green::hill_backdrop,
        "moon" => green::moon,
        "bench" => court::bench,
        "basketball_hoop" => court::basketball_hoop,
        "assembly_sign" => court::assembly_sign,
        "running_track_patch" => court::running_track_patch,
        "lamp_post" => roadside::lamp_post,
        "fence" => roadside::fence,
        "bus_stop" => roadside::bus_stop,
        "street_kerb" => roadside::street_kerb,
        "manhole" => roadside::manhole,
        "fire_engine" => fire_engine::fire_engine,
        "ambulance" => cars::ambulance,
        "taxi" => cars::taxi,
        "bicycle" => cycles::bicycle,
        "ebike" => cycles::ebike,
        "parking_shed" => cycles::parking_shed,
        "shop_front" => shops::shop_front,
        "clinic_sign" => shops::clinic_sign,
        "dorm_facade" => facades::dorm_facade,
        "dorm_facade_window" => facades::dorm_facade_window,
        "teaching_facade" => facades::teaching_facade,
        _ => return None,
    };
    Some(Piece::make(builder, seed, text, signs))
}
