//! A dose acts all the time, and in the end it overcomes.

use std::sync::Arc;

use drillroom::explore::{Limits, explore};
use drillroom::run::{Action, Event, Phase, Posture, Run};
use drillroom::scenario::{Loaded, NodeKind, load_bytes};

use super::root;

/// The drill of somebody who stays in a burning room, with one field or ending changed.
fn case(change: impl Fn(String) -> String) -> Arc<Loaded> {
    let text = std::fs::read_to_string(root().join("tests/cases/burning/overcome.ron")).expect("the drill is there");
    let place = std::fs::read(root().join("tests/cases/burning/places/two-rooms.ron")).expect("the place is there");
    Arc::new(load_bytes("overcome", change(text).as_bytes(), &place).expect("the drill can be read"))
}

/// The drill without a node for it.
fn unnamed(text: &str) -> String {
    let is_kept = |line: &&str| !["collapse:", "\"down\":", "\"found\":"].iter().any(|word| line.trim_start().starts_with(word));
    text.lines().filter(is_kept).collect::<Vec<_>>().join("\n")
}

/// Stays, standing or on all fours, until something ends it; the seconds until the student is overcome.
fn stay(case: &Arc<Loaded>, posture: Posture) -> (Run, Option<f64>) {
    let mut run = Run::new(Arc::clone(case), 1);
    let (mut down, mut slowest) = (None, 1.0_f64);
    for _ in 0..60 * 700 {
        if !matches!(run.phase(), Phase::Wait { .. }) {
            run.apply(Action::Next);
        }
        run.apply(Action::Posture(posture));
        run.tick();
        let speed = run.impairment().speed_factor;
        assert!(speed <= slowest + 1e-12, "a dose does not wear off");
        slowest = speed;
        if run.take_events().contains(&Event::Collapsed) {
            assert!(down.is_none(), "one is overcome once");
            down = Some(f64::from(run.now()) / 60.0);
        }
        if matches!(run.phase(), Phase::Over | Phase::Ended(_)) {
            break;
        }
    }
    (run, down)
}

#[test]
fn who_stands_in_the_smoke_long_enough_collapses_and_comes_to_the_named_node() {
    let (run, down) = stay(&case(|t| t), Posture::Stand);
    assert!(down.is_some(), "{:?}", run.dose());
    let ending = run.tally().ending.expect("it ends");
    assert_eq!(run.scenario().node(ending).id, "found");
    let mut after = run.clone();
    after.apply(Action::Posture(Posture::Stand));
    after.apply(Action::Walk { forward: 127, right: 0 });
    assert_eq!(after.body().posture, Posture::Crawl, "one lies");
    assert_eq!(after.impairment().speed_factor, 0.0);
}

#[test]
fn who_crawls_lives_longer() {
    let case = case(|t| t);
    let (standing, crawling) = (stay(&case, Posture::Stand).1.expect("overcome"), stay(&case, Posture::Crawl).1);
    assert!(crawling.is_none_or(|s| s > standing + 5.0), "standing {standing} s, crawling {crawling:?}");
}

#[test]
fn without_a_named_node_it_ends_as_the_first_ending_that_is_no_pass() {
    let (run, down) = stay(&case(|t| unnamed(&t)), Posture::Stand);
    assert!(down.is_some());
    let ending = run.tally().ending.expect("it ends");
    assert_eq!(run.scenario().node(ending).id, "lost");
}

#[test]
fn without_any_ending_that_is_no_pass_the_run_is_left() {
    let all_pass = |t: String| unnamed(&t).replace("pass: false, ", "");
    let (run, down) = stay(&case(all_pass), Posture::Stand);
    assert!(down.is_some() && run.tally().left && run.tally().ending.is_none());
    assert_eq!(*run.phase(), Phase::Over);
}

#[test]
fn being_overcome_and_not_being_overcome_are_both_explored() {
    let case = case(|t| t);
    let report = explore(&case, &Limits::default(), &mut |_| {});
    let ends = |id: &str| report.endings.iter().any(|e| e.id == id && e.reachable);
    assert!(report.complete && ends("found") && ends("out"), "{:?}", report.unreachable);
    assert!(case.scenario.nodes.iter().filter(|n| matches!(n.kind, NodeKind::End { .. })).count() == 3);
}
