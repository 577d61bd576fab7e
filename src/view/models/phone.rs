//! What the phone shows: a conversation, a page, a transfer, or a message to be judged.

use super::fill;
use crate::diag::Lang;
use crate::run::{Phase, Run};
use crate::scenario::{Channel, NodeId, NodeKind, Screen};
use crate::view::story::{Story, sender, thread_of};
use crate::view::ui::model::{PartRow, PhoneModel};

/// What the phone shows, if it is up.
pub(super) fn phone(run: &Run, story: &Story, lang: Lang) -> Option<PhoneModel> {
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

fn conversation(run: &Run, story: &Story, node: NodeId, lang: Lang) -> Option<PhoneModel> {
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
