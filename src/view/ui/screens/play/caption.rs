//! What somebody says, at the bottom, and the key that goes on. It can be clicked while the phone is up: only then is
//! the mouse free.

use bevy_egui::egui::{Align2, Rect, Ui, pos2, vec2};

use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::Kit;
use crate::view::ui::model::{PlayModel, UiAct};
use crate::view::ui::theme::{ACCENT, CAPTION, Ink, MUTED, SMALL};

/// Who speaks.
const SPEAKER: Ink = Ink::new(32.0).bold().of(ACCENT);

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &PlayModel, region: Rect) {
    let Some((speaker, words)) = &model.caption else {
        if model.can_next {
            alone(ui, kit, region, model);
        }
        return;
    };
    let key = format!("caption {speaker} {words}");
    kit.appear(ui, &key, |kit, ui, _| {
        let margin = vec2(kit.px(36.0), kit.px(20.0));
        let width = kit.px(1080.0).min(region.width() - 2.0 * margin.x);
        let said = kit.measure(ui, width, words, CAPTION);
        let name = if speaker.is_empty() { 0.0 } else { kit.line_height(ui, SPEAKER) };
        let foot = if model.can_next { kit.tx(54.0) } else { 0.0 };
        let size = vec2(width, name + said.y + foot) + 2.0 * margin;
        let rect = Rect::from_min_size(pos2(region.center().x - size.x / 2.0, region.bottom() - size.y), size);
        let hit = model.can_next.then(|| {
            let label = kit.tr("next");
            kit.hit(ui, rect, &label, model.phone.is_some())
        });
        kit.panel(ui, rect);
        let inner = rect.shrink2(margin);
        if !speaker.is_empty() {
            kit.wrapped(ui, inner.min, width, speaker, SPEAKER);
        }
        kit.wrapped(ui, inner.min + vec2(0.0, name), width, words, CAPTION);
        if let Some(hit) = hit {
            go_on(ui, kit, inner.with_min_y(inner.bottom() - foot));
            if hit.clicked {
                kit.act(UiAct::Next);
            }
        }
    });
}

/// Nothing is said, but the story waits for a key.
fn alone(ui: &Ui, kit: &mut Kit, region: Rect, model: &PlayModel) {
    let size = vec2(kit.tx(330.0), kit.tx(80.0));
    let rect = Rect::from_min_size(pos2(region.center().x - size.x / 2.0, region.bottom() - size.y), size);
    let label = kit.tr("next");
    let hit = kit.hit(ui, rect, &label, model.phone.is_some());
    kit.panel(ui, rect);
    go_on(ui, kit, rect.shrink(kit.px(14.0)));
    if hit.clicked {
        kit.act(UiAct::Next);
    }
}

/// The key that goes on, at the right end of a strip.
fn go_on(ui: &Ui, kit: &mut Kit, strip: Rect) {
    let key = kit.key_name("Enter");
    let size = kit.key_size(ui, key);
    let nudge = kit.px(6.0) * kit.pulse(0.8);
    let arrow = pos2(strip.right() - kit.tx(16.0) - kit.px(6.0) + nudge, strip.center().y);
    icons::paint(ui.painter(), Icon::Arrow, arrow, kit.tx(28.0), ACCENT);
    let cap = kit.key(ui, pos2(arrow.x - kit.tx(30.0) - size.x / 2.0, strip.center().y), key);
    let words = kit.tr("next");
    kit.fit(ui, strip.with_max_x(cap.left() - kit.px(14.0)), Align2::RIGHT_CENTER, &words, SMALL.of(MUTED));
}
