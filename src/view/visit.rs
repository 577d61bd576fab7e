//! One student's visit: which screen, who is signed in, what is laid over it. Pure transitions, no Bevy systems.

use bevy::prelude::*;

use super::ui::model::Page;
use super::ui::{Overlay, Settings};

/// The screens of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    /// The open door.
    #[default]
    Attract,
    /// 学号.
    SignIn,
    /// Which drill.
    Drills,
    /// Content note and comfort.
    Notice,
    /// The run decides what is shown.
    Run,
    /// The score.
    Score,
}

/// Who is signed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Student {
    /// 学号; `None` for a guest.
    pub id: Option<String>,
    /// Masked name.
    pub name: String,
    /// Class.
    pub class: String,
}

/// How a run is looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watching {
    /// From above, not from the student's eyes.
    pub above: bool,
    /// With the example.
    pub example: bool,
}

impl Default for Watching {
    fn default() -> Self {
        Self { above: true, example: true }
    }
}

/// The visit.
#[derive(Debug, Default, Resource)]
pub struct Visit {
    /// The screen.
    pub screen: Screen,
    /// What lies over it.
    pub overlay: Overlay,
    /// Settings stay from student to student except for comfort.
    pub settings: Settings,
    /// Digits typed so far.
    pub typed: String,
    /// What the sign-in screen has to say: a Fluent key.
    pub message: Option<&'static str>,
    /// Who.
    pub student: Option<Student>,
    /// Index into the library.
    pub drill: Option<usize>,
    /// The debrief's chosen moment.
    pub moment: usize,
    /// What of the debrief is shown.
    pub page: Page,
    /// How the run is looked at again.
    pub watching: Watching,
    /// Seconds without a touch.
    pub idle: f32,
    /// Something for the person in charge, shown on the first screen.
    pub warning: Option<String>,
    /// The last device touched was a gamepad.
    pub pad: bool,
}

/// 学号 are at least this long.
pub const SHORTEST_ID: usize = 4;
/// And at most.
pub const LONGEST_ID: usize = 20;

impl Visit {
    /// Back to the first screen; nothing of the last student stays.
    pub fn forget(&mut self) {
        let settings = Settings {
            motion: Settings::default().motion,
            no_flash: false,
            text_scale: 1.0,
            keys: Settings::default().keys,
            ..self.settings.clone()
        };
        let warning = self.warning.take();
        *self = Self { settings, warning, ..Self::default() };
    }

    /// Takes a digit.
    pub fn digit(&mut self, c: char) {
        if self.typed.chars().count() < LONGEST_ID && c.is_ascii_alphanumeric() {
            self.typed.push(c.to_ascii_uppercase());
            self.message = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_last_student_stays_but_language_and_volume() {
        let mut visit = Visit { typed: "2023001".into(), student: Some(Student::default()), screen: Screen::Score, ..Visit::default() };
        visit.settings.volume = 0.3;
        visit.settings.no_flash = true;
        visit.forget();
        assert_eq!((visit.typed.as_str(), visit.student, visit.screen), ("", None, Screen::Attract));
        assert!((visit.settings.volume - 0.3).abs() < 1e-6 && !visit.settings.no_flash);
    }
}
