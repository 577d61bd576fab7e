//! Shapes the mesh buffer does not have: open rods, turned parts along any axis, bevelled plates, leaves, rough blobs.

use std::f32::consts::{FRAC_PI_2, TAU};

use bevy::math::{Mat4, Quat, Vec2, Vec3};

use crate::view::mesh::{Finish, MeshBuf};

/// Moves a part to `to`.
pub(crate) fn at(to: Vec3) -> Mat4 {
    Mat4::from_translation(to)
}

/// Moves a part to `to` and turns it about the upright axis.
pub(crate) fn yaw(to: Vec3, angle: f32) -> Mat4 {
    Mat4::from_rotation_translation(Quat::from_rotation_y(angle), to)
}

/// Moves a part to `to` and tips it about the X axis: a positive angle brings its top towards +Z.
pub(crate) fn tip(to: Vec3, angle: f32) -> Mat4 {
    Mat4::from_rotation_translation(Quat::from_rotation_x(angle), to)
}

/// Moves a part to `to` with its up turned to `axis`.
pub(crate) fn aim(to: Vec3, axis: Vec3) -> Mat4 {
    Mat4::from_rotation_translation(Quat::from_rotation_arc(Vec3::Y, axis.normalize_or(Vec3::Y)), to)
}

/// A profile of `(radius, height)` turned about the Y axis of `place`.
pub(crate) fn turned(m: &mut MeshBuf, place: Mat4, profile: &[(f32, f32)], sides: u32, finish: Finish) {
    let mut part = MeshBuf::new();
    part.lathe(profile, sides, finish);
    m.append(&part, place);
}

/// A round bar without end caps, for legs and rails whose ends are hidden: a fifth of a cylinder's triangles.
pub(crate) fn rod(m: &mut MeshBuf, from: Vec3, to: Vec3, radius: f32, sides: u32, finish: Finish) {
    let length = (to - from).length();
    turned(m, aim(from, to - from), &[(radius, 0.0), (radius, length)], sides, finish);
}

/// Open bars from point to point.
pub(crate) fn bent(m: &mut MeshBuf, points: &[Vec3], radius: f32, sides: u32, finish: Finish) {
    for pair in points.windows(2) {
        rod(m, pair[0], pair[1], radius, sides, finish);
    }
}

/// A flat round plate that looks along `axis`.
pub(crate) fn disc(m: &mut MeshBuf, centre: Vec3, axis: Vec3, radius: f32, sides: u32, finish: Finish) {
    turned(m, aim(centre, axis), &[(radius, 0.0), (0.0, 0.0)], sides, finish);
}

/// A ring of round bar.
pub(crate) fn hoop(m: &mut MeshBuf, centre: Vec3, axis: Vec3, radius: f32, thickness: f32, finish: Finish) {
    let turn = Quat::from_rotation_arc(Vec3::Y, axis.normalize_or(Vec3::Y));
    let on_ring = |k: u32| {
        let (s, c) = (k as f32 / 14.0 * TAU).sin_cos();
        centre + turn * Vec3::new(c * radius, 0.0, s * radius)
    };
    for k in 0..14 {
        rod(m, on_ring(k), on_ring(k + 1), thickness, 5, finish);
    }
}

/// A rectangle with cut and softened corners, around the origin.
pub(crate) fn rounded(width: f32, height: f32, radius: f32) -> Vec<Vec2> {
    let (x, y) = (width * 0.5 - radius, height * 0.5 - radius);
    let corners = [(x, y), (-x, y), (-x, -y), (x, -y)];
    let mut outline = Vec::new();
    for (k, (cx, cy)) in corners.into_iter().enumerate() {
        for step in 0..3 {
            let a = (k as f32 + step as f32 * 0.5) * FRAC_PI_2;
            outline.push(Vec2::new(cx + a.cos() * radius, cy + a.sin() * radius));
        }
    }
    outline
}

/// A flat outline in the XY plane (counter-clockwise, star-shaped about its middle) as a plate with chamfered rims.
pub(crate) fn slab(m: &mut MeshBuf, outline: &[Vec2], depth: f32, bevel: f32, place: Mat4, finish: Finish) {
    let n = outline.len();
    let inner = inset(outline, bevel);
    let (half, rim) = (depth * 0.5, depth * 0.5 - bevel);
    let middle = outline.iter().copied().sum::<Vec2>() / n as f32;
    let mut plate = MeshBuf::new();
    for i in 0..n {
        let k = (i + 1) % n;
        let (a, b, c, d) = (outline[i], outline[k], inner[k], inner[i]);
        plate.triangle(middle.extend(half), d.extend(half), c.extend(half), finish);
        plate.triangle(middle.extend(-half), c.extend(-half), d.extend(-half), finish);
        plate.quad(a.extend(-rim), b.extend(-rim), b.extend(rim), a.extend(rim), finish);
        plate.quad(a.extend(rim), b.extend(rim), c.extend(half), d.extend(half), finish);
        plate.quad(b.extend(-rim), a.extend(-rim), d.extend(-half), c.extend(-half), finish);
    }
    m.append(&plate, place);
}

/// The outline moved inwards by `by`.
fn inset(outline: &[Vec2], by: f32) -> Vec<Vec2> {
    let n = outline.len();
    (0..n)
        .map(|i| {
            let (before, here, after) = (outline[(i + n - 1) % n], outline[i], outline[(i + 1) % n]);
            let p = (here - before).normalize_or_zero().perp();
            let q = (after - here).normalize_or_zero().perp();
            here + (p + q) * (by / (1.0 + p.dot(q)).max(0.3))
        })
        .collect()
}

/// A side view given as `(z, y)` points and made `width` wide about `x`: car bodies, armrests, roofs.
pub(crate) fn side_slab(m: &mut MeshBuf, outline: &[(f32, f32)], x: f32, width: f32, bevel: f32, finish: Finish) {
    let outline: Vec<Vec2> = outline.iter().map(|&(z, y)| Vec2::new(z, y)).collect();
    slab(m, &outline, width, bevel, yaw(Vec3::X * x, -FRAC_PI_2), finish);
}

/// A plate lying flat, its underside at `to`; the outline's Y points to -Z.
pub(crate) fn lying(m: &mut MeshBuf, outline: &[Vec2], thickness: f32, bevel: f32, to: Vec3, finish: Finish) {
    slab(m, outline, thickness, bevel, tip(to + Vec3::Y * (thickness * 0.5), -FRAC_PI_2), finish);
}

/// A quad seen from both sides: cloth, paper, leaves.
pub(crate) fn two_sided(m: &mut MeshBuf, corners: [Vec3; 4], finish: Finish) {
    let [a, b, c, d] = corners;
    m.quad(a, b, c, d, finish);
    m.quad(d, c, b, a, finish);
}

/// A folded leaf from `base` to `tip`, seen from both sides.
pub(crate) fn leaf(m: &mut MeshBuf, base: Vec3, tip: Vec3, width: f32, finish: Finish) {
    let along = tip - base;
    let side = along.cross(Vec3::Y).normalize_or(Vec3::X) * (width * 0.5);
    let middle = base + along * 0.45 + Vec3::Y * (width * 0.18);
    for edge in [middle + side, middle - side] {
        m.triangle(base, edge, tip, finish);
        m.triangle(base, tip, edge, finish);
    }
}

/// An egg with a rough outline: crowns, bushes, stuffing. `phase` makes two of them differ.
pub(crate) fn blob(m: &mut MeshBuf, centre: Vec3, radii: Vec3, phase: f32, finish: Finish) {
    let first = m.positions.len();
    m.ellipsoid(centre, radii, 8, finish);
    for point in &mut m.positions[first..] {
        let d = (*point - centre) / radii;
        let wave = (d.x * 4.1 + phase).sin() * (d.y * 3.3 + phase * 1.7).cos() + (d.z * 3.7 - phase).sin();
        *point = centre + (*point - centre) * (1.0 + 0.09 * wave);
    }
}

/// A mound standing on `base`: radius along X, height, radius along Z.
pub(crate) fn mound(m: &mut MeshBuf, base: Vec3, radii: Vec3, sides: u32, finish: Finish) {
    let (r, h) = (radii.x, radii.y);
    let profile = [(r, 0.0), (r * 0.84, h * 0.42), (r * 0.48, h * 0.85), (0.0, h)];
    let stretch = Mat4::from_scale(Vec3::new(1.0, 1.0, radii.z / r));
    turned(m, at(base) * stretch, &profile, sides, finish);
}

/// A five-pointed star that looks to +Z, one point towards `up`.
pub(crate) fn star(m: &mut MeshBuf, centre: Vec3, radius: f32, up: Vec2, finish: Finish) {
    let first = up.y.atan2(up.x);
    let corner = |k: u32| {
        // 0.382 is the inner radius of a regular pentagram.
        let r = if k.is_multiple_of(2) { radius } else { radius * 0.382 };
        let a = first + k as f32 / 10.0 * TAU;
        centre + Vec3::new(a.cos() * r, a.sin() * r, 0.0)
    };
    for k in 0..10 {
        m.triangle(centre, corner(k), corner(k + 1), finish);
    }
}

/// Stretches and moves the whole mesh so that it fills `size` exactly, standing on the middle of its footprint: for
/// grown and fallen things whose outline the dice decide.
pub(crate) fn fit(m: &mut MeshBuf, size: Vec3) {
    let low = m.positions.iter().copied().fold(Vec3::MAX, Vec3::min);
    let high = m.positions.iter().copied().fold(Vec3::MIN, Vec3::max);
    let scale = size / (high - low).max(Vec3::splat(1e-4));
    let foot = Vec3::new((low.x + high.x) * 0.5, low.y, (low.z + high.z) * 0.5);
    for point in &mut m.positions {
        *point = (*point - foot) * scale;
    }
}
