//! Smoke, flames, the light they throw, and what fear and fumes do to one's sight: the shader's parameters each frame.

use bevy::mesh::MeshTag;
use bevy::prelude::*;

use super::bake;
use super::beacons;
use super::material::{self, Params, RoomMaterial, ZONES};
use super::stage::{Lit, OnStage, Stage};
use crate::run::{Event, Run};
use crate::scenario::{Cue, Light};
use crate::sim::{ActiveRun, Staged};
use crate::view::ViewSystems;
use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::replay;
use crate::view::senses::Senses;
use crate::view::visit::Visit;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Shown>();
    app.add_systems(Update, (hear_cues, fires, parameters, probes).chain().in_set(ViewSystems::Mirror).run_if(resource_exists::<Stage>));
}

/// What the eye is shown besides the place itself.
#[derive(Debug, Resource)]
pub struct Shown {
    /// The scene's light as the cues left it.
    pub light: Light,
    /// 1 = mains power.
    pub power: f32,
    /// Blur, slowness, sway of perception.
    pub sense: Vec3,
    /// 0..1 black between scenes.
    pub fade: f32,
    /// Light is drawn steady.
    pub no_flash: bool,
}

impl Default for Shown {
    fn default() -> Self {
        Self { light: Light::Day, power: 1.0, sense: Vec3::ZERO, fade: 0.0, no_flash: false }
    }
}

fn hear_cues(mut staged: MessageReader<Staged>, active: Res<ActiveRun>, mut shown: ResMut<Shown>, time: Res<Time>) {
    shown.fade = (shown.fade - time.delta_secs() * 2.2).max(0.0);
    for told in staged.read() {
        match told {
            Staged::Anew => {
                let light = active.seen().map_or(shown.light, |r| r.scenario().light);
                *shown = Shown { light, power: shown.power, no_flash: shown.no_flash, ..Shown::default() };
            }
            Staged::Event(Event::Cue(Cue::Light(light)), _) => shown.light = *light,
            Staged::Event(Event::Cue(Cue::Sense { blur, slow, sway }), _) => {
                shown.sense = Vec3::new(*blur as f32, *slow as f32, *sway as f32);
            }
            Staged::Event(Event::Moved, ago) => shown.fade = (1.0 - *ago * 2.2).max(0.0),
            Staged::Event(..) => {}
        }
    }
    let wanted = if shown.light == Light::PowerCut { 0.0 } else { 1.0 };
    shown.power += (wanted - shown.power) * (time.delta_secs() * 9.0).min(1.0);
}

/// A burning fire on stage.
#[derive(Debug, Component)]
pub(super) struct Flame(usize);

fn flame_mesh(seed: f32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let finish = Finish { glow: 0.9, ..Finish::new(((seed * 255.0) as u32) << 16, Surface::Plain) };
    for k in 0..3 {
        let a = k as f32 * 1.047;
        let side = Vec3::new(a.cos(), 0.0, a.sin()) * 0.42;
        for s in [side, -side] {
            let at = buf.len();
            buf.quad_uv([-s, s, s + Vec3::Y, -s + Vec3::Y], (Vec2::ZERO, Vec2::ONE), finish);
            for (uv, y) in buf.uvs[at..].iter_mut().zip([0.0, 0.0, 1.0, 1.0]) {
                uv.y = y;
            }
            for layer in &mut buf.layers[at..] {
                *layer = 20.0;
            }
        }
    }
    // Smoke above the flame.
    for (k, up) in [1.0_f32, 1.5, 2.0].iter().enumerate() {
        let r = 0.35 + 0.25 * k as f32;
        let at = buf.len();
        let c = Vec3::Y * *up;
        buf.quad_uv(
            [c - Vec3::X * r, c + Vec3::X * r, c + Vec3::X * r + Vec3::Y * r * 2.0, c - Vec3::X * r + Vec3::Y * r * 2.0],
            (Vec2::ZERO, Vec2::ONE),
            Finish { glow: 0.5, ..finish },
        );
        for layer in &mut buf.layers[at..] {
            *layer = 21.0;
        }
    }
    buf
}

fn burning(run: Option<&Run>) -> Vec<([f64; 3], f64)> {
    run.map_or_else(Vec::new, Run::fires)
}

fn fires(
    active: Res<ActiveRun>,
    stage: Res<Stage>,
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    camera: Query<&GlobalTransform, With<Camera3d>>,
    mut flames: Query<(Entity, &Flame, &mut Transform)>,
) {
    let now = burning(active.seen());
    let eye = camera.iter().next().map_or(Vec3::ZERO, GlobalTransform::translation);
    let mut there = vec![false; now.len()];
    for (entity, flame, mut transform) in &mut flames {
        let Some((at, size)) = now.get(flame.0) else {
            commands.entity(entity).despawn();
            continue;
        };
        there[flame.0] = true;
        let at = Vec3::new(at[0] as f32, at[1] as f32, at[2] as f32);
        let away = eye - at;
        transform.translation = at;
        transform.rotation = Quat::from_rotation_y(away.x.atan2(away.z));
        transform.scale = Vec3::new(0.55 + *size as f32 * 0.55, *size as f32, 0.55 + *size as f32 * 0.55);
    }
    for (n, _) in there.iter().enumerate().filter(|(_, t)| !**t) {
        let mesh = meshes.add(material::mesh(&flame_mesh(0.13 + 0.29 * n as f32 % 1.0), 47.0, None));
        commands.spawn((
            OnStage,
            Flame(n),
            Mesh3d(mesh),
            MeshMaterial3d(stage.clear.clone()),
            MeshTag(bake::pack(Vec3::ONE)),
            Transform::default(),
        ));
    }
}

fn exposure(light: Light, power: f32) -> f32 {
    match light {
        Light::Day => 1.3,
        Light::Dusk => 1.55,
        Light::Night => 1.6,
        Light::PowerCut => 1.6 + (1.0 - power) * 0.6,
    }
}

/// A tube that flickers: a little, and not at all when flashing is off.
fn flicker(t: f32, shown: &Shown) -> f32 {
    if shown.no_flash {
        return 1.0;
    }
    let slow = (t * 0.9).sin() * (t * 2.3).sin();
    if slow > 0.86 { 0.93 } else { 1.0 }
}

fn parameters(
    active: Res<ActiveRun>,
    stage: Res<Stage>,
    shown: Res<Shown>,
    time: Res<Time>,
    (visit, senses): (Res<Visit>, Res<Senses>),
    camera: Query<&GlobalTransform, With<Camera3d>>,
    mut materials: ResMut<Assets<RoomMaterial>>,
) {
    let eye = camera.iter().next().map_or(Vec3::ZERO, GlobalTransform::translation);
    let t = time.elapsed_secs_wrapped();
    let mut p = Params::default();
    let is_night = matches!(stage.light, Light::Night | Light::PowerCut);
    p.mix = Vec4::new(shown.power * flicker(t, &shown), 1.0 - shown.power, t % 600.0, exposure(stage.light, shown.power));
    let is_above = replay::is_above(&active, &visit);
    let zone = stage.place.room_at([f64::from(eye.x), f64::from(eye.y) - 1.2, f64::from(eye.z)]).filter(|_| !is_above);
    let mut glow = Vec3::ZERO;
    for (k, (at, size)) in burning(active.seen()).into_iter().take(4).enumerate() {
        let wave = if shown.no_flash { 1.0 } else { 0.86 + 0.14 * (t * 9.0 + k as f32 * 2.0).sin() * (t * 5.3).cos() };
        let strength = (size as f32 * 2.4).min(5.0) * wave;
        p.lights[k] = Vec4::new(at[0] as f32, at[1] as f32 + size as f32 * 0.6, at[2] as f32, 9.0);
        p.glows[k] = Vec4::new(1.0, 0.46, 0.16, 0.0) * strength;
        glow += Vec3::new(0.034, 0.0155, 0.0065) * strength
            / (1.0 + (Vec3::new(at[0] as f32, at[1] as f32, at[2] as f32) - eye).length_squared() * 0.08);
    }
    let used = burning(active.seen()).len().min(4);
    for (k, (at, glow)) in beacons::lights(&stage, active.seen(), t, shown.no_flash).take(4 - used).enumerate() {
        (p.lights[used + k], p.glows[used + k]) = (at, glow * if is_night { 1.0 } else { 0.25 });
    }
    let base = if is_night { Vec3::new(0.030, 0.029, 0.029) } else { Vec3::new(0.20, 0.195, 0.19) };
    let smoke = if is_above { ABOVE_SMOKE } else { base * (0.4 + 0.6 * shown.power) + glow };
    p.smoke = smoke.extend(zone.map_or(47.0, |z| z.index() as f32));
    let sky = bake::sky_colour(stage.light);
    p.air = (sky * 0.75).extend(if is_night { 0.004 } else { 0.0045 });
    p.key = Vec3::new(0.35, 0.75, 0.55).normalize().extend(1.0);
    for n in 0..stage.place.rooms.len().min(ZONES - 1) {
        p.zones[n] = zone_smoke(&stage, active.seen(), n);
        if is_above {
            p.zones[n].y = thinned(p.zones[n]);
        }
    }
    if is_above && is_night {
        p.mix.w *= ABOVE_EXPOSURE;
    }
    let (grey, dark) = ((senses.dim * 0.75).max(senses.down), (senses.dim * 0.3).max(senses.down * 0.85));
    p.sight = Vec4::new((grey + shown.sense.x * 0.25).min(1.0), dark, 0.0, 0.0);
    for handle in [&stage.solid, &stage.clear] {
        if let Some(mut material) = materials.get_mut(handle) {
            material.params = p.clone();
        }
    }
}

/// Seen from above, thick smoke is a veil: people under it can still be told.
const VEIL: f32 = 1.6;
const ABOVE_SMOKE: Vec3 = Vec3::new(0.085, 0.085, 0.09);
/// From above a dark building is brighter than for those who are in it.
const ABOVE_EXPOSURE: f32 = 1.7;

/// The extinction, 1/m, that makes a veil of a layer of smoke. The shader takes half of it for the room that is looked into.
fn thinned(zone: Vec4) -> f32 {
    let thickness = (zone.z - zone.x).max(0.1);
    2.0 * VEIL * (1.0 - (-zone.y * thickness * 0.5).exp()) / thickness
}

fn zone_smoke(stage: &Stage, run: Option<&Run>, n: usize) -> Vec4 {
    let room = &stage.place.rooms[n];
    let ceiling = (room.floor + room.height) as f32;
    let Some(run) = run else { return Vec4::new(100.0, 0.0, ceiling, 0.0) };
    let id = stage.place.room(&room.id);
    let here = run.here_in(id, 1.6);
    let layer = (here.layer.min(room.height) + room.floor) as f32;
    Vec4::new(layer, here.layer_k as f32, ceiling, 0.0)
}

/// Gives every moving thing, and its parts, the light of where it is.
fn probes(
    stage: Res<Stage>,
    shown: Res<Shown>,
    lit: Query<(Entity, &GlobalTransform), With<Lit>>,
    children: Query<&Children>,
    mut tags: Query<&mut MeshTag>,
) {
    for (entity, transform) in &lit {
        let at = transform.translation() + Vec3::Y * 0.8;
        let room = stage.place.room_at([f64::from(at.x), f64::from(at.y) - 0.5, f64::from(at.z)]);
        let (on, off) = stage.scene.probe(room, at);
        let tag = bake::pack(on * shown.power + off * (1.0 - shown.power));
        for e in std::iter::once(entity).chain(children.iter_descendants(entity)) {
            if let Ok(mut t) = tags.get_mut(e)
                && t.0 != tag
            {
                t.0 = tag;
            }
        }
    }
}
