//! Wet cloth in the gap under a door that was sealed: it lies there as long as the run says so.

use bevy::mesh::MeshTag;
use bevy::prelude::*;

use super::material;
use super::stage::{Lit, OnStage, Stage, leaf_transform};
use crate::place::DoorId;
use crate::sim::ActiveRun;
use crate::view::ViewSystems;
use crate::view::props;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, lay.in_set(ViewSystems::Mirror).run_if(resource_exists::<Stage>));
}

/// The cloth under a door.
#[derive(Debug, Component)]
struct Cloth(DoorId);

fn lay(
    active: Res<ActiveRun>,
    stage: Res<Stage>,
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    there: Query<(Entity, &Cloth)>,
) {
    let Some(run) = active.seen() else { return };
    let sealed = run.sealed_doors();
    for (entity, cloth) in &there {
        if !sealed.contains(&cloth.0) {
            commands.entity(entity).despawn();
        }
    }
    for door in sealed.iter().filter(|d| !there.iter().any(|(_, cloth)| cloth.0 == **d)) {
        let thing = &stage.place.doors[door.index()];
        let leaf = leaf_transform(&stage.place, *door, 0.0);
        let middle = leaf.translation + leaf.rotation * Vec3::X * (thing.width as f32 / 2.0);
        // On the side of whoever pressed it in.
        let body = Vec3::new(run.body().at[0] as f32, 0.0, run.body().at[2] as f32);
        let out = leaf.rotation * Vec3::Z;
        let rotation =
            if (body - middle).dot(out) >= 0.0 { leaf.rotation } else { leaf.rotation * Quat::from_rotation_y(std::f32::consts::PI) };
        let mesh = meshes.add(material::mesh(&props::wet_towels(thing.width as f32), thing.room.index() as f32, None));
        let place = Transform::from_translation(middle).with_rotation(rotation);
        commands.spawn((OnStage, Cloth(*door), Lit, Mesh3d(mesh), MeshMaterial3d(stage.solid.clone()), MeshTag(0), place));
    }
}
