//! What an earthquake may bring down: which kinds of things stand, hang or lie so that they can fall, and how firmly. The numbers
//! are design rules (k?) in the manner of [`crate::physics::quake::falling`]; ends where the floor moves: `ground`.

use crate::physics::quake::Block;
use crate::physics::quake::falling::Loose;
use crate::place::Prop;
use crate::place::catalogue::PropKind;

/// How a thing answers a shaking floor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Piece {
    /// Stands on the floor: slides, rocks and may topple by its own size, weight and friction.
    Stands(Block),
    /// Hangs or lies above the floor and comes down.
    Drops(Loose),
    /// Not there until something came down: broken glass, fallen plaster, a pile of books.
    Litter(Loose),
}

/// Mass (kg) and height of the centre of mass over the height, of what stands free and is taller than deep.
const STANDING: [(&str, f64, f64); 13] = [
    ("bookcase", 60.0, 0.5),
    ("wardrobe", 80.0, 0.5),
    ("filing_cabinet", 70.0, 0.5),
    ("bookshelf_small", 28.0, 0.5),
    ("cabinet_shoe", 18.0, 0.45),
    // The bottle sits on top.
    ("water_dispenser", 30.0, 0.62),
    ("water_boiler", 60.0, 0.5),
    ("lectern", 30.0, 0.5),
    ("floor_lamp", 6.0, 0.45),
    ("plant_big", 25.0, 0.3),
    ("plant_pot", 20.0, 0.3),
    ("speaker_tower", 22.0, 0.5),
    ("song_kiosk", 45.0, 0.45),
];

/// Horizontal acceleration of the floor from which it comes down, m/s², the storey drift from which it does, and kg of one piece.
const LOOSE: [(&str, f64, Option<f64>, f64); 12] = [
    ("class_clock", 2.2, None, 0.8),
    ("wall_clock", 2.2, None, 0.8),
    ("window_sill_plants", 1.8, None, 2.5),
    ("photo_frame", 1.4, None, 0.3),
    ("wall_painting", 2.5, None, 1.5),
    ("projector", 8.0, None, 3.5),
    ("pendant_tube", 6.0, None, 1.8),
    ("ceiling_fan", 9.0, None, 6.0),
    ("book_pile", 1.35, None, 1.0),
    ("ceiling_tile_fallen", 2.5, Some(1.0 / 150.0), 2.5),
    ("dust_pile", 4.0, Some(1.0 / 120.0), 1.0),
    ("glass_shards", 6.0, Some(1.0 / 100.0), 1.0),
];

/// What lies on the floor once it has come down, and from how high it came, m.
const LITTER: [(&str, f64); 4] = [("book_pile", 1.6), ("ceiling_tile_fallen", 2.8), ("dust_pile", 2.8), ("glass_shards", 1.5)];

/// How a thing of a place may fall, if it may.
pub fn piece(prop: &Prop, above_floor: f64) -> Option<Piece> {
    let PropKind { name, size: [width, height, depth], .. } = *prop.kind;
    if let Some((_, mass, centre)) = STANDING.iter().find(|(known, ..)| *known == name) {
        return Some(Piece::Stands(Block { width, depth, height, mass: *mass, centre: *centre, ..Block::default() }));
    }
    let (name, pga, drift, mass) = *LOOSE.iter().find(|(known, ..)| *known == name)?;
    let litter = LITTER.iter().find(|(known, _)| *known == name);
    let loose = |height| Loose { name, pga, drift, mass, height };
    Some(litter.map_or_else(|| Piece::Drops(loose(above_floor)), |(_, height)| Piece::Litter(loose(*height))))
}

/// What a student may creep under: a blow from above meets it first.
pub fn shelters(kind: &PropKind) -> bool {
    matches!(kind.name, "student_desk" | "desk_big" | "podium_desk" | "wardens_desk" | "police_desk" | "loft_bed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_named_here_is_in_the_catalogue() {
        let names = STANDING.iter().map(|(n, ..)| n).chain(LOOSE.iter().map(|(n, ..)| n)).chain(LITTER.iter().map(|(n, _)| n));
        for name in names {
            assert!(crate::place::catalogue::kind(name).is_some(), "{name} is no kind of prop");
        }
    }

    #[test]
    fn all_litter_has_something_that_brings_it_down() {
        assert!(LITTER.iter().all(|(name, _)| LOOSE.iter().any(|(known, ..)| known == name)));
    }
}
