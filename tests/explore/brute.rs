//! The explorer against brute force: every path of small stories, one after the other, through the engine's own run.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use drillroom::explore::Passes;
use drillroom::run::{Phase, Supposed, Turn};
use drillroom::scenario::{Grade, Loaded, NodeKind, Scenario};
use drillroom::score::Scorecard;
use proptest::prelude::*;

use super::explored;
use super::generated::story;

/// More paths than this are not walked one by one.
const MOST_PATHS: usize = 4000;

/// What all paths together come to.
#[derive(Debug, Default)]
struct Paths {
    count: usize,
    /// By ending: least and greatest percent, and whether a path passes, and whether one fails.
    endings: BTreeMap<String, (u32, u32, bool, bool)>,
    /// Choices made anywhere, by node and id.
    made: BTreeSet<(String, String)>,
    /// A path passes without anything right on it.
    unearned: bool,
    /// The most points of each competency.
    best: Vec<i32>,
}

/// All that may be tried at a moment, told from the scenario alone.
pub(super) fn turns(s: &Scenario, phase: &Phase) -> Vec<Turn> {
    let mut list = match phase {
        Phase::Brief | Phase::Story { .. } | Phase::Consequence { .. } | Phase::Why { .. } | Phase::Signs { done: true, .. } => {
            vec![Turn::Next]
        }
        Phase::Decide { node, .. } => match &s.node(*node).kind {
            NodeKind::Decide(d) => (0..d.choices.len()).map(|n| deed(d, n)).chain(d.time.map(|_| Turn::TimeOut)).collect(),
            _ => Vec::new(),
        },
        Phase::Signs { node, .. } => match &s.node(*node).kind {
            NodeKind::Signs(signs) => {
                let set = |bits: usize| (0..signs.parts.len()).filter(|n| bits >> n & 1 == 1).collect();
                (0..1_usize << signs.parts.len()).map(|bits| Turn::Mark(set(bits))).collect()
            }
            _ => Vec::new(),
        },
        Phase::Judge { .. } => vec![Turn::Judge(false), Turn::Judge(true)],
        Phase::Wait { .. } => vec![Turn::WaitOver],
        Phase::Pre(_) | Phase::Post(_) | Phase::Ended(_) | Phase::Over => Vec::new(),
    };
    if matches!(phase, Phase::Decide { .. } | Phase::Signs { .. } | Phase::Wait { .. }) && !s.triggers.is_empty() {
        list.push(Turn::Trigger);
    }
    list
}

/// A choice as it is made: from the list, by the key, or by being so.
fn deed(d: &drillroom::scenario::Decision, n: usize) -> Turn {
    use drillroom::run::Target;
    use drillroom::scenario::Deed;
    match &d.choices[n].by {
        Some(Deed::Use(p)) if !d.listed => Turn::Use(Target::Prop(*p)),
        Some(Deed::UseDoor(door)) if !d.listed => Turn::Use(Target::Door(*door)),
        _ => Turn::Take(n),
    }
}

/// Every value of every variant.
fn draws(s: &Scenario) -> Vec<Vec<usize>> {
    s.variants.iter().fold(vec![Vec::new()], |all, variant| {
        all.iter().flat_map(|draw| (0..variant.values.len()).map(move |n| [draw.as_slice(), &[n]].concat())).collect()
    })
}

fn walk_all(case: &Arc<Loaded>) -> Option<Paths> {
    let mut paths = Paths { best: vec![0; case.scenario.competencies.len()], ..Paths::default() };
    let mut todo: Vec<Supposed> = draws(&case.scenario).into_iter().map(|draw| Supposed::new(Arc::clone(case), draw)).collect();
    while let Some(run) = todo.pop() {
        if paths.count > MOST_PATHS {
            return None;
        }
        if let Phase::Ended(_) = run.run().phase() {
            note(case, &run, &mut paths);
            continue;
        }
        for turn in turns(&case.scenario, run.run().phase()) {
            todo.extend(outcomes(&run, &turn));
        }
    }
    Some(paths)
}

/// What a turn comes to, for every combination of answers; nothing when it can't be taken.
fn outcomes(run: &Supposed, turn: &Turn) -> Vec<Supposed> {
    let mut list = Vec::new();
    let mut answers: Vec<bool> = Vec::new();
    loop {
        let mut next = run.clone();
        let asked = next.step(turn, &answers);
        answers.resize(asked.len(), false);
        if next.run().phase() != run.run().phase() || next.run().tally() != run.run().tally() {
            list.push(next);
        }
        // Count upwards: the last no becomes a yes, and what comes after it is asked anew.
        match answers.iter().rposition(|yes| !yes) {
            Some(last) => {
                answers.truncate(last);
                answers.push(true);
            }
            None => return list,
        }
    }
}

fn note(case: &Loaded, run: &Supposed, paths: &mut Paths) {
    let card = Scorecard::of(run.run());
    let s = &case.scenario;
    paths.count += 1;
    for (best, earned) in paths.best.iter_mut().zip(&card.competencies) {
        *best = (*best).max(earned.points);
    }
    let tally = run.run().tally();
    let mut is_right = tally.messages.iter().any(|m| match m.item {
        Some(_) => m.hits + m.correct_rejections > 0,
        None => m.hits > m.false_alarms,
    });
    for made in &tally.choices {
        let NodeKind::Decide(d) = &s.node(made.node).kind else { continue };
        let choice = &d.choices[made.choice];
        is_right |= choice.grade == Grade::Good;
        paths.made.insert((s.node(made.node).id.clone(), choice.id.clone()));
    }
    paths.unearned |= card.passed && !is_right;
    let ending = card.ending.unwrap_or_default();
    let entry = paths.endings.entry(ending).or_insert((u32::MAX, 0, false, false));
    let (low, high, passes, fails) = *entry;
    *entry = (low.min(card.percent), high.max(card.percent), passes || card.passed, fails || !card.passed);
}

/// The same story with maxima that its best routes just reach.
pub(super) fn with_maxima(case: &Arc<Loaded>, best: &[i32], pass: u32) -> Arc<Loaded> {
    let mut loaded = Loaded::clone(case);
    for (competency, most) in loaded.scenario.competencies.iter_mut().zip(best) {
        competency.max = (*most).max(1);
    }
    loaded.scenario.pass = pass;
    Arc::new(loaded)
}

fn agree(case: &Arc<Loaded>, paths: &Paths) -> Result<(), TestCaseError> {
    let (_, report) = explored(case);
    prop_assert!(report.complete);
    for ending in &report.endings {
        let found = paths.endings.get(&ending.id);
        prop_assert_eq!(ending.reachable, found.is_some(), "{}", &ending.id);
        let Some((low, high, passes, fails)) = found else { continue };
        prop_assert_eq!((ending.min_percent, ending.max_percent), (Some(*low), Some(*high)), "{}", &ending.id);
        let expected = match (*passes, *fails) {
            (true, false) => Passes::Always,
            (true, true) => Passes::Sometimes,
            (false, _) => Passes::Never,
        };
        prop_assert_eq!(ending.passes, expected, "{}", &ending.id);
        let percents = [&ending.lowest, &ending.highest].map(|w| w.as_ref().map(|w| w.percent));
        prop_assert_eq!(percents, [Some(*low), Some(*high)], "witnesses of {}", &ending.id);
        prop_assert_eq!(&ending.witness.ends, &ending.id);
    }
    for node in &case.scenario.nodes {
        let NodeKind::Decide(d) = &node.kind else { continue };
        for choice in &d.choices {
            let is_made = paths.made.contains(&(node.id.clone(), choice.id.clone()));
            prop_assert_eq!(report.is_dead_choice(&node.id, &choice.id), !is_made, "{}.{}", &node.id, &choice.id);
        }
    }
    prop_assert_eq!(report.unearned_pass.is_some(), paths.unearned);
    prop_assert!(report.unsafe_pass.is_empty() && report.dead_ends.is_empty());
    Ok(())
}

/// Stories tried, unless `DRILLROOM_STORIES` asks for more.
fn stories() -> u32 {
    std::env::var("DRILLROOM_STORIES").ok().and_then(|n| n.parse().ok()).unwrap_or(150)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: stories(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exploring_finds_exactly_what_walking_every_path_finds(
        bytes in proptest::collection::vec(any::<u8>(), 20..160),
        pass in prop_oneof![Just(0_u32), Just(40), Just(60), Just(100)],
    ) {
        let case = story(&bytes, false);
        prop_assert!(case.is_some(), "the generated story is sound");
        let Some(case) = case else { return Ok(()) };
        let Some(open) = walk_all(&case) else { return Ok(()) };
        let case = with_maxima(&case, &open.best, pass);
        if let Some(paths) = walk_all(&case) {
            agree(&case, &paths)?;
        }
    }
}
