//! What every screen draws with: sizes, words, text, buttons, and the record of what was drawn and can be clicked.

mod flow;
mod options;
mod paint;
mod picture;
mod press;
mod text;
mod wrap;

use std::collections::BTreeMap;

use bevy_egui::egui::{self, Pos2, Rect, Ui, emath::easing, pos2, vec2};

use super::model::{Settings, UiAct, UiOut};
use crate::diag::Lang;
use crate::words;

pub use flow::Column;
pub use press::{Button, Hit, Style};

/// How long a panel takes to appear, in seconds.
const APPEAR: f64 = 0.15;

/// The drawing kit: made once, kept between frames, handed to [`super::draw`].
#[derive(Debug, Clone)]
pub struct Kit {
    /// The language of our own words.
    pub lang: Lang,
    /// What the student chose.
    pub settings: Settings,
    /// The whole window, in points.
    pub screen: Rect,
    /// Seconds, for movement.
    pub time: f64,
    out: UiOut,
    scale: f32,
    letters: f32,
    live: bool,
    frame: u64,
    since: BTreeMap<String, Shown>,
    seen: BTreeMap<String, u32>,
    pad: Held,
}

/// What the gamepad does in this frame.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    shown: bool,
    press: bool,
    scroll: f32,
}

/// Since when something is on the screen without a gap.
#[derive(Debug, Clone, Copy)]
struct Shown {
    since: f64,
    frame: u64,
}

impl Default for Kit {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            settings: Settings::default(),
            screen: Rect::ZERO,
            time: 0.0,
            out: UiOut::default(),
            scale: 1.0,
            letters: 1.0,
            live: true,
            frame: 0,
            since: BTreeMap::new(),
            seen: BTreeMap::new(),
            pad: Held::default(),
        }
    }
}

/// A frame's beginning and end.
impl Kit {
    /// A kit that has drawn nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    pub(super) fn begin(&mut self, ctx: &egui::Context, settings: &Settings, time: f64) {
        self.lang = settings.lang;
        self.settings = settings.clone();
        self.time = time;
        self.screen = ctx.content_rect();
        self.scale = (self.screen.width() / 1920.0).min(self.screen.height() / 1080.0).max(0.2);
        self.letters = self.scale * settings.text_scale.clamp(0.8, 1.5);
        self.live = true;
        self.frame += 1;
        self.out = UiOut::default();
        self.seen.clear();
    }

    /// Tells what the gamepad does in the frame to come: whether it is the device in use, whether it presses what has the
    /// focus, and how far it scrolls, in points.
    pub fn hold_pad(&mut self, shown: bool, press: bool, scroll: f32) {
        self.pad = Held { shown, press, scroll };
    }

    /// The name of a key as it stands on the device in use.
    pub fn key_name<'a>(&self, key: &'a str) -> &'a str {
        match (self.pad.shown, key) {
            (true, "Enter") => "A",
            (true, "Esc") => "≡",
            _ => key,
        }
    }

    /// Whether a gamepad is the device in use.
    pub fn is_pad(&self) -> bool {
        self.pad.shown
    }

    pub(super) fn finish(&mut self) -> UiOut {
        let frame = self.frame;
        self.since.retain(|_, shown| shown.frame == frame);
        std::mem::take(&mut self.out)
    }

    /// Whether what is drawn from now on can be clicked; not so for a screen under an overlay.
    pub(super) fn set_live(&mut self, live: bool) {
        self.live = live;
    }

    /// The student asks for something.
    pub fn act(&mut self, act: UiAct) {
        self.out.acts.push(act);
    }
}

/// Words.
impl Kit {
    /// A message in the student's language.
    pub fn tr(&self, key: &str) -> String {
        words::tr(self.lang, key)
    }

    /// A message with values.
    pub fn tr_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        words::tr_with(self.lang, key, values)
    }
}

/// Places and sizes: pixels of a screen of 1920 by 1080.
impl Kit {
    /// A length.
    pub fn px(&self, length: f32) -> f32 {
        length * self.scale
    }

    /// A length that grows with the student's size of text.
    pub fn tx(&self, length: f32) -> f32 {
        length * self.letters
    }

    /// A place on the 1920 by 1080 canvas in the middle of the window.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.screen.center() + vec2(x - 960.0, y - 540.0) * self.scale
    }

    /// A rectangle on that canvas.
    pub fn rect(&self, x: f32, y: f32, w: f32, h: f32) -> Rect {
        Rect::from_min_size(self.at(x, y), vec2(w, h) * self.scale)
    }

    /// The part of the window that is left when `left`, `top`, `right` and `bottom` are taken off.
    pub fn inside(&self, left: f32, top: f32, right: f32, bottom: f32) -> Rect {
        Rect::from_min_max(
            pos2(self.screen.left() + self.px(left), self.screen.top() + self.px(top)),
            pos2(self.screen.right() - self.px(right), self.screen.bottom() - self.px(bottom)),
        )
    }
}

/// Movement.
impl Kit {
    /// For how many seconds something named `key` has been drawn without a gap.
    pub fn age(&mut self, key: &str) -> f64 {
        let (time, frame) = (self.time, self.frame);
        let shown = self.since.entry(key.to_owned()).or_insert(Shown { since: time, frame });
        shown.frame = frame;
        (time - shown.since).max(0.0)
    }

    /// From 0 to 1 while something named `key` appears.
    pub fn ease(&mut self, key: &str) -> f32 {
        self.ease_over(key, APPEAR)
    }

    /// The same, over as many seconds.
    pub fn ease_over(&mut self, key: &str, seconds: f64) -> f32 {
        easing::cubic_out((self.age(key) / seconds).clamp(0.0, 1.0) as f32)
    }

    /// A slow wave between 0 and 1; steady where flashing is switched off.
    pub fn pulse(&self, hertz: f64) -> f32 {
        if self.settings.no_flash {
            return 1.0;
        }
        let turn = (self.time * hertz).fract() as f32;
        0.5 - 0.5 * (turn * std::f32::consts::TAU).cos()
    }

    /// Draws something that fades in when it appears; the closure is told how far it has come.
    pub fn appear(&mut self, ui: &mut Ui, key: &str, draw: impl FnOnce(&mut Self, &mut Ui, f32)) {
        let before = ui.opacity();
        let eased = self.ease(key);
        ui.multiply_opacity(eased);
        draw(self, ui, eased);
        ui.set_opacity(before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_gone_for_a_frame_appears_anew() {
        let mut kit = Kit::new();
        kit.time = 1.0;
        assert_eq!(kit.age("panel"), 0.0);
        kit.finish();
        kit.frame += 1;
        kit.time = 3.0;
        assert_eq!(kit.age("panel"), 2.0);
        kit.finish();
        kit.frame += 1;
        kit.finish();
        kit.frame += 1;
        kit.time = 9.0;
        assert_eq!(kit.age("panel"), 0.0);
    }
}
