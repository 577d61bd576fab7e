//! Openings as bottlenecks: who may cross next. Capacity accrues at the rate of the hydraulic model; whoever waits nearest goes first.
//!
//! Leave to cross also breaks the arches in which discs jam for ever before a narrow door: one of them goes, the others make way.

use super::event::CrowdEvent;
use super::nav::distance;
use super::people::{Crowd, SECONDS_PER_STEP};
use super::person::Aim;
use super::surroundings::{Passage, Surroundings};

/// From here people ask for leave to cross, m before the opening.
const ASK: f64 = 0.7;
/// Leave that is not used lapses, steps.
const LAPSE: u32 = 40;
/// Opening a leaf takes a second, steps.
const LEAF: u32 = 10;
/// A leaf is held open for those who follow within this time, steps.
const HELD: u32 = 20;

/// An opening's state.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gate {
    /// Persons that may pass now.
    credit: f64,
    /// Steps until the leaf stands open in somebody's hand.
    opening: u32,
    /// Steps that somebody still holds the leaf.
    held: u32,
    /// People who have passed.
    pub passed: u32,
}

impl Gate {
    pub fn new() -> Self {
        Self { credit: 1.0, opening: 0, held: 0, passed: 0 }
    }
}

impl Crowd {
    /// Takes back leave that lapsed, and gives leave to those who wait nearest.
    pub(super) fn give_leave(&mut self, world: &impl Surroundings, events: &mut Vec<CrowdEvent>) {
        for (gate, portal) in self.gates.iter_mut().zip(&self.nav.portals) {
            if let Some(capacity) = portal.capacity {
                let gain = capacity * SECONDS_PER_STEP;
                gate.credit = (gate.credit + gain).min(1.0 + gain);
            }
            gate.held = gate.held.saturating_sub(1);
        }
        let mut asking = std::mem::take(&mut self.asking);
        asking.clear();
        for (n, p) in self.people.iter_mut().enumerate() {
            let spot = p.spot();
            if let Some(o) = p.crossing {
                p.granted += 1;
                let on_floor = self.nav.ground[p.area].holds(spot);
                let elsewhere = p.heads_for() != Some(o) || p.granted > LAPSE || !p.is_moving();
                if world.passage(o) == Passage::Blocked || on_floor && elsewhere {
                    p.crossing = None;
                }
            } else if let Aim::Cross { opening, .. } = p.aim
                && p.is_moving()
            {
                let portal = &self.nav.portals[opening];
                let gap = distance(spot, portal.before(p.area, spot[portal.along]));
                if gap <= ASK {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 700 mm")]
                    asking.push((opening, (gap * 1000.0) as u32, n));
                }
            }
        }
        asking.sort_unstable();
        for (o, _, n) in &asking {
            self.grant(world, *o, *n, events);
        }
        self.asking = asking;
    }

    fn grant(&mut self, world: &impl Surroundings, o: usize, n: usize, events: &mut Vec<CrowdEvent>) {
        let gate = &mut self.gates[o];
        match world.passage(o) {
            Passage::Blocked => return,
            Passage::Open => gate.opening = 0,
            Passage::Shut if gate.held > 0 => {}
            Passage::Shut if gate.opening == 0 => {
                gate.opening = LEAF;
                events.push(CrowdEvent::Opened { person: n, opening: o });
                return;
            }
            Passage::Shut => {
                gate.opening -= 1;
                if gate.opening > 0 {
                    return;
                }
            }
        }
        if self.nav.portals[o].capacity.is_some() {
            if gate.credit < 1.0 {
                return;
            }
            gate.credit -= 1.0;
        }
        gate.held = HELD;
        let p = &mut self.people[n];
        p.crossing = Some(o);
        p.granted = 0;
    }
}
