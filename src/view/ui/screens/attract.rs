//! The first screen: the name over the living place, the themes as lit doors, and one big button.

use bevy_egui::egui::{Align2, Color32, Direction, Mesh, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::theme_word;
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Hit, Kit, Style};
use crate::view::ui::model::{ThemeMark, UiAct};
use crate::view::ui::theme::{ACCENT, BODY, CAPTION, DARK, Ink, POOR, SMALL, SOLID, TEXT, theme_color, theme_icon};

/// The themes that have a door.
const DOORS: [ThemeMark; 4] = [ThemeMark::Fire, ThemeMark::Earthquake, ThemeMark::Fraud, ThemeMark::Drug];

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, warning: Option<&str>) {
    evening(ui, kit);
    kit.appear(ui, "attract", |kit, ui, _| {
        name(ui, kit);
        for (index, theme) in DOORS.into_iter().enumerate() {
            let rect = kit.rect(275.0 + 360.0 * index as f32, 412.0, 290.0, 360.0);
            if door(ui, kit, rect, theme) {
                kit.act(UiAct::Start);
            }
        }
        start(ui, kit);
        if let Some(warning) = warning {
            let rect = kit.rect(160.0, 1018.0, 1600.0, 44.0);
            let words = kit.fit(ui, rect, Align2::CENTER_CENTER, warning, SMALL.of(POOR));
            icons::paint(ui.painter(), Icon::Warning, pos2(words.left() - kit.px(28.0), words.center().y), kit.tx(30.0), POOR);
        }
    });
}

/// The hour between the last lesson and lights out: blue from above, the lamps' warmth from below.
fn evening(ui: &Ui, kit: &Kit) {
    let (blue, warm) = (Color32::from_rgba_unmultiplied(0x12, 0x1A, 0x38, 0xE6), Color32::from_rgba_unmultiplied(0x5C, 0x2C, 0x10, 0xA0));
    let haze = Color32::from_rgba_unmultiplied(0x2A, 0x24, 0x3A, 0x70);
    let middle = kit.screen.center().y;
    ui.painter().add(Shape::gradient_rect(kit.screen.with_max_y(middle), Direction::TopDown, [blue, haze]));
    ui.painter().add(Shape::gradient_rect(kit.screen.with_min_y(middle), Direction::TopDown, [haze, warm]));
    let side = kit.screen.width() * 0.3;
    let dark = Color32::from_black_alpha(0x90);
    let (left, right) = (kit.screen.with_max_x(kit.screen.left() + side), kit.screen.with_min_x(kit.screen.right() - side));
    ui.painter().add(Shape::gradient_rect(left, Direction::LeftToRight, [dark, Color32::TRANSPARENT]));
    ui.painter().add(Shape::gradient_rect(right, Direction::RightToLeft, [dark, Color32::TRANSPARENT]));
}

fn name(ui: &Ui, kit: &mut Kit) {
    let (large, small, line) = (kit.tr("app-title"), kit.tr("app-title-other"), kit.tr("app-line"));
    let rect = kit.rect(160.0, 36.0, 1600.0, 212.0);
    let ink = Ink::new(146.0).bold();
    kit.fit(ui, rect.translate(vec2(0.0, kit.px(5.0))), Align2::CENTER_CENTER, &large, ink.of(Color32::from_black_alpha(150)));
    kit.fit(ui, rect, Align2::CENTER_CENTER, &large, ink);
    kit.fit(ui, kit.rect(160.0, 240.0, 1600.0, 72.0), Align2::CENTER_CENTER, &small, Ink::new(48.0).bold().of(ACCENT));
    kit.fit(ui, kit.rect(160.0, 316.0, 1600.0, 56.0), Align2::CENTER_CENTER, &line, CAPTION);
}

fn start(ui: &Ui, kit: &mut Kit) {
    let label = kit.tr("start");
    let rect = kit.rect(730.0, 852.0, 460.0, 104.0);
    kit.glow(ui, rect, 60.0, ACCENT.gamma_multiply(0.35 * kit.pulse(0.35)));
    if kit.press(ui, rect, Button::new(&label, Style::Main).icon(Icon::Play)) {
        kit.act(UiAct::Start);
    }
    let hint = kit.tr("press-any-key");
    let color = TEXT.gamma_multiply(0.6 + 0.4 * kit.pulse(0.5));
    kit.fit(ui, kit.rect(460.0, 966.0, 1000.0, 48.0), Align2::CENTER_CENTER, &hint, BODY.of(color));
}

/// A door with light behind it; tells whether it was pressed.
fn door(ui: &Ui, kit: &mut Kit, rect: Rect, theme: ThemeMark) -> bool {
    let word = theme_word(kit, theme);
    let color = theme_color(theme);
    let hit = kit.hit(ui, rect, &word, true);
    let light = 0.55 + 0.25 * kit.pulse(0.16) + 0.2 * hit.hover;
    kit.glow(ui, rect, 110.0, color.gamma_multiply(0.34 * light));
    pool(ui, kit, rect, color.gamma_multiply(0.40 * light));
    leaf(ui, kit, rect, color.lerp_to_gamma(TEXT, 0.15 * hit.hover), hit);
    icons::paint(ui.painter(), theme_icon(theme), pos2(rect.center().x, rect.top() + rect.height() * 0.36), kit.px(132.0), DARK);
    let words = Rect::from_min_max(pos2(rect.left(), rect.top() + rect.height() * 0.64), rect.max).shrink(kit.px(14.0));
    kit.fit(ui, words, Align2::CENTER_CENTER, &word, Ink::new(46.0).bold().of(DARK));
    hit.clicked
}

fn leaf(ui: &Ui, kit: &Kit, rect: Rect, color: Color32, hit: Hit) {
    let painter = ui.painter();
    painter.rect_filled(rect.expand(kit.px(14.0)), kit.round(10.0), SOLID);
    let shades = [color.lerp_to_gamma(TEXT, 0.35), color.lerp_to_gamma(DARK, 0.12)];
    painter.add(Shape::gradient_rect(rect, Direction::TopDown, shades));
    let line = Stroke::new(kit.px(3.0).max(1.0), DARK.gamma_multiply(0.30));
    painter.rect_stroke(rect.shrink(kit.px(18.0)), kit.round(4.0), line, StrokeKind::Inside);
    painter.circle_filled(pos2(rect.right() - kit.px(36.0), rect.top() + rect.height() * 0.60), kit.px(9.0), DARK);
    kit.focus_ring(ui, rect, hit);
}

/// The light that falls through the door onto the floor.
fn pool(ui: &Ui, kit: &Kit, rect: Rect, color: Color32) {
    let (depth, spread) = (kit.px(84.0), kit.px(70.0));
    let bottom = rect.bottom() + kit.px(14.0);
    let mut mesh = Mesh::default();
    mesh.colored_vertex(pos2(rect.left(), bottom), color);
    mesh.colored_vertex(pos2(rect.right(), bottom), color);
    mesh.colored_vertex(pos2(rect.left() - spread, bottom + depth), Color32::TRANSPARENT);
    mesh.colored_vertex(pos2(rect.right() + spread, bottom + depth), Color32::TRANSPARENT);
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(2, 1, 3);
    ui.painter().add(Shape::mesh(mesh));
}
