//! Doors and windows of a dormitory: room door, fire door, lift, lobby door, stair window.
//!
//! The two leaves that turn have their origin at the hinge, at the underside; the rest stand on their middle.

use bevy::math::{Mat4, Quat, Vec3, vec3};

use super::lettering::{SignBook, SignSpec, sheet, sheet_on, written};
use super::palette::{
    ALUMINIUM, BLACK_PLASTIC, FIRE_RED, GLASS, GLASS_DARK, GLINT, GREY_PLASTIC, IRON, LED_RED, STAINLESS, STEEL_DARK, WHITE_PLASTIC, WOOD,
    WOOD_DARK, WOOD_PALE,
};
use super::parts::{block, disc, flat, glints, rod, stud, tilted, turned};
use super::vary::pick;
use crate::view::mesh::{Finish, MeshBuf, Surface};

pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "door_leaf" => Some(room_door(seed, text, signs)),
        "fire_door_leaf" => Some(fire_door(seed, text, signs)),
        "lift_doors" => Some(lift(text, signs)),
        "glass_door" => Some(lobby_door(text, signs)),
        "stair_window" => Some(stair_window()),
        _ => None,
    }
}

/// Turns something that faces +Z so that it faces -Z, about the Y axis through `at`.
fn behind(at: Vec3) -> Mat4 {
    Mat4::from_rotation_translation(Quat::from_rotation_y(std::f32::consts::PI), at)
}

/// The wooden room door: 0.9 m, from the hinge along +X, room number outside (+Z).
fn room_door(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let wood = [WOOD, WOOD_PALE, Finish { rgb: 0xA8_7B_4B, ..WOOD }][pick(seed, 1, 3)];
    // The gap below is the one that light, and smoke, comes through.
    block(&mut buf, vec3(0.004, 0.012, -0.02), vec3(0.896, 1.995, 0.02), 0.005, wood);
    for side in [-1.0_f32, 1.0] {
        let z = side * 0.022;
        for (lo, hi) in [(0.22, 0.95), (1.08, 1.86)] {
            raised_panel(&mut buf, (0.12, lo), (0.60, hi), z, wood);
        }
        block(&mut buf, vec3(0.04, 0.02, z - 0.002), vec3(0.86, 0.17, z + 0.002), 0.0, STAINLESS);
        // A slit to look out through.
        block(&mut buf, vec3(0.68, 1.12, z - 0.005), vec3(0.80, 1.72, z + 0.005), 0.004, WOOD_DARK);
        block(&mut buf, vec3(0.70, 1.14, z - 0.007), vec3(0.78, 1.70, z + 0.007), 0.0, GLASS_DARK);
        lever(&mut buf, vec3(0.83, 1.0, side * 0.02), side);
    }
    for y in [0.25, 1.0, 1.75] {
        rod(&mut buf, vec3(0.0, y - 0.05, 0.014), vec3(0.0, y + 0.05, 0.014), 0.009, STAINLESS);
    }
    let number = written(text, &["302"], (0.2, 0.1), 0x2E_5C_8A, 0xFF_FF_FF);
    block(&mut buf, vec3(0.255, 1.57, 0.02), vec3(0.465, 1.68, 0.028), 0.003, ALUMINIUM);
    sheet(&mut buf, signs, number, vec3(0.36, 1.625, 0.0288), 0.0);
    buf
}

/// A field of a door standing a little proud, its frame a little darker.
fn raised_panel(buf: &mut MeshBuf, lo: (f32, f32), hi: (f32, f32), z: f32, wood: Finish) {
    let dark = Finish { rgb: 0x8A_64_3E, ..wood };
    block(buf, vec3(lo.0, lo.1, z - 0.001), vec3(hi.0, hi.1, z + 0.001), 0.0, dark);
    let (a, b) = (vec3(lo.0 + 0.02, lo.1 + 0.02, z - 0.003), vec3(hi.0 - 0.02, hi.1 - 0.02, z + 0.003));
    block(buf, a, b, 0.002, wood);
}

/// A lever handle on its plate; `side` is the way it looks.
fn lever(buf: &mut MeshBuf, at: Vec3, side: f32) {
    block(buf, at + vec3(-0.022, -0.1, -0.004), at + vec3(0.022, 0.1, 0.004), 0.003, STAINLESS);
    let axle = at + vec3(0.0, 0.03, side * 0.042);
    rod(buf, at + vec3(0.0, 0.03, 0.0), axle, 0.009, STAINLESS);
    buf.limb(axle, axle - Vec3::X * 0.11, 0.01, 0.008, 6, STAINLESS);
    stud(buf, at + vec3(0.0, -0.05, side * 0.004), Vec3::Z * side, 0.011, 0.004, IRON);
}

/// A fire door: steel, wired glass, push bar on the way out (+Z), closer, and the words that it be kept shut.
fn fire_door(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let paint = if pick(seed, 1, 2) == 0 { FIRE_RED } else { Finish { rgb: 0x8B_92_97, ..FIRE_RED } };
    block(&mut buf, vec3(0.004, 0.006, -0.024), vec3(0.946, 2.095, 0.024), 0.005, paint);
    for side in [-1.0_f32, 1.0] {
        let z = side * 0.025;
        block(&mut buf, vec3(0.33, 1.22, z - 0.004), vec3(0.71, 1.76, z + 0.004), 0.003, STEEL_DARK);
        flat_on(&mut buf, vec3(0.52, 1.49, side * 0.0302), (0.32, 0.48), side, GLASS_DARK);
        for k in 1..5 {
            let (x, y) = (0.36 + 0.064 * k as f32, 1.25 + 0.096 * k as f32);
            flat_on(&mut buf, vec3(x, 1.49, side * 0.0308), (0.003, 0.48), side, GREY_PLASTIC);
            flat_on(&mut buf, vec3(0.52, y, side * 0.0308), (0.32, 0.003), side, GREY_PLASTIC);
        }
        block(&mut buf, vec3(0.05, 0.02, z - 0.002), vec3(0.90, 0.24, z + 0.002), 0.0, STAINLESS);
    }
    push_bar(&mut buf);
    lever(&mut buf, vec3(0.88, 1.0, -0.024), -1.0);
    closer(&mut buf);
    for y in [0.3, 1.05, 1.8] {
        rod(&mut buf, vec3(0.0, y - 0.06, 0.016), vec3(0.0, y + 0.06, 0.016), 0.01, STAINLESS);
    }
    let notice = || written(text, &["常闭式防火门", "请保持关闭"], (0.34, 0.15), 0xF8_F4_E9, 0xC0_2A_20);
    sheet(&mut buf, signs, notice(), vec3(0.52, 0.80, 0.0262), 0.0);
    sheet_on(&mut buf, signs, notice(), behind(vec3(0.52, 0.80, -0.0262)), 0.0);
    buf
}

/// A flat rectangle facing +Z or -Z.
fn flat_on(buf: &mut MeshBuf, centre: Vec3, size: (f32, f32), side: f32, finish: Finish) {
    if side > 0.0 {
        return flat(buf, centre, size, finish);
    }
    let mut part = MeshBuf::new();
    flat(&mut part, Vec3::ZERO, size, finish);
    buf.append(&part, behind(centre));
}

fn push_bar(buf: &mut MeshBuf) {
    for x in [0.09, 0.83] {
        block(buf, vec3(x - 0.035, 0.97, 0.024), vec3(x + 0.035, 1.08, 0.06), 0.008, IRON);
    }
    block(buf, vec3(0.09, 1.0, 0.045), vec3(0.83, 1.05, 0.075), 0.012, FIRE_RED);
    block(buf, vec3(0.3, 1.012, 0.0745), vec3(0.62, 1.038, 0.0765), 0.0, WHITE_PLASTIC);
}

fn closer(buf: &mut MeshBuf) {
    block(buf, vec3(0.10, 1.99, 0.024), vec3(0.36, 2.05, 0.07), 0.01, ALUMINIUM);
    tilted(buf, vec3(0.14, 2.065, 0.048), vec3(0.25, 0.008, 0.02), Quat::from_rotation_y(0.12), ALUMINIUM);
}

/// The lift: a steel frame 1.8 m wide with its two doors shut, call button and warning on the right jamb.
fn lift(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    for (lo, hi) in [(-0.9, -0.55), (0.55, 0.9)] {
        block(&mut buf, vec3(lo, 0.0, -0.06), vec3(hi, 2.4, 0.05), 0.012, STAINLESS);
    }
    block(&mut buf, vec3(-0.55, 2.1, -0.06), vec3(0.55, 2.4, 0.05), 0.012, STAINLESS);
    let leaf = Finish { rgb: 0xA9_B0_B4, ..STAINLESS };
    for (lo, hi) in [(-0.55, -0.003), (0.003, 0.55)] {
        block(&mut buf, vec3(lo, 0.01, -0.05), vec3(hi, 2.1, -0.01), 0.004, leaf);
        for t in [0.35, 0.65] {
            let x = lo + (hi - lo) * t;
            flat(&mut buf, vec3(x, 1.05, -0.0075), (0.004, 2.0), STEEL_DARK);
        }
    }
    block(&mut buf, vec3(-0.55, 0.0, -0.06), vec3(0.55, 0.012, 0.05), 0.0, STEEL_DARK);
    block(&mut buf, vec3(-0.14, 2.19, 0.04), vec3(0.14, 2.31, 0.056), 0.006, BLACK_PLASTIC);
    let floor = SignSpec::words(&["↓ 1"], (0.2, 0.09), 0x12_12_12, 0xFF_4A_3A);
    sheet(&mut buf, signs, floor, vec3(0.0, 2.25, 0.0568), 0.9);
    block(&mut buf, vec3(0.665, 0.98, 0.04), vec3(0.785, 1.22, 0.056), 0.006, GREY_PLASTIC);
    for (y, lit) in [(1.05, LED_RED), (1.14, WHITE_PLASTIC)] {
        disc(&mut buf, vec3(0.725, y, 0.055), Vec3::Z, 0.026, 0.008, ALUMINIUM);
        turned(&mut buf, vec3(0.725, y, 0.0635), Vec3::Z, &[(0.018, 0.0), (0.0, 0.0)], 10, lit);
    }
    let warning = written(text, &["火灾时", "请勿乘坐电梯"], (0.31, 0.2), 0xC8_34_2B, 0xFF_FF_FF);
    sheet(&mut buf, signs, warning, vec3(0.725, 1.5, 0.0512), 0.0);
    buf
}

/// The double glass door of the lobby, shut, with its name above. The panes are open air with light on them.
fn lobby_door(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    for x in [-0.87, 0.87] {
        block(&mut buf, vec3(x - 0.03, 0.0, -0.05), vec3(x + 0.03, 2.6, 0.05), 0.008, ALUMINIUM);
    }
    block(&mut buf, vec3(-0.84, 2.2, -0.05), vec3(0.84, 2.6, 0.05), 0.008, ALUMINIUM);
    for (lo, hi, handle, word) in [(-0.83, -0.005, -0.08, "推"), (0.005, 0.83, 0.08, "拉")] {
        pane_frame(&mut buf, vec3(lo, 0.01, -0.02), vec3(hi, 2.19, 0.02), 0.05);
        glints(&mut buf, vec3(lo + 0.05, 0.2, 0.0), vec3(hi - 0.05, 2.1, 0.0));
        for side in [-1.0_f32, 1.0] {
            let z = side * 0.055;
            rod(&mut buf, vec3(handle, 0.85, z), vec3(handle, 1.35, z), 0.014, STAINLESS);
            for y in [0.92, 1.28] {
                rod(&mut buf, vec3(handle, y, 0.0), vec3(handle, y, z), 0.009, STAINLESS);
            }
        }
        let plate = SignSpec::words(&[word], (0.1, 0.1), 0x2E_5C_8A, 0xFF_FF_FF);
        let at = vec3(handle * 2.6, 1.22, 0.004);
        sheet(&mut buf, signs, plate.clone(), at, 0.0);
        sheet_on(&mut buf, signs, plate, behind(vec3(at.x, at.y, -0.004)), 0.0);
        // The stripe that keeps people from walking into glass.
        for side in [-1.0_f32, 1.0] {
            flat_on(&mut buf, vec3((lo + hi) * 0.5, 1.05, side * 0.003), (0.72, 0.06), side, GLINT);
        }
    }
    let name = || written(text, &["学生公寓 3号楼"], (1.5, 0.3), 0x2E_5C_8A, 0xFF_FF_FF);
    sheet(&mut buf, signs, name(), vec3(0.0, 2.4, 0.0512), 0.0);
    sheet_on(&mut buf, signs, name(), behind(vec3(0.0, 2.4, -0.0512)), 0.0);
    buf
}

/// Four bars around an opening, `width` wide.
fn pane_frame(buf: &mut MeshBuf, lo: Vec3, hi: Vec3, width: f32) {
    block(buf, lo, vec3(lo.x + width, hi.y, hi.z), 0.005, ALUMINIUM);
    block(buf, vec3(hi.x - width, lo.y, lo.z), hi, 0.005, ALUMINIUM);
    block(buf, vec3(lo.x + width, lo.y, lo.z), vec3(hi.x - width, lo.y + width, hi.z), 0.005, ALUMINIUM);
    block(buf, vec3(lo.x + width, hi.y - width, lo.z), vec3(hi.x - width, hi.y, hi.z), 0.005, ALUMINIUM);
}

/// A sliding window of a landing, hung on a wall: its panes cannot be seen through.
fn stair_window() -> MeshBuf {
    let mut buf = MeshBuf::new();
    pane_frame(&mut buf, vec3(-0.6, 0.03, -0.05), vec3(0.6, 1.2, 0.03), 0.045);
    block(&mut buf, vec3(-0.63, 0.0, -0.05), vec3(0.63, 0.035, 0.055), 0.01, WHITE_PLASTIC);
    for (lo, hi, z) in [(-0.56, 0.02, -0.015), (-0.02, 0.56, 0.012)] {
        pane_frame(&mut buf, vec3(lo, 0.07, z - 0.012), vec3(hi, 1.16, z + 0.012), 0.035);
        flat(&mut buf, vec3((lo + hi) * 0.5, 0.615, z), (hi - lo - 0.07, 1.02), GLASS);
        glints(&mut buf, vec3(lo + 0.035, 0.11, z + 0.002), vec3(hi - 0.035, 1.12, z + 0.002));
    }
    block(&mut buf, vec3(-0.012, 0.52, 0.02), vec3(0.012, 0.66, 0.04), 0.005, BLACK_PLASTIC);
    let putty = Finish::new(0xDC_DD_D8, Surface::Plain);
    rod(&mut buf, vec3(-0.56, 0.08, 0.02), vec3(0.56, 0.08, 0.02), 0.008, putty);
    buf
}
