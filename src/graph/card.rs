//! Nodes and triggers as cards: what is on them before anything was explored or recorded.

use super::map::{Card, Clock, Finish, Kind, Map, Row, Then};
use super::says::{Words, is_drawn, points, seconds};
use super::told::told;
use crate::diag::Lang;
use crate::scenario::{Channel, Choice, Decision, Judge, NodeId, NodeKind, Signs, Ticks, Timeout, Trigger};

/// More choices than this find no room on a card; their links are drawn all the same.
const MOST_ROWS: usize = 12;

/// The card of a node.
pub(super) fn of_node(w: Words<'_>, n: usize) -> Card {
    let node = &w.case.scenario.nodes[n];
    let mut card = Card {
        id: node.id.clone(),
        kind: kind(&node.kind),
        goal: node.objective.as_ref().map(|t| w.text(t).to_owned()).unwrap_or_default(),
        notes: w.hazards_at(n),
        told: told(w, node),
        loops: loops(&node.kind, n),
        ..Card::default()
    };
    match &node.kind {
        NodeKind::Story { channel, lines, .. } => {
            w.speaker(channel).clone_into(&mut card.who);
            card.text = lines.first().map(|l| w.text(&l.text).to_owned()).unwrap_or_default();
            if lines.len() > 1 {
                card.aside = counted(w, lines.len(), ("共 ", " 句"), " lines");
            }
        }
        NodeKind::Decide(d) => decide(w, n, d, &mut card),
        NodeKind::Signs(s) => signs(w, s, &mut card),
        NodeKind::Judge(j) => judge(w, j, &mut card),
        NodeKind::Branch { cases, .. } => card.draws = cases.iter().any(|(when, _)| is_drawn(when)),
        NodeKind::Wait { time, .. } => card.text = wait(w, *time),
        NodeKind::End { title, .. } => w.text(title).clone_into(&mut card.text),
        NodeKind::Broken => {}
    }
    card
}

/// The card of a trigger: a beginning without a way in, because it may come at any time.
pub(super) fn of_trigger(w: Words<'_>, n: usize, trigger: &Trigger) -> Card {
    let when = w.condition(&trigger.when);
    Card { id: format!("trigger {}", n + 1), kind: Kind::Trigger, told: when.clone(), text: when, ..Card::default() }
}

fn kind(kind: &NodeKind) -> Kind {
    match kind {
        NodeKind::Story { channel, .. } => match channel {
            Channel::Narration => Kind::Tell,
            Channel::Speech(_) => Kind::Say,
            Channel::Call(_) => Kind::Call,
            Channel::Sms(_) => Kind::Sms,
            Channel::Chat(_) => Kind::Chat,
            Channel::Page(_) => Kind::Page,
        },
        NodeKind::Decide(d) if d.listed => Kind::Choose,
        NodeKind::Decide(_) => Kind::Do,
        NodeKind::Signs(_) => Kind::Signs,
        NodeKind::Judge(_) => Kind::Judge,
        NodeKind::Branch { .. } => Kind::Branch,
        NodeKind::Wait { .. } => Kind::Wait,
        NodeKind::End { pass, .. } => Kind::End(if *pass { Finish::Pass } else { Finish::Fail }),
        NodeKind::Broken => Kind::Tell,
    }
}

/// Whether a node leads back to itself other than by a choice, which shows it on its row.
fn loops(kind: &NodeKind, n: usize) -> bool {
    let own = |id: &NodeId| id.index() == n;
    match kind {
        NodeKind::Story { go, .. } | NodeKind::Wait { go, .. } => own(go),
        NodeKind::Signs(s) => own(&s.go),
        NodeKind::Judge(j) => own(&j.go),
        NodeKind::Branch { cases, go } => own(go) || cases.iter().any(|(_, go)| own(go)),
        NodeKind::Decide(d) => matches!(d.timeout, Some(Timeout::Node(id)) if own(&id)),
        NodeKind::End { .. } | NodeKind::Broken => false,
    }
}

fn decide(w: Words<'_>, n: usize, d: &Decision, card: &mut Card) {
    w.text(&d.ask).clone_into(&mut card.text);
    card.who = d.by.map(|a| w.actor(a).to_owned()).unwrap_or_default();
    card.on_phone = d.phone.is_some();
    card.rows = d.choices.iter().take(MOST_ROWS).enumerate().map(|(row, choice)| of_choice(w, n, row, choice)).collect();
    card.more_rows = d.choices.len().saturating_sub(MOST_ROWS);
    card.clock = d.time.map(|time| {
        let then = match d.timeout {
            Some(Timeout::Choice(row)) => Then::Row(row),
            Some(Timeout::Node(id)) => Then::Card(w.node(id).to_owned()),
            None => Then::On,
        };
        Clock { seconds: seconds(time), then }
    });
}

fn of_choice(w: Words<'_>, n: usize, row: usize, choice: &Choice) -> Row {
    Row {
        id: choice.id.clone(),
        letter: Map::letter(row),
        grade: choice.grade,
        text: w.text(&choice.text).to_owned(),
        when: choice.when.as_ref().map(|c| w.condition(c)),
        points: choice.points.values().sum(),
        redo: choice.redo || choice.go.is_some_and(|id| id.index() == n),
        flag: None,
        share: None,
    }
}

fn signs(w: Words<'_>, s: &Signs, card: &mut Card) {
    w.speaker(&s.channel).clone_into(&mut card.who);
    w.text(&s.ask).clone_into(&mut card.text);
    card.clock = s.time.map(|time| Clock { seconds: seconds(time), then: Then::On });
    card.aside = worth(w, s.parts.len(), ("", " 处"), " parts", s.points.values().sum());
}

fn judge(w: Words<'_>, j: &Judge, card: &mut Card) {
    w.text(&j.ask).clone_into(&mut card.text);
    let each: i32 = j.points.values().sum();
    let all = i32::try_from(j.items.len()).unwrap_or(i32::MAX).saturating_mul(each);
    card.aside = worth(w, j.items.len(), ("", " 条"), " messages", all);
}

fn wait(w: Words<'_>, time: Ticks) -> String {
    match w.lang {
        Lang::Zh => format!("等 {} 秒", seconds(time)),
        Lang::En => format!("{} s pass", seconds(time)),
    }
}

fn counted(w: Words<'_>, n: usize, zh: (&str, &str), en: &str) -> String {
    match w.lang {
        Lang::Zh => format!("{}{n}{}", zh.0, zh.1),
        Lang::En => format!("{n}{en}"),
    }
}

/// How many there are and what all of them together earn.
fn worth(w: Words<'_>, n: usize, zh: (&str, &str), en: &str, most: i32) -> String {
    let count = counted(w, n, zh, en);
    if most == 0 { count } else { format!("{count} {}", points(most)) }
}
