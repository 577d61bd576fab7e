//! The debrief: every decision and message of the run once more, with why. Points as a whole are on the score.

use super::{fill, grade, help, sources};
use crate::diag::Lang;
use crate::run::{MessageJudged, Run};
use crate::scenario::{Grade, NodeKind};
use crate::score::Scorecard;
use crate::view::ui::model::{DebriefModel, Moment, Pictures};
use crate::view::visit::Visit;
use crate::words::{tr, tr_with};

/// The debrief.
pub(super) fn debrief(run: &Run, visit: &Visit) -> DebriefModel {
    let lang = visit.settings.lang;
    let s = run.scenario();
    let card = Scorecard::of(run);
    let (ending, ending_text) = run.tally().ending.map_or_else(Default::default, |e| match &s.node(e).kind {
        NodeKind::End { title, text, .. } => (title.get(lang).to_owned(), fill(run, text.get(lang))),
        _ => Default::default(),
    });
    DebriefModel {
        title: s.title.get(lang).to_owned(),
        ending,
        ending_text,
        passed: card.passed,
        percent: card.percent,
        moments: moments(run, lang),
        selected: visit.moment,
        page: visit.page,
        pictures: Pictures::None,
        facts: facts(run, lang),
        help: help(s, lang),
    }
}

fn moments(run: &Run, lang: Lang) -> Vec<Moment> {
    let s = run.scenario();
    let tally = run.tally();
    let mut out: Vec<(u32, Moment)> = Vec::new();
    for made in &tally.choices {
        let NodeKind::Decide(d) = &s.node(made.node).kind else { continue };
        let c = &d.choices[made.choice];
        let best = d.choices.iter().filter(|b| b.grade == Grade::Good).max_by_key(|b| b.points.values().sum::<i32>());
        let is_good = c.grade == Grade::Good;
        out.push((
            made.at_tick,
            Moment {
                spot: (made.node.index(), 0),
                picture: None,
                asked: fill(run, d.ask.get(lang)),
                chosen: c.text.get(lang).to_owned(),
                grade: grade(c.grade),
                points: if made.first_try { c.points.values().sum() } else { 0 },
                max_points: d.choices.iter().map(|c| c.points.values().sum()).max().unwrap_or(0),
                seconds: made.ticks as f32 / 60.0,
                first_try: made.first_try,
                timed_out: made.timed_out,
                what: c.then.as_ref().map_or_else(String::new, |t| fill(run, t.get(lang))),
                why: c.why.as_ref().map_or_else(String::new, |t| fill(run, t.get(lang))),
                better: if is_good { None } else { best.map(|b| b.text.get(lang).to_owned()) },
                sources: sources(s, &c.cites, lang),
            },
        ));
    }
    for m in &tally.messages {
        out.extend(message_moment(run, m, lang).map(|x| (m.at_tick, x)));
    }
    out.sort_by_key(|(tick, _)| *tick);
    out.into_iter().map(|(_, m)| m).collect()
}

fn message_moment(run: &Run, m: &MessageJudged, lang: Lang) -> Option<Moment> {
    let s = run.scenario();
    let is_right = m.misses + m.false_alarms == 0;
    let blank = Moment {
        spot: (m.node.index(), m.item.unwrap_or(0)),
        picture: None,
        asked: String::new(),
        chosen: String::new(),
        grade: u8::from(!is_right),
        points: 0,
        max_points: 0,
        seconds: m.ticks as f32 / 60.0,
        first_try: m.first_try,
        timed_out: false,
        what: String::new(),
        why: String::new(),
        better: None,
        sources: Vec::new(),
    };
    match (&s.node(m.node).kind, m.item) {
        (NodeKind::Judge(j), Some(item)) => {
            let message = &j.items[item];
            let worth: i32 = j.points.values().sum();
            let said = if m.hits + m.false_alarms > 0 { "judge-scam" } else { "judge-genuine" };
            Some(Moment {
                asked: tr_with(lang, "moment-message", &[("from", message.from.get(lang)), ("text", message.text.get(lang))]),
                chosen: tr(lang, said),
                points: if is_right && m.first_try { worth } else { 0 },
                max_points: worth,
                why: message.why.get(lang).to_owned(),
                sources: sources(s, &message.cites, lang),
                ..blank
            })
        }
        (NodeKind::Signs(g), _) => {
            let worth: i32 = g.points.values().sum();
            let signs = (m.hits + m.misses) as i32;
            let net = (m.hits as i32 - m.false_alarms as i32).max(0);
            let why = g
                .parts
                .iter()
                .filter(|p| p.sign)
                .map(|p| tr_with(lang, "moment-sign", &[("part", p.text.get(lang)), ("why", p.why.get(lang))]))
                .collect::<Vec<_>>()
                .join("\n");
            let (hits, of, alarms) = (m.hits.to_string(), (m.hits + m.misses).to_string(), m.false_alarms.to_string());
            Some(Moment {
                asked: g.ask.get(lang).to_owned(),
                chosen: tr_with(lang, "signs-found", &[("hits", &hits), ("of", &of), ("alarms", &alarms)]),
                points: if m.first_try && signs > 0 { worth * net / signs } else { 0 },
                max_points: worth,
                why,
                ..blank
            })
        }
        _ => None,
    }
}

/// Dose, sight and danger in plain words; only what there was.
fn facts(run: &Run, lang: Lang) -> Vec<String> {
    let t = run.tally();
    let mut out = Vec::new();
    let mut say = |key: &str, value: String| out.push(tr_with(lang, key, &[("value", &value)]));
    if t.dose.toxic > 0.005 {
        say("fact-dose", format!("{:.0}", t.dose.toxic * 100.0));
    }
    if t.dose.heat > 0.005 {
        say("fact-heat", format!("{:.0}", t.dose.heat * 100.0));
    }
    if t.least_visibility < 29.0 {
        say("fact-visibility", format!("{:.1}", t.least_visibility));
    }
    if t.danger_ticks > 60 {
        say("fact-danger", (t.danger_ticks / 60).to_string());
    }
    out
}
