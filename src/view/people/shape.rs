//! Soft tubes: cross-sections stacked along Y under a smooth skin. Bodies, sleeves, skulls and hair are made of them.
//!
//! Only geometry; what a tube stands for is decided in `body`, `dress`, `head` and `hair`.

use std::f32::consts::{FRAC_PI_2, TAU};

use bevy::math::{Vec2, Vec3};

use crate::view::mesh::{Finish, MeshBuf};

/// One cross-section: an ellipse, or a rounded box where `square` is below 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ring {
    /// Its middle.
    pub(super) at: Vec3,
    /// Half its width along X.
    pub(super) rx: f32,
    /// Half its depth along Z.
    pub(super) rz: f32,
    /// 1 = ellipse, 0.6 = nearly a box.
    pub(super) square: f32,
    /// How far it is drawn in under its neighbour, without changing how the surface takes the light.
    pub(super) tuck: f32,
}

/// An ellipse at height `y`.
pub(super) const fn ring(y: f32, rx: f32, rz: f32) -> Ring {
    Ring { at: Vec3::new(0.0, y, 0.0), rx, rz, square: 1.0, tuck: 0.0 }
}

impl Ring {
    /// The same, moved sideways and forwards.
    pub(super) const fn shift(self, x: f32, z: f32) -> Self {
        Self { at: Vec3::new(self.at.x + x, self.at.y, self.at.z + z), ..self }
    }

    /// The same, squarer.
    pub(super) const fn square(self, square: f32) -> Self {
        Self { square, ..self }
    }

    /// The same, drawn in under a neighbouring piece.
    pub(super) const fn tucked(self, tuck: f32) -> Self {
        Self { tuck, ..self }
    }

    /// The same, wider all round by so many metres.
    pub(super) fn grown(self, by: f32) -> Self {
        Self { rx: (self.rx + by).max(0.001), rz: (self.rz + by).max(0.001), ..self }
    }

    /// The same, higher by so much.
    pub(super) fn raised(self, by: f32) -> Self {
        Self { at: self.at + Vec3::Y * by, ..self }
    }

    /// The same, `factor` times as wide.
    pub(super) fn scaled(self, factor: f32) -> Self {
        Self { rx: self.rx * factor, rz: self.rz * factor, ..self }
    }

    /// A point of its rim: 0 is +X, a quarter turn is +Z, the front.
    pub(super) fn point(self, angle: f32) -> Vec3 {
        let (sin, cos) = angle.sin_cos();
        let soft = |v: f32| v.signum() * v.abs().powf(self.square);
        self.at + Vec3::new(self.rx * soft(cos), 0.0, self.rz * soft(sin))
    }

    /// The z of its front at an x.
    pub(super) fn front(self, x: f32) -> f32 {
        let u = ((x - self.at.x) / self.rx).abs().min(1.0).powf(1.0 / self.square);
        self.at.z + self.rz * (1.0 - u * u).max(0.0).sqrt().powf(self.square)
    }

    /// Between two rings.
    fn towards(self, other: Self, w: f32) -> Self {
        let mix = |a: f32, b: f32| a + (b - a) * w;
        Self {
            at: self.at.lerp(other.at, w),
            rx: mix(self.rx, other.rx),
            rz: mix(self.rz, other.rz),
            square: mix(self.square, other.square),
            tuck: 0.0,
        }
    }
}

/// The cross-section of a stack (bottom to top) at height `y`.
pub(super) fn sample(rings: &[Ring], y: f32) -> Ring {
    for pair in rings.windows(2) {
        if y <= pair[1].at.y {
            let span = (pair[1].at.y - pair[0].at.y).max(1e-5);
            return pair[0].towards(pair[1], ((y - pair[0].at.y) / span).clamp(0.0, 1.0));
        }
    }
    rings[rings.len() - 1]
}

/// The part of a stack between two heights.
pub(super) fn cut(rings: &[Ring], low: f32, high: f32) -> Vec<Ring> {
    let mut out = vec![sample(rings, low)];
    out.extend(rings.iter().copied().filter(|r| r.at.y > low + 0.004 && r.at.y < high - 0.004));
    out.push(sample(rings, high));
    out
}

/// A stack with round ends, each reaching out by so many metres (0 = left open).
pub(super) fn rounded(rings: &[Ring], below: f32, above: f32) -> Vec<Ring> {
    let cap = |r: Ring, depth: f32, k: usize| {
        let a = k as f32 / 2.0 * FRAC_PI_2;
        r.scaled(a.cos().max(0.0)).raised(depth * a.sin()).tucked(0.0)
    };
    let mut out = Vec::new();
    if below > 0.0 {
        for k in [2, 1] {
            out.push(cap(rings[0], -below, k));
        }
    }
    out.extend_from_slice(rings);
    if above > 0.0 {
        for k in [1, 2] {
            out.push(cap(rings[rings.len() - 1], above, k));
        }
    }
    out
}

/// Corners around a trunk and around a limb.
pub(super) const TRUNK_SIDES: u32 = 12;
pub(super) const LIMB_SIDES: u32 = 7;

/// A stack closed by a flat end below and above.
pub(super) fn closed(rings: &[Ring]) -> Vec<Ring> {
    let mut out = vec![rings[0].scaled(0.0)];
    out.extend_from_slice(rings);
    out.push(rings[rings.len() - 1].scaled(0.0));
    out
}

/// Covers a stack of rings.
pub(super) fn loft(buf: &mut MeshBuf, rings: &[Ring], sides: u32, finish: Finish) {
    let grid: Vec<Vec<Vec3>> = rings.iter().map(|r| (0..=sides).map(|i| r.point(i as f32 / sides as f32 * TAU)).collect()).collect();
    let first = buf.len();
    skin(buf, &grid, finish);
    let width = sides as usize + 1;
    for (k, r) in rings.iter().enumerate() {
        if r.tuck > 0.0 {
            for v in first + k * width..first + (k + 1) * width {
                let inwards = buf.normals[v] * r.tuck;
                buf.positions[v] -= inwards;
            }
        }
    }
}

/// A raised band around a stack between two heights: stripes, belts, cuffs.
pub(super) fn band(buf: &mut MeshBuf, rings: &[Ring], (low, high): (f32, f32), grow: f32, finish: Finish) {
    let inner = cut(rings, low, high);
    let mut rows: Vec<Ring> = inner.iter().map(|r| r.grown(grow)).collect();
    if grow > 0.0045 {
        // Thick enough for its edges to be seen.
        rows.insert(0, inner[0].grown(-0.002));
        rows.push(inner[inner.len() - 1].grown(-0.002));
    }
    let sides = if inner[0].rx > 0.09 { TRUNK_SIDES } else { LIMB_SIDES };
    loft(buf, &rows, sides, finish);
}

/// A piece lying on a stack between two angles and two heights (zips, pockets, badges), raised by `grow`.
pub(super) fn patch(buf: &mut MeshBuf, rings: &[Ring], (from, to): (f32, f32), (low, high): (f32, f32), grow: f32, finish: Finish) {
    let rows: Vec<(Ring, f32, f32)> = cut(rings, low, high).into_iter().map(|r| (r, from, to)).collect();
    lay(buf, &rows, grow, finish);
}

/// A piece lying on rings, bottom to top, each with the angles between which it lies: lapels and collars.
pub(super) fn lay(buf: &mut MeshBuf, rows: &[(Ring, f32, f32)], grow: f32, finish: Finish) {
    let widest = rows.iter().map(|(_, from, to)| (to - from).abs()).fold(0.0, f32::max);
    let columns = ((widest / 0.26).ceil() as u32).max(1);
    let first = buf.len() as u32;
    for (r, from, to) in rows {
        for i in 0..=columns {
            let angle = from + (to - from) * i as f32 / columns as f32;
            let at = r.grown(grow).point(angle);
            let normal = ((at - r.at) / Vec3::new(r.rx, 1.0, r.rz)).normalize_or(Vec3::Z);
            let uv = Vec2::new(angle * r.rx.max(0.05), at.y);
            buf.vertex(at, normal, uv, finish);
        }
    }
    let width = columns + 1;
    for k in 0..rows.len() as u32 - 1 {
        for i in 0..columns {
            let a = first + k * width + i;
            buf.indices.extend([a, a + width, a + width + 1, a, a + width + 1, a + 1]);
        }
    }
}

/// Covers rows of points that run around and close (the last point of a row repeats its first). Normals are smooth
/// and look away from the rows' middles; triangles that have shrunk to nothing are left out.
pub(super) fn skin(buf: &mut MeshBuf, grid: &[Vec<Vec3>], finish: Finish) {
    let (mut normals, inward) = normals(grid);
    if inward {
        for n in normals.iter_mut().flat_map(|row| row.iter_mut()) {
            *n = -*n;
        }
    }
    let first = buf.len() as u32;
    let mut v = 0.0;
    for (k, row) in grid.iter().enumerate() {
        if k > 0 {
            v += row[0].distance(grid[k - 1][0]);
        }
        let mut u = 0.0;
        for (i, at) in row.iter().enumerate() {
            if i > 0 {
                u += at.distance(row[i - 1]);
            }
            buf.vertex(*at, normals[k][i], Vec2::new(u, v), finish);
        }
    }
    let width = grid[0].len() as u32;
    for k in 0..grid.len() as u32 - 1 {
        for i in 0..width - 1 {
            let a = first + k * width + i;
            let [b, c, d] = if inward { [a + 1, a + width + 1, a + width] } else { [a + width, a + width + 1, a + 1] };
            face(buf, [a, b, c]);
            face(buf, [a, c, d]);
        }
    }
}

/// Adds a triangle unless two of its corners are in one place.
fn face(buf: &mut MeshBuf, [a, b, c]: [u32; 3]) {
    let at = |i: u32| buf.positions[i as usize];
    let near = |p: Vec3, q: Vec3| p.distance(q) < 1e-5;
    if near(at(a), at(b)) || near(at(b), at(c)) || near(at(c), at(a)) {
        return;
    }
    buf.indices.extend([a, b, c]);
}

/// Smooth normals of a closed grid, and whether they look inwards.
fn normals(grid: &[Vec<Vec3>]) -> (Vec<Vec<Vec3>>, bool) {
    let last = grid.len() - 1;
    let wide = grid[0].len() - 1;
    let middles: Vec<Vec3> = grid.iter().map(|row| row[..wide].iter().copied().sum::<Vec3>() / wide as f32).collect();
    let mut outward = 0.0;
    let mut rows = Vec::with_capacity(grid.len());
    let mut poles = Vec::new();
    for (k, (cells, middle)) in grid.iter().zip(&middles).enumerate() {
        let (below, above) = (&grid[k.saturating_sub(1)], &grid[(k + 1).min(last)]);
        let row: Vec<Vec3> = (0..=wide)
            .map(|i| {
                let along = above[i] - below[i];
                let around = cells[(i + 1) % wide] - cells[(i + wide - 1) % wide];
                if around.length() < 1e-5 { Vec3::ZERO } else { along.cross(around).normalize_or_zero() }
            })
            .collect();
        outward += row.iter().zip(cells).map(|(normal, at)| normal.dot(*at - *middle)).sum::<f32>();
        if row[0] == Vec3::ZERO {
            poles.push(k);
        }
        rows.push(row);
    }
    let inward = outward < 0.0;
    for k in poles {
        let other = if k == 0 { last.min(1) } else { k - 1 };
        let out = (middles[k] - middles[other]).normalize_or(Vec3::Y);
        rows[k] = vec![if inward { -out } else { out }; wide + 1];
    }
    (rows, inward)
}
