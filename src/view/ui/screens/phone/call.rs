//! A call: ringing, with a button to answer, and then the talk with its timer.

use bevy_egui::egui::{Align2, Color32, Rect, Stroke, Ui, pos2, vec2};

use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::Kit;
use crate::view::ui::model::{Bubble, UiAct};
use crate::view::ui::theme::{CALM, DARK, GOOD, Ink, LIFTED, MUTED, SMALL, TEXT};

/// The name of who calls.
const WHO: Ink = Ink::new(46.0).bold();

/// It rings until it is answered.
pub(super) fn ringing(ui: &Ui, kit: &mut Kit, glass: Rect, name: &str) {
    let middle = pos2(glass.center().x, glass.top() + kit.px(260.0));
    for ring in 0..3_u8 {
        let turn = (kit.time * 0.45 + f64::from(ring) / 3.0).fract() as f32;
        let radius = kit.px(92.0 + 110.0 * turn);
        ui.painter().circle_stroke(middle, radius, Stroke::new(kit.px(4.0), CALM.gamma_multiply(0.7 * (1.0 - turn))));
    }
    kit.face(ui, middle, kit.px(88.0), name);
    let words = Rect::from_min_size(pos2(glass.left(), middle.y + kit.px(150.0)), vec2(glass.width(), kit.px(120.0)));
    kit.fit(ui, words.shrink2(vec2(kit.px(30.0), 0.0)), Align2::CENTER_CENTER, name, WHO);
    let incoming = kit.tr("phone-incoming");
    let below = words.translate(vec2(0.0, kit.px(112.0)));
    kit.fit(ui, below.with_max_y(below.top() + kit.px(60.0)), Align2::CENTER_CENTER, &incoming, SMALL.of(MUTED));
    answer(ui, kit, glass);
}

fn answer(ui: &Ui, kit: &mut Kit, glass: Rect) {
    let label = kit.tr("phone-answer");
    let center = pos2(glass.center().x, glass.bottom() - kit.px(200.0));
    let radius = kit.px(66.0);
    let rect = Rect::from_center_size(center, vec2(2.0 * radius, 2.0 * radius)).expand(kit.px(14.0));
    let hit = kit.hit(ui, rect, &label, true);
    let radius = radius * (1.0 + 0.06 * kit.pulse(0.9) + 0.05 * hit.hover);
    ui.painter().circle_filled(center, radius, GOOD.lerp_to_gamma(TEXT, 0.25 * hit.hover));
    icons::paint(ui.painter(), Icon::Call, center, radius * 0.95, DARK);
    kit.focus_ring(ui, rect, hit);
    let words = Rect::from_center_size(center + vec2(0.0, kit.px(104.0)), vec2(glass.width() * 0.8, kit.px(56.0)));
    let said = kit.fit(ui, words, Align2::CENTER_CENTER, &label, Ink::new(30.0).bold());
    let size = kit.key_size(ui, "Enter");
    kit.key(ui, pos2(said.right() + kit.px(16.0) + size.x / 2.0, said.center().y), "Enter");
    if hit.clicked {
        kit.act(UiAct::Next);
    }
}

/// The line is open: who, how long, and what was said so far.
pub(super) fn talking(ui: &mut Ui, kit: &mut Kit, glass: Rect, (name, seconds): (&str, u32), lines: &[Bubble]) {
    let middle = pos2(glass.center().x, glass.top() + kit.px(110.0));
    kit.face(ui, middle, kit.px(60.0), name);
    let words = Rect::from_min_size(pos2(glass.left(), middle.y + kit.px(72.0)), vec2(glass.width(), kit.px(70.0)));
    kit.fit(ui, words.shrink2(vec2(kit.px(30.0), 0.0)), Align2::CENTER_CENTER, name, WHO);
    let time = format!("{:02}:{:02}", seconds / 60, seconds % 60);
    let below = words.translate(vec2(0.0, kit.px(66.0)));
    kit.counting(ui, below.with_max_y(below.top() + kit.px(50.0)), Align2::CENTER_CENTER, &time, Ink::new(30.0).bold().of(CALM));
    let place = Rect::from_min_max(pos2(glass.left(), below.top() + kit.px(64.0)), glass.max - vec2(0.0, kit.px(110.0)));
    kit.scroll_end(ui, place.shrink2(vec2(kit.px(28.0), 0.0)), &format!("call {name}"), |kit, ui, column| {
        for line in lines {
            let speaker = if line.mine { kit.tr("phone-me") } else { line.from.clone() };
            let color = if line.mine { GOOD } else { CALM };
            column.space(kit.px(10.0));
            if !speaker.is_empty() {
                column.text(kit, ui, &speaker, SMALL.bold().of(color));
            }
            column.text(kit, ui, &line.text, Ink::new(28.0));
        }
    });
    hang_up(ui, kit, glass);
}

/// The row of a call's buttons; only a picture, what to do is asked in words.
fn hang_up(ui: &Ui, kit: &Kit, glass: Rect) {
    let y = glass.bottom() - kit.px(56.0);
    for (across, icon, fill, ink) in [
        (-1.0, Icon::Speaker, LIFTED, TEXT),
        (0.0, Icon::Call, Color32::from_rgb(0xE5, 0x53, 0x3D), TEXT),
        (1.0, Icon::Person, LIFTED, TEXT),
    ] {
        let center = pos2(glass.center().x + kit.px(140.0) * across, y);
        ui.painter().circle_filled(center, kit.px(42.0), fill);
        icons::paint(ui.painter(), icon, center, kit.px(40.0), ink);
    }
}
