//! Draws a card: the objective that it sets, its head, its words, its rows, and what an exploration found wrong with it.

use super::super::map::{Card, Finish, Flag, Kind, Row};
use super::super::says::points;
use super::super::sheet::{
    AFTER_ICON, BODY, Frame, GOAL, HEAD, INDENT, LABEL, LINE, PAD, Paper, RowShape, SMALL, STRONG, Shape, kind_label, share,
};
use super::icons::{Icon, badge, clock, icon};
use super::ink::{self, ALERT, BRANCH, CLOCK, Dress, INK, MUTED, ROUTE, Stroke, THIN, TRIGGER};
use super::pen::{Hold, Pen, n};
use crate::diag::Lang;

/// Draws a card. `place` is the room it was given, the loop at its side included.
pub fn card(pen: &mut Pen, paper: &Paper<'_>, number: usize, place: Frame) {
    let (map, shape) = (paper.plan.map, &paper.plan.shapes[number]);
    let card = &map.cards[number];
    let dress = ink::dress(card.kind);
    let whole = Frame { x: place.x + shape.side, width: shape.width, ..place };
    let body = Frame { y: whole.y + shape.goal_height, height: whole.height - shape.goal_height, ..whole };
    pen.put(format_args!("<g id=\"c{number}\">"));
    pen.title(&card.told);
    if map.links.iter().any(|l| l.on_route && (l.from == number || l.to == number)) {
        pen.rect(grown(whole, 14.0), 22.0, ROUTE, None);
    }
    if shape.goal_height > 0.0 {
        goal(pen, whole, &shape.goal);
    }
    outline(pen, card, body, dress);
    if card.kind == Kind::Branch {
        branch(pen, card, body);
    } else {
        head(pen, card, shape, body, kind_label(map, card.kind));
        words(pen, card, shape, whole);
        for (row, placed) in card.rows.iter().zip(&shape.rows) {
            draw_row(pen, row, placed, whole);
        }
        tail(pen, card, shape, whole);
        again(pen, card, shape, whole);
    }
    flags(pen, card, body, map.lang);
    pen.put(format_args!("</g>"));
}

/// A frame with more room on every side.
fn grown(f: Frame, by: f64) -> Frame {
    Frame { x: f.x - by, y: f.y - by, width: f.width + 2.0 * by, height: f.height + 2.0 * by }
}

fn goal(pen: &mut Pen, whole: Frame, words: &str) {
    let (x, y, width) = (n(whole.x), n(whole.y + GOAL), n(whole.width));
    pen.path(&format!("M{x} {y}v-30q0 -12 12 -12h{}q12 0 12 12v30z", width - 24), ink::GOAL, None);
    icon(pen, Icon::Goal, (whole.x + PAD - 2.0, whole.y + 9.0), "#fff");
    pen.text((whole.x + PAD + AFTER_ICON, whole.y + 31.0), STRONG, "#fff", Hold::Left, words);
}

/// The card itself: round for the phone, cut corners for a bad end, a pointed strip for a branch, doubled for a good end.
fn outline(pen: &mut Pen, card: &Card, body: Frame, dress: Dress) {
    let is_dead = card.flags.contains(&Flag::Unreachable);
    let edge = Stroke { color: dress.edge, width: dress.width, dash: if is_dead { "14 10" } else { "" } };
    let fill = if is_dead { "url(#dead)" } else { "#fff" };
    match card.kind {
        Kind::Branch => pen.path(&cut(body, 22.0, body.height / 2.0), if is_dead { fill } else { dress.head }, Some(edge)),
        Kind::End(Finish::Fail) | Kind::Trigger => {
            pen.path(&cut(body, 22.0, 22.0), if is_dead { fill } else { dress.head }, Some(edge));
        }
        Kind::End(_) => {
            pen.rect(body, dress.radius, if is_dead { fill } else { dress.head }, Some(edge));
            let inner = Frame { x: body.x + 8.0, y: body.y + 8.0, width: body.width - 16.0, height: body.height - 16.0 };
            if card.kind == Kind::End(Finish::Pass) {
                pen.rect(inner, dress.radius - 4.0, "none", Some(Stroke::solid(dress.edge, 2.0)));
            }
        }
        Kind::Tell
        | Kind::Say
        | Kind::Call
        | Kind::Sms
        | Kind::Chat
        | Kind::Page
        | Kind::Choose
        | Kind::Do
        | Kind::Signs
        | Kind::Judge
        | Kind::Wait => {
            pen.rect(body, dress.radius, fill, Some(edge));
            let (x, y, r) = (n(body.x + dress.width / 2.0), n(body.y + HEAD), n(dress.radius));
            let (across, down) = (n(body.width - dress.width) - 2 * r, n(HEAD - dress.width / 2.0) - r);
            pen.path(&format!("M{x} {y}v-{down}q0 -{r} {r} -{r}h{across}q{r} 0 {r} {r}v{down}z"), dress.head, None);
        }
    }
}

/// A rectangle with its corners cut.
fn cut(f: Frame, across: f64, down: f64) -> String {
    let (left, right, top, bottom) = (n(f.x), n(f.x + f.width), n(f.y), n(f.y + f.height));
    let (a, d) = (n(across), n(down));
    let (in_left, in_right, in_top, in_bottom) = (left + a, right - a, top + d, bottom - d);
    format!("M{in_left} {top}H{in_right}L{right} {in_top}V{in_bottom}L{in_right} {bottom}H{in_left}L{left} {in_bottom}V{in_top}Z")
}

fn branch(pen: &mut Pen, card: &Card, body: Frame) {
    let sign = if card.draws { Icon::Die } else { Icon::Kind(Kind::Branch) };
    icon(pen, sign, (body.x + 30.0, body.y + 11.0), BRANCH);
    pen.text((body.x + body.width / 2.0 + 14.0, body.y + 32.0), LABEL, INK, Hold::Middle, &card.id);
}

fn head(pen: &mut Pen, card: &Card, shape: &Shape, body: Frame, label: &str) {
    let line = body.y + 32.0;
    icon(pen, Icon::Kind(card.kind), (body.x + PAD - 4.0, body.y + 10.0), INK);
    let begin = body.x + PAD + AFTER_ICON - 4.0;
    pen.text((begin, line), LABEL, INK, Hold::Left, label);
    let mut x = begin + LABEL.width(label) + 12.0;
    if card.on_phone {
        icon(pen, Icon::Phone, (x - 6.0, body.y + 10.0), INK);
        x += 22.0;
    }
    pen.text((x, line), SMALL, MUTED, Hold::Left, &card.id);
    pen.text((body.x + body.width - PAD, line), SMALL, MUTED, Hold::Right, &shape.aside);
}

fn words(pen: &mut Pen, card: &Card, shape: &Shape, whole: Frame) {
    let letters = if card.kind.is_asked() { STRONG } else { BODY };
    let mut y = whole.y + shape.goal_height + HEAD + 31.0;
    for line in &shape.text {
        pen.text((whole.x + PAD, y), letters, INK, Hold::Left, line);
        y += LINE;
    }
}

fn draw_row(pen: &mut Pen, row: &Row, placed: &RowShape, whole: Frame) {
    let y = whole.y + placed.y;
    let color = ink::grade(row.grade);
    if let Some(flag) = row.flag {
        let fill = if flag == Flag::Unsafe { "#FBD9D4" } else { "url(#dead)" };
        pen.rect(Frame { x: whole.x + 6.0, y, width: whole.width - 12.0, height: placed.height - 2.0 }, 6.0, fill, None);
    }
    if let Some(share) = row.share.filter(|s| s.of > 0) {
        let width = (whole.width - INDENT - PAD) * f64::from(share.n) / f64::from(share.of);
        pen.rect(Frame { x: whole.x + INDENT, y: y + placed.height - 7.0, width, height: 5.0 }, 2.0, color, None);
    }
    badge(pen, &row.letter, row.grade, (whole.x + PAD + 22.0, y + 22.0));
    let mut line = y + 31.0;
    for words in &placed.lines {
        pen.text((whole.x + INDENT, line), BODY, INK, Hold::Left, words);
        line += LINE;
    }
    if let Some(when) = &placed.when {
        pen.text((whole.x + INDENT, line - 2.0), SMALL, BRANCH, Hold::Left, when);
    }
    let mut right = whole.x + whole.width - PAD;
    if row.redo {
        icon(pen, Icon::Again, (right - 22.0, y + 10.0), color);
        right -= 32.0;
    }
    let worth = points(row.points);
    pen.text((right, y + 31.0), STRONG, color, Hold::Right, &worth);
    if let Some(of) = row.share {
        pen.text((right - STRONG.width(&worth) - 14.0, y + 31.0), SMALL, INK, Hold::Right, &share(of));
    }
}

/// The clock, what found no room, hazards.
fn tail(pen: &mut Pen, card: &Card, shape: &Shape, whole: Frame) {
    let rule = |pen: &mut Pen, y: f64| {
        pen.path(&format!("M{} {}h{}", n(whole.x + 10.0), n(y), n(whole.width - 20.0)), "none", Some(Stroke::solid(THIN, 2.0)));
    };
    if let Some((y, words)) = &shape.clock {
        rule(pen, whole.y + y);
        clock(pen, (whole.x + PAD + 22.0, whole.y + y + 22.0));
        pen.text((whole.x + INDENT, whole.y + y + 31.0), SMALL, CLOCK, Hold::Left, words);
    }
    let hazards = shape.notes.len().saturating_sub(card.notes.len());
    for (line, (y, words)) in shape.notes.iter().enumerate() {
        let y = whole.y + y;
        let is_hazard = line >= hazards;
        if is_hazard {
            icon(pen, Icon::Kind(Kind::Trigger), (whole.x + PAD + 4.0, y + 8.0), TRIGGER);
        }
        pen.text((whole.x + INDENT, y + 29.0), SMALL, if is_hazard { TRIGGER } else { MUTED }, Hold::Left, words);
    }
}

/// The loop at a card's side: from every row that is decided again, back to the card's head.
fn again(pen: &mut Pen, card: &Card, shape: &Shape, whole: Frame) {
    let right = whole.x + whole.width;
    let turn = right + 22.0;
    let top = whole.y + shape.goal_height + HEAD / 2.0;
    let rows = card.rows.iter().zip(&shape.rows).filter(|(row, _)| row.redo);
    let mut bottom = card.loops.then_some(whole.y + whole.height - 22.0);
    if let Some(y) = bottom {
        pen.path(&format!("M{} {}H{}", n(right), n(y), n(turn)), "none", Some(Stroke::solid(MUTED, 4.0)));
    }
    for (row, placed) in rows {
        let y = whole.y + placed.y + 22.0;
        bottom = Some(bottom.map_or(y, |b: f64| b.max(y)));
        pen.path(&format!("M{} {}H{}", n(right), n(y), n(turn)), "none", Some(ink::graded(row.grade)));
    }
    if let Some(bottom) = bottom {
        let (x, y, top, tip) = (n(turn), n(bottom), n(top), n(right + 2.0));
        pen.path(&format!("M{x} {y}V{}q0 -12 -12 -12h-4", top + 12), "none", Some(Stroke::solid(MUTED, 4.0)));
        pen.path(&format!("M{tip} {top}l14 -9v18z"), MUTED, None);
    }
}

/// What an exploration found, as tags on the card's upper edge.
fn flags(pen: &mut Pen, card: &Card, body: Frame, lang: Lang) {
    let mut right = body.x + body.width - 8.0;
    for flag in &card.flags {
        let (zh, en) = ink::flag(*flag);
        let words = match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        let width = LABEL.width(words) + 46.0;
        let tag = Frame { x: right - width, y: body.y - 34.0, width, height: 38.0 };
        pen.rect(tag, 8.0, ALERT, Some(Stroke::solid("#fff", 3.0)));
        icon(pen, Icon::Kind(Kind::End(Finish::Fail)), (tag.x + 8.0, tag.y + 7.0), "#fff");
        pen.text((tag.x + 38.0, tag.y + 28.0), LABEL, "#fff", Hold::Left, words);
        right -= width + 10.0;
    }
}
