//! What a picture of a debrief is made of: a few kinds of shapes that an SVG file and a window's painter can both draw.
//!
//! Units are pixels of a picture that is 1600 wide, y downwards. Areas are convex. Later shapes lie on earlier ones.

use crate::graph::Letters;

/// A point: to the right, downwards.
pub type Spot = (f64, f64);

/// Red, green, blue and opacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8, pub u8);

impl Colour {
    /// From `0xRRGGBB`, opaque.
    pub const fn hex(rgb: u32) -> Self {
        Self((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8, 255)
    }

    /// The same, less opaque.
    #[must_use]
    pub const fn faint(self, opacity: u8) -> Self {
        Self(self.0, self.1, self.2, opacity)
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pencil {
    /// Colour.
    pub colour: Colour,
    /// Width.
    pub width: f64,
    /// Lengths on and off; `None` = solid.
    pub dash: Option<(f64, f64)>,
}

impl Pencil {
    /// A solid line.
    pub const fn solid(colour: Colour, width: f64) -> Self {
        Self { colour, width, dash: None }
    }

    /// A dashed line.
    pub const fn dashed(colour: Colour, width: f64, on: f64, off: f64) -> Self {
        Self { colour, width, dash: Some((on, off)) }
    }
}

/// Where a line of words is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At its beginning.
    Start,
    /// At its middle.
    Middle,
    /// At its end.
    End,
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// An open line with round ends and corners.
    Line {
        /// At least two.
        points: Vec<Spot>,
        /// How.
        pen: Pencil,
    },
    /// A convex area.
    Area {
        /// Its corners in order.
        points: Vec<Spot>,
        /// Inside.
        fill: Colour,
        /// Around.
        edge: Option<Pencil>,
    },
    /// A disc.
    Circle {
        /// Its middle.
        at: Spot,
        /// Its radius.
        radius: f64,
        /// Inside.
        fill: Colour,
        /// Around.
        edge: Option<Pencil>,
    },
    /// One line of words in the shipped font.
    Text {
        /// The anchor, on the line that letters stand on.
        at: Spot,
        /// Type size.
        size: f64,
        /// Heavy type.
        bold: bool,
        /// Colour.
        colour: Colour,
        /// Which point of the words is at `at`.
        anchor: Anchor,
        /// An outline behind the letters, for words that lie on lines.
        halo: Option<Colour>,
        /// What it says.
        words: String,
    },
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Behind everything.
    pub ground: Colour,
    /// What it shows, for those who do not see it.
    pub title: String,
    /// In the order of drawing.
    pub shapes: Vec<Shape>,
}

impl Picture {
    pub(super) fn new(width: f64, ground: Colour, title: String) -> Self {
        Self { width, height: 0.0, ground, title, shapes: Vec::new() }
    }

    /// Puts another picture below.
    pub(super) fn add_below(&mut self, other: Self) {
        let down = self.height;
        let low = |(x, y): Spot| (x, y + down);
        let lowered = |shape| match shape {
            Shape::Line { points, pen } => Shape::Line { points: points.into_iter().map(low).collect(), pen },
            Shape::Area { points, fill, edge } => Shape::Area { points: points.into_iter().map(low).collect(), fill, edge },
            Shape::Circle { at, radius, fill, edge } => Shape::Circle { at: low(at), radius, fill, edge },
            Shape::Text { at, size, bold, colour, anchor, halo, words } => {
                Shape::Text { at: low(at), size, bold, colour, anchor, halo, words }
            }
        };
        self.shapes.extend(other.shapes.into_iter().map(lowered));
        self.height += other.height;
    }

    pub(super) fn line(&mut self, points: Vec<Spot>, pen: Pencil) {
        if points.len() > 1 {
            self.shapes.push(Shape::Line { points, pen });
        }
    }

    pub(super) fn area(&mut self, points: Vec<Spot>, fill: Colour, edge: Option<Pencil>) {
        self.shapes.push(Shape::Area { points, fill, edge });
    }

    pub(super) fn rect(&mut self, (left, top): Spot, (right, bottom): Spot, fill: Colour, edge: Option<Pencil>) {
        self.area(vec![(left, top), (right, top), (right, bottom), (left, bottom)], fill, edge);
    }

    /// A rectangle with round ends, as a tag or a pill.
    pub(super) fn pill(&mut self, (left, top): Spot, (right, bottom): Spot, fill: Colour, edge: Option<Pencil>) {
        const STEPS: u32 = 10;
        let radius = ((bottom - top) / 2.0).min((right - left) / 2.0);
        let mut points = Vec::new();
        for (x, begin) in [(right - radius, -0.25), (left + radius, 0.25)] {
            for n in 0..=STEPS {
                let turn = (begin + 0.5 * f64::from(n) / f64::from(STEPS)) * std::f64::consts::TAU;
                points.push((x + radius * libm::cos(turn), f64::midpoint(top, bottom) + radius * libm::sin(turn)));
            }
        }
        self.area(points, fill, edge);
    }

    pub(super) fn circle(&mut self, at: Spot, radius: f64, fill: Colour, edge: Option<Pencil>) {
        self.shapes.push(Shape::Circle { at, radius, fill, edge });
    }

    pub(super) fn text(&mut self, at: Spot, letters: Letters, colour: Colour, anchor: Anchor, words: &str) {
        self.lettered(at, letters, colour, anchor, None, words);
    }

    pub(super) fn lettered(&mut self, at: Spot, letters: Letters, colour: Colour, anchor: Anchor, halo: Option<Colour>, words: &str) {
        if !words.is_empty() {
            let Letters { size, bold } = letters;
            self.shapes.push(Shape::Text { at, size, bold, colour, anchor, halo, words: words.to_owned() });
        }
    }
}
