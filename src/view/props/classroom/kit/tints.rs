//! Colours and finishes that several props share. A colour that only one prop has stays with that prop.

use crate::view::mesh::{Finish, Surface};

/// Varnished oak: desks, door leaves, podiums.
pub(crate) const OAK: Finish = Finish::new(0xB98A5A, Surface::Wood);
/// Dark wood.
pub(crate) const WALNUT: Finish = Finish::new(0x7A5636, Surface::Wood);
/// Pale school-desk top.
pub(crate) const BEECH: Finish = Finish::new(0xD3AE7C, Surface::Wood);
/// Blue-grey painted steel, as school furniture has it.
pub(crate) const STEEL: Finish = Finish::new(0x6C7F91, Surface::Metal);
/// Bare bright metal.
pub(crate) const CHROME: Finish = Finish::new(0xC4CACF, Surface::Metal);
/// White plastic and enamel.
pub(crate) const WHITE: Finish = Finish::new(0xF1EEE7, Surface::Plain);
/// Yellowed white: old appliances.
pub(crate) const CREAM: Finish = Finish::new(0xE4DCC8, Surface::Plain);
/// Black plastic.
pub(crate) const BLACK: Finish = Finish::new(0x1D2024, Surface::Plain);
/// Dark grey plastic.
pub(crate) const DARK: Finish = Finish::new(0x3B4046, Surface::Plain);
/// Middle grey.
pub(crate) const GREY: Finish = Finish::new(0x8A8F94, Surface::Plain);
/// A sheet of paper.
pub(crate) const SHEET: Finish = Finish::new(0xF6F3EA, Surface::Paper);
/// Window glass by day.
pub(crate) const GLASS: Finish = Finish::new(0xB9D0D6, Surface::Plain);
/// Glass with darkness behind it.
pub(crate) const DARK_GLASS: Finish = Finish::new(0x2B3944, Surface::Plain);
/// Fire red.
pub(crate) const RED: Finish = Finish::new(0xC8342B, Surface::Plain);
/// Tyres and feet.
pub(crate) const RUBBER: Finish = Finish::new(0x26282A, Surface::Rubber);
/// Bright leaves.
pub(crate) const LEAF: Finish = Finish::new(0x63A04E, Surface::Grass);
/// Leaves in the shade.
pub(crate) const LEAF_DARK: Finish = Finish::new(0x3F7A3F, Surface::Grass);
/// Potting soil.
pub(crate) const SOIL: Finish = Finish::new(0x54402F, Surface::Concrete);
/// Earthenware.
pub(crate) const CLAY: Finish = Finish::new(0xB4683F, Surface::Plaster);
/// Cast concrete.
pub(crate) const CONCRETE: Finish = Finish::new(0x9E9B93, Surface::Concrete);
/// Warm lamp light.
pub(crate) const LAMPLIGHT: Finish = Finish::new(0xFFD9A0, Surface::Plain).glowing(0.9);
/// A fluorescent tube.
pub(crate) const TUBELIGHT: Finish = Finish::new(0xEAF2FF, Surface::Plain).glowing(1.0);
/// Gold and brass trim.
pub(crate) const BRASS: Finish = Finish::new(0xC7A24E, Surface::Metal);

/// Book covers.
pub(crate) const COVERS: [u32; 12] =
    [0xB5463C, 0x2F5D8A, 0x3E7F5C, 0xD9A441, 0x6B4C86, 0xE3DCCB, 0x1F6E78, 0xC9713A, 0x8C9A4B, 0x394A63, 0xD58A94, 0x7A6A55];
/// Bags, coats and cushions.
pub(crate) const CLOTHS: [u32; 8] = [0x35506E, 0xA64B4B, 0x4F7A62, 0x5A5560, 0xC2884E, 0x7C6A97, 0x2F3640, 0x8FA7B8];

/// Smooth plastic or paint of any colour.
pub(crate) const fn plain(rgb: u32) -> Finish {
    Finish::new(rgb, Surface::Plain)
}

/// Woven cloth of any colour.
pub(crate) const fn cloth(rgb: u32) -> Finish {
    Finish::new(rgb, Surface::Cloth)
}

/// Painted metal of any colour.
pub(crate) const fn metal(rgb: u32) -> Finish {
    Finish::new(rgb, Surface::Metal)
}

/// Paper or card of any colour.
pub(crate) const fn card(rgb: u32) -> Finish {
    Finish::new(rgb, Surface::Paper)
}

/// Something that shines at its own colour.
pub(crate) const fn light(rgb: u32, glow: f32) -> Finish {
    Finish::new(rgb, Surface::Plain).glowing(glow)
}
