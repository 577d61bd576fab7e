//! Measured flows: sixty people through doors and down flights, against the hydraulic model. `docs/crowd.md` has the figures.

use super::verification::{area, block, gap_x};
use super::*;

/// A room of 8 m by 5 m, an opening of some width to the east, the open air behind.
pub(super) fn one_exit(width: f64) -> Floorplan {
    Floorplan {
        areas: vec![area(0.0, 0.0, 8.0, 5.0, AreaKind::Room), area(8.2, -10.0, 40.0, 15.0, AreaKind::Outside)],
        openings: vec![gap_x([0, 1], 8.1, [2.5 - width / 2.0, 2.5 + width / 2.0])],
        ..Floorplan::default()
    }
}

/// Persons a second through an opening between the tenth and the last but ten.
fn flow(plan: Floorplan, people: &[PersonSpec], opening: usize) -> f64 {
    let world = Calm::of(&plan);
    let mut crowd = Crowd::new(plan, people, 11).expect("a sound plan");
    let total = u32::try_from(people.len()).expect("few");
    let (mut first, mut last, mut steps) = (0_u32, 0_u32, 0_u32);
    while last == 0 && steps < 4000 {
        crowd.step(&world, None);
        steps += 1;
        let passed = crowd.passed(opening);
        if passed >= 10 && first == 0 {
            first = steps;
        }
        if passed >= total - 10 {
            last = steps;
        }
    }
    assert!(last > first, "they get out");
    f64::from(total - 20) / (f64::from(last - first) * SECONDS_PER_STEP)
}

#[test]
fn sixty_people_pass_a_door_at_the_flow_of_the_handbook() {
    for width in [0.9, 1.2] {
        let people = block(60, 10, [0.5, 0.5], 0.6, 0.0);
        let persons = flow(one_exit(width), &people, 0);
        let per_metre = persons / effective_width(width);
        println!("door {width} m: {persons:.3} p/s, {per_metre:.3} p/(m s) effective, {:.3} clear", persons / width);
        assert!((1.0..=1.5).contains(&per_metre), "{width} m: {per_metre}");
    }
}

#[test]
fn it_is_the_capacity_that_holds_a_queue_back_and_not_the_law_of_walking() {
    for width in [0.9, 1.2] {
        let mut plan = one_exit(width);
        plan.openings[0].kind = OpeningKind::Join;
        let persons = flow(plan, &block(60, 10, [0.5, 0.5], 0.6, 0.0), 0);
        println!(
            "unmetered {width} m: {persons:.3} p/s, {:.3} p/(m s) effective, {:.3} clear",
            persons / effective_width(width),
            persons / width
        );
        assert!(persons > DOOR_FLOW * effective_width(width), "{persons}");
    }
}

/// A corridor, a flight down to the west end of a hall, the open air.
pub(super) fn stair(width: f64, slope: f64, run: f64) -> Floorplan {
    let rise = slope * run;
    let kind = AreaKind::Stair { rise, up: Heading::West };
    let mut areas = vec![
        area(-12.0, 0.0, 0.0, 5.0, AreaKind::Corridor),
        area(0.0, 2.0, run, 2.0 + width, kind),
        area(run, -5.0, run + 10.0, 10.0, AreaKind::Corridor),
        area(run + 10.0, -5.0, run + 30.0, 10.0, AreaKind::Outside),
    ];
    areas[0].floor = rise;
    let side = [2.0, 2.0 + width];
    let openings = vec![gap_x([0, 1], 0.0, side), gap_x([1, 2], run, side), gap_x([2, 3], run + 10.0, [-5.0, 10.0])];
    Floorplan { areas, openings, ..Floorplan::default() }
}

#[test]
fn sixty_people_come_down_a_stair_at_the_flow_of_the_handbook() {
    for (slope, most) in [(0.55, 1.09), (0.75, 0.94)] {
        let people = block(60, 12, [-7.5, 0.6], 0.6, slope * 6.0);
        let persons = flow(stair(1.4, slope, 6.0), &people, 1);
        let per_metre = persons / effective_width(1.4);
        println!("stair 1.4 m, slope {slope}: {persons:.3} p/s, {per_metre:.3} p/(m s) effective, {:.3} clear", persons / 1.4);
        assert!((0.7..=1.2).contains(&per_metre) && per_metre < most * 1.05, "{slope}: {per_metre}");
    }
}
