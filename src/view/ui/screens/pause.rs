//! What lies over a running drill: the pause, the question before leaving, and the question whether anybody is there.

use bevy_egui::egui::{Align2, Color32, Rect, Ui, pos2, vec2};

use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::{Doing, UiAct};
use crate::view::ui::theme::{ACCENT, BODY, CALM, TITLE};

/// How high a button of a dialogue is.
const BUTTON: f32 = 96.0;

pub(super) fn pause(ui: &mut Ui, kit: &mut Kit) {
    let (title, go) = (kit.tr("pause-title"), kit.tr("pause-resume"));
    let (settings, leave, line) = (kit.tr("settings"), kit.tr("pause-leave"), kit.tr("pause-line"));
    dialogue(ui, kit, "pause", (Icon::Clock, ACCENT), [title.as_str(), line.as_str()], 3, |kit, ui, column| {
        button(ui, kit, column, Button::new(&go, Style::Main).icon(Icon::Play).key("Esc"), UiAct::Resume);
        button(ui, kit, column, Button::new(&settings, Style::Plain).icon(Icon::Gear), UiAct::OpenSettings);
        button(ui, kit, column, Button::new(&leave, Style::Plain).icon(Icon::Door), UiAct::AskLeave);
    });
}

pub(super) fn leave(ui: &mut Ui, kit: &mut Kit) {
    let (title, line) = (kit.tr("leave-title"), kit.tr("leave-line"));
    let (stay, go) = (kit.tr("leave-stay"), kit.tr("leave-go"));
    dialogue(ui, kit, "leave", (Icon::Door, CALM), [title.as_str(), line.as_str()], 2, |kit, ui, column| {
        button(ui, kit, column, Button::new(&stay, Style::Main).icon(Icon::Play).key("Esc"), UiAct::Resume);
        button(ui, kit, column, Button::new(&go, Style::Plain).icon(Icon::Door).key("Enter"), UiAct::Leave);
    });
}

pub(super) fn rebind(ui: &mut Ui, kit: &mut Kit, doing: Doing) {
    let (what, now) = (kit.tr(doing.message()), kit.settings.keys.of(doing).to_string());
    let title = kit.tr_with("rebind-title", &[("what", &what)]);
    let line = kit.tr_with("rebind-line", &[("key", &now)]);
    let keep = kit.tr("rebind-keep");
    dialogue(ui, kit, "rebind", (Icon::Gear, ACCENT), [title.as_str(), line.as_str()], 1, |kit, ui, column| {
        button(ui, kit, column, Button::new(&keep, Style::Plain).icon(Icon::Back).key("Esc"), UiAct::OpenSettings);
    });
}

pub(super) fn idle(ui: &mut Ui, kit: &mut Kit, seconds: u32) {
    let title = kit.tr("idle-title");
    let line = kit.tr_with("idle-line", &[("n", &seconds.to_string())]);
    let here = kit.tr("idle-here");
    dialogue(ui, kit, "idle", (Icon::Person, ACCENT), [title.as_str(), line.as_str()], 1, |kit, ui, column| {
        button(ui, kit, column, Button::new(&here, Style::Main).icon(Icon::Check).key("Enter"), UiAct::Resume);
    });
}

fn button(ui: &Ui, kit: &mut Kit, column: &mut Column, button: Button<'_>, act: UiAct) {
    let rect = column.take(kit.px(BUTTON));
    column.space(kit.px(18.0));
    if kit.press(ui, rect, button) {
        kit.act(act);
    }
}

/// A panel in the middle: an icon, a title, a sentence, and room for so many buttons.
fn dialogue(
    ui: &mut Ui,
    kit: &mut Kit,
    key: &str,
    (icon, color): (Icon, Color32),
    [title, line]: [&str; 2],
    buttons: u8,
    draw: impl FnOnce(&mut Kit, &mut Ui, &mut Column),
) {
    let eased = kit.ease("dialogue-dim");
    kit.dim(ui, 0.62 * eased);
    kit.appear(ui, key, |kit, ui, eased| {
        let (width, margin) = (kit.px(760.0), kit.px(56.0));
        let words = kit.measure(ui, width - 2.0 * margin, line, BODY).y;
        let height = kit.px(220.0) + words + f32::from(buttons) * kit.px(BUTTON + 18.0) + 2.0 * margin;
        let rise = vec2(0.0, kit.px(24.0) * (1.0 - eased));
        let panel = Rect::from_center_size(kit.screen.center() + rise, vec2(width, height));
        kit.panel(ui, panel);
        let mut column = Column::of(panel.shrink(margin));
        icons::paint_in(ui.painter(), icon, column.take(kit.px(76.0)), color);
        column.space(kit.px(12.0));
        kit.fit(ui, column.take(kit.px(84.0)), Align2::CENTER_CENTER, title, TITLE);
        column.space(kit.px(12.0));
        let top = pos2(panel.center().x, column.y);
        kit.centered(ui, top, column.width, line, BODY);
        column.space(words + kit.px(36.0));
        draw(kit, ui, &mut column);
    });
}
