//! A photograph: three simple figures before hills, in a white border.

use bevy::math::Vec2;

use super::Page;
use crate::view::texture::canvas::{Area, Canvas, mix};
use crate::view::texture::fonts::Weight;
use crate::view::texture::noise::hash_text;

const SKIN: u32 = 0xE9BE9A;
const HAIR: u32 = 0x2A2320;
const COATS: [u32; 4] = [0x5C7FA3, 0xB98A5A, 0x9FBFA8, 0xA86A72];

pub(super) fn paint(page: &mut Page<'_>) {
    let whole = page.canvas.area();
    let mut picture = whole.inset(page.margin());
    if !page.spec.lines.is_empty() {
        let (upper, caption) = whole.split_top(0.84);
        picture = upper.inset(page.margin());
        let words = caption.part(0.06, 0.0, 0.88, 0.85);
        let heading = page.heading("");
        page.letters(page.spec.ink).line(&mut page.canvas, words, heading, Weight::Regular);
    }
    scenery(&mut page.canvas, picture);
    let seed = hash_text(&page.spec.lines.concat()) as usize % COATS.len();
    for (index, (x, scale)) in [(0.26, 0.92), (0.74, 1.0), (0.50, 0.80)].into_iter().enumerate() {
        let coat = if index == 2 { page.spec.accent } else { COATS[(seed + index) % COATS.len()] };
        figure(&mut page.canvas, picture, (x, scale), coat);
    }
    page.canvas.frame(picture, (picture.h * 0.006).max(1.0), mix(page.spec.paper, HAIR, 0.3));
}

/// Evening sky, two ranges of hills, a meadow.
fn scenery(canvas: &mut Canvas, area: Area) {
    canvas.gradient(area, 0x9CC3DE, 0xF6E3C4);
    let far = area.points([(0.0, 0.75), (0.0, 0.48), (0.22, 0.34), (0.47, 0.50), (0.70, 0.30), (1.0, 0.47), (1.0, 0.75)]);
    canvas.polygon(&far, 0x86A59B);
    let near = area.points([(0.0, 0.75), (0.0, 0.58), (0.35, 0.52), (0.66, 0.60), (1.0, 0.53), (1.0, 0.75)]);
    canvas.polygon(&near, 0x6F9468);
    canvas.gradient(area.part(0.0, 0.68, 1.0, 0.32), 0x86AC6B, 0x6B8F58);
}

/// Head, hair and shoulders down to the lower edge.
fn figure(canvas: &mut Canvas, area: Area, (x, scale): (f32, f32), coat: u32) {
    let unit = area.h.min(area.w) * 0.5 * scale;
    let foot = area.point(x, 1.0);
    let neck = foot.y - unit * 0.62;
    let left = foot.x - unit * 0.30;
    let body = Area::new(left, neck, unit * 0.60, foot.y - neck);
    canvas.rounded(body.part(0.36, -0.12, 0.28, 0.3), unit * 0.04, mix(SKIN, HAIR, 0.12));
    canvas.rounded(Area { h: body.h * 0.6, ..body }, unit * 0.22, coat);
    canvas.rect(body.part(0.0, 0.4, 1.0, 0.6), coat);
    let head = Vec2::new(foot.x, neck - unit * 0.20);
    canvas.disc(head - Vec2::Y * unit * 0.04, unit * 0.205, HAIR);
    canvas.disc(head + Vec2::Y * unit * 0.03, unit * 0.17, SKIN);
    for side in [-1.0_f32, 1.0] {
        let eye = head + Vec2::new(side * unit * 0.065, unit * 0.02);
        canvas.disc(eye, (unit * 0.018).max(0.4), HAIR);
    }
    let mouth = head + Vec2::Y * unit * 0.10;
    let half = Vec2::X * unit * 0.045;
    canvas.line(mouth - half, mouth + half, (unit * 0.018).max(0.6), 0xA8584A);
}
