//! What lies over the 3D view while a run is played. The phone has a file of its own.

use super::phone::phone;
use super::{fill, grade, sources};
use crate::diag::Lang;
use crate::run::{Phase, Run, Target};
use crate::scenario::{Channel, Choice, Deed, NodeId, NodeKind, Speaker};
use crate::view::story::{Story, sender};
use crate::view::ui::model::{CardModel, ChoiceRow, PhoneModel, PlayModel};
use crate::view::visit::Visit;
use crate::words::tr;

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
    /// How much of sight gas and heat have taken, 0 to 1.
    pub harm: f32,
}

pub(super) fn play(run: &Run, visit: &Visit, story: &Story, hud: Hud) -> PlayModel {
    let lang = visit.settings.lang;
    let s = run.scenario();
    let mut model = PlayModel {
        objective: run.objective().and_then(|n| s.node(n).objective.as_ref()).map_or_else(String::new, |o| fill(run, o.get(lang))),
        timer: run.time_left().map(|(left, all)| (left as f32 / all.max(1) as f32, left.div_ceil(60))),
        sounds: story.captions(&visit.settings),
        prompt: hud.prompt,
        markers: hud.markers,
        posture: run.body().posture as u8,
        harm: hud.harm,
        daze: hud.daze,
        fade: hud.fade,
        show_keys: story.played < 35.0,
        clock: clock(s.clock, run.now()),
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

/// The time in the story: minutes after midnight when it began, and the ticks since.
fn clock(began: u32, ticks: u32) -> String {
    let minutes = (began + ticks / (60 * 60)) % (24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
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

fn story_line(run: &Run, story: &Story, node: NodeId, line: usize, lang: Lang, model: &mut PlayModel) {
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
        Some(Deed::HoldDoor(d, t)) if Target::Door(d) == target && run.held() > 0 => Some(run.held() as f32 / t.0.max(1) as f32),
        Some(Deed::Hold(p, t)) if Target::Prop(p) == target && run.held() > 0 => Some(run.held() as f32 / t.0.max(1) as f32),
        _ => None,
    })
}
