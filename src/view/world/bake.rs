//! Light, computed once per place on the processor and kept in vertices: soft, shadowed and free at run time.
//!
//! Every vertex gets two lights: with the power on, and with emergency lamps and daylight only.

use bevy::math::Vec3;

use super::material::Baked;
use crate::place::{LampColour, Place, RoomId, Side};
use crate::scenario::Light;
use crate::view::mesh::MeshBuf;

/// An upright box that throws shadows.
#[derive(Debug, Clone, Copy)]
struct Block {
    min: Vec3,
    max: Vec3,
}

#[derive(Debug, Clone, Copy)]
struct LampLight {
    at: Vec3,
    colour: Vec3,
    is_emergency: bool,
}

#[derive(Debug, Clone, Copy)]
struct Pane {
    centre: Vec3,
    half: Vec3,
    inward: Vec3,
    area: f32,
}

/// What lights one room.
#[derive(Debug, Default)]
struct RoomLight {
    lamps: Vec<LampLight>,
    panes: Vec<Pane>,
    blocks: Vec<Block>,
    shell: Option<Block>,
    on: Vec3,
    off: Vec3,
    is_open: bool,
}

/// The lights of a place at a time of day.
#[derive(Debug)]
pub struct LightScene {
    rooms: Vec<RoomLight>,
    sky: Vec3,
    sun: Option<(Vec3, Vec3)>,
}

fn hex(rgb: u32) -> Vec3 {
    let [r, g, b] = crate::view::mesh::Finish::new(rgb, crate::view::mesh::Surface::Plain).linear();
    Vec3::new(r, g, b)
}

fn lamp_colour(c: LampColour) -> Vec3 {
    match c {
        LampColour::Tube => hex(0xF4F6FF) * 1.0,
        LampColour::Warm => hex(0xFFD9A0) * 1.0,
        LampColour::Exit => hex(0x39D98A) * 0.35,
        LampColour::Moon => hex(0x8FA9D8) * 0.5,
        LampColour::Neon => hex(0xC95BE0) * 0.8,
        LampColour::Fire => hex(0xFF8A3A) * 1.2,
        LampColour::Screen => hex(0x9CC4FF) * 0.6,
    }
}

/// Colour of the sky seen through windows, and of the open air.
pub fn sky_colour(light: Light) -> Vec3 {
    match light {
        Light::Day => hex(0xE6F0FF) * 1.55,
        Light::Dusk => hex(0xF0B48C) * 0.62,
        Light::Night | Light::PowerCut => hex(0x3A5690) * 0.2,
    }
}

/// Direction to the sun.
pub fn sun_direction(place: &Place) -> Vec3 {
    let (a, h) = (place.sun.azimuth.to_radians() as f32, place.sun.height.to_radians() as f32);
    Vec3::new(a.sin() * h.cos(), h.sin(), a.cos() * h.cos())
}

impl LightScene {
    /// Gathers the lights of a place.
    pub fn new(place: &Place, light: Light) -> Self {
        let sky = sky_colour(light);
        let is_day = light == Light::Day;
        let mut rooms: Vec<RoomLight> = place.rooms.iter().map(|_| RoomLight::default()).collect();
        for (n, room) in place.rooms.iter().enumerate() {
            let r = &mut rooms[n];
            r.is_open = room.open;
            let lo = Vec3::new(room.min.0 as f32, room.floor as f32, room.min.1 as f32);
            let hi = Vec3::new(room.max.0 as f32, (room.floor + room.height) as f32, room.max.1 as f32);
            r.shell = Some(Block { min: lo, max: hi });
            r.panes = place.windows.iter().filter(|w| w.room.index() == n).map(|w| pane(place, w)).collect();
            let has_window = !r.panes.is_empty();
            let share = if room.open {
                0.85
            } else if has_window {
                0.17
            } else {
                0.035
            };
            r.off = sky * share * Vec3::new(1.06, 1.0, 0.93) + Vec3::splat(0.006);
            r.on = r.off;
        }
        for lamp in &place.lamps {
            if (lamp.night_only && is_day) || lamp.strength <= 0.0 {
                continue;
            }
            let Some(room) = lamp.room else { continue };
            // In the evening even cold tubes look warm against the dark: a story, not a measurement.
            let hour = match light {
                Light::Day => Vec3::splat(0.6),
                Light::Dusk => Vec3::new(1.22, 1.06, 0.86),
                Light::Night | Light::PowerCut => Vec3::new(1.12, 1.04, 0.92),
            };
            let colour = lamp_colour(lamp.colour) * lamp.strength as f32 * hour;
            let r = &mut rooms[room.index()];
            r.lamps.push(LampLight {
                at: Vec3::new(lamp.at[0] as f32, lamp.at[1] as f32, lamp.at[2] as f32),
                colour,
                is_emergency: lamp.emergency,
            });
            // Bounced light of the room's own lamps.
            let size = r.shell.map_or(30.0, |s| (s.max - s.min).x * (s.max - s.min).z).max(6.0);
            let bounce = colour * (1.7 / size).min(0.11);
            r.on += bounce;
            if lamp.emergency {
                r.off += bounce;
            }
        }
        for prop in place.props.iter().filter(|p| !p.hidden) {
            let s = prop.kind.size;
            if s[0] < 0.25 && s[2] < 0.25 || s[1] < 0.12 {
                continue;
            }
            let a = prop.yaw.to_radians();
            let (hx, hz) = (
                (s[0] / 2.0 * a.cos().abs() + s[2] / 2.0 * a.sin().abs()) as f32,
                (s[0] / 2.0 * a.sin().abs() + s[2] / 2.0 * a.cos().abs()) as f32,
            );
            let at = Vec3::new(prop.at[0] as f32, prop.at[1] as f32, prop.at[2] as f32);
            let block = Block { min: at - Vec3::new(hx, 0.0, hz), max: at + Vec3::new(hx, s[1] as f32, hz) };
            if let Some(room) = place.room_at(prop.at) {
                rooms[room.index()].blocks.push(block);
            }
        }
        let sun = is_day.then(|| (sun_direction(place), hex(0xFFF1D0) * 1.15));
        Self { rooms, sky, sun }
    }

    /// Light at the vertices of a buffer that stands in a room.
    pub fn bake(&self, buf: &MeshBuf, room: usize) -> Baked {
        let r = &self.rooms[room];
        let light = |k: usize| self.vertex(r, buf.positions[k], buf.normals[k]);
        let n = buf.len();
        let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(8);
        let chunk = n.div_ceil(threads).max(256);
        let mut parts: Vec<Vec<(Vec3, Vec3)>> = Vec::new();
        std::thread::scope(|s| {
            let jobs: Vec<_> =
                (0..n).step_by(chunk).map(|from| s.spawn(move || (from..(from + chunk).min(n)).map(light).collect::<Vec<_>>())).collect();
            parts = jobs.into_iter().map(|j| j.join().unwrap_or_default()).collect();
        });
        let mut baked = Baked::default();
        for (on, off) in parts.into_iter().flatten() {
            baked.on.push(on.extend(1.0).to_array());
            baked.off.push(off.extend(1.0).to_array());
        }
        baked.on.resize(n, [0.5, 0.5, 0.5, 1.0]);
        baked.off.resize(n, [0.1, 0.1, 0.1, 1.0]);
        baked
    }

    /// Light that falls on a small thing in a room, with the power on and off: for people and moved props.
    pub fn probe(&self, room: Option<RoomId>, at: Vec3) -> (Vec3, Vec3) {
        let Some(r) = room.and_then(|r| self.rooms.get(r.index())) else { return (self.sky, self.sky) };
        let (mut on, mut off) = (r.on, r.off);
        for l in &r.lamps {
            let d2 = (l.at - at).length_squared();
            let add = l.colour * falloff(d2) * 0.62;
            on += add;
            if l.is_emergency {
                off += add;
            }
        }
        for p in &r.panes {
            let to = p.centre - at;
            let face = (-to.normalize_or_zero()).dot(p.inward).max(0.0);
            let add = self.sky * p.area * face / (1.0 + to.length_squared()) * 0.55;
            on += add;
            off += add;
        }
        if let (Some((_, colour)), true) = (self.sun, r.is_open) {
            on += colour * 0.7;
            off += colour * 0.7;
        }
        (on, off)
    }

    fn vertex(&self, r: &RoomLight, at: Vec3, normal: Vec3) -> (Vec3, Vec3) {
        let start = at + normal * 0.03;
        let near: Vec<Block> = r.blocks.iter().filter(|b| b.distance(start) < 7.0).copied().collect();
        let open = 1.0 - 0.5 * near.iter().map(|b| b.depth(start)).fold(0.0, f32::max);
        let ao = self.occlusion(r, &near, start, normal) * open;
        let (mut on, mut off) = (r.on * ao, r.off * ao);
        for l in &r.lamps {
            let to = l.at - start;
            let d2 = to.length_squared();
            if d2 > 81.0 {
                continue;
            }
            let facing = normal.dot(to / d2.sqrt().max(0.01)).max(0.0) * 0.92 + 0.08;
            // A lamp is not a point: three tries give its shadow a soft edge.
            let mut seen = 0.0;
            for offset in [Vec3::ZERO, Vec3::new(0.3, 0.0, 0.16), Vec3::new(-0.3, 0.0, -0.16)] {
                seen += if near.iter().any(|b| b.blocks(start, l.at + offset)) { 0.16 } else { 1.0 };
            }
            let add = l.colour * falloff(d2) * facing * (seen / 3.0) * open;
            on += add;
            if l.is_emergency {
                off += add;
            }
        }
        let day = self.daylight(r, &near, start, normal) * open;
        (on + day, off + day)
    }

    fn daylight(&self, r: &RoomLight, near: &[Block], start: Vec3, normal: Vec3) -> Vec3 {
        let mut sum = Vec3::ZERO;
        for p in &r.panes {
            for (u, h) in [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)] {
                let target = p.centre + p.half.with_y(0.0) * u + Vec3::Y * p.half.y * h;
                let to = target - start;
                let d2 = to.length_squared().max(0.05);
                let dir = to / d2.sqrt();
                let facing = (normal.dot(dir) * 0.85 + 0.15).max(0.0) * (-dir).dot(p.inward).max(0.0);
                let seen = if near.iter().any(|b| b.blocks(start, target)) { 0.2 } else { 1.0 };
                sum += self.sky * p.area * 0.25 * facing * seen / (0.8 + d2) * 1.15;
            }
        }
        if let (Some((dir, colour)), true) = (self.sun, r.is_open) {
            let facing = normal.dot(dir).max(0.0);
            let seen = if near.iter().any(|b| b.blocks(start, start + dir * 12.0)) { 0.12 } else { 1.0 };
            sum += colour * facing * seen;
        }
        sum
    }

    /// Share of the near surroundings that is open, by short rays about the normal.
    fn occlusion(&self, r: &RoomLight, near: &[Block], start: Vec3, normal: Vec3) -> f32 {
        const REACH: f32 = 0.8;
        let side = if normal.y.abs() > 0.9 { Vec3::X } else { Vec3::Y };
        let u = normal.cross(side).normalize_or_zero();
        let w = normal.cross(u);
        let close: Vec<&Block> = near.iter().filter(|b| b.distance(start) < REACH).collect();
        let mut open = 0.0;
        let rays = [normal, normal + u, normal - u, normal + w, normal - w, normal + u * 0.6 + w * 0.6];
        for ray in rays {
            let dir = ray.normalize_or_zero();
            let mut free = close.iter().filter_map(|b| b.hit(start, dir)).fold(REACH, f32::min);
            if let (Some(shell), false) = (&r.shell, r.is_open) {
                free = free.min(shell.exit(start, dir));
            }
            open += (free / REACH).clamp(0.0, 1.0);
        }
        0.3 + 0.7 * open / rays.len() as f32
    }
}

fn falloff(d2: f32) -> f32 {
    1.55 / (1.0 + d2 * 0.62)
}

fn pane(place: &Place, w: &crate::place::Window) -> Pane {
    let room = &place.rooms[w.room.index()];
    let (x, z, inward) = match w.side {
        Side::North => (w.at.0, room.min.1, Vec3::Z),
        Side::South => (w.at.0, room.max.1, -Vec3::Z),
        Side::East => (room.max.0, w.at.1, -Vec3::X),
        Side::West => (room.min.0, w.at.1, Vec3::X),
    };
    let (width, height) = (w.width as f32, w.height as f32);
    let centre = Vec3::new(x as f32, (room.floor + w.sill) as f32 + height / 2.0, z as f32);
    let along = inward.cross(Vec3::Y).abs();
    Pane { centre, half: along * width / 2.0 + Vec3::Y * height / 2.0, inward, area: width * height }
}

impl Block {
    /// Distance from a point to the box; 0 inside.
    fn distance(&self, p: Vec3) -> f32 {
        (self.min - p).max(p - self.max).max(Vec3::ZERO).length()
    }

    /// How deep a point lies inside, 0..1 over 0.4 m.
    fn depth(&self, p: Vec3) -> f32 {
        let d = (p - self.min).min(self.max - p).min_element();
        (d / 0.4).clamp(0.0, 1.0)
    }

    /// Whether the box stands between two points, neither of which it holds.
    fn blocks(&self, from: Vec3, to: Vec3) -> bool {
        if self.distance(from) <= 0.0 || self.distance(to) <= 0.0 {
            return false;
        }
        let way = to - from;
        let length = way.length();
        self.hit(from, way / length.max(1e-4)).is_some_and(|t| t < length)
    }

    /// Distance along a ray to the box, when it starts outside and hits.
    fn hit(&self, from: Vec3, dir: Vec3) -> Option<f32> {
        let inv = Vec3::new(safe(dir.x), safe(dir.y), safe(dir.z)).recip();
        let (a, b) = ((self.min - from) * inv, (self.max - from) * inv);
        let (enter, leave) = (a.min(b).max_element(), a.max(b).min_element());
        (enter <= leave && enter > 0.0).then_some(enter)
    }

    /// Distance along a ray to where it leaves the box.
    fn exit(&self, from: Vec3, dir: Vec3) -> f32 {
        let inv = Vec3::new(safe(dir.x), safe(dir.y), safe(dir.z)).recip();
        let (a, b) = ((self.min - from) * inv, (self.max - from) * inv);
        a.max(b).min_element().max(0.0)
    }
}

fn safe(x: f32) -> f32 {
    if x.abs() < 1e-5 { 1e-5 } else { x }
}

/// Light as 10 bits a channel, 0..2, for a moving thing's tag.
pub fn pack(light: Vec3) -> u32 {
    let q = |x: f32| ((x.clamp(0.0, 2.0) * 511.5).round() as u32).min(1023);
    q(light.x) | q(light.y) << 10 | q(light.z) << 20
}
