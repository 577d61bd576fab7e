//! Records from the first choice to the office's sheet: what must never be lost, mixed up or made up.
//!
//! `store` what is written and by whom · `audit` whether every change is found · `crash` what is left when the power
//! goes · `roster` class lists in ·
//! `export` sheets out. All of it on real files; nothing sleeps.

mod audit;
mod crash;
mod export;
mod roster;
mod store;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use clap::Parser as _;
use drillroom::cli::{Cli, dispatch};
use drillroom::diag::{Findings, Lang};
use drillroom::record::{Clock, Day, Person, RunId, Store, day_start_ms, parse_day, record_outcome};
use drillroom::run::{Outcome, play};
use drillroom::scenario::{Loaded, load, read_plan};
use rusqlite::Connection;

/// The author's guide's own example.
fn case() -> Arc<Loaded> {
    let (loaded, checked) = load(&example("class-fee.ron")).expect("the example is there");
    Arc::new(loaded.unwrap_or_else(|| panic!("{}", checked.render(Lang::En))))
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/good").join(name)
}

/// The example played by its plan `pass` or `fail`.
fn played(plan: &str) -> Outcome {
    let case = case();
    let text = fs::read_to_string(example(&format!("plans/class-fee.{plan}.ron"))).expect("the plan is there");
    let mut findings = Findings::default();
    let plan = read_plan(&text, Some(&case.scenario), &mut findings);
    assert!(!findings.has_errors(), "the plan fits the example");
    play(&case, 7, &plan).expect("the plan runs through")
}

fn day(text: &str) -> Day {
    parse_day(text).expect("a day")
}

/// A wall clock that stands still until it is set.
#[derive(Debug, Clone)]
struct Wall(Arc<AtomicI64>);

impl Wall {
    /// Noon of a day in 北京时间.
    fn noon(text: &str) -> Self {
        Self(Arc::new(AtomicI64::new(day_start_ms(day(text)) + 12 * 3_600_000)))
    }

    fn set(&self, text: &str) {
        self.0.store(Self::noon(text).0.load(Ordering::Relaxed), Ordering::Relaxed);
    }
}

impl Clock for Wall {
    fn wall_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    fn mono_ms(&self) -> u64 {
        1_000
    }
}

/// The database by itself, for those who go round the store.
fn database(dir: &Path) -> Connection {
    Connection::open(dir.join("records.sqlite")).expect("the database is there")
}

/// A store opened at noon of 23 November 2026.
fn opened(dir: &Path) -> Store {
    Store::open_writer_with(dir, "lab-1", Box::new(Wall::noon("2026-11-23"))).expect("the folder can be written")
}

fn person(id: &str, name: &str, class: &str) -> Person {
    let (student_id, name, class) = (id.to_owned(), name.to_owned(), class.to_owned());
    Person { student_id, name, class, college: "信息工程学院".to_owned(), active: true, guest: false }
}

/// Records the example as if `student` had played it.
fn recorded(store: &mut Store, plan: &str, student: &str) -> RunId {
    record_outcome(store, &played(plan), Some(student), "lab-1").expect("there is room")
}

/// Runs a command line and returns its exit code and output.
fn command(args: &[&str]) -> (u8, String) {
    let cli = Cli::try_parse_from(std::iter::once("drillroom").chain(args.iter().copied())).expect("it can be typed");
    let mut out = Vec::new();
    let code = dispatch(&cli, &mut out).expect("it could run");
    (code, String::from_utf8(out).expect("output is UTF-8"))
}
