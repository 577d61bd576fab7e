//! A run by turns in which what is measured in the place is not measured but supposed: the same engine, the same tally,
//! no physics. Routes that an explorer found are played through it, and so are random plays in tests.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use super::engine::{ChoiceMade, MessageJudged, Phase, Run};
use super::event::Event;
use super::rules::Stage;
use super::turn::{Turn, settle, take_turn};
use crate::place::RoomId;
use crate::scenario::{Compare, Cue, Decision, Facts, Happening, Loaded, Measure, Node, NodeId, VarId, VariantId};

/// What only the place can answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Question {
    /// Whether a measure compares so where the student is.
    Hazard(Measure, Compare, f64),
    /// Whether a measure of a room's air compares so.
    HazardIn(RoomId, Measure, Compare, f64),
    /// Whether the student is crouched or on all fours.
    Crouching,
    /// Whether no way out is left to the student.
    Trapped,
    /// Whether the student is in a room.
    In(RoomId),
    /// Whether something has happened.
    Happened(Happening),
}

/// A run whose questions to the place are answered by whoever lets it go on.
#[derive(Debug, Clone)]
pub struct Supposed {
    run: Run,
    answers: Vec<bool>,
    at: Cell<usize>,
    asked: RefCell<Vec<Question>>,
}

impl Supposed {
    /// A run at its brief, with the variants drawn as given (one index a variant).
    pub fn new(case: Arc<Loaded>, variants: Vec<usize>) -> Self {
        let mut run = Run::new(case, 0);
        run.variants = variants;
        // Test questions are no part of the story: nothing depends on them.
        run.phase = Phase::Brief;
        Self { run, answers: Vec::new(), at: Cell::new(0), asked: RefCell::new(Vec::new()) }
    }

    /// The run.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// Lets a turn happen and reads on to the next moment at which something can happen. Questions are answered by
    /// `answers` in turn, and with no when there are more: they are given back.
    pub fn step(&mut self, turn: &Turn, answers: &[bool]) -> Vec<Question> {
        self.answers = answers.to_vec();
        self.at.set(0);
        self.asked.borrow_mut().clear();
        self.run.forced = 0;
        let case = Arc::clone(&self.run.case);
        take_turn(&case.scenario, self, turn);
        settle(&case.scenario, self);
        self.run.events.clear();
        self.asked.borrow().clone()
    }

    fn answer(&self, question: Question) -> bool {
        let at = self.at.get();
        self.at.set(at + 1);
        self.asked.borrow_mut().push(question);
        self.answers.get(at).copied().unwrap_or(false)
    }
}

impl Facts for Supposed {
    fn var(&self, var: VarId) -> i32 {
        self.run.var(var)
    }

    fn variant(&self, variant: VariantId) -> usize {
        self.run.variant(variant)
    }

    fn chose(&self, node: NodeId, choice: usize) -> bool {
        self.run.chose(node, choice)
    }

    fn seen(&self, node: NodeId) -> bool {
        Facts::seen(&self.run, node)
    }

    fn hazard(&self, measure: Measure, compare: Compare, value: f64) -> bool {
        self.answer(Question::Hazard(measure, compare, value))
    }

    fn hazard_in(&self, room: RoomId, measure: Measure, compare: Compare, value: f64) -> bool {
        self.answer(Question::HazardIn(room, measure, compare, value))
    }

    fn crouching(&self) -> bool {
        self.answer(Question::Crouching)
    }

    fn trapped(&self) -> bool {
        self.answer(Question::Trapped)
    }

    fn is_in(&self, room: RoomId) -> bool {
        self.answer(Question::In(room))
    }

    fn happened(&self, what: Happening) -> bool {
        self.answer(Question::Happened(what))
    }
}

/// Everything but the questions is the run's own.
impl Stage for Supposed {
    fn phase(&self) -> &Phase {
        Stage::phase(&self.run)
    }

    fn set_phase(&mut self, phase: Phase) {
        self.run.set_phase(phase);
    }

    fn now(&self) -> u32 {
        Stage::now(&self.run)
    }

    fn emit(&mut self, event: Event) {
        Stage::emit(&mut self.run, event);
    }

    fn begin(&mut self) {
        self.run.begin();
    }

    fn arrive(&mut self, at: NodeId, node: &Node) {
        self.run.arrive(at, node);
    }

    fn sense(&mut self) {}

    fn cue(&mut self, cues: &[Cue]) {
        Stage::cue(&mut self.run, cues);
    }

    fn put(&mut self, var: VarId, value: i32) {
        self.run.put(var, value);
    }

    fn open(&mut self, decision: &Decision) {
        Stage::open(&mut self.run, decision);
    }

    fn is_first_answer(&mut self, node: NodeId) -> bool {
        self.run.is_first_answer(node)
    }

    fn is_first_judging(&self, node: NodeId) -> bool {
        self.run.is_first_judging(node)
    }

    fn note_chosen(&mut self, node: NodeId, choice: usize) {
        self.run.note_chosen(node, choice);
    }

    fn count_choice(&mut self, made: ChoiceMade) {
        self.run.count_choice(made);
    }

    fn count_message(&mut self, judged: MessageJudged) {
        self.run.count_message(judged);
    }

    fn has_fired(&self, trigger: usize) -> bool {
        self.run.has_fired(trigger)
    }

    fn note_fired(&mut self, trigger: usize) {
        self.run.note_fired(trigger);
    }

    fn end(&mut self, node: NodeId) {
        self.run.end(node);
    }

    fn leave(&mut self) {
        Stage::leave(&mut self.run);
    }

    fn may_force(&mut self, node: NodeId, choice: usize) -> bool {
        self.run.may_force(node, choice)
    }

    fn time_passes(&mut self) {
        self.run.forced = 0;
    }
}
