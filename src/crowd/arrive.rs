//! Having got somewhere: at a sleeper's bed, through an opening, to where people gather. Ends where the next choice begins.

use super::event::CrowdEvent;
use super::nav::distance;
use super::people::Crowd;
use super::person::{Aim, Person, State};
use super::plan::Rect;

/// Standing so many steps close to where people gather, and so close, m, is having gathered.
const CROWDED: u32 = 20;
/// See [`CROWDED`].
const AROUND: f64 = 6.0;
/// A sleeper is within arm's reach, m: beds are things, and one stands beside them.
const ARM: f64 = 1.2;

impl Crowd {
    /// Where on a goal the next to arrive stands: rows of 0.9 m, filled from the far side, so that nobody stands in the way.
    fn next_slot(&mut self, goal: usize, from: [f64; 2]) -> [f64; 2] {
        let (area, rect) = self.goals[goal];
        let slots = &mut self.slots[goal];
        if slots.is_empty() {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 10 km")]
            let fit = |axis: usize| (((rect.max[axis] - rect.min[axis]) / 0.9) as u32).clamp(1, 64);
            let (columns, rows) = (fit(0), fit(1));
            let spot = |n: u32| [rect.min[0] + 0.45 + 0.9 * f64::from(n % columns), rect.min[1] + 0.45 + 0.9 * f64::from(n / columns)];
            slots.extend((0..columns * rows).map(|n| self.nav.ground[area].nearest(rect.nearest(spot(n)))));
            slots.sort_by(|a, b| distance(*a, from).total_cmp(&distance(*b, from)));
        }
        // The last one is never taken away: whoever comes after the rest shares it.
        if slots.len() > 1 { slots.pop().unwrap_or(from) } else { slots[0] }
    }

    /// Notices a sleeper within reach, and safety.
    pub(super) fn arrive(&mut self, n: usize, events: &mut Vec<CrowdEvent>) {
        let p = &self.people[n];
        let (area, spot) = (p.area, p.spot());
        if let Some(m) = p.to_wake {
            let there = match p.aim {
                Aim::Spot(to) => distance(spot, to) < 0.3 || distance(spot, self.people[m].spot()) < ARM,
                _ => false,
            };
            if there && self.people[m].state == State::Sleeping {
                self.people[m].state = State::Preparing;
                self.people[m].heard = true;
                events.push(CrowdEvent::Helped { person: n, whom: m });
                events.push(CrowdEvent::Woke { person: m });
                self.look_after(n);
            }
            return;
        }
        // Where the ground is full, those who stand around it have gathered too.
        let near = |(goal, (a, r)): (usize, &(usize, Rect))| {
            let full = self.slots[goal].len() == 1;
            let slack = if full || p.stuck > CROWDED { AROUND } else { 0.05 };
            *a == area && r.grown(slack).holds(spot)
        };
        let goal = self.goals.iter().enumerate().position(near);
        if let Some(goal) = goal.filter(|_| self.gathers) {
            if self.goals[goal].1.grown(0.05).holds(spot) {
                let to = self.next_slot(goal, spot);
                self.go_to(n, spot, to);
            }
            self.be_safe(n, events);
        }
    }

    fn be_safe(&mut self, n: usize, events: &mut Vec<CrowdEvent>) {
        let p = &mut self.people[n];
        p.state = State::Safe;
        p.led = 0;
        events.push(CrowdEvent::Safe { person: n });
    }

    /// Someone has passed an opening.
    pub(super) fn enter(&mut self, n: usize, opening: usize, events: &mut Vec<CrowdEvent>) {
        let area = self.people[n].area;
        // What they made for lies behind them: no habit may draw them back.
        self.people[n].aim = Aim::Stay;
        self.people[n].lost = false;
        if !self.nav.is_outside(area) || self.people[n].out {
            self.people[n].way = vec![self.inwards(&self.people[n], opening, 0.6)];
            return;
        }
        self.people[n].out = true;
        events.push(CrowdEvent::Reached { person: n, area });
        if !self.gathers {
            // On a few metres, so that nobody stands in the door.
            let mut to = self.inwards(&self.people[n], opening, 4.0);
            #[expect(clippy::cast_precision_loss, reason = "below 9")]
            let fan = (n % 9) as f64 - 4.0;
            to[self.nav.portals[opening].along] += fan * 0.8;
            let to = self.nav.ground[area].nearest(to);
            self.people[n].aim = Aim::Spot(to);
            self.people[n].way = vec![to];
            self.be_safe(n, events);
        }
    }

    /// A spot some way beyond an opening that somebody has passed.
    pub(super) fn inwards(&self, p: &Person, opening: usize, by: f64) -> [f64; 2] {
        let portal = &self.nav.portals[opening];
        let mut to = portal.before(p.area, p.spot()[portal.along]);
        let side = portal.side_of(p.area);
        let away = if portal.sill[side] >= portal.sill[1 - side] { 1.0 } else { -1.0 };
        to[1 - portal.along] += away * by;
        self.nav.ground[p.area].nearest(to)
    }
}
