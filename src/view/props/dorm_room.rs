//! Furniture of a dormitory room that stands or hangs on its own: chair, stool, wardrobe, shoe cabinet, bin, mirror,
//! radiator, the railing of the balcony.
//!
//! The loft bed is in `dorm_bed`, belongings are in `dorm_clutter`, everything with a plug is in `dorm_electric`.

use bevy::math::{Quat, Vec3, vec3};

use super::cloth::{lump, shoe, slipper};
use super::lettering::{SignBook, sheet, written};
use super::palette::{
    ALUMINIUM, BLACK_PLASTIC, CLOTHES, GLINT, GREY_PLASTIC, MIRROR, PLASTICS, STAINLESS, STEEL, STEEL_DARK, WHITE_PLASTIC, WOOD, WOOD_DARK,
    WOOD_PALE,
};
use super::parts::{block, disc, flat, rod, stud, tilted, turned, wire};
use super::vary::{between, pick};
use crate::view::mesh::{Finish, MeshBuf};

pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "desk_chair" => Some(desk_chair(seed)),
        "stool" => Some(stool(seed)),
        "wardrobe" => Some(wardrobe(seed, text, signs)),
        "cabinet_shoe" => Some(shoe_cabinet(seed)),
        "bin" => Some(bin(seed)),
        "mirror_wall" => Some(mirror()),
        "radiator" => Some(radiator()),
        "balcony_rail" => Some(balcony_rail()),
        _ => None,
    }
}

/// Square steel legs, wooden seat and back: the chair that comes with the bed. Sometimes a jacket hangs over it.
fn desk_chair(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    for x in [-0.19_f32, 0.19] {
        let back = [vec3(x, 0.0, -0.23), vec3(x, 0.44, -0.2), vec3(x, 0.86, -0.235)];
        wire(&mut buf, &back, 0.013, STEEL_DARK);
        rod(&mut buf, vec3(x, 0.0, 0.22), vec3(x, 0.44, 0.19), 0.013, STEEL_DARK);
        rod(&mut buf, vec3(x, 0.14, -0.22), vec3(x, 0.14, 0.21), 0.01, STEEL_DARK);
    }
    rod(&mut buf, vec3(-0.19, 0.14, 0.0), vec3(0.19, 0.14, 0.0), 0.01, STEEL_DARK);
    block(&mut buf, vec3(-0.21, 0.435, -0.2), vec3(0.21, 0.462, 0.22), 0.01, WOOD);
    for (y, height) in [(0.80, 0.11), (0.63, 0.06)] {
        let z = -0.225 + (0.86 - y) * 0.06;
        let turn = Quat::from_rotation_x(-0.08);
        tilted(&mut buf, vec3(0.0, y, z), vec3(0.40, height, 0.022), turn, WOOD);
    }
    match pick(seed, 1, 3) {
        0 => {
            let stuff = CLOTHES[pick(seed, 2, CLOTHES.len())];
            block(&mut buf, vec3(-0.23, 0.40, -0.25), vec3(0.23, 0.875, -0.20), 0.022, stuff);
            block(&mut buf, vec3(-0.22, 0.52, -0.21), vec3(0.22, 0.86, -0.165), 0.02, stuff);
            for x in [-0.22_f32, 0.2] {
                buf.limb(vec3(x, 0.82, -0.2), vec3(x * 1.02, 0.42, -0.17), 0.035, 0.03, 6, stuff);
            }
        }
        1 => {
            let stuff = CLOTHES[pick(seed, 3, CLOTHES.len())];
            lump(&mut buf, vec3(0.0, 0.458, 0.01), vec3(0.4, 0.06, 0.4), 6, seed, stuff);
        }
        _ => {}
    }
    buf
}

/// A plastic stool with splayed legs.
fn stool(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let stuff = PLASTICS[pick(seed, 1, PLASTICS.len())];
    block(&mut buf, vec3(-0.13, 0.41, -0.13), vec3(0.13, 0.45, 0.13), 0.02, stuff);
    block(&mut buf, vec3(-0.12, 0.36, -0.12), vec3(0.12, 0.42, 0.12), 0.01, stuff);
    for sx in [-1.0_f32, 1.0] {
        for sz in [-1.0_f32, 1.0] {
            let (foot, top) = (vec3(sx * 0.13, 0.0, sz * 0.13), vec3(sx * 0.1, 0.38, sz * 0.1));
            turned(&mut buf, foot, top - foot, &[(0.0, 0.0), (0.018, 0.0), (0.028, 0.4)], 6, stuff);
        }
        rod(&mut buf, vec3(sx * 0.118, 0.16, -0.118), vec3(sx * 0.118, 0.16, 0.118), 0.01, stuff);
        rod(&mut buf, vec3(-0.118, 0.16, sx * 0.118), vec3(0.118, 0.16, sx * 0.118), 0.01, stuff);
    }
    buf
}

/// A free-standing double wardrobe with a padlock, a name label and somebody's sticker.
fn wardrobe(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.44, 0.0, -0.26), vec3(0.44, 0.08, 0.23), 0.0, WOOD_DARK);
    block(&mut buf, vec3(-0.45, 0.08, -0.275), vec3(0.45, 1.80, 0.25), 0.012, WOOD_PALE);
    for (lo, hi) in [(-0.435, -0.004), (0.004, 0.435)] {
        block(&mut buf, vec3(lo, 0.11, 0.25), vec3(hi, 1.30, 0.27), 0.006, WOOD);
        block(&mut buf, vec3(lo, 1.32, 0.25), vec3(hi, 1.78, 0.27), 0.006, WOOD);
        // Ventilation slots.
        for k in 0..3 {
            let y = 1.18 - 0.035 * k as f32;
            flat(&mut buf, vec3((lo + hi) * 0.5, y, 0.272), (0.22, 0.014), WOOD_DARK);
        }
    }
    for x in [-0.04, 0.04] {
        rod(&mut buf, vec3(x, 0.72, 0.285), vec3(x, 0.86, 0.285), 0.008, STEEL_DARK);
        rod(&mut buf, vec3(x, 1.36, 0.285), vec3(x, 1.46, 0.285), 0.008, STEEL_DARK);
    }
    block(&mut buf, vec3(-0.022, 0.755, 0.275), vec3(0.022, 0.80, 0.297), 0.006, STAINLESS);
    let label = written(text, &["1号柜"], (0.14, 0.06), 0xF5_F1_E8, 0x2E_5C_8A);
    sheet(&mut buf, signs, label, vec3(-0.22, 1.68, 0.273), 0.0);
    let sticker = PLASTICS[pick(seed, 1, PLASTICS.len())];
    stud(&mut buf, vec3(between(seed, 2, 0.12, 0.32), 1.0, 0.27), Vec3::Z, 0.045, 0.003, sticker);
    buf
}

/// An open rack of three boards with shoes on it and an umbrella beside it.
fn shoe_cabinet(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    for x in [-0.39, 0.375] {
        block(&mut buf, vec3(x, 0.0, -0.15), vec3(x + 0.016, 0.88, 0.15), 0.004, WOOD);
    }
    for y in [0.06, 0.34, 0.62, 0.87] {
        block(&mut buf, vec3(-0.375, y, -0.15), vec3(0.375, y + 0.018, 0.15), 0.004, WOOD_PALE);
    }
    block(&mut buf, vec3(-0.375, 0.02, -0.155), vec3(0.375, 0.88, -0.145), 0.0, WOOD);
    for (row, y) in [0.078, 0.358, 0.638].into_iter().enumerate() {
        for column in 0..2 {
            let salt = (row * 2 + column) as u32;
            // One place in five is empty: its owner is out.
            if pick(seed, 20 + salt, 5) == 0 {
                continue;
            }
            let x = -0.19 + 0.38 * column as f32 + between(seed, 30 + salt, -0.04, 0.04);
            pair(&mut buf, vec3(x, y, 0.0), seed.wrapping_add(salt));
        }
    }
    lump(&mut buf, vec3(0.1, 0.885, 0.0), vec3(0.3, 0.04, 0.2), 4, seed, CLOTHES[pick(seed, 40, CLOTHES.len())]);
    buf
}

fn pair(buf: &mut MeshBuf, at: Vec3, seed: u32) {
    let stuff = CLOTHES[pick(seed, 1, CLOTHES.len())];
    for (side, salt) in [(-0.06, 2), (0.06, 3)] {
        let place = at + vec3(side, 0.0, between(seed, salt, -0.01, 0.01));
        match pick(seed, 4, 3) {
            0 => slipper(buf, place, between(seed, salt, -0.1, 0.1), stuff),
            _ => shoe(buf, place, between(seed, salt, -0.1, 0.1), stuff),
        }
    }
}

/// A waste-paper basket with a bag over its rim and something crumpled in it.
fn bin(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let stuff = PLASTICS[pick(seed, 1, PLASTICS.len())];
    let bag = if pick(seed, 2, 2) == 0 { BLACK_PLASTIC } else { WHITE_PLASTIC };
    let shell = [(0.0, 0.0), (0.085, 0.0), (0.095, 0.01), (0.12, 0.27)];
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &shell, 10, stuff);
    let rim = [(0.121, 0.225), (0.128, 0.285), (0.118, 0.29), (0.105, 0.2), (0.0, 0.19)];
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &rim, 10, bag);
    for k in 0..3 {
        let at = vec3(between(seed, 10 + k, -0.05, 0.05), 0.21 + 0.02 * k as f32, between(seed, 20 + k, -0.05, 0.05));
        let paper = if k == 1 { GREY_PLASTIC } else { WHITE_PLASTIC };
        buf.ellipsoid(at, vec3(0.04, 0.03, 0.035), 6, paper);
    }
    buf
}

/// A dressing mirror with a thin frame. It shows no reflection, so it gets streaks of light instead.
fn mirror() -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.2, 0.0, -0.015), vec3(0.2, 1.2, 0.008), 0.006, ALUMINIUM);
    flat(&mut buf, vec3(0.0, 0.6, 0.010), (0.37, 1.17), MIRROR);
    let sky = Finish { rgb: 0xDC_E8_EC, ..MIRROR };
    for (x, width, finish) in [(-0.16, 0.07, sky), (-0.05, 0.025, GLINT)] {
        let at = |dx: f32, y: f32| vec3(x + dx, y, 0.012);
        buf.quad(at(0.0, 0.5), at(width, 0.5), at(width + 0.12, 1.1), at(0.12, 1.1), finish);
    }
    buf
}

/// A column radiator with its valve and pipe.
fn radiator() -> MeshBuf {
    let mut buf = MeshBuf::new();
    for k in 0..11 {
        let x = -0.415 + 0.08 * k as f32;
        for z in [-0.022, 0.022] {
            rod(&mut buf, vec3(x, 0.03, z), vec3(x, 0.57, z), 0.022, WHITE_PLASTIC);
        }
    }
    for y in [0.03, 0.55] {
        block(&mut buf, vec3(-0.445, y - 0.03, -0.045), vec3(0.415, y + 0.04, 0.045), 0.022, WHITE_PLASTIC);
    }
    rod(&mut buf, vec3(0.4, 0.55, 0.0), vec3(0.45, 0.55, 0.0), 0.012, STAINLESS);
    rod(&mut buf, vec3(0.445, 0.0, 0.0), vec3(0.445, 0.56, 0.0), 0.012, STAINLESS);
    disc(&mut buf, vec3(0.43, 0.55, 0.0), Vec3::Z, 0.022, 0.05, PLASTICS[1]);
    for x in [-0.3, 0.3] {
        block(&mut buf, vec3(x - 0.015, 0.42, -0.06), vec3(x + 0.015, 0.46, -0.02), 0.0, STEEL_DARK);
    }
    buf
}

/// 1.2 m of balcony railing: upright bars too close to climb through.
fn balcony_rail() -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.6, 1.04, -0.035), vec3(0.6, 1.10, 0.035), 0.015, STAINLESS);
    for y in [0.1, 0.94] {
        block(&mut buf, vec3(-0.6, y - 0.015, -0.015), vec3(0.6, y + 0.015, 0.015), 0.004, STEEL);
    }
    for k in 0..11 {
        let x = -0.55 + 0.11 * k as f32;
        rod(&mut buf, vec3(x, 0.1, 0.0), vec3(x, 0.94, 0.0), 0.009, STEEL);
    }
    for x in [-0.58, 0.58] {
        block(&mut buf, vec3(x - 0.02, 0.0, -0.02), vec3(x + 0.02, 1.05, 0.02), 0.005, STEEL);
        buf.standing_box(vec3(x, 0.0, 0.0), vec3(0.04, 0.012, 0.09), 0.003, STEEL);
    }
    buf
}
