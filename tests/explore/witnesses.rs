//! Witnesses: what the explorer says can happen is played again, with legs and clock, and does happen.

use std::process::Command;

use drillroom::diag::Findings;
use drillroom::explore::{Assumption, Witness};
use drillroom::run::{Event, play};
use drillroom::scenario::{Loaded, read_plan};
use drillroom::score::Scorecard;
use serde_json::Value;

use super::{case, explored, root};
use crate::engine::DRILLS;

/// What is wrong with a witness, played by its own plan.
fn off(case: &std::sync::Arc<Loaded>, witness: &Witness) -> Option<String> {
    let mut findings = Findings::default();
    let plan = read_plan(&witness.plan, Some(&case.scenario), &mut findings);
    if !findings.is_empty() {
        return Some(format!("is no plan: {:?}", findings.sorted()));
    }
    match play(case, witness.seed.unwrap_or(1), &plan) {
        Err(error) => Some(error.to_string()),
        // Smoke may still come before the answer: that is for whoever breathes it.
        Ok(outcome) if outcome.events.iter().any(|(_, e)| matches!(e, Event::Triggered { .. })) => None,
        Ok(outcome) => {
            let card = Scorecard::of(&outcome.run);
            let found = (card.ending.unwrap_or_default(), card.percent, card.passed);
            let said = (witness.ends.clone(), witness.percent, witness.passed);
            (found != said).then(|| format!("comes to {found:?}, said {said:?}"))
        }
    }
}

/// What nobody has to suppose: that nothing befalls the student, and in the dormitory that smoke comes down the corridor once its door is open.
fn comes_by_itself(a: &Assumption) -> bool {
    // Whether a shelf fell changes what is said of it, and no score.
    if a.condition.starts_with("fell") {
        return true;
    }
    if a.holds { a.condition == "visibility in corridor < 1" } else { a.condition.contains("dose") }
}

#[test]
fn witnesses_that_suppose_nothing_are_played_to_the_ending_they_name() {
    let mut wrong = Vec::new();
    for id in DRILLS {
        let case = case(&format!("scenarios/{id}.ron"));
        let (_, report) = explored(&case);
        let mut played = 0;
        for ending in &report.endings {
            let highest = ending.highest.as_ref().filter(|w| w.passed);
            for witness in [Some(&ending.witness), highest].into_iter().flatten() {
                if witness.assumes.iter().all(comes_by_itself) {
                    played += 1;
                    wrong.extend(off(&case, witness).map(|off| format!("{id}, {}: {off}\n{}", ending.id, witness.plan)));
                }
            }
        }
        assert!(played > 3, "{id}: most endings need no supposing");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn typed(args: &[&str]) -> (i32, Value) {
    let done = Command::new(env!("CARGO_BIN_EXE_drillroom"))
        .args(args)
        .env_remove("DRILLROOM_DATA")
        .current_dir(root())
        .output()
        .expect("the program starts");
    let json = serde_json::from_slice(&done.stdout).unwrap_or(Value::Null);
    (done.status.code().expect("it ends by itself"), json)
}

#[test]
fn what_explore_prints_is_replayed_by_run() {
    const FILE: &str = "tests/cases/explore/unsafe-pass.ron";
    let (code, report) = typed(&["explore", FILE, "--format", "json"]);
    assert_eq!(code, 1, "a pass with harm done is a finding");
    assert_eq!((&report["scenario"], &report["complete"]), (&Value::from("unsafe-pass"), &Value::from(true)));
    let found = &report["unsafe_pass"][0];
    let dir = tempfile::tempdir().expect("a folder");
    let plan = dir.path().join("unsafe.ron");
    std::fs::write(&plan, found["plan"].as_str().expect("a plan")).expect("the folder can be written");
    let (code, card) = typed(&["run", FILE, "--plan", plan.to_str().expect("UTF-8"), "--format", "json"]);
    assert_eq!(code, 0);
    assert_eq!((&card["ending"], &card["passed"]), (&found["ends"], &Value::from(true)));
    assert!(card["choices"].as_array().expect("choices").iter().any(|c| c["choice"] == "pay"), "the route parts with money");
    let (code, _) = typed(&["explore", "tests/cases/explore/sound.ron", "--format", "json"]);
    assert_eq!(code, 0, "nothing is found in a sound drill");
    assert_eq!(typed(&["explore", "no/such.ron"]).0, 2);
}

#[test]
fn the_json_has_the_fields_that_other_programs_rely_on() {
    let report = explored(&case("tests/cases/explore/sound.ron")).1;
    let json = serde_json::to_value(&report).expect("serialises");
    for field in ["scenario", "states", "transitions", "complete", "endings", "unreachable", "dead_ends", "unsafe_pass", "millis"] {
        assert!(!json[field].is_null(), "{field}");
    }
    let ending = &json["endings"][0];
    assert_eq!((&ending["id"], &ending["reachable"], &ending["passes"]), (&"kept".into(), &true.into(), &"sometimes".into()));
    assert!(ending["min_percent"].is_u64() && ending["max_percent"] == 100);
    assert!(ending["witness"].as_array().is_some_and(|steps| steps.iter().all(|s| s["does"].is_string() && s["node"].is_string())));
}
