//! What is always there: the task, the time, the body, the sounds, and what the eyes could look at.

use bevy_egui::egui::{Align2, Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::Kit;
use crate::view::ui::model::{Doing, PlayModel};
use crate::view::ui::screens::phone;
use crate::view::ui::theme::{ACCENT, ALERT, BODY, DARK, GOOD, Ink, PANEL, POOR, SMALL, SOLID, TEXT};

/// How wide the words of a label may be.
const LABEL: f32 = 440.0;
/// From so many seconds on the time is short.
const SHORT: u32 = 5;

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &PlayModel) {
    let looking = model.choices.is_empty() && model.card.is_none() && model.phone.is_none();
    if looking {
        for (words, at, metres, inside) in &model.markers {
            marker(ui, kit, words, Pos2::from(*at), *metres, *inside);
        }
        crosshair(ui, kit);
        if let Some((words, at)) = model.prompt.as_ref().filter(|(words, _)| !words.is_empty()) {
            prompt(ui, kit, words, Pos2::from(*at));
        }
    }
    if let Some(share) = model.hold {
        kit.ring(ui, kit.screen.center(), kit.px(46.0), kit.px(9.0), share, ACCENT);
    }
    if !model.objective.is_empty() {
        objective(ui, kit, &model.objective);
    }
    if let Some((share, seconds)) = model.timer {
        timer(ui, kit, share, seconds, if model.phone.is_some() { phone::WIDTH } else { 0.0 });
    }
    if model.card.is_none() {
        // Beside the phone a list of choices takes the corner: then the sounds stand under the task.
        let is_taken = model.phone.is_some() && !model.choices.is_empty();
        let top = if is_taken { kit.at(0.0, 300.0).y } else { posture(ui, kit, model.posture) };
        if kit.settings.captions {
            sounds(ui, kit, &model.sounds, top);
        }
    }
    if model.show_keys && looking {
        keys(ui, kit);
    }
}

fn crosshair(ui: &Ui, kit: &Kit) {
    let center = kit.screen.center();
    ui.painter().circle_filled(center, kit.px(7.0).max(2.5), Color32::from_black_alpha(130));
    ui.painter().circle_filled(center, kit.px(4.0).max(1.5), TEXT);
}

fn objective(ui: &mut Ui, kit: &mut Kit, words: &str) {
    let key = format!("objective {words}");
    kit.appear(ui, &key, |kit, ui, eased| {
        let (side, width) = (kit.tx(34.0), kit.px(620.0));
        let margin = vec2(kit.px(24.0), kit.px(14.0));
        let said = kit.measure(ui, width, words, BODY);
        let size = vec2(said.x + side + kit.px(16.0), said.y) + 2.0 * margin;
        let corner = kit.inside(40.0, 36.0, 0.0, 0.0).min - vec2(kit.px(20.0) * (1.0 - eased), 0.0);
        let rect = Rect::from_min_size(corner, size);
        kit.panel(ui, rect);
        let line = kit.line_height(ui, BODY);
        icons::paint(ui.painter(), Icon::Flag, rect.min + margin + vec2(side / 2.0, line / 2.0), side, ACCENT);
        kit.wrapped(ui, rect.min + margin + vec2(side + kit.px(16.0), 0.0), width, words, BODY);
    });
}

/// The time left, `aside` from the right edge.
fn timer(ui: &Ui, kit: &mut Kit, share: f32, seconds: u32, aside: f32) {
    let is_short = seconds <= SHORT;
    let color = if is_short || share < 0.2 {
        ALERT
    } else if share < 0.5 {
        POOR
    } else {
        GOOD
    };
    let swell = if is_short { 1.0 + 0.10 * kit.pulse(1.0) } else { 1.0 };
    let radius = kit.px(56.0) * swell;
    let center = pos2(kit.screen.right() - kit.px(110.0 + aside), kit.screen.top() + kit.px(104.0));
    ui.painter().circle_filled(center, radius + kit.px(14.0), PANEL);
    kit.ring(ui, center, radius, kit.px(11.0), share, color);
    icons::paint(ui.painter(), Icon::Clock, center - vec2(0.0, radius * 0.48), kit.px(26.0), color);
    let number = Rect::from_center_size(center + vec2(0.0, radius * 0.18), Vec2::new(radius * 1.5, radius * 1.1));
    kit.counting(ui, number, Align2::CENTER_CENTER, &seconds.to_string(), Ink::new(42.0).bold());
}

/// Draws how the body is held and returns the upper edge of that.
fn posture(ui: &Ui, kit: &mut Kit, posture: u8) -> f32 {
    let (icon, word) = match posture {
        0 => (Icon::Standing, kit.tr("posture-stand")),
        1 => (Icon::Crouching, kit.tr("posture-crouch")),
        _ => (Icon::Crawling, kit.tr("posture-crawl")),
    };
    let radius = kit.px(46.0);
    let center = pos2(kit.screen.left() + kit.px(40.0) + radius, kit.screen.bottom() - kit.px(40.0) - radius);
    ui.painter().circle_filled(center, radius, PANEL);
    icons::paint(ui.painter(), icon, center, radius * 1.25, if posture == 0 { TEXT } else { ACCENT });
    if posture > 0 {
        let at = pos2(center.x + radius + kit.px(14.0), center.y);
        label(ui, kit, at, Align2::LEFT_CENTER, &word);
    }
    center.y - radius
}

fn label_size(ui: &Ui, kit: &Kit, words: &str) -> Vec2 {
    kit.measure(ui, kit.px(LABEL), words, SMALL) + vec2(kit.px(28.0), kit.px(8.0))
}

/// Words on a small dark plate.
fn label(ui: &Ui, kit: &mut Kit, at: Pos2, anchor: Align2, words: &str) -> Rect {
    let size = label_size(ui, kit, words);
    let rect = anchor.anchor_size(at, size);
    ui.painter().rect_filled(rect, kit.round(12.0), PANEL);
    kit.centered(ui, rect.center_top() + vec2(0.0, kit.px(4.0)), kit.px(LABEL), words, SMALL);
    rect
}

fn sounds(ui: &mut Ui, kit: &mut Kit, sounds: &[String], bottom: f32) {
    let mut bottom = bottom - kit.px(20.0);
    for words in sounds.iter().rev().take(3) {
        let key = format!("sound {words}");
        let width = kit.px(520.0);
        let size = kit.measure(ui, width, words, SMALL) + vec2(kit.tx(64.0), kit.px(10.0));
        let rect = Rect::from_min_size(pos2(kit.screen.left() + kit.px(40.0), bottom - size.y), size);
        kit.appear(ui, &key, |kit, ui, _| {
            ui.painter().rect_filled(rect, kit.round(12.0), PANEL);
            icons::paint(ui.painter(), Icon::Speaker, pos2(rect.left() + kit.tx(28.0), rect.center().y), kit.tx(28.0), ACCENT);
            kit.wrapped(ui, rect.min + vec2(kit.tx(50.0), kit.px(5.0)), width, words, SMALL);
        });
        bottom = rect.top() - kit.px(10.0);
    }
}

/// The key and what it does (both in the words), beside the thing in front.
fn prompt(ui: &Ui, kit: &mut Kit, words: &str, at: Pos2) {
    let (side, width) = (kit.tx(34.0), kit.px(620.0));
    let said = kit.measure(ui, width, words, BODY.bold());
    let margin = vec2(kit.px(22.0), kit.px(12.0));
    let size = vec2(side + kit.px(14.0) + said.x, said.y.max(side)) + 2.0 * margin;
    let free = kit.inside(30.0, 160.0, 30.0, 60.0);
    let least = free.min + size / 2.0;
    let rect = Rect::from_center_size(at.clamp(least, (free.max - size / 2.0).max(least)), size);
    kit.panel(ui, rect);
    icons::paint(ui.painter(), Icon::Aim, pos2(rect.left() + margin.x + side / 2.0, rect.center().y), side, ACCENT);
    let left = rect.left() + margin.x + side + kit.px(14.0);
    kit.wrapped(ui, pos2(left, rect.center().y - said.y / 2.0), width, words, BODY.bold());
}

/// A diamond with words and metres; an arrow where the thing is out of sight.
fn marker(ui: &Ui, kit: &mut Kit, words: &str, at: Pos2, metres: f32, inside: bool) {
    let side = kit.px(17.0);
    let line = Stroke::new(kit.px(3.0).max(1.0), SOLID);
    if inside {
        let diamond = vec![at - vec2(0.0, side), at + vec2(side, 0.0), at + vec2(0.0, side), at - vec2(side, 0.0)];
        ui.painter().add(Shape::convex_polygon(diamond, ACCENT, line));
        ui.painter().circle_filled(at, side * 0.28, DARK);
    } else {
        let way = (at - kit.screen.center()).normalized();
        let across = way.rot90();
        let arrow = vec![at + way * side * 1.3, at - way * side * 0.6 + across * side, at - way * side * 0.6 - across * side];
        ui.painter().add(Shape::convex_polygon(arrow, ACCENT, line));
    }
    let far = format!("{metres:.0}");
    let text = kit.tr_with("marker-distance", &[("what", words), ("metres", &far)]);
    let size = label_size(ui, kit, &text);
    let free = kit.screen.shrink(kit.px(16.0));
    let x = at.x.clamp(free.left() + size.x / 2.0, (free.right() - size.x / 2.0).max(free.left() + size.x / 2.0));
    let below = at.y + side + kit.px(8.0);
    let is_low = below + size.y > free.bottom();
    let (y, anchor) = if is_low { (at.y - side - kit.px(8.0), Align2::CENTER_BOTTOM) } else { (below, Align2::CENTER_TOP) };
    label(ui, kit, pos2(x, y), anchor, &text);
}

/// Which keys do what, in the first half minute.
fn keys(ui: &Ui, kit: &mut Kit) {
    let letter = |doing| kit.settings.keys.of(doing).to_string();
    let hints = if kit.is_pad() {
        [
            (kit.tr("pad-left-stick"), kit.tr("key-walk")),
            (kit.tr("pad-right-stick"), kit.tr("key-look")),
            ("A".to_owned(), kit.tr("key-use")),
            ("B".to_owned(), kit.tr("key-crouch")),
            ("Y".to_owned(), kit.tr("key-crawl")),
            (kit.tr("pad-menu"), kit.tr("key-pause")),
        ]
    } else {
        [
            (kit.settings.keys.walking(), kit.tr("key-walk")),
            (kit.tr("key-mouse"), kit.tr("key-look")),
            (letter(Doing::Use), kit.tr("key-use")),
            (letter(Doing::Crouch), kit.tr("key-crouch")),
            (letter(Doing::Crawl), kit.tr("key-crawl")),
            ("Esc".to_owned(), kit.tr("key-pause")),
        ]
    };
    let mut y = kit.screen.bottom() - kit.px(40.0) - kit.tx(22.0);
    for (key, words) in hints.iter().rev() {
        let size = kit.key_size(ui, key);
        let right = kit.screen.right() - kit.px(40.0);
        let said = label(ui, kit, pos2(right, y), Align2::RIGHT_CENTER, words);
        kit.key(ui, pos2(said.left() - kit.px(12.0) - size.x / 2.0, y), key);
        y -= kit.tx(58.0);
    }
}
