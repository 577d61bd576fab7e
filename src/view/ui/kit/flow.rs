//! Things below each other: a column that remembers how far down it is, and a column that scrolls.

use bevy_egui::egui::{Color32, Pos2, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::Kit;
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::theme::Ink;

/// A column of words and rows; everything put in goes below what was there.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its left edge.
    pub x: f32,
    /// Where the next thing goes.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
}

impl Column {
    /// A column from the top of a rectangle.
    pub fn of(rect: Rect) -> Self {
        Self { x: rect.left(), y: rect.top(), width: rect.width() }
    }

    /// Where the next thing goes.
    pub fn at(&self) -> Pos2 {
        pos2(self.x, self.y)
    }

    /// Leaves room.
    pub fn space(&mut self, height: f32) {
        self.y += height;
    }

    /// Takes the next strip of this height.
    pub fn take(&mut self, height: f32) -> Rect {
        let rect = Rect::from_min_size(self.at(), vec2(self.width, height));
        self.y += height;
        rect
    }

    /// Words across the whole width.
    pub fn text(&mut self, kit: &mut Kit, ui: &Ui, text: &str, ink: Ink) -> Rect {
        let rect = kit.wrapped(ui, self.at(), self.width, text, ink);
        self.y += rect.height();
        rect
    }

    /// An icon, and words beside it.
    pub fn item(&mut self, kit: &mut Kit, ui: &Ui, (icon, color): (Icon, Color32), text: &str, ink: Ink) -> Rect {
        let side = kit.tx(ink.size * 1.05);
        let indent = side + kit.tx(16.0);
        let line = kit.line_height(ui, ink);
        icons::paint(ui.painter(), icon, pos2(self.x + side / 2.0, self.y + line / 2.0), side, color);
        let rect = kit.wrapped(ui, pos2(self.x + indent, self.y), self.width - indent, text, ink);
        self.y += rect.height().max(line);
        rect
    }
}

impl Kit {
    /// A column that can be scrolled when it is longer than its rectangle.
    pub fn scroll(&mut self, ui: &mut Ui, rect: Rect, key: &str, draw: impl FnOnce(&mut Self, &mut Ui, &mut Column)) {
        self.scroll_area(ui, rect, key, false, draw);
    }

    /// The same, showing its end as long as nobody scrolls up.
    pub fn scroll_end(&mut self, ui: &mut Ui, rect: Rect, key: &str, draw: impl FnOnce(&mut Self, &mut Ui, &mut Column)) {
        self.scroll_area(ui, rect, key, true, draw);
    }

    fn scroll_area(&mut self, ui: &mut Ui, rect: Rect, key: &str, end: bool, draw: impl FnOnce(&mut Self, &mut Ui, &mut Column)) {
        let mut child = ui.new_child(UiBuilder::new().id_salt(key).max_rect(rect));
        ScrollArea::vertical().id_salt(key).auto_shrink([false, false]).stick_to_bottom(end).show(&mut child, |ui| {
            if self.pad.scroll.abs() > 0.0 {
                ui.scroll_with_delta(vec2(0.0, self.pad.scroll));
            }
            let area = ui.max_rect();
            let mut column = Column::of(area);
            draw(self, ui, &mut column);
            let bottom = column.y.max(area.top() + 1.0);
            ui.expand_to_include_rect(Rect::from_min_max(area.min, pos2(area.right(), bottom)));
        });
    }
}
