//! What settings are made of: a slider, a switch, and a row of which one is chosen.

use bevy_egui::egui::{Align2, CursorIcon, Id, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::Kit;
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::theme::{ACCENT, CHOICE, DARK, GOOD, LIFTED, MUTED, RAISED, SMALL, SUNK, TEXT};

impl Kit {
    /// A slider between 0 and 1 with `shown` beside it; tells the new value while it is moved.
    pub fn slider(&mut self, ui: &Ui, rect: Rect, label: &str, value: f32, shown: &str) -> Option<f32> {
        let words = self.tx(120.0);
        let rail = Rect::from_min_max(rect.min, pos2(rect.right() - words, rect.bottom()));
        let id = Id::new(("drillroom slider", label));
        let response = ui.interact(rail, id, if self.live { Sense::click_and_drag() } else { Sense::hover() });
        if self.live {
            self.note_hot(ui, rail, label);
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        let inset = self.px(20.0);
        let span = (rail.width() - 2.0 * inset).max(1.0);
        let held = response.is_pointer_button_down_on() || response.clicked();
        let moved = response.interact_pointer_pos().filter(|_| held).map(|at| ((at.x - rail.left() - inset) / span).clamp(0.0, 1.0));
        let value = moved.unwrap_or(value).clamp(0.0, 1.0);
        let line = Rect::from_center_size(rail.center(), rail.size()).shrink2(vec2(inset, rail.height() / 2.0 - self.px(6.0)));
        self.meter(ui, line, value, ACCENT);
        let knob = pos2(rail.left() + inset + span * value, rail.center().y);
        let radius = self.px(if response.hovered() { 20.0 } else { 17.0 });
        ui.painter().circle(knob, radius, TEXT, Stroke::new(self.px(4.0), ACCENT));
        self.fit(ui, rect.with_min_x(rail.right()), Align2::RIGHT_CENTER, shown, SMALL);
        moved
    }

    /// A switch with its state in words; tells whether it was pressed.
    pub fn switch(&mut self, ui: &Ui, rect: Rect, label: &str, on: bool) -> bool {
        let hit = self.hit(ui, rect, label, true);
        let size = vec2(self.px(96.0), self.px(52.0));
        let track = Rect::from_min_size(pos2(rect.right() - size.x, rect.center().y - size.y / 2.0), size);
        let round = self.round(26.0);
        ui.painter().rect_filled(track, round, if on { GOOD } else { LIFTED });
        let slide = ui.ctx().animate_bool_with_time(Id::new(("drillroom switch", label)), on, 0.12);
        let reach = track.width() - track.height();
        let knob = pos2(track.left() + track.height() / 2.0 + reach * slide, track.center().y);
        ui.painter().circle_filled(knob, track.height() * 0.38, TEXT);
        let icon = if on { Icon::Check } else { Icon::Cross };
        icons::paint(ui.painter(), icon, knob, track.height() * 0.4, DARK);
        let state = if on { self.tr("state-on") } else { self.tr("state-off") };
        let words = rect.with_max_x(track.left() - self.px(16.0));
        self.fit(ui, words, Align2::RIGHT_CENTER, &state, SMALL.of(if on { TEXT } else { MUTED }));
        self.focus_ring(ui, track, hit);
        hit.clicked
    }

    /// A row of possibilities of which one is chosen; tells which was pressed.
    pub fn segments(&mut self, ui: &Ui, rect: Rect, labels: &[String], chosen: usize) -> Option<usize> {
        ui.painter().rect_filled(rect, self.round(14.0), SUNK);
        let width = rect.width() / labels.len().max(1) as f32;
        let mut pressed = None;
        for (index, label) in labels.iter().enumerate() {
            let left = rect.left() + width * index as f32;
            let cell = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom())).shrink(self.px(5.0));
            let hit = self.hit(ui, cell, label, true);
            let is_chosen = index == chosen;
            if is_chosen {
                ui.painter().rect_filled(cell, self.round(11.0), ACCENT);
            } else if hit.hover > 0.0 {
                ui.painter().rect_filled(cell, self.round(11.0), RAISED.gamma_multiply(hit.hover));
            }
            let ink = if is_chosen { CHOICE.bold().of(DARK) } else { CHOICE };
            self.fit(ui, cell.shrink(self.px(4.0)), Align2::CENTER_CENTER, label, ink);
            if hit.focus {
                ui.painter().rect_stroke(cell, self.round(11.0), Stroke::new(self.px(4.0), TEXT), StrokeKind::Inside);
            }
            if hit.clicked {
                pressed = Some(index);
            }
        }
        pressed
    }
}
