//! The working side of the office: counter, signs, posters, cabinet, whiteboard.

use std::f32::consts::PI;

use bevy::math::{Mat4, Vec2, Vec3};

use crate::view::mesh::MeshBuf;
use crate::view::props::classroom::kit::shapes::{bent, disc, rod, slab, yaw};
use crate::view::props::classroom::kit::things::{any_book, cup, keyboard, monitor};
use crate::view::props::classroom::kit::tints::{BLACK, CHROME, DARK, GREY, OAK, RED, SHEET, WHITE, card, light, metal, plain};
use crate::view::props::classroom::kit::{Face, Piece, v};
use crate::view::texture::SignArt;

/// Police blue.
const BLUE: u32 = 0x1F4E9E;

/// The duty counter: visitors at +Z, the officer at -Z.
pub(super) fn police_desk(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.standing_box(v(0.0, 0.0, 0.3), v(1.76, 0.1, 0.1), 0.008, DARK);
    m.standing_box(v(0.0, 0.09, 0.3), v(1.8, 0.93, 0.12), 0.015, WHITE);
    m.bevel_box(v(0.0, 0.33, 0.362), v(1.8, 0.2, 0.012), 0.004, plain(BLUE));
    m.bevel_box(v(0.0, 0.205, 0.362), v(1.8, 0.02, 0.01), 0.003, plain(0x9DB7C9));
    m.bevel_box(v(0.0, 1.035, 0.25), v(1.8, 0.035, 0.25), 0.012, OAK);
    for x in [-0.87, 0.87] {
        m.standing_box(v(x, 0.0, -0.05), v(0.05, 0.73, 0.62), 0.01, WHITE);
    }
    m.bevel_box(v(0.0, 0.735, -0.07), v(1.8, 0.03, 0.6), 0.01, OAK);
    m.standing_box(v(0.6, 0.03, -0.05), v(0.4, 0.69, 0.5), 0.01, WHITE);
    for y in [0.2, 0.4, 0.6] {
        m.bevel_box(v(0.6, y, -0.302), v(0.36, 0.17, 0.014), 0.005, plain(0xD5DCE2));
        m.bevel_box(v(0.6, y + 0.05, -0.312), v(0.12, 0.014, 0.014), 0.004, CHROME);
    }
    monitor(m, yaw(v(-0.25, 0.75, 0.04), PI));
    keyboard(m, yaw(v(-0.22, 0.75, -0.22), PI));
    desk_phone(m, v(0.38, 0.75, -0.1));
    cup(m, v(0.7, 0.75, 0.05), 0.04, 0.1, (WHITE, plain(0x8A9A3E)));
    any_book(m, yaw(v(-0.68, 0.75, -0.1), 0.2), p.dice, 1);
    Face::flat(v(0.5, 1.0535, 0.27)).turned(0.15).fill(m, (0.21, 0.15), SHEET);
    rod(m, v(0.42, 1.058, 0.27), v(0.55, 1.058, 0.29), 0.005, 5, BLACK);
    let words = p.words(&["警务室", "有困难，找我们"], (0.9, 0.36), 0xF1EEE7, BLUE);
    p.sign(Face::front(v(0.0, 0.68, 0.361)), words);
}

/// A desk telephone with its receiver on.
fn desk_phone(m: &mut MeshBuf, foot: Vec3) {
    m.standing_box(foot, v(0.17, 0.045, 0.18), 0.012, DARK);
    m.bevel_box(foot + v(-0.055, 0.065, 0.0), v(0.045, 0.03, 0.19), 0.012, BLACK);
    Face::flat(foot + v(0.03, 0.046, -0.02)).fill(m, (0.08, 0.1), GREY);
    Face::flat(foot + v(0.03, 0.0465, -0.06)).fill(m, (0.075, 0.022), light(0xA9C8B0, 0.3));
}

/// A light box with the room's name, seen from far down the corridor.
pub(super) fn police_sign(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.19, 0.01), v(1.2, 0.38, 0.12), 0.02, metal(0xC9CED3));
    m.bevel_box(v(0.0, 0.19, 0.04), v(1.16, 0.34, 0.075), 0.012, light(BLUE, 0.85));
    for x in [-0.45, 0.45] {
        m.bevel_box(v(x, 0.19, -0.06), v(0.06, 0.1, 0.03), 0.006, GREY);
    }
    let words = p.words(&["校园警务室", "POLICE"], (1.12, 0.3), BLUE, 0xFFFFFF);
    p.sign(Face::front(v(0.0, 0.19, 0.0785)).glowing(0.85), words);
}

/// The door sign of the counselling room.
pub(super) fn counsel_sign(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.16, -0.012), v(0.9, 0.32, 0.03), 0.012, OAK);
    m.bevel_box(v(0.0, 0.16, 0.006), v(0.85, 0.27, 0.014), 0.006, plain(0x3FA79F));
    // A sprig of leaves instead of a logo.
    for (x, y, turn) in [(-0.345, 0.2, 0.5), (-0.305, 0.175, -0.5), (-0.345, 0.14, 0.5), (-0.305, 0.115, -0.5)] {
        let outline = [Vec2::new(-0.035, 0.0), Vec2::new(0.0, -0.016), Vec2::new(0.035, 0.0), Vec2::new(0.0, 0.016)];
        let place = Mat4::from_translation(v(x, y, 0.016)) * Mat4::from_rotation_z(-turn);
        slab(m, &outline, 0.008, 0.002, place, plain(0xE7F1D8));
    }
    rod(m, v(-0.325, 0.07, 0.016), v(-0.325, 0.24, 0.016), 0.004, 5, plain(0xE7F1D8));
    let words = p.words(&["心理减压舱", "在这里，慢慢说"], (0.6, 0.22), 0x3FA79F, 0xFFFFFF);
    p.sign(Face::front(v(0.08, 0.16, 0.0135)), words);
}

/// The poster every dormitory and bank has on its wall.
pub(super) fn poster_antifraud(p: &mut Piece<'_>) {
    p.mesh.bevel_box(v(0.0, 0.425, 0.0), v(0.6, 0.85, 0.008), 0.002, SHEET);
    for x in [-0.27, 0.27] {
        for y in [0.03, 0.82] {
            p.mesh.bevel_box(v(x, y, 0.005), v(0.07, 0.02, 0.002), 0.0, card(0xE3DCC4));
        }
    }
    let words = p.words(
        &["全民反诈 你我同行", "未知链接不点击", "陌生来电不轻信", "个人信息不透露", "转账汇款多核实", "反诈专线 96110"],
        (0.58, 0.83),
        0x17418F,
        0xFFFFFF,
    );
    p.sign(Face::front(v(0.0, 0.425, 0.0048)), words.art(SignArt::Poster, 0xE8B84A));
}

/// A steel cabinet: folders behind glass above, closed doors below.
pub(super) fn filing_cabinet(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let paint = metal(0xC4C9CC);
    m.standing_box(Vec3::ZERO, v(0.86, 0.05, 0.36), 0.006, DARK);
    m.standing_box(v(0.0, 0.04, -0.01), v(0.9, 1.76, 0.37), 0.012, paint);
    for x in [-0.222, 0.222] {
        m.bevel_box(v(x, 0.42, 0.178), v(0.425, 0.68, 0.02), 0.006, paint);
        m.bevel_box(v(x * 0.2, 0.46, 0.192), v(0.022, 0.12, 0.012), 0.004, DARK);
        Face::front(v(x, 1.29, 0.1765)).fill(m, (0.41, 0.94), DARK);
        for side in [-0.195, 0.195] {
            m.bevel_box(v(x + side, 1.29, 0.182), v(0.035, 0.96, 0.018), 0.005, paint);
        }
        for y in [0.825, 1.29, 1.755] {
            m.bevel_box(v(x, y, 0.181), v(0.42, 0.035, 0.014), 0.004, paint);
        }
        m.bevel_box(v(x * 0.14, 1.3, 0.193), v(0.012, 0.12, 0.012), 0.004, CHROME);
    }
    for shelf in 0..2 {
        for k in 0..14 {
            let gap = if k > 6 { 0.06 } else { 0.0 };
            let x = -0.403 + k as f32 * 0.0575 + gap;
            if dice.chance(shelf * 20 + k, 0.85) {
                let tint = dice.colour(shelf * 20 + k + 50, &[0x2F5D8A, 0x2F5D8A, 0x3E7F5C, 0xB9B3A4, 0x394A63]);
                let y = 1.0 + shelf as f32 * 0.465;
                Face::front(v(x, y - 0.005, 0.1775)).fill(m, (0.052, 0.3), plain(tint));
                Face::front(v(x, y + 0.06, 0.178)).fill(m, (0.034, 0.09), SHEET);
            }
        }
    }
}

/// A whiteboard with today's notes and magnets.
pub(super) fn whiteboard(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.47, -0.025), v(1.17, 0.83, 0.016), 0.004, WHITE);
    for x in [-0.59, 0.59] {
        m.bevel_box(v(x, 0.47, -0.02), v(0.022, 0.86, 0.028), 0.007, CHROME);
    }
    for y in [0.05, 0.89] {
        m.bevel_box(v(0.0, y, -0.02), v(1.2, 0.022, 0.028), 0.007, CHROME);
    }
    m.bevel_box(v(0.1, 0.03, 0.005), v(0.5, 0.014, 0.07), 0.005, CHROME);
    for (k, tint) in [RED, BLACK, plain(BLUE)].into_iter().enumerate() {
        let x = -0.06 + k as f32 * 0.15;
        rod(m, v(x, 0.046, 0.01), v(x + 0.12, 0.046, 0.014), 0.009, 6, tint);
    }
    for (x, y, tint) in [(0.38, 0.76, RED), (0.5, 0.76, plain(0xE8B84A)), (0.44, 0.36, plain(BLUE))] {
        disc(m, v(x, y, -0.012), Vec3::Z, 0.016, 8, tint);
    }
    Face::front(v(0.44, 0.55, -0.0145)).fill(m, (0.2, 0.36), card(0xEFE3BE));
    bent(m, &[v(0.38, 0.66, -0.0135), v(0.5, 0.66, -0.0135), v(0.38, 0.6, -0.0135)], 0.002, 4, GREY);
    let words = p.words(&["值班安排", "周一至周五 24 小时", "紧急电话 110 · 119 · 120", "反诈 96110"], (0.8, 0.6), 0xF1EEE7, 0x23415F);
    p.sign(Face::front(v(-0.13, 0.5, -0.0165)), words);
}
