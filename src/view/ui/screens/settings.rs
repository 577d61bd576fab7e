//! The settings, over whatever is on the screen.

use bevy_egui::egui::{Align2, Rect, Ui, pos2, vec2};

use super::comfort;
use crate::view::ui::icons::Icon;
use crate::view::ui::kit::{Button, Kit, Style};
use crate::view::ui::model::UiAct;
use crate::view::ui::theme::TITLE;

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit) {
    let eased = kit.ease("settings-dim");
    kit.dim(ui, 0.62 * eased);
    kit.appear(ui, "settings", |kit, ui, eased| {
        let rise = kit.px(24.0) * (1.0 - eased);
        let panel = kit.rect(330.0, 14.0, 1260.0, 1052.0).translate(vec2(0.0, rise));
        kit.panel(ui, panel);
        let inner = panel.shrink2(vec2(kit.px(60.0), kit.px(26.0)));
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), kit.px(84.0)));
        let title = kit.tr("settings");
        kit.fit(ui, head, Align2::LEFT_CENTER, &title, TITLE);
        let foot = inner.with_min_y(inner.bottom() - kit.px(88.0));
        let middle = Rect::from_min_max(pos2(inner.left(), head.bottom() + kit.px(8.0)), pos2(inner.right(), foot.top() - kit.px(16.0)));
        kit.scroll(ui, middle, "settings-rows", |kit, ui, column| {
            comfort::language(ui, kit, column);
            comfort::text_size(ui, kit, column);
            comfort::volume(ui, kit, column);
            comfort::captions(ui, kit, column);
            comfort::motion(ui, kit, column);
            comfort::no_flash(ui, kit, column);
            comfort::look_speed(ui, kit, column);
            comfort::invert(ui, kit, column);
            comfort::quality(ui, kit, column);
            comfort::keys(ui, kit, column);
        });
        let label = kit.tr("done");
        let place = Rect::from_center_size(foot.center(), vec2(kit.px(460.0), foot.height()));
        if kit.press(ui, place, Button::new(&label, Style::Main).icon(Icon::Check).key("Esc")) {
            kit.act(UiAct::CloseSettings);
        }
    });
}
