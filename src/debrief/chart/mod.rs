//! Curves over time, one below the other: how the ground shook and how the student stood in it, smoke and sight, how many of the others
//! were safe. Only what the drill has.

mod axis;
mod crowd;
mod quake;
mod smoke;

use super::Debrief;
use super::ink::{self, BODY, GROUND, MARGIN, MUTED, WIDE};
use super::shape::{Anchor, Picture};
use crate::diag::Lang;
use crate::words::tr;

/// Draws all curves of a run.
pub fn chart(debrief: &Debrief, lang: Lang) -> Picture {
    let mut sheets = charts(debrief, lang).into_iter();
    let Some(mut first) = sheets.next() else {
        let title = tr(lang, "report-chart");
        let mut p = Picture::new(WIDE, GROUND, title.clone());
        ink::title(&mut p, &title, debrief.case.scenario.title.get(lang));
        p.text((MARGIN, 140.0), BODY, MUTED, Anchor::Start, &tr(lang, "report-chart-none"));
        p.height = 190.0;
        return p;
    };
    sheets.for_each(|sheet| first.add_below(sheet));
    first
}

/// The same as pictures of their own, for pages.
pub(super) fn charts(debrief: &Debrief, lang: Lang) -> Vec<Picture> {
    let quake = debrief.quake.as_ref().map(|q| quake::quake(debrief, q, lang));
    let smoke = debrief.tells_smoke().then(|| smoke::smoke(debrief, lang));
    let crowd = debrief.crowd.as_ref().map(|c| crowd::crowd(debrief, c, lang));
    [quake, smoke, crowd].into_iter().flatten().collect()
}
