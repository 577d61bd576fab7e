//! A message to be judged: suspicious or genuine.

use bevy_egui::egui::{Align2, Rect, Ui, pos2, vec2};

use super::{MARK, NAME, NOTE, RIGHT, TEXT, WORDS, body};
use crate::view::ui::icons::{self, Icon};
use crate::view::ui::kit::{Button, Column, Kit, Style};
use crate::view::ui::model::UiAct;
use crate::view::ui::theme::Ink;

/// Whether the answer was right, whether the message was a scam, and why.
type Verdict = (bool, bool, String);

pub(super) fn draw(
    ui: &mut Ui,
    kit: &mut Kit,
    glass: Rect,
    message: (&str, &str),
    (number, of): (usize, usize),
    verdict: Option<&Verdict>,
) {
    let title = kit.tr_with("judge-title", &[("n", &number.to_string()), ("of", &of.to_string())]);
    let rest = body::header(ui, kit, glass, &title);
    let foot = kit.px(if verdict.is_some() { 118.0 } else { 250.0 });
    let (above, below) = rest.split_top_bottom_at_y(rest.bottom() - foot);
    let place = above.shrink2(vec2(kit.px(24.0), kit.px(18.0)));
    kit.scroll(ui, place, &format!("judge {number} {}", verdict.is_some()), |kit, ui, column| {
        card(ui, kit, column, message);
        if let Some((right, is_scam, why)) = verdict {
            column.space(kit.px(20.0));
            explain(ui, kit, column, (*right, *is_scam), why);
        }
    });
    let below = below.shrink2(vec2(kit.px(28.0), kit.px(14.0)));
    if verdict.is_some() {
        let next = kit.tr("next");
        if kit.press(ui, below, Button::new(&next, Style::Main).icon(Icon::Play).key("Enter")) {
            kit.act(UiAct::Next);
        }
    } else {
        ask(ui, kit, below);
    }
}

fn card(ui: &Ui, kit: &mut Kit, column: &mut Column, (from, text): (&str, &str)) {
    let margin = kit.px(26.0);
    let width = column.width - 2.0 * margin;
    let radius = kit.px(32.0);
    let said = kit.measure(ui, width, text, TEXT).y;
    let rect = column.take(2.0 * radius + kit.px(20.0) + said + 2.0 * margin);
    body::sheet(ui, kit, rect);
    let inner = rect.shrink(margin);
    kit.face(ui, inner.min + vec2(radius, radius), radius, from);
    let name = Rect::from_min_size(
        inner.min + vec2(2.0 * radius + kit.px(16.0), 0.0),
        vec2(inner.width() - 2.0 * radius - kit.px(16.0), 2.0 * radius),
    );
    kit.fit(ui, name, Align2::LEFT_CENTER, from, NAME);
    kit.wrapped(ui, pos2(inner.left(), inner.top() + 2.0 * radius + kit.px(20.0)), width, text, TEXT);
}

fn explain(ui: &Ui, kit: &mut Kit, column: &mut Column, (right, is_scam): (bool, bool), why: &str) {
    let (icon, color) = if right { (Icon::Check, RIGHT) } else { (Icon::Cross, MARK) };
    let word = match (right, is_scam) {
        (true, true) => kit.tr("judge-right-scam"),
        (true, false) => kit.tr("judge-right-genuine"),
        (false, true) => kit.tr("judge-wrong-scam"),
        (false, false) => kit.tr("judge-wrong-genuine"),
    };
    column.item(kit, ui, (icon, color), &word, Ink::new(30.0).bold().of(color));
    column.space(kit.px(10.0));
    column.text(kit, ui, why, TEXT.of(WORDS));
}

fn ask(ui: &Ui, kit: &mut Kit, place: Rect) {
    let question = kit.tr("judge-ask");
    let (upper, lower) = place.split_top_bottom_at_y(place.top() + kit.px(52.0));
    kit.fit(ui, upper, Align2::CENTER_CENTER, &question, NOTE);
    icons::paint(ui.painter(), Icon::Eye, pos2(upper.left() + kit.px(14.0), upper.center().y), kit.px(28.0), WORDS);
    let gap = kit.px(12.0);
    let half = (lower.height() - gap) / 2.0;
    let first = lower.with_max_y(lower.top() + half);
    let second = lower.with_min_y(lower.bottom() - half);
    let (scam, genuine) = (kit.tr("judge-scam"), kit.tr("judge-genuine"));
    if kit.press(ui, first, Button::new(&scam, Style::Danger).icon(Icon::Warning).key("1")) {
        kit.act(UiAct::Judge(true));
    }
    if kit.press(ui, second, Button::new(&genuine, Style::Good).icon(Icon::Check).key("2")) {
        kit.act(UiAct::Judge(false));
    }
}
