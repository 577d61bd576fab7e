//! `drillroom graph` as it is typed: what is written where, and what is left when it cannot be.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use clap::Parser as _;
use drillroom::cli::{Cli, dispatch};
use drillroom::diag::Findings;
use drillroom::record::{Store, record_outcome};
use drillroom::run::play;
use drillroom::scenario::read_plan;

use super::{example, root};

const CASE: &str = "tests/cases/good/class-fee.ron";

/// Exit code and output; `None` when it could not run, which is exit code 2.
fn typed(args: &[&str]) -> Option<(u8, String)> {
    let cli = Cli::try_parse_from(["drillroom", "graph"].iter().chain(args)).expect("it can be typed");
    let mut out = Vec::new();
    let code = dispatch(&cli, &mut out).ok()?;
    Some((code, String::from_utf8(out).expect("output is UTF-8")))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn inside(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir).expect("the folder is there").map(|e| e.expect("readable").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn each_format_goes_to_the_output() {
    let case = root().join(CASE);
    for (format, begins) in [("svg", "<?xml"), ("dot", "digraph \"class-fee\""), ("mermaid", "---\ntitle:")] {
        let (code, out) = typed(&[text(&case), "--format", format]).expect("it can run");
        assert_eq!(code, 0);
        assert!(out.starts_with(begins), "{format}: {out}");
    }
}

#[test]
fn a_file_is_written_whole_and_nothing_beside_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("图.svg");
    let case = root().join(CASE);
    let (code, said) = typed(&[text(&case), "-o", text(&file)]).expect("it can run");
    assert_eq!(code, 0);
    assert!(said.contains("图.svg"), "{said}");
    assert_eq!(inside(dir.path()), ["图.svg"]);
    let (_, out) = typed(&[text(&case)]).expect("it can run");
    assert_eq!(fs::read_to_string(&file).expect("it was written"), out);
}

#[test]
fn a_file_that_cannot_be_written_leaves_nothing_half_done() {
    let dir = tempfile::tempdir().expect("a folder");
    let taken = dir.path().join("taken");
    fs::create_dir(&taken).expect("a folder");
    let case = root().join(CASE);
    for out in [taken.clone(), dir.path().join("no/such/folder/map.svg")] {
        assert_eq!(typed(&[text(&case), "-o", text(&out)]), None, "{}", out.display());
        assert_eq!(inside(dir.path()), ["taken"]);
    }
}

#[test]
fn a_drill_with_errors_is_not_drawn_and_check_is_named() {
    let case = root().join("tests/cases/bad/d301-unknown-node.ron");
    let (code, said) = typed(&[text(&case)]).expect("it can run");
    assert_eq!(code, 1);
    assert!(said.contains("D301") && said.contains("drillroom check") && !said.contains("<svg"), "{said}");
}

#[test]
fn a_class_without_records_and_records_that_are_not_there_cannot_run() {
    let case = root().join(CASE);
    assert_eq!(typed(&[text(&case), "--class", "计算机2301"]), None);
    let dir = tempfile::tempdir().expect("a folder");
    assert_eq!(typed(&[text(&case), "--data", text(dir.path())]), None);
}

#[test]
fn records_become_counts_on_the_map() {
    let dir = tempfile::tempdir().expect("a folder");
    let case = Arc::new(example());
    let plan = fs::read_to_string(root().join("tests/cases/good/plans/class-fee.pass.ron")).expect("the plan is there");
    let mut findings = Findings::default();
    let plan = read_plan(&plan, Some(&case.scenario), &mut findings);
    let outcome = play(&case, 7, &plan).expect("the plan runs through");
    let mut store = Store::open_writer(dir.path(), "lab-1").expect("the folder can be written");
    for student in ["20230001", "20230002"] {
        record_outcome(&mut store, &outcome, Some(student), "lab-1").expect("there is room");
    }
    store.close().expect("there is room");
    let file = root().join(CASE);
    let (code, out) = typed(&[text(&file), "--data", text(dir.path()), "--lang", "en"]).expect("it can run");
    assert_eq!(code, 0);
    assert!(out.contains("first answers of 2 runs"), "whose choices they are");
    assert!(out.contains(">2 · 100%<"), "how many chose it");
}

#[test]
fn a_thousand_choices_are_drawn_as_a_few_and_a_number() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("places")).expect("a folder");
    let good = root().join("tests/cases/good");
    fs::copy(good.join("places/dorm-mini.ron"), dir.path().join("places/dorm-mini.ron")).expect("the place is there");
    let story = fs::read_to_string(good.join("class-fee.ron")).expect("the example is there");
    let (before, after) = story.split_once("(id: \"quiet\"").expect("the last decision");
    let mut many = before.to_owned();
    for n in 0..1_000 {
        many.push_str(&format!(
            "(id: \"more_{n}\", text: (zh: \"选项 {n}\", en: \"choice {n}\"), grade: Poor, go: \"sum\", why: (zh: \"一样\", en: \"the same\")),\n"
        ));
    }
    let file = dir.path().join("class-fee.ron");
    fs::write(&file, format!("{many}(id: \"quiet\"{after}")).expect("the folder can be written");
    let (code, out) = typed(&[text(&file)]).expect("it can run");
    assert_eq!(code, 0, "{out}");
    assert!(out.contains("还有 990 个选项"), "the rest is counted");
}
