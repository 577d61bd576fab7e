//! Runs: the shipped plans, replays, and laws that hold for any inputs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use drillroom::run::{Action, Phase, Posture, Run, Tape, play, replay};
use drillroom::scenario::{Loaded, NodeKind, Plan, load, read_plan};
use drillroom::score::{Scorecard, check_plan};
use proptest::prelude::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

pub(crate) const DRILLS: [&str; 5] = ["dorm-fire", "classroom-quake", "vape-party", "part-time-rebate", "fake-police"];

fn drill(id: &str) -> Arc<Loaded> {
    let (loaded, checked) = load(&root().join(format!("scenarios/{id}.ron"))).expect("the drill is there");
    Arc::new(loaded.unwrap_or_else(|| panic!("{}", checked.render(drillroom::diag::Lang::En))))
}

fn plan(id: &str, kind: &str, case: &Loaded) -> Plan {
    let text = std::fs::read_to_string(root().join(format!("scenarios/plans/{id}.{kind}.ron"))).expect("the plan is there");
    let mut findings = drillroom::diag::Findings::default();
    let plan = read_plan(&text, Some(&case.scenario), &mut findings);
    assert!(findings.is_empty(), "{id}.{kind}: {:?}", findings.sorted());
    plan
}

#[test]
fn every_shipped_drill_can_be_passed_and_failed_as_its_plans_say() {
    for id in DRILLS {
        let case = drill(id);
        for (kind, passes) in [("pass", true), ("fail", false)] {
            let plan = plan(id, kind, &case);
            assert_eq!(plan.expect.passed, Some(passes), "{id}.{kind} says what it expects");
            let off = check_plan(&case, &plan);
            assert!(off.is_empty(), "{id}.{kind}: {}", off[0].en);
        }
    }
}

#[test]
fn every_shipped_drill_is_as_rich_as_asked() {
    for id in DRILLS {
        let case = drill(id);
        let s = &case.scenario;
        let endings = s.nodes.iter().filter(|n| matches!(n.kind, NodeKind::End { .. })).count();
        let redo = s.nodes.iter().filter(|n| matches!(&n.kind, NodeKind::Decide(d) if d.choices.iter().any(|c| c.redo))).count();
        let card = Scorecard::of(&play(&case, 1, &plan(id, "pass", &case)).expect("plays").run);
        let met: std::collections::BTreeSet<&str> = card.choices.iter().map(|c| c.node.as_str()).collect();
        assert!(endings >= 4, "{id} has {endings} endings");
        assert!(redo >= 2, "{id} has {redo} redo points");
        assert!(met.len() >= 12, "{id}: {} decisions on the passing route", met.len());
        assert!(s.variants.iter().any(|v| v.values.len() > 1), "{id} varies");
        assert!(s.pretest.len() >= 3 && s.posttest.len() >= 3, "{id} tests before and after");
        assert!(!s.help.is_empty(), "{id} names help");
    }
}

#[test]
fn a_plan_with_the_same_seed_gives_the_same_bytes_and_replays_to_the_same_score() {
    for id in DRILLS {
        let case = drill(id);
        let plan = plan(id, "pass", &case);
        for seed in [1, 9] {
            let (a, b) = (play(&case, seed, &plan).expect("plays"), play(&case, seed, &plan).expect("plays"));
            assert_eq!(a.tape.to_bytes(), b.tape.to_bytes(), "{id}");
            let tape = Tape::from_bytes(&a.tape.to_bytes()).expect("a whole tape");
            let again = replay(&case, seed, &tape);
            assert_eq!(a.events, again.events, "{id}");
            let json = |r: &Run| serde_json::to_string(&Scorecard::of(r)).expect("serialises");
            assert_eq!(json(&a.run), json(&again.run), "{id}");
        }
    }
}

#[test]
fn different_seeds_draw_different_variants() {
    let case = drill("fake-police");
    let drawn: std::collections::BTreeSet<Vec<usize>> = (0..40).map(|seed| Run::new(Arc::clone(&case), seed).drawn().to_vec()).collect();
    assert!(drawn.len() > 6, "forty seeds drew {} different variants", drawn.len());
}

fn any_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        3 => Just(Action::Next),
        3 => (0_u8..5).prop_map(Action::Pick),
        2 => (any::<i8>(), any::<i8>()).prop_map(|(forward, right)| Action::Walk { forward, right }),
        2 => (0_u16..4096).prop_map(Action::Turn),
        2 => any::<bool>().prop_map(Action::Use),
        1 => (0_u8..6).prop_map(Action::Mark),
        1 => Just(Action::Submit),
        1 => any::<bool>().prop_map(Action::Judge),
        1 => (0_u8..4).prop_map(Action::Answer),
        1 => prop_oneof![Just(Posture::Stand), Just(Posture::Crouch), Just(Posture::Crawl)].prop_map(Action::Posture),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_inputs_replay_exactly_and_never_score_outside_the_bounds(
        which in 0_usize..5,
        seed in any::<u64>(),
        steps in proptest::collection::vec((0_u32..40, any_action()), 1..400),
    ) {
        let case = drill(DRILLS[which]);
        let mut run = Run::new(Arc::clone(&case), seed);
        let mut tape = Tape::default();
        let mut events = Vec::new();
        for (ticks, action) in steps {
            tape.inputs.push((run.now(), action));
            run.apply(action);
            for _ in 0..=ticks {
                run.tick();
                let now = run.now();
                events.extend(run.take_events().into_iter().map(|e| (now, e)));
            }
            if *run.phase() == Phase::Over {
                break;
            }
        }
        tape.end = run.now();
        let again = replay(&case, seed, &tape);
        prop_assert_eq!(&events, &again.events);
        let card = Scorecard::of(&run);
        prop_assert_eq!(serde_json::to_string(&card).ok(), serde_json::to_string(&Scorecard::of(&again.run)).ok());
        prop_assert!(card.points >= 0 && card.points <= card.max_points && card.percent <= 100);
        prop_assert!(card.critical_errors.is_empty() || !card.passed);
        let at = run.body().at;
        prop_assert!(at.iter().all(|x| x.is_finite()));
        prop_assert!(case.place.ground(at[0], at[2], at[1]).is_some(), "the student stands on something: {at:?}");
    }
}
