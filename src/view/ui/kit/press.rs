//! Everything that is pressed: plain places, buttons, and rows of an answer list.

use bevy_egui::egui::{Align2, Color32, CursorIcon, Id, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Kit;
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::theme::{ACCENT, ALERT, CHOICE, DARK, GOOD, Ink, LIFTED, LINE, MUTED, RAISED, SUNK, TEXT};

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The next step.
    Main,
    /// Another possibility.
    Plain,
    /// Almost only words.
    Quiet,
    /// A good answer.
    Good,
    /// Something to think about twice.
    Danger,
}

impl Style {
    fn fill(self, hover: f32) -> Color32 {
        match self {
            Self::Main => ACCENT.lerp_to_gamma(TEXT, hover * 0.3),
            Self::Good => GOOD.lerp_to_gamma(TEXT, hover * 0.3),
            Self::Danger => ALERT.lerp_to_gamma(TEXT, hover * 0.3),
            Self::Plain => RAISED.lerp_to_gamma(LIFTED, hover),
            Self::Quiet => SUNK.gamma_multiply(0.55).lerp_to_gamma(LIFTED, hover),
        }
    }

    fn words(self) -> Color32 {
        match self {
            Self::Main | Self::Good | Self::Danger => DARK,
            Self::Plain | Self::Quiet => TEXT,
        }
    }
}

/// A button to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Button<'a> {
    label: &'a str,
    style: Style,
    icon: Option<Icon>,
    key: Option<&'a str>,
    on: bool,
}

impl<'a> Button<'a> {
    /// Words in a style.
    pub fn new(label: &'a str, style: Style) -> Self {
        Self { label, style, icon: None, key: None, on: true }
    }

    /// With an icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the key that does the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// Whether it can be pressed.
    pub fn on(mut self, on: bool) -> Self {
        self.on = on;
        self
    }
}

/// What the pointer does to a place.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    /// It was clicked.
    pub clicked: bool,
    /// From 0 to 1: how much it is under the pointer.
    pub hover: f32,
    /// The button of the mouse is down on it.
    pub down: bool,
    /// It has the keyboard's focus.
    pub focus: bool,
}

impl Kit {
    /// Makes a place clickable under a name.
    pub fn hit(&mut self, ui: &Ui, rect: Rect, label: &str, on: bool) -> Hit {
        let on = on && self.live;
        let count = self.seen.entry(label.to_owned()).or_insert(0);
        *count += 1;
        let id = Id::new(("drillroom press", label, *count));
        let response = ui.interact(rect, id, if on { Sense::click() } else { Sense::hover() });
        if on {
            self.note_hot(ui, rect, label);
        }
        let hovered = on && response.hovered();
        // Asked of the memory: a gamepad also works in a window that the system has not given the keyboard to.
        let focus = on && ui.ctx().memory(|m| m.has_focus(id));
        self.out.focused |= focus;
        if focus && response.gained_focus() {
            ui.scroll_to_rect(rect, None);
        }
        if hovered {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        Hit {
            clicked: on && (response.clicked() || (focus && self.pad.press)),
            hover: ui.ctx().animate_bool_with_time(id.with("hover"), hovered, 0.12),
            down: on && response.is_pointer_button_down_on(),
            focus,
        }
    }

    /// Takes note of what can be clicked, unless it is scrolled out of sight.
    pub(super) fn note_hot(&mut self, ui: &Ui, rect: Rect, label: &str) {
        let seen = rect.intersect(ui.clip_rect());
        if seen.is_positive() {
            let middle = seen.center();
            self.out.hot.push((label.to_owned(), [middle.x, middle.y]));
        }
    }

    /// The ring around what has the keyboard's focus.
    pub fn focus_ring(&self, ui: &Ui, rect: Rect, hit: Hit) {
        if hit.focus {
            let stroke = Stroke::new(self.px(4.0).max(2.0), TEXT);
            ui.painter().rect_stroke(rect.expand(self.px(5.0)), self.round(18.0), stroke, StrokeKind::Outside);
        }
    }

    /// A button without icon or key.
    pub fn button(&mut self, ui: &Ui, rect: Rect, label: &str, style: Style) -> bool {
        self.press(ui, rect, Button::new(label, style))
    }

    /// A button that is an icon; `label` is its name for those who cannot see it.
    pub fn icon_button(&mut self, ui: &Ui, rect: Rect, icon: Icon, label: &str, style: Style) -> bool {
        let hit = self.hit(ui, rect, label, true);
        self.plate(ui, rect, style.fill(hit.hover), 14.0);
        icons::paint(ui.painter(), icon, rect.center(), rect.height() * 0.5, style.words());
        self.focus_ring(ui, rect, hit);
        hit.clicked
    }

    /// A button.
    pub fn press(&mut self, ui: &Ui, rect: Rect, button: Button<'_>) -> bool {
        let hit = self.hit(ui, rect, button.label, button.on);
        let lift = if hit.down { self.px(2.0) } else { -self.px(2.0) * hit.hover };
        let rect = rect.translate(vec2(0.0, lift));
        let (fill, words) = if button.on { (button.style.fill(hit.hover), button.style.words()) } else { (RAISED, MUTED) };
        self.plate(ui, rect, fill, 14.0);
        if button.style == Style::Quiet || !button.on {
            ui.painter().rect_stroke(rect, self.round(14.0), Stroke::new(self.px(2.0).max(1.0), LINE), StrokeKind::Inside);
        }
        self.press_inside(ui, rect, button, words);
        self.focus_ring(ui, rect, hit);
        hit.clicked
    }

    fn press_inside(&mut self, ui: &Ui, rect: Rect, button: Button<'_>, words: Color32) {
        let mut inner = rect.shrink2(vec2(self.px(22.0), self.px(6.0)));
        if let Some(icon) = button.icon {
            let side = self.tx(36.0).min(inner.height());
            icons::paint(ui.painter(), icon, pos2(inner.left() + side / 2.0, inner.center().y), side, words);
            inner = inner.with_min_x(inner.left() + side + self.px(12.0));
        }
        if let Some(key) = button.key.map(|key| self.key_name(key)) {
            let size = self.key_size(ui, key);
            self.key(ui, pos2(inner.right() - size.x / 2.0, inner.center().y), key);
            inner = inner.with_max_x(inner.right() - size.x - self.px(12.0));
        }
        self.fit(ui, inner, Align2::CENTER_CENTER, button.label, Ink::new(32.0).bold().of(words));
    }
}

/// Rows of an answer list: the number of the key, then the words.
impl Kit {
    /// How high the row of an answer is.
    pub fn answer_height(&self, ui: &Ui, width: f32, text: &str) -> f32 {
        let words = self.measure(ui, width - self.answer_indent() - self.px(24.0), text, CHOICE);
        (words.y + self.px(24.0)).max(self.tx(76.0))
    }

    fn answer_indent(&self) -> f32 {
        self.tx(44.0) + self.px(40.0)
    }

    /// One answer; `tried` rows are explained already and cannot be chosen.
    pub fn answer(&mut self, ui: &Ui, rect: Rect, number: usize, text: &str, tried: bool) -> bool {
        let hit = self.hit(ui, rect, text, !tried);
        let fill = if tried { SUNK } else { RAISED.lerp_to_gamma(LIFTED, hit.hover) };
        let slide = vec2(self.px(6.0) * hit.hover, 0.0);
        let rect = rect.translate(slide);
        self.plate(ui, rect, fill, 14.0);
        if hit.hover > 0.0 || hit.down {
            let edge = Stroke::new(self.px(3.0), ACCENT.gamma_multiply(hit.hover.max(0.01)));
            ui.painter().rect_stroke(rect, self.round(14.0), edge, StrokeKind::Inside);
        }
        let middle = pos2(rect.left() + self.px(20.0) + self.tx(22.0), rect.center().y);
        if tried {
            icons::paint(ui.painter(), Icon::Repeat, middle, self.tx(32.0), MUTED);
        } else {
            self.key(ui, middle, &number.to_string());
        }
        let words = rect.with_min_x(rect.left() + self.answer_indent()).with_max_x(rect.right() - self.px(24.0));
        self.fit(ui, words, Align2::LEFT_CENTER, text, CHOICE.of(if tried { MUTED } else { TEXT }));
        self.focus_ring(ui, rect, hit);
        hit.clicked
    }
}
