//! What stands in corridor, wash room and lobby: boiler, mop, bins, mat, plant, and the porter's desk.
//!
//! Fire equipment is in `corridor_safety`, doors are in `dorm_doors`, paper on the walls is in `wall_paper`.

use bevy::math::{Mat4, Quat, Vec3, vec3};

use super::lettering::{SignBook, SignSpec, sheet, sheet_on, written};
use super::palette::{
    BLACK_PLASTIC, GREY_PLASTIC, IRON, LEAF, LED_RED, LINEN, PLASTICS, SOIL, STAINLESS, STEEL_DARK, TERRACOTTA, WHITE_PLASTIC, WOOD_PALE,
};
use super::parts::{block, leaf, rod, stud, tilted, turned, wire};
use super::vary::{between, pick};
use crate::view::mesh::{Finish, MeshBuf, Surface};

pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "water_boiler" => Some(boiler(text, signs)),
        "bucket_mop" => Some(bucket_and_mop(seed)),
        "mat" => Some(mat(text, signs)),
        "plant_pot" => Some(plant(seed)),
        "trash_bins" => Some(trash_bins(signs)),
        _ => None,
    }
}

/// The hot-water boiler (开水器): a steel cabinet, three taps over a drip tray, a temperature in red.
fn boiler(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    for x in [-0.25, 0.25] {
        for z in [-0.18, 0.14] {
            rod(&mut buf, vec3(x, 0.0, z), vec3(x, 0.1, z), 0.018, IRON);
        }
    }
    block(&mut buf, vec3(-0.3, 0.1, -0.225), vec3(0.3, 0.62, 0.19), 0.012, STAINLESS);
    block(&mut buf, vec3(-0.3, 0.96, -0.225), vec3(0.3, 1.5, 0.19), 0.015, STAINLESS);
    block(&mut buf, vec3(-0.3, 0.60, -0.225), vec3(0.3, 0.98, 0.08), 0.008, STAINLESS);
    block(&mut buf, vec3(-0.28, 0.62, 0.06), vec3(0.28, 0.65, 0.22), 0.006, STAINLESS);
    for k in 0..7 {
        let x = -0.24 + 0.08 * k as f32;
        block(&mut buf, vec3(x - 0.012, 0.65, 0.085), vec3(x + 0.012, 0.655, 0.205), 0.0, STEEL_DARK);
    }
    for (x, knob) in [(-0.19, PLASTICS[1]), (0.0, PLASTICS[1]), (0.19, PLASTICS[0])] {
        tap(&mut buf, vec3(x, 0.87, 0.08), knob);
    }
    block(&mut buf, vec3(-0.2, 1.29, 0.18), vec3(0.2, 1.42, 0.198), 0.006, BLACK_PLASTIC);
    let heat = SignSpec::words(&["98℃"], (0.15, 0.08), 0x1A_10_10, 0xFF_5A_3A);
    sheet(&mut buf, signs, heat, vec3(-0.09, 1.355, 0.1992), 0.8);
    for (x, finish) in [(0.06, LED_RED), (0.10, PLASTICS[2]), (0.14, GREY_PLASTIC)] {
        stud(&mut buf, vec3(x, 1.355, 0.197), Vec3::Z, 0.012, 0.006, finish);
    }
    let name = written(text, &["开水器", "小心烫伤"], (0.36, 0.18), 0xF8_F4_E9, 0xB2_2A_22);
    sheet(&mut buf, signs, name, vec3(0.0, 1.13, 0.1915), 0.0);
    rod(&mut buf, vec3(0.2, 1.3, -0.228), vec3(0.2, 0.0, -0.228), 0.012, STAINLESS);
    buf
}

fn tap(buf: &mut MeshBuf, at: Vec3, knob: Finish) {
    rod(buf, at, at + vec3(0.0, 0.0, 0.07), 0.014, STAINLESS);
    turned(buf, at + vec3(0.0, 0.012, 0.065), Vec3::NEG_Y, &[(0.016, -0.02), (0.018, 0.0), (0.012, 0.07)], 8, STAINLESS);
    rod(buf, at + vec3(0.0, 0.02, 0.065), at + vec3(0.0, 0.05, 0.065), 0.007, STAINLESS);
    block(buf, at + vec3(-0.012, 0.045, 0.055), at + vec3(0.012, 0.06, 0.13), 0.005, knob);
}

/// A mop bucket with the mop leaning in it and a cloth over the rim.
fn bucket_and_mop(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let stuff = PLASTICS[pick(seed, 1, PLASTICS.len())];
    let shell = [(0.0, 0.0), (0.115, 0.0), (0.12, 0.008), (0.15, 0.28), (0.158, 0.28), (0.158, 0.292), (0.146, 0.29)];
    let at = vec3(-0.02, 0.0, 0.03);
    turned(&mut buf, at, Vec3::Y, &shell, 12, stuff);
    turned(&mut buf, at, Vec3::Y, &[(0.146, 0.29), (0.13, 0.15), (0.0, 0.15)], 12, Finish { rgb: 0x5C_6A_6E, ..stuff });
    let bail = [
        at + vec3(-0.152, 0.27, 0.0),
        at + vec3(-0.11, 0.27, 0.12),
        at + vec3(0.0, 0.27, 0.162),
        at + vec3(0.11, 0.27, 0.12),
        at + vec3(0.152, 0.27, 0.0),
    ];
    wire(&mut buf, &bail, 0.005, IRON);
    let (foot, top) = (vec3(0.02, 0.2, 0.05), vec3(0.14, 1.3, -0.17));
    rod(&mut buf, foot, top, 0.012, WOOD_PALE);
    let axis = (foot - top).normalize();
    turned(&mut buf, foot - axis * 0.1, axis, &[(0.02, 0.0), (0.035, 0.05), (0.08, 0.12), (0.06, 0.17)], 8, LINEN);
    for k in 0..6 {
        let angle = k as f32 * 1.05;
        let out = vec3(angle.cos() * 0.07, -0.08, angle.sin() * 0.07);
        rod(&mut buf, foot + vec3(0.0, 0.05, 0.0), foot + out, 0.014, LINEN);
    }
    block(&mut buf, at + vec3(-0.06, 0.16, 0.135), at + vec3(0.05, 0.30, 0.168), 0.012, PLASTICS[4]);
    buf
}

/// A doormat; its words are read from inside the building, coming home from +Z.
fn mat(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let pile = Finish::new(0x8E_2F_2A, Surface::Carpet);
    block(&mut buf, vec3(-0.6, 0.0, -0.4), vec3(0.6, 0.012, 0.4), 0.005, BLACK_PLASTIC);
    block(&mut buf, vec3(-0.57, 0.008, -0.37), vec3(0.57, 0.018, 0.37), 0.004, pile);
    let words = written(text, &["出入平安"], (0.84, 0.26), 0x8E_2F_2A, 0xE8_C3_4F);
    let down = Quat::from_rotation_x(-std::f32::consts::FRAC_PI_2);
    sheet_on(&mut buf, signs, words, Mat4::from_rotation_translation(down, vec3(0.0, 0.019, 0.0)), 0.0);
    buf
}

/// A potted tree with leaves all the way up (发财树), the plant of every lobby.
fn plant(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let pot = if pick(seed, 1, 2) == 0 { TERRACOTTA } else { WHITE_PLASTIC };
    let shell = [(0.0, 0.0), (0.12, 0.0), (0.13, 0.01), (0.17, 0.24), (0.185, 0.25), (0.185, 0.28), (0.165, 0.28)];
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &shell, 12, pot);
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &[(0.165, 0.28), (0.16, 0.255), (0.0, 0.26)], 12, SOIL);
    let bark = Finish::new(0x7A_6A_4C, Surface::Wood);
    for k in 0..3 {
        let angle = k as f32 * 2.1 + 0.4;
        let lean = vec3(angle.cos() * 0.05, 0.0, angle.sin() * 0.05);
        let (foot, crown) = (lean * 0.6 + Vec3::Y * 0.25, vec3(-lean.z, 0.62 + 0.07 * k as f32, lean.x));
        buf.limb(foot, crown, 0.02, 0.013, 6, bark);
        fronds(&mut buf, crown, seed.wrapping_add(k));
    }
    buf
}

fn fronds(buf: &mut MeshBuf, crown: Vec3, seed: u32) {
    for k in 0..14 {
        let angle = k as f32 * 2.4;
        let reach = between(seed, 10 + k, 0.13, 0.2);
        let rise = between(seed, 30 + k, -0.02, 0.22);
        let stem = crown + vec3(angle.cos() * reach * 0.25, rise * 0.5, angle.sin() * reach * 0.25);
        let tip = crown + vec3(angle.cos() * reach, rise, angle.sin() * reach);
        let tint = [0x4E_8B_4A, 0x3F_7A_3E, 0x66_9C_52][pick(seed, 50 + k, 3)];
        leaf(buf, stem, tip, 0.105, Finish { rgb: tint, ..LEAF });
    }
}

/// Three sorting bins in a row: what can be recycled, what cannot, what is poisonous.
fn trash_bins(signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let bins = [(-0.46, 0x1F_5F_A8, "可回收物"), (0.0, 0x4A_4F_55, "其他垃圾"), (0.46, 0xB2_2A_22, "有害垃圾")];
    for (x, rgb, words) in bins {
        let stuff = Finish::new(rgb, Surface::Plain);
        let mut body = MeshBuf::new();
        block(&mut body, vec3(-0.19, 0.05, -0.18), vec3(0.19, 0.50, 0.17), 0.02, stuff);
        block(&mut body, vec3(-0.205, 0.42, -0.205), vec3(0.205, 0.83, 0.20), 0.02, stuff);
        block(&mut body, vec3(-0.215, 0.82, -0.23), vec3(0.215, 0.86, 0.22), 0.015, stuff);
        let lid = Quat::from_rotation_x(0.07);
        tilted(&mut body, vec3(0.0, 0.885, 0.0), vec3(0.41, 0.05, 0.42), lid, stuff);
        rod(&mut body, vec3(-0.15, 0.88, -0.225), vec3(0.15, 0.88, -0.225), 0.012, stuff);
        for side in [-0.2_f32, 0.17] {
            rod(&mut body, vec3(side, 0.07, -0.17), vec3(side + 0.03, 0.07, -0.17), 0.07, BLACK_PLASTIC);
            stud(&mut body, vec3(side + 0.015, 0.07, -0.17), Vec3::X * side.signum(), 0.07, 0.02, BLACK_PLASTIC);
        }
        block(&mut body, vec3(-0.16, 0.0, 0.08), vec3(0.16, 0.06, 0.15), 0.01, stuff);
        let label = SignSpec::words(&[words], (0.34, 0.14), rgb, 0xFF_FF_FF);
        sheet(&mut body, signs, label, vec3(0.0, 0.64, 0.2015), 0.0);
        buf.append(&body, Mat4::from_translation(vec3(x, 0.0, 0.0)));
    }
    buf
}
