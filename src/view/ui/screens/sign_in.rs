//! Who are you: the number on the left, large keys on the right.

use bevy_egui::egui::{Align2, Rect, Stroke, StrokeKind, Ui, pos2};

use super::veil;
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{SignInModel, UiAct, Who};
use crate::view::ui::theme::{ACCENT, BODY, CALM, GOOD, HEAD, Ink, LINE, MUTED, POOR, RAISED, SMALL, SUNK, TITLE};

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &SignInModel) {
    veil(ui, kit, 0.9);
    kit.appear(ui, "sign-in", |kit, ui, eased| {
        let rise = kit.px(24.0) * (1.0 - eased);
        let card = kit.rect(110.0, 80.0, 880.0, 920.0).translate((0.0, rise).into());
        kit.panel(ui, card);
        let mut column = Column::of(card.shrink(kit.px(52.0)));
        let title = kit.tr("sign-in-title");
        kit.fit(ui, column.take(kit.px(80.0)), Align2::LEFT_CENTER, &title, TITLE);
        column.space(kit.px(20.0));
        field(ui, kit, column.take(kit.px(120.0)), &model.typed);
        column.space(kit.px(24.0));
        answer(ui, kit, column.take(kit.px(136.0)), model);
        column.space(kit.px(24.0));
        buttons(ui, kit, &mut column, model);
        column.space(kit.px(22.0));
        let rest = Rect::from_min_max(column.at(), card.shrink(kit.px(52.0)).max);
        kit.scroll(ui, rest, "sign-in-notice", |kit, ui, column| {
            column.item(kit, ui, (Icon::Lock, CALM), &model.notice, SMALL.of(MUTED));
        });
        keypad(ui, kit, model.can_go);
    });
}

fn field(ui: &Ui, kit: &mut Kit, rect: Rect, typed: &str) {
    ui.painter().rect(rect, kit.round(16.0), SUNK, Stroke::new(kit.px(3.0).max(1.0), ACCENT), StrokeKind::Inside);
    let inner = rect.shrink(kit.px(20.0));
    let right = if typed.is_empty() {
        let hint = kit.tr("student-number");
        kit.fit(ui, inner, Align2::LEFT_CENTER, &hint, Ink::new(44.0).of(MUTED));
        inner.left() - kit.px(6.0)
    } else {
        kit.fit(ui, inner, Align2::LEFT_CENTER, typed, Ink::new(60.0).bold()).right()
    };
    let caret = kit.pulse(0.9);
    if caret > 0.3 {
        let x = (right + kit.px(8.0)).min(inner.right());
        ui.painter().vline(x, inner.y_range(), Stroke::new(kit.px(4.0).max(1.0), ACCENT.gamma_multiply(caret)));
    }
}

/// Who that is, or what is wrong, or what to do.
fn answer(ui: &Ui, kit: &mut Kit, rect: Rect, model: &SignInModel) {
    if let Some(who) = &model.known {
        known(ui, kit, rect, who);
        return;
    }
    let mut words = rect;
    let (text, ink) = match &model.message {
        Some(message) => {
            let side = kit.tx(40.0);
            icons::paint(ui.painter(), Icon::Warning, pos2(rect.left() + side / 2.0, rect.center().y), side, POOR);
            words = rect.with_min_x(rect.left() + side + kit.px(20.0));
            (message.clone(), BODY.of(POOR))
        }
        None => (kit.tr("sign-in-hint"), BODY.of(MUTED)),
    };
    kit.fit(ui, words, Align2::LEFT_CENTER, &text, ink);
}

fn known(ui: &Ui, kit: &mut Kit, rect: Rect, who: &Who) {
    ui.painter().rect(rect, kit.round(16.0), RAISED, Stroke::new(kit.px(2.0).max(1.0), GOOD), StrokeKind::Inside);
    let inner = rect.shrink(kit.px(16.0));
    let radius = inner.height() * 0.42;
    let face = pos2(inner.left() + radius, inner.center().y);
    kit.face(ui, face, radius, &who.name);
    icons::paint(ui.painter(), Icon::Check, pos2(inner.right() - kit.px(30.0), inner.center().y), kit.px(52.0), GOOD);
    let words = inner.with_min_x(face.x + radius + kit.px(22.0)).with_max_x(inner.right() - kit.px(70.0));
    let (upper, lower) = words.split_top_bottom_at_fraction(0.54);
    let below = if who.id.is_empty() { who.class.clone() } else { format!("{}  {}", who.class, who.id) };
    kit.fit(ui, upper, Align2::LEFT_CENTER, &who.name, HEAD);
    kit.fit(ui, lower, Align2::LEFT_CENTER, &below, SMALL.of(MUTED));
}

fn buttons(ui: &Ui, kit: &mut Kit, column: &mut Column, model: &SignInModel) {
    let go = if model.known.is_some() { kit.tr("sign-in-me") } else { kit.tr("sign-in-go") };
    let button = Button::new(&go, Style::Main).icon(Icon::Check).key("Enter").on(model.can_go);
    if kit.press(ui, column.take(kit.px(104.0)), button) {
        kit.act(UiAct::ConfirmId);
    }
    column.space(kit.px(18.0));
    let guest = kit.tr("sign-in-guest");
    if kit.press(ui, column.take(kit.px(88.0)), Button::new(&guest, Style::Plain).icon(Icon::Person)) {
        kit.act(UiAct::Guest);
    }
}

fn keypad(ui: &Ui, kit: &mut Kit, can_go: bool) {
    for (index, digit) in "123456789".chars().enumerate() {
        let rect = key_place(kit, index % 3, index / 3);
        digit_key(ui, kit, rect, digit);
    }
    let erase = kit.tr("erase");
    let rect = key_place(kit, 0, 3);
    if kit.icon_button(ui, rect, Icon::Erase, &erase, Style::Plain) {
        kit.act(UiAct::Erase);
    }
    let rect = key_place(kit, 1, 3);
    digit_key(ui, kit, rect, '0');
    let ok = kit.tr("ok");
    let rect = key_place(kit, 2, 3);
    if kit.press(ui, rect, Button::new(&ok, Style::Main).on(can_go)) {
        kit.act(UiAct::ConfirmId);
    }
    let back = kit.tr("back");
    if kit.press(ui, kit.rect(1070.0, 920.0, 740.0, 80.0), Button::new(&back, Style::Quiet).icon(Icon::Back)) {
        kit.act(UiAct::Back);
    }
}

fn key_place(kit: &Kit, across: usize, down: usize) -> Rect {
    kit.rect(1070.0 + 255.0 * across as f32, 80.0 + 208.0 * down as f32, 230.0, 184.0)
}

fn digit_key(ui: &Ui, kit: &mut Kit, rect: Rect, digit: char) {
    let label = digit.to_string();
    let hit = kit.hit(ui, rect, &label, true);
    let fill = if hit.down { LINE } else { RAISED.lerp_to_gamma(LINE, hit.hover * 0.7) };
    kit.plate(ui, rect, fill, 18.0);
    kit.fit(ui, rect, Align2::CENTER_CENTER, &label, Ink::new(72.0).bold());
    kit.focus_ring(ui, rect, hit);
    if hit.clicked {
        kit.act(UiAct::Digit(digit));
    }
}
