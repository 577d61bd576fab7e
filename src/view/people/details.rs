//! What tells clothes and callings apart at ten metres: hoods, zips, stripes, badges, vests, belts.

use std::f32::consts::{FRAC_PI_2, PI};

use bevy::math::{Mat4, Quat, Vec3};

use super::body::{FOREARM, forearm, thigh, trunk};
use super::dress::{Pieces, cloth, shade};
use super::figure::{Joint, Side};
use super::look::{Look, Top};
use super::noise::mix;
use super::shape::{LIMB_SIDES, Ring, band, cut, lay, loft, patch, ring, sample};
use super::tops::{CHEST, HIPS, Pattern, SPINE, hung, pattern, shell, skirt, upper_sleeve};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// The front of a trunk, as an angle around it.
const FRONT: f32 = FRAC_PI_2;

/// A top being finished: where its surface is.
struct Table<'a> {
    look: &'a Look,
    pattern: Pattern,
    shell: Vec<Ring>,
    skirt: Vec<Ring>,
}

impl Table<'_> {
    /// The surface that a piece of the trunk has.
    fn under(&self, joint: Joint) -> &[Ring] {
        if joint == Joint::Hips { &self.skirt } else { &self.shell }
    }
}

/// Adds what belongs to the top.
pub(super) fn sew(pieces: &mut Pieces, look: &Look) {
    let pattern = pattern(look);
    let shell = shell(look, &pattern);
    let skirt = skirt(&shell, &pattern);
    let table = Table { look, pattern, shell, skirt };
    match look.top {
        Top::Hoodie => hoodie(pieces, &table),
        Top::Sportswear => sportswear(pieces, &table),
        Top::DownJacket => down_jacket(pieces, &table),
        Top::Pyjamas => pyjamas(pieces, &table),
        Top::TShirt => t_shirt(pieces, &table),
        Top::Cardigan => cardigan(pieces, &table),
        Top::PoliceShirt => super::uniforms::police(pieces, look, &table.shell),
        Top::FireSuit => super::uniforms::firefighter(pieces, look, &table.shell),
        Top::WhiteCoat => white_coat(pieces, &table),
        Top::Vest => super::uniforms::vest(pieces, look),
    }
}

/// A strip down the front of the trunk, from `low` to `high`, laid on each of its three pieces.
fn down_the_front(pieces: &mut Pieces, table: &Table, half: f32, (low, high): (f32, f32), finish: Finish) {
    let grow = if table.pattern.puff > 0.0 { 0.011 } else { 0.0035 };
    for (joint, height, from, to) in trunk_spans(low, high) {
        let rings = hung(table.under(joint), height);
        patch(pieces.of(joint), &rings, (FRONT - half, FRONT + half), (from - height, to - height), grow, finish);
    }
}

/// Which piece of the trunk is between which standing heights.
fn trunk_spans(low: f32, high: f32) -> [(Joint, f32, f32, f32); 3] {
    [(Joint::Hips, HIPS, low, SPINE), (Joint::Spine, SPINE, SPINE, CHEST), (Joint::Chest, CHEST, CHEST, high)]
}

/// A standing collar around the neck, in the chest's frame, lower in front.
pub(super) fn collar(buf: &mut MeshBuf, height: f32, wide: f32, finish: Finish) {
    let rings = [
        ring(-0.020, 0.090 + wide, 0.078 + wide),
        ring(height * 0.55, 0.064 + wide, 0.062 + wide),
        ring(height, 0.059 + wide, 0.058 + wide),
        ring(height * 0.4, 0.051 + wide, 0.050 + wide),
    ];
    let mut out = MeshBuf::new();
    loft(&mut out, &rings, 10, finish);
    let place = Mat4::from_rotation_translation(Quat::from_rotation_x(0.16), Vec3::new(0.0, 1.350 - CHEST, -0.010));
    buf.append(&out, place);
}

/// Two folded points of a shirt collar on the chest, from the neck down to `tip` (a standing height).
pub(super) fn collar_points(buf: &mut MeshBuf, shell: &[Ring], tip: f32, finish: Finish) {
    let hung = hung(shell, CHEST);
    let at = |y: f32| sample(&hung, y - CHEST);
    for s in [1.0_f32, -1.0] {
        let rows = [(tip, 0.34, 0.40), (mix(tip, 1.365, 0.45), 0.10, 0.66), (1.365, 0.24, 0.95)].map(|(y, from, to)| {
            // Angles grow to the left, so the right point is laid from its outer edge.
            if s > 0.0 { (at(y), FRONT - to, FRONT - from) } else { (at(y), FRONT + from, FRONT + to) }
        });
        lay(buf, &rows, 0.009, finish);
    }
}

/// Small discs down the front, as buttons.
pub(super) fn buttons(buf: &mut MeshBuf, shell: &[Ring], joint: f32, heights: &[f32], finish: Finish) {
    for y in heights {
        let at = Vec3::new(0.0, y - joint, sample(shell, *y).front(0.0) + 0.004);
        buf.bevel_box(at, Vec3::new(0.011, 0.011, 0.004), 0.0, finish);
    }
}

fn hoodie(pieces: &mut Pieces, table: &Table) {
    let look = table.look;
    let (main, rib) = (cloth(look.top_rgb), cloth(shade(look.top_rgb, 0.82)));
    let chest = pieces.of(Joint::Chest);
    let cowl = [
        ring(-0.040, 0.105, 0.085),
        ring(-0.010, 0.104, 0.092),
        ring(0.022, 0.092, 0.082),
        ring(0.030, 0.074, 0.066),
        ring(0.006, 0.056, 0.052),
    ];
    let mut hood = MeshBuf::new();
    loft(&mut hood, &cowl, 10, main);
    hood.ellipsoid(Vec3::new(0.0, -0.055, -0.092), Vec3::new(0.090, 0.075, 0.034), 8, main);
    chest.append(&hood, Mat4::from_rotation_translation(Quat::from_rotation_x(0.30), Vec3::new(0.0, 1.352 - CHEST, -0.012)));
    for s in [1.0_f32, -1.0] {
        let z = sample(&table.shell, 1.24).front(0.03) + 0.008;
        let cord = Vec3::new(0.028 * s, 1.245 - CHEST, z);
        chest.bevel_box(cord, Vec3::new(0.006, 0.085, 0.006), 0.0, cloth(look.accent_rgb));
    }
    let hips = hung(&table.skirt, HIPS);
    let (low, high) = (table.pattern.hem - HIPS, table.pattern.hem + 0.040 - HIPS);
    band(pieces.of(Joint::Hips), &hips, (low, high), 0.002, rib);
    patch(pieces.of(Joint::Hips), &hips, (FRONT - 0.72, FRONT + 0.72), (high + 0.012, high + 0.105), 0.007, rib);
    cuffs(pieces, table, 0.045, rib);
}

/// A knitted or sewn cuff on each sleeve.
fn cuffs(pieces: &mut Pieces, table: &Table, wide: f32, finish: Finish) {
    let rings = forearm(table.look, table.pattern.sleeve);
    for side in Side::BOTH {
        let [_, fore, _] = side.arm();
        band(pieces.of(fore), &rings, (-FOREARM + 0.010, -FOREARM + 0.010 + wide), 0.002, finish);
    }
}

fn sportswear(pieces: &mut Pieces, table: &Table) {
    let look = table.look;
    let accent = cloth(look.accent_rgb);
    down_the_front(pieces, table, 0.05, (table.pattern.hem, 1.335), Finish::new(0xD5D8DA, Surface::Metal));
    collar(pieces.of(Joint::Chest), 0.048, 0.004, cloth(look.top_rgb));
    band(pieces.of(Joint::Chest), &hung(&table.shell, CHEST), (1.205 - CHEST, 1.240 - CHEST), 0.003, accent);
    for side in Side::BOTH {
        let [upper, fore, _] = side.arm();
        let outside = if side == Side::Left { 0.0 } else { PI };
        let high = upper_sleeve(look, side, &table.pattern);
        let low = forearm(look, table.pattern.sleeve);
        patch(pieces.of(upper), &high, (outside - 0.30, outside + 0.30), (-0.262, -0.016), 0.002, accent);
        patch(pieces.of(fore), &low, (outside - 0.34, outside + 0.34), (-FOREARM + 0.014, 0.0), 0.002, accent);
    }
}

fn down_jacket(pieces: &mut Pieces, table: &Table) {
    let look = table.look;
    down_the_front(pieces, table, 0.07, (table.pattern.hem + 0.01, 1.33), cloth(shade(look.top_rgb, 0.7)));
    collar(pieces.of(Joint::Chest), 0.062, 0.016, cloth(look.top_rgb));
    let hips = hung(&table.skirt, HIPS);
    band(pieces.of(Joint::Hips), &hips, (table.pattern.hem - HIPS, table.pattern.hem + 0.022 - HIPS), 0.003, cloth(look.accent_rgb));
    cuffs(pieces, table, 0.026, cloth(look.accent_rgb));
}

fn pyjamas(pieces: &mut Pieces, table: &Table) {
    let (look, light) = (table.look, cloth(table.look.accent_rgb));
    down_the_front(pieces, table, 0.10, (table.pattern.hem, 1.31), cloth(shade(look.top_rgb, 1.10)));
    collar_points(pieces.of(Joint::Chest), &table.shell, 1.285, light);
    collar(pieces.of(Joint::Chest), 0.018, 0.004, light);
    buttons(pieces.of(Joint::Chest), &table.shell, CHEST, &[1.26, 1.17], light);
    buttons(pieces.of(Joint::Spine), &table.shell, SPINE, &[1.07], light);
    let chest = hung(&table.shell, CHEST);
    patch(pieces.of(Joint::Chest), &chest, (FRONT - 0.95, FRONT - 0.50), (0.055, 0.120), 0.004, cloth(shade(look.top_rgb, 0.9)));
    cuffs(pieces, table, 0.020, light);
}

fn t_shirt(pieces: &mut Pieces, table: &Table) {
    let look = table.look;
    let accent = cloth(look.accent_rgb);
    let chest = hung(&table.shell, CHEST);
    patch(pieces.of(Joint::Chest), &chest, (FRONT - 0.50, FRONT + 0.50), (0.030, 0.125), 0.0035, accent);
    collar(pieces.of(Joint::Chest), 0.010, 0.006, cloth(shade(look.top_rgb, 0.85)));
}

fn cardigan(pieces: &mut Pieces, table: &Table) {
    let look = table.look;
    let shirt = cloth(look.accent_rgb);
    down_the_front(pieces, table, 0.26, (table.pattern.hem + 0.035, 1.371), shirt);
    let chest = hung(&table.shell, CHEST);
    let neck = [(1.225, 0.27), (1.300, 0.46), (1.345, 0.75), (1.371, 1.25)]
        .map(|(y, half)| (sample(&chest, y - CHEST), FRONT - half, FRONT + half));
    lay(pieces.of(Joint::Chest), &neck, 0.0045, shirt);
    let rib = cloth(shade(look.top_rgb, 0.85));
    for s in [1.0_f32, -1.0] {
        let edge = FRONT + 0.29 * s;
        for (joint, height, from, to) in trunk_spans(table.pattern.hem, 1.270) {
            let rings = hung(table.under(joint), height);
            patch(pieces.of(joint), &rings, (edge - 0.06, edge + 0.06), (from - height, to - height), 0.007, rib);
        }
    }
    collar_points(pieces.of(Joint::Chest), &table.shell, 1.300, shirt);
    collar(pieces.of(Joint::Chest), 0.024, 0.004, shirt);
    cuffs(pieces, table, 0.040, rib);
}

fn white_coat(pieces: &mut Pieces, table: &Table) {
    let look = table.look;
    let white = cloth(look.top_rgb);
    let seam = cloth(shade(look.top_rgb, 0.86));
    down_the_front(pieces, table, 0.035, (table.pattern.hem, 1.29), seam);
    collar_points(pieces.of(Joint::Chest), &table.shell, 1.245, cloth(shade(look.top_rgb, 0.93)));
    collar(pieces.of(Joint::Chest), 0.020, 0.006, white);
    // White on the thighs too, so that a step does not push dark trousers through the cloth.
    for side in Side::BOTH {
        let [upper, _, _] = side.leg();
        loft(pieces.of(upper), &cut(&thigh(look, side, 0.016), -0.170, -0.010), LIMB_SIDES, white);
    }
    let chest = hung(&table.shell, CHEST);
    patch(pieces.of(Joint::Chest), &chest, (FRONT - 0.98, FRONT - 0.46), (0.040, 0.110), 0.004, seam);
    patch(pieces.of(Joint::Chest), &chest, (FRONT - 0.90, FRONT - 0.56), (0.075, 0.125), 0.007, cloth(look.accent_rgb));
    let arm = upper_sleeve(look, Side::Left, &table.pattern);
    patch(pieces.of(Joint::UpperArmL), &arm, (-0.5, 0.5), (-0.115, -0.055), 0.004, cloth(look.accent_rgb));
    let back = hung(&trunk(look, table.pattern.pad), CHEST);
    patch(pieces.of(Joint::Chest), &back, (FRONT * 3.0 - 0.55, FRONT * 3.0 + 0.55), (0.070, 0.110), 0.004, cloth(look.accent_rgb));
}
