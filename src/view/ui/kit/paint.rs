//! Surfaces and small things: panels, glows, rings, meters, key caps, chips, faces.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::{Align2, Color32, CornerRadius, Pos2, Rect, Shadow, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::Kit;
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::theme::{DARK, Ink, LINE, PANEL, RAISED, SMALL, SUNK, TEXT};

impl Kit {
    /// Rounded corners of a size.
    pub fn round(&self, radius: f32) -> CornerRadius {
        CornerRadius::from(self.px(radius).min(250.0))
    }

    /// A panel: soft shadow, dark ground, a thin edge.
    pub fn panel(&self, ui: &Ui, rect: Rect) {
        ui.painter().add(self.panel_shape(rect, PANEL));
    }

    /// The same as a shape, to be laid under what was drawn before its size was known.
    pub fn panel_shape(&self, rect: Rect, fill: Color32) -> Shape {
        let round = self.round(20.0);
        let edge = Stroke::new(self.px(1.5).max(1.0), LINE.gamma_multiply(0.7));
        let shadow = self.shadow(10.0, 40.0, 120).as_shape(rect, round);
        Shape::Vec(vec![shadow.into(), RectShape::new(rect, round, fill, edge, StrokeKind::Inside).into()])
    }

    /// A plate that stands out from its panel.
    pub fn plate(&self, ui: &Ui, rect: Rect, fill: Color32, radius: f32) {
        let round = self.round(radius);
        ui.painter().add(self.shadow(4.0, 14.0, 90).as_shape(rect, round));
        ui.painter().rect_filled(rect, round, fill);
    }

    fn shadow(&self, down: f32, blur: f32, alpha: u8) -> Shadow {
        let down = self.px(down).clamp(0.0, 120.0) as i8;
        Shadow { offset: [0, down], blur: self.px(blur).clamp(0.0, 250.0) as u8, spread: 0, color: Color32::from_black_alpha(alpha) }
    }

    /// Light around something.
    pub fn glow(&self, ui: &Ui, rect: Rect, reach: f32, color: Color32) {
        let reach = self.px(reach);
        let shape = RectShape::filled(rect.expand(reach * 0.5), self.round(28.0), color).with_blur_width(reach);
        ui.painter().add(shape);
    }

    /// Darkens everything drawn so far.
    pub fn dim(&self, ui: &Ui, share: f32) {
        let color = Color32::from_black_alpha((share.clamp(0.0, 1.0) * 255.0) as u8);
        ui.painter().rect_filled(self.screen, CornerRadius::ZERO, color);
    }

    /// A ring of which a share, from the top clockwise, is coloured.
    pub fn ring(&self, ui: &Ui, center: Pos2, radius: f32, width: f32, share: f32, color: Color32) {
        let painter = ui.painter();
        painter.circle_stroke(center, radius, Stroke::new(width, RAISED));
        let share = share.clamp(0.0, 1.0);
        if share <= 0.0 {
            return;
        }
        let steps = (share * 96.0).ceil().max(2.0) as u16;
        let on_ring = |step: u16| {
            let turn = share * f32::from(step) / f32::from(steps);
            center + Vec2::angled((turn - 0.25) * std::f32::consts::TAU) * radius
        };
        let points: Vec<Pos2> = (0..=steps).map(on_ring).collect();
        for end in [points[0], points[points.len() - 1]] {
            painter.circle_filled(end, width / 2.0, color);
        }
        painter.line(points, Stroke::new(width, color));
    }

    /// A bar of which a share is coloured.
    pub fn meter(&self, ui: &Ui, rect: Rect, share: f32, color: Color32) {
        let round = CornerRadius::from((rect.height() / 2.0).min(250.0));
        ui.painter().rect_filled(rect, round, SUNK);
        let width = rect.width() * share.clamp(0.0, 1.0);
        if width > 0.0 {
            let filled = Rect::from_min_size(rect.min, vec2(width.max(rect.height()), rect.height()));
            ui.painter().rect_filled(filled, round, color);
        }
    }

    /// How large the cap of a key is.
    pub fn key_size(&self, ui: &Ui, label: &str) -> Vec2 {
        let words = self.measure(ui, f32::INFINITY, label, KEY);
        vec2((words.x + self.tx(22.0)).max(self.tx(44.0)), self.tx(44.0))
    }

    /// The cap of a key around a middle.
    pub fn key(&mut self, ui: &Ui, center: Pos2, label: &str) -> Rect {
        let rect = Rect::from_center_size(center, self.key_size(ui, label));
        self.key_in(ui, rect, label);
        rect
    }

    /// The cap of a key as large as a rectangle.
    pub fn key_in(&mut self, ui: &Ui, rect: Rect, label: &str) {
        let round = self.round(9.0);
        let painter = ui.painter();
        painter.rect_filled(rect.translate(vec2(0.0, self.px(3.0))), round, SUNK);
        painter.rect(rect, round, RAISED, Stroke::new(self.px(2.0).max(1.0), TEXT.gamma_multiply(0.75)), StrokeKind::Inside);
        self.fit(ui, rect.shrink(self.px(2.0)), Align2::CENTER_CENTER, label, KEY);
    }

    /// How large a chip is.
    pub fn chip_size(&self, ui: &Ui, text: &str) -> Vec2 {
        let words = self.measure(ui, f32::INFINITY, text, SMALL);
        vec2(words.x + self.tx(82.0), self.tx(52.0))
    }

    /// An icon and a word in a pill.
    pub fn chip(&mut self, ui: &Ui, rect: Rect, icon: Icon, text: &str, color: Color32) {
        let edge = Stroke::new(self.px(2.0).max(1.0), color);
        ui.painter().rect(rect, CornerRadius::from(rect.height() / 2.0), RAISED, edge, StrokeKind::Inside);
        let icon_at = pos2(rect.left() + self.tx(34.0), rect.center().y);
        icons::paint(ui.painter(), icon, icon_at, self.tx(28.0), color);
        let words = rect.with_min_x(rect.left() + self.tx(56.0)).with_max_x(rect.right() - self.tx(14.0));
        self.fit(ui, words, Align2::LEFT_CENTER, text, SMALL);
    }

    /// The disc with the first letter of a name.
    pub fn face(&mut self, ui: &Ui, center: Pos2, radius: f32, name: &str) {
        ui.painter().circle_filled(center, radius, face_color(name));
        let initial: String = name.chars().next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
        let rect = Rect::from_center_size(center, Vec2::splat(radius * 1.7));
        let size = radius / self.tx(1.0).max(0.01);
        self.fit(ui, rect, Align2::CENTER_CENTER, &initial, Ink::new(size).bold().of(DARK));
    }
}

/// Letters on keys.
const KEY: Ink = Ink::new(26.0).bold();

/// The same name always has the same colour.
fn face_color(name: &str) -> Color32 {
    const COLORS: [Color32; 6] = [
        Color32::from_rgb(0xF2, 0xB8, 0x8C),
        Color32::from_rgb(0x9C, 0xC9, 0xF0),
        Color32::from_rgb(0xA9, 0xD8, 0xB0),
        Color32::from_rgb(0xD7, 0xB8, 0xF0),
        Color32::from_rgb(0xF0, 0xD2, 0x7E),
        Color32::from_rgb(0xF0, 0xA9, 0xB4),
    ];
    let sum = name.chars().fold(7_u32, |sum, c| sum.wrapping_mul(31).wrapping_add(c as u32));
    COLORS[sum as usize % COLORS.len()]
}
