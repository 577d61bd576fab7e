//! Where someone goes next: to a sleeper, to the student, to safety, out of the smoke. Ends where arriving and walking begin.

use std::sync::Arc;

use super::event::CrowdEvent;
use super::nav::distance;
use super::people::Crowd;
use super::person::{Aim, State};
use super::route::{Belief, Field, field, seconds};
use super::surroundings::{Passage, Surroundings};

/// Those who follow keep this behind, m.
const BEHIND: f64 = 1.3;
/// One keeps to a way until another is better by this, s.
const HABIT: f64 = 2.0;

impl Crowd {
    /// Decides where to go next.
    pub(super) fn think(&mut self, world: &impl Surroundings, n: usize, events: &mut Vec<CrowdEvent>) {
        self.people[n].stale = false;
        let (area, spot) = (self.people[n].area, self.people[n].spot());
        let floor = self.nav.ground[area].nearest(spot);
        if let Some(m) = self.people[n].to_wake {
            let q = &self.people[m];
            if q.state == State::Sleeping && q.area == area && self.go_to(n, floor, q.spot()) {
                return;
            }
            self.people[n].to_wake = None;
            self.people[n].state = State::Walking;
        }
        if self.people[n].led > 0
            && let Some((there, s)) = self.student
        {
            self.people[n].state = State::Walking;
            let to = [s.at[0], s.at[2]];
            if there == area {
                if distance(spot, to) < BEHIND || !self.go_to(n, floor, to) {
                    self.people[n].aim = Aim::Stay;
                    self.people[n].way.clear();
                }
                return;
            }
            let field = self.field_to_student(world, there);
            if self.choose(n, floor, &field, false) {
                return;
            }
        }
        if let Some(goal) = self.goals.iter().position(|(a, _)| *a == area) {
            self.people[n].state = State::Walking;
            let ground = self.goals[goal].1.mid();
            if !self.go_to(n, floor, ground) {
                self.people[n].way = vec![ground];
                self.people[n].aim = Aim::Spot(ground);
            }
            return;
        }
        let field = self.fields.get(&self.nav, &self.goals, &self.people[n].belief);
        if self.choose(n, floor, &field, true) || self.flee(n, floor) {
            if self.people[n].state == State::Trapped {
                self.people[n].state = State::Walking;
            }
            return;
        }
        let p = &mut self.people[n];
        (p.aim, p.way) = (Aim::Stay, Vec::new());
        if p.state != State::Trapped {
            p.state = State::Trapped;
            // Once for every place: trying again in vain is no news.
            if !std::mem::replace(&mut p.lost, true) {
                events.push(CrowdEvent::Blocked { person: n });
            }
        }
    }

    /// Heads for a spot of the own area; false when things bar the way.
    pub(super) fn go_to(&mut self, n: usize, floor: [f64; 2], to: [f64; 2]) -> bool {
        let area = self.people[n].area;
        let to = self.nav.confine(area, None, to);
        let Some(way) = self.nav.way(area, floor, to) else { return false };
        let p = &mut self.people[n];
        (p.aim, p.way) = (Aim::Spot(to), way);
        true
    }

    /// Heads for the opening that is soonest to safety (or to the student); false when there is none.
    fn choose(&mut self, n: usize, floor: [f64; 2], field: &Field, shuns_smoke: bool) -> bool {
        let p = &self.people[n];
        let (area, current) = (p.area, p.heads_for());
        let belief = &p.belief;
        let fine = |o: &usize| {
            let beyond = self.nav.portals[*o].beyond(area);
            belief.blocked.binary_search(o).is_err() && !(shuns_smoke && belief.smoky.binary_search(&beyond).is_ok())
        };
        let habit = |o: usize| if current == Some(o) { HABIT } else { 0.0 };
        let cost = |o: usize| field.0[o] + seconds(&self.nav, area, floor, self.nav.portals[o].mid) - habit(o);
        let mut ways: Vec<(f64, usize)> = self.nav.openings[area].iter().filter(|o| fine(o)).map(|o| (cost(*o), *o)).collect();
        ways.retain(|(c, _)| c.is_finite());
        ways.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        self.take_first(n, floor, &ways)
    }

    /// Out of smoke into the nearest clear area, when nothing leads to safety.
    fn flee(&mut self, n: usize, floor: [f64; 2]) -> bool {
        let p = &self.people[n];
        let (area, belief) = (p.area, &p.belief);
        if belief.smoky.binary_search(&area).is_err() {
            return false;
        }
        let clear = |o: &&usize| {
            belief.blocked.binary_search(o).is_err() && belief.smoky.binary_search(&self.nav.portals[**o].beyond(area)).is_err()
        };
        let mut ways: Vec<(f64, usize)> =
            self.nav.openings[area].iter().filter(clear).map(|o| (distance(floor, self.nav.portals[*o].mid), *o)).collect();
        ways.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        self.take_first(n, floor, &ways)
    }

    fn take_first(&mut self, n: usize, floor: [f64; 2], ways: &[(f64, usize)]) -> bool {
        let area = self.people[n].area;
        let found = ways.iter().find_map(|(_, o)| self.nav.approach(area, *o, floor).map(|(lateral, way)| (*o, lateral, way)));
        let Some((opening, lateral, way)) = found else { return false };
        let p = &mut self.people[n];
        (p.aim, p.way) = (Aim::Cross { opening, lateral }, way);
        true
    }

    /// Seconds from everywhere to the student, over every opening that is not blocked.
    fn field_to_student(&mut self, world: &impl Surroundings, area: usize) -> Arc<Field> {
        let blocked: Vec<usize> = (0..self.nav.portals.len()).filter(|o| world.passage(*o) == Passage::Blocked).collect();
        if let Some((a, b, field)) = &self.to_student
            && *a == area
            && *b == blocked
        {
            return Arc::clone(field);
        }
        let belief = Belief { blocked: blocked.clone(), smoky: Vec::new() };
        let made = Arc::new(field(&self.nav, &[(area, self.nav.ground[area])], &belief));
        self.to_student = Some((area, blocked, Arc::clone(&made)));
        made
    }
}
