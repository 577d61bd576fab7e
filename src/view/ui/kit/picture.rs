//! A picture of the debrief, painted: the same shapes that the report writes as SVG, on a sheet of paper.

use bevy_egui::egui::epaint::TextShape;
use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{Color32, FontFamily, FontId, Pos2, Rect, Shape as Mark, Stroke, Ui, Vec2, vec2};

use super::Kit;
use crate::debrief::{Anchor, Colour, Pencil, Picture, Shape, Spot};
use crate::view::ui::theme::bold_family;

/// Directions in which a halo is laid behind letters.
const AROUND: [(f32, f32); 8] = [(1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7)];

/// From the picture's pixels to the window's points.
#[derive(Clone, Copy)]
struct Sheet {
    origin: Pos2,
    scale: f32,
}

impl Sheet {
    fn at(self, (x, y): Spot) -> Pos2 {
        self.origin + vec2(x as f32, y as f32) * self.scale
    }

    fn stroke(self, pen: Pencil) -> Stroke {
        Stroke::new((pen.width as f32 * self.scale).max(0.7), color(pen.colour))
    }

    fn line(self, points: Vec<Pos2>, pen: Pencil, out: &mut Vec<Mark>) {
        let stroke = self.stroke(pen);
        match pen.dash {
            Some((on, off)) => out.extend(Mark::dashed_line(&points, stroke, on as f32 * self.scale, off as f32 * self.scale)),
            None => {
                // Round joints and ends: the painter's own are sharp.
                let radius = stroke.width / 2.0;
                if radius > 1.0 && stroke.color.a() == 255 {
                    out.extend(points.iter().map(|p| Mark::circle_filled(*p, radius, stroke.color)));
                }
                out.push(Mark::line(points, stroke));
            }
        }
    }
}

fn color(c: Colour) -> Color32 {
    Color32::from_rgba_unmultiplied(c.0, c.1, c.2, c.3)
}

impl Kit {
    /// How large a picture becomes inside a rectangle.
    pub fn picture_size(picture: &Picture, room: Vec2) -> Vec2 {
        let size = vec2(picture.width as f32, picture.height.max(1.0) as f32);
        size * (room.x / size.x).min(room.y / size.y)
    }

    /// Paints a picture as large as fits, at the left top of a rectangle; tells where it is.
    pub fn picture(&mut self, ui: &Ui, rect: Rect, picture: &Picture) -> Rect {
        let paper = Rect::from_min_size(rect.min, Self::picture_size(picture, rect.size()));
        let sheet = Sheet { origin: paper.min, scale: paper.width() / picture.width as f32 };
        ui.painter().rect_filled(paper, self.round(14.0), color(picture.ground));
        let painter = ui.painter().with_clip_rect(paper);
        for shape in &picture.shapes {
            let mut marks = Vec::new();
            match shape {
                Shape::Line { points, pen } => sheet.line(points.iter().map(|p| sheet.at(*p)).collect(), *pen, &mut marks),
                Shape::Area { points, fill, edge } => {
                    let corners: Vec<Pos2> = points.iter().map(|p| sheet.at(*p)).collect();
                    match edge {
                        Some(pen) if pen.dash.is_some() => {
                            marks.push(Mark::convex_polygon(corners.clone(), color(*fill), Stroke::NONE));
                            sheet.line(corners.iter().chain(corners.first()).copied().collect(), *pen, &mut marks);
                        }
                        edge => marks.push(Mark::convex_polygon(corners, color(*fill), edge.map_or(Stroke::NONE, |p| sheet.stroke(p)))),
                    }
                }
                Shape::Circle { at, radius, fill, edge } => {
                    let (at, radius) = (sheet.at(*at), *radius as f32 * sheet.scale);
                    marks.push(Mark::circle_filled(at, radius, color(*fill)));
                    marks.extend(edge.map(|pen| Mark::circle_stroke(at, radius, sheet.stroke(pen))));
                }
                Shape::Text { at, size, bold, colour, anchor, halo, words } => {
                    self.out.texts.push(words.clone());
                    let family = if *bold { bold_family() } else { FontFamily::Proportional };
                    let font = FontId::new((*size as f32 * sheet.scale).max(5.0), family);
                    let job = LayoutJob::single_section(words.clone(), TextFormat::simple(font.clone(), color(*colour)));
                    let galley = painter.fonts_mut(|fonts| fonts.layout_job(job));
                    let ascent = galley.rows.first().and_then(|r| r.glyphs.first()).map_or(font.size, |g| g.font_ascent);
                    let left = match anchor {
                        Anchor::Start => 0.0,
                        Anchor::Middle => galley.size().x / 2.0,
                        Anchor::End => galley.size().x,
                    };
                    let top = sheet.at(*at) - vec2(left, ascent);
                    if let Some(halo) = halo {
                        let (reach, halo) = (font.size / 9.0, color(*halo));
                        let behind = |(x, y): &(f32, f32)| {
                            let shape = TextShape::new(top + vec2(*x, *y) * reach, galley.clone(), halo);
                            Mark::Text(shape.with_override_text_color(halo))
                        };
                        marks.extend(AROUND.iter().map(behind));
                    }
                    marks.push(Mark::galley(top, galley, color(*colour)));
                }
            }
            painter.extend(marks);
        }
        paper
    }
}
