//! Random plays, decisions and timers stepped through the engine's own run: none leaves the explored states, and none
//! scores outside the proved bounds.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use drillroom::explore::{Passes, Report, Space, Way};
use drillroom::run::{Chance, Phase, Supposed, Turn};
use drillroom::scenario::Loaded;
use drillroom::score::Scorecard;
use proptest::prelude::*;

use super::brute::{turns, with_maxima};
use super::generated::story;
use super::{case, explored, moment};
use crate::engine::DRILLS;

/// Plays of each drill, unless `DRILLROOM_PLAYS` asks for more.
fn plays() -> usize {
    std::env::var("DRILLROOM_PLAYS").ok().and_then(|n| n.parse().ok()).unwrap_or(500)
}

/// A play that is longer is left where it is.
const MOST_STEPS: usize = 600;

struct Table<'a> {
    case: &'a Arc<Loaded>,
    space: &'a Space,
    report: &'a Report,
    ways: BTreeMap<u32, Rc<Vec<Way>>>,
    /// A run at its brief for every draw of the variants.
    briefs: BTreeMap<Vec<usize>, Supposed>,
}

impl<'a> Table<'a> {
    fn new(case: &'a Arc<Loaded>, space: &'a Space, report: &'a Report) -> Self {
        Self { case, space, report, ways: BTreeMap::new(), briefs: BTreeMap::new() }
    }

    fn play(&mut self, chance: &mut Chance) {
        let s = &self.case.scenario;
        let draws: Vec<usize> = s.variants.iter().map(|v| chance.below(v.values.len())).collect();
        let mut run = self.briefs.entry(draws.clone()).or_insert_with(|| Supposed::new(Arc::clone(self.case), draws.clone())).clone();
        let mut state = 0;
        for _ in 0..MOST_STEPS {
            let phase = run.run().phase().clone();
            assert_eq!(moment(&phase), moment(&self.space.phase(state)), "the run and the explored state stand at the same moment");
            if let Phase::Ended(_) = phase {
                self.check_end(&run);
                return;
            }
            let list = turns(s, &phase);
            if list.is_empty() {
                return;
            }
            let turn = &list[chance.below(list.len())];
            let space = self.space;
            let ways = Rc::clone(self.ways.entry(state).or_insert_with(|| Rc::new(space.ways(state))));
            let fitting: Vec<&Way> =
                ways.iter().filter(|w| self.stands_for(&w.turn, turn, &phase) && w.draws.iter().all(|(v, n)| draws[*v] == *n)).collect();
            if fitting.is_empty() {
                let mut same = run.clone();
                same.step(turn, &[]);
                assert_eq!(moment(same.run().phase()), moment(&phase), "{turn:?} at {phase:?} is not explored, so it does nothing");
                assert_eq!(same.run().tally(), run.run().tally(), "{turn:?} at {phase:?} is not explored, so it counts nothing");
                continue;
            }
            let way = fitting[chance.below(fitting.len())];
            run.step(turn, &way.answers);
            state = way.to;
        }
    }

    /// Whether a turn of the explorer is this one: a set of marks stands for all with as many hits more than false alarms.
    fn stands_for(&self, explored: &Turn, turn: &Turn, phase: &Phase) -> bool {
        let (Turn::Mark(stands), Turn::Mark(marks), Phase::Signs { node, .. }) = (explored, turn, phase) else { return explored == turn };
        let drillroom::scenario::NodeKind::Signs(signs) = &self.case.scenario.node(*node).kind else { return false };
        let hits = marks.iter().filter(|n| signs.parts[**n].sign).count();
        stands.len() == hits.saturating_sub(marks.len() - hits)
    }

    fn check_end(&self, run: &Supposed) {
        let card = Scorecard::of(run.run());
        let id = card.ending.clone().unwrap_or_default();
        let ending = self.report.endings.iter().find(|e| e.id == id).expect("endings are listed");
        let (low, high) = (ending.min_percent.expect("it is reachable"), ending.max_percent.expect("it is reachable"));
        assert!((low..=high).contains(&card.percent), "{id} with {}%, proved {low}–{high}%", card.percent);
        match ending.passes {
            Passes::Always => assert!(card.passed, "{id} always passes"),
            Passes::Never => assert!(!card.passed, "{id} never passes"),
            Passes::Sometimes => {}
        }
        if card.passed {
            assert!(card.critical_errors.is_empty());
        }
    }
}

#[test]
fn no_play_of_a_shipped_drill_leaves_what_was_explored_or_scores_outside_the_bounds() {
    for (n, id) in DRILLS.iter().enumerate() {
        let case = case(&format!("scenarios/{id}.ron"));
        let (space, report) = explored(&case);
        let mut table = Table::new(&case, &space, &report);
        let mut chance = Chance::new(n as u64);
        for _ in 0..plays() {
            table.play(&mut chance);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn stories_that_go_in_circles_are_explored_whole_too(
        bytes in proptest::collection::vec(any::<u8>(), 20..160),
        pass in prop_oneof![Just(0_u32), Just(50), Just(100)],
    ) {
        let Some(case) = story(&bytes, true) else { return Ok(()) };
        let open = explored(&case).1;
        let best: Vec<i32> = open.lost_points.iter().map(|l| l.best).collect();
        // Maxima of a thousand are lost on any such story, so each competency is listed with its best.
        prop_assert_eq!(best.len(), case.scenario.competencies.len());
        let case = with_maxima(&case, &best, pass);
        let (space, report) = explored(&case);
        prop_assert!(report.complete);
        for ending in report.endings.iter().filter(|e| e.reachable) {
            let percents = [&ending.lowest, &ending.highest].map(|w| w.as_ref().map(|w| w.percent));
            prop_assert_eq!(percents, [ending.min_percent, ending.max_percent], "bounds are reached: {}", &ending.id);
        }
        let mut table = Table::new(&case, &space, &report);
        let mut chance = Chance::new(7);
        for _ in 0..60 {
            table.play(&mut chance);
        }
    }
}
