//! Drills that `check` finds nothing wrong with, each broken in one way: that is found, and nothing else.
//!
//! The first line of a case says what must be found after `//~`; without that, nothing may be.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use drillroom::diag::{Lang, Severity};
use drillroom::explore::{FindingKind, Limits, Report, explore, tell};
use drillroom::scenario::{check_path, load};
use drillroom::score::check_plan;

use super::{case, root};

/// A counter to a billion need not be counted to the end to see that it can't be.
const LIMITS: Limits = Limits { states: 30_000, bytes: 256 << 20 };

fn cases() -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("tests/cases/explore")).expect("the cases are there");
    let mut list: Vec<PathBuf> = files.map(|f| f.expect("readable").path()).filter(|p| p.extension().is_some_and(|e| e == "ron")).collect();
    list.sort();
    list
}

fn name(kind: FindingKind) -> String {
    serde_json::to_value(kind).ok().and_then(|v| v.as_str().map(str::to_owned)).expect("a kind is a word")
}

fn explored(path: &str) -> Report {
    explore(&case(path), &LIMITS, &mut |_| {})
}

#[test]
fn each_broken_drill_has_the_one_finding_that_it_is_marked_with() {
    let mut wrong = Vec::new();
    for path in cases() {
        let text = fs::read_to_string(&path).expect("readable");
        let first = text.lines().next().unwrap_or("");
        let expected: Vec<String> = first.split_once("//~").map_or("", |(_, kinds)| kinds).split_whitespace().map(str::to_owned).collect();
        let checked = check_path(&path, &check_plan).expect("readable");
        assert!(checked.findings.iter().all(|f| f.code.id == "D803"), "{}", checked.render(Lang::En));
        assert!(checked.findings.iter().all(|f| f.code.severity == Severity::Warning));
        let (loaded, _) = load(&path).expect("readable");
        let case = Arc::new(loaded.expect("sound for check"));
        let report = explore(&case, &LIMITS, &mut |_| {});
        let found: Vec<String> = report.findings.iter().map(|f| name(f.kind)).collect();
        if found != expected {
            let said = tell(&report, &case.scenario.title, Lang::En);
            wrong.push(format!("{}: expected {expected:?}, found {found:?}\n{said}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_finding_has_a_case() {
    let texts: Vec<String> = cases().iter().map(|p| fs::read_to_string(p).expect("readable")).collect();
    for kind in [
        FindingKind::UnsafePass,
        FindingKind::UnearnedPass,
        FindingKind::DeadEnd,
        FindingKind::Forced,
        FindingKind::Unreachable,
        FindingKind::ConstantCondition,
        FindingKind::Clamped,
        FindingKind::LostPoints,
        FindingKind::PassMark,
        FindingKind::Incomplete,
    ] {
        let name = name(kind);
        assert!(texts.iter().any(|t| t.lines().next().is_some_and(|l| l.contains(&name))), "no case for {name}");
    }
}

#[test]
fn whoever_pays_and_passes_is_named_with_the_route() {
    let report = explored("tests/cases/explore/unsafe-pass.ron");
    let found = &report.unsafe_pass[0];
    assert_eq!((found.node.as_str(), found.choice.as_str()), ("d2", "pay"));
    assert!(found.witness.passed && found.witness.percent >= 75);
    let picked: Vec<&str> = found.witness.steps.iter().filter_map(|s| s.choice.as_deref()).collect();
    assert!(picked.contains(&"pay"), "{picked:?}");
    assert!(found.witness.story.zh.starts_with("如果学生先选“"), "{}", found.witness.story.zh);
    assert!(found.witness.story.zh.contains("就会到达结局“晚了一步”"), "{}", found.witness.story.zh);
    assert!(found.witness.story.en.starts_with("If the student first picks “"), "{}", found.witness.story.en);
}

#[test]
fn a_dead_end_names_its_nodes_and_a_way_in() {
    let report = explored("tests/cases/explore/dead-end.ron");
    assert_eq!(report.dead_ends[0].nodes, ["queue"]);
    let last = report.dead_ends[0].witness.steps.last().expect("a way in");
    assert_eq!(last.choice.as_deref(), Some("post"));
}

#[test]
fn an_ending_whose_variable_is_never_set_is_unreachable_and_says_why() {
    let report = explored("tests/cases/explore/unreachable-node.ron");
    assert!(report.is_dead_node("safe"));
    assert_eq!(report.conditions[0].condition, "warned");
    assert!(report.findings[0].message.zh.contains("warned") && report.findings[0].message.zh.contains("safe"));
}

#[test]
fn of_two_deeds_with_one_thing_the_second_is_never_meant() {
    let report = explored("tests/cases/explore/same-deed.ron");
    assert!(report.is_dead_choice("rest", "lean") && !report.is_dead_choice("rest", "sit"));
}

#[test]
fn an_unfinished_exploration_claims_nothing_that_it_has_not_seen() {
    let report = explored("tests/cases/explore/endless-count.ron");
    assert!(!report.complete && report.stopped_by == Some("states"));
    assert!(report.unreachable.is_empty() && report.dead_ends.is_empty() && report.players.is_empty());
    assert!(report.endings.iter().all(|e| e.passes != drillroom::explore::Passes::Always));
}
