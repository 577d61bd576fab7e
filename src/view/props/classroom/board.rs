//! What hangs on the classroom's walls and ceiling: board, screen, projector, speaker, display wall, clock, flag.

use std::f32::consts::TAU;

use bevy::math::{Mat4, Quat, Vec2, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::texture::{SignArt, SignSpec};

use super::kit::shapes::{aim, disc, rod, star, tip, turned};
use super::kit::tints::{BLACK, CHROME, CREAM, DARK, GREY, OAK, RED, SHEET, WHITE, card, cloth, light, metal, plain};
use super::kit::{Face, Piece, v};

/// Four bars around a rectangle `w` × `h` whose lower edge is at height `y`.
fn frame(m: &mut MeshBuf, y: f32, size: (f32, f32), bar: f32, finish: Finish) {
    let (w, h) = size;
    for x in [-1.0, 1.0] {
        m.bevel_box(v(x * (w - bar) * 0.5, y + h * 0.5, 0.0), v(bar, h, bar), bar * 0.25, finish);
    }
    for k in [0.5 * bar, h - 0.5 * bar] {
        m.bevel_box(v(0.0, y + k, 0.0), v(w - bar * 1.9, bar, bar), bar * 0.25, finish);
    }
}

/// The green board with the day's writing.
pub(super) fn blackboard(p: &mut Piece<'_>) {
    let alloy = metal(0xB9BEC2);
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.67, -0.045), v(3.98, 1.24, 0.03), 0.006, plain(0x2B5240));
    frame(m, 0.04, (4.0, 1.26), 0.05, alloy);
    m.bevel_box(v(0.0, 0.025, 0.005), v(3.9, 0.02, 0.11), 0.006, alloy);
    m.bevel_box(v(0.0, 0.035, 0.055), v(3.9, 0.03, 0.01), 0.003, alloy);
    m.bevel_box(v(1.2, 0.052, 0.0), v(0.15, 0.035, 0.055), 0.008, cloth(0x39495C));
    m.bevel_box(v(1.2, 0.075, 0.0), v(0.15, 0.014, 0.055), 0.005, OAK);
    let chalks = [0xF4F1E6, 0xF4F1E6, 0xE9B9C0, 0xF0D97E, 0xF4F1E6, 0xA9C8E0];
    for (k, rgb) in chalks.into_iter().enumerate() {
        let x = -0.9 + k as f32 * 0.13 + p.dice.range(k as u32, -0.03, 0.03);
        rod(m, v(x, 0.042, 0.01), v(x + 0.06, 0.042, 0.018), 0.007, 5, card(rgb));
    }
    let spec = p.words(
        &["安全教育主题班会", "遇险先避险，避险再求助", "记住两个出口 · 集合点在操场", "值日生：陈晨 李想"],
        (3.84, 1.12),
        0x2F5B47,
        0xEEF1E6,
    );
    p.sign(Face::front(v(0.0, 0.68, -0.029)), spec.art(SignArt::Chalk, 0xF0D97E));
}

/// The pull-down screen, lit faintly by the projector.
pub(super) fn slide_screen(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 1.445, 0.0), v(2.0, 0.11, 0.11), 0.025, WHITE);
    for x in [-0.985, 0.985] {
        m.bevel_box(v(x, 1.445, 0.0), v(0.03, 0.112, 0.112), 0.012, GREY);
    }
    m.bevel_box(v(0.0, 0.71, 0.01), v(1.92, 1.36, 0.004), 0.0, BLACK);
    m.bevel_box(v(0.0, 0.022, 0.01), v(1.94, 0.035, 0.03), 0.01, WHITE);
    rod(m, v(0.0, 0.0, 0.01), v(0.0, 0.02, 0.01), 0.012, 6, GREY);
    let spec = p.words(&["校园安全教育", "识险 · 避险 · 自救 · 互救"], (1.8, 1.22), 0xF1F5FA, 0x1F3A5A);
    p.sign(Face::front(v(0.0, 0.71, 0.0125)).glowing(0.45), spec.art(SignArt::Screen, 0x2E6FB7));
}

/// A ceiling projector that throws to +Z.
pub(super) fn projector(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.69, 0.0), v(0.16, 0.02, 0.16), 0.006, GREY);
    rod(m, v(0.0, 0.13, 0.0), v(0.0, 0.69, 0.0), 0.022, 8, GREY);
    m.bevel_box(v(0.0, 0.145, 0.0), v(0.2, 0.02, 0.2), 0.006, GREY);
    m.bevel_box(v(0.0, 0.07, 0.0), v(0.36, 0.125, 0.3), 0.025, WHITE);
    let lens = aim(v(0.09, 0.07, 0.14), Vec3::Z);
    turned(m, lens, &[(0.05, 0.0), (0.05, 0.03), (0.038, 0.03), (0.034, 0.015)], 10, DARK);
    disc(m, v(0.09, 0.07, 0.158), Vec3::Z, 0.036, 10, light(0xDDEBFF, 0.9));
    for k in 0..4 {
        Face::front(v(-0.09, 0.045 + k as f32 * 0.016, 0.1505)).fill(m, (0.12, 0.007), DARK);
    }
    Face::west(v(-0.181, 0.075, 0.02)).fill(m, (0.16, 0.06), GREY);
    disc(m, v(-0.15, 0.1, 0.151), Vec3::Z, 0.005, 6, light(0x58D06A, 0.8));
}

/// The public-address speaker above the board.
pub(super) fn classroom_speaker(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.18, -0.092), v(0.1, 0.1, 0.016), 0.004, DARK);
    rod(m, v(0.0, 0.18, -0.09), v(0.0, 0.18, -0.04), 0.014, 6, DARK);
    let mut case = MeshBuf::new();
    case.bevel_box(Vec3::ZERO, v(0.21, 0.3, 0.13), 0.015, CREAM);
    case.bevel_box(v(0.0, 0.0, 0.066), v(0.18, 0.27, 0.012), 0.005, DARK);
    disc(&mut case, v(0.0, -0.045, 0.0725), Vec3::Z, 0.062, 10, GREY);
    disc(&mut case, v(0.0, -0.045, 0.0735), Vec3::Z, 0.022, 8, BLACK);
    disc(&mut case, v(0.0, 0.075, 0.0725), Vec3::Z, 0.028, 8, GREY);
    // It looks down a little, at the rows of desks.
    m.append(&case, tip(v(0.0, 0.17, 0.02), 0.13));
}

/// The class display wall (学习园地): felt, headline, pinned work and small red flowers.
pub(super) fn study_wall(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.55, -0.015), v(2.36, 1.06, 0.018), 0.0, cloth(0x7FA98B));
    frame(m, 0.0, (2.4, 1.1), 0.045, OAK);
    let z = -0.004;
    for (k, (x, y)) in [(-0.93, 0.42), (-0.55, 0.4), (0.2, 0.41), (0.94, 0.43)].into_iter().enumerate() {
        let tint = [0xF3D8A2, 0xBFD9EA, 0xF1C6C6, 0xCFE3B4][k];
        Face::front(v(x, y, z)).fill(m, (0.32, 0.44), card(tint));
        Face::front(v(x, y + 0.01, z + 0.001)).fill(m, (0.27, 0.36), SHEET);
        for row in 0..5 {
            let line = v(x - 0.01, y + 0.12 - row as f32 * 0.055, z + 0.002);
            Face::front(line).fill(m, (0.2, 0.012), card(0x8D97A3));
        }
        disc(m, v(x, y + 0.2, z + 0.003), Vec3::Z, 0.012, 6, RED);
    }
    for k in 0..6 {
        let x = 0.44 + (k % 3) as f32 * 0.09;
        let y = 0.74 + (k / 3) as f32 * 0.1;
        star(m, v(x, y, z), 0.034, Vec2::Y, card(0xD8433A));
    }
    let head = p.words(&["学习园地"], (0.86, 0.2), 0x7FA98B, 0xA3271F);
    p.sign(Face::front(v(-0.2, 0.92, z)), head);
    let plan = SignSpec::words(&["值日表"], (0.34, 0.26), 0xFFFDF4, 0x3A4652).art(SignArt::Timetable, 0x4C8A6A);
    p.sign(Face::front(v(-0.18, 0.56, z)), plan);
    let photo = SignSpec::words(&["班级合影"], (0.36, 0.26), 0xDDE8EE, 0x3A4652).art(SignArt::Photo, 0x4C8A6A);
    p.sign(Face::front(v(0.57, 0.42, z)), photo);
    let rules = SignSpec::words(&["班级公约", "守时 守纪 守望相助"], (0.4, 0.22), 0xF9EFD0, 0x5A4632);
    p.sign(Face::front(v(0.92, 0.84, z)), rules);
}

/// A wall clock. The dice set the time, somewhere in the teaching day.
pub(super) fn class_clock(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let centre = v(0.0, 0.16, -0.025);
    let rim = [(0.155, 0.0), (0.16, 0.02), (0.16, 0.04), (0.145, 0.048), (0.138, 0.03)];
    turned(m, aim(centre, Vec3::Z), &rim, 20, plain(0x2F4D6B));
    disc(m, centre + Vec3::Z * 0.03, Vec3::Z, 0.142, 20, WHITE);
    let minutes = 480.0 + p.dice.range(1, 0.0, 560.0).floor();
    let spoke = |turns: f32| Quat::from_rotation_z(-turns * TAU);
    let mut hand = |turns: f32, from: f32, to: f32, width: f32| {
        let mut bar = MeshBuf::new();
        bar.bevel_box(v(0.0, (from + to) * 0.5, 0.0), v(width, to - from, 0.003), 0.0, BLACK);
        m.append(&bar, Mat4::from_rotation_translation(spoke(turns), centre + Vec3::Z * 0.034));
    };
    for hour in 0..12 {
        let from = if hour % 3 == 0 { 0.108 } else { 0.118 };
        hand(hour as f32 / 12.0, from, 0.132, if hour % 3 == 0 { 0.008 } else { 0.004 });
    }
    hand(minutes / 720.0, -0.015, 0.075, 0.01);
    hand(minutes / 60.0, -0.02, 0.112, 0.006);
}

/// The national flag, framed, as it hangs above the board.
///
/// Drawn after the construction sheet of GB 12982: the flag is 30 × 20 units; the large star is at (5, 5) with radius
/// 3, the small ones have radius 1 and each points at the middle of the large one.
pub(super) fn flag_small(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let unit = 0.02;
    frame(m, 0.0, (0.66, 0.46), 0.028, OAK);
    m.bevel_box(v(0.0, 0.23, -0.006), v(0.61, 0.41, 0.006), 0.0, Finish::new(0xDE2910, Surface::Cloth));
    let yellow = Finish::new(0xFFDE00, Surface::Cloth);
    let corner = v(-0.3, 0.43, -0.002);
    let place = |x: f32, y: f32| corner + v(x * unit, -y * unit, 0.0);
    let large = place(5.0, 5.0);
    star(m, large, 3.0 * unit, Vec2::Y, yellow);
    for (x, y) in [(10.0, 2.0), (12.0, 4.0), (12.0, 7.0), (10.0, 9.0)] {
        let small = place(x, y);
        let towards = large - small;
        star(m, small, unit, Vec2::new(towards.x, towards.y), yellow);
    }
    m.append(&hook(), Mat4::from_translation(v(0.0, 0.44, -0.012)));
}

/// The nail and wire a frame hangs from.
fn hook() -> MeshBuf {
    let mut h = MeshBuf::new();
    rod(&mut h, Vec3::ZERO, v(0.0, 0.0, 0.012), 0.004, 5, CHROME);
    rod(&mut h, Vec3::ZERO, v(0.0, 0.02, 0.0), 0.002, 4, CHROME);
    h
}
