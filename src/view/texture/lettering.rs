//! Words on a sign: as large as fits, broken where Chinese may be broken, each row centred.

use ab_glyph::{Font, PxScale, point};

use super::canvas::{Area, Canvas};
use super::fonts::{SignFonts, Weight};
use super::noise::unit;

/// Letters are never set smaller than this, even if they then overflow; nobody could read them anyway.
const SMALLEST: f32 = 6.0;
/// Running words against the heading.
const BODY: f32 = 0.62;
/// Row height against letter size.
const LEADING: f32 = 1.28;

/// How the strokes look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Even strokes.
    Printed,
    /// Uneven strokes on a wandering line.
    Chalk,
}

/// What words are written with.
#[derive(Debug, Clone, Copy)]
pub struct Lettering<'a> {
    /// Where the shapes come from.
    pub fonts: &'a SignFonts,
    /// sRGB.
    pub ink: u32,
    /// How the strokes look.
    pub hand: Hand,
}

/// How large lines are set: all alike, or the first as a heading.
#[derive(Debug, Clone, Copy)]
struct Setting {
    em: f32,
    headed: bool,
}

impl Setting {
    fn of(self, index: usize) -> (f32, Weight) {
        match (self.headed, index) {
            (true, 0) => (self.em, Weight::Bold),
            (true, _) => (self.em * BODY, Weight::Regular),
            (false, _) => (self.em, Weight::Regular),
        }
    }
}

/// One row as it will be drawn.
#[derive(Debug)]
struct Row {
    text: String,
    em: f32,
    weight: Weight,
}

impl Lettering<'_> {
    /// Writes lines centred in the area: the first one bold and larger, all as large as fits.
    pub fn write(&self, canvas: &mut Canvas, area: Area, lines: &[String]) {
        let rows = self.largest(area, lines, true);
        self.place(canvas, area, &rows);
    }

    /// Writes lines that are equals, all of one size, centred in the area.
    pub fn list(&self, canvas: &mut Canvas, area: Area, lines: &[String]) {
        let rows = self.largest(area, lines, false);
        self.place(canvas, area, &rows);
    }

    fn place(&self, canvas: &mut Canvas, area: Area, rows: &[Row]) {
        let total: f32 = rows.iter().map(|row| row.em * LEADING).sum();
        let mut top = area.y + (area.h - total) / 2.0;
        for row in rows {
            let height = row.em * LEADING;
            self.draw(canvas, Area::new(area.x, top, area.w, height), row);
            top += height;
        }
    }

    /// Writes one unbroken line centred in the area, as large as fits.
    pub fn line(&self, canvas: &mut Canvas, area: Area, text: &str, weight: Weight) {
        let wide = self.width(text, weight).max(0.1);
        let em = (area.h * 0.8).min(area.w / wide);
        self.draw(canvas, area, &Row { text: text.to_owned(), em, weight });
    }

    /// Tries sizes from large to small.
    fn largest(&self, area: Area, lines: &[String], headed: bool) -> Vec<Row> {
        let share = if headed { 0.8 } else { 0.36 };
        let mut setting = Setting { em: (area.h * share).min(area.w * 0.6), headed };
        loop {
            let rows = self.rows(area.w, lines, setting, Self::broken);
            let high: f32 = rows.iter().map(|row| row.em * LEADING).sum();
            let wide = rows.iter().all(|row| self.width(&row.text, row.weight) * row.em <= area.w);
            if (high <= area.h && wide) || setting.em <= SMALLEST {
                return self.rows(area.w, lines, setting, Self::balanced);
            }
            setting.em *= 0.93;
        }
    }

    /// Breaks lines into rows; while sizes are tried, the quick way of breaking will do.
    fn rows(
        &self,
        limit: f32,
        lines: &[String],
        setting: Setting,
        break_line: impl Fn(&Self, &str, f32, Weight) -> Vec<String>,
    ) -> Vec<Row> {
        let mut rows = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let (em, weight) = setting.of(index);
            let broken = break_line(self, line, limit / em.max(0.1), weight);
            rows.extend(broken.into_iter().map(|text| Row { text, em, weight }));
        }
        rows
    }

    /// Breaks a line, then narrows it as long as it needs no further row, so that no row is left with one character.
    fn balanced(&self, line: &str, limit: f32, weight: Weight) -> Vec<String> {
        let mut best = self.broken(line, limit, weight);
        if best.len() < 2 {
            return best;
        }
        for step in 1..10 {
            let narrower = self.broken(line, limit * (1.0 - 0.05 * step as f32), weight);
            if narrower.len() > best.len() {
                break;
            }
            best = narrower;
        }
        best
    }

    /// Breaks a line into rows of at most `limit` ems.
    fn broken(&self, line: &str, limit: f32, weight: Weight) -> Vec<String> {
        let mut rows = Vec::new();
        let mut row = String::new();
        for token in tokens(line) {
            let wide = self.width(&row, weight) + self.width(token.trim_end(), weight);
            if !row.is_empty() && wide > limit {
                rows.push(row.trim_end().to_owned());
                row.clear();
            }
            row.push_str(&token);
        }
        rows.push(row.trim_end().to_owned());
        rows
    }

    /// Width in ems.
    fn width(&self, text: &str, weight: Weight) -> f32 {
        text.chars().map(|c| self.advance(c, weight)).sum()
    }

    fn advance(&self, c: char, weight: Weight) -> f32 {
        let face = self.fonts.face(c, weight);
        face.h_advance_unscaled(face.glyph_id(c)) / face.units_per_em().unwrap_or(1000.0)
    }

    /// Draws a row centred in its place.
    fn draw(&self, canvas: &mut Canvas, place: Area, row: &Row) {
        if row.em < 1.0 {
            return;
        }
        let mut x = place.x + (place.w - self.width(&row.text, row.weight) * row.em) / 2.0;
        // A Chinese character fills its em from 0.88 above the baseline to 0.12 below.
        let baseline = place.y + (place.h - row.em) / 2.0 + 0.88 * row.em;
        for c in row.text.chars() {
            let lift = match self.hand {
                Hand::Printed => 0.0,
                Hand::Chalk => (unit(x as u32, u32::from(c), 5) - 0.5) * 0.07 * row.em,
            };
            self.stamp(canvas, (c, row.weight), row.em, (x, baseline + lift));
            x += self.advance(c, row.weight) * row.em;
        }
    }

    fn stamp(&self, canvas: &mut Canvas, glyph: (char, Weight), em: f32, at: (f32, f32)) {
        let face = self.fonts.face(glyph.0, glyph.1);
        let scale = em * face.height_unscaled() / face.units_per_em().unwrap_or(1000.0);
        let id = face.glyph_id(glyph.0);
        let placed = id.with_scale_and_position(PxScale::from(scale), point(at.0, at.1));
        let Some(outlined) = face.outline_glyph(placed) else { return };
        let corner = outlined.px_bounds().min;
        outlined.draw(|dx, dy, coverage| {
            let (x, y) = (corner.x as i32 + dx as i32, corner.y as i32 + dy as i32);
            canvas.blend(x, y, self.ink, coverage * self.pressure(x, y));
        });
    }

    /// How much of the ink sticks at this pixel.
    fn pressure(&self, x: i32, y: i32) -> f32 {
        match self.hand {
            Hand::Printed => 1.0,
            Hand::Chalk => {
                let grain = unit(x as u32, y as u32, 17);
                let stroke = unit((x / 5) as u32, (y / 3) as u32, 18);
                (0.45 + 0.35 * grain + 0.30 * stroke).min(1.0)
            }
        }
    }
}

/// The pieces that a line may not be broken inside: a Latin word, or a character with the punctuation that sticks to it.
fn tokens(line: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut previous = ' ';
    for c in line.chars() {
        let same_word = is_latin(c) && is_latin(previous);
        let sticks = c == ' ' || "，。、；：！？）」』》”’％·…—".contains(c);
        let held = "（「『《“‘".contains(previous);
        if (same_word || sticks || held)
            && let Some(piece) = pieces.last_mut()
        {
            piece.push(c);
        } else {
            pieces.push(c.to_string());
        }
        previous = c;
    }
    pieces
}

fn is_latin(c: char) -> bool {
    c < '\u{2000}' && c != ' '
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lettering(fonts: &SignFonts) -> Lettering<'_> {
        Lettering { fonts, ink: 0xFFFFFF, hand: Hand::Printed }
    }

    #[test]
    fn a_latin_word_is_never_broken_and_a_comma_never_starts_a_row() {
        assert_eq!(tokens("请走EXIT 门，快"), ["请", "走", "EXIT ", "门，", "快"]);
    }

    #[test]
    fn a_chinese_character_is_one_em_wide() {
        let fonts = SignFonts::embedded();
        assert!((lettering(&fonts).width("安全出口", Weight::Bold) - 4.0).abs() < 0.01);
    }

    #[test]
    fn a_broken_line_leaves_no_single_character_behind() {
        let fonts = SignFonts::embedded();
        let rows = lettering(&fonts).balanced("请保持通道畅通", 6.0, Weight::Regular);
        assert_eq!(rows, ["请保持通", "道畅通"]);
    }

    #[test]
    fn words_are_written_inside_their_area() {
        let fonts = SignFonts::embedded();
        let mut canvas = Canvas::new(120, 60, 0x000000);
        let area = Area::new(20.0, 10.0, 80.0, 40.0);
        lettering(&fonts).write(&mut canvas, area, &["安全出口".to_owned(), "EXIT".to_owned()]);
        let bright = |x: u32, y: u32| canvas.row(y)[x as usize * 4] > 40;
        assert!((0..60).any(|y| (20..100).any(|x| bright(x, y))));
        assert!((0..60).all(|y| (0..18).all(|x| !bright(x, y))));
    }
}
