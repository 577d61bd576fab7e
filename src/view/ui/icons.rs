//! Our own icons, drawn with the painter: one stroke weight, round ends, on a grid of 24 by 24.

mod shapes;

use bevy_egui::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2};

use shapes::marks;

/// Everything that can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Icon {
    Flame,
    Quake,
    Fraud,
    Drug,
    Check,
    Cross,
    Warning,
    Clock,
    Arrow,
    Back,
    Erase,
    Speaker,
    Eye,
    Gear,
    Door,
    Person,
    Phone,
    Call,
    Walking,
    Standing,
    Crouching,
    Crawling,
    Lock,
    Star,
    Repeat,
    Heart,
    Play,
    Book,
    Bulb,
    Flag,
    Mouse,
    Shield,
    Aim,
}

impl Icon {
    /// Every icon.
    pub const ALL: [Self; 33] = [
        Self::Flame,
        Self::Quake,
        Self::Fraud,
        Self::Drug,
        Self::Check,
        Self::Cross,
        Self::Warning,
        Self::Clock,
        Self::Arrow,
        Self::Back,
        Self::Erase,
        Self::Speaker,
        Self::Eye,
        Self::Gear,
        Self::Door,
        Self::Person,
        Self::Phone,
        Self::Call,
        Self::Walking,
        Self::Standing,
        Self::Crouching,
        Self::Crawling,
        Self::Lock,
        Self::Star,
        Self::Repeat,
        Self::Heart,
        Self::Play,
        Self::Book,
        Self::Bulb,
        Self::Flag,
        Self::Mouse,
        Self::Shield,
        Self::Aim,
    ];
}

/// One stroke of an icon, in grid units.
#[derive(Debug, Clone, Copy)]
enum Mark {
    /// An open line.
    Line(&'static [(f32, f32)]),
    /// A closed line.
    Loop(&'static [(f32, f32)]),
    /// From a point along cubic curves: two handles and an end each.
    Curve((f32, f32), &'static [[f32; 6]]),
    /// Middle, radius, from and to in degrees; 0 is right, 90 is down.
    Arc(f32, f32, f32, f32, f32),
    /// Middle and radius, filled.
    Dot(f32, f32, f32),
}

/// The side of the grid.
const GRID: f32 = 24.0;
/// The weight of a stroke on the grid.
const WEIGHT: f32 = 2.0;

/// Draws an icon in a square of this side around `center`.
pub fn paint(painter: &Painter, icon: Icon, center: Pos2, side: f32, color: Color32) {
    let pen = Pen { origin: center - Vec2::splat(side / 2.0), unit: side / GRID, color };
    let mut shapes = Vec::new();
    for mark in marks(icon) {
        pen.draw(*mark, &mut shapes);
    }
    painter.extend(shapes);
}

/// Draws an icon as large as fits a rectangle.
pub fn paint_in(painter: &Painter, icon: Icon, rect: Rect, color: Color32) {
    paint(painter, icon, rect.center(), rect.width().min(rect.height()), color);
}

#[derive(Debug, Clone, Copy)]
struct Pen {
    origin: Pos2,
    unit: f32,
    color: Color32,
}

impl Pen {
    fn at(self, x: f32, y: f32) -> Pos2 {
        self.origin + Vec2::new(x, y) * self.unit
    }

    fn stroke(self) -> Stroke {
        Stroke::new(WEIGHT * self.unit, self.color)
    }

    fn draw(self, mark: Mark, shapes: &mut Vec<Shape>) {
        match mark {
            Mark::Line(points) => self.open(self.points(points), shapes),
            Mark::Loop(points) => {
                let points = self.points(points);
                self.joints(&points, shapes);
                shapes.push(Shape::closed_line(points, self.stroke()));
            }
            Mark::Curve(from, curves) => self.open(self.curve(from, curves), shapes),
            Mark::Arc(x, y, radius, from, to) => {
                if to - from >= 360.0 {
                    shapes.push(Shape::circle_stroke(self.at(x, y), radius * self.unit, self.stroke()));
                } else {
                    self.open(self.arc((x, y), radius, (from, to)), shapes);
                }
            }
            Mark::Dot(x, y, radius) => shapes.push(Shape::circle_filled(self.at(x, y), radius * self.unit, self.color)),
        }
    }

    /// An open line with round ends and corners.
    fn open(self, points: Vec<Pos2>, shapes: &mut Vec<Shape>) {
        self.joints(&points, shapes);
        shapes.push(Shape::line(points, self.stroke()));
    }

    fn joints(self, points: &[Pos2], shapes: &mut Vec<Shape>) {
        if points.len() <= 12 {
            shapes.extend(points.iter().map(|point| self.cap(*point)));
        } else {
            shapes.extend(points.first().into_iter().chain(points.last()).map(|point| self.cap(*point)));
        }
    }

    fn cap(self, at: Pos2) -> Shape {
        Shape::circle_filled(at, WEIGHT * self.unit / 2.0, self.color)
    }

    fn points(self, points: &[(f32, f32)]) -> Vec<Pos2> {
        points.iter().map(|(x, y)| self.at(*x, *y)).collect()
    }

    fn arc(self, (x, y): (f32, f32), radius: f32, (from, to): (f32, f32)) -> Vec<Pos2> {
        let steps = 24_u8;
        (0..=steps)
            .map(|step| {
                let angle = (from + (to - from) * f32::from(step) / f32::from(steps)).to_radians();
                self.at(x + radius * angle.cos(), y + radius * angle.sin())
            })
            .collect()
    }

    fn curve(self, from: (f32, f32), curves: &[[f32; 6]]) -> Vec<Pos2> {
        let mut start = pos2(from.0, from.1);
        let mut points = vec![self.at(start.x, start.y)];
        for [ax, ay, bx, by, x, y] in curves {
            let (a, b, end) = (pos2(*ax, *ay), pos2(*bx, *by), pos2(*x, *y));
            for step in 1..=10_u8 {
                let at = bezier([start, a, b, end], f32::from(step) / 10.0);
                points.push(self.at(at.x, at.y));
            }
            start = end;
        }
        points
    }
}

fn bezier([start, a, b, end]: [Pos2; 4], t: f32) -> Pos2 {
    let (p, q, r) = (start.lerp(a, t), a.lerp(b, t), b.lerp(end, t));
    p.lerp(q, t).lerp(q.lerp(r, t), t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_drawn_inside_its_grid() {
        let pen = Pen { origin: Pos2::ZERO, unit: 1.0, color: Color32::WHITE };
        for icon in Icon::ALL {
            let mut shapes = Vec::new();
            for mark in marks(icon) {
                pen.draw(*mark, &mut shapes);
            }
            assert!(!shapes.is_empty(), "{icon:?} is empty");
            for shape in shapes {
                let bounds = shape.visual_bounding_rect();
                let grid = Rect::from_min_size(Pos2::ZERO, Vec2::splat(GRID));
                assert!(grid.expand(0.51).contains_rect(bounds), "{icon:?} leaves its grid: {bounds:?}");
            }
        }
    }
}
