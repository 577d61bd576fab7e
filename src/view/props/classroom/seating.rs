//! Desks, chairs and the teacher's podium. Those who sit at a desk sit at its +Z side; a chair's sitter looks to +Z.

use std::f32::consts::PI;

use bevy::math::{Vec2, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};

use super::kit::shapes::{at, bent, rod, side_slab, slab, tip, yaw};
use super::kit::things::{any_book, cup, keyboard, monitor, rucksack};
use super::kit::tints::{
    BEECH, BLACK, CHROME, CLOTHS, CREAM, DARK, OAK, RED, RUBBER, SHEET, STEEL, WALNUT, WHITE, card, cloth, metal, plain,
};
use super::kit::{Dice, Face, Piece, v};

/// A two-seat desk: top at 0.76 m, an open shelf below it, and what two students keep there.
pub(super) fn student_desk(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    m.bevel_box(v(0.0, 0.745, 0.0), v(1.2, 0.03, 0.4), 0.008, BEECH);
    m.bevel_box(v(0.0, 0.6, -0.01), v(1.1, 0.016, 0.34), 0.0, CREAM);
    m.bevel_box(v(0.0, 0.666, -0.176), v(1.1, 0.13, 0.014), 0.0, CREAM);
    for x in [-0.545, 0.0, 0.545] {
        m.bevel_box(v(x, 0.666, -0.01), v(0.014, 0.13, 0.34), 0.0, CREAM);
    }
    for x in [-0.51, 0.51] {
        m.standing_box(v(x, 0.0, 0.0), v(0.05, 0.03, 0.4), 0.01, STEEL);
        for z in [-0.13, 0.12] {
            rod(m, v(x, 0.02, z), v(x, 0.6, z), 0.016, 6, STEEL);
        }
    }
    rod(m, v(-0.51, 0.14, -0.13), v(0.51, 0.14, -0.13), 0.013, 6, STEEL);
    for (salt, x) in [(0, -0.27), (50, 0.27)] {
        seat_clutter(m, x, dice, salt);
    }
}

/// What one student has on, in and under the desk.
fn seat_clutter(m: &mut MeshBuf, x: f32, dice: Dice, salt: u32) {
    for k in 0..1 + dice.pick(salt, 3) as u32 {
        let lift = v(x - 0.1, 0.609 + k as f32 * 0.035, 0.03 + dice.range(salt + k + 1, -0.02, 0.03));
        any_book(m, yaw(lift, dice.range(salt + k + 4, -0.12, 0.12)), dice, salt + k * 5 + 7);
    }
    let tint = cloth(dice.colour(salt + 30, &CLOTHS));
    match dice.pick(salt + 31, 3) {
        0 => m.bevel_box(v(x + 0.11, 0.662, 0.04), v(0.2, 0.1, 0.28), 0.03, tint),
        1 => rucksack(m, yaw(v(x, 0.0, 0.03), dice.range(salt + 32, -0.4, 0.4)), tint),
        _ => {}
    }
    if dice.chance(salt + 33, 0.65) {
        let turn = yaw(v(x - 0.05, 0.7605, 0.04), dice.range(salt + 34, -0.25, 0.25));
        m.append(&open_book(), turn);
    }
    if dice.chance(salt + 35, 0.6) {
        let case = cloth(dice.colour(salt + 36, &CLOTHS));
        m.bevel_box(v(x + 0.02, 0.78, -0.13), v(0.2, 0.04, 0.065), 0.014, case);
    }
}

/// An exercise book lying open, with lines of writing and a pen.
fn open_book() -> MeshBuf {
    let mut b = MeshBuf::new();
    for side in [-1.0, 1.0] {
        b.standing_box(v(side * 0.072, 0.0, 0.0), v(0.142, 0.008, 0.2), 0.003, SHEET);
        for row in 0..4 {
            let z = -0.07 + row as f32 * 0.035;
            Face::flat(v(side * 0.072, 0.0083, z)).fill(&mut b, (0.105, 0.006), card(0x9AA6B4));
        }
    }
    rod(&mut b, v(0.03, 0.013, 0.06), v(0.15, 0.013, 0.01), 0.005, 5, RED);
    b
}

/// A steel-tube chair with a plywood seat and back.
pub(super) fn student_chair(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.43, 0.01), v(0.38, 0.02, 0.37), 0.008, BEECH);
    let mut board = MeshBuf::new();
    board.bevel_box(Vec3::ZERO, v(0.38, 0.18, 0.018), 0.008, BEECH);
    m.append(&board, tip(v(0.0, 0.69, -0.178), -0.12));
    for x in [-0.172, 0.172] {
        bent(m, &[v(x, 0.0, 0.195), v(x, 0.41, 0.17), v(x, 0.41, -0.15), v(x, 0.8, -0.2)], 0.012, 6, STEEL);
        rod(m, v(x, 0.41, -0.13), v(x, 0.0, -0.2), 0.012, 6, STEEL);
        rod(m, v(x, 0.16, 0.185), v(x, 0.16, -0.178), 0.009, 6, STEEL);
        for z in [-0.196, 0.19] {
            m.standing_box(v(x, 0.0, z), v(0.032, 0.03, 0.032), 0.008, RUBBER);
        }
    }
}

/// The square stool (方凳) of older classrooms and dormitories.
pub(super) fn student_stool(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.433, 0.0), v(0.34, 0.034, 0.25), 0.01, OAK);
    for x in [-1.0, 1.0] {
        for z in [-1.0, 1.0] {
            let (top, foot) = (v(x * 0.125, 0.42, z * 0.085), v(x * 0.15, 0.0, z * 0.11));
            rod(m, foot, top, 0.019, 6, OAK);
        }
        rod(m, v(x * 0.14, 0.16, -0.1), v(x * 0.14, 0.16, 0.1), 0.012, 6, OAK);
    }
    rod(m, v(-0.14, 0.2, 0.0), v(0.14, 0.2, 0.0), 0.012, 6, OAK);
}

/// The teacher's console: a steel cabinet under a wooden top, its front to the class (+Z), the teacher at -Z.
pub(super) fn podium_desk(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let shell = Finish::new(0xC9CDD0, Surface::Metal);
    m.standing_box(v(0.0, 0.0, 0.0), v(1.08, 0.06, 0.56), 0.01, DARK);
    m.standing_box(v(0.0, 0.05, 0.0), v(1.12, 0.85, 0.62), 0.025, shell);
    m.bevel_box(v(0.0, 0.47, 0.305), v(0.86, 0.62, 0.03), 0.012, OAK);
    m.bevel_box(v(0.0, 0.47, 0.32), v(0.7, 0.02, 0.016), 0.004, WALNUT);
    m.bevel_box(v(0.0, 0.92, 0.0), v(1.2, 0.045, 0.7), 0.015, OAK);
    m.bevel_box(v(0.0, 0.975, 0.29), v(1.16, 0.08, 0.11), 0.02, OAK);
    for x in [-0.27, 0.27] {
        m.bevel_box(v(x, 0.45, -0.31), v(0.48, 0.66, 0.02), 0.008, metal(0xB7BCC0));
        m.bevel_box(v(x * 0.3, 0.5, -0.325), v(0.02, 0.12, 0.02), 0.006, CHROME);
    }
    let desk = 0.9425;
    monitor(m, yaw(v(-0.28, desk, 0.1), PI));
    keyboard(m, yaw(v(-0.22, desk, -0.2), PI));
    m.standing_box(v(-0.53, desk, -0.2), v(0.06, 0.03, 0.1), 0.012, BLACK);
    bent(m, &[v(0.12, desk, 0.2), v(0.12, 1.1, 0.19), v(0.12, 1.24, 0.08), v(0.12, 1.28, -0.04)], 0.006, 5, BLACK);
    m.limb(v(0.12, 1.282, -0.05), v(0.12, 1.295, -0.1), 0.016, 0.02, 6, BLACK);
    cup(m, v(0.5, desk, 0.1), 0.04, 0.11, (WHITE, plain(0x6B4A22)));
    m.standing_box(v(0.32, desk, 0.12), v(0.18, 0.05, 0.1), 0.006, card(0xE9E4D2));
    for k in 0..3 {
        any_book(m, yaw(v(0.36, desk + k as f32 * 0.034, -0.16), k as f32 * 0.2 - 0.1), p.dice, 10 + k * 7);
    }
}

/// The low platform below the board. Not solid in the catalogue: one steps onto it.
pub(super) fn podium_step(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.standing_box(Vec3::ZERO, v(3.58, 0.165, 1.58), 0.01, WALNUT);
    let plank = 1.6 / 8.0;
    for k in 0..8 {
        let z = -0.8 + plank * (k as f32 + 0.5);
        let shade = if k % 2 == 0 { OAK } else { Finish::new(0xB0825A, Surface::Wood) };
        m.bevel_box(v(0.0, 0.181, z), v(3.6, 0.038, plank - 0.002), 0.006, shade);
    }
    m.bevel_box(v(0.0, 0.1995, 0.77), v(3.56, 0.008, 0.05), 0.003, Finish::new(0xC9A43A, Surface::Rubber));
    for k in 0..4 {
        let x = -1.35 + 0.9 * k as f32;
        m.bevel_box(v(x, 0.08, 0.79), v(0.82, 0.1, 0.012), 0.004, OAK);
    }
}

/// A speaker's lectern, its front to the audience (+Z).
pub(super) fn lectern(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.standing_box(Vec3::ZERO, v(0.58, 0.05, 0.48), 0.015, WALNUT);
    let body = [v2(-0.2, 0.05), v2(0.2, 0.05), v2(0.27, 1.0), v2(-0.27, 1.0)];
    slab(m, &body, 0.34, 0.015, at(v(0.0, 0.0, 0.02)), OAK);
    slab(m, &[v2(-0.15, 0.12), v2(0.15, 0.12), v2(0.2, 0.9), v2(-0.2, 0.9)], 0.02, 0.006, at(v(0.0, 0.0, 0.19)), WALNUT);
    let top = [(-0.25, 0.99), (0.25, 1.06), (0.25, 1.11), (-0.25, 1.04)];
    side_slab(m, &top, 0.0, 0.6, 0.012, OAK);
    m.bevel_box(v(0.0, 1.055, -0.235), v(0.54, 0.025, 0.02), 0.005, WALNUT);
    bent(m, &[v(0.2, 1.1, 0.2), v(0.2, 1.22, 0.16), v(0.2, 1.26, 0.06)], 0.006, 5, BLACK);
    m.limb(v(0.2, 1.262, 0.05), v(0.2, 1.27, 0.0), 0.016, 0.02, 6, BLACK);
    let words = p.words(&["安全教育"], (0.3, 0.12), 0x7A5636, 0xF0DDB0);
    p.sign(Face::front(v(0.0, 0.62, 0.2015)), words);
}

/// A point of an outline.
fn v2(x: f32, y: f32) -> Vec2 {
    Vec2::new(x, y)
}
