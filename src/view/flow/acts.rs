//! What each act of the student leads to: a step of the visit, or an action of the run.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::prelude::*;

use super::Offers;
use crate::record::{NewRun, clean_id};
use crate::roster::masked_name;
use crate::run::{Action, Phase};
use crate::scenario::{Channel, NodeKind};
use crate::sim::{ActiveRun, Intent, Playback};
use crate::view::app::LabArgs;
use crate::view::camera::Eyes;
use crate::view::draw::Acts;
use crate::view::library::Library;
use crate::view::look_back::LookBack;
use crate::view::recording::Recording;
use crate::view::replay;
use crate::view::story::{Story, thread_of};
use crate::view::ui::model::Page;
use crate::view::ui::{Overlay, UiAct};
use crate::view::visit::{SHORTEST_ID, Screen, Student, Visit, Watching};
use crate::view::world::Shown;

/// Everything that acts may touch.
#[derive(bevy::ecs::system::SystemParam)]
pub(super) struct Desk<'w> {
    pub(super) visit: ResMut<'w, Visit>,
    pub(super) library: Res<'w, Library>,
    pub(super) recording: ResMut<'w, Recording>,
    pub(super) active: ResMut<'w, ActiveRun>,
    pub(super) story: ResMut<'w, Story>,
    pub(super) offers: ResMut<'w, Offers>,
    pub(super) shown: ResMut<'w, Shown>,
    pub(super) eyes: ResMut<'w, Eyes>,
    pub(super) intents: MessageWriter<'w, Intent>,
    pub(super) back: Res<'w, LookBack>,
    pub(super) args: Res<'w, LabArgs>,
}

pub(super) fn act(mut acts: ResMut<Acts>, mut desk: Desk) {
    let todo = std::mem::take(&mut acts.0);
    if !todo.is_empty() {
        desk.visit.idle = 0.0;
    }
    for act in todo {
        one(act, &mut desk);
    }
}

fn one(act: UiAct, desk: &mut Desk) {
    let in_run = desk.visit.screen == Screen::Run;
    match act {
        UiAct::Start => desk.visit.screen = Screen::SignIn,
        UiAct::Digit(c) => desk.visit.digit(c),
        UiAct::Erase => {
            desk.visit.typed.pop();
            desk.visit.message = None;
        }
        UiAct::ConfirmId => confirm(desk),
        UiAct::Guest => {
            desk.visit.student = Some(Student::default());
            desk.offers.0 = BTreeMap::new();
            desk.visit.screen = Screen::Drills;
        }
        UiAct::Drill(n) => choose_drill(desk, n),
        UiAct::Back => back(desk),
        UiAct::Begin => begin(desk),
        UiAct::Next if in_run => next(desk),
        UiAct::Choose(n) => send(desk, Action::Pick(n)),
        UiAct::Mark(n) => send(desk, Action::Mark(n)),
        UiAct::Submit => send(desk, Action::Submit),
        UiAct::Judge(said) => send(desk, Action::Judge(said)),
        UiAct::Answer(n) => send(desk, Action::Answer(n)),
        UiAct::Moment(n) => desk.visit.moment = n,
        UiAct::Page(page) => desk.visit.page = page,
        UiAct::Watch(true) => watch(desk),
        UiAct::Watch(false) => desk.active.look_back_no_more(),
        UiAct::Above(above) => desk.visit.watching.above = above,
        UiAct::Example(shown) => desk.visit.watching.example = shown,
        UiAct::Seek(_) | UiAct::Skip(_) | UiAct::Play | UiAct::Pace => {
            if let Some(playback) = desk.active.playback_mut() {
                replay::steer(playback, &act);
            }
        }
        UiAct::OpenPause => overlay(desk, Overlay::Pause),
        UiAct::OpenSettings => overlay(desk, Overlay::Settings),
        UiAct::CloseSettings => overlay(desk, if in_run { Overlay::Pause } else { Overlay::None }),
        UiAct::AskKey(doing) => overlay(desk, Overlay::Rebind(doing)),
        UiAct::Bind(doing, letter) => {
            desk.visit.settings.keys.bind(doing, letter);
            overlay(desk, Overlay::Settings);
        }
        UiAct::AskLeave => overlay(desk, Overlay::Leave),
        UiAct::Resume => overlay(desk, Overlay::None),
        UiAct::Set(settings) => {
            desk.shown.no_flash = settings.no_flash;
            desk.eyes.motion = settings.motion;
            desk.visit.settings = *settings;
        }
        UiAct::Leave => {
            overlay(desk, Overlay::None);
            if in_run {
                desk.intents.write(Intent(Action::Leave));
            } else {
                leave_visit(desk);
            }
        }
        UiAct::NextStudent => leave_visit(desk),
        UiAct::Next => {}
    }
}

fn send(desk: &mut Desk, action: Action) {
    desk.intents.write(Intent(action));
}

pub(super) fn overlay(desk: &mut Desk, overlay: Overlay) {
    desk.visit.overlay = overlay;
    desk.active.paused = overlay != Overlay::None;
}

pub(super) fn leave_visit(desk: &mut Desk) {
    desk.active.clear();
    *desk.story = Story::default();
    desk.offers.0.clear();
    desk.visit.forget();
    *desk.shown = Shown { no_flash: false, ..Shown::default() };
}

fn confirm(desk: &mut Desk) {
    let id = clean_id(&desk.visit.typed);
    if id.chars().count() < SHORTEST_ID {
        desk.visit.message = Some("id-too-short");
        return;
    }
    let student = match desk.recording.people.get(&id) {
        Some(p) if !p.active => {
            desk.visit.message = Some("inactive-id");
            return;
        }
        Some(p) => Student { id: Some(id.clone()), name: masked_name(&p.name), class: p.class.clone() },
        // A number that no roster names is played as a guest's: said once, and once more confirms it.
        None if desk.visit.message != Some("unknown-id") => {
            desk.visit.message = Some("unknown-id");
            return;
        }
        None => Student { id: Some(id.clone()), ..Student::default() },
    };
    desk.offers.0 = desk.recording.best(&id);
    desk.visit.student = Some(student);
    desk.visit.message = None;
    desk.visit.screen = Screen::Drills;
}

fn choose_drill(desk: &mut Desk, n: usize) {
    let Some(case) = desk.library.case(n).cloned() else { return };
    let used = desk.offers.0.get(&case.scenario.id).map_or(0, |b| b.attempts);
    if case.scenario.attempts > 0 && used >= case.scenario.attempts {
        return;
    }
    desk.visit.drill = Some(n);
    desk.shown.light = case.scenario.light;
    desk.visit.screen = Screen::Notice;
}

fn back(desk: &mut Desk) {
    match desk.visit.screen {
        Screen::SignIn => leave_visit(desk),
        Screen::Drills => {
            desk.visit.student = None;
            desk.visit.typed.clear();
            desk.visit.screen = Screen::SignIn;
        }
        Screen::Notice => {
            desk.visit.drill = None;
            desk.visit.screen = Screen::Drills;
        }
        Screen::Attract | Screen::Run | Screen::Score => {}
    }
}

fn begin(desk: &mut Desk) {
    if desk.recording.blocked.is_some() {
        return;
    }
    let Some(case) = desk.visit.drill.and_then(|d| desk.library.case(d)).cloned() else { return };
    // The seed is the only thing taken from outside, and it is recorded.
    let seed = desk.args.seed.unwrap_or_else(fresh_seed);
    desk.active.begin(Arc::clone(&case), seed);
    *desk.story = Story::default();
    desk.visit.moment = 0;
    desk.visit.page = Page::default();
    desk.visit.watching = Watching::default();
    *desk.shown = Shown { light: case.scenario.light, no_flash: desk.visit.settings.no_flash, ..Shown::default() };
    let student = desk.visit.student.as_ref().and_then(|s| s.id.clone());
    let new = NewRun { case, seed, student, station: None };
    let Desk { recording, active, .. } = desk;
    recording.begin(active, new);
    desk.visit.screen = Screen::Run;
}

/// 64 bits from the operating system, by way of a random UUID's tail.
fn fresh_seed() -> u64 {
    let bytes = uuid::Uuid::now_v7().into_bytes();
    u64::from_be_bytes([bytes[6], bytes[7], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14]])
}

/// Looks at the run again.
fn watch(desk: &mut Desk) {
    if let Some(playback) = desk.back.look().and_then(|look| Playback::new(Arc::clone(&look.film))) {
        desk.active.look_back(playback);
    }
}

/// `Next` picks up a ringing phone first.
fn next(desk: &mut Desk) {
    if let Some(run) = desk.active.run() {
        if let Phase::Story { node, .. } = run.phase() {
            let is_call = matches!(&run.scenario().node(*node).kind, NodeKind::Story { channel: Channel::Call(_), .. });
            let name = thread_of(run.scenario(), *node).map(|t| t.zh.clone());
            if is_call && name.is_some() && desk.story.answered != name {
                desk.story.answered = name;
                desk.story.in_call = 0.0;
                desk.story.since = 0.0;
                return;
            }
        }
        if desk.story.is_typing(run) {
            desk.story.since = 9.0;
            return;
        }
    }
    desk.intents.write(Intent(Action::Next));
}
