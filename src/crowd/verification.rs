//! The crowd against known answers, after IMO MSC.1/Circ.1533, RiMEA and ISO 20414: speeds, flows, delays, corners, choice of exit.

use super::flows::{one_exit, stair};
use super::*;

pub(super) fn area(x0: f64, z0: f64, x1: f64, z1: f64, kind: AreaKind) -> Area {
    Area { rect: Rect::new([x0, z0], [x1, z1]), floor: 0.0, kind }
}

pub(super) fn gap_x(between: [usize; 2], x: f64, z: [f64; 2]) -> Opening {
    Opening { between, from: [x, z[0]], to: [x, z[1]], kind: OpeningKind::Gap, open: true }
}

/// Someone who sets off at once, as far as draws allow.
pub(super) fn ready(at: [f64; 3]) -> PersonSpec {
    PersonSpec { reaction: Reaction { median: 0.0, sigma: 0.0 }, helps: 0.0, ..PersonSpec::awake(at) }
}

/// Steps until everyone is safe or `limit` s have gone; the time in s.
pub(super) fn run(crowd: &mut Crowd, world: &impl Surroundings, limit: f64) -> f64 {
    let mut steps = 0_u32;
    while crowd.count(State::Safe) < crowd.people().len() && f64::from(steps) * SECONDS_PER_STEP < limit {
        crowd.step(world, None);
        steps += 1;
    }
    f64::from(steps) * SECONDS_PER_STEP
}

/// People in rows from a corner.
pub(super) fn block(count: u32, columns: u32, from: [f64; 2], apart: f64, y: f64) -> Vec<PersonSpec> {
    (0..count).map(|n| ready([from[0] + apart * f64::from(n % columns), y, from[1] + apart * f64::from(n / columns)])).collect()
}

#[test]
fn one_person_walks_forty_metres_at_their_own_speed() {
    let plan = Floorplan {
        areas: vec![area(0.0, 0.0, 41.0, 2.0, AreaKind::Corridor), area(41.0, -5.0, 60.0, 7.0, AreaKind::Outside)],
        openings: vec![gap_x([0, 1], 41.0, [0.0, 2.0])],
        ..Floorplan::default()
    };
    let world = Calm::of(&plan);
    for seed in 0..5 {
        let mut crowd = Crowd::new(plan.clone(), &[ready([1.0, 0.0, 1.0])], seed).expect("sound");
        let v0 = crowd.people()[0].v0;
        let took = run(&mut crowd, &world, 100.0);
        assert!((took - 40.0 / v0).abs() < 1.0, "{took} s at {v0} m/s");
    }
}

#[test]
fn a_flight_is_walked_down_at_six_to_nine_tenths_of_a_metre_a_second_along_the_slope() {
    let (slope, length) = (0.55, 10.0);
    let plan = stair(1.4, slope, length);
    let world = Calm::of(&plan);
    let mut crowd = Crowd::new(plan, &[ready([-1.0, slope * length, 2.7])], 3).expect("sound");
    let (mut on, mut heights) = (0_u32, Vec::new());
    for _ in 0..400 {
        crowd.step(&world, None);
        if crowd.people()[0].area == 1 {
            on += 1;
            heights.push(crowd.people()[0].at[1]);
        }
    }
    let speed = length * libm::hypot(1.0, slope) / (f64::from(on) * SECONDS_PER_STEP);
    println!("down the flight at {speed:.3} m/s along the slope, v0 {:.2}", crowd.people()[0].v0);
    assert!((0.6..=0.9).contains(&speed), "{speed}");
    assert!(heights.is_sorted_by(|a, b| a >= b), "always downwards");
    assert_eq!(crowd.count(State::Safe), 1);
}

#[test]
fn twenty_people_turn_a_corner_without_leaving_the_corridor() {
    let plan = Floorplan {
        areas: vec![
            area(0.0, 8.0, 10.0, 10.0, AreaKind::Corridor),
            area(10.0, 0.0, 12.0, 10.0, AreaKind::Corridor),
            area(5.0, -20.0, 20.0, 0.0, AreaKind::Outside),
        ],
        openings: vec![
            Opening { kind: OpeningKind::Join, ..gap_x([0, 1], 10.0, [8.0, 10.0]) },
            Opening { between: [1, 2], from: [10.0, 0.0], to: [12.0, 0.0], kind: OpeningKind::Gap, open: true },
        ],
        ..Floorplan::default()
    };
    let world = Calm::of(&plan);
    let mut crowd = Crowd::new(plan.clone(), &block(20, 7, [0.5, 8.4], 0.55, 0.0), 5).expect("sound");
    for _ in 0..600 {
        crowd.step(&world, None);
        for p in crowd.people() {
            assert!(plan.areas.iter().any(|a| a.rect.holds([p.at[0], p.at[2]])), "{:?} is in a wall", p.at);
        }
    }
    assert_eq!(crowd.count(State::Safe), 20);
}

#[test]
fn delays_have_the_median_and_spread_of_the_reaction() {
    let plan = one_exit(2.0);
    let specs: Vec<PersonSpec> =
        (0..400).map(|_| PersonSpec { reaction: Reaction { median: 25.0, sigma: 0.6 }, ..PersonSpec::awake([4.0, 0.0, 2.0]) }).collect();
    let crowd = Crowd::new(plan, &specs, 1).expect("sound");
    let mut delays: Vec<f64> = crowd.people().iter().map(|p| p.delay).collect();
    delays.sort_by(f64::total_cmp);
    assert!((delays[200] - 25.0).abs() < 3.0, "{}", delays[200]);
    // One sigma up and down of a log-normal hold 68 %.
    let within = delays.iter().filter(|d| **d > 25.0 * libm::exp(-0.6) && **d < 25.0 * libm::exp(0.6)).count();
    assert!((240..=304).contains(&within), "{within}");
    let v: Vec<f64> = crowd.people().iter().map(|p| p.v0).collect();
    assert!((v.iter().sum::<f64>() / 400.0 - 1.35).abs() < 0.04);
}

/// A corridor of 20 m with a way out at either end.
fn two_exits() -> Floorplan {
    Floorplan {
        areas: vec![
            area(0.0, 0.0, 20.0, 2.0, AreaKind::Corridor),
            area(-10.0, -5.0, -0.2, 7.0, AreaKind::Outside),
            area(20.2, -5.0, 30.0, 7.0, AreaKind::Outside),
        ],
        openings: vec![
            Opening { kind: OpeningKind::Door, ..gap_x([0, 1], -0.1, [0.5, 1.5]) },
            Opening { kind: OpeningKind::Door, ..gap_x([0, 2], 20.1, [0.5, 1.5]) },
        ],
        ..Floorplan::default()
    }
}

#[test]
fn each_takes_the_nearest_way_out_and_turns_back_when_it_is_closed() {
    let specs = [ready([3.0, 0.0, 1.0]), ready([16.0, 0.0, 1.0])];
    let mut world = Calm::of(&two_exits());
    let mut crowd = Crowd::new(two_exits(), &specs, 2).expect("sound");
    run(&mut crowd, &world, 60.0);
    assert_eq!((crowd.passed(0), crowd.passed(1)), (1, 1));

    world.passages[0] = Passage::Blocked;
    let mut crowd = Crowd::new(two_exits(), &specs, 2).expect("sound");
    let mut events = Vec::new();
    for _ in 0..400 {
        events.extend(crowd.step(&world, None));
    }
    assert_eq!((crowd.passed(0), crowd.passed(1)), (0, 2));
    assert!(events.contains(&CrowdEvent::Rerouted { person: 0 }) && !events.contains(&CrowdEvent::Rerouted { person: 1 }));
}

#[test]
fn whoever_finds_every_way_closed_waits_and_goes_on_when_it_opens() {
    let mut world = Calm::of(&two_exits());
    world.passages = vec![Passage::Blocked; 2];
    let mut crowd = Crowd::new(two_exits(), &[ready([3.0, 0.0, 1.0])], 2).expect("sound");
    let events: Vec<_> = (0..900).flat_map(|_| crowd.step(&world, None)).collect();
    assert_eq!(crowd.count(State::Safe), 0);
    // They try again now and then; that they are lost is told once.
    assert_eq!(events.iter().filter(|e| **e == CrowdEvent::Blocked { person: 0 }).count(), 1);
    world.passages = vec![Passage::Open; 2];
    run(&mut crowd, &world, 60.0);
    assert_eq!(crowd.count(State::Safe), 1);
}

#[test]
fn a_leaf_that_is_shut_is_opened_by_whoever_comes_first() {
    let mut world = Calm::of(&two_exits());
    world.passages = vec![Passage::Shut; 2];
    let mut crowd = Crowd::new(two_exits(), &[ready([3.0, 0.0, 1.0])], 2).expect("sound");
    let events: Vec<_> = (0..100).flat_map(|_| crowd.step(&world, None)).collect();
    assert_eq!(events.iter().filter(|e| matches!(e, CrowdEvent::Opened { person: 0, opening: 0 })).count(), 1);
    assert_eq!(crowd.count(State::Safe), 1);
}

/// Smoke in some areas.
struct Smoke<'a> {
    calm: Calm,
    areas: &'a [usize],
    seen: f64,
    rate: f64,
}

impl Surroundings for Smoke<'_> {
    fn visibility(&self, area: usize, height: f64) -> f64 {
        if self.areas.contains(&area) { self.seen } else { self.calm.visibility(area, height) }
    }
    fn fed_rate(&self, area: usize, _: f64) -> f64 {
        if self.areas.contains(&area) { self.rate } else { 0.0 }
    }
    fn passage(&self, opening: usize) -> Passage {
        self.calm.passage(opening)
    }
    fn alarm(&self, area: usize) -> bool {
        self.calm.alarm(area)
    }
}

#[test]
fn people_turn_back_from_smoke_they_cannot_see_through() {
    // Three corridors in a row: the nearest way out of the middle one leads through the west, which is full of smoke.
    let mut plan = two_exits();
    plan.areas[0].rect = Rect::new([8.0, 0.0], [20.0, 2.0]);
    plan.areas.push(area(0.0, 0.0, 8.0, 2.0, AreaKind::Corridor));
    plan.openings[0].between = [3, 1];
    plan.openings.push(gap_x([3, 0], 8.0, [0.0, 2.0]));
    let thick = Smoke { calm: Calm::of(&plan), areas: &[3], seen: 1.0, rate: 0.0 };
    let mut crowd = Crowd::new(plan.clone(), &[ready([9.5, 0.0, 1.0])], 2).expect("sound");
    run(&mut crowd, &thick, 60.0);
    assert_eq!((crowd.passed(0), crowd.passed(1)), (0, 1));
    let thin = Smoke { seen: 8.0, ..thick };
    let mut crowd = Crowd::new(plan, &[ready([9.5, 0.0, 1.0])], 2).expect("sound");
    run(&mut crowd, &thin, 60.0);
    assert_eq!((crowd.passed(0), crowd.passed(1)), (1, 0));
}

#[test]
fn smoke_slows_and_a_dose_of_one_brings_down() {
    let walked = |seen: f64, rate: f64| {
        let world = Smoke { calm: Calm::of(&two_exits()), areas: &[0], seen, rate };
        let mut crowd = Crowd::new(two_exits(), &[ready([10.0, 0.0, 1.0])], 2).expect("sound");
        let events: Vec<_> = (0..50).flat_map(|_| crowd.step(&world, None)).collect();
        ((crowd.people()[0].at[0] - 10.0).abs(), crowd.people()[0].state, events)
    };
    let (clear, thick, deadly) = (walked(30.0, 0.0), walked(0.5, 0.0), walked(30.0, 0.5));
    assert!(thick.0 < clear.0 * 0.6, "{} {}", thick.0, clear.0);
    assert_eq!(deadly.1, State::Collapsed);
    assert_eq!(deadly.2.iter().filter(|e| matches!(e, CrowdEvent::Collapsed { person: 0 })).count(), 1);
    assert!(deadly.0 < clear.0);
}

#[test]
fn a_call_brings_those_who_listen_along_and_leaves_the_others() {
    let plan = two_exits();
    let world = Calm { alarm: false, ..Calm::of(&plan) };
    let specs: Vec<PersonSpec> =
        [1.0, 0.0].map(|follows| PersonSpec { follows, ..PersonSpec::asleep([15.0, 0.0, 0.5 + follows]) }).to_vec();
    let mut crowd = Crowd::new(plan, &specs, 4).expect("sound");
    let student = StudentBody { at: [6.0, 0.0, 1.0], radius: 0.2, calls: true };
    let events: Vec<_> = (0..150).flat_map(|_| crowd.step(&world, Some(student))).collect();
    assert!(events.contains(&CrowdEvent::Called { person: 0 }) && events.contains(&CrowdEvent::Ignored { person: 1 }));
    let near = (crowd.people()[0].at[0] - 6.0).abs();
    assert!((0.4..2.0).contains(&near), "comes to the student and not into them: {near}");
    assert!(crowd.people()[1].at[0] > 14.0);
    let far = StudentBody { at: [-9.0, 0.0, 1.0], ..student };
    let mut crowd = crowd.clone();
    let heard = (0..300).flat_map(|_| crowd.step(&world, Some(far))).any(|e| e == CrowdEvent::Called { person: 1 });
    assert!(!heard);
}

#[test]
fn a_helper_wakes_the_room_before_leaving() {
    let plan = one_exit(0.9);
    let world = Calm::of(&plan);
    let mut specs = vec![PersonSpec { helps: 1.0, ..ready([7.0, 0.0, 2.5]) }];
    let deep = Reaction { median: 5000.0, sigma: 0.0 };
    specs.extend((0..3).map(|n| PersonSpec { waking: deep, ..PersonSpec::asleep([1.0, 0.0, 0.5 + 1.5 * f64::from(n)]) }));
    let mut crowd = Crowd::new(plan, &specs, 4).expect("sound");
    let mut events = Vec::new();
    for _ in 0..400 {
        events.extend(crowd.step(&world, None));
    }
    assert_eq!(events.iter().filter(|e| matches!(e, CrowdEvent::Helped { person: 0, .. })).count(), 3);
    assert_eq!(crowd.people()[0].state, State::Safe);
}

#[test]
fn people_meeting_in_a_corridor_pass_each_other() {
    let mut plan = two_exits();
    plan.goals = vec![Goal { area: 1, rect: Rect::new([-9.0, -2.0], [-4.0, 3.0]) }];
    let world = Calm::of(&plan);
    let mut specs = block(10, 5, [14.0, 0.5], 0.9, 0.0);
    specs.extend(block(10, 5, [1.0, 0.5], 0.9, 0.0).into_iter().map(|s| PersonSpec { follows: 1.0, ..s }));
    let mut crowd = Crowd::new(plan, &specs, 9).expect("sound");
    // The student stands outside the east door and calls ten of them there while the other ten walk west.
    let student = StudentBody { at: [23.5, 0.0, 1.0], radius: 0.2, calls: true };
    for _ in 0..1200 {
        crowd.step(&world, Some(student));
    }
    assert!(crowd.count(State::Safe) + crowd.people().iter().filter(|p| p.area == 2).count() >= 20, "nobody is stuck");
}

#[test]
fn a_clone_goes_on_exactly_as_the_original_and_a_seed_is_a_run() {
    let start = |seed| Crowd::new(one_exit(0.9), &block(30, 10, [0.5, 0.5], 0.6, 0.0), seed).expect("sound");
    let world = Calm::of(&one_exit(0.9));
    let (mut a, mut b, mut other) = (start(1), start(1), start(2));
    for _ in 0..100 {
        assert_eq!(a.step(&world, None), b.step(&world, None));
        other.step(&world, None);
    }
    let mut fork = a.clone();
    for _ in 0..100 {
        a.step(&world, None);
        fork.step(&world, None);
    }
    assert_eq!(a.digest(), fork.digest());
    assert!(a.millimetres().eq(fork.millimetres()));
    assert_ne!(b.digest(), other.digest());
}

#[test]
fn more_people_than_the_ground_holds_gather_around_it() {
    let mut plan = one_exit(1.2);
    plan.goals = vec![Goal { area: 1, rect: Rect::new([20.0, 2.0], [22.0, 4.0]) }];
    let world = Calm::of(&plan);
    let mut crowd = Crowd::new(plan, &block(30, 10, [0.5, 0.5], 0.6, 0.0), 3).expect("sound");
    run(&mut crowd, &world, 90.0);
    assert_eq!(crowd.count(State::Safe), 30);
    let inside = crowd.people().iter().filter(|p| p.at[0] >= 19.5 && (1.5..4.5).contains(&p.at[2])).count();
    assert!(inside >= 4, "{inside}");
}
