//! The words of the store: a run's name, how it ended, and what is known when it begins.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::scenario::Loaded;

/// The name of one attempt, unique over all stations and growing with time (UUIDv7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunId(Uuid);

impl RunId {
    /// A name nobody has had.
    pub(super) fn fresh() -> Self {
        Self(Uuid::now_v7())
    }

    pub(super) fn bytes(self) -> [u8; 16] {
        self.0.into_bytes()
    }

    pub(super) fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(Uuid::from_bytes(bytes))
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for RunId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(text.trim()).map(Self)
    }
}

impl Serialize for RunId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// An ending was reached.
    Completed,
    /// The student left.
    Left,
    /// The program or the computer stopped in the middle.
    Abandoned,
}

impl Status {
    /// The word in files and exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Left => "left",
            Self::Abandoned => "abandoned",
        }
    }

    /// From the word of a record or a scorecard; a word nobody knows counts as left.
    pub fn from_word(word: &str) -> Self {
        match word {
            "completed" => Self::Completed,
            "abandoned" => Self::Abandoned,
            _ => Self::Left,
        }
    }
}

/// What is known when a run begins.
#[derive(Debug, Clone)]
pub struct NewRun {
    /// Scenario and place; their bytes are kept once per content hash.
    pub case: Arc<Loaded>,
    /// The seed of the variants.
    pub seed: u64,
    /// The 学号 that was typed; `None` = a visitor without one. A number that is not on the roster is a guest's.
    pub student: Option<String>,
    /// Where it is played; `None` = the station the store was opened for.
    pub station: Option<String>,
}
