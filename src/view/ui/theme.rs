//! Colours, type and fonts: the one place that says what the screens look like.

use std::sync::Arc;

use bevy_egui::egui::style::{ScrollFadeStyle, ScrollStyle};
use bevy_egui::egui::{self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontTweak, Stroke, Theme};

use super::icons::Icon;
use super::model::ThemeMark;
use crate::view::texture::fonts::{BOLD, REGULAR};

/// What lies behind words, over the place.
pub const PANEL: Color32 = Color32::from_rgba_unmultiplied_const(0x10, 0x16, 0x1D, 224);
/// The same where nothing may shine through.
pub const SOLID: Color32 = Color32::from_rgb(0x10, 0x16, 0x1D);
/// A row or a button that lies on a panel.
pub const RAISED: Color32 = Color32::from_rgb(0x20, 0x2B, 0x36);
/// The same under the pointer.
pub const LIFTED: Color32 = Color32::from_rgb(0x2D, 0x3B, 0x49);
/// A field that lies deeper than its panel.
pub const SUNK: Color32 = Color32::from_rgb(0x0A, 0x0E, 0x13);
/// Thin lines.
pub const LINE: Color32 = Color32::from_rgb(0x3A, 0x49, 0x58);
/// Words.
pub const TEXT: Color32 = Color32::from_rgb(0xF5, 0xF1, 0xE8);
/// Words that matter less; still 4.5:1 on a panel.
pub const MUTED: Color32 = Color32::from_rgb(0xBC, 0xC3, 0xC9);
/// Words on a bright ground.
pub const DARK: Color32 = Color32::from_rgb(0x10, 0x16, 0x1D);
/// What to look at first.
pub const ACCENT: Color32 = Color32::from_rgb(0xF2, 0xA3, 0x3A);
/// Good.
pub const GOOD: Color32 = Color32::from_rgb(0x5F, 0xB8, 0x78);
/// Poor.
pub const POOR: Color32 = Color32::from_rgb(0xE8, 0xB8, 0x4A);
/// Critical, for fills and icons.
pub const CRITICAL: Color32 = Color32::from_rgb(0xE5, 0x53, 0x3D);
/// Critical, for words: lighter, so that it can be read over a bright place.
pub const ALERT: Color32 = Color32::from_rgb(0xFF, 0x8A, 0x75);
/// Calm.
pub const CALM: Color32 = Color32::from_rgb(0x3F, 0xB8, 0xAF);

/// A size (at 1080 lines), a weight and a colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// Height of a letter's box in pixels of a 1080-line screen, before the student's own scale.
    pub size: f32,
    /// Heavy strokes.
    pub bold: bool,
    /// Colour of the strokes.
    pub color: Color32,
}

impl Ink {
    /// Regular words of a size.
    pub const fn new(size: f32) -> Self {
        Self { size, bold: false, color: TEXT }
    }

    /// Heavy.
    pub const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// In a colour.
    pub const fn of(mut self, color: Color32) -> Self {
        self.color = color;
        self
    }
}

/// Running words.
pub const BODY: Ink = Ink::new(28.0);
/// The smallest words there are.
pub const SMALL: Ink = Ink::new(26.0);
/// What can be chosen.
pub const CHOICE: Ink = Ink::new(32.0);
/// What somebody says.
pub const CAPTION: Ink = Ink::new(34.0);
/// The name of a part of a screen.
pub const HEAD: Ink = Ink::new(36.0).bold();
/// The name of a screen.
pub const TITLE: Ink = Ink::new(54.0).bold();

/// The family of heavy letters.
pub fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Whether [`install`] was called before this pass began.
pub fn is_installed(ctx: &egui::Context) -> bool {
    let bold = bold_family();
    ctx.fonts(|fonts| fonts.definitions().families.contains_key(&bold))
}

/// Gives a context our fonts, colours and spacing; from its next pass on.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts());
    ctx.set_theme(Theme::Dark);
    ctx.all_styles_mut(dress);
    // A hand that shakes or lingers still clicks.
    ctx.options_mut(|options| {
        options.input_options.max_click_dist = 24.0;
        options.input_options.max_click_duration = 5.0;
    });
}

fn fonts() -> FontDefinitions {
    // The face sits a little low in its box.
    let face =
        |bytes: &'static [u8]| Arc::new(FontData::from_static(bytes).tweak(FontTweak { y_offset_factor: -0.05, ..FontTweak::default() }));
    let mut fonts = FontDefinitions::empty();
    fonts.font_data.insert("regular".to_owned(), face(REGULAR));
    fonts.font_data.insert("heavy".to_owned(), face(BOLD));
    let regular = vec!["regular".to_owned()];
    fonts.families.insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(bold_family(), vec!["heavy".to_owned(), "regular".to_owned()]);
    fonts
}

fn dress(style: &mut egui::Style) {
    // egui marks half-pixel positions in debug builds; ours scale with the window and are meant.
    #[cfg(debug_assertions)]
    {
        style.debug.show_unaligned = false;
    }
    let visuals = &mut style.visuals;
    visuals.override_text_color = Some(TEXT);
    visuals.panel_fill = PANEL;
    visuals.window_fill = PANEL;
    visuals.extreme_bg_color = SUNK;
    visuals.faint_bg_color = RAISED;
    visuals.selection.bg_fill = ACCENT;
    visuals.selection.stroke = Stroke::new(1.0, DARK);
    let widgets = &mut visuals.widgets;
    for (widget, fill) in [
        (&mut widgets.noninteractive, RAISED),
        (&mut widgets.inactive, LINE),
        (&mut widgets.hovered, MUTED),
        (&mut widgets.active, ACCENT),
        (&mut widgets.open, LIFTED),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::NONE;
        widget.fg_stroke = Stroke::new(2.0, TEXT);
        widget.corner_radius = CornerRadius::same(8);
    }
    style.spacing.item_spacing = egui::Vec2::ZERO;
    style.spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        bar_inner_margin: 8.0,
        handle_min_length: 48.0,
        fade: ScrollFadeStyle { strength: 0.0, size: 1.0 },
        ..ScrollStyle::solid()
    };
    style.interaction.selectable_labels = false;
    style.animation_time = 0.15;
}

/// The colour of a theme.
pub const fn theme_color(theme: ThemeMark) -> Color32 {
    match theme {
        ThemeMark::Drug => Color32::from_rgb(0xB3, 0x94, 0xF0),
        ThemeMark::Fire => Color32::from_rgb(0xFF, 0x8A, 0x45),
        ThemeMark::Earthquake => Color32::from_rgb(0xE3, 0xC1, 0x7C),
        ThemeMark::Fraud => Color32::from_rgb(0x6F, 0xB4, 0xF2),
        ThemeMark::Other => CALM,
    }
}

/// The icon of a theme.
pub const fn theme_icon(theme: ThemeMark) -> Icon {
    match theme {
        ThemeMark::Drug => Icon::Drug,
        ThemeMark::Fire => Icon::Flame,
        ThemeMark::Earthquake => Icon::Quake,
        ThemeMark::Fraud => Icon::Fraud,
        ThemeMark::Other => Icon::Star,
    }
}

/// The colour of a grade: 0 good, 1 poor, 2 critical.
pub const fn grade_color(grade: u8) -> Color32 {
    match grade {
        0 => GOOD,
        1 => POOR,
        _ => ALERT,
    }
}

/// The icon of a grade.
pub const fn grade_icon(grade: u8) -> Icon {
    match grade {
        0 => Icon::Check,
        1 => Icon::Warning,
        _ => Icon::Cross,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f32 {
        let linear = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn words_can_be_read_on_a_panel_even_over_a_white_place() {
        let ground = Color32::WHITE.blend(PANEL);
        for ink in [TEXT, MUTED, ACCENT, GOOD, POOR, ALERT, CALM] {
            assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}: {}", contrast(ink, ground));
        }
    }

    #[test]
    fn dark_words_can_be_read_on_every_bright_button() {
        for ground in [ACCENT, GOOD, POOR, ALERT, CALM] {
            assert!(contrast(DARK, ground) >= 4.5, "{ground:?}: {}", contrast(DARK, ground));
        }
    }
}
