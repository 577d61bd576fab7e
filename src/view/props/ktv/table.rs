//! What stands and lies on a KTV table and sofa: soft drinks, snacks, a cake, and one device that should not be there.

use std::f32::consts::TAU;

use bevy::math::{Mat4, Quat, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{at, bent, blob, disc, fit, lying, rod, rounded, turned, yaw};
use crate::view::props::classroom::kit::things::{bottle, cup};
use crate::view::props::classroom::kit::tints::{
    BLACK, BRASS, CLOTHS, DARK, GREY, LEAF, RED, SHEET, WHITE, card, cloth, light, metal, plain,
};
use crate::view::props::classroom::kit::{Face, Piece, v};

/// Bottled tea, soda, cups and a plate of fruit.
pub(super) fn drinks(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let teas = [(0xB5722E, 0xE8C547), (0x7E9B3C, 0xF1EEE7), (0xC9533F, 0xF1EEE7), (0xD98A3A, 0x3E7F5C)];
    let spots = [(-0.36, -0.12), (-0.27, -0.15), (-0.4, 0.02), (0.36, -0.14)];
    for (k, (x, z)) in spots.into_iter().enumerate() {
        let (tea, cap) = teas[dice.pick(k as u32, teas.len())];
        bottle(m, v(x, 0.0, z), 0.034, 0.23, (plain(tea), plain(cap)));
    }
    for (x, z) in [(-0.2, 0.12), (-0.3, 0.15), (0.26, 0.13), (0.38, 0.06), (-0.1, -0.16)] {
        let tea = teas[dice.pick((x * 50.0 + 60.0) as u32, 2)].0;
        cup(m, v(x, 0.0, z), 0.034, 0.095, (plain(0xDDE6EA), plain(tea)));
    }
    fruit_plate(m, v(0.1, 0.0, 0.0));
    Face::flat(v(-0.05, 0.002, 0.17)).turned(0.4).fill(m, (0.12, 0.1), SHEET);
}

/// Melon wedges, small tomatoes and grapes.
fn fruit_plate(m: &mut MeshBuf, foot: Vec3) {
    turned(m, at(foot), &[(0.0, 0.0), (0.09, 0.0), (0.15, 0.018), (0.14, 0.022), (0.0, 0.012)], 14, WHITE);
    for k in 0..6 {
        let (s, c) = (k as f32 / 6.0 * TAU).sin_cos();
        let place = yaw(foot + v(c * 0.085, 0.035, s * 0.085), -k as f32 / 6.0 * TAU);
        let mut wedge = MeshBuf::new();
        wedge.bevel_box(v(0.0, 0.012, 0.0), v(0.03, 0.045, 0.075), 0.01, plain(0xE2574C));
        wedge.bevel_box(v(0.017, 0.0, 0.0), v(0.012, 0.04, 0.077), 0.0, LEAF);
        m.append(&wedge, place);
    }
    for (x, z, tint) in [(0.02, 0.02, 0xD8402F), (-0.025, 0.01, 0xD8402F), (0.0, -0.03, 0x6A4A86), (0.03, -0.02, 0x6A4A86)] {
        m.ellipsoid(foot + v(x, 0.036, z), Vec3::splat(0.02), 6, plain(tint));
    }
}

/// A small electronic cigarette, lying. A plain grey stick: something to recognise, not to want.
pub(super) fn vape(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(-0.012, 0.008, 0.0), v(0.085, 0.016, 0.022), 0.005, metal(0x7B8086));
    m.bevel_box(v(0.042, 0.008, 0.0), v(0.026, 0.011, 0.016), 0.004, DARK);
    m.bevel_box(v(-0.0545, 0.008, 0.0), v(0.003, 0.01, 0.014), 0.001, GREY);
    disc(m, v(-0.03, 0.0162, 0.0), Vec3::Y, 0.002, 6, light(0xC9CED3, 0.3));
}

/// A wireless microphone put down on its side.
pub(super) fn microphone(p: &mut Piece<'_>) {
    let band = plain(p.dice.colour(1, &[0xC8342B, 0x2F77C0, 0xE8B84A]));
    let m = &mut p.mesh;
    m.cone(v(0.0, 0.02, 0.125), v(0.0, 0.027, -0.07), 0.014, 0.019, 10, BLACK);
    turned(m, along_stick(0.026, -0.06), &[(0.021, 0.0), (0.024, 0.01), (0.021, 0.02)], 10, band);
    m.ellipsoid(v(0.0, 0.028, -0.1), v(0.027, 0.027, 0.03), 10, metal(0x8C9196));
    turned(m, along_stick(0.028, -0.094), &[(0.028, 0.0), (0.0285, 0.008)], 10, metal(0xB9BEC3));
    Face::flat(v(0.0, 0.0385, 0.03)).fill(m, (0.008, 0.018), light(0x58D06A, 0.5));
}

/// Turns a part so that its up runs along the microphone, towards -Z.
fn along_stick(y: f32, z: f32) -> Mat4 {
    Mat4::from_rotation_translation(Quat::from_rotation_x(-std::f32::consts::FRAC_PI_2), v(0.0, y, z))
}

/// A tray of popcorn, melon seeds and crisps.
pub(super) fn snack_box(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    lying(m, &rounded(0.32, 0.22, 0.03), 0.014, 0.004, Vec3::ZERO, plain(0x2A2B31));
    m.standing_box(v(-0.09, 0.012, 0.0), v(0.11, 0.075, 0.15), 0.006, card(0xC8342B));
    for k in 0..7 {
        let spot = v(-0.125 + (k % 3) as f32 * 0.035, 0.092 + dice.range(k, 0.0, 0.01), -0.045 + (k / 3) as f32 * 0.045);
        m.ellipsoid(spot, v(0.023, 0.02, 0.022), 6, plain(0xF2E3B0));
    }
    for (x, z, tint) in [(0.04, -0.045, 0x6B5136), (0.11, -0.045, 0xC98A3A), (0.04, 0.05, 0x8C5A2E), (0.11, 0.05, 0x7E9B3C)] {
        let bowl = [(0.024, 0.0), (0.036, 0.03), (0.031, 0.03), (0.03, 0.022)];
        turned(m, at(v(x, 0.012, z)), &bowl, 8, WHITE);
        turned(m, at(v(x, 0.034, z)), &[(0.031, 0.0), (0.02, 0.008), (0.0, 0.012)], 8, Finish::new(tint, Surface::Carpet));
    }
}

/// A birthday cake with candles.
pub(super) fn cake(p: &mut Piece<'_>) {
    let cream = plain(p.dice.colour(1, &[0xF6EADB, 0xF3CFD6, 0xE8DDF2]));
    let m = &mut p.mesh;
    turned(m, at(Vec3::ZERO), &[(0.0, 0.0), (0.15, 0.0), (0.15, 0.0), (0.15, 0.008), (0.0, 0.008)], 16, BRASS);
    let body = [(0.12, 0.006), (0.125, 0.012), (0.125, 0.085), (0.118, 0.095), (0.0, 0.097)];
    turned(m, at(Vec3::ZERO), &body, 16, cream);
    turned(m, at(Vec3::ZERO), &[(0.127, 0.045), (0.129, 0.052), (0.127, 0.059)], 16, RED);
    for k in 0..8 {
        let (s, c) = (k as f32 / 8.0 * TAU).sin_cos();
        turned(m, at(v(c * 0.095, 0.094, s * 0.095)), &[(0.021, 0.0), (0.019, 0.01), (0.0, 0.027)], 6, WHITE);
        if k % 2 == 0 {
            m.ellipsoid(v(c * 0.055, 0.105, s * 0.055), Vec3::splat(0.015), 6, RED);
        }
    }
    for k in 0..5 {
        let (s, c) = (k as f32 / 5.0 * TAU + 0.4).sin_cos();
        let foot = v(c * 0.035, 0.095, s * 0.035);
        let tint = [0x5FB0D8, 0xE88AA0, 0xF0D060, 0x8CC98A, 0xB08AD0][k as usize];
        rod(m, foot, foot + Vec3::Y * 0.08, 0.0035, 5, plain(tint));
        m.ellipsoid(foot + Vec3::Y * 0.09, v(0.005, 0.012, 0.005), 6, light(0xFFC25A, 1.0));
    }
}

/// A clean glass ashtray.
pub(super) fn ashtray_empty(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let glass = plain(0x8FA6AE);
    let wall = [(0.0, 0.0), (0.055, 0.0), (0.055, 0.0), (0.065, 0.034), (0.063, 0.038), (0.052, 0.036), (0.046, 0.01), (0.0, 0.008)];
    turned(m, at(Vec3::ZERO), &wall, 12, glass);
    for k in 0..3 {
        let (s, c) = (k as f32 / 3.0 * TAU).sin_cos();
        m.bevel_box(v(c * 0.058, 0.035, s * 0.058), v(0.014, 0.008, 0.014), 0.003, plain(0xA9BEC4));
    }
}

/// A jacket thrown over a seat.
pub(super) fn jacket_on_sofa(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let fabric = cloth(dice.colour(1, &CLOTHS));
    let lining = cloth(0x9A8F86);
    blob(m, v(0.0, 0.07, 0.0), v(0.27, 0.08, 0.19), dice.range(2, 0.0, 6.0), fabric);
    blob(m, v(-0.06, 0.12, -0.1), v(0.19, 0.08, 0.1), dice.range(3, 0.0, 6.0), fabric);
    blob(m, v(0.1, 0.1, 0.07), v(0.12, 0.06, 0.1), 1.0, lining);
    m.limb(v(0.2, 0.08, -0.02), v(0.3, 0.05, 0.12), 0.06, 0.05, 6, fabric);
    m.limb(v(0.3, 0.05, 0.12), v(0.22, 0.04, 0.24), 0.05, 0.042, 6, fabric);
    m.limb(v(-0.22, 0.09, -0.06), v(-0.32, 0.05, 0.08), 0.06, 0.046, 6, fabric);
    bent(m, &[v(-0.02, 0.155, 0.05), v(0.0, 0.15, 0.12), v(0.02, 0.08, 0.19)], 0.006, 4, BRASS);
    fit(m, v(0.72, 0.2, 0.5));
}
