//! Keeps the record of the run that is being played: every choice is committed before its consequence is shown.
//!
//! The writer works in its own thread. While a commit is under way the run is held; the window goes on drawing.

use std::collections::BTreeMap;
use std::path::Path;

use bevy::prelude::*;

use super::visit::Visit;
use crate::record::{NewRun, Pending, Person, Recorder, RunId, Status, StoreError};
use crate::run::Event;
use crate::score::Scorecard;
use crate::sim::{ActiveRun, Happened, SimSystems};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Recording>().add_systems(FixedUpdate, (commit, release).chain().after(SimSystems::Step));
}

/// The best result of a student at a scenario, and how often it was tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Best {
    /// Percent.
    pub percent: u32,
    /// Passed at least once.
    pub passed: bool,
    /// Attempts so far.
    pub attempts: u32,
}

/// The way to the records.
#[derive(Debug, Default, Resource)]
pub struct Recording {
    recorder: Option<Recorder>,
    /// Why nothing can be recorded; a scored run does not start then.
    pub blocked: Option<String>,
    /// The roster.
    pub people: BTreeMap<String, Person>,
    run: Option<RunId>,
    beginning: Option<Pending<RunId>>,
    waiting: Option<Pending<()>>,
    written: usize,
    finished: bool,
    /// The run is over and all of it is committed, or the reason why it is not.
    pub outcome: Option<Result<(), String>>,
}

impl Recording {
    /// Opens the records, and takes note when that is impossible.
    pub fn open(&mut self, dir: &Path, station: &str) -> Vec<String> {
        match Recorder::open(dir, station) {
            Ok(recorder) => {
                let warnings = recorder.warnings().iter().map(ToString::to_string).collect();
                match recorder.ask(|store| store.people()).wait() {
                    Ok(people) => self.people = people.into_iter().map(|p| (p.student_id.clone(), p)).collect(),
                    Err(e) => self.blocked = Some(e.to_string()),
                }
                self.recorder = Some(recorder);
                warnings
            }
            Err(e) => {
                self.blocked = Some(e.to_string());
                Vec::new()
            }
        }
    }

    /// What a student has done so far, by scenario.
    pub fn best(&self, student: &str) -> BTreeMap<String, Best> {
        let mut out: BTreeMap<String, Best> = BTreeMap::new();
        let Some(recorder) = &self.recorder else { return out };
        let filter = crate::record::Filter { student: Some(student.to_owned()), ..Default::default() };
        let rows = recorder.ask(move |store| store.runs(&filter)).wait().unwrap_or_default();
        for row in rows {
            let best = out.entry(row.scenario).or_default();
            best.attempts += 1;
            if row.status == Status::Completed {
                best.percent = best.percent.max(row.percent);
                best.passed |= row.passed;
            }
        }
        out
    }

    /// Begins the record of a run. The run is held until it stands on disk.
    pub fn begin(&mut self, active: &mut ActiveRun, new: NewRun) {
        self.run = None;
        self.waiting = None;
        self.written = 0;
        self.finished = false;
        self.outcome = None;
        if let Some(recorder) = &self.recorder {
            self.beginning = Some(recorder.begin(new));
            active.held = true;
        } else {
            self.outcome = Some(Err(self.blocked.clone().unwrap_or_default()));
        }
    }

    fn failed(&mut self, error: &StoreError) {
        error!("{error}");
        self.outcome = Some(Err(error.to_string()));
        self.run = None;
    }
}

fn commit(mut recording: ResMut<Recording>, mut active: ResMut<ActiveRun>, mut happened: MessageReader<Happened>) {
    for Happened(event) in happened.read() {
        let is_choice = matches!(event, Event::Chose { .. } | Event::Marked { .. } | Event::Judged { .. });
        let is_end = matches!(event, Event::Ended(_) | Event::Left);
        let is_over = matches!(event, Event::Over);
        if !(is_choice || is_end || is_over) {
            continue;
        }
        let (Some(id), Some(recorder)) = (recording.run, recording.recorder.as_ref()) else { continue };
        let Some(card) = active.run().map(Scorecard::of) else { continue };
        let mut last = None;
        // Several choices may fall on one tick: each gets a row of its own.
        for line in card.choices.iter().skip(recording.written) {
            last = Some(recorder.choice(id, line.clone(), active.take_piece()));
        }
        let written = card.choices.len();
        let mut finished = recording.finished;
        if is_end {
            last = Some(recorder.finish(id, card.clone(), Status::from_word(card.status), active.take_piece()));
            finished = true;
        } else if is_over && recording.finished && card.tests.post_of > 0 {
            last = Some(recorder.tests(id, card.tests, active.take_piece()));
        }
        recording.written = written;
        recording.finished = finished;
        if last.is_some() {
            recording.waiting = last;
            active.held = true;
        }
    }
}

fn release(mut recording: ResMut<Recording>, mut active: ResMut<ActiveRun>, mut visit: ResMut<Visit>) {
    if let Some(answer) = recording.beginning.as_ref().and_then(Pending::poll) {
        recording.beginning = None;
        active.held = false;
        match answer {
            Ok(id) => recording.run = Some(id),
            Err(e) => {
                recording.blocked = Some(e.to_string());
                recording.failed(&e);
                active.clear();
                visit.screen = super::visit::Screen::Notice;
            }
        }
    }
    if let Some(answer) = recording.waiting.as_ref().and_then(Pending::poll) {
        recording.waiting = None;
        active.held = false;
        match answer {
            Ok(()) if recording.finished => recording.outcome = Some(Ok(())),
            Ok(()) => {}
            Err(e) => recording.failed(&e),
        }
    }
}
