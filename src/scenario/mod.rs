//! Scenario files: RON text in, a checked [`Scenario`] out, and everything that is wrong with it on the way.
//!
//! `read` turns a tree into the model and resolves names as it goes; `check` holds the rules that need the whole
//! scenario, one file each. Nothing past this layer looks a name up by string.

pub mod check;
mod codes;
mod components;
mod condition;
mod file;
mod load;
mod model;
mod names;
pub mod plan_codes {
    //! Codes that only playing a plan can find.
    pub use super::plan::{PLAN_FAILS, PLAN_STEP};
}
mod plan;
mod read;
mod text;
pub(crate) mod wording;

pub use codes::all_codes;
pub(crate) use components::components;
pub use condition::{Compare, Condition, Facts, Happening, Measure, STANDING};
pub use file::{FileError, read_text};
pub use load::{Loaded, check_path, content_hash, find_files, load, load_bytes};
pub use model::*;
pub use plan::{Expect, Plan, Step, read_plan};
