//! One attempt as a state machine: `apply(action)` and `tick()` in, events out.
//!
//! Scenario + seed + actions by tick decide everything: no clock, no I/O, no Bevy. On one tick things happen in this
//! order: actions as they came · the body moves · hazards, the crowd and dose (every sixth tick) · triggers in file order · deeds
//! in the place in the order of the choices · the timer.

mod action;
mod body;
mod chance;
mod classmates;
mod engine;
mod event;
mod facts;
mod pilot;
mod play;
mod rules;
mod supposed;
mod tape;
mod trapped;
mod turn;

pub use action::{Action, Posture, yaw_to_units};
pub use body::{Body, Target};
pub use chance::Chance;
pub use classmates::Classmates;
pub use engine::{ChoiceMade, HAZARD_TICKS, MessageJudged, Phase, Run, Tally, drawn_by};
pub use event::Event;
pub use pilot::{Goal, Pilot};
pub use play::{Outcome, PlanError, Scripted, play, replay};
pub(crate) use rules::{Asked, Stage};
pub use supposed::{Question, Supposed};
pub use tape::{Tape, TapeError};
pub use turn::Turn;
pub(crate) use turn::{settle, take_turn, turns};

/// Bumped whenever scoring, engine or hazards change what a recorded run means.
pub const RULES_VERSION: u32 = 5;
