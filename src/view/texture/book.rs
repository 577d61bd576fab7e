//! The book of signs: gives every sign its place in one atlas while a place is built, and paints the atlas afterwards.

use bevy::math::Vec2;

use super::canvas::{Canvas, channels};
use super::fonts::SignFonts;
use super::paint;
use super::sign::SignSpec;

/// Texels along each side of the atlas, as far as it is used: see [`SignBook::height`].
pub const ATLAS: u32 = 2048;

/// Empty ground, and what a sign shows that found no room.
const PAPER: u32 = 0xF3EFE6;
/// Texels at the top that stay empty for signs that found no room.
const RESERVED: u32 = 16;
/// Each sign's border is repeated this far, so that filtering never fetches a neighbour.
const GUTTER: u32 = 2;
/// Texels a metre of a sign of ordinary size.
const DENSITY: f32 = 420.0;
/// Texels along the longer side: small signs are read from close by, huge ones from far away.
const LONGER_SIDE: (f32, f32) = (192.0, 900.0);

/// One sign and where it lies; the corner is that of the gutter.
#[derive(Debug)]
struct Slot {
    spec: SignSpec,
    x: u32,
    y: u32,
    width: u32,
    height: u32,
}

/// A row of the atlas that signs of similar height are put on from left to right.
#[derive(Debug)]
struct Shelf {
    y: u32,
    height: u32,
    used: u32,
}

/// Every sign of a place.
#[derive(Debug, Default)]
pub struct SignBook {
    slots: Vec<Slot>,
    shelves: Vec<Shelf>,
}

impl SignBook {
    /// Enters a sign and returns its UVs in the atlas: upper left and lower right corner.
    ///
    /// Equal signs share one place. When the atlas is full, the sign is plain paper.
    pub fn add(&mut self, spec: SignSpec) -> (Vec2, Vec2) {
        if let Some(slot) = self.slots.iter().find(|slot| slot.spec == spec) {
            return slot.uv();
        }
        let (width, height) = pixels(spec.size);
        let Some((x, y)) = self.reserve(width + 2 * GUTTER, height + 2 * GUTTER) else {
            return uv(4, 4, RESERVED - 8, RESERVED - 8);
        };
        let slot = Slot { spec, x, y, width, height };
        let place = slot.uv();
        self.slots.push(slot);
        place
    }

    /// How many different signs there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether no sign was entered.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Texels of the atlas's height that are used. UVs count in whole atlases all the same; the shader, which knows
    /// the picture's shape, stretches them.
    pub fn height(&self) -> u32 {
        self.shelves.last().map_or(RESERVED, |shelf| shelf.y + shelf.height).next_multiple_of(64).min(ATLAS)
    }

    /// Paints the atlas: RGBA8 (sRGB), `ATLAS` by [`SignBook::height`].
    pub fn paint(&self, fonts: &SignFonts) -> Vec<u8> {
        let [r, g, b] = channels(PAPER);
        let mut atlas = [r, g, b, 255].repeat(ATLAS as usize * self.height() as usize);
        for slot in &self.slots {
            let picture = paint::sign(&slot.spec, (slot.width, slot.height), fonts);
            slot.copy(&picture, &mut atlas);
        }
        atlas
    }

    fn reserve(&mut self, width: u32, height: u32) -> Option<(u32, u32)> {
        let snug = self.shelf_for(width, height, height + height / 3 + 8);
        let fresh = snug.or_else(|| self.open_shelf(height));
        let index = fresh.or_else(|| self.shelf_for(width, height, ATLAS))?;
        let shelf = &mut self.shelves[index];
        let corner = (shelf.used, shelf.y);
        shelf.used += width;
        Some(corner)
    }

    /// The lowest shelf with room, at most `tallest` high.
    fn shelf_for(&self, width: u32, height: u32, tallest: u32) -> Option<usize> {
        let fits = |shelf: &Shelf| (height..=tallest).contains(&shelf.height) && shelf.used + width <= ATLAS;
        let fitting = self.shelves.iter().enumerate().filter(|entry| fits(entry.1));
        fitting.min_by_key(|(_, shelf)| shelf.height).map(|(index, _)| index)
    }

    fn open_shelf(&mut self, height: u32) -> Option<usize> {
        let height = height.next_multiple_of(8);
        let y = self.shelves.last().map_or(RESERVED, |shelf| shelf.y + shelf.height);
        if y + height > ATLAS {
            return None;
        }
        self.shelves.push(Shelf { y, height, used: 0 });
        Some(self.shelves.len() - 1)
    }
}

impl Slot {
    fn uv(&self) -> (Vec2, Vec2) {
        uv(self.x + GUTTER, self.y + GUTTER, self.width, self.height)
    }

    /// Copies the picture into the atlas with its border repeated into the gutter.
    fn copy(&self, picture: &Canvas, atlas: &mut [u8]) {
        for y in 0..self.height + 2 * GUTTER {
            let row = picture.row(y.saturating_sub(GUTTER).min(self.height - 1));
            for x in 0..self.width + 2 * GUTTER {
                let from = x.saturating_sub(GUTTER).min(self.width - 1) as usize * 4;
                let to = ((self.y + y) * ATLAS + self.x + x) as usize * 4;
                atlas[to..to + 4].copy_from_slice(&row[from..from + 4]);
            }
        }
    }
}

fn uv(x: u32, y: u32, width: u32, height: u32) -> (Vec2, Vec2) {
    let low = Vec2::new(x as f32, y as f32);
    let size = Vec2::new(width as f32, height as f32);
    (low / ATLAS as f32, (low + size) / ATLAS as f32)
}

/// How many texels a sign of this size in metres gets.
fn pixels(size: (f32, f32)) -> (u32, u32) {
    let (width, height) = (size.0.clamp(0.01, 40.0), size.1.clamp(0.01, 40.0));
    let longer = width.max(height);
    let density = (longer * DENSITY).clamp(LONGER_SIDE.0, LONGER_SIDE.1) / longer;
    let texels = |metres: f32| ((metres * density).round() as u32).max(8);
    (texels(width), texels(height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::texture::sign::SignArt;

    fn plate(words: &str) -> SignSpec {
        SignSpec::words(&[words], (0.3, 0.12), 0xF3EFE6, 0x202020)
    }

    #[test]
    fn equal_signs_share_one_place() {
        let mut book = SignBook::default();
        assert_eq!(book.add(plate("412")), book.add(plate("412")));
        assert_ne!(book.add(plate("412")), book.add(plate("413")));
        assert_eq!(book.len(), 2);
    }

    #[test]
    fn places_never_overlap() {
        let mut book = SignBook::default();
        for n in 0..200 {
            let size = (0.2 + 0.01 * (n % 40) as f32, 0.1 + 0.013 * (n % 23) as f32);
            book.add(SignSpec::words(&[n.to_string().as_str()], size, 0xFFFFFF, 0));
        }
        for (index, a) in book.slots.iter().enumerate() {
            for b in &book.slots[..index] {
                let apart = a.x + a.width + 4 <= b.x || b.x + b.width + 4 <= a.x || a.y + a.height + 4 <= b.y || b.y + b.height + 4 <= a.y;
                assert!(apart, "{a:?} lies on {b:?}");
            }
        }
    }

    #[test]
    fn a_full_atlas_gives_plain_paper() {
        let mut book = SignBook::default();
        let mut last = (Vec2::ZERO, Vec2::ONE);
        for n in 0..200 {
            last = book.add(SignSpec::words(&[n.to_string().as_str()], (2.0, 2.0), 0xFFFFFF, 0));
        }
        assert!(book.len() < 200);
        assert!(last.1.y <= RESERVED as f32 / ATLAS as f32, "{last:?}");
    }

    #[test]
    fn a_huge_sign_gets_no_more_texels_than_a_large_one() {
        assert_eq!(pixels((4.0, 1.2)), (900, 270));
        assert_eq!(pixels((1.0, 0.5)), (420, 210));
        assert_eq!(pixels((f32::NAN, 0.5)).0, 8);
    }

    #[test]
    fn every_picture_can_be_painted_at_every_shape() {
        use SignArt::*;
        let arts = [Plain, Exit, ExitLeft, ExitRight, Chalk, Poster, Timetable, EvacuationPlan, Photo, Screen];
        let mut book = SignBook::default();
        for art in arts {
            for size in [(0.4, 0.16), (0.3, 0.42), (0.05, 0.4)] {
                let lines = ["安全出口", "EXIT", "请勿堵塞"];
                book.add(SignSpec::words(&lines, size, 0x1E8F4E, 0xFFFFFF).art(art, 0xF2A33A));
                book.add(SignSpec::words(&[], size, 0x1E8F4E, 0xFFFFFF).art(art, 0xF2A33A));
            }
        }
        let atlas = book.paint(&SignFonts::embedded());
        assert_eq!(atlas.len(), (ATLAS * book.height() * 4) as usize);
    }
}
