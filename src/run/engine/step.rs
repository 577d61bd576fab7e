//! An input, a tick, and what happens in the place. The story's own rules are in `rules`.

use std::sync::Arc;

use super::super::action::{Action, Posture, TURN};
use super::super::body::{RADIUS, Target};
use super::super::event::Event;
use super::super::rules;
use super::{Phase, Run};
use crate::crowd::Block;
use crate::hazard::{self, Lying, Shaken};
use crate::physics::quake::injury::Injury;
use crate::place::{PropId, Walk};
use crate::scenario::{Cue, NodeKind, TICKS_PER_SECOND};

/// Hazards, the crowd and dose are stepped every so many ticks.
pub const HAZARD_TICKS: u32 = crate::crowd::TICKS_PER_STEP;

impl Run {
    /// Takes one input at the present tick.
    pub fn apply(&mut self, action: Action) {
        if self.phase == Phase::Over {
            return;
        }
        match action {
            Action::Leave => self.leave(),
            Action::Walk { forward, right } => self.body.wish = (forward, right),
            Action::Turn(yaw) => self.body.yaw = yaw % TURN,
            Action::Posture(p) => self.stand(p),
            Action::Use(down) => self.use_key(down),
            Action::Next => self.next(),
            Action::Pick(n) => self.pick(usize::from(n)),
            Action::Mark(n) => self.mark(usize::from(n)),
            Action::Submit => self.submit(),
            Action::Judge(said) => self.judge(said),
            Action::Answer(n) => self.answer(usize::from(n)),
        }
    }

    /// One sixtieth of a second.
    pub fn tick(&mut self) {
        if self.phase == Phase::Over {
            return;
        }
        self.tick += 1;
        self.forced = 0;
        self.tally.ticks = self.tick;
        if self.is_playing() {
            self.tally.play_ticks += 1;
            self.move_body();
            if self.tick.is_multiple_of(HAZARD_TICKS) {
                self.burn();
                self.shake();
                self.meet_others();
                self.sense();
                self.suffer();
                self.check_triggers();
            }
        }
        self.pass_time();
    }

    fn stand(&mut self, posture: Posture) {
        if self.impairment().collapsed {
            return;
        }
        // One can't rise under something low.
        let [x, y, z] = self.body.at;
        let is_rising = posture < self.body.posture;
        let walk = Walk { place: &self.case.place, solids: &self.solids, open: &self.open, hidden: &self.hidden };
        if !is_rising || walk.is_free(x, y, z, RADIUS * 0.9, posture.head() + 0.1) {
            self.body.posture = posture;
        }
    }

    fn move_body(&mut self) {
        let limp = match self.hurt {
            Injury::None | Injury::Bruise => 1.0,
            Injury::Light => 0.8,
            Injury::Severe => 0.5,
        };
        let speed = self.here.walking_speed(self.body.posture.speed()) * self.impairment().speed_factor * limp;
        let walk = Walk { place: &self.case.place, solids: &self.solids, open: &self.open, hidden: &self.hidden };
        let moved = self.body.walk(&walk, speed);
        self.still = if moved { 0 } else { self.still.saturating_add(1) };
        self.held = if self.body.using { self.held.saturating_add(1) } else { 0 };
    }

    /// Looks at what is in the air where the head is.
    pub(in super::super) fn sense(&mut self) {
        let room = self.case.place.room_at(self.body.at);
        // On the stairs the head is higher above the room's floor than above the feet.
        let risen = room.map_or(0.0, |r| self.body.at[1] - self.case.place.rooms[r.index()].floor);
        self.here = self.here_in(room, risen + self.body.posture.head());
    }

    /// What burns by physics burns on, while the student acts: as with the dose, nobody is choked by reading slowly.
    fn burn(&mut self) {
        if !self.phase.is_acting() {
            return;
        }
        // Taken out and put back: the doors are the run's.
        if let Some(mut smoke) = self.smoke.take() {
            let seconds = f64::from(HAZARD_TICKS) / f64::from(TICKS_PER_SECOND);
            smoke.step(seconds, &self.case.place, &self.case.scenario.hazards, &self.clocks, |door| self.leaf(door));
            self.smoke = Some(smoke);
        }
    }

    /// What shakes by physics shakes on while the student acts; nobody is hit while they read.
    fn shake(&mut self) {
        let (Some(ground), Phase::Decide { .. } | Phase::Wait { .. }) = (&mut self.ground, &self.phase) else { return };
        let seconds = f64::from(HAZARD_TICKS) / f64::from(TICKS_PER_SECOND);
        let case = Arc::clone(&self.case);
        for shaken in ground.step(seconds, &case.place, &case.scenario.hazards, &self.clocks) {
            match shaken {
                Shaken::Jammed(door) => {
                    self.locked.insert(door);
                    self.emit(Event::Jammed(door));
                }
                Shaken::Fell(prop, blow) => {
                    self.fallen.insert(prop);
                    self.hidden.remove(&prop);
                    self.emit(Event::Fell(prop));
                    let injury = blow.hurts(&case.place, self.body.at, self.body.posture.head(), self.body.posture != Posture::Stand);
                    if let Some(lying) = blow.lies() {
                        self.lay(prop, lying);
                    }
                    if injury > Injury::None {
                        self.hurt = self.hurt.max(injury);
                        self.emit(Event::Hurt { by: prop, injury });
                    }
                }
            }
        }
    }

    /// What has toppled is in the way where it lies. Whoever is there is beside it: nobody is shut in.
    fn lay(&mut self, prop: PropId, lying: Lying) {
        let Some(n) = self.solids.iter().position(|s| s.prop == Some(prop)) else { return };
        if let Some(crowd) = &mut self.crowd {
            let stood = Block::of(&self.case.place.props[prop.index()]);
            let lies = Block::turned(lying.centre, lying.half, self.solids[n].turn, [lying.y.0, lying.y.1]);
            crowd.rearrange(stood, stood.map(|_| lies));
        }
        let solid = &mut Arc::make_mut(&mut self.solids)[n];
        (solid.centre, solid.half, solid.y) = (lying.centre, lying.half, lying.y);
        let [x, y, z] = self.body.at;
        let beside = if y < lying.y.1 { self.solids[n].push_out(x, z, RADIUS) } else { None };
        let Some((x, z)) = beside else { return };
        let walk = Walk { place: &self.case.place, solids: &self.solids, open: &self.open, hidden: &self.hidden };
        if walk.is_free(x, y, z, RADIUS * 0.9, self.body.posture.head()) {
            (self.body.at[0], self.body.at[2]) = (x, z);
        } else {
            Arc::make_mut(&mut self.solids).remove(n);
        }
    }

    /// The crowd walks on while the student acts: nobody is gone because somebody reads slowly.
    fn meet_others(&mut self) {
        if self.phase.is_acting() {
            self.step_crowd();
        }
    }

    /// Dose grows where the student acts, never where they read.
    fn suffer(&mut self) {
        if self.phase.is_acting() {
            let seconds = f64::from(HAZARD_TICKS) / f64::from(TICKS_PER_SECOND);
            let before = self.impairment().collapsed;
            self.dose = hazard::step_dose(self.dose, &self.here, seconds);
            self.tally.dose = self.dose;
            self.tally.least_visibility = self.tally.least_visibility.min(self.here.visibility());
            let is_upright = self.body.posture == Posture::Stand;
            if self.here.visibility() < 3.0 || self.here.air.temperature_c > 60.0 || (self.here.shaking > 5.0 && is_upright) {
                self.tally.danger_ticks += HAZARD_TICKS;
            }
            if !before && self.impairment().collapsed {
                self.collapse();
            }
        }
    }

    /// Gas or heat has overcome the student, who lies where they stood. Where the story goes from here is a trigger's affair; without one the
    /// run is over.
    fn collapse(&mut self) {
        self.body.posture = Posture::Crawl;
        self.emit(Event::Collapsed);
        if self.case.scenario.collapse.is_none() {
            self.leave();
        }
    }

    fn check_triggers(&mut self) {
        let case = Arc::clone(&self.case);
        rules::check_triggers(&case.scenario, self);
    }

    fn pass_time(&mut self) {
        match &mut self.phase {
            Phase::Decide { ticks, .. } => {
                *ticks += 1;
                self.notice_deeds();
                self.check_timer();
            }
            Phase::Signs { ticks, done: false, .. } => {
                *ticks += 1;
                if self.time_left().is_some_and(|(left, _)| left == 0) {
                    self.submit();
                }
            }
            Phase::Judge { ticks, said: None, .. } => *ticks += 1,
            Phase::Wait { node, ticks } => {
                *ticks += 1;
                let (node, ticks) = (*node, *ticks);
                let case = Arc::clone(&self.case);
                if let NodeKind::Wait { time, .. } = &case.scenario.node(node).kind
                    && ticks >= time.0
                {
                    rules::wait_over(&case.scenario, self);
                }
            }
            _ => {}
        }
    }

    fn next(&mut self) {
        let case = Arc::clone(&self.case);
        rules::next(&case.scenario, self);
    }

    pub(super) fn cue(&mut self, cues: &[Cue]) {
        for cue in cues {
            match cue {
                Cue::Open(d) => {
                    self.open.insert(*d);
                    self.sealed.remove(d);
                    self.locked.remove(d);
                }
                Cue::Close(d) => {
                    self.open.remove(d);
                    self.locked.remove(d);
                }
                Cue::Lock(d) => {
                    self.open.remove(d);
                    self.locked.insert(*d);
                }
                // Cloth in the gaps of a door that stands open stops nothing.
                Cue::Seal(d) if !self.open.contains(d) => {
                    self.sealed.insert(*d);
                }
                Cue::Show(p) => {
                    let is_new = self.hidden.remove(p);
                    if let (Some(crowd), true) = (&mut self.crowd, is_new) {
                        crowd.rearrange(None, Block::of(&self.case.place.props[p.index()]));
                    }
                }
                Cue::Hide(p) => {
                    let is_new = self.hidden.insert(*p);
                    if let (Some(crowd), true) = (&mut self.crowd, is_new) {
                        crowd.rearrange(Block::of(&self.case.place.props[p.index()]), None);
                    }
                }
                Cue::Put { who, to } | Cue::Move { who, to, .. } => {
                    if let Some(crowd) = &mut self.crowd {
                        crowd.cast(*who, Some(self.case.place.anchors[to.index()].at));
                    }
                }
                Cue::Vanish(who) => {
                    if let Some(crowd) = &mut self.crowd {
                        crowd.cast(*who, None);
                    }
                }
                Cue::Fall(p) => {
                    self.fallen.insert(*p);
                }
                Cue::Call => {
                    if let Some(crowd) = &mut self.crowd {
                        crowd.call();
                    }
                }
                _ => {}
            }
            self.emit(Event::Cue(cue.clone()));
        }
    }

    fn use_key(&mut self, down: bool) {
        self.body.using = down;
        self.held = 0;
        if !down || !self.is_playing() || self.impairment().collapsed {
            return;
        }
        let Some(target) = self.target() else { return };
        if self.deed_on(target) {
            return;
        }
        if let Target::Door(door) = target {
            if self.locked.contains(&door) {
                self.emit(Event::Locked(door));
                return;
            }
            let open = !self.open.contains(&door);
            if open {
                self.open.insert(door);
                self.sealed.remove(&door);
            } else {
                self.open.remove(&door);
            }
            self.emit(Event::Door { door, open, own: true });
        }
    }

    pub(super) fn leave(&mut self) {
        if self.phase == Phase::Over {
            return;
        }
        if self.tally.ending.is_none() {
            self.tally.left = true;
            self.emit(Event::Left);
        }
        self.phase = Phase::Over;
        self.emit(Event::Over);
    }
}
