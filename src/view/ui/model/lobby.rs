//! Before a run: who signs in, which drills are on offer, and the note before one begins.

use super::ThemeMark;

/// A drill on offer.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DrillCard {
    pub theme: ThemeMark,
    pub title: String,
    pub summary: String,
    pub minutes: u32,
    /// The class is asked to do it.
    pub assigned: bool,
    /// Best percent so far and whether that passed.
    pub best: Option<(u32, bool)>,
    /// Attempts used and allowed (0 = unlimited).
    pub attempts: (u32, u32),
    /// Why it cannot be played (file has errors, attempts used up).
    pub closed: Option<String>,
}

/// Who is signed in, masked.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Who {
    /// 张* or "guest" in the language.
    pub name: String,
    /// 2023****12 or empty.
    pub id: String,
    pub class: String,
    pub guest: bool,
}

/// The sign-in screen.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SignInModel {
    pub typed: String,
    /// A known student for what is typed.
    pub known: Option<Who>,
    /// Something to say: unknown number, inactive, …
    pub message: Option<String>,
    /// Whether the number may be used (long enough).
    pub can_go: bool,
    /// Privacy notice, one or two sentences.
    pub notice: String,
}

/// Comfort options and content note before a drill.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NoticeModel {
    pub theme: ThemeMark,
    pub title: String,
    pub note: String,
    pub minutes: u32,
    /// A guest or a problem: something to know (recorded or not).
    pub recording: String,
    /// Recording is impossible: a scored run must not start.
    pub blocked: Option<String>,
}
