//! What the student has just seen and heard: captions, the phone's conversations, sounds, the last card.
//!
//! The run says what happened once; screens need to show it for a while.

use std::collections::BTreeMap;

use bevy::prelude::*;

use super::ViewSystems;
use super::ui::Settings;
use super::ui::model::Bubble;
use crate::diag::Lang;
use crate::run::{Event, Phase};
use crate::scenario::{ActorId, Channel, Cue, From as Sender, NodeId, NodeKind, Scenario, Screen, Speaker, Text};
use crate::sim::{ActiveRun, Happened};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Story>().add_systems(Update, remember.in_set(ViewSystems::Mirror));
}

/// What is remembered.
#[derive(Debug, Default, Resource)]
pub struct Story {
    /// Conversations by the name shown, with the kind of screen.
    pub threads: BTreeMap<String, Vec<Said>>,
    /// Seconds since the present line, offer or card came up.
    pub since: f32,
    /// The call that has been picked up.
    pub answered: Option<String>,
    /// Seconds in the present call.
    pub in_call: f32,
    /// The student's own words, and how long they have been up.
    pub own_words: Option<(Text, f32)>,
    /// Sound captions and notices: key or text, and age.
    pub heard: Vec<(Heard, f32)>,
    /// Seconds of play, for hints that go away.
    pub played: f32,
}

/// A line said on the phone.
#[derive(Debug, Clone)]
pub struct Said {
    /// Who, as shown.
    pub by: Option<Text>,
    /// What.
    pub text: Text,
}

/// Something to be captioned.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// Fluent key of a sound.
    Sound(&'static str),
    /// A notice of the scenario.
    Notice(Text),
}

/// Name of the other end of a phone.
pub fn sender<'a>(s: &'a Scenario, from: &'a Sender) -> &'a Text {
    match from {
        Sender::Actor(a) => &s.cast[a.index()].name,
        Sender::Shown(t) => t,
    }
}

/// The other end of a node's or a decision's phone, if it is a conversation.
pub fn thread_of(s: &Scenario, node: NodeId) -> Option<&Text> {
    match &s.node(node).kind {
        NodeKind::Story { channel: Channel::Call(f) | Channel::Sms(f) | Channel::Chat(f), .. } => Some(sender(s, f)),
        NodeKind::Decide(d) => match &d.phone {
            Some(Screen::Call(f) | Screen::Sms(f) | Screen::Chat(f)) => Some(sender(s, f)),
            _ => None,
        },
        _ => None,
    }
}

/// Who says a line, as shown; `None` = the student.
fn speaker_name(s: &Scenario, channel: &Channel, by: Speaker) -> Option<Text> {
    let actor = |a: ActorId| s.cast[a.index()].name.clone();
    match (by, channel) {
        (Speaker::Me, _) => None,
        (Speaker::Actor(a), _) | (Speaker::Own, &Channel::Speech(a)) => Some(actor(a)),
        (Speaker::Own, Channel::Call(f) | Channel::Sms(f) | Channel::Chat(f)) => Some(sender(s, f).clone()),
        (Speaker::Own, Channel::Page(t)) => Some(t.clone()),
        (Speaker::Own, Channel::Narration) => Some(Text::default()),
    }
}

fn remember(mut story: ResMut<Story>, mut happened: MessageReader<Happened>, active: Res<ActiveRun>, time: Res<Time>) {
    let dt = time.delta_secs();
    story.since += dt;
    story.in_call += dt;
    if let Some((_, age)) = &mut story.own_words {
        *age += dt;
    }
    for (_, age) in &mut story.heard {
        *age += dt;
    }
    story.heard.retain(|(_, age)| *age < 4.5);
    if story.own_words.as_ref().is_some_and(|(_, age)| *age > 2.2) {
        story.own_words = None;
    }
    let Some(run) = active.run() else { return };
    if run.is_playing() && !active.paused {
        story.played += dt;
    }
    let s = run.scenario();
    for Happened(event) in happened.read() {
        match event {
            Event::Line { node, line } => {
                story.since = 0.0;
                line_said(&mut story, s, *node, *line);
            }
            Event::Chose { node, choice, .. } => {
                story.since = 0.0;
                chosen(&mut story, s, *node, *choice);
            }
            Event::Entered(_) | Event::Offered(_) | Event::Consequence { .. } | Event::Why { .. } => story.since = 0.0,
            Event::Cue(Cue::Notice(text)) => story.heard.push((Heard::Notice(text.clone()), 0.0)),
            Event::Cue(Cue::Play(sound)) => {
                if let Some(key) = super::audio::caption(sound) {
                    story.heard.retain(|(h, _)| *h != Heard::Sound(key));
                    story.heard.push((Heard::Sound(key), 0.0));
                }
            }
            _ => {}
        }
    }
}

fn line_said(story: &mut Story, s: &Scenario, node: NodeId, line: usize) {
    let NodeKind::Story { channel, lines, .. } = &s.node(node).kind else { return };
    let Some(said) = lines.get(line) else { return };
    let Some(name) = thread_of(s, node) else { return };
    let by = speaker_name(s, channel, said.by);
    if matches!(channel, Channel::Call(_)) && line == 0 && story.answered.as_deref() != Some(name.zh.as_str()) {
        story.answered = None;
    }
    story.threads.entry(name.zh.clone()).or_default().push(Said { by, text: said.text.clone() });
}

/// What is typed on the phone stands in the conversation; what is spoken is captioned.
fn chosen(story: &mut Story, s: &Scenario, node: NodeId, choice: usize) {
    let NodeKind::Decide(d) = &s.node(node).kind else { return };
    let Some(words) = &d.choices[choice].say else { return };
    if let (Some(Screen::Chat(_) | Screen::Sms(_) | Screen::Call(_)), Some(name)) = (&d.phone, thread_of(s, node)) {
        story.threads.entry(name.zh.clone()).or_default().push(Said { by: None, text: words.clone() });
    } else {
        story.own_words = Some((words.clone(), 0.0));
    }
}

impl Story {
    /// A conversation's last lines as bubbles. `hide_last` while the other one is still typing.
    pub fn bubbles(&self, name: &Text, lang: Lang, hide_last: bool) -> Vec<Bubble> {
        let lines = self.threads.get(&name.zh).map_or(&[][..], Vec::as_slice);
        let end = lines.len() - usize::from(hide_last && !lines.is_empty());
        lines[end.saturating_sub(12)..end]
            .iter()
            .map(|l| Bubble {
                from: l.by.as_ref().map_or_else(String::new, |b| b.get(lang).to_owned()),
                text: l.text.get(lang).to_owned(),
                mine: l.by.is_none(),
            })
            .collect()
    }

    /// Whether the present line of a chat is still being typed.
    pub fn is_typing(&self, run: &crate::run::Run) -> bool {
        let Phase::Story { node, line } = run.phase() else { return false };
        let NodeKind::Story { channel, lines, .. } = &run.scenario().node(*node).kind else { return false };
        let is_text = matches!(channel, Channel::Chat(_) | Channel::Sms(_));
        is_text && lines[*line].by != Speaker::Me && self.since < 0.9
    }

    /// Sound captions, newest last.
    pub fn captions(&self, settings: &Settings) -> Vec<String> {
        if !settings.captions {
            return Vec::new();
        }
        let words = |h: &Heard| match h {
            Heard::Sound(key) => crate::words::tr(settings.lang, key),
            Heard::Notice(text) => text.get(settings.lang).to_owned(),
        };
        let from = self.heard.len().saturating_sub(3);
        self.heard[from..].iter().map(|(h, _)| words(h)).collect()
    }
}
