//! The window: Bevy's plugins as the lab needs them, and ours.

use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::view::screenshot::{Screenshot, save_to_disk};
use bevy::time::TimeUpdateStrategy;
use bevy::window::{PresentMode, WindowResolution};

use super::{ViewSystems, camera, world};
use crate::place::{self, Place};
use crate::scenario::Light;
use crate::sim::SimPlugin;

/// What the art bench looks at.
#[derive(Debug, Resource)]
struct Bench {
    place: Place,
    light: Light,
    shots: Vec<(Vec3, Vec3)>,
    out: String,
    frame: u32,
}

/// Opens a place and takes pictures of it from given spots: a bench for the look of places.
pub fn look(place_path: &std::path::Path, shots: Vec<(Vec3, Vec3)>, light: Light, out: String, size: (u32, u32)) {
    let text = std::fs::read_to_string(place_path).unwrap_or_default();
    let stem = place_path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let place = place::read(&text, &stem, &mut crate::diag::Findings::default());
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(Window {
                    title: "演练室 Drillroom".into(),
                    resolution: WindowResolution::new(size.0, size.1),
                    present_mode: PresentMode::AutoNoVsync,
                    ..default()
                }),
                ..default()
            })
            .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() }),
    );
    app.insert_resource(TimeUpdateStrategy::FixedTimesteps(1));
    app.insert_resource(Bench { place, light, shots, out, frame: 0 });
    app.add_plugins((SimPlugin, world::plugin, camera::plugin));
    app.configure_sets(Update, (ViewSystems::Input, ViewSystems::Flow, ViewSystems::Mirror, ViewSystems::Camera).chain());
    app.add_systems(Startup, |mut shop: world::Workshop, bench: Res<Bench>, mut shown: ResMut<world::Shown>| {
        let start = std::time::Instant::now();
        shown.light = bench.light;
        world::build(&mut shop, &bench.place, bench.light, &std::collections::BTreeSet::new());
        info!("stage built in {:?}", start.elapsed());
    });
    app.add_systems(Update, take_shots.in_set(ViewSystems::Flow));
    app.run();
}

fn take_shots(mut bench: ResMut<Bench>, mut commands: Commands, mut eyes: ResMut<camera::Eyes>, mut exit: MessageWriter<AppExit>) {
    const FRAMES: u32 = 5;
    bench.frame += 1;
    let n = (bench.frame / FRAMES) as usize;
    match bench.shots.get(n) {
        Some(shot) => {
            eyes.fixed = Some(*shot);
            if bench.frame % FRAMES == FRAMES - 1 {
                let path = format!("{}-{n}.png", bench.out);
                commands.spawn(Screenshot::primary_window()).observe(save_to_disk(path));
            }
        }
        None if bench.frame > bench.shots.len() as u32 * FRAMES + 6 => {
            exit.write(AppExit::Success);
        }
        None => {}
    }
}
