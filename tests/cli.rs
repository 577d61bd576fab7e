//! The command line as it is typed: the program itself, its exit codes, and whatever other programs read from it.
//!
//! Exit codes: 0 clean · 1 findings about content · 2 could not run. Nothing here opens a window.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::CommandFactory as _;
use drillroom::cli::Cli;
use serde_json::{Value, json};

const CASE: &str = "tests/cases/good/class-fee.ron";
const PASS: &str = "tests/cases/good/plans/class-fee.pass.ron";
const FAIL: &str = "tests/cases/good/plans/class-fee.fail.ron";

/// What came of a command.
#[derive(Debug)]
struct Said {
    code: i32,
    out: String,
    err: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The program, in the repository and without a data folder of its own.
fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_drillroom"));
    command.args(args).env_remove("DRILLROOM_DATA").current_dir(root());
    command
}

fn said(command: &mut Command) -> Said {
    let done = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    Said { code: done.status.code().expect("it ends by itself"), out: text(done.stdout), err: text(done.stderr) }
}

fn typed(args: &[&str]) -> Said {
    said(&mut program(args))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// The findings of a file, as `check --format json` gives them.
fn findings(path: &str) -> Vec<Value> {
    let said = typed(&["check", path, "--format", "json"]);
    serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("{path}: {e}: {said:?}"))
}

/// The example, played and printed as JSON.
fn played(plan: &str, more: &[&str]) -> Value {
    let mut args = vec!["run", CASE, "--plan", plan, "--format", "json"];
    args.extend(more);
    let said = typed(&args);
    assert_eq!(said.code, 0, "{said:?}");
    serde_json::from_str(&said.out).expect("JSON")
}

#[test]
fn exit_codes_tell_clean_from_findings_from_could_not_run() {
    let commands = [
        ("check tests/cases/good", 0),
        ("check tests/cases/bad/d503-maximum-missed.ron", 0), // warnings only
        ("explain", 0),
        ("explain d301", 0),
        ("--help", 0),
        ("--version", 0),
        ("check tests/cases/bad/d301-unknown-node.ron", 1),
        ("run tests/cases/bad/d301-unknown-node.ron --plan tests/cases/good/plans/class-fee.pass.ron", 1),
        ("run tests/cases/good/class-fee.ron --plan tests/cases/bad/plans/d801-unknown-choice.ron", 1),
        ("check", 2),
        ("check no/such/path.ron", 2),
        ("check tests/cases/good --format xml", 2),
        ("check tests/cases/good --lang fr", 2),
        ("run scenarios/dorm-fire.ron", 2),
        ("run no/such.ron --plan no/such.plan", 2),
        ("run tests/cases/good/class-fee.ron --plan no/such.plan", 2),
        ("records list --data no/such/folder", 2),
        ("records verify --sample 3", 2),
        ("nonsense", 2),
    ];
    for (line, code) in commands {
        let said = typed(&line.split(' ').collect::<Vec<_>>());
        assert_eq!(said.code, code, "{line}: {said:?}");
        assert_eq!(said.out.is_empty(), code == 2, "results, and nothing else, go to the output: {line}: {said:?}");
        assert_eq!(said.err.is_empty(), code != 2, "why it could not run goes to the error output: {line}: {said:?}");
    }
}

#[test]
fn a_file_in_another_encoding_is_a_finding() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("gbk.ron");
    fs::write(&path, b"(title: \"\xd1\xdd\xc1\xb7\")").expect("the folder can be written");
    let said = typed(&["check", text(&path)]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("D002") && said.out.contains("演练"), "{said:?}");
}

#[test]
fn findings_as_json_have_the_promised_fields_and_stand_in_order() {
    let all = findings("tests/cases/bad");
    assert!(all.len() > 40, "{} findings", all.len());
    for finding in &all {
        for field in ["code", "severity", "file", "message", "help"] {
            assert!(finding[field].as_str().is_some_and(|text| !text.is_empty()), "{field} of {finding}");
        }
        for field in ["line", "column"] {
            assert!(finding[field].as_u64().is_some_and(|n| n >= 1), "{field} of {finding}");
        }
        assert!(finding["code"].as_str().is_some_and(|code| code.len() == 4 && code.starts_with('D')), "{finding}");
        assert!(finding["severity"] == "error" || finding["severity"] == "warning", "{finding}");
        assert!(finding["file"].as_str().is_some_and(|file| root().join(file).is_file()), "{finding}");
    }
    for pair in all.windows(2).filter(|pair| pair[0]["file"] == pair[1]["file"]) {
        let place = |finding: &Value| (finding["line"].as_u64(), finding["column"].as_u64());
        assert!(place(&pair[0]) <= place(&pair[1]), "not sorted by place:\n{}\n{}", pair[0], pair[1]);
    }
}

#[test]
fn a_clean_check_as_json_is_an_empty_list() {
    assert_eq!(findings("tests/cases/good"), Vec::<Value>::new());
}

#[test]
fn columns_are_counted_in_characters() {
    let (from, to) = ("en: \"Verify who it is\"), max: 10", "en: \"Verify who it is\"), max: \"10\"");
    let edited = Edited::of(&edit("a number in quotes", from, to, "D203"));
    let line = edited.text.lines().nth(edited.line - 1).expect("the line is there");
    let (before, _) = line.split_once("\"10\"").expect("the edit is there");
    assert_ne!(before.chars().count(), before.len(), "there is Chinese before it");
    let found = edited.findings();
    let columns: Vec<_> = found.iter().filter(|f| f["code"] == "D203").map(|f| f["column"].as_u64()).collect();
    assert_eq!(columns, [Some(before.chars().count() as u64 + 1)]);
}

#[test]
fn a_code_is_explained_in_chinese() {
    insta::assert_snapshot!(typed(&["explain", "D301"]).out, @r#"
    D301  指向不存在的节点

    名字要和定义它的地方一字不差。指到空处，玩到那里就断了。

    改之前:
        go: "mesage"
    改之后:
        go: "message"
    "#);
}

#[test]
fn a_code_is_explained_in_english() {
    insta::assert_snapshot!(typed(&["explain", "D301", "--lang", "en"]).out, @r#"
    D301  a node that doesn't exist

    A name must match its definition letter by letter. If it points nowhere, the drill breaks there.

    before:
        go: "mesage"
    after:
        go: "message"
    "#);
}

#[test]
fn a_code_that_does_not_exist_is_answered_with_one_that_does() {
    let said = typed(&["explain", "D999"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("D999") && said.err.contains("是不是 D"), "{said:?}");
    let (_, named) = said.err.split_once("did you mean ").expect("a suggestion");
    let near = named.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    assert_eq!(typed(&["explain", near]).code, 0, "{near} is a code");
}

#[test]
fn the_result_of_a_run_has_every_promised_field() {
    let run = played(PASS, &["--seed", "7", "--student", "20230001"]);
    uuid::Uuid::parse_str(run["run_id"].as_str().expect("a text")).expect("a run's name");
    let hash = run["scenario_hash"].as_str().expect("a text");
    assert!(hash.len() == 64 && hash.chars().all(|c| c.is_ascii_hexdigit()), "{hash}");
    let promised = [
        ("scenario", json!("class-fee")),
        ("seed", json!(7)),
        ("student", json!("20230001")),
        ("ending", json!("kept")),
        ("passed", json!(true)),
        ("percent", json!(100)),
        ("points", json!(30)),
        ("max_points", json!(30)),
        ("critical_errors", json!([])),
        ("dose", json!({ "toxic": 0.0, "heat": 0.0 })),
    ];
    for (field, value) in promised {
        assert_eq!(run[field], value, "{field}");
    }
    assert!(run["ticks"].as_u64().is_some_and(|n| n > 0), "{run}");
    let choices = run["choices"].as_array().expect("a list");
    let made: Vec<_> = choices.iter().map(|c| (c["node"].as_str(), c["choice"].as_str(), c["first_try"].as_bool())).collect();
    let wanted = [("decide", "call"), ("again", "stop"), ("after", "report")].map(|(node, choice)| (Some(node), Some(choice), Some(true)));
    assert_eq!(made, wanted);
    for (choice, field) in choices.iter().flat_map(|c| ["points", "max_points", "ticks"].map(|field| (c, field))) {
        assert!(choice[field].is_u64(), "{field} of {choice}");
    }
}

#[test]
fn a_run_that_fails_names_its_critical_errors() {
    let run = played(FAIL, &[]);
    assert_eq!((&run["passed"], &run["student"]), (&json!(false), &Value::Null));
    assert_eq!(run["critical_errors"], json!(["pay", "transfer"]));
    let tries: Vec<_> = run["choices"].as_array().expect("a list").iter().map(|c| c["first_try"].as_bool()).collect();
    assert_eq!(tries, [Some(true), Some(false), Some(true), Some(true)]);
}

#[test]
fn two_runs_of_the_same_are_equal_but_for_their_names() {
    let run = || -> Value {
        let plan = "scenarios/plans/dorm-fire.pass.ron";
        let said = typed(&["run", "scenarios/dorm-fire.ron", "--plan", plan, "--seed", "9", "--format", "json"]);
        serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("{e}: {said:?}"))
    };
    let (mut first, mut second) = (run(), run());
    assert_ne!(first["run_id"].take(), second["run_id"].take());
    assert_eq!(first, second);
}

#[test]
fn a_run_with_data_is_one_record_and_an_unknown_student_is_a_guest() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("data");
    let run = played(PASS, &["--student", "99990001", "--data", text(&data)]);
    let said = typed(&["records", "list", "--format", "json", "--data", text(&data)]);
    assert_eq!(said.code, 0, "{said:?}");
    let records: Vec<Value> = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(records.len(), 1, "{records:?}");
    let wanted = [
        ("run_id", run["run_id"].clone()),
        ("scenario_hash", run["scenario_hash"].clone()),
        ("student_id", json!("99990001")),
        ("guest", json!(true)),
        ("station", json!("script")),
        ("status", json!("completed")),
        ("percent", json!(100)),
    ];
    for (field, value) in wanted {
        assert_eq!(records[0][field], value, "{field}");
    }
}

#[test]
fn a_run_without_data_writes_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let home = dir.path().join("home");
    let mut command = program(&["run", CASE, "--plan", PASS]);
    command.env("DRILLROOM_DATA", dir.path().join("data")).env("HOME", &home).env("XDG_DATA_HOME", &home);
    assert_eq!(said(&mut command).code, 0);
    assert_eq!(fs::read_dir(dir.path()).expect("readable").count(), 0);
}

#[test]
fn every_subcommand_shows_an_example_in_its_help() {
    let mut without = Vec::new();
    collect_without_example(&Cli::command(), &mut Vec::new(), &mut without);
    assert!(without.is_empty(), "no example in the help of: {}", without.join(", "));
}

/// Goes through the subcommands below `command`, which is typed as `path`.
fn collect_without_example(command: &clap::Command, path: &mut Vec<String>, without: &mut Vec<String>) {
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        path.push(sub.get_name().to_owned());
        let args: Vec<&str> = path.iter().map(String::as_str).chain(["--help"]).collect();
        let said = typed(&args);
        assert_eq!(said.code, 0, "{args:?}: {said:?}");
        if !said.out.contains("Example") {
            without.push(path.join(" "));
        }
        collect_without_example(sub, path, without);
        path.pop();
    }
}

/// One slip of a teacher's hand: `from` becomes `to`, and `check` is to say `code` on that line.
#[derive(Debug, Clone, Copy)]
struct Edit {
    what: &'static str,
    from: &'static str,
    to: &'static str,
    code: &'static str,
}

/// The example with a slip in it, in a folder of its own.
#[derive(Debug)]
struct Edited {
    dir: tempfile::TempDir,
    text: String,
    /// Where the slip is, from 1.
    line: usize,
}

impl Edited {
    fn of(edit: &Edit) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        copy(&root().join("tests/cases/good"), dir.path());
        let valid = fs::read_to_string(root().join(CASE)).expect("the example is there");
        assert_eq!(valid.matches(edit.from).count(), 1, "{}: {:?} stands once in the example", edit.what, edit.from);
        let (before, _) = valid.split_once(edit.from).expect("it stands there");
        let (line, text) = (before.matches('\n').count() + 1, valid.replace(edit.from, edit.to));
        fs::write(dir.path().join("class-fee.ron"), &text).expect("the folder can be written");
        Self { dir, text, line }
    }

    fn findings(&self) -> Vec<Value> {
        findings(text(&self.dir.path().join("class-fee.ron")))
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder is there") {
        let path = entry.expect("readable").path();
        let beside = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &beside);
        } else {
            fs::copy(&path, &beside).expect("the folder can be written");
        }
    }
}

const fn edit(what: &'static str, from: &'static str, to: &'static str, code: &'static str) -> Edit {
    Edit { what, from, to, code }
}

const TEACHERS_TEN: [Edit; 10] = [
    edit("a full-width colon", "minutes: 3", "minutes：3", "D102"),
    edit("a forgotten comma", "at: \"desk_seat\", light", "at: \"desk_seat\" light", "D101"),
    edit("a forgotten quote", "zh: \"核实身份\", en", "zh: \"核实身份, en", "D103"),
    edit("a forgotten bracket", "\"Verify who it is\"), max", "\"Verify who it is\", max", "D103"),
    edit("a mistyped node", "go: \"decide\"", "go: \"decied\"", "D301"),
    edit("a mistyped field", "summary: (zh", "sumary: (zh", "D201"),
    edit("a number in quotes", "pass: 60", "pass: \"60\"", "D203"),
    edit("no English", "(zh: \"王老师\", en: \"Ms Wang\")", "(zh: \"王老师\")", "D601"),
    edit("a unit after a number", "seconds: 40,", "seconds: 40s,", "D101"),
    edit("a critical choice without a source", "redo: true, cites: [\"fcl-2\"],", "redo: true,", "D504"),
];

#[test]
fn ten_slips_of_a_teacher_are_found_on_their_line_with_help() {
    for edit in TEACHERS_TEN {
        let edited = Edited::of(&edit);
        let found = edited.findings();
        let is_it = |f: &Value| {
            f["line"].as_u64() == Some(edited.line as u64)
                && f["severity"] == "error"
                && f["code"] == edit.code
                && f["help"].as_str().is_some_and(|help| !help.is_empty())
        };
        assert!(found.iter().any(is_it), "{}, line {}: {found:#?}", edit.what, edited.line);
    }
}
