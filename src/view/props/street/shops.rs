//! Lit doors to go to at night: the 24-hour shop and the clinic.

use bevy::math::Vec3;

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{rod, side_slab};
use crate::view::props::classroom::kit::tints::{CHROME, CONCRETE, COVERS, DARK, GREY, LAMPLIGHT, WHITE, card, light, metal, plain};
use crate::view::props::classroom::kit::{Dice, Face, Piece, v};
use crate::view::texture::SignSpec;

/// The front of a convenience store; the street is at +Z.
pub(super) fn shop_front(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let wall = Finish::new(0xCFC6B4, Surface::Tile);
    // Piers, plinth and lintel around the glazing.
    for x in [-2.42, 2.42] {
        m.standing_box(v(x, 0.0, -0.3), v(0.16, 3.0, 0.3), 0.015, wall);
    }
    m.bevel_box(v(0.0, 2.68, -0.3), v(5.0, 0.64, 0.3), 0.015, wall);
    m.standing_box(v(-0.7, 0.0, -0.3), v(3.3, 0.35, 0.26), 0.01, CONCRETE);
    m.bevel_box(v(0.0, 1.2, -0.44), v(4.9, 2.4, 0.02), 0.0, light(0xFFF3DA, 0.75));
    shelves(m, dice);
    let alloy = metal(0x8E979D);
    for x in [-2.3, -1.22, -0.14, 0.94] {
        m.bevel_box(v(x, 1.36, -0.2), v(0.06, 2.06, 0.06), 0.01, alloy);
    }
    m.bevel_box(v(-0.68, 2.36, -0.2), v(3.3, 0.06, 0.06), 0.01, alloy);
    // The sliding door stands half open.
    for x in [1.25, 1.7] {
        for dx in [-0.3, 0.3] {
            m.bevel_box(v(x + dx, 1.17, -0.2 + (x - 1.25) * 0.12), v(0.05, 2.3, 0.04), 0.008, alloy);
        }
        m.bevel_box(v(x, 2.3, -0.2 + (x - 1.25) * 0.12), v(0.62, 0.05, 0.04), 0.008, alloy);
    }
    Face::flat(v(1.7, 0.006, 0.2)).fill(m, (1.1, 0.5), Finish::new(0x3E5A4A, Surface::Carpet));
    side_slab(m, &[(-0.16, 2.36), (0.32, 2.22), (0.33, 2.27), (-0.16, 2.44)], 0.0, 4.9, 0.01, plain(0x2E7D5B));
    m.bevel_box(v(0.0, 2.76, -0.05), v(4.8, 0.46, 0.22), 0.03, metal(0x9EA6A8));
    outside(m, dice);
    let words = p.words(&["24小时便利店"], (4.2, 0.4), 0x1F8A5B, 0xFFFFFF);
    p.sign(Face::front(v(0.0, 2.76, 0.0615)).glowing(0.9), words);
    let paper = SignSpec::words(&["营业中", "有困难可进店求助"], (0.5, 0.34), 0xFFF6D8, 0xA3271F);
    p.sign(Face::front(v(-1.75, 1.75, -0.165)), paper);
}

/// What one sees through the window: shelves of goods, a fridge, the till.
fn shelves(m: &mut MeshBuf, dice: Dice) {
    for row in 0..4 {
        let y = 0.5 + row as f32 * 0.44;
        m.bevel_box(v(-0.7, y, -0.36), v(3.1, 0.025, 0.12), 0.004, WHITE);
        for k in 0..17 {
            let salt = row * 20 + k;
            if dice.chance(salt + 300, 0.88) {
                let size = (dice.range(salt, 0.1, 0.16), dice.range(salt + 100, 0.16, 0.33));
                let x = -2.12 + k as f32 * 0.178;
                let goods = card(dice.colour(salt + 200, &COVERS)).glowing(0.25);
                Face::front(v(x, y + 0.0125 + size.1 * 0.5, -0.31)).fill(m, size, goods);
            }
        }
    }
    m.bevel_box(v(-0.7, 2.3, -0.36), v(3.0, 0.04, 0.1), 0.01, LAMPLIGHT);
    m.standing_box(v(1.95, 0.0, -0.36), v(0.7, 1.0, 0.12), 0.01, plain(0xB98A5A).glowing(0.2));
}

/// A crate of water, a bin and a stool on the pavement.
fn outside(m: &mut MeshBuf, dice: Dice) {
    for k in 0..3 {
        let tint = plain(dice.colour(k + 900, &[0x2F5D8A, 0xB5463C, 0x3E7F5C]));
        m.standing_box(v(-1.7, k as f32 * 0.26, 0.16), v(0.42, 0.25, 0.32), 0.015, tint);
    }
    m.standing_box(v(-0.6, 0.0, 0.14), v(0.34, 0.7, 0.34), 0.03, GREY);
    m.bevel_box(v(-0.6, 0.72, 0.14), v(0.36, 0.06, 0.36), 0.02, DARK);
    m.bevel_box(v(0.25, 0.43, 0.16), v(0.32, 0.04, 0.32), 0.015, plain(0xC8342B));
    for x in [0.12, 0.38] {
        for z in [0.03, 0.29] {
            rod(m, v(x, 0.0, z), v(x, 0.42, z), 0.016, 5, CHROME);
        }
    }
}

/// The lit sign of a neighbourhood clinic: a green cross and two words that matter.
pub(super) fn clinic_sign(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let green = light(0x1FA45C, 0.9);
    m.bevel_box(v(0.0, 0.45, 0.0), v(1.8, 0.9, 0.14), 0.025, metal(0xB4BABD));
    m.bevel_box(v(0.0, 0.45, 0.05), v(1.72, 0.82, 0.05), 0.012, light(0xF6FBF6, 0.7));
    for x in [-0.7, 0.7] {
        m.bevel_box(v(x, 0.45, -0.08), v(0.08, 0.2, 0.04), 0.008, GREY);
    }
    let cross = v(-0.56, 0.45, 0.08);
    m.bevel_box(cross, v(0.46, 0.15, 0.03), 0.01, green);
    m.bevel_box(cross + Vec3::Y * 0.15, v(0.15, 0.16, 0.03), 0.01, green);
    m.bevel_box(cross - Vec3::Y * 0.15, v(0.15, 0.16, 0.03), 0.01, green);
    let words = p.words(&["社区诊所", "急诊 24 小时"], (1.06, 0.7), 0xF6FBF6, 0x14713F);
    p.sign(Face::front(v(0.27, 0.45, 0.0756)).glowing(0.7), words);
}
