//! A run: test questions, the brief, and everything over the 3D view but the phone.

use super::{PhoneModel, ThemeMark};

/// A test question.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct QuizModel {
    pub post: bool,
    pub number: usize,
    pub of: usize,
    pub ask: String,
    pub options: Vec<String>,
}

/// The brief.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct BriefModel {
    pub theme: ThemeMark,
    pub title: String,
    pub brief: String,
    pub objectives: Vec<String>,
}

/// One row of a list of choices.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ChoiceRow {
    /// Index to send back.
    pub index: u8,
    pub text: String,
    /// Tried and explained already: greyed, not clickable.
    pub tried: bool,
}

/// The feedback card in play: consequence or explanation.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CardModel {
    /// true = the why card, false = what happened.
    pub is_why: bool,
    /// 0 good, 1 poor, 2 critical.
    pub grade: u8,
    /// The choice that was made.
    pub chosen: String,
    pub text: String,
    pub sources: Vec<String>,
    /// The student decides again after this.
    pub redo: bool,
}

/// Everything over the 3D view while playing.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PlayModel {
    pub objective: String,
    /// Fraction left 0..1 and whole seconds left.
    pub timer: Option<(f32, u32)>,
    /// Caption: speaker (may be empty) and words.
    pub caption: Option<(String, String)>,
    /// "Enter / click to go on" is shown with the caption.
    pub can_next: bool,
    /// Captions of sounds, newest last.
    pub sounds: Vec<String>,
    pub ask: Option<String>,
    pub choices: Vec<ChoiceRow>,
    /// Prompt at the thing in front: key hint and words, at a place on the screen (points).
    pub prompt: Option<(String, [f32; 2])>,
    /// Markers of things that matter now, on the screen: position, words, distance in m, on screen or clamped to the edge.
    pub markers: Vec<(String, [f32; 2], f32, bool)>,
    /// 0..1 while holding.
    pub hold: Option<f32>,
    pub phone: Option<PhoneModel>,
    /// What the phone's clock shows.
    pub clock: String,
    pub card: Option<CardModel>,
    /// 0 stand, 1 crouch, 2 crawl.
    pub posture: u8,
    /// 0..1: how badly the student feels (dose): vignette, grey.
    pub harm: f32,
    /// 0..1: doubled, swaying sight.
    pub daze: f32,
    /// 0..1: black, during scene cuts.
    pub fade: f32,
    /// Show the walking hints (first half minute).
    pub show_keys: bool,
}
