//! The exit sign: a figure running through a door, an arrow, and the words.

use super::Page;
use crate::view::texture::canvas::{Area, Canvas};

/// Where the arrow points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Left,
    Right,
}

/// Width of the pictures for one unit of height: the figure alone, or with its arrow.
const ALONE: f32 = 1.0;
const WITH_ARROW: f32 = 1.8;

pub(super) fn paint(page: &mut Page<'_>, way: Option<Way>) {
    let spec = page.spec;
    let band = page.canvas.area().inset(page.margin());
    let aspect = if way.is_some() { WITH_ARROW } else { ALONE };
    let (pictures, words) = divide(band, aspect, way, !spec.lines.is_empty());
    let place = pictures.fit(aspect);
    let side = place.h;
    let (figure, arrow) = match way {
        None => (place, None),
        Some(Way::Left) => {
            let (arrow, figure) = place.split_left(1.0 - 1.0 / aspect);
            (figure, Some(arrow))
        }
        Some(Way::Right) => {
            let (figure, arrow) = place.split_left(1.0 / aspect);
            (figure, Some(arrow))
        }
    };
    let to_left = way == Some(Way::Left);
    running_figure(&mut page.canvas, mirrored(figure, to_left), (spec.ink, spec.paper));
    if let Some(area) = arrow {
        arrow_to_right(&mut page.canvas, mirrored(area.fit(0.8), to_left), spec.ink);
    }
    if let Some(area) = words {
        page.letters(spec.ink).write(&mut page.canvas, area.inset(side * 0.04), &spec.lines);
    }
}

/// Parts the sign into pictures and words: beside each other, or below each other on an upright sign.
fn divide(band: Area, aspect: f32, way: Option<Way>, has_words: bool) -> (Area, Option<Area>) {
    if !has_words {
        return (band, None);
    }
    if band.h > band.w {
        let (pictures, words) = band.split_top(0.6);
        return (pictures, Some(words));
    }
    let share = (band.h * aspect / band.w).min(aspect / (aspect + 1.3));
    if way == Some(Way::Right) {
        let (words, pictures) = band.split_left(1.0 - share);
        (pictures, Some(words))
    } else {
        let (pictures, words) = band.split_left(share);
        (pictures, Some(words))
    }
}

/// An area whose unit square is turned left for right.
fn mirrored(area: Area, mirror: bool) -> Area {
    if mirror { Area::new(area.x + area.w, area.y, -area.w, area.h) } else { area }
}

/// The figure runs to the right, through an open door whose frame it hides.
fn running_figure(canvas: &mut Canvas, area: Area, (ink, paper): (u32, u32)) {
    let unit = area.h;
    let door = area.points([(0.47, 0.97), (0.47, 0.05), (0.95, 0.05), (0.95, 0.97)]);
    canvas.path(&door, 0.06 * unit, ink);
    // First a broader figure in the colour of the ground, so that the door frame keeps clear of the limbs.
    for (more, colour) in [(0.07, paper), (0.0, ink)] {
        let mut limb = |points: &[(f32, f32)], width: f32| {
            let points: Vec<_> = points.iter().map(|(x, y)| area.point(*x, *y)).collect();
            canvas.path(&points, (width + more) * unit, colour);
        };
        limb(&[(0.55, 0.33), (0.46, 0.56)], 0.17);
        limb(&[(0.58, 0.31), (0.73, 0.42), (0.84, 0.33)], 0.075);
        limb(&[(0.52, 0.31), (0.33, 0.31), (0.25, 0.45)], 0.075);
        limb(&[(0.48, 0.58), (0.67, 0.66), (0.64, 0.88), (0.72, 0.90)], 0.095);
        limb(&[(0.44, 0.58), (0.37, 0.77), (0.14, 0.81)], 0.095);
        canvas.disc(area.point(0.62, 0.15), (0.088 + more / 2.0) * unit, colour);
    }
}

/// A broad arrow that fills its area.
pub(super) fn arrow_to_right(canvas: &mut Canvas, area: Area, ink: u32) {
    let outline = area.points([(0.97, 0.50), (0.54, 0.14), (0.54, 0.37), (0.05, 0.37), (0.05, 0.63), (0.54, 0.63), (0.54, 0.86)]);
    canvas.polygon(&outline, ink);
}
