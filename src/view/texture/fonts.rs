//! The Chinese fonts that travel inside the program (see `scripts/make-fonts`), for signs, egui and Bevy's own text.

use ab_glyph::{Font, FontRef};

/// Noto Sans SC Regular: every ideograph of U+4E00-9FFF, because a name may hold any of them.
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-Regular.otf");

/// Noto Sans SC Bold: the 6,763 characters of GB 2312.
pub const BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-Bold.otf");

/// How heavy the strokes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Running words.
    Regular,
    /// Headings.
    Bold,
}

/// Both weights, ready to be drawn from.
#[derive(Debug, Clone)]
pub struct SignFonts {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
}

impl SignFonts {
    /// The fonts that are built into the program.
    pub fn embedded() -> Self {
        let open = |bytes: &'static [u8]| FontRef::try_from_slice(bytes).expect("the embedded fonts are checked by a test");
        Self { regular: open(REGULAR), bold: open(BOLD) }
    }

    /// The face that can draw `c`: characters that Bold lacks are drawn with Regular.
    pub fn face(&self, c: char, weight: Weight) -> &FontRef<'static> {
        match weight {
            Weight::Bold if self.bold.glyph_id(c).0 != 0 => &self.bold,
            Weight::Bold | Weight::Regular => &self.regular,
        }
    }
}

impl Default for SignFonts {
    fn default() -> Self {
        Self::embedded()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_fonts_can_write_what_signs_say() {
        let fonts = SignFonts::embedded();
        for c in "「演练室」安全出口EXIT，消火栓·119→①".chars() {
            assert_ne!(fonts.regular.glyph_id(c).0, 0, "regular lacks {c}");
            assert_ne!(fonts.bold.glyph_id(c).0, 0, "bold lacks {c}");
        }
    }

    #[test]
    fn a_character_outside_gb2312_is_written_with_the_regular_face() {
        let fonts = SignFonts::embedded();
        assert_eq!(fonts.bold.glyph_id('龘').0, 0);
        assert_ne!(fonts.face('龘', Weight::Bold).glyph_id('龘').0, 0);
    }
}
