//! After a run: the debrief with its moments, and the score.

use std::sync::Arc;

use bevy_egui::egui::TextureId;

use crate::debrief::Picture;

/// A moment of the debrief's timeline.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Moment {
    /// Which decision: node, and message where one of several is judged.
    pub spot: (usize, usize),
    /// As it was seen, and how large.
    pub picture: Option<(TextureId, [f32; 2])>,
    pub asked: String,
    pub chosen: String,
    /// 0 good, 1 poor, 2 critical.
    pub grade: u8,
    pub points: i32,
    pub max_points: i32,
    pub seconds: f32,
    pub first_try: bool,
    pub timed_out: bool,
    pub what: String,
    pub why: String,
    /// What would have been best, when this was not.
    pub better: Option<String>,
    pub sources: Vec<String>,
}

/// What of the debrief is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// Every choice, with why.
    #[default]
    Choices,
    /// The way on the plan.
    Way,
    /// The course of it in time.
    Course,
}

/// Pictures and sentences of a run in one language.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// The way on the plan of the place.
    pub plan: Picture,
    /// The course of it, where there was smoke or shaking.
    pub chart: Option<Picture>,
    /// What is looked for first, and how much it is.
    pub figures: Vec<(String, String)>,
    /// What pictures cannot say: a heading and a sentence or two each.
    pub notes: Vec<(String, String)>,
}

/// What there is to see besides the choices.
#[derive(Debug, Clone, Default)]
pub enum Pictures {
    /// Nothing: nobody walked.
    #[default]
    None,
    /// Being computed.
    Coming,
    /// Ready.
    Ready(Arc<Sheets>),
}

/// The debrief.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DebriefModel {
    pub title: String,
    pub ending: String,
    pub ending_text: String,
    pub passed: bool,
    pub percent: u32,
    pub moments: Vec<Moment>,
    pub selected: usize,
    pub page: Page,
    pub pictures: Pictures,
    /// Dose, visibility, … in plain words; may be empty.
    pub facts: Vec<String>,
    /// (number, what for)
    pub help: Vec<(String, String)>,
}

/// The score.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ScoreModel {
    pub title: String,
    pub percent: u32,
    pub passed: bool,
    /// Left before the end: neither passed nor failed.
    pub left: bool,
    pub points: (i32, i32),
    /// Name, earned, max.
    pub competencies: Vec<(String, i32, i32)>,
    pub critical: Vec<String>,
    /// (right before, of, right after, of)
    pub tests: Option<(u32, u32, u32, u32)>,
    /// Hits, of scams, false alarms, of genuine.
    pub detection: Option<(u32, u32, u32, u32)>,
    /// Saved, or why not.
    pub saved: Result<String, String>,
    pub help: Vec<(String, String)>,
}

/// A run that is looked at again.
#[derive(Debug, Clone)]
pub struct ReplayModel {
    /// Seconds that are shown, of so many.
    pub seconds: (f64, f64),
    /// It goes on by itself.
    pub plays: bool,
    /// 1 as it was.
    pub pace: f64,
    /// From above, not from the student's eyes.
    pub above: bool,
    /// Whether the example is shown; `None` where there is none.
    pub example: Option<bool>,
    /// Choices: where on the bar, from 0 to 1, and their grades.
    pub marks: Vec<(f32, u8)>,
    /// What was chosen last, and its grade.
    pub chosen: Option<(u8, String)>,
    /// What the instruments would have shown: what, and how much.
    pub facts: Vec<(String, String)>,
    /// Names over heads: where in the window; the example's or the student's own.
    pub names: Vec<([f32; 2], bool)>,
}
