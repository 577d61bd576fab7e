//! What lies outside: the dome of the sky, the ground to the horizon, and patches of sun on the floor.

use bevy::math::{Vec2, Vec3};
use bevy::mesh::MeshTag;
use bevy::prelude::*;

use super::bake::{self, sun_direction};
use super::material::{self, RoomMaterial};
use super::stage::{OnStage, Workshop};
use crate::place::{Place, Side};
use crate::scenario::Light;
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Colours of the dome: zenith, horizon.
fn dome_colours(light: Light) -> (u32, u32) {
    match light {
        Light::Day => (0x6FA8DC, 0xE6F0F5),
        Light::Dusk => (0x4A5A8C, 0xF2A878),
        Light::Night | Light::PowerCut => (0x0E1730, 0x2C3B5E),
    }
}

fn mix(a: u32, b: u32, t: f32) -> u32 {
    let part = |s: u32| {
        let (x, y) = (((a >> s) & 255) as f32, ((b >> s) & 255) as f32);
        ((x + (y - x) * t).round() as u32) << s
    };
    part(16) | part(8) | part(0)
}

pub(super) fn spawn(shop: &mut Workshop<'_, '_>, place: &Place, light: Light, solid: &Handle<RoomMaterial>) {
    let (top, low) = dome_colours(light);
    let mut dome = MeshBuf::new();
    let (rings, sides, radius) = (10_u32, 24_u32, 160.0_f32);
    for k in 0..rings {
        let (a, b) = (k as f32 / rings as f32, (k + 1) as f32 / rings as f32);
        for i in 0..sides {
            let point = |t: f32, s: u32| {
                let h = (t * 1.12 - 0.12) * std::f32::consts::FRAC_PI_2;
                let az = s as f32 / sides as f32 * std::f32::consts::TAU;
                Vec3::new(az.cos() * h.cos(), h.sin(), az.sin() * h.cos()) * radius
            };
            let shade = |t: f32| Finish { glow: 2.62, ..Finish::new(mix(low, top, (t * 1.6).clamp(0.0, 1.0).powf(0.7)), Surface::Plain) };
            let (p, q, r, s) = (point(a, i), point(a, i + 1), point(b, i + 1), point(b, i));
            let base = dome.vertex(p, -p.normalize(), Vec2::ZERO, shade(a));
            dome.vertex(q, -q.normalize(), Vec2::ZERO, shade(a));
            dome.vertex(r, -r.normalize(), Vec2::ZERO, shade(b));
            dome.vertex(s, -s.normalize(), Vec2::ZERO, shade(b));
            dome.indices.extend([base, base + 1, base + 2, base, base + 2, base + 3]);
        }
    }
    let open: Vec<_> = place.rooms.iter().filter(|r| r.open).collect();
    let level =
        open.iter().map(|r| r.floor).fold(0.0_f64, f64::min).min(place.rooms.iter().map(|r| r.floor).fold(0.0, f64::min)) as f32 - 0.03;
    let mut ground = MeshBuf::new();
    let grass = Finish::new(if light == Light::Day { 0x86A562 } else { 0x5D7350 }, Surface::Grass);
    ground.panel(Vec3::new(-110.0, level, 110.0), Vec3::X * 220.0, -Vec3::Z * 220.0, 22.0, grass);
    let sky_light = bake::sky_colour(light) * 0.8 + if light == Light::Day { Vec3::splat(0.5) } else { Vec3::ZERO };
    for (buf, tag) in [(dome, Vec3::ONE), (ground, sky_light)] {
        let mesh = shop.meshes.add(material::mesh(&buf, 47.0, None));
        shop.commands.spawn((
            OnStage,
            Mesh3d(mesh),
            MeshMaterial3d(solid.clone()),
            MeshTag(bake::pack(tag)),
            bevy::camera::visibility::NoFrustumCulling,
        ));
    }
}

/// The patch of sun that a window throws on the floor of its room, if the sun stands before it.
pub(super) fn sun_patch(place: &Place, n: usize) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let w = &place.windows[n];
    let room = &place.rooms[w.room.index()];
    let sun = sun_direction(place);
    let inward = match w.side {
        Side::North => Vec3::Z,
        Side::South => -Vec3::Z,
        Side::East => -Vec3::X,
        Side::West => Vec3::X,
    };
    if sun.dot(inward) > -0.05 {
        return buf;
    }
    let along = inward.cross(Vec3::Y).abs() * (w.width as f32 / 2.0 - 0.06);
    let line = match w.side {
        Side::North => Vec3::new(w.at.0 as f32, 0.0, room.min.1 as f32),
        Side::South => Vec3::new(w.at.0 as f32, 0.0, room.max.1 as f32),
        Side::East => Vec3::new(room.max.0 as f32, 0.0, w.at.1 as f32),
        Side::West => Vec3::new(room.min.0 as f32, 0.0, w.at.1 as f32),
    };
    let floor = room.floor as f32;
    let low = line + Vec3::Y * (floor + w.sill as f32 + 0.06);
    let high = low + Vec3::Y * (w.height as f32 - 0.12);
    let (lo, hi) = (Vec3::new(room.min.0 as f32, 0.0, room.min.1 as f32), Vec3::new(room.max.0 as f32, 0.0, room.max.1 as f32));
    let fall = |p: Vec3| {
        let q = p - sun * ((p.y - floor - 0.012) / sun.y);
        Vec3::new(q.x.clamp(lo.x + 0.02, hi.x - 0.02), floor + 0.012, q.z.clamp(lo.z + 0.02, hi.z - 0.02))
    };
    let patch = Finish { glow: 0.34, ..Finish::new(0xFFE9B8, Surface::Plain) };
    for half in [-1.0_f32, 1.0] {
        // Two panes with the bar between them.
        let (a, b) = (along * half * 0.04, along * half);
        let quad = [fall(low + a), fall(low + b), fall(high + b), fall(high + a)];
        layered(&mut buf, quad, Vec3::Y, 25.0, patch);
        let beam = Finish { glow: 0.055, ..patch };
        let side = [high + a, high + b, fall(high + b), fall(high + a)];
        layered(&mut buf, side, -inward, 22.0, beam);
        layered(&mut buf, side, inward, 22.0, beam);
    }
    buf
}

fn layered(buf: &mut MeshBuf, corners: [Vec3; 4], out: Vec3, layer: f32, finish: Finish) {
    let [a, b, _, d] = corners;
    let from = buf.len();
    let is_front = (b - a).cross(d - a).dot(out) >= 0.0;
    let uv = [Vec2::new(0.0, 0.0), Vec2::new(1.0, 0.0), Vec2::new(1.0, 1.0), Vec2::new(0.0, 1.0)];
    for (p, t) in corners.iter().zip(uv) {
        buf.vertex(*p, out, t, finish);
    }
    let i = from as u32;
    if is_front {
        buf.indices.extend([i, i + 1, i + 2, i, i + 2, i + 3]);
    } else {
        buf.indices.extend([i, i + 2, i + 1, i, i + 3, i + 2]);
    }
    for layer_of in &mut buf.layers[from..] {
        *layer_of = layer;
    }
}
