//! The way: its line by harm, arrows along it, and where one stayed.

use super::super::Debrief;
use super::super::ink::{INK, Scale, WAYS, WHITE};
use super::super::shape::{Pencil, Picture, Spot};
use super::super::trace::Moment;
use super::labels::Labels;
use super::sheet::Sheet;

/// Whoever keeps within this distance for so many seconds stays, m.
const STAY: f64 = 0.8;
/// And so long, s.
const STAY_TIME: f64 = 8.0;
/// An arrow every so many pixels.
const ARROWS: f64 = 85.0;

/// Where one stayed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stay {
    /// Where.
    pub at: [f64; 3],
    /// Seconds of action.
    pub seconds: f64,
    /// The worst class of harm there.
    pub class: usize,
}

/// Draws the way and takes its place among the labels.
pub fn way(debrief: &Debrief, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    let scale = Scale::of(debrief);
    let pieces = pieces(debrief, sheet, scale);
    for (_, points) in &pieces {
        p.line(points.clone(), Pencil::solid(WHITE, 23.0));
    }
    for (class, points) in &pieces {
        let width = WAYS[*class].1;
        p.line(points.clone(), Pencil::solid(INK.faint(200), width + 4.0));
    }
    for (class, points) in &pieces {
        let (colour, width) = WAYS[*class];
        p.line(points.clone(), Pencil::solid(colour, width));
        for (x, y) in points {
            labels.take((*x, *y), (26.0, 26.0), 1.0);
        }
    }
    for stay in stays(debrief, scale).iter().filter(|s| sheet.holds(s.at[1])) {
        let at = sheet.spot(stay.at[0], stay.at[2]);
        let radius = radius(stay);
        p.circle(at, radius + 4.0, WHITE.faint(200), None);
        p.circle(at, radius, WAYS[stay.class].0.faint(150), Some(Pencil::solid(INK.faint(200), 2.5)));
        labels.take(at, (2.0 * radius + 8.0, 2.0 * radius + 8.0), 1.0);
    }
    arrows(&pieces, p);
}

/// How large a stay is drawn.
pub fn radius(stay: &Stay) -> f64 {
    14.0 + (2.0 * libm::sqrt(stay.seconds)).min(26.0)
}

/// Whether a moment is on a sheet.
fn is_shown(sheet: &Sheet, m: &Moment) -> bool {
    sheet.holds(m.at[1]) && sheet.shows(m.at[0], m.at[2])
}

/// Lines of one class each, in order.
fn pieces(debrief: &Debrief, sheet: &Sheet, scale: Scale) -> Vec<(usize, Vec<Spot>)> {
    let mut pieces: Vec<(usize, Vec<Spot>)> = Vec::new();
    let mut last: Option<&Moment> = None;
    let mut is_going = false;
    for moment in &debrief.trace.moments {
        let here = is_shown(sheet, moment);
        if let Some(before) = last.filter(|b| here && !moment.jumped && is_shown(sheet, b)) {
            let class = scale.class(moment.rate, moment.visibility);
            let (a, b) = (sheet.spot(before.at[0], before.at[2]), sheet.spot(moment.at[0], moment.at[2]));
            match pieces.last_mut() {
                Some((c, points)) if is_going && *c == class => {
                    if points.last().is_none_or(|p| libm::hypot(p.0 - b.0, p.1 - b.1) > 2.0) {
                        points.push(b);
                    }
                }
                Some((_, points)) if is_going => {
                    let from = points.last().copied().unwrap_or(a);
                    pieces.push((class, vec![from, b]));
                }
                _ => pieces.push((class, vec![a, b])),
            }
            is_going = true;
        } else {
            is_going = false;
        }
        last = Some(moment);
    }
    pieces.retain(|(_, points)| {
        let (a, rest) = points.split_at(1);
        rest.iter().any(|p| libm::hypot(p.0 - a[0].0, p.1 - a[0].1) > 3.0)
    });
    pieces
}

/// Arrowheads along the way, evenly spaced.
fn arrows(pieces: &[(usize, Vec<Spot>)], p: &mut Picture) {
    let mut gone = ARROWS * 0.4;
    for (_, points) in pieces {
        for pair in points.windows(2) {
            let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
            let length = libm::hypot(bx - ax, by - ay);
            if length < 0.1 {
                continue;
            }
            let (ux, uy) = ((bx - ax) / length, (by - ay) / length);
            let mut at = ARROWS - gone;
            while at <= length {
                let (x, y) = (ax + ux * at, ay + uy * at);
                let tip = (x + ux * 13.0, y + uy * 13.0);
                let side = |s: f64| (x - ux * 7.0 - uy * s, y - uy * 7.0 + ux * s);
                p.area(vec![tip, side(11.0), side(-11.0)], INK, Some(Pencil::solid(WHITE, 2.0)));
                at += ARROWS;
            }
            gone = (gone + length) % ARROWS;
        }
    }
}

/// Where one stayed, in time.
pub fn stays(debrief: &Debrief, scale: Scale) -> Vec<Stay> {
    let moments = &debrief.trace.moments;
    let mut out: Vec<Stay> = Vec::new();
    let mut n = 0;
    while n < moments.len() {
        let first = &moments[n];
        let near = |m: &&Moment| {
            !m.jumped && libm::hypot(m.at[0] - first.at[0], m.at[2] - first.at[2]) < STAY && (m.at[1] - first.at[1]).abs() < 1.0
        };
        let more = moments[n + 1..].iter().take_while(near).count();
        let stayed = &moments[n..=n + more];
        let seconds = moments[n + more].time - first.time;
        let class = stayed.iter().map(|m| scale.class(m.rate, m.visibility)).max().unwrap_or(0);
        if seconds >= STAY_TIME {
            match out.last_mut().filter(|s| libm::hypot(s.at[0] - first.at[0], s.at[2] - first.at[2]) < STAY) {
                Some(last) => *last = Stay { seconds: last.seconds + seconds, class: last.class.max(class), ..*last },
                None => out.push(Stay { at: first.at, seconds, class }),
            }
        }
        n += more + 1;
    }
    out
}
