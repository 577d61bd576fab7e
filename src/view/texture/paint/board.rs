//! Boards that are written on: chalk, the class timetable, a lit screen.

use super::Page;
use crate::view::texture::canvas::{Area, mix};
use crate::view::texture::fonts::Weight;
use crate::view::texture::lettering::{Hand, Lettering};
use crate::view::texture::noise::{fbm, hash, hash_text, unit};

const DAYS: [&str; 5] = ["一", "二", "三", "四", "五"];
const LESSONS: [&str; 5] = ["1-2", "3-4", "5-6", "7-8", "9-10"];

/// Words in chalk over the dust of what was wiped off, the heading underlined.
pub(super) fn chalk(page: &mut Page<'_>) {
    let spec = page.spec;
    let whole = page.canvas.area();
    let seed = hash_text(page.heading(""));
    page.canvas.shape(whole, 0xFFFFFF, |at| {
        let wiped = fbm(at / whole.w.max(whole.h), 3, 4, seed);
        0.16 * (wiped - 0.35).max(0.0)
    });
    let writing = Lettering { fonts: page.fonts, ink: spec.ink, hand: Hand::Chalk };
    let words = whole.inset(page.margin());
    if spec.lines.len() < 2 {
        writing.write(&mut page.canvas, words, &spec.lines);
        return;
    }
    let (heading, rest) = words.split_top(0.28);
    writing.line(&mut page.canvas, heading.part(0.0, 0.0, 1.0, 0.8), &spec.lines[0], Weight::Bold);
    underline(page, heading.part(0.25, 0.82, 0.5, 0.1));
    let body = page.body();
    writing.list(&mut page.canvas, rest.part(0.04, 0.04, 0.92, 0.96), body);
}

/// A stroke by hand: short pieces of uneven width.
fn underline(page: &mut Page<'_>, area: Area) {
    let accent = page.spec.accent;
    let thick = (area.h * 0.5).max(1.0);
    let steps = 24;
    for step in 0..steps {
        let (from, to) = (step as f32 / steps as f32, (step as f32 + 1.0) / steps as f32);
        let sway = |step: u32| 0.3 + 0.4 * unit(step, 0, 91);
        let (a, b) = (area.point(from, sway(step)), area.point(to, sway(step + 1)));
        let share = 0.5 + 0.5 * unit(step, 1, 91);
        page.canvas.line(a, b, thick * share, accent);
    }
}

/// Five days by five double lessons; the sign's further lines are the subjects.
pub(super) fn timetable(page: &mut Page<'_>) {
    let spec = page.spec;
    let (top, grid) = page.canvas.area().inset(page.margin()).split_top(0.17);
    let heading = page.heading("课程表");
    let title = top.part(0.0, 0.0, 1.0, 0.9);
    page.letters(spec.ink).line(&mut page.canvas, title, heading, Weight::Bold);
    let cell = |column: usize, row: usize| grid.part(column as f32 / 6.0, row as f32 / 6.0, 1.0 / 6.0, 1.0 / 6.0);
    let head = mix(spec.paper, spec.accent, 0.55);
    page.canvas.rect(grid.part(0.0, 0.0, 1.0, 1.0 / 6.0), head);
    page.canvas.rect(grid.part(0.0, 0.0, 1.0 / 6.0, 1.0), head);
    for (index, (day, lesson)) in DAYS.into_iter().zip(LESSONS).enumerate() {
        let (above, beside) = (cell(index + 1, 0), cell(0, index + 1));
        page.letters(spec.ink).line(&mut page.canvas, above, day, Weight::Bold);
        let small = beside.inset(beside.h * 0.15);
        page.letters(spec.ink).line(&mut page.canvas, small, lesson, Weight::Regular);
    }
    subjects(page, cell);
    let thin = (grid.h * 0.008).max(1.0);
    for line in 0..=6 {
        let share = line as f32 / 6.0;
        let (left, right) = (grid.point(0.0, share), grid.point(1.0, share));
        page.canvas.line(left, right, thin, mix(spec.paper, spec.ink, 0.5));
        let (upper, lower) = (grid.point(share, 0.0), grid.point(share, 1.0));
        page.canvas.line(upper, lower, thin, mix(spec.paper, spec.ink, 0.5));
    }
}

/// Fills about two cells in three, each subject on its own tint.
fn subjects(page: &mut Page<'_>, cell: impl Fn(usize, usize) -> Area) {
    let (spec, names) = (page.spec, page.body());
    let choices = names.len() as u32 + names.len().div_ceil(2) as u32 + 1;
    for column in 1..6_usize {
        for row in 1..6_usize {
            let choice = hash(column as u32, row as u32, 23) % choices;
            let Some(name) = names.get(choice as usize) else { continue };
            let place = cell(column, row);
            let tint = mix(spec.paper, spec.accent, 0.12 + 0.08 * (choice % 3) as f32);
            page.canvas.rect(place, tint);
            let words = place.inset(place.h * 0.14);
            page.letters(spec.ink).line(&mut page.canvas, words, name, Weight::Regular);
        }
    }
}

/// A lit screen: title bar, lines on the left, a small bar chart on the right.
pub(super) fn screen(page: &mut Page<'_>) {
    let spec = page.spec;
    let whole = page.canvas.area();
    page.canvas.gradient(whole, mix(spec.paper, spec.accent, 0.10), spec.paper);
    let (bar, rest) = whole.split_top(0.16);
    page.canvas.rect(bar, spec.accent);
    let (heading, body) = (page.heading(""), page.body());
    let title = bar.inset(bar.h * 0.14);
    page.letters(spec.ink).line(&mut page.canvas, title, heading, Weight::Bold);
    let inner = rest.inset(page.margin());
    let (left, right) = inner.split_left(0.56);
    if body.is_empty() {
        for line in 0..6_u32 {
            let length = 0.5 + 0.4 * unit(line, 3, 41);
            let row = left.part(0.0, 0.05 + 0.16 * line as f32, length, 0.06);
            page.canvas.rounded(row, row.h / 2.0, mix(spec.paper, spec.ink, 0.45));
        }
    } else {
        page.letters(spec.ink).list(&mut page.canvas, left, body);
    }
    chart(page, right.part(0.12, 0.10, 0.88, 0.80));
}

fn chart(page: &mut Page<'_>, area: Area) {
    let spec = page.spec;
    let seed = hash_text(page.heading(""));
    for bar in 0..5_u32 {
        let high = 0.3 + 0.6 * unit(bar, 4, seed);
        let column = area.part(0.06 + 0.19 * bar as f32, 1.0 - high, 0.12, high);
        let colour = if bar == 3 { spec.accent } else { mix(spec.paper, spec.accent, 0.55) };
        page.canvas.rounded(column, column.w * 0.25, colour);
    }
    let floor = (area.h * 0.02).max(1.0);
    page.canvas.line(area.point(0.0, 1.0), area.point(1.0, 1.0), floor, spec.ink);
}
