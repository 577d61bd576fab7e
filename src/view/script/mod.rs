//! `--script`: plays inputs into the real window, in virtual time, so that a visit can be tested and pictured.
//!
//! Each drawn frame advances a fixed number of ticks (one, unless `fast N` says more), so a slow machine changes nothing.

mod devices;
mod frames;
mod read;

use std::path::PathBuf;

use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::render::view::screenshot::{Capturing, Screenshot, save_to_disk};
use bevy::time::TimeUpdateStrategy;
use bevy::window::PrimaryWindow;
use bevy::winit::WinitSettings;

pub use frames::{Frames, adapter_name};
pub use read::{Line, ScriptError, Verb, read};

use self::devices::Devices;
use super::ViewSystems;
use super::camera::Eyes;
use super::draw::{Acts, Drawn};
use super::input::Hands;
use super::ui::UiAct;
use super::visit::Visit;
use crate::diag::{Findings, Lang};
use crate::run::{Phase, Scripted};
use crate::scenario::read_plan;
use crate::sim::{ActiveRun, Happened, Intent, SimSystems};

pub(super) fn plugin(app: &mut App) {
    if app.world().contains_resource::<Script>() {
        // Bevy holds a window without the focus at 60 frames a second, and without a window manager none has it.
        app.insert_resource(WinitSettings::continuous());
    }
    app.add_systems(First, pace)
        .add_systems(FixedUpdate, play_plan.before(SimSystems::Intake).run_if(resource_exists::<Script>))
        .add_systems(Update, step.before(ViewSystems::Input).run_if(resource_exists::<Script>));
}

/// A script on its way.
#[derive(Debug, Resource)]
pub struct Script {
    lines: Vec<Line>,
    at: usize,
    /// Ticks to wait before the next line.
    wait: u32,
    /// Ticks a frame.
    fast: u32,
    waited: u32,
    student: Option<Scripted>,
    /// The plan stops when this node is open.
    until_node: Option<String>,
    shots: PathBuf,
    frame: u32,
    settle: u32,
    down: Option<Verb>,
    /// Frames are being timed; the script goes on after them.
    measuring: Option<Frames>,
}

/// The first frames of a window are black or half built.
const WARM_UP: u32 = 4;
/// Longest a script waits for a text, ticks.
const PATIENCE: u32 = 60 * 20;

impl Script {
    /// A script whose pictures go to a folder.
    pub fn new(lines: Vec<Line>, shots: PathBuf) -> Self {
        Self {
            lines,
            at: 0,
            wait: 0,
            fast: 1,
            waited: 0,
            student: None,
            until_node: None,
            shots,
            frame: 0,
            settle: 0,
            down: None,
            measuring: None,
        }
    }
}

fn pace(script: Option<Res<Script>>, mut strategy: ResMut<TimeUpdateStrategy>) {
    if let Some(script) = script {
        *strategy = TimeUpdateStrategy::FixedTimesteps(script.fast.max(1));
    }
}

/// The scripted student acts in every tick, also when many ticks fall into one frame.
fn play_plan(
    mut script: ResMut<Script>,
    active: Res<ActiveRun>,
    mut happened: MessageReader<Happened>,
    mut intents: MessageWriter<Intent>,
    mut exit: MessageWriter<AppExit>,
) {
    let events: Vec<_> = happened.read().map(|h| h.0.clone()).collect();
    let Some(run) = active.run() else { return };
    let stop = script.until_node.clone();
    let Some(student) = &mut script.student else { return };
    student.heard(run, &events);
    let is_there = stop.is_some_and(|n| run.phase().node().is_some_and(|o| run.scenario().node(o).id == n));
    if is_there || *run.phase() == Phase::Over {
        script.student = None;
        script.until_node = None;
        intents.write(Intent(crate::run::Action::Walk { forward: 0, right: 0 }));
        return;
    }
    if active.held || active.paused {
        return;
    }
    match student.act(run) {
        Ok(actions) => {
            intents.write_batch(actions.into_iter().map(Intent));
        }
        Err(e) => {
            error!("script: {e}");
            exit.write(AppExit::from_code(2));
        }
    }
}

/// What a step may touch besides the devices.
#[derive(bevy::ecs::system::SystemParam)]
struct Bench<'w, 's> {
    commands: Commands<'w, 's>,
    visit: ResMut<'w, Visit>,
    active: Res<'w, ActiveRun>,
    acts: ResMut<'w, Acts>,
    drawn: Res<'w, Drawn>,
    eyes: ResMut<'w, Eyes>,
    hands: ResMut<'w, Hands>,
    exit: MessageWriter<'w, AppExit>,
    capturing: Query<'w, 's, Entity, With<Capturing>>,
    window: Query<'w, 's, Entity, With<PrimaryWindow>>,
    adapter: Option<Res<'w, RenderAdapterInfo>>,
}

impl Bench<'_, '_> {
    /// Name of the node that is open.
    fn node(&self) -> Option<&str> {
        let run = self.active.run()?;
        run.phase().node().map(|n| run.scenario().node(n).id.as_str())
    }
}

fn step(mut script: ResMut<Script>, mut bench: Bench, mut devices: Devices) {
    script.frame += 1;
    bench.hands.steered = script.student.is_some();
    if let (Some(run), true) = (bench.active.run(), script.student.is_some()) {
        bench.eyes.yaw = run.body().radians() as f32;
    }
    let Ok(window) = bench.window.single() else { return };
    if script.frame <= WARM_UP || !bench.capturing.is_empty() {
        return;
    }
    if let Some(verb) = script.down.take() {
        devices.release(&verb, window);
    }
    if script.settle > 0 {
        script.settle -= 1;
        return;
    }
    if let Some(frames) = &mut script.measuring {
        if frames.tick() {
            eprintln!("{}", frames.line(bench.node(), &adapter_name(bench.adapter.as_deref())));
            script.measuring = None;
        }
        return;
    }
    if script.wait > 0 {
        script.wait = script.wait.saturating_sub(script.fast.max(1));
        return;
    }
    if script.student.is_some() {
        return;
    }
    let Some(line) = script.lines.get(script.at).cloned() else {
        bench.exit.write(AppExit::Success);
        return;
    };
    match perform(&line.verb, &mut script, &mut bench, &mut devices, window) {
        Ok(true) => {
            script.at += 1;
            script.waited = 0;
        }
        Ok(false) => {
            script.waited += script.fast.max(1);
            if script.waited > PATIENCE {
                fail(&line, "it never came", &mut bench);
            }
        }
        Err(why) => fail(&line, &why, &mut bench),
    }
}

fn fail(line: &Line, why: &str, bench: &mut Bench) {
    error!("script line {}: {:?}: {why}", line.number, line.verb);
    error!("on the screen: {}", bench.drawn.0.texts.join(" | "));
    bench.exit.write(AppExit::from_code(2));
}

/// Does one line. `Ok(false)` = not yet.
fn perform(verb: &Verb, script: &mut Script, bench: &mut Bench, devices: &mut Devices, window: Entity) -> Result<bool, String> {
    match verb {
        Verb::Wait(ticks) => script.wait = *ticks,
        Verb::Fast(n) => script.fast = *n,
        Verb::Until(text) => return Ok(bench.drawn.0.texts.iter().any(|t| t.contains(text.as_str()))),
        Verb::Click(label) => {
            let hot = bench
                .drawn
                .0
                .hot
                .iter()
                .find(|(l, _)| l == label)
                .or_else(|| bench.drawn.0.hot.iter().find(|(l, _)| l.contains(label.as_str())));
            let Some((_, at)) = hot else { return Ok(false) };
            devices.move_to(Vec2::from(*at), window);
            devices.press(verb, window);
            script.down = Some(verb.clone());
            script.settle = 2;
        }
        Verb::Key { .. } | Verb::Pad { .. } | Verb::Stick { .. } => {
            devices.press(verb, window);
            script.wait = verb.ticks();
            script.down = Some(verb.clone());
            script.settle = 1;
        }
        Verb::Mouse(x, y) => devices.turn(Vec2::new(*x, *y)),
        Verb::Look(yaw, pitch) => {
            bench.eyes.yaw = yaw.to_radians();
            bench.eyes.pitch = pitch.to_radians();
        }
        Verb::Type(text) => {
            for c in text.chars() {
                bench.acts.0.push(UiAct::Digit(c));
            }
        }
        Verb::Lang(lang) => bench.visit.settings.lang = *lang,
        Verb::Set(name, value) => set(bench, name, *value)?,
        Verb::Shot(name) => {
            // Fixed pictures want a still frame: what was just asked for is drawn first.
            let path = script.shots.join(format!("{name}.png"));
            bench.commands.spawn(Screenshot::primary_window()).observe(save_to_disk(path));
            script.settle = 2;
        }
        Verb::Mark(name) => eprintln!("mark {name}"),
        Verb::Frames { count, name } => script.measuring = Some(Frames::new(name, *count)),
        Verb::Plan { file, until } => {
            let run = bench.active.run().ok_or("no drill is being played")?;
            if bench.active.held {
                return Ok(false);
            }
            script.student = Some(Scripted::new(load_plan(file, run.scenario())?));
            script.until_node.clone_from(until);
        }
        Verb::Quit => {
            bench.exit.write(AppExit::Success);
        }
    }
    Ok(true)
}

fn set(bench: &mut Bench, name: &str, value: f32) -> Result<(), String> {
    let mut settings = bench.visit.settings.clone();
    match name {
        "text" => settings.text_scale = value,
        "motion" => settings.motion = value,
        "volume" => settings.volume = value,
        "captions" => settings.captions = value > 0.5,
        "flash" => settings.no_flash = value < 0.5,
        "quality" => settings.quality = (value.round() as u8).min(1),
        _ => return Err(format!("there is no setting {name}")),
    }
    bench.acts.0.push(UiAct::Set(Box::new(settings)));
    Ok(())
}

fn load_plan(file: &str, scenario: &crate::scenario::Scenario) -> Result<crate::scenario::Plan, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    let mut findings = Findings::default();
    let plan = read_plan(&text, Some(scenario), &mut findings);
    match findings.iter().next() {
        Some(f) => Err(format!("{file}: {}", f.message(Lang::En))),
        None => Ok(plan),
    }
}
