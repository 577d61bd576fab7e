//! The kind side of the office: seats, tea, plants, a warm lamp.

use bevy::math::{Vec2, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{at, bent, disc, fit, hoop, leaf, lying, rod, rounded, tip, turned, yaw};
use crate::view::props::classroom::kit::things::{any_book, book_row, pot};
use crate::view::props::classroom::kit::tints::{
    BLACK, BRASS, CLAY, CLOTHS, LAMPLIGHT, LEAF, LEAF_DARK, OAK, SHEET, WALNUT, card, cloth, light, metal, plain,
};
use crate::view::props::classroom::kit::{Face, Piece, v};

/// An electric kettle on its base.
pub(super) fn kettle(p: &mut Piece<'_>) {
    let body = metal(p.dice.colour(1, &[0xC4CACF, 0xE6DFD0, 0x4E6B66]));
    let m = &mut p.mesh;
    turned(m, at(v(0.0, 0.0, 0.0)), &[(0.0, 0.0), (0.08, 0.0), (0.08, 0.018), (0.0, 0.02)], 12, BLACK);
    let wall = [(0.072, 0.02), (0.078, 0.03), (0.066, 0.15), (0.056, 0.185), (0.05, 0.19)];
    turned(m, at(v(0.0, 0.0, 0.0)), &wall, 12, body);
    turned(m, at(v(0.0, 0.188, 0.0)), &[(0.052, 0.0), (0.04, 0.015), (0.012, 0.02), (0.014, 0.036), (0.0, 0.04)], 10, BLACK);
    bent(m, &[v(-0.05, 0.18, 0.0), v(-0.1, 0.175, 0.0), v(-0.112, 0.11, 0.0), v(-0.075, 0.05, 0.0)], 0.011, 6, BLACK);
    m.cone(v(0.05, 0.14, 0.0), v(0.1, 0.19, 0.0), 0.024, 0.011, 8, body);
    disc(m, v(0.0, 0.06, 0.0775), Vec3::Z, 0.006, 6, light(0xF2A33A, 0.8));
}

/// Cushions, arms and back of a sofa `w` wide with `seats` seats, 0.8 m high and 0.82 m deep.
fn sofa(m: &mut MeshBuf, w: f32, seats: u32, fabric: Finish, pillow: Finish) {
    let arm = 0.16;
    for x in [-1.0, 1.0] {
        for z in [-0.34, 0.34] {
            m.cone(v(x * (w * 0.5 - 0.08), 0.0, z), v(x * (w * 0.5 - 0.08), 0.1, z), 0.018, 0.026, 6, WALNUT);
        }
        m.standing_box(v(x * (w - arm) * 0.5, 0.09, 0.0), v(arm, 0.5, 0.8), 0.045, fabric);
    }
    m.standing_box(v(0.0, 0.09, 0.0), v(w - arm * 1.6, 0.2, 0.78), 0.03, fabric);
    m.standing_box(v(0.0, 0.2, -0.3), v(w - arm * 1.7, 0.56, 0.2), 0.05, fabric);
    let each = (w - arm * 2.0) / seats as f32;
    for k in 0..seats {
        let x = (k as f32 + 0.5) * each - (w - arm * 2.0) * 0.5;
        m.standing_box(v(x, 0.28, 0.07), v(each - 0.01, 0.16, 0.64), 0.045, fabric);
        let mut back = MeshBuf::new();
        back.bevel_box(Vec3::ZERO, v(each - 0.015, 0.4, 0.15), 0.05, fabric);
        m.append(&back, tip(v(x, 0.6, -0.17), -0.16));
    }
    let mut soft = MeshBuf::new();
    soft.bevel_box(Vec3::ZERO, v(0.38, 0.36, 0.13), 0.06, pillow);
    m.append(&soft, tip(v(arm * 1.25 - w * 0.5 + 0.18, 0.61, -0.02), -0.35));
}

/// An armchair.
pub(super) fn sofa_small(p: &mut Piece<'_>) {
    let fabric = p.dice.colour(1, &[0x6F8F8A, 0xC9A27A, 0x7C8BA3]);
    sofa(&mut p.mesh, 0.88, 1, cloth(fabric), cloth(p.dice.colour(2, &[0xE8C98F, 0xE3DCCB, 0xC98A7A])));
}

/// A three-seat sofa with a folded blanket over one arm.
pub(super) fn sofa_big(p: &mut Piece<'_>) {
    let fabric = p.dice.colour(1, &[0x6F8F8A, 0xC9A27A, 0x7C8BA3]);
    let m = &mut p.mesh;
    sofa(m, 1.95, 3, cloth(fabric), cloth(p.dice.colour(2, &[0xE8C98F, 0xE3DCCB, 0xC98A7A])));
    let blanket = cloth(p.dice.colour(3, &CLOTHS));
    m.bevel_box(v(0.89, 0.6, 0.05), v(0.17, 0.025, 0.4), 0.01, blanket);
    m.bevel_box(v(0.803, 0.5, 0.05), v(0.018, 0.2, 0.4), 0.007, blanket);
}

/// A tall plant: broad leaves on bent stems, a few of them yellowed.
pub(super) fn plant_big(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let glaze = plain(dice.colour(1, &[0xE6E0D2, 0x5D6F78, 0xB4683F]));
    pot(m, Vec3::ZERO, 0.2, 0.36, glaze);
    for k in 0..12 {
        let (s, c) = (k as f32 * 2.4 + dice.range(k + 3, 0.0, 0.5)).sin_cos();
        let high = 0.7 + k as f32 * 0.07;
        let (reach, knee) = (dice.range(k + 20, 0.16, 0.26), v(c * 0.05, high * 0.72, s * 0.05));
        let end = v(c * reach, high, s * reach);
        bent(m, &[v(c * 0.03, 0.32, s * 0.03), knee, end], 0.009, 4, LEAF_DARK);
        let tint = if k == 2 { Finish::new(0xB9A64A, Surface::Grass) } else { [LEAF, LEAF_DARK][(k % 2) as usize] };
        for turn in [-0.75_f32, 0.0, 0.75] {
            let (ts, tc) = turn.sin_cos();
            let out = v(c * tc - s * ts, 0.0, s * tc + c * ts);
            leaf(m, end, end + out * 0.24 + Vec3::Y * (0.1 - turn.abs() * 0.18), 0.18, tint);
        }
    }
    fit(m, v(0.7, 1.5, 0.7));
}

/// A standing lamp with a cloth shade.
pub(super) fn floor_lamp(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    turned(m, at(Vec3::ZERO), &[(0.0, 0.0), (0.15, 0.0), (0.15, 0.015), (0.03, 0.03), (0.0, 0.03)], 12, BRASS);
    rod(m, v(0.0, 0.02, 0.0), v(0.0, 1.3, 0.0), 0.012, 8, BRASS);
    let shade = Finish::new(0xF3DDB0, Surface::Cloth).glowing(0.55);
    turned(m, at(v(0.0, 1.27, 0.0)), &[(0.2, 0.0), (0.14, 0.32)], 14, shade);
    turned(m, at(v(0.0, 1.28, 0.0)), &[(0.0, 0.03), (0.06, 0.03), (0.19, 0.0)], 14, LAMPLIGHT);
    disc(m, v(0.0, 1.57, 0.0), Vec3::Y, 0.142, 14, LAMPLIGHT);
    hoop(m, v(0.0, 1.27, 0.0), Vec3::Y, 0.2, 0.005, BRASS);
    rod(m, v(0.06, 1.1, 0.0), v(0.06, 1.29, 0.0), 0.003, 4, BRASS);
}

/// A low table, top at 0.45 m and left free for what the place file puts there; tissues and magazines below.
pub(super) fn tea_table(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    lying(m, &rounded(1.0, 0.55, 0.07), 0.03, 0.008, v(0.0, 0.42, 0.0), OAK);
    lying(m, &rounded(0.86, 0.42, 0.05), 0.018, 0.005, v(0.0, 0.16, 0.0), OAK);
    for x in [-0.42, 0.42] {
        for z in [-0.2, 0.2] {
            m.cone(v(x, 0.0, z), v(x * 0.97, 0.43, z * 0.96), 0.017, 0.026, 8, WALNUT);
        }
    }
    for k in 0..3 {
        any_book(m, yaw(v(-0.18, 0.178 + k as f32 * 0.034, 0.0), 1.4 + k as f32 * 0.15), p.dice, k * 9 + 4);
    }
    m.standing_box(v(0.22, 0.178, 0.0), v(0.24, 0.09, 0.13), 0.012, cloth(0x8FA7B8));
    Face::flat(v(0.22, 0.2685, 0.0)).fill(m, (0.12, 0.03), SHEET);
}

/// A waist-high shelf with books, a box and a clay jar; its top is free.
pub(super) fn bookshelf_small(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    m.bevel_box(v(0.0, 0.45, -0.128), v(0.77, 0.86, 0.012), 0.003, WALNUT);
    for x in [-0.388, 0.388] {
        m.standing_box(v(x, 0.0, 0.0), v(0.024, 0.9, 0.28), 0.007, OAK);
    }
    for y in [0.06, 0.34, 0.61, 0.887] {
        m.bevel_box(v(0.0, y, 0.0), v(0.77, 0.024, 0.276), 0.006, OAK);
    }
    for (k, y) in [0.072, 0.352, 0.622].into_iter().enumerate() {
        let filled = dice.range(k as u32 + 1, 0.48, 0.7);
        book_row(m, v(-0.37, y, 0.1), v(filled, 0.245, 0.22), dice, k as u32 * 60 + 100);
    }
    m.standing_box(v(0.3, 0.352, 0.0), v(0.1, 0.09, 0.1), 0.015, plain(0xC98A7A));
    m.ellipsoid(v(0.3, 0.69, 0.0), v(0.06, 0.07, 0.06), 8, CLAY);
}

/// A framed landscape in flat layers: morning hills over water.
pub(super) fn wall_painting(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    m.bevel_box(v(0.0, 0.3, -0.012), v(0.88, 0.58, 0.012), 0.0, WALNUT);
    for x in [-0.435, 0.435] {
        m.bevel_box(v(x, 0.3, 0.0), v(0.03, 0.6, 0.036), 0.008, WALNUT);
    }
    for y in [0.015, 0.585] {
        m.bevel_box(v(0.0, y, 0.0), v(0.86, 0.03, 0.036), 0.008, WALNUT);
    }
    Face::front(v(0.0, 0.3, -0.005)).fill(m, (0.84, 0.54), SHEET);
    let sky = [0xF2D9B4, 0xE9C7A6, 0xB9D3DC][dice.pick(1, 3)];
    Face::front(v(0.0, 0.3, -0.004)).fill(m, (0.72, 0.42), plain(sky));
    disc(m, v(0.16, 0.41, -0.003), Vec3::Z, 0.045, 14, plain(0xE8824A));
    let layers = [(0.34, 0.11, 0x9FB6B4), (0.27, 0.09, 0x6F938D), (0.2, 0.06, 0x43695F)];
    for (k, (base, high, tint)) in layers.into_iter().enumerate() {
        let z = -0.0025 + k as f32 * 0.0006;
        let ridge = |i: u32| {
            let wave = (i as f32 * 1.1 + k as f32 * 2.0 + dice.range(k as u32 + 5, 0.0, 3.0)).sin();
            v(-0.36 + i as f32 * 0.09, base + high * 0.5 * (1.0 + wave), z)
        };
        for i in 0..8 {
            let (a, b) = (ridge(i), ridge(i + 1));
            m.quad(v(a.x, 0.09, z), v(b.x, 0.09, z), b, a, plain(tint));
        }
    }
    Face::front(v(0.0, 0.12, -0.0002)).fill(m, (0.72, 0.06), plain(0x86AEB5));
    for (x, y) in [(-0.2, 0.125), (0.12, 0.115), (0.24, 0.135)] {
        Face::front(v(x, y, 0.0002)).fill(m, (0.12, 0.005), plain(0xDCE8E6));
    }
}

/// A carpet with a border and fringes.
pub(super) fn rug(p: &mut Piece<'_>) {
    let tints = [[0x9A4F45, 0xD9C29A], [0x46617A, 0xCBBFA4], [0x6E7F5E, 0xDDD0AE]][p.dice.pick(1, 3)];
    let m = &mut p.mesh;
    let pile = |rgb: u32| Finish::new(rgb, Surface::Carpet);
    let outline = |w: f32, h: f32| rounded(w, h, 0.04);
    lying(m, &outline(1.74, 1.2), 0.012, 0.004, Vec3::ZERO, pile(tints[0]));
    let middle: Vec<Vec2> = outline(1.5, 0.96);
    lying(m, &middle, 0.003, 0.001, v(0.0, 0.0115, 0.0), pile(tints[1]));
    lying(m, &outline(1.4, 0.86), 0.003, 0.001, v(0.0, 0.0135, 0.0), pile(tints[0]));
    for k in 0..3 {
        let x = (k as f32 - 1.0) * 0.42;
        let diamond = [Vec2::new(0.0, -0.18), Vec2::new(0.18, 0.0), Vec2::new(0.0, 0.18), Vec2::new(-0.18, 0.0)];
        lying(m, &diamond, 0.003, 0.001, v(x, 0.0155, 0.0), pile(tints[1]));
    }
    for side in [-1.0, 1.0] {
        for k in 0..14 {
            let z = (k as f32 - 6.5) * 0.084;
            m.bevel_box(v(side * 0.885, 0.004, z), v(0.03, 0.005, 0.035), 0.0, card(0xD9CDB0));
        }
    }
}
