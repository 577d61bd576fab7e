//! RON text to a tree that keeps its places, and goes on after an error.
//!
//! `serde` stops at the first mistake and forgets where values stood; a teacher wants all mistakes, each with its
//! line. This reader knows RON only; what fields mean is decided in `scenario` and `place`.

mod brackets;
mod codes;
mod lexer;
mod parser;
mod quotes;
pub mod shape;
mod signs;
mod tree;

pub use crate::diag::Span;
pub use codes::CODES;
pub use parser::parse;
pub use tree::{Field, Kind, Name, Node};

/// How deep brackets may nest before the reader refuses: no real scenario passes 20.
pub const MAX_DEPTH: usize = 64;
