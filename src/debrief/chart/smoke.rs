//! Smoke: how far one sees and how low the smoke hangs, where the student was and in the room that is told of; the same with one door
//! otherwise, dashed; the choices on the axis.

use super::super::Debrief;
use super::super::film::{Film, Watched};
use super::super::ink::{self, BODY, GROUND, HEAD, INK, MARGIN, MUTED, ROOM, SMALL, STRONG, WHITE, WIDE, YOU};
use super::super::says;
use super::super::shape::{Anchor, Colour, Pencil, Picture, Spot};
use super::super::what_if::{self, WhatIf};
use super::axis::{Axis, LEFT, RIGHT, stepped, tick};
use crate::diag::Lang;
use crate::hazard::FAR;
use crate::physics::exposure::tenability::{LARGE_ROOM, SMALL_ROOM};
use crate::place::RoomId;
use crate::words::{tr, tr_with};

/// Top and bottom of the two panels.
const SIGHT: (f64, f64) = (214.0, 560.0);
const LAYER: (f64, f64) = (650.0, 930.0);
/// Seconds shown after the last thing that is told.
const TAIL: f64 = 15.0;

/// What is common to all curves of a picture.
#[derive(Debug)]
struct Axes {
    time: Axis,
    /// Metres at the upper edge of the lower panel.
    ceiling: f64,
}

impl Axes {
    fn x(&self, time: f64) -> f64 {
        self.time.x(time)
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
pub fn smoke(debrief: &Debrief, lang: Lang) -> Picture {
    let title = tr(lang, "report-chart");
    let mut p = Picture::new(WIDE, GROUND, title.clone());
    ink::title(&mut p, &title, debrief.case.scenario.title.get(lang));
    let told = told_room(debrief);
    let axes = axes(debrief, told);
    p.height = 1_080.0;
    frame(debrief, lang, &axes, &mut p);
    curves(debrief, told, &axes, &mut p);
    limits(lang, &axes, &mut p);
    legend(debrief, told, lang, &mut p);
    axes.time.choices(debrief, LAYER.1, &mut p);
    p
}

/// The room that is told of: the one that the door changes most, else the first to fail in which nothing burns.
fn told_room(debrief: &Debrief) -> Option<RoomId> {
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
    Axes { time: Axis { end }, ceiling: heights.map(|r| r.height).fold(2.4, f64::max).min(4.0) }
}

/// Panels, grid, axes and the end of the run.
fn frame(debrief: &Debrief, lang: Lang, axes: &Axes, p: &mut Picture) {
    axes.time.panels(&[SIGHT, LAYER], debrief.trace.time, lang, p);
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
    axes.time.labels(LAYER.1, p);
    p.text((RIGHT, 1_058.0), SMALL, MUTED, Anchor::End, &tr(lang, "report-chart-time"));
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
    let shown = || film.times.iter().copied().enumerate().filter(|(_, t)| *t >= from && *t <= axes.time.end);
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
