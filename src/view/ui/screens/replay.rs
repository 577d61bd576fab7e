//! A run that is looked at again: the place behind, the bar with every choice below, and how to look.

use bevy_egui::egui::{Align2, Color32, Id, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::debrief::when;
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Kit, Style};
use crate::view::ui::model::{ReplayModel, UiAct};
use crate::view::ui::theme::{ACCENT, BODY, CALM, CHOICE, DARK, HEAD, LIFTED, MUTED, SMALL, TEXT, grade_color, grade_icon};

pub(super) fn draw(ui: &Ui, kit: &mut Kit, model: &ReplayModel) {
    names(ui, kit, model);
    let top = kit.inside(40.0, 28.0, 40.0, 28.0);
    let top = top.with_max_y(top.top() + kit.px(92.0));
    heading(ui, kit, top, model);
    let bottom = kit.inside(40.0, 28.0, 40.0, 28.0);
    let bottom = bottom.with_min_y(bottom.bottom() - kit.px(210.0));
    kit.panel(ui, bottom);
    let inside = bottom.shrink2(vec2(kit.px(34.0), kit.px(20.0)));
    let (line, controls) = inside.split_top_bottom_at_y(inside.bottom() - kit.px(88.0));
    bar(ui, kit, line, model);
    buttons(ui, kit, controls, model);
    if let Some((grade, words)) = &model.chosen {
        let width = kit.measure(ui, kit.px(1300.0), words, BODY).x + kit.px(120.0);
        let plate = Rect::from_center_size(pos2(bottom.center().x, bottom.top() - kit.px(54.0)), vec2(width, kit.px(68.0)));
        kit.panel(ui, plate);
        let mark = pos2(plate.left() + kit.px(40.0), plate.center().y);
        ui.painter().circle_filled(mark, kit.px(22.0), grade_color(*grade));
        icons::paint(ui.painter(), grade_icon(*grade), mark, kit.px(26.0), DARK);
        kit.fit(ui, plate.with_min_x(mark.x + kit.px(36.0)), Align2::LEFT_CENTER, words, BODY);
    }
}

/// Who is who, over their heads.
fn names(ui: &Ui, kit: &mut Kit, model: &ReplayModel) {
    for ([x, y], is_example) in &model.names {
        let word = if *is_example { kit.tr("replay-example") } else { kit.tr("replay-you") };
        let size = kit.measure(ui, f32::INFINITY, &word, SMALL.bold()) + vec2(kit.px(28.0), kit.px(10.0));
        let tag = Rect::from_center_size(pos2(*x, *y - size.y), size);
        kit.plate(ui, tag, if *is_example { CALM } else { ACCENT }, 14.0);
        kit.text(ui, tag.center(), Align2::CENTER_CENTER, &word, SMALL.bold().of(DARK));
    }
}

/// What this is, what the instruments show, and the way out.
fn heading(ui: &Ui, kit: &mut Kit, rect: Rect, model: &ReplayModel) {
    kit.panel(ui, rect);
    let inside = rect.shrink2(vec2(kit.px(30.0), kit.px(14.0)));
    let leave = inside.with_min_x(inside.right() - kit.px(330.0));
    let title = kit.tr("replay-title");
    let mut at = kit.fit(ui, inside.with_max_x(inside.left() + kit.px(380.0)), Align2::LEFT_CENTER, &title, HEAD).right() + kit.px(40.0);
    for (what, value) in &model.facts {
        let words = format!("{what} {value}");
        let wide = kit.measure(ui, f32::INFINITY, &words, SMALL).x + kit.px(36.0);
        let chip = Rect::from_min_size(pos2(at, inside.center().y - kit.px(26.0)), vec2(wide, kit.px(52.0)));
        if chip.right() > leave.left() {
            break;
        }
        ui.painter().rect_filled(chip, kit.round(26.0), LIFTED);
        kit.text(ui, chip.center(), Align2::CENTER_CENTER, &words, SMALL);
        at = chip.right() + kit.px(16.0);
    }
    let label = kit.tr("replay-leave");
    if kit.press(ui, leave, Button::new(&label, Style::Plain).icon(Icon::Back).key("Esc")) {
        kit.act(UiAct::Watch(false));
    }
}

/// The time line with every choice on it.
fn bar(ui: &Ui, kit: &mut Kit, rect: Rect, model: &ReplayModel) {
    let (now, all) = model.seconds;
    let clock = format!("{} / {}", when(now), when(all));
    let words = rect.with_min_x(rect.right() - kit.px(240.0));
    kit.counting(ui, words, Align2::RIGHT_CENTER, &clock, CHOICE);
    let line = Rect::from_min_max(pos2(rect.left() + kit.px(12.0), rect.top()), pos2(words.left() - kit.px(30.0), rect.bottom()));
    let share = (now / all.max(1.0)).clamp(0.0, 1.0) as f32;
    let track = Rect::from_center_size(line.center() + vec2(0.0, kit.px(14.0)), vec2(line.width(), kit.px(12.0)));
    let here = |share: f32| pos2(track.left() + track.width() * share, track.center().y);
    ui.painter().rect_filled(track, kit.round(6.0), LIFTED);
    ui.painter().rect_filled(track.with_max_x(here(share).x), kit.round(6.0), ACCENT);
    for (at, grade) in &model.marks {
        tick(ui, kit, here(*at) - vec2(0.0, kit.px(30.0)), *grade);
    }
    let knob = here(share);
    ui.painter().circle(knob, kit.px(18.0), TEXT, Stroke::new(kit.px(4.0), DARK));
    let hit = ui.interact(line, Id::new("replay bar"), Sense::click_and_drag());
    if let Some(pointer) = hit.interact_pointer_pos().filter(|_| hit.dragged() || hit.clicked()) {
        kit.act(UiAct::Seek(((pointer.x - track.left()) / track.width()).clamp(0.0, 1.0)));
    }
}

/// A choice on the line.
fn tick(ui: &Ui, kit: &Kit, at: Pos2, grade: u8) {
    let color: Color32 = grade_color(grade);
    ui.painter().circle_filled(at, kit.px(11.0), color);
    ui.painter().vline(at.x, (at.y + kit.px(8.0))..=(at.y + kit.px(24.0)), Stroke::new(kit.px(3.0).max(1.0), color));
}

fn buttons(ui: &Ui, kit: &mut Kit, rect: Rect, model: &ReplayModel) {
    let height = kit.px(72.0);
    let top = rect.bottom() - height;
    let mut left = rect.left();
    let mut next = |width: f32, kit: &Kit| {
        let place = Rect::from_min_size(pos2(left, top), vec2(kit.px(width), height));
        left = place.right() + kit.px(16.0);
        place
    };
    let place = next(330.0, kit);
    let label = kit.tr(if model.plays { "replay-stand" } else { "replay-play" });
    let button = Button::new(&label, Style::Main).key("Space");
    if kit.press(ui, place, if model.plays { button } else { button.icon(Icon::Play) }) {
        kit.act(UiAct::Play);
    }
    for (seconds, key, word) in [(-5.0, "←", "replay-back"), (5.0, "→", "replay-on")] {
        let place = next(240.0, kit);
        let label = kit.tr(word);
        if kit.press(ui, place, Button::new(&label, Style::Plain).key(key)) {
            kit.act(UiAct::Skip(seconds));
        }
    }
    let place = next(200.0, kit);
    let label = kit.tr_with("replay-pace", &[("n", &model.pace.to_string())]);
    if kit.press(ui, place, Button::new(&label, Style::Plain)) {
        kit.act(UiAct::Pace);
    }
    let place = next(400.0, kit);
    let label = kit.tr(if model.above { "replay-eyes" } else { "replay-above" });
    if kit.press(ui, place, Button::new(&label, Style::Plain).icon(Icon::Eye).key("V")) {
        kit.act(UiAct::Above(!model.above));
    }
    if let Some(shown) = model.example {
        let place = next(380.0, kit);
        let place = place.with_max_x(place.right().min(rect.right()));
        let label = kit.tr(if shown { "replay-hide" } else { "replay-show" });
        if kit.press(ui, place, Button::new(&label, Style::Plain).icon(Icon::Person)) {
            kit.act(UiAct::Example(!shown));
        }
    } else {
        let words = kit.tr("replay-no-example");
        let place = Rect::from_min_max(pos2(left, top), rect.max);
        kit.fit(ui, place, Align2::LEFT_CENTER, &words, SMALL.of(MUTED));
    }
}
