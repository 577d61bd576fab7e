//! The score: one large ring, a word, what it is made of, and the way on.

use bevy_egui::egui::{Align2, Color32, Rect, Ui, pos2, vec2};

use super::{help_chips, veil};
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{ScoreModel, UiAct};
use crate::view::ui::theme::{ACCENT, ALERT, BODY, CALM, DARK, GOOD, HEAD, Ink, MUTED, POOR, SMALL, TITLE};

/// How long the ring takes to fill, in seconds.
const FILL: f64 = 1.2;

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &ScoreModel) {
    veil(ui, kit, 1.0);
    kit.appear(ui, "score", |kit, ui, eased| {
        let rise = vec2(0.0, kit.px(24.0) * (1.0 - eased));
        let all = kit.rect(60.0, 36.0, 1800.0, 1008.0).translate(rise);
        let (top, bottom) = all.split_top_bottom_at_y(all.bottom() - kit.px(170.0));
        let (left, right) = top.split_left_right_at_x(top.left() + kit.px(700.0));
        let left = left.with_max_x(left.right() - kit.px(12.0));
        let right = right.with_min_x(right.left() + kit.px(12.0));
        kit.panel(ui, left);
        result(ui, kit, left.shrink(kit.px(40.0)), model);
        kit.panel(ui, right);
        kit.scroll(ui, right.shrink(kit.px(44.0)), "score-parts", |kit, ui, column| parts(ui, kit, column, model));
        foot(ui, kit, bottom.with_min_y(bottom.top() + kit.px(24.0)), model);
    });
}

fn result(ui: &Ui, kit: &mut Kit, rect: Rect, model: &ScoreModel) {
    let color = match (model.left, model.passed) {
        (true, _) => CALM,
        (false, true) => GOOD,
        (false, false) => POOR,
    };
    let filled = kit.ease_over("score-ring", FILL);
    let mut column = Column::of(rect);
    kit.fit(ui, column.take(kit.px(90.0)), Align2::CENTER_CENTER, &model.title, HEAD);
    let radius = kit.px(178.0);
    let center = pos2(rect.center().x, column.take(kit.px(400.0)).center().y);
    kit.ring(ui, center, radius, kit.px(34.0), filled * model.percent as f32 / 100.0, color);
    let shown = (model.percent as f32 * filled).round() as u32;
    let number = Rect::from_center_size(center - vec2(0.0, kit.px(14.0)), vec2(radius * 1.4, radius * 0.9));
    kit.fit(ui, number, Align2::CENTER_CENTER, &format!("{shown}%"), Ink::new(104.0).bold());
    let points = kit.tr_with("score-points", &[("got", &model.points.0.to_string()), ("of", &model.points.1.to_string())]);
    let below = Rect::from_center_size(center + vec2(0.0, kit.px(74.0)), vec2(radius * 1.3, kit.px(56.0)));
    kit.fit(ui, below, Align2::CENTER_CENTER, &points, SMALL.of(MUTED));
    verdict(ui, kit, &mut column, model, color);
}

/// Passed or not, and a kind word.
fn verdict(ui: &Ui, kit: &mut Kit, column: &mut Column, model: &ScoreModel, color: Color32) {
    let (word, kind, icon) = match (model.left, model.passed) {
        (true, _) => ("score-left", "score-kind-left", Icon::Door),
        (false, true) => ("passed", "score-kind-passed", Icon::Check),
        (false, false) => ("not-passed", "score-kind-not", Icon::Repeat),
    };
    let (word, kind) = (kit.tr(word), kit.tr(kind));
    column.space(kit.px(14.0));
    let strip = column.take(kit.px(84.0));
    let size = kit.measure(ui, f32::INFINITY, &word, TITLE);
    let plate = Rect::from_center_size(strip.center(), vec2((size.x + kit.px(130.0)).min(strip.width()), strip.height()));
    kit.plate(ui, plate, color, 42.0);
    icons::paint(ui.painter(), icon, pos2(plate.left() + kit.px(52.0), plate.center().y), kit.px(46.0), DARK);
    let words = plate.with_min_x(plate.left() + kit.px(86.0)).with_max_x(plate.right() - kit.px(24.0));
    kit.fit(ui, words, Align2::CENTER_CENTER, &word, TITLE.of(DARK));
    column.space(kit.px(18.0));
    let top = pos2(column.x + column.width / 2.0, column.y);
    kit.centered(ui, top, column.width, &kind, BODY);
}

fn parts(ui: &Ui, kit: &mut Kit, column: &mut Column, model: &ScoreModel) {
    if !model.competencies.is_empty() {
        let head = kit.tr("score-parts");
        column.text(kit, ui, &head, HEAD);
        column.space(kit.px(14.0));
    }
    for (name, got, of) in &model.competencies {
        competency(ui, kit, column, name, (*got, *of));
    }
    if !model.critical.is_empty() {
        column.space(kit.px(16.0));
        let head = kit.tr("score-critical");
        column.item(kit, ui, (Icon::Warning, ALERT), &head, HEAD.of(ALERT));
        column.space(kit.px(8.0));
        for line in &model.critical {
            column.item(kit, ui, (Icon::Cross, ALERT), line, BODY);
            column.space(kit.px(8.0));
        }
    }
    tests(ui, kit, column, model);
}

fn competency(ui: &Ui, kit: &mut Kit, column: &mut Column, name: &str, (got, of): (i32, i32)) {
    let strip = column.take(kit.tx(46.0));
    let points = format!("{got} / {of}");
    let (left, right) = strip.split_left_right_at_fraction(0.8);
    kit.fit(ui, left, Align2::LEFT_CENTER, name, BODY);
    kit.fit(ui, right, Align2::RIGHT_CENTER, &points, BODY.bold());
    column.space(kit.px(4.0));
    let share = if of > 0 { got.max(0) as f32 / of as f32 } else { 0.0 };
    let color = if share >= 0.8 {
        GOOD
    } else if share >= 0.5 {
        ACCENT
    } else {
        POOR
    };
    let filled = kit.ease_over("score-ring", FILL);
    let bar = column.take(kit.px(18.0));
    kit.meter(ui, bar, share * filled, color);
    column.space(kit.px(16.0));
}

/// Before and after, and how well messages were told apart.
fn tests(ui: &Ui, kit: &mut Kit, column: &mut Column, model: &ScoreModel) {
    if let Some((before, before_of, after, after_of)) = model.tests {
        let numbers = [before, before_of, after, after_of].map(|number| number.to_string());
        let [before, before_of, after, after_of] = &numbers;
        let line = kit.tr_with("score-tests", &[("before", before), ("before_of", before_of), ("after", after), ("after_of", after_of)]);
        column.space(kit.px(16.0));
        column.item(kit, ui, (Icon::Bulb, CALM), &line, BODY);
    }
    if let Some((hits, scams, alarms, genuine)) = model.detection {
        let numbers = [hits, scams, alarms, genuine].map(|number| number.to_string());
        let [hits, scams, alarms, genuine] = &numbers;
        let line = kit.tr_with("score-detection", &[("hits", hits), ("scams", scams), ("alarms", alarms), ("genuine", genuine)]);
        column.space(kit.px(16.0));
        column.item(kit, ui, (Icon::Fraud, CALM), &line, BODY);
    }
}

fn foot(ui: &mut Ui, kit: &mut Kit, rect: Rect, model: &ScoreModel) {
    kit.panel(ui, rect);
    let inner = rect.shrink2(vec2(kit.px(34.0), kit.px(18.0)));
    let button = inner.with_min_x(inner.right() - kit.px(520.0));
    let words = inner.with_max_x(button.left() - kit.px(30.0));
    kit.scroll(ui, words, "score-foot", |kit, ui, column| {
        let (mark, text) = match &model.saved {
            Ok(saved) => ((Icon::Check, GOOD), saved),
            Err(why) => ((Icon::Warning, POOR), why),
        };
        column.item(kit, ui, mark, text, SMALL);
        if !model.help.is_empty() {
            column.space(kit.px(10.0));
            help_chips(ui, kit, column, &model.help);
        }
    });
    let label = kit.tr("score-next-student");
    if kit.press(ui, button, Button::new(&label, Style::Main).icon(Icon::Person).key("Enter")) {
        kit.act(UiAct::NextStudent);
    }
}
