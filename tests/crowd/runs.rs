//! A crowd in a run: it walks while the student acts, meets the run's doors and air, hears the student, and is the same for a seed.

use std::sync::Arc;

use drillroom::crowd::{CrowdEvent, State};
use drillroom::debrief::{Debrief, What};
use drillroom::diag::Findings;
use drillroom::explore::{Limits, explore};
use drillroom::place::RoomId;
use drillroom::run::{Action, Event, Phase, Run, Tape, play, replay};
use drillroom::scenario::read_plan;

use super::{DORM, Drill, TWO_ROOMS, wait};

fn crowd(run: &Run) -> &drillroom::crowd::Crowd {
    run.crowd().expect("the drill has a crowd")
}

fn room(run: &Run, id: &str) -> RoomId {
    run.case().place.room(id).expect("it is there")
}

/// In which room everybody is.
fn rooms(run: &Run) -> Vec<RoomId> {
    let mates = run.classmates().expect("the drill has a crowd");
    mates.crowd().people().iter().map(|p| mates.building().room(p.area)).collect()
}

const SLEEPERS: &str = "crowd: (from: \"alarm\", goal: \"assembly\", groups: [(room: \"room_212\", count: 4, look: \"student_m\", asleep: true), (room: \"corridor\", count: 6, delay: 5)]),";

#[test]
fn everybody_is_where_the_author_says_and_stays_there_until_the_alarm() {
    let mut run = Run::new(Drill { crowd: SLEEPERS, ..DORM }.load(), 1);
    let mates = run.classmates().expect("there is a crowd").clone();
    let there = |id: &str| rooms(&run).iter().filter(|r| **r == room(&run, id)).count();
    assert_eq!((there("room_212"), there("corridor"), crowd(&run).count(State::Sleeping)), (4, 6, 4));
    assert!((0..4).all(|n| mates.look(n) == "student_m"));
    // Each in a bed of their own.
    let beds: std::collections::BTreeSet<_> = (0..4).map(|n| mates.bed(n).expect("there are four beds")).collect();
    assert_eq!((beds.len(), mates.bed(4)), (4, None));
    let before = crowd(&run).digest();
    while !matches!(run.phase(), Phase::Decide { .. }) {
        run.apply(Action::Next);
        run.tick();
    }
    wait(&mut run, 20);
    assert_eq!(crowd(&run).digest(), before);
}

#[test]
fn in_calm_air_all_of_them_gather_and_open_the_doors_on_their_way() {
    let mut run = Drill { crowd: SLEEPERS, ..DORM }.waiting(1);
    wait(&mut run, 300);
    assert_eq!(crowd(&run).count(State::Safe), 10);
    let events = run.take_events();
    let stair = run.case().place.door("fire_door_a").expect("it is there");
    assert!(events.contains(&Event::Door { door: stair, open: true, own: false }) && run.open_doors().contains(&stair));
    assert!(events.iter().any(|e| matches!(e, Event::Crowd(CrowdEvent::Woke { .. }))));
    assert!(rooms(&run).iter().all(|r| *r == room(&run, "lawn")));
}

#[test]
fn the_crowd_waits_while_one_reads() {
    let mut run =
        Run::new(Drill { crowd: "crowd: (goal: \"assembly\", groups: [(room: \"corridor\", count: 9, delay: 0)]),", ..DORM }.load(), 1);
    let before = crowd(&run).digest();
    wait(&mut run, 60);
    assert_eq!((run.phase(), crowd(&run).digest()), (&Phase::Brief, before));
}

#[test]
fn a_locked_stair_door_makes_them_turn_round_and_take_the_other_stair() {
    let ten = "crowd: (from: \"alarm\", goal: \"assembly\", groups: [(room: \"room_210\", count: 8, delay: 1, helps: 0)]),";
    let mut free = Drill { crowd: ten, ..DORM }.waiting(3);
    let mut locked = Drill { crowd: ten, cues: "Lock(\"fire_door_a\")", ..DORM }.waiting(3);
    let door = locked.case().place.door("fire_door_a").expect("it is there");
    wait(&mut free, 240);
    wait(&mut locked, 240);
    let turned = |run: &mut Run| run.take_events().iter().filter(|e| matches!(e, Event::Crowd(CrowdEvent::Rerouted { .. }))).count();
    assert_eq!((crowd(&free).count(State::Safe), crowd(&locked).count(State::Safe)), (8, 8));
    assert!(!locked.open_doors().contains(&door));
    let passed = |run: &Run, id: &str| {
        let door = run.case().place.door(id);
        let mates = run.classmates().expect("there is a crowd");
        (0..mates.building().plan().openings.len())
            .filter(|o| mates.building().door(*o) == door)
            .map(|o| mates.crowd().passed(o))
            .sum::<u32>()
    };
    assert_eq!((passed(&free, "fire_door_a"), passed(&free, "fire_door_b")), (8, 0));
    assert_eq!((passed(&locked, "fire_door_a"), passed(&locked, "fire_door_b")), (0, 8));
    assert!(turned(&mut locked) >= 4 && turned(&mut free) == 0);
}

#[test]
fn behind_locked_doors_they_know_no_way_and_wait() {
    let mut run = Drill {
        crowd: "crowd: (from: \"alarm\", goal: \"outside\", groups: [(room: \"friends\", count: 4, delay: 1)]),",
        cues: "Lock(\"friends_door\")",
        ..TWO_ROOMS
    }
    .waiting(1);
    wait(&mut run, 60);
    assert_eq!((crowd(&run).count(State::Trapped), crowd(&run).count(State::Safe)), (4, 0));
}

/// A fire in one's own room, whose door stands open; the friends next door are slow.
const FIRE: Drill<'_> = Drill {
    crowd: "crowd: (from: \"alarm\", goal: \"outside\", groups: [(room: \"friends\", count: 6, delay: 150, follows: 1, helps: 0)]),",
    hazards: "Burn(at: \"bed\", item: Mattress, growth: Fast)",
    ..TWO_ROOMS
};

#[test]
fn those_who_see_the_corridor_full_of_smoke_do_not_walk_into_it() {
    let mut run = FIRE.waiting(2);
    let mut calm = Drill { hazards: "", ..FIRE }.waiting(2);
    wait(&mut run, 400);
    wait(&mut calm, 400);
    assert_eq!(crowd(&calm).count(State::Safe), 6);
    assert!(run.here_in(Some(room(&run, "corridor")), 1.6).visibility() < 3.0);
    let events = run.take_events();
    let blocked = events.iter().filter(|e| matches!(e, Event::Crowd(CrowdEvent::Blocked { .. }))).count();
    assert!(
        blocked > 0 && crowd(&run).count(State::Safe) < 6,
        "{blocked} {:?}",
        crowd(&run).people().iter().map(|p| p.state).collect::<Vec<_>>()
    );
}

#[test]
fn smoke_in_one_stair_sends_them_to_the_other() {
    let smoke = "Smoke(room: \"stair_a\", keys: [(s: 0, layer: 0, k: 4)])";
    let four = "crowd: (from: \"alarm\", goal: \"assembly\", groups: [(room: \"room_212\", count: 6, delay: 1, helps: 0)]),";
    let mut run = Drill { crowd: four, hazards: smoke, cues: "Open(\"fire_door_a\")", ..DORM }.waiting(4);
    wait(&mut run, 240);
    assert_eq!(crowd(&run).count(State::Safe), 6);
    let mates = run.classmates().expect("there is a crowd");
    let b = run.case().place.door("fire_door_b");
    let by_b: u32 =
        (0..mates.building().plan().openings.len()).filter(|o| mates.building().door(*o) == b).map(|o| mates.crowd().passed(o)).sum();
    assert_eq!(by_b, 6);
}

#[test]
fn a_call_brings_those_who_listen_and_is_over_after_five_seconds() {
    let of = |cues: &str| {
        let five =
            "crowd: (from: \"alarm\", goal: \"outside\", groups: [(room: \"corridor\", count: 5, delay: 300, follows: 1, helps: 0)]),";
        let mut run = Drill { at: "hall", crowd: five, cues, ..TWO_ROOMS }.waiting(1);
        wait(&mut run, 4);
        let is_called = run.classmates().expect("there is a crowd").is_called();
        wait(&mut run, 20);
        (crowd(&run).people().iter().filter(|p| p.is_moving()).count(), is_called, run.classmates().expect("there").is_called())
    };
    assert_eq!(of(""), (0, false, false));
    assert_eq!(of("Call"), (5, true, false));
}

#[test]
fn how_many_are_saved_moves_the_story() {
    let mut run =
        Drill { crowd: SLEEPERS, triggers: "(when: \"saved >= 10 and waiting == 0 and fallen == 0\", go: \"done\")", ..DORM }.waiting(1);
    let mut seconds = 0;
    while matches!(run.phase(), Phase::Wait { .. }) && seconds < 400 {
        wait(&mut run, 1);
        seconds += 1;
    }
    assert!(matches!(run.phase(), Phase::Ended(_)) && crowd(&run).count(State::Safe) == 10, "{:?}", run.phase());
    assert!(seconds > 40);
}

#[test]
fn the_same_seed_and_inputs_give_the_same_people_and_another_seed_others() {
    let digest = |seed: u64| {
        let mut run = Drill { crowd: SLEEPERS, hazards: "Burn(at: \"battery_2\", item: EBikeBattery)", ..DORM }.waiting(seed);
        wait(&mut run, 60);
        crowd(&run).digest()
    };
    assert_eq!(digest(7), digest(7));
    assert_ne!(digest(7), digest(8));
}

#[test]
fn a_tape_replayed_leads_everybody_to_the_same_millimetre() {
    let case = Drill { crowd: SLEEPERS, hazards: "Burn(at: \"battery_2\", item: EBikeBattery)", ..DORM }.load();
    let text = "(scenario: \"drill\", think: 0.5, steps: [Pick(\"ask\", \"go\")])";
    let plan = read_plan(text, Some(&case.scenario), &mut Findings::default());
    let played = play(&case, 9, &plan).expect("the plan runs through");
    let again = replay(&case, 9, &played.tape);
    assert_eq!(crowd(&played.run).digest(), crowd(&again.run).digest());
    assert!(crowd(&played.run).millimetres().eq(crowd(&again.run).millimetres()));
    assert_eq!(played.events, again.events);
}

#[test]
fn a_checkpoint_with_a_crowd_goes_on_as_the_run_itself_does() {
    let mut run = FIRE.waiting(5);
    wait(&mut run, 40);
    let mut other = run.clone();
    wait(&mut run, 60);
    assert_ne!(crowd(&run).digest(), crowd(&other).digest());
    wait(&mut other, 60);
    assert_eq!(crowd(&run).digest(), crowd(&other).digest());
    assert_eq!((run.dose(), run.open_doors()), (other.dose(), other.open_doors()));
}

#[test]
fn without_a_crowd_a_run_has_none_and_with_one_the_student_meets_the_same() {
    let mut alone = Drill { hazards: FIRE.hazards, at: "hall", ..TWO_ROOMS }.waiting(1);
    let mut together = Drill { at: "hall", crowd: "crowd: (groups: [(room: \"yard\", count: 3)]),", ..FIRE }.waiting(1);
    assert!(alone.crowd().is_none() && together.crowd().is_some());
    wait(&mut alone, 60);
    wait(&mut together, 60);
    let met = |run: &Run| (run.dose(), *run.here(), run.body().clone(), run.tally().clone());
    assert_eq!(met(&alone), met(&together));
    assert_eq!(alone.drawn(), together.drawn());
}

#[test]
fn what_the_crowd_may_do_is_explored_both_ways_and_before_the_alarm_it_does_nothing() {
    let of = |when: &str| {
        let case = Drill { crowd: SLEEPERS, triggers: &format!("(when: {when:?}, go: \"done\")"), ..DORM }.load();
        let report = explore(&case, &Limits::default(), &mut |_| {});
        assert!(report.complete);
        report.unreachable.len()
    };
    for both in ["saved >= 10", "waiting < 4", "fallen > 0"] {
        assert_eq!(of(both), 0, "{both} may come true and may not");
    }
    for never in ["saved > 10", "fallen > 10", "waiting < 10 and not seen alarm", "saved > 0 and not seen alarm"] {
        assert!(of(never) > 0, "{never} never comes true");
    }
}

#[test]
fn a_door_that_one_of_them_opens_is_not_laid_to_the_student() {
    let case = Drill { crowd: SLEEPERS, ..DORM }.load();
    let mut run = Run::new(Arc::clone(&case), 1);
    let mut tape = Tape::default();
    let mut doors = 0;
    while run.now() < 60 * 120 {
        let action = match run.phase() {
            Phase::Wait { .. } => None,
            Phase::Decide { .. } => Some(Action::Pick(0)),
            _ => Some(Action::Next),
        };
        if let Some(action) = action {
            tape.inputs.push((run.now(), action));
            run.apply(action);
        }
        run.tick();
        doors += run.take_events().iter().filter(|e| matches!(e, Event::Door { own: false, .. })).count();
    }
    tape.end = run.now();
    assert!(doors > 0, "they open doors");
    let debrief = Debrief::of(&case, 1, &tape);
    assert_eq!(debrief.doors, []);
    let told =
        |by_hand| debrief.trace.happenings.iter().filter(|h| matches!(h.what, What::Door { by_hand: b, .. } if b == by_hand)).count();
    assert_eq!((told(true), told(false)), (0, doors));
}
