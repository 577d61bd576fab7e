//! The way through a visit: what each act leads to, and which model is shown.
//!
//! Here is what goes on by itself, frame after frame; `acts` is what the student asked for, `stage` the place behind it.

mod acts;
mod stage;

use std::collections::BTreeMap;

use acts::{Desk, act, leave_visit, overlay};
use bevy::prelude::*;
use stage::restage;

use super::ViewSystems;
use super::camera::Eyes;
use super::draw::Shows;
use super::hud;
use super::library::Library;
use super::look_back::LookBack;
use super::models::{self, Hud};
use super::moments::Moments;
use super::recording::{Best, Recording};
use super::replay;
use super::senses::Senses;
use super::story::Story;
use super::ui::{Overlay, ScreenModel};
use super::visit::{Screen, Visit};
use super::world::{Shown, Stage};
use crate::run::{Action, Event, Phase};
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
    (shown, moments, back, senses): (Res<Shown>, Res<Moments>, Res<LookBack>, Res<Senses>),
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
        Screen::Notice => match visit.drill.and_then(|d| library.case(d)) {
            Some(case) => models::notice(&visit, &case.scenario, &recording),
            None => ScreenModel::Loading(1.0),
        },
        Screen::Run | Screen::Score => match active.run() {
            Some(run) if visit.screen == Screen::Score => models::score(run, &visit, &recording),
            Some(_) if active.playback().is_some() => replay::model(&active, &back, &visit, camera.single().ok()),
            Some(run) => {
                let mut hud = camera.single().map_or_else(|_| Hud::default(), |(c, t)| hud::over(run, &visit, c, t));
                hud.fade = shown.fade;
                hud.harm = senses.dim.max(senses.down);
                hud.daze = shown.sense.x.max(shown.sense.z * 0.6);
                let mut model = models::of_run(run, &visit, &story, hud);
                if let ScreenModel::Debrief(debrief) = &mut model {
                    for moment in &mut debrief.moments {
                        moment.picture = moments.picture(moment.spot);
                    }
                    debrief.pictures = back.pictures(visit.settings.lang);
                }
                model
            }
            None => ScreenModel::Loading(0.9),
        },
    };
}
