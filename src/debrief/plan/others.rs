//! Where the others were as the student came out: one mark each, by what had become of them.

use super::super::Debrief;
use super::super::crowd::Other;
use super::super::ink::{DOWN, SAFE, WAITING, WHITE};
use super::super::shape::{Pencil, Picture, Spot};
use super::labels::Labels;
use super::sheet::Sheet;
use crate::crowd::State;

/// More marks on one storey would be a blot.
const MOST: usize = 200;
const RADIUS: f64 = 7.5;

/// The others of a storey, as long as they stay readable.
pub fn shown<'d>(debrief: &'d Debrief, sheet: &'d Sheet) -> impl Iterator<Item = &'d Other> {
    let here = move || {
        let others = debrief.crowd.iter().flat_map(|c| &c.others);
        others.filter(move |o| sheet.holds(o.at[1]) && sheet.shows(o.at[0], o.at[2]))
    };
    here().take(if here().count() > MOST { 0 } else { MOST })
}

/// Draws the others of a storey.
pub fn others(debrief: &Debrief, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    for other in shown(debrief, sheet) {
        let at = sheet.spot(other.at[0], other.at[2]);
        mark(p, at, other.state);
        labels.take(at, (2.0 * RADIUS, 2.0 * RADIUS), 1.5);
    }
}

/// Safe is a disc, on the way a ring, down a diamond.
fn mark(p: &mut Picture, (x, y): Spot, state: State) {
    match state {
        State::Safe => p.circle((x, y), RADIUS, SAFE, Some(Pencil::solid(WHITE, 2.0))),
        State::Collapsed => {
            let r = RADIUS + 3.0;
            p.area(vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)], DOWN, Some(Pencil::solid(WHITE, 2.0)));
        }
        _ => p.circle((x, y), RADIUS - 1.5, WHITE, Some(Pencil::solid(WAITING, 3.5))),
    }
}

/// The marks of a legend.
pub fn sample(p: &mut Picture, (x, y): Spot) {
    mark(p, (x + 10.0, y - 9.0), State::Safe);
    mark(p, (x + 38.0, y - 9.0), State::Walking);
}
