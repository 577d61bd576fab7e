//! One file a screen, and the few things several of them show.

mod attract;
mod brief;
mod comfort;
mod debrief;
mod drills;
mod loading;
mod notice;
mod pause;
mod phone;
mod play;
mod quiz;
mod replay;
mod score;
mod settings;
mod sign_in;

use bevy_egui::egui::{Align2, Color32, Direction, Rect, Shape, Ui, pos2, vec2};

use super::icons::{self, Icon};
use super::kit::{Column, Kit};
use super::model::{Overlay, ScreenModel, ThemeMark};
use super::theme::{self, CALM};

/// Draws the screen itself.
pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, screen: &ScreenModel) {
    match screen {
        ScreenModel::Loading(share) => loading::draw(ui, kit, *share),
        ScreenModel::Attract { warning } => attract::draw(ui, kit, warning.as_deref()),
        ScreenModel::SignIn(model) => sign_in::draw(ui, kit, model),
        ScreenModel::Drills { who, cards } => drills::draw(ui, kit, who, cards),
        ScreenModel::Notice(model) => notice::draw(ui, kit, model),
        ScreenModel::Quiz(model) => quiz::draw(ui, kit, model),
        ScreenModel::Brief(model) => brief::draw(ui, kit, model),
        ScreenModel::Play(model) => play::draw(ui, kit, model),
        ScreenModel::Debrief(model) => debrief::draw(ui, kit, model),
        ScreenModel::Replay(model) => replay::draw(ui, kit, model),
        ScreenModel::Score(model) => score::draw(ui, kit, model),
    }
}

/// Draws what lies over it.
pub(super) fn draw_overlay(ui: &mut Ui, kit: &mut Kit, overlay: Overlay) {
    match overlay {
        Overlay::None => {}
        Overlay::Pause => pause::pause(ui, kit),
        Overlay::Settings => settings::draw(ui, kit),
        Overlay::Rebind(doing) => pause::rebind(ui, kit, doing),
        Overlay::Leave => pause::leave(ui, kit),
        Overlay::Idle(seconds) => pause::idle(ui, kit, seconds),
    }
}

/// Whether there is anything to click; where not, the mouse turns the head.
pub(super) fn wants_mouse(screen: &ScreenModel) -> bool {
    match screen {
        ScreenModel::Play(model) => model.phone.is_some() || model.card.is_some() || !model.choices.is_empty(),
        ScreenModel::Loading(_)
        | ScreenModel::Attract { .. }
        | ScreenModel::SignIn(_)
        | ScreenModel::Drills { .. }
        | ScreenModel::Notice(_)
        | ScreenModel::Quiz(_)
        | ScreenModel::Brief(_)
        | ScreenModel::Debrief(_)
        | ScreenModel::Replay(_)
        | ScreenModel::Score(_) => true,
    }
}

/// The name of a theme.
fn theme_word(kit: &Kit, theme: ThemeMark) -> String {
    match theme {
        ThemeMark::Drug => kit.tr("theme-drug"),
        ThemeMark::Fire => kit.tr("theme-fire"),
        ThemeMark::Earthquake => kit.tr("theme-earthquake"),
        ThemeMark::Fraud => kit.tr("theme-fraud"),
        ThemeMark::Other => kit.tr("theme-other"),
    }
}

/// The name of a grade.
fn grade_word(kit: &Kit, grade: u8) -> String {
    match grade {
        0 => kit.tr("grade-good"),
        1 => kit.tr("grade-poor"),
        _ => kit.tr("grade-critical"),
    }
}

/// Darkens the place evenly, and more towards the top and the bottom, where words are.
fn veil(ui: &Ui, kit: &Kit, share: f32) {
    kit.dim(ui, share * 0.45);
    let dark = Color32::from_black_alpha((share * 170.0) as u8);
    let half = kit.screen.height() * 0.5;
    let top = Rect::from_min_size(kit.screen.min, vec2(kit.screen.width(), half));
    let bottom = top.translate(vec2(0.0, half));
    ui.painter().add(Shape::gradient_rect(top, Direction::TopDown, [dark, Color32::TRANSPARENT]));
    ui.painter().add(Shape::gradient_rect(bottom, Direction::BottomUp, [dark, Color32::TRANSPARENT]));
}

/// The head of a panel: the theme's icon on its colour, its name, and a title.
fn heading(ui: &Ui, kit: &mut Kit, column: &mut Column, theme: ThemeMark, title: &str) {
    let color = theme::theme_color(theme);
    let strip = column.take(kit.px(108.0));
    let badge = Rect::from_min_size(strip.min, vec2(kit.px(100.0), kit.px(100.0)));
    kit.plate(ui, badge, color, 22.0);
    icons::paint_in(ui.painter(), theme::theme_icon(theme), badge.shrink(kit.px(20.0)), theme::DARK);
    let words = strip.with_min_x(badge.right() + kit.px(26.0));
    let (upper, lower) = words.split_top_bottom_at_fraction(0.36);
    let name = theme_word(kit, theme);
    kit.fit(ui, upper, Align2::LEFT_CENTER, &name, theme::SMALL.of(color));
    kit.fit(ui, lower, Align2::LEFT_CENTER, title, theme::TITLE);
}

/// Chips one after the other, as many on a line as there is room for.
fn chips(ui: &Ui, kit: &mut Kit, column: &mut Column, list: &[(Icon, String, Color32)]) {
    let (left, right) = (column.x, column.x + column.width);
    let gap = kit.px(14.0);
    let mut at = column.at();
    let mut line = 0.0_f32;
    for (icon, text, color) in list {
        let size = kit.chip_size(ui, text).min(vec2(column.width, f32::INFINITY));
        if at.x > left && at.x + size.x > right {
            at = pos2(left, at.y + line + gap);
        }
        kit.chip(ui, Rect::from_min_size(at, size), *icon, text, *color);
        line = size.y;
        at.x += size.x + gap;
    }
    if !list.is_empty() {
        column.y = at.y + line;
    }
}

/// Where to get help, as chips.
fn help_chips(ui: &Ui, kit: &mut Kit, column: &mut Column, help: &[(String, String)]) {
    let list: Vec<_> = help.iter().map(|(number, what)| (Icon::Call, format!("{number}  {what}"), CALM)).collect();
    chips(ui, kit, column, &list);
}
