//! Scenario files: every case gives exactly the findings it is marked with, and no file brings the checker down.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use drillroom::diag::{Lang, Source};
use drillroom::scenario::{all_codes, check_path, find_files};
use drillroom::score::check_plan;
use proptest::prelude::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn bad_cases() -> Vec<PathBuf> {
    find_files(&root().join("tests/cases/bad")).expect("the cases are there")
}

/// What a file is marked with: `//~ CODE CODE` at the end of a line.
fn marks(text: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let Some((_, codes)) = line.split_once("//~") else { continue };
        out.extend(codes.split_whitespace().map(|c| (n + 1, c.to_owned())));
    }
    out.sort();
    out
}

/// What the checker finds: line and code.
fn found(path: &Path) -> Vec<(usize, String)> {
    let checked = check_path(path, &check_plan).expect("readable");
    let source = Source { name: &checked.name, text: &checked.text };
    let mut out: Vec<(usize, String)> = checked.findings.iter().map(|f| (source.place(f.span.start).0, f.code.id.to_owned())).collect();
    out.sort();
    out
}

#[test]
fn every_case_gives_exactly_the_findings_it_is_marked_with() {
    let mut off = Vec::new();
    for path in bad_cases() {
        let text = fs::read_to_string(&path).expect("readable");
        if marks(&text) != found(&path) {
            off.push(format!("{}\n  marked {:?}\n  found  {:?}", path.display(), marks(&text), found(&path)));
        }
    }
    assert!(off.is_empty(), "{}", off.join("\n"));
}

/// Cases that no text file can carry: encoding, emptiness, size, binary. Each is made by a test below.
const MADE_HERE: [&str; 4] = ["D002", "D003", "D004", "D005"];

#[test]
fn every_code_has_a_case() {
    let marked: BTreeSet<String> =
        bad_cases().iter().flat_map(|p| marks(&fs::read_to_string(p).unwrap_or_default())).map(|(_, c)| c).collect();
    let without: Vec<&str> = all_codes().iter().map(|c| c.id).filter(|id| !marked.contains(*id) && !MADE_HERE.contains(id)).collect();
    assert!(without.is_empty(), "codes without a case under tests/cases/bad: {without:?}");
}

#[test]
fn codes_are_unique_and_explained_in_both_languages() {
    let mut seen = BTreeSet::new();
    for code in all_codes() {
        assert!(seen.insert(code.id), "{} twice", code.id);
        for text in [code.zh, code.en, code.why_zh, code.why_en, code.before, code.after] {
            assert!(!text.trim().is_empty(), "{} has an empty page", code.id);
        }
    }
}

fn codes_of(bytes: &[u8]) -> Vec<String> {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("x.ron");
    fs::write(&path, bytes).expect("writable");
    found(&path).into_iter().map(|(_, c)| c).collect()
}

#[test]
fn a_file_saved_as_gbk_is_named_as_such() {
    let (bytes, _, _) = encoding_rs::GB18030.encode("( id: \"x\", title: (zh: \"宿舍火灾\", en: \"Fire\") )");
    assert_eq!(codes_of(&bytes), ["D002"]);
}

#[test]
fn empty_huge_and_binary_files_are_told_apart() {
    assert_eq!(codes_of(b" \n\t"), ["D003"]);
    assert_eq!(codes_of(&vec![b' '; 5 * 1024 * 1024]), ["D004"]);
    assert_eq!(codes_of(b"PK\x03\x04\x00\x00\xff\xfe\x00"), ["D005"]);
}

#[test]
fn a_hundred_thousand_brackets_are_one_finding_and_no_crash() {
    let codes = codes_of("(".repeat(100_000).as_bytes());
    assert!(codes.contains(&"D104".to_owned()), "{codes:?}");
    assert!(codes.len() < 200, "{} findings", codes.len());
}

#[test]
fn a_mark_at_the_front_and_windows_line_ends_change_nothing() {
    let text = fs::read_to_string(root().join("tests/cases/bad/d301-unknown-node.ron")).expect("the case is there");
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("places")).expect("writable");
    fs::copy(root().join("tests/cases/bad/places/room.ron"), dir.path().join("places/room.ron")).expect("writable");
    let path = dir.path().join("d301-unknown-node.ron");
    fs::write(&path, format!("\u{feff}{}", text.replace("\r\n", "\n").replace('\n', "\r\n"))).expect("writable");
    assert_eq!(found(&path), marks(&text));
}

#[cfg(unix)]
#[test]
fn a_folder_that_contains_itself_is_walked_once() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("a.ron"), "()").expect("writable");
    std::os::unix::fs::symlink(dir.path(), dir.path().join("again")).expect("a link");
    assert_eq!(find_files(dir.path()).expect("walks").len(), 1);
}

#[test]
fn every_shipped_file_is_ron_to_the_ron_crate_too() {
    for path in find_files(&root().join("scenarios")).expect("shipped") {
        let text = fs::read_to_string(&path).expect("readable");
        let read = ron::from_str::<serde::de::IgnoredAny>(&text);
        assert!(read.is_ok(), "{}: {:?}", path.display(), read.err());
        assert!(found(&path).is_empty(), "{}: {:?}", path.display(), found(&path));
    }
}

#[test]
fn a_finding_is_shown_with_its_line_and_the_next_step() {
    let path = root().join("tests/cases/bad/d301-unknown-node.ron");
    let checked = check_path(&path, &check_plan).expect("readable");
    let shown = checked.render(Lang::Zh);
    let line = checked.text.lines().position(|l| l.contains("//~ D301")).expect("marked") + 1;
    assert!(shown.contains("错误[D301]"), "{shown}");
    assert!(shown.contains(&format!("d301-unknown-node.ron:{line}:")), "{shown}");
    assert!(shown.contains("怎么改"), "{shown}");
    assert!(shown.contains('^'), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_checked_without_a_crash(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        codes_of(&bytes);
    }

    #[test]
    fn a_drill_with_a_stretch_missing_is_checked_without_a_crash(at in 0.0_f64..1.0, length in 1_usize..60) {
        let text = fs::read_to_string(root().join("tests/cases/good/class-fee.ron")).expect("shipped");
        let chars: Vec<char> = text.chars().collect();
        let from = (at * chars.len() as f64) as usize;
        let cut: String = chars.iter().enumerate().filter(|(n, _)| *n < from || *n >= from + length).map(|(_, c)| *c).collect();
        codes_of(cut.as_bytes());
    }
}
