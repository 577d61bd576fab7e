//! Everything with a plug: power strip, e-bike battery before and after, lamps, tube, fan, air conditioner, laptop.
//!
//! What shines here always shines: a place that loses its power must swap these props or dim their glow itself.

use bevy::math::{Mat4, Quat, Vec3, vec3};

use super::cloth::lump;
use super::lettering::{SignArt, SignBook, SignSpec, sheet, sheet_on, written};
use super::palette::{
    ASH, BLACK_PLASTIC, CHAR, FLUORESCENT, GREY_PLASTIC, IRON, LAMP, LED_GREEN, LED_RED, PLASTICS, STAINLESS, WHITE_PLASTIC,
};
use super::parts::{block, disc, flat, rod, tilted, turned, wire};
use super::vary::{between, pick};
use crate::view::mesh::{Finish, MeshBuf};

pub(super) fn build(kind: &str, seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "power_strip" => Some(power_strip(seed)),
        "ebike_battery" => Some(battery(text, signs)),
        "ebike_battery_burnt" => Some(battery_burnt(seed)),
        "air_conditioner" => Some(air_conditioner(text, signs)),
        "ceiling_fan" => Some(ceiling_fan()),
        "tube_light" => Some(tube_light()),
        "desk_lamp" => Some(desk_lamp(seed)),
        "laptop_open" => Some(laptop(seed, text, signs)),
        _ => None,
    }
}

/// A five-gang strip with too much in it: two adapters, a plug, cables running off in both directions.
fn power_strip(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.16, 0.0, -0.03), vec3(0.16, 0.034, 0.03), 0.008, WHITE_PLASTIC);
    for k in 0..5 {
        let x = -0.105 + 0.056 * k as f32;
        block(&mut buf, vec3(x - 0.02, 0.03, -0.02), vec3(x + 0.02, 0.036, 0.02), 0.0, GREY_PLASTIC);
    }
    block(&mut buf, vec3(-0.152, 0.03, -0.012), vec3(-0.137, 0.04, 0.012), 0.002, LED_RED);
    let black = [vec3(-0.105, 0.036, 0.0), vec3(0.007, 0.036, 0.0), vec3(0.119, 0.036, 0.0)];
    for (k, at) in black.into_iter().enumerate() {
        let stuff = if pick(seed, k as u32, 2) == 0 { BLACK_PLASTIC } else { WHITE_PLASTIC };
        let tall = [0.055, 0.035, 0.045][k];
        buf.standing_box(at, vec3(0.045, tall, 0.05), 0.008, stuff);
        let away = between(seed, 10 + k as u32, -0.06, 0.06);
        let points = [
            at + vec3(0.0, tall * 0.6, 0.025),
            at + vec3(away * 0.3, 0.02, 0.07),
            vec3(at.x + away * 0.7, 0.005, 0.11),
            vec3(at.x + away, 0.005, 0.15),
        ];
        wire(&mut buf, &points, 0.004, stuff);
    }
    let lead = [vec3(-0.16, 0.016, 0.0), vec3(-0.19, 0.006, -0.01), vec3(-0.2, 0.006, -0.08), vec3(-0.15, 0.006, -0.14)];
    wire(&mut buf, &lead, 0.005, WHITE_PLASTIC);
    buf
}

/// The battery of an electric bicycle on charge, its charger beside it, one red light: the fire to be.
fn battery(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.27, 0.0, -0.085), vec3(0.09, 0.185, 0.085), 0.018, BLACK_PLASTIC);
    block(&mut buf, vec3(-0.272, 0.128, -0.087), vec3(0.092, 0.138, 0.087), 0.004, PLASTICS[1]);
    let handle = [vec3(-0.19, 0.18, 0.0), vec3(-0.17, 0.235, 0.0), vec3(-0.01, 0.235, 0.0), vec3(0.01, 0.18, 0.0)];
    wire(&mut buf, &handle, 0.012, GREY_PLASTIC);
    let label = written(text, &["48V 20Ah", "电动自行车用蓄电池"], (0.24, 0.085), 0xE8_E8_E2, 0x9E_1F_18);
    sheet(&mut buf, signs, label, vec3(-0.09, 0.068, 0.0862), 0.0);
    disc(&mut buf, vec3(0.088, 0.06, 0.0), Vec3::X, 0.018, 0.008, IRON);
    charger(&mut buf, vec3(0.2, 0.0, 0.03));
    let lead = [vec3(0.09, 0.06, 0.0), vec3(0.125, 0.05, 0.02), vec3(0.12, 0.008, 0.12), vec3(0.19, 0.008, 0.16), vec3(0.2, 0.02, 0.11)];
    wire(&mut buf, &lead, 0.005, BLACK_PLASTIC);
    let mains = [vec3(0.2, 0.02, -0.05), vec3(0.21, 0.006, -0.1), vec3(0.12, 0.006, -0.15), vec3(0.0, 0.006, -0.17)];
    wire(&mut buf, &mains, 0.005, BLACK_PLASTIC);
    buf
}

/// The charger: fins, a small fan, the light.
fn charger(buf: &mut MeshBuf, at: Vec3) {
    buf.standing_box(at, vec3(0.09, 0.055, 0.16), 0.008, IRON);
    for k in 0..4 {
        let z = -0.055 + 0.022 * k as f32;
        buf.standing_box(at + vec3(0.0, 0.055, z), vec3(0.08, 0.008, 0.008), 0.0, GREY_PLASTIC);
    }
    buf.standing_box(at + vec3(0.02, 0.055, 0.055), vec3(0.012, 0.006, 0.012), 0.002, LED_RED);
    buf.standing_box(at + vec3(-0.005, 0.055, 0.055), vec3(0.01, 0.004, 0.01), 0.0, PLASTICS[2]);
}

/// What is left: soot on the floor, half a casing, rows of burst cells, a puddle that was a charger.
fn battery_burnt(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    soot(&mut buf, seed);
    lump(&mut buf, vec3(-0.08, 0.0, 0.0), vec3(0.42, 0.07, 0.26), 7, seed, CHAR);
    for row in 0..3 {
        for column in 0..5 {
            let salt = row * 5 + column;
            let (x, z) = (-0.21 + 0.058 * column as f32, -0.05 + 0.05 * row as f32);
            let lean = vec3(between(seed, salt, -0.3, 0.3), 1.0, between(seed, 50 + salt, -0.3, 0.3));
            let cell = if pick(seed, 80 + salt, 3) == 0 { ASH } else { IRON };
            let tall = between(seed, 100 + salt, 0.06, 0.1);
            let at = vec3(x, 0.02, z);
            turned(&mut buf, at, lean, &[(0.016, 0.0), (0.016, tall), (0.013, tall + 0.004), (0.0, tall - 0.01)], 6, cell);
        }
    }
    let walls = [
        (vec3(-0.27, 0.075, 0.0), vec3(0.012, 0.14, 0.16), Quat::from_rotation_z(0.22)),
        (vec3(-0.12, 0.055, -0.09), vec3(0.26, 0.11, 0.012), Quat::from_rotation_x(-0.28)),
        (vec3(0.09, 0.035, 0.04), vec3(0.012, 0.07, 0.12), Quat::from_rotation_z(-0.6)),
        (vec3(-0.02, 0.016, 0.125), vec3(0.2, 0.01, 0.08), Quat::from_rotation_y(0.5)),
    ];
    for (at, size, turn) in walls {
        tilted(&mut buf, at, size, turn, CHAR);
    }
    lump(&mut buf, vec3(0.2, 0.0, 0.03), vec3(0.14, 0.035, 0.2), 6, seed.wrapping_add(1), CHAR);
    let copper = Finish { rgb: 0x8A_5A_3A, ..IRON };
    let lead = [vec3(0.09, 0.03, 0.0), vec3(0.14, 0.012, 0.08), vec3(0.2, 0.03, 0.09)];
    wire(&mut buf, &lead, 0.003, copper);
    lump(&mut buf, vec3(-0.02, 0.005, -0.12), vec3(0.3, 0.03, 0.12), 5, seed.wrapping_add(2), ASH);
    buf
}

/// A ragged black stain around the seat of the fire.
fn soot(buf: &mut MeshBuf, seed: u32) {
    const POINTS: u32 = 14;
    let rim = |k: u32| {
        let angle = k as f32 / POINTS as f32 * std::f32::consts::TAU;
        let reach = between(seed, 200 + k % POINTS, 0.78, 1.0);
        vec3(angle.cos() * 0.29 * reach, 0.003, angle.sin() * 0.19 * reach)
    };
    for k in 0..POINTS {
        buf.triangle(vec3(0.0, 0.003, 0.0), rim(k + 1), rim(k), CHAR);
    }
}

/// The indoor unit: a louvre a hand open, the temperature in green, the energy label nobody takes off.
fn air_conditioner(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.44, 0.0, -0.11), vec3(0.44, 0.30, 0.08), 0.03, WHITE_PLASTIC);
    block(&mut buf, vec3(-0.43, 0.085, 0.06), vec3(0.43, 0.29, 0.105), 0.025, WHITE_PLASTIC);
    block(&mut buf, vec3(-0.40, 0.02, 0.05), vec3(0.40, 0.08, 0.086), 0.0, BLACK_PLASTIC);
    let flap = Quat::from_rotation_x(0.6);
    tilted(&mut buf, vec3(0.0, 0.035, 0.09), vec3(0.80, 0.055, 0.008), flap, WHITE_PLASTIC);
    for k in 0..3 {
        let y = 0.294 + 0.004 * k as f32;
        block(&mut buf, vec3(-0.38, y, -0.08 + 0.05 * k as f32), vec3(0.38, y + 0.003, -0.05 + 0.05 * k as f32), 0.0, GREY_PLASTIC);
    }
    let digits = written(text, &["26"], (0.07, 0.04), 0xF1_F1_EC, 0x2F_B5_6A);
    sheet(&mut buf, signs, digits, vec3(0.32, 0.15, 0.107), 0.0);
    let label = SignSpec::words(&["能效", "2级"], (0.055, 0.08), 0x3E_8A_CB, 0xFF_FF_FF);
    sheet(&mut buf, signs, label, vec3(-0.37, 0.22, 0.107), 0.0);
    rod(&mut buf, vec3(0.42, 0.05, -0.06), vec3(0.47, 0.05, -0.06), 0.03, WHITE_PLASTIC);
    buf
}

/// A three-bladed fan under a rod. It turns about its own Y axis.
fn ceiling_fan() -> MeshBuf {
    let mut buf = MeshBuf::new();
    turned(&mut buf, Vec3::Y * 0.34, Vec3::Y, &[(0.02, 0.0), (0.075, 0.05), (0.075, 0.06)], 10, WHITE_PLASTIC);
    rod(&mut buf, vec3(0.0, 0.12, 0.0), vec3(0.0, 0.36, 0.0), 0.014, WHITE_PLASTIC);
    let motor = [(0.0, 0.0), (0.07, 0.004), (0.11, 0.03), (0.13, 0.06), (0.13, 0.085), (0.09, 0.125), (0.02, 0.14)];
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &motor, 12, WHITE_PLASTIC);
    turned(&mut buf, Vec3::Y * 0.068, Vec3::Y, &[(0.1325, 0.0), (0.1325, 0.01)], 12, PLASTICS[0]);
    for k in 0..3 {
        let mut blade = MeshBuf::new();
        let pitch = Quat::from_rotation_x(0.2);
        tilted(&mut blade, vec3(0.43, 0.055, 0.0), vec3(0.52, 0.012, 0.13), pitch, WHITE_PLASTIC);
        tilted(&mut blade, vec3(0.15, 0.06, 0.0), vec3(0.12, 0.012, 0.05), pitch, STAINLESS);
        buf.append(&blade, Mat4::from_rotation_y(k as f32 * std::f32::consts::TAU / 3.0));
    }
    buf
}

/// A fluorescent tube in its white batten.
fn tube_light() -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.62, 0.055, -0.035), vec3(0.62, 0.10, 0.035), 0.01, WHITE_PLASTIC);
    // Reflector wings: lit from below by the tube, so they shine a little themselves.
    let wing = WHITE_PLASTIC.glowing(0.35);
    for side in [-1.0_f32, 1.0] {
        let corners =
            [vec3(-0.6, 0.056, side * 0.034), vec3(0.6, 0.056, side * 0.034), vec3(0.6, 0.04, side * 0.07), vec3(-0.6, 0.04, side * 0.07)];
        buf.quad_facing(corners, Vec3::NEG_Y, wing);
        buf.quad_facing(corners, Vec3::Y, WHITE_PLASTIC);
    }
    rod(&mut buf, vec3(-0.59, 0.024, 0.0), vec3(0.59, 0.024, 0.0), 0.016, FLUORESCENT);
    for x in [-0.605_f32, 0.605] {
        block(&mut buf, vec3(x - 0.015, 0.0, -0.022), vec3(x + 0.015, 0.06, 0.022), 0.006, WHITE_PLASTIC);
    }
    for x in [-0.572, 0.572] {
        rod(&mut buf, vec3(x - 0.018, 0.024, 0.0), vec3(x + 0.018, 0.024, 0.0), 0.0165, STAINLESS);
    }
    buf
}

/// A reading lamp that is on.
fn desk_lamp(seed: u32) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let stuff = PLASTICS[pick(seed, 1, PLASTICS.len())];
    disc(&mut buf, vec3(0.0, 0.0, -0.06), Vec3::Y, 0.085, 0.024, stuff);
    block(&mut buf, vec3(-0.015, 0.02, -0.012), vec3(0.015, 0.03, 0.012), 0.003, WHITE_PLASTIC);
    let (knee, neck) = (vec3(0.0, 0.26, -0.12), vec3(0.0, 0.39, 0.03));
    wire(&mut buf, &[vec3(0.0, 0.02, -0.06), knee, neck], 0.009, WHITE_PLASTIC);
    buf.ellipsoid(knee, Vec3::splat(0.016), 6, stuff);
    let axis = vec3(0.0, -1.0, 0.35).normalize();
    let shade = [(0.0, -0.02), (0.025, -0.02), (0.04, 0.0), (0.082, 0.085)];
    turned(&mut buf, neck, axis, &shade, 10, stuff);
    turned(&mut buf, neck, axis, &[(0.078, 0.083), (0.035, 0.01)], 10, LAMP.glowing(0.6));
    // The bulb is what dazzles; the disc around it fills the shade from below.
    buf.ellipsoid(neck + axis * 0.05, Vec3::splat(0.035), 8, LAMP);
    buf
}

/// An open laptop, its screen lit.
fn laptop(seed: u32, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let shell = [GREY_PLASTIC, STAINLESS, IRON][pick(seed, 1, 3)];
    block(&mut buf, vec3(-0.165, 0.0, -0.07), vec3(0.165, 0.018, 0.16), 0.006, shell);
    let mut keys = MeshBuf::new();
    flat(&mut keys, Vec3::ZERO, (0.29, 0.1), BLACK_PLASTIC);
    flat(&mut keys, vec3(0.0, -0.098, 0.0), (0.1, 0.065), Finish { rgb: 0x80_87_8C, ..GREY_PLASTIC });
    let down = Quat::from_rotation_x(-std::f32::consts::FRAC_PI_2);
    buf.append(&keys, Mat4::from_rotation_translation(down, vec3(0.0, 0.0188, 0.01)));
    let back = Quat::from_rotation_x(-0.32);
    let hinge = vec3(0.0, 0.014, -0.075);
    let mut lid = MeshBuf::new();
    block(&mut lid, vec3(-0.165, 0.0, -0.008), vec3(0.165, 0.225, 0.0), 0.004, shell);
    flat(&mut lid, vec3(0.0, 0.115, 0.0006), (0.316, 0.205), BLACK_PLASTIC);
    let lid_place = Mat4::from_rotation_translation(back, hinge);
    buf.append(&lid, lid_place);
    let screen = written(text, &["高等数学 网课"], (0.3, 0.185), 0xDF_EC_F7, 0x23_30_4A).art(SignArt::Screen, 0x3F_B8_AF);
    let face = lid_place * Mat4::from_translation(vec3(0.0, 0.117, 0.0016));
    sheet_on(&mut buf, signs, screen, face, 0.9);
    buf.standing_box(vec3(0.14, 0.0155, 0.145), vec3(0.008, 0.003, 0.004), 0.0, LED_GREEN);
    buf
}
