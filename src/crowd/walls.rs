//! Whatever the building and however people are put into it: nobody passes a wall or a thing, every number stays finite, all is bounded.

use proptest::prelude::*;

use super::nav::distance;
use super::*;

/// A row of rooms along a corridor with the open air at its east end; boxes in the rooms.
fn dormitory(rooms: usize, boxes: &[(usize, f64, f64, f64, f64)], door: f64) -> Floorplan {
    #[expect(clippy::cast_precision_loss, reason = "few rooms")]
    let length = rooms as f64 * 3.8;
    let mut plan = Floorplan::default();
    plan.areas.push(Area { rect: Rect::new([0.0, 0.0], [length, 2.0]), floor: 0.0, kind: AreaKind::Corridor });
    plan.areas.push(Area { rect: Rect::new([length + 0.2, -9.0], [length + 20.0, 9.0]), floor: 0.0, kind: AreaKind::Outside });
    plan.openings.push(Opening {
        between: [0, 1],
        from: [length + 0.1, 0.4],
        to: [length + 0.1, 1.6],
        kind: OpeningKind::Door,
        open: true,
    });
    for n in 0..rooms {
        #[expect(clippy::cast_precision_loss, reason = "few rooms")]
        let x = n as f64 * 3.8;
        plan.areas.push(Area { rect: Rect::new([x + 0.1, 2.2], [x + 3.7, 8.2]), floor: 0.0, kind: AreaKind::Room });
        plan.openings.push(Opening {
            between: [n + 2, 0],
            from: [x + 1.9 - door / 2.0, 2.1],
            to: [x + 1.9 + door / 2.0, 2.1],
            kind: OpeningKind::Door,
            open: true,
        });
    }
    for (room, x, z, w, d) in boxes {
        let rect = plan.areas[room % rooms + 2].rect;
        let min = [rect.min[0] + x * 3.4, rect.min[1] + z * 5.8];
        plan.obstacles.push(Obstacle { area: room % rooms + 2, rect: Rect::new(min, rect.nearest([min[0] + w, min[1] + d])) });
    }
    plan
}

/// Every wall of a plan as a line: the edges of the areas but for the openings in them. Made without the crowd's own geometry.
fn walls(plan: &Floorplan) -> Vec<([f64; 2], [f64; 2])> {
    let mut out = Vec::new();
    for (n, area) in plan.areas.iter().enumerate().filter(|(_, a)| a.kind != AreaKind::Outside) {
        for (along, high) in [(0, false), (0, true), (1, false), (1, true)] {
            let across = 1 - along;
            let line = if high { area.rect.max[across] } else { area.rect.min[across] };
            let mut gaps: Vec<(f64, f64)> = plan
                .openings
                .iter()
                .filter(|o| o.between.contains(&n) && o.along() == along && (o.mid()[across] - line).abs() < 0.3)
                .map(|o| (o.from[along].min(o.to[along]), o.from[along].max(o.to[along])))
                .collect();
            gaps.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut at = area.rect.min[along];
            gaps.push((area.rect.max[along], area.rect.max[along]));
            for (from, to) in gaps {
                let point = |v: f64| if along == 0 { [v, line] } else { [line, v] };
                if from > at {
                    out.push((point(at), point(from)));
                }
                at = to;
            }
        }
    }
    out
}

/// Whether two lines cross.
fn cross(a: ([f64; 2], [f64; 2]), b: ([f64; 2], [f64; 2])) -> bool {
    let turn = |p: [f64; 2], q: [f64; 2], r: [f64; 2]| (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
    turn(a.0, a.1, b.0) * turn(a.0, a.1, b.1) < 0.0 && turn(b.0, b.1, a.0) * turn(b.0, b.1, a.1) < 0.0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nobody_passes_a_wall_or_a_thing(
        boxes in prop::collection::vec((0..4_usize, 0.0..1.0_f64, 0.0..1.0_f64, 0.2..1.8_f64, 0.2..1.8_f64), 0..14),
        people in prop::collection::vec((0..4_usize, 0.05..0.95_f64, 0.05..0.95_f64), 1..24),
        door in 0.6..1.6_f64,
        seed in 0..1000_u64,
        slam in 0..5_usize,
    ) {
        let plan = dormitory(4, &boxes, door);
        let mut world = Calm::of(&plan);
        let specs: Vec<PersonSpec> = people.iter().map(|(room, x, z)| {
            let r = plan.areas[room + 2].rect;
            let at = [r.min[0] + x * (r.max[0] - r.min[0]), 0.0, r.min[1] + z * (r.max[1] - r.min[1])];
            PersonSpec { reaction: Reaction { median: 2.0, sigma: 0.5 }, ..PersonSpec::awake(at) }
        }).collect();
        let walls = walls(&plan);
        let mut crowd = Crowd::new(plan.clone(), &specs, seed).expect("sound");
        for step in 0..300 {
            if step == 60 {
                world.passages[slam] = Passage::Blocked;
            }
            if step == 160 {
                world.passages[slam] = Passage::Open;
            }
            let before: Vec<[f64; 2]> = crowd.people().iter().map(|p| [p.at[0], p.at[2]]).collect();
            crowd.step(&world, None);
            for (n, p) in crowd.people().iter().enumerate() {
                let at = [p.at[0], p.at[2]];
                prop_assert!(p.at.iter().chain(&p.velocity).all(|v| v.is_finite()));
                prop_assert!(!walls.iter().any(|w| cross(*w, (before[n], at))), "step {step}: {:?} -> {at:?}", before[n]);
                prop_assert!(distance(before[n], at) < 0.9, "step {step}: {:?} -> {at:?}", before[n]);
                let into = plan.obstacles.iter().any(|o| !o.rect.cuts(before[n], before[n]) && o.rect.shrunk(0.01).cuts(before[n], at));
                prop_assert!(!into, "step {step}: through a thing: {:?} -> {at:?}", before[n]);
            }
        }
    }
}

#[test]
fn people_on_one_spot_come_apart_and_get_out() {
    let plan = dormitory(2, &[], 0.9);
    let world = Calm::of(&plan);
    let specs: Vec<PersonSpec> =
        (0..40).map(|_| PersonSpec { reaction: Reaction { median: 20.0, sigma: 0.0 }, ..PersonSpec::awake([1.9, 0.0, 5.0]) }).collect();
    let mut crowd = Crowd::new(plan, &specs, 1).expect("sound");
    for _ in 0..150 {
        crowd.step(&world, None);
    }
    let spots: Vec<[f64; 2]> = crowd.people().iter().map(|p| [p.at[0], p.at[2]]).collect();
    let least = (0..40).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| distance(spots[i], spots[j])).fold(9.0, f64::min);
    println!("closest two of forty after 15 s: {least:.3} m");
    assert!(least > 0.3, "{least}");
    for _ in 0..1500 {
        crowd.step(&world, None);
    }
    assert_eq!(crowd.count(State::Safe), 40);
}

#[test]
fn five_hundred_people_in_a_thousand_rooms_stay_finite() {
    let plan = dormitory(1000, &[(3, 0.5, 0.5, 0.8, 0.8)], 0.9);
    let world = Calm::of(&plan);
    let specs: Vec<PersonSpec> = (0..500_u32)
        .map(|n| PersonSpec {
            reaction: Reaction { median: 1.0, sigma: 0.5 },
            ..PersonSpec::awake([f64::from(n % 250) * 15.2 + 1.9, 0.0, 5.0])
        })
        .collect();
    let mut crowd = Crowd::new(plan, &specs, 1).expect("sound");
    for _ in 0..100 {
        crowd.step(&world, None);
    }
    assert!(crowd.people().iter().all(|p| p.at.iter().all(|v| v.is_finite())));
    assert!(crowd.people().iter().filter(|p| p.area == 0).count() > 300, "they are on their way");
}

#[test]
fn a_world_that_answers_nonsense_does_no_harm() {
    struct Mad;
    impl Surroundings for Mad {
        fn visibility(&self, _: usize, _: f64) -> f64 {
            f64::NAN
        }
        fn fed_rate(&self, _: usize, _: f64) -> f64 {
            f64::NEG_INFINITY
        }
        fn walking_factor(&self, _: usize, _: f64, _: f64) -> f64 {
            f64::NAN
        }
        fn passage(&self, _: usize) -> Passage {
            Passage::Open
        }
        fn alarm(&self, _: usize) -> bool {
            true
        }
    }
    let specs = vec![PersonSpec { reaction: Reaction { median: 0.0, sigma: 0.0 }, ..PersonSpec::awake([1.9, 0.0, 5.0]) }; 3];
    let mut crowd = Crowd::new(dormitory(2, &[], 0.9), &specs, 1).expect("sound");
    let student = StudentBody { at: [f64::NAN; 3], radius: f64::INFINITY, calls: true };
    for _ in 0..400 {
        crowd.step(&Mad, Some(student));
    }
    assert_eq!(crowd.count(State::Safe), 3);
    assert!(Crowd::new(dormitory(2, &[], 0.9), &[PersonSpec::awake([f64::NAN, 0.0, 0.0])], 1).is_err());
    assert!(Crowd::new(Floorplan::default(), &[], 1).is_err());
}
