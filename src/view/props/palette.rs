//! The colours of the game as finishes, so that one wood, one fire red and one steel are used everywhere.
//!
//! Rooms and props take their materials from here; the sign painter and the screen theme have colours of their own.

use crate::view::mesh::{Finish, Surface};

/// Warm white plaster above the dado.
pub const WALL: Finish = Finish::new(0xF3EFE6, Surface::Plaster);
/// Painted dado (墙裙), green.
pub const DADO_GREEN: Finish = Finish::new(0x9FBFA8, Surface::Plaster);
/// Painted dado, blue.
pub const DADO_BLUE: Finish = Finish::new(0x9DB7C9, Surface::Plaster);
/// Speckled terrazzo.
pub const TERRAZZO: Finish = Finish::new(0xB9B5A8, Surface::Terrazzo);
/// Night sky behind a window.
pub const NIGHT_SKY: Finish = Finish::new(0x23304A, Surface::Plain);

/// Furniture board.
pub const WOOD: Finish = Finish::new(0xB98A5A, Surface::Wood);
/// Skirtings, plinths, old furniture.
pub const WOOD_DARK: Finish = Finish::new(0x7A5636, Surface::Wood);
/// Birch and pine.
pub const WOOD_PALE: Finish = Finish::new(0xD9BC8C, Surface::Wood);
/// Cork.
pub const CORK: Finish = Finish::new(0xC29A68, Surface::Carpet);
/// Corrugated card.
pub const CARDBOARD: Finish = Finish::new(0xB08D5E, Surface::Paper);
/// Office paper.
pub const PAPER: Finish = Finish::new(0xF8F4E9, Surface::Paper);

/// Painted bed steel.
pub const STEEL: Finish = Finish::new(0x6C7F91, Surface::Metal);
/// Darker painted steel: chair legs, brackets.
pub const STEEL_DARK: Finish = Finish::new(0x46525E, Surface::Metal);
/// Near-black iron.
pub const IRON: Finish = Finish::new(0x33383D, Surface::Metal);
/// Brushed stainless steel.
pub const STAINLESS: Finish = Finish::new(0xC3C9CC, Surface::Metal);
/// Window and door frames.
pub const ALUMINIUM: Finish = Finish::new(0xD5D8D8, Surface::Metal);
/// Valves, keys, fittings.
pub const BRASS: Finish = Finish::new(0xC49A45, Surface::Metal);

/// Everything that belongs to the fire brigade, painted metal.
pub const FIRE_RED: Finish = Finish::new(0xC8342B, Surface::Metal);
/// The same red as plastic or lacquer.
pub const RED_PLASTIC: Finish = Finish::new(0xC8342B, Surface::Plain);
/// Escape-route green.
pub const EXIT_GREEN: Finish = Finish::new(0x1E8F4E, Surface::Plain);
/// White appliances.
pub const WHITE_PLASTIC: Finish = Finish::new(0xF1F1EC, Surface::Plain);
/// Grey housings.
pub const GREY_PLASTIC: Finish = Finish::new(0x9AA1A6, Surface::Plain);
/// Black plastic, rubber and cable.
pub const BLACK_PLASTIC: Finish = Finish::new(0x24272B, Surface::Plain);
/// A screen that is off.
pub const SCREEN_OFF: Finish = Finish::new(0x15191E, Surface::Plain);
/// Glass that cannot be seen through from here.
pub const GLASS: Finish = Finish::new(0xA9C4CF, Surface::Plain);
/// Glass with a dark room behind it.
pub const GLASS_DARK: Finish = Finish::new(0x3B4D59, Surface::Plain);
/// A mirror's silver.
pub const MIRROR: Finish = Finish::new(0xC9D9E0, Surface::Plain);
/// Light caught by glass.
pub const GLINT: Finish = Finish::new(0xF4FAFC, Surface::Plain);

/// White bed linen, tissue, towels.
pub const LINEN: Finish = Finish::new(0xEFEDE6, Surface::Cloth);
/// Dark brown leather.
pub const LEATHER: Finish = Finish::new(0x5B3D2B, Surface::Leather);
/// Leaves.
pub const LEAF: Finish = Finish::new(0x4E8B4A, Surface::Grass);
/// Potting soil.
pub const SOIL: Finish = Finish::new(0x4A372A, Surface::Carpet);
/// Flower-pot clay.
pub const TERRACOTTA: Finish = Finish::new(0xB5654A, Surface::Plaster);

/// Charred remains.
pub const CHAR: Finish = Finish::new(0x191614, Surface::Concrete);
/// Ash.
pub const ASH: Finish = Finish::new(0x6B6660, Surface::Concrete);
/// Ember.
pub const EMBER: Finish = Finish::new(0xFF7A2A, Surface::Plain).glowing(0.9);

/// A warm lamp.
pub const LAMP: Finish = Finish::new(0xFFD9A0, Surface::Plain).glowing(1.0);
/// A fluorescent tube.
pub const FLUORESCENT: Finish = Finish::new(0xEAF2FF, Surface::Plain).glowing(1.0);
/// A green status light.
pub const LED_GREEN: Finish = Finish::new(0x4CFF7A, Surface::Plain).glowing(1.0);
/// A red status light.
pub const LED_RED: Finish = Finish::new(0xFF4A3A, Surface::Plain).glowing(1.0);

/// Quilt covers and curtains, as bought in the shop by the gate.
pub const BEDDING: [Finish; 8] = [
    Finish::new(0x8FA9C4, Surface::Cloth),
    Finish::new(0xD9A7A4, Surface::Cloth),
    Finish::new(0xA8B79A, Surface::Cloth),
    Finish::new(0xC9BFAE, Surface::Cloth),
    Finish::new(0x6E7F9E, Surface::Cloth),
    Finish::new(0xB79BB5, Surface::Cloth),
    Finish::new(0xD8C07A, Surface::Cloth),
    Finish::new(0x7FA7A5, Surface::Cloth),
];

/// Clothes, bags, towels.
pub const CLOTHES: [Finish; 8] = [
    Finish::new(0x2F4A6D, Surface::Cloth),
    Finish::new(0xE8E4DA, Surface::Cloth),
    Finish::new(0x3A3D42, Surface::Cloth),
    Finish::new(0xA5423B, Surface::Cloth),
    Finish::new(0x6F8F6A, Surface::Cloth),
    Finish::new(0xD3A24A, Surface::Cloth),
    Finish::new(0x8C7BA6, Surface::Cloth),
    Finish::new(0x5E8FB0, Surface::Cloth),
];

/// Cheap bright plastic: basins, stools, bins, cups.
pub const PLASTICS: [Finish; 6] = [
    Finish::new(0x3F7FBF, Surface::Plain),
    Finish::new(0xD9574A, Surface::Plain),
    Finish::new(0x4FA37A, Surface::Plain),
    Finish::new(0xE6A8B4, Surface::Plain),
    Finish::new(0xE8C34F, Surface::Plain),
    Finish::new(0x8FC3D8, Surface::Plain),
];

/// Spines of textbooks.
pub const BOOKS: [Finish; 8] = [
    Finish::new(0x2E5C8A, Surface::Paper),
    Finish::new(0xB23A34, Surface::Paper),
    Finish::new(0xE9E2CF, Surface::Paper),
    Finish::new(0x3E7D5A, Surface::Paper),
    Finish::new(0xE0A63C, Surface::Paper),
    Finish::new(0x5A4A78, Surface::Paper),
    Finish::new(0x8FB3C9, Surface::Paper),
    Finish::new(0x4A4F55, Surface::Paper),
];
