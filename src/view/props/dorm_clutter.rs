//! Belongings: bags, a guitar, shoes, basins, thermos flask, instant noodles, washing on the rail.
//!
//! What lies on desks as part of other props is in `small_things`.

use bevy::math::{Mat4, Quat, Vec3, vec3};

use super::cloth::{lump, shirt, shoe, slipper, sock_rack, towel, trousers};
use super::lettering::{SignBook, sheet, wrapped, written};
use super::palette::{BLACK_PLASTIC, BRASS, CLOTHES, GREY_PLASTIC, IRON, LINEN, PAPER, PLASTICS, STAINLESS, WHITE_PLASTIC, WOOD_DARK};
use super::parts::{block, disc, flat, mirrored, rod, tilted, turned, wire};
use super::vary::{between, pick};
use crate::view::mesh::{Finish, MeshBuf, Surface};

pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "suitcase" => Some(suitcase(seed, text, signs)),
        "guitar" => Some(guitar(seed)),
        "shoes" => Some(shoes(seed)),
        "basins" => Some(basins(seed)),
        "thermos" => Some(thermos(seed)),
        "noodles" => Some(noodles(text, signs)),
        "laundry" => Some(laundry(seed)),
        "backpack" => Some(backpack(seed)),
        _ => None,
    }
}

fn clothes(seed: u32, salt: u32) -> Finish {
    CLOTHES[pick(seed, salt, CLOTHES.len())]
}

fn plastic(seed: u32, salt: u32) -> Finish {
    PLASTICS[pick(seed, salt, PLASTICS.len())]
}

/// A hard-shell suitcase on four wheels with its handle down and an airline tag.
fn suitcase(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let shell = [0x2F4A6D, 0x9AA1A6, 0xB5485A, 0x3A3D42, 0xE0C9A6][pick(seed, 1, 5)];
    let shell = Finish::new(shell, Surface::Plain);
    block(&mut buf, vec3(-0.2, 0.05, -0.12), vec3(0.2, 0.62, 0.12), 0.03, shell);
    for k in 0..5 {
        let x = -0.12 + 0.06 * k as f32;
        for z in [-0.121, 0.121] {
            block(&mut buf, vec3(x - 0.012, 0.1, z - 0.006), vec3(x + 0.012, 0.57, z + 0.006), 0.0, shell);
        }
    }
    // The zip runs all the way round.
    block(&mut buf, vec3(-0.202, 0.052, -0.008), vec3(0.202, 0.622, 0.008), 0.01, BLACK_PLASTIC);
    for sx in [-0.16_f32, 0.16] {
        for z in [-0.09, 0.09] {
            rod(&mut buf, vec3(sx - 0.012, 0.025, z), vec3(sx + 0.012, 0.025, z), 0.025, BLACK_PLASTIC);
            block(&mut buf, vec3(sx - 0.016, 0.02, z - 0.018), vec3(sx + 0.016, 0.06, z + 0.018), 0.0, GREY_PLASTIC);
        }
    }
    let handle = [vec3(-0.09, 0.615, 0.0), vec3(-0.075, 0.65, 0.0), vec3(0.075, 0.65, 0.0), vec3(0.09, 0.615, 0.0)];
    wire(&mut buf, &handle, 0.011, BLACK_PLASTIC);
    let tag = written(text, &["2026级 新生"], (0.14, 0.06), 0xF8_F4_E9, 0xB2_3A_34);
    sheet(&mut buf, signs, tag, vec3(0.0, 0.36, 0.1295), 0.0);
    buf
}

/// A guitar on a small stand, leaning back.
fn guitar(seed: u32) -> MeshBuf {
    let top = Finish::new([0xD9A35C, 0xB5652F, 0x6B3A22][pick(seed, 1, 3)], Surface::Wood);
    let right = [
        (0.06, 0.005),
        (0.15, 0.05),
        (0.19, 0.14),
        (0.165, 0.22),
        (0.125, 0.285),
        (0.13, 0.35),
        (0.14, 0.40),
        (0.115, 0.455),
        (0.05, 0.48),
    ];
    let outline = mirrored(&right);
    let mut body = MeshBuf::new();
    body.extrude(&outline, 0.085, Mat4::IDENTITY, WOOD_DARK);
    let inner = Mat4::from_scale_rotation_translation(vec3(0.97, 0.975, 1.0), Quat::IDENTITY, vec3(0.0, 0.006, 0.044));
    body.extrude(&outline, 0.004, inner, top);
    turned(&mut body, vec3(0.0, 0.32, 0.0468), Vec3::Z, &[(0.056, 0.0), (0.0, 0.0)], 12, WOOD_DARK);
    turned(&mut body, vec3(0.0, 0.32, 0.0474), Vec3::Z, &[(0.045, 0.0), (0.0, 0.0)], 12, BLACK_PLASTIC);
    block(&mut body, vec3(-0.07, 0.14, 0.044), vec3(0.07, 0.16, 0.056), 0.003, WOOD_DARK);
    block(&mut body, vec3(-0.026, 0.42, 0.03), vec3(0.026, 0.86, 0.056), 0.008, WOOD_DARK);
    block(&mut body, vec3(-0.035, 0.86, 0.022), vec3(0.035, 1.0, 0.042), 0.006, top);
    for k in 0..3 {
        let y = 0.89 + 0.038 * k as f32;
        rod(&mut body, vec3(-0.05, y, 0.032), vec3(0.05, y, 0.032), 0.006, STAINLESS);
    }
    for k in 0..3 {
        let x = -0.014 + 0.014 * k as f32;
        rod(&mut body, vec3(x, 0.15, 0.059), vec3(x, 0.88, 0.059), 0.0012, BRASS);
    }
    let mut buf = MeshBuf::new();
    let lean = Quat::from_rotation_x(-0.16);
    buf.append(&body, Mat4::from_rotation_translation(lean, vec3(0.0, 0.05, 0.03)));
    stand(&mut buf);
    buf
}

/// The guitar's folding stand.
fn stand(buf: &mut MeshBuf) {
    for s in [-1.0_f32, 1.0] {
        let foot = [vec3(s * 0.15, 0.01, 0.13), vec3(s * 0.09, 0.06, 0.11), vec3(s * 0.03, 0.42, -0.09)];
        wire(buf, &foot, 0.009, IRON);
        wire(buf, &[vec3(s * 0.09, 0.06, 0.11), vec3(s * 0.1, 0.05, -0.03)], 0.009, IRON);
    }
    wire(buf, &[vec3(0.0, 0.42, -0.1), vec3(0.0, 0.01, -0.16)], 0.009, IRON);
}

/// Two pairs of trainers and one of slippers, not quite in a row.
fn shoes(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    for (k, x) in [-0.27_f32, 0.0, 0.27].into_iter().enumerate() {
        let salt = k as u32 * 10;
        for (side, more) in [(-0.062, 1), (0.062, 2)] {
            let turn = between(seed, salt + more, -0.22, 0.22);
            let at = vec3(x + side, 0.0, between(seed, salt + more + 4, -0.02, 0.02));
            if k == pick(seed, 3, 3) {
                slipper(&mut buf, at, turn, plastic(seed, salt));
            } else {
                shoe(&mut buf, at, turn, clothes(seed, salt));
            }
        }
    }
    buf
}

/// Wash basins in one another, with the mug, the brush and a wet towel in the top one.
fn basins(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let shell = [(0.0, 0.0), (0.125, 0.0), (0.135, 0.008), (0.185, 0.115), (0.2, 0.118), (0.2, 0.123), (0.182, 0.121)];
    for k in 0..2 {
        let y = 0.035 * k as f32;
        turned(&mut buf, Vec3::Y * y, Vec3::Y, &shell, 12, plastic(seed, k));
    }
    let hollow = [(0.182, 0.121), (0.13, 0.016), (0.0, 0.014)];
    turned(&mut buf, Vec3::Y * 0.07, Vec3::Y, &shell, 12, plastic(seed, 2));
    turned(&mut buf, Vec3::Y * 0.07, Vec3::Y, &hollow, 12, plastic(seed, 2));
    let mug = vec3(-0.06, 0.085, -0.04);
    let cup = [(0.033, 0.0), (0.04, 0.1), (0.036, 0.1), (0.03, 0.03), (0.0, 0.03)];
    turned(&mut buf, mug, Vec3::Y, &cup, 8, plastic(seed, 3));
    rod(&mut buf, mug + Vec3::Y * 0.03, mug + vec3(-0.035, 0.175, 0.01), 0.005, plastic(seed, 4));
    block(&mut buf, mug + vec3(-0.05, 0.165, 0.003), mug + vec3(-0.025, 0.185, 0.02), 0.004, WHITE_PLASTIC);
    lump(&mut buf, vec3(0.035, 0.09, 0.02), vec3(0.17, 0.08, 0.17), 6, seed, clothes(seed, 5));
    buf
}

/// The two-litre flask (暖水瓶) everybody carries to the boiler.
fn thermos(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let at = vec3(-0.02, 0.0, 0.0);
    let shell = [0xB8352D, 0x2F6F9E, 0x3E8A5B, 0xD98AA0][pick(seed, 1, 4)];
    let shell = Finish::new(shell, Surface::Plain);
    turned(&mut buf, at, Vec3::Y, &[(0.0, 0.0), (0.07, 0.0), (0.078, 0.012), (0.078, 0.26), (0.048, 0.315)], 10, shell);
    turned(&mut buf, at, Vec3::Y, &[(0.0795, 0.05), (0.0795, 0.075)], 10, WHITE_PLASTIC);
    turned(&mut buf, at, Vec3::Y, &[(0.046, 0.31), (0.046, 0.345), (0.04, 0.345)], 10, STAINLESS);
    turned(&mut buf, at, Vec3::Y, &[(0.042, 0.343), (0.046, 0.385), (0.038, 0.395), (0.0, 0.395)], 10, shell);
    let side = [vec3(0.075, 0.24, 0.0), vec3(0.12, 0.225, 0.0), vec3(0.12, 0.1, 0.0), vec3(0.075, 0.08, 0.0)];
    for pair in side.windows(2) {
        rod(&mut buf, at + pair[0], at + pair[1], 0.012, shell);
    }
    buf
}

/// A bucket of instant noodles with the lid half open and the fork through it.
fn noodles(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let bucket = [(0.0, 0.0), (0.052, 0.0), (0.055, 0.004), (0.072, 0.108), (0.076, 0.11), (0.076, 0.115), (0.069, 0.115)];
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &bucket, 12, PAPER);
    turned(&mut buf, Vec3::Y * 0.1, Vec3::Y, &[(0.069, 0.015), (0.0, 0.0)], 12, Finish { rgb: 0xC9_7A_2E, ..PLASTICS[4] });
    let label = written(text, &["红烧牛肉面", "大食桶"], (0.17, 0.07), 0xB2_2A_22, 0xFF_E9_B0);
    wrapped(&mut buf, signs, label, Vec3::Y * 0.02, (0.0585, 0.069));
    let lid = Quat::from_rotation_x(-0.5);
    let mut flap = MeshBuf::new();
    disc(&mut flap, vec3(0.0, 0.0, 0.07), Vec3::Y, 0.07, 0.002, PAPER);
    turned(&mut flap, vec3(0.0, 0.0, 0.07), Vec3::NEG_Y, &[(0.07, 0.0), (0.0, 0.0)], 10, STAINLESS);
    buf.append(&flap, Mat4::from_rotation_translation(lid, vec3(0.0, 0.116, -0.07)));
    rod(&mut buf, vec3(0.03, 0.09, 0.02), vec3(0.055, 0.175, 0.035), 0.004, WHITE_PLASTIC);
    buf
}

/// Washing on 1.8 m of rail: shirts, trousers, a towel, and the sock rack nobody can do without.
fn laundry(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let rail = 0.98;
    rod(&mut buf, vec3(-0.9, rail, 0.0), vec3(0.9, rail, 0.0), 0.014, STAINLESS);
    let wet: Vec<Finish> = (0..4).map(|k| clothes(seed, 40 + k)).collect();
    for (k, x) in [-0.56_f32, -0.2, 0.14, 0.46].into_iter().enumerate() {
        let salt = k as u32;
        let turn = Quat::from_rotation_y(between(seed, salt, -0.35, 0.35));
        let place = Mat4::from_rotation_translation(turn, vec3(x, rail + 0.01, 0.03 - 0.06 * (k % 2) as f32));
        // There is always one pair of jeans.
        let what = if k == 0 { 0 } else { pick(seed, 10 + salt, 4) };
        match what {
            0 => trousers(&mut buf, place, clothes(seed, 20 + salt)),
            1 => towel(&mut buf, vec3(x, rail, 0.0), (0.34, 0.65), clothes(seed, 20 + salt)),
            _ => shirt(&mut buf, place, clothes(seed, 20 + salt)),
        }
    }
    sock_rack(&mut buf, vec3(0.73, rail - 0.01, 0.0), &wet);
    buf
}

/// A school backpack with a front pocket, a bottle in the side net, its straps behind.
fn backpack(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let stuff = clothes(seed, 1);
    block(&mut buf, vec3(-0.15, 0.0, -0.09), vec3(0.15, 0.44, 0.06), 0.045, stuff);
    block(&mut buf, vec3(-0.12, 0.03, 0.05), vec3(0.12, 0.24, 0.115), 0.03, stuff);
    flat(&mut buf, vec3(0.0, 0.205, 0.1165), (0.17, 0.008), BLACK_PLASTIC);
    wire(&mut buf, &[vec3(-0.1, 0.38, 0.062), vec3(0.1, 0.38, 0.062)], 0.006, BLACK_PLASTIC);
    wire(&mut buf, &[vec3(-0.03, 0.43, -0.06), vec3(0.0, 0.465, -0.06), vec3(0.03, 0.43, -0.06)], 0.009, BLACK_PLASTIC);
    for x in [-0.08_f32, 0.08] {
        tilted(&mut buf, vec3(x, 0.24, -0.102), vec3(0.055, 0.34, 0.02), Quat::from_rotation_x(0.04), BLACK_PLASTIC);
    }
    let bottle = vec3(0.165, 0.04, -0.01);
    turned(&mut buf, bottle, Vec3::Y, &[(0.0, 0.0), (0.03, 0.0), (0.03, 0.16), (0.014, 0.185)], 8, plastic(seed, 2));
    turned(&mut buf, bottle, Vec3::Y, &[(0.016, 0.183), (0.016, 0.205), (0.0, 0.205)], 8, LINEN);
    // Bag and bottle together stand over the origin.
    buf.placed(Mat4::from_translation(vec3(-0.022, 0.0, 0.0)))
}
