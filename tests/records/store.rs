//! What is written, who may write, and what is said aloud about computer and disk.

use std::fs;

use drillroom::record::{Filter, NewRun, Pending, Recorder, Sample, Status, Store, StoreError, Warning, cut, record_outcome};
use drillroom::run::Tape;
use drillroom::score::{Scorecard, TestLine};

use super::{Wall, case, database, day, opened, person, played, recorded};

#[test]
fn a_run_is_recorded_with_its_score_and_every_choice() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    store.save_people(&[person("20230001", "张三", "计算机2301")]).expect("saved");
    let run = recorded(&mut store, "fail", "20230001");
    let rows = store.runs(&Filter::default()).expect("readable");
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!((row.run_id, row.name.as_str(), row.class.as_str(), row.guest), (run, "张三", "计算机2301", false));
    assert_eq!((row.status, row.passed, row.percent, row.points, row.max_points), (Status::Completed, false, 6, 2, 30));
    assert_eq!(row.critical_errors, ["pay", "transfer"]);
    assert_eq!((row.scenario.as_str(), row.theme.as_str(), row.version, row.attempt), ("class-fee", "Fraud", 1, 1));
    let choices = store.choices(run).expect("readable");
    let names: Vec<_> = choices.iter().map(|c| (c.node.as_str(), c.choice.as_str(), c.first_try)).collect();
    assert_eq!(names, [("decide", "pay", true), ("decide", "ask", false), ("again", "transfer", true), ("after", "quiet", true)]);
}

#[test]
fn a_second_writer_is_refused_and_readers_are_welcome() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut first = opened(dir.path());
    let refused = Store::open_writer(dir.path(), "lab-2").expect_err("one writer at a time");
    assert!(matches!(&refused, StoreError::Locked { dir: named } if named == dir.path()), "{refused}");
    recorded(&mut first, "pass", "20230001");
    let reader = Store::open_reader(dir.path()).expect("readers may come");
    assert_eq!(reader.runs(&Filter::default()).expect("readable").len(), 1);
    drop(first);
    drop(Store::open_writer(dir.path(), "lab-2").expect("the first has gone"));
}

#[test]
fn records_are_read_where_nothing_can_be_written_beside_them() {
    let dir = tempfile::tempdir().expect("a folder");
    recorded(&mut opened(dir.path()), "pass", "20230001");
    // What a full disk or a write-protected stick does to the file that readers share.
    fs::create_dir(dir.path().join("records.sqlite-shm")).expect("in the way");
    let reader = Store::open_reader(dir.path()).expect("the records can be read");
    assert_eq!(reader.runs(&Filter::default()).expect("readable").len(), 1);
}

#[test]
fn a_reader_of_an_empty_folder_is_told_that_there_are_no_records() {
    let dir = tempfile::tempdir().expect("a folder");
    let refused = Store::open_reader(dir.path()).expect_err("nothing is there");
    assert!(matches!(refused, StoreError::NoRecords { .. }), "{refused}");
}

#[test]
fn a_reader_cannot_write() {
    let dir = tempfile::tempdir().expect("a folder");
    drop(opened(dir.path()));
    let mut reader = Store::open_reader(dir.path()).expect("readable");
    let refused = reader.begin_run(NewRun { case: case(), seed: 1, student: None, station: None }).expect_err("it only reads");
    assert!(matches!(refused, StoreError::NotAWriter { .. }), "{refused}");
}

#[test]
fn an_unknown_number_is_a_guest_until_the_roster_names_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", " ２０２３０００９ ");
    let row = store.runs(&Filter::default()).expect("readable").remove(0);
    assert_eq!((row.student_id.as_str(), row.name.as_str(), row.guest), ("20230009", "", true));
    store.save_people(&[person("20230009", "李四", "护理2302")]).expect("saved");
    let row = store.runs(&Filter::default()).expect("readable").remove(0);
    assert_eq!((row.name.as_str(), row.guest), ("李四", true));
    recorded(&mut store, "pass", "20230009");
    let again = store.runs(&Filter::default()).expect("readable").pop().expect("two runs");
    assert_eq!((again.attempt, again.guest), (2, false));
}

#[test]
fn visitors_without_a_number_are_nobody_twice() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    for _ in 0..2 {
        record_outcome(&mut store, &played("pass"), None, "lab-1").expect("recorded");
    }
    let rows = store.runs(&Filter::default()).expect("readable");
    assert!(rows.iter().all(|r| r.guest && r.student_id.is_empty() && r.attempt == 1));
    assert_ne!(rows[0].pseudonym, rows[1].pseudonym);
}

#[test]
fn attempts_are_counted_for_each_person() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    for (student, attempt) in [("1001", 1), ("1001", 2), ("1002", 1), ("1001", 3)] {
        let run = recorded(&mut store, "pass", student);
        let rows = store.runs(&Filter::default()).expect("readable");
        assert_eq!(rows.iter().find(|r| r.run_id == run).map(|r| r.attempt), Some(attempt), "{student}");
    }
}

#[test]
fn runs_are_found_by_class_scenario_person_and_day() {
    let dir = tempfile::tempdir().expect("a folder");
    let wall = Wall::noon("2026-11-23");
    let mut store = Store::open_writer_with(dir.path(), "lab-1", Box::new(wall.clone())).expect("opened");
    store.save_people(&[person("1", "甲", "A"), person("2", "乙", "B")]).expect("saved");
    recorded(&mut store, "pass", "1");
    wall.set("2026-11-24");
    recorded(&mut store, "pass", "2");
    let count = |filter: Filter| store.runs(&filter).expect("readable").len();
    let any = Filter::default;
    assert_eq!(count(Filter { class: Some("A".to_owned()), ..any() }), 1);
    assert_eq!(count(Filter { student: Some("２".to_owned()), ..any() }), 1);
    assert_eq!(count(Filter { scenario: Some("class-fee".to_owned()), ..any() }), 2);
    assert_eq!(count(Filter { scenario: Some("dorm-fire".to_owned()), ..any() }), 0);
    assert_eq!(count(Filter { from: Some(day("2026-11-24")), ..any() }), 1);
    assert_eq!(count(Filter { to: Some(day("2026-11-23")), ..any() }), 1);
    assert_eq!(count(Filter { from: Some(day("2026-11-23")), to: Some(day("2026-11-24")), ..any() }), 2);
}

#[test]
fn neither_names_nor_numbers_are_in_the_chain() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    store.save_people(&[person("2023000188", "司马相如", "汉赋一班")]).expect("saved");
    recorded(&mut store, "fail", "2023000188");
    drop(store);
    let conn = database(dir.path());
    let mut ask = conn.prepare("SELECT body FROM entries").expect("entries");
    let bodies: Vec<Vec<u8>> = ask.query_map([], |r| r.get(0)).expect("rows").collect::<Result<_, _>>().expect("bodies");
    let all = String::from_utf8_lossy(&bodies.concat()).into_owned();
    for secret in ["2023000188", "司马相如", "汉赋一班"] {
        assert!(!all.contains(secret), "{secret}");
    }
}

#[test]
fn a_clock_that_is_wrong_is_marked_on_the_run_and_said_aloud() {
    let dir = tempfile::tempdir().expect("a folder");
    let wall = Wall::noon("2009-01-01");
    let mut store = Store::open_writer_with(dir.path(), "lab-1", Box::new(wall.clone())).expect("opened");
    assert_eq!(store.warnings(), [Warning::ClockSuspect { shown: "2009-01-01 12:00:00".to_owned() }]);
    recorded(&mut store, "pass", "1");
    wall.set("2026-11-23");
    recorded(&mut store, "pass", "2");
    wall.set("2026-11-22");
    recorded(&mut store, "pass", "3");
    let mut rows = store.runs(&Filter::default()).expect("readable");
    rows.sort_by(|a, b| a.student_id.cmp(&b.student_id));
    assert_eq!(rows.iter().map(|r| r.clock_suspect).collect::<Vec<_>>(), [true, false, true]);
}

#[test]
fn a_disk_that_is_set_back_at_every_start_is_noticed() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", "1001");
    drop(store);
    fs::remove_file(dir.path().join("canary.json")).expect("it was there");
    assert_eq!(opened(dir.path()).warnings(), [Warning::CanaryMissing { runs: 1 }]);
    assert_eq!(opened(dir.path()).warnings(), []);
}

#[test]
fn no_scored_run_begins_without_room_for_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    fs::create_dir(dir.path().join("probe.tmp")).expect("in the way");
    let refused = store.begin_run(NewRun { case: case(), seed: 1, student: None, station: None });
    assert!(refused.is_err());
    fs::remove_dir(dir.path().join("probe.tmp")).expect("out of the way");
    assert!(store.begin_run(NewRun { case: case(), seed: 1, student: None, station: None }).is_ok());
}

#[test]
fn records_are_not_written_with_another_schools_key() {
    let dir = tempfile::tempdir().expect("a folder");
    drop(opened(dir.path()));
    let key = dir.path().join("school.key");
    let kept = fs::read(&key).expect("the key");
    fs::write(&key, "00".repeat(32)).expect("written");
    assert!(matches!(Store::open_writer(dir.path(), "lab-1"), Err(StoreError::KeyWrong { .. })));
    fs::remove_file(&key).expect("removed");
    assert!(matches!(Store::open_writer(dir.path(), "lab-1"), Err(StoreError::KeyMissing { .. })));
    fs::write(&key, kept).expect("restored");
    drop(opened(dir.path()));
}

#[test]
fn a_run_that_has_ended_takes_no_more_choices_and_its_tests_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    let outcome = played("pass");
    let card = Scorecard::of(&outcome.run);
    let run = store.begin_run(NewRun { case: case(), seed: 7, student: None, station: None }).expect("begun");
    store.finish_run(run, &card, Status::Completed, &outcome.tape).expect("finished");
    let late = store.add_choice(run, &card.choices[0], &Tape::default());
    assert!(matches!(late, Err(StoreError::NoSuchRun { run: named }) if named == run));
    let tests = TestLine { pre: 1, pre_of: 3, post: 3, post_of: 3, gain: Some(1.0) };
    let rest = cut(&outcome.tape, outcome.tape.inputs.len(), outcome.tape.end + 60);
    store.add_tests(run, &tests, &rest).expect("tests follow the end");
    assert!(store.add_tests(run, &tests, &rest).is_err());
    assert_eq!(store.verify(Some(Sample::All)).expect("readable").problems, []);
}

fn waited<T>(pending: Pending<T>) -> T {
    pending.wait().expect("committed")
}

#[test]
fn the_writers_thread_answers_when_a_choice_is_on_the_disk() {
    let dir = tempfile::tempdir().expect("a folder");
    let recorder = Recorder::start(opened(dir.path()));
    let outcome = played("pass");
    let card = Scorecard::of(&outcome.run);
    let run = waited(recorder.begin(NewRun { case: case(), seed: 7, student: Some("1001".to_owned()), station: None }));
    waited(recorder.choice(run, card.choices[0].clone(), Tape::default()));
    let reader = Store::open_reader(dir.path()).expect("readable");
    assert_eq!(reader.choices(run).expect("readable").len(), 1);
    let unasked = recorder.finish(run, card, Status::Completed, outcome.tape.clone());
    drop(recorder);
    assert!(matches!(unasked.poll(), Some(Ok(()))), "dropping the recorder finishes what was handed over");
    assert!(matches!(unasked.poll(), Some(Err(StoreError::WriterGone))));
    assert_eq!(reader.runs(&Filter::default()).expect("readable").len(), 1);
}
