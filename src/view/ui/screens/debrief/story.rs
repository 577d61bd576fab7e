//! The decisions in order, on one line down the panel.

use bevy_egui::egui::{Align2, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::view::ui::icons;
use crate::view::ui::kit::{Column, Kit};
use crate::view::ui::model::{DebriefModel, Moment, UiAct};
use crate::view::ui::theme::{ACCENT, BODY, DARK, HEAD, LIFTED, LINE, MUTED, RAISED, SMALL, grade_color, grade_icon};

/// Room left of a row for the line and its icon.
const INDENT: f32 = 84.0;

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, rect: Rect, model: &DebriefModel) {
    kit.panel(ui, rect);
    let inner = rect.shrink(kit.px(28.0));
    let head = Rect::from_min_size(inner.min, vec2(inner.width(), kit.px(60.0)));
    let title = kit.tr("debrief-story");
    kit.fit(ui, head, Align2::LEFT_CENTER, &title, HEAD);
    let place = inner.with_min_y(head.bottom() + kit.px(10.0));
    kit.scroll(ui, place, "debrief-story", |kit, ui, column| {
        let mut last = None;
        for (index, moment) in model.moments.iter().enumerate() {
            let node = row(ui, kit, column, moment, (index, index == model.selected));
            if let Some(last) = last {
                let stroke = Stroke::new(kit.px(4.0).max(1.0), LINE);
                let radius = kit.px(30.0);
                ui.painter().vline(node.x, (last + radius)..=(node.y - radius), stroke);
            }
            last = Some(node.y);
            column.space(kit.px(14.0));
        }
    });
}

/// One decision; returns the middle of its icon.
fn row(ui: &Ui, kit: &mut Kit, column: &mut Column, moment: &Moment, (index, is_chosen): (usize, bool)) -> Pos2 {
    let margin = vec2(kit.px(20.0), kit.px(14.0));
    let width = column.width - kit.px(INDENT) - 2.0 * margin.x;
    let asked = kit.measure(ui, width, &moment.asked, SMALL).y;
    let chosen = kit.measure(ui, width, &moment.chosen, BODY).y;
    let strip = column.take(asked + chosen + kit.px(4.0) + 2.0 * margin.y);
    let rect = strip.with_min_x(strip.left() + kit.px(INDENT));
    let hit = kit.hit(ui, strip, &moment.chosen, true);
    let fill = if is_chosen { LIFTED } else { RAISED.lerp_to_gamma(LIFTED, hit.hover) };
    ui.painter().rect_filled(rect, kit.round(14.0), fill);
    if is_chosen {
        ui.painter().rect_stroke(rect, kit.round(14.0), Stroke::new(kit.px(3.0).max(1.0), ACCENT), StrokeKind::Inside);
    }
    kit.wrapped(ui, rect.min + margin, width, &moment.asked, SMALL.of(MUTED));
    kit.wrapped(ui, rect.min + margin + vec2(0.0, asked + kit.px(4.0)), width, &moment.chosen, BODY);
    let node = pos2(strip.left() + kit.px(34.0), strip.center().y);
    let color = grade_color(moment.grade);
    ui.painter().circle_filled(node, kit.px(30.0), color);
    icons::paint(ui.painter(), grade_icon(moment.grade), node, kit.px(34.0), DARK);
    kit.focus_ring(ui, rect, hit);
    if hit.clicked {
        kit.act(UiAct::Moment(index));
    }
    node
}
