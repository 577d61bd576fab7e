//! What people hear, breathe and see, one at a time in their order. Ends where they choose a way.

use std::sync::Arc;

use super::event::CrowdEvent;
use super::nav::distance;
use super::people::{Crowd, SECONDS_PER_STEP};
use super::person::{Aim, State};
use super::plan::OpeningKind;
use super::route::{Belief, note};
use super::surroundings::{Passage, Surroundings, TURN_BACK};

/// Looking around, every so many steps.
const LOOK: u32 = 5;
/// Thinking again, every so many steps.
const THINK: u32 = 20;
/// Nobody judges an opening from farther away than this, m.
const FAR: f64 = 12.0;
/// A locked door is found out by trying it, m.
const TRY: f64 = 1.0;
/// How far a call carries: in the room, into the next through an opening, through a closed leaf; m.
const EARSHOT: [f64; 3] = [15.0, 10.0, 4.0];
/// A call holds for so many steps.
const LED: u32 = 200;
/// Someone spoken to sets off within this time, s.
const SPOKEN_TO: f64 = 2.0;
/// Those who know no way think everything over after so many steps.
const HOPE: u32 = 300;

impl Crowd {
    /// One person's step but for walking.
    pub(super) fn live(&mut self, world: &impl Surroundings, n: usize, events: &mut Vec<CrowdEvent>) {
        if matches!(self.people[n].state, State::Collapsed | State::Safe) {
            return;
        }
        let air = self.air(world, self.people[n].area);
        let p = &mut self.people[n];
        p.stoops = air.stoops() && p.is_moving();
        p.dose += air.fed[usize::from(p.stoops)] * SECONDS_PER_STEP;
        if p.dose >= 1.0 {
            p.state = State::Collapsed;
            (p.aim, p.crossing, p.velocity) = (Aim::Stay, None, [0.0; 2]);
            p.way.clear();
            events.push(CrowdEvent::Collapsed { person: n });
            return;
        }
        // Smoke that one sees or smells does as well as an alarm.
        p.heard |= world.alarm(p.area) || air.sight() < 10.0;
        self.listen(world, n, events);
        self.rouse(n, events);
        if self.people[n].is_moving() || self.people[n].state == State::Trapped {
            self.go_on(world, n, events);
        }
    }

    /// Hears the student, if they call.
    fn listen(&mut self, world: &impl Surroundings, n: usize, events: &mut Vec<CrowdEvent>) {
        let p = &self.people[n];
        let (led, deaf) = (p.led.saturating_sub(1), p.deaf.saturating_sub(1));
        let hears = self.student.is_some_and(|(area, s)| s.calls && self.is_in_earshot(world, n, area, [s.at[0], s.at[2]]));
        let p = &mut self.people[n];
        if led == 0 && p.led > 0 {
            p.stale = true;
        }
        (p.led, p.deaf) = (led, deaf);
        if !hears {
            return;
        }
        p.heard = true;
        p.waking = p.waking.min(SPOKEN_TO);
        if p.follows {
            if p.led == 0 {
                events.push(CrowdEvent::Called { person: n });
                p.stale = true;
            }
            p.led = LED;
            p.waited = p.waited.max(p.delay - SPOKEN_TO);
        } else if p.deaf == 0 {
            events.push(CrowdEvent::Ignored { person: n });
            p.deaf = LED;
        }
    }

    fn is_in_earshot(&self, world: &impl Surroundings, n: usize, area: usize, from: [f64; 2]) -> bool {
        let p = &self.people[n];
        let far = distance(p.spot(), from);
        if p.area == area {
            return far <= EARSHOT[0];
        }
        let between = self.nav.openings[p.area].iter().filter(|o| self.nav.portals[**o].beyond(p.area) == area);
        between.map(|o| if world.passage(*o) == Passage::Open { EARSHOT[1] } else { EARSHOT[2] }).any(|reach| far <= reach)
    }

    /// Wakes, makes ready, sets off.
    fn rouse(&mut self, n: usize, events: &mut Vec<CrowdEvent>) {
        let p = &mut self.people[n];
        match p.state {
            State::Sleeping if p.heard => {
                p.waking -= SECONDS_PER_STEP;
                if p.waking <= 0.0 {
                    p.state = State::Preparing;
                    events.push(CrowdEvent::Woke { person: n });
                }
            }
            State::Preparing if p.heard => {
                p.waited += SECONDS_PER_STEP;
                if p.waited >= p.delay {
                    p.state = State::Walking;
                    p.stale = true;
                    events.push(CrowdEvent::Started { person: n });
                    if p.helps {
                        self.look_after(n);
                    }
                }
            }
            _ => {}
        }
    }

    /// Picks the nearest sleeper in the room, if any.
    pub(super) fn look_after(&mut self, n: usize) {
        let (area, spot) = (self.people[n].area, self.people[n].spot());
        let asleep = self.people.iter().enumerate().filter(|(_, q)| q.state == State::Sleeping && q.area == area);
        let nearest = asleep.min_by(|a, b| distance(a.1.spot(), spot).total_cmp(&distance(b.1.spot(), spot)).then(a.0.cmp(&b.0)));
        let whom = nearest.map(|(m, _)| m);
        let p = &mut self.people[n];
        p.to_wake = whom;
        p.state = if whom.is_some() { State::Helping } else { State::Walking };
        p.stale = true;
    }

    /// Looks around, thinks again when there is cause, notices having arrived.
    fn go_on(&mut self, world: &impl Surroundings, n: usize, events: &mut Vec<CrowdEvent>) {
        #[expect(clippy::cast_possible_truncation, reason = "at most 2000 people")]
        let turn = self.steps.wrapping_add(n as u32);
        let p = &mut self.people[n];
        if p.state == State::Trapped && turn.is_multiple_of(HOPE) {
            p.belief = Belief::default();
            p.stale = true;
        }
        let came_in = p.stale;
        let looks = came_in || turn.is_multiple_of(LOOK);
        let changed = looks && self.look(world, n);
        let p = &mut self.people[n];
        let barred = turn.is_multiple_of(LOOK) && p.way.last().is_some_and(|w| !self.nav.is_clear(p.area, p.spot(), *w));
        let had = p.heads_for();
        if changed || came_in || barred || turn.is_multiple_of(THINK) {
            self.think(world, n, events);
        }
        let p = &self.people[n];
        if changed && !came_in && had.is_some() && p.heads_for().is_some() && had != p.heads_for() {
            events.push(CrowdEvent::Rerouted { person: n });
        }
        self.arrive(n, events);
    }

    /// Sees which openings are closed and what is full of smoke; true when that is news.
    fn look(&mut self, world: &impl Surroundings, n: usize) -> bool {
        let (area, spot) = (self.people[n].area, self.people[n].spot());
        let own = self.air(world, area).sight();
        let sight = own.clamp(1.5, FAR);
        let mut belief = std::mem::take(&mut self.people[n].belief);
        let mut news = note(&mut belief.smoky, area, own < TURN_BACK);
        let nav = Arc::clone(&self.nav);
        for o in &nav.openings[area] {
            let portal = &nav.portals[*o];
            let far = distance(spot, portal.hall.nearest(spot));
            if far > sight {
                continue;
            }
            let passage = world.passage(*o);
            let leaf = nav.plan.openings[*o].kind == OpeningKind::Door;
            if !leaf || far < TRY || passage == Passage::Open {
                news |= note(&mut belief.blocked, *o, passage == Passage::Blocked);
            }
            if !leaf || far < TRY || passage == Passage::Open {
                let beyond = portal.beyond(area);
                news |= note(&mut belief.smoky, beyond, self.air(world, beyond).sight() < TURN_BACK);
            }
        }
        self.people[n].belief = belief;
        news
    }
}
