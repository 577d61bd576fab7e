//! Who you are, what you are here for, and which keys do what.

use bevy_egui::egui::{Align2, Rect, Ui, pos2, vec2};

use super::{heading, veil};
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{BriefModel, Doing, UiAct};
use crate::view::ui::theme::{ACCENT, BODY, GOOD, HEAD, MUTED, SMALL, SUNK, theme_color};

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &BriefModel) {
    veil(ui, kit, 1.0);
    kit.appear(ui, "brief", |kit, ui, eased| {
        let rise = vec2(0.0, kit.px(24.0) * (1.0 - eased));
        let panel = kit.rect(150.0, 50.0, 1620.0, 980.0).translate(rise);
        kit.panel(ui, panel);
        let inner = panel.shrink(kit.px(56.0));
        let foot = inner.with_min_y(inner.bottom() - kit.px(104.0));
        let middle = inner.with_max_y(foot.top() - kit.px(28.0));
        let (left, right) = middle.split_left_right_at_fraction(0.52);
        kit.scroll(ui, left.with_max_x(left.right() - kit.px(40.0)), "brief-words", |kit, ui, column| words(ui, kit, column, model));
        controls(ui, kit, right);
        let label = kit.tr("brief-enter");
        let place = Rect::from_min_max(pos2(foot.right() - kit.px(520.0), foot.top()), foot.max);
        if kit.press(ui, place, Button::new(&label, Style::Main).icon(Icon::Door).key("Enter")) {
            kit.act(UiAct::Next);
        }
    });
}

fn words(ui: &Ui, kit: &mut Kit, column: &mut Column, model: &BriefModel) {
    heading(ui, kit, column, model.theme, &model.title);
    column.space(kit.px(34.0));
    column.item(kit, ui, (Icon::Person, theme_color(model.theme)), &model.brief, BODY);
    column.space(kit.px(34.0));
    let head = kit.tr("brief-objectives");
    column.text(kit, ui, &head, HEAD);
    column.space(kit.px(14.0));
    for objective in &model.objectives {
        column.item(kit, ui, (Icon::Check, GOOD), objective, BODY);
        column.space(kit.px(16.0));
    }
}

/// The picture of the controls.
fn controls(ui: &Ui, kit: &mut Kit, rect: Rect) {
    ui.painter().rect_filled(rect, kit.round(18.0), SUNK);
    let mut column = Column::of(rect.shrink(kit.px(34.0)));
    let head = kit.tr("controls-title");
    kit.fit(ui, column.take(kit.px(64.0)), Align2::LEFT_CENTER, &head, HEAD);
    column.space(kit.px(8.0));
    let step = (rect.bottom() - kit.px(34.0) - column.y) / 8.4;
    walk_row(ui, kit, column.take(step * 1.4));
    let look = kit.tr("controls-look");
    mouse_row(ui, kit, column.take(step), &look);
    let letter = |doing| kit.settings.keys.of(doing).to_string();
    for (key, words) in [
        (letter(Doing::Use), kit.tr("controls-use")),
        (letter(Doing::Crouch), kit.tr("controls-crouch")),
        (letter(Doing::Crawl), kit.tr("controls-crawl")),
        ("1 – 4".to_owned(), kit.tr("controls-choose")),
        ("Esc".to_owned(), kit.tr("controls-pause")),
    ] {
        let strip = column.take(step);
        kit.key(ui, pos2(strip.left() + kit.px(110.0), strip.center().y), &key);
        beside(ui, kit, strip, &words);
    }
    let pad = kit.tr("controls-pad");
    kit.fit(ui, column.take(step), Align2::LEFT_CENTER, &pad, SMALL.of(MUTED));
}

fn beside(ui: &Ui, kit: &mut Kit, strip: Rect, words: &str) {
    kit.fit(ui, strip.with_min_x(strip.left() + kit.px(240.0)).shrink2(vec2(0.0, kit.px(4.0))), Align2::LEFT_CENTER, words, BODY);
}

fn walk_row(ui: &Ui, kit: &mut Kit, strip: Rect) {
    let side = (strip.height() * 0.42).min(kit.px(58.0));
    let middle = strip.left() + kit.px(110.0);
    let (upper, lower) = (strip.center().y - side * 0.55, strip.center().y + side * 0.55);
    for (label, across, y) in [("W", 0.0, upper), ("A", -1.1, lower), ("S", 0.0, lower), ("D", 1.1, lower)] {
        let rect = Rect::from_center_size(pos2(middle + across * side, y), vec2(side, side));
        kit.key_in(ui, rect, label);
    }
    let words = kit.tr("controls-walk");
    beside(ui, kit, strip, &words);
}

fn mouse_row(ui: &Ui, kit: &mut Kit, strip: Rect, words: &str) {
    let side = (strip.height() * 0.8).min(kit.px(70.0));
    icons::paint(ui.painter(), Icon::Mouse, pos2(strip.left() + kit.px(110.0), strip.center().y), side, ACCENT);
    beside(ui, kit, strip, words);
}
