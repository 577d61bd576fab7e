//! A cupboard that falls across the way is walked around, or climbed over where it bars the only one; who stands there is not walked into.

use super::nav::distance;
use super::*;

/// A hall of 12 m by 4 m with the open air at its east end, through two doors; ten people at its west end.
fn hall() -> (Floorplan, Vec<PersonSpec>) {
    let mut plan = Floorplan::default();
    plan.areas.push(Area { rect: Rect::new([0.0, 0.0], [12.0, 4.0]), floor: 0.0, kind: AreaKind::Room });
    plan.areas.push(Area { rect: Rect::new([12.2, -3.0], [30.0, 7.0]), floor: 0.0, kind: AreaKind::Outside });
    for z in [0.6, 2.4] {
        plan.openings.push(Opening { between: [0, 1], from: [12.1, z], to: [12.1, z + 1.0], kind: OpeningKind::Door, open: true });
    }
    let spec = |n: u32| PersonSpec {
        reaction: Reaction { median: 0.5, sigma: 0.3 },
        ..PersonSpec::awake([0.5 + 0.6 * f64::from(n % 3), 0.0, 0.6 + 0.8 * f64::from(n / 3)])
    };
    (plan, (0..10).map(spec).collect())
}

fn block(min: [f64; 2], max: [f64; 2], top: f64) -> Block {
    Block { rect: Rect::new(min, max), y: [0.0, top] }
}

/// Runs for so many steps and calls `seen` with every position.
fn go(crowd: &mut Crowd, plan: &Floorplan, steps: u32, mut seen: impl FnMut([f64; 2])) {
    let world = Calm::of(plan);
    for _ in 0..steps {
        crowd.step(&world, None);
        crowd.people().iter().for_each(|p| seen([p.at[0], p.at[2]]));
    }
}

#[test]
fn a_cupboard_that_falls_across_half_the_way_is_walked_around() {
    let (plan, people) = hall();
    let mut crowd = Crowd::new(plan.clone(), &people, 3).expect("sound");
    let lies = block([6.0, 0.0], [7.0, 2.2], 0.4);
    let mut through = 0;
    go(&mut crowd.clone(), &plan, 300, |at| through += u32::from(lies.rect.shrunk(0.1).holds(at)));
    assert!(through > 0, "somebody would have walked there");
    go(&mut crowd, &plan, 20, |_| ());
    crowd.rearrange(None, Some(lies));
    go(&mut crowd, &plan, 300, |at| assert!(!lies.rect.shrunk(0.1).holds(at), "{at:?}"));
    assert_eq!(crowd.count(State::Safe), 10);
    // Set upright again elsewhere, it is out of the way.
    let parts = crowd.plan().obstacles.len();
    crowd.rearrange(Some(lies), None);
    assert_eq!((parts, crowd.plan().obstacles.len()), (1, 0));
}

#[test]
fn what_would_bar_the_only_way_is_climbed_over() {
    let (plan, people) = hall();
    let mut crowd = Crowd::new(plan.clone(), &people, 3).expect("sound");
    crowd.rearrange(None, Some(block([6.0, -0.1], [7.0, 4.1], 0.4)));
    assert!(crowd.plan().obstacles.is_empty());
    go(&mut crowd, &plan, 400, |_| ());
    assert_eq!(crowd.count(State::Safe), 10);
}

#[test]
fn what_is_no_higher_than_a_step_or_overhead_is_in_nobodys_way() {
    let (plan, people) = hall();
    let mut crowd = Crowd::new(plan, &people, 3).expect("sound");
    crowd.rearrange(None, Some(block([6.0, 0.0], [7.0, 2.0], 0.1)));
    crowd.rearrange(None, Some(Block { y: [2.0, 2.3], ..block([6.0, 0.0], [7.0, 2.0], 2.3) }));
    assert!(crowd.plan().obstacles.is_empty());
}

#[test]
fn one_who_stands_in_the_hall_is_walked_around_and_one_in_a_doorway_bars_nobody() {
    let (plan, people) = hall();
    let teacher = [6.0, 0.0, 2.0];
    let nearest = |crowd: &mut Crowd| {
        let mut least = f64::INFINITY;
        go(crowd, &plan, 400, |at| least = least.min(distance(at, [teacher[0], teacher[2]])));
        assert_eq!(crowd.count(State::Safe), 10);
        least
    };
    let mut alone = Crowd::new(plan.clone(), &people, 3).expect("sound");
    let mut met = alone.clone();
    met.meet([teacher, [12.1, 0.0, 1.1], [12.1, 0.0, 2.9]].into_iter());
    let (through, around) = (nearest(&mut alone), nearest(&mut met));
    assert!(through < 0.25 && around > 0.4, "{through} {around}");
}
