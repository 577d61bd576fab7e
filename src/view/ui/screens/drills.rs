//! Which drill: a card each, with what it is about, how long it takes and how well it went.

use bevy_egui::egui::{Align2, Color32, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{theme_word, veil};
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Hit, Kit, Style};
use crate::view::ui::model::{DrillCard, UiAct, Who};
use crate::view::ui::theme::{
    ACCENT, DARK, GOOD, HEAD, Ink, LIFTED, LINE, MUTED, POOR, RAISED, SMALL, SUNK, TITLE, theme_color, theme_icon,
};

/// So many drills have a number key.
const KEYS: usize = 5;
/// Inner margin of a card.
const MARGIN: f32 = 30.0;

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, who: &Who, cards: &[DrillCard]) {
    veil(ui, kit, 1.0);
    kit.appear(ui, "drills", |kit, ui, eased| {
        let rise = kit.px(24.0) * (1.0 - eased);
        let rect = kit.inside(80.0, 170.0, 80.0, 30.0).translate(vec2(0.0, rise));
        kit.scroll(ui, rect, "drill-cards", |kit, ui, column| grid(ui, kit, column, cards));
        // After the cards, so that the first card is the first to take a gamepad's focus.
        header(ui, kit, who);
    });
}

fn header(ui: &Ui, kit: &mut Kit, who: &Who) {
    let strip = Rect::from_min_max(
        kit.inside(80.0, 44.0, 80.0, 0.0).min,
        pos2(kit.screen.right() - kit.px(80.0), kit.screen.top() + kit.px(140.0)),
    );
    let title = kit.tr("drills-title");
    kit.fit(ui, strip.with_max_x(strip.left() + kit.px(700.0)), Align2::LEFT_CENTER, &title, TITLE);
    let gear = Rect::from_min_max(pos2(strip.right() - strip.height(), strip.top()), strip.max);
    let settings = kit.tr("settings");
    if kit.icon_button(ui, gear, Icon::Gear, &settings, Style::Plain) {
        kit.act(UiAct::OpenSettings);
    }
    let leave = kit.tr("drills-leave");
    let button = Rect::from_min_max(pos2(gear.left() - kit.px(260.0), strip.top()), pos2(gear.left() - kit.px(20.0), strip.bottom()));
    if kit.press(ui, button, Button::new(&leave, Style::Plain).icon(Icon::Back)) {
        kit.act(UiAct::Back);
    }
    let person = Rect::from_min_max(pos2(button.left() - kit.px(520.0), strip.top()), pos2(button.left() - kit.px(24.0), strip.bottom()));
    let name = if who.class.is_empty() { who.name.clone() } else { format!("{}  {}", who.name, who.class) };
    let words = kit.fit(ui, person, Align2::RIGHT_CENTER, &name, HEAD);
    icons::paint(ui.painter(), Icon::Person, pos2(words.left() - kit.px(34.0), words.center().y), kit.px(44.0), ACCENT);
}

fn grid(ui: &Ui, kit: &mut Kit, column: &mut Column, cards: &[DrillCard]) {
    let gap = kit.px(28.0);
    column.space(kit.px(8.0));
    let across = if column.width > kit.px(1500.0) { 3 } else { 2 };
    let width = (column.width - gap * (across as f32 - 1.0)) / across as f32;
    for (row, list) in cards.chunks(across).enumerate() {
        let height = list.iter().map(|card| card_height(ui, kit, width, card)).fold(0.0, f32::max);
        let strip = column.take(height);
        for (index, card) in list.iter().enumerate() {
            let left = strip.left() + (width + gap) * index as f32;
            let rect = Rect::from_min_size(pos2(left, strip.top()), vec2(width, height));
            let number = row * across + index;
            if draw_card(ui, kit, rect, card, number) {
                kit.act(UiAct::Drill(number));
            }
        }
        column.space(gap);
    }
}

fn card_height(ui: &Ui, kit: &Kit, width: f32, card: &DrillCard) -> f32 {
    let width = width - 2.0 * kit.px(MARGIN);
    let title = kit.measure(ui, width, &card.title, HEAD).y;
    let summary = kit.measure(ui, width, &card.summary, SMALL).y;
    kit.px(80.0 + 2.0 * MARGIN + 18.0 + 8.0 + 20.0) + title + summary + kit.tx(104.0)
}

fn draw_card(ui: &Ui, kit: &mut Kit, rect: Rect, card: &DrillCard, number: usize) -> bool {
    let open = card.closed.is_none();
    let hit = kit.hit(ui, rect, &card.title, open);
    let color = if open { theme_color(card.theme) } else { MUTED };
    plate(ui, kit, rect, color, hit, open);
    let mut column = Column::of(rect.shrink(kit.px(MARGIN)));
    let mut strip = column.take(kit.px(80.0));
    if open && number < KEYS {
        strip = key(ui, kit, strip, number + 1);
    }
    top(ui, kit, strip, card, color);
    column.space(kit.px(18.0));
    column.text(kit, ui, &card.title, if open { HEAD } else { HEAD.of(MUTED) });
    column.space(kit.px(8.0));
    column.text(kit, ui, &card.summary, SMALL.of(MUTED));
    let foot = rect.shrink(kit.px(MARGIN));
    let foot = foot.with_min_y(foot.bottom() - kit.tx(104.0));
    match &card.closed {
        Some(why) => closed(ui, kit, foot, why),
        None => facts(ui, kit, foot, card),
    }
    hit.clicked
}

fn plate(ui: &Ui, kit: &Kit, rect: Rect, color: Color32, hit: Hit, open: bool) {
    let ground = if open { SUNK.lerp_to_gamma(RAISED, 0.55 + 0.45 * hit.hover) } else { SUNK };
    if hit.hover > 0.0 {
        kit.glow(ui, rect, 26.0, color.gamma_multiply(0.3 * hit.hover));
    }
    kit.plate(ui, rect, ground, 20.0);
    let edge = Stroke::new(kit.px(2.0 + hit.hover).max(1.0), LINE.lerp_to_gamma(color, if open { 0.4 + 0.6 * hit.hover } else { 0.0 }));
    ui.painter().rect_stroke(rect, kit.round(20.0), edge, StrokeKind::Inside);
    kit.focus_ring(ui, rect, hit);
}

/// The key that does the same, at the right end of a strip; returns what is left of it.
fn key(ui: &Ui, kit: &mut Kit, strip: Rect, number: usize) -> Rect {
    let label = number.to_string();
    let size = kit.key_size(ui, &label);
    kit.key(ui, pos2(strip.right() - size.x / 2.0, strip.center().y), &label);
    strip.with_max_x(strip.right() - size.x - kit.px(14.0))
}

fn top(ui: &Ui, kit: &mut Kit, strip: Rect, card: &DrillCard, color: Color32) {
    let badge = Rect::from_min_size(strip.min, vec2(strip.height(), strip.height()));
    ui.painter().rect_filled(badge, kit.round(18.0), color);
    icons::paint_in(ui.painter(), theme_icon(card.theme), badge.shrink(kit.px(15.0)), DARK);
    let mut words = strip.with_min_x(badge.right() + kit.px(18.0));
    if card.assigned {
        let text = kit.tr("drill-assigned");
        let size = kit.chip_size(ui, &text);
        let at = pos2(strip.right() - size.x, strip.center().y - size.y / 2.0);
        kit.chip(ui, Rect::from_min_size(at, size), Icon::Flag, &text, ACCENT);
        words = words.with_max_x(at.x - kit.px(12.0));
    }
    let name = theme_word(kit, card.theme);
    kit.fit(ui, words, Align2::LEFT_CENTER, &name, SMALL.bold().of(color));
}

fn closed(ui: &Ui, kit: &mut Kit, foot: Rect, why: &str) {
    let side = kit.tx(40.0);
    icons::paint(ui.painter(), Icon::Lock, pos2(foot.left() + side / 2.0, foot.center().y), side, POOR);
    kit.fit(ui, foot.with_min_x(foot.left() + side + kit.px(16.0)), Align2::LEFT_CENTER, why, SMALL.of(POOR));
}

fn facts(ui: &Ui, kit: &mut Kit, foot: Rect, card: &DrillCard) {
    let (used, allowed) = (card.attempts.0.to_string(), card.attempts.1.to_string());
    let minutes = kit.tr_with("minutes", &[("n", &card.minutes.to_string())]);
    let attempts = match card.attempts {
        (0, 0) => kit.tr("attempts-none"),
        (_, 0) => kit.tr_with("attempts-free", &[("used", &used)]),
        _ => kit.tr_with("attempts-of", &[("used", &used), ("allowed", &allowed)]),
    };
    let mut right = foot.right();
    if let Some((percent, passed)) = card.best {
        right = best(ui, kit, foot, percent, passed);
    }
    let (upper, lower) = foot.with_max_x(right).split_top_bottom_at_fraction(0.5);
    for (rect, icon, text) in [(upper, Icon::Clock, minutes), (lower, Icon::Repeat, attempts)] {
        let side = kit.tx(30.0);
        icons::paint(ui.painter(), icon, pos2(rect.left() + side / 2.0, rect.center().y), side, MUTED);
        kit.fit(ui, rect.with_min_x(rect.left() + side + kit.px(14.0)), Align2::LEFT_CENTER, &text, SMALL);
    }
}

/// The ring of the best result; returns its left edge.
fn best(ui: &Ui, kit: &mut Kit, foot: Rect, percent: u32, passed: bool) -> f32 {
    let radius = foot.height() * 0.42;
    let center = pos2(foot.right() - radius - kit.px(6.0), foot.center().y);
    let color = if passed { GOOD } else { POOR };
    ui.painter().circle_filled(center, radius, LIFTED.gamma_multiply(0.5));
    kit.ring(ui, center, radius, kit.px(9.0), percent as f32 / 100.0, color);
    let inner = Rect::from_center_size(center, vec2(radius * 1.5, radius * 1.3));
    kit.fit(ui, inner, Align2::CENTER_CENTER, &percent.to_string(), Ink::new(30.0).bold());
    let word = if passed { kit.tr("passed") } else { kit.tr("not-passed") };
    let label =
        Rect::from_min_max(pos2(center.x - radius - kit.px(140.0), foot.top()), pos2(center.x - radius - kit.px(14.0), foot.bottom()));
    kit.fit(ui, label, Align2::RIGHT_CENTER, &word, SMALL.of(color));
    label.left()
}
