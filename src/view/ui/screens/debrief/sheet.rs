//! The way on the plan, or its course in time: the picture as large as fits, and beside it what there is to say of it.

use bevy_egui::egui::{Rect, Ui, vec2};

use crate::view::ui::icons::Icon;
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{Page, Sheets, UiAct};
use crate::view::ui::theme::{BODY, CALM, HEAD, MUTED, POOR, SMALL};

/// The words beside a picture have at least so much room.
const WORDS: f32 = 480.0;

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, rect: Rect, (page, sheets): (Page, &Sheets)) {
    let picture = match (page, &sheets.chart) {
        (Page::Course, Some(chart)) => chart,
        _ => &sheets.plan,
    };
    let room = vec2(rect.width() - kit.px(WORDS), rect.height());
    let size = Kit::picture_size(picture, room);
    let paper = Rect::from_min_size(rect.min, size);
    kit.picture(ui, paper, picture);
    let beside = rect.with_min_x(paper.right() + kit.px(20.0));
    let (words, button) = beside.split_top_bottom_at_y(beside.bottom() - kit.px(112.0));
    kit.panel(ui, words.with_max_y(words.bottom() - kit.px(16.0)));
    let inside = words.with_max_y(words.bottom() - kit.px(16.0)).shrink(kit.px(30.0));
    kit.scroll(ui, inside, "sheet-words", |kit, ui, column| said(ui, kit, column, sheets));
    let label = kit.tr("next");
    if kit.press(ui, button, Button::new(&label, Style::Main).icon(Icon::Play).key("Enter")) {
        kit.act(UiAct::Next);
    }
}

fn said(ui: &Ui, kit: &mut Kit, column: &mut Column, sheets: &Sheets) {
    let (what_if, times, how) = (kit.tr("report-what-if"), kit.tr("report-times"), kit.tr("sheet-how"));
    column.item(kit, ui, (Icon::Bulb, POOR), &what_if, HEAD);
    column.space(kit.px(8.0));
    column.text(kit, ui, &sheets.told, BODY);
    column.space(kit.px(30.0));
    if !sheets.summary.is_empty() {
        column.item(kit, ui, (Icon::Clock, CALM), &times, HEAD);
        column.space(kit.px(8.0));
        column.text(kit, ui, &sheets.summary, BODY);
        column.space(kit.px(30.0));
    }
    column.text(kit, ui, &how, SMALL.of(MUTED));
}
