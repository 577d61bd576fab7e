//! A route through the states as something to act on: what the student does, a plan file that does it again, a story.
//!
//! Every route is played through the engine's own run, and what it ends with is taken from that run's scorecard.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::counted::{self, Counted};
use super::oracle::Told;
use super::report::{Assumption, Witness, WitnessStep};
use super::space::{Space, Way};
use super::story;
use super::wording::question;
use crate::run::{Phase, Supposed, Turn, drawn_by};
use crate::scenario::wording::condition;
use crate::scenario::{NodeId, NodeKind, Scenario, Text};
use crate::score::Scorecard;

/// Seeds that are tried to find one that draws what a route needs.
const MOST_SEEDS: u64 = 1_000_000;

/// A way of a route.
#[derive(Debug)]
struct Step {
    /// The node it begins at; `nodes.len()` for the brief.
    at: usize,
    way: Way,
    /// Triggers that may fire there.
    may_fire: Vec<usize>,
}

/// Makes witnesses of routes.
#[derive(Debug)]
pub(super) struct Witnesses<'a> {
    space: &'a Space,
    seeds: RefCell<BTreeMap<Vec<(usize, usize)>, Option<u64>>>,
}

impl<'a> Witnesses<'a> {
    pub(super) fn new(space: &'a Space) -> Self {
        Self { space, seeds: RefCell::new(BTreeMap::new()) }
    }

    /// The witness of a route from the brief. `comes_to` says what it shows when that is not an ending.
    pub(super) fn of(&self, route: &[u32], comes_to: Option<&Text>) -> Witness {
        let s = &self.space.case.scenario;
        let ways: Vec<Step> = route.iter().map(|edge| self.step(*edge)).collect();
        let draws: BTreeMap<usize, usize> = ways.iter().flat_map(|step| step.way.draws.iter().copied()).collect();
        let card = self.play(&ways, &draws);
        let mut witness = Witness {
            steps: steps(s, &ways),
            assumes: self.assumptions(&ways),
            ends: card.ending.clone().unwrap_or_default(),
            percent: card.percent,
            passed: card.passed,
            ..Witness::default()
        };
        if !draws.is_empty() {
            witness.seed = self.seed(draws.iter().map(|(v, n)| (*v, *n)).collect());
            if witness.seed.is_none() {
                witness.assumes.extend(draws.iter().map(|(v, n)| drawn(s, *v, *n)));
            }
        }
        witness.story = story::tell(s, &witness, comes_to);
        witness.plan = plan(&s.id, &witness, &card.critical_errors);
        witness
    }

    /// The way an edge stands for, with where it begins.
    fn step(&self, edge: u32) -> Step {
        let from = self.space.source(edge);
        let n = (edge - self.space.edges_of(from).start) as usize;
        let mut ways = self.space.ways(from);
        let mut waits_for: Vec<usize> = ways.iter().filter_map(|way| way.fired).collect();
        waits_for.sort_unstable();
        waits_for.dedup();
        Step { at: self.space.moment(from).0, way: ways.swap_remove(n), may_fire: waits_for }
    }

    /// Plays the ways through a run of the engine.
    fn play(&self, route: &[Step], draws: &BTreeMap<usize, usize>) -> Scorecard {
        let count = self.space.case.scenario.variants.len();
        let variants = (0..count).map(|v| draws.get(&v).copied().unwrap_or(0)).collect();
        let mut run = Supposed::new(Arc::clone(&self.space.case), variants);
        for step in route {
            run.step(&step.way.turn, &step.way.answers);
        }
        if let Some(step) = route.last() {
            debug_assert_eq!(kind(run.run().phase()), kind(&self.space.phase(step.way.to)), "the sketch went where the run goes");
        }
        Scorecard::of(run.run())
    }

    fn assumptions(&self, route: &[Step]) -> Vec<Assumption> {
        let (s, place) = (&self.space.case.scenario, &self.space.case.place);
        let mut list: Vec<Assumption> = Vec::new();
        let mut add = |at: usize, condition: String, holds: bool| {
            let assumption = Assumption { node: node_name(s, at), condition, holds };
            if list.last() != Some(&assumption) {
                list.push(assumption);
            }
        };
        for step in route {
            if matches!(step.way.turn, Turn::TimeOut | Turn::WaitOver) {
                step.may_fire.iter().for_each(|n| add(step.at, condition(s, place, &s.triggers[*n].when), false));
            }
            if let Some(n) = step.way.fired {
                add(step.at, condition(s, place, &s.triggers[n].when), true);
                continue;
            }
            for told in &step.way.told {
                if let Told::Place { question: asked, holds, open: true } = told {
                    add(step.at, question(place, asked), *holds);
                }
            }
        }
        list
    }

    /// The smallest seed that draws these values.
    fn seed(&self, draws: Vec<(usize, usize)>) -> Option<u64> {
        let s = &self.space.case.scenario;
        let mut seeds = self.seeds.borrow_mut();
        *seeds.entry(draws).or_insert_with_key(|draws| {
            (0..MOST_SEEDS).find(|seed| {
                let drawn = drawn_by(s, *seed);
                draws.iter().all(|(v, n)| drawn[*v] == *n)
            })
        })
    }
}

/// Kind of a phase and its node, without what a sketch does not keep.
fn kind(phase: &Phase) -> (u8, Option<NodeId>) {
    match phase {
        Phase::Pre(_) | Phase::Brief => (0, None),
        Phase::Story { node, .. } => (1, Some(*node)),
        Phase::Decide { node, .. } => (2, Some(*node)),
        Phase::Consequence { node, .. } => (3, Some(*node)),
        Phase::Why { node, .. } => (4, Some(*node)),
        Phase::Signs { node, .. } => (5, Some(*node)),
        Phase::Judge { node, .. } => (6, Some(*node)),
        Phase::Wait { node, .. } => (7, Some(*node)),
        Phase::Ended(node) => (8, Some(*node)),
        Phase::Post(_) | Phase::Over => (9, None),
    }
}

/// The name of the node at an index; the brief comes before the first.
fn node_name(s: &Scenario, at: usize) -> String {
    s.nodes.get(at).unwrap_or_else(|| s.node(s.start)).id.clone()
}

fn drawn(s: &Scenario, variant: usize, value: usize) -> Assumption {
    let found = &s.variants[variant];
    let value = found.values.get(value).cloned().unwrap_or_default();
    Assumption { node: node_name(s, s.nodes.len()), condition: format!("{} is {value}", found.id), holds: true }
}

/// What the student does, as steps of a plan.
fn steps(s: &Scenario, route: &[Step]) -> Vec<WitnessStep> {
    let mut steps: Vec<WitnessStep> = Vec::new();
    for Step { at, way, .. } in route {
        let node = node_name(s, *at);
        match &way.turn {
            Turn::Take(_) | Turn::Use(_) => {
                if let Some(Counted::Choice { node: at, choice, .. }) = way.counted.first().map(|word| counted::unpack(*word)) {
                    let choice = super::answers::choice_of(s, at, choice).map(|c| c.id.clone());
                    steps.push(WitnessStep { does: "pick", node, choice, items: None });
                }
            }
            Turn::TimeOut => steps.push(WitnessStep { does: "time_out", node, ..WitnessStep::default() }),
            Turn::Trigger => steps.push(WitnessStep { does: "wait", node, ..WitnessStep::default() }),
            Turn::Mark(parts) => {
                let items = Some(parts.iter().map(|n| part_name(s, *at, *n)).collect());
                steps.push(WitnessStep { does: "mark", node, choice: None, items });
            }
            Turn::Judge(said) => {
                let item = match way.counted.first().map(|word| counted::unpack(*word)) {
                    Some(Counted::Judged { item, .. }) => item,
                    _ => 0,
                };
                if item == 0 {
                    steps.push(WitnessStep { does: "judge", node, choice: None, items: Some(Vec::new()) });
                }
                let items = steps.last_mut().and_then(|step| step.items.as_mut());
                if let (true, Some(items)) = (*said, items) {
                    items.push(part_name(s, *at, item));
                }
            }
            Turn::WaitOver | Turn::Next => {}
        }
    }
    steps
}

/// The name of a part of a message, or of a message.
fn part_name(s: &Scenario, at: usize, n: usize) -> String {
    match s.nodes.get(at).map(|node| &node.kind) {
        Some(NodeKind::Signs(signs)) => signs.parts.get(n).map(|p| p.id.clone()),
        Some(NodeKind::Judge(judge)) => judge.items.get(n).map(|i| i.id.clone()),
        _ => None,
    }
    .unwrap_or_default()
}

/// The text of a plan file.
fn plan(id: &str, witness: &Witness, critical: &[String]) -> String {
    let mut lines = vec![format!("// {}", witness.story.zh), format!("// {}", witness.story.en)];
    for a in &witness.assumes {
        lines.push(format!("// suppose, at {:?}: {}{}", a.node, if a.holds { "" } else { "not " }, a.condition));
    }
    let seed = witness.seed.map_or(String::new(), |seed| format!(" seed: {seed},"));
    lines.push("(".to_owned());
    // Quick answers, so that no timer is in the way and little smoke is breathed.
    lines.push(format!("    scenario: {id:?},{seed} think: 0.2,"));
    lines.push("    steps: [".to_owned());
    lines.extend(witness.steps.iter().map(|step| format!("        {},", plan_step(step))));
    lines.push("    ],".to_owned());
    if !witness.ends.is_empty() {
        let (percent, passed) = (witness.percent, witness.passed);
        lines.push(format!(
            "    expect: (ending: {:?}, passed: {passed}, percent: ({percent}, {percent}), critical: {critical:?}),",
            witness.ends
        ));
    }
    lines.push(")\n".to_owned());
    lines.join("\n")
}

fn plan_step(step: &WitnessStep) -> String {
    let items = step.items.as_deref().unwrap_or_default();
    match step.does {
        "pick" => format!("Pick({:?}, {:?})", step.node, step.choice.as_deref().unwrap_or_default()),
        "mark" => format!("Mark({:?}, {items:?})", step.node),
        "judge" => format!("Judge({:?}, {items:?})", step.node),
        _ => format!("TimeOut({:?})", step.node),
    }
}
