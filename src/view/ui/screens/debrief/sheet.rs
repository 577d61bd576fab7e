//! The way on the plan, or its course in time: the picture as large as fits, and beside it what there is to say of it.

use bevy_egui::egui::{Align2, Rect, Ui, vec2};

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
    for (n, (heading, words)) in sheets.notes.iter().enumerate() {
        let mark = if n == 0 { (Icon::Bulb, POOR) } else { (Icon::Clock, CALM) };
        column.item(kit, ui, mark, heading, HEAD);
        column.space(kit.px(8.0));
        column.text(kit, ui, words, BODY);
        column.space(kit.px(28.0));
    }
    for (name, value) in &sheets.figures {
        let row = column.take(kit.line_height(ui, BODY) + kit.px(10.0));
        let (left, right) = row.split_left_right_at_fraction(0.56);
        kit.fit(ui, left, Align2::LEFT_CENTER, name, SMALL.of(MUTED));
        kit.fit(ui, right, Align2::RIGHT_CENTER, value, BODY.bold());
    }
    column.space(kit.px(24.0));
    let how = kit.tr("sheet-how");
    column.text(kit, ui, &how, SMALL.of(MUTED));
}
