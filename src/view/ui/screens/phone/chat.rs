//! Messages: a chat with faces, and plain text messages.

use bevy_egui::egui::{Align2, Color32, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{FAINT, HAIR, NOTE, SHEET, TEXT, body};
use crate::view::ui::kit::{Column, Kit};
use crate::view::ui::model::Bubble;

/// One's own words in a chat.
const MINE: Color32 = Color32::from_rgb(0xB9, 0xE3, 0xBF);
/// One's own words in a text message.
const MINE_SMS: Color32 = Color32::from_rgb(0xC3, 0xDC, 0xF6);
/// Radius of a face.
const FACE: f32 = 30.0;

/// A chat: faces beside the bubbles.
pub(super) fn chat(ui: &mut Ui, kit: &mut Kit, glass: Rect, name: &str, lines: &[Bubble], typing: bool) {
    let rest = body::header(ui, kit, glass, name);
    let (above, below) = rest.split_top_bottom_at_y(rest.bottom() - kit.px(84.0));
    let place = above.shrink2(vec2(kit.px(18.0), kit.px(10.0)));
    kit.scroll_end(ui, place, &format!("chat {name}"), |kit, ui, column| {
        for line in lines {
            bubble(ui, kit, column, line, name, true);
        }
        if typing {
            dots(ui, kit, column, name, true);
        }
    });
    input(ui, kit, below);
}

/// Text messages: no faces, a line with the sender's number.
pub(super) fn sms(ui: &mut Ui, kit: &mut Kit, glass: Rect, name: &str, lines: &[Bubble], typing: bool) {
    let rest = body::header(ui, kit, glass, name);
    let place = rest.shrink2(vec2(kit.px(22.0), kit.px(10.0)));
    kit.scroll_end(ui, place, &format!("sms {name}"), |kit, ui, column| {
        let today = kit.tr("phone-today");
        kit.fit(ui, column.take(kit.tx(52.0)), Align2::CENTER_CENTER, &today, NOTE);
        for line in lines {
            bubble(ui, kit, column, line, name, false);
        }
        if typing {
            dots(ui, kit, column, name, false);
        }
    });
}

fn bubble(ui: &Ui, kit: &mut Kit, column: &mut Column, line: &Bubble, name: &str, faces: bool) {
    let aside = if faces { kit.px(2.0 * FACE + 14.0) } else { 0.0 };
    let margin = vec2(kit.px(18.0), kit.px(12.0));
    column.space(kit.px(8.0));
    if !line.mine && !line.from.is_empty() && line.from != name {
        let at = pos2(column.x + aside, column.y);
        column.y = kit.wrapped(ui, at, column.width - aside, &line.from, NOTE).bottom();
    }
    let widest = column.width - aside - kit.px(if faces { 56.0 } else { 70.0 }) - 2.0 * margin.x;
    let size = kit.measure(ui, widest, &line.text, TEXT) + 2.0 * margin;
    let left = if line.mine { column.x + column.width - aside - size.x } else { column.x + aside };
    let rect = Rect::from_min_size(pos2(left, column.y), size);
    let fill = match (line.mine, faces) {
        (false, _) => SHEET,
        (true, true) => MINE,
        (true, false) => MINE_SMS,
    };
    ui.painter().rect_filled(rect, kit.round(18.0), fill);
    kit.wrapped(ui, rect.min + margin, widest, &line.text, TEXT);
    if faces {
        let x = if line.mine { column.x + column.width - kit.px(FACE) } else { column.x + kit.px(FACE) };
        face(ui, kit, pos2(x, rect.top() + kit.px(FACE)), if line.from.is_empty() { name } else { &line.from });
    }
    column.y = rect.bottom().max(rect.top() + aside) + kit.px(10.0);
}

fn face(ui: &Ui, kit: &mut Kit, center: Pos2, name: &str) {
    let radius = kit.px(FACE);
    kit.face(ui, center, radius, name);
}

/// Somebody is typing: three dots that rise one after the other.
fn dots(ui: &Ui, kit: &mut Kit, column: &mut Column, name: &str, faces: bool) {
    let aside = if faces { kit.px(2.0 * FACE + 14.0) } else { 0.0 };
    column.space(kit.px(8.0));
    let rect = Rect::from_min_size(pos2(column.x + aside, column.y), vec2(kit.px(120.0), kit.px(60.0)));
    ui.painter().rect_filled(rect, kit.round(18.0), SHEET);
    if faces {
        face(ui, kit, pos2(column.x + kit.px(FACE), rect.center().y), name);
    }
    for dot in 0..3_u8 {
        let turn = (kit.time * 1.1 - f64::from(dot) * 0.18).fract() as f32;
        let rise = (turn * std::f32::consts::TAU).sin().max(0.0) * kit.px(8.0);
        let at = pos2(rect.center().x + kit.px(26.0) * (f32::from(dot) - 1.0), rect.center().y - rise);
        ui.painter().circle_filled(at, kit.px(7.0), FAINT);
    }
    column.y = rect.bottom() + kit.px(16.0);
}

/// The field one would write in.
fn input(ui: &Ui, kit: &mut Kit, rect: Rect) {
    let field = rect.shrink2(vec2(kit.px(24.0), kit.px(14.0)));
    ui.painter().rect(field, kit.round(26.0), SHEET, Stroke::new(kit.px(2.0).max(1.0), HAIR), StrokeKind::Inside);
    let hint = kit.tr("phone-input");
    kit.fit(ui, field.shrink2(vec2(kit.px(24.0), 0.0)), Align2::LEFT_CENTER, &hint, NOTE);
}
