//! While the place is being built.

use bevy_egui::egui::{Align2, CornerRadius, Ui};

use crate::view::ui::kit::Kit;
use crate::view::ui::theme::{ACCENT, BODY, SOLID, TITLE};

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, share: f32) {
    ui.painter().rect_filled(kit.screen, CornerRadius::ZERO, SOLID);
    let name = kit.tr("app-title");
    let wait = kit.tr("loading");
    kit.fit(ui, kit.rect(360.0, 400.0, 1200.0, 110.0), Align2::CENTER_CENTER, &name, TITLE);
    kit.meter(ui, kit.rect(660.0, 540.0, 600.0, 18.0), share, ACCENT);
    kit.fit(ui, kit.rect(360.0, 580.0, 1200.0, 60.0), Align2::CENTER_CENTER, &wait, BODY);
}
