//! What each screen shows, as plain data. Built by `view/flow` from the run; drawn by the screens; nothing else in `ui`
//! knows a run, a record or Bevy. Texts of a scenario arrive already in the chosen language.

use crate::diag::Lang;

/// Settings a student or teacher can change.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Settings {
    pub lang: Lang,
    /// 1.0 = designed size; 0.9 to 1.4.
    pub text_scale: f32,
    /// 0..=1.
    pub volume: f32,
    pub captions: bool,
    /// 0..=1: how much the camera shakes and sways.
    pub motion: f32,
    /// Flashing lights and alarms are drawn steady.
    pub no_flash: bool,
    /// 0 low, 1 medium, 2 high.
    pub quality: u8,
    /// Mouse speed, 0.3..=3.
    pub look_speed: f32,
    pub invert_y: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::Zh,
            text_scale: 1.0,
            volume: 0.8,
            captions: true,
            motion: 0.7,
            no_flash: false,
            quality: 1,
            look_speed: 1.0,
            invert_y: false,
        }
    }
}

/// The colour and icon of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ThemeMark {
    Drug,
    Fire,
    Earthquake,
    Fraud,
    Other,
}

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

/// A chat bubble or line on the phone.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Bubble {
    pub from: String,
    pub text: String,
    /// The student's own: on the right.
    pub mine: bool,
}

/// A part of a message to be marked.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PartRow {
    pub text: String,
    pub marked: bool,
    /// After handing in: (is a sign, why).
    pub answer: Option<(bool, String)>,
}

/// What the phone shows.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub enum PhoneModel {
    /// Rings until answered (`UiAct::Next`).
    Ringing {
        name: String,
    },
    InCall {
        name: String,
        seconds: u32,
        lines: Vec<Bubble>,
    },
    Sms {
        name: String,
        lines: Vec<Bubble>,
        typing: bool,
    },
    Chat {
        name: String,
        lines: Vec<Bubble>,
        typing: bool,
    },
    Page {
        app: String,
        lines: Vec<String>,
    },
    /// `shake` 0..1: how much the form trembles.
    Transfer {
        to: String,
        amount: i32,
        memo: String,
        shake: f32,
    },
    Signs {
        name: String,
        parts: Vec<PartRow>,
        done: bool,
    },
    /// A message to be judged; `said` and `why` after the answer, with whether it was right.
    Judge {
        from: String,
        text: String,
        number: usize,
        of: usize,
        verdict: Option<(bool, bool, String)>,
    },
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
    /// Movement is with a gamepad: show its buttons.
    pub pad: bool,
}

/// A moment of the debrief's timeline.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Moment {
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

/// The brief.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct BriefModel {
    pub theme: ThemeMark,
    pub title: String,
    pub brief: String,
    pub objectives: Vec<String>,
}

/// Which screen, and what it shows.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
#[expect(clippy::large_enum_variant, reason = "one is made a frame and never stored in numbers")]
pub enum ScreenModel {
    Loading(f32),
    Attract { warning: Option<String> },
    SignIn(SignInModel),
    Drills { who: Who, cards: Vec<DrillCard> },
    Notice(NoticeModel),
    Quiz(QuizModel),
    Brief(BriefModel),
    Play(PlayModel),
    Debrief(DebriefModel),
    Score(ScoreModel),
}

/// What lies over the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Overlay {
    #[default]
    None,
    Pause,
    Settings,
    /// "Really leave?"
    Leave,
    /// Idle: goes back to the start in so many seconds.
    Idle(u32),
}

/// What the student asked for.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum UiAct {
    Start,
    Digit(char),
    Erase,
    ConfirmId,
    Guest,
    Drill(usize),
    Back,
    Begin,
    Next,
    Choose(u8),
    Mark(u8),
    Submit,
    Judge(bool),
    Answer(u8),
    Moment(usize),
    OpenPause,
    Resume,
    OpenSettings,
    CloseSettings,
    Set(Box<Settings>),
    AskLeave,
    Leave,
    NextStudent,
}

/// What a frame of UI left behind: acts asked for, and what a script can click or read.
#[derive(Debug, Clone, Default)]
pub struct UiOut {
    /// Acts, in order.
    pub acts: Vec<UiAct>,
    /// Clickable words and the middle of what is clickable, in points.
    pub hot: Vec<(String, [f32; 2])>,
    /// Every text that was drawn.
    pub texts: Vec<String>,
}
