//! The phone in the student's hand: it rises on the right third and shows whatever the story needs.
//!
//! Its apps look like apps and are nobody's trademark.

mod body;
mod call;
mod chat;
mod judge;
mod page;
mod signs;
mod transfer;

use bevy_egui::egui::{Color32, Ui, vec2};

use crate::view::ui::kit::Kit;
use crate::view::ui::model::PhoneModel;
use crate::view::ui::theme::Ink;

/// Room at the right edge that the phone takes, in pixels of 1920.
pub(super) const WIDTH: f32 = 620.0;

/// The ground of an app.
const PAPER: Color32 = Color32::from_rgb(0xEF, 0xEC, 0xE4);
/// A card, a bubble, a bar on that ground.
const SHEET: Color32 = Color32::from_rgb(0xFF, 0xFD, 0xF8);
/// Words on a bright ground.
const WORDS: Color32 = Color32::from_rgb(0x1B, 0x24, 0x2D);
/// Words that matter less.
const FAINT: Color32 = Color32::from_rgb(0x55, 0x5F, 0x69);
/// A thin line.
const HAIR: Color32 = Color32::from_rgb(0xD2, 0xCD, 0xC2);
/// Something suspicious, marked.
const MARK: Color32 = Color32::from_rgb(0xC6, 0x32, 0x22);
/// Something right.
const RIGHT: Color32 = Color32::from_rgb(0x1F, 0x7A, 0x43);

/// Running words on the phone.
const TEXT: Ink = Ink::new(27.0).of(WORDS);
/// Small words on the phone.
const NOTE: Ink = Ink::new(26.0).of(FAINT);
/// A name or a title on the phone.
const NAME: Ink = Ink::new(31.0).bold().of(WORDS);

/// Draws the phone and returns its left edge.
pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &PhoneModel, clock: &str) -> f32 {
    let up = kit.ease_over("phone", 0.3);
    let shake = match model {
        PhoneModel::Transfer { shake, .. } => shake.clamp(0.0, 1.0) * kit.settings.motion.clamp(0.0, 1.0),
        PhoneModel::Ringing { .. } => 0.25 * kit.settings.motion.clamp(0.0, 1.0),
        PhoneModel::InCall { .. }
        | PhoneModel::Sms { .. }
        | PhoneModel::Chat { .. }
        | PhoneModel::Page { .. }
        | PhoneModel::Signs { .. }
        | PhoneModel::Judge { .. } => 0.0,
    };
    let wave = |hertz: f64| (kit.time * hertz * std::f64::consts::TAU).sin() as f32;
    let tremble = vec2(wave(11.0), wave(8.3)) * kit.px(5.0) * shake;
    let glass = body::draw(ui, kit, up, tremble, is_dark(model), clock);
    match model {
        PhoneModel::Ringing { name } => call::ringing(ui, kit, glass, name),
        PhoneModel::InCall { name, seconds, lines } => call::talking(ui, kit, glass, (name.as_str(), *seconds), lines),
        PhoneModel::Sms { name, lines, typing } => chat::sms(ui, kit, glass, name, lines, *typing),
        PhoneModel::Chat { name, lines, typing } => chat::chat(ui, kit, glass, name, lines, *typing),
        PhoneModel::Page { app, lines } => page::draw(ui, kit, glass, app, lines),
        PhoneModel::Transfer { to, amount, memo, .. } => transfer::draw(ui, kit, glass, to, *amount, memo),
        PhoneModel::Signs { name, parts, done } => signs::draw(ui, kit, glass, name, parts, *done),
        PhoneModel::Judge { from, text, number, of, verdict } => {
            judge::draw(ui, kit, glass, (from.as_str(), text.as_str()), (*number, *of), verdict.as_ref());
        }
    }
    kit.screen.right() - kit.px(WIDTH)
}

/// Whether the whole glass is dark, as in calls.
fn is_dark(model: &PhoneModel) -> bool {
    match model {
        PhoneModel::Ringing { .. } | PhoneModel::InCall { .. } => true,
        PhoneModel::Sms { .. }
        | PhoneModel::Chat { .. }
        | PhoneModel::Page { .. }
        | PhoneModel::Transfer { .. }
        | PhoneModel::Signs { .. }
        | PhoneModel::Judge { .. } => false,
    }
}
