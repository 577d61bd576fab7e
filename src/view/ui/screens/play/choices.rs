//! What can be decided now: the question and at most four numbered rows.

use bevy_egui::egui::{Align2, Color32, Rect, Ui, pos2, vec2};

use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Column, Kit};
use crate::view::ui::model::{ChoiceRow, PlayModel, UiAct};
use crate::view::ui::theme::{ACCENT, Ink, MUTED, SMALL};

/// How many rows are shown.
const MOST: usize = 4;
/// The question above the rows.
const ASK: Ink = Ink::new(34.0).bold();

/// Draws the list at the bottom of a region and returns its upper edge.
pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &PlayModel, region: Rect) -> f32 {
    let rows = &model.choices[..model.choices.len().min(MOST)];
    let margin = vec2(kit.px(30.0), kit.px(24.0));
    let width = kit.px(1180.0).min(region.width()) - 2.0 * margin.x;
    let ask = model.ask.as_deref().unwrap_or_default();
    let asked = if ask.is_empty() { 0.0 } else { kit.measure(ui, width, ask, ASK).y + kit.px(16.0) };
    let list: f32 = rows.iter().map(|row| row_height(ui, kit, width, row)).sum();
    let size = vec2(width, asked + list + foot_height(kit)) + 2.0 * margin;
    let rect = Rect::from_min_size(pos2(region.center().x - size.x / 2.0, region.bottom() - size.y), size);
    let key = format!("choices {ask} {}", rows.first().map_or("", |row| row.text.as_str()));
    kit.appear(ui, &key, |kit, ui, eased| {
        let rect = rect.translate(vec2(0.0, kit.px(30.0) * (1.0 - eased)));
        kit.panel(ui, rect);
        let mut column = Column::of(rect.shrink2(margin));
        if !ask.is_empty() {
            column.text(kit, ui, ask, ASK);
            column.space(kit.px(16.0));
        }
        for (index, row) in rows.iter().enumerate() {
            draw_row(ui, kit, &mut column, index + 1, row);
        }
        foot(ui, kit, &mut column, rows);
    });
    rect.top()
}

/// A question that is answered in the place, not from a list; returns its upper edge.
pub(super) fn ask(ui: &mut Ui, kit: &mut Kit, ask: &str, region: Rect) -> f32 {
    let margin = vec2(kit.px(30.0), kit.px(18.0));
    let width = kit.px(1000.0).min(region.width()) - 2.0 * margin.x;
    let asked = kit.measure(ui, width, ask, ASK).y;
    let hint = kit.tr("ask-hint");
    let size = vec2(width, asked + foot_height(kit)) + 2.0 * margin;
    let rect = Rect::from_min_size(pos2(region.center().x - size.x / 2.0, region.bottom() - size.y), size);
    let key = format!("ask {ask}");
    kit.appear(ui, &key, |kit, ui, eased| {
        let rect = rect.translate(vec2(0.0, kit.px(30.0) * (1.0 - eased)));
        kit.panel(ui, rect);
        let mut column = Column::of(rect.shrink2(margin));
        column.text(kit, ui, ask, ASK);
        let strip = column.take(foot_height(kit));
        hint_line(ui, kit, strip, (Icon::Walking, ACCENT), &hint);
    });
    rect.top()
}

fn row_height(ui: &Ui, kit: &Kit, width: f32, row: &ChoiceRow) -> f32 {
    kit.answer_height(ui, width, &row.text) + kit.px(12.0)
}

fn draw_row(ui: &Ui, kit: &mut Kit, column: &mut Column, number: usize, row: &ChoiceRow) {
    let height = row_height(ui, kit, column.width, row) - kit.px(12.0);
    let rect = column.take(height);
    column.space(kit.px(12.0));
    if kit.answer(ui, rect, number, &row.text, row.tried) {
        kit.act(UiAct::Choose(row.index));
    }
}

fn foot_height(kit: &Kit) -> f32 {
    kit.tx(40.0)
}

fn foot(ui: &Ui, kit: &mut Kit, column: &mut Column, rows: &[ChoiceRow]) {
    let strip = column.take(foot_height(kit));
    let tried = rows.iter().any(|row| row.tried);
    let hint = if tried { kit.tr("choice-hint-tried") } else { kit.tr(if kit.is_pad() { "choice-hint-pad" } else { "choice-hint" }) };
    let mark = if tried { (Icon::Repeat, MUTED) } else { (Icon::Mouse, ACCENT) };
    hint_line(ui, kit, strip, mark, &hint);
}

fn hint_line(ui: &Ui, kit: &mut Kit, strip: Rect, (icon, color): (Icon, Color32), hint: &str) {
    let side = kit.tx(26.0);
    icons::paint(ui.painter(), icon, pos2(strip.left() + side / 2.0, strip.center().y), side, color);
    kit.fit(ui, strip.with_min_x(strip.left() + side + kit.px(12.0)), Align2::LEFT_CENTER, hint, SMALL.of(MUTED));
}
