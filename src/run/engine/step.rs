//! An input, a tick, and what happens in the place. The story's own rules are in `rules`.

use std::sync::Arc;

use super::super::action::{Action, Posture, TURN};
use super::super::body::Target;
use super::super::event::Event;
use super::super::rules;
use super::{Phase, Run};
use crate::hazard;
use crate::place::Walk;
use crate::scenario::{Cue, NodeKind, TICKS_PER_SECOND};

/// Hazards and dose are stepped every so many ticks.
pub const HAZARD_TICKS: u32 = 6;

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
                self.sense();
                self.suffer();
                self.check_triggers();
            }
        }
        self.pass_time();
    }

    fn stand(&mut self, posture: Posture) {
        // One can't rise under something low.
        let [x, y, z] = self.body.at;
        let is_rising = posture < self.body.posture;
        let walk = Walk { place: &self.case.place, solids: &self.solids, open: &self.open, hidden: &self.hidden };
        if !is_rising || walk.is_free(x, y, z, super::super::body::RADIUS * 0.9, posture.head() + 0.1) {
            self.body.posture = posture;
        }
    }

    fn move_body(&mut self) {
        let slowed = if self.dose.toxic >= 0.6 {
            0.4
        } else if self.dose.toxic >= 0.3 {
            0.7
        } else {
            1.0
        };
        let speed = self.here.walking_speed(self.body.posture.speed()) * slowed;
        let walk = Walk { place: &self.case.place, solids: &self.solids, open: &self.open, hidden: &self.hidden };
        let moved = self.body.walk(&walk, speed);
        self.still = if moved { 0 } else { self.still.saturating_add(1) };
        self.held = if self.body.using { self.held.saturating_add(1) } else { 0 };
    }

    /// Looks at what is in the air where the head is.
    pub(in super::super) fn sense(&mut self) {
        let room = self.case.place.room_at(self.body.at);
        self.here = self.here_in(room, self.body.posture.head());
        if let Some(room) = room {
            let height = self.case.place.rooms[room.index()].height;
            self.here.layer = self.here.layer.min(height);
        }
    }

    /// What burns by physics burns on, while the student acts: as with the dose, nobody is choked by reading slowly.
    fn burn(&mut self) {
        if let (Some(smoke), Phase::Decide { .. } | Phase::Wait { .. }) = (&mut self.smoke, &self.phase) {
            let seconds = f64::from(HAZARD_TICKS) / f64::from(TICKS_PER_SECOND);
            let open = &self.open;
            smoke.step(seconds, &self.case.place, &self.case.scenario.hazards, &self.clocks, |door| open.contains(&door));
        }
    }

    /// Dose grows where the student acts, never where they read.
    fn suffer(&mut self) {
        if matches!(self.phase, Phase::Decide { .. } | Phase::Wait { .. }) {
            let seconds = f64::from(HAZARD_TICKS) / f64::from(TICKS_PER_SECOND);
            self.dose = hazard::step_dose(self.dose, &self.here, seconds);
            self.tally.dose = self.dose;
            self.tally.least_visibility = self.tally.least_visibility.min(self.here.visibility());
            let is_upright = self.body.posture == Posture::Stand;
            if self.here.visibility() < 3.0 || self.here.air.temperature_c > 60.0 || (self.here.shaking > 5.0 && is_upright) {
                self.tally.danger_ticks += HAZARD_TICKS;
            }
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
                Cue::Show(p) => {
                    self.hidden.remove(p);
                }
                Cue::Hide(p) => {
                    self.hidden.insert(*p);
                }
                _ => {}
            }
            self.emit(Event::Cue(cue.clone()));
        }
    }

    fn use_key(&mut self, down: bool) {
        self.body.using = down;
        self.held = 0;
        if !down || !self.is_playing() {
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
            } else {
                self.open.remove(&door);
            }
            self.emit(Event::Door { door, open });
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
