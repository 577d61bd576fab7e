//! Cases: one physical set-up in a file, run by itself, with the answers that are known for it.
//!
//! `drillroom hazard CASE.ron` runs one; `docs/hazard-cases.md` documents the format. A case gives a [`Table`], a row a second, and
//! each [`Expect`] in it is one known answer with its tolerance and its source. What a kind holds and how it runs stands in the
//! kind's own file; here is what they share: the file, the table, the comparison.

pub mod block;
pub mod dose;
mod expect;
pub mod fire;
pub mod motion;
#[cfg(test)]
mod sample;
mod table;

pub use block::BlockCase;
pub use dose::DoseCase;
pub use expect::{Expect, Verdict, When, judge};
pub use fire::FireCase;
pub use motion::MotionCase;
pub use table::{Column, Table};

use ron::extensions::Extensions;

/// Any case. In a file: `fire(...)`, `dose(...)`, `block(...)` or `motion(...)`.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// Rooms, openings and fires.
    #[serde(alias = "Fire")]
    Fire(Box<FireCase>),
    /// What a person breathes and feels, by time.
    #[serde(alias = "Dose")]
    Dose(Box<DoseCase>),
    /// Furniture that rocks, slides and topples.
    #[serde(alias = "Block")]
    Block(Box<BlockCase>),
    /// Ground motion, and what instruments say of it.
    #[serde(alias = "Motion")]
    Motion(Box<MotionCase>),
}

impl Case {
    /// What it is and where it comes from.
    pub fn about(&self) -> &str {
        match self {
            Self::Fire(case) => &case.about,
            Self::Dose(case) => &case.about,
            Self::Block(case) => &case.about,
            Self::Motion(case) => &case.about,
        }
    }

    /// Its known answers.
    pub fn expect(&self) -> &[Expect] {
        match self {
            Self::Fire(case) => &case.expect,
            Self::Dose(case) => &case.expect,
            Self::Block(case) => &case.expect,
            Self::Motion(case) => &case.expect,
        }
    }

    /// Everything that makes no sense in it, all at once.
    pub fn check(&self) -> Vec<CaseError> {
        match self {
            Self::Fire(case) => case.check(),
            Self::Dose(case) => case.check(),
            Self::Block(case) => case.check(),
            Self::Motion(case) => case.check(),
        }
    }

    /// Runs it.
    pub fn run(&self) -> Result<Table, CaseError> {
        match self {
            Self::Fire(case) => case.run(),
            Self::Dose(case) => case.run(),
            Self::Block(case) => case.run(),
            Self::Motion(case) => case.run(),
        }
    }
}

/// Why a case could not be run. The message says what to do; positions are 1-based.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CaseError {
    /// Not RON, or a field that is missing, unknown or of another type.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// 1-based.
        line: usize,
        /// 1-based, in characters.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// Well written, but nothing that can exist: a room without volume, a vent to nowhere, a block lighter than air.
    #[error("{at}: {message}")]
    Nonsense {
        /// Which part, as in the file: `rooms[2] "corridor"`.
        at: String,
        /// What is wrong and what would be right.
        message: String,
    },
    /// The numbers got away in spite of everything.
    #[error("at {time} s: {message}")]
    Diverged {
        /// Seconds into the case.
        time: f64,
        /// What went wrong.
        message: String,
    },
}

impl CaseError {
    /// A complaint about one part of a case.
    pub fn nonsense(at: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Nonsense { at: at.into(), message: message.into() }
    }
}

/// Reads a case. `Some` need not be written.
pub fn read(text: &str) -> Result<Case, CaseError> {
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES);
    options.from_str(text).map_err(|e| CaseError::Syntax { line: e.span.start.line, column: e.span.start.col, message: e.code.to_string() })
}
