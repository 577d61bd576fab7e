//! An earthquake by physics in a run: what falls, whom it hits, and what must stay true of every run with one.

use std::sync::Arc;

use drillroom::explore::{Limits, explore};
use drillroom::physics::quake::injury::Injury;
use drillroom::place::PropId;
use drillroom::run::{Action, Event, Phase, Posture, Run};
use drillroom::scenario::{HazardKind, Loaded, Quake, Size, load};

use super::root;

fn case() -> Loaded {
    let (loaded, checked) = load(&root().join("tests/cases/shaking/study.ron")).expect("the drill is there");
    loaded.unwrap_or_else(|| panic!("{}", checked.render(drillroom::diag::Lang::En)))
}

/// The drill with another earthquake in it.
fn with(change: impl Fn(&mut Quake)) -> Arc<Loaded> {
    let mut case = case();
    let mut scenario = case.scenario.clone();
    for hazard in &mut scenario.hazards {
        if let HazardKind::Quake(quake) = &mut hazard.kind {
            change(quake);
        }
    }
    case.scenario = scenario;
    Arc::new(case)
}

fn prop(run: &Run, name: &str) -> PropId {
    run.case().place.prop(name).expect("the prop is there")
}

/// Plays through the shaking in a posture; everything that happened.
fn ridden(case: &Arc<Loaded>, seed: u64, posture: Posture) -> (Run, Vec<Event>) {
    let mut run = Run::new(Arc::clone(case), seed);
    let mut events = Vec::new();
    while !matches!(run.phase(), Phase::Decide { .. }) {
        run.apply(Action::Next);
        run.tick();
    }
    run.apply(Action::Posture(posture));
    run.apply(Action::Pick(1));
    for _ in 0..60 * 60 {
        if !matches!(run.phase(), Phase::Wait { .. } | Phase::Ended(_)) {
            run.apply(Action::Next);
        }
        run.tick();
        events.extend(run.take_events());
    }
    (run, events)
}

#[test]
fn a_weak_shock_brings_nothing_down_and_a_violent_one_the_shelf() {
    let falls = |degrees: f64| {
        let case = with(|q| q.size = Size::Intensity(degrees));
        (0..8).filter(|seed| ridden(&case, *seed, Posture::Stand).0.fallen().iter().count() > 0).count()
    };
    assert_eq!(falls(5.0), 0);
    assert!(falls(9.8) >= 6, "{}", falls(9.8));
}

#[test]
fn a_shelf_with_its_back_to_the_wall_falls_into_the_room_or_not_at_all() {
    let case = with(|q| q.size = Size::Intensity(10.0));
    let mut fallen = 0;
    for seed in 0..8 {
        let (run, _) = ridden(&case, seed, Posture::Stand);
        let (tilt, slip) = run.ground().unwrap().pose(prop(&run, "shelf")).unwrap();
        assert!(tilt[1] >= -0.05 && slip[1] >= -0.05, "seed {seed}: through the wall, {tilt:?} {slip:?}");
        fallen += usize::from(run.fallen().contains(&prop(&run, "shelf")));
    }
    assert!(fallen > 0, "a shelf of thirty centimetres falls at ten degrees");
}

#[test]
fn who_stands_before_the_shelf_is_hit_when_it_falls_and_who_hides_under_the_desk_is_not() {
    let case = with(|q| q.size = Size::Intensity(10.0));
    let seed = (0..20)
        .find(|seed| {
            let (run, _) = ridden(&case, *seed, Posture::Stand);
            run.fallen().contains(&prop(&run, "shelf"))
        })
        .expect("one of twenty falls");
    let (hit, events) = ridden(&case, seed, Posture::Stand);
    let shelf = prop(&hit, "shelf");
    assert_eq!(hit.hurt(), Injury::Severe);
    assert!(events.contains(&Event::Hurt { by: shelf, injury: Injury::Severe }), "{events:?}");
    let away = {
        let mut scenario = case.scenario.clone();
        scenario.at = case.place.anchor("at_desk").expect("the anchor is there");
        Arc::new(Loaded { scenario, ..Loaded::clone(&case) })
    };
    let (safe, events) = ridden(&away, seed, Posture::Crouch);
    assert!(events.contains(&Event::Fell(shelf)), "it falls the same, whoever stands where");
    assert_eq!(safe.hurt(), Injury::None);
}

#[test]
fn the_warning_passes_before_anything_moves_and_the_end_ends_it() {
    let case = with(|q| (q.warning, q.seconds) = (Some(8.0), Some(20.0)));
    let mut run = Run::new(case, 3);
    while !matches!(run.phase(), Phase::Decide { .. }) {
        run.apply(Action::Next);
        run.tick();
    }
    let mut levels = Vec::new();
    for tick in 0..60 * 40 {
        run.tick();
        if tick % 60 == 59 {
            levels.push(run.here().shaking);
        }
    }
    assert!(levels[..4].iter().all(|l| *l == 0.0), "before the first small motion: {levels:?}");
    assert!(levels[8..16].iter().any(|l| *l > 7.0), "the strong motion: {levels:?}");
    assert!(levels[36..].iter().all(|l| *l == 0.0), "after it: {levels:?}");
}

#[test]
fn the_same_seed_moves_everything_the_same_and_a_checkpoint_goes_on_as_the_run_does() {
    let case = with(|_| {});
    let (a, b) = (ridden(&case, 7, Posture::Stand), ridden(&case, 7, Posture::Stand));
    assert_eq!(a.0.ground(), b.0.ground());
    assert_eq!(a.1, b.1);
    let mut run = Run::new(case, 9);
    while !matches!(run.phase(), Phase::Decide { .. }) {
        run.apply(Action::Next);
        run.tick();
    }
    (0..300).for_each(|_| run.tick());
    let mut copy = run.clone();
    for _ in 0..900 {
        run.tick();
        copy.tick();
    }
    assert_eq!(run.ground(), copy.ground());
}

#[test]
fn the_ground_waits_while_one_reads() {
    let case = with(|_| {});
    let mut run = Run::new(case, 1);
    while !matches!(run.phase(), Phase::Decide { .. }) {
        run.apply(Action::Next);
        run.tick();
    }
    (0..240).for_each(|_| run.tick());
    run.apply(Action::Pick(1));
    assert!(!matches!(run.phase(), Phase::Decide { .. } | Phase::Wait { .. }), "why it is poor stands there to be read");
    let before = run.ground().cloned();
    (0..600).for_each(|_| run.tick());
    assert_eq!(run.ground().cloned(), before);
}

#[test]
fn whatever_an_author_asks_for_nothing_becomes_a_nonsense_number() {
    let sizes = [
        Size::Intensity(5.0),
        Size::Intensity(10.0),
        Size::Source { magnitude: 8.5, distance_km: 0.0, depth_km: 1.0 },
        Size::Source { magnitude: 12.0, distance_km: -3.0, depth_km: f64::NAN },
    ];
    for size in sizes {
        let case = with(|q| (q.size, q.storey, q.storeys) = (size, 60, 60));
        let (run, _) = ridden(&case, 2, Posture::Crawl);
        let ground = run.ground().unwrap();
        let (tilt, slip) = ground.pose(prop(&run, "shelf")).unwrap();
        assert!(ground.acceleration(0.0).iter().chain(&tilt).chain(&slip).all(|x| x.is_finite()), "{size:?}: {tilt:?} {slip:?}");
    }
}

#[test]
fn what_the_ground_may_do_is_explored_both_ways() {
    let report = explore(&with(|_| {}), &Limits::default(), &mut |_| {});
    assert!(report.complete);
    assert!(report.unreachable.is_empty(), "every ending may come: {:?}", report.unreachable);
}
