//! Plays a plan, or a recorded tape, through the engine without a window.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::action::Action;
use super::engine::{Phase, Run};
use super::event::Event;
use super::pilot::{Goal, Pilot};
use super::tape::Tape;
use crate::scenario::{Loaded, NodeId, NodeKind, Plan, Step, TICKS_PER_SECOND};

/// A finished run with everything that makes it recomputable.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The run.
    pub run: Run,
    /// The inputs.
    pub tape: Tape,
    /// All events with their ticks.
    pub events: Vec<(u32, Event)>,
}

/// A plan that does not run through.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the message says it")]
pub enum PlanError {
    #[error("the plan does not say what to do at {node:?}")]
    NoStep { node: String },
    #[error("the choice {choice:?} cannot be made at {node:?}")]
    NotOffered { node: String, choice: String },
    #[error("there is no way to do {choice:?} at {node:?}: stopped at {at}")]
    NoWay { node: String, choice: String, at: String },
    #[error("the run did not end within an hour of play: it stands at {at}")]
    TooLong { at: String },
}

/// An hour of play: no plan takes longer.
const MOST_TICKS: u32 = 3600 * TICKS_PER_SECOND;
/// A deed that takes longer than this has failed.
const DEED_TICKS: u32 = 240 * TICKS_PER_SECOND;

/// A scripted student: asked each tick, answers with inputs.
#[derive(Debug, Clone)]
pub struct Scripted {
    plan: Plan,
    used: BTreeMap<usize, ()>,
    pilot: Pilot,
    waited: u32,
    doing: u32,
    phase: Option<Phase>,
    marked: usize,
}

impl Scripted {
    /// A student who follows a plan.
    pub fn new(plan: Plan) -> Self {
        Self { plan, used: BTreeMap::new(), pilot: Pilot::default(), waited: 0, doing: 0, phase: None, marked: 0 }
    }

    /// Same kind of phase, not counting ticks.
    fn is_same(a: &Phase, b: &Phase) -> bool {
        match (a, b) {
            (Phase::Decide { node: x, .. }, Phase::Decide { node: y, .. }) | (Phase::Wait { node: x, .. }, Phase::Wait { node: y, .. }) => {
                x == y
            }
            (Phase::Signs { node: x, done: d, .. }, Phase::Signs { node: y, done: e, .. }) => x == y && d == e,
            (Phase::Judge { node: x, item: i, said: s, .. }, Phase::Judge { node: y, item: j, said: t, .. }) => x == y && i == j && s == t,
            _ => a == b,
        }
    }

    /// The inputs of this tick.
    pub fn act(&mut self, run: &Run) -> Result<Vec<Action>, PlanError> {
        let phase = run.phase().clone();
        let is_new = !self.phase.as_ref().is_some_and(|p| Self::is_same(p, &phase));
        let is_redo = matches!((&self.phase, &phase), (Some(Phase::Decide { ticks: a, .. }), Phase::Decide { ticks: b, .. }) if b < a);
        if is_new || is_redo {
            self.waited = 0;
            self.doing = 0;
            self.marked = 0;
        }
        self.phase = Some(phase.clone());
        if is_new && run.body().wish != (0, 0) {
            return Ok(vec![Action::Walk { forward: 0, right: 0 }]);
        }
        self.waited += 1;
        let think = (self.plan.think * f64::from(TICKS_PER_SECOND)) as u32;
        if self.waited < think && !matches!(phase, Phase::Decide { .. }) {
            return Ok(Vec::new());
        }
        match phase {
            Phase::Pre(n) => Ok(vec![Action::Answer(self.answer(run, false, n))]),
            Phase::Post(n) => Ok(vec![Action::Answer(self.answer(run, true, n))]),
            Phase::Brief | Phase::Story { .. } | Phase::Consequence { .. } | Phase::Why { .. } | Phase::Ended(_) => Ok(vec![Action::Next]),
            Phase::Signs { done: true, .. } | Phase::Judge { said: Some(_), .. } => Ok(vec![Action::Next]),
            Phase::Wait { .. } | Phase::Over => Ok(Vec::new()),
            Phase::Decide { node, .. } => self.decide(run, node, think),
            Phase::Signs { node, .. } => self.mark(run, node),
            Phase::Judge { node, item, .. } => {
                let step = self.step(run, node)?;
                let said = matches!(&step.1, Step::Judge { scams, .. } if scams.contains(&item));
                Ok(vec![Action::Judge(said)])
            }
        }
    }

    fn answer(&self, run: &Run, post: bool, n: usize) -> u8 {
        let s = run.scenario();
        let (given, items) = if post { (&self.plan.post, &s.posttest) } else { (&self.plan.pre, &s.pretest) };
        let right = items.get(n).map_or(0, |q| q.right);
        given.as_ref().and_then(|g| g.get(n).copied()).unwrap_or(right) as u8
    }

    /// The first unused step for a node; the last one again when all are used.
    fn step(&self, run: &Run, node: NodeId) -> Result<(usize, Step), PlanError> {
        let mut steps = self.plan.steps.iter().enumerate().filter(|(_, s)| s.node() == node);
        let fresh = steps.clone().find(|(n, _)| !self.used.contains_key(n));
        fresh
            .or_else(|| steps.next_back())
            .map(|(n, s)| (n, s.clone()))
            .ok_or_else(|| PlanError::NoStep { node: run.scenario().node(node).id.clone() })
    }

    fn mark(&mut self, run: &Run, node: NodeId) -> Result<Vec<Action>, PlanError> {
        let (_, step) = self.step(run, node)?;
        let Step::Mark { parts, .. } = step else { return Ok(Vec::new()) };
        let next = parts.get(self.marked).map_or(Action::Submit, |p| Action::Mark(*p as u8));
        self.marked += 1;
        Ok(vec![next])
    }

    fn decide(&mut self, run: &Run, node: NodeId, think: u32) -> Result<Vec<Action>, PlanError> {
        let (index, step) = self.step(run, node)?;
        let Some((_, decision)) = run.decision() else { return Ok(Vec::new()) };
        let name = |choice: usize| (run.scenario().node(node).id.clone(), decision.choices[choice].id.clone());
        match step {
            Step::TimeOut { .. } => Ok(vec![]),
            Step::Leave { .. } => Ok(vec![Action::Leave]),
            Step::Pick { choice, .. } => {
                if !run.offered().iter().any(|(n, _)| *n == choice) {
                    let (node, choice) = name(choice);
                    return Err(PlanError::NotOffered { node, choice });
                }
                if decision.listed {
                    if self.waited < think {
                        return Ok(Vec::new());
                    }
                    self.used.insert(index, ());
                    self.phase = None;
                    return Ok(vec![Action::Pick(choice as u8)]);
                }
                let Some(deed) = &decision.choices[choice].by else { return Ok(Vec::new()) };
                self.doing += 1;
                if self.doing > DEED_TICKS || (self.pilot.lost && self.doing > 600) {
                    let (node, choice) = name(choice);
                    let [x, y, z] = run.body().at;
                    return Err(PlanError::NoWay { node, choice, at: format!("({x:.1}, {z:.1}) y {y:.1}") });
                }
                Ok(self.pilot.steer(run, Goal::of(deed)))
            }
            Step::Mark { .. } | Step::Judge { .. } => Ok(Vec::new()),
        }
    }

    /// Takes note of what happened, so that a step done in the place counts as used.
    pub fn heard(&mut self, run: &Run, events: &[Event]) {
        for event in events {
            let node = match event {
                Event::Chose { node, timed_out: true, .. } => Some(*node),
                Event::Chose { node, choice, .. } => {
                    let hit = |s: &Step| matches!(s, Step::Pick { node: n, choice: c } if n == node && c == choice);
                    let fresh = self.plan.steps.iter().enumerate().position(|(n, s)| hit(s) && !self.used.contains_key(&n));
                    let listed = matches!(&run.scenario().node(*node).kind, NodeKind::Decide(d) if d.listed);
                    if let (Some(n), false) = (fresh, listed) {
                        self.used.insert(n, ());
                    }
                    None
                }
                Event::TimedOut(node) => Some(*node),
                _ => None,
            };
            if let Some(node) = node {
                let hit = self.plan.steps.iter().enumerate().position(|(n, s)| *s == Step::TimeOut { node } && !self.used.contains_key(&n));
                self.used.extend(hit.map(|n| (n, ())));
            }
        }
    }
}

/// Plays a plan to its end.
pub fn play(case: &Arc<Loaded>, seed: u64, plan: &Plan) -> Result<Outcome, PlanError> {
    let mut run = Run::new(Arc::clone(case), seed);
    let mut student = Scripted::new(plan.clone());
    let mut tape = Tape::default();
    let mut events = Vec::new();
    while *run.phase() != Phase::Over {
        if run.now() > MOST_TICKS {
            return Err(PlanError::TooLong { at: format!("{:?} {:?}", run.phase(), run.body().at) });
        }
        for action in student.act(&run)? {
            tape.inputs.push((run.now(), action));
            run.apply(action);
        }
        run.tick();
        let new = run.take_events();
        student.heard(&run, &new);
        events.extend(new.into_iter().map(|e| (run.now(), e)));
    }
    tape.end = run.now();
    Ok(Outcome { run, tape, events })
}

/// Replays recorded inputs.
pub fn replay(case: &Arc<Loaded>, seed: u64, tape: &Tape) -> Outcome {
    let mut run = Run::new(Arc::clone(case), seed);
    let mut events = Vec::new();
    let mut next = 0;
    loop {
        while let Some((_, action)) = tape.inputs.get(next).filter(|(t, _)| *t <= run.now()) {
            run.apply(*action);
            next += 1;
        }
        // Exactly as many ticks as were recorded: an input of the last tick is applied and nothing follows it.
        if *run.phase() == Phase::Over || run.now() >= tape.end {
            break;
        }
        run.tick();
        events.extend(run.take_events().into_iter().map(|e| (run.now(), e)));
    }
    events.extend(run.take_events().into_iter().map(|e| (run.now(), e)));
    Outcome { run, tape: tape.clone(), events }
}
