//! `drillroom report` as it is typed: files, exit codes, and whose run it is.

use std::fs;
use std::path::Path;

use clap::Parser as _;
use drillroom::cli::{Cli, dispatch};
use drillroom::record::{Store, record_outcome};

use super::{played, root};

const CASE: &str = "tests/cases/burning/escape.ron";

/// Exit code and output; `None` when it could not run, which is exit code 2.
fn typed(args: &[&str]) -> Option<(u8, String)> {
    let cli = Cli::try_parse_from(["drillroom", "report"].iter().chain(args)).ok()?;
    let mut out = Vec::new();
    let code = dispatch(&cli, &mut out).ok()?;
    Some((code, String::from_utf8(out).expect("output is UTF-8")))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

#[test]
fn a_plan_is_played_and_written_whole_and_nothing_beside_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let (file, case) = (dir.path().join("复盘.html"), root().join(CASE));
    let plan = case.with_file_name("plans").join("escape.pass.ron");
    let args = [text(&case), "--plan", text(&plan), "--seed", "1"];
    let (code, said) = typed(&[&args[..], &["-o", text(&file)]].concat()).expect("it can run");
    assert!(code == 0 && said.contains("复盘.html"), "{said}");
    assert_eq!(fs::read_dir(dir.path()).expect("the folder is there").count(), 1);
    let (_, page) = typed(&args).expect("it can run");
    assert_eq!(fs::read_to_string(&file).expect("it was written"), page);
    assert!(page.contains("没有登记"), "a plan is nobody's run");
}

#[test]
fn a_recorded_run_is_told_with_its_student_masked() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = text(dir.path()).to_owned();
    let outcome = played(CASE, "escape.pass.ron");
    let mut store = Store::open_writer(dir.path(), "test").expect("a new store");
    let id = record_outcome(&mut store, &outcome, Some("202301010112"), "test").expect("recorded");
    store.close().expect("closed");
    let (code, page) = typed(&["--data", &data, "--run", &id.to_string(), "--lang", "en"]).expect("it can run");
    assert_eq!(code, 0);
    assert!(page.contains("2023****12") && !page.contains("202301010112"));
    assert!(page.contains("Had you pulled the door of Own room shut at"), "the same sentence as from the plan");
}

#[test]
fn what_is_not_there_is_said_with_the_next_step() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = text(dir.path()).to_owned();
    assert!(typed(&["--data", &data, "--run", "no-id"]).is_none(), "no id is a mistake in typing");
    Store::open_writer(dir.path(), "test").expect("a new store").close().expect("closed");
    let (code, said) = typed(&["--data", &data, "--run", "019aaaaa-0000-7000-8000-000000000000"]).expect("it can run");
    assert!(code == 1 && said.contains("records list"), "{said}");
    assert!(typed(&[CASE]).is_none(), "a drill alone is no run");
    let bad = root().join("tests/cases/bad/d301-unknown-node.ron");
    let plan = root().join("tests/cases/good/plans/class-fee.pass.ron");
    assert_eq!(typed(&[text(&bad), "--plan", text(&plan)]).expect("it can run").0, 1);
}
