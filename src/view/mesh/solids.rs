//! Solids with soft edges: the only shapes that props are built from, so that nothing in a room is a raw cube.

use std::f32::consts::TAU;

use bevy::math::{Mat4, Quat, Vec2, Vec3};

use super::buf::{Finish, MeshBuf};

impl MeshBuf {
    /// A box with chamfered edges: `centre` and full `size` in metres. A `bevel` of 0 gives sharp edges.
    pub fn bevel_box(&mut self, centre: Vec3, size: Vec3, bevel: f32, finish: Finish) {
        let half = size * 0.5;
        let bevel = bevel.min(half.min_element() * 0.95).max(0.0);
        let inner = half - Vec3::splat(bevel);
        let axes = [Vec3::X, Vec3::Y, Vec3::Z];
        for axis in 0..3 {
            let (u, v) = ((axis + 1) % 3, (axis + 2) % 3);
            for sign in [1.0_f32, -1.0] {
                let n = axes[axis] * sign;
                let at = centre + n * half[axis];
                let (du, dv) = (axes[u] * inner[u] * sign, axes[v] * inner[v]);
                self.quad(at - du - dv, at + du - dv, at + du + dv, at - du + dv, finish);
            }
        }
        if bevel <= 0.0 {
            return;
        }
        // The twelve edges: each between the face of axis `u` and the face of axis `v`, along `axis`.
        for axis in 0..3 {
            let (u, v) = ((axis + 1) % 3, (axis + 2) % 3);
            for su in [1.0_f32, -1.0] {
                for sv in [1.0_f32, -1.0] {
                    let along = axes[axis] * inner[axis];
                    let on_u = centre + axes[u] * half[u] * su + axes[v] * inner[v] * sv;
                    let on_v = centre + axes[u] * inner[u] * su + axes[v] * half[v] * sv;
                    let corners = [on_u - along, on_v - along, on_v + along, on_u + along];
                    let out = axes[u] * su + axes[v] * sv;
                    self.quad_facing(corners, out, finish);
                }
            }
        }
        for sx in [1.0_f32, -1.0] {
            for sy in [1.0_f32, -1.0] {
                for sz in [1.0_f32, -1.0] {
                    let s = Vec3::new(sx, sy, sz);
                    let a = centre + Vec3::new(half.x, inner.y, inner.z) * s;
                    let b = centre + Vec3::new(inner.x, half.y, inner.z) * s;
                    let c = centre + Vec3::new(inner.x, inner.y, half.z) * s;
                    if sx * sy * sz > 0.0 { self.triangle(a, b, c, finish) } else { self.triangle(a, c, b, finish) }
                }
            }
        }
    }

    /// A box standing on the floor: `at` is the middle of its underside.
    pub fn standing_box(&mut self, at: Vec3, size: Vec3, bevel: f32, finish: Finish) {
        self.bevel_box(at + Vec3::Y * size.y * 0.5, size, bevel, finish);
    }

    /// A quad turned, if need be, so that its front looks along `out`.
    pub fn quad_facing(&mut self, corners: [Vec3; 4], out: Vec3, finish: Finish) {
        let [a, b, c, d] = corners;
        if (b - a).cross(d - a).dot(out) >= 0.0 { self.quad(a, b, c, d, finish) } else { self.quad(a, d, c, b, finish) }
    }

    /// A flat panel cut into cells of at most `cell` metres, so that baked light has vertices to live on.
    /// `origin` is one corner, `u` and `v` its full edges; the front is `u × v`.
    pub fn panel(&mut self, origin: Vec3, u: Vec3, v: Vec3, cell: f32, finish: Finish) {
        let (nu, nv) = (((u.length() / cell).ceil() as u32).max(1), ((v.length() / cell).ceil() as u32).max(1));
        let normal = u.cross(v).normalize_or_zero();
        let base = self.positions.len() as u32;
        for j in 0..=nv {
            for i in 0..=nu {
                let (s, t) = (i as f32 / nu as f32, j as f32 / nv as f32);
                let uv = Vec2::new(s * u.length(), (1.0 - t) * v.length());
                self.vertex(origin + u * s + v * t, normal, uv, finish);
            }
        }
        let row = nu + 1;
        for j in 0..nv {
            for i in 0..nu {
                let a = base + j * row + i;
                self.indices.extend([a, a + 1, a + row + 1, a, a + row + 1, a + row]);
            }
        }
    }

    /// A round bar or can between two points, closed at both ends, smooth around.
    pub fn cylinder(&mut self, from: Vec3, to: Vec3, radius: f32, sides: u32, finish: Finish) {
        self.cone(from, to, radius, radius, sides, finish);
    }

    /// A round bar whose radius goes from `r0` to `r1`, closed at both ends.
    pub fn cone(&mut self, from: Vec3, to: Vec3, r0: f32, r1: f32, sides: u32, finish: Finish) {
        let axis = (to - from).normalize_or(Vec3::Y);
        let turn = Quat::from_rotation_arc(Vec3::Y, axis);
        let length = (to - from).length();
        let mut ring = Self::new();
        ring.lathe(&[(0.0, 0.0), (r0, 0.0), (r0, 0.0), (r1, length), (r1, length), (0.0, length)], sides, finish);
        self.append(&ring, Mat4::from_rotation_translation(turn, from));
    }

    /// Turns a profile of `(radius, height)` points, bottom to top, around the Y axis. A doubled point makes a sharp edge.
    pub fn lathe(&mut self, profile: &[(f32, f32)], sides: u32, finish: Finish) {
        let base = self.positions.len() as u32;
        let n = profile.len();
        for (k, &(r, y)) in profile.iter().enumerate() {
            // The normal follows the segment that has length: the doubled point decides which side it belongs to.
            let slope = |a: (f32, f32), b: (f32, f32)| Vec2::new(b.1 - a.1, a.0 - b.0);
            let before = if k > 0 { slope(profile[k - 1], (r, y)) } else { Vec2::ZERO };
            let after = if k + 1 < n { slope((r, y), profile[k + 1]) } else { Vec2::ZERO };
            let mean =
                if before.length() < 1e-6 || after.length() < 1e-6 { before + after } else { before.normalize() + after.normalize() };
            let mean = mean.normalize_or(Vec2::X);
            for i in 0..=sides {
                let a = i as f32 / sides as f32 * TAU;
                let (s, c) = a.sin_cos();
                let normal = Vec3::new(c * mean.x, mean.y, s * mean.x);
                let uv = Vec2::new(i as f32 / sides as f32 * TAU * r.max(0.05), y);
                self.vertex(Vec3::new(c * r, y, s * r), normal, uv, finish);
            }
        }
        let row = sides + 1;
        for k in 0..n as u32 - 1 {
            for i in 0..sides {
                let a = base + k * row + i;
                self.indices.extend([a, a + row, a + row + 1, a, a + row + 1, a + 1]);
            }
        }
    }

    /// A ball, or an egg when `radii` differ.
    pub fn ellipsoid(&mut self, centre: Vec3, radii: Vec3, sides: u32, finish: Finish) {
        let rings = (sides / 2).max(3);
        let profile: Vec<(f32, f32)> = (0..=rings)
            .map(|k| {
                let a = (k as f32 / rings as f32 - 0.5) * std::f32::consts::PI;
                (a.cos().max(0.0), a.sin())
            })
            .collect();
        let mut ball = Self::new();
        ball.lathe(&profile, sides, finish);
        let place = Mat4::from_scale_rotation_translation(radii, Quat::IDENTITY, centre);
        let base = self.positions.len();
        self.append(&ball, place);
        // A squashed ball needs the inverse scale on its normals.
        for (k, n) in ball.normals.iter().enumerate() {
            self.normals[base + k] = (*n / radii.max(Vec3::splat(1e-4))).normalize_or_zero();
        }
    }

    /// A bar with round ends, for limbs: radius `r0` at `from`, `r1` at `to`.
    pub fn limb(&mut self, from: Vec3, to: Vec3, r0: f32, r1: f32, sides: u32, finish: Finish) {
        let length = (to - from).length();
        let mut profile = Vec::new();
        for k in 0..=4 {
            let a = (k as f32 / 4.0 - 1.0) * std::f32::consts::FRAC_PI_2;
            profile.push((r0 * a.cos(), r0 * a.sin()));
        }
        for k in 0..=4 {
            let a = k as f32 / 4.0 * std::f32::consts::FRAC_PI_2;
            profile.push((r1 * a.cos(), length + r1 * a.sin()));
        }
        let mut bar = Self::new();
        bar.lathe(&profile, sides, finish);
        let turn = Quat::from_rotation_arc(Vec3::Y, (to - from).normalize_or(Vec3::Y));
        self.append(&bar, Mat4::from_rotation_translation(turn, from));
    }

    /// A thin tube through `points` (bed rails, cables, chair legs).
    pub fn tube(&mut self, points: &[Vec3], radius: f32, sides: u32, finish: Finish) {
        for pair in points.windows(2) {
            self.limb(pair[0], pair[1], radius, radius, sides, finish);
        }
    }

    /// Hanging cloth: a sheet of `size` whose top edge starts at `top_left` and runs along `along`, with `folds` waves
    /// of `depth` metres. Drawn from both sides.
    pub fn drape(&mut self, top_left: Vec3, along: Vec3, height: f32, folds: f32, depth: f32, finish: Finish) {
        let width = along.length();
        let dir = along.normalize_or(Vec3::X);
        let out = dir.cross(Vec3::Y).normalize_or(Vec3::Z);
        let (nu, nv) = (((folds * 6.0) as u32).max(4), 5_u32);
        for side in [1.0_f32, -1.0] {
            let base = self.positions.len() as u32;
            for j in 0..=nv {
                for i in 0..=nu {
                    let (s, t) = (i as f32 / nu as f32, j as f32 / nv as f32);
                    let phase = s * folds * TAU;
                    let sway = phase.sin() * depth * (0.55 + 0.45 * t);
                    let at = top_left + dir * (s * width) - Vec3::Y * (t * height) + out * sway;
                    let tilt = -phase.cos() * depth * folds * TAU / width.max(0.01);
                    let normal = (out + dir * tilt).normalize_or(out) * side;
                    self.vertex(at, normal, Vec2::new(s * width, t * height), finish);
                }
            }
            let row = nu + 1;
            for j in 0..nv {
                for i in 0..nu {
                    let a = base + j * row + i;
                    // Rows run downwards, so seen from `out` the corners a, a+1, a+row+1 go clockwise.
                    if side > 0.0 {
                        self.indices.extend([a, a + row + 1, a + 1, a, a + row, a + row + 1]);
                    } else {
                        self.indices.extend([a, a + 1, a + row + 1, a, a + row + 1, a + row]);
                    }
                }
            }
        }
    }

    /// A flat outline in the XY plane (counter-clockwise, convex or star-shaped about its middle) given thickness in Z.
    pub fn extrude(&mut self, outline: &[Vec2], depth: f32, place: Mat4, finish: Finish) {
        let mut slab = Self::new();
        let middle = outline.iter().copied().sum::<Vec2>() / outline.len() as f32;
        let half = depth * 0.5;
        for (k, a) in outline.iter().enumerate() {
            let b = outline[(k + 1) % outline.len()];
            slab.triangle(middle.extend(half), a.extend(half), b.extend(half), finish);
            slab.triangle(middle.extend(-half), b.extend(-half), a.extend(-half), finish);
            slab.quad(a.extend(-half), b.extend(-half), b.extend(half), a.extend(half), finish);
        }
        self.append(&slab, place);
    }
}
