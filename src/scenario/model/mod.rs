//! A scenario after checking: typed ids, ticks, integer points. Built by `read`, and only there.
//!
//! Here are the ids, game time and the scenario as a whole; its parts are in a file for each topic.

mod burning;
mod crowd;
mod decision;
mod lists;
mod message;
mod node;
mod people;
mod scene;
mod shaking;

pub use burning::{GROWTHS, Growth, ITEMS, Item};
pub use crowd::{CrowdGroup, CrowdSpec, MOST_PEOPLE};
pub use decision::{Choice, Decision, Deed, Grade, Timeout};
pub use lists::{Competency, QuizItem, SourceText, Var, VarKind, Variant};
pub use message::{Channel, From, Judge, JudgeItem, Line, Screen, SignPart, Signs, Speaker};
pub use node::{Node, NodeKind, Trigger};
pub use people::{Act, Actor, Gaze, Mood};
pub use scene::{Cue, Effects, HOT, Hazard, HazardKind, Light, SmokeKey};
pub use shaking::{Quake, SITES, Size};

use std::collections::BTreeSet;

use crate::diag::Span;
use crate::place::index;
pub use crate::place::{AnchorId, DoorId, PropId, RoomId, Text};

/// Ticks a second.
pub const TICKS_PER_SECOND: u32 = 60;

/// A stretch of game time; one tick is 1/60 s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
pub struct Ticks(pub u32);

impl Ticks {
    /// From seconds, to the nearest tick.
    pub fn from_secs(s: f64) -> Self {
        Self(libm::round(s * f64::from(TICKS_PER_SECOND)).clamp(0.0, 4e9) as u32)
    }

    /// In seconds.
    pub fn secs(self) -> f64 {
        f64::from(self.0) / f64::from(TICKS_PER_SECOND)
    }
}

index! {
    /// One of a scenario's nodes.
    NodeId,
    /// One of a scenario's competencies.
    CompId,
    /// One of a scenario's people.
    ActorId,
    /// One of a scenario's variables.
    VarId,
    /// One of a scenario's seeded variants.
    VariantId,
    /// One of a scenario's sources.
    SourceId,
}

/// What a drill is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Theme {
    Drug,
    #[default]
    Fire,
    Earthquake,
    Fraud,
    Other(String),
}

impl Theme {
    /// The word in files and exports.
    pub fn word(&self) -> &str {
        match self {
            Self::Drug => "Drug",
            Self::Fire => "Fire",
            Self::Earthquake => "Earthquake",
            Self::Fraud => "Fraud",
            Self::Other(w) => w,
        }
    }
}

/// A whole scenario.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it; the guide says more")]
pub struct Scenario {
    pub id: String,
    pub version: u32,
    pub theme: Theme,
    pub minutes: u32,
    pub pass: u32,
    pub attempts: u32,
    pub retest_days: u32,
    pub place: String,
    pub at: AnchorId,
    pub light: Light,
    /// What clocks show when the drill begins, minutes after midnight.
    pub clock: u32,
    pub title: Text,
    pub summary: Text,
    pub note: Text,
    pub brief: Text,
    pub objectives: Vec<Text>,
    pub help: Vec<String>,
    pub competencies: Vec<Competency>,
    pub cast: Vec<Actor>,
    pub vars: Vec<Var>,
    pub variants: Vec<Variant>,
    pub sources: Vec<SourceText>,
    pub pretest: Vec<QuizItem>,
    pub posttest: Vec<QuizItem>,
    pub hazards: Vec<Hazard>,
    pub crowd: Option<CrowdSpec>,
    pub triggers: Vec<Trigger>,
    /// Where the story goes when smoke or heat overcomes the student; `None` = the run is left. Its trigger is the last one.
    pub collapse: Option<NodeId>,
    pub nodes: Vec<Node>,
    pub start: NodeId,
    pub pass_span: Span,
    pub at_span: Span,
}

impl Scenario {
    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// Every cue, in the order written.
    pub fn cues(&self) -> impl Iterator<Item = &Cue> {
        self.nodes.iter().flat_map(|node| {
            let choices: &[Choice] = if let NodeKind::Decide(d) = &node.kind { &d.choices } else { &[] };
            node.cues.iter().chain(choices.iter().flat_map(|c| &c.cues))
        })
    }

    /// Things that cues show, hide or bring down.
    pub fn cued_props(&self) -> BTreeSet<PropId> {
        self.cues().filter_map(|cue| if let Cue::Show(p) | Cue::Hide(p) | Cue::Fall(p) = cue { Some(*p) } else { None }).collect()
    }

    /// The scenario's maximum, the same for every route.
    pub fn max_points(&self) -> i32 {
        self.competencies.iter().map(|c| c.max).sum()
    }
}
