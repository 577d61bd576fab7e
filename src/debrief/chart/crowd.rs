//! How many of the others were safe, on their way and down, in time.

use super::super::Debrief;
use super::super::crowd::{Count, Crowd};
use super::super::ink::{self, BODY, DOWN, GROUND, INK, MARGIN, MUTED, SAFE, SMALL, SMALL_STRONG, STRONG, WAITING, WIDE};
use super::super::says;
use super::super::shape::{Anchor, Pencil, Picture, Spot};
use super::axis::{Axis, LEFT, RIGHT, stepped, tick};
use crate::diag::Lang;
use crate::words::tr;

const PANEL: Spot = (226.0, 430.0);

/// Draws the counts.
pub fn crowd(debrief: &Debrief, crowd: &Crowd, lang: Lang) -> Picture {
    let title = tr(lang, "report-crowd");
    let mut p = Picture::new(WIDE, GROUND, title.clone());
    ink::title(&mut p, &title, &says::crowd(crowd, lang));
    p.height = 520.0;
    let axis = Axis { end: debrief.trace.time.max(10.0) };
    let most = crowd.people.max(1) as f64;
    let y = |people: usize| PANEL.1 - people as f64 / most * (PANEL.1 - PANEL.0);
    axis.panels(&[PANEL], debrief.trace.time, lang, &mut p);
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(|s| crowd.people / s <= 5).unwrap_or(1_000);
    for people in (0..=crowd.people).step_by(step) {
        tick(&mut p, y(people), &people.to_string());
    }
    p.text((LEFT, PANEL.0 - 18.0), STRONG, INK, Anchor::Start, &tr(lang, "report-crowd-people"));
    // A line that lies on another is narrower and later.
    lines().into_iter().for_each(|(pen, _, of)| {
        let last = crowd.counts.last().map(|(_, c)| (RIGHT, y(of(c))));
        let points = crowd.counts.iter().map(|(t, c)| (axis.x(*t), y(of(c)))).chain(last);
        p.line(stepped(points), pen);
    });
    if crowd.met > 0.0 && debrief.trace.out.is_some() {
        let x = axis.x(crowd.met);
        p.line(vec![(x, PANEL.0), (x, PANEL.1)], Pencil::dashed(INK, 2.5, 4.0, 6.0));
        let words = tr(lang, "report-crowd-you-out");
        let half = SMALL_STRONG.width(&words) / 2.0 + 4.0;
        p.lettered((x.clamp(LEFT + half, RIGHT - half), PANEL.0 - 14.0), SMALL_STRONG, INK, Anchor::Middle, Some(GROUND), &words);
    }
    axis.labels(PANEL.1, &mut p);
    p.text((RIGHT, PANEL.1 + 70.0), SMALL, MUTED, Anchor::End, &tr(lang, "report-chart-time"));
    legend(lang, &mut p);
    p
}

type Line = (Pencil, &'static str, fn(&Count) -> usize);

fn lines() -> [Line; 3] {
    let safe = |c: &Count| c.safe;
    let waiting = |c: &Count| c.waiting;
    let fallen = |c: &Count| c.fallen;
    [
        (Pencil::solid(SAFE, 7.0), "report-crowd-safe", safe),
        (Pencil::dashed(WAITING, 4.5, 16.0, 9.0), "report-crowd-waiting", waiting),
        (Pencil::dashed(DOWN, 4.5, 3.0, 9.0), "report-crowd-fallen", fallen),
    ]
}

fn legend(lang: Lang, p: &mut Picture) {
    let mut x = MARGIN;
    for (pen, key, _) in lines() {
        let words = tr(lang, key);
        p.line(vec![(x, 122.0), (x + 66.0, 122.0)], pen);
        p.text((x + 80.0, 131.0), BODY, INK, Anchor::Start, &words);
        x += 80.0 + BODY.width(&words) + 44.0;
    }
}
