//! A fire by physics in a run: what a door is worth, and what must stay true of every run with one.

use std::sync::Arc;

use drillroom::explore::{Limits, explore};
use drillroom::hazard::{Clocks, Leaf, Smoke};
use drillroom::place::RoomId;
use drillroom::run::{Action, Phase, Run};
use drillroom::scenario::{Loaded, load};

use super::root;

fn case() -> Arc<Loaded> {
    let (loaded, checked) = load(&root().join("tests/cases/burning/two-rooms.ron")).expect("the drill is there");
    Arc::new(loaded.unwrap_or_else(|| panic!("{}", checked.render(drillroom::diag::Lang::En))))
}

fn room(run: &Run, name: &str) -> RoomId {
    run.case().place.room(name).expect("the room is there")
}

/// Plays up to the choice, makes it, and lets time pass for so many seconds.
fn played(choice: u8, seconds: u32) -> Run {
    let mut run = Run::new(case(), 1);
    while !matches!(run.phase(), Phase::Decide { .. }) {
        run.apply(Action::Next);
        run.tick();
    }
    run.apply(Action::Pick(choice));
    for _ in 0..seconds * 60 {
        if !matches!(run.phase(), Phase::Wait { .. }) {
            run.apply(Action::Next);
        }
        run.tick();
    }
    run
}

#[test]
fn a_shut_door_keeps_the_corridor_and_the_room_next_door_clear() {
    let (shut, open) = (played(0, 150), played(1, 150));
    let met = |run: &Run, name: &str| run.here_in(Some(room(run, name)), 1.6);
    assert!(met(&shut, "friends").visibility() > 10.0, "{:?}", met(&shut, "friends"));
    assert!(met(&open, "friends").visibility() < 3.0, "{:?}", met(&open, "friends"));
    assert!(met(&open, "corridor").air.temperature_c > met(&shut, "corridor").air.temperature_c + 20.0);
    // Behind the shut door the fire starves and is the less for it.
    let heat = |run: &Run| run.smoke().expect("it burns by physics").heat();
    assert!(heat(&shut) < heat(&open), "{} {}", heat(&shut), heat(&open));
}

/// Soot behind the friends' door after two minutes of a mattress in the corridor's other room, whose door is open: metres of extinction.
fn soot_behind(leaf: Leaf) -> f64 {
    let case = case();
    let (place, hazards) = (&case.place, &case.scenario.hazards);
    let mut smoke = Smoke::of(place, hazards).expect("something burns");
    let clocks = Clocks { began: vec![Some(0); hazards.len()], over: vec![false; hazards.len()] };
    let friends = place.door("friends_door").expect("the door is there");
    for _ in 0..1200 {
        smoke.step(0.1, place, hazards, &clocks, |door| if door == friends { leaf } else { Leaf::Open });
    }
    let here = smoke.here(place.room("friends"), 2.9);
    here.layer_k * (3.0 - here.layer)
}

#[test]
fn a_shut_door_holds_smoke_back_and_wet_cloth_most_of_the_rest() {
    let [open, shut, sealed] = [Leaf::Open, Leaf::Shut, Leaf::Sealed].map(soot_behind);
    assert!(shut < open / 10.0, "a shut leaf: {shut} of {open}");
    assert!(sealed < shut / 5.0, "cloth in its gaps: {sealed} of {shut}");
}

#[test]
fn whoever_crawls_under_the_smoke_breathes_less_of_it() {
    let run = played(1, 110);
    let met = |head| run.here_in(Some(room(&run, "corridor")), head);
    assert!(
        met(1.6).air.extinction_1_m > met(0.5).air.extinction_1_m && met(1.6).air.co_ppm > met(0.5).air.co_ppm,
        "{:?} {:?}",
        met(1.6),
        met(0.5)
    );
    assert_eq!(run.here_in(Some(room(&run, "yard")), 1.6).air.extinction_1_m, 0.0, "the open air is clear");
}

#[test]
fn the_fire_waits_while_one_reads() {
    let mut run = Run::new(case(), 1);
    for _ in 0..600 {
        run.tick();
    }
    assert!(run.fires().is_empty(), "nothing burns before the drill has begun");
    let run = played(1, 20);
    let seen = run.smoke().cloned();
    assert!(!run.fires().is_empty());
    assert_eq!(run.smoke().cloned(), seen);
}

#[test]
fn the_same_inputs_give_the_same_air_to_the_last_bit() {
    let bits = |run: &Run| {
        let here = run.here_in(Some(room(run, "corridor")), 1.1);
        [here.layer, here.air.extinction_1_m, here.air.co_ppm, here.air.temperature_c, run.dose().toxic, run.dose().heat].map(f64::to_bits)
    };
    assert_eq!(bits(&played(1, 90)), bits(&played(1, 90)));
}

#[test]
fn a_checkpoint_goes_on_as_the_run_itself_does() {
    let mut run = played(1, 40);
    let mut other = run.clone();
    for _ in 0..1200 {
        run.tick();
        other.tick();
    }
    assert_eq!(run.smoke(), other.smoke());
    assert_eq!(run.dose(), other.dose());
}

#[test]
fn what_physics_may_do_is_explored_both_ways() {
    let report = explore(&case(), &Limits::default(), &mut |_| {});
    assert!(report.complete);
    assert!(report.unreachable.is_empty(), "the smoke may overcome and may not: {:?}", report.unreachable);
}
