//! One question of the test before or after a drill.

use bevy_egui::egui::{Align2, Rect, Ui, pos2, vec2};

use super::veil;
use crate::view::ui::kit::{Column, Kit};
use crate::view::ui::model::{QuizModel, UiAct};
use crate::view::ui::theme::{ACCENT, CALM, Ink, LINE, MUTED, SMALL};

/// The question itself.
const ASK: Ink = Ink::new(40.0).bold();

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &QuizModel) {
    veil(ui, kit, 1.0);
    let key = format!("quiz {} {}", model.post, model.number);
    kit.appear(ui, &key, |kit, ui, eased| {
        let (width, margin) = (kit.px(1240.0), kit.px(64.0));
        let height = (height(ui, kit, width - 2.0 * margin, model) + 2.0 * margin).min(kit.screen.height() - kit.px(60.0));
        let rise = vec2(0.0, kit.px(24.0) * (1.0 - eased));
        let panel = Rect::from_center_size(kit.screen.center() + rise, vec2(width, height));
        kit.panel(ui, panel);
        kit.scroll(ui, panel.shrink(margin), "quiz", |kit, ui, column| question(ui, kit, column, model));
    });
}

fn height(ui: &Ui, kit: &Kit, width: f32, model: &QuizModel) -> f32 {
    let rows: f32 = model.options.iter().map(|option| row_height(ui, kit, width, option) + kit.px(20.0)).sum();
    kit.tx(56.0) + kit.px(24.0 + 40.0) + kit.measure(ui, width, &model.ask, ASK).y + rows + kit.tx(64.0)
}

fn row_height(ui: &Ui, kit: &Kit, width: f32, option: &str) -> f32 {
    kit.answer_height(ui, width, option).max(kit.tx(96.0))
}

fn question(ui: &Ui, kit: &mut Kit, column: &mut Column, model: &QuizModel) {
    let strip = column.take(kit.tx(56.0));
    progress(ui, kit, strip, model);
    column.space(kit.px(24.0));
    column.text(kit, ui, &model.ask, ASK);
    column.space(kit.px(40.0));
    for (index, option) in model.options.iter().enumerate() {
        let height = row_height(ui, kit, column.width, option);
        let rect = column.take(height);
        if kit.answer(ui, rect, index + 1, option, false) {
            kit.act(UiAct::Answer(index as u8));
        }
        column.space(kit.px(20.0));
    }
    let hint = if model.post { kit.tr("quiz-post-hint") } else { kit.tr("quiz-pre-hint") };
    kit.fit(ui, column.take(kit.tx(64.0)), Align2::LEFT_CENTER, &hint, SMALL.of(MUTED));
}

/// Which test, and a dot a question: done, now, to come.
fn progress(ui: &Ui, kit: &mut Kit, strip: Rect, model: &QuizModel) {
    let color = if model.post { CALM } else { ACCENT };
    let name = if model.post { kit.tr("quiz-post") } else { kit.tr("quiz-pre") };
    let words = kit.fit(ui, strip.with_max_x(strip.center().x), Align2::LEFT_CENTER, &name, Ink::new(30.0).bold().of(color));
    let place = format!("{} / {}", model.number, model.of);
    kit.fit(ui, strip.with_min_x(strip.right() - kit.tx(140.0)), Align2::RIGHT_CENTER, &place, SMALL.of(MUTED));
    let (radius, step) = (kit.px(9.0), kit.px(38.0));
    for index in 0..model.of {
        let at = pos2(words.right() + kit.px(44.0) + step * index as f32, strip.center().y);
        let (radius, color) = match (index + 1).cmp(&model.number) {
            std::cmp::Ordering::Less => (radius, color),
            std::cmp::Ordering::Equal => (radius * 1.5, color),
            std::cmp::Ordering::Greater => (radius, LINE),
        };
        ui.painter().circle_filled(at, radius, color);
    }
}
