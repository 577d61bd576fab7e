//! Draws links with their heads and labels, pointers between parts, and the beginning.

use super::super::map::{Kind, Map, Why};
use super::super::sheet::{ARROW, BADGE, Frame, LABEL, LINE, Label, POINTS, Paper, SMALL, What, Wire, sources_said};
use super::icons::{badge, clock};
use super::ink::{self, BRANCH, CLOCK, GOING, INK, MUTED, ROUTE, Stroke};
use super::pen::{Hold, Pen, n};

/// Draws a link and the head of its arrow. White on both sides tells it from what it crosses.
pub fn wire(pen: &mut Pen, paper: &Paper<'_>, wire: &Wire) {
    let Some(&(x, y)) = wire.points.last() else { return };
    let map = paper.plan.map;
    let link = wire.link.map(|n| &map.links[n]);
    let is_back = wire.link.is_some_and(|n| paper.plan.order.back.contains(&n));
    let stroke = link.map_or(GOING, |l| ink::link(l, is_back, map.runs));
    let d = course(&wire.points);
    if link.is_some_and(|l| l.on_route) {
        pen.path(&d, "none", Some(Stroke::solid(ROUTE, stroke.width + 22.0)));
    }
    pen.path(&d, "none", Some(Stroke::solid("#fff", stroke.width + 5.0)));
    pen.path(&d, "none", Some(stroke));
    let half = 9.0 + stroke.width / 2.0;
    let tip = if wire.up { y - ARROW } else { y + ARROW };
    pen.path(&format!("M{} {}H{}L{} {}Z", n(x - half), n(y), n(x + half), n(x), n(tip)), stroke.color, None);
}

/// Straight where two points are above each other, else a bend that begins and ends upright.
fn course(points: &[(f64, f64)]) -> String {
    let mut d = String::new();
    let mut last: Option<(f64, f64)> = None;
    for &(x, y) in points {
        d.push_str(&match last {
            None => format!("M{} {}", n(x), n(y)),
            Some((before, _)) if n(before) == n(x) => format!("V{}", n(y)),
            Some((before, above)) => {
                let middle = n((above + y) / 2.0);
                format!("C{} {middle} {} {middle} {} {}", n(before), n(x), n(x), n(y))
            }
        });
        last = Some((x, y));
    }
    d
}

/// Draws what stands on a link.
pub fn label(pen: &mut Pen, paper: &Paper<'_>, wire: &Wire) {
    let (Some(number), Some(place)) = (wire.link, wire.label) else { return };
    let (link, label) = (&paper.plan.map.links[number], &paper.plan.labels[number]);
    match &link.why {
        Why::Choices { grade, .. } => {
            let edge = Stroke { dash: "", width: 2.5, ..ink::graded(*grade) };
            pen.rect(place, place.height / 2.0, "#fff", Some(edge));
            for tag in &label.tags {
                let x = place.x + tag.x;
                badge(pen, &tag.letter, tag.grade, (x + BADGE / 2.0, place.y + place.height / 2.0));
                pen.text((x + BADGE, place.y + 34.0), POINTS, edge.color, Hold::Left, &tag.points);
            }
            lines(pen, label, (place.x, place.y + 34.0), INK);
        }
        Why::Clock(_) => {
            pen.rect(place, place.height / 2.0, "#fff", Some(Stroke { color: CLOCK, width: 2.5, dash: "4 5" }));
            clock(pen, (place.x + BADGE / 2.0, place.y + place.height / 2.0));
            lines(pen, label, (place.x, place.y + 34.0), CLOCK);
        }
        Why::When(_) | Why::Else => {
            pen.rect(place, 6.0, ink::dress(Kind::Branch).head, None);
            lines(pen, label, (place.x, place.y + 29.0), BRANCH);
        }
        Why::Goes | Why::Trigger => {}
    }
}

fn lines(pen: &mut Pen, label: &Label, (x, mut y): (f64, f64), color: &str) {
    for line in &label.lines {
        pen.text((x + label.words, y), SMALL, color, Hold::Left, line);
        y += LINE - 4.0;
    }
}

/// Draws what is no card: the beginning, and pointers to and from other parts. A pointer is a link to follow on a screen.
pub fn mark(pen: &mut Pen, paper: &Paper<'_>, what: &What, f: Frame) {
    let map = paper.plan.map;
    match what {
        What::Start => start(pen, map, f),
        What::Out(to) => out(pen, paper, *to, f),
        What::In(sources) => {
            let (left, right, top, bottom) = (n(f.x), n(f.x + f.width), n(f.y), n(f.y + f.height));
            let middle = n(f.y + f.height / 2.0);
            let d = format!("M{left} {top}H{right}L{} {middle}L{right} {bottom}H{left}Z", right - 16);
            pen.put(format_args!("<a href=\"#c{}\">", sources.first().copied().unwrap_or(0)));
            pen.path(&d, "#F1F3F5", Some(GOING));
            pen.path(&format!("M{} {}v24m-10 -10l10 10l10 -10", left + 26, top + 8), "none", Some(Stroke::solid(MUTED, 3.0)));
            pen.text((f.x + 48.0, f.y + 29.0), SMALL, MUTED, Hold::Left, &sources_said(&paper.plan, sources));
            pen.put(format_args!("</a>"));
        }
        What::Card(_) => {}
    }
}

fn start(pen: &mut Pen, map: &Map, f: Frame) {
    pen.rect(f, f.height / 2.0, INK, None);
    let (x, y) = (n(f.x + 34.0), n(f.y + f.height / 2.0));
    pen.path(&format!("M{x} {}v24l20 -12z", y - 12), "#fff", None);
    pen.text((f.x + f.width / 2.0 + 14.0, f.y + 37.0), LABEL, "#fff", Hold::Middle, map.pick("开始", "Start"));
}

fn out(pen: &mut Pen, paper: &Paper<'_>, to: usize, f: Frame) {
    let (left, right, top, bottom) = (n(f.x), n(f.x + f.width), n(f.y), n(f.y + f.height));
    let (middle, shoulder) = (n(f.y + f.height / 2.0), right - 22);
    pen.put(format_args!("<a href=\"#c{to}\">"));
    let d = format!("M{left} {top}H{shoulder}L{right} {middle}L{shoulder} {bottom}H{left}Z");
    pen.path(&d, "#fff", Some(Stroke::solid(INK, 2.5)));
    pen.rect(Frame { x: f.x + 6.0, y: f.y + 7.0, width: 76.0, height: f.height - 14.0 }, 6.0, INK, None);
    pen.text((f.x + 44.0, f.y + 32.0), LABEL, "#fff", Hold::Middle, &paper.part_of[to]);
    pen.text((f.x + 94.0, f.y + 32.0), SMALL, INK, Hold::Left, &paper.plan.map.cards[to].id);
    pen.put(format_args!("</a>"));
}
