//! A scenario after checking: typed ids, ticks, integer points. Built by `read`, and only there.

use std::collections::BTreeMap;

use super::condition::Condition;
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

/// The light a scene is seen in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Light {
    #[default]
    Day,
    Dusk,
    Night,
    PowerCut,
}

/// Something the scenario measures and gives points for.
#[derive(Debug, Clone, Default)]
pub struct Competency {
    /// Its name in the file.
    pub id: String,
    /// What people call it.
    pub name: Text,
    /// The most points any route can earn.
    pub max: i32,
    /// Where it is written.
    pub span: Span,
}

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

/// How a variable is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum VarKind {
    #[default]
    Flag,
    Count,
    Money,
}

/// A variable and its range.
#[derive(Debug, Clone, Default)]
pub struct Var {
    /// Its name.
    pub id: String,
    /// How it is shown.
    pub kind: VarKind,
    /// At the start.
    pub start: i32,
    /// Least.
    pub min: i32,
    /// Greatest.
    pub max: i32,
    /// Where it is written.
    pub span: Span,
}

/// A draw made once a run, each value equally likely.
#[derive(Debug, Clone, Default)]
pub struct Variant {
    /// Its name.
    pub id: String,
    /// What can be drawn.
    pub values: Vec<String>,
    /// Where it is written.
    pub span: Span,
}

/// A law, a standard or a release that feedback cites.
#[derive(Debug, Clone, Default)]
pub struct SourceText {
    /// Its name in the file.
    pub id: String,
    /// How it is cited.
    pub name: Text,
    /// Where it is written.
    pub span: Span,
}

/// A test question with one right answer.
#[derive(Debug, Clone, Default)]
pub struct QuizItem {
    /// Its name.
    pub id: String,
    /// What it tests.
    pub tests: CompId,
    /// The question.
    pub ask: Text,
    /// The answers.
    pub options: Vec<Text>,
    /// Index of the right one, from 0.
    pub right: usize,
    /// Why.
    pub why: Text,
    /// Sources.
    pub cites: Vec<SourceId>,
}

/// Something that happens in the scene.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it; the guide says more")]
pub enum Cue {
    Play(String),
    Stop(String),
    Move { who: ActorId, to: AnchorId, run: bool },
    Put { who: ActorId, to: AnchorId },
    Vanish(ActorId),
    Act(ActorId, Act),
    Mood(ActorId, Mood),
    Face(ActorId, Gaze),
    Open(DoorId),
    Close(DoorId),
    Lock(DoorId),
    Show(PropId),
    Hide(PropId),
    Fall(PropId),
    Light(Light),
    Sense { blur: f64, slow: f64, sway: f64 },
    Notice(Text),
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

/// Changes of variables.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effects {
    /// Becomes.
    pub set: Vec<(VarId, i32)>,
    /// Grows by.
    pub add: Vec<(VarId, i32)>,
}

/// Who is at the other end of a phone.
#[derive(Debug, Clone, PartialEq)]
pub enum From {
    /// Someone of the cast.
    Actor(ActorId),
    /// A number or a name as displayed.
    Shown(Text),
}

impl Default for From {
    fn default() -> Self {
        Self::Shown(Text::default())
    }
}

/// Who speaks a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The node's own speaker.
    Own,
    /// The student.
    Me,
    /// Someone else of the cast.
    Actor(ActorId),
}

/// A line of a story node.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who.
    pub by: Speaker,
    /// What.
    pub text: Text,
}

/// How a story node reaches the student.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Channel {
    Narration,
    Speech(ActorId),
    Call(From),
    Sms(From),
    Chat(From),
    Page(Text),
}

/// What the phone shows while a decision is made on it.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Screen {
    Call(From),
    Sms(From),
    Chat(From),
    Page(Text),
    Transfer { to: Text, amount: i32, memo: Text },
}

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

/// Part of a message that is or is not a warning sign.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SignPart {
    pub id: String,
    pub text: Text,
    pub sign: bool,
    pub why: Text,
}

/// Mark what is suspicious.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Signs {
    pub channel: Channel,
    pub ask: Text,
    pub parts: Vec<SignPart>,
    pub points: BTreeMap<CompId, i32>,
    pub time: Option<Ticks>,
    pub go: NodeId,
}

/// A message to judge.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct JudgeItem {
    pub id: String,
    pub from: Text,
    pub text: Text,
    pub scam: bool,
    pub why: Text,
    pub cites: Vec<SourceId>,
}

/// Real or scam, one message after the other.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Judge {
    pub ask: Text,
    pub items: Vec<JudgeItem>,
    /// Per item judged right.
    pub points: BTreeMap<CompId, i32>,
    pub go: NodeId,
}

/// What a node is.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum NodeKind {
    Story {
        channel: Channel,
        lines: Vec<Line>,
        go: NodeId,
    },
    Decide(Decision),
    Signs(Signs),
    Judge(Judge),
    Branch {
        cases: Vec<(Condition, NodeId)>,
        go: NodeId,
    },
    Wait {
        time: Ticks,
        go: NodeId,
    },
    End {
        title: Text,
        text: Text,
        pass: bool,
    },
    /// Could not be read; only while checking.
    #[default]
    Broken,
}

/// A step of the story.
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// Its name.
    pub id: String,
    /// The student is put here first.
    pub at: Option<AnchorId>,
    /// In the scene, on entry.
    pub cues: Vec<Cue>,
    /// New objective.
    pub objective: Option<Text>,
    /// Variables, on entry.
    pub effects: Effects,
    /// What it is.
    pub kind: NodeKind,
    /// Where its name is written.
    pub span: Span,
}

/// A key of a smoke timeline: at `s` seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct SmokeKey {
    /// Seconds since it began.
    pub s: f64,
    /// Height of the layer's lower edge above the floor, m.
    pub layer: f64,
    /// Extinction coefficient in the layer, 1/m.
    pub k: f64,
    /// Carbon monoxide in the layer, ppm.
    pub co: f64,
    /// Temperature of the layer, ℃.
    pub temp: f64,
}

/// A scripted hazard.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum HazardKind {
    Smoke { room: RoomId, keys: Vec<SmokeKey> },
    Fire { at: [f64; 3], keys: Vec<(f64, f64)> },
    Shake { keys: Vec<(f64, f64)> },
}

/// A hazard and when it runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Hazard {
    /// What.
    pub kind: HazardKind,
    /// Begins when this node is first entered; `None` = with the play.
    pub from: Option<NodeId>,
    /// Ends when this node is first entered.
    pub until: Option<NodeId>,
}

/// Jumps when a condition comes true.
#[derive(Debug, Clone)]
pub struct Trigger {
    /// When.
    pub when: Condition,
    /// Where to.
    pub go: NodeId,
    /// Where it is written.
    pub span: Span,
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
    pub triggers: Vec<Trigger>,
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

    /// The scenario's maximum, the same for every route.
    pub fn max_points(&self) -> i32 {
        self.competencies.iter().map(|c| c.max).sum()
    }
}

impl Node {
    /// Every node this one can lead to, in the order written.
    pub fn leads_to(&self) -> Vec<NodeId> {
        match &self.kind {
            NodeKind::Story { go, .. } | NodeKind::Wait { go, .. } => vec![*go],
            NodeKind::Signs(s) => vec![s.go],
            NodeKind::Judge(j) => vec![j.go],
            NodeKind::Branch { cases, go } => cases.iter().map(|(_, g)| *g).chain([*go]).collect(),
            NodeKind::Decide(d) => {
                let timeout = match d.timeout {
                    Some(Timeout::Node(n)) => Some(n),
                    _ => None,
                };
                d.choices.iter().filter(|c| !c.redo).filter_map(|c| c.go).chain(timeout).collect()
            }
            NodeKind::End { .. } | NodeKind::Broken => Vec::new(),
        }
    }
}
