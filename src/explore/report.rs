//! What an exploration found, as plain data: names as in the file, percents, both languages. Nothing here refers to the
//! run or to the graph of states; programs read it as JSON, `tell` prints it for teachers, the map is marked from it.
//!
//! Fields are added freely and never renamed.

use serde::Serialize;

use crate::scenario::Text;

/// Everything that is known of a drill after exploring it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// The scenario's id.
    pub scenario: String,
    /// Different states met. A state is a moment at which something can happen: a decision, marks, a message, a wait, an end.
    pub states: u64,
    /// Ways from state to state that were stepped.
    pub transitions: u64,
    /// Whether every reachable state was met. If not, nothing is said about what can *not* happen.
    pub complete: bool,
    /// The bound that stopped it: `states`, `memory`, or `questions` (too many answers to try in one state).
    pub stopped_by: Option<&'static str>,
    /// Every ending, in file order.
    pub endings: Vec<Ending>,
    /// Nodes and choices that nobody can reach, in file order. Empty unless `complete`.
    pub unreachable: Vec<Unreachable>,
    /// Places from which no ending can be reached any more. Empty unless `complete`.
    pub dead_ends: Vec<DeadEnd>,
    /// Harm done on a route that still passes.
    pub unsafe_pass: Vec<UnsafePass>,
    /// Conditions that came out the same whenever they were asked. Empty unless `complete`.
    pub conditions: Vec<ConstantCondition>,
    /// Variables that were to leave their range and were held at its end.
    pub clamped: Vec<Clamped>,
    /// Decisions at which nothing could be chosen, so that the run went on by itself.
    pub forced: Vec<Forced>,
    /// A passing route without a single right answer.
    pub unearned_pass: Option<Witness>,
    /// Points that no route earns. Empty unless `complete`.
    pub lost_points: Vec<LostPoints>,
    /// How often kinds of players pass who have understood nothing. Empty unless `complete`.
    pub players: Vec<Player>,
    /// What was found wrong, each cause once, in both languages. Decides the exit code.
    pub findings: Vec<Finding>,
    /// Milliseconds it took; filled in by whoever has a clock. The only field that differs from run to run.
    pub millis: u64,
}

impl Report {
    /// Whether anything was found, an exploration that was cut short among it.
    pub fn has_findings(&self) -> bool {
        !self.findings.is_empty()
    }

    /// Whether a node is known to be unreachable.
    pub fn is_dead_node(&self, node: &str) -> bool {
        self.unreachable.iter().any(|u| u.node == node && u.choice.is_none())
    }

    /// Whether a choice is known to be unreachable, itself or with its node.
    pub fn is_dead_choice(&self, node: &str, choice: &str) -> bool {
        self.unreachable.iter().any(|u| u.node == node && u.choice.as_deref().is_none_or(|c| c == choice))
    }

    /// Whether a choice can be part of a passing route although it does harm.
    pub fn is_unsafe_choice(&self, node: &str, choice: &str) -> bool {
        self.unsafe_pass.iter().any(|u| u.node == node && u.choice == choice)
    }
}

/// How surely an ending passes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Passes {
    /// On every route to it.
    Always,
    /// On some.
    Sometimes,
    /// On none.
    #[default]
    Never,
}

/// One ending.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Ending {
    /// Its node.
    pub id: String,
    /// What students read.
    pub title: Text,
    /// Whether any route leads to it.
    pub reachable: bool,
    /// Whether a run that ends here passes.
    pub passes: Passes,
    /// Least percent with which one can end here.
    pub min_percent: Option<u32>,
    /// Greatest percent with which one can end here.
    pub max_percent: Option<u32>,
    /// The shortest route, with the fewest assumptions about hazards. Empty when there is none.
    #[serde(flatten)]
    pub witness: Witness,
    /// A route with the least percent.
    pub lowest: Option<Witness>,
    /// A route with the greatest percent.
    pub highest: Option<Witness>,
}

/// A route, as steps, as a plan file and as a story.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Witness {
    /// What the student does, in order.
    #[serde(rename = "witness")]
    pub steps: Vec<WitnessStep>,
    /// A seed that draws the variants the route needs; `None` when any seed does.
    pub seed: Option<u64>,
    /// What hazards and the student's body must be like, as in `visibility < 3`. Empty: the plan replays as it is.
    pub assumes: Vec<Assumption>,
    /// The ending's node; empty when the route ends in a dead end.
    pub ends: String,
    /// Percent with which it ends.
    pub percent: u32,
    /// Whether it passes.
    pub passed: bool,
    /// The text of a plan file that `drillroom run --plan` replays.
    pub plan: String,
    /// 如果学生先…再…，就会…
    pub story: Text,
}

/// One step of a route: what a plan says at a node.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WitnessStep {
    /// `pick`, `mark`, `judge`, `time_out`, or `wait` (until a trigger fires or a wait is over).
    pub does: &'static str,
    /// At this node.
    pub node: String,
    /// The choice picked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
    /// Parts marked, or messages called a scam.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<String>>,
}

/// Something the explorer had to suppose, because it is measured in the place.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Assumption {
    /// At this node.
    pub node: String,
    /// As an author would write it.
    pub condition: String,
    /// Whether it holds there.
    pub holds: bool,
}

/// A node, or a choice of a node that can itself be reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Unreachable {
    /// The node.
    pub node: String,
    /// The choice; `None` when it is the whole node.
    pub choice: Option<String>,
}

/// Nodes among which a run goes round or stands for ever.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeadEnd {
    /// In file order.
    pub nodes: Vec<String>,
    /// The shortest way in.
    #[serde(flatten)]
    pub witness: Witness,
}

/// What makes a pass unsafe.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Harm {
    /// A critical choice. The rules exclude it: the proof that they do.
    #[default]
    Critical,
    /// A choice that is not good, not critical either, and parts with money.
    Money,
}

/// Harm together with a passing route that contains it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UnsafePass {
    /// Where.
    pub node: String,
    /// The choice that does it.
    pub choice: String,
    /// What.
    pub harm: Harm,
    /// The route.
    #[serde(flatten)]
    pub witness: Witness,
}

/// A condition that is always, or never, true.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ConstantCondition {
    /// The node it stands in; empty for a trigger.
    pub node: String,
    /// `choice ID`, `case N` or `trigger N`, counted from 1.
    pub place: String,
    /// As an author would write it.
    pub condition: String,
    /// What it always is.
    pub always: bool,
}

/// A variable held at the end of its range.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Clamped {
    /// The variable.
    pub var: String,
    /// The node at which it happens.
    pub node: String,
    /// What it was to become.
    pub wanted: i64,
    /// Its range.
    pub range: (i32, i32),
    /// The shortest way there.
    #[serde(flatten)]
    pub witness: Witness,
}

/// A decision without a choice.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Forced {
    /// The decision.
    pub node: String,
    /// The choice that the run makes by itself.
    pub choice: String,
    /// The shortest way there.
    #[serde(flatten)]
    pub witness: Witness,
}

/// Points nobody can earn.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LostPoints {
    /// The competency; empty when it is the drill's whole.
    pub competency: String,
    /// The most a route earns.
    pub best: i32,
    /// The declared maximum.
    pub max: i32,
}

/// A kind of player who does not read.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Player {
    /// `random`, `first`, `longest` or `cautious`.
    pub kind: &'static str,
    /// Plays drawn; the draw is the same every time.
    pub plays: u32,
    /// How many of them pass.
    pub passed: u32,
    /// Share that passes, percent, rounded down.
    pub percent: u32,
    /// Median score, percent.
    pub median: u32,
}

/// What kind of thing is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Harm, and a pass.
    UnsafePass,
    /// A pass without a right answer.
    UnearnedPass,
    /// No ending can be reached.
    DeadEnd,
    /// A decision at which nothing can be chosen.
    Forced,
    /// Nodes or choices nobody can reach.
    Unreachable,
    /// Always or never true, and of no other consequence.
    ConstantCondition,
    /// A variable leaves its range.
    Clamped,
    /// Points no route earns.
    LostPoints,
    /// Who knows nothing passes.
    PassMark,
    /// A bound was hit.
    Incomplete,
}

/// One cause, with all that follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind.
    pub kind: FindingKind,
    /// The node it is about; empty when it is about the whole drill.
    pub node: String,
    /// What, in both languages.
    pub message: Text,
    /// The next step, in both languages.
    pub help: Text,
    /// The route that shows it, as a story, in both languages. Empty when there is none to show.
    pub story: Text,
}
