//! Records a run that was played without a window, as if a student had played it: `drillroom run --data`.

use std::sync::Arc;

use super::error::StoreError;
use super::model::{NewRun, RunId, Status};
use super::pieces::cut;
use super::store::Store;
use crate::run::{Outcome, Tape};
use crate::score::Scorecard;

/// Writes one record: the beginning, every choice with the inputs up to it, and the end. A 学号 that is not on the
/// roster is accepted and the run marked a guest's.
///
/// # Errors
/// As [`Store::begin_run`]. What was written before an error stays and is closed as abandoned at the next start.
pub fn record_outcome(store: &mut Store, outcome: &Outcome, student: Option<&str>, station: &str) -> Result<RunId, StoreError> {
    let run = store.begin_run(NewRun {
        case: Arc::clone(outcome.run.case()),
        seed: outcome.run.seed(),
        student: student.map(str::to_owned),
        station: Some(station.to_owned()),
    })?;
    let card = Scorecard::of(&outcome.run);
    let tally = outcome.run.tally();
    // The card's lines are sorted by their tick, so the sorted ticks belong to them one by one.
    let mut ticks: Vec<u32> = tally.choices.iter().map(|c| c.at_tick).chain(tally.messages.iter().map(|m| m.at_tick)).collect();
    ticks.sort_unstable();
    let inputs = &outcome.tape.inputs;
    let mut done = 0;
    for (line, tick) in card.choices.iter().zip(ticks) {
        let until = inputs.partition_point(|(at, _)| *at <= tick).max(done);
        store.add_choice(run, line, &Tape { inputs: inputs[done..until].to_vec(), end: tick })?;
        done = until;
    }
    let rest = cut(&outcome.tape, done, outcome.tape.end);
    store.finish_run(run, &card, Status::from_word(card.status), &rest)?;
    if card.status == Status::Completed.word() && card.tests.post_of > 0 {
        store.add_tests(run, &card.tests, &Tape { inputs: Vec::new(), end: outcome.tape.end })?;
    }
    Ok(run)
}
