//! The others in a debrief: counted as the run counts them, and shown where they were as the student came out.

use drillroom::crowd::State;
use drillroom::debrief::{Debrief, Shape, chart, plan, report};
use drillroom::diag::Lang;
use drillroom::run::Event;

use super::{debrief, played};

const DORM: &str = "scenarios/dorm-fire.ron";

#[test]
fn the_counts_are_those_of_the_run_and_always_sum_up() {
    let outcome = played(DORM, "dorm-fire.pass.ron");
    let d = Debrief::of(outcome.run.case(), 1, &outcome.tape);
    let crowd = d.crowd.as_ref().expect("the drill has one");
    let run = outcome.run.crowd().expect("the drill has one");
    assert_eq!(crowd.people, run.people().len());
    assert!(crowd.counts.iter().all(|(_, c)| c.safe + c.waiting + c.fallen == crowd.people));
    assert!(crowd.counts.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1.fallen <= w[1].1.fallen));
    // Once a second: what came last is a second away at most.
    let safe = |e: &&(u32, Event)| matches!(e.1, Event::Crowd(drillroom::crowd::CrowdEvent::Safe { .. }));
    assert_eq!(crowd.last_safe.is_some(), outcome.events.iter().any(|e| safe(&e)));
    assert!(run.count(State::Safe).abs_diff(crowd.end().safe) <= 1, "{:?}", crowd.end());
}

#[test]
fn the_others_are_on_the_plan_as_they_were_when_the_student_came_out() {
    let d = debrief("scenarios/classroom-quake.ron", "classroom-quake.pass.ron");
    let crowd = d.crowd.as_ref().expect("the drill has one");
    assert_eq!(Some(crowd.met), d.trace.out);
    assert_eq!(crowd.others.len(), crowd.people);
    let safe = crowd.others.iter().filter(|o| o.state == State::Safe).count();
    assert!(safe.abs_diff(crowd.at(crowd.met).safe) <= 1);
    let bare = plan(&Debrief { crowd: None, ..d.clone() }, Lang::Zh);
    let circles = |p: &drillroom::debrief::Picture| p.shapes.iter().filter(|s| matches!(s, Shape::Circle { .. })).count();
    assert!(circles(&plan(&d, Lang::Zh)) > circles(&bare), "somebody of them is on the drawing");
}

#[test]
fn the_page_says_how_many_came_out_and_the_curves_have_a_part_for_them() {
    let d = debrief(DORM, "dorm-fire.pass.ron");
    let crowd = d.crowd.as_ref().expect("the drill has one");
    let count = format!("{}/{} 人", crowd.end().safe, crowd.people);
    assert!(report(&d, &Default::default(), Lang::Zh).contains(&count));
    let alone = Debrief { crowd: None, ..d.clone() };
    assert!(chart(&d, Lang::En).height > chart(&alone, Lang::En).height + 300.0);
}
