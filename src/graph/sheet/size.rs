//! How big a card is and where its words stand on it. Lengths are tenths of a millimetre, so that whole numbers are exact
//! enough and 24.7 is the height of 7-point type, the smallest that may be printed.

use super::super::map::{Card, Clock, Finish, Kind, Map, Row, Share, Then};
use super::super::measure::Letters;
use super::super::says::points;
use crate::diag::Lang;

/// Running words: 7.7 points.
pub const BODY: Letters = Letters::new(27.0);
/// Questions, objectives and points.
pub const STRONG: Letters = Letters::bold(27.0);
/// Names in the file, counts and conditions: 7.1 points.
pub const SMALL: Letters = Letters::new(25.0);
/// What a card is.
pub const LABEL: Letters = Letters::bold(25.0);
/// From line to line.
pub const LINE: f64 = 36.0;
/// The strip at the top of a card.
pub const HEAD: f64 = 44.0;
/// The strip of an objective above it.
pub const GOAL: f64 = 42.0;
/// From the edge to the words.
pub const PAD: f64 = 20.0;
/// From the edge to the words of a row, past its badge.
pub const INDENT: f64 = 74.0;
/// Room beside a card for the loop of what is decided again.
pub const LOOP: f64 = 34.0;

const STORY: f64 = 500.0;
const DECISION: f64 = 620.0;
const NARROW: f64 = 440.0;
const BRANCH: f64 = 46.0;

/// A row on its card.
#[derive(Debug, Clone, Default)]
pub struct RowShape {
    /// Below the card's top.
    pub y: f64,
    pub height: f64,
    pub lines: Vec<String>,
    pub when: Option<String>,
}

/// A card without its place.
#[derive(Debug, Clone, Default)]
pub struct Shape {
    pub width: f64,
    pub height: f64,
    /// Room on either side.
    pub side: f64,
    /// Height of the objective's strip.
    pub goal_height: f64,
    pub goal: String,
    /// On the right of the head.
    pub aside: String,
    pub text: Vec<String>,
    pub rows: Vec<RowShape>,
    /// Lines below everything else, with their places below the card's top.
    pub clock: Option<(f64, String)>,
    pub notes: Vec<(f64, String)>,
}

/// How many chose something.
pub fn share(share: Share) -> String {
    if share.of == 0 { "–".to_owned() } else { format!("{} · {}%", share.n, share.percent()) }
}

/// What a card's head says it is.
pub fn label(map: &Map, kind: Kind) -> &'static str {
    match kind {
        Kind::Tell => map.pick("旁白", "story"),
        Kind::Say => map.pick("对话", "speech"),
        Kind::Call => map.pick("来电", "call"),
        Kind::Sms => map.pick("短信", "SMS"),
        Kind::Chat => map.pick("聊天", "chat"),
        Kind::Page => map.pick("网页", "page"),
        Kind::Choose => map.pick("选择", "choose"),
        Kind::Do => map.pick("动手", "do"),
        Kind::Signs => map.pick("找疑点", "find signs"),
        Kind::Judge => map.pick("辨真假", "real or scam"),
        Kind::Branch => map.pick("分岔", "branch"),
        Kind::Wait => map.pick("等待", "wait"),
        Kind::End(Finish::Pass) => map.pick("结局 · 通过", "ending · pass"),
        Kind::End(Finish::Open) => map.pick("结局 · 看分数", "ending · by score"),
        Kind::End(Finish::Fail) => map.pick("结局 · 不通过", "ending · no pass"),
        Kind::Trigger => map.pick("触发", "trigger"),
    }
}

/// Where the icon ends and the head's words begin.
pub const AFTER_ICON: f64 = 34.0;

/// Measures a card.
pub fn shape(map: &Map, card: &Card) -> Shape {
    let mut shape = Shape { width: width(card), ..Shape::default() };
    let inner = shape.width - 2.0 * PAD;
    if !card.goal.is_empty() {
        shape.goal = STRONG.one_line(&card.goal, inner - AFTER_ICON);
        shape.goal_height = GOAL;
    }
    if card.kind == Kind::Branch {
        shape.height = shape.goal_height + BRANCH;
        return shape;
    }
    let taken = PAD + AFTER_ICON + LABEL.width(label(map, card.kind)) + SMALL.width(&card.id) + 30.0;
    let aside = [card.who.as_str(), card.aside.as_str()].iter().filter(|t| !t.is_empty()).copied().collect::<Vec<_>>().join(" · ");
    let room = shape.width - PAD - taken - 16.0;
    shape.aside = if room > 60.0 { SMALL.one_line(&aside, room) } else { String::new() };
    let mut y = shape.goal_height + HEAD;
    let (letters, most) = if card.kind.is_asked() { (STRONG, 3) } else { (BODY, 2) };
    shape.text = letters.wrap(&card.text, inner, most);
    if !shape.text.is_empty() {
        y += LINE * count(shape.text.len()) + 12.0;
    }
    for row in &card.rows {
        let placed = row_shape(map, row, shape.width, y);
        y += placed.height;
        shape.rows.push(placed);
    }
    shape.side = if card.loops || card.rows.iter().any(|r| r.redo) { LOOP } else { 0.0 };
    let mut below = |text: String| {
        let line = (y, SMALL.one_line(&text, shape.width - INDENT - PAD));
        y += LINE + 6.0;
        line
    };
    shape.clock = card.clock.as_ref().map(|c| below(clock(map, card, c)));
    shape.notes = tail(map, card).into_iter().map(below).collect();
    shape.height = y + 6.0;
    shape
}

fn width(card: &Card) -> f64 {
    match card.kind {
        Kind::Choose | Kind::Do => DECISION,
        Kind::Branch => (LABEL.width(&card.id) + 130.0).max(200.0),
        Kind::End(_) | Kind::Trigger | Kind::Wait => NARROW,
        Kind::Tell | Kind::Say | Kind::Call | Kind::Sms | Kind::Chat | Kind::Page | Kind::Signs | Kind::Judge => STORY,
    }
}

fn row_shape(map: &Map, row: &Row, width: f64, y: f64) -> RowShape {
    let room = width - INDENT - PAD - right_side(row);
    let lines = BODY.wrap(&row.text, room, 2);
    let when = row.when.as_ref().map(|w| SMALL.one_line(&format!("{}{w}", map.pick("若 ", "if ")), room));
    let count = count(lines.len().max(1)) + if when.is_some() { 1.0 } else { 0.0 };
    RowShape { y, height: LINE * count + 12.0, lines, when }
}

/// What stands at the end of a row: who chose it, points, the loop.
fn right_side(row: &Row) -> f64 {
    let chose = row.share.map_or(0.0, |s| SMALL.width(&share(s)) + 18.0);
    chose + STRONG.width(&points(row.points)) + 12.0 + if row.redo { 34.0 } else { 0.0 }
}

fn clock(map: &Map, card: &Card, clock: &Clock) -> String {
    let seconds = &clock.seconds;
    let then = match &clock.then {
        Then::Row(row) => format!("= {}", Map::letter(*row)),
        Then::Card(id) if *id == card.id => map.pick("再来一遍", "again").to_owned(),
        Then::Card(id) => format!("→ {id}"),
        Then::On => map.pick("往下走", "goes on").to_owned(),
    };
    match map.lang {
        Lang::Zh => format!("{seconds} 秒到了 {then}"),
        Lang::En => format!("{seconds} s over {then}"),
    }
}

/// Lines at the foot: choices that found no room, hazards, how many answered without a fault.
fn tail(map: &Map, card: &Card) -> Vec<String> {
    let mut lines = Vec::new();
    if card.more_rows > 0 {
        lines.push(match map.lang {
            Lang::Zh => format!("还有 {} 个选项", card.more_rows),
            Lang::En => format!("and {} more choices", card.more_rows),
        });
    }
    if let Some(right) = card.right {
        lines.push(match map.lang {
            Lang::Zh => format!("全对 {}", share(right)),
            Lang::En => format!("all right {}", share(right)),
        });
    }
    lines.extend(card.notes.iter().cloned());
    lines
}

/// A number of lines, to reckon with.
pub fn count(n: usize) -> f64 {
    u16::try_from(n).map_or(f64::from(u16::MAX), f64::from)
}
