//! Shut in: who is, who is not, and who no longer is.

use std::sync::Arc;

use drillroom::explore::{Limits, explore};
use drillroom::run::{Action, Phase, Run};
use drillroom::scenario::{Loaded, load_bytes};

/// Two rooms on a corridor that ends in a yard; what the student meets is said by a branch.
fn case(at: &str, cues: &str, hazards: &str) -> Arc<Loaded> {
    let place = include_str!("../cases/burning/places/two-rooms.ron");
    let text = format!(
        r#"(id: "shut_in", theme: Fire, minutes: 4, pass: 60, place: "two-rooms", at: "{at}", light: Night,
        title: (zh: "被困", en: "Shut in"), summary: (zh: "出不去。", en: "No way out."), note: (zh: "内容：火和烟。", en: "Contains: fire and smoke."),
        brief: (zh: "看看还有没有路。", en: "Is there a way?"), competencies: {{ "escape": (name: (zh: "逃生", en: "Escape"), max: 5) }},
        hazards: [{hazards}], start: "begin",
        nodes: {{
            "begin": Tell(cues: [{cues}], lines: [(zh: "开始。", en: "It begins.")], go: "stay"),
            "stay": Wait(seconds: 600, go: "ask"),
            "ask": Choose(ask: (zh: "怎么办？", en: "What now?"), choices: [
                (id: "look", text: (zh: "看看路", en: "Look for a way"), grade: Good, points: {{ "escape": 5 }}, go: "fork"),
                (id: "wait", text: (zh: "先等等", en: "Wait a little"), grade: Poor, why: (zh: "烟不等人。", en: "Smoke does not wait."), go: "fork"),
            ]),
            "fork": Branch(cases: [(when: "trapped", go: "shut")], go: "free"),
            "shut": End(title: (zh: "困住了", en: "Shut in"), pass: false, text: (zh: "关门，塞缝，打 119。", en: "Shut the door, call 119.")),
            "free": End(title: (zh: "有路", en: "A way"), text: (zh: "走吧。", en: "Go.")),
        }})"#
    );
    Arc::new(load_bytes("shut_in", text.as_bytes(), place.as_bytes()).expect("the drill is sound"))
}

/// The run after so many seconds of waiting.
fn waited(case: &Arc<Loaded>, seconds: u32) -> Run {
    let mut run = Run::new(Arc::clone(case), 1);
    while !matches!(run.phase(), Phase::Wait { .. }) {
        run.apply(Action::Next);
        run.tick();
    }
    (0..seconds * 60).for_each(|_| run.tick());
    run
}

#[test]
fn a_door_that_can_be_opened_is_a_way_and_a_locked_one_is_none() {
    assert!(!waited(&case("bedside", "", ""), 1).is_trapped());
    assert!(!waited(&case("bedside", r#"Close("own_door")"#, ""), 1).is_trapped());
    assert!(!waited(&case("bedside", r#"Close("own_door"), Seal("own_door")"#, ""), 1).is_trapped());
    assert!(waited(&case("bedside", r#"Lock("own_door")"#, ""), 1).is_trapped());
}

#[test]
fn nobody_is_shut_in_in_the_open() {
    assert!(!waited(&case("outside", r#"Lock("own_door")"#, ""), 1).is_trapped());
}

#[test]
fn a_corridor_that_is_full_of_smoke_is_no_way() {
    let burning = case("hall", "", r#"Burn(at: "bed", item: Mattress, growth: Ultrafast)"#);
    assert!(!waited(&burning, 5).is_trapped());
    let smoked =
        case("bedside", "", r#"Smoke(room: "corridor", from: "begin", keys: [(s: 0, layer: 0.1, k: 6.0), (s: 600, layer: 0.1, k: 6.0)])"#);
    assert!(waited(&smoked, 30).is_trapped());
}

#[test]
fn the_explorer_goes_both_ways() {
    let found = explore(&case("bedside", "", ""), &Limits::default(), &mut |_| {});
    assert!(found.endings.iter().all(|e| e.reachable) && found.endings.len() == 2);
}
