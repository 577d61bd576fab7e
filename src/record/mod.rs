//! The completion store: who did which drill, what they chose, and proof that nobody changed it since.
//!
//! One SQLite file in the data folder. Everything that happened is appended to one chain of entries that hold no name;
//! names lie in a table of their own, so that a person can be deleted and the chain still verifies. One writer at a
//! time, readers at any time. This layer knows runs and scores; class lists, sheets and commands come after it.

mod body;
mod chain;
mod clock;
mod error;
mod folder;
mod guard;
mod hex;
mod model;
mod people;
mod person;
mod pieces;
mod purge;
mod recompute;
mod rows;
mod schema;
mod script;
mod store;
mod time;
mod verify;
mod walk;
mod warning;
mod write;
mod writer;

pub use body::ChoiceRow;
pub use clock::{BUILT_AFTER_MS, Clock, SystemClock};
pub use error::StoreError;
pub use folder::data_folder;
pub use model::{NewRun, RunId, Status};
pub use person::{Person, Pseudonym, clean_id};
pub use pieces::{assemble, cut};
pub use purge::PurgeReport;
pub use recompute::Recorded;
pub use rows::{Filter, RunRow};
pub use script::record_outcome;
pub use store::Store;
pub use time::{Day, beijing, beijing_seconds, day_start_ms, parse_day, utc};
pub use verify::{Problem, Sample, VerifyReport};
pub use warning::Warning;
pub use writer::{Pending, Recorder};
