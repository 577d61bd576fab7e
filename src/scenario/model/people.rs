//! The people of a scenario: who they are, and what their bodies and faces can be told to do. What moves them is a cue, in
//! `scene`.

use super::{ActorId, AnchorId, Text};

/// Someone who speaks or stands there.
#[derive(Debug, Clone, Default)]
pub struct Actor {
    /// The name in the file.
    pub id: String,
    /// The name people see.
    pub name: Text,
    /// Figure and dress.
    pub look: String,
    /// Where they are at the start; `None` = only heard, or on the phone.
    pub at: Option<AnchorId>,
    /// Degrees, if not as the anchor says.
    pub face: Option<f64>,
    /// What they do at the start.
    pub act: Act,
    /// How they feel.
    pub mood: Mood,
}

/// What a person's body does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Act {
    #[default]
    Stand,
    Talk,
    Listen,
    Walk,
    Run,
    Crouch,
    Crawl,
    Cower,
    UnderDesk,
    Sit,
    SitTalk,
    LieDown,
    Collapse,
    Recovery,
    Wave,
    Cough,
    Phone,
    Point,
    Help,
    HoldOut,
    Refuse,
    CoverHead,
    Stagger,
}

/// How a person's face looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Mood {
    #[default]
    Calm,
    Worried,
    Afraid,
    Kind,
    Stern,
    Sick,
    Asleep,
}

/// What a person looks at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Gaze {
    /// The student.
    Me,
    /// Someone else.
    Actor(ActorId),
    /// A spot.
    Anchor(AnchorId),
}
