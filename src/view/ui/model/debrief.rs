//! After a run: the debrief with its moments, and the score.

use bevy_egui::egui::TextureId;

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
