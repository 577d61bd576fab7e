//! What stands on a link: the choices that take it with their points, a condition, a clock. Measured before anything has
//! a place, so that no label lies on a card.

use super::super::map::{Card, Link, Map, Why};
use super::super::measure::Letters;
use super::super::says::points;
use super::size::{LINE, SMALL, count};
use crate::scenario::Grade;

/// More choices than this are counted, not named.
const MOST: usize = 4;
/// The widest a condition may be before it breaks.
const CONDITION: f64 = 330.0;
/// A badge with the room around it.
pub const BADGE: f64 = 54.0;
/// Height of a label with badges or a clock.
const PILL: f64 = 50.0;
/// Points beside a badge.
pub const POINTS: Letters = Letters::bold(25.0);

/// A choice on a link.
#[derive(Debug, Clone)]
pub struct Tag {
    pub letter: String,
    pub grade: Grade,
    pub points: String,
    /// From the label's left edge.
    pub x: f64,
}

/// A label without its place.
#[derive(Debug, Clone, Default)]
pub struct Label {
    pub width: f64,
    pub height: f64,
    pub tags: Vec<Tag>,
    /// After the tags: how many went this way, or the words of a condition.
    pub lines: Vec<String>,
    /// Where the words begin, from the left edge.
    pub words: f64,
}

/// The label of a link; of no size where there is nothing to say.
pub fn label(map: &Map, link: &Link) -> Label {
    match &link.why {
        Why::Goes | Why::Trigger => Label::default(),
        Why::Choices { grade, rows } => choices(&map.cards[link.from], *grade, rows, link),
        Why::When(condition) => words(SMALL.wrap(condition, CONDITION, 2)),
        Why::Else => words(vec![map.pick("否则", "else").to_owned()]),
        Why::Clock(seconds) => {
            let seconds = format!("{seconds} s");
            Label { width: BADGE + SMALL.width(&seconds) + 14.0, height: PILL, lines: vec![seconds], words: BADGE, tags: Vec::new() }
        }
    }
}

fn words(lines: Vec<String>) -> Label {
    let width = lines.iter().map(|l| SMALL.width(l)).fold(0.0, f64::max);
    Label { width: width + 24.0, height: (LINE - 4.0) * count(lines.len()) + 8.0, lines, words: 12.0, tags: Vec::new() }
}

fn choices(card: &Card, grade: Grade, rows: &[usize], link: &Link) -> Label {
    let mut label = Label { height: PILL, ..Label::default() };
    let mut x = 4.0;
    for row in rows.iter().take(MOST) {
        let points = card.rows.get(*row).map(|r| points(r.points)).unwrap_or_default();
        let wide = BADGE + POINTS.width(&points) + 8.0;
        label.tags.push(Tag { letter: Map::letter(*row), grade, points, x });
        x += wide;
    }
    let mut more = Vec::new();
    if rows.len() > MOST {
        more.push(format!("+{}", rows.len() - MOST));
    }
    if let Some(share) = link.share {
        more.push(format!("×{}", share.n));
    }
    let more = more.join(" ");
    label.words = x + 2.0;
    label.width = if more.is_empty() { x + 6.0 } else { x + SMALL.width(&more) + 16.0 };
    label.lines = if more.is_empty() { Vec::new() } else { vec![more] };
    label
}
