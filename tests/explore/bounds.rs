//! Unfriendly drills: an answer or an honest bound, never a hang, never more memory than was allowed.

use std::fmt::Write as _;
use std::sync::Arc;

use drillroom::explore::{FindingKind, Limits, Report, explore};
use drillroom::scenario::{Loaded, load_bytes};

const PLACE: &str = r#"(
    id: "room", name: (zh: "寝室", en: "Room"),
    rooms: { "room": (min: (0.0, 0.0), max: (3.6, 5.0), finish: Dorm, name: (zh: "寝室", en: "Room")) },
    anchors: { "desk": (at: (1.8, 1.4), face: 180) },
)"#;

/// A drill with these variables and nodes, which lead to `end`.
fn drill(vars: &str, nodes: &str) -> Arc<Loaded> {
    let text = format!(
        r#"(id: "big", theme: Fraud, pass: 0, place: "room", at: "desk",
        title: (zh: "大", en: "Big"), summary: (zh: "大", en: "Big"), note: (zh: "大", en: "Big"), brief: (zh: "大", en: "Big"),
        competencies: {{ "a": (name: (zh: "甲", en: "A"), max: 1) }}, vars: {{ {vars} }}, start: "n0",
        nodes: {{ {nodes} "end": End(title: (zh: "完", en: "End"), text: (zh: "完", en: "End")) }})"#
    );
    Arc::new(load_bytes("big", text.as_bytes(), PLACE.as_bytes()).expect("sound"))
}

fn within(case: &Arc<Loaded>, states: usize, bytes: usize) -> Report {
    explore(case, &Limits { states, bytes }, &mut |_| {})
}

fn choice(id: &str, more: &str) -> String {
    format!(r#"(id: "{id}", text: (zh: "选", en: "Take"), grade: Good, {more}),"#)
}

#[test]
fn a_counter_to_a_billion_is_cut_short_by_states_or_by_memory_and_says_which() {
    let node = format!(
        r#""n0": Choose(ask: (zh: "问", en: "Ask"), choices: [{}{}]),"#,
        choice("more", r#"add: { "n": 1 }, go: "n0""#),
        choice("stop", r#"go: "sum""#)
    );
    let sum = r#""sum": Branch(cases: [(when: "n > 999999999", go: "n0")], go: "end"),"#;
    let case = drill(r#""n": Count(max: 1000000000)"#, &format!("{node}{sum}"));
    for (states, bytes, bound) in [(40_000, usize::MAX, "states"), (usize::MAX, 6 << 20, "memory")] {
        let report = within(&case, states, bytes);
        assert!(!report.complete && report.stopped_by == Some(bound), "{:?}", report.stopped_by);
        assert!(report.findings.iter().any(|f| f.kind == FindingKind::Incomplete));
        assert!(report.endings[0].reachable, "what was met is still told");
    }
}

#[test]
fn a_variable_that_no_condition_asks_for_costs_nothing_however_wide() {
    let node = format!(
        r#""n0": Choose(ask: (zh: "问", en: "Ask"), choices: [{}{}]),"#,
        choice("a", r#"set: { "n": 999999999 }, go: "end""#),
        choice("b", r#"set: { "n": 7 }, go: "end""#)
    );
    let report = within(&drill(r#""n": Count(max: 1000000000)"#, &node), 1000, usize::MAX);
    assert!(report.complete && report.states == 3, "{} states", report.states);
}

#[test]
fn thousands_of_timers_are_explored_whole() {
    const COUNT: usize = 1500;
    let mut nodes = String::new();
    for n in 0..COUNT {
        let to = if n + 1 < COUNT { format!("n{}", n + 1) } else { "end".to_owned() };
        let go = format!(r#"go: "{to}""#);
        let _ = write!(
            nodes,
            r#""n{n}": Choose(ask: (zh: "问", en: "Ask"), seconds: 9, timeout: "{to}", choices: [{}{}]),"#,
            choice("a", &go),
            choice("b", &go)
        );
    }
    // The checker's own walk over the story is as deep as the story is long.
    let deep = std::thread::Builder::new().stack_size(256 << 20);
    let report = deep.spawn(move || within(&drill("", &nodes), 100_000, usize::MAX)).expect("a thread").join().expect("no panic");
    assert!(report.complete && report.states == COUNT as u64 + 2 && report.transitions == 3 * COUNT as u64 + 1, "{}", report.states);
}

#[test]
fn of_a_thousand_choices_those_that_no_input_can_name_are_found() {
    let choices: String = (0..1000).map(|n| choice(&format!("c{n}"), r#"go: "end""#)).collect();
    let node = format!(r#""n0": Choose(ask: (zh: "问", en: "Ask"), choices: [{choices}]),"#);
    let report = within(&drill("", &node), 100_000, usize::MAX);
    assert!(report.complete);
    assert!(!report.is_dead_choice("n0", "c255") && report.is_dead_choice("n0", "c256"));
    assert_eq!(report.unreachable.len(), 1000 - 256);
}

#[test]
fn tries_to_be_made_one_after_the_other_in_any_order_are_bounded() {
    let tries: String =
        (0..40).map(|n| choice(&format!("t{n}"), r#"redo: true, then: (zh: "果", en: "So"), why: (zh: "因", en: "Why")"#)).collect();
    let node = format!(r#""n0": Choose(ask: (zh: "问", en: "Ask"), choices: [{tries}{}]),"#, choice("on", r#"go: "end""#));
    let report = within(&drill("", &node), 50_000, usize::MAX);
    assert!(!report.complete && report.stopped_by == Some("states"));
}
