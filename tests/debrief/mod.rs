//! The debrief of a run: what it says, what it leaves unsaid, that it is the same every time and honest about doors.
//!
//! `again` its moments once more · `law` what must hold of any run · `page` the report and its pictures · `command` the subcommand with
//! its exit codes and files · `quake` what fell and whom it would have hit · `crowd` the others.

mod again;
mod command;
mod crowd;
mod law;
mod page;
mod quake;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use drillroom::debrief::{Counterfactual, Debrief, WhatIf};
use drillroom::diag::{Findings, Lang};
use drillroom::run::{Outcome, Tape, play};
use drillroom::scenario::{Loaded, load, read_plan};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn case(path: &str) -> Arc<Loaded> {
    let (loaded, checked) = load(&root().join(path)).expect("the drill is there");
    Arc::new(loaded.unwrap_or_else(|| panic!("{}", checked.render(Lang::En))))
}

/// A drill played by one of its plans.
fn played(path: &str, plan: &str) -> Outcome {
    let case = case(path);
    let file = root().join(path).with_file_name("plans").join(plan);
    let text = std::fs::read_to_string(file).expect("the plan is there");
    let plan = read_plan(&text, Some(&case.scenario), &mut Findings::default());
    play(&case, 1, &plan).expect("it runs through")
}

fn debrief(path: &str, plan: &str) -> Debrief {
    let played = played(path, plan);
    Debrief::of(played.run.case(), 1, &played.tape)
}

/// Out of the burning room, the door left open behind.
fn escape() -> Debrief {
    debrief("tests/cases/burning/escape.ron", "escape.pass.ron")
}

fn door(debrief: &Debrief) -> &Counterfactual {
    match &debrief.what_if {
        WhatIf::Door(c) => c,
        other => panic!("a door changes something here: {other:?}"),
    }
}

fn tape_of(path: &str, plan: &str) -> (Arc<Loaded>, Tape) {
    let played = played(path, plan);
    (Arc::clone(played.run.case()), played.tape)
}
