//! The run itself: phases, and how actions and time move it from one to the next.

mod decide;
mod stage;
mod step;
mod test_items;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use step::HAZARD_TICKS;

use super::body::{Body, Target};
use super::chance::Chance;
use super::classmates::Classmates;
use super::event::Event;
use super::rules;
use crate::crowd::Crowd;
use crate::hazard::{self, Clocks, Dose, Ground, Here, Leaf, Smoke};
use crate::physics::exposure::Impairment;
use crate::physics::quake::injury::Injury;
use crate::place::{DoorId, PropId, RoomId, Solid, Walk, solids};
use crate::scenario::{Choice, Decision, Grade, Loaded, NodeId, NodeKind, Scenario};

/// Where the run is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Phase {
    /// A pre-test question.
    Pre(usize),
    /// The brief, until `Next`.
    Brief,
    /// A line of a story node, until `Next`.
    Story { node: NodeId, line: usize },
    /// A decision, for so many ticks.
    Decide { node: NodeId, ticks: u32 },
    /// What came of a choice, until `Next`.
    Consequence { node: NodeId, choice: usize },
    /// Why, until `Next`.
    Why { node: NodeId, choice: usize },
    /// Marking a message.
    Signs { node: NodeId, ticks: u32, marks: BTreeSet<usize>, done: bool },
    /// Judging a message; `said` while the answer is explained.
    Judge { node: NodeId, item: usize, ticks: u32, said: Option<bool> },
    /// The world goes on.
    Wait { node: NodeId, ticks: u32 },
    /// An ending and the debrief, until `Next`.
    Ended(NodeId),
    /// A post-test question.
    Post(usize),
    /// Done.
    Over,
}

impl Phase {
    /// The step of the story that it belongs to.
    pub fn node(&self) -> Option<NodeId> {
        match self {
            Self::Story { node, .. }
            | Self::Decide { node, .. }
            | Self::Consequence { node, .. }
            | Self::Why { node, .. }
            | Self::Signs { node, .. }
            | Self::Judge { node, .. }
            | Self::Wait { node, .. }
            | Self::Ended(node) => Some(*node),
            Self::Pre(_) | Self::Brief | Self::Post(_) | Self::Over => None,
        }
    }

    /// Whether the student acts: only then do physics, the crowd and doses go on. Nobody is harmed by reading slowly.
    pub fn is_acting(&self) -> bool {
        matches!(self, Self::Decide { .. } | Self::Wait { .. })
    }
}

/// What has been counted so far: the score is computed from it alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    /// Choices made, in order.
    pub choices: Vec<ChoiceMade>,
    /// Marks and judgements, in order.
    pub messages: Vec<MessageJudged>,
    /// Right answers of the pre-test, per item answered.
    pub pre: Vec<(usize, bool)>,
    /// Right answers of the post-test.
    pub post: Vec<(usize, bool)>,
    /// The ending.
    pub ending: Option<NodeId>,
    /// Left before an ending.
    pub left: bool,
    /// Doses at the end.
    pub dose: Dose,
    /// Least visibility walked through, m.
    pub least_visibility: f64,
    /// Ticks in air with a visibility below 3 m, heat above 60 ℃ or shaking above 5 degrees while upright.
    pub danger_ticks: u32,
    /// Ticks of play.
    pub play_ticks: u32,
    /// All ticks.
    pub ticks: u32,
}

/// A choice as it is counted.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ChoiceMade {
    pub node: NodeId,
    pub choice: usize,
    pub first_try: bool,
    pub timed_out: bool,
    pub ticks: u32,
    pub at_tick: u32,
}

/// Messages as they are counted: a marked message, or one judged.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MessageJudged {
    pub node: NodeId,
    /// Judged item; `None` for a marked message.
    pub item: Option<usize>,
    pub first_try: bool,
    pub hits: u32,
    pub misses: u32,
    pub false_alarms: u32,
    pub correct_rejections: u32,
    pub ticks: u32,
    pub at_tick: u32,
}

/// Which value of each variant a seed draws.
pub fn drawn_by(s: &Scenario, seed: u64) -> Vec<usize> {
    let mut chance = Chance::new(seed);
    s.variants.iter().map(|v| chance.below(v.values.len())).collect()
}

/// One attempt.
#[derive(Debug, Clone)]
pub struct Run {
    pub(super) case: Arc<Loaded>,
    pub(super) seed: u64,
    pub(super) tick: u32,
    pub(super) phase: Phase,
    pub(super) body: Body,
    pub(super) solids: Arc<Vec<Solid>>,
    pub(super) vars: Vec<i32>,
    pub(super) variants: Vec<usize>,
    pub(super) chosen: BTreeSet<(NodeId, usize)>,
    pub(super) seen: BTreeSet<NodeId>,
    pub(super) answered: BTreeSet<NodeId>,
    pub(super) open: BTreeSet<DoorId>,
    pub(super) locked: BTreeSet<DoorId>,
    /// Shut doors with wet cloth in their gaps.
    pub(super) sealed: BTreeSet<DoorId>,
    pub(super) hidden: BTreeSet<PropId>,
    pub(super) clocks: Clocks,
    /// The air of the place, when something in the scenario burns by physics. Boxed: it is large, and most drills have none.
    pub(super) smoke: Option<Box<Smoke>>,
    /// The ground, when something in the scenario shakes by physics.
    pub(super) ground: Option<Box<Ground>>,
    /// What has come down, by physics or by a cue.
    pub(super) fallen: BTreeSet<PropId>,
    /// The worst that has hit the student.
    pub(super) hurt: Injury,
    /// The others in the building, when the scenario has a crowd. Boxed for the same reason.
    pub(super) crowd: Option<Box<Classmates>>,
    pub(super) here: Here,
    pub(super) dose: Dose,
    pub(super) fired: BTreeSet<usize>,
    pub(super) objective: Option<NodeId>,
    /// Choices whose deed was already so when the decision was offered: they must first cease to be.
    pub(super) stale: BTreeSet<usize>,
    /// Ticks the use key has been down on a target, and ticks of keeping still.
    pub(super) held: u32,
    pub(super) still: u32,
    /// Choices that made themselves since time last passed.
    pub(super) forced: u32,
    pub(super) tally: Tally,
    pub(super) events: Vec<Event>,
}

impl Run {
    /// Begins an attempt. The seed draws the variants.
    pub fn new(case: Arc<Loaded>, seed: u64) -> Self {
        let s = &case.scenario;
        let variants = drawn_by(s, seed);
        let place = &case.place;
        let anchor = &place.anchors[s.at.index()];
        let open = (0..place.doors.len()).filter(|n| place.doors[*n].open).map(|n| DoorId(n as u16)).collect();
        let hidden = (0..place.props.len()).filter(|n| place.props[*n].hidden).map(|n| PropId(n as u16)).collect();
        let mut run = Self {
            seed,
            tick: 0,
            phase: if s.pretest.is_empty() { Phase::Brief } else { Phase::Pre(0) },
            body: Body::at(anchor.at, anchor.face),
            solids: Arc::new(solids(place)),
            vars: s.vars.iter().map(|v| v.start).collect(),
            variants,
            chosen: BTreeSet::new(),
            seen: BTreeSet::new(),
            answered: BTreeSet::new(),
            open,
            locked: BTreeSet::new(),
            sealed: BTreeSet::new(),
            hidden,
            smoke: Smoke::of(place, &s.hazards).map(Box::new),
            ground: Ground::of(place, &s.hazards, &s.cued_props(), seed).map(Box::new),
            fallen: BTreeSet::new(),
            hurt: Injury::None,
            crowd: Classmates::of(s, place, seed).map(Box::new),
            clocks: Clocks { began: vec![None; s.hazards.len()], over: vec![false; s.hazards.len()] },
            here: Here::default(),
            dose: Dose::default(),
            fired: BTreeSet::new(),
            objective: None,
            stale: BTreeSet::new(),
            held: 0,
            still: 0,
            forced: 0,
            tally: Tally { least_visibility: crate::hazard::FAR, ..Tally::default() },
            events: Vec::new(),
            case,
        };
        run.sense();
        run
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.case.scenario
    }
    /// Scenario, place and their bytes.
    pub fn case(&self) -> &Arc<Loaded> {
        &self.case
    }
    /// Where the run is.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }
    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }
    /// Ticks since the beginning.
    pub fn now(&self) -> u32 {
        self.tick
    }
    /// The student's body.
    pub fn body(&self) -> &Body {
        &self.body
    }
    /// What is met where the head is.
    pub fn here(&self) -> &Here {
        &self.here
    }
    /// Doses so far.
    pub fn dose(&self) -> Dose {
        self.dose
    }
    /// What has been counted.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }
    /// When each hazard began.
    pub fn clocks(&self) -> &Clocks {
        &self.clocks
    }
    /// The air of the place, when something burns by physics.
    pub fn smoke(&self) -> Option<&Smoke> {
        self.smoke.as_deref()
    }
    /// The others in the building, when the scenario has a crowd: their looks, their beds, the building as they know it.
    pub fn classmates(&self) -> Option<&Classmates> {
        self.crowd.as_deref()
    }
    /// The people among them: where each is, was a step ago, looks, and what they do.
    pub fn crowd(&self) -> Option<&Crowd> {
        self.classmates().map(Classmates::crowd)
    }
    /// What a head is in, `head` metres above the floor of a room.
    pub fn here_in(&self, room: Option<RoomId>, head: f64) -> Here {
        let told = hazard::here(&self.scenario().hazards, &self.clocks, self.tick, room, head);
        let mut met = self.smoke.as_ref().map_or(told, |smoke| told.worse(smoke.here(room, head)));
        met.shaking = self.ground.as_ref().map_or(met.shaking, |ground| met.shaking.max(ground.shaking()));
        let height = room.map_or(met.layer, |r| self.case.place.rooms[r.index()].height);
        Here { layer: met.layer.min(height), ..met }
    }
    /// The ground and what stands on it, when something shakes by physics.
    pub fn ground(&self) -> Option<&Ground> {
        self.ground.as_deref()
    }
    /// The worst that has hit the student.
    pub fn hurt(&self) -> Injury {
        self.hurt
    }
    /// What has come down, by physics or by a cue.
    pub fn fallen(&self) -> &BTreeSet<PropId> {
        &self.fallen
    }
    /// Every fire that burns now: where, and the height of its flames, m.
    pub fn fires(&self) -> Vec<([f64; 3], f64)> {
        let hazards = &self.scenario().hazards;
        let mut fires = hazard::fires(hazards, &self.clocks, self.tick);
        fires.extend(self.smoke.iter().flat_map(|s| s.flames(hazards)));
        fires
    }
    /// What doses and the air at the head leave of the student: speed, sight, cough; whether they have been overcome.
    pub fn impairment(&self) -> Impairment {
        hazard::impaired(self.dose, &self.here)
    }
    /// Shut doors with wet cloth in their gaps.
    pub fn sealed_doors(&self) -> &BTreeSet<DoorId> {
        &self.sealed
    }
    /// How a door's leaf stands.
    pub(super) fn leaf(&self, door: DoorId) -> Leaf {
        if self.open.contains(&door) {
            Leaf::Open
        } else if self.sealed.contains(&door) {
            Leaf::Sealed
        } else {
            Leaf::Shut
        }
    }
    /// Doors that stand open.
    pub fn open_doors(&self) -> &BTreeSet<DoorId> {
        &self.open
    }
    /// Props that are not there.
    pub fn hidden_props(&self) -> &BTreeSet<PropId> {
        &self.hidden
    }
    /// Value of a variable.
    pub fn value(&self, var: usize) -> i32 {
        self.vars[var]
    }
    /// Which value each variant drew.
    pub fn drawn(&self) -> &[usize] {
        &self.variants
    }
    /// The node whose objective holds.
    pub fn objective(&self) -> Option<NodeId> {
        self.objective
    }
    /// Boxes that stop a walk.
    pub fn walk(&self) -> Walk<'_> {
        Walk { place: &self.case.place, solids: &self.solids, open: &self.open, hidden: &self.hidden }
    }
    /// Ticks the use key has been held on what is in front.
    pub fn held(&self) -> u32 {
        self.held
    }

    /// What happened since the last call.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// The decision that is open.
    pub fn decision(&self) -> Option<(NodeId, &Decision)> {
        match self.phase {
            Phase::Decide { node, .. } => match &self.scenario().node(node).kind {
                NodeKind::Decide(d) => Some((node, d)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Choices that can be made now: condition holds, not yet tried and explained, not one that only time makes.
    pub fn offered(&self) -> Vec<(usize, &Choice)> {
        let Some((node, d)) = self.decision() else { return Vec::new() };
        d.choices.iter().enumerate().filter(|(n, c)| self.can_choose(node, *n, c)).collect()
    }

    /// Choices of the open decision that were tried and explained, to be shown greyed.
    pub fn tried(&self) -> Vec<usize> {
        let Some((node, d)) = self.decision() else { return Vec::new() };
        (0..d.choices.len()).filter(|n| d.choices[*n].redo && self.chosen.contains(&(node, *n))).collect()
    }

    pub(super) fn can_choose(&self, node: NodeId, n: usize, c: &Choice) -> bool {
        rules::can_choose(self, node, n, c)
    }

    /// What is in front and can be used: what the open decision speaks of before any other door.
    pub fn target(&self) -> Option<Target> {
        let wanted = self.usable();
        let walk = self.walk();
        self.body.target(&walk, |t| wanted.contains(&t)).or_else(|| self.body.target(&walk, |t| matches!(t, Target::Door(_))))
    }

    /// Seconds left of a running timer and its length.
    pub fn time_left(&self) -> Option<(u32, u32)> {
        let (node, ticks) = match &self.phase {
            Phase::Decide { node, ticks } | Phase::Signs { node, ticks, done: false, .. } => (*node, *ticks),
            _ => return None,
        };
        let time = match &self.scenario().node(node).kind {
            NodeKind::Decide(d) => d.time?,
            NodeKind::Signs(s) => s.time?,
            _ => return None,
        };
        Some((time.0.saturating_sub(ticks), time.0))
    }

    /// Whether the play has begun and not ended.
    pub fn is_playing(&self) -> bool {
        !matches!(self.phase, Phase::Pre(_) | Phase::Brief | Phase::Ended(_) | Phase::Post(_) | Phase::Over)
    }

    /// Whether critical choices have been made.
    pub fn has_critical(&self) -> bool {
        self.tally.choices.iter().any(|c| match &self.scenario().node(c.node).kind {
            NodeKind::Decide(d) => d.choices[c.choice].grade == Grade::Critical,
            _ => false,
        })
    }

    /// Lets the run have counted just this, for whoever asks the score what an answer is worth.
    pub(crate) fn recount(&mut self, tally: Tally) {
        self.tally = tally;
    }

    pub(super) fn emit(&mut self, event: Event) {
        self.events.push(event);
    }
}
