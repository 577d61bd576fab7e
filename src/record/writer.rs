//! The writer's thread. A commit takes some milliseconds, so nothing that draws may do it: the window hands a job over
//! and asks each frame whether it is on the disk.

use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::error::StoreError;
use super::model::{NewRun, RunId, Status};
use super::store::Store;
use super::warning::Warning;
use crate::run::Tape;
use crate::score::{ChoiceLine, Scorecard, TestLine};

type Job = Box<dyn FnOnce(&mut Store) + Send>;

/// The writer's thread and the way to it. Dropping it finishes every job that was handed over, then closes the records.
#[derive(Debug)]
pub struct Recorder {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    warnings: Vec<Warning>,
}

/// An answer that may not be there yet.
#[derive(Debug)]
pub struct Pending<T> {
    answer: Mutex<Receiver<Result<T, StoreError>>>,
}

impl<T> Pending<T> {
    /// The answer, as soon as it is there; given once, after that the writer counts as gone. Never waits.
    pub fn poll(&self) -> Option<Result<T, StoreError>> {
        match self.answer.lock().unwrap_or_else(PoisonError::into_inner).try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(StoreError::WriterGone)),
        }
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// What the store answered, or that the writer has stopped.
    pub fn wait(self) -> Result<T, StoreError> {
        let answer = self.answer.into_inner().unwrap_or_else(PoisonError::into_inner);
        answer.recv().unwrap_or(Err(StoreError::WriterGone))
    }
}

impl Recorder {
    /// Opens the records for writing and starts the thread.
    ///
    /// # Errors
    /// As [`Store::open_writer`].
    pub fn open(dir: &Path, station: &str) -> Result<Self, StoreError> {
        Ok(Self::start(Store::open_writer(dir, station)?))
    }

    /// Starts the thread with a store that is already open.
    pub fn start(mut store: Store) -> Self {
        let warnings = store.warnings().to_vec();
        let (jobs, todo) = mpsc::channel::<Job>();
        let thread = thread::spawn(move || {
            for job in todo {
                job(&mut store);
            }
        });
        Self { jobs: Some(jobs), thread: Some(thread), warnings }
    }

    /// What was odd when the records were opened.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// Begins a run; see [`Store::begin_run`].
    pub fn begin(&self, new: NewRun) -> Pending<RunId> {
        self.ask(move |store| store.begin_run(new))
    }

    /// Commits a choice; see [`Store::add_choice`]. Show its consequence when the answer has come.
    pub fn choice(&self, run: RunId, line: ChoiceLine, tape_piece: Tape) -> Pending<()> {
        self.ask(move |store| store.add_choice(run, &line, &tape_piece))
    }

    /// Commits the end of a run; see [`Store::finish_run`].
    pub fn finish(&self, run: RunId, card: Scorecard, status: Status, tape_piece: Tape) -> Pending<()> {
        self.ask(move |store| store.finish_run(run, &card, status, &tape_piece))
    }

    /// Commits the post-test; see [`Store::add_tests`].
    pub fn tests(&self, run: RunId, tests: TestLine, tape_piece: Tape) -> Pending<()> {
        self.ask(move |store| store.add_tests(run, &tests, &tape_piece))
    }

    /// Has the writer's thread do anything else with the store, in turn with the other jobs.
    pub fn ask<T: Send + 'static>(&self, work: impl FnOnce(&mut Store) -> Result<T, StoreError> + Send + 'static) -> Pending<T> {
        let (tell, answer) = mpsc::channel();
        let job: Job = Box::new(move |store: &mut Store| {
            // Whoever asked may have gone; the work was done all the same.
            let _ = tell.send(work(store));
        });
        if let Some(jobs) = &self.jobs {
            // A thread that has died drops the job, and with it `tell`: the answer is then that the writer is gone.
            let _ = jobs.send(job);
        }
        Pending { answer: Mutex::new(answer) }
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
