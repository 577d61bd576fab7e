//! The student's eyes: where the body is, what the ground does to it, and the drift of the attract screen.

use bevy::core_pipeline::tonemapping::Tonemapping;
use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;

use super::ViewSystems;
use super::replay;
use super::senses::Senses;
use super::visit::Visit;
use super::world::{Shown, Stage};
use crate::hazard::Ground;
use crate::run::Run;
use crate::sim::ActiveRun;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Eyes>();
    app.add_systems(Startup, (spawn, suit_the_card)).add_systems(Update, (smooth, aim).in_set(ViewSystems::Camera));
}

/// What is only the viewer's business: looking up and down, smoothing, drift.
#[derive(Debug, Resource)]
pub struct Eyes {
    /// Radians up.
    pub pitch: f32,
    /// Radians, 0 = south, growing to the east: the body's facing follows it in steps.
    pub yaw: f32,
    /// 0..1 strength of shake and sway.
    pub motion: f32,
    /// Set by scripts and pictures: look from here to there instead.
    pub fixed: Option<(Vec3, Vec3)>,
    /// Radians by which the view is lowered under a list of choices.
    pub lift: f32,
    height: f32,
    bob: f32,
    shake: f32,
    /// Where the head is beside the feet on a shaking floor, m, and how fast, m/s.
    lag: Vec3,
    lag_speed: Vec3,
    /// Over whom the view from above is.
    over: Option<Vec3>,
}

impl Default for Eyes {
    fn default() -> Self {
        Self {
            pitch: 0.0,
            yaw: 0.0,
            motion: 0.7,
            fixed: None,
            lift: 0.0,
            height: 1.6,
            bob: 0.0,
            shake: 0.0,
            lag: Vec3::ZERO,
            lag_speed: Vec3::ZERO,
            over: None,
        }
    }
}

fn spawn(mut commands: Commands) {
    commands.spawn((
        Camera3d::default(),
        Tonemapping::None,
        Msaa::Off,
        Projection::Perspective(PerspectiveProjection { fov: 62.0_f32.to_radians(), near: NEAR, far: 260.0, ..default() }),
        Transform::from_xyz(0.0, 1.6, 0.0),
    ));
}

/// A program that draws without a graphics card begins with the smooth picture.
fn suit_the_card(mut visit: ResMut<Visit>, adapter: Option<Res<RenderAdapterInfo>>) {
    if adapter.is_some_and(|a| format!("{:?}", a.device_type) == "Cpu") {
        visit.settings.quality = 0;
    }
}

/// The fine picture smooths edges: four samples a pixel.
fn smooth(visit: Res<Visit>, mut camera: Query<&mut Msaa, With<Camera3d>>) {
    let wanted = if visit.settings.quality > 0 { Msaa::Sample4 } else { Msaa::Off };
    for mut msaa in &mut camera {
        if *msaa != wanted {
            *msaa = wanted;
        }
    }
}

fn aim(
    active: Res<ActiveRun>,
    shown: Res<Shown>,
    stage: Option<Res<Stage>>,
    time: Res<Time>,
    mut eyes: ResMut<Eyes>,
    (visit, senses): (Res<Visit>, Res<Senses>),
    mut camera: Query<(&mut Transform, &mut Projection), With<Camera3d>>,
) {
    let Ok((mut camera, mut lens)) = camera.single_mut() else { return };
    let t = time.elapsed_secs();
    let is_above = replay::is_above(&active, &visit);
    if let Projection::Perspective(lens) = &mut *lens {
        lens.near = if is_above { ABOVE - CUT } else { NEAR };
    }
    if let Some((from, to)) = eyes.fixed {
        *camera = Transform::from_translation(from).looking_at(to, Vec3::Y);
        return;
    }
    let Some(run) = active.seen() else {
        if let Some(stage) = stage {
            *camera = drift(&stage, t);
        }
        return;
    };
    let dt = time.delta_secs();
    let body = run.body();
    if is_above {
        *camera = eyes.above(Vec3::new(body.at[0] as f32, body.at[1] as f32, body.at[2] as f32), dt);
        return;
    }
    if active.playback().is_some() {
        eyes.yaw = body.radians() as f32;
        eyes.pitch = -0.03;
    }
    // Whoever is overcome sinks to the floor, more slowly than one crouches.
    let (head, soon) = if senses.down > 0.0 { (LYING, 1.2) } else { (body.posture.head() as f32, 8.0) };
    eyes.height += (head - eyes.height) * (dt * soon).min(1.0);
    let is_walking = body.wish != (0, 0) && run.is_playing();
    eyes.bob += if is_walking { dt * 9.0 } else { 0.0 };
    let level = ((run.here().shaking as f32 - 3.0) / 6.0).clamp(0.0, 1.2);
    eyes.shake += (level - eyes.shake) * (dt * 4.0).min(1.0);
    let motion = eyes.motion;
    let s = eyes.shake * eyes.shake * motion;
    let shake = match run.ground() {
        Some(ground) => eyes.ride(ground, run, t, dt) * motion,
        None => {
            Vec3::new((t * 17.0).sin() + (t * 29.0).sin() * 0.6, (t * 23.0).sin() * 0.5, (t * 13.0).cos() + (t * 31.0).cos() * 0.5)
                * s
                * 0.055
        }
    };
    let sway = shown.sense.z * motion;
    let bob = Vec3::Y * (eyes.bob.sin() * 0.018 * motion * f32::from(u8::from(is_walking)));
    let at = Vec3::new(body.at[0] as f32, body.at[1] as f32 + eyes.height, body.at[2] as f32);
    let roll = (t * 0.8).sin() * 0.06 * sway + (t * 11.0).sin() * 0.02 * s + senses.down * 0.45 * motion;
    let turn = Quat::from_rotation_y(eyes.yaw + std::f32::consts::PI + (t * 0.55).sin() * 0.05 * sway)
        * Quat::from_rotation_x(eyes.pitch + eyes.lift + senses.jerk() * motion + (t * 0.7).cos() * 0.04 * sway)
        * Quat::from_rotation_z(roll);
    *camera = Transform::from_translation(at + shake + bob).with_rotation(turn);
}

/// A body on a shaking floor: how readily the head follows, Hz, and the share of critical damping.
const NECK: (f32, f32) = (1.6, 0.35);
/// No head goes farther, m.
const NECK_REACH: f32 = 0.12;

/// The head of somebody who lies on the floor, m.
const LYING: f32 = 0.28;
/// The nearest that is drawn, m.
const NEAR: f32 = 0.05;
/// Seen from above, the eye is so high over the floor, m.
const ABOVE: f32 = 11.5;
/// And everything higher over the floor than this is cut away, m: ceilings, and the storeys above.
const CUT: f32 = 2.15;
/// How soon the view from above has followed, 1/s.
const FOLLOW: f32 = 3.0;

impl Eyes {
    /// Straight down on whoever is at `feet`, north up: as on the plan of the debrief.
    fn above(&mut self, feet: Vec3, dt: f32) -> Transform {
        let at = self.over.filter(|over| over.distance(feet) < 8.0).unwrap_or(feet);
        let at = at.lerp(feet, (dt * FOLLOW).min(1.0)).with_y(feet.y);
        self.over = Some(at);
        // The controls cover the lower part of the window.
        let middle = at + Vec3::Z * 0.7;
        Transform::from_translation(middle + Vec3::Y * ABOVE).looking_to(Vec3::NEG_Y, Vec3::NEG_Z)
    }

    /// Where the head is beside the feet while the floor moves under them, m.
    fn ride(&mut self, ground: &Ground, run: &Run, t: f32, dt: f32) -> Vec3 {
        let is_live = run.phase().is_acting();
        // While one reads the moment holds: the second before and after it is swung through.
        let ahead = if is_live { (run.now() % 6) as f32 / 60.0 } else { (t.rem_euclid(4.0) - 2.0).abs() - 1.0 };
        let [x, y, z] = ground.acceleration(f64::from(ahead)).map(|a| a as f32);
        let (w, steps) = (std::f32::consts::TAU * NECK.0, (dt * 240.0).ceil().clamp(1.0, 60.0));
        let h = dt.min(0.25) / steps;
        for _ in 0..steps as u32 {
            self.lag_speed += (-Vec3::new(x, y, z) - self.lag * (w * w) - self.lag_speed * (2.0 * NECK.1 * w)) * h;
            self.lag = (self.lag + self.lag_speed * h).clamp_length_max(NECK_REACH);
        }
        self.lag
    }
}

/// The slow ride through the longest room.
fn drift(stage: &Stage, t: f32) -> Transform {
    let rooms = stage.place.rooms.iter().filter(|r| !r.open);
    let longest = rooms.max_by(|a, b| {
        let length = |r: &crate::place::Room| (r.max.0 - r.min.0).max(r.max.1 - r.min.1);
        length(a).total_cmp(&length(b))
    });
    let Some(room) = longest else { return Transform::from_xyz(0.0, 1.6, 0.0) };
    let (w, d) = ((room.max.0 - room.min.0) as f32, (room.max.1 - room.min.1) as f32);
    let mid = Vec3::new(room.min.0 as f32 + w / 2.0, room.floor as f32 + 1.55, room.min.1 as f32 + d / 2.0);
    let (along, length) = if w > d { (Vec3::X, w) } else { (Vec3::Z, d) };
    let phase = (t * 0.035).sin();
    let from = mid + along * (phase * length * 0.3) + along.cross(Vec3::Y) * (t * 0.11).sin() * 0.35;
    let to = from + along * 8.0 + Vec3::Y * ((t * 0.2).sin() * 0.25 - 0.25) + along.cross(Vec3::Y) * (t * 0.09).cos() * 1.1;
    Transform::from_translation(from).looking_at(to, Vec3::Y)
}
