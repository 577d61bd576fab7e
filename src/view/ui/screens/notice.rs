//! Before a drill: what it will show, what is recorded, and how comfortable it should be.

use bevy_egui::egui::{Rect, Ui, pos2, vec2};

use super::{comfort, heading, veil};
use crate::view::ui::icons::Icon;
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{NoticeModel, UiAct};
use crate::view::ui::theme::{ALERT, BODY, CALM, HEAD, MUTED, POOR, SMALL};

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &NoticeModel) {
    veil(ui, kit, 1.0);
    kit.appear(ui, "notice", |kit, ui, eased| {
        let rise = vec2(0.0, kit.px(24.0) * (1.0 - eased));
        let panel = kit.rect(150.0, 50.0, 1620.0, 980.0).translate(rise);
        kit.panel(ui, panel);
        let inner = panel.shrink(kit.px(56.0));
        let foot = inner.with_min_y(inner.bottom() - kit.px(104.0));
        let middle = inner.with_max_y(foot.top() - kit.px(28.0));
        let (left, right) = middle.split_left_right_at_fraction(0.5);
        kit.scroll(ui, left.with_max_x(left.right() - kit.px(36.0)), "notice-words", |kit, ui, column| words(ui, kit, column, model));
        kit.scroll(ui, right.with_min_x(right.left() + kit.px(36.0)), "notice-options", |kit, ui, column| options(ui, kit, column));
        buttons(ui, kit, foot, model.blocked.is_none());
    });
}

fn words(ui: &Ui, kit: &mut Kit, column: &mut Column, model: &NoticeModel) {
    heading(ui, kit, column, model.theme, &model.title);
    column.space(kit.px(30.0));
    let head = kit.tr("notice-head");
    column.text(kit, ui, &head, HEAD);
    column.space(kit.px(12.0));
    column.item(kit, ui, (Icon::Eye, POOR), &model.note, BODY);
    column.space(kit.px(22.0));
    let minutes = kit.tr_with("notice-minutes", &[("n", &model.minutes.to_string())]);
    column.item(kit, ui, (Icon::Clock, CALM), &minutes, BODY);
    column.space(kit.px(22.0));
    let leave = kit.tr("notice-leave");
    column.item(kit, ui, (Icon::Door, CALM), &leave, BODY);
    column.space(kit.px(22.0));
    if !model.recording.is_empty() {
        column.item(kit, ui, (Icon::Lock, CALM), &model.recording, SMALL.of(MUTED));
        column.space(kit.px(22.0));
    }
    if let Some(blocked) = &model.blocked {
        column.item(kit, ui, (Icon::Warning, ALERT), blocked, BODY.of(ALERT));
    }
}

fn options(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let (head, hint) = (kit.tr("notice-comfort"), kit.tr("notice-comfort-hint"));
    column.space(kit.px(8.0));
    column.text(kit, ui, &head, HEAD);
    column.text(kit, ui, &hint, SMALL.of(MUTED));
    column.space(kit.px(24.0));
    comfort::motion(ui, kit, column);
    comfort::no_flash(ui, kit, column);
    comfort::text_size(ui, kit, column);
    comfort::captions(ui, kit, column);
    comfort::volume(ui, kit, column);
}

fn buttons(ui: &Ui, kit: &mut Kit, foot: Rect, can_begin: bool) {
    let (back, begin) = (kit.tr("back"), kit.tr("notice-begin"));
    let left = Rect::from_min_max(foot.min, pos2(foot.left() + kit.px(360.0), foot.bottom()));
    if kit.press(ui, left, Button::new(&back, Style::Plain).icon(Icon::Back)) {
        kit.act(UiAct::Back);
    }
    let right = Rect::from_min_max(pos2(foot.right() - kit.px(520.0), foot.top()), foot.max);
    if kit.press(ui, right, Button::new(&begin, Style::Main).icon(Icon::Play).key("Enter").on(can_begin)) {
        kit.act(UiAct::Begin);
    }
}
