//! What lies on the way: beginning and end, fires, numbered choices, doors that were left open or shut; and the legend.

use super::super::ink::{
    self, BODY, FIRE, INK, MARGIN, MUTED, OPEN_DOOR, SHUT_DOOR, SMALL, SMALL_STRONG, SMOKE, STRONG, Scale, THIN, WAYS, WHITE, WIDE,
};
use super::super::shape::{Anchor, Colour, Pencil, Picture, Spot};
use super::super::trace::{Chosen, What};
use super::super::{Act, Debrief, says};
use super::labels::Labels;
use super::sheet::Sheet;
use super::way::{self, Stay};
use super::{others, quake};
use crate::diag::Lang;
use crate::place::{DoorId, RoomId};
use crate::scenario::{Grade, HazardKind};
use crate::words::{tr, tr_with};

/// Choices made within this distance stand in one row, m.
const TOGETHER: f64 = 1.2;
/// Room for a numbered choice, px.
const EACH: f64 = 48.0;

/// Where it burnt during the run.
pub fn fires(debrief: &Debrief) -> Vec<[f64; 3]> {
    let mut out = Vec::new();
    for happening in &debrief.trace.happenings {
        let What::Fire { hazard } = happening.what else { continue };
        if let HazardKind::Fire { at, .. } | HazardKind::Burn { at, .. } = &debrief.case.scenario.hazards[hazard].kind
            && !out.contains(at)
        {
            out.push(*at);
        }
    }
    out
}

/// So large is the mark of a fire.
const FLAME: f64 = 56.0;

/// Draws the fires of a storey.
pub fn burning(debrief: &Debrief, lang: Lang, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    let here = fires(debrief).into_iter().filter(|at| sheet.holds(at[1]) && sheet.shows(at[0], at[2]));
    // Fires side by side are one mark: two flames over each other are none.
    let mut spots: Vec<Spot> = Vec::new();
    for (x, y) in here.map(|at| sheet.spot(at[0], at[2])) {
        if !spots.iter().any(|(a, b)| (a - x).abs() < FLAME && (b - y).abs() < FLAME) {
            spots.push((x, y));
            ink::flame(p, (x, y + 20.0));
            labels.keep((x, y), (FLAME, FLAME));
        }
    }
    for spot in spots {
        tag(p, labels, spot, &tr(lang, "report-fire"), FIRE, 32.0);
    }
}

/// Spots that words should leave free: where choices were made, beginning and end.
pub fn take_spots(debrief: &Debrief, sheet: &Sheet, labels: &mut Labels) {
    let moments = &debrief.trace.moments;
    let ends = [moments.first(), moments.last()].into_iter().flatten().map(|m| m.at);
    for at in debrief.trace.choices.iter().map(|c| c.at).chain(ends).filter(|at| sheet.holds(at[1])) {
        labels.take(sheet.spot(at[0], at[2]), (30.0, 30.0), 3.0);
    }
}

/// Draws all other marks of a storey.
pub fn marks(debrief: &Debrief, lang: Lang, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    choices(debrief, sheet, p, labels);
    for (door, act) in &debrief.doors {
        door_tag(debrief, lang, sheet, (*door, *act), p, labels);
    }
    ends(debrief, lang, sheet, p, labels);
    for stay in way::stays(debrief, Scale::of(debrief)).iter().filter(|s| sheet.holds(s.at[1])) {
        stayed(stay, lang, sheet, p, labels);
    }
}

/// Words in a tag near a point.
pub fn tag(p: &mut Picture, labels: &mut Labels, near: Spot, words: &str, colour: Colour, gap: f64) {
    let size = (SMALL_STRONG.width(words) + 28.0, 36.0);
    let Some(((x, y), end)) = labels.beside(near, size, gap) else { return };
    // Words that had to go far keep a line to what they are about.
    if libm::hypot(end.0 - near.0, end.1 - near.1) > gap + 20.0 {
        p.line(vec![near, end], Pencil::solid(WHITE, 6.0));
        p.line(vec![near, end], Pencil::solid(colour, 2.5));
    }
    p.pill((x - size.0 / 2.0, y - 18.0), (x + size.0 / 2.0, y + 18.0), colour, Some(Pencil::solid(WHITE, 2.5)));
    p.text((x, y + 8.0), SMALL_STRONG, WHITE, Anchor::Middle, words);
}

fn stayed(stay: &Stay, lang: Lang, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    let words = tr_with(lang, "report-stayed", &[("s", &says::length(stay.seconds, lang))]);
    let size = (SMALL.width(&words) + 10.0, 28.0);
    let near = sheet.spot(stay.at[0], stay.at[2]);
    let Some(((x, y), _)) = labels.beside(near, size, way::radius(stay) + 6.0) else { return };
    p.lettered((x, y + 8.0), SMALL, INK, Anchor::Middle, Some(WHITE.faint(230)), &words);
}

/// Beginning and end of the way.
fn ends(debrief: &Debrief, lang: Lang, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    let moments = &debrief.trace.moments;
    let (Some(first), Some(last)) = (moments.first(), moments.last()) else { return };
    let spots = [(first, "report-start"), (last, "report-end")];
    for (moment, key) in spots.into_iter().filter(|(m, _)| sheet.holds(m.at[1])) {
        let at = sheet.spot(moment.at[0], moment.at[2]);
        p.circle(at, 9.0, if key == "report-start" { WHITE } else { INK }, Some(Pencil::solid(INK, 4.0)));
        tag(p, labels, at, &tr(lang, key), INK, 26.0);
    }
}

/// Numbered choices, those of one spot in a row with a line to it.
fn choices(debrief: &Debrief, sheet: &Sheet, p: &mut Picture, labels: &mut Labels) {
    let mut groups: Vec<Vec<(usize, &Chosen)>> = Vec::new();
    for (n, made) in debrief.trace.choices.iter().enumerate().filter(|(_, c)| sheet.holds(c.at[1])) {
        let near = |g: &&mut Vec<(usize, &Chosen)>| {
            let (_, first) = g[0];
            libm::hypot(first.at[0] - made.at[0], first.at[2] - made.at[2]) < TOGETHER
        };
        match groups.iter_mut().find(near) {
            Some(group) => group.push((n, made)),
            None => groups.push(vec![(n, made)]),
        }
    }
    for group in groups {
        let at = sheet.spot(group[0].1.at[0], group[0].1.at[2]);
        labels.take(at, (20.0, 20.0), 1.0);
        // Long rows break; where a wide block finds no room, a narrower one may.
        let block = |wide: usize| (wide, (EACH * wide as f64, EACH * group.len().div_ceil(wide) as f64));
        let mut blocks = [6, 4, 3, 2, 1].into_iter().map(|wide| block(wide.min(group.len())));
        let placed = blocks.find_map(|(wide, size)| labels.beside(at, size, 24.0).map(|(middle, _)| (wide, size, middle)));
        let Some((wide, size, (x, y))) = placed else { continue };
        let spot = |place: usize| {
            let (column, row) = (place % wide, place / wide);
            (x - size.0 / 2.0 + EACH * (column as f64 + 0.5), y - size.1 / 2.0 + EACH * (row as f64 + 0.5))
        };
        // The line ends at the number that is nearest.
        let far = |s: &Spot| libm::hypot(s.0 - at.0, s.1 - at.1);
        let end = (0..group.len()).map(spot).min_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or((x, y));
        p.line(vec![at, end], Pencil::solid(WHITE, 7.0));
        p.line(vec![at, end], Pencil::solid(INK, 3.0));
        p.circle(at, 6.0, INK, Some(Pencil::solid(WHITE, 2.0)));
        for (place, (n, made)) in group.iter().enumerate() {
            ink::choice(p, spot(place), made.grade, &(n + 1).to_string());
        }
    }
}

fn door_tag(debrief: &Debrief, lang: Lang, sheet: &Sheet, (door, act): (DoorId, Act), p: &mut Picture, labels: &mut Labels) {
    let door = &debrief.case.place.doors[door.index()];
    let is_here = |r: RoomId| sheet.rooms.contains(&r.index());
    if !sheet.shows(door.at.0, door.at.1) || ![Some(door.room), door.to].into_iter().flatten().any(is_here) {
        return;
    }
    let (key, colour) = match act {
        Act::LeftOpen | Act::Opened => ("report-left-open", OPEN_DOOR),
        Act::Shut => ("report-you-shut", SHUT_DOOR),
    };
    let at = sheet.spot(door.at.0, door.at.1);
    labels.take(at, (door.width * sheet.scale, 30.0), 1.0);
    tag(p, labels, at, &tr(lang, key), colour, 16.0);
}

/// What the drawing means; returns where it ends.
pub fn legend(debrief: &Debrief, lang: Lang, p: &mut Picture, top: f64, sheets: &[Sheet]) -> f64 {
    let scale = sheets.first().map_or(30.0, |s| s.scale);
    p.line(vec![(MARGIN, top), (WIDE - MARGIN, top)], Pencil::solid(THIN, 2.0));
    let mut row = Row { x: MARGIN, y: top + 44.0 };
    if let Some((name, keys)) = Scale::of(debrief).keys() {
        let words = tr(lang, name);
        p.text((row.x, row.y), STRONG, INK, Anchor::Start, &words);
        row.x += STRONG.width(&words) + 30.0;
        for ((colour, width), key) in WAYS.into_iter().zip(keys) {
            let words = tr(lang, key);
            let (x, y) = row.take(62.0 + BODY.width(&words));
            p.line(vec![(x, y - 9.0), (x + 48.0, y - 9.0)], Pencil::solid(INK.faint(200), width + 4.0));
            p.line(vec![(x, y - 9.0), (x + 48.0, y - 9.0)], Pencil::solid(colour, width));
            p.text((x + 62.0, y), BODY, INK, Anchor::Start, &words);
        }
        row = Row { x: MARGIN, y: row.y + 52.0 };
    }
    for grade in [Grade::Good, Grade::Poor, Grade::Critical] {
        let words = tr(lang, ink::grade_key(grade));
        let (x, y) = row.take(54.0 + BODY.width(&words));
        ink::choice(p, (x + 22.0, y - 9.0), grade, "1");
        p.text((x + 54.0, y), BODY, INK, Anchor::Start, &words);
    }
    if debrief.tells_smoke() {
        let words = tr(lang, "report-legend-shade");
        let (x, y) = row.take(62.0 + BODY.width(&words));
        p.rect((x, y - 26.0), (x + 24.0, y + 6.0), SMOKE.faint(110), None);
        p.rect((x + 24.0, y - 26.0), (x + 48.0, y + 6.0), SMOKE.faint(45), None);
        p.text((x + 62.0, y), BODY, INK, Anchor::Start, &words);
    }
    if debrief.quake.as_ref().is_some_and(|q| !q.falls.is_empty()) {
        for (key, stood) in [("report-legend-fallen", false), ("report-legend-stood", true)] {
            let words = tr(lang, key);
            let (x, y) = row.take(62.0 + BODY.width(&words));
            quake::sample(p, (x, y), stood);
            p.text((x + 62.0, y), BODY, INK, Anchor::Start, &words);
        }
    }
    if sheets.iter().any(|s| others::shown(debrief, s).next().is_some()) {
        let key = if debrief.trace.out.is_some() { "report-legend-others" } else { "report-legend-others-end" };
        let words = tr(lang, key);
        let (x, y) = row.take(62.0 + BODY.width(&words));
        others::sample(p, (x, y));
        p.text((x + 62.0, y), BODY, INK, Anchor::Start, &words);
    }
    let metres = if scale > 40.0 { 2.0 } else { 5.0 };
    let words = tr_with(lang, "report-metres", &[("n", &metres.to_string())]);
    let (x, y) = row.take(metres * scale + 14.0 + BODY.width(&words));
    let bar = vec![(x, y - 18.0), (x, y - 4.0), (x + metres * scale, y - 4.0), (x + metres * scale, y - 18.0)];
    p.line(bar, Pencil::solid(MUTED, 3.0));
    p.text((x + metres * scale + 14.0, y), BODY, MUTED, Anchor::Start, &words);
    row.y + 30.0
}

/// A line of the legend that goes on in the next when it is full.
struct Row {
    x: f64,
    y: f64,
}

impl Row {
    fn take(&mut self, wide: f64) -> Spot {
        if self.x + wide > WIDE - MARGIN && self.x > MARGIN {
            (self.x, self.y) = (MARGIN, self.y + 50.0);
        }
        let at = (self.x, self.y);
        self.x += wide + 34.0;
        at
    }
}
