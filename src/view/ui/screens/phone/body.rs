//! The phone itself: frame, glass, notch, status bar, and the bars that apps share.

use bevy_egui::egui::{Align2, Color32, CornerRadius, Direction, Pos2, Rect, Shadow, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::{HAIR, NAME, PAPER, SHEET, WIDTH, WORDS};
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::Kit;
use crate::view::ui::theme::{Ink, TEXT};

/// Draws the phone `up` so far (0 is below the window) and returns the part of the glass that an app has for itself.
pub(super) fn draw(ui: &Ui, kit: &mut Kit, up: f32, tremble: Vec2, is_dark: bool, time: &str) -> Rect {
    let size = vec2(kit.px(550.0), kit.px(1020.0));
    let left = kit.screen.right() - kit.px(WIDTH) + (kit.px(WIDTH) - size.x) / 2.0;
    let top = kit.screen.center().y - size.y / 2.0 + (1.0 - up) * kit.screen.height();
    let rect = Rect::from_min_size(pos2(left, top) + tremble, size);
    let glass = rect.shrink(kit.px(13.0));
    frame(ui, kit, rect);
    ground(ui, kit, glass, is_dark);
    status(ui, kit, glass, if is_dark { TEXT } else { WORDS }, time);
    let bar = Rect::from_center_size(pos2(glass.center().x, glass.bottom() - kit.px(13.0)), vec2(kit.px(170.0), kit.px(6.0)));
    ui.painter().rect_filled(bar, kit.round(3.0), if is_dark { TEXT } else { WORDS });
    Rect::from_min_max(glass.min + vec2(0.0, kit.px(62.0)), glass.max - vec2(0.0, kit.px(30.0)))
}

fn frame(ui: &Ui, kit: &Kit, rect: Rect) {
    let round = kit.round(64.0);
    let shadow = Shadow { offset: [0, 14], blur: kit.px(60.0) as u8, spread: 0, color: Color32::from_black_alpha(150) };
    let painter = ui.painter();
    painter.add(shadow.as_shape(rect, round));
    let edge = Stroke::new(kit.px(3.0).max(1.0), Color32::from_rgb(0x5A, 0x62, 0x6B));
    painter.rect(rect, round, Color32::from_rgb(0x14, 0x17, 0x1B), edge, StrokeKind::Inside);
    let key = Rect::from_min_size(pos2(rect.right() - kit.px(1.0), rect.top() + kit.px(230.0)), vec2(kit.px(5.0), kit.px(110.0)));
    painter.rect_filled(key, kit.round(3.0), Color32::from_rgb(0x5A, 0x62, 0x6B));
}

fn ground(ui: &Ui, kit: &Kit, glass: Rect, is_dark: bool) {
    let round = kit.round(52.0);
    if !is_dark {
        ui.painter().rect_filled(glass, round, PAPER);
        return;
    }
    let (above, below) = (Color32::from_rgb(0x1D, 0x34, 0x44), Color32::from_rgb(0x0C, 0x12, 0x18));
    ui.painter().rect_filled(glass, round, above);
    let lower = glass.with_min_y(glass.top() + glass.height() * 0.12).with_max_y(glass.bottom() - kit.px(50.0));
    ui.painter().add(Shape::gradient_rect(lower, Direction::TopDown, [above, below]));
    let radius = kit.px(52.0).min(250.0) as u8;
    let foot = glass.with_min_y(lower.bottom());
    ui.painter().rect_filled(foot, CornerRadius { nw: 0, ne: 0, sw: radius, se: radius }, below);
}

fn status(ui: &Ui, kit: &mut Kit, glass: Rect, color: Color32, time: &str) {
    let strip = Rect::from_min_size(glass.min, vec2(glass.width(), kit.px(58.0)));
    let notch = Rect::from_center_size(pos2(strip.center().x, strip.top() + kit.px(29.0)), vec2(kit.px(128.0), kit.px(34.0)));
    ui.painter().rect_filled(notch, kit.round(17.0), Color32::from_rgb(0x0B, 0x0D, 0x10));
    let clock = Rect::from_min_max(pos2(strip.left() + kit.px(38.0), strip.top()), pos2(notch.left(), strip.bottom()));
    kit.fit(ui, clock, Align2::LEFT_CENTER, time, Ink::new(25.0).bold().of(color));
    let base = pos2(strip.right() - kit.px(140.0), strip.center().y + kit.px(11.0));
    for bar in 0..4_u8 {
        let height = kit.px(8.0 + 5.0 * f32::from(bar));
        let left = base.x + kit.px(9.0) * f32::from(bar);
        let rect = Rect::from_min_max(pos2(left, base.y - height), pos2(left + kit.px(6.0), base.y));
        ui.painter().rect_filled(rect, kit.round(2.0), color);
    }
    battery(ui, kit, pos2(strip.right() - kit.px(66.0), strip.center().y), color);
}

fn battery(ui: &Ui, kit: &Kit, center: Pos2, color: Color32) {
    let case = Rect::from_center_size(center, vec2(kit.px(42.0), kit.px(22.0)));
    ui.painter().rect_stroke(case, kit.round(5.0), Stroke::new(kit.px(2.5).max(1.0), color), StrokeKind::Inside);
    let full = case.shrink(kit.px(5.0));
    ui.painter().rect_filled(full.with_max_x(full.left() + full.width() * 0.7), kit.round(2.0), color);
}

/// The bar of an app with its title; returns what is below it.
pub(super) fn header(ui: &Ui, kit: &mut Kit, glass: Rect, title: &str) -> Rect {
    let (bar, rest) = glass.split_top_bottom_at_y(glass.top() + kit.px(74.0));
    icons::paint(ui.painter(), Icon::Back, pos2(bar.left() + kit.px(46.0), bar.center().y), kit.px(30.0), WORDS);
    let words = bar.shrink2(vec2(kit.px(84.0), kit.px(4.0)));
    kit.fit(ui, words, Align2::CENTER_CENTER, title, NAME);
    ui.painter().hline(bar.x_range(), bar.bottom(), Stroke::new(kit.px(2.0).max(1.0), HAIR));
    rest
}

/// A white card.
pub(super) fn sheet(ui: &Ui, kit: &Kit, rect: Rect) {
    kit.plate(ui, rect, SHEET, 20.0);
}
