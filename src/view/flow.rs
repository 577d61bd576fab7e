//! The way through a visit: what each act leads to, and which model is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::prelude::*;

use super::ViewSystems;
use super::app::LabArgs;
use super::camera::Eyes;
use super::draw::{Acts, Shows};
use super::hud;
use super::library::Library;
use super::models::{self, Hud};
use super::recording::{Best, Recording};
use super::story::Story;
use super::ui::{Overlay, ScreenModel, UiAct};
use super::visit::{Screen, Student, Visit};
use super::world::{self, Cast, Shown, Stage};
use crate::record::{NewRun, clean_id};
use crate::run::{Action, Event, Phase};
use crate::scenario::{Light, Loaded};
use crate::sim::{ActiveRun, Happened, Intent};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Visit>()
        .init_resource::<Library>()
        .init_resource::<Offers>()
        .add_systems(Update, (restage, act, face, idle, end_run, model).chain().in_set(ViewSystems::Flow));
}

/// What the signed-in student has done, by scenario.
#[derive(Debug, Default, Resource)]
struct Offers(BTreeMap<String, Best>);

/// Seconds without a touch before the lab asks, and before it goes back.
const IDLE: f32 = 90.0;
const IDLE_WARNING: f32 = 20.0;

/// Puts the right place on stage: the drill's, or the corridor behind the first screen.
fn restage(
    mut shop: world::Workshop,
    stage: Option<Res<Stage>>,
    library: Res<Library>,
    visit: Res<Visit>,
    active: Res<ActiveRun>,
    mut shown: ResMut<Shown>,
    mut cast: ResMut<Cast>,
    mut wait: Local<u8>,
) {
    let (case, light): (Arc<Loaded>, Light) =
        match (active.run(), visit.drill.and_then(|d| library.entries.get(d)).and_then(|e| e.case.clone())) {
            (Some(run), _) => (Arc::clone(run.case()), base_light(run.scenario().light, shown.light)),
            (None, Some(case)) => {
                let light = case.scenario.light;
                (case, light)
            }
            (None, None) => match attract_case(&library) {
                Some(case) => (case, Light::Dusk),
                None => return,
            },
        };
    let is_there = stage.as_ref().is_some_and(|s| s.place.id == case.place.id && s.light == light && s.for_run == active.run().is_some());
    if is_there {
        return;
    }
    // One frame first, so that a picture stands while the place is built.
    if *wait == 0 {
        *wait = 1;
        return;
    }
    *wait = 0;
    let moving = active.run().map(|r| world::moving_props(r.scenario()));
    let start = std::time::Instant::now();
    world::build(&mut shop, &case.place, light, moving.as_ref());
    if active.run().is_none() {
        shown.light = light;
    }
    if active.run().is_some() {
        cast.wanted = case.scenario.cast.iter().cloned().enumerate().collect();
    }
    info!("{} on stage in {} ms", case.place.id, start.elapsed().as_millis());
}

/// The light a place is baked for: a power cut keeps that of the hour.
fn base_light(start: Light, now: Light) -> Light {
    match (now, start) {
        (Light::PowerCut, Light::PowerCut) => Light::Night,
        (Light::PowerCut, start) => start,
        (now, _) => now,
    }
}

fn attract_case(library: &Library) -> Option<Arc<Loaded>> {
    let sound: Vec<&Arc<Loaded>> = library.entries.iter().filter_map(|e| e.case.as_ref()).collect();
    sound.iter().find(|c| c.place.id == "dorm-floor").or(sound.first()).map(|c| Arc::clone(c))
}

/// Everything that acts may touch.
#[derive(bevy::ecs::system::SystemParam)]
struct Desk<'w> {
    visit: ResMut<'w, Visit>,
    library: Res<'w, Library>,
    recording: ResMut<'w, Recording>,
    active: ResMut<'w, ActiveRun>,
    story: ResMut<'w, Story>,
    offers: ResMut<'w, Offers>,
    shown: ResMut<'w, Shown>,
    eyes: ResMut<'w, Eyes>,
    intents: MessageWriter<'w, Intent>,
    args: Res<'w, LabArgs>,
}

fn act(mut acts: ResMut<Acts>, mut desk: Desk) {
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
        UiAct::OpenPause => overlay(desk, Overlay::Pause),
        UiAct::OpenSettings => overlay(desk, Overlay::Settings),
        UiAct::CloseSettings => overlay(desk, if in_run { Overlay::Pause } else { Overlay::None }),
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

fn overlay(desk: &mut Desk, overlay: Overlay) {
    desk.visit.overlay = overlay;
    desk.active.paused = overlay != Overlay::None;
}

fn leave_visit(desk: &mut Desk) {
    desk.active.clear();
    *desk.story = Story::default();
    desk.offers.0.clear();
    desk.visit.forget();
    *desk.shown = Shown { no_flash: false, ..Shown::default() };
}

fn confirm(desk: &mut Desk) {
    let id = clean_id(&desk.visit.typed);
    if id.chars().count() < super::visit::SHORTEST_ID {
        desk.visit.message = Some("id-too-short");
        return;
    }
    let student = match desk.recording.people.get(&id) {
        Some(p) if !p.active => {
            desk.visit.message = Some("inactive-id");
            return;
        }
        Some(p) => Student { id: Some(id.clone()), name: crate::roster::masked_name(&p.name), class: p.class.clone() },
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
    let Some(case) = desk.library.entries.get(n).and_then(|e| e.case.clone()) else { return };
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
    let Some(case) = desk.visit.drill.and_then(|d| desk.library.entries.get(d)).and_then(|e| e.case.clone()) else { return };
    // The seed is the only thing taken from outside, and it is recorded.
    let seed = desk.args.seed.unwrap_or_else(fresh_seed);
    desk.active.begin(Arc::clone(&case), seed);
    *desk.story = Story::default();
    desk.visit.moment = 0;
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

/// `Next` picks up a ringing phone first.
fn next(desk: &mut Desk) {
    if let Some(run) = desk.active.run() {
        if let Phase::Story { node, .. } = run.phase() {
            let is_call = matches!(
                &run.scenario().node(*node).kind,
                crate::scenario::NodeKind::Story { channel: crate::scenario::Channel::Call(_), .. }
            );
            let name = super::story::thread_of(run.scenario(), *node).map(|t| t.zh.clone());
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

/// When the run puts the student somewhere, the eyes follow.
fn face(mut happened: MessageReader<Happened>, active: Res<ActiveRun>, mut eyes: ResMut<Eyes>) {
    for Happened(event) in happened.read() {
        if matches!(event, Event::Moved | Event::Began)
            && let Some(run) = active.run()
        {
            eyes.yaw = run.body().radians() as f32;
            eyes.pitch = -0.03;
        }
    }
}

fn idle(time: Res<Time<Real>>, mut desk: Desk) {
    if desk.args.script.is_some() || desk.visit.screen == Screen::Attract {
        desk.visit.idle = 0.0;
        return;
    }
    desk.visit.idle += time.delta_secs().min(0.5);
    let limit = desk.library.tasks.idle_seconds.map_or(IDLE, |s| s as f32);
    let left = limit + IDLE_WARNING - desk.visit.idle;
    if left <= 0.0 {
        if desk.visit.screen == Screen::Run {
            desk.intents.write(Intent(Action::Leave));
        }
        overlay(&mut desk, Overlay::None);
        // A run that is left is committed first; the score screen then goes away the same way.
        if desk.visit.screen != Screen::Run {
            leave_visit(&mut desk);
        }
        desk.visit.idle = limit;
    } else if left <= IDLE_WARNING {
        overlay(&mut desk, Overlay::Idle(left.ceil() as u32));
    } else if matches!(desk.visit.overlay, Overlay::Idle(_)) {
        overlay(&mut desk, Overlay::None);
    }
}

fn end_run(mut desk: Desk) {
    let is_over = desk.active.run().is_some_and(|r| *r.phase() == Phase::Over);
    if is_over && desk.visit.screen == Screen::Run {
        desk.visit.screen = Screen::Score;
        overlay(&mut desk, Overlay::None);
    }
}

fn model(
    visit: Res<Visit>,
    library: Res<Library>,
    recording: Res<Recording>,
    offers: Res<Offers>,
    active: Res<ActiveRun>,
    story: Res<Story>,
    stage: Option<Res<Stage>>,
    shown: Res<Shown>,
    camera: Query<(&Camera, &GlobalTransform), With<Camera3d>>,
    mut shows: ResMut<Shows>,
) {
    if stage.is_none() && !library.entries.is_empty() {
        shows.0 = ScreenModel::Loading(0.5);
        return;
    }
    shows.0 = match visit.screen {
        Screen::Attract => ScreenModel::Attract { warning: visit.warning.clone() },
        Screen::SignIn => ScreenModel::SignIn(models::sign_in(&visit, &recording, &library)),
        Screen::Drills => models::drills(&visit, &library, &offers.0),
        Screen::Notice => match visit.drill.and_then(|d| library.entries.get(d)).and_then(|e| e.case.as_ref()) {
            Some(case) => models::notice(&visit, &case.scenario, &recording),
            None => ScreenModel::Loading(1.0),
        },
        Screen::Run | Screen::Score => match active.run() {
            Some(run) if visit.screen == Screen::Score => models::score(run, &visit, &recording),
            Some(run) => {
                let mut hud = camera.single().map_or_else(|_| Hud::default(), |(c, t)| hud::over(run, &visit, c, t));
                hud.fade = shown.fade;
                hud.daze = shown.sense.x.max(shown.sense.z * 0.6);
                models::of_run(run, &visit, &story, hud)
            }
            None => ScreenModel::Loading(0.9),
        },
    };
}
