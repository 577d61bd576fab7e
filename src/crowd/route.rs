//! Which opening to make for: seconds from every opening to safety, knowing what someone knows. Ends before the way inside an area.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::flow::stair_speed;
use super::nav::{Nav, distance};
use super::plan::{AreaKind, Rect};

/// Usual speeds for estimates, m/s.
const LEVEL: f64 = 1.35;

/// What someone believes: openings that do not let through, areas full of smoke. Both sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Belief {
    pub blocked: Vec<usize>,
    pub smoky: Vec<usize>,
}

/// Adds to or takes from a sorted list; true when that changed it.
pub(super) fn note(list: &mut Vec<usize>, what: usize, is_so: bool) -> bool {
    match (list.binary_search(&what), is_so) {
        (Err(n), true) => {
            list.insert(n, what);
            true
        }
        (Ok(n), false) => {
            list.remove(n);
            true
        }
        _ => false,
    }
}

/// Seconds from each opening to the nearest target; infinite where there is no way.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field(pub Vec<f64>);

/// Seconds for a straight line inside an area.
pub(super) fn seconds(nav: &Nav, area: usize, from: [f64; 2], to: [f64; 2]) -> f64 {
    let d = distance(from, to);
    match nav.area(area).kind {
        AreaKind::Stair { .. } => {
            let slope = nav.area(area).slope();
            d * (1.0 + slope * slope).sqrt() / stair_speed(LEVEL, false)
        }
        _ => d / LEVEL,
    }
}

/// Dijkstra's search outwards from the targets, in whole milliseconds so that order is exact.
pub(super) fn field(nav: &Nav, targets: &[(usize, Rect)], belief: &Belief) -> Field {
    let mut cost = vec![u64::MAX; nav.portals.len()];
    let mut queue = BinaryHeap::new();
    let closed = |o: usize| belief.blocked.binary_search(&o).is_ok();
    let smoky = |a: usize| belief.smoky.binary_search(&a).is_ok();
    for (area, rect) in targets {
        for o in nav.openings[*area].iter().filter(|o| !closed(**o)) {
            let mid = nav.portals[*o].mid;
            offer(&mut cost, &mut queue, *o, millis(seconds(nav, *area, mid, rect.nearest(mid))));
        }
    }
    while let Some(Reverse((so_far, o))) = queue.pop() {
        if so_far > cost[o] {
            continue;
        }
        let portal = &nav.portals[o];
        for area in portal.between.into_iter().filter(|a| !smoky(*a)) {
            for p in nav.linked_to(area, o).filter(|p| *p != o && !closed(*p)) {
                let more = millis(seconds(nav, area, nav.portals[p].mid, portal.mid));
                offer(&mut cost, &mut queue, p, so_far.saturating_add(more));
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "milliseconds of a walk are far below 2^53")]
    Field(cost.into_iter().map(|ms| if ms == u64::MAX { f64::INFINITY } else { ms as f64 / 1000.0 }).collect())
}

fn offer(cost: &mut [u64], queue: &mut BinaryHeap<Reverse<(u64, usize)>>, o: usize, value: u64) {
    if value < cost[o] {
        cost[o] = value;
        queue.push(Reverse((value, o)));
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "plans end at 10 km: below 2^53 ms and never negative")]
fn millis(seconds: f64) -> u64 {
    (seconds * 1000.0) as u64 + 1
}

/// Fields by belief: most people believe the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(Vec<(Belief, Arc<Field>)>);

/// More differing beliefs than this at a time are worked out again.
const KEPT: usize = 32;

impl Fields {
    pub fn get(&mut self, nav: &Nav, targets: &[(usize, Rect)], belief: &Belief) -> Arc<Field> {
        if let Some((_, field)) = self.0.iter().find(|(b, _)| b == belief) {
            return Arc::clone(field);
        }
        if self.0.len() >= KEPT {
            self.0.remove(0);
        }
        let made = Arc::new(field(nav, targets, belief));
        self.0.push((belief.clone(), Arc::clone(&made)));
        made
    }
}
