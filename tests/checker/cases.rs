//! The case files: each is given exactly the findings that it is marked with.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use drillroom::scenario::all_codes;

use super::{copy_of, files, folder, found, marked, read};

/// Every file below a folder whose findings are not the marked ones.
fn wrong(dir: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for path in files(dir) {
        let text = read(&path);
        let (expected, found) = (marked(&text), found(&path));
        if expected != found {
            wrong.push(format!("{}\n  marked {expected:?}\n  found  {found:?}", path.display()));
        }
    }
    wrong
}

#[test]
fn every_case_gives_exactly_the_findings_it_is_marked_with() {
    let wrong = wrong(&folder("tests/cases/bad"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_good_cases_have_no_findings_at_all() {
    let wrong = wrong(&folder("tests/cases/good"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_shipped_drills_places_and_plans_have_no_findings_either() {
    let wrong = wrong(&folder("scenarios"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn windows_line_ends_change_no_finding_and_no_line() {
    let copy = copy_of(&folder("tests/cases/bad"), |text| text.replace('\n', "\r\n"));
    let wrong = wrong(copy.path());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_byte_order_mark_changes_no_finding_and_no_line() {
    let copy = copy_of(&folder("tests/cases/bad"), |text| format!("\u{feff}{text}"));
    let wrong = wrong(copy.path());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let texts: Vec<String> = files(&folder("tests/cases/bad")).iter().map(|path| read(path)).collect();
    let mut shown: BTreeSet<&str> = texts.iter().flat_map(|text| marked(text)).map(|(_, code)| code).collect();
    // Files with these can't have a mark in them; the next test makes them.
    shown.extend(["D002", "D003", "D004", "D005"]);
    let missing: Vec<&str> = all_codes().iter().map(|c| c.id).filter(|id| !shown.contains(id)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
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

#[test]
fn what_is_no_text_is_one_finding_that_says_so() {
    let dir = tempfile::tempdir().expect("a folder of our own");
    let drill = read(&folder("tests/cases/bad/sound.ron"));
    let gbk = encoding_rs::GB18030.encode(&drill).0.into_owned();
    let photo = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    let large = vec![b'('; 5 * 1024 * 1024];
    for (code, bytes) in [("D002", gbk), ("D003", Vec::new()), ("D003", b" \n\t\n".to_vec()), ("D004", large), ("D005", photo)] {
        let path = dir.path().join("drill.ron");
        fs::write(&path, bytes).expect("the folder can be written");
        assert_eq!(found(&path), [(1, code)]);
    }
}

#[test]
fn one_forgotten_quote_or_bracket_is_one_finding_or_two() {
    let copy = copy_of(&folder("tests/cases/good"), str::to_owned);
    let path = copy.path().join("class-fee.ron");
    let text = read(&path);
    let mut wrong = Vec::new();
    for (at, mark) in text.char_indices().filter(|(_, c)| "\"()[]{}".contains(*c)) {
        let without = format!("{}{}", &text[..at], &text[at + 1..]);
        fs::write(&path, without).expect("the folder can be written");
        let found = found(&path);
        if !(1..=2).contains(&found.len()) {
            let line = text[..at].matches('\n').count() + 1;
            wrong.push(format!("{mark} of line {line}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
