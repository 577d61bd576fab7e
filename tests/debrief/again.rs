//! A run looked at again: any moment is the moment that was, however one came there; and the example keeps the student's time.

use drillroom::debrief::{Example, Replay};
use drillroom::diag::Findings;
use drillroom::run::{Event, Run, replay};
use drillroom::scenario::read_plan;
use proptest::prelude::*;

use super::{root, tape_of};

const BURNING: (&str, &str) = ("tests/cases/burning/escape.ron", "escape.pass.ron");

/// Everything of a run that can be seen.
fn seen(run: &Run) -> String {
    format!("{} {:?} {:?} {:?} {:?} {:?}", run.now(), run.phase(), run.body(), run.dose(), run.open_doors(), run.here())
}

#[test]
fn a_moment_is_the_same_whether_one_comes_from_before_or_from_behind() {
    let (case, tape) = tape_of(BURNING.0, BURNING.1);
    let again = Replay::of(&case, 1, &tape);
    assert!(again.len() > 600, "{}", again.len());
    proptest!(ProptestConfig::with_cases(24), |(a in 0..again.len(), b in 0..again.len())| {
        let (low, high) = (a.min(b), a.max(b));
        let mut walked = again.at(low).expect("there are frames");
        again.on_to(&mut walked, high);
        let sought = again.at(high).expect("there are frames");
        prop_assert_eq!(seen(walked.run()), seen(sought.run()));
        // Backwards is no way for a run: it stays where it is.
        again.on_to(&mut walked, low);
        prop_assert_eq!(seen(walked.run()), seen(sought.run()));
    });
}

#[test]
fn the_last_moment_is_that_in_which_the_student_last_acted() {
    let (case, tape) = tape_of(BURNING.0, BURNING.1);
    let again = Replay::of(&case, 1, &tape);
    let last = again.at(usize::MAX).expect("there are frames");
    let played = replay(&case, 1, &tape).run;
    assert_eq!(last.run().body().at, played.body().at);
    assert_eq!(last.run().tally().choices, played.tally().choices);
    assert_eq!(again.frame_of(u32::MAX), again.len() - 1);
}

#[test]
fn what_had_happened_by_a_moment_is_told_with_how_long_ago_it_was() {
    let (case, tape) = tape_of(BURNING.0, BURNING.1);
    let again = Replay::of(&case, 1, &tape);
    let all = replay(&case, 1, &tape).events;
    let doors = |events: &[(u32, Event)]| events.iter().filter(|(_, e)| matches!(e, Event::Door { .. })).count();
    let heard: Vec<(f64, &Event)> = again.heard(again.len() - 1).collect();
    assert_eq!(heard.iter().filter(|(_, e)| matches!(e, Event::Door { .. })).count(), doors(&all));
    assert!(heard.windows(2).all(|w| w[0].0 >= w[1].0), "the oldest comes first");
    assert_eq!(again.heard(0).filter(|(ago, _)| *ago > 0.0).count(), 0);
}

#[test]
fn the_example_walks_where_its_plan_walks_and_waits_where_it_arrived() {
    let (case, tape) = tape_of(BURNING.0, BURNING.1);
    let text = std::fs::read_to_string(root().join("tests/cases/burning/plans").join(BURNING.1)).expect("the plan is there");
    let plan = read_plan(&text, Some(&case.scenario), &mut Findings::default());
    let example = Example::of(&case, 1, &plan).expect("it runs through");
    let again = Replay::of(&case, 1, &tape);
    for frame in (0..again.len()).step_by(97) {
        let (stand, at) = (example.at(frame).at, again.at(frame).expect("there are frames").run().body().at);
        let far = (0..3).map(|k| (stand[k] - at[k]).powi(2)).sum::<f64>().sqrt();
        assert!(far < 0.25, "frame {frame}: {stand:?} {at:?}");
    }
    assert_eq!(example.at(usize::MAX / 2).speed.to_bits(), 0.0_f64.to_bits());
}
