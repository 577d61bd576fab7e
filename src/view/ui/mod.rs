//! The 2D screens: pure functions of a context, a model and a kit. Nothing in here knows a run, a record or Bevy.
//!
//! [`draw`] paints one frame over the 3D view and returns what was asked for with the mouse, what can be clicked and
//! which words were drawn. Keys are not read here; the screens only show which key does what.

pub mod icons;
mod kit;
pub mod model;
mod screens;
#[cfg(test)]
mod tests;
pub mod theme;

use bevy_egui::egui;

pub use kit::{Button, Column, Hit, Kit, Style};
pub use model::{Overlay, ScreenModel, Settings, UiAct, UiOut};

/// Draws one frame.
///
/// The context gets its fonts and colours here when [`theme::install`] was not called before; then this frame stays
/// empty, because fonts come with the next one.
pub fn draw(ctx: &egui::Context, kit: &mut Kit, screen: &ScreenModel, overlay: Overlay, settings: &Settings, time: f64) -> UiOut {
    if !theme::is_installed(ctx) {
        theme::install(ctx);
        return UiOut::default();
    }
    kit.begin(ctx, settings, time);
    let area = egui::Area::new(egui::Id::new("drillroom"))
        .fixed_pos(kit.screen.min)
        .default_size(kit.screen.size())
        .interactable(overlay != Overlay::None || screens::wants_mouse(screen))
        .fade_in(false);
    area.show(ctx, |ui| {
        ui.expand_to_include_rect(kit.screen);
        kit.set_live(overlay == Overlay::None);
        screens::draw(ui, kit, screen);
        kit.set_live(true);
        screens::draw_overlay(ui, kit, overlay);
    });
    kit.finish()
}
