//! What happened and why: the story on the left, the chosen moment on the right, help below; or the way and its course as pictures.

mod moment;
mod sheet;
mod story;

use bevy_egui::egui::{Align2, Color32, Rect, Ui, pos2, vec2};

use super::help_chips;
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{DebriefModel, Page, Pictures, UiAct};
use crate::view::ui::theme::{CALM, DARK, GOOD, Ink, MUTED, POOR, SMALL, TITLE};

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &DebriefModel) {
    let eased = kit.ease("debrief-dim");
    kit.dim(ui, 0.66 * eased);
    kit.appear(ui, "debrief", |kit, ui, eased| {
        let rise = vec2(0.0, kit.px(24.0) * (1.0 - eased));
        let mut all = kit.inside(40.0, 28.0, 40.0, 28.0).translate(rise);
        let mut heights = (196.0, 190.0);
        if !matches!(model.pictures, Pictures::None) {
            let (strip, rest) = all.split_top_bottom_at_y(all.top() + kit.px(76.0));
            tabs(ui, kit, strip, model);
            all = rest.with_min_y(rest.top() + kit.px(14.0));
            heights = (140.0, 190.0);
        }
        if let (Page::Way | Page::Course, Pictures::Ready(sheets)) = (model.page, &model.pictures) {
            return sheet::draw(ui, kit, all, (model.page, sheets));
        }
        let (top, rest) = all.split_top_bottom_at_y(all.top() + kit.px(heights.0));
        let (middle, bottom) = rest.split_top_bottom_at_y(rest.bottom() - kit.px(heights.1));
        let middle = middle.shrink2(vec2(0.0, kit.px(16.0)));
        ending(ui, kit, top, model);
        let (left, right) = middle.split_left_right_at_x(middle.left() + kit.px(660.0));
        story::draw(ui, kit, left.with_max_x(left.right() - kit.px(12.0)), model);
        let place = right.with_min_x(right.left() + kit.px(12.0));
        kit.panel(ui, place);
        if let Some(chosen) = model.moments.get(model.selected) {
            moment::draw(ui, kit, place.shrink(kit.px(34.0)), chosen, model.selected);
        }
        foot(ui, kit, bottom, model);
    });
}

/// What of the debrief is shown, and the way to see the run again.
fn tabs(ui: &Ui, kit: &mut Kit, rect: Rect, model: &DebriefModel) {
    let watch = rect.with_min_x(rect.right() - kit.px(400.0));
    let strip = rect.with_max_x(watch.left() - kit.px(20.0));
    let Pictures::Ready(sheets) = &model.pictures else {
        let words = kit.tr("look-back-coming");
        kit.panel(ui, rect);
        kit.fit(ui, rect.shrink2(vec2(kit.px(30.0), 0.0)), Align2::LEFT_CENTER, &words, SMALL.of(MUTED));
        return;
    };
    let mut pages = vec![(Page::Choices, kit.tr("debrief-story")), (Page::Way, sheets.plan.title.clone())];
    pages.extend(sheets.chart.iter().map(|chart| (Page::Course, chart.title.clone())));
    let labels: Vec<String> = pages.iter().map(|(_, label)| label.clone()).collect();
    let chosen = pages.iter().position(|(page, _)| *page == model.page).unwrap_or(0);
    if let Some(n) = kit.segments(ui, strip, &labels, chosen) {
        kit.act(UiAct::Page(pages[n].0));
    }
    let label = kit.tr("watch-again");
    if kit.press(ui, watch, Button::new(&label, Style::Plain).icon(Icon::Eye).key("R")) {
        kit.act(UiAct::Watch(true));
    }
}

/// How it ended: title, text, and whether that was a pass.
fn ending(ui: &mut Ui, kit: &mut Kit, rect: Rect, model: &DebriefModel) {
    kit.panel(ui, rect);
    let inner = rect.shrink2(vec2(kit.px(34.0), kit.px(20.0)));
    let color = if model.passed { GOOD } else { POOR };
    let badge = Rect::from_center_size(pos2(inner.left() + kit.px(62.0), inner.center().y), vec2(kit.px(124.0), kit.px(124.0)));
    kit.plate(ui, badge, color, 28.0);
    let icon = if model.passed { Icon::Shield } else { Icon::Heart };
    icons::paint_in(ui.painter(), icon, badge.shrink(kit.px(22.0)), DARK);
    let words = Rect::from_min_max(pos2(badge.right() + kit.px(30.0), inner.top()), pos2(inner.left() + kit.px(740.0), inner.bottom()));
    let (upper, lower) = words.split_top_bottom_at_fraction(0.68);
    kit.fit(ui, upper, Align2::LEFT_CENTER, &model.ending, TITLE);
    kit.fit(ui, lower, Align2::LEFT_CENTER, &model.title, SMALL.of(MUTED));
    result(ui, kit, inner.with_min_x(inner.right() - kit.px(230.0)), color, model);
    let text = Rect::from_min_max(pos2(words.right() + kit.px(30.0), inner.top()), pos2(inner.right() - kit.px(260.0), inner.bottom()));
    kit.scroll(ui, text, "debrief-ending", |kit, ui, column| {
        column.text(kit, ui, &model.ending_text, SMALL);
    });
}

fn result(ui: &Ui, kit: &mut Kit, rect: Rect, color: Color32, model: &DebriefModel) {
    let (upper, lower) = rect.split_top_bottom_at_fraction(0.62);
    let percent = format!("{}%", model.percent);
    kit.fit(ui, upper, Align2::CENTER_CENTER, &percent, Ink::new(64.0).bold());
    let word = if model.passed { kit.tr("passed") } else { kit.tr("not-passed") };
    kit.fit(ui, lower, Align2::CENTER_CENTER, &word, Ink::new(32.0).bold().of(color));
}

fn foot(ui: &mut Ui, kit: &mut Kit, rect: Rect, model: &DebriefModel) {
    kit.panel(ui, rect);
    let inner = rect.shrink2(vec2(kit.px(30.0), kit.px(22.0)));
    let button = inner.with_min_x(inner.right() - kit.px(400.0));
    let words = inner.with_max_x(button.left() - kit.px(30.0));
    let (facts, help) = if model.facts.is_empty() { (Rect::NOTHING, words) } else { words.split_left_right_at_fraction(0.46) };
    if !model.facts.is_empty() {
        let facts = facts.with_max_x(facts.right() - kit.px(20.0));
        kit.scroll(ui, facts, "debrief-facts", |kit, ui, column| facts_list(ui, kit, column, &model.facts));
    }
    kit.scroll(ui, help, "debrief-help", |kit, ui, column| help_list(ui, kit, column, &model.help));
    let label = kit.tr("next");
    let place = Rect::from_center_size(button.center(), vec2(button.width(), kit.px(112.0)));
    if kit.press(ui, place, Button::new(&label, Style::Main).icon(Icon::Play).key("Enter")) {
        kit.act(UiAct::Next);
    }
}

fn facts_list(ui: &Ui, kit: &mut Kit, column: &mut Column, facts: &[String]) {
    let head = kit.tr("facts-title");
    column.item(kit, ui, (Icon::Eye, MUTED), &head, SMALL.bold().of(MUTED));
    for fact in facts {
        column.space(kit.px(4.0));
        column.text(kit, ui, fact, SMALL);
    }
}

fn help_list(ui: &Ui, kit: &mut Kit, column: &mut Column, help: &[(String, String)]) {
    if help.is_empty() {
        return;
    }
    let head = kit.tr("help-title");
    column.item(kit, ui, (Icon::Heart, CALM), &head, SMALL.bold().of(CALM));
    column.space(kit.px(10.0));
    help_chips(ui, kit, column, help);
}
