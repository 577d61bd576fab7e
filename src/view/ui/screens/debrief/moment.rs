//! One decision taken apart: what came of it, why, what would have been better, and where that is written.

use bevy_egui::egui::{Color32, Image, Rect, Ui, pos2, vec2};

use crate::view::ui::icons::Icon;
use crate::view::ui::kit::{Column, Kit};
use crate::view::ui::model::Moment;
use crate::view::ui::screens::{chips, grade_word};
use crate::view::ui::theme::{BODY, CALM, GOOD, HEAD, Ink, MUTED, POOR, SMALL, grade_color, grade_icon};

/// What was decided.
const CHOSEN: Ink = Ink::new(34.0).bold();

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, rect: Rect, moment: &Moment, index: usize) {
    let key = format!("moment {index}");
    kit.appear(ui, &key, |kit, ui, _| {
        let mut top = Column::of(rect);
        top.text(kit, ui, &moment.asked, SMALL.of(MUTED));
        top.space(kit.px(4.0));
        top.text(kit, ui, &moment.chosen, CHOSEN);
        top.space(kit.px(14.0));
        let list = marks(kit, moment);
        chips(ui, kit, &mut top, &list);
        top.space(kit.px(24.0));
        let rest = Rect::from_min_max(pos2(rect.left(), top.y.min(rect.bottom() - kit.px(120.0))), rect.max);
        let gap = kit.px(44.0);
        let (left, right) = rest.split_left_right_at_fraction(0.5);
        kit.scroll(ui, left.with_max_x(left.right() - gap / 2.0), &format!("{key} what"), |kit, ui, column| {
            let (what, why) = (kit.tr("moment-what"), kit.tr("moment-why"));
            part(ui, kit, column, (Icon::Eye, CALM), &what, &moment.what);
            part(ui, kit, column, (Icon::Bulb, POOR), &why, &moment.why);
        });
        kit.scroll(ui, right.with_min_x(right.left() + gap / 2.0), &format!("{key} better"), |kit, ui, column| {
            better(ui, kit, column, moment);
            picture(ui, kit, column, moment, rest.height() * 0.56);
            cited(ui, kit, column, moment);
        });
    });
}

/// Grade, points, time and try, as chips.
fn marks(kit: &Kit, moment: &Moment) -> Vec<(Icon, String, Color32)> {
    let color = grade_color(moment.grade);
    let seconds = format!("{:.0}", moment.seconds);
    let points = (moment.points.to_string(), moment.max_points.to_string());
    let mut list = vec![(grade_icon(moment.grade), grade_word(kit, moment.grade), color)];
    if moment.max_points > 0 {
        list.push((Icon::Star, kit.tr_with("moment-points", &[("got", &points.0), ("of", &points.1)]), MUTED));
    }
    if moment.timed_out {
        list.push((Icon::Clock, kit.tr("timed-out"), POOR));
    } else {
        list.push((Icon::Clock, kit.tr_with("seconds", &[("n", &seconds)]), MUTED));
    }
    let (icon, words) = if moment.first_try { (Icon::Check, kit.tr("first-try")) } else { (Icon::Repeat, kit.tr("second-try")) };
    list.push((icon, words, MUTED));
    list
}

/// A name with an icon, and words below it.
fn part(ui: &Ui, kit: &mut Kit, column: &mut Column, mark: (Icon, Color32), name: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    column.item(kit, ui, mark, name, HEAD);
    column.space(kit.px(6.0));
    column.text(kit, ui, words, BODY);
    column.space(kit.px(26.0));
}

/// The decision as it was seen.
fn picture(ui: &Ui, kit: &Kit, column: &mut Column, moment: &Moment, highest: f32) {
    let Some((id, [width, height])) = moment.picture else { return };
    let share = (highest / height.max(1.0)).min(column.width / width.max(1.0));
    let strip = column.take(height * share);
    let rect = Rect::from_min_size(strip.min, vec2(width, height) * share);
    Image::from_texture((id, vec2(width, height))).corner_radius(kit.round(14.0)).paint_at(ui, rect);
    column.space(kit.px(22.0));
}

fn better(ui: &Ui, kit: &mut Kit, column: &mut Column, moment: &Moment) {
    let name = kit.tr("moment-better");
    match &moment.better {
        Some(better) => part(ui, kit, column, (Icon::Shield, GOOD), &name, better),
        None => {
            let (best, line) = (kit.tr("moment-best"), kit.tr("moment-best-line"));
            part(ui, kit, column, (Icon::Shield, GOOD), &best, &line);
        }
    }
}

fn cited(ui: &Ui, kit: &mut Kit, column: &mut Column, moment: &Moment) {
    if moment.sources.is_empty() {
        return;
    }
    let head = kit.tr("moment-sources");
    column.item(kit, ui, (Icon::Book, CALM), &head, HEAD);
    column.space(kit.px(6.0));
    for source in &moment.sources {
        column.text(kit, ui, source, SMALL.of(MUTED));
        column.space(kit.px(8.0));
    }
}
