//! What a scenario lists before its story, and its story then names: competencies, variables, variants, sources, test
//! questions. Whoever takes part is in `people`.

use super::{CompId, SourceId, Text};
use crate::diag::Span;

/// Something the scenario measures and gives points for.
#[derive(Debug, Clone, Default)]
pub struct Competency {
    /// Its name in the file.
    pub id: String,
    /// What people call it.
    pub name: Text,
    /// The most points any route can earn.
    pub max: i32,
    /// Where it is written.
    pub span: Span,
}

/// How a variable is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum VarKind {
    #[default]
    Flag,
    Count,
    Money,
}

/// A variable and its range.
#[derive(Debug, Clone, Default)]
pub struct Var {
    /// Its name.
    pub id: String,
    /// How it is shown.
    pub kind: VarKind,
    /// At the start.
    pub start: i32,
    /// Least.
    pub min: i32,
    /// Greatest.
    pub max: i32,
    /// Where it is written.
    pub span: Span,
}

/// A draw made once a run, each value equally likely.
#[derive(Debug, Clone, Default)]
pub struct Variant {
    /// Its name.
    pub id: String,
    /// What can be drawn.
    pub values: Vec<String>,
    /// Where it is written.
    pub span: Span,
}

/// A law, a standard or a release that feedback cites.
#[derive(Debug, Clone, Default)]
pub struct SourceText {
    /// Its name in the file.
    pub id: String,
    /// How it is cited.
    pub name: Text,
    /// Where it is written.
    pub span: Span,
}

/// A test question with one right answer.
#[derive(Debug, Clone, Default)]
pub struct QuizItem {
    /// Its name.
    pub id: String,
    /// What it tests.
    pub tests: CompId,
    /// The question.
    pub ask: Text,
    /// The answers.
    pub options: Vec<Text>,
    /// Index of the right one, from 0.
    pub right: usize,
    /// Why.
    pub why: Text,
    /// Sources.
    pub cites: Vec<SourceId>,
}
