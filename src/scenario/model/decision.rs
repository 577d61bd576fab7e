//! A decision: what can be chosen, how good it is, how it is done and what it leads to.

use std::collections::BTreeMap;

use super::super::condition::Condition;
use super::{ActorId, AnchorId, CompId, Cue, DoorId, Effects, NodeId, PropId, RoomId, Screen, SourceId, Text, Ticks};
use crate::diag::Span;

/// How good a choice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// What one should do.
    Good,
    /// Not what one should do.
    #[default]
    Poor,
    /// Costs life, liberty or money: a run with one can't be passed.
    Critical,
}

/// Doing a choice in the place.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Use a prop.
    Use(PropId),
    /// Use a door.
    UseDoor(DoorId),
    /// Keep using a prop for a while.
    Hold(PropId, Ticks),
    /// Keep a hand on a door for a while: feeling it before opening.
    HoldDoor(DoorId, Ticks),
    /// Come to a spot.
    Reach(AnchorId),
    /// Come into a room.
    Enter(RoomId),
    /// Crouch down.
    Crouch,
    /// Go on all fours.
    Crawl,
    /// Crouch and keep still.
    Stay(Ticks),
}

/// One thing a student can do at a decision.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Its name in the file: what records hold.
    pub id: String,
    /// On the button.
    pub text: Text,
    /// How good.
    pub grade: Grade,
    /// Points by competency.
    pub points: BTreeMap<CompId, i32>,
    /// Offered only when.
    pub when: Option<Condition>,
    /// Variables.
    pub effects: Effects,
    /// In the scene.
    pub cues: Vec<Cue>,
    /// The student's words.
    pub say: Option<Text>,
    /// What happens.
    pub then: Option<Text>,
    /// Why it is good or not.
    pub why: Option<Text>,
    /// Sources.
    pub cites: Vec<SourceId>,
    /// Shown, explained, decided again.
    pub redo: bool,
    /// Where to go. Redo choices have none.
    pub go: Option<NodeId>,
    /// Doing it in the place.
    pub by: Option<Deed>,
    /// Where it is written.
    pub span: Span,
}

/// What running out of time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timeout {
    /// As if this choice had been made.
    Choice(usize),
    /// No answer; the story goes on there.
    Node(NodeId),
}

/// A decision.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    /// The question or task.
    pub ask: Text,
    /// Who waits for the answer.
    pub by: Option<ActorId>,
    /// Time allowed.
    pub time: Option<Ticks>,
    /// What happens when it is over.
    pub timeout: Option<Timeout>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// Shown on the phone.
    pub phone: Option<Screen>,
    /// A list is shown (`Choose`); otherwise it is done in the place (`Do`).
    pub listed: bool,
}
