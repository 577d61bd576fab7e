//! What each screen shows, as plain data. Built by `view/models` from the run; drawn by the screens; nothing else in `ui`
//! knows a run, a record or Bevy. Texts of a scenario arrive already in the chosen language.
//!
//! Here is what all screens share, and what goes out of them; the screens' own data is in a file for each group.

mod debrief;
mod keys;
mod lobby;
mod phone;
mod play;

pub use debrief::{DebriefModel, Moment, Page, Pictures, ReplayModel, ScoreModel, Sheets};
pub use keys::{Doing, Keys};
pub use lobby::{DrillCard, NoticeModel, SignInModel, Who};
pub use phone::{Bubble, PartRow, PhoneModel};
pub use play::{BriefModel, CardModel, ChoiceRow, PlayModel, QuizModel};

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
    /// 0 smooth: for a weak graphics card; 1 fine: edges are smoothed.
    pub quality: u8,
    /// Mouse speed, 0.3..=3.
    pub look_speed: f32,
    pub invert_y: bool,
    pub keys: Keys,
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
            keys: Keys::default(),
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
    Replay(ReplayModel),
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
    /// Waits for the letter that is to do something.
    Rebind(Doing),
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
    Page(Page),
    /// Looks at the run again, or no longer.
    Watch(bool),
    /// Goes to a share of the run.
    Seek(f32),
    /// Goes so many seconds on, or back.
    Skip(f64),
    /// Goes on, or stands.
    Play,
    /// The next pace.
    Pace,
    /// From above or from the student's eyes.
    Above(bool),
    /// Shows the example, or hides it.
    Example(bool),
    OpenPause,
    Resume,
    OpenSettings,
    CloseSettings,
    /// Asks for another letter.
    AskKey(Doing),
    Bind(Doing, char),
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
    /// Something on the screen has the focus: Enter, Space and a gamepad's A are its.
    pub focused: bool,
}
