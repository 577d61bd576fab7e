//! Curves over time: how far one sees and how low the smoke hangs, where the student was and in the room that is told of; the same
//! with one door otherwise, dashed; the choices on the axis.

use super::Debrief;
use super::film::{Film, Watched};
use super::ink::{self, BODY, GROUND, HEAD, INK, MARGIN, MUTED, ROOM, SMALL, SMOKE, STRONG, THIN, WHITE, WIDE, YOU};
use super::says;
use super::shape::{Anchor, Colour, Pencil, Picture, Spot};
use super::what_if::{self, WhatIf};
use crate::diag::Lang;
use crate::hazard::FAR;
use crate::physics::exposure::tenability::{LARGE_ROOM, SMALL_ROOM};
use crate::place::RoomId;
use crate::words::{tr, tr_with};

const LEFT: f64 = 118.0;
const RIGHT: f64 = WIDE - MARGIN;
/// Top and bottom of the two panels.
const SIGHT: (f64, f64) = (214.0, 560.0);
const LAYER: (f64, f64) = (650.0, 930.0);
/// Seconds shown after the last thing that is told.
const TAIL: f64 = 15.0;

/// What is common to all curves of a picture.
#[derive(Debug)]
struct Axes {
    /// Seconds at the right edge.
    end: f64,
    /// Metres at the upper edge of the lower panel.
    ceiling: f64,
}

impl Axes {
    fn x(&self, time: f64) -> f64 {
        LEFT + (time / self.end).clamp(0.0, 1.0) * (RIGHT - LEFT)
    }

    /// The near distances matter most: they get more room.
    fn sight(metres: f64) -> f64 {
        let part = libm::sqrt((metres / FAR).clamp(0.0, 1.0));
        SIGHT.1 - part * (SIGHT.1 - SIGHT.0)
    }

    fn layer(&self, metres: f64) -> f64 {
        LAYER.1 - (metres / self.ceiling).clamp(0.0, 1.0) * (LAYER.1 - LAYER.0)
    }
}

/// Draws the curves.
pub fn chart(debrief: &Debrief, lang: Lang) -> Picture {
    let title = tr(lang, "report-chart");
    let mut p = Picture::new(WIDE, GROUND, title.clone());
    ink::title(&mut p, &title, debrief.case.scenario.title.get(lang));
    if !debrief.has_smoke() {
        p.text((MARGIN, 140.0), BODY, MUTED, Anchor::Start, &tr(lang, "report-chart-none"));
        p.height = 190.0;
        return p;
    }
    let told = told_room(debrief);
    let axes = axes(debrief, told);
    p.height = 1_080.0;
    frame(debrief, lang, &axes, &mut p);
    curves(debrief, told, &axes, &mut p);
    limits(lang, &axes, &mut p);
    legend(debrief, told, lang, &mut p);
    choices(debrief, &axes, &mut p);
    p
}

/// The room that is told of: the one that the door changes most, else the first to fail in which nothing burns.
pub(super) fn told_room(debrief: &Debrief) -> Option<RoomId> {
    if let WhatIf::Door(c) = &debrief.what_if
        && let Some(first) = c.rooms.first()
    {
        return Some(first.room);
    }
    let burning = what_if::burning(&debrief.case);
    let worst = |a: &&Watched, b: &&Watched| {
        let time = |w: &Watched| w.state.untenable.map_or(f64::MAX, |u| u.time);
        time(a).total_cmp(&time(b)).then(a.state.least_visibility.total_cmp(&b.state.least_visibility))
    };
    let smoky = |w: &&Watched| w.state.least_visibility < FAR;
    let rooms = || debrief.film.rooms.iter().filter(smoky);
    rooms().filter(|w| !burning.contains(&w.room)).min_by(worst).or_else(|| rooms().min_by(worst)).map(|w| w.room)
}

fn axes(debrief: &Debrief, told: Option<RoomId>) -> Axes {
    let failed = |film: &Film| told.and_then(|r| film.room(r)).and_then(|w| w.state.untenable).map(|u| u.time);
    let other = match &debrief.what_if {
        WhatIf::Door(c) => failed(&c.film),
        _ => None,
    };
    let last = [failed(&debrief.film), other].into_iter().flatten().fold(debrief.trace.time, f64::max);
    let end = (last + TAIL).min(debrief.film.until.max(debrief.trace.time)).max(10.0);
    let place = &debrief.case.place;
    let heights = debrief.trace.visits.iter().map(|v| v.room).chain(told).map(|r| &place.rooms[r.index()]).filter(|r| !r.open);
    Axes { end, ceiling: heights.map(|r| r.height).fold(2.4, f64::max).min(4.0) }
}

/// Panels, grid, axes and the end of the run.
fn frame(debrief: &Debrief, lang: Lang, axes: &Axes, p: &mut Picture) {
    let over = axes.x(debrief.trace.time);
    for (top, bottom) in [SIGHT, LAYER] {
        p.rect((LEFT, top), (RIGHT, bottom), WHITE, None);
        if RIGHT - over > 6.0 {
            p.rect((over, top), (RIGHT, bottom), SMOKE.faint(14), None);
            p.line(vec![(over, top), (over, bottom)], Pencil::dashed(MUTED, 2.5, 10.0, 7.0));
        }
    }
    for metres in [0.0, 1.0, 3.0, 5.0, 10.0, 20.0, FAR] {
        tick(p, Axes::sight(metres), &if metres < FAR { format!("{metres}") } else { format!("≥{metres}") });
    }
    let mut metres = 0.0;
    while metres <= axes.ceiling {
        tick(p, axes.layer(metres), &format!("{metres}"));
        metres += 1.0;
    }
    p.text((LEFT, SIGHT.0 - 18.0), STRONG, INK, Anchor::Start, &tr(lang, "report-chart-sight"));
    p.text((LEFT, LAYER.0 - 18.0), STRONG, INK, Anchor::Start, &tr(lang, "report-chart-layer"));
    let step = [5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0].into_iter().find(|s| axes.end / s <= 12.0).unwrap_or(3600.0);
    let mut time = 0.0;
    while time <= axes.end {
        let x = axes.x(time);
        for (top, bottom) in [SIGHT, LAYER] {
            p.line(vec![(x, top), (x, bottom)], Pencil::solid(THIN.faint(110), 1.0));
        }
        p.text((x, LAYER.1 + 32.0), SMALL, MUTED, Anchor::Middle, &ink::clock(time));
        time += step;
    }
    p.text((RIGHT, 1_058.0), SMALL, MUTED, Anchor::End, &tr(lang, "report-chart-time"));
    if RIGHT - over > 6.0 {
        let words = tr(lang, "report-chart-ended");
        let room = SMALL.width(&words) + 16.0;
        let (x, anchor) = if RIGHT - over > room { (over + 10.0, Anchor::Start) } else { (over - 10.0, Anchor::End) };
        p.lettered((x, LAYER.1 - 12.0), SMALL, MUTED, anchor, Some(WHITE), &words);
    }
}

fn tick(p: &mut Picture, y: f64, words: &str) {
    p.line(vec![(LEFT, y), (RIGHT, y)], Pencil::solid(THIN, 1.5));
    p.text((LEFT - 14.0, y + 9.0), BODY, MUTED, Anchor::End, words);
}

/// Thin lines with names.
fn limits(lang: Lang, axes: &Axes, p: &mut Picture) {
    let mut limit = |y: f64, metres: f64, key: &str| {
        p.line(vec![(LEFT, y), (RIGHT, y)], Pencil::dashed(INK, 2.0, 2.0, 7.0));
        let words = tr_with(lang, "report-chart-limit", &[("n", &metres.to_string()), ("what", &tr(lang, key))]);
        p.lettered((LEFT + 14.0, y - 9.0), SMALL, INK, Anchor::Start, Some(WHITE), &words);
    };
    limit(Axes::sight(LARGE_ROOM.visibility_m), LARGE_ROOM.visibility_m, "report-chart-limit-way");
    limit(Axes::sight(SMALL_ROOM.visibility_m), SMALL_ROOM.visibility_m, "report-chart-limit-room");
    limit(axes.layer(LARGE_ROOM.layer_height_m), LARGE_ROOM.layer_height_m, "report-chart-limit-layer");
}

fn curves(debrief: &Debrief, told: Option<RoomId>, axes: &Axes, p: &mut Picture) {
    if let WhatIf::Door(c) = &debrief.what_if {
        film(&c.film, told, axes, c.time, true, p);
    }
    film(&debrief.film, told, axes, 0.0, false, p);
    let heads = debrief.film.times.iter().zip(&debrief.film.you).map(|(t, m)| (axes.x(*t), axes.layer(m.head)));
    p.line(stepped(heads), Pencil::solid(HEAD, 3.0));
}

/// The curves of a film from some moment on: the room below, the student above.
fn film(film: &Film, told: Option<RoomId>, axes: &Axes, from: f64, is_other: bool, p: &mut Picture) {
    let shown = || film.times.iter().copied().enumerate().filter(|(_, t)| *t >= from && *t <= axes.end);
    let pen = |colour: Colour| if is_other { Pencil::dashed(colour, 4.0, 15.0, 11.0) } else { Pencil::solid(colour, 5.0) };
    if let Some(room) = told.and_then(|r| film.room(r)) {
        let read = |n: usize| room.readings.get(n).copied();
        // Wider, so that it is seen on both sides of the student's where the two are one.
        let wide = |p: Pencil| Pencil { width: p.width + 5.0, ..p };
        p.line(spare(shown().filter_map(|(n, t)| read(n).map(|r| (axes.x(t), Axes::sight(r.visibility))))), wide(pen(ROOM)));
        p.line(spare(shown().filter_map(|(n, t)| read(n).map(|r| (axes.x(t), axes.layer(r.layer))))), wide(pen(ROOM)));
    }
    p.line(spare(shown().filter_map(|(n, t)| film.you.get(n).map(|m| (axes.x(t), Axes::sight(m.visibility))))), pen(YOU));
    p.line(spare(shown().filter_map(|(n, t)| film.you.get(n).map(|m| (axes.x(t), axes.layer(m.layer))))), pen(YOU));
}

/// The points of a curve without those that nobody would miss.
fn spare(points: impl Iterator<Item = Spot>) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::new();
    let mut skipped: Option<Spot> = None;
    for at in points {
        match kept.last() {
            Some(last) if (at.1 - last.1).abs() < 0.8 => skipped = Some(at),
            Some(last) if at.0 - last.0 < 1.5 && (at.1 - last.1).abs() < 3.0 => skipped = Some(at),
            _ => {
                kept.extend(skipped.take());
                kept.push(at);
            }
        }
    }
    kept.extend(skipped);
    kept
}

/// The same with upright steps.
fn stepped(points: impl Iterator<Item = Spot>) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::new();
    for at in points {
        match kept.last().copied() {
            Some(last) if last.1 == at.1 && kept.len() > 1 => {
                let n = kept.len() - 1;
                if kept[n - 1].1 == at.1 { kept[n] = at } else { kept.push(at) }
            }
            Some(last) if last.1 != at.1 => kept.extend([(at.0, last.1), at]),
            _ => kept.push(at),
        }
    }
    kept
}

/// What the lines are.
fn legend(debrief: &Debrief, told: Option<RoomId>, lang: Lang, p: &mut Picture) {
    let mut lines = vec![(Pencil::solid(YOU, 5.0), tr(lang, "report-chart-you"))];
    if let Some(room) = told {
        lines.push((Pencil::solid(ROOM, 10.0), says::room_name(&debrief.case.place, room, lang)));
    }
    if matches!(debrief.what_if, WhatIf::Door(_)) {
        lines.push((Pencil::dashed(INK, 4.0, 15.0, 11.0), tr(lang, "report-chart-other")));
    }
    lines.push((Pencil::solid(HEAD, 3.0), tr(lang, "report-chart-head")));
    let mut x = MARGIN;
    for (pen, words) in lines {
        p.line(vec![(x, 122.0), (x + 66.0, 122.0)], pen);
        p.text((x + 80.0, 131.0), BODY, INK, Anchor::Start, &words);
        x += 80.0 + BODY.width(&words) + 44.0;
    }
}

/// Choices as marks on the axis; those that would lie on each other are one mark, `4–9`, in the colour of the worst.
fn choices(debrief: &Debrief, axes: &Axes, p: &mut Picture) {
    const APART: f64 = 46.0;
    let y = LAYER.1 + 66.0;
    let made = &debrief.trace.choices;
    let mut groups: Vec<(f64, usize, usize)> = Vec::new();
    for (n, choice) in made.iter().enumerate() {
        let x = axes.x(choice.time);
        p.line(vec![(x, LAYER.1), (x, LAYER.1 + 8.0)], Pencil::solid(INK, 3.0));
        // A mark of several is wider than one.
        let is_near = |(begin, first, last): &(f64, usize, usize)| x - begin < APART * if last > first { 1.8 } else { 1.0 };
        if groups.last().is_some_and(is_near) {
            groups.last_mut().expect("it was just looked at").2 = n;
        } else {
            groups.push((x, n, n));
        }
    }
    for (x, first, last) in groups {
        let worst = made[first..=last].iter().map(|c| c.grade).max().unwrap_or_default();
        if first == last {
            ink::choice(p, (x, y), worst, &(first + 1).to_string());
            continue;
        }
        let words = format!("{}–{}", first + 1, last + 1);
        let half = ink::SMALL_STRONG.width(&words) / 2.0 + 12.0;
        let x = (x + half - 19.0).min(RIGHT - half);
        p.pill((x - half, y - 19.0), (x + half, y + 19.0), ink::grade(worst), Some(Pencil::solid(WHITE, 3.0)));
        p.text((x, y + 8.0), ink::SMALL_STRONG, WHITE, Anchor::Middle, &words);
    }
}
