//! Soft things: heaps, quilts, clothes on hangers, towels, shoes.

use bevy::math::{Mat4, Quat, Vec2, Vec3, vec3};

use super::palette::{BLACK_PLASTIC, GREY_PLASTIC, PLASTICS};
use super::parts::{block, mirrored, rod, wire};
use super::vary::unit;
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// A soft heap standing at `at` (middle of its underside): pillow, quilt, ash. `cells` is its fineness.
pub(super) fn lump(buf: &mut MeshBuf, at: Vec3, size: Vec3, cells: u32, seed: u32, finish: Finish) {
    let (p, q) = (unit(seed, 901) * 6.0, unit(seed, 902) * 6.0);
    let row = cells as usize + 1;
    let mut points = Vec::with_capacity(row * row);
    for j in 0..row {
        for i in 0..row {
            let (s, t) = (i as f32 / cells as f32 * 2.0 - 1.0, j as f32 / cells as f32 * 2.0 - 1.0);
            let dome = ((1.0 - s.powi(4)) * (1.0 - t.powi(4))).max(0.0).sqrt();
            let crease = 0.86 + 0.14 * (s * 4.3 + p).sin() * (t * 3.7 + q).cos();
            points.push(at + vec3(s * size.x * 0.5, dome * crease * size.y, t * size.z * 0.5));
        }
    }
    let base = buf.positions.len() as u32;
    for j in 0..row {
        for i in 0..row {
            let across = points[j * row + (i + 1).min(row - 1)] - points[j * row + i.saturating_sub(1)];
            let along = points[(j + 1).min(row - 1) * row + i] - points[j.saturating_sub(1) * row + i];
            let uv = Vec2::new(i as f32 * size.x, j as f32 * size.z) / cells as f32;
            buf.vertex(points[j * row + i], along.cross(across).normalize_or(Vec3::Y), uv, finish);
        }
    }
    let row = row as u32;
    for j in 0..cells {
        for i in 0..cells {
            let a = base + j * row + i;
            buf.indices.extend([a, a + row, a + 1, a + 1, a + row, a + row + 1]);
        }
    }
}

/// Wet towels and a sheet pressed into the gap under a door so wide; its middle on the floor, +z away from the leaf.
pub fn wet_towels(width: f32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let cloths = [(0xA39F94, 0.42), (0x7F93A0, 0.36), (0xB7B0A2, 0.4)];
    for (n, (rgb, share)) in cloths.into_iter().enumerate() {
        let seed = 40 + n as u32;
        let middle = (n as f32 - 1.0) * width * 0.31;
        let size = vec3(width * share, 0.075 + 0.03 * unit(seed, 3), 0.17 + 0.05 * unit(seed, 4));
        lump(&mut buf, vec3(middle, 0.0, 0.055 + 0.02 * unit(seed, 5)), size, 9, seed, Finish::new(rgb, Surface::Cloth));
    }
    // What has run out of them.
    let (w, d) = (width * 0.5, 0.34);
    let corners = [vec3(-w, 0.004, 0.02), vec3(-w * 0.9, 0.004, d), vec3(w * 0.86, 0.004, d * 0.85), vec3(w, 0.004, 0.02)];
    buf.quad_facing(corners, Vec3::Y, Finish::new(0x6F6A62, Surface::Plain));
    buf
}

/// A short-sleeved shirt on a wire hanger; `place` puts the top of its hook.
pub(super) fn shirt(buf: &mut MeshBuf, place: Mat4, finish: Finish) {
    let right = [(0.21, -0.68), (0.20, -0.36), (0.30, -0.36), (0.34, -0.27), (0.20, -0.05), (0.08, -0.02)];
    let mut part = MeshBuf::new();
    part.extrude(&mirrored(&right), 0.05, Mat4::from_translation(vec3(0.0, -0.07, 0.0)), finish);
    hanger(&mut part);
    buf.append(&part, place);
}

/// Long trousers pegged to a hanger; `place` puts the top of its hook.
pub(super) fn trousers(buf: &mut MeshBuf, place: Mat4, finish: Finish) {
    let mut part = MeshBuf::new();
    let leg = [(0.025, -0.92), (0.135, -0.92), (0.195, -0.10), (0.0, -0.14)];
    for mirror in [1.0_f32, -1.0] {
        let mut outline: Vec<Vec2> = leg.iter().map(|&(x, y)| Vec2::new(x * mirror, y)).collect();
        if mirror < 0.0 {
            // Seen in a mirror the outline runs clockwise.
            outline.reverse();
        }
        part.extrude(&outline, 0.045, Mat4::from_translation(vec3(0.0, -0.04, mirror * 0.006)), finish);
    }
    block(&mut part, vec3(-0.2, -0.16, -0.03), vec3(0.2, -0.11, 0.03), 0.01, finish);
    hanger(&mut part);
    buf.append(&part, place);
}

fn hanger(buf: &mut MeshBuf) {
    let neck = vec3(0.0, -0.05, 0.0);
    wire(buf, &[vec3(0.015, -0.015, 0.0), Vec3::ZERO, vec3(-0.012, -0.02, 0.0), neck], 0.004, GREY_PLASTIC);
    wire(buf, &[vec3(-0.2, -0.12, 0.0), neck, vec3(0.2, -0.12, 0.0)], 0.006, GREY_PLASTIC);
}

/// A towel over a bar: `top` is the middle of the fold, and it faces +Z.
pub(super) fn towel(buf: &mut MeshBuf, top: Vec3, size: (f32, f32), finish: Finish) {
    let (w, h) = size;
    buf.drape(top + vec3(-w * 0.5, 0.0, 0.012), Vec3::X * w, h, 1.0, 0.008, finish);
    let (lo, hi) = (top + vec3(-w * 0.5, -0.012, -0.016), top + vec3(w * 0.5, 0.012, 0.018));
    block(buf, lo, hi, 0.01, finish);
}

/// A clip rack (晾袜架): a ring with socks, hanging by `top`.
pub(super) fn sock_rack(buf: &mut MeshBuf, top: Vec3, socks: &[Finish]) {
    const RADIUS: f32 = 0.15;
    let ring: Vec<Vec3> = (0..=8)
        .map(|k| {
            let a = k as f32 / 8.0 * std::f32::consts::TAU;
            top + vec3(a.cos() * RADIUS, -0.16, a.sin() * RADIUS)
        })
        .collect();
    wire(buf, &ring, 0.006, PLASTICS[5]);
    for k in [0, 3, 5] {
        rod(buf, top, ring[k], 0.003, BLACK_PLASTIC);
    }
    for (k, sock) in socks.iter().enumerate() {
        let at = ring[(k * 3 + 1) % 8] - Vec3::Y * 0.02;
        block(buf, at + vec3(-0.035, -0.17, -0.012), at + vec3(0.035, 0.0, 0.012), 0.008, *sock);
        block(buf, at + vec3(-0.035, -0.22, -0.012), at + vec3(0.09, -0.15, 0.012), 0.012, *sock);
    }
}

/// One lace-up shoe, toe towards +Z, its sole at `at`.
pub(super) fn shoe(buf: &mut MeshBuf, at: Vec3, turn: f32, finish: Finish) {
    let mut part = MeshBuf::new();
    let sole = Finish { rgb: 0xE9E6DD, ..BLACK_PLASTIC };
    part.standing_box(Vec3::ZERO, vec3(0.088, 0.024, 0.27), 0.0, sole);
    part.ellipsoid(vec3(0.0, 0.038, 0.06), vec3(0.043, 0.036, 0.074), 6, finish);
    part.ellipsoid(vec3(0.0, 0.052, -0.045), vec3(0.042, 0.048, 0.088), 6, finish);
    part.bevel_box(vec3(0.0, 0.091, -0.062), vec3(0.042, 0.014, 0.075), 0.0, BLACK_PLASTIC);
    buf.append(&part, Mat4::from_rotation_translation(Quat::from_rotation_y(turn), at));
}

/// One plastic bath slipper, toe towards +Z.
pub(super) fn slipper(buf: &mut MeshBuf, at: Vec3, turn: f32, finish: Finish) {
    let mut part = MeshBuf::new();
    part.standing_box(Vec3::ZERO, vec3(0.095, 0.025, 0.26), 0.01, finish);
    let strap = [(-0.05, 0.02), (-0.03, 0.06), (0.03, 0.06), (0.05, 0.02)];
    for pair in strap.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let corners = [vec3(a.0, a.1, 0.0), vec3(a.0, a.1, 0.1), vec3(b.0, b.1, 0.1), vec3(b.0, b.1, 0.0)];
        let out = vec3(a.0 + b.0, 0.05, 0.0);
        part.quad_facing(corners, out, finish);
        part.quad_facing(corners, -out, finish);
    }
    buf.append(&part, Mat4::from_rotation_translation(Quat::from_rotation_y(turn), at));
}
