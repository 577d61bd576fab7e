//! A poster: heading on a band of colour, a motif that suits its words, and what it asks of the reader.

use super::Page;
use crate::view::texture::canvas::{Area, Canvas, channels, mix};

/// What the picture is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Motif {
    Flame,
    Phone,
    Refusal,
    Tremor,
    Shield,
    Hills,
}

/// Words that decide the motif; the first that occurs wins.
static CUES: [(&str, Motif); 18] = [
    ("火", Motif::Flame),
    ("电动车", Motif::Flame),
    ("fire", Motif::Flame),
    ("骗", Motif::Phone),
    ("诈", Motif::Phone),
    ("96110", Motif::Phone),
    ("fraud", Motif::Phone),
    ("scam", Motif::Phone),
    ("毒", Motif::Refusal),
    ("烟", Motif::Refusal),
    ("drug", Motif::Refusal),
    ("震", Motif::Tremor),
    ("quake", Motif::Tremor),
    ("安全", Motif::Shield),
    ("消防", Motif::Shield),
    ("平安", Motif::Shield),
    ("safe", Motif::Shield),
    ("警", Motif::Shield),
];

pub(super) fn paint(page: &mut Page<'_>) {
    let spec = page.spec;
    let whole = page.canvas.area();
    let upright = whole.h >= whole.w;
    let (band, rest) = if upright { whole.split_top(0.22) } else { whole.split_top(0.28) };
    page.canvas.rect(band, spec.accent);
    page.canvas.rect(whole.part(0.0, 0.97, 1.0, 0.03), spec.accent);
    let heading = page.heading("");
    let title = band.inset(band.h * 0.14);
    let words = [heading.to_owned()];
    page.letters(readable_on(spec.accent)).write(&mut page.canvas, title, &words);
    let inner = rest.part(0.06, 0.06, 0.88, 0.84);
    let (picture, words) = match (page.body().is_empty(), upright) {
        (true, _) => (inner, None),
        (false, true) => {
            let (picture, words) = inner.split_top(0.55);
            (picture, Some(words))
        }
        (false, false) => {
            let (picture, words) = inner.split_left(0.38);
            (picture, Some(words))
        }
    };
    let square = picture.fit(1.0).inset(picture.h * 0.04);
    draw(&mut page.canvas, square, motif(&spec.lines.concat()), spec.accent);
    if let Some(area) = words {
        let body = page.body();
        page.letters(spec.ink).list(&mut page.canvas, area, body);
    }
}

fn motif(words: &str) -> Motif {
    let words = words.to_lowercase();
    let cue = CUES.iter().find(|(cue, _)| words.contains(cue));
    cue.map_or(Motif::Hills, |(_, motif)| *motif)
}

/// White on dark bands, nearly black on light ones.
fn readable_on(rgb: u32) -> u32 {
    let [r, g, b] = channels(rgb).map(u32::from);
    if r * 3 + g * 6 + b < 1700 { 0xFFFFFF } else { 0x20262B }
}

fn draw(canvas: &mut Canvas, area: Area, motif: Motif, accent: u32) {
    match motif {
        Motif::Flame => flame(canvas, area),
        Motif::Phone => phone(canvas, area, accent),
        Motif::Refusal => refusal(canvas, area),
        Motif::Tremor => tremor(canvas, area, accent),
        Motif::Shield => shield(canvas, area, accent),
        Motif::Hills => hills(canvas, area, accent),
    }
}

fn flame(canvas: &mut Canvas, area: Area) {
    let outer = area.points([
        (0.52, 0.02),
        (0.64, 0.22),
        (0.80, 0.42),
        (0.85, 0.64),
        (0.75, 0.86),
        (0.50, 0.97),
        (0.25, 0.86),
        (0.15, 0.64),
        (0.24, 0.42),
        (0.34, 0.54),
        (0.40, 0.30),
    ]);
    let inner = area.points([(0.50, 0.46), (0.62, 0.66), (0.61, 0.82), (0.50, 0.92), (0.39, 0.82), (0.38, 0.66)]);
    canvas.polygon(&outer, 0xE5533D);
    canvas.polygon(&inner, 0xFFC85A);
}

/// A phone with a warning on its screen.
fn phone(canvas: &mut Canvas, area: Area, accent: u32) {
    let unit = area.h;
    canvas.rounded(area.part(0.26, 0.03, 0.48, 0.94), 0.08 * unit, 0x2A3138);
    canvas.rounded(area.part(0.30, 0.10, 0.40, 0.76), 0.03 * unit, 0xF5F1E8);
    canvas.disc(area.point(0.5, 0.915), 0.025 * unit, 0xF5F1E8);
    let sign = area.points([(0.50, 0.24), (0.66, 0.56), (0.34, 0.56)]);
    canvas.polygon(&sign, 0xE5533D);
    canvas.line(area.point(0.5, 0.35), area.point(0.5, 0.45), 0.035 * unit, 0xFFFFFF);
    canvas.disc(area.point(0.5, 0.51), 0.02 * unit, 0xFFFFFF);
    for (y, length) in [(0.66, 0.28), (0.74, 0.20)] {
        canvas.rounded(area.part(0.36, y, length, 0.035), 0.02 * unit, mix(accent, 0xF5F1E8, 0.3));
    }
}

/// A barred circle over a pill.
fn refusal(canvas: &mut Canvas, area: Area) {
    let unit = area.h;
    let middle = area.point(0.5, 0.5);
    canvas.disc(middle, 0.46 * unit, 0xC8342B);
    canvas.disc(middle, 0.37 * unit, 0xFFFFFF);
    canvas.line(area.point(0.38, 0.62), area.point(0.62, 0.38), 0.17 * unit, 0x3A4148);
    canvas.line(area.point(0.52, 0.48), area.point(0.62, 0.38), 0.13 * unit, 0xE8B84A);
    canvas.line(area.point(0.22, 0.22), area.point(0.78, 0.78), 0.08 * unit, 0xC8342B);
}

/// A house over a seismogram.
fn tremor(canvas: &mut Canvas, area: Area, accent: u32) {
    let unit = area.h;
    let roof = area.points([(0.50, 0.06), (0.84, 0.34), (0.16, 0.34)]);
    canvas.polygon(&roof, accent);
    canvas.rect(area.part(0.24, 0.34, 0.52, 0.28), mix(accent, 0xFFFFFF, 0.45));
    canvas.rect(area.part(0.44, 0.42, 0.14, 0.20), mix(accent, 0x000000, 0.35));
    let crack = area.points([(0.66, 0.34), (0.62, 0.43), (0.68, 0.50), (0.63, 0.62)]);
    canvas.path(&crack, 0.02 * unit, 0x3A4148);
    let trace = area.points([
        (0.02, 0.82),
        (0.24, 0.82),
        (0.32, 0.74),
        (0.40, 0.92),
        (0.49, 0.68),
        (0.58, 0.96),
        (0.66, 0.76),
        (0.73, 0.82),
        (0.98, 0.82),
    ]);
    canvas.path(&trace, 0.035 * unit, 0xC8342B);
}

/// A shield with a tick.
fn shield(canvas: &mut Canvas, area: Area, accent: u32) {
    let outline = [(0.50, 0.03), (0.88, 0.16), (0.86, 0.52), (0.72, 0.80), (0.50, 0.97), (0.28, 0.80), (0.14, 0.52), (0.12, 0.16)];
    canvas.polygon(&area.points(outline), accent);
    canvas.polygon(&area.part(0.10, 0.10, 0.80, 0.80).points(outline), mix(accent, 0xFFFFFF, 0.25));
    let tick = area.points([(0.30, 0.50), (0.45, 0.65), (0.71, 0.34)]);
    canvas.path(&tick, 0.09 * area.h, 0xFFFFFF);
}

fn hills(canvas: &mut Canvas, area: Area, accent: u32) {
    canvas.disc(area.point(0.70, 0.28), 0.15 * area.h, 0xF2A33A);
    let far = area.points([(0.02, 0.92), (0.36, 0.34), (0.74, 0.92)]);
    canvas.polygon(&far, mix(accent, 0xFFFFFF, 0.35));
    let near = area.points([(0.34, 0.92), (0.68, 0.52), (0.98, 0.92)]);
    canvas.polygon(&near, accent);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_poster_choose_its_picture() {
        assert_eq!(motif("防火防盗"), Motif::Flame);
        assert_eq!(motif("谨防诈骗"), Motif::Phone);
        assert_eq!(motif("Say no to DRUGS"), Motif::Refusal);
        assert_eq!(motif("社团招新"), Motif::Hills);
    }
}
