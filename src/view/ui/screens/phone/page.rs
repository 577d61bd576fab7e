//! A page of an app: the first line large, the others on cards.

use bevy_egui::egui::{Rect, Ui, vec2};

use super::{NAME, TEXT, body};
use crate::view::ui::kit::Kit;
use crate::view::ui::theme::Ink;

/// The first line.
const FIRST: Ink = Ink::new(36.0).bold().of(NAME.color);

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, glass: Rect, app: &str, lines: &[String]) {
    let rest = body::header(ui, kit, glass, app);
    let place = rest.shrink2(vec2(kit.px(22.0), kit.px(18.0)));
    kit.scroll(ui, place, &format!("page {app}"), |kit, ui, column| {
        for (index, line) in lines.iter().enumerate() {
            let ink = if index == 0 { FIRST } else { TEXT };
            let margin = vec2(kit.px(22.0), kit.px(18.0));
            let size = kit.measure(ui, column.width - 2.0 * margin.x, line, ink);
            let rect = column.take(size.y + 2.0 * margin.y);
            if index > 0 {
                body::sheet(ui, kit, rect);
            }
            kit.wrapped(ui, rect.min + margin, rect.width() - 2.0 * margin.x, line, ink);
            column.space(kit.px(16.0));
        }
    });
}
