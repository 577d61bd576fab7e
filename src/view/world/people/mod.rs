//! Puts the cast on stage: who is to be there, their figures, where they stand at first. `direct` moves them, `animate` poses them.

mod animate;
mod direct;

use bevy::mesh::MeshTag;
use bevy::prelude::*;

use super::material;
use super::stage::{Lit, OnStage, Stage};
use crate::scenario::{Act as CueAct, Actor, ActorId, Gaze, Mood};
use crate::view::ViewSystems;
use crate::view::people::{self, Feature, Joint, Look, Skeleton};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Cast>().init_resource::<Present>();
    app.add_systems(
        Update,
        (spawn_cast, direct::direct, direct::walk, animate::animate).chain().in_set(ViewSystems::Mirror).run_if(resource_exists::<Stage>),
    );
}

/// Asks for the cast of a scenario, or for extras, to be put on stage.
#[derive(Debug, Default, Resource)]
pub struct Cast {
    /// To be spawned: person and where.
    pub wanted: Vec<(usize, Actor)>,
}

/// Who is on stage now: where their heads are, and who lies on the ground.
#[derive(Debug, Default, Resource)]
pub struct Present(Vec<(ActorId, Vec3, bool)>);

impl Present {
    /// Where somebody's head is.
    pub fn head(&self, who: ActorId) -> Option<Vec3> {
        self.0.iter().find(|(w, ..)| *w == who).map(|(_, at, _)| *at)
    }

    /// Who lies on the ground, and where their heads are.
    pub fn fallen(&self) -> impl Iterator<Item = (ActorId, Vec3)> {
        self.0.iter().filter(|(.., down)| *down).map(|(who, at, _)| (*who, *at))
    }
}

/// Someone on stage.
#[derive(Debug, Component)]
pub(super) struct Person {
    who: ActorId,
    skeleton: Skeleton,
    seed: u32,
    act: CueAct,
    mood: Mood,
    since: f32,
    path: Vec<Vec3>,
    speed: f32,
    face: f32,
    gaze: Option<Gaze>,
    eased: people::Eased,
    present: bool,
}

/// A part that follows a joint.
#[derive(Debug, Component)]
pub(super) struct Bone(pub(super) Joint);

/// A part of a face, in the frame of the head.
#[derive(Debug, Component)]
pub(super) struct FacePiece {
    feature: Feature,
    at: Vec3,
}

fn spawn_cast(
    mut cast: ResMut<Cast>,
    stage: Res<Stage>,
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    old: Query<Entity, With<Person>>,
) {
    if cast.wanted.is_empty() {
        return;
    }
    for entity in &old {
        commands.entity(entity).despawn();
    }
    for (n, actor) in std::mem::take(&mut cast.wanted) {
        let seed = n as u32 * 7 + actor.id.bytes().map(u32::from).sum::<u32>();
        let mut look = Look::named(&actor.look, seed);
        let in_bed = actor.act == CueAct::LieDown || actor.mood == Mood::Asleep;
        if in_bed && actor.look.starts_with("student") {
            look = look.at_night(seed);
        }
        let skeleton = Skeleton::new(look.height);
        let (at, face) = spot(&stage, &actor);
        let person = Person {
            who: ActorId(n as u16),
            skeleton,
            seed,
            act: actor.act,
            mood: actor.mood,
            since: 0.0,
            path: Vec::new(),
            speed: 0.0,
            face,
            gaze: None,
            eased: people::Eased::default(),
            present: actor.at.is_some(),
        };
        let transform = Transform::from_translation(at).with_rotation(Quat::from_rotation_y(face));
        let seen = if actor.at.is_some() { Visibility::Inherited } else { Visibility::Hidden };
        let root = commands.spawn((OnStage, person, Lit, transform, seen, Name::new(actor.id.clone()))).id();
        for (joint, buf) in Joint::ALL.into_iter().zip(people::parts(&look)) {
            if !buf.is_empty() {
                let mesh = meshes.add(material::mesh(&buf, 46.0, None));
                let part =
                    commands.spawn((Bone(joint), Mesh3d(mesh), MeshMaterial3d(stage.solid.clone()), MeshTag(0), Transform::default())).id();
                commands.entity(root).add_child(part);
            }
        }
        for piece in people::face_parts(&look) {
            let mesh = meshes.add(material::mesh(&piece.mesh, 46.0, None));
            let part = commands
                .spawn((
                    FacePiece { feature: piece.feature, at: piece.at },
                    Mesh3d(mesh),
                    MeshMaterial3d(stage.solid.clone()),
                    MeshTag(0),
                    Transform::default(),
                ))
                .id();
            commands.entity(root).add_child(part);
        }
    }
}

fn spot(stage: &Stage, actor: &Actor) -> (Vec3, f32) {
    let Some(anchor) = actor.at.map(|a| &stage.place.anchors[a.index()]) else { return (Vec3::new(0.0, -50.0, 0.0), 0.0) };
    let at = Vec3::new(anchor.at[0] as f32, anchor.at[1] as f32, anchor.at[2] as f32);
    (at, (actor.face.unwrap_or(anchor.face) as f32).to_radians())
}
