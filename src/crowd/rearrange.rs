//! What comes to lie in the way while people walk, and who stands there that is none of them. Ends where they choose another way.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::body::Dot;
use super::of_place::in_the_way;
use super::people::Crowd;
use super::person::RADIUS;
use super::plan::Block;
use super::route::Fields;

/// Whoever stands so near to an opening steps aside for those who go through, m.
const DOORWAY: f64 = 0.3;

impl Crowd {
    /// From here on a solid thing is no longer where it was (`gone`), or is where it was not (`come`), or both: it has toppled.
    ///
    /// What would part places that one could walk between, or shut somebody in, is climbed over instead: it is in nobody's way.
    pub fn rearrange(&mut self, gone: Option<Block>, come: Option<Block>) {
        let areas = &self.nav.plan.areas;
        let mut obstacles = self.nav.plan.obstacles.clone();
        let mut differs = BTreeSet::new();
        for o in gone.iter().flat_map(|b| in_the_way(b, areas)) {
            if let Some(n) = obstacles.iter().position(|known| *known == o) {
                obstacles.remove(n);
                differs.insert(o.area);
            }
        }
        let without = self.nav.rearranged(obstacles.clone(), &differs);
        let new: Vec<_> = come.iter().flat_map(|b| in_the_way(b, areas)).collect();
        if differs.is_empty() && new.is_empty() {
            return;
        }
        differs.extend(new.iter().map(|o| o.area));
        obstacles.extend(new);
        let with = without.rearranged(obstacles, &differs);
        let gets_out = |nav: &super::nav::Nav, area: usize, spot| nav.leads_out(area, nav.confine(area, None, spot));
        let is_shut_in = self
            .people
            .iter()
            .any(|p| differs.contains(&p.area) && gets_out(&without, p.area, p.spot()) && !gets_out(&with, p.area, p.spot()));
        self.nav = Arc::new(if with.joins_as(&without) && !is_shut_in { with } else { without });
        (self.fields, self.to_student) = (Fields::default(), None);
        self.people.iter_mut().for_each(|p| p.stale = true);
    }

    /// Who stands where and is none of the crowd: x, y, z of their feet, m. They are walked around and never pushed; whoever stands in a
    /// doorway makes way.
    pub fn meet(&mut self, others: impl Iterator<Item = [f64; 3]>) {
        let known = others.filter_map(|at| Some((self.nav.area_at(at)?, at)));
        let in_doorway = |area: usize, at: [f64; 3]| {
            self.nav.openings[area].iter().any(|o| self.nav.portals[*o].hall.grown(DOORWAY).holds([at[0], at[2]]))
        };
        self.others = known.filter(|(area, at)| !in_doorway(*area, *at)).map(|(area, at)| standing(area, at, RADIUS)).collect();
    }
}

/// Somebody who stands and does not give way.
pub(super) fn standing(area: usize, at: [f64; 3], radius: f64) -> Dot {
    Dot { at: [at[0], at[2]], y: at[1], velocity: [0.0; 2], radius, yields: 0.0, area, next: area, who: None }
}
