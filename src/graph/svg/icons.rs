//! Small signs, drawn in a box of 24 units with one stroke weight: what a card is, a clock, a die, the badges of grades.

use super::super::map::{Finish, Kind};
use super::super::measure::Letters;
use super::ink::{self, CLOCK, Stroke};
use super::pen::{Hold, Pen, n};
use crate::scenario::Grade;

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Kind(Kind),
    /// On the phone.
    Phone,
    Clock,
    Die,
    /// Decided again.
    Again,
    /// An objective.
    Goal,
}

/// The strokes of a sign.
fn strokes(icon: Icon) -> &'static str {
    match icon {
        Icon::Kind(Kind::Tell) => "M4 6H20M4 12H20M4 18H14",
        Icon::Kind(Kind::Say) => "M3 4H21V16H11L6 21V16H3Z",
        Icon::Kind(Kind::Call) => "M6 3H9L11 8L9 10Q11 13 14 15L16 13L21 15V18Q20 21 17 21Q4 19 3 6Q3 4 6 3Z",
        Icon::Kind(Kind::Sms) => "M3 5H21V19H3ZM3 6L12 13L21 6",
        Icon::Kind(Kind::Chat) => "M2 3H16V13H8L4 17V13H2ZM9 17H16L20 21V17H22V8H19",
        Icon::Kind(Kind::Page) => "M4 3H20V21H4ZM4 8H20M8 13H16M8 17H13",
        Icon::Kind(Kind::Choose) => "M10 5H21M10 12H21M10 19H21M3 5H5M3 12H5M3 19H5",
        Icon::Kind(Kind::Do) => "M9 12V5Q9 3 10.500 3Q12 3 12 5V11L18 12Q20 12.500 19.500 15L18.500 21H11L6 15Q5 13 6.500 12.500Q8 12 9 14",
        Icon::Kind(Kind::Signs) => "M10 3A7 7 0 1 0 10 17A7 7 0 1 0 10 3M15 15L21 21",
        Icon::Kind(Kind::Judge) => "M2 12L6 17L11 7M14 8L21 16M21 8L14 16",
        Icon::Kind(Kind::Branch) => "M12 21V13L5 5M12 13L19 5M5 10V5H10M14 5H19V10",
        Icon::Kind(Kind::Wait) => "M6 3H18M6 21H18M7 3Q7 9 12 12Q17 15 17 21M17 3Q17 9 12 12Q7 15 7 21",
        Icon::Kind(Kind::End(Finish::Pass)) => "M5 22V3H20L16 8L20 13H5M9 8L11 10L14 6",
        Icon::Kind(Kind::End(Finish::Open)) => "M12 2A10 10 0 1 0 12 22A10 10 0 1 0 12 2M7 12H17",
        Icon::Kind(Kind::End(Finish::Fail)) => "M8 2H16L22 8V16L16 22H8L2 16V8ZM8 8L16 16M16 8L8 16",
        Icon::Kind(Kind::Trigger) => "M13 2L4 14H11L10 22L20 9H13Z",
        Icon::Phone => "M7 2H17V22H7ZM11 18H13",
        Icon::Clock => "M12 2A10 10 0 1 0 12 22A10 10 0 1 0 12 2M12 6V12L16 15",
        Icon::Die => "M4 4H20V20H4ZM8.500 8V9M15.500 15V16M12 11.500V12.500",
        Icon::Again => "M19 13A7 7 0 1 1 15 6.500M16 2V7H11",
        Icon::Goal => "M12 3L21 12L12 21L3 12Z",
    }
}

/// Draws a sign with its box's upper left corner at `x`, `y`.
pub fn icon(pen: &mut Pen, icon: Icon, (x, y): (f64, f64), color: &str) {
    let (x, y, d) = (n(x), n(y), strokes(icon));
    let style = "stroke-width=\"2.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\"";
    pen.put(format_args!("<path transform=\"translate({x} {y})\" d=\"{d}\" fill=\"none\" stroke=\"{color}\" {style}/>"));
}

/// The badge of a choice: a circle for good, a triangle for poor, a filled octagon for critical. `x`, `y` is its middle.
pub fn badge(pen: &mut Pen, letter: &str, grade: Grade, (x, y): (f64, f64)) {
    let color = ink::grade(grade);
    let edge = Some(Stroke::solid(color, 3.0));
    let (cx, cy) = (n(x), n(y));
    let (fill, down) = match grade {
        Grade::Good => {
            pen.put(format_args!("<circle cx=\"{cx}\" cy=\"{cy}\" r=\"19\" fill=\"#fff\" stroke=\"{color}\" stroke-width=\"3\"/>"));
            (color, 9.0)
        }
        Grade::Poor => {
            pen.path(&format!("M{cx} {}L{} {}H{}Z", cy - 24, cx + 25, cy + 18, cx - 25), "#fff", edge);
            (color, 14.0)
        }
        Grade::Critical => {
            let (a, b) = (8, 19);
            let d = format!(
                "M{} {}H{}L{} {}V{}L{} {}H{}L{} {}V{}Z",
                cx - a,
                cy - b,
                cx + a,
                cx + b,
                cy - a,
                cy + a,
                cx + a,
                cy + b,
                cx - a,
                cx - b,
                cy + a,
                cy - a
            );
            pen.path(&d, color, edge);
            ("#fff", 9.0)
        }
    };
    pen.text((x, y + down), Letters::bold(25.0), fill, Hold::Middle, letter);
}

/// The badge of a clock, round its middle.
pub fn clock(pen: &mut Pen, (x, y): (f64, f64)) {
    icon(pen, Icon::Clock, (x - 12.0, y - 12.0), CLOCK);
}
