//! From the run, the visit and the records to what each screen shows. No drawing here.

use bevy::prelude::*;

use super::library::Library;
use super::recording::{Best, Recording};
use super::story::{Story, sender, thread_of};
use super::ui::model::*;
use super::visit::{SHORTEST_ID, Visit};
use crate::diag::Lang;
use crate::run::{Phase, Run};
use crate::scenario::{Channel, Choice, Deed, Grade, NodeKind, Scenario, Screen, Speaker, Theme};
use crate::score::Scorecard;
use crate::words::{tr, tr_with};

/// The mark of a theme.
pub fn mark(theme: &Theme) -> ThemeMark {
    match theme {
        Theme::Drug => ThemeMark::Drug,
        Theme::Fire => ThemeMark::Fire,
        Theme::Earthquake => ThemeMark::Earthquake,
        Theme::Fraud => ThemeMark::Fraud,
        Theme::Other(_) => ThemeMark::Other,
    }
}

fn grade(g: Grade) -> u8 {
    match g {
        Grade::Good => 0,
        Grade::Poor => 1,
        Grade::Critical => 2,
    }
}

fn who(visit: &Visit) -> Who {
    let lang = visit.settings.lang;
    visit.student.as_ref().map_or_else(Who::default, |s| Who {
        name: if s.id.is_none() { tr(lang, "guest-name") } else { s.name.clone() },
        id: s.id.as_deref().map(crate::roster::masked_id).unwrap_or_default(),
        class: s.class.clone(),
        guest: s.id.is_none() || s.name.is_empty(),
    })
}

/// The sign-in screen.
pub fn sign_in(visit: &Visit, recording: &Recording, library: &Library) -> SignInModel {
    let lang = visit.settings.lang;
    let known = recording.people.get(&visit.typed).filter(|p| p.active).map(|p| Who {
        name: crate::roster::masked_name(&p.name),
        id: crate::roster::masked_id(&p.student_id),
        class: p.class.clone(),
        guest: false,
    });
    let notice = library
        .tasks
        .notice
        .as_ref()
        .map_or_else(|| tr(lang, "privacy-notice"), |(zh, en)| if lang == Lang::Zh { zh.clone() } else { en.clone() });
    SignInModel {
        typed: visit.typed.clone(),
        known,
        message: visit.message.map(|k| tr(lang, k)),
        can_go: visit.typed.chars().count() >= SHORTEST_ID,
        notice,
    }
}

/// The cards of the drills.
pub fn drills(visit: &Visit, library: &Library, best: &std::collections::BTreeMap<String, Best>) -> ScreenModel {
    let lang = visit.settings.lang;
    let class = visit.student.as_ref().map_or("", |s| s.class.as_str());
    let cards = library
        .entries
        .iter()
        .map(|e| match &e.case {
            Some(case) => {
                let s = &case.scenario;
                let done = best.get(&s.id).copied();
                let used = done.map_or(0, |b| b.attempts);
                DrillCard {
                    theme: mark(&s.theme),
                    title: s.title.get(lang).to_owned(),
                    summary: s.summary.get(lang).to_owned(),
                    minutes: s.minutes,
                    assigned: library.is_assigned(class, &s.id),
                    best: done.map(|b| (b.percent, b.passed)),
                    attempts: (used, s.attempts),
                    closed: (s.attempts > 0 && used >= s.attempts).then(|| tr(lang, "attempts-used")),
                }
            }
            None => DrillCard {
                theme: ThemeMark::Other,
                title: e.path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default(),
                summary: if lang == Lang::Zh { e.trouble.0.clone() } else { e.trouble.1.clone() },
                minutes: 0,
                assigned: false,
                best: None,
                attempts: (0, 0),
                closed: Some(tr(lang, "drill-has-errors")),
            },
        })
        .collect();
    ScreenModel::Drills { who: who(visit), cards }
}

/// Content note and comfort.
pub fn notice(visit: &Visit, s: &Scenario, recording: &Recording) -> ScreenModel {
    let lang = visit.settings.lang;
    let guest = visit.student.as_ref().is_none_or(|w| w.id.is_none());
    ScreenModel::Notice(NoticeModel {
        theme: mark(&s.theme),
        title: s.title.get(lang).to_owned(),
        note: s.note.get(lang).to_owned(),
        minutes: s.minutes,
        recording: tr(lang, if guest { "recorded-guest" } else { "recorded" }),
        blocked: recording.blocked.clone(),
    })
}

fn sources(s: &Scenario, cites: &[crate::scenario::SourceId], lang: Lang) -> Vec<String> {
    cites.iter().map(|c| s.sources[c.index()].name.get(lang).to_owned()).collect()
}

fn help(s: &Scenario, lang: Lang) -> Vec<(String, String)> {
    s.help.iter().map(|n| (n.clone(), tr(lang, &format!("help-{n}")))).collect()
}

/// Fills `{paid}` with the value of a variable.
fn fill(run: &Run, text: &str) -> String {
    let mut out = text.to_owned();
    if out.contains('{') {
        for (n, var) in run.scenario().vars.iter().enumerate() {
            out = out.replace(&format!("{{{}}}", var.id), &run.value(n).to_string());
        }
    }
    out
}

/// What lies over the 3D view while a run is in its present phase.
pub fn of_run(run: &Run, visit: &Visit, story: &Story, hud: Hud) -> ScreenModel {
    let lang = visit.settings.lang;
    let s = run.scenario();
    match run.phase() {
        Phase::Pre(n) => quiz(&s.pretest[*n], false, *n, s.pretest.len(), lang),
        Phase::Post(n) => quiz(&s.posttest[*n], true, *n, s.posttest.len(), lang),
        Phase::Brief => ScreenModel::Brief(BriefModel {
            theme: mark(&s.theme),
            title: s.title.get(lang).to_owned(),
            brief: s.brief.get(lang).to_owned(),
            objectives: s.objectives.iter().map(|o| o.get(lang).to_owned()).collect(),
        }),
        Phase::Ended(_) => ScreenModel::Debrief(debrief(run, visit)),
        _ => ScreenModel::Play(play(run, visit, story, hud)),
    }
}

fn quiz(item: &crate::scenario::QuizItem, post: bool, number: usize, of: usize, lang: Lang) -> ScreenModel {
    ScreenModel::Quiz(QuizModel {
        post,
        number: number + 1,
        of,
        ask: item.ask.get(lang).to_owned(),
        options: item.options.iter().map(|o| o.get(lang).to_owned()).collect(),
    })
}

/// What only the camera and the frame know.
#[derive(Debug, Default, Clone)]
pub struct Hud {
    /// Prompt at the thing in front.
    pub prompt: Option<(String, [f32; 2])>,
    /// Markers.
    pub markers: Vec<(String, [f32; 2], f32, bool)>,
    /// Black between scenes.
    pub fade: f32,
    /// Blur, slowness, sway.
    pub daze: f32,
}

fn play(run: &Run, visit: &Visit, story: &Story, hud: Hud) -> PlayModel {
    let lang = visit.settings.lang;
    let s = run.scenario();
    let mut model = PlayModel {
        objective: run.objective().and_then(|n| s.node(n).objective.as_ref()).map_or_else(String::new, |o| fill(run, o.get(lang))),
        timer: run.time_left().map(|(left, all)| (left as f32 / all.max(1) as f32, left.div_ceil(60))),
        sounds: story.captions(&visit.settings),
        prompt: hud.prompt,
        markers: hud.markers,
        posture: run.body().posture as u8,
        harm: (run.dose().toxic as f32).clamp(0.0, 1.0).max(run.dose().heat as f32).min(1.0),
        daze: hud.daze,
        fade: hud.fade,
        show_keys: story.played < 35.0,
        pad: visit.pad,
        ..PlayModel::default()
    };
    model.phone = phone(run, story, lang);
    match run.phase() {
        Phase::Story { node, line } => story_line(run, story, *node, *line, lang, &mut model),
        Phase::Decide { .. } => decision(run, visit, &mut model),
        Phase::Consequence { node, choice } | Phase::Why { node, choice } => {
            if let NodeKind::Decide(d) = &s.node(*node).kind {
                model.card = Some(card(run, &d.choices[*choice], matches!(run.phase(), Phase::Why { .. }), lang));
            }
        }
        _ => {}
    }
    if model.caption.is_none() {
        model.caption = story.own_words.as_ref().map(|(t, _)| (tr(lang, "speaker-me"), t.get(lang).to_owned()));
    }
    if let Some(hold) = holding(run) {
        model.hold = Some(hold);
    }
    model
}

fn card(run: &Run, c: &Choice, is_why: bool, lang: Lang) -> CardModel {
    let text = if is_why { &c.why } else { &c.then };
    CardModel {
        is_why,
        grade: grade(c.grade),
        chosen: c.text.get(lang).to_owned(),
        text: text.as_ref().map_or_else(String::new, |t| fill(run, t.get(lang))),
        sources: if is_why { sources(run.scenario(), &c.cites, lang) } else { Vec::new() },
        // A redo comes after the last of the cards.
        redo: c.redo && (is_why || c.why.is_none()),
    }
}

fn story_line(run: &Run, story: &Story, node: crate::scenario::NodeId, line: usize, lang: Lang, model: &mut PlayModel) {
    let s = run.scenario();
    let NodeKind::Story { channel, lines, .. } = &s.node(node).kind else { return };
    let said = &lines[line];
    model.can_next = !story.is_typing(run);
    let name = match (said.by, channel) {
        (Speaker::Me, _) => tr(lang, "speaker-me"),
        (Speaker::Actor(a), _) | (Speaker::Own, &Channel::Speech(a)) => s.cast[a.index()].name.get(lang).to_owned(),
        (Speaker::Own, Channel::Call(f) | Channel::Sms(f) | Channel::Chat(f)) => sender(s, f).get(lang).to_owned(),
        (Speaker::Own, _) => String::new(),
    };
    let is_ringing = matches!(model.phone, Some(PhoneModel::Ringing { .. }));
    let on_phone = matches!(channel, Channel::Sms(_) | Channel::Chat(_) | Channel::Page(_));
    if !is_ringing && !on_phone {
        model.caption = Some((name, fill(run, said.text.get(lang))));
    } else if is_ringing {
        model.can_next = false;
    }
}

fn decision(run: &Run, visit: &Visit, model: &mut PlayModel) {
    let lang = visit.settings.lang;
    let Some((_, d)) = run.decision() else { return };
    model.ask = Some(fill(run, d.ask.get(lang)));
    if !d.listed {
        return;
    }
    let tried = run.tried();
    let mut rows: Vec<ChoiceRow> = run
        .offered()
        .into_iter()
        .map(|(n, c)| ChoiceRow { index: n as u8, text: fill(run, c.text.get(lang)), tried: false })
        .chain(tried.iter().map(|n| ChoiceRow { index: *n as u8, text: d.choices[*n].text.get(lang).to_owned(), tried: true }))
        .collect();
    rows.sort_by_key(|r| r.index);
    model.choices = rows;
}

fn holding(run: &Run) -> Option<f32> {
    let target = run.target()?;
    run.offered().into_iter().find_map(|(_, c)| match c.by {
        Some(Deed::Hold(p, t)) if crate::run::Target::Prop(p) == target && run.held() > 0 => Some(run.held() as f32 / t.0.max(1) as f32),
        _ => None,
    })
}

/// What the phone shows, if it is up.
fn phone(run: &Run, story: &Story, lang: Lang) -> Option<PhoneModel> {
    let s = run.scenario();
    match run.phase() {
        Phase::Story { node, line } => {
            let NodeKind::Story { channel, lines, .. } = &s.node(*node).kind else { return None };
            match channel {
                Channel::Call(_) | Channel::Sms(_) | Channel::Chat(_) => conversation(run, story, *node, lang),
                Channel::Page(app) => Some(PhoneModel::Page {
                    app: app.get(lang).to_owned(),
                    lines: lines[..=*line].iter().map(|l| fill(run, l.text.get(lang))).collect(),
                }),
                _ => None,
            }
        }
        Phase::Decide { node, ticks } => {
            let NodeKind::Decide(d) = &s.node(*node).kind else { return None };
            match d.phone.as_ref()? {
                Screen::Page(app) => Some(PhoneModel::Page { app: app.get(lang).to_owned(), lines: Vec::new() }),
                Screen::Transfer { to, amount, memo } => Some(PhoneModel::Transfer {
                    to: to.get(lang).to_owned(),
                    amount: *amount,
                    memo: memo.get(lang).to_owned(),
                    shake: (*ticks as f32 / 900.0).min(1.0),
                }),
                _ => conversation(run, story, *node, lang),
            }
        }
        Phase::Signs { node, marks, done, .. } => {
            let NodeKind::Signs(g) = &s.node(*node).kind else { return None };
            let name = match &g.channel {
                Channel::Page(t) => t.get(lang).to_owned(),
                Channel::Sms(f) | Channel::Chat(f) | Channel::Call(f) => sender(s, f).get(lang).to_owned(),
                _ => String::new(),
            };
            let parts = g
                .parts
                .iter()
                .enumerate()
                .map(|(n, p)| PartRow {
                    text: p.text.get(lang).to_owned(),
                    marked: marks.contains(&n),
                    answer: done.then(|| (p.sign, p.why.get(lang).to_owned())),
                })
                .collect();
            Some(PhoneModel::Signs { name, parts, done: *done })
        }
        Phase::Judge { node, item, said, .. } => {
            let NodeKind::Judge(j) = &s.node(*node).kind else { return None };
            let m = &j.items[*item];
            Some(PhoneModel::Judge {
                from: m.from.get(lang).to_owned(),
                text: m.text.get(lang).to_owned(),
                number: item + 1,
                of: j.items.len(),
                verdict: said.map(|said| (said == m.scam, m.scam, m.why.get(lang).to_owned())),
            })
        }
        _ => None,
    }
}

fn conversation(run: &Run, story: &Story, node: crate::scenario::NodeId, lang: Lang) -> Option<PhoneModel> {
    let s = run.scenario();
    let name = thread_of(s, node)?;
    let shown = name.get(lang).to_owned();
    let (is_call, is_sms) = match &s.node(node).kind {
        NodeKind::Story { channel, .. } => (matches!(channel, Channel::Call(_)), matches!(channel, Channel::Sms(_))),
        NodeKind::Decide(d) => (matches!(d.phone, Some(Screen::Call(_))), matches!(d.phone, Some(Screen::Sms(_)))),
        _ => (false, false),
    };
    let typing = story.is_typing(run);
    let lines = story.bubbles(name, lang, typing);
    Some(if is_call {
        let is_story = matches!(s.node(node).kind, NodeKind::Story { .. });
        if is_story && story.answered.as_deref() != Some(name.zh.as_str()) {
            PhoneModel::Ringing { name: shown }
        } else {
            PhoneModel::InCall { name: shown, seconds: story.in_call as u32, lines }
        }
    } else if is_sms {
        PhoneModel::Sms { name: shown, lines, typing }
    } else {
        PhoneModel::Chat { name: shown, lines, typing }
    })
}

/// The debrief.
pub fn debrief(run: &Run, visit: &Visit) -> DebriefModel {
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

fn message_moment(run: &Run, m: &crate::run::MessageJudged, lang: Lang) -> Option<Moment> {
    let s = run.scenario();
    let is_right = m.misses + m.false_alarms == 0;
    let blank = Moment {
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

/// The score.
pub fn score(run: &Run, visit: &Visit, recording: &Recording) -> ScreenModel {
    let lang = visit.settings.lang;
    let s = run.scenario();
    let card = Scorecard::of(run);
    let text_of = |id: &str| {
        s.nodes.iter().find_map(|n| match &n.kind {
            NodeKind::Decide(d) => d.choices.iter().find(|c| c.id == id && c.grade == Grade::Critical).map(|c| c.text.get(lang).to_owned()),
            _ => None,
        })
    };
    let saved = match &recording.outcome {
        Some(Ok(())) => Ok(tr(lang, "saved")),
        Some(Err(e)) => Err(e.clone()),
        None => Ok(tr(lang, "saving")),
    };
    ScreenModel::Score(ScoreModel {
        title: s.title.get(lang).to_owned(),
        percent: card.percent,
        passed: card.passed,
        points: (card.points, card.max_points),
        competencies: s
            .competencies
            .iter()
            .zip(&card.competencies)
            .map(|(c, l)| (c.name.get(lang).to_owned(), l.points, l.max_points))
            .collect(),
        critical: card.critical_errors.iter().filter_map(|id| text_of(id)).collect(),
        tests: (card.tests.pre_of > 0).then_some((card.tests.pre, card.tests.pre_of, card.tests.post, card.tests.post_of)),
        detection: card.detection.map(|d| (d.hits, d.hits + d.misses, d.false_alarms, d.false_alarms + d.correct_rejections)),
        saved,
        help: help(s, lang),
    })
}
