//! A run reduced to what its story can still depend on: a few words, stepped by the very rules of the engine.
//!
//! What the place would answer (hazards, posture, where the student stands) and what a seed would draw is asked of the
//! oracle, as far as bounds and earlier answers leave it open.

use std::cell::Cell;

use super::bits::Field;
use super::counted;
use super::hazards::Hazards;
use super::layout::{Layout, PLAIN_MOMENTS};
use super::oracle::{Oracle, Told};
use super::senses::Senses;
use super::story_graph::StoryGraph;
use crate::place::{Place, RoomId};
use crate::run::{Asked, ChoiceMade, Event, MessageJudged, Phase, Question, Stage, Turn, settle, take_turn};
use crate::scenario::{Compare, Cue, Decision, Facts, Grade, Happening, Measure, Node, NodeId, NodeKind, Scenario, VarId, VariantId};

/// All that a sketch is made by.
#[derive(Debug)]
pub(super) struct Ground {
    pub layout: Layout,
    pub graph: StoryGraph,
    pub hazards: Hazards,
    /// The room of each anchor.
    rooms: Vec<Option<RoomId>>,
}

impl Ground {
    pub(super) fn of(s: &Scenario, place: &Place) -> Self {
        let graph = StoryGraph::of(s);
        let hazards = Hazards::of(s, place);
        let layout = Layout::of(s, &graph, &hazards);
        let rooms = place.anchors.iter().map(|a| place.room_at(a.at)).collect();
        Self { layout, graph, hazards, rooms }
    }
}

/// Choices that may make themselves while no time passes, before the run is ended: as in play.
const MOST_FORCED: u32 = 100;

/// What was met over all turns.
#[derive(Debug, Default)]
pub(super) struct Met {
    /// By node: it was entered.
    pub nodes: Vec<bool>,
    /// By choice, over all nodes: bit 0, its condition was false; bit 1, it was true.
    pub choices: Vec<Cell<u8>>,
    /// By case, over all branches.
    pub cases: Vec<Cell<u8>>,
    /// By trigger.
    pub triggers: Vec<Cell<u8>>,
}

/// A run in words.
#[derive(Debug)]
pub(super) struct Sketch<'a> {
    s: &'a Scenario,
    ground: &'a Ground,
    words: Vec<Cell<u64>>,
    phase: Phase,
    /// The node last entered; `nodes.len()` before the first.
    at: usize,
    senses: Senses,
    forced_in_a_row: u32,
    /// Answers to what is open.
    pub oracle: Oracle,
    /// Whether the turn did anything.
    pub has_moved: bool,
    /// What the turn counted.
    pub counted: Vec<u64>,
    /// The trigger that fired.
    pub fired: Option<usize>,
    /// Choices that made themselves.
    pub forced: Vec<(NodeId, usize)>,
    /// Variables held in their range, at which node, and what they were to become.
    pub clamped: Vec<(VarId, usize, i64)>,
    /// What was met so far.
    pub met: Met,
}

impl<'a> Sketch<'a> {
    pub(super) fn new(s: &'a Scenario, ground: &'a Ground) -> Self {
        let layout = &ground.layout;
        let none = |count: usize| vec![Cell::new(0); count];
        let last = |list: &[usize]| list.last().copied().unwrap_or(0);
        Self {
            s,
            ground,
            words: vec![Cell::new(0); layout.words],
            phase: Phase::Brief,
            at: s.nodes.len(),
            senses: Senses::default(),
            forced_in_a_row: 0,
            oracle: Oracle::default(),
            has_moved: false,
            counted: Vec::new(),
            fired: None,
            forced: Vec::new(),
            clamped: Vec::new(),
            met: Met {
                nodes: vec![false; s.nodes.len()],
                choices: none(last(&layout.choices_from)),
                cases: none(last(&layout.cases_from)),
                triggers: none(s.triggers.len()),
            },
        }
    }

    /// Puts the story back to the brief.
    pub(super) fn begin_again(&mut self) {
        self.words.iter().for_each(|w| w.set(0));
        for (var, field) in self.s.vars.iter().zip(&self.ground.layout.vars) {
            if let Some(field) = field {
                field.set(&self.words, u64::from(var.start.abs_diff(var.min)));
            }
        }
        self.phase = Phase::Brief;
        self.at = self.s.nodes.len();
        self.clear();
    }

    fn clear(&mut self) {
        self.senses.forget();
        self.forced_in_a_row = 0;
        self.has_moved = false;
        self.counted.clear();
        self.fired = None;
        self.forced.clear();
        self.clamped.clear();
    }

    /// Takes up a state.
    pub(super) fn load(&mut self, state: &[u64]) {
        for (word, packed) in self.words.iter().zip(state) {
            word.set(*packed);
        }
        (self.at, self.phase) = moment(self.s, &self.ground.layout, state);
        self.clear();
    }

    /// Writes the state down, without what can make no difference any more.
    pub(super) fn store(&self, state: &mut [u64]) {
        let layout = &self.ground.layout;
        layout.position.set(&self.words, self.at as u64 * layout.moments + self.moment_number());
        for ((packed, word), mask) in state.iter_mut().zip(&self.words).zip(layout.live(self.at)) {
            *packed = word.get() & mask;
        }
    }

    /// Which moment of its node this is.
    fn moment_number(&self) -> u64 {
        match self.phase {
            Phase::Signs { done: true, .. } => DONE,
            Phase::Over => LOST,
            Phase::Story { .. } => STORY,
            Phase::Judge { item, .. } => PLAIN_MOMENTS + item as u64,
            Phase::Consequence { choice, .. } => PLAIN_MOMENTS + 2 * choice as u64,
            Phase::Why { choice, .. } => PLAIN_MOMENTS + 2 * choice as u64 + 1,
            _ => OPEN,
        }
    }

    /// Where the story stands.
    pub(super) fn phase(&self) -> &Phase {
        &self.phase
    }

    /// Takes a turn, and reads on to the next moment at which something can happen.
    pub(super) fn take(&mut self, turn: &Turn) {
        let s = self.s;
        take_turn(s, self, turn);
        if self.has_moved {
            settle(s, self);
        }
    }

    fn ask_place(&self, question: Question, known: Option<bool>) -> bool {
        let holds = known.unwrap_or_else(|| self.oracle.draw(2) == 0);
        self.oracle.note(Told::Place { question, holds, open: known.is_none() });
        holds
    }

    /// The field that keeps how high a dose is known to be.
    fn level(&self, measure: Measure) -> Option<Field> {
        match measure {
            Measure::Dose => self.ground.layout.toxic,
            Measure::Heat => self.ground.layout.heat,
            Measure::Hurt => self.ground.layout.hurt,
            _ => None,
        }
    }
}

/// Moments of a node that are no item of it: something is open, marks are handed in, the run was given up, a story that
/// goes on for long.
const OPEN: u64 = 0;
const DONE: u64 = 1;
const LOST: u64 = 2;
const STORY: u64 = 3;

/// The node of a state (`nodes.len()` for the brief), and where the story stands.
pub(super) fn moment(s: &Scenario, layout: &Layout, state: &[u64]) -> (usize, Phase) {
    let position = layout.position.get_packed(state);
    let (at, number) = ((position / layout.moments) as usize, position % layout.moments);
    let Some(kind) = s.nodes.get(at).map(|n| &n.kind) else { return (at, Phase::Brief) };
    let node = NodeId(at as u16);
    let item = number.saturating_sub(PLAIN_MOMENTS) as usize;
    let is_item = number >= PLAIN_MOMENTS;
    let phase = match (kind, number) {
        (_, LOST) => Phase::Over,
        (_, STORY) => Phase::Story { node, line: 0 },
        (NodeKind::Decide(_), _) if is_item && item.is_multiple_of(2) => Phase::Consequence { node, choice: item / 2 },
        (NodeKind::Decide(_), _) if is_item => Phase::Why { node, choice: item / 2 },
        (NodeKind::Decide(_), _) => Phase::Decide { node, ticks: 0 },
        (NodeKind::Signs(_), _) => Phase::Signs { node, ticks: 0, marks: Default::default(), done: number == DONE },
        (NodeKind::Judge(_), _) => Phase::Judge { node, item, ticks: 0, said: None },
        (NodeKind::Wait { .. }, _) => Phase::Wait { node, ticks: 0 },
        (NodeKind::Story { .. } | NodeKind::Branch { .. } | NodeKind::End { .. } | NodeKind::Broken, _) => Phase::Ended(node),
    };
    (at, phase)
}

impl Facts for Sketch<'_> {
    fn var(&self, var: VarId) -> i32 {
        let (var, field) = (&self.s.vars[var.index()], self.ground.layout.vars[var.index()]);
        // Without a field it has one value only, or nobody asks.
        field.map_or(var.min, |f| (i64::from(var.min) + f.get(&self.words) as i64) as i32)
    }

    fn variant(&self, variant: VariantId) -> usize {
        let Some(field) = self.ground.layout.variants[variant.index()] else { return 0 };
        if let Some(drawn) = field.get(&self.words).checked_sub(1) {
            return drawn as usize;
        }
        let drawn = self.oracle.draw(self.s.variants[variant.index()].values.len().max(1) as u32);
        field.set(&self.words, u64::from(drawn) + 1);
        self.oracle.note(Told::Drawn(variant, drawn as usize));
        drawn as usize
    }

    fn chose(&self, node: NodeId, choice: usize) -> bool {
        let layout = &self.ground.layout;
        layout.chosen[layout.choices_from[node.index()] + choice].is_some_and(|f| f.get(&self.words) == 1)
    }

    fn seen(&self, node: NodeId) -> bool {
        self.ground.layout.seen[node.index()].is_some_and(|f| f.get(&self.words) == 1)
    }

    fn hazard(&self, measure: Measure, compare: Compare, value: f64) -> bool {
        let field = self.level(measure);
        let level = field.map_or(0, |f| f.get(&self.words));
        let known = self.senses.range(measure);
        let mut range = known.unwrap_or_else(|| self.ground.hazards.range(measure, level, |n| Facts::seen(self, n)));
        let holds = self.ask_place(Question::Hazard(measure, compare, value), range.decide(compare, value));
        range.learn(compare, value, holds);
        self.senses.set_range(measure, range);
        if let Some(field) = field {
            field.set(&self.words, self.ground.hazards.level(measure, &range).max(level));
        }
        holds
    }

    fn hazard_in(&self, room: RoomId, measure: Measure, compare: Compare, value: f64) -> bool {
        let known = self.senses.range_in(room, measure);
        let mut range = known.unwrap_or_else(|| self.ground.hazards.range(measure, 0, |n| Facts::seen(self, n)));
        let holds = self.ask_place(Question::HazardIn(room, measure, compare, value), range.decide(compare, value));
        range.learn(compare, value, holds);
        self.senses.set_range_in(room, measure, range);
        holds
    }

    fn crouching(&self) -> bool {
        let yes = self.ask_place(Question::Crouching, self.senses.crouching());
        self.senses.set_crouching(yes);
        yes
    }

    /// Follows from doors, jams and air all over the place, and a cue may change it within the moment: either at every asking.
    fn trapped(&self) -> bool {
        self.ask_place(Question::Trapped, None)
    }

    fn is_in(&self, room: RoomId) -> bool {
        let yes = self.ask_place(Question::In(room), self.senses.is_in(room));
        self.senses.set_in(room, yes);
        yes
    }

    /// Split at every moment anew: that it has happened is not kept, so more is explored than can be.
    fn happened(&self, what: Happening) -> bool {
        let known = self.senses.happened(what).or_else(|| self.ground.hazards.happened(what, |n| Facts::seen(self, n)));
        let yes = self.ask_place(Question::Happened(what), known);
        self.senses.set_happened(what, yes);
        yes
    }
}

impl Stage for Sketch<'_> {
    fn phase(&self) -> &Phase {
        &self.phase
    }

    fn set_phase(&mut self, phase: Phase) {
        self.has_moved = true;
        self.phase = phase;
    }

    fn now(&self) -> u32 {
        0
    }

    fn emit(&mut self, _event: Event) {}

    fn begin(&mut self) {}

    fn arrive(&mut self, at: NodeId, node: &Node) {
        let (s, layout, graph) = (self.s, &self.ground.layout, &self.ground.graph);
        let at = at.index();
        if self.at >= s.nodes.len() || graph.part(self.at) != graph.part(at) {
            self.words.iter().zip(&layout.region).for_each(|(w, region)| w.set(w.get() & !region));
        }
        self.at = at;
        self.has_moved = true;
        self.met.nodes[at] = true;
        if let Some(seen) = layout.seen[at] {
            seen.set(&self.words, 1);
        }
        if let Some(judging) = layout.judging {
            judging.set(&self.words, 0);
        }
        self.senses.look_again(node.at.map(|anchor| self.ground.rooms[anchor.index()]));
    }

    // Looked at on arrival: nothing moves between.
    fn sense(&mut self) {}

    fn cue(&mut self, _cues: &[Cue]) {}

    fn put(&mut self, var: VarId, value: i32) {
        if let Some(field) = self.ground.layout.vars[var.index()] {
            field.set(&self.words, u64::from(value.abs_diff(self.s.vars[var.index()].min)));
        }
    }

    fn open(&mut self, _decision: &Decision) {}

    fn is_first_answer(&mut self, node: NodeId) -> bool {
        let layout = &self.ground.layout;
        // Nobody keeps whether a node was answered that earns nothing.
        let is_first = layout.answered[node.index()].is_none_or(|f| {
            let is_first = f.get(&self.words) == 0;
            f.set(&self.words, 1);
            is_first
        });
        if let (NodeKind::Judge(_), Some(judging)) = (&self.s.node(node).kind, layout.judging) {
            judging.set(&self.words, u64::from(is_first));
        }
        is_first
    }

    fn is_first_judging(&self, _node: NodeId) -> bool {
        self.ground.layout.judging.is_some_and(|f| f.get(&self.words) == 1)
    }

    fn note_chosen(&mut self, node: NodeId, choice: usize) {
        let layout = &self.ground.layout;
        if let Some(field) = layout.chosen[layout.choices_from[node.index()] + choice] {
            field.set(&self.words, 1);
        }
    }

    fn count_choice(&mut self, made: ChoiceMade) {
        self.counted.push(counted::choice(&made));
        let NodeKind::Decide(d) = &self.s.node(made.node).kind else { return };
        if let (Grade::Critical, Some(critical)) = (d.choices[made.choice].grade, self.ground.layout.critical) {
            critical.set(&self.words, 1);
        }
    }

    fn count_message(&mut self, judged: MessageJudged) {
        self.counted.push(counted::message(&judged));
    }

    fn has_fired(&self, trigger: usize) -> bool {
        self.ground.layout.fired[trigger].get(&self.words) == 1
    }

    fn note_fired(&mut self, trigger: usize) {
        self.ground.layout.fired[trigger].set(&self.words, 1);
        self.fired = Some(trigger);
    }

    fn end(&mut self, _node: NodeId) {}

    fn leave(&mut self) {
        self.set_phase(Phase::Over);
    }

    fn may_force(&mut self, node: NodeId, choice: usize) -> bool {
        self.forced.push((node, choice));
        self.forced_in_a_row += 1;
        self.forced_in_a_row <= MOST_FORCED
    }

    fn time_passes(&mut self) {
        self.senses.forget();
        self.forced_in_a_row = 0;
    }

    fn held_in_range(&mut self, var: VarId, wanted: i64) {
        self.clamped.push((var, self.at, wanted));
    }

    fn asked(&self, place: Asked, holds: bool) {
        let layout = &self.ground.layout;
        let cell = match place {
            Asked::Choice(node, n) => &self.met.choices[layout.choices_from[node.index()] + n],
            Asked::Case(node, n) => &self.met.cases[layout.cases_from[node.index()] + n],
            Asked::Trigger(n) => &self.met.triggers[n],
        };
        cell.set(cell.get() | if holds { 2 } else { 1 });
    }
}
