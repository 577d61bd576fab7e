//! What no author means and some file will hold: fires too great, rooms too many, times too long. An answer or a clear word, never a hang and
//! never a value that is no number.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use drillroom::hazard::{Clocks, Leaf, Smoke};
use drillroom::physics::case;
use drillroom::run::{Action, Chance, Phase, Posture, Run, Tape, replay};
use drillroom::scenario::{Loaded, load_bytes};

use super::root;

/// A drill with one fire in a place, and nothing but waiting.
fn drill(place: &str, burn: &str) -> Arc<Loaded> {
    let text = format!(
        r#"(id: "hostile", theme: Fire, pass: 0, place: "any", at: "here",
        title: (zh: "试", en: "Test"), summary: (zh: "试", en: "Test"), note: (zh: "试", en: "Test"), brief: (zh: "试", en: "Test"),
        competencies: {{ "c": (name: (zh: "试", en: "Test"), max: 1) }},
        hazards: [{burn}], start: "wait",
        nodes: {{
            "wait": Wait(seconds: 600, go: "on"), "on": Wait(seconds: 600, go: "more"), "more": Wait(seconds: 600, go: "late"),
            "late": Wait(seconds: 600, go: "later"), "later": Wait(seconds: 600, go: "last"), "last": Wait(seconds: 600, go: "rest"),
            "rest": Wait(seconds: 600, go: "end"),
            "end": End(title: (zh: "完", en: "End"), text: (zh: "完", en: "End")),
        }})"#
    );
    Arc::new(load_bytes("hostile", text.as_bytes(), place.as_bytes()).expect("it can be read"))
}

/// Burns for so many steps, every door shut; every room's air is numbers throughout.
fn burn(case: &Loaded, steps: u32, seconds: f64) -> Smoke {
    let (place, hazards) = (&case.place, &case.scenario.hazards);
    let mut smoke = Smoke::of(place, hazards).expect("something burns");
    let clocks = Clocks { began: vec![Some(0); hazards.len()], over: vec![false; hazards.len()] };
    for n in 0..steps {
        smoke.step(seconds, place, hazards, &clocks, |_| Leaf::Shut);
        if n % 50 == 0 || n + 1 == steps {
            for room in &place.rooms {
                let here = smoke.here(place.room(&room.id), 1.6);
                let air = here.air;
                let all = [here.layer, here.layer_k, air.o2_percent, air.co_ppm, air.temperature_c, air.extinction_1_m, air.radiant_kw_m2];
                assert!(all.iter().all(|v| v.is_finite() && *v >= -1e-9), "step {n}, {}: {here:?}", room.id);
                assert!(air.temperature_c < 3000.0 && air.o2_percent <= 100.0, "step {n}, {}: {here:?}", room.id);
            }
        }
    }
    smoke
}

const CUPBOARD: &str = r#"(id: "any", name: (zh: "柜", en: "Cupboard"),
    rooms: { "cupboard": (min: (0.0, 0.0), max: (0.6, 0.6), height: 0.9, name: (zh: "柜", en: "Cupboard")) },
    doors: { "lid": (room: "cupboard", at: (0.3, 0.6), width: 0.3, height: 0.5, leaf: "door_leaf") },
    anchors: { "here": (at: (0.3, 0.3), face: 0) })"#;

#[test]
fn a_gigawatt_in_a_cupboard_is_answered_or_refused_in_words() {
    let text = r#"fire(about: "too much", duration: 60, output_every: 1,
        rooms: [(name: "cupboard", width: 0.6, depth: 0.6, height: 0.9, floor_leak_m2: 0.001)],
        fires: [(name: "sun", room: "cupboard", growth: steady(1000000))])"#;
    match case::read(text).and_then(|c| c.run()) {
        Ok(table) => assert!(table.rows.iter().flatten().all(|v| v.is_finite()), "every value is a number"),
        Err(error) => assert!(error.to_string().len() > 10, "{error}"),
    }
}

#[test]
fn the_greatest_fire_in_the_smallest_room_burns_out_in_numbers() {
    for item in ["Wardrobe", "Mattress", "EBikeBattery"] {
        burn(&drill(CUPBOARD, &format!("Burn(at: \"here\", item: {item}, growth: Ultrafast)")), 6000, 0.1);
    }
}

#[test]
fn a_thousand_rooms_are_stepped_in_bounded_time() {
    let mut rooms = String::new();
    let mut doors = String::new();
    for n in 0..1000 {
        let (x, z) = (f64::from(n % 40) * 3.2, f64::from(n / 40) * 3.2);
        let _ = write!(rooms, "\"r{n}\": (min: ({x}, {z}), max: ({}, {})), ", x + 3.0, z + 3.0);
        // Along each row, and from row to row at its beginning.
        let (before, at) = if n % 40 > 0 { (n - 1, (x - 0.1, z + 1.5)) } else { (n - 40, (x + 1.5, z - 0.1)) };
        if before >= 0 {
            let _ = write!(doors, "\"d{n}\": (room: \"r{before}\", to: \"r{n}\", at: ({}, {})), ", at.0, at.1);
        }
    }
    let place = format!(
        "(id: \"any\", name: (zh: \"长\", en: \"Long\"), rooms: {{ {rooms} }}, doors: {{ {doors} }}, anchors: {{ \"here\": (at: (1.5, 1.5)) }})"
    );
    let case = drill(&place, "Burn(at: \"here\", item: Mattress)");
    let begun = Instant::now();
    burn(&case, 10, 0.1);
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?} for a second of a thousand rooms", begun.elapsed());
}

#[test]
fn a_fire_that_nobody_ends_burns_out_and_takes_no_more_memory() {
    let place = std::fs::read_to_string(root().join("tests/cases/burning/places/two-rooms.ron")).expect("the place is there");
    let place = place.replace("id: \"two-rooms\"", "id: \"any\"").replace("\"hall\":", "\"here\":");
    let case = drill(&place, "Burn(at: \"bed\", item: Wardrobe), Burn(at: \"bed\", item: Mattress)");
    let smoke = burn(&case, 6 * 3600, 1.0);
    assert!(smoke.heat() < 1.0, "after six hours nothing is left to burn: {} W", smoke.heat());
    assert!(smoke.flames(&case.scenario.hazards).is_empty());
}

#[test]
fn ten_minutes_of_walking_into_walls_end_inside_the_building() {
    let case = super::dorm::drill();
    let mut chance = Chance::new(7);
    let mut run = Run::new(Arc::clone(&case), 3);
    for tick in 0..10 * 60 * 60 {
        if !matches!(run.phase(), Phase::Decide { .. } | Phase::Wait { .. }) {
            run.apply(Action::Next);
        }
        if tick % 30 == 0 {
            run.apply(Action::Turn(chance.below(4096) as u16));
            run.apply(Action::Walk { forward: 127, right: 127 });
        }
        run.tick();
        run.take_events();
        let at = run.body().at;
        assert!(at.iter().all(|v| v.is_finite() && v.abs() < 100.0), "{at:?}");
        let (dose, it) = (run.dose(), run.impairment());
        assert!(dose.toxic.is_finite() && dose.heat.is_finite() && (0.0..=1.0).contains(&it.speed_factor));
    }
}

/// What a keyboard that a cat walks on would do.
fn anything(chance: &mut Chance) -> Action {
    let any = |chance: &mut Chance| (chance.below(255) as i32 - 127) as i8;
    match chance.below(8) {
        0..3 => Action::Turn(chance.below(4096) as u16),
        3..6 => Action::Walk { forward: any(chance), right: any(chance) },
        6 => Action::Use(chance.below(2) == 0),
        _ => Action::Posture([Posture::Stand, Posture::Crouch, Posture::Crawl][chance.below(3)]),
    }
}

#[test]
fn an_hour_of_walking_into_walls_at_a_thousand_actions_a_second_is_bounded_and_replays() {
    const TICKS: u32 = 3600 * 60;
    let place = std::fs::read_to_string(root().join("scenarios/places/dorm-floor.ron")).expect("the place is there");
    let place = place.replace("id: \"dorm-floor\"", "id: \"any\"").replace("\"corr_214\":", "\"here\":");
    let case = drill(&place, "");
    let mut chance = Chance::new(11);
    let mut run = Run::new(Arc::clone(&case), 3);
    let mut tape = Tape::default();
    let (mut most, mut levels) = (0, BTreeSet::new());
    let mut give = |run: &mut Run, action: Action| {
        tape.inputs.push((run.now(), action));
        run.apply(action);
    };
    while run.now() < TICKS {
        if !matches!(run.phase(), Phase::Wait { .. }) {
            give(&mut run, Action::Next);
        }
        for _ in 0..1000 / 60 + 1 {
            give(&mut run, anything(&mut chance));
        }
        run.tick();
        most = most.max(run.take_events().len());
        let at = run.body().at;
        assert!(at.iter().all(|v| v.is_finite() && v.abs() < 100.0), "{at:?}");
        levels.insert((at[1] * 10.0).round() as i32);
    }
    tape.end = run.now();
    assert!(matches!(run.phase(), Phase::Wait { .. }), "still walking: {:?}", run.phase());
    assert!(run.body().walked > 100.0 && run.body().walked < 2.3 * 3600.0, "{} m", run.body().walked);
    assert!(most < 100, "{most} events in a tick");
    assert!(levels.iter().all(|y| (-40..=70).contains(y)), "no floor of the building lies there: {levels:?}");
    let bytes = tape.to_bytes();
    assert!(bytes.len() < 6 * tape.inputs.len(), "{} bytes", bytes.len());
    assert_eq!(Tape::from_bytes(&bytes).as_ref(), Ok(&tape));
    let again = replay(&case, 3, &tape).run;
    assert_eq!((again.body(), again.open_doors()), (run.body(), run.open_doors()));
}
