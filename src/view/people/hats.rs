//! A police officer's cap and a firefighter's helmet, in the frame of the head joint.

use std::f32::consts::FRAC_PI_2;

use bevy::math::{Mat4, Quat, Vec3};

use super::look::{Headgear, Look};
use super::shape::{Ring, TRUNK_SIDES, band, loft, patch, ring, rounded};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// What is worn on the head, over the hair.
pub(super) fn headgear(look: &Look) -> MeshBuf {
    let mut buf = MeshBuf::new();
    match look.headgear {
        // The mask is part of the face, see `head`.
        Headgear::None | Headgear::Mask => {}
        Headgear::PoliceCap => police_cap(&mut buf),
        Headgear::Helmet => helmet(&mut buf),
    }
    buf
}

/// Tilted back a little: low behind, high in front.
fn worn(hat: &MeshBuf, pitch: f32) -> MeshBuf {
    hat.placed(Mat4::from_rotation_translation(Quat::from_rotation_x(pitch), Vec3::ZERO))
}

/// Dark blue with a wide crown, a black peak, a silver cord and a badge.
fn police_cap(buf: &mut MeshBuf) {
    let cloth = Finish::new(0x1B2740, Surface::Cloth);
    let black = Finish::new(0x0F1114, Surface::Leather);
    let silver = Finish::new(0xD9DDE2, Surface::Metal);
    let mut cap = MeshBuf::new();
    let rings = [
        ring(0.148, 0.117, 0.126),
        ring(0.186, 0.116, 0.125),
        ring(0.224, 0.140, 0.149).shift(0.0, 0.004),
        ring(0.236, 0.136, 0.145).shift(0.0, 0.004),
        ring(0.254, 0.0, 0.0).shift(0.0, 0.004),
    ]
    .map(|r| r.shift(0.0, -0.004));
    loft(&mut cap, &rings, TRUNK_SIDES, cloth);
    band(&mut cap, &rings, (0.153, 0.164), 0.003, black);
    band(&mut cap, &rings, (0.166, 0.172), 0.004, silver);
    peak(&mut cap, 0.150, black);
    patch(&mut cap, &rings, (FRAC_PI_2 - 0.15, FRAC_PI_2 + 0.15), (0.176, 0.212), 0.004, Finish::new(0xE3C15A, Surface::Metal));
    buf.append(&worn(&cap, -0.06), Mat4::IDENTITY);
}

/// The peak over the forehead: a bent plate with a top and an underside.
fn peak(buf: &mut MeshBuf, y: f32, finish: Finish) {
    let rows = |drop: f32| {
        let inner = |a: f32| Vec3::new(a.cos() * 0.112, y + 0.004 - drop, a.sin() * 0.121 - 0.004);
        let outer = |a: f32| {
            let out = ((a - FRAC_PI_2).cos() - 0.30).max(0.0) * 0.062;
            Vec3::new(a.cos() * (0.117 + out * 0.4), y - drop - out * 0.42, a.sin() * (0.124 + out) - 0.004)
        };
        (0..=8).map(|i| FRAC_PI_2 - 1.25 + 2.5 * i as f32 / 8.0).map(|a| (inner(a), outer(a))).collect::<Vec<_>>()
    };
    let (above, below) = (rows(0.0), rows(0.004));
    for (top, under) in above.windows(2).zip(below.windows(2)) {
        buf.quad_facing([top[0].0, top[0].1, top[1].1, top[1].0], Vec3::Y, finish);
        buf.quad_facing([under[0].0, under[0].1, under[1].1, under[1].0], Vec3::NEG_Y, finish);
        buf.quad_facing([top[0].1, under[0].1, under[1].1, top[1].1], top[0].1 * Vec3::new(1.0, 0.0, 1.0), finish);
    }
}

/// Yellow with a comb, a brim, a lamp and a cloth that covers the neck.
fn helmet(buf: &mut MeshBuf) {
    let shell = Finish::new(0xE2B62F, Surface::Plain);
    let dark = Finish::new(0x23262B, Surface::Plain);
    let mut hat = MeshBuf::new();
    let dome: [Ring; 5] = [
        ring(0.128, 0.122, 0.130),
        ring(0.164, 0.122, 0.132),
        ring(0.204, 0.110, 0.120),
        ring(0.240, 0.080, 0.088),
        ring(0.260, 0.040, 0.046),
    ]
    .map(|r| r.shift(0.0, -0.006));
    loft(&mut hat, &rounded(&dome, 0.0, 0.008), TRUNK_SIDES, shell);
    let brim = [
        ring(0.124, 0.114, 0.122).shift(0.0, -0.006),
        ring(0.121, 0.146, 0.160).shift(0.0, 0.004),
        ring(0.130, 0.147, 0.161).shift(0.0, 0.004),
        ring(0.142, 0.122, 0.130).shift(0.0, -0.006),
    ];
    loft(&mut hat, &brim, TRUNK_SIDES, shell);
    band(&mut hat, &dome, (0.144, 0.158), 0.003, Finish::new(0xC8342B, Surface::Plain));
    hat.bevel_box(Vec3::new(0.0, 0.250, -0.012), Vec3::new(0.022, 0.034, 0.170), 0.010, shell);
    patch(&mut hat, &dome, (FRAC_PI_2 - 0.24, FRAC_PI_2 + 0.24), (0.165, 0.205), 0.006, Finish::new(0xE9ECEE, Surface::Metal));
    let flap: [Ring; 3] = [ring(-0.02, 0.112, 0.118), ring(0.06, 0.112, 0.120), ring(0.13, 0.110, 0.118)].map(|r| r.shift(0.0, -0.010));
    patch(&mut hat, &flap, (FRAC_PI_2 + 1.95, FRAC_PI_2 * 5.0 - 1.95), (-0.02, 0.13), 0.002, dark);
    buf.append(&worn(&hat, -0.04), Mat4::IDENTITY);
}
