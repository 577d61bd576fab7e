//! The marks of those who help: police, fire brigade, the warden of the dormitory.

use std::f32::consts::{FRAC_PI_2, PI};

use bevy::math::{Mat4, Quat, Vec3};

use super::body::{FOREARM, forearm, trunk};
use super::details::{buttons, collar, collar_points};
use super::dress::{Pieces, cloth, shade};
use super::figure::{Joint, Side};
use super::look::Look;
use super::shape::{Ring, band, cut, patch, sample};
use super::tops::{CHEST, HIPS, Pattern, SPINE, hung, pattern, sew_skirt, skirt, upper_sleeve, waist_and_chest};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// The front of a trunk, as an angle around it.
const FRONT: f32 = FRAC_PI_2;

/// Cloth that throws light back.
fn reflective() -> Finish {
    Finish::new(0xE6E9EC, Surface::Metal).glowing(0.12)
}

/// Tie, epaulettes, badge and number, a shield on the left sleeve, belt and radio.
pub(super) fn police(pieces: &mut Pieces, look: &Look, shell: &[Ring]) {
    let navy = cloth(look.accent_rgb);
    let silver = Finish::new(0xDDE1E6, Surface::Metal);
    let chest = hung(shell, CHEST);
    let buf = pieces.of(Joint::Chest);
    collar(buf, 0.026, 0.004, cloth(look.top_rgb));
    patch(buf, &chest, (FRONT - 0.11, FRONT + 0.11), (-0.02, 0.212), 0.005, navy);
    collar_points(buf, shell, 1.305, cloth(shade(look.top_rgb, 1.05)));
    patch(buf, &chest, (FRONT + 0.45, FRONT + 0.85), (0.085, 0.120), 0.005, navy);
    patch(buf, &chest, (FRONT - 0.80, FRONT - 0.52), (0.075, 0.125), 0.006, silver);
    for s in [1.0_f32, -1.0] {
        let turn = Quat::from_rotation_z(-0.42 * s);
        let mut strap = MeshBuf::new();
        strap.bevel_box(Vec3::ZERO, Vec3::new(0.090, 0.010, 0.048), 0.004, navy);
        strap.bevel_box(Vec3::new(0.018 * s, 0.005, 0.0), Vec3::new(0.010, 0.006, 0.034), 0.0, silver);
        let place = Vec3::new(0.128 * s, 1.338 - CHEST, -0.006);
        buf.append(&strap, Mat4::from_rotation_translation(turn, place));
    }
    buf.bevel_box(Vec3::new(0.085, 1.285 - CHEST, 0.098), Vec3::new(0.030, 0.045, 0.020), 0.005, Finish::new(0x17191D, Surface::Plain));
    buttons(pieces.of(Joint::Spine), shell, SPINE, &[1.03], silver);
    shield(pieces, look);
    belt(pieces, look);
}

/// The shield with its word as a colour block on the left sleeve.
fn shield(pieces: &mut Pieces, look: &Look) {
    let arm = upper_sleeve(look, Side::Left, &pattern(look));
    let buf = pieces.of(Joint::UpperArmL);
    patch(buf, &arm, (-0.62, 0.62), (-0.140, -0.060), 0.004, cloth(look.accent_rgb));
    patch(buf, &arm, (-0.40, 0.40), (-0.092, -0.070), 0.006, Finish::new(0xE9C85B, Surface::Cloth));
    patch(buf, &arm, (-0.28, 0.28), (-0.128, -0.100), 0.006, Finish::new(0xDDE1E6, Surface::Cloth));
}

/// A broad black belt with a buckle and two pouches.
fn belt(pieces: &mut Pieces, look: &Look) {
    let black = Finish::new(0x141518, Surface::Leather);
    let rings = trunk(look, 0.012);
    let buf = pieces.of(Joint::Hips);
    band(buf, &hung(&rings, HIPS), (0.945 - HIPS, 0.990 - HIPS), 0.004, black);
    let z = sample(&rings, 0.967).front(0.0) + 0.006;
    buf.bevel_box(Vec3::new(0.0, 0.967 - HIPS, z), Vec3::new(0.045, 0.034, 0.008), 0.003, Finish::new(0xC9CDD2, Surface::Metal));
    for s in [1.0_f32, -1.0] {
        let at = Vec3::new(0.152 * s, 0.945 - HIPS, 0.020);
        buf.bevel_box(at, Vec3::new(0.034, 0.080, 0.060), 0.010, black);
    }
}

/// Lime and silver stripes on chest, sleeves and hem, and an air bottle on the back.
pub(super) fn firefighter(pieces: &mut Pieces, look: &Look, shell: &[Ring]) {
    let lime = cloth(look.accent_rgb);
    collar(pieces.of(Joint::Chest), 0.060, 0.010, cloth(shade(look.top_rgb, 1.25)));
    let stripe = |buf: &mut MeshBuf, rings: &[Ring], middle: f32| {
        band(buf, rings, (middle - 0.030, middle + 0.030), 0.003, lime);
        band(buf, rings, (middle - 0.011, middle + 0.011), 0.006, reflective());
    };
    stripe(pieces.of(Joint::Chest), &hung(shell, CHEST), 1.195 - CHEST);
    stripe(pieces.of(Joint::Hips), &hung(&skirt(shell, &pattern(look)), HIPS), 0.850 - HIPS);
    let sleeve = pattern(look).sleeve;
    for side in Side::BOTH {
        let [upper, fore, _] = side.arm();
        stripe(pieces.of(upper), &upper_sleeve(look, side, &pattern(look)), -0.150);
        stripe(pieces.of(fore), &forearm(look, sleeve), -FOREARM + 0.055);
    }
    let buf = pieces.of(Joint::Chest);
    let steel = Finish::new(0xD9B23A, Surface::Metal);
    buf.cylinder(Vec3::new(0.0, -0.19, -0.200), Vec3::new(0.0, 0.17, -0.195), 0.058, 8, steel);
    let strap = Finish::new(0x15171A, Surface::Cloth);
    let chest = hung(shell, CHEST);
    for s in [1.0_f32, -1.0] {
        let edge = FRONT + 0.62 * s;
        patch(buf, &chest, (edge - 0.11, edge + 0.11), (-0.03, 0.215), 0.011, strap);
    }
}

/// A sleeveless vest over the pullover with two reflective stripes, and an armband on the left sleeve.
pub(super) fn vest(pieces: &mut Pieces, look: &Look) {
    let red = cloth(look.top_rgb);
    let outer = trunk(look, 0.021);
    let cut_low = Pattern { hem: 0.850, ..pattern(look) };
    sew_skirt(pieces.of(Joint::Hips), &outer, &cut_low, red);
    waist_and_chest(pieces, &cut(&outer, 0.820, 1.350), 0.0, red);
    let chest = hung(&outer, CHEST);
    band(pieces.of(Joint::Chest), &chest, (1.185 - CHEST, 1.220 - CHEST), 0.003, reflective());
    band(pieces.of(Joint::Hips), &hung(&skirt(&outer, &cut_low), HIPS), (0.885 - HIPS, 0.915 - HIPS), 0.003, reflective());
    patch(pieces.of(Joint::Chest), &chest, (FRONT - 0.045, FRONT + 0.045), (-0.02, 0.19), 0.005, cloth(shade(look.top_rgb, 0.7)));
    collar(pieces.of(Joint::Chest), 0.030, 0.006, cloth(look.accent_rgb));
    let arm = upper_sleeve(look, Side::Left, &pattern(look));
    let sleeve = pieces.of(Joint::UpperArmL);
    band(sleeve, &arm, (-0.165, -0.085), 0.004, red);
    patch(sleeve, &arm, (-0.9, 0.9), (-0.145, -0.105), 0.006, Finish::new(0xF2D15C, Surface::Cloth));
    let back = (PI + FRONT - 0.60, PI + FRONT + 0.60);
    patch(pieces.of(Joint::Chest), &chest, back, (0.115, 0.165), 0.005, Finish::new(0xF2D15C, Surface::Cloth));
}
