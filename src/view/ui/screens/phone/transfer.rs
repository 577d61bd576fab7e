//! A transfer form: to whom, how much, what for. Nothing on it can be pressed; what to do is asked in words.

use bevy_egui::egui::{Align2, Color32, Rect, Stroke, Ui, pos2, vec2};

use super::{FAINT, HAIR, NAME, NOTE, SHEET, TEXT, WORDS, body};
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Column, Kit};
use crate::view::ui::theme::{DARK, Ink};

/// The colour of the button that waits to be pressed.
const PAY: Color32 = Color32::from_rgb(0x8F, 0xC7, 0x9A);

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, glass: Rect, to: &str, amount: i32, memo: &str) {
    let title = kit.tr("transfer-title");
    let rest = body::header(ui, kit, glass, &title);
    let card =
        Rect::from_min_max(rest.min + vec2(kit.px(24.0), kit.px(28.0)), pos2(rest.right() - kit.px(24.0), rest.top() + kit.px(590.0)));
    body::sheet(ui, kit, card);
    let mut column = Column::of(card.shrink(kit.px(30.0)));
    let payee = kit.tr("transfer-to");
    kit.fit(ui, column.take(kit.px(48.0)), Align2::CENTER_CENTER, &payee, NOTE);
    let strip = column.take(kit.px(120.0));
    kit.face(ui, strip.center(), kit.px(50.0), to);
    kit.fit(ui, column.take(kit.px(62.0)), Align2::CENTER_CENTER, to, NAME);
    column.space(kit.px(16.0));
    line(ui, kit, &mut column);
    let how_much = kit.tr("transfer-amount");
    kit.fit(ui, column.take(kit.px(48.0)), Align2::LEFT_CENTER, &how_much, NOTE);
    let money = format!("¥ {}.00", grouped(amount));
    kit.fit(ui, column.take(kit.px(110.0)), Align2::CENTER_CENTER, &money, Ink::new(72.0).bold().of(WORDS));
    column.space(kit.px(10.0));
    line(ui, kit, &mut column);
    memo_line(ui, kit, column.take(kit.px(74.0)), memo);
    confirm(ui, kit, rest);
}

fn line(ui: &Ui, kit: &Kit, column: &mut Column) {
    let strip = column.take(kit.px(14.0));
    ui.painter().hline(strip.x_range(), strip.center().y, Stroke::new(kit.px(2.0).max(1.0), HAIR));
}

fn memo_line(ui: &Ui, kit: &mut Kit, strip: Rect, memo: &str) {
    let label = kit.tr("transfer-memo");
    let (left, right) = strip.split_left_right_at_fraction(0.26);
    kit.fit(ui, left, Align2::LEFT_CENTER, &label, NOTE);
    kit.fit(ui, right, Align2::RIGHT_CENTER, memo, TEXT);
}

fn confirm(ui: &Ui, kit: &mut Kit, rest: Rect) {
    let button = Rect::from_min_max(
        pos2(rest.left() + kit.px(40.0), rest.bottom() - kit.px(150.0)),
        pos2(rest.right() - kit.px(40.0), rest.bottom() - kit.px(56.0)),
    );
    kit.plate(ui, button, PAY, 20.0);
    let label = kit.tr("transfer-confirm");
    kit.fit(ui, button.shrink(kit.px(12.0)), Align2::CENTER_CENTER, &label, Ink::new(34.0).bold().of(DARK));
    let at = pos2(rest.center().x, button.top() - kit.px(46.0));
    icons::paint(ui.painter(), Icon::Lock, at, kit.px(32.0), FAINT);
    ui.painter().circle_stroke(at, kit.px(30.0), Stroke::new(kit.px(2.0).max(1.0), SHEET));
}

/// 1234567 as `1,234,567`.
fn grouped(amount: i32) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut out = if amount < 0 { "-".to_owned() } else { String::new() };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn large_amounts_are_written_in_groups_of_three() {
        assert_eq!([0, 498, 3_000, 1_234_567].map(grouped), ["0", "498", "3,000", "1,234,567"]);
    }
}
