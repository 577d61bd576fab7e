//! What is left when the power goes in the middle: everything that was committed, and nothing that was not.

use std::fs;
use std::path::Path;

use drillroom::record::{Filter, NewRun, Sample, Status, Store};
use drillroom::run::Tape;
use drillroom::score::Scorecard;

use super::{case, opened, played};

/// The folder as a power cut leaves it: the files as they are, without anyone closing them.
fn cut_power(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("a file").path();
        fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("copied");
    }
}

/// Begins the example and commits its first choices.
fn half_a_run(store: &mut Store, choices: usize) {
    let outcome = played("fail");
    let card = Scorecard::of(&outcome.run);
    let run = store.begin_run(NewRun { case: case(), seed: 7, student: Some("1001".to_owned()), station: None }).expect("begun");
    let mut done = 0;
    for (line, made) in card.choices.iter().zip(&outcome.run.tally().choices).take(choices) {
        let until = outcome.tape.inputs.partition_point(|(at, _)| *at <= made.at_tick);
        let piece = Tape { inputs: outcome.tape.inputs[done..until].to_vec(), end: made.at_tick };
        store.add_choice(run, line, &piece).expect("committed");
        done = until;
    }
}

#[test]
fn a_run_without_an_end_is_closed_as_abandoned_with_every_choice_it_had() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    half_a_run(&mut store, 3);
    let after = tempfile::tempdir().expect("a folder");
    cut_power(dir.path(), after.path());
    let store = opened(after.path());
    let rows = store.runs(&Filter::default()).expect("readable");
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!((row.status, row.passed, row.finished_ms, row.points), (Status::Abandoned, false, None, 0));
    let choices: Vec<String> = store.choices(row.run_id).expect("readable").into_iter().map(|c| c.choice).collect();
    assert_eq!(choices, ["pay", "ask", "transfer"]);
    let report = store.verify(Some(Sample::All)).expect("readable");
    assert_eq!((report.recomputed, report.problems), (1, vec![]));
}

#[test]
fn a_run_is_abandoned_once() {
    let dir = tempfile::tempdir().expect("a folder");
    half_a_run(&mut opened(dir.path()), 1);
    drop(opened(dir.path()));
    let mut store = opened(dir.path());
    assert_eq!(store.close_abandoned().expect("nothing is open"), []);
    assert_eq!(store.runs(&Filter::default()).expect("readable").len(), 1);
}

#[test]
fn a_run_whose_ending_was_committed_is_complete_without_its_tests() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    let outcome = played("pass");
    let run = store.begin_run(NewRun { case: case(), seed: 7, student: None, station: None }).expect("begun");
    store.finish_run(run, &Scorecard::of(&outcome.run), Status::Completed, &outcome.tape).expect("finished");
    let after = tempfile::tempdir().expect("a folder");
    cut_power(dir.path(), after.path());
    let rows = opened(after.path()).runs(&Filter::default()).expect("readable");
    assert_eq!(rows.iter().map(|r| (r.status, r.percent)).collect::<Vec<_>>(), [(Status::Completed, 100)]);
}

#[test]
fn a_journal_cut_anywhere_loses_nothing_before_the_cut() {
    let dir = tempfile::tempdir().expect("a folder");
    drop(opened(dir.path()));
    let mut store = opened(dir.path());
    half_a_run(&mut store, 4);
    let journal = fs::metadata(dir.path().join("records.sqlite-wal")).expect("a journal").len();
    let mut most = 0;
    for part in 0..=12 {
        let after = tempfile::tempdir().expect("a folder");
        cut_power(dir.path(), after.path());
        // The canary is as new as the journal was; here only the chain is asked.
        fs::remove_file(after.path().join("canary.json")).expect("removed");
        let wal = fs::OpenOptions::new().write(true).open(after.path().join("records.sqlite-wal")).expect("the journal");
        wal.set_len(journal * part / 12).expect("cut");
        drop(wal);
        let store = opened(after.path());
        let report = store.verify(Some(Sample::All)).expect("readable");
        assert_eq!(report.problems, [], "cut at {part}/12");
        let rows = store.runs(&Filter::default()).expect("readable");
        let choices = rows.first().map_or(0, |r| store.choices(r.run_id).expect("readable").len());
        assert!(choices >= most, "a longer journal holds no less: {choices} after {most}");
        most = choices;
    }
    assert_eq!(most, 4);
}
