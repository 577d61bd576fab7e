//! Flat things on a wall: posters, timetable, notices, the evacuation plan, the notice board, the clock.
//!
//! Safety signs that shine are in `corridor_safety`.

use bevy::math::{Mat4, Quat, Vec3, vec3};

use super::lettering::{SignArt, SignBook, SignSpec, sheet, sheet_on, written};
use super::palette::{ALUMINIUM, BLACK_PLASTIC, CORK, PLASTICS, RED_PLASTIC, WHITE_PLASTIC};
use super::parts::{block, flat, stud, turned};
use super::vary::{between, pick};
use crate::view::mesh::{Finish, MeshBuf, Surface};

pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "poster" => Some(poster(seed, text, signs)),
        "timetable" => Some(timetable(text, signs)),
        "notice" => Some(notice(seed, text, signs)),
        "evac_plan" => Some(evacuation_plan(text, signs)),
        "notice_board" => Some(notice_board(seed, text, signs)),
        "wall_clock" => Some(clock(text)),
        _ => None,
    }
}

/// Strips of adhesive tape over the upper corners of a sheet.
fn taped(buf: &mut MeshBuf, size: (f32, f32), z: f32) {
    let tape = Finish::new(0xE6_DC_B8, Surface::Plain);
    for (side, turn) in [(-1.0_f32, 0.6), (1.0, -0.6)] {
        let mut strip = MeshBuf::new();
        flat(&mut strip, Vec3::ZERO, (0.06, 0.018), tape);
        let at = vec3(side * (size.0 * 0.5 - 0.008), size.1 - 0.012, z);
        buf.append(&strip, Mat4::from_rotation_translation(Quat::from_rotation_z(turn), at));
    }
}

fn poster(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let size = (0.5, 0.7);
    let (paper, accent) = [(0x23_30_4A, 0xF2_A3_3A), (0xF3_E9_D8, 0xB2_3A_34), (0xDC_EA_E4, 0x1E_8F_4E)][pick(seed, 1, 3)];
    let ink = if paper == 0x23_30_4A { 0xF5_F1_E8 } else { 0x23_28_2E };
    let words = ["校园歌手大赛", "星河乐队 毕业演出", "考研 加油"][pick(seed, 2, 3)];
    let spec = written(text, &[words, "2026"], size, paper, ink).art(SignArt::Poster, accent);
    sheet(&mut buf, signs, spec, vec3(0.0, size.1 * 0.5, -0.002), 0.0);
    taped(&mut buf, size, 0.0);
    buf
}

fn timetable(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let size = (0.42, 0.30);
    let words = ["课程表", "高数", "英语", "体育", "电路", "物理", "自习"];
    let spec = written(text, &words, size, 0xF8_F4_E9, 0x2E_3A_46).art(SignArt::Timetable, 0x2E_5C_8A);
    sheet(&mut buf, signs, spec, vec3(0.0, size.1 * 0.5, -0.002), 0.0);
    taped(&mut buf, size, 0.0);
    buf
}

/// The sheet that matters, and a smaller one half over it that somebody stuck there later.
fn notice(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let size = (0.30, 0.40);
    let words = ["通 知", "严禁在宿舍内给电动车电池充电", "离开宿舍请关闭电源", "宿舍管理中心"];
    let spec = written(text, &words, size, 0xF8_F4_E9, 0x23_28_2E).art(SignArt::Plain, 0xB2_3A_34);
    sheet(&mut buf, signs, spec, vec3(-0.07, 0.21, -0.003), 0.0);
    let slip = SignSpec::words(&["寻物启事", "黑色校园卡套"], (0.15, 0.20), 0xF2_E6_B8, 0x3A_34_2C);
    let turn = Quat::from_rotation_z(between(seed, 1, -0.08, 0.08));
    sheet_on(&mut buf, signs, slip, Mat4::from_rotation_translation(turn, vec3(0.14, 0.13, 0.0)), 0.0);
    for (x, y, z) in [(-0.2, 0.395, -0.001), (0.06, 0.395, -0.001), (0.14, 0.22, 0.002)] {
        stud(&mut buf, vec3(x, y, z), Vec3::Z, 0.008, 0.006, RED_PLASTIC);
    }
    buf
}

/// The escape plan behind acrylic on the inside of a room door.
fn evacuation_plan(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.21, 0.0, -0.006), vec3(0.21, 0.30, 0.003), 0.003, WHITE_PLASTIC);
    let spec = written(text, &["本层疏散示意图", "您的位置"], (0.40, 0.28), 0xF8_F8_F4, 0x23_28_2E);
    let spec = spec.art(SignArt::EvacuationPlan, 0x1E_8F_4E);
    sheet(&mut buf, signs, spec, vec3(0.0, 0.15, 0.0038), 0.0);
    for x in [-0.197, 0.197] {
        for y in [0.013, 0.287] {
            stud(&mut buf, vec3(x, y, 0.003), Vec3::Z, 0.007, 0.004, ALUMINIUM);
        }
    }
    buf
}

/// What hangs on every board of a dormitory: where (from its middle), how big, which words, which colours.
const SHEETS: [((f32, f32), (f32, f32), &[&str], u32, u32); 8] = [
    ((-0.68, 0.12), (0.28, 0.38), &["消防安全须知", "一 会报警 119", "二 会用灭火器", "三 会逃生自救"], 0xF8_F4_E9, 0xB2_3A_34),
    ((-0.34, 0.14), (0.26, 0.36), &["宿舍卫生评比", "301 优", "302 良", "305 优"], 0xEA_F2_E6, 0x23_28_2E),
    ((-0.02, 0.18), (0.28, 0.28), &["防诈骗提醒", "不转账 不透露验证码"], 0xE6_EE_F8, 0x1F_4A_86),
    ((0.34, 0.14), (0.30, 0.36), &["晚归登记办法", "23:00 关门"], 0xF8_F4_E9, 0x23_28_2E),
    ((0.70, 0.15), (0.26, 0.36), &["开水供应时间", "6:00-8:00", "17:00-22:30"], 0xF6_EC_D0, 0x5A_3A_1C),
    ((-0.62, -0.30), (0.34, 0.24), &["值日表", "一 二 三 四 五"], 0xF8_F4_E9, 0x2E_3A_46),
    ((0.02, -0.24), (0.36, 0.30), &["拒绝毒品", "珍爱生命"], 0x1E_5A_8F, 0xFF_FF_FF),
    ((0.62, -0.28), (0.30, 0.24), &["失物招领", "伞一把 钥匙一串"], 0xF2_E6_B8, 0x3A_34_2C),
];

/// Cork in an aluminium frame with a green head board; the sheets are pinned a little askew.
fn notice_board(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.89, 0.01, -0.03), vec3(0.89, 1.09, 0.0), 0.0, CORK);
    for y in [0.015, 1.085] {
        block(&mut buf, vec3(-0.9, y - 0.015, -0.03), vec3(0.9, y + 0.015, 0.02), 0.006, ALUMINIUM);
    }
    for x in [-0.885, 0.885] {
        block(&mut buf, vec3(x - 0.015, 0.0, -0.03), vec3(x + 0.015, 1.1, 0.02), 0.006, ALUMINIUM);
    }
    let head = written(text, &["宿舍公告栏"], (1.72, 0.15), 0x1E_6E_46, 0xFF_F4_D0);
    sheet(&mut buf, signs, head, vec3(0.0, 0.985, 0.004), 0.0);
    for (k, &((x, y), size, words, paper, ink)) in SHEETS.iter().enumerate() {
        let salt = k as u32;
        let turn = Quat::from_rotation_z(between(seed, salt, -0.035, 0.035));
        let at = vec3(x, 0.48 + y, 0.003 + 0.0006 * salt as f32);
        let spec = SignSpec::words(words, size, paper, ink);
        sheet_on(&mut buf, signs, spec, Mat4::from_rotation_translation(turn, at), 0.0);
        let pin = PLASTICS[pick(seed, 30 + salt, PLASTICS.len())];
        stud(&mut buf, at + vec3(0.0, size.1 * 0.5 - 0.016, 0.0), Vec3::Z, 0.009, 0.01, pin);
    }
    buf
}

/// Hours and minutes of the first line of `text`, such as `22:40`; twenty to eleven when it says nothing.
fn time_of_day(text: &[String]) -> (f32, f32) {
    let told = text.first().and_then(|line| line.split_once(':'));
    let read = |part: &str| part.trim().parse::<f32>().ok();
    match told {
        Some((hours, minutes)) => (read(hours).unwrap_or(22.0), read(minutes).unwrap_or(40.0)),
        None => (22.0, 40.0),
    }
}

fn clock(text: &[String]) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let centre = vec3(0.0, 0.15, -0.025);
    let rim = [(0.15, 0.0), (0.15, 0.035), (0.143, 0.045), (0.132, 0.042), (0.130, 0.032)];
    turned(&mut buf, centre, Vec3::Z, &rim, 16, BLACK_PLASTIC);
    turned(&mut buf, centre, Vec3::Z, &[(0.134, 0.032), (0.0, 0.032)], 16, WHITE_PLASTIC);
    let (hours, minutes) = time_of_day(text);
    let mut mark = |turns: f32, from: f32, to: f32, width: f32, lift: f32, finish: Finish| {
        let mut bar = MeshBuf::new();
        flat(&mut bar, vec3(0.0, (from + to) * 0.5, 0.033 + lift), (width, to - from), finish);
        let turn = Quat::from_rotation_z(-turns * std::f32::consts::TAU);
        buf.append(&bar, Mat4::from_rotation_translation(turn, centre));
    };
    for k in 0..12 {
        let inner = if k % 3 == 0 { 0.1 } else { 0.112 };
        mark(k as f32 / 12.0, inner, 0.124, 0.008, 0.0, BLACK_PLASTIC);
    }
    mark((hours + minutes / 60.0) / 12.0, -0.015, 0.07, 0.01, 0.002, BLACK_PLASTIC);
    mark(minutes / 60.0, -0.02, 0.105, 0.007, 0.003, BLACK_PLASTIC);
    mark(0.58, -0.03, 0.11, 0.003, 0.004, RED_PLASTIC);
    buf
}
