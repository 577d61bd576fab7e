//! Things that move with the run: doors swing, props appear, hide and fall, lamps sway.

use bevy::prelude::*;

use super::stage::{DoorThing, PropThing, Stage, leaf_transform};
use crate::run::Event;
use crate::scenario::Cue;
use crate::sim::{ActiveRun, Happened};
use crate::view::ViewSystems;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (swing_doors, show_props, start_falls, fall, sway).in_set(ViewSystems::Mirror).run_if(resource_exists::<Stage>),
    );
}

/// How far a leaf stands open, radians.
const OPEN: f32 = -1.75;

/// Angle of a leaf now.
#[derive(Debug, Default, Component)]
pub(super) struct Swing(f32);

/// A prop on its way down: seconds since it began.
#[derive(Debug, Component)]
pub(super) struct Falling {
    since: f32,
    from: Transform,
}

fn swing_doors(
    stage: Res<Stage>,
    active: Res<ActiveRun>,
    time: Res<Time>,
    mut commands: Commands,
    mut leaves: Query<(Entity, &DoorThing, &mut Transform, Option<&mut Swing>)>,
) {
    for (entity, door, mut transform, swing) in &mut leaves {
        let is_open = match active.run() {
            Some(run) => run.open_doors().contains(&door.0),
            None => stage.place.doors[door.0.index()].open,
        };
        let wanted = if is_open { OPEN } else { 0.0 };
        let Some(mut swing) = swing else {
            commands.entity(entity).insert(Swing(wanted));
            let scale = transform.scale;
            *transform = leaf_transform(&stage.place, door.0, wanted).with_scale(scale);
            continue;
        };
        if (swing.0 - wanted).abs() > 1e-3 {
            swing.0 += (wanted - swing.0) * (time.delta_secs() * 5.0).min(1.0);
            let scale = transform.scale;
            *transform = leaf_transform(&stage.place, door.0, swing.0).with_scale(scale);
        }
    }
}

fn show_props(active: Res<ActiveRun>, mut props: Query<(&PropThing, &mut Visibility)>) {
    let Some(run) = active.run() else { return };
    for (prop, mut seen) in &mut props {
        let wanted = if run.hidden_props().contains(&prop.0) { Visibility::Hidden } else { Visibility::Inherited };
        if *seen != wanted {
            *seen = wanted;
        }
    }
}

fn start_falls(
    mut happened: MessageReader<Happened>,
    mut commands: Commands,
    props: Query<(Entity, &PropThing, &Transform), Without<Falling>>,
) {
    for Happened(event) in happened.read() {
        let Event::Cue(Cue::Fall(wanted)) = event else { continue };
        for (entity, prop, transform) in &props {
            if prop.0 == *wanted {
                commands.entity(entity).insert(Falling { since: 0.0, from: *transform });
            }
        }
    }
}

/// A thing that hangs or lies high drops; a tall thing on the floor topples forward about its lower front edge.
fn fall(stage: Res<Stage>, time: Res<Time>, mut props: Query<(&PropThing, &mut Falling, &mut Transform)>) {
    for (prop, mut falling, mut transform) in &mut props {
        let thing = &stage.place.props[prop.0.index()];
        falling.since += time.delta_secs();
        let t = falling.since;
        let floor = stage.place.stand_height(thing.at[0], thing.at[2], thing.at[1] - 0.4) as f32;
        let from = falling.from;
        let drop = from.translation.y - floor;
        if drop > 0.5 {
            let y = (from.translation.y - 4.9 * t * t).max(floor + 0.02);
            transform.translation.y = y;
            let landed = y <= floor + 0.021;
            transform.rotation = from.rotation * Quat::from_rotation_x(if landed { 0.35 } else { t * 1.4 });
        } else {
            let size = thing.kind.size;
            let lean = (t * t * 2.2).min(1.0);
            let angle = (lean * 1.45).min(1.45);
            let edge = from.rotation * Vec3::new(0.0, 0.0, size[2] as f32 / 2.0);
            let turn = Quat::from_axis_angle(from.rotation * Vec3::X, angle);
            transform.translation = from.translation + edge + turn * (-edge);
            transform.rotation = turn * from.rotation;
        }
    }
}

/// Lamps on cords swing while the ground shakes, and a while after.
fn sway(
    stage: Res<Stage>,
    active: Res<ActiveRun>,
    time: Res<Time>,
    mut level: Local<f32>,
    mut props: Query<(&PropThing, &mut Transform), Without<Falling>>,
) {
    let shaking = active.run().map_or(0.0, |r| r.here().shaking as f32);
    *level += ((shaking / 9.0).min(1.0) - *level) * (time.delta_secs() * if shaking > *level * 9.0 { 3.0 } else { 0.25 }).min(1.0);
    let t = time.elapsed_secs();
    for (prop, mut transform) in &mut props {
        let thing = &stage.place.props[prop.0.index()];
        let yaw = Quat::from_rotation_y((thing.yaw as f32).to_radians());
        match thing.kind.name {
            "pendant_tube" => {
                let phase = prop.0.index() as f32 * 1.7;
                let (a, b) = ((t * 3.3 + phase).sin() * *level * 0.55, (t * 2.7 + phase).cos() * *level * 0.35);
                transform.rotation = Quat::from_rotation_x(a) * Quat::from_rotation_z(b) * yaw;
            }
            "fan_lamp" => transform.rotation = Quat::from_rotation_y(t * 5.0) * Quat::from_rotation_z(*level * 0.2 * (t * 3.0).sin()),
            _ => {}
        }
    }
}
