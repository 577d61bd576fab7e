//! `drillroom hazard` as it is typed: what is written where, and what is said of nonsense.

use std::fs;
use std::path::Path;

use clap::Parser as _;
use drillroom::cli::{Cli, dispatch};

use super::shipped_cases;

/// Exit code and output; `None` when it could not run, which is exit code 2.
fn typed(args: &[&str]) -> Option<(u8, String)> {
    let cli = Cli::try_parse_from(["drillroom", "hazard"].iter().chain(args)).expect("it can be typed");
    let mut out = Vec::new();
    let code = dispatch(&cli, &mut out).ok()?;
    Some((code, String::from_utf8(out).expect("output is UTF-8")))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn written(folder: &Path, name: &str, what: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::write(&path, what).expect("writable");
    text(&path).to_owned()
}

#[test]
fn one_case_is_a_table_on_the_output_and_in_a_file() {
    let case = shipped_cases("dose").into_iter().next().expect("a case");
    let (code, csv) = typed(&[text(&case)]).expect("it runs");
    assert_eq!(code, 0);
    assert!(csv.starts_with("time_s,"), "{csv}");
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out.csv");
    let (code, report) = typed(&[text(&case), "-o", text(&out)]).expect("it runs");
    assert_eq!(code, 0);
    assert_eq!(fs::read_to_string(&out).expect("written"), csv);
    assert!(report.contains('✓') && !report.contains("time_s,"), "{report}");
}

#[test]
fn an_answer_that_is_missed_is_exit_code_one_unless_the_case_says_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = |misses: &str| {
        format!(
            "dose(history: [(time_s: 0, co: 1000), (time_s: 60, co: 1000)],\n expect: [(of: \"time_s\", value: 7, source: \"nobody\"{misses})])"
        )
    };
    let path = written(folder.path(), "missed.ron", case(""));
    let (code, json) = typed(&[&path, "--format", "json"]).expect("it runs");
    assert_eq!(code, 1);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json[0]["expect"][0]["got"], 60.0);
    assert_eq!(json[0]["expect"][0]["met"], false);
    let path = written(folder.path(), "explained.ron", case(", misses: \"a test\""));
    assert_eq!(typed(&[&path, "--format", "json"]).expect("it runs").0, 0);
}

#[test]
fn nonsense_is_told_whole_with_its_place_and_runs_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(folder.path(), "unknown.ron", "dose(\n    history: [],\n    colour: 3,\n)");
    let (code, said) = typed(&[&path]).expect("it can be read");
    assert_eq!(code, 1);
    assert!(said.contains("line 3") && said.contains("colour"), "{said}");
    let (code, json) = typed(&[&path, "--format", "json"]).expect("it can be read");
    assert_eq!(code, 1);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON, whatever is wrong");
    assert!(json[0]["errors"][0].as_str().is_some_and(|e| e.contains("colour")), "{json}");
    let path = written(folder.path(), "nonsense.ron", "dose(history: [(time_s: 5, co: -1)], step_s: 0)");
    let (code, said) = typed(&[&path]).expect("it can be read");
    assert_eq!(code, 1);
    for part in ["step_s", "history[0]", "-1"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let path = written(folder.path(), "gbk.ron", [0xB2, 0xE2, 0xCA, 0xD4]);
    let (code, said) = typed(&[&path]).expect("it can be read");
    assert_eq!(code, 1);
    assert!(said.contains("UTF-8"), "{said}");
    let deep = "[".repeat(100_000);
    let path = written(folder.path(), "deep.ron", format!("dose(history: {deep}"));
    assert_eq!(typed(&[&path]).expect("it can be read").0, 1);
}

#[test]
fn what_cannot_be_read_or_written_is_exit_code_two() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(typed(&[text(&folder.path().join("missing.ron"))]), None);
    assert_eq!(typed(&[text(folder.path())]), None);
    let case = shipped_cases("dose").into_iter().next().expect("a case");
    assert_eq!(typed(&[text(&case), "-o", text(&folder.path().join("no/such/folder.csv"))]), None);
    let two = [text(&case), text(&case), "-o", text(&folder.path().join("x.csv"))].map(str::to_owned);
    assert_eq!(typed(&two.iter().map(String::as_str).collect::<Vec<_>>()), None);
}
