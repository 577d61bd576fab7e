//! The fire case as a file: what is read, refused and answered.

use crate::physics::case::{Case, CaseError, judge, read};

use super::FireCase;

const ROOM: &str = r#"fire(
    duration: 20,
    rooms: [(name: "room", width: 4, depth: 3, height: 2.5)],
    vents: [(name: "door", between: ("room", "outside"), width: 0.8, soffit: 2)],
    fires: [(name: "bin", room: "room", growth: steady(50), soot_yield: 0.05)],
    expect: [(of: "room.upper_temperature_C", when: last, value: 185, abs: 40), (of: "room.upper_visibility_m", when: last, value: 1, abs: 2)],
)"#;

fn fire(text: &str) -> FireCase {
    match read(text) {
        Ok(Case::Fire(case)) => *case,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_small_case_runs_and_is_judged() {
    let case = fire(ROOM);
    let table = case.run().unwrap_or_default();
    assert_eq!(table.rows.len(), 21);
    assert!(judge(&table, &case.expect).iter().all(|v| v.met), "{:?}", judge(&table, &case.expect));
    assert!(table.facts.iter().all(|(_, v)| v.abs() < 1e-9), "{:?}", table.facts);
}

#[test]
fn all_nonsense_is_found_at_once() {
    let text = ROOM.replace("width: 4", "width: 0").replace("soffit: 2)", "soffit: 9)").replace("room: \"room\"", "room: \"attic\"");
    let found = fire(&text).check();
    let said = found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    for part in ["width, m, is 0", "above the ceiling", "no room \"attic\""] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(matches!(fire(&text).run(), Err(CaseError::Nonsense { .. })));
}

#[test]
fn numbers_that_are_none_are_refused() {
    for wrong in ["NaN", "inf", "-1"] {
        let text = ROOM.replace("steady(50)", &format!("steady({wrong})"));
        assert!(!fire(&text).check().is_empty(), "{wrong}");
    }
    assert!(fire(ROOM).check().is_empty());
}

#[test]
fn an_unknown_word_is_an_error_with_its_line() {
    let wrong = ROOM.replace("soot_yield", "soot_yeild");
    assert!(matches!(read(&wrong), Err(CaseError::Syntax { line: 5, .. })));
}

#[test]
fn yields_without_a_molecule_bring_their_own_nitrogen() {
    let text = ROOM.replace("soot_yield: 0.05", "hcn_yield: 0.01, hcl_yield: 0.1");
    let table = fire(&text).run().unwrap_or_default();
    for column in ["room.upper_hcn_ppm", "room.upper_hcl_ppm"] {
        let n = table.column(column).unwrap_or_default();
        assert!(table.rows.last().is_some_and(|r| r[n] > 5.0), "{column}");
    }
}

#[test]
fn a_sign_of_an_instrument_that_is_not_there_is_refused() {
    let text = ROOM.replace("soffit: 2)", "soffit: 2, after: detector(\"alarm\"))");
    let said = fire(&text).check().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(said.contains("no instrument \"alarm\""), "{said}");
    let gauge = "expect: [], targets: [(name: \"gauge\", room: \"room\")], detectors: [";
    let cold = ROOM.replace("soffit: 2)", "soffit: 2, after: target_temperature(\"gauge\", 60))");
    let cold = cold.split_once("    expect:").map_or(String::new(), |(head, _)| format!("{head}{gauge}])"));
    let said = fire(&cold).check().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(said.contains("needs a `material`"), "{said}");
}

#[test]
fn a_plate_of_nothing_known_and_without_direction_is_refused() {
    let plate = "targets: [(name: \"p\", room: \"room\", material: \"tin\", normal: (0, 0, 0))], expect: [";
    let said = fire(&ROOM.replace("expect: [", plate)).check().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(said.contains("no material \"tin\"") && said.contains("no direction"), "{said}");
}

#[test]
fn a_window_waits_for_its_alarm() {
    let text = ROOM.replace("soffit: 2)", "soffit: 2, opening: [(0, 0.01), (1, 1)], after: detector(\"alarm\"))");
    let text = text
        .replace("expect: [", "detectors: [(name: \"alarm\", room: \"room\", kind: heat(57, 50))], expect: [")
        .replace("duration: 20", "duration: 90");
    let table = fire(&text).run().unwrap_or_default();
    let at = table.told("alarm.activation_s").unwrap_or(1e9);
    let out = table.column("door.flow_out_kg_s").unwrap_or_default();
    let flow = |time: f64| table.rows.iter().find(|r| r[0] >= time).map_or(0.0, |r| r[out]);
    assert!(at > 2.0 && at < 80.0, "{at}");
    assert!(flow(at + 3.0) > 2.0 * flow(at - 1.0), "{} {}", flow(at - 1.0), flow(at + 3.0));
}

#[test]
fn a_burner_whose_edge_reaches_the_wall_stands_at_it() {
    let plume = |at: &str| {
        let text = ROOM.replace("growth: steady(50)", &format!("growth: steady(50), area: 0.1156, position: {at}"));
        let table = fire(&text).run().unwrap_or_default();
        let n = table.column("bin.plume_kg_s").unwrap_or_default();
        table.rows[1][n]
    };
    assert_eq!(plume("at(2, 0.1)"), plume("wall"));
    assert_eq!(plume("at(0.1, 0.1)"), plume("corner"));
    assert_eq!(plume("at(2, 0.5)"), plume("free"));
}
