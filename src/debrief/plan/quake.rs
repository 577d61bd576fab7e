//! An earthquake on the plan: what came down as it lies, to size, where it stood before, which door jammed, where the student took cover.

use super::super::Debrief;
use super::super::ink::{HEAD, PIECE, STRUCK, WHITE};
use super::super::quake::Fall;
use super::super::says;
use super::super::shape::{Pencil, Picture, Spot};
use super::labels::Labels;
use super::marks::tag;
use super::sheet::Sheet;
use crate::diag::Lang;
use crate::physics::quake::injury::Injury;
use crate::words::tr;

/// Names on one storey at most: those that mattered, then the largest.
const MOST_NAMED: usize = 8;

/// Everything that lies, under the way.
pub fn lying(debrief: &Debrief, sheet: &Sheet, p: &mut Picture) {
    for fall in here(debrief, sheet) {
        let colour = if fall.hit > Injury::None { STRUCK } else { PIECE };
        if fall.toppled {
            let stood = foot(debrief, fall).map(|(x, z)| sheet.spot(x, z)).to_vec();
            let ring: Vec<Spot> = stood.iter().copied().chain(stood.first().copied()).collect();
            p.line(ring, Pencil::dashed(colour, 2.5, 6.0, 6.0));
        }
        let corners = fall.outline.map(|(x, z)| sheet.spot(x, z)).to_vec();
        p.area(corners.clone(), colour.faint(70), Some(Pencil::solid(colour, if fall.toppled { 4.0 } else { 2.5 })));
        if fall.toppled {
            p.line(vec![corners[0], corners[2]], Pencil::solid(colour.faint(130), 2.0));
            p.line(vec![corners[1], corners[3]], Pencil::solid(colour.faint(130), 2.0));
        }
    }
}

/// What fell onto a storey and is shown.
fn here<'d>(debrief: &'d Debrief, sheet: &'d Sheet) -> impl Iterator<Item = &'d Fall> {
    let falls = debrief.quake.iter().flat_map(|q| &q.falls);
    falls.filter(|f| sheet.holds(f.floor) && f.outline.iter().all(|(x, z)| sheet.shows(*x, *z)))
}

/// Corners of the spot where a piece stood.
fn foot(debrief: &Debrief, fall: &Fall) -> [(f64, f64); 4] {
    let prop = &debrief.case.place.props[fall.prop.index()];
    let (sin, cos) = libm::sincos(prop.yaw.to_radians());
    [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map(|(u, v)| {
        let (x, z) = (u * prop.kind.size[0], v * prop.kind.size[2]);
        (prop.at[0] + x * cos + z * sin, prop.at[2] - x * sin + z * cos)
    })
}

fn middle(fall: &Fall) -> (f64, f64) {
    (fall.outline.iter().map(|c| c.0).sum::<f64>() / 4.0, fall.outline.iter().map(|c| c.1).sum::<f64>() / 4.0)
}

/// The cover, where it is on a storey.
fn cover(debrief: &Debrief, sheet: &Sheet) -> Option<Spot> {
    let cover = debrief.quake.as_ref()?.cover.filter(|c| sheet.holds(c.at[1]) && sheet.shows(c.at[0], c.at[2]))?;
    Some(sheet.spot(cover.at[0], cover.at[2]))
}

/// What lies in the way of words.
pub fn take(debrief: &Debrief, sheet: &Sheet, labels: &mut Labels) {
    if let Some(spot) = cover(debrief, sheet) {
        labels.keep(spot, (46.0, 46.0));
    }
    for fall in here(debrief, sheet) {
        let corners = fall.outline.map(|(x, z)| sheet.spot(x, z));
        let span = |of: fn(&Spot) -> f64| {
            let values = || corners.iter().map(of);
            (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max))
        };
        let ((left, right), (top, bottom)) = (span(|c| c.0), span(|c| c.1));
        labels.take((f64::midpoint(left, right), f64::midpoint(top, bottom)), (right - left, bottom - top), 0.6);
    }
}

/// The cover, the doors that jammed and the names of what mattered.
pub fn marks(debrief: &Debrief, lang: Lang, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    let Some(quake) = &debrief.quake else { return };
    if let Some((x, y)) = cover(debrief, sheet) {
        // A roof over a head.
        p.circle((x, y), 23.0, WHITE.faint(230), Some(Pencil::solid(HEAD, 4.0)));
        p.area(vec![(x - 16.0, y + 1.0), (x, y - 14.0), (x + 16.0, y + 1.0)], HEAD, None);
        p.circle((x, y + 7.0), 5.5, HEAD, None);
        tag(p, labels, (x, y), &tr(lang, "report-quake-cover"), HEAD, 30.0);
    }
    for (id, _) in &quake.jams {
        let door = &debrief.case.place.doors[id.index()];
        let is_here = [Some(door.room), door.to].into_iter().flatten().any(|r| sheet.rooms.contains(&r.index()));
        if is_here && sheet.shows(door.at.0, door.at.1) {
            tag(p, labels, sheet.spot(door.at.0, door.at.1), &tr(lang, "report-quake-jammed"), STRUCK, 18.0);
        }
    }
    let mut named: Vec<&Fall> = here(debrief, sheet).filter(|f| f.toppled || f.hit.max(f.upright) > Injury::None).collect();
    named.sort_by_key(|f| std::cmp::Reverse((f.hit, f.upright)));
    for fall in named.into_iter().take(MOST_NAMED) {
        let (x, z) = middle(fall);
        let words = format!("{} {}", says::when(fall.time), says::kind(debrief.case.place.props[fall.prop.index()].kind, lang));
        let colour = if fall.hit > Injury::None { STRUCK } else { PIECE };
        tag(p, labels, sheet.spot(x, z), &words, colour, 14.0);
    }
}

/// The edge of things that lie, for a legend.
pub fn sample(p: &mut Picture, (x, y): Spot, stood: bool) {
    let corners = vec![(x, y - 24.0), (x + 48.0, y - 24.0), (x + 48.0, y + 4.0), (x, y + 4.0)];
    if stood {
        let ring = corners.iter().copied().chain([corners[0]]).collect();
        p.line(ring, Pencil::dashed(PIECE, 2.5, 6.0, 6.0));
    } else {
        p.area(corners, PIECE.faint(70), Some(Pencil::solid(PIECE, 4.0)));
    }
}
