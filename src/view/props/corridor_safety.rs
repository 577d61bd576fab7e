//! What a corridor has against fire: hydrant, extinguishers, call point, sounder, detector, lamps and exit signs.
//!
//! Shapes and words follow what is built in Chinese dormitories, so that a student finds the same thing at home.

use bevy::math::{Quat, Vec3, vec3};

use super::lettering::{SignArt, SignBook, SignSpec, sheet, wrapped, written};
use super::palette::{
    ALUMINIUM, BLACK_PLASTIC, BRASS, EXIT_GREEN, FIRE_RED, FLUORESCENT, GLASS, GREY_PLASTIC, IRON, LED_GREEN, LED_RED, LINEN, RED_PLASTIC,
    STAINLESS, WHITE_PLASTIC,
};
use super::parts::{block, flat, glints, rod, stud, tilted, turned, wire};
use crate::view::mesh::{Finish, MeshBuf};

pub(super) fn build(kind: &str, _seed: u32, text: &[String], signs: &mut SignBook) -> Option<MeshBuf> {
    match kind {
        "hydrant_box" => Some(hydrant(text, signs)),
        "extinguisher_box" => Some(extinguisher_box(text, signs)),
        "extinguisher" => Some(extinguisher(text, signs)),
        "call_point" => Some(call_point(text, signs)),
        "window_handle" => Some(window_handle()),
        "sounder" => Some(sounder(text, signs)),
        "smoke_detector" => Some(smoke_detector()),
        "emergency_lamp" => Some(emergency_lamp(text, signs)),
        "exit_sign" => Some(exit_sign(SignArt::Exit, text, signs)),
        "exit_sign_left" => Some(exit_sign(SignArt::ExitLeft, text, signs)),
        "exit_sign_right" => Some(exit_sign(SignArt::ExitRight, text, signs)),
        _ => None,
    }
}

/// The hydrant: a red frame, glass with the words across it, and behind it hose, nozzle and valve.
fn hydrant(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let back = Finish { rgb: 0x7E_1F_1A, ..FIRE_RED };
    flat(&mut buf, vec3(0.0, 0.45, -0.075), (0.66, 0.86), back);
    for x in [-0.325, 0.325] {
        block(&mut buf, vec3(x - 0.025, 0.0, -0.08), vec3(x + 0.025, 0.9, 0.07), 0.01, FIRE_RED);
    }
    for y in [0.025, 0.875] {
        block(&mut buf, vec3(-0.3, y - 0.025, -0.08), vec3(0.3, y + 0.025, 0.07), 0.01, FIRE_RED);
    }
    hose(&mut buf);
    // The words stand on the glass, between two clear fields.
    for y in [0.355, 0.625] {
        block(&mut buf, vec3(-0.3, y - 0.012, 0.05), vec3(0.3, y + 0.012, 0.066), 0.004, FIRE_RED);
    }
    let words = written(text, &["消火栓", "火警 119"], (0.6, 0.25), 0xF8_F4_E9, 0xC0_2A_20);
    sheet(&mut buf, signs, words, vec3(0.0, 0.49, 0.058), 0.0);
    glints(&mut buf, vec3(-0.3, 0.05, 0.058), vec3(0.3, 0.345, 0.058));
    glints(&mut buf, vec3(-0.3, 0.64, 0.058), vec3(0.3, 0.85, 0.058));
    block(&mut buf, vec3(0.262, 0.42, 0.062), vec3(0.288, 0.54, 0.08), 0.005, STAINLESS);
    buf
}

/// The coiled hose with its couplings, the valve with its wheel.
fn hose(buf: &mut MeshBuf) {
    let at = vec3(-0.1, 0.24, -0.07);
    for k in 0..3 {
        let r = 0.16 - 0.042 * k as f32;
        let coil = [(r, 0.0), (r, 0.05), (r - 0.012, 0.062), (r - 0.024, 0.06), (r - 0.034, 0.02)];
        turned(buf, at, Vec3::Z, &coil, 12, LINEN);
    }
    turned(buf, vec3(0.17, 0.17, -0.02), Vec3::Y, &[(0.024, 0.0), (0.024, 0.05), (0.014, 0.24), (0.012, 0.25)], 8, BRASS);
    rod(buf, vec3(0.1, 0.72, -0.07), vec3(0.1, 0.72, 0.02), 0.045, FIRE_RED);
    turned(buf, vec3(0.1, 0.72, -0.01), vec3(-1.0, -0.4, 0.0), &[(0.04, 0.0), (0.04, 0.09), (0.032, 0.12), (0.0, 0.12)], 8, BRASS);
    turned(
        buf,
        vec3(0.1, 0.72, 0.015),
        Vec3::Z,
        &[(0.06, 0.0), (0.066, 0.008), (0.06, 0.016), (0.04, 0.012), (0.0, 0.016)],
        10,
        RED_PLASTIC,
    );
}

/// One 5 kg powder extinguisher standing at `at`; the plain one leaves hose and levers out.
fn bottle(buf: &mut MeshBuf, signs: &mut SignBook, at: Vec3, label: SignSpec, plain: bool) {
    let shell = [(0.0, 0.0), (0.062, 0.0), (0.07, 0.02), (0.07, 0.37), (0.056, 0.42), (0.022, 0.445), (0.022, 0.47)];
    turned(buf, at, Vec3::Y, &shell, 10, FIRE_RED);
    turned(buf, at + Vec3::Y * 0.465, Vec3::Y, &[(0.026, 0.0), (0.026, 0.03), (0.0, 0.035)], 8, BRASS);
    wrapped(buf, signs, label, at + Vec3::Y * 0.12, (0.07, 0.07));
    let levers = [(0.505, 0.04), (0.526, 0.24)];
    for (y, lift) in levers {
        let turn = Quat::from_rotation_y(0.35) * Quat::from_rotation_z(lift);
        tilted(buf, at + vec3(0.034, y, -0.01), vec3(0.115, 0.008, 0.022), turn, BLACK_PLASTIC);
    }
    stud(buf, at + vec3(0.0, 0.482, 0.024), Vec3::Z, 0.016, 0.01, WHITE_PLASTIC);
    turned(buf, at + vec3(0.0, 0.482, 0.0345), Vec3::Z, &[(0.011, 0.0), (0.0, 0.0)], 8, EXIT_GREEN);
    if plain {
        return;
    }
    let tube = [(-0.02, 0.485, 0.0), (-0.075, 0.47, 0.01), (-0.088, 0.40, 0.01), (-0.084, 0.2, 0.01)];
    for pair in tube.windows(2) {
        let [a, b] = [pair[0], pair[1]].map(|(x, y, z)| at + vec3(x, y, z));
        rod(buf, a, b, 0.01, BLACK_PLASTIC);
    }
    turned(buf, at + vec3(-0.084, 0.2, 0.01), Vec3::NEG_Y, &[(0.01, 0.0), (0.016, 0.06), (0.0, 0.055)], 8, BLACK_PLASTIC);
    turned(buf, at + Vec3::Y * 0.28, Vec3::Y, &[(0.0715, 0.0), (0.0715, 0.014)], 10, IRON);
}

fn extinguisher_label(text: &[String]) -> SignSpec {
    written(text, &["干粉灭火器", "ABC 5kg", "提 拔 握 压"], (0.13, 0.15), 0xF8_F4_E9, 0xB2_2A_22)
}

fn extinguisher(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    bottle(&mut buf, signs, Vec3::ZERO, extinguisher_label(text), false);
    buf
}

/// A steel box on the floor with a window, two extinguishers in it and the words on its front.
fn extinguisher_box(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    let inside = Finish { rgb: 0x7E_1F_1A, ..FIRE_RED };
    for x in [-0.215, 0.215] {
        block(&mut buf, vec3(x - 0.01, 0.03, -0.115), vec3(x + 0.01, 0.72, 0.115), 0.005, FIRE_RED);
        block(&mut buf, vec3(x - 0.015, 0.0, -0.1), vec3(x + 0.015, 0.035, 0.1), 0.0, BLACK_PLASTIC);
    }
    flat(&mut buf, vec3(0.0, 0.375, -0.108), (0.42, 0.67), inside);
    block(&mut buf, vec3(-0.22, 0.03, -0.115), vec3(0.22, 0.05, 0.115), 0.0, inside);
    block(&mut buf, vec3(-0.23, 0.69, -0.12), vec3(0.23, 0.72, 0.12), 0.01, FIRE_RED);
    block(&mut buf, vec3(-0.21, 0.04, 0.098), vec3(0.21, 0.27, 0.115), 0.005, FIRE_RED);
    block(&mut buf, vec3(-0.21, 0.635, 0.098), vec3(0.21, 0.695, 0.115), 0.005, FIRE_RED);
    for x in [-0.103, 0.103] {
        bottle(&mut buf, signs, vec3(x, 0.05, -0.012), extinguisher_label(&[]), true);
    }
    let words = written(text, &["灭火器箱", "火警 119"], (0.34, 0.17), 0xC8_34_2B, 0xFF_FF_FF);
    sheet(&mut buf, signs, words, vec3(0.0, 0.155, 0.1165), 0.0);
    glints(&mut buf, vec3(-0.2, 0.28, 0.108), vec3(0.2, 0.63, 0.108));
    block(&mut buf, vec3(-0.03, 0.652, 0.115), vec3(0.03, 0.672, 0.125), 0.004, STAINLESS);
    buf
}

/// A manual call point; the middle of its glass is 0.14 m above its underside.
fn call_point(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.05, 0.09, -0.025), vec3(0.05, 0.19, 0.016), 0.01, RED_PLASTIC);
    block(&mut buf, vec3(-0.04, 0.1, 0.01), vec3(0.04, 0.18, 0.02), 0.004, RED_PLASTIC);
    let press = SignSpec::words(&["火警", "按下"], (0.06, 0.05), 0xF8_F8_F4, 0xB2_2A_22);
    sheet(&mut buf, signs, press, vec3(0.0, 0.138, 0.0208), 0.0);
    block(&mut buf, vec3(-0.028, 0.17, 0.018), vec3(-0.02, 0.176, 0.023), 0.001, LED_RED);
    block(&mut buf, vec3(-0.008, 0.098, 0.016), vec3(0.008, 0.106, 0.023), 0.002, BLACK_PLASTIC);
    let label = written(text, &["手动报警按钮"], (0.16, 0.055), 0xC8_34_2B, 0xFF_FF_FF);
    block(&mut buf, vec3(-0.082, 0.01, -0.025), vec3(0.082, 0.07, -0.02), 0.001, WHITE_PLASTIC);
    sheet(&mut buf, signs, label, vec3(0.0, 0.04, -0.0192), 0.0);
    buf
}

/// The handle of a sash: a plate and a lever that hangs down.
fn window_handle() -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.018, 0.06, -0.035), vec3(0.018, 0.16, -0.023), 0.004, ALUMINIUM);
    block(&mut buf, vec3(-0.011, 0.115, -0.023), vec3(0.011, 0.137, 0.012), 0.004, ALUMINIUM);
    block(&mut buf, vec3(-0.012, 0.0, 0.002), vec3(0.012, 0.137, 0.024), 0.006, ALUMINIUM);
    buf
}

/// The sounder with its strobe. The strobe is dark: whoever raises the alarm lets it flash.
fn sounder(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.07, 0.0, -0.045), vec3(0.07, 0.20, -0.01), 0.015, RED_PLASTIC);
    let horn = [(0.056, 0.0), (0.053, 0.025), (0.046, 0.032), (0.034, 0.02), (0.0, 0.016)];
    turned(&mut buf, vec3(0.0, 0.096, -0.012), Vec3::Z, &horn, 12, RED_PLASTIC);
    for k in 0..3 {
        let y = 0.080 + 0.016 * k as f32;
        block(&mut buf, vec3(-0.034, y - 0.003, 0.008), vec3(0.034, y + 0.003, 0.014), 0.0, BLACK_PLASTIC);
    }
    let lens = [(0.03, 0.0), (0.028, 0.02), (0.016, 0.034), (0.0, 0.038)];
    turned(&mut buf, vec3(0.0, 0.168, -0.012), Vec3::Z, &lens, 10, Finish { rgb: 0xF6_D8_D2, ..GLASS });
    let label = written(text, &["火灾声光警报器"], (0.104, 0.022), 0xC8_34_2B, 0xFF_FF_FF);
    sheet(&mut buf, signs, label, vec3(0.0, 0.0265, -0.0085), 0.0);
    buf
}

/// A point detector, seen from below.
fn smoke_detector() -> MeshBuf {
    let mut buf = MeshBuf::new();
    let body = [(0.0, 0.0), (0.03, 0.0), (0.036, 0.006), (0.036, 0.012), (0.03, 0.014), (0.03, 0.022), (0.047, 0.028)];
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &body, 12, WHITE_PLASTIC);
    let base = [(0.047, 0.028), (0.052, 0.036), (0.052, 0.036), (0.055, 0.048), (0.055, 0.06)];
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &base, 12, WHITE_PLASTIC);
    turned(&mut buf, Vec3::ZERO, Vec3::Y, &[(0.0306, 0.0145), (0.0306, 0.0215)], 12, GREY_PLASTIC);
    block(&mut buf, vec3(0.02, -0.001, -0.003), vec3(0.026, 0.004, 0.003), 0.0, LED_RED);
    buf
}

/// A twin-headed emergency lamp (双头应急灯), both heads shining down the corridor.
fn emergency_lamp(text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.14, 0.0, -0.045), vec3(0.14, 0.13, 0.03), 0.012, WHITE_PLASTIC);
    for side in [-1.0_f32, 1.0] {
        let neck = vec3(side * 0.085, 0.13, -0.01);
        rod(&mut buf, neck, neck + Vec3::Y * 0.035, 0.01, WHITE_PLASTIC);
        let axis = vec3(side * 0.35, -0.3, 1.0).normalize();
        let head = neck + Vec3::Y * 0.075 - axis * 0.03;
        let shell = [(0.0, -0.012), (0.03, -0.01), (0.043, 0.015), (0.048, 0.05), (0.042, 0.05)];
        turned(&mut buf, head, axis, &shell, 10, WHITE_PLASTIC);
        turned(&mut buf, head, axis, &[(0.043, 0.048), (0.0, 0.052)], 10, FLUORESCENT);
    }
    let label = written(text, &["消防应急灯"], (0.14, 0.035), 0xF1_F1_EC, 0x1E_6E_46);
    sheet(&mut buf, signs, label, vec3(-0.03, 0.07, 0.0312), 0.0);
    for (x, finish) in [(0.07, LED_GREEN), (0.09, GREY_PLASTIC), (0.11, GREY_PLASTIC)] {
        block(&mut buf, vec3(x - 0.004, 0.066, 0.029), vec3(x + 0.004, 0.074, 0.034), 0.001, finish);
    }
    buf
}

/// A lit sign on a wall, its arrow as drawn by `art`.
fn exit_sign(art: SignArt, text: &[String], signs: &mut SignBook) -> MeshBuf {
    let mut buf = MeshBuf::new();
    block(&mut buf, vec3(-0.18, 0.0, -0.015), vec3(0.18, 0.16, 0.011), 0.005, ALUMINIUM);
    flat(&mut buf, vec3(0.0, 0.08, 0.0115), (0.35, 0.15), EXIT_GREEN.glowing(0.4));
    let spec = written(text, &["安全出口", "EXIT"], (0.34, 0.14), 0x1E_8F_4E, 0xFF_FF_FF).art(art, 0x1E_8F_4E);
    sheet(&mut buf, signs, spec, vec3(0.0, 0.08, 0.0125), 1.0);
    let cable = [vec3(0.12, 0.155, -0.008), vec3(0.12, 0.165, -0.008)];
    wire(&mut buf, &cable, 0.006, BLACK_PLASTIC);
    buf
}
