//! Every reachable state of a drill, found by stepping the engine that plays it, and what follows: which endings can be
//! reached and with how many points, what nobody reaches or leaves, and whether a pass can be trusted.
//!
//! - `layout`, `liveness`, `bits`: what a state remembers. `sketch`: a run in so many words, stepped by `run::rules`.
//! - `oracle`, `senses`, `range`, `hazards`: what a state leaves open is answered every way that bounds allow.
//! - `space`, `store`, `answers`: the states, merged, and the ways between them.
//! - `scores`, `routes`, `witness`, `story`, `players`: what can be read off them.
//! - `reach`, `endings`, `safety`, `findings`: the answers; `report` is their shape, `tell` their words.
//!
//! No clock and no output here; how far an exploration is, is told to whoever asked for it.

mod answers;
mod bits;
mod counted;
mod endings;
mod findings;
mod hazards;
mod layout;
mod liveness;
mod oracle;
mod players;
mod range;
mod reach;
mod report;
mod routes;
mod safety;
mod scores;
mod senses;
mod sketch;
mod space;
mod store;
mod story;
mod story_graph;
mod survey;
mod tell;
mod witness;
mod wording;

use std::sync::Arc;

pub use report::{
    Assumption, Clamped, ConstantCondition, DeadEnd, Ending, Finding, FindingKind, Forced, Harm, LostPoints, Passes, Player, Report,
    Unreachable, UnsafePass, Witness, WitnessStep,
};
pub use space::{Limits, Progress, Space, Way};
pub use tell::tell;

use crate::scenario::Loaded;

/// Explores a drill and says what was found. `progress` is told now and then how far it is.
pub fn explore(case: &Arc<Loaded>, limits: &Limits, progress: &mut dyn FnMut(Progress)) -> Report {
    report(&Space::explore(case, limits, progress))
}

/// What can be said of a space of states. What can't be is left empty when the space is not complete.
pub fn report(space: &Space) -> Report {
    let survey = survey::Survey::of(space);
    let is_complete = space.is_complete();
    let mut report = Report {
        scenario: space.case.scenario.id.clone(),
        states: space.state_count() as u64,
        transitions: space.edge_count() as u64,
        complete: is_complete,
        stopped_by: space.found.stopped_by,
        endings: endings::endings(&survey),
        unsafe_pass: safety::unsafe_pass(&survey),
        clamped: reach::clamped(&survey),
        forced: reach::forced(&survey),
        unearned_pass: safety::unearned_pass(&survey),
        ..Report::default()
    };
    let mut constants = Vec::new();
    if is_complete {
        report.unreachable = reach::unreachable(space, &reach::made(space));
        report.dead_ends = reach::dead_ends(&survey);
        report.lost_points = safety::lost_points(&survey);
        report.players = players::play(space, &survey.scores);
        constants = reach::constants(space);
        report.conditions = constants.iter().map(|c| c.report.clone()).collect();
    }
    report.findings = findings::findings(&survey, &report, &constants);
    report
}
