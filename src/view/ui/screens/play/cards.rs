//! After a decision: what happened, and why; then on, or once more.

use bevy_egui::egui::{Align2, Color32, CornerRadius, Rect, Ui, pos2, vec2};

use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{CardModel, UiAct};
use crate::view::ui::screens::grade_word;
use crate::view::ui::theme::{CALM, CAPTION, DARK, Ink, MUTED, SMALL, grade_color, grade_icon};

/// The name of the card.
const NAME: Ink = Ink::new(44.0).bold();
/// Margin inside a card.
const MARGIN: f32 = 52.0;

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, card: &CardModel, region: Rect) {
    let eased = kit.ease("card-dim");
    kit.dim(ui, 0.35 * eased);
    let key = format!("card {} {}", card.is_why, card.text);
    kit.appear(ui, &key, |kit, ui, eased| {
        let margin = kit.px(MARGIN);
        let width = kit.px(1000.0).min(region.width());
        let inside = width - 2.0 * margin;
        let fixed = kit.px(110.0 + 24.0 + 28.0 + 96.0) + 2.0 * margin;
        let wanted = fixed + words_height(ui, kit, inside, card);
        let height = wanted.min(region.height());
        let rise = vec2(0.0, kit.px(30.0) * (1.0 - eased));
        let rect = Rect::from_center_size(region.center() + rise, vec2(width, height));
        kit.panel(ui, rect);
        let color = if card.is_why { grade_color(card.grade) } else { CALM };
        let band = Rect::from_min_size(rect.min + vec2(kit.px(24.0), 0.0), vec2(rect.width() - kit.px(48.0), kit.px(8.0)));
        ui.painter().rect_filled(band, CornerRadius::from(kit.px(4.0)), color);
        let inner = rect.shrink(margin);
        head(ui, kit, inner.with_max_y(inner.top() + kit.px(110.0)), card, color);
        let foot = inner.with_min_y(inner.bottom() - kit.px(96.0));
        let middle = Rect::from_min_max(pos2(inner.left(), inner.top() + kit.px(134.0)), pos2(inner.right(), foot.top() - kit.px(28.0)));
        kit.scroll(ui, middle, &key_of(card), |kit, ui, column| words(ui, kit, column, card));
        button(ui, kit, foot, card.redo);
    });
}

fn key_of(card: &CardModel) -> String {
    format!("card-words {} {}", card.is_why, card.chosen)
}

fn head(ui: &Ui, kit: &mut Kit, strip: Rect, card: &CardModel, color: Color32) {
    let badge = Rect::from_min_size(strip.min, vec2(strip.height(), strip.height()));
    kit.plate(ui, badge, color, 24.0);
    let icon = if card.is_why { grade_icon(card.grade) } else { Icon::Eye };
    icons::paint_in(ui.painter(), icon, badge.shrink(kit.px(22.0)), DARK);
    let words = strip.with_min_x(badge.right() + kit.px(26.0));
    let (upper, lower) = words.split_top_bottom_at_fraction(0.58);
    let name = if card.is_why { kit.tr("card-why") } else { kit.tr("card-what") };
    kit.fit(ui, upper, Align2::LEFT_CENTER, &name, NAME);
    let below = if card.is_why { grade_word(kit, card.grade) } else { kit.tr("card-what-line") };
    kit.fit(ui, lower, Align2::LEFT_CENTER, &below, SMALL.bold().of(color));
}

fn words_height(ui: &Ui, kit: &Kit, width: f32, card: &CardModel) -> f32 {
    let mut height = kit.measure(ui, width, &card.text, CAPTION).y + kit.px(8.0);
    if !card.chosen.is_empty() {
        let said = kit.tr_with("card-chosen", &[("choice", &card.chosen)]);
        height += kit.measure(ui, width, &said, SMALL).y + kit.px(18.0);
    }
    for source in &card.sources {
        height += kit.measure(ui, width - kit.tx(46.0), source, SMALL).y + kit.px(10.0);
    }
    height + if card.sources.is_empty() { 0.0 } else { kit.px(24.0) }
}

fn words(ui: &Ui, kit: &mut Kit, column: &mut Column, card: &CardModel) {
    if !card.chosen.is_empty() {
        let said = kit.tr_with("card-chosen", &[("choice", &card.chosen)]);
        column.text(kit, ui, &said, SMALL.of(MUTED));
        column.space(kit.px(18.0));
    }
    column.text(kit, ui, &card.text, CAPTION);
    if !card.sources.is_empty() {
        column.space(kit.px(24.0));
    }
    for source in &card.sources {
        column.item(kit, ui, (Icon::Book, CALM), source, SMALL.of(MUTED));
        column.space(kit.px(10.0));
    }
}

fn button(ui: &Ui, kit: &mut Kit, foot: Rect, redo: bool) {
    let label = if redo { kit.tr("card-redo") } else { kit.tr("next") };
    let icon = if redo { Icon::Repeat } else { Icon::Play };
    let place = Rect::from_center_size(foot.center(), vec2(foot.width().min(kit.px(520.0)), foot.height()));
    if kit.press(ui, place, Button::new(&label, Style::Main).icon(icon).key("Enter")) {
        kit.act(UiAct::Next);
    }
}
