//! The rows of options that the notice before a drill and the settings share.

use bevy_egui::egui::{Align2, Rect, Ui, pos2, vec2};

use crate::diag::Lang;
use crate::view::ui::kit::{Column, Kit};
use crate::view::ui::model::{Doing, Settings, UiAct};
use crate::view::ui::theme::{BODY, MUTED, SMALL, TEXT};

/// Sizes of text one can choose.
const SCALES: [f32; 4] = [0.9, 1.0, 1.2, 1.4];

/// A row: its name on the left; the place of its control is returned.
fn row(ui: &Ui, kit: &mut Kit, column: &mut Column, name: &str) -> Rect {
    tall_row(ui, kit, column, name, 70.0)
}

fn tall_row(ui: &Ui, kit: &mut Kit, column: &mut Column, name: &str, height: f32) -> Rect {
    let strip = column.take(kit.tx(height));
    column.space(kit.px(8.0));
    let (left, right) = strip.split_left_right_at_fraction(0.42);
    kit.fit(ui, left.with_max_x(left.right() - kit.px(16.0)), Align2::LEFT_CENTER, name, BODY);
    right
}

fn set(kit: &mut Kit, change: impl FnOnce(&mut Settings)) {
    let mut settings = kit.settings.clone();
    change(&mut settings);
    kit.act(UiAct::Set(Box::new(settings)));
}

fn percent(share: f32) -> String {
    format!("{:.0}%", share * 100.0)
}

pub(super) fn language(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-language");
    let place = row(ui, kit, column, &name);
    let labels = ["中文".to_owned(), "English".to_owned()];
    let chosen = usize::from(kit.settings.lang == Lang::En);
    if let Some(index) = kit.segments(ui, place, &labels, chosen) {
        set(kit, |settings| settings.lang = if index == 0 { Lang::Zh } else { Lang::En });
    }
}

pub(super) fn text_size(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-text-size");
    let place = row(ui, kit, column, &name);
    let labels = [kit.tr("size-small"), kit.tr("size-normal"), kit.tr("size-large"), kit.tr("size-huge")];
    let now = kit.settings.text_scale;
    let far = |scale: &f32| (scale - now).abs();
    let chosen = (0..SCALES.len()).min_by(|a, b| far(&SCALES[*a]).total_cmp(&far(&SCALES[*b]))).unwrap_or(1);
    if let Some(index) = kit.segments(ui, place, &labels, chosen) {
        set(kit, |settings| settings.text_scale = SCALES[index]);
    }
}

pub(super) fn volume(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-volume");
    let place = row(ui, kit, column, &name);
    let now = kit.settings.volume;
    if let Some(value) = kit.slider(ui, place, &name, now, &percent(now)) {
        set(kit, |settings| settings.volume = value);
    }
}

pub(super) fn captions(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-captions");
    let place = row(ui, kit, column, &name);
    if kit.switch(ui, place, &name, kit.settings.captions) {
        set(kit, |settings| settings.captions = !settings.captions);
    }
}

pub(super) fn motion(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-motion");
    let place = row(ui, kit, column, &name);
    let now = kit.settings.motion;
    if let Some(value) = kit.slider(ui, place, &name, now, &percent(now)) {
        set(kit, |settings| settings.motion = value);
    }
}

pub(super) fn no_flash(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-no-flash");
    let place = row(ui, kit, column, &name);
    if kit.switch(ui, place, &name, kit.settings.no_flash) {
        set(kit, |settings| settings.no_flash = !settings.no_flash);
    }
}

pub(super) fn quality(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-quality");
    let place = row(ui, kit, column, &name);
    let labels = [kit.tr("quality-low"), kit.tr("quality-high")];
    let chosen = usize::from(kit.settings.quality.min(1));
    if let Some(index) = kit.segments(ui, place, &labels, chosen) {
        set(kit, |settings| settings.quality = index as u8);
    }
}

/// A cap for each key that can be changed, with what it does beside it.
pub(super) fn keys(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-keys");
    let place = tall_row(ui, kit, column, &name, 92.0);
    let step = place.width() / Doing::ALL.len() as f32;
    for (n, doing) in Doing::ALL.into_iter().enumerate() {
        let left = place.left() + step * n as f32;
        let strip = Rect::from_min_size(pos2(left, place.top()), vec2(step, place.height()));
        let cap = Rect::from_center_size(pos2(strip.center().x, strip.top() + kit.tx(24.0)), vec2(kit.tx(48.0), kit.tx(44.0)));
        let words = kit.tr(doing.message());
        let letter = kit.settings.keys.of(doing).to_string();
        let hit = kit.hit(ui, strip, &format!("{words} {letter}"), true);
        kit.key_in(ui, cap, &letter);
        kit.focus_ring(ui, strip, hit);
        let below = strip.with_min_y(cap.bottom() + kit.px(2.0));
        kit.fit(ui, below, Align2::CENTER_CENTER, &words, SMALL.of(if hit.hover > 0.0 { TEXT } else { MUTED }));
        if hit.clicked {
            kit.act(UiAct::AskKey(doing));
        }
    }
}

pub(super) fn look_speed(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-look-speed");
    let place = row(ui, kit, column, &name);
    let now = kit.settings.look_speed;
    let shown = format!("{now:.1}×");
    if let Some(value) = kit.slider(ui, place, &name, (now - 0.3) / 2.7, &shown) {
        set(kit, |settings| settings.look_speed = 0.3 + 2.7 * value);
    }
}

pub(super) fn invert(ui: &Ui, kit: &mut Kit, column: &mut Column) {
    let name = kit.tr("set-invert");
    let place = row(ui, kit, column, &name);
    if kit.switch(ui, place, &name, kit.settings.invert_y) {
        set(kit, |settings| settings.invert_y = !settings.invert_y);
    }
}
