//! The scorecard: integer points from what a run has counted, and nothing else.

mod card;
mod detection;
mod plan;

pub use card::{ChoiceLine, CompetencyLine, Scorecard, TestLine, percent};
pub use detection::Detection;
pub use plan::check_plan;
