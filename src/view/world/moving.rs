//! Things that move with the run: doors swing, props appear, hide and fall, lamps sway.

use bevy::prelude::*;

use super::stage::{DoorThing, PropThing, Stage, leaf_transform, place_of};
use crate::place::Prop;
use crate::run::Event;
use crate::scenario::Cue;
use crate::sim::{ActiveRun, Staged};
use crate::view::ViewSystems;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (swing_doors, show_props, stand_up, start_falls, fall, rock, sway).in_set(ViewSystems::Mirror).run_if(resource_exists::<Stage>),
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
        let is_open = match active.seen() {
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
    let Some(run) = active.seen() else { return };
    for (prop, mut seen) in &mut props {
        let wanted = if run.hidden_props().contains(&prop.0) { Visibility::Hidden } else { Visibility::Inherited };
        if *seen != wanted {
            *seen = wanted;
        }
    }
}

fn start_falls(
    mut staged: MessageReader<Staged>,
    mut commands: Commands,
    props: Query<(Entity, &PropThing, &Transform), Without<Falling>>,
) {
    for told in staged.read() {
        let Staged::Event(Event::Cue(Cue::Fall(wanted)), ago) = told else { continue };
        for (entity, prop, transform) in &props {
            if prop.0 == *wanted {
                commands.entity(entity).insert(Falling { since: *ago, from: *transform });
            }
        }
    }
}

/// After a leap in time everything stands where it stood at first; what has happened since is told anew.
fn stand_up(
    mut staged: MessageReader<Staged>,
    stage: Res<Stage>,
    mut commands: Commands,
    mut props: Query<(Entity, &PropThing, &mut Transform)>,
) {
    if !staged.read().any(|told| *told == Staged::Anew) {
        return;
    }
    for (entity, prop, mut transform) in &mut props {
        transform.set_if_neq(Transform::from_matrix(place_of(&stage.place.props[prop.0.index()])));
        commands.entity(entity).remove::<Falling>();
    }
}

/// What a cue brings down.
fn fall(stage: Res<Stage>, time: Res<Time>, mut props: Query<(&PropThing, &mut Falling, &mut Transform)>) {
    for (prop, mut falling, mut transform) in &mut props {
        falling.since += time.delta_secs();
        let thing = &stage.place.props[prop.0.index()];
        let from = falling.from;
        *transform = match drop_height(&stage, thing) {
            drop if drop > 0.5 => dropped(from, drop, falling.since),
            _ => {
                let lean = (falling.since * falling.since * 2.2).min(1.0);
                toppled(from, thing, [0.0, rest_tilt(&stage, thing).min(lean * 1.45)])
            }
        };
    }
}

/// What the ground rocks, slides and brings down stands as the model says: the same in a replay.
fn rock(stage: Res<Stage>, active: Res<ActiveRun>, mut props: Query<(&PropThing, &mut Transform), Without<Falling>>) {
    let Some(ground) = active.seen().and_then(|r| r.ground()) else { return };
    for (prop, mut transform) in &mut props {
        let thing = &stage.place.props[prop.0.index()];
        if let Some((tilt, slip)) = ground.pose(prop.0) {
            let stood = Transform::from_matrix(place_of(thing));
            let slid = stood.rotation * Vec3::new(slip[0] as f32, 0.0, slip[1] as f32);
            let tilt = [tilt[0] as f32, (tilt[1] as f32).min(rest_tilt(&stage, thing))];
            transform.set_if_neq(toppled(stood.with_translation(stood.translation + slid), thing, tilt));
        } else if let (Some(since), false) = (ground.falling(prop.0), thing.hidden) {
            let hung = Transform::from_matrix(place_of(thing));
            transform.set_if_neq(dropped(hung, drop_height(&stage, thing), since as f32));
        }
    }
}

/// From a thing's underside to the floor below it, m.
fn drop_height(stage: &Stage, thing: &Prop) -> f32 {
    (thing.at[1] - stage.place.stand_height(thing.at[0], thing.at[2], thing.at[1] - 0.4)) as f32
}

/// Falls freely, turns a little, and lies tilted.
fn dropped(from: Transform, drop: f32, since: f32) -> Transform {
    let fallen = (4.9 * since * since).min(drop - 0.02).max(0.0);
    let turn = if fallen >= drop - 0.021 { 0.35 } else { since * 1.4 };
    from.with_translation(from.translation - Vec3::Y * fallen).with_rotation(from.rotation * Quat::from_rotation_x(turn))
}

/// Tilted about its lower edges: over its width, and over its depth; rad.
fn toppled(from: Transform, thing: &Prop, tilt: [f32; 2]) -> Transform {
    let half = [thing.kind.size[0] as f32 / 2.0, thing.kind.size[2] as f32 / 2.0];
    let edge = Vec3::new(half[0] * sign(tilt[0]), 0.0, half[1] * sign(tilt[1]));
    let turn = Quat::from_rotation_x(tilt[1]) * Quat::from_rotation_z(-tilt[0]);
    from.with_translation(from.translation + from.rotation * (edge + turn * (-edge))).with_rotation(from.rotation * turn)
}

fn sign(tilt: f32) -> f32 {
    if tilt == 0.0 { 0.0 } else { tilt.signum() }
}

/// How far it can tip forward before its front meets the furniture there, rad.
fn rest_tilt(stage: &Stage, thing: &Prop) -> f32 {
    let (sin, cos) = thing.yaw.to_radians().sin_cos();
    let [width, height, depth] = thing.kind.size;
    let meets = stage.place.props.iter().filter(|p| p.kind.solid && !p.hidden && !std::ptr::eq(*p, thing)).filter_map(|other| {
        let (dx, dz) = (other.at[0] - thing.at[0], other.at[2] - thing.at[2]);
        let (across, ahead) = (dx * cos - dz * sin, dx * sin + dz * cos);
        let gap = ahead - 0.5 * (depth + other.kind.size[0].min(other.kind.size[2]));
        let beside = 0.5 * (width + other.kind.size[0].min(other.kind.size[2]));
        let is_there = across.abs() < beside && gap > 0.0 && gap < height && (other.at[1] - thing.at[1]).abs() < 0.5;
        is_there.then(|| std::f64::consts::FRAC_PI_2 - (other.kind.size[1] / gap).atan())
    });
    meets.fold(1.45, f64::min).max(0.3) as f32
}

/// Lamps on cords swing while the ground shakes, and a while after.
fn sway(
    stage: Res<Stage>,
    active: Res<ActiveRun>,
    time: Res<Time>,
    mut level: Local<f32>,
    mut props: Query<(&PropThing, &mut Transform), Without<Falling>>,
) {
    let shaking = active.seen().map_or(0.0, |r| r.here().shaking as f32);
    *level += ((shaking / 9.0).min(1.0) - *level) * (time.delta_secs() * if shaking > *level * 9.0 { 3.0 } else { 0.25 }).min(1.0);
    let ground = active.seen().and_then(|r| r.ground());
    let t = time.elapsed_secs();
    for (prop, mut transform) in &mut props {
        let thing = &stage.place.props[prop.0.index()];
        let yaw = Quat::from_rotation_y((thing.yaw as f32).to_radians());
        if ground.is_some_and(|g| g.falling(prop.0).is_some()) {
            continue;
        }
        match (thing.kind.name, ground) {
            ("pendant_tube", Some(ground)) => {
                let [x, z] = ground.lamp().map(|a| a as f32);
                transform.rotation = Quat::from_rotation_z(x) * Quat::from_rotation_x(-z) * yaw;
            }
            ("pendant_tube", None) => {
                let phase = prop.0.index() as f32 * 1.7;
                let (a, b) = ((t * 3.3 + phase).sin() * *level * 0.55, (t * 2.7 + phase).cos() * *level * 0.35);
                transform.rotation = Quat::from_rotation_x(a) * Quat::from_rotation_z(b) * yaw;
            }
            ("fan_lamp", _) => transform.rotation = Quat::from_rotation_y(t * 5.0) * Quat::from_rotation_z(*level * 0.2 * (t * 3.0).sin()),
            _ => {}
        }
    }
}
