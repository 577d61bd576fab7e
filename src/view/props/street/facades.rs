//! Whole house fronts for the view from a window or the assembly point: nobody walks into them.

use bevy::math::Vec3;

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{disc, rod, two_sided};
use crate::view::props::classroom::kit::tints::{CHROME, CLOTHS, CONCRETE, DARK, GREY, WHITE, cloth, metal, plain};
use crate::view::props::classroom::kit::{Dice, Face, Piece, v};

/// What shines or does not shine behind a window.
fn pane(dice: Dice, salt: u32, lit: f32) -> Finish {
    if dice.chance(salt, lit) {
        plain(dice.colour(salt + 1, &[0xFFE1A8, 0xFFD08A, 0xEAF2FF, 0xFFE9C4])).glowing(dice.range(salt + 2, 0.55, 0.9))
    } else {
        plain(dice.colour(salt + 1, &[0x3A4B5C, 0x45586A, 0x32404E]))
    }
}

/// Four storeys of dormitory balconies, 12 m wide, lit by seed.
pub(super) fn dorm_facade(p: &mut Piece<'_>) {
    dormitory(p, None);
}

/// The same with a hole, 1.7 m by 1.55 m, in place of a bay of the first storey above the ground: a room of the place looks out of it.
pub(super) fn dorm_facade_window(p: &mut Piece<'_>) {
    dormitory(p, Some((1, 2)));
}

fn dormitory(p: &mut Piece<'_>, hole: Option<(u32, u32)>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let wall = Finish::new(0xD9C7A6, Surface::Tile);
    if let Some((storey, bay)) = hole {
        let (x, low, high) = (bay as f32 * 2.96 - 4.44, storey as f32 * 3.3 + 0.8, storey as f32 * 3.3 + 2.35);
        let (left, right) = (x - 0.85, x + 0.85);
        m.standing_box(v((left - 6.0) / 2.0, 0.0, -0.5), v(left + 6.0, 13.9, 0.6), 0.03, wall);
        m.standing_box(v((right + 6.0) / 2.0, 0.0, -0.5), v(6.0 - right, 13.9, 0.6), 0.03, wall);
        m.standing_box(v(x, 0.0, -0.5), v(1.7, low, 0.6), 0.0, wall);
        m.standing_box(v(x, high, -0.5), v(1.7, 13.9 - high, 0.6), 0.0, wall);
        m.standing_box(v(x, low - 0.06, -0.18), v(1.9, 0.06, 0.16), 0.01, CONCRETE);
    } else {
        m.standing_box(v(0.0, 0.0, -0.5), v(12.0, 13.9, 0.6), 0.03, wall);
    }
    m.standing_box(v(0.0, 0.0, -0.15), v(12.0, 0.5, 0.12), 0.02, CONCRETE);
    for storey in 0..4 {
        for bay in 0..4 {
            let foot = v(bay as f32 * 2.96 - 4.44, storey as f32 * 3.3 + 0.45, -0.19);
            if hole == Some((storey, bay)) {
                continue;
            }
            dorm_bay(m, foot, dice, storey * 400 + bay * 90);
        }
    }
    for k in 0..5 {
        let x = k as f32 * 2.96 - 5.92;
        m.standing_box(v(x, 0.0, 0.2), v(0.14, 13.3, 0.95), 0.02, wall);
    }
    m.bevel_box(v(0.0, 13.55, 0.18), v(12.0, 0.5, 1.2), 0.03, Finish::new(0xA8553F, Surface::Tile));
    rod(m, v(5.6, 0.0, -0.1), v(5.6, 13.3, -0.1), 0.06, 6, GREY);
    let words = p.words(&["3 号学生公寓"], (3.6, 0.44), 0xA8553F, 0xF3E3BC);
    p.sign(Face::front(v(0.0, 13.55, 0.785)).glowing(0.25), words);
}

/// One room's balcony: door and window behind it, washing or an air conditioner on it.
fn dorm_bay(m: &mut MeshBuf, foot: Vec3, dice: Dice, salt: u32) {
    let lit = pane(dice, salt, 0.62);
    Face::front(foot + v(0.0, 1.35, 0.0)).fill(m, (2.6, 2.7), plain(0xB9AC92));
    Face::front(foot + v(-0.45, 1.6, 0.004)).fill(m, (1.5, 1.3), lit);
    Face::front(foot + v(0.8, 1.2, 0.004)).fill(m, (0.75, 2.1), lit);
    if dice.chance(salt + 5, 0.6) {
        let half = cloth(dice.colour(salt + 6, &CLOTHS)).glowing(lit.glow * 0.25);
        Face::front(foot + v(-0.8, 1.6, 0.008)).fill(m, (0.72, 1.26), half);
    }
    for x in [-1.2, -0.45, 0.3, 0.8] {
        Face::front(foot + v(x, 1.6, 0.012)).fill(m, (0.05, 1.3), WHITE);
    }
    Face::front(foot + v(-0.45, 0.93, 0.012)).fill(m, (1.5, 0.05), WHITE);
    m.bevel_box(foot + v(0.0, -0.08, 0.42), v(2.82, 0.14, 0.86), 0.0, CONCRETE);
    m.bevel_box(foot + v(0.0, 0.3, 0.83), v(2.82, 0.62, 0.06), 0.0, Finish::new(0xC9B48C, Surface::Tile));
    m.bevel_box(foot + v(0.0, 1.02, 0.83), v(2.82, 0.05, 0.05), 0.0, CHROME);
    for k in 0..5 {
        let x = k as f32 * 0.66 - 1.32;
        Face::front(foot + v(x, 0.8, 0.84)).fill(m, (0.03, 0.42), CHROME);
    }
    match dice.pick(salt + 10, 3) {
        0 => washing(m, foot, dice, salt + 20),
        1 => {
            m.bevel_box(foot + v(-0.9, 2.45, 0.2), v(0.8, 0.55, 0.3), 0.02, WHITE);
            disc(m, foot + v(-1.0, 2.45, 0.352), Vec3::Z, 0.2, 8, GREY);
        }
        _ => m.bevel_box(foot + v(0.4, 0.16, 0.5), v(0.36, 0.3, 0.3), 0.03, plain(dice.colour(salt + 40, &CLOTHS))),
    }
}

/// Clothes on a rail under the balcony above.
fn washing(m: &mut MeshBuf, foot: Vec3, dice: Dice, salt: u32) {
    rod(m, foot + v(-1.3, 2.35, 0.55), foot + v(1.3, 2.35, 0.55), 0.02, 4, CHROME);
    for k in 0..5 {
        let x = k as f32 * 0.48 - 1.0;
        let (half, drop) = (dice.range(salt + k, 0.12, 0.21), dice.range(salt + k + 10, 0.5, 0.95));
        let (top, low) = (foot + v(x, 2.32, 0.55), foot + v(x, 2.32 - drop, 0.57));
        let side = Vec3::X * half;
        two_sided(m, [low - side, low + side, top + side, top - side], cloth(dice.colour(salt + k + 20, &CLOTHS)));
    }
}

/// Four storeys of classrooms, 16 m wide: brick, white bands, a clock over the entrance bay.
pub(super) fn teaching_facade(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let brick = Finish::new(0xA65F48, Surface::Brick);
    m.standing_box(v(0.0, 0.0, -0.25), v(16.0, 15.2, 0.5), 0.03, brick);
    m.standing_box(v(0.0, 0.0, 0.02), v(16.0, 0.6, 0.16), 0.02, CONCRETE);
    for storey in 0..4 {
        let floor = storey as f32 * 3.6 + 0.6;
        m.bevel_box(v(0.0, floor + 3.35, 0.04), v(16.0, 0.3, 0.14), 0.02, plain(0xE9E2D2));
        for bay in 0..5 {
            let x = bay as f32 * 3.1 - 6.2;
            if bay == 2 {
                stair_window(m, v(x, floor, 0.0), dice, storey * 100 + 7);
            } else {
                class_window(m, v(x, floor, 0.0), dice, storey * 100 + bay * 20);
            }
        }
    }
    for k in 0..6 {
        let x = k as f32 * 3.1 - 7.75;
        m.standing_box(v(x, 0.5, 0.06), v(0.34, 14.4, 0.18), 0.02, brick);
    }
    m.bevel_box(v(0.0, 15.15, 0.05), v(16.0, 0.2, 0.6), 0.03, plain(0xE9E2D2));
    entrance(m);
    // Built around the plane of the wall; the footprint's middle lies further out, under the canopy.
    for point in &mut m.positions {
        *point -= Vec3::Z * 0.25;
    }
    let words = p.words(&["第二教学楼"], (2.5, 0.42), 0x8E4F3C, 0xF3E3BC);
    p.sign(Face::front(v(0.0, 3.62, 0.745)).glowing(0.2), words);
}

/// A ribbon of three sashes with a sill, curtains and now and then an air conditioner.
fn class_window(m: &mut MeshBuf, foot: Vec3, dice: Dice, salt: u32) {
    let lit = pane(dice, salt, 0.45);
    Face::front(foot + v(0.0, 1.85, 0.005)).fill(m, (2.5, 1.9), lit);
    for side in [-1.0, 1.0] {
        if dice.chance(salt + 4, 0.7) {
            let wide = dice.range(salt + 5, 0.2, 0.6);
            let tint = cloth(dice.colour(salt + 6, &[0x86A6C0, 0xD9C8A0, 0x9DB58E])).glowing(lit.glow * 0.3);
            Face::front(foot + v(side * (1.25 - wide * 0.5), 1.85, 0.009)).fill(m, (wide, 1.86), tint);
        }
        m.bevel_box(foot + v(side * 1.25, 1.85, 0.03), v(0.06, 1.96, 0.06), 0.0, WHITE);
        Face::front(foot + v(side * 0.42, 1.85, 0.02)).fill(m, (0.05, 1.9), WHITE);
    }
    for y in [0.9, 2.2, 2.8] {
        Face::front(foot + v(0.0, y, 0.024)).fill(m, (2.5, 0.05), WHITE);
    }
    m.bevel_box(foot + v(0.0, 0.84, 0.07), v(2.7, 0.08, 0.16), 0.0, plain(0xE9E2D2));
    if dice.chance(salt + 9, 0.35) {
        m.bevel_box(foot + v(0.85, 0.5, 0.2), v(0.85, 0.55, 0.32), 0.02, WHITE);
        disc(m, foot + v(0.75, 0.5, 0.361), Vec3::Z, 0.21, 10, GREY);
    }
}

/// The narrow window of the stairs, where an exit sign shines green at night.
fn stair_window(m: &mut MeshBuf, foot: Vec3, dice: Dice, salt: u32) {
    Face::front(foot + v(0.0, 1.9, 0.005)).fill(m, (1.3, 2.2), pane(dice, salt, 0.8));
    for k in 0..4 {
        Face::front(foot + v(0.0, 0.8 + k as f32 * 0.73, 0.024)).fill(m, (1.36, 0.05), WHITE);
    }
    for x in [-0.66, 0.0, 0.66] {
        Face::front(foot + v(x, 1.9, 0.02)).fill(m, (0.05, 2.24), WHITE);
    }
    Face::front(foot + v(0.2, 2.6, 0.012)).fill(m, (0.4, 0.16), plain(0x1E8F4E).glowing(0.9));
}

/// Glass doors under a canopy with two steps.
fn entrance(m: &mut MeshBuf) {
    for k in 0..2 {
        m.standing_box(v(0.0, 0.0, 0.55), v(3.4, 0.15 * (2.0 - k as f32), 0.9 - 0.3 * (1.0 - k as f32)), 0.02, CONCRETE);
    }
    Face::front(v(0.0, 1.6, 0.11)).fill(m, (2.4, 2.5), plain(0x6F8794).glowing(0.25));
    for x in [-1.2, 0.0, 1.2] {
        m.bevel_box(v(x, 1.6, 0.13), v(0.08, 2.5, 0.06), 0.01, metal(0x8E979D));
    }
    for x in [-0.12, 0.12] {
        rod(m, v(x, 1.0, 0.2), v(x, 1.8, 0.2), 0.025, 6, CHROME);
    }
    m.bevel_box(v(0.0, 3.16, 0.55), v(3.6, 0.16, 0.9), 0.03, plain(0xE9E2D2));
    m.bevel_box(v(0.0, 3.62, 0.94), v(3.4, 0.62, 0.1), 0.02, plain(0x8E4F3C));
    for x in [-1.6, 1.6] {
        rod(m, v(x, 0.0, 0.9), v(x, 3.1, 0.9), 0.09, 8, DARK);
    }
}
