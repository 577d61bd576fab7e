//! The others through a run: how many were safe, on their way and down, and where each was as the student came out. Counts only: the
//! crowd itself is `crate::crowd`'s.

use super::course::LOOK;
use super::film::thin;
use crate::crowd::State;
use crate::run::Run;

/// Frames that are kept at most; beyond, every other one goes and from then on half as many come.
const MOST_FRAMES: usize = 1_200;
/// The crowd is looked at every so many steps of the air: once a second.
const LOOKS: usize = 2 * LOOK;

/// How many of the others were where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Where people gather.
    pub safe: usize,
    /// On their way, or not yet.
    pub waiting: usize,
    /// Brought down.
    pub fallen: usize,
}

/// One of the others as the student came out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Other {
    /// x, y, z of the feet, m.
    pub at: [f64; 3],
    /// What they were doing.
    pub state: State,
}

/// The others through time.
#[derive(Debug, Clone, PartialEq)]
pub struct Crowd {
    /// How many there are.
    pub people: usize,
    /// Seconds of action, and the count then.
    pub counts: Vec<(f64, Count)>,
    /// The last one to be safe, seconds of action.
    pub last_safe: Option<f64>,
    /// Where they were when the student came out for good, or when the run ended indoors.
    pub others: Vec<Other>,
    /// That moment, seconds of action.
    pub met: f64,
    every: usize,
}

impl Crowd {
    /// The crowd of a run that begins; `None` = the drill has none.
    pub(super) fn of(run: &Run) -> Option<Self> {
        let crowd = run.crowd()?;
        let counts = vec![(0.0, count(run)?)];
        Some(Self { people: crowd.people().len(), counts, last_safe: None, others: Vec::new(), met: 0.0, every: LOOKS })
    }

    /// Counts, when it is time.
    pub(super) fn look(&mut self, run: &Run, step: usize, time: f64) {
        if let Some(count) = count(run).filter(|_| step.is_multiple_of(self.every)) {
            self.counts.push((time, count));
            if self.counts.len() > MOST_FRAMES {
                thin(&mut self.counts);
                self.every *= 2;
            }
        }
    }

    /// Keeps where everybody is.
    pub(super) fn meet(&mut self, run: &Run, time: f64) {
        let people = run.crowd().map(|c| c.people()).unwrap_or_default();
        self.others = people.iter().map(|p| Other { at: p.at, state: p.state }).collect();
        self.met = time;
    }

    /// The last count before or at a moment.
    pub fn at(&self, time: f64) -> Count {
        self.counts.iter().rev().find(|(t, _)| *t <= time).map_or_else(Count::default, |(_, c)| *c)
    }

    /// How it ended.
    pub fn end(&self) -> Count {
        self.at(f64::MAX)
    }

    /// Nobody is missing: all of them are safe.
    pub fn is_complete(&self) -> bool {
        self.end().safe == self.people
    }
}

fn count(run: &Run) -> Option<Count> {
    let crowd = run.crowd()?;
    let [safe, fallen] = [State::Safe, State::Collapsed].map(|s| crowd.count(s));
    Some(Count { safe, waiting: crowd.people().len() - safe - fallen, fallen })
}
