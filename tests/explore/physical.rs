//! Runs with legs, smoke and a clock: whatever a plan makes happen is a way through the explored states.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use std::sync::Arc;

use drillroom::diag::Findings;
use drillroom::explore::{Space, Way};
use drillroom::run::{Chance, Event, Phase, Run, Scripted, Turn, play};
use drillroom::scenario::{Loaded, NodeKind, Plan, read_plan};

use super::{case, root, space};
use crate::engine::DRILLS;

/// Says whether a way is what was told.
type Fits = Box<dyn Fn(&Way) -> bool>;

/// Which ways an event can mean; `None` when it is no turn.
fn tells_of(event: &Event) -> Option<Fits> {
    let fits: Fits = match event {
        Event::Began => Box::new(|w: &Way| w.turn == Turn::Next),
        Event::Chose { node, choice, timed_out, .. } => {
            let (made, timed_out) = ((node.index(), *choice), *timed_out);
            Box::new(move |w: &Way| w.choice() == Some(made) && (w.turn == Turn::TimeOut) == timed_out)
        }
        Event::TimedOut(_) => Box::new(|w: &Way| w.turn == Turn::TimeOut && w.choice().is_none()),
        Event::Marked { hits, false_alarms, .. } => {
            let net = hits.saturating_sub(*false_alarms);
            Box::new(move |w: &Way| matches!(&w.turn, Turn::Mark(parts) if parts.len() == net))
        }
        Event::Judged { said_scam, .. } => {
            let said = *said_scam;
            Box::new(move |w: &Way| w.turn == Turn::Judge(said))
        }
        Event::Triggered { .. } => Box::new(|w: &Way| w.turn == Turn::Trigger),
        _ => return None,
    };
    Some(fits)
}

/// All states in which a run may be, as far as its events tell.
struct Follower<'a> {
    space: &'a Space,
    drawn: Vec<usize>,
    at: BTreeSet<u32>,
    ways: BTreeMap<u32, Rc<Vec<Way>>>,
}

impl Follower<'_> {
    fn ways(&mut self, state: u32) -> Rc<Vec<Way>> {
        let space = self.space;
        Rc::clone(self.ways.entry(state).or_insert_with(|| Rc::new(space.ways(state))))
    }

    /// States to which ways lead that satisfy `fits` and the draws of this run.
    fn after(&mut self, from: &BTreeSet<u32>, fits: &dyn Fn(&Way) -> bool) -> BTreeSet<u32> {
        let mut after = BTreeSet::new();
        for state in from {
            let ways = self.ways(*state);
            let fitting = ways.iter().filter(|w| fits(w) && w.draws.iter().all(|(v, n)| self.drawn[*v] == *n));
            after.extend(fitting.map(|w| w.to));
        }
        after
    }

    /// Goes on over what no event tells: a wait that is over, marks that have been looked at.
    fn wait(&mut self) {
        loop {
            let begun: BTreeSet<u32> = self.at.iter().copied().filter(|s| *s != 0).collect();
            let more = self.after(&begun, &|w| matches!(w.turn, Turn::WaitOver | Turn::Next));
            let before = self.at.len();
            self.at.extend(more);
            if self.at.len() == before {
                return;
            }
        }
    }

    fn hear(&mut self, event: &Event, what: &str) {
        let Some(fits) = tells_of(event) else { return };
        self.wait();
        let from = self.at.clone();
        self.at = self.after(&from, &*fits);
        if let Event::TimedOut(open) = event {
            // A way that leads back to where it began and changes nothing is not kept: the run may still be there.
            let waits = |s: &u32| matches!(self.space.phase(*s), Phase::Decide { node, .. } if node == *open);
            self.at.extend(from.iter().copied().filter(waits));
        }
        assert!(!self.at.is_empty(), "{what}: {event:?} leaves the explored states");
    }
}

#[test]
fn no_run_with_physics_leaves_what_was_explored() {
    for id in DRILLS {
        let case = case(&format!("scenarios/{id}.ron"));
        let space = space(&case);
        for (kind, seed) in [("pass", 1), ("pass", 5), ("fail", 2), ("fail", 6)] {
            let text = std::fs::read_to_string(root().join(format!("scenarios/plans/{id}.{kind}.ron"))).expect("the plan is there");
            let plan = read_plan(&text, Some(&case.scenario), &mut Findings::default());
            let outcome = play(&case, seed, &plan).expect("the plan runs through");
            let drawn = outcome.run.drawn().to_vec();
            let mut follower = Follower { space: &space, drawn, at: BTreeSet::from([0]), ways: BTreeMap::new() };
            for (_, event) in &outcome.events {
                follower.hear(event, &format!("{id}.{kind}, seed {seed}"));
            }
            follower.wait();
            let end = outcome.run.tally().ending.expect("the plan ends");
            let is_there = follower.at.iter().any(|state| space.phase(*state) == Phase::Ended(end));
            assert!(is_there, "{id}.{kind}: the ending is among the explored");
        }
    }
}

/// Runs of each drill with random answers, unless `DRILLROOM_WALKS` asks for more.
fn walks() -> u64 {
    std::env::var("DRILLROOM_WALKS").ok().and_then(|n| n.parse().ok()).unwrap_or(60)
}

/// Somebody who answers anything, in any order, quickly or slowly.
fn anybody(case: &Loaded, chance: &mut Chance) -> Plan {
    let mut steps = Vec::new();
    for node in &case.scenario.nodes {
        let id = &node.id;
        match &node.kind {
            NodeKind::Decide(d) => {
                let mut left: Vec<String> = d.choices.iter().map(|c| format!("Pick({id:?}, {:?})", c.id)).collect();
                left.extend(d.timeout.as_ref().map(|_| format!("TimeOut({id:?})")));
                while !left.is_empty() {
                    steps.push(left.swap_remove(chance.below(left.len())));
                }
            }
            NodeKind::Signs(signs) => {
                let some: Vec<&String> = signs.parts.iter().map(|p| &p.id).filter(|_| chance.below(2) == 0).collect();
                steps.push(format!("Mark({id:?}, {some:?})"));
            }
            NodeKind::Judge(judge) => {
                let some: Vec<&String> = judge.items.iter().map(|i| &i.id).filter(|_| chance.below(2) == 0).collect();
                steps.push(format!("Judge({id:?}, {some:?})"));
            }
            _ => {}
        }
    }
    let think = ["0.1", "1.5", "12.0"][chance.below(3)];
    let text = format!("(scenario: {:?}, think: {think}, steps: [{}])", case.scenario.id, steps.join(", "));
    let mut findings = Findings::default();
    let plan = read_plan(&text, Some(&case.scenario), &mut findings);
    assert!(!findings.has_errors(), "{text}: {:?}", findings.sorted());
    plan
}

/// Plays until the end, or until what was wanted cannot be done any more. Ten minutes of play at most.
fn wander(case: &Arc<Loaded>, seed: u64, plan: Plan) -> (Run, Vec<Event>) {
    let mut run = Run::new(Arc::clone(case), seed);
    let mut student = Scripted::new(plan);
    let mut events = Vec::new();
    while *run.phase() != Phase::Over && run.now() < 36_000 {
        let Ok(actions) = student.act(&run) else { break };
        actions.into_iter().for_each(|action| run.apply(action));
        run.tick();
        let new = run.take_events();
        student.heard(&run, &new);
        events.extend(new);
    }
    (run, events)
}

#[test]
fn nobody_who_answers_anything_leaves_what_was_explored() {
    let mut ended = 0;
    for id in DRILLS {
        let case = case(&format!("scenarios/{id}.ron"));
        let space = space(&case);
        for seed in 0..walks() {
            let (run, events) = wander(&case, seed, anybody(&case, &mut Chance::new(seed ^ 0x5EED)));
            let mut follower = Follower { space: &space, drawn: run.drawn().to_vec(), at: BTreeSet::from([0]), ways: BTreeMap::new() };
            for event in &events {
                follower.hear(event, &format!("{id}, seed {seed}"));
            }
            follower.wait();
            if let Some(end) = run.tally().ending {
                ended += 1;
                let is_there = follower.at.iter().any(|state| space.phase(*state) == Phase::Ended(end));
                assert!(is_there, "{id}, seed {seed}: the ending is among the explored");
            }
        }
    }
    assert!(ended > 0, "some of them come to an end");
}
