//! A message whose suspicious parts are to be marked, and what each part was after handing in.

use bevy_egui::egui::{Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{FAINT, HAIR, MARK, NOTE, RIGHT, SHEET, TEXT, body};
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{PartRow, UiAct};

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, glass: Rect, name: &str, parts: &[PartRow], done: bool) {
    let rest = body::header(ui, kit, glass, name);
    let (above, below) = rest.split_top_bottom_at_y(rest.bottom() - kit.px(118.0));
    let place = above.shrink2(vec2(kit.px(20.0), kit.px(12.0)));
    kit.scroll(ui, place, &format!("signs {name} {done}"), |kit, ui, column| {
        let hint = if done { kit.tr("signs-done") } else { kit.tr("signs-hint") };
        column.text(kit, ui, &hint, NOTE);
        column.space(kit.px(12.0));
        for (index, part) in parts.iter().enumerate() {
            row(ui, kit, column, part, index as u8);
            column.space(kit.px(12.0));
        }
    });
    let label = if done { kit.tr("next") } else { kit.tr("signs-submit") };
    let icon = if done { Icon::Play } else { Icon::Check };
    let button = Button::new(&label, Style::Main).icon(icon).key("Enter");
    if kit.press(ui, below.shrink2(vec2(kit.px(28.0), kit.px(14.0))), button) {
        kit.act(if done { UiAct::Next } else { UiAct::Submit });
    }
}

fn row(ui: &Ui, kit: &mut Kit, column: &mut Column, part: &PartRow, index: u8) {
    let margin = vec2(kit.px(18.0), kit.px(12.0));
    let side = kit.px(34.0);
    let width = column.width - 2.0 * margin.x - side - kit.px(12.0);
    let said = kit.measure(ui, width, &part.text, TEXT).y;
    let judged = part.answer.as_ref().map(|(is_sign, why)| verdict(kit, part.marked, *is_sign, why));
    let why = judged.as_ref().map_or(0.0, |(_, words)| kit.measure(ui, width, words, NOTE).y + kit.px(8.0));
    let rect = column.take(said + why + 2.0 * margin.y);
    let hit = kit.hit(ui, rect, &part.text, judged.is_none());
    ui.painter().rect_filled(rect, kit.round(16.0), SHEET);
    let edge = if part.marked { MARK } else { HAIR.lerp_to_gamma(FAINT, hit.hover) };
    ui.painter().rect_stroke(rect, kit.round(16.0), Stroke::new(kit.px(if part.marked { 3.0 } else { 2.0 }), edge), StrokeKind::Inside);
    let words = kit.wrapped(ui, rect.min + margin, width, &part.text, TEXT);
    let at = pos2(rect.right() - margin.x - side / 2.0, rect.top() + margin.y + side * 0.6);
    if part.marked {
        let under = Stroke::new(kit.px(4.0).max(1.0), MARK);
        ui.painter().hline(words.x_range(), words.bottom() - kit.px(2.0), under);
    }
    match &judged {
        Some((right, explained)) => {
            let (icon, color) = if *right { (Icon::Check, RIGHT) } else { (Icon::Cross, MARK) };
            icons::paint(ui.painter(), icon, at, side, color);
            kit.wrapped(ui, pos2(words.left(), words.bottom() + kit.px(8.0)), width, explained, NOTE.of(color));
        }
        None if part.marked => icons::paint(ui.painter(), Icon::Flag, at, side, MARK),
        None if index < 4 => kit.key_in(ui, Rect::from_center_size(at, vec2(side, side) * 1.15), &(index + 1).to_string()),
        None => icons::paint(ui.painter(), Icon::Eye, at, side, FAINT),
    }
    kit.focus_ring(ui, rect, hit);
    if hit.clicked {
        kit.act(UiAct::Mark(index));
    }
}

/// Whether the mark was right, and the words for it.
fn verdict(kit: &Kit, marked: bool, is_sign: bool, why: &str) -> (bool, String) {
    let word = match (marked, is_sign) {
        (true, true) => kit.tr("sign-found"),
        (false, true) => kit.tr("sign-missed"),
        (true, false) => kit.tr("sign-false"),
        (false, false) => kit.tr("sign-plain"),
    };
    let words = if why.is_empty() { word } else { kit.tr_with("sign-why", &[("verdict", &word), ("why", why)]) };
    (marked == is_sign, words)
}
