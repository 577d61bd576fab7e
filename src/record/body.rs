//! What the entries of each kind hold, as JSON in a fixed order of fields. Records are for years: fields may be added,
//! with a default, and never renamed.

use serde::{Deserialize, Serialize};

use crate::scenario::Grade;
use crate::score::{ChoiceLine, Scorecard, TestLine};

/// A run began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Started {
    pub scenario: String,
    pub title_zh: String,
    pub title_en: String,
    pub version: u32,
    pub theme: String,
    pub content: String,
    pub seed: u64,
    pub rules: u32,
    pub attempt: u32,
    pub pseudonym: String,
    pub guest: bool,
    pub station: String,
    pub clock_suspect: bool,
    pub max_points: i32,
}

/// One choice as it was committed, before the student saw what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChoiceRow {
    /// Node in the scenario file.
    pub node: String,
    /// Choice in the scenario file.
    pub choice: String,
    /// Points it earned: none when it was not the first try.
    pub points: i32,
    /// The most any choice of the node earns.
    pub max_points: i32,
    /// The first answer at this node.
    pub first_try: bool,
    /// Made by the timer.
    pub timed_out: bool,
    /// Time to decide, in ticks of 1/60 s.
    pub ticks: u32,
    /// How good; `None` for marked and judged messages.
    pub grade: Option<Grade>,
}

impl ChoiceRow {
    pub(super) fn of(line: &ChoiceLine) -> Self {
        Self {
            node: line.node.clone(),
            choice: line.choice.clone(),
            points: line.points,
            max_points: line.max_points,
            first_try: line.first_try,
            timed_out: line.timed_out,
            ticks: line.ticks,
            grade: line.grade,
        }
    }
}

/// A choice and the inputs up to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Choice {
    #[serde(flatten)]
    pub row: ChoiceRow,
    pub tape: String,
}

/// A run ended, as it is written.
#[derive(Debug, Serialize)]
pub(super) struct Finish<'a> {
    pub status: &'static str,
    pub card: &'a Scorecard,
    pub tape: &'a str,
}

/// A run ended, as it is read: the part of the scorecard that sheets and audits need.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Finished {
    pub status: String,
    pub card: Card,
}

/// The recorded scorecard.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Card {
    pub ending: Option<String>,
    pub passed: bool,
    pub percent: u32,
    pub points: i32,
    pub max_points: i32,
    pub critical_errors: Vec<String>,
    pub ticks: u32,
}

/// The post-test, after the ending.
#[derive(Debug, Serialize)]
pub(super) struct Tests<'a> {
    #[serde(flatten)]
    pub line: &'a TestLine,
    pub tape: &'a str,
}

/// Any entry that carries inputs, read for its inputs alone.
#[derive(Debug, Deserialize)]
pub(super) struct Taped {
    pub tape: String,
}

/// A run that never ended, closed at the next start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Abandoned {
    pub choices: u32,
    pub points: i32,
    pub last_tick: u32,
}

/// Bodies were taken out, and why. Ranges of entries, both ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Purged {
    pub reason: String,
    pub before: Option<String>,
    pub runs: u64,
    pub entries: u64,
    pub ranges: Vec<(i64, i64)>,
}

/// A body as bytes: what is stored and hashed.
pub(super) fn bytes<T: Serialize>(body: &T) -> Vec<u8> {
    serde_json::to_vec(body).expect("bodies are plain fields with text keys")
}
