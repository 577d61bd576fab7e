//! Bounds on what can be in the air and in the lungs, from the hazards' keys: nothing stronger than any key, nothing at
//! all before a hazard has begun, and a dose that never falls. Where the student stands and how long is left open, and so is how many of the
//! crowd are where once it has heard the alarm.

use super::layout::conditions;
use super::range::Range;
use crate::hazard::{FAR, HOT, Here};
use crate::physics::exposure::visibility::{REFLECTING, visibility};
use crate::place::{Place, PropId};
use crate::scenario::{Compare, Condition, Cue, Happening, Hazard, HazardKind, Measure, NodeId, Scenario, SmokeKey};

/// What all hazards of a drill can come to.
#[derive(Debug)]
pub(super) struct Hazards {
    list: Vec<Extent>,
    /// The lowest ceiling: the layer is never reported above it.
    ceiling: f64,
    /// What the doses are compared with, rising.
    toxic: Vec<f64>,
    heat: Vec<f64>,
    hurt: Vec<f64>,
    /// What an author's cues bring down, whatever shakes.
    cued: Vec<PropId>,
    /// When the crowd hears the alarm, and how many it is.
    crowd: (Option<NodeId>, f64),
    /// Whether any condition asks for a measure.
    is_asked: bool,
}

/// The strongest a hazard gets.
#[derive(Debug, Clone, Copy)]
struct Extent {
    from: Option<NodeId>,
    until: Option<NodeId>,
    layer: f64,
    k: f64,
    co: f64,
    temp: f64,
    shaking: f64,
    /// Whether furniture may fall.
    topples: bool,
}

/// Values between two keys are computed: they may come out this much beyond either.
const ROUNDING: f64 = 1e-9;

impl Extent {
    fn of(hazard: &Hazard) -> Self {
        let here = Here::default();
        let mut extent = Self {
            from: hazard.from,
            until: hazard.until,
            layer: here.layer,
            k: here.air.extinction_1_m,
            co: here.air.co_ppm,
            temp: here.air.temperature_c,
            shaking: here.shaking,
            topples: false,
        };
        let most = |list: &[SmokeKey], of: fn(&SmokeKey) -> f64, least: f64| list.iter().map(of).fold(least, f64::max);
        match &hazard.kind {
            HazardKind::Smoke { keys, .. } => {
                extent.layer = keys.iter().map(|k| k.layer - ROUNDING).fold(here.layer, f64::min);
                extent.k = most(keys, |k| k.k, here.air.extinction_1_m);
                extent.co = most(keys, |k| k.co, here.air.co_ppm);
                extent.temp = most(keys, |k| k.temp, here.air.temperature_c);
            }
            HazardKind::Shake { keys } => extent.shaking = keys.iter().map(|k| k.1).fold(here.shaking, f64::max),
            HazardKind::Fire { .. } => {}
            // What a motion does where the student is follows from its seed: anything up to the top of the scale.
            HazardKind::Quake(_) => (extent.shaking, extent.topples) = (12.0, true),
            // What follows from doors and time is not bounded here: anything that air can be.
            HazardKind::Burn { .. } => {
                (extent.layer, extent.k, extent.co, extent.temp) = (0.0, f64::INFINITY, f64::INFINITY, f64::INFINITY);
                // A fire that is out has left its smoke.
                extent.until = None;
            }
        }
        extent
    }
}

impl Hazards {
    pub(super) fn of(s: &Scenario, place: &Place) -> Self {
        let (mut toxic, mut heat, mut hurt, mut is_asked) = (Vec::new(), Vec::new(), Vec::new(), false);
        conditions(s, |c| {
            c.atoms(&mut |atom| {
                is_asked |= matches!(atom, Condition::Hazard(..) | Condition::HazardIn(..) | Condition::Happened(_));
                match atom {
                    Condition::Hazard(Measure::Dose, _, x) => toxic.push(*x),
                    Condition::Hazard(Measure::Heat, _, x) => heat.push(*x),
                    Condition::Hazard(Measure::Hurt, _, x) => hurt.push(*x),
                    _ => {}
                }
            });
        });
        for levels in [&mut toxic, &mut heat, &mut hurt] {
            levels.sort_by(f64::total_cmp);
            levels.dedup();
        }
        let ceiling = place.rooms.iter().map(|r| r.height).fold(Here::default().layer, f64::min);
        let cued = s.cues().filter_map(|cue| if let Cue::Fall(prop) = cue { Some(*prop) } else { None }).collect();
        let crowd = s.crowd.as_ref().map_or((None, 0.0), |c| (c.from, c.count() as f64));
        Self { list: s.hazards.iter().map(Extent::of).collect(), ceiling, toxic, heat, hurt, cued, crowd, is_asked }
    }

    /// Nodes that begin or end a hazard, when anyone asks for what is in the air.
    pub(super) fn nodes(&self) -> impl Iterator<Item = usize> {
        let (asked, crowd) = if self.is_asked { (self.list.as_slice(), self.crowd.0) } else { (&[][..], None) };
        asked.iter().flat_map(|h| [h.from, h.until]).flatten().chain(crowd).map(NodeId::index)
    }

    /// Whether it matters that a node was seen.
    pub(super) fn depends_on(&self, node: usize) -> bool {
        self.nodes().any(|n| n == node)
    }

    fn thresholds(&self, measure: Measure) -> &[f64] {
        match measure {
            Measure::Dose => &self.toxic,
            Measure::Heat => &self.heat,
            Measure::Hurt => &self.hurt,
            _ => &[],
        }
    }

    /// The highest level of a dose that a state tells apart. Level 2n + 1 is "at least the n-th threshold", 2n + 2 is
    /// "above it", 0 is nothing known.
    pub(super) fn levels(&self, measure: Measure) -> u64 {
        2 * self.thresholds(measure).len() as u64
    }

    /// The level that a range stands for.
    pub(super) fn level(&self, measure: Measure, range: &Range) -> u64 {
        self.thresholds(measure).iter().position(|x| *x == range.low).map_or(0, |n| 2 * n as u64 + 1 + u64::from(range.low_open))
    }

    /// Between which bounds a measure lies, given which nodes were seen and how high a dose is known to be.
    pub(super) fn range(&self, measure: Measure, level: u64, seen: impl Fn(NodeId) -> bool) -> Range {
        let begun = |h: &&Extent| h.from.is_none_or(&seen);
        let running = |h: &&Extent| begun(h) && !h.until.is_some_and(&seen);
        let most = |of: fn(&Extent) -> f64, least: f64| {
            let found = self.list.iter().filter(running).map(of).fold(least, f64::max);
            if found > least { found + ROUNDING } else { least }
        };
        let calm = Here::default();
        match measure {
            Measure::Layer => Range::closed(self.list.iter().filter(running).map(|h| h.layer).fold(self.ceiling, f64::min), calm.layer),
            Measure::Smoke => Range::closed(calm.air.extinction_1_m, most(|h| h.k, calm.air.extinction_1_m)),
            Measure::Visibility => Range::closed(visibility(most(|h| h.k, calm.air.extinction_1_m), REFLECTING), FAR),
            Measure::Temp => Range::closed(calm.air.temperature_c, most(|h| h.temp, calm.air.temperature_c)),
            Measure::Shaking => Range::closed(calm.shaking, most(|h| h.shaking, calm.shaking)),
            Measure::Saved | Measure::Fallen => Range::closed(0.0, if self.crowd.0.is_none_or(&seen) { self.crowd.1 } else { 0.0 }),
            Measure::Waiting => Range::closed(if self.crowd.0.is_none_or(&seen) { 0.0 } else { self.crowd.1 }, self.crowd.1),
            Measure::Dose => self.growing(measure, level, self.list.iter().filter(begun).any(|h| h.co > 0.0), f64::INFINITY),
            Measure::Heat => self.growing(measure, level, self.list.iter().filter(begun).any(|h| h.temp > HOT), f64::INFINITY),
            Measure::Hurt => self.growing(measure, level, self.list.iter().filter(begun).any(|h| h.topples), 3.0),
        }
    }

    /// Whether something is known not to have happened, given which nodes were seen.
    pub(super) fn happened(&self, what: Happening, seen: impl Fn(NodeId) -> bool) -> Option<bool> {
        let is_cued = matches!(what, Happening::Fell(prop) if self.cued.contains(&prop));
        let may_be = is_cued || self.list.iter().any(|h| h.topples && h.from.is_none_or(&seen));
        (!may_be).then_some(false)
    }

    /// A dose or an injury begins at nothing, grows only in a hazard that has begun, and never falls.
    fn growing(&self, measure: Measure, level: u64, can_grow: bool, most: f64) -> Range {
        let mut range = Range::closed(0.0, if can_grow { most } else { 0.0 });
        if let Some(known) = level.checked_sub(1) {
            let x = self.thresholds(measure).get((known / 2) as usize).copied().unwrap_or(0.0);
            let compare = if known.is_multiple_of(2) { Compare::MoreEqual } else { Compare::More };
            range.learn(compare, x, true);
        }
        range
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::RoomId;

    fn smoke(from: Option<NodeId>) -> Hazard {
        let key = |s, layer, k| SmokeKey { s, layer, k, co: 500.0, temp: 40.0 };
        Hazard {
            kind: HazardKind::Smoke { room: RoomId::default(), keys: vec![key(0.0, 2.5, 0.2), key(60.0, 1.2, 1.5)] },
            from,
            until: None,
            span: crate::diag::Span::default(),
        }
    }

    fn hazards(from: Option<NodeId>) -> Hazards {
        let s = Scenario { hazards: vec![smoke(from)], ..Scenario::default() };
        Hazards { toxic: vec![0.3, 0.6], is_asked: true, ..Hazards::of(&s, &Place::default()) }
    }

    #[test]
    fn before_a_fire_the_air_is_clear_and_no_dose_grows() {
        let hazards = hazards(Some(NodeId::default()));
        assert_eq!(hazards.range(Measure::Visibility, 0, |_| false), Range::closed(FAR, FAR));
        assert_eq!(hazards.range(Measure::Dose, 0, |_| false), Range::closed(0.0, 0.0));
        assert!(hazards.range(Measure::Visibility, 0, |_| true).low < 2.0);
    }

    #[test]
    fn a_dose_that_was_reached_stays_reached() {
        let hazards = hazards(None);
        let mut dose = hazards.range(Measure::Dose, 0, |_| false);
        assert_eq!(dose.decide(Compare::More, 0.3), None);
        dose.learn(Compare::More, 0.3, true);
        let level = hazards.level(Measure::Dose, &dose);
        let later = hazards.range(Measure::Dose, level, |_| false);
        assert_eq!(later.decide(Compare::More, 0.3), Some(true));
        assert_eq!(later.decide(Compare::LessEqual, 0.3), Some(false));
        assert_eq!(later.decide(Compare::More, 0.6), None);
    }
}
