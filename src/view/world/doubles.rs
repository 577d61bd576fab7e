//! Two figures that only a replay has: the student, seen from outside, and the example beside them, in a light of its own.

use bevy::mesh::MeshTag;
use bevy::prelude::*;

use super::crowd::{Figure, figure};
use super::people::Bone;
use super::stage::{Lit, OnStage, Stage};
use super::{bake, material};
use crate::debrief::Stand;
use crate::run::Posture;
use crate::sim::ActiveRun;
use crate::view::ViewSystems;
use crate::view::look_back::LookBack;
use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::people::{self, Act, Eased, Look, Skeleton};
use crate::view::replay;
use crate::view::visit::Visit;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (enter, step).chain().in_set(ViewSystems::Mirror).run_if(resource_exists::<Stage>));
}

/// The light that the example stands in: it belongs to no room.
const HALO: Vec3 = Vec3::new(0.35, 1.5, 1.4);
/// The colours of the student's and the example's rings, as on the screen.
const ACCENT: u32 = 0xF2A33A;
const CALM: u32 = 0x3FB8AF;
/// Half the width of a ring, m.
const RING: f32 = 0.75;
/// Slower than this is standing, m/s.
const STANDS: f64 = 0.1;
/// Faster than this is a run, m/s.
const RUNS: f64 = 2.2;
/// Steps of the body from which a speed is taken, s.
const SPEED_OVER: f32 = 0.2;

/// One of the two.
#[derive(Debug, Component)]
struct Double {
    is_example: bool,
    skeleton: Skeleton,
    eased: Eased,
    /// Metres walked, and at what time of the window.
    walked: (f64, f32),
    speed: f64,
}

/// They come with a replay and go with it.
fn enter(
    active: Res<ActiveRun>,
    back: Res<LookBack>,
    stage: Res<Stage>,
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    there: Query<Entity, With<Double>>,
) {
    if active.playback().is_none() {
        for entity in &there {
            commands.entity(entity).despawn();
        }
        return;
    }
    if !there.is_empty() {
        return;
    }
    let mut spawn = |is_example: bool| {
        let look = Look::named(if is_example { "student_f" } else { "student_m" }, 5);
        let parts: Figure = figure(&look, &mut meshes);
        let double = Double { is_example, skeleton: Skeleton::new(look.height), eased: Eased::default(), walked: (0.0, 0.0), speed: 0.0 };
        let mut root = commands.spawn((OnStage, double, Transform::default(), Visibility::Hidden));
        if !is_example {
            root.insert(Lit);
        }
        let tag = if is_example { bake::pack(HALO) } else { 0 };
        let ring = meshes.add(material::mesh(&ring(if is_example { CALM } else { ACCENT }), 46.0, None));
        root.with_children(|root| {
            root.spawn((Mesh3d(ring), MeshMaterial3d(stage.clear.clone()), MeshTag(bake::pack(Vec3::ONE)), Transform::default()));
            for (joint, mesh) in parts {
                root.spawn((Bone(joint), Mesh3d(mesh), MeshMaterial3d(stage.solid.clone()), MeshTag(tag), Transform::default()));
            }
        });
    };
    spawn(false);
    if back.look().is_some_and(|look| look.example.is_some()) {
        spawn(true);
    }
}

fn step(
    active: Res<ActiveRun>,
    back: Res<LookBack>,
    visit: Res<Visit>,
    time: Res<Time>,
    mut doubles: Query<(&mut Double, &mut Transform, &mut Visibility, &Children), Without<Bone>>,
    mut bones: Query<(&Bone, &mut Transform), Without<Double>>,
) {
    let (Some(playback), Some(look)) = (active.playback(), back.look()) else { return };
    let (t, dt) = (time.elapsed_secs(), time.delta_secs());
    for (mut double, mut transform, mut seen, children) in &mut doubles {
        let stand = if double.is_example {
            replay::example(look, playback, &visit)
        } else {
            let body = playback.run().body();
            let since = t - double.walked.1;
            if since >= SPEED_OVER {
                // After a leap in time nobody has run anywhere.
                let way = (body.walked - double.walked.0).max(0.0) / f64::from(since);
                double.speed = if way > 8.0 { 0.0 } else { way };
                double.walked = (body.walked, t);
            }
            let own = Stand { at: body.at, facing: body.radians(), posture: body.posture, speed: double.speed };
            visit.watching.above.then_some(own)
        };
        let Some(stand) = stand else {
            *seen = Visibility::Hidden;
            continue;
        };
        *seen = Visibility::Inherited;
        transform.translation = Vec3::new(stand.at[0] as f32, stand.at[1] as f32, stand.at[2] as f32);
        let turn = Quat::from_rotation_y(stand.facing as f32);
        transform.rotation = transform.rotation.slerp(turn, (dt * 10.0).min(1.0));
        let double = &mut *double;
        let joints = people::joints_world(&double.skeleton, double.eased.towards(act(&stand), &double.skeleton, (t, dt), 11));
        for child in children {
            if let Ok((bone, mut part)) = bones.get_mut(*child) {
                *part = Transform::from_matrix(joints[bone.0.index()]);
            }
        }
    }
}

/// A ring on the floor around somebody's feet.
fn ring(rgb: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let (r, up) = (RING, 0.04);
    let corners = [(-r, -r), (-r, r), (r, r), (r, -r)].map(|(x, z)| Vec3::new(x, up, z));
    buf.quad_uv(corners, (Vec2::ZERO, Vec2::ONE), Finish { glow: 1.0, ..Finish::new(rgb, Surface::Plain) });
    for layer in &mut buf.layers {
        *layer = 27.0;
    }
    buf
}

/// What somebody is seen to do.
fn act(stand: &Stand) -> Act {
    let speed = stand.speed as f32;
    match (stand.posture, stand.speed > STANDS) {
        (Posture::Stand, true) if stand.speed > RUNS => Act::Run { speed },
        (Posture::Stand, true) => Act::Walk { speed },
        (Posture::Stand, false) => Act::Stand,
        (Posture::Crouch, true) => Act::CrouchWalk,
        (Posture::Crouch, false) => Act::Crouch,
        (Posture::Crawl, _) => Act::Crawl,
    }
}
