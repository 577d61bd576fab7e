//! One step of walking: speed from density, room ahead and smoke; direction along the way and around others; then nobody in anybody.
//!
//! A first-order law in the manner of the collision-free speed model (Tordeux, Chraibi, Seyfried 2016), with the hydraulic model's
//! speed-density line in place of its own. Everyone is worked out from the state before the step. Ends where decisions begin.

use super::body::{Dot, around, part};
use super::event::CrowdEvent;
use super::flow::{speed_at_density, stair_speed};
use super::nav::{Nav, distance};
use super::people::{Crowd, SECONDS_PER_STEP};
use super::person::{Aim, Person, RADIUS, State};
use super::plan::{AreaKind, Heading};
use super::rearrange::standing;
use super::surroundings::{HEADS, Surroundings};

/// Others count for density and steering up to here, m.
const SIGHT: f64 = 1.2;
/// Area of the half disc ahead in which density is counted, m2.
const AHEAD: f64 = std::f64::consts::PI * SIGHT * SIGHT / 2.0;
/// Shoulders give: two bodies come this much closer than their radii say.
const GIVE: f64 = 0.9;
/// Time in which the gap to the next person may be closed, s.
const GAP_TIME: f64 = 0.3;
/// Heading for someone head-on, one looks this far ahead, m.
const SIDESTEP: f64 = 1.2;
/// Walking bent costs a fifth of the speed.
const STOOP: f64 = 0.8;
/// Whoever has leave to cross, or has stood too long, edges forward at least so fast, m/s.
const EDGE_ON: f64 = 0.35;
/// After so many steps without headway one edges on.
const PATIENCE: u32 = 30;

impl Crowd {
    /// Moves everyone by one step.
    pub(super) fn walk(&mut self, world: &impl Surroundings, events: &mut Vec<CrowdEvent>) {
        let mut dots = std::mem::take(&mut self.dots);
        self.gather_dots(&mut dots);
        let mut wanted = std::mem::take(&mut self.wanted);
        wanted.clear();
        for rank in 0..dots.len() {
            let step = dots[rank].who.map_or([0.0; 2], |n| self.velocity(world, n, rank, &dots));
            wanted.push(step);
        }
        for (dot, v) in dots.iter_mut().zip(&wanted) {
            dot.at = [dot.at[0] + v[0] * SECONDS_PER_STEP, dot.at[1] + v[1] * SECONDS_PER_STEP];
        }
        for _ in 0..2 {
            part(&mut dots);
            for dot in &mut dots {
                if let Some(n) = dot.who {
                    let p = &self.people[n];
                    dot.at = self.nav.confine(p.area, p.crossing, dot.at);
                }
            }
        }
        for dot in &dots {
            if let Some(n) = dot.who {
                self.put(n, dot.at, events);
            }
        }
        self.dots = dots;
        self.wanted = wanted;
    }

    fn gather_dots(&mut self, dots: &mut Vec<Dot>) {
        dots.clear();
        for (n, p) in self.people.iter().enumerate() {
            // Sleepers are in their beds, and one steps over those who lie on the floor.
            if matches!(p.state, State::Sleeping | State::Collapsed) {
                continue;
            }
            let next = p.heads_for().map_or(p.area, |o| self.nav.portals[o].beyond(p.area));
            let yields = if p.crossing.is_some() { 0.15 } else { 1.0 };
            dots.push(Dot {
                at: p.spot(),
                y: p.at[1],
                velocity: p.velocity,
                radius: RADIUS * GIVE,
                yields,
                area: p.area,
                next,
                who: Some(n),
            });
        }
        if let Some((area, s)) = self.student {
            dots.push(standing(area, s.at, s.radius));
        }
        dots.extend_from_slice(&self.others);
        dots.sort_unstable_by(|a, b| a.at[0].total_cmp(&b.at[0]).then(a.who.cmp(&b.who)));
    }

    /// Where someone is headed at this moment; `None` = they stand.
    fn target(&self, p: &Person) -> Option<[f64; 2]> {
        if let (Some(o), Aim::Cross { opening, lateral }) = (p.crossing, p.aim)
            && o == opening
            && p.way.len() <= 1
        {
            let portal = &self.nav.portals[o];
            return Some(portal.before(portal.beyond(p.area), lateral));
        }
        if let Some(o) = p.crossing
            && !self.nav.ground[p.area].holds(p.spot())
        {
            // Through, but still between the jambs: out of them first, then wherever the way leads.
            return Some(self.inwards(p, o, 0.4));
        }
        let goes = p.is_moving() || p.state == State::Safe || p.state == State::Trapped;
        if goes { p.way.last().copied() } else { None }
    }

    /// The velocity someone chooses.
    fn velocity(&self, world: &impl Surroundings, n: usize, rank: usize, dots: &[Dot]) -> [f64; 2] {
        let p = &self.people[n];
        let Some(target) = self.target(p) else { return [0.0; 2] };
        let at = p.spot();
        let far = distance(at, target);
        if far < 0.02 {
            return [0.0; 2];
        }
        let ahead = [(target[0] - at[0]) / far, (target[1] - at[1]) / far];
        let me = &dots[rank];
        let mut pull = ahead;
        let mut count = 0.0;
        around(dots, rank, SIGHT, |other| {
            if !me.meets(other) {
                return;
            }
            let to = [other.at[0] - at[0], other.at[1] - at[1]];
            let d = (to[0] * to[0] + to[1] * to[1]).sqrt();
            if !(1e-6..=SIGHT).contains(&d) {
                return;
            }
            let along = to[0] * ahead[0] + to[1] * ahead[1];
            // Of one standing beside an opening half counts; those behind do not hinder.
            if along > 0.0 {
                count += 1.0;
            }
            let touch = me.radius + other.radius;
            let push = 0.8 * libm::exp((touch - d) / 0.12).min(1.5);
            if along > -0.1 {
                pull = [pull[0] - to[0] / d * push, pull[1] - to[1] / d * push];
            }
            let side = to[0] * -ahead[1] + to[1] * ahead[0];
            if along > 0.0 && along < SIDESTEP && side.abs() < touch {
                let coming = other.velocity[0] * ahead[0] + other.velocity[1] * ahead[1] < -0.1;
                // To the right of who comes towards one; else to the freer side of who is slower.
                let way = if coming || side < 0.0 { 1.0 } else { -1.0 };
                let much = way * 0.5 * (1.0 - along / SIDESTEP);
                pull = [pull[0] - ahead[1] * much, pull[1] + ahead[0] * much];
            }
        });
        let length = (pull[0] * pull[0] + pull[1] * pull[1]).sqrt();
        let heading = if length > 0.05 { [pull[0] / length, pull[1] / length] } else { ahead };
        let free = self.pace(world, p, heading);
        let mut speed = free * speed_at_density(count / AHEAD);
        around(dots, rank, SIGHT, |other| {
            let to = [other.at[0] - at[0], other.at[1] - at[1]];
            let along = to[0] * heading[0] + to[1] * heading[1];
            let side = to[0] * -heading[1] + to[1] * heading[0];
            let touch = me.radius + other.radius;
            if along > 0.0 && side.abs() < touch * 0.85 && me.meets(other) {
                let theirs = (other.velocity[0] * heading[0] + other.velocity[1] * heading[1]).max(0.0);
                let gap = (along - (touch * touch - side * side).max(0.0).sqrt()).max(0.0);
                speed = speed.min(theirs + gap / GAP_TIME);
            }
        });
        if p.crossing.is_some() || p.stuck > PATIENCE {
            speed = speed.max(EDGE_ON.min(free));
        }
        speed = speed.min(far / SECONDS_PER_STEP);
        // Half of the change at once: bodies have weight, and figures should not jerk.
        [0, 1].map(|i| f64::midpoint(p.velocity[i], heading[i] * speed))
    }

    /// Free speed in plan, m/s: on the level or along a flight, through smoke, upright or bent.
    fn pace(&self, world: &impl Surroundings, p: &Person, heading: [f64; 2]) -> f64 {
        let area = self.nav.area(p.area);
        let level = match area.kind {
            AreaKind::Stair { up, .. } => {
                let up = match up {
                    Heading::East => heading[0],
                    Heading::West => -heading[0],
                    Heading::South => heading[1],
                    Heading::North => -heading[1],
                };
                let slope = area.slope();
                stair_speed(p.v0, up > 0.0) / (1.0 + slope * slope).sqrt()
            }
            _ => p.v0,
        };
        let bent = if p.stoops { STOOP } else { 1.0 };
        let smoke = world.walking_factor(p.area, HEADS[usize::from(p.stoops)], p.v0);
        level * bent * if smoke.is_finite() { smoke.clamp(0.0, 1.0) } else { 1.0 }
    }

    /// Puts someone where they got to, unless a thing is there; notes headway, the area and the opening behind them.
    fn put(&mut self, n: usize, to: [f64; 2], events: &mut Vec<CrowdEvent>) {
        let p = &mut self.people[n];
        let from = p.spot();
        let is_free = |nav: &Nav, at| nav.is_free(p.area, at) && p.crossing.is_none_or(|o| nav.is_free(nav.portals[o].beyond(p.area), at));
        let to = if is_free(&self.nav, to) { to } else { self.nav.onto_ground(p.area, p.crossing, from) };
        p.velocity = [0, 1].map(|i| ((to[i] - from[i]) / SECONDS_PER_STEP).clamp(-3.0, 3.0));
        let speed = distance(to, from) / SECONDS_PER_STEP;
        if speed > 0.15 {
            p.facing = [0, 1].map(|i| (to[i] - from[i]) / (speed * SECONDS_PER_STEP));
        }
        p.stuck = if p.is_moving() && speed < 0.1 { p.stuck + 1 } else { 0 };
        let mut entered = None;
        if let Some(o) = p.crossing {
            let portal = &self.nav.portals[o];
            let area = portal.area_at(to);
            if area != p.area {
                self.gates[o].passed += 1;
                p.area = area;
                p.stale = true;
                entered = Some(o);
            }
            if p.heads_for() != Some(o) || entered.is_some() {
                p.granted = 0;
            }
        }
        p.at = [to[0], self.nav.area(p.area).height_at(to), to[1]];
        if p.heads_for().is_some() && p.is_moving() && p.state != State::Helping {
            p.state = if p.crossing.is_none() && speed < 0.25 * p.v0 { State::Queueing } else { State::Walking };
        }
        if let Some(o) = entered {
            self.enter(n, o, events);
        }
        let p = &mut self.people[n];
        if p.crossing.is_some() && p.heads_for() != p.crossing && self.nav.ground[p.area].holds(to) {
            p.crossing = None;
        }
        while p.way.len() > 1 && p.way.last().is_some_and(|w| distance(*w, to) < 0.2) {
            p.way.pop();
        }
    }
}
