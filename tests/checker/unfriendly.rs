//! Files that nobody wrote for the checker: it neither panics nor goes on for ever nor fills the screen.

use std::fs;
use std::fs::File;
use std::path::Path;

use drillroom::scenario::check_path;
use drillroom::score::check_plan;
use proptest::prelude::*;

use super::{folder, found, read};

/// Findings past this many help nobody; the checker lists no more.
const MOST: usize = 500;

/// Checks a file with these bytes, which stands where its place is found.
fn findings_of(dir: &Path, bytes: &[u8]) -> usize {
    let path = dir.join("sound.ron");
    fs::write(&path, bytes).expect("the folder can be written");
    let checked = check_path(&path, &check_plan).expect("the file can be read");
    for finding in &checked.findings {
        assert!(finding.span.start <= finding.span.end, "{finding:?} ends before it begins");
        assert!(finding.span.start <= checked.text.len().max(1), "{finding:?} is not in the file");
    }
    assert!(!checked.render(drillroom::diag::Lang::Zh).contains('\0'), "what is printed is text");
    checked.findings.len()
}

/// A folder with the place that the cases use.
fn with_place() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder of our own");
    fs::create_dir(dir.path().join("places")).expect("the folder can be made");
    fs::copy(folder("tests/cases/bad/places/room.ron"), dir.path().join("places/room.ron")).expect("the folder can be written");
    dir
}

#[test]
fn more_nodes_than_a_drill_can_have_are_refused_and_not_confused() {
    let dir = with_place();
    let mut nodes = String::new();
    for n in 0..70_000 {
        nodes += &format!("\"n{n}\":Branch(go:\"n{}\"),", n + 1);
    }
    let path = dir.path().join("sound.ron");
    fs::write(&path, format!("(nodes:{{{nodes}\"n70000\":End()}})")).expect("the folder can be written");
    let checked = check_path(&path, &check_plan).expect("the file can be read");
    assert!(checked.findings.iter().any(|f| f.code.id == "D004"), "too many nodes are told");
}

#[test]
fn a_hundred_thousand_brackets_are_a_handful_of_findings() {
    const MANY: usize = 100_000;
    let dir = with_place();
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("(a: ", ")"), ("[(", ")]"), ("(", "]")] {
        let nested = format!("{}{}", open.repeat(MANY), close.repeat(MANY));
        let beside = format!("{open}{close}").repeat(MANY);
        for text in [open.repeat(MANY), close.repeat(MANY), nested, beside] {
            let found = findings_of(dir.path(), text.as_bytes());
            // At most one for each bracket that may stand open, and the one that says they are too many.
            assert!((1..=70).contains(&found), "{found} findings for many {open} and {close}");
        }
    }
}

/// What begins something, or looks as if it did.
const BEGINNINGS: &[&str] = &[
    "\"",
    "\\\"",
    "'",
    "/*",
    "//",
    "/*/",
    "r#",
    "r#\"",
    "“",
    "“”",
    "\"a",
    "'\"',",
    "a:",
    "a: \"",
    ",",
    "::",
    "\"a\" b",
    "0x",
    "-",
    "#![",
    "，",
    "{\"a\":",
    "(a: \"b\n",
];

#[test]
fn long_runs_of_what_begins_something_come_to_an_end() {
    let dir = with_place();
    for mark in BEGINNINGS {
        let found = findings_of(dir.path(), mark.repeat(20_000).as_bytes());
        assert!((1..=MOST).contains(&found), "{found} findings for many {mark}");
    }
}

#[test]
fn a_file_of_fifty_megabytes_is_not_read() {
    let dir = tempfile::tempdir().expect("a folder of our own");
    let path = dir.path().join("movie.ron");
    let file = File::create(&path).expect("the folder can be written");
    file.set_len(50 * 1024 * 1024).expect("a file of holes");
    assert_eq!(found(&path), [(1, "D004")]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_back_into_itself_is_gone_through_once() {
    let dir = tempfile::tempdir().expect("a folder of our own");
    let drill = dir.path().join("drills").join("sound.ron");
    fs::create_dir(dir.path().join("drills")).expect("the folder can be made");
    fs::copy(folder("tests/cases/bad/sound.ron"), &drill).expect("the folder can be written");
    std::os::unix::fs::symlink(dir.path(), dir.path().join("drills").join("round")).expect("a link can be made");
    assert_eq!(super::files(dir.path()), [drill]);
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Pieces that files are made of, so that random ones get past the first line.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "“",
    "”",
    "，",
    "：",
    "（",
    "\n",
    " ",
    "id",
    "nodes",
    "\"sound\"",
    "go: ",
    "Choose(",
    "choices: [",
    "zh: \"你好\"",
    "en: \"hello\"",
    "12",
    "0.5",
    "-",
    "//",
    "/*",
    "*/",
    "\\",
    "'",
    "r#\"",
    "true",
    "when: \"a > 0\"",
    "\u{feff}",
    "\u{0}",
    "😀",
    "place: \"room\"",
    "competencies: { \"v\": (max: 5) }",
];

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn random_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let dir = with_place();
        let found = findings_of(dir.path(), &bytes);
        prop_assert!((1..=MOST).contains(&found), "{found} findings");
    }

    #[test]
    fn random_pieces_are_answered(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..200)) {
        let dir = with_place();
        let found = findings_of(dir.path(), pieces.concat().as_bytes());
        prop_assert!((1..=MOST).contains(&found), "{found} findings");
    }

    #[test]
    fn one_wrong_key_in_a_sound_drill_is_a_handful_of_findings(
        place in 0.0..1.0_f64,
        piece in prop::sample::select(PIECES),
        replaces in any::<bool>(),
    ) {
        let dir = with_place();
        let mut chars: Vec<char> = read(&folder("tests/cases/bad/sound.ron")).chars().collect();
        let at = (place * chars.len() as f64) as usize;
        drop(chars.splice(at..at + usize::from(replaces), piece.chars()));
        let text: String = chars.into_iter().collect();
        let found = findings_of(dir.path(), text.as_bytes());
        prop_assert!((1..=40).contains(&found), "{found} findings for {piece:?} at {at}");
    }

    #[test]
    fn a_drill_with_a_stretch_missing_is_answered(at in 0.0..1.0_f64, length in 1_usize..60) {
        let dir = with_place();
        let chars: Vec<char> = read(&folder("tests/cases/bad/sound.ron")).chars().collect();
        let from = (at * chars.len() as f64) as usize;
        let rest = chars.iter().enumerate().filter(|(n, _)| !(from..from + length).contains(n));
        let text: String = rest.map(|(_, c)| *c).collect();
        let found = findings_of(dir.path(), text.as_bytes());
        prop_assert!((1..=MOST).contains(&found), "{found} findings");
    }
}
