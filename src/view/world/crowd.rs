//! The classmates of a run: where the crowd's model has them, in figures that share their meshes. What they do is `run::Classmates`.

use std::collections::HashMap;

use bevy::mesh::MeshTag;
use bevy::prelude::*;

use super::material;
use super::people::Bone;
use super::stage::{Lit, OnStage, Stage};
use crate::crowd::{State, TICKS_PER_STEP};
use crate::place::Place;
use crate::run::{Classmates, Run};
use crate::scenario::Mood;
use crate::sim::ActiveRun;
use crate::view::ViewSystems;
use crate::view::people::{self, Act, Eased, Joint, Look, Skeleton};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (gather, step).chain().in_set(ViewSystems::Mirror).run_if(resource_exists::<Stage>));
}

/// Figures of one look: people of a crowd are so many times these.
const KINDS: u32 = 4;
/// Farther away nobody's limbs are seen to move, m.
const FAR: f32 = 30.0;
/// The mattress of a loft bed above the floor, m.
const MATTRESS: f32 = 1.8;
/// Faster than this is a run, m/s.
const RUNS: f32 = 2.2;

/// Somebody of the crowd.
#[derive(Debug, Component)]
struct Classmate {
    index: usize,
    /// Of the run whose crowd this is.
    seed: u64,
    skeleton: Skeleton,
    eased: Eased,
    /// Seconds of lying.
    down: f32,
}

/// Meshes of one figure, by joint.
pub(super) type Figure = Vec<(Joint, Handle<Mesh>)>;

/// Puts the crowd of a run on stage, and takes that of another away.
fn gather(
    active: Res<ActiveRun>,
    stage: Res<Stage>,
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut known: Local<HashMap<(String, u32, bool), Figure>>,
    old: Query<(Entity, &Classmate)>,
) {
    let Some(run) = active.seen().filter(|r| r.case().place.id == stage.place.id) else {
        known.clear();
        return;
    };
    let Some(others) = run.classmates() else { return };
    if old.iter().next().is_some_and(|(_, c)| c.seed == run.seed()) {
        return;
    }
    old.iter().for_each(|(entity, _)| commands.entity(entity).despawn());
    for index in 0..others.crowd().people().len() {
        let kind = index as u32 % KINDS * 13 + 5;
        let at_night = others.bed(index).is_some();
        let named = others.look(index);
        let mut look = Look::named(named, kind);
        if at_night {
            look = look.at_night(kind);
        }
        let figure = known.entry((named.to_owned(), kind, at_night)).or_insert_with(|| figure(&look, &mut meshes));
        let classmate = Classmate { index, seed: run.seed(), skeleton: Skeleton::new(look.height), eased: Eased::default(), down: 0.0 };
        let root = commands.spawn((OnStage, classmate, Lit, Transform::default(), Visibility::default())).id();
        for (joint, mesh) in figure.iter() {
            let part = (Bone(*joint), Mesh3d(mesh.clone()), MeshMaterial3d(stage.solid.clone()), MeshTag(0), Transform::default());
            let part = commands.spawn(part).id();
            commands.entity(root).add_child(part);
        }
    }
}

/// The meshes of a look, the face at rest in the head's.
pub(super) fn figure(look: &Look, meshes: &mut Assets<Mesh>) -> Figure {
    let face = people::expression(Mood::Worried, false, 0.4, 3);
    let mut parts: Vec<_> = Joint::ALL.into_iter().zip(people::parts(look)).collect();
    if let Some((_, head)) = parts.iter_mut().find(|(joint, _)| *joint == Joint::Head) {
        for piece in people::face_parts(look) {
            head.append(&piece.mesh, people::feature_place(piece.feature, piece.at, &face, Vec2::ZERO));
        }
    }
    let filled = parts.into_iter().filter(|(_, buf)| !buf.is_empty());
    filled.map(|(joint, buf)| (joint, meshes.add(material::mesh(&buf, 46.0, None)))).collect()
}

fn step(
    active: Res<ActiveRun>,
    time: Res<Time>,
    stage: Res<Stage>,
    camera: Query<&GlobalTransform, With<Camera3d>>,
    mut people: Query<(&mut Classmate, &mut Transform, &Children), Without<Bone>>,
    mut bones: Query<(&Bone, &mut Transform), Without<Classmate>>,
) {
    let Some((run, others)) = active.seen().and_then(|r| Some((r, r.classmates()?))) else { return };
    let eye = camera.iter().next().map_or(Vec3::ZERO, GlobalTransform::translation);
    let (t, dt) = (time.elapsed_secs(), time.delta_secs());
    for (mut mate, mut transform, children) in &mut people {
        if mate.seed != run.seed() || mate.index >= others.crowd().people().len() {
            continue;
        }
        let (wanted, act) = stands(run, others, &stage.place, mate.index, mate.down);
        mate.down = if matches!(act, Act::Collapse { .. }) { mate.down + dt } else { 0.0 };
        transform.translation = wanted.translation;
        transform.rotation = transform.rotation.slerp(wanted.rotation, (dt * 8.0).min(1.0));
        if transform.translation.distance(eye) > FAR && mate.down > 1.0 {
            continue;
        }
        let mate = &mut *mate;
        let joints = people::joints_world(&mate.skeleton, mate.eased.towards(act, &mate.skeleton, (t, dt), mate.index as u32 * 31));
        for child in children {
            if let Ok((bone, mut part)) = bones.get_mut(*child) {
                *part = Transform::from_matrix(joints[bone.0.index()]);
            }
        }
    }
}

/// Where somebody is between two steps of the model, and what they are seen to do.
fn stands(run: &Run, others: &Classmates, place: &Place, index: usize, down: f32) -> (Transform, Act) {
    let person = &others.crowd().people()[index];
    if let (State::Sleeping, Some(bed)) = (person.state, others.bed(index)) {
        let bed = &place.props[bed.index()];
        let at = Vec3::new(bed.at[0] as f32, bed.at[1] as f32 + MATTRESS, bed.at[2] as f32);
        let turn = Quat::from_rotation_y((bed.yaw as f32 - 90.0).to_radians());
        return (Transform::from_translation(at).with_rotation(turn), Act::LieDown);
    }
    let part = (run.now() % TICKS_PER_STEP) as f32 / TICKS_PER_STEP as f32;
    let spot = |at: [f64; 3]| Vec3::new(at[0] as f32, at[1] as f32, at[2] as f32);
    let at = spot(person.before).lerp(spot(person.at), part);
    let turn = Quat::from_rotation_y((person.facing[0] as f32).atan2(person.facing[1] as f32));
    let speed = Vec2::new(person.velocity[0] as f32, person.velocity[1] as f32).length();
    let act = match person.state {
        State::Sleeping => Act::LieDown,
        State::Collapsed => Act::Collapse { since: down },
        _ if speed > 0.15 && person.stoops => Act::CrouchWalk,
        _ if speed > RUNS => Act::Run { speed },
        _ if speed > 0.15 => Act::Walk { speed },
        // Nobody stands while the floor throws them about.
        _ if run.here().shaking > 5.0 => Act::Cower,
        State::Trapped => Act::Wave,
        _ if person.stoops => Act::Crouch,
        State::Queueing | State::Safe | State::Preparing | State::Walking | State::Helping => Act::Stand,
    };
    (Transform::from_translation(at).with_rotation(turn), act)
}
