//! How wide the shipped font's letters are, in thousandths of the type size: U+0020 to U+00FF of Noto Sans SC.
//!
//! Generated from the `hmtx` tables of `assets/fonts/NotoSansSC-{Regular,Bold}.otf`; what the font lacks is 0. The test
//! below reads the fonts again and says when the tables must be made anew. Everything beyond is as wide as it is high.

/// The first letter of the tables.
pub(super) const FIRST: u32 = 0x20;

/// Running words.
pub(super) const REGULAR: [u16; 224] = [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555, 555, 555, 555, 555, 555, 278,
    278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721,
    575, 878, 573, 531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620,
    620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 224, 323, 555, 555, 555, 555, 270, 1000, 606, 832, 386, 479, 555, 347, 473, 606, 370, 1000, 411, 411,
    606, 628, 1000, 1000, 606, 411, 407, 479, 873, 903, 889, 474, 608, 608, 608, 608, 608, 608, 918, 638, 589, 589, 589, 589, 293, 293,
    293, 293, 712, 723, 742, 742, 742, 742, 742, 1000, 742, 721, 721, 721, 721, 531, 652, 643, 563, 563, 563, 563, 563, 563, 877, 510, 554,
    554, 554, 554, 275, 275, 275, 275, 608, 610, 606, 606, 606, 606, 606, 1000, 606, 607, 607, 607, 607, 521, 620, 521,
];

/// Heavy ones.
pub(super) const BOLD: [u16; 224] = [
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 325,
    325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748,
    619, 915, 627, 580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644,
    644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 227, 370, 590, 590, 590, 590, 296, 1000, 626, 849, 403, 529, 590, 370, 513, 626, 404, 1000, 424, 424,
    626, 664, 1000, 1000, 626, 424, 420, 529, 909, 948, 921, 514, 641, 641, 641, 641, 641, 641, 951, 656, 615, 615, 615, 615, 330, 330,
    330, 330, 742, 749, 770, 770, 770, 770, 770, 1000, 770, 748, 748, 748, 748, 580, 690, 700, 591, 591, 591, 591, 591, 591, 891, 527, 581,
    581, 581, 581, 304, 304, 304, 304, 630, 641, 626, 626, 626, 626, 626, 1000, 626, 637, 637, 637, 637, 574, 644, 574,
];

/// The few narrow signs beyond: dashes and the minus. Regular, then bold.
pub(super) const SIGNS: [(char, u16, u16); 3] = [('–', 536, 544), ('—', 894, 908), ('−', 555, 590)];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use ttf_parser::Face;

    use super::*;

    /// What the font itself says; 0 for what it lacks.
    fn advance(face: &Face<'_>, c: char) -> u16 {
        face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0)
    }

    #[test]
    fn the_tables_say_what_the_shipped_fonts_say() {
        for (weight, table) in [("Regular", &REGULAR), ("Bold", &BOLD)] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/fonts/NotoSansSC-{weight}.otf"));
            let bytes = fs::read(path).expect("the font is shipped");
            let face = Face::parse(&bytes, 0).expect("the font is whole");
            assert_eq!(face.units_per_em(), 1000);
            for (c, wide) in (FIRST..).filter_map(char::from_u32).zip(table) {
                assert_eq!(advance(&face, c), *wide, "{weight} {c:?}");
            }
            for (c, regular, bold) in SIGNS {
                assert_eq!(advance(&face, c), if weight == "Bold" { bold } else { regular }, "{weight} {c:?}");
            }
            for c in "一演练室“”…，。？！①".chars() {
                assert_eq!(advance(&face, c), 1000, "{weight} {c:?}");
            }
        }
    }
}
