//! The bookcase at the back of the room, upright and fallen, and books on the floor.

use bevy::math::{Mat4, Quat, Vec3};

use crate::view::mesh::MeshBuf;

use super::kit::shapes::{at, fit, tip, two_sided, yaw};
use super::kit::things::{any_book, book, book_row, pot, rosette};
use super::kit::tints::{BRASS, CLAY, COVERS, LEAF, OAK, RED, SHEET, WALNUT, card};
use super::kit::{Dice, Face, Piece, v};

/// The carcass: 0.9 wide, 1.8 high, 0.3 deep, five boards, open to +Z.
fn carcass(m: &mut MeshBuf) {
    m.bevel_box(v(0.0, 0.9, -0.142), v(0.87, 1.76, 0.012), 0.003, WALNUT);
    for x in [-0.437, 0.437] {
        m.bevel_box(v(x, 0.9, 0.0), v(0.026, 1.8, 0.3), 0.008, OAK);
    }
    m.standing_box(v(0.0, 0.0, 0.0), v(0.86, 0.07, 0.27), 0.008, WALNUT);
    m.bevel_box(v(0.0, 1.785, 0.0), v(0.9, 0.03, 0.3), 0.01, OAK);
    for y in [0.08, 0.44, 0.78, 1.11, 1.44] {
        m.bevel_box(v(0.0, y, 0.0), v(0.85, 0.022, 0.285), 0.006, OAK);
    }
}

/// A full bookcase. It is not fixed to the wall: that is the point of it.
pub(super) fn bookcase(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    carcass(m);
    let rooms = [(0.091, 0.33), (0.451, 0.31), (0.791, 0.3), (1.121, 0.3), (1.451, 0.31)];
    for (k, (y, high)) in rooms.into_iter().enumerate() {
        let salt = k as u32 * 60 + 100;
        let filled = if k == dice.pick(3, 4) { 0.52 } else { dice.range(salt, 0.7, 0.84) };
        book_row(m, v(-0.42, y, 0.11), v(filled, high, 0.24), dice, salt + 1);
        if filled < 0.6 {
            shelf_gap(m, v(0.26, y, 0.0), dice);
        }
    }
}

/// What stands where there are no books: a certificate, a cup, a plant or lying books.
fn shelf_gap(m: &mut MeshBuf, foot: Vec3, dice: Dice) {
    match dice.pick(9, 3) {
        0 => {
            let mut paper = MeshBuf::new();
            Face::front(v(0.0, 0.11, 0.0)).fill(&mut paper, (0.27, 0.2), RED);
            Face::front(v(0.0, 0.11, 0.001)).fill(&mut paper, (0.24, 0.17), card(0xF6E3B0));
            Face::front(v(0.0, 0.14, 0.002)).fill(&mut paper, (0.14, 0.025), RED);
            m.append(&paper, tip(foot + v(0.0, 0.002, -0.06), -0.2));
        }
        1 => {
            pot(m, foot, 0.06, 0.09, CLAY);
            rosette(m, foot + v(0.0, 0.085, 0.0), (0.13, 0.14), 9, dice, LEAF);
        }
        _ => {
            for k in 0..4 {
                any_book(m, yaw(foot + Vec3::Y * (k as f32 * 0.034), 1.4 + k as f32 * 0.1), dice, 20 + k * 9);
            }
        }
    }
    m.bevel_box(foot + v(0.13, 0.04, 0.02), v(0.03, 0.08, 0.03), 0.008, BRASS);
}

/// A bookcase that fell on its face; its top now points to +Z and its books lie around it.
pub(super) fn fallen_bookcase(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let mut case = MeshBuf::new();
    carcass(&mut case);
    let flat = Quat::from_rotation_x(std::f32::consts::FRAC_PI_2);
    // One edge rests on the books that came out first.
    let tilt = Quat::from_rotation_z(0.045);
    m.append(&case, Mat4::from_rotation_translation(tilt * flat, v(0.0, 0.178, -1.0)));
    for k in 0..16 {
        let side = if k % 2 == 0 { 1.0 } else { -1.0 };
        let x = side * dice.range(k + 1, 0.46, 0.62);
        let z = dice.range(k + 30, -0.8, 0.85);
        any_book(m, yaw(v(x, 0.0, z), dice.range(k + 60, 0.0, 6.2)), dice, 100 + k * 5);
    }
    for k in 0..6 {
        let spot = v(dice.range(k + 200, -0.4, 0.4), 0.0, dice.range(k + 220, 0.84, 0.98));
        any_book(m, yaw(spot, dice.range(k + 240, 0.0, 6.2)), dice, 300 + k * 5);
    }
    m.append(&tent(dice, 400), yaw(v(0.52, 0.0, 0.62), 0.7));
    fit(m, v(1.4, 0.36, 2.1));
}

/// A book that fell open on its pages.
fn tent(dice: Dice, salt: u32) -> MeshBuf {
    let mut t = MeshBuf::new();
    let cover = card(dice.colour(salt, &COVERS));
    for side in [-1.0, 1.0] {
        let (ridge, foot) = (0.1, side * 0.13);
        let outer = [v(0.0, ridge, 0.11), v(0.0, ridge, -0.11), v(foot, 0.0, -0.11), v(foot, 0.0, 0.11)];
        let inner = outer.map(|q| v(q.x * 0.9, q.y * 0.86, q.z * 0.94));
        two_sided(&mut t, outer, cover);
        two_sided(&mut t, inner, SHEET);
    }
    t
}

/// Books that slid off a desk or shelf.
pub(super) fn book_pile(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    for k in 0..5 {
        let spot = v(dice.range(k, -0.06, 0.06), k as f32 * 0.034, dice.range(k + 10, -0.05, 0.05));
        any_book(m, yaw(spot, dice.range(k + 20, 0.0, 6.2)), dice, 100 + k * 5);
    }
    for k in 0..5 {
        let a = k as f32 * 1.26 + dice.range(k + 30, 0.0, 0.5);
        let (s, c) = a.sin_cos();
        any_book(m, yaw(v(c * 0.19, 0.0, s * 0.13), dice.range(k + 50, 0.0, 6.2)), dice, 200 + k * 5);
    }
    let lean = Mat4::from_rotation_translation(Quat::from_rotation_z(0.7), v(0.14, 0.09, 0.1));
    book(m, lean, v(0.17, 0.025, 0.24), card(dice.colour(70, &COVERS)));
    m.append(&tent(dice, 71), at(v(-0.16, 0.03, 0.12)) * Mat4::from_rotation_y(0.5));
    fit(m, v(0.66, 0.22, 0.58));
}
