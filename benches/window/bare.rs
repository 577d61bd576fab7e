//! Bevy's own windows, to hold the lab's against: an empty one, and a bare lit room that fills it.
//!
//! Plugins, window and camera are set as in `src/view/app.rs` and `src/view/camera.rs`, so that the difference is what we
//! add; where Bevy's defaults would cost more (samples, tone mapping), ours are taken. Nothing of ours but the ruler.

use std::process::{ExitCode, Termination};

use bevy::core_pipeline::tonemapping::Tonemapping;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::window::{PresentMode, WindowResolution};
use bevy::winit::WinitSettings;
use drillroom::view::script::{Frames, adapter_name};

use super::SIZE;

/// The first picture is drawn while the second update runs: it has been presented when the third begins.
const PRESENTED: u32 = 3;
/// Updates before frames are timed: as many as the visits wait.
const SETTLED: u32 = 30;
/// Half the side of the room, metres. A cube: walls that stick out behind each other would be drawn for nothing.
const HALF: f32 = 3.0;

/// The measurement, until it has been printed.
#[derive(Debug, Resource)]
struct Ruler(Option<Frames>);

/// Opens a window until its frames are timed.
pub(crate) fn open(kind: &str, frames: u32) -> ExitCode {
    let window = Window {
        title: format!("Bevy: {kind}"),
        resolution: WindowResolution::new(SIZE.0, SIZE.1).with_scale_factor_override(1.0),
        present_mode: PresentMode::AutoNoVsync,
        ..default()
    };
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: Some(window), ..default() })
            .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() })
            .set(LogPlugin { filter: "warn,wgpu=error,winit=error".into(), ..default() }),
    );
    app.insert_resource(WinitSettings::continuous()).insert_resource(Ruler(Some(Frames::new(kind, frames))));
    app.add_systems(Startup, camera).add_systems(Update, measure);
    if kind == "room" {
        app.add_systems(Startup, room);
    }
    app.run().report()
}

/// Off the middle, towards one wall: five of the six are seen.
fn camera(mut commands: Commands) {
    commands.spawn((
        Camera3d::default(),
        Tonemapping::None,
        Msaa::Off,
        Projection::Perspective(PerspectiveProjection { fov: 62.0_f32.to_radians(), near: 0.05, far: 260.0, ..default() }),
        Transform::from_xyz(0.0, 0.0, HALF - 0.5),
    ));
}

/// Six walls that look inwards, plain standard material, one lamp without shadows.
fn room(mut commands: Commands, mut meshes: ResMut<Assets<Mesh>>, mut materials: ResMut<Assets<StandardMaterial>>) {
    let paint = materials.add(StandardMaterial::from(Color::srgb(0.8, 0.78, 0.72)));
    for inward in [Vec3::X, Vec3::NEG_X, Vec3::Y, Vec3::NEG_Y, Vec3::Z, Vec3::NEG_Z] {
        commands.spawn((
            Mesh3d(meshes.add(Plane3d::new(inward, Vec2::splat(HALF)))),
            MeshMaterial3d(paint.clone()),
            Transform::from_translation(-inward * HALF),
        ));
    }
    commands.spawn((PointLight { intensity: 200_000.0, ..default() }, Transform::from_xyz(0.0, HALF - 0.5, 0.0)));
}

fn measure(mut ruler: ResMut<Ruler>, adapter: Option<Res<RenderAdapterInfo>>, mut updates: Local<u32>, mut exit: MessageWriter<AppExit>) {
    *updates += 1;
    if *updates == PRESENTED {
        eprintln!("mark usable");
    }
    let Some(frames) = &mut ruler.0 else { return };
    if *updates > SETTLED && frames.tick() {
        eprintln!("{}", frames.line(None, &adapter_name(adapter.as_deref())));
        ruler.0 = None;
        exit.write(AppExit::Success);
    }
}
