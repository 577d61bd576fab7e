//! The ground in time: its intensity, what came down when, and how the student stood; its acceleration where it is computed.

use super::super::Debrief;
use super::super::ink::{
    self, BODY, GROUND, HEAD, INK, MARGIN, MUTED, PIECE, ROOM, SMALL, SMALL_STRONG, STRONG, STRUCK, THIN, WHITE, WIDE, YOU,
};
use super::super::quake::{Fall, Frame, Quake, STRONG as STRONG_MOTION};
use super::super::says;
use super::super::shape::{Anchor, Colour, Pencil, Picture, Spot};
use super::axis::{Axis, LEFT, RIGHT, tick};
use crate::diag::Lang;
use crate::physics::quake::injury::Injury;
use crate::run::Posture;
use crate::words::{tr, tr_with};

/// Top and bottom of the panels.
const LEVEL: Spot = (214.0, 440.0);
const PULL: Spot = (506.0, 596.0);
const FALLS: Spot = (662.0, 792.0);
const BODY_STRIP: Spot = (858.0, 938.0);
const PANELS: [Spot; 4] = [LEVEL, PULL, FALLS, BODY_STRIP];
/// From this intensity on most people cannot keep their feet, degrees (GB/T 17742-2020: VI).
const UNSTEADY: f64 = 6.0;
/// Seconds shown before the first and after the last shaking, and at least in all.
const AROUND: f64 = 4.0;
const LEAST: f64 = 20.0;

/// Draws the ground, what fell, and the student.
pub fn quake(debrief: &Debrief, quake: &Quake, lang: Lang) -> Picture {
    let title = tr(lang, "report-quake");
    let mut p = Picture::new(WIDE, GROUND, title.clone());
    ink::title(&mut p, &title, debrief.case.scenario.title.get(lang));
    p.height = 1_080.0;
    let felt = quake.frames.iter().rev().find(|f| f.level >= 1.0).map_or(0.0, |f| f.time);
    let end = (felt + AROUND).max(LEAST).min(debrief.trace.time.max(10.0));
    let axis = Axis { end };
    let shown: Vec<&Frame> = quake.frames.iter().filter(|f| f.time <= end).collect();
    axis.panels(&PANELS, debrief.trace.time.min(end), lang, &mut p);
    level(&shown, axis, lang, &mut p);
    pull(quake, &shown, axis, lang, &mut p);
    falls(debrief, quake, axis, lang, &mut p);
    postures(&shown, axis, lang, &mut p);
    axis.labels(BODY_STRIP.1, &mut p);
    axis.choices_until(debrief, BODY_STRIP.1, end, &mut p);
    p.text((RIGHT, 1_062.0), SMALL, MUTED, Anchor::End, &tr(lang, "report-chart-time"));
    legend(quake, lang, &mut p);
    p
}

fn y_level(degrees: f64) -> f64 {
    LEVEL.1 - (degrees / 11.0).clamp(0.0, 1.0) * (LEVEL.1 - LEVEL.0)
}

/// The curve of the intensity, strong motion shaded in all panels.
fn level(shown: &[&Frame], axis: Axis, lang: Lang, p: &mut Picture) {
    for run in shown.chunk_by(|a, b| (a.level >= STRONG_MOTION) == (b.level >= STRONG_MOTION)).filter(|r| r[0].level >= STRONG_MOTION) {
        let (from, to) = (axis.x(run[0].time), axis.x(run[run.len() - 1].time + 0.1));
        for (top, bottom) in PANELS {
            p.rect((from, top), (to, bottom), ROOM.faint(22), None);
        }
    }
    for degrees in [0.0, 2.0, 4.0, 6.0, 8.0, 10.0] {
        tick(p, y_level(degrees), &format!("{degrees}"));
    }
    let mut points: Vec<Spot> = Vec::new();
    for frame in shown {
        let at = (axis.x(frame.time), y_level(frame.level));
        if points.last().is_none_or(|l| at.0 - l.0 >= 2.0 || (at.1 - l.1).abs() >= 4.0) {
            points.push(at);
        }
    }
    p.line(points, Pencil::solid(ROOM, 5.0));
    p.line(vec![(LEFT, y_level(UNSTEADY)), (RIGHT, y_level(UNSTEADY))], Pencil::dashed(INK, 2.0, 2.0, 7.0));
    let words = tr(lang, "report-quake-unsteady");
    let x = clear(shown, axis, SMALL.width(&words));
    p.lettered((x, y_level(UNSTEADY) - 9.0), SMALL, INK, Anchor::Start, Some(WHITE), &words);
    p.text((LEFT, LEVEL.0 - 18.0), STRONG, INK, Anchor::Start, &tr(lang, "report-quake-level"));
}

/// Where words on the line of [`UNSTEADY`] are farthest from the curve.
fn clear(shown: &[&Frame], axis: Axis, wide: f64) -> f64 {
    let far = |x: f64| {
        let under = shown.iter().filter(|f| (x - 10.0..x + wide + 10.0).contains(&axis.x(f.time)));
        under.map(|f| (f.level - UNSTEADY - 0.7).abs()).fold(f64::MAX, f64::min)
    };
    let tried = (0..12).map(|n| LEFT + 14.0 + f64::from(n) / 11.0 * (RIGHT - LEFT - wide - 28.0));
    tried.map(|x| (far(x), x)).reduce(|a, b| if b.0 > a.0 { b } else { a }).map_or(LEFT, |(_, x)| x)
}

/// The acceleration of the floor, as upright strokes.
fn pull(quake: &Quake, shown: &[&Frame], axis: Axis, lang: Lang, p: &mut Picture) {
    let peak = format!("{:.1}", quake.peak);
    let key = if quake.peak > 0.0 { "report-quake-peak-most" } else { "report-quake-peak-none" };
    p.text((LEFT, PULL.0 - 16.0), STRONG, INK, Anchor::Start, &tr_with(lang, key, &[("n", &peak)]));
    let (middle, most) = (f64::midpoint(PULL.0, PULL.1), 0.46 * (PULL.1 - PULL.0));
    p.line(vec![(LEFT, middle), (RIGHT, middle)], Pencil::solid(THIN, 1.5));
    let mut last = f64::MIN;
    for frame in shown.iter().filter(|f| f.peak > 0.02 * quake.peak) {
        let (x, half) = (axis.x(frame.time), frame.peak / quake.peak * most);
        // Strokes nearer than this would be a block.
        if x - last >= 3.5 {
            p.line(vec![(x, middle - half), (x, middle + half)], Pencil::solid(MUTED, 2.0));
            last = x;
        }
    }
}

/// Every piece as a mark at its moment; what hit or would have hit, and what toppled, by name where there is room.
fn falls(debrief: &Debrief, quake: &Quake, axis: Axis, lang: Lang, p: &mut Picture) {
    p.text((LEFT, FALLS.0 - 16.0), STRONG, INK, Anchor::Start, &tr(lang, "report-quake-falls"));
    let rows = [FALLS.0 + 34.0, FALLS.0 + 64.0, FALLS.0 + 94.0];
    let base = FALLS.1 - 14.0;
    let mut free = [LEFT; 3];
    let shown = || quake.falls.iter().filter(|f| f.time <= axis.end);
    for fall in shown() {
        piece(p, (axis.x(fall.time), base), fall);
    }
    // The one that matters most is named first, else in time.
    let mut named: Vec<&Fall> = shown().filter(|f| f.toppled || f.hit.max(f.upright) > Injury::None).collect();
    named.dedup_by(|a, b| a.prop == b.prop);
    for fall in named {
        let kind = debrief.case.place.props[fall.prop.index()].kind;
        let words = format!("{} {}", ink::clock(fall.time), says::kind(kind, lang));
        let wide = SMALL_STRONG.width(&words);
        let x = axis.x(fall.time).min(RIGHT - wide - 10.0).max(LEFT + 8.0);
        let Some(row) = (0..3).find(|n| free[*n] <= x) else { continue };
        free[row] = x + wide + 16.0;
        p.line(vec![(axis.x(fall.time), rows[row] + 6.0), (axis.x(fall.time), base - 8.0)], Pencil::solid(mark(fall).faint(120), 2.0));
        p.lettered((x, rows[row]), SMALL_STRONG, mark(fall), Anchor::Start, Some(WHITE), &words);
    }
    if quake.falls.is_empty() {
        p.text((LEFT + 14.0, FALLS.0 + 72.0), BODY, MUTED, Anchor::Start, &tr(lang, "report-quake-none"));
    }
}

fn mark(fall: &Fall) -> Colour {
    if fall.hit > Injury::None { STRUCK } else { PIECE }
}

/// A triangle that points down; a diamond where it hit the student.
fn piece(p: &mut Picture, (x, y): Spot, fall: &Fall) {
    let edge = Some(Pencil::solid(WHITE, 2.0));
    if fall.hit > Injury::None {
        p.area(vec![(x, y - 17.0), (x + 15.0, y - 2.0), (x, y + 13.0), (x - 15.0, y - 2.0)], STRUCK, edge);
    } else {
        p.area(vec![(x - 11.0, y - 12.0), (x + 11.0, y - 12.0), (x, y + 8.0)], PIECE, edge);
    }
}

/// A strip as high as the head.
fn postures(shown: &[&Frame], axis: Axis, lang: Lang, p: &mut Picture) {
    p.text((LEFT, BODY_STRIP.0 - 16.0), STRONG, INK, Anchor::Start, &tr(lang, "report-quake-you"));
    let high = BODY_STRIP.1 - BODY_STRIP.0;
    for same in shown.chunk_by(|a, b| a.posture == b.posture) {
        let (from, to) = (axis.x(same[0].time), axis.x(same[same.len() - 1].time + 0.1));
        let top = BODY_STRIP.1 - high * same[0].posture.head() / 1.7;
        let (colour, key) = match same[0].posture {
            Posture::Stand => (MUTED, "report-posture-stand"),
            Posture::Crouch => (HEAD, "report-posture-crouch"),
            Posture::Crawl => (YOU, "report-posture-crawl"),
        };
        p.rect((from, top), (to, BODY_STRIP.1), colour.faint(170), None);
        let words = tr(lang, key);
        if SMALL_STRONG.width(&words) + 12.0 < to - from {
            p.text((f64::midpoint(from, to), f64::midpoint(top, BODY_STRIP.1) + 8.0), SMALL_STRONG, WHITE, Anchor::Middle, &words);
        }
    }
}

fn legend(quake: &Quake, lang: Lang, p: &mut Picture) {
    let mut x = MARGIN;
    let mut put = |p: &mut Picture, key: &str, draw: &dyn Fn(&mut Picture, f64)| {
        let words = tr(lang, key);
        draw(p, x);
        p.text((x + 60.0, 131.0), BODY, INK, Anchor::Start, &words);
        x += 60.0 + BODY.width(&words) + 40.0;
    };
    put(p, "report-quake-level-line", &|p, x| p.line(vec![(x, 122.0), (x + 48.0, 122.0)], Pencil::solid(ROOM, 5.0)));
    put(p, "report-quake-strong", &|p, x| p.rect((x, 106.0), (x + 48.0, 138.0), ROOM.faint(40), None));
    let triangle = |p: &mut Picture, x: f64| p.area(vec![(x + 13.0, 112.0), (x + 35.0, 112.0), (x + 24.0, 132.0)], PIECE, None);
    put(p, "report-quake-piece", &triangle);
    if quake.hurt() > Injury::None {
        let diamond =
            |p: &mut Picture, x: f64| p.area(vec![(x + 24.0, 107.0), (x + 39.0, 122.0), (x + 24.0, 137.0), (x + 9.0, 122.0)], STRUCK, None);
        put(p, "report-quake-struck", &diamond);
    }
}
