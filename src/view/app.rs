//! The window: Bevy's plugins as the lab needs them, and ours.

use std::path::PathBuf;

use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::mesh::allocator::MeshAllocatorSettings;
use bevy::render::settings::{MemoryHints, WgpuSettings};
use bevy::render::slab_allocator::SlabAllocatorSettings;
use bevy::render::{RenderApp, RenderPlugin};
use bevy::window::{MonitorSelection, PresentMode, WindowMode, WindowResolution};
use bevy_egui::EguiPlugin;

use super::library::Library;
use super::recording::Recording;
use super::script::{self, Script};
use super::ui::Settings;
use super::visit::Visit;
use super::{ViewSystems, attention, audio, camera, draw, flow, input, look_back, moments, pad, recording, senses, story, world};
use crate::diag::Lang;
use crate::sim::SimPlugin;

/// What the lab was started with.
#[derive(Debug, Clone, Default, Resource)]
pub struct LabArgs {
    /// Full screen, no way out but the settings.
    pub kiosk: bool,
    /// Name of this computer in the records.
    pub station: String,
    /// Where the drills are.
    pub scenarios: PathBuf,
    /// Where the records are.
    pub data: PathBuf,
    /// First language.
    pub lang: Lang,
    /// Inputs to play.
    pub script: Option<PathBuf>,
    /// Where its pictures go.
    pub screenshots: PathBuf,
    /// Window size.
    pub size: (u32, u32),
    /// The seed of every run; for tests and pictures.
    pub seed: Option<u64>,
}

/// Why the lab could not be opened.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the message says it")]
pub enum LabError {
    #[error("没有剧本文件夹 no scenario folder: {0}")]
    NoScenarios(String),
    #[error("{0}")]
    Script(#[from] script::ScriptError),
    #[error("{path}: {source}")]
    Unreadable { path: String, source: std::io::Error },
}

/// Opens the lab and stays until it is closed. Returns the exit code.
pub fn open(args: LabArgs) -> Result<u8, LabError> {
    if !args.scenarios.is_dir() {
        return Err(LabError::NoScenarios(args.scenarios.display().to_string()));
    }
    let lines = match &args.script {
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|source| LabError::Unreadable { path: path.display().to_string(), source })?;
            Some(script::read(&text)?)
        }
        None => None,
    };
    let mut app = App::new();
    app.add_plugins(plugins(&args));
    if let Some(lines) = lines {
        let _ = std::fs::create_dir_all(&args.screenshots);
        app.insert_resource(Script::new(lines, args.screenshots.clone()));
    }
    let mut recording = Recording::default();
    let warnings = recording.open(&args.data, &args.station);
    let blocked = recording.blocked.clone();
    app.insert_resource(Library::read(&args.scenarios, Some(&args.data)));
    app.insert_resource(recording);
    let settings = Settings { lang: args.lang, ..Settings::default() };
    app.insert_resource(Visit { settings, warning: blocked.or_else(|| warnings.into_iter().next()), ..Visit::default() });
    app.insert_resource(args);
    app.add_plugins(LabPlugin);
    Ok(match app.run() {
        AppExit::Success => 0,
        AppExit::Error(code) => code.get(),
    })
}

fn plugins(args: &LabArgs) -> impl PluginGroup {
    let mode = if args.kiosk { WindowMode::BorderlessFullscreen(MonitorSelection::Primary) } else { WindowMode::Windowed };
    let (width, height) = if args.size == (0, 0) { (1280, 720) } else { args.size };
    let mut resolution = WindowResolution::new(width, height);
    if args.script.is_some() {
        resolution = resolution.with_scale_factor_override(1.0);
    }
    DefaultPlugins
        .set(WindowPlugin {
            primary_window: Some(Window {
                title: "演练室 Drillroom".into(),
                name: Some("drillroom".into()),
                resolution,
                mode,
                present_mode: if args.script.is_some() { PresentMode::AutoNoVsync } else { PresentMode::AutoVsync },
                ..default()
            }),
            ..default()
        })
        .set(renderer(args.script.is_some()))
        .set(LogPlugin {
            filter: "info,wgpu=error,naga=warn,bevy_render=warn,bevy_winit=warn,winit=error,symphonia=warn".into(),
            ..default()
        })
}

/// The renderer: small blocks of graphics memory. The default takes 256 MB at a time, which on a card that shares the computer's
/// memory is a quarter of a gigabyte of a school PC for scenes that need a tenth of it.
fn renderer(scripted: bool) -> RenderPlugin {
    let blocks = 4 * 1024 * 1024..8 * 1024 * 1024;
    let memory_hints = MemoryHints::Manual { suballocated_device_memory_block_size: blocks };
    let settings = WgpuSettings { memory_hints, ..default() };
    RenderPlugin { synchronous_pipeline_compilation: scripted, render_creation: settings.into(), ..default() }
}

/// Everything of ours.
#[derive(Debug)]
pub struct LabPlugin;

impl Plugin for LabPlugin {
    fn build(&self, app: &mut App) {
        app.add_plugins((EguiPlugin::default(), SimPlugin));
        if let Some(render) = app.get_sub_app_mut(RenderApp) {
            // Larger meshes have a buffer of their own: one shared buffer would be copied into one half as large again each time it is full.
            let slabs = SlabAllocatorSettings { large_threshold: 128 * 1024, ..default() };
            render.insert_resource(MeshAllocatorSettings { slab_allocator_settings: slabs, ..default() });
        }
        app.configure_sets(Update, (ViewSystems::Input, ViewSystems::Flow, ViewSystems::Mirror, ViewSystems::Camera).chain());
        app.add_plugins((
            world::plugin,
            camera::plugin,
            attention::plugin,
            pad::plugin,
            input::plugin,
            flow::plugin,
            story::plugin,
            recording::plugin,
            moments::plugin,
            look_back::plugin,
            senses::plugin,
            draw::plugin,
            script::plugin,
            audio::plugin,
        ));
        app.insert_resource(ClearColor(Color::srgb(0.07, 0.09, 0.13)));
    }
}
