//! The loft bed (上床下桌): frame, guard rails, ladder and what lies or hangs on the bed, and the bed curtain.
//!
//! The desk, shelf and wardrobe underneath are in `dorm_desk`.

use bevy::math::{Mat4, Quat, Vec3, vec3};

use super::cloth::{lump, shirt, towel};
use super::dorm_desk;
use super::lettering::{SignBook, sheet, written};
use super::palette::{BEDDING, BLACK_PLASTIC, CLOTHES, LINEN, STAINLESS, STEEL, STEEL_DARK, WOOD_PALE};
use super::parts::{block, rod, wire};
use super::vary::{between, pick};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Outside of the posts.
const HALF: Vec3 = vec3(1.0, 0.0, 0.475);
/// Upper side of the boards that the mattress lies on; the surface one sleeps on is 9 cm higher.
const DECK: f32 = 1.66;
/// Where the guard rail ends and the ladder begins.
const GATE: f32 = 0.52;

pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "loft_bed" => Some(loft_bed(seed, text, signs)),
        "bed_curtain" => Some(bed_curtain(seed)),
        "bunk_quilt_pile" => Some(quilt_pile(seed)),
        _ => None,
    }
}

fn loft_bed(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    frame(&mut buf);
    ends(&mut buf);
    guard_rails(&mut buf);
    ladder(&mut buf);
    bedding(&mut buf, seed);
    hung_things(&mut buf, seed);
    dorm_desk::under_bed(&mut buf, seed);
    let number = ["1号床", "2号床", "3号床", "4号床"][seed as usize % 4];
    let plate = written(text, &[number], (0.16, 0.06), 0xF5_F1_E8, 0x2E_5C_8A);
    sheet(&mut buf, signs, plate, vec3(-0.78, 1.63, 0.464), 0.0);
    buf
}

/// Four posts, the beams between them, the boards.
fn frame(buf: &mut MeshBuf) {
    for sx in [-1.0_f32, 1.0] {
        for sz in [-1.0_f32, 1.0] {
            let at = vec3(sx * (HALF.x - 0.025), 0.0, sz * (HALF.z - 0.025));
            buf.standing_box(at, vec3(0.05, 2.02, 0.05), 0.008, STEEL);
        }
        let (a, b) = (sx * HALF.x, sx * (HALF.x - 0.04));
        let end = vec3(a.min(b), 1.58, -HALF.z + 0.05);
        block(buf, end, vec3(a.max(b), 1.68, HALF.z - 0.05), 0.0, STEEL);
        let z = sx * (HALF.z - 0.03);
        block(buf, vec3(-0.95, 1.58, z - 0.015), vec3(0.95, 1.68, z + 0.015), 0.006, STEEL);
    }
    block(buf, vec3(-0.95, DECK - 0.02, -0.43), vec3(0.95, DECK, 0.43), 0.0, WOOD_PALE);
}

/// Head and foot: rails one holds on to, bars near the floor, and the light frame that curtain or net hangs from.
fn ends(buf: &mut MeshBuf) {
    let z = HALF.z - 0.03;
    for sx in [-1.0_f32, 1.0] {
        let x = sx * (HALF.x - 0.025);
        for y in [0.12, 0.85, 1.84, 2.0] {
            rod(buf, vec3(x, y, -z), vec3(x, y, z), 0.016, STEEL);
        }
        for bar in [-0.15, 0.15] {
            rod(buf, vec3(x, 1.66, bar), vec3(x, 2.0, bar), 0.011, STEEL);
        }
        let top = [vec3(x, 2.0, -z), vec3(x, 2.29, -z), vec3(x, 2.29, z), vec3(x, 2.0, z)];
        wire(buf, &top, 0.009, STAINLESS);
        let (a, b) = (vec3(-HALF.x + 0.025, 2.29, sx * z), vec3(HALF.x - 0.025, 2.29, sx * z));
        rod(buf, a, b, 0.009, STAINLESS);
    }
}

fn guard_rails(buf: &mut MeshBuf) {
    let z = HALF.z - 0.025;
    let front = [vec3(-0.97, 2.0, z), vec3(GATE, 2.0, z), vec3(GATE, 1.66, z)];
    wire(buf, &front, 0.016, STEEL);
    rod(buf, vec3(-0.97, 1.87, z), vec3(GATE, 1.87, z), 0.011, STEEL);
    for x in [-0.5, 0.0] {
        rod(buf, vec3(x, 1.66, z), vec3(x, 2.0, z), 0.011, STEEL);
    }
    rod(buf, vec3(-0.97, 1.95, -z), vec3(0.97, 1.95, -z), 0.014, STEEL);
}

fn ladder(buf: &mut MeshBuf) {
    let (left, right, z) = (0.58, 0.92, 0.455);
    for x in [left, right] {
        rod(buf, vec3(x, 0.0, z), vec3(x, 1.95, z), 0.018, STEEL_DARK);
    }
    for k in 0..5 {
        let y = 0.30 + 0.29 * k as f32;
        block(buf, vec3(left, y, z - 0.075), vec3(right, y + 0.025, z + 0.02), 0.006, WOOD_PALE);
    }
}

fn bedding(buf: &mut MeshBuf, seed: u32) {
    let cover = BEDDING[pick(seed, 1, BEDDING.len())];
    let linen = if pick(seed, 2, 2) == 0 { LINEN } else { BEDDING[pick(seed, 3, BEDDING.len())] };
    block(buf, vec3(-0.94, DECK, -0.42), vec3(0.94, DECK + 0.09, 0.42), 0.025, linen);
    let top = DECK + 0.08;
    lump(buf, vec3(-0.68, top, -0.05), vec3(0.42, 0.13, 0.62), 6, seed, LINEN);
    match pick(seed, 4, 3) {
        // Folded, as the dormitory inspection likes it.
        0 => {
            for k in 0..3 {
                let y = top + 0.01 + 0.075 * k as f32;
                block(buf, vec3(0.42, y, -0.3), vec3(0.88, y + 0.08, 0.3), 0.03, cover);
            }
        }
        // Thrown back on getting up.
        1 => lump(buf, vec3(0.5, top, -0.02), vec3(0.8, 0.26, 0.8), 8, seed, cover),
        // Spread over the whole bed.
        _ => lump(buf, vec3(0.2, top, 0.0), vec3(1.45, 0.12, 0.84), 8, seed, cover),
    }
}

/// A stuffed bear.
fn bear(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    let fur = Finish::new([0xB08A63, 0xE7D9C2, 0xD7A7B0][pick(seed, 6, 3)], Surface::Carpet);
    buf.ellipsoid(at + vec3(0.0, 0.09, 0.0), vec3(0.085, 0.1, 0.075), 6, fur);
    buf.ellipsoid(at + vec3(0.0, 0.23, 0.0), vec3(0.075, 0.07, 0.07), 6, fur);
    for s in [-1.0_f32, 1.0] {
        buf.ellipsoid(at + vec3(s * 0.055, 0.29, 0.0), vec3(0.028, 0.028, 0.018), 6, fur);
        buf.standing_box(at + vec3(s * 0.028, 0.235, 0.066), vec3(0.014, 0.016, 0.012), 0.0, BLACK_PLASTIC);
    }
}

/// A towel over the rail, a shirt hooked on the beam, or a bear looking down.
fn hung_things(buf: &mut MeshBuf, seed: u32) {
    let stuff = CLOTHES[pick(seed, 7, CLOTHES.len())];
    let x = between(seed, 8, -0.2, 0.3);
    match pick(seed, 9, 3) {
        0 => towel(buf, vec3(x, 2.0, 0.455), (0.33, 0.42), stuff),
        1 => shirt(buf, Mat4::from_translation(vec3(x, 1.60, 0.475)), stuff),
        _ => bear(buf, vec3(-0.42, DECK + 0.1, -0.05), seed),
    }
}

/// The front curtain of a bed, from the light frame down over the beam; half open on some beds.
fn bed_curtain(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let stuff = BEDDING[pick(seed, 1, BEDDING.len())];
    let (top, height) = (0.67, 0.66);
    rod(&mut buf, vec3(-0.98, top, 0.0), vec3(0.98, top, 0.0), 0.008, STAINLESS);
    let drawn = [(0.96_f32, 0.96_f32), (0.96, 0.5), (0.45, 0.96)][pick(seed, 2, 3)];
    for (side, width) in [(-1.0_f32, drawn.0), (1.0, drawn.1)] {
        let left = if side < 0.0 { -0.97 } else { 0.97 - width };
        buf.drape(vec3(left, top, 0.0), Vec3::X * width, height, 3.0, 0.05, stuff);
    }
    // A darker hem along the top, where the rings are.
    let hem = Finish { rgb: (stuff.rgb >> 1) & 0x7F_7F_7F, ..stuff };
    for (side, width) in [(-1.0_f32, drawn.0), (1.0, drawn.1)] {
        let left = if side < 0.0 { -0.97 } else { 0.97 - width };
        block(&mut buf, vec3(left, top - 0.025, -0.008), vec3(left + width, top + 0.015, 0.008), 0.004, hem);
    }
    buf
}

/// Quilts and a pillow put down in a heap: what a bunk looks like when somebody has left in a hurry.
fn quilt_pile(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let cover = |salt: u32| BEDDING[pick(seed, salt, BEDDING.len())];
    block(&mut buf, vec3(-0.42, 0.0, -0.32), vec3(0.42, 0.09, 0.32), 0.03, cover(1));
    block(&mut buf, vec3(-0.40, 0.085, -0.30), vec3(0.36, 0.17, 0.31), 0.03, LINEN);
    lump(&mut buf, vec3(0.0, 0.13, 0.0), vec3(0.88, 0.24, 0.68), 9, seed, cover(2));
    let place = Mat4::from_rotation_translation(Quat::from_rotation_z(0.18), vec3(-0.08, 0.28, 0.02));
    let mut pillow = MeshBuf::new();
    lump(&mut pillow, Vec3::ZERO, vec3(0.55, 0.14, 0.36), 6, seed.wrapping_add(1), LINEN);
    buf.append(&pillow, place);
    buf
}
