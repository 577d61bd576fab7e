//! Putting words and pictures on props: flat sheets, sheets bent around a can, default wording.
//!
//! How a sign is painted is decided in `view/texture`; this is the only file of the props that names its types.

use bevy::math::{Mat4, Vec2, Vec3, vec3};

pub(super) use crate::view::texture::{SignArt, SignBook, SignSpec};

use crate::view::mesh::{Finish, MeshBuf, Surface};

/// The words of the place file, or `fallback` when it has none.
pub(super) fn written(text: &[String], fallback: &[&str], size: (f32, f32), paper: u32, ink: u32) -> SignSpec {
    if text.is_empty() {
        return SignSpec::words(fallback, size, paper, ink);
    }
    let lines: Vec<&str> = text.iter().map(String::as_str).collect();
    SignSpec::words(&lines, size, paper, ink)
}

/// A sign facing +Z around `centre`.
pub(super) fn sheet(buf: &mut MeshBuf, signs: &mut SignBook, spec: SignSpec, centre: Vec3, glow: f32) {
    sheet_on(buf, signs, spec, Mat4::from_translation(centre), glow);
}

/// A sign that is turned or tilted: `place` moves a sheet that faces +Z around the origin.
pub(super) fn sheet_on(buf: &mut MeshBuf, signs: &mut SignBook, spec: SignSpec, place: Mat4, glow: f32) {
    let (w, h) = (spec.size.0 * 0.5, spec.size.1 * 0.5);
    let uv = signs.add(spec);
    let corners = [(-w, -h), (w, -h), (w, h), (-w, h)].map(|(x, y)| place.transform_point3(vec3(x, y, 0.0)));
    buf.quad_uv(corners, uv, painted(glow));
}

/// A label bent around a can or cone whose axis stands at `foot`; `radii` are those at its lower and upper edge.
pub(super) fn wrapped(buf: &mut MeshBuf, signs: &mut SignBook, spec: SignSpec, foot: Vec3, radii: (f32, f32)) {
    const STRIPS: u32 = 5;
    let (width, height) = spec.size;
    let spread = width / radii.0.max(radii.1).max(0.01);
    let (lo, hi) = signs.add(spec);
    // A little outside the can: its flat sides and the label's do not meet at the same angles.
    let at = |s: f32, radius: f32, y: f32| {
        let angle = (s - 0.5) * spread;
        foot + vec3(angle.sin() * radius * 1.045, y, angle.cos() * radius * 1.045)
    };
    for k in 0..STRIPS {
        let (s0, s1) = (k as f32 / STRIPS as f32, (k + 1) as f32 / STRIPS as f32);
        let u = |s: f32| lo.x + (hi.x - lo.x) * s;
        let corners = [at(s0, radii.0, 0.0), at(s1, radii.0, 0.0), at(s1, radii.1, height), at(s0, radii.1, height)];
        buf.quad_uv(corners, (Vec2::new(u(s0), lo.y), Vec2::new(u(s1), hi.y)), painted(0.0));
    }
}

fn painted(glow: f32) -> Finish {
    Finish::new(0xFF_FF_FF, Surface::Sign).glowing(glow)
}
