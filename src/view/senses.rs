//! What gas and heat leave of the student's senses, as it is seen and heard: narrower sight, coughs that throw the head, and the grey
//! in which one goes down. How much of it there is, the engine says ([`Run::impairment`]); here it only becomes a movement.

use bevy::prelude::*;

use super::ViewSystems;
use super::replay;
use super::visit::Visit;
use crate::run::{Phase, Run};
use crate::sim::ActiveRun;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Senses>().add_systems(Update, feel.after(ViewSystems::Flow).before(ViewSystems::Mirror));
}

/// Below this nobody coughs.
const TICKLE: f32 = 0.05;
/// Seconds between two coughs: with a tickle, and without pause.
const BETWEEN: (f32, f32) = (8.0, 1.3);
/// One cough takes so long, s, and throws the head so far, rad.
const COUGH: (f32, f32) = (0.75, 0.085);
/// How fast sight narrows, and how fast one goes down, 1/s.
const NARROWS: f32 = 1.2;
const SINKS: f32 = 0.4;

/// What is left, frame by frame.
#[derive(Debug, Default, Resource)]
pub struct Senses {
    /// How much of sight is gone, 0 to 1.
    pub dim: f32,
    /// Standing 0, lying 1.
    pub down: f32,
    /// A cough begins in this frame.
    pub coughs: bool,
    /// Seconds until the next, and since the last.
    next: f32,
    since: f32,
}

impl Senses {
    /// By how much a cough tilts the head forward, rad.
    pub fn jerk(&self) -> f32 {
        let (length, reach) = COUGH;
        if self.since >= length {
            return 0.0;
        }
        // Two thrusts, the second weaker.
        let part = self.since / length;
        let thrust = (part * std::f32::consts::TAU).sin().abs() * (1.0 - part * 0.6);
        -reach * thrust
    }

    fn follow(&mut self, run: &Run, dt: f32) {
        let left = run.impairment();
        let gone = 1.0 - left.sight_factor as f32;
        self.dim += (gone - self.dim) * (dt * NARROWS).min(1.0);
        let is_told = matches!(run.phase(), Phase::Ended(_) | Phase::Post(_) | Phase::Over);
        let lies = left.collapsed && !is_told;
        self.down = if lies { (self.down + dt * SINKS).min(1.0) } else { 0.0 };
        self.coughs = false;
        self.since += dt;
        self.next -= dt;
        let cough = left.cough as f32;
        if cough > TICKLE && !left.collapsed && run.is_playing() && self.next <= 0.0 {
            self.coughs = true;
            self.since = 0.0;
            self.next = BETWEEN.0 + (BETWEEN.1 - BETWEEN.0) * cough.min(1.0);
        }
    }
}

fn feel(mut senses: ResMut<Senses>, active: Res<ActiveRun>, visit: Res<Visit>, time: Res<Time>) {
    match active.seen() {
        Some(run) if !replay::is_above(&active, &visit) => senses.follow(run, time.delta_secs().min(0.25)),
        _ => *senses = Senses { since: COUGH.0, ..Senses::default() },
    }
}
