//! Places as buildings: from everywhere one gets out, and where one cannot, it is said.

use drillroom::crowd::{AreaKind, Building, Calm, PersonSpec, Reaction, SECONDS_PER_STEP, State, effective_width};
use drillroom::place::{Place, RoomId};

use super::{place_of, shipped};

/// Awake, and off at once.
fn ready(at: [f64; 3]) -> PersonSpec {
    PersonSpec { reaction: Reaction { median: 1.0, sigma: 0.0 }, helps: 0.0, ..PersonSpec::awake(at) }
}

fn building(place: &Place) -> Building {
    let goal = place.anchor("assembly").map(|a| place.anchors[a.index()].at);
    Building::of(place, goal).unwrap_or_else(|e| panic!("{}: {e}", place.id))
}

fn rooms(place: &Place) -> impl Iterator<Item = RoomId> + '_ {
    place.rooms.iter().map(|r| place.room(&r.id).expect("it is there"))
}

#[test]
fn from_every_room_of_the_shipped_floors_everybody_gets_to_the_assembly_point() {
    for id in ["dorm-floor", "classroom-floor"] {
        let place = shipped(id);
        let building = building(&place);
        for room in rooms(&place) {
            let name = &place.rooms[room.index()].id;
            let spots = building.spots(room);
            // A fence across the side path shuts the yard behind the dormitory off from the lawn.
            let is_fenced_off = name == "south_yard";
            assert_eq!((building.leads_out(room), !spots.is_empty()), (!is_fenced_off, !is_fenced_off), "{id}, {name}");
            // Some at the far ends, some in between.
            let people: Vec<PersonSpec> = spots.iter().step_by(spots.len() / 6 + 1).copied().map(ready).collect();
            let mut crowd = building.crowd(&people, 5).expect("they stand on the floor");
            let world = Calm::of(building.plan());
            let mut steps = 0;
            while crowd.count(State::Safe) < people.len() && steps < 2400 {
                crowd.step(&world, None);
                steps += 1;
            }
            let left: Vec<_> = crowd.people().iter().filter(|p| p.state != State::Safe).map(|p| (p.state, p.at)).collect();
            assert!(left.is_empty(), "{id}, {name}: {left:?}");
        }
    }
}

#[test]
fn every_flight_is_walked_from_a_landing_or_floor_at_both_ends() {
    for id in ["dorm-floor", "classroom-floor"] {
        let place = shipped(id);
        let building = building(&place);
        let plan = building.plan();
        for (n, area) in plan.areas.iter().enumerate() {
            if let AreaKind::Stair { rise, .. } = area.kind {
                let mut ends: Vec<f64> =
                    plan.openings.iter().filter(|o| o.between.contains(&n)).map(|o| area.height_at(o.mid()) - area.floor).collect();
                ends.sort_by(f64::total_cmp);
                assert!(ends.len() == 2 && ends[0].abs() < 0.01 && (ends[1] - rise).abs() < 0.01, "{id}, {n}: {ends:?} of {rise}");
            }
        }
        let flights = plan.areas.iter().filter(|a| matches!(a.kind, AreaKind::Stair { .. })).count();
        assert_eq!(flights, place.stairs.len());
    }
}

#[test]
fn the_queue_at_the_stair_of_the_dormitory_flows_as_in_the_handbook() {
    let place = shipped("dorm-floor");
    let building = building(&place);
    let corridor = place.room("corridor").expect("it is there");
    // Everybody at the end of stair A.
    let people: Vec<PersonSpec> = building.spots(corridor).into_iter().filter(|p| p[0] < 13.0).map(ready).collect();
    let total = u32::try_from(people.len()).expect("few");
    assert!(total >= 50, "{total}");
    let plan = building.plan();
    let is_head = |o: &&drillroom::crowd::Opening| o.width() < 1.5 && (o.mid()[1] + 1.8).abs() < 0.05 && o.mid()[0] < 4.5;
    let head = plan.openings.iter().position(|o| is_head(&o)).expect("the head of the upper flight");
    let world = Calm::of(plan);
    let mut crowd = building.crowd(&people, 11).expect("they stand on the floor");
    let (mut first, mut last, mut steps) = (0_u32, 0_u32, 0_u32);
    while last == 0 && steps < 3000 {
        crowd.step(&world, None);
        steps += 1;
        if crowd.passed(head) >= 10 && first == 0 {
            first = steps;
        }
        if crowd.passed(head) >= total - 10 {
            last = steps;
        }
    }
    assert!(last > first, "they go down by stair A: {}", crowd.passed(head));
    let flow = f64::from(total - 20) / (f64::from(last - first) * SECONDS_PER_STEP) / effective_width(plan.openings[head].width());
    println!("stair A of the dormitory: {flow:.3} persons/(m s) of effective width, {total} people");
    assert!((1.0..=1.3).contains(&flow), "{flow}");
}

#[test]
fn a_room_without_a_way_and_a_place_without_a_way_are_told_apart() {
    let rooms = "rooms: { \"a\": (min: (0.0, 0.0), max: (4.0, 4.0)), \"b\": (min: (6.0, 0.0), max: (9.0, 4.0)),
                 \"yard\": (min: (-1.0, 4.2), max: (4.5, 9.0), open: true) },";
    let of = |doors: &str| place_of("p", &format!("(id: \"p\", name: (zh: \"p\", en: \"p\"), {rooms} doors: {{ {doors} }})"));
    let place = of("\"d\": (room: \"a\", to: \"yard\", at: (2.0, 4.1))");
    let building = Building::of(&place, None).expect("one gets out of a");
    let leads = |id: &str| building.leads_out(place.room(id).expect("it is there"));
    assert!(leads("a") && leads("yard") && !leads("b"));
    assert!(building.spots(place.room("b").expect("it is there")).is_empty());
    let place = of("\"d\": (room: \"a\", at: (2.0, 4.1))");
    assert_eq!(Building::of(&place, None).expect_err("no door leads out").at, "doors");
    assert_eq!(Building::of(&place, Some([50.0, 0.0, 50.0])).expect_err("there is nothing there").at, "goal");
    let indoors = place_of("q", "(id: \"q\", name: (zh: \"q\", en: \"q\"), rooms: { \"a\": (min: (0.0, 0.0), max: (4.0, 4.0)) })");
    assert_eq!(Building::of(&indoors, None).expect_err("nowhere to go").at, "rooms");
    assert!(Building::of(&Place::default(), None).is_err());
}

#[test]
fn a_balcony_is_no_safety_and_a_house_in_a_yard_is_walked_around() {
    let place = shipped("dorm-floor");
    let building = Building::of(&place, None).expect("one gets out");
    let kind = |id: &str| {
        let room = place.room(id).expect("it is there");
        building.plan().areas.iter().enumerate().find(|(n, _)| building.room(*n) == room).map(|(_, a)| a.kind)
    };
    assert_eq!((kind("balcony"), kind("lawn")), (Some(AreaKind::Room), Some(AreaKind::Outside)));
    let text = "(id: \"h\", name: (zh: \"h\", en: \"h\"),
        rooms: { \"yard\": (min: (0.0, 0.0), max: (20.0, 20.0), open: true), \"house\": (min: (8.0, 8.0), max: (12.0, 12.0)) },
        doors: { \"d\": (room: \"house\", to: \"yard\", at: (10.0, 12.1)) }, anchors: { \"assembly\": (at: (10.0, 2.0)) })";
    let place = place_of("h", text);
    let building = self::building(&place);
    let spots = building.spots(place.room("house").expect("it is there"));
    let mut crowd = building.crowd(&[ready(spots[0])], 1).expect("they stand on the floor");
    let world = Calm::of(building.plan());
    for _ in 0..600 {
        crowd.step(&world, None);
        let p = crowd.people()[0].at;
        let out = (crowd.people()[0].area, p);
        let is_in_wall = (7.9..12.1).contains(&p[0]) && (7.9..7.99).contains(&p[2]);
        assert!(!is_in_wall, "{out:?}");
    }
    assert_eq!(crowd.count(State::Safe), 1);
}
