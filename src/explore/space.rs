//! The states of a drill and the ways between them: every turn of every state is taken, and what comes out is merged with
//! what was met before. Paths are never listed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answers::Answers;
use super::counted::{self, Counted};
use super::oracle::Told;
use super::sketch::{Ground, Met, Sketch, moment};
use super::store::{Blocks, States};
use crate::run::{Phase, Turn, turns};
use crate::scenario::{Loaded, NodeId, Scenario, VarId};

/// How much may be explored before it is left unfinished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// States.
    pub states: usize,
    /// Bytes, for the states and for what is computed from them.
    pub bytes: usize,
}

impl Default for Limits {
    /// Twenty million states in one and a half GiB.
    fn default() -> Self {
        Self { states: 20_000_000, bytes: 1536 << 20 }
    }
}

/// How far an exploration is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// States met.
    pub states: usize,
    /// States of which every turn was taken.
    pub done: usize,
}

/// A way from a state.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// The state it leads to.
    pub to: u32,
    label: u32,
}

/// Bits of a label that number what is counted; above them, how much is assumed.
const ANSWER_BITS: u32 = 24;

impl Edge {
    fn new(to: u32, answer: u32, assumptions: usize) -> Self {
        Self { to, label: answer | (assumptions.min(0xff) as u32) << ANSWER_BITS }
    }

    /// The number of what is counted on it.
    pub(super) fn answer(self) -> u32 {
        self.label & ((1 << ANSWER_BITS) - 1)
    }

    /// How much is supposed of the place, at most 255.
    pub(super) fn assumptions(self) -> u32 {
        self.label >> ANSWER_BITS
    }
}

/// A turn with all that was answered to it, and where it leads.
#[derive(Debug, Clone)]
pub struct Way {
    /// The turn.
    pub turn: Turn,
    /// The state it leads to.
    pub to: u32,
    /// Answers to what was asked of the place, in the order asked.
    pub answers: Vec<bool>,
    /// Variants drawn: each with the value's index.
    pub draws: Vec<(usize, usize)>,
    /// How many such ways its turn would have if each answer had one of its own.
    pub odds: f64,
    pub(super) told: Vec<Told>,
    pub(super) counted: Vec<u64>,
    /// The trigger that fires on it.
    pub(super) fired: Option<usize>,
}

/// A variable was held in its range.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clamp {
    pub node: usize,
    pub wanted: i64,
    /// The first way on which it happens.
    pub edge: u32,
}

/// Everything that was met.
#[derive(Debug)]
pub struct Space {
    pub(super) case: Arc<Loaded>,
    pub(super) ground: Ground,
    pub(super) found: Found,
}

/// What an exploration leaves behind.
#[derive(Debug)]
pub(super) struct Found {
    states: States,
    /// The first edge of each state, and at last the number of all.
    starts: Blocks<u32>,
    edges: Blocks<Edge>,
    pub answers: Answers,
    pub met: Met,
    /// Choices that made themselves, with the first way on which it happens.
    pub forced: BTreeMap<(NodeId, usize), u32>,
    pub clamped: BTreeMap<VarId, Clamp>,
    pub stopped_by: Option<&'static str>,
}

impl Space {
    /// Explores a drill. `progress` is told now and then how far it is.
    pub fn explore(case: &Arc<Loaded>, limits: &Limits, progress: &mut dyn FnMut(Progress)) -> Self {
        let ground = Ground::of(&case.scenario, &case.place);
        let found = Explorer::new(&case.scenario, &ground).run(limits, progress);
        Self { case: Arc::clone(case), ground, found }
    }

    /// Whether every reachable state was met.
    pub fn is_complete(&self) -> bool {
        self.found.stopped_by.is_none()
    }

    /// Different states met. They are numbered from 0, the brief, in the order of their distance from it.
    pub fn state_count(&self) -> usize {
        self.found.states.len()
    }

    /// Ways from state to state.
    pub fn edge_count(&self) -> usize {
        self.found.edges.len()
    }

    /// Where a state stands. Marks, ticks and answers that make no difference any more are not part of it.
    pub fn phase(&self, state: u32) -> Phase {
        self.moment(state).1
    }

    /// The node of a state (`nodes.len()` for the brief), and where it stands.
    pub(super) fn moment(&self, state: u32) -> (usize, Phase) {
        moment(&self.case.scenario, &self.ground.layout, self.found.states.get(state))
    }

    /// Whether a critical choice was made on every way to a state.
    pub fn has_critical(&self, state: u32) -> bool {
        self.ground.layout.critical.is_some_and(|f| f.get_packed(self.found.states.get(state)) == 1)
    }

    /// Everything that can happen in a state: the same turns taken once more, in the same order.
    pub fn ways(&self, state: u32) -> Vec<Way> {
        let (s, packed) = (&self.case.scenario, self.found.states.get(state));
        let mut sketch = Sketch::new(s, &self.ground);
        let mut after = vec![0; packed.len()];
        let (mut list, mut ways) = (Vec::new(), Vec::new());
        sketch.load(packed);
        turns(s, sketch.phase(), &mut list);
        for turn in list {
            sketch.oracle.restart();
            loop {
                sketch.load(packed);
                sketch.take(&turn);
                sketch.store(&mut after);
                let to = self.found.states.find(&after);
                if let (true, Some(to)) = (sketch.has_moved && !is_idle(state, to, &sketch.counted), to) {
                    ways.push(Way::of(turn.clone(), to, &sketch));
                }
                if !sketch.oracle.advance() {
                    break;
                }
            }
        }
        ways
    }

    /// The numbers of a state's edges.
    pub(super) fn edges_of(&self, state: u32) -> std::ops::Range<u32> {
        self.found.starts.get(state as usize)..self.found.starts.get(state as usize + 1)
    }

    pub(super) fn edge(&self, n: u32) -> Edge {
        self.found.edges.get(n as usize)
    }

    /// The state an edge comes from.
    pub(super) fn source(&self, edge: u32) -> u32 {
        let (mut low, mut high) = (0, self.state_count());
        // The last state whose first edge is not behind this one.
        while high - low > 1 {
            let middle = low.midpoint(high);
            if self.found.starts.get(middle) <= edge {
                low = middle;
            } else {
                high = middle;
            }
        }
        low as u32
    }
}

/// A way that changes and counts nothing is none.
fn is_idle(from: u32, to: Option<u32>, counted: &[u64]) -> bool {
    to == Some(from) && counted.is_empty()
}

impl Way {
    /// The choice that is made on it: its node's index and its own.
    pub fn choice(&self) -> Option<(usize, usize)> {
        self.counted.iter().find_map(|word| match counted::unpack(*word) {
            Counted::Choice { node, choice, .. } => Some((node.index(), choice)),
            Counted::Marks { .. } | Counted::Judged { .. } => None,
        })
    }

    fn of(turn: Turn, to: u32, sketch: &Sketch<'_>) -> Self {
        let told = sketch.oracle.told();
        let answers = told.iter().filter_map(|t| if let Told::Place { holds, .. } = t { Some(*holds) } else { None }).collect();
        let draws = told.iter().filter_map(|t| if let Told::Drawn(v, n) = t { Some((v.index(), *n)) } else { None }).collect();
        Self { turn, to, answers, draws, odds: sketch.oracle.odds(), told, counted: sketch.counted.clone(), fired: sketch.fired }
    }
}

/// Bytes a state needs while routes and scores are computed.
const ANALYSIS: usize = 40;
/// Answers that may be tried in one state.
const MOST_TRIES: usize = 1 << 20;
/// Progress is told once in so many states.
const TOLD_EVERY: usize = 1 << 14;

/// An exploration under way.
struct Explorer<'a> {
    s: &'a Scenario,
    sketch: Sketch<'a>,
    found: Found,
    from: Vec<u64>,
    after: Vec<u64>,
    turns: Vec<Turn>,
}

impl<'a> Explorer<'a> {
    fn new(s: &'a Scenario, ground: &'a Ground) -> Self {
        let words = ground.layout.words;
        let found = Found {
            states: States::new(words),
            starts: Blocks::new(16),
            edges: Blocks::new(16),
            answers: Answers::new(),
            met: Met::default(),
            forced: BTreeMap::new(),
            clamped: BTreeMap::new(),
            stopped_by: None,
        };
        Self { s, sketch: Sketch::new(s, ground), found, from: vec![0; words], after: vec![0; words], turns: Vec::new() }
    }

    fn run(mut self, limits: &Limits, progress: &mut dyn FnMut(Progress)) -> Found {
        self.sketch.begin_again();
        self.sketch.store(&mut self.after);
        self.found.states.insert(&self.after);
        let mut done = 0;
        while done < self.found.states.len() && self.found.stopped_by.is_none() {
            if done.is_multiple_of(TOLD_EVERY) {
                progress(Progress { states: self.found.states.len(), done });
            }
            self.expand(done as u32, limits);
            done += 1;
        }
        let edges = self.found.edges.len() as u32;
        for _ in done..=self.found.states.len() {
            self.found.starts.push(edges);
        }
        self.found.met = self.sketch.met;
        self.found
    }

    /// Takes every turn of a state, with every combination of answers.
    fn expand(&mut self, state: u32, limits: &Limits) {
        self.found.starts.push(self.found.edges.len() as u32);
        self.from.copy_from_slice(self.found.states.get(state));
        self.sketch.load(&self.from);
        turns(self.s, self.sketch.phase(), &mut self.turns);
        let (mut tries, mut may_fire) = (0, false);
        for turn in &self.turns {
            // Who waits at a place where a trigger may fire supposes that it does not.
            let waits = may_fire && matches!(turn, Turn::TimeOut | Turn::WaitOver);
            self.sketch.oracle.restart();
            loop {
                self.sketch.load(&self.from);
                self.sketch.take(turn);
                if self.sketch.has_moved {
                    may_fire |= *turn == Turn::Trigger;
                    self.sketch.store(&mut self.after);
                    self.found.note(state, &self.after, &mut self.sketch, usize::from(waits));
                }
                tries += 1;
                self.found.stopped_by = self.found.over(limits, tries);
                if self.found.stopped_by.is_some() {
                    return;
                }
                if !self.sketch.oracle.advance() {
                    break;
                }
            }
        }
    }
}

impl Found {
    /// Takes note of a way.
    fn note(&mut self, from: u32, after: &[u64], sketch: &mut Sketch<'_>, supposed: usize) {
        let to = self.states.insert(after);
        if is_idle(from, Some(to), &sketch.counted) {
            return;
        }
        let edge = self.edges.len() as u32;
        for forced in sketch.forced.drain(..) {
            self.forced.entry(forced).or_insert(edge);
        }
        for (var, node, wanted) in sketch.clamped.drain(..) {
            self.clamped.entry(var).or_insert(Clamp { node, wanted, edge });
        }
        let answer = self.answers.number(&sketch.counted);
        self.edges.push(Edge::new(to, answer, sketch.oracle.assumptions() + supposed));
    }

    /// The bound that is hit, if any.
    fn over(&self, limits: &Limits, tries: usize) -> Option<&'static str> {
        let most = limits.states.min(u32::MAX as usize / 2);
        let bytes = self.states.bytes_when_grown() + self.starts.bytes() + self.edges.bytes() + self.states.len() * ANALYSIS;
        if self.states.len() > most {
            Some("states")
        } else if bytes > limits.bytes || self.answers.len() >= 1 << ANSWER_BITS || self.edges.len() >= u32::MAX as usize {
            Some("memory")
        } else if tries >= MOST_TRIES {
            Some("questions")
        } else {
            None
        }
    }
}
