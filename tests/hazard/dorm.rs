//! The shipped dormitory fire: what its smoke does at each step of the story, and what the student's own doors, cloth and extinguisher change.

use std::fmt::Write as _;
use std::sync::Arc;

use drillroom::diag::Findings;
use drillroom::hazard::Here;
use drillroom::run::{Action, Event, Goal, Phase, Pilot, Run, Scripted, Target, drawn_by};
use drillroom::scenario::{Loaded, NodeKind, Plan, load, read_plan};
use drillroom::score::Scorecard;

use super::root;

pub(super) fn drill() -> Arc<Loaded> {
    let (loaded, checked) = load(&root().join("scenarios/dorm-fire.ron")).expect("the drill is there");
    Arc::new(loaded.unwrap_or_else(|| panic!("{}", checked.render(drillroom::diag::Lang::En))))
}

/// A seed that draws these values of `origin` and `stair`.
fn seed(case: &Loaded, origin: &str, stair: &str) -> u64 {
    let s = &case.scenario;
    let fits = |seed: &u64| {
        let drawn = drawn_by(s, *seed);
        let value = |name: &str| s.variants.iter().zip(&drawn).find(|(v, _)| v.id == name).map(|(v, n)| v.values[*n].clone());
        value("origin").as_deref() == Some(origin) && value("stair").as_deref() == Some(stair)
    };
    (0..200).find(fits).expect("some seed draws it")
}

fn plan(case: &Loaded, text: &str) -> Plan {
    let mut findings = Findings::default();
    let plan = read_plan(text, Some(&case.scenario), &mut findings);
    assert!(!findings.has_errors(), "{:?}", findings.sorted());
    plan
}

fn passing(case: &Loaded, think: f64) -> Plan {
    let text = std::fs::read_to_string(root().join("scenarios/plans/dorm-fire.pass.ron")).expect("the plan is there");
    plan(case, &text.replacen("steps:", &format!("think: {think}, steps:"), 1))
}

/// Plays until `until` says so or the run is over.
fn play_until(case: &Arc<Loaded>, seed: u64, plan: Plan, mut until: impl FnMut(&Run, &[Event]) -> bool) -> Run {
    let mut run = Run::new(Arc::clone(case), seed);
    let mut student = Scripted::new(plan);
    while *run.phase() != Phase::Over {
        for action in student.act(&run).expect("the plan runs through") {
            run.apply(action);
        }
        run.tick();
        let events = run.take_events();
        student.heard(&run, &events);
        if until(&run, &events) {
            break;
        }
    }
    run
}

/// What a head meets in a room, so high above its floor.
fn met(run: &Run, room: &str, head: f64) -> Here {
    run.here_in(Some(run.case().place.room(room).expect("the room is there")), head)
}

fn has_entered(run: &Run, events: &[Event], node: &str) -> bool {
    events.iter().any(|e| matches!(e, Event::Entered(n) if run.scenario().node(*n).id == node))
}

/// The run when a node is entered.
fn at(case: &Arc<Loaded>, seed: u64, plan: Plan, node: &str) -> Run {
    let run = play_until(case, seed, plan, |run, events| has_entered(run, events, node));
    assert_ne!(*run.phase(), Phase::Over, "{node} is never entered");
    run
}

/// The standing head on the landing of a stair, 3.3 m above its floor.
const LANDING: f64 = 3.3 + 1.6;

/// Rows of what is met at every decision, for `docs/dorm-fire.md`.
fn table(case: &Arc<Loaded>, seed: u64, plan: Plan, burning: &str) -> String {
    let (mut out, mut acted, mut is_out) = (String::new(), 0_u32, false);
    play_until(case, seed, plan, |run, events| {
        let burns = run.smoke().is_some_and(|s| s.heat() > 0.0);
        acted += u32::from(burns && matches!(run.phase(), Phase::Decide { .. } | Phase::Wait { .. }));
        for event in events {
            let Event::Entered(node) = event else { continue };
            let node = run.scenario().node(*node);
            let is_told = matches!(node.kind, NodeKind::Decide(_)) || ["opened", "thick", "creep"].contains(&node.id.as_str());
            is_out |= node.id == "call_in";
            if acted == 0 || !is_told || is_out {
                continue;
            }
            let (own, hall) = (met(run, burning, 1.6), met(run, "corridor", 1.6));
            let _ = writeln!(
                out,
                "| `{}` | {:.0} | {:.0} | {:.1} | {:.0} | {:.1} | {:.1} | {:.1} | {:.0} | {:.2} |",
                node.id,
                f64::from(acted) / 60.0,
                run.smoke().map_or(0.0, |s| s.heat() / 1000.0),
                own.layer,
                own.air.temperature_c,
                hall.layer,
                hall.visibility(),
                met(run, "corridor", 1.1).visibility(),
                hall.air.temperature_c,
                run.dose().toxic.max(run.dose().heat),
            );
        }
        false
    });
    out
}

/// The passing plan, but nobody shuts the door until a friend does after half a minute.
fn dawdling(case: &Loaded, think: f64) -> Plan {
    let text = std::fs::read_to_string(root().join("scenarios/plans/dorm-fire.pass.ron")).expect("the plan is there");
    let text = text.replace("Pick(\"close_own\", \"shut\")", "TimeOut(\"close_own\")");
    plan(case, &text.replacen("steps:", &format!("think: {think}, steps:"), 1))
}

#[test]
fn the_page_about_the_fire_says_what_the_program_measures() {
    let case = drill();
    let page = std::fs::read_to_string(root().join("docs/dorm-fire.md")).expect("the page is there");
    let own = seed(&case, "own", "a");
    let tables = [
        table(&case, own, passing(&case, 6.0), "room_214"),
        table(&case, own, dawdling(&case, 6.0), "room_214"),
        table(&case, seed(&case, "next", "b"), passing(&case, 6.0), "room_212"),
    ];
    let missing: Vec<&str> = tables.iter().filter(|rows| !page.contains(rows.as_str())).map(String::as_str).collect();
    assert!(missing.is_empty(), "docs/dorm-fire.md should say:\n{}", missing.join("\n"));
}

#[test]
fn a_student_who_shuts_the_burning_rooms_door_keeps_the_corridor_clear() {
    let case = drill();
    let own = seed(&case, "own", "a");
    let shut = at(&case, own, passing(&case, 6.0), "refight");
    let open = at(&case, own, dawdling(&case, 6.0), "refight");
    let (clear, smoky) = (met(&shut, "corridor", 1.6), met(&open, "corridor", 1.6));
    assert!(clear.visibility() > 15.0 && clear.layer > 2.4, "{clear:?}");
    assert!(smoky.layer < clear.layer - 0.3, "{} {}", smoky.layer, clear.layer);
    assert!(met(&shut, "room_214", 1.6).air.temperature_c > 80.0, "behind the door it burns");
}

#[test]
fn whenever_the_story_says_that_smoke_is_at_head_height_it_is_and_below_one_sees() {
    let case = drill();
    for (origin, stair) in [("own", "a"), ("own", "b"), ("next", "a"), ("next", "b")] {
        for think in [0.5, 3.0, 6.0, 15.0] {
            let run = at(&case, seed(&case, origin, stair), passing(&case, think), "low");
            let (standing, bent) = (met(&run, "corridor", 1.6), met(&run, "corridor", 1.1));
            let told = format!("{origin} {stair}, {think} s a choice");
            assert!(standing.visibility() < 1.0, "{told}: standing one sees {} m", standing.visibility());
            assert!(bent.visibility() > 3.0, "{told}: bent one sees {} m", bent.visibility());
            assert!(run.dose().toxic < 0.3 && run.dose().heat < 0.3, "{told}: {:?}", run.dose());
        }
    }
}

#[test]
fn whoever_does_everything_right_passes_at_any_pace() {
    let case = drill();
    for (origin, stair) in [("own", "a"), ("own", "b"), ("next", "a"), ("next", "b")] {
        for think in [0.5, 4.0, 15.0] {
            let run = play_until(&case, seed(&case, origin, stair), passing(&case, think), |_, _| false);
            let card = Scorecard::of(&run);
            assert_eq!((card.ending.as_deref(), card.percent), (Some("end_safe"), 100), "{origin} {stair}, {think} s a choice");
            assert!(run.dose().toxic < 0.2 && run.dose().heat < 0.2, "{origin} {stair}, {think}: {:?}", run.dose());
        }
    }
}

#[test]
fn the_stair_whose_door_is_wedged_is_full_of_smoke_and_the_other_is_clear() {
    let case = drill();
    for think in [1.0, 6.0, 15.0] {
        let run = at(&case, seed(&case, "own", "a"), passing(&case, think), "look_a_bad");
        assert!(met(&run, "stair_a", LANDING).visibility() < 3.0, "{think}: {:?}", met(&run, "stair_a", LANDING));
        assert!(met(&run, "stair_b", LANDING).visibility() > 10.0, "{think}: {:?}", met(&run, "stair_b", LANDING));
        let run = at(&case, seed(&case, "next", "b"), passing(&case, think), "look_a_ok");
        assert!(met(&run, "stair_a", LANDING).visibility() > 10.0, "{think}: {:?}", met(&run, "stair_a", LANDING));
    }
}

#[test]
fn who_goes_back_and_shuts_the_opened_door_has_thin_smoke_only() {
    let case = drill();
    let mut run = at(&case, seed(&case, "own", "a"), passing(&case, 6.0), "feel");
    let door = run.case().place.door("door_214").expect("the door is there");
    let mut pilot = Pilot::default();
    for _ in 0..60 * 20 {
        if run.open_doors().contains(&door) {
            pilot.steer(&run, Goal::Use(Target::Door(door))).into_iter().for_each(|a| run.apply(a));
        }
        run.tick();
    }
    assert!(!run.open_doors().contains(&door), "the door is shut");
    let mut student = Scripted::new(passing(&case, 1.0));
    let mut events = Vec::new();
    while !has_entered(&run, &events, "low") {
        student.act(&run).expect("the plan runs through").into_iter().for_each(|a| run.apply(a));
        run.tick();
        events = run.take_events();
        student.heard(&run, &events);
        assert!(!has_entered(&run, &events, "thick"), "the smoke does not come down");
    }
    assert!(met(&run, "corridor", 1.6).visibility() > 5.0);
}

#[test]
fn the_extinguisher_puts_the_bin_out_and_the_battery_burns_on() {
    let case = drill();
    let own = seed(&case, "own", "a");
    let flame = |run: &Run| {
        let bin = run.case().place.prop("bin_corr").expect("the bin is there");
        let spot = run.case().place.props[bin.index()].at;
        run.fires().iter().find(|(at, _)| *at == spot).map_or(0.0, |(_, height)| *height)
    };
    let (before, after) = (at(&case, own, passing(&case, 3.0), "bin_spray"), at(&case, own, passing(&case, 3.0), "bin_done"));
    assert!(flame(&before) > 0.2, "it burns before: {}", flame(&before));
    assert!(flame(&after) < 0.5 * flame(&before), "{} {}", flame(&before), flame(&after));
    let later = at(&case, own, passing(&case, 3.0), "feel");
    assert_eq!(flame(&later), 0.0, "and is out soon after");
    assert!(later.smoke().expect("it burns by physics").heat() > before.smoke().expect("it burns by physics").heat());
}

#[test]
fn cloth_in_the_gaps_stays_until_the_door_is_opened() {
    let case = drill();
    let text = std::fs::read_to_string(root().join("scenarios/plans/dorm-fire.pass.ron")).expect("the plan is there");
    let more = "Pick(\"route_b\", \"shelter\"), Pick(\"shelter_door\", \"shut\"), Pick(\"sh_seal\", \"share\"), Pick(\"sh_call\", \"where\"), Pick(\"sh_wave\", \"light_wave\"), ";
    let sheltering = plan(&case, &text.replace("Pick(\"route_b\", \"other\"), ", more));
    let mut run = at(&case, seed(&case, "own", "a"), sheltering, "sh_wave");
    let door = run.case().place.door("door_wash").expect("the door is there");
    assert!(run.sealed_doors().contains(&door) && run.clone().sealed_doors().contains(&door));
    let mut pilot = Pilot::default();
    for _ in 0..60 * 20 {
        if !run.open_doors().contains(&door) {
            pilot.steer(&run, Goal::Use(Target::Door(door))).into_iter().for_each(|a| run.apply(a));
        }
        run.tick();
    }
    assert!(run.open_doors().contains(&door) && !run.sealed_doors().contains(&door), "opening pulls the cloth out");
}

#[test]
fn a_hand_on_the_door_feels_it_and_a_touch_does_not_fling_it_open() {
    let case = drill();
    let mut run = at(&case, seed(&case, "own", "a"), passing(&case, 3.0), "feel");
    let door = run.case().place.door("door_210").expect("the door is there");
    let mut pilot = Pilot::default();
    let mut touched = false;
    for _ in 0..60 * 20 {
        if !matches!(run.phase(), Phase::Decide { .. }) {
            break;
        }
        let actions = pilot.steer(&run, Goal::Hold(Target::Door(door)));
        touched |= actions.contains(&Action::Use(true));
        actions.into_iter().for_each(|a| run.apply(a));
        assert!(
            !(touched && matches!(run.phase(), Phase::Decide { .. }) && run.open_doors().contains(&door)),
            "it stays shut while it is felt"
        );
        run.tick();
    }
    let made = run.tally().choices.last().expect("a choice was made");
    assert_eq!(run.scenario().node(made.node).id, "feel");
    assert!(run.open_doors().contains(&door), "a crack, once it has been felt");
}
