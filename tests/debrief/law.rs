//! What must hold of any debrief.

use std::time::Instant;

use drillroom::debrief::{Act, DOSE_MATTERS, Debrief, Shape, TIME_MATTERS, What, WhatIf, chart, plan, report, svg, told};
use drillroom::diag::Lang;
use drillroom::run::{Action, Phase, Run, Tape, replay};

use super::{case, debrief, door, escape, played, tape_of};

const TWO_ROOMS: &str = "tests/cases/burning/two-rooms.ron";

/// A tape for `two-rooms`: how long one hesitates, what one chooses, how long one stays, and what one's body does meanwhile.
fn tape(hesitate: u32, choice: u8, inputs: &[(u32, Action)]) -> Tape {
    let mut run = Run::new(case(TWO_ROOMS), 1);
    let mut tape = Tape::default();
    let mut more = inputs.iter().copied().peekable();
    let mut waited = 0;
    while *run.phase() != Phase::Over && run.now() < 60 * 700 {
        let mut now = Vec::new();
        match run.phase() {
            Phase::Decide { .. } => {
                waited += 1;
                now.extend((waited > hesitate).then_some(Action::Pick(choice)));
            }
            Phase::Wait { .. } => {}
            _ => now.push(Action::Next),
        }
        while more.peek().is_some_and(|(t, _)| *t <= run.now()) {
            now.extend(more.next().map(|(_, a)| a));
        }
        for action in now {
            tape.inputs.push((run.now(), action));
            run.apply(action);
        }
        run.tick();
    }
    tape.end = run.now();
    tape
}

#[test]
fn shutting_the_door_of_the_burning_room_never_harms_anybody_outside_it() {
    let walks: [&[(u32, Action)]; 3] = [
        &[],
        &[(200, Action::Turn(3072)), (210, Action::Walk { forward: 90, right: 0 }), (2000, Action::Walk { forward: 0, right: 0 })],
        &[(400, Action::Posture(drillroom::run::Posture::Crawl)), (500, Action::Turn(1024)), (510, Action::Walk { forward: 40, right: 0 })],
    ];
    for hesitate in [1, 600, 2400] {
        for walk in walks {
            let d = Debrief::of(&case(TWO_ROOMS), 1, &tape(hesitate, 1, walk));
            let c = door(&d);
            assert_eq!(c.act, Act::LeftOpen);
            assert!(c.dose_saved() >= 0.0, "{hesitate} {walk:?}: {:?} {:?}", c.dose, c.other_dose);
            assert!(c.rooms.iter().all(|r| r.gain > 0.0), "{hesitate} {walk:?}: {:?}", c.rooms);
        }
    }
}

#[test]
fn what_is_said_of_the_other_door_is_what_the_other_choice_really_brings() {
    // The same wait in the corridor: the choice that shuts the door is the counterfactual of the one that leaves it open.
    let (left, shut) = (debrief(TWO_ROOMS, "two-rooms.fail.ron"), debrief(TWO_ROOMS, "two-rooms.pass.ron"));
    let (a, b) = (door(&left), door(&shut));
    assert!((a.other_dose.toxic - shut.card.dose.toxic).abs() < 1e-3, "{:?} {:?}", a.other_dose, shut.card.dose);
    assert!((b.other_dose.toxic - left.card.dose.toxic).abs() < 1e-3, "{:?} {:?}", b.other_dose, left.card.dose);
    assert_eq!((a.act, b.act), (Act::LeftOpen, Act::Shut));
    assert!(a.rooms[0].gain > 60.0 && b.rooms[0].gain < -60.0);
}

#[test]
fn the_corridor_fails_as_soon_as_the_run_itself_says_so() {
    let d = debrief(TWO_ROOMS, "two-rooms.fail.ron");
    let corridor = d.case.place.room("corridor").expect("it is there");
    let failed = d.film.room(corridor).and_then(|w| w.state.untenable).expect("it fills with smoke");
    let first = d.trace.moments.iter().find(|m| m.visibility < 10.0).expect("the student stands in it");
    assert!((first.time - failed.time).abs() <= 0.6, "{} {}", first.time, failed.time);
    let time = d.times.closest().expect("a room failed");
    assert_eq!(time.room, corridor);
    assert!(time.stayed && time.margin().is_some_and(|m| m < 0.0));
}

#[test]
fn whoever_walks_out_is_out_and_the_door_behind_is_told_of() {
    let d = escape();
    assert!(d.times.out.is_some());
    let place = &d.case.place;
    assert_eq!(d.doors, [(place.door("own_door").expect("it is there"), Act::LeftOpen)]);
    assert_eq!(door(&d).rooms.first().map(|r| r.room), place.room("corridor"));
    let rooms: Vec<&str> = d.times.rooms.iter().map(|t| place.rooms[t.room.index()].id.as_str()).collect();
    assert_eq!(rooms, ["own", "corridor"], "every room on the way, the first one first");
    assert!(d.trace.happenings.iter().any(|h| matches!(h.what, What::Fire { .. })));
    // The moment of the door is the moment of going through it, not the end of the run.
    let through = d.times.rooms[0].left;
    assert!((door(&d).time - through).abs() < 2.5, "{} {through}", door(&d).time);
}

#[test]
fn being_watched_changes_nothing_in_a_run() {
    let (case, tape) = tape_of("tests/cases/burning/escape.ron", "escape.pass.ron");
    let run = replay(&case, 1, &tape).run;
    let d = Debrief::of(&case, 1, &tape);
    assert_eq!(d.card, drillroom::score::Scorecard::of(&run));
    assert_eq!(d.trace.moments.last().map(|m| m.dose), Some(run.dose()));
    assert_eq!(d.trace.choices.len(), run.tally().choices.len());
}

#[test]
fn the_same_tape_gives_the_same_bytes() {
    let page = || {
        let d = escape();
        [svg(&plan(&d, Lang::Zh), Lang::Zh), svg(&chart(&d, Lang::Zh), Lang::Zh), report(&d, &Default::default(), Lang::En)]
    };
    assert_eq!(page(), page());
}

#[test]
fn a_drill_without_physics_says_so_and_still_has_its_way() {
    let d = debrief("scenarios/fake-police.ron", "fake-police.pass.ron");
    assert_eq!(d.what_if, WhatIf::NoPhysics);
    assert!(!d.has_smoke() && d.times.rooms.iter().all(|r| r.aset.is_none()));
    assert!(told(&d, Lang::En).contains("no smoke"), "{}", told(&d, Lang::En));
    assert!(plan(&d, Lang::Zh).shapes.len() > 20);
    assert!(!d.trace.choices.is_empty());
}

#[test]
fn nothing_is_claimed_where_nothing_changes() {
    // Three seconds after the fire began the run is left: no dose, and no door matters to it yet; the air is followed on all the same.
    let mut short = tape(1, 1, &[]);
    short.inputs.retain(|(t, _)| *t < 200);
    short.end = 200;
    let d = Debrief::of(&case(TWO_ROOMS), 1, &short);
    match &d.what_if {
        WhatIf::Door(c) => assert!(c.rooms.iter().any(|r| r.gain.abs() >= TIME_MATTERS) || c.dose_saved().abs() >= DOSE_MATTERS),
        WhatIf::NoDifference(n) => assert!(*n > 0),
        other => panic!("a door was asked about: {other:?}"),
    }
    assert!(!told(&d, Lang::Zh).contains("剂量"), "no dose is told that did not change: {}", told(&d, Lang::Zh));
}

#[test]
fn every_area_is_convex_and_every_spot_is_on_the_picture() {
    let quake = debrief("scenarios/classroom-quake.ron", "classroom-quake.fail.ron");
    for picture in [plan(&escape(), Lang::Zh), chart(&escape(), Lang::En), plan(&quake, Lang::En), chart(&quake, Lang::Zh)] {
        let inside = |(x, y): (f64, f64)| {
            x.is_finite() && y.is_finite() && (-60.0..=picture.width + 60.0).contains(&x) && (0.0..=picture.height).contains(&y)
        };
        for shape in &picture.shapes {
            match shape {
                Shape::Line { points, .. } => assert!(points.iter().copied().all(inside), "{shape:?}"),
                Shape::Circle { at, .. } | Shape::Text { at, .. } => assert!(inside(*at), "{shape:?}"),
                Shape::Area { points, .. } => {
                    assert!(points.iter().copied().all(inside), "{shape:?}");
                    let turns = (0..points.len()).map(|n| {
                        let [a, b, c] = [0, 1, 2].map(|k| points[(n + k) % points.len()]);
                        (b.0 - a.0) * (c.1 - b.1) - (b.1 - a.1) * (c.0 - b.0)
                    });
                    let (left, right) = turns.fold((false, false), |(l, r), t| (l || t > 0.5, r || t < -0.5));
                    assert!(!(left && right), "not convex: {shape:?}");
                }
            }
        }
    }
}

#[test]
fn no_words_are_smaller_than_can_be_read_from_three_metres() {
    let quake = debrief("scenarios/classroom-quake.ron", "classroom-quake.fail.ron");
    for picture in [plan(&escape(), Lang::Zh), chart(&escape(), Lang::En), plan(&quake, Lang::En), chart(&quake, Lang::Zh)] {
        for shape in &picture.shapes {
            if let Shape::Text { size, words, .. } = shape {
                assert!(*size >= 18.0, "{words}: {size}");
            }
        }
    }
}

#[test]
fn a_run_of_any_length_is_bounded_in_memory_and_time() {
    let mut long = tape(1, 1, &[]);
    long.inputs.clear();
    long.inputs.push((0, Action::Next));
    // Nobody answers: the question stands for as long as one likes, and it burns.
    long.end = u32::MAX;
    let start = Instant::now();
    let d = Debrief::of(&case(TWO_ROOMS), 1, &long);
    assert!(d.trace.is_cut);
    assert!(d.trace.moments.len() <= 2_400 && d.film.times.len() <= 2_400);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn ten_minutes_are_explained_in_three_seconds() {
    // Seven minutes in the yard before the question is answered, three more of waiting.
    let walk = [(100, Action::Turn(1024)), (110, Action::Walk { forward: 127, right: 0 }), (600, Action::Walk { forward: 0, right: 0 })];
    let ten = tape(60 * 420, 1, &walk);
    let start = Instant::now();
    let d = Debrief::of(&case(TWO_ROOMS), 1, &ten);
    let took = start.elapsed();
    println!("{:.0} s of action explained in {took:?}: {:?}", d.trace.time, told(&d, Lang::En));
    assert!(d.trace.time > 590.0, "{}", d.trace.time);
    assert!(took.as_secs_f64() < 3.0, "{took:?}");
}

#[test]
fn the_shut_door_is_no_reproach() {
    let d = debrief(TWO_ROOMS, "two-rooms.pass.ron");
    let said = told(&d, Lang::Zh);
    assert!(said.starts_with("你在 ") && said.contains("关上了") && said.contains("少"), "{said}");
    assert!(played(TWO_ROOMS, "two-rooms.pass.ron").run.dose().toxic < 0.01);
}
