//! The egui pass: shows the screen's model and collects what was asked for.

use bevy::prelude::*;
use bevy_egui::egui::FocusDirection;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::ui::{self, Kit, ScreenModel, UiAct, UiOut};
use super::visit::Visit;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Shows>()
        .init_resource::<Pad>()
        .init_resource::<Acts>()
        .init_resource::<Drawn>()
        .add_systems(EguiPrimaryContextPass, show);
}

/// The screen that is shown.
#[derive(Debug, Resource)]
pub struct Shows(pub ScreenModel);

impl Default for Shows {
    fn default() -> Self {
        Self(ScreenModel::Loading(0.0))
    }
}

/// What was asked for and has not been done yet.
#[derive(Debug, Default, Resource)]
pub struct Acts(pub Vec<UiAct>);

/// What a gamepad asks of the buttons on the screen.
#[derive(Debug, Default, Resource)]
pub struct Pad {
    /// It was the last device touched: buttons show its keys.
    pub shown: bool,
    /// Where the focus goes.
    pub step: Option<FocusDirection>,
    /// Presses what has the focus.
    pub press: bool,
    /// How far the list under the focus moves up, in points.
    pub scroll: f32,
}

/// What the last frame drew: for scripts.
#[derive(Debug, Default, Resource)]
pub struct Drawn(pub UiOut);

pub(super) fn show(
    mut contexts: EguiContexts,
    shows: Res<Shows>,
    visit: Res<Visit>,
    pad: Res<Pad>,
    time: Res<Time>,
    mut kit: Local<Option<Kit>>,
    mut acts: ResMut<Acts>,
    mut drawn: ResMut<Drawn>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    let kit = kit.get_or_insert_with(Kit::new);
    kit.hold_pad(pad.shown, pad.press, pad.scroll);
    if let Some(step) = pad.step {
        // Nothing has the focus yet: the first that can take it gets it.
        ctx.memory_mut(|m| {
            let step = if m.focused().is_some() { step } else { FocusDirection::Next };
            m.move_focus(step);
        });
    }
    let out = ui::draw(ctx, kit, &shows.0, visit.overlay, &visit.settings, time.elapsed_secs_f64());
    acts.0.extend(out.acts.iter().cloned());
    drawn.0 = out;
    Ok(())
}
