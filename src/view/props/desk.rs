//! The big desk and what lies on it: laptop, phone, photo, books, cards. Its owner sits at +Z.
//!
//! The phone's own screens during a fraud drill are drawn elsewhere; here it only lies there and glows.

use std::f32::consts::{FRAC_PI_2, PI};

use bevy::math::{Mat4, Quat, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::texture::{SignArt, SignBook, SignSpec};

use super::classroom::kit::shapes::{aim, at, bent, disc, lying, rod, rounded, tip, turned, two_sided, yaw};
use super::classroom::kit::things::book;
use super::classroom::kit::tints::{
    BLACK, BRASS, CHROME, COVERS, DARK, GREY, LAMPLIGHT, OAK, SHEET, WALNUT, WHITE, card, cloth, metal, plain,
};
use super::classroom::kit::{Face, Piece, v};

/// Builds a prop of the desk, or says that the kind is not one.
pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    let builder: fn(&mut Piece<'_>) = match kind {
        "desk_big" => desk_big,
        "laptop" => laptop,
        "phone_flat" => phone_flat,
        "photo_frame" => photo_frame,
        "textbooks" => textbooks,
        "mug" => mug,
        "lamp_warm" => lamp_warm,
        "headphones" => headphones,
        "sticky_notes" => sticky_notes,
        "id_card" => id_card,
        "bank_card" => bank_card,
        _ => return None,
    };
    Some(Piece::make(builder, seed, text, signs))
}

/// A desk with three drawers on the right, top at 0.75 m.
fn desk_big(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.735, 0.0), v(1.4, 0.03, 0.7), 0.01, OAK);
    m.bevel_box(v(-0.67, 0.36, 0.0), v(0.03, 0.72, 0.64), 0.008, OAK);
    m.bevel_box(v(-0.12, 0.5, -0.29), v(1.08, 0.42, 0.018), 0.004, OAK);
    m.standing_box(v(0.47, 0.05, -0.01), v(0.42, 0.67, 0.62), 0.008, OAK);
    m.standing_box(v(0.47, 0.0, -0.02), v(0.38, 0.06, 0.56), 0.005, WALNUT);
    for (y, high) in [(0.62, 0.17), (0.43, 0.19), (0.2, 0.25)] {
        m.bevel_box(v(0.47, y, 0.302), v(0.4, high - 0.01, 0.018), 0.006, WALNUT);
        bent(m, &[v(0.41, y, 0.31), v(0.41, y, 0.33), v(0.53, y, 0.33), v(0.53, y, 0.31)], 0.006, 5, CHROME);
    }
    m.bevel_box(v(-0.1, 0.665, 0.05), v(0.62, 0.016, 0.46), 0.004, WALNUT);
    lying(m, &rounded(0.78, 0.36, 0.03), 0.003, 0.001, v(-0.08, 0.75, 0.12), cloth(0x4A5A68));
    disc(m, v(0.55, 0.7505, -0.28), Vec3::Y, 0.03, 10, BLACK);
    // The lead of whatever is plugged in below.
    bent(m, &[v(0.55, 0.74, -0.3), v(0.5, 0.4, -0.32), v(0.2, 0.1, -0.33), v(-0.2, 0.01, -0.33)], 0.004, 4, BLACK);
    m.standing_box(v(-0.32, 0.0, -0.26), v(0.26, 0.035, 0.055), 0.008, WHITE);
}

/// An open laptop, its screen to +Z.
fn laptop(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let shell = metal(0x9FA6AE);
    lying(m, &rounded(0.34, 0.235, 0.016), 0.018, 0.005, v(0.0, 0.0, 0.037), shell);
    Face::flat(v(0.0, 0.0184, 0.008)).fill(m, (0.3, 0.115), BLACK);
    for row in 0..5 {
        Face::flat(v(0.0, 0.0188, -0.038 + row as f32 * 0.022)).fill(m, (0.286, 0.017), plain(0x3C434B));
    }
    Face::flat(v(0.0, 0.0186, 0.108)).fill(m, (0.1, 0.06), metal(0x8C939B));
    let lean = 0.36;
    let hinge = tip(v(0.0, 0.018, -0.078), -lean);
    let mut lid = MeshBuf::new();
    lid.bevel_box(v(0.0, 0.108, 0.0), v(0.34, 0.216, 0.009), 0.004, shell);
    Face::front(v(0.0, 0.11, 0.0048)).fill(&mut lid, (0.328, 0.202), BLACK);
    rod(&mut lid, v(-0.12, 0.0, 0.0), v(0.12, 0.0, 0.0), 0.007, 6, DARK);
    m.append(&lid, hinge);
    let spec = p.words(&["高等数学（下）", "第三章 作业", "今晚 23:59 截止"], (0.62, 0.37), 0xF4F7FB, 0x223349);
    let middle = hinge.transform_point3(v(0.0, 0.112, 0.0052));
    p.sign(Face::leaning(middle, lean).scaled(0.5).glowing(0.75), spec.art(SignArt::Screen, 0x2E6FB7));
}

/// A smartphone lying on its back.
fn phone_flat(p: &mut Piece<'_>) {
    let rim = metal(p.dice.colour(1, &[0x2B3036, 0x6F7C8C, 0x8A6F62]));
    let m = &mut p.mesh;
    lying(m, &rounded(0.074, 0.156, 0.01), 0.009, 0.003, Vec3::ZERO, rim);
    lying(m, &rounded(0.07, 0.152, 0.009), 0.001, 0.0004, v(0.0, 0.0088, 0.0), BLACK);
    m.bevel_box(v(0.037, 0.005, -0.02), v(0.002, 0.003, 0.016), 0.0, GREY);
    let spec = p.words(&["21:46", "1 条新消息"], (0.33, 0.7), 0x14202E, 0xE8EEF4);
    p.sign(Face::flat(v(0.0, 0.0101, 0.0)).scaled(0.2).glowing(0.4), spec.art(SignArt::Screen, 0x3FB8AF));
}

/// The family, in a standing frame.
fn photo_frame(p: &mut Piece<'_>) {
    let wood = p.dice.colour(1, &[0x7A5636, 0xB98A5A, 0xE4DCC8]);
    let lean = 0.22;
    let stand = tip(v(0.0, 0.005, 0.04), -lean);
    let mut f = MeshBuf::new();
    let finish = Finish::new(wood, Surface::Wood);
    for x in [-0.08, 0.08] {
        f.bevel_box(v(x, 0.105, 0.0), v(0.02, 0.21, 0.018), 0.005, finish);
    }
    for y in [0.01, 0.2] {
        f.bevel_box(v(0.0, y, 0.0), v(0.15, 0.02, 0.018), 0.005, finish);
    }
    f.bevel_box(v(0.0, 0.105, -0.004), v(0.15, 0.19, 0.006), 0.0, WALNUT);
    Face::front(v(0.0, 0.105, 0.0)).fill(&mut f, (0.142, 0.172), SHEET);
    p.mesh.append(&f, stand);
    rod(&mut p.mesh, v(0.0, 0.13, 0.005), v(0.0, 0.004, -0.055), 0.006, 4, WALNUT);
    let spec = p.words(&["全家福"], (0.5, 0.62), 0xCFE0EA, 0x4A4038).art(SignArt::Photo, 0xC9713A);
    let middle = stand.transform_point3(v(0.0, 0.105, 0.001));
    p.sign(Face::leaning(middle, lean).scaled(0.25), spec);
}

/// A stack of course books, the top one with its title.
fn textbooks(p: &mut Piece<'_>) {
    let dice = p.dice;
    let titles = ["高等数学", "大学英语", "思想道德与法治", "大学物理", "有机化学"];
    let title = titles[dice.pick(2, titles.len())];
    let cover = dice.colour(3, &[0x2F5D8A, 0x3E7F5C, 0xB5463C, 0x6B4C86]);
    let mut y = 0.0;
    for k in 0..5 {
        let last = k == 4;
        let size = v(dice.range(k + 10, 0.175, 0.2), dice.range(k + 20, 0.022, 0.042), dice.range(k + 30, 0.24, 0.265));
        // Spines to the one who sits there.
        let turn = FRAC_PI_2 + if last { 0.12 } else { dice.range(k + 40, -0.18, 0.18) };
        let tint = if last { cover } else { dice.colour(k + 50, &COVERS) };
        book(&mut p.mesh, yaw(v(0.0, y, 0.0), turn), size, card(tint));
        y += size.y;
    }
    let spec = p.words(&[title, "第七版 上册"], (0.32, 0.42), cover, 0xF5EFDF).art(SignArt::Plain, 0xF0DDB0);
    p.sign(Face::flat(v(0.0, y + 0.0006, 0.0)).turned(FRAC_PI_2 + 0.12).scaled(0.5), spec);
    rod(&mut p.mesh, v(0.02, y + 0.005, 0.09), v(0.09, y + 0.005, -0.04), 0.0045, 5, DARK);
}

/// A mug with its handle to +X.
fn mug(p: &mut Piece<'_>) {
    let glaze = plain(p.dice.colour(1, &[0xE8E2D2, 0x5F8FA8, 0xC9713A, 0x6E8F6A, 0x35506E]));
    let m = &mut p.mesh;
    let wall = [(0.0, 0.0), (0.034, 0.0), (0.04, 0.006), (0.041, 0.094), (0.037, 0.097), (0.035, 0.07)];
    turned(m, at(v(-0.012, 0.0, 0.0)), &wall, 12, glaze);
    disc(m, v(-0.012, 0.075, 0.0), Vec3::Y, 0.037, 12, plain(0x6A4A2C));
    turned(m, at(v(-0.012, 0.05, 0.0)), &[(0.0412, 0.0), (0.0416, 0.014)], 12, SHEET);
    bent(m, &[v(0.027, 0.08, 0.0), v(0.047, 0.078, 0.0), v(0.053, 0.052, 0.0), v(0.045, 0.03, 0.0), v(0.027, 0.024, 0.0)], 0.006, 5, glaze);
}

/// A desk lamp whose warm light falls to +Z.
fn lamp_warm(p: &mut Piece<'_>) {
    let paint = metal(p.dice.colour(1, &[0xE3DED2, 0x3F5A54, 0xB5463C]));
    let m = &mut p.mesh;
    turned(m, at(v(0.0, 0.0, -0.06)), &[(0.0, 0.0), (0.085, 0.0), (0.09, 0.012), (0.03, 0.028), (0.0, 0.03)], 12, paint);
    m.bevel_box(v(0.04, 0.028, -0.02), v(0.018, 0.012, 0.018), 0.004, DARK);
    let (foot, elbow, head) = (v(0.0, 0.02, -0.06), v(0.0, 0.23, -0.14), v(0.0, 0.4, 0.03));
    rod(m, foot, elbow, 0.008, 6, CHROME);
    rod(m, elbow, head, 0.008, 6, CHROME);
    m.ellipsoid(elbow, Vec3::splat(0.016), 6, DARK);
    let shade = aim(head, v(0.0, -0.84, 0.54));
    let cone = [(0.02, -0.035), (0.03, -0.02), (0.075, 0.08), (0.075, 0.08), (0.068, 0.078)];
    turned(m, shade, &cone, 12, paint);
    turned(m, shade, &[(0.07, 0.07), (0.03, 0.072), (0.0, 0.085)], 12, LAMPLIGHT);
    bent(m, &[v(0.0, 0.012, -0.13), v(0.05, 0.005, -0.17), v(0.12, 0.005, -0.17)], 0.004, 4, DARK);
}

/// Headphones put down on a desk.
fn headphones(p: &mut Piece<'_>) {
    let tint = plain(p.dice.colour(1, &[0x2A2D33, 0xE4DFD5, 0x54708A]));
    let m = &mut p.mesh;
    let arc: Vec<Vec3> = (0..=8)
        .map(|k| {
            let (s, c) = (k as f32 / 8.0 * PI).sin_cos();
            v(c * 0.082, 0.03 + s * 0.012, 0.06 - s * 0.145)
        })
        .collect();
    bent(m, &arc, 0.009, 6, tint);
    for side in [-1.0, 1.0] {
        let place = Mat4::from_rotation_translation(Quat::from_rotation_z(side * 1.2), v(side * 0.07, 0.038, 0.062));
        turned(m, place, &[(0.0, -0.018), (0.03, -0.016), (0.036, 0.0), (0.036, 0.008)], 10, tint);
        turned(m, place, &[(0.036, 0.006), (0.034, 0.022), (0.02, 0.022), (0.016, 0.014), (0.0, 0.014)], 10, DARK);
    }
    bent(m, &[v(-0.06, 0.008, 0.09), v(-0.03, 0.004, 0.12), v(0.04, 0.004, 0.11)], 0.003, 4, BLACK);
}

/// Notes stuck to a wall, a little curled.
fn sticky_notes(p: &mut Piece<'_>) {
    let spots = [(-0.125, 0.19), (0.005, 0.2), (0.13, 0.17), (-0.1, 0.065), (0.04, 0.07)];
    let tints = [0xF6E27A, 0xF3B7C0, 0xA9DCC2, 0xF6E27A, 0xA8CDEB];
    let notes = ["高数作业 周五交", "给妈妈回电话", "四级报名", "反诈专线 96110", "还图书"];
    let lines: Vec<String> = p.words(&notes, (0.2, 0.2), 0, 0).lines;
    for (k, (x, y)) in spots.into_iter().enumerate() {
        let (half, curl) = (0.052, p.dice.range(k as u32 + 1, 0.002, 0.014));
        let paper = [
            v(x - half, y - half, curl - 0.009),
            v(x + half, y - half, curl - 0.009),
            v(x + half, y + half, -0.0095),
            v(x - half, y + half, -0.0095),
        ];
        two_sided(&mut p.mesh, paper, card(tints[k]));
        if let Some(line) = lines.get(k) {
            let spec = SignSpec::words(&[line.as_str()], (0.36, 0.3), tints[k], 0x3A3A3A);
            let lean = -(curl / (half * 2.0)).atan();
            let middle = v(x, y, curl * 0.5 - 0.0085);
            p.sign(Face::leaning(middle, -lean).scaled(0.25), spec);
        }
    }
}

/// An identity card, plainly marked as a sample.
fn id_card(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    lying(m, &rounded(0.0856, 0.054, 0.004), 0.0016, 0.0005, Vec3::ZERO, plain(0xDCE6EA));
    let spec = p.words(&["居民身份证", "姓名 林小雨", "演练样张"], (0.4, 0.36), 0xDCE6EA, 0x2A3642);
    p.sign(Face::flat(v(-0.014, 0.0019, 0.0)).scaled(0.13), spec);
    Face::flat(v(0.0275, 0.0019, 0.002)).fill(&mut p.mesh, (0.02, 0.027), card(0xB9CAD4));
    Face::flat(v(0.0275, 0.0021, 0.009)).fill(&mut p.mesh, (0.015, 0.011), cloth(0x4A6076));
    disc(&mut p.mesh, v(0.0275, 0.0021, -0.001), Vec3::Y, 0.005, 8, plain(0xE0B896));
}

/// A bank card of no particular bank.
fn bank_card(p: &mut Piece<'_>) {
    let tint = p.dice.colour(1, &[0x1F5E66, 0x7A2F3A, 0x2F4A7A]);
    lying(&mut p.mesh, &rounded(0.0856, 0.054, 0.004), 0.0016, 0.0005, Vec3::ZERO, plain(tint));
    let spec = p.words(&["储蓄卡", "6200 **** **** 0000"], (0.56, 0.24), tint, 0xF0E6CE);
    p.sign(Face::flat(v(0.0, 0.0019, 0.009)).scaled(0.13), spec);
    Face::flat(v(-0.026, 0.0019, -0.014)).fill(&mut p.mesh, (0.012, 0.01), BRASS);
    Face::flat(v(0.02, 0.0019, -0.016)).fill(&mut p.mesh, (0.03, 0.008), plain(0xE9E2D0));
}
