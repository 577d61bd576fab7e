//! The porter's counter (宿管值班台): register, lamp, telephone, flask, and the board with everybody's spare keys.

use bevy::math::{Mat4, Quat, Vec3, vec3};

use super::lettering::{SignBook, SignSpec, sheet, written};
use super::palette::{BLACK_PLASTIC, BRASS, GREY_PLASTIC, IRON, PLASTICS, RED_PLASTIC, WOOD, WOOD_DARK, WOOD_PALE};
use super::parts::{block, disc, flat, rod, tilted, turned, wire};
use super::small_things as small;
use super::vary::pick;
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Height of the writing surface.
const TOP: f32 = 0.78;
/// Height of the ledge that visitors lean on: what they are to see stands there or rises above it.
const LEDGE: f32 = 1.035;

pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "wardens_desk" => Some(desk(seed, text, signs)),
        _ => None,
    }
}

fn desk(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    counter(&mut buf);
    let name = written(text, &["宿管值班室", "来访请登记"], (0.7, 0.24), 0x2E_5C_8A, 0xFF_FF_FF);
    sheet(&mut buf, signs, name, vec3(0.0, 0.6, 0.3615), 0.0);
    register(&mut buf, signs);
    telephone(&mut buf, vec3(0.52, LEDGE, 0.245));
    small::flask(&mut buf, vec3(0.7, TOP, 0.08), seed);
    small::clip_lamp(&mut buf, vec3(0.3, LEDGE, 0.24), seed);
    small::pen_holder(&mut buf, vec3(-0.1, TOP, -0.1), seed);
    small::textbooks(&mut buf, vec3(0.2, TOP, -0.12), seed);
    key_board(&mut buf, signs, seed);
    buf
}

/// A closed front with a ledge for visitors to write on, the desk behind it.
fn counter(buf: &mut MeshBuf) {
    block(buf, vec3(-0.78, 0.0, 0.28), vec3(0.78, 0.08, 0.33), 0.0, WOOD_DARK);
    block(buf, vec3(-0.80, 0.08, 0.30), vec3(0.80, 1.0, 0.35), 0.008, WOOD_PALE);
    block(buf, vec3(-0.80, 1.0, 0.12), vec3(0.80, LEDGE, 0.375), 0.01, WOOD_DARK);
    for x in [-0.4, 0.4] {
        flat(buf, vec3(x, 0.53, 0.3506), (0.006, 0.88), WOOD_DARK);
    }
    block(buf, vec3(-0.78, TOP - 0.03, -0.375), vec3(0.78, TOP, 0.30), 0.008, WOOD);
    for x in [-0.79, 0.77] {
        block(buf, vec3(x, 0.0, -0.36), vec3(x + 0.02, TOP - 0.03, 0.30), 0.004, WOOD_PALE);
    }
    block(buf, vec3(-0.77, 0.12, -0.33), vec3(-0.38, TOP - 0.03, 0.2), 0.0, WOOD_PALE);
    for k in 0..3 {
        let y = 0.14 + 0.2 * k as f32;
        block(buf, vec3(-0.76, y, -0.345), vec3(-0.39, y + 0.185, -0.33), 0.005, WOOD);
        block(buf, vec3(-0.62, y + 0.085, -0.36), vec3(-0.53, y + 0.1, -0.345), 0.004, GREY_PLASTIC);
    }
}

/// The visitors' register lies open on the ledge with its pen on a string.
fn register(buf: &mut MeshBuf, signs: &mut SignBook) {
    let mut book = MeshBuf::new();
    small::open_book(&mut book, Vec3::ZERO, (0.34, 0.21));
    let flat_down = Quat::from_rotation_x(-std::f32::consts::FRAC_PI_2);
    for (x, words) in [(-0.082, ["来访登记", "姓名 房间 时间"]), (0.082, ["302 李某", "21:10 探访"])] {
        let spec = SignSpec::words(&words, (0.14, 0.17), 0xF8_F4_E9, 0x2E_3A_66);
        let mut page = MeshBuf::new();
        sheet(&mut page, signs, spec, Vec3::ZERO, 0.0);
        book.append(&page, Mat4::from_rotation_translation(flat_down, vec3(x, 0.0235, 0.0)));
    }
    // It faces the visitor, who is the one to write.
    buf.append(&book, Mat4::from_translation(vec3(-0.1, LEDGE, 0.25)));
    let pen = vec3(0.11, LEDGE + 0.006, 0.19);
    let end = pen + vec3(0.04, 0.0, 0.12);
    rod(buf, pen, end, 0.005, BLACK_PLASTIC);
    wire(buf, &[end, vec3(0.2, LEDGE + 0.003, 0.33), vec3(0.22, LEDGE + 0.003, 0.2)], 0.002, IRON);
}

fn telephone(buf: &mut MeshBuf, at: Vec3) {
    let red = RED_PLASTIC;
    let mut body = MeshBuf::new();
    let slope = Quat::from_rotation_x(0.18);
    tilted(&mut body, vec3(0.0, 0.035, 0.0), vec3(0.18, 0.045, 0.2), slope, red);
    for k in 0..12 {
        let (column, row) = (k % 3, k / 3);
        let key = vec3(0.01 + 0.025 * column as f32, 0.06 - 0.006 * row as f32, -0.03 + 0.026 * row as f32);
        block(&mut body, key + vec3(-0.008, 0.0, -0.008), key + vec3(0.008, 0.008, 0.008), 0.0, GREY_PLASTIC);
    }
    buf.append(&body, Mat4::from_rotation_translation(Quat::from_rotation_y(0.15), at));
    let (a, b) = (at + vec3(-0.065, 0.085, -0.09), at + vec3(-0.05, 0.065, 0.09));
    buf.limb(a, b, 0.016, 0.016, 6, red);
    for end in [a, b] {
        buf.ellipsoid(end - Vec3::Y * 0.008, vec3(0.026, 0.02, 0.026), 6, red);
    }
    let curl = [at + vec3(-0.06, 0.05, 0.1), at + vec3(-0.11, 0.006, 0.11), at + vec3(-0.1, 0.006, 0.02)];
    wire(buf, &curl, 0.005, red);
}

/// Hooks in rows on a board that stands at the left end, some of them empty: keys that are out.
fn key_board(buf: &mut MeshBuf, signs: &mut SignBook, seed: u32) {
    let mut board = MeshBuf::new();
    block(&mut board, vec3(-0.22, 0.0, -0.012), vec3(0.22, 0.46, 0.012), 0.006, WOOD);
    block(&mut board, vec3(-0.205, 0.015, 0.008), vec3(0.205, 0.375, 0.0145), 0.0, Finish::new(0x2F_5A_48, Surface::Cloth));
    let head = SignSpec::words(&["备用钥匙"], (0.3, 0.06), 0xB9_8A_5A, 0x3A_24_14);
    sheet(&mut board, signs, head, vec3(0.0, 0.418, 0.0128), 0.0);
    for k in 0..15 {
        let at = vec3(-0.16 + 0.08 * (k % 5) as f32, 0.345 - 0.11 * (k / 5) as f32, 0.0145);
        block(&mut board, at + vec3(-0.004, -0.004, 0.0), at + vec3(0.004, 0.004, 0.014), 0.0, BRASS);
        if pick(seed, 60 + k, 5) == 0 {
            continue;
        }
        let tag = PLASTICS[k as usize % PLASTICS.len()];
        block(&mut board, at + vec3(-0.014, -0.045, 0.004), at + vec3(0.014, -0.008, 0.009), 0.0, tag);
        block(&mut board, at + vec3(-0.005, -0.08, 0.003), at + vec3(0.005, -0.04, 0.006), 0.0, BRASS);
    }
    let place = Quat::from_rotation_y(0.25) * Quat::from_rotation_x(-0.08);
    buf.append(&board, Mat4::from_rotation_translation(place, vec3(-0.53, 0.99, -0.12)));
    // Two feet lift it above the ledge.
    for (x, z) in [(-0.7, -0.09), (-0.37, -0.17)] {
        rod(buf, vec3(x, TOP, z), vec3(x, 1.2, z - 0.02), 0.012, WOOD_DARK);
    }
    turned(buf, vec3(0.62, TOP, -0.24), Vec3::Y, &[(0.05, 0.0), (0.055, 0.01), (0.0, 0.012)], 8, IRON);
    disc(buf, vec3(0.62, TOP + 0.01, -0.24), Vec3::Y, 0.03, 0.03, BRASS);
}
