//! Whether every change to the records is found, and whether what may go goes without a trace of what it said.

use std::fs;
use std::path::Path;

use drillroom::record::{Filter, NewRun, Problem, Sample, Status, Store, Warning};
use drillroom::score::Scorecard;

use super::{Wall, case, database, day, opened, person, played, recorded};

fn problems(dir: &Path) -> Vec<Problem> {
    Store::open_reader(dir).and_then(|s| s.verify(None)).expect("it can be read").problems
}

#[test]
fn entries_can_be_neither_changed_nor_deleted() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", "1001");
    drop(store);
    let conn = database(dir.path());
    for sql in [
        "UPDATE entries SET body = x'7B7D' WHERE seq = 2",
        "UPDATE entries SET body = NULL, pseudonym = NULL WHERE seq = 2",
        "DELETE FROM entries WHERE seq = 2",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE seq = 2",
        "DELETE FROM content",
    ] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(problems(dir.path()), []);
}

#[test]
fn a_changed_body_is_found_although_sqlite_sees_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "fail", "1001");
    drop(store);
    let file = dir.path().join("records.sqlite");
    let mut bytes = fs::read(&file).expect("the database");
    let needle = b"\"percent\":6";
    let at = bytes.windows(needle.len()).position(|w| w == needle).expect("the score is in it");
    bytes[at + needle.len() - 1] = b'9';
    fs::write(&file, bytes).expect("written");
    let integrity: String = database(dir.path()).query_row("PRAGMA integrity_check", [], |r| r.get(0)).expect("answered");
    assert_eq!(integrity, "ok");
    assert!(matches!(problems(dir.path())[..], [Problem::BodyChanged { seq: 6 }]));
    let warned = opened(dir.path()).warnings().to_vec();
    assert_eq!(warned, [Warning::ChainBroken { seq: 6 }]);
}

#[test]
fn a_run_moved_to_another_time_is_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", "1001");
    drop(store);
    let conn = database(dir.path());
    conn.execute_batch("DROP TRIGGER entries_only_purged; UPDATE entries SET wall_utc_ms = 1 WHERE seq = 1;").expect("forged");
    drop(conn);
    assert_eq!(problems(dir.path()), [Problem::Changed { seq: 1 }]);
}

#[test]
fn a_run_given_to_someone_else_is_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", "1001");
    drop(store);
    let conn = database(dir.path());
    conn.execute_batch("DROP TRIGGER entries_only_purged; UPDATE entries SET pseudonym = zeroblob(16) WHERE seq = 1;").expect("forged");
    drop(conn);
    assert_eq!(problems(dir.path()), [Problem::OwnerChanged { seq: 1 }]);
}

#[test]
fn a_missing_entry_and_a_missing_end_are_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", "1001");
    recorded(&mut store, "pass", "1002");
    drop(store);
    let conn = database(dir.path());
    conn.execute_batch("DROP TRIGGER entries_stay; DELETE FROM entries WHERE seq IN (3, 10);").expect("forged");
    drop(conn);
    assert_eq!(problems(dir.path()), [Problem::Gap { after: 2, found: 4 }, Problem::TailChanged { seq: 10 }]);
    assert!(opened(dir.path()).warnings().contains(&Warning::RecordsLost { canary: 10, entries: 9 }));
}

#[test]
fn changed_content_is_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", "1001");
    drop(store);
    let conn = database(dir.path());
    conn.execute_batch("DROP TRIGGER content_unchanged; UPDATE content SET place_bytes = x'28';").expect("forged");
    drop(conn);
    let hash = case().hash();
    assert_eq!(problems(dir.path()), [Problem::ContentChanged { hash }]);
}

#[test]
fn every_run_gives_the_same_result_when_it_is_played_again() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    for student in ["1", "2", "3", "4"] {
        recorded(&mut store, if student == "2" { "fail" } else { "pass" }, student);
    }
    let report = store.verify(Some(Sample::All)).expect("readable");
    assert_eq!((report.recomputed, report.other_rules, report.problems), (4, 0, vec![]));
    let sampled = store.verify(Some(Sample::Of(2))).expect("readable");
    assert_eq!((sampled.recomputed, sampled.runs), (2, 4));
}

#[test]
fn a_score_that_was_never_earned_is_found_by_playing_again() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    let outcome = played("fail");
    let mut card = Scorecard::of(&outcome.run);
    card.percent = 100;
    let run = store.begin_run(NewRun { case: case(), seed: 7, student: None, station: None }).expect("begun");
    store.finish_run(run, &card, Status::Completed, &outcome.tape).expect("finished");
    let report = store.verify(Some(Sample::All)).expect("readable");
    assert_eq!(report.problems, [Problem::Differs { run, what: "percent 100 → 6".to_owned() }]);
}

#[test]
fn purged_runs_are_gone_and_the_chain_still_verifies() {
    let dir = tempfile::tempdir().expect("a folder");
    let wall = Wall::noon("2026-11-23");
    let mut store = Store::open_writer_with(dir.path(), "lab-1", Box::new(wall.clone())).expect("opened");
    recorded(&mut store, "fail", "1001");
    wall.set("2027-03-01");
    recorded(&mut store, "pass", "1002");
    let preview = store.purge_preview(day("2027-01-01")).expect("readable");
    let report = store.purge(day("2027-01-01")).expect("purged");
    assert_eq!(report, preview);
    assert_eq!((report.runs, report.entries), (1, 6));
    let rows = store.runs(&Filter::default()).expect("readable");
    assert_eq!(rows.iter().map(|r| r.student_id.as_str()).collect::<Vec<_>>(), ["1002"]);
    let verified = store.verify(Some(Sample::All)).expect("readable");
    assert_eq!((verified.purged, verified.recomputed, verified.problems), (6, 1, vec![]));
    assert_eq!(store.purge(day("2027-01-01")).expect("nothing is left").entries, 0);
    drop(store);
    let bytes = fs::read(dir.path().join("records.sqlite")).expect("the database");
    let gone = b"\"choice\":\"transfer\"";
    assert!(!bytes.windows(gone.len()).any(|w| w == gone), "what was purged is not on the disk either");
}

#[test]
fn a_body_removed_without_a_purge_is_found() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", "1001");
    drop(store);
    let conn = database(dir.path());
    conn.execute_batch("DROP TRIGGER entries_only_purged; UPDATE entries SET body = NULL WHERE seq = 2;").expect("forged");
    drop(conn);
    assert_eq!(problems(dir.path()), [Problem::UnauditedPurge { seq: 2 }]);
}

#[test]
fn a_person_can_be_forgotten_and_the_others_stay() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    store.save_people(&[person("1001", "张三", "A"), person("1002", "李四", "A")]).expect("saved");
    recorded(&mut store, "pass", "1001");
    recorded(&mut store, "pass", "1002");
    let report = store.delete_subject("1001").expect("deleted");
    assert_eq!((report.people, report.runs), (1, 1));
    assert_eq!(store.person("1001").expect("readable"), None);
    let rows = store.runs(&Filter::default()).expect("readable");
    assert_eq!(rows.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["李四"]);
    assert_eq!(store.verify(None).expect("readable").problems, []);
}
