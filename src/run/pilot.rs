//! A scripted student's legs and hands: turns a goal in the place into the same small inputs a person gives.
//!
//! Used by plans without a window and by the window's own script; it sees the run only from outside.

use super::action::{Action, Posture, yaw_to_units};
use super::body::Target;
use super::engine::Run;
use crate::place::{AnchorId, RoomId, route};
use crate::scenario::Deed;

/// What a scripted student wants to do in the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Goal {
    Reach(AnchorId),
    Enter(RoomId),
    Use(Target),
    Hold(Target),
    Posture(Posture),
    Stay,
}

impl Goal {
    /// The goal that does a choice's deed.
    pub fn of(deed: &Deed) -> Self {
        match deed {
            Deed::Use(p) => Self::Use(Target::Prop(*p)),
            Deed::UseDoor(d) => Self::Use(Target::Door(*d)),
            Deed::Hold(p, _) => Self::Hold(Target::Prop(*p)),
            Deed::HoldDoor(d, _) => Self::Hold(Target::Door(*d)),
            Deed::Reach(a) => Self::Reach(*a),
            Deed::Enter(r) => Self::Enter(*r),
            Deed::Crouch => Self::Posture(Posture::Crouch),
            Deed::Crawl => Self::Posture(Posture::Crawl),
            Deed::Stay(_) => Self::Stay,
        }
    }
}

/// Walks towards one goal at a time.
#[derive(Debug, Clone, Default)]
pub struct Pilot {
    goal: Option<Goal>,
    path: Vec<[f64; 3]>,
    at: usize,
    planned: u32,
    stuck: u32,
    last: [f64; 3],
    waited: u32,
    tries: u8,
    /// No way was found.
    pub lost: bool,
}

/// A fresh way is looked for at most every so many ticks.
const REPLAN: u32 = 90;

impl Pilot {
    /// The inputs of this tick towards `goal`.
    pub fn steer(&mut self, run: &Run, goal: Goal) -> Vec<Action> {
        if self.goal != Some(goal) {
            *self = Self { goal: Some(goal), ..Self::default() };
        }
        match goal {
            Goal::Posture(p) => vec![Action::Walk { forward: 0, right: 0 }, Action::Posture(p)],
            Goal::Stay => vec![Action::Walk { forward: 0, right: 0 }, Action::Posture(Posture::Crouch)],
            Goal::Use(t) | Goal::Hold(t) => {
                if run.target() == Some(t) {
                    return Self::press(run, matches!(goal, Goal::Hold(_)));
                }
                let (spot, near) = Self::spot(run, t);
                // Closer and closer when another thing is in front, wider when there is no standing so near.
                let near = near + [0.0, 0.35, -0.3, 0.7][usize::from(self.tries % 4)];
                let mut out = self.walk_to(run, spot, near);
                if out.is_empty() {
                    self.waited += 1;
                    if self.waited > 40 {
                        (self.waited, self.tries) = (0, self.tries.wrapping_add(1));
                        self.path.clear();
                        self.lost = false;
                    }
                    out = vec![Action::Walk { forward: 0, right: 0 }, Self::face(run, spot)];
                }
                out
            }
            Goal::Reach(a) => {
                let spot = run.case().place.anchors[a.index()].at;
                self.walk_to(run, spot, 0.5)
            }
            Goal::Enter(r) => {
                let spot = Self::inside(run, r);
                self.walk_to(run, spot, 0.6)
            }
        }
    }

    fn press(run: &Run, hold: bool) -> Vec<Action> {
        let halt = Action::Walk { forward: 0, right: 0 };
        match (run.body().using, hold) {
            (true, true) => vec![halt],
            (true, false) => vec![halt, Action::Use(false)],
            (false, _) => vec![halt, Action::Use(true)],
        }
    }

    /// Where a thing is, and how near one has to come.
    fn spot(run: &Run, target: Target) -> ([f64; 3], f64) {
        let place = &run.case().place;
        match target {
            Target::Door(d) => {
                let door = &place.doors[d.index()];
                ([door.at.0, door.base, door.at.1], 0.9)
            }
            Target::Prop(p) => {
                let prop = &place.props[p.index()];
                let half = prop.kind.size[0].min(prop.kind.size[2]) / 2.0;
                let ground = place.stand_height(prop.at[0], prop.at[2], prop.at[1].min(run.body().at[1]));
                ([prop.at[0], ground, prop.at[2]], half + 1.0)
            }
        }
    }

    /// A free spot inside a room, near its middle.
    fn inside(run: &Run, room: RoomId) -> [f64; 3] {
        let place = &run.case().place;
        let r = &place.rooms[room.index()];
        let anchor = place.anchors.iter().find(|a| place.room_at(a.at) == Some(room));
        let middle = [f64::midpoint(r.min.0, r.max.0), r.floor, f64::midpoint(r.min.1, r.max.1)];
        anchor.map_or(middle, |a| a.at)
    }

    fn face(run: &Run, spot: [f64; 3]) -> Action {
        let at = run.body().at;
        Action::Turn(yaw_to_units(libm::atan2(spot[0] - at[0], spot[2] - at[2]).to_degrees()))
    }

    fn walk_to(&mut self, run: &Run, spot: [f64; 3], near: f64) -> Vec<Action> {
        let at = run.body().at;
        let left = libm::hypot(spot[0] - at[0], spot[2] - at[2]);
        if left <= near && (spot[1] - at[1]).abs() < 0.6 {
            return Vec::new();
        }
        let moved = libm::hypot(at[0] - self.last[0], at[2] - self.last[2]);
        self.stuck = if moved < 0.002 { self.stuck + 1 } else { 0 };
        self.last = at;
        let is_old = run.now() >= self.planned + REPLAN && self.stuck > 20;
        if self.path.is_empty() || is_old {
            if self.lost && run.now() < self.planned + REPLAN {
                return Vec::new();
            }
            let found = route(&run.walk(), at, spot, near, true);
            self.lost = found.is_none();
            self.path = found.unwrap_or_default();
            // The first square is the one stood on, rounded: it may lie in a wall.
            self.at = usize::from(self.path.len() > 1);
            self.planned = run.now();
        }
        while self.at + 1 < self.path.len() && libm::hypot(self.path[self.at][0] - at[0], self.path[self.at][2] - at[2]) < 0.05 {
            self.at += 1;
        }
        let Some(next) = self.path.get(self.at).copied() else { return Vec::new() };
        let next = if self.at + 1 == self.path.len() && libm::hypot(next[0] - at[0], next[2] - at[2]) < 0.12 { spot } else { next };
        let mut out = Vec::new();
        let turn = Self::face(run, next);
        if turn != Action::Turn(run.body().yaw) {
            out.push(turn);
        }
        if let Some(press) = self.door_ahead(run) {
            out.push(press);
        }
        if run.body().wish != (127, 0) {
            out.push(Action::Walk { forward: 127, right: 0 });
        }
        out
    }

    /// Opens a closed door that stops the way.
    fn door_ahead(&self, run: &Run) -> Option<Action> {
        if run.body().using {
            return Some(Action::Use(false));
        }
        let Some(Target::Door(d)) = run.target() else { return None };
        let is_choice = run.offered().iter().any(|(_, c)| matches!(c.by, Some(Deed::UseDoor(e) | Deed::HoldDoor(e, _)) if e == d));
        (self.stuck > 4 && !is_choice && !run.open_doors().contains(&d)).then_some(Action::Use(true))
    }
}
