//! What stands round the drawing on every sheet: title, version and hash above, the legend below. No date: the same file
//! gives the same sheet for ever.

use super::super::map::{Finish, Flag, Kind, Map};
use super::super::measure::Letters;
use super::super::sheet::{BODY, Frame, HIGH, MARGIN, MOST_REMARKS, Paper, REMARK, SMALL, WIDE};
use super::icons::{Icon, badge, clock, icon};
use super::ink::{self, ALERT, BRANCH, INK, MUTED, PHONE, ROUTE, Stroke};
use super::pen::{Hold, Pen, n};
use crate::diag::Lang;
use crate::scenario::Grade;

const TITLE: Letters = Letters::bold(58.0);
const META: Letters = Letters::new(29.0);
const NUMBER: Letters = Letters::bold(40.0);

/// Title, meta line, sheet number and, where there are any, remarks.
pub fn header(pen: &mut Pen, paper: &Paper<'_>, sheet: usize) {
    let map = paper.plan.map;
    let number = format!("{} / {}", sheet + 1, paper.sheets.len());
    let end = WIDE - MARGIN;
    pen.text((end, 105.0), NUMBER, INK, Hold::Right, &number);
    let title = TITLE.one_line(&map.title, 1_400.0);
    pen.text((MARGIN, 105.0), TITLE, INK, Hold::Left, &title);
    let begin = MARGIN + TITLE.width(&title) + 40.0;
    let room = end - NUMBER.width(&number) - 60.0 - begin;
    pen.text((begin, 105.0), META, MUTED, Hold::Left, &META.one_line(&meta(map), room));
    let color = if map.remarks.is_empty() { INK } else { ALERT };
    pen.path(&format!("M{} 130H{}", n(MARGIN), n(end)), "none", Some(Stroke::solid(color, 3.0)));
    let mut y = 130.0;
    for (line, remark) in map.remarks.iter().take(MOST_REMARKS).enumerate() {
        y += REMARK;
        let more = map.remarks.len() - MOST_REMARKS.min(map.remarks.len());
        let tail = if line + 1 == MOST_REMARKS && more > 0 { format!(" (+{more})") } else { String::new() };
        icon(pen, Icon::Kind(Kind::End(Finish::Fail)), (MARGIN, y - 23.0), ALERT);
        let words = BODY.one_line(remark, end - MARGIN - 34.0 - BODY.width(&tail));
        pen.text((MARGIN + 34.0, y), BODY, ALERT, Hold::Left, &format!("{words}{tail}"));
    }
}

/// Which file this is the map of, what passes, what is drawn by the seed, and whose choices are shown.
fn meta(map: &Map) -> String {
    let mut parts = match map.lang {
        Lang::Zh => vec![map.id.clone(), format!("第 {} 版", map.version), map.hash.clone(), format!("通过线 {}%", map.pass)],
        Lang::En => vec![map.id.clone(), format!("version {}", map.version), map.hash.clone(), format!("pass mark {}%", map.pass)],
    };
    if let Some(runs) = map.runs {
        parts.push(match map.lang {
            Lang::Zh => format!("{runs} 次演练的第一次作答"),
            Lang::En => format!("first answers of {runs} runs"),
        });
    }
    if !map.draws.is_empty() {
        parts.push(format!("{}{}", map.pick("随机：", "drawn: "), map.draws.join(map.pick("；", "; "))));
    }
    parts.join("  ·  ")
}

/// One thing that the legend explains.
#[derive(Debug, Clone, Copy)]
enum Sample {
    Grade(Grade),
    Clock,
    Again,
    Back,
    Branch,
    Die,
    Phone,
    Trigger,
    Finish(Finish),
    Out,
    Flag(Flag),
    Route,
    Wide,
}

/// Length of a sample.
const SAMPLE: f64 = 96.0;

/// Draws the legend: what any map may show, and what only this one does.
pub fn legend(pen: &mut Pen, paper: &Paper<'_>) {
    let map = paper.plan.map;
    let top = HIGH - 168.0;
    pen.path(&format!("M{} {}H{}", n(MARGIN), n(top - 14.0), n(WIDE - MARGIN)), "none", Some(Stroke::solid(ink::THIN, 2.0)));
    let (mut x, mut y) = (MARGIN, top + 34.0);
    for (sample, words) in samples(map) {
        let width = SAMPLE + 12.0 + SMALL.width(words) + 44.0;
        if x + width > WIDE - MARGIN + 44.0 {
            (x, y) = (MARGIN, y + 46.0);
        }
        draw(pen, sample, (x, y - 9.0));
        pen.text((x + SAMPLE + 12.0, y), SMALL, INK, Hold::Left, words);
        x += width;
    }
}

fn samples(map: &Map) -> Vec<(Sample, &'static str)> {
    let mut samples = vec![
        (Sample::Grade(Grade::Good), map.pick("好的选择", "good choice")),
        (Sample::Grade(Grade::Poor), map.pick("不妥的选择", "poor choice")),
        (Sample::Grade(Grade::Critical), map.pick("严重错误，不能通过", "critical error, no pass")),
        (Sample::Clock, map.pick("时间到了", "time is over")),
        (Sample::Again, map.pick("看到后果，重新选", "shown, explained, decided again")),
        (Sample::Back, map.pick("回到前面", "back to an earlier card")),
        (Sample::Branch, map.pick("按条件分岔", "branch on a condition")),
        (Sample::Die, map.pick("按随机变化分岔", "branch on what the seed drew")),
        (Sample::Phone, map.pick("手机上发生", "on the phone")),
        (Sample::Trigger, map.pick("危险达到条件时跳转", "jump when a hazard condition holds")),
        (Sample::Finish(Finish::Pass), map.pick("可以通过的结局", "ending that can pass")),
        (Sample::Finish(Finish::Fail), map.pick("不通过的结局", "ending that cannot pass")),
        (Sample::Out, map.pick("接到另一部分：2B = 第 2 张的 B 部分", "goes on in another part: 2B = sheet 2, part B")),
    ];
    if map.cards.iter().any(|c| c.kind == Kind::End(Finish::Open)) {
        samples.push((Sample::Finish(Finish::Open), map.pick("看分数的结局", "ending that passes by score")));
    }
    for flag in [Flag::Unreachable, Flag::DeadEnd, Flag::Unsafe] {
        if map.cards.iter().any(|c| c.flags.contains(&flag) || c.rows.iter().any(|r| r.flag == Some(flag))) {
            let (zh, en) = ink::flag(flag);
            samples.push((Sample::Flag(flag), map.pick(zh, en)));
        }
    }
    if map.links.iter().any(|l| l.on_route) {
        samples.push((Sample::Route, map.pick("有问题的路线", "the route that is wrong")));
    }
    if map.runs.is_some() {
        samples.push((Sample::Wide, map.pick("线越粗，走的人越多", "the wider, the more went there")));
    }
    samples
}

/// Draws a sample; `y` is its middle.
fn draw(pen: &mut Pen, sample: Sample, (x, y): (f64, f64)) {
    match sample {
        Sample::Grade(grade) => {
            line(pen, (x, y), ink::graded(grade));
            badge(pen, "A", grade, (x + SAMPLE / 2.0, y));
        }
        Sample::Clock => {
            line(pen, (x, y), ink::TIMED);
            pen.path(&format!("M{} {}m-16 0a16 16 0 1 0 32 0a16 16 0 1 0 -32 0", n(x + SAMPLE / 2.0), n(y)), "#fff", None);
            clock(pen, (x + SAMPLE / 2.0, y));
        }
        Sample::Again => icon(pen, Icon::Again, (x + SAMPLE - 30.0, y - 12.0), MUTED),
        Sample::Back => line(pen, (x, y), ink::GOING_BACK),
        Sample::Branch => icon(pen, Icon::Kind(Kind::Branch), (x + SAMPLE - 30.0, y - 12.0), BRANCH),
        Sample::Die => icon(pen, Icon::Die, (x + SAMPLE - 30.0, y - 12.0), BRANCH),
        Sample::Phone => boxed(pen, (x, y), 16.0, ink::dress(Kind::Call).head, Stroke::solid(PHONE, 3.0)),
        Sample::Trigger => line(pen, (x, y), ink::TRIGGERED),
        Sample::Finish(finish) => {
            let dress = ink::dress(Kind::End(finish));
            boxed(pen, (x, y), 8.0, dress.head, Stroke::solid(dress.edge, 4.0));
            icon(pen, Icon::Kind(Kind::End(finish)), (x + SAMPLE - 54.0, y - 12.0), dress.edge);
        }
        Sample::Out => {
            let (left, top) = (n(x + 24.0), n(y - 16.0));
            pen.path(&format!("M{left} {top}h52l16 16l-16 16h-52z"), "#fff", Some(Stroke::solid(INK, 2.5)));
            pen.text((x + 52.0, y + 9.0), Letters::bold(25.0), INK, Hold::Middle, "2B");
        }
        Sample::Flag(flag) => {
            let fill = if flag == Flag::Unreachable { "url(#dead)" } else { ALERT };
            boxed(pen, (x, y), 6.0, fill, Stroke { color: ALERT, width: 2.5, dash: if flag == Flag::Unreachable { "10 6" } else { "" } });
        }
        Sample::Route => line(pen, (x, y), Stroke::solid(ROUTE, 24.0)),
        Sample::Wide => {
            line(pen, (x, y - 10.0), Stroke::solid(MUTED, 3.0));
            line(pen, (x, y + 6.0), Stroke::solid(MUTED, 16.0));
        }
    }
}

fn line(pen: &mut Pen, (x, y): (f64, f64), stroke: Stroke) {
    pen.path(&format!("M{} {}h{}", n(x), n(y), n(SAMPLE)), "none", Some(stroke));
}

fn boxed(pen: &mut Pen, (x, y): (f64, f64), radius: f64, fill: &str, edge: Stroke) {
    pen.rect(Frame { x: x + SAMPLE - 72.0, y: y - 17.0, width: 64.0, height: 34.0 }, radius, fill, Some(edge));
}
