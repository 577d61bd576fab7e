//! Every shipped case gives the answers it names, and `docs/validation.md` says what they are.

use std::fs;

use drillroom::cli::{Cli, dispatch};
use drillroom::physics::case::{Case, judge, read};

use super::{root, shipped_cases};
use clap::Parser as _;

const KINDS: [&str; 4] = ["block", "dose", "fire", "motion"];

#[test]
fn every_known_answer_is_met_or_its_miss_is_explained() {
    for path in KINDS.into_iter().flat_map(shipped_cases) {
        let name = path.display();
        let case = read(&fs::read_to_string(&path).expect("a file")).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(case.check(), [], "{name}");
        assert!(!case.expect().is_empty(), "{name} names no answer");
        let table = case.run().unwrap_or_else(|e| panic!("{name}: {e}"));
        for v in judge(&table, case.expect()) {
            assert!(v.met || v.expect.misses.is_some(), "{name}: {} should be {} and is {:?}", v.expect.of, v.expect.value, v.got);
            assert!(!v.expect.source.is_empty(), "{name}: {} has no source", v.expect.of);
        }
    }
}

/// The page is the proof that people read: it may not say what the program does not.
#[test]
fn the_page_of_results_is_what_the_program_computes() {
    let page = fs::read_to_string(root().join("docs/validation.md")).expect("the page is there");
    for kind in KINDS {
        let folder = root().join("tests/cases/hazard").join(kind);
        let folder = folder.to_str().expect("a path in UTF-8");
        let cli = Cli::try_parse_from(["drillroom", "hazard", folder, "--format", "markdown"]).expect("it can be typed");
        let mut out = Vec::new();
        dispatch(&cli, &mut out).unwrap_or_else(|_| panic!("{kind} could not be run"));
        let table = String::from_utf8(out).expect("output is UTF-8");
        assert!(page.contains(table.trim_end()), "docs/validation.md is out of date for {kind}: run scripts/validate");
    }
}

#[test]
fn the_same_case_gives_the_same_bits_twice() {
    for kind in KINDS {
        let path = shipped_cases(kind).into_iter().next().expect("a case");
        let text = fs::read_to_string(&path).expect("a file");
        let bits = |case: &Case| -> Vec<u64> {
            let table = case.run().expect("it runs");
            table.rows.iter().flatten().chain(table.facts.iter().map(|f| &f.1)).map(|v| v.to_bits()).collect()
        };
        let (one, two) = (read(&text).expect("a case"), read(&text).expect("a case"));
        assert_eq!(bits(&one), bits(&two), "{}", path.display());
    }
}
