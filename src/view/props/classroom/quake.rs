//! What an earthquake leaves on the floor: broken ceiling panels, glass, plaster dust.

use bevy::math::{Mat4, Quat, Vec2, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};

use super::kit::shapes::{at, fit, lying, mound, slab, yaw};
use super::kit::tints::{CHROME, CONCRETE, card};
use super::kit::{Dice, Piece, v};

const PANEL: Finish = Finish::new(0xE9E6DD, Surface::CeilingPanel);
const CRUMB: Finish = Finish::new(0xCFC9BC, Surface::Plaster);
const DUST: Finish = Finish::new(0xBDB6A8, Surface::Plaster);
const SHARD: Finish = Finish::new(0xC3DDE2, Surface::Plain).glowing(0.06);

/// A jagged flat piece of about `radius`, with `n` corners.
fn jagged(radius: f32, n: u32, dice: Dice, salt: u32) -> Vec<Vec2> {
    (0..n)
        .map(|k| {
            let a = (k as f32 + dice.range(salt + k, -0.25, 0.25)) / n as f32 * std::f32::consts::TAU;
            Vec2::from_angle(a) * (radius * dice.range(salt + k + 20, 0.55, 1.0))
        })
        .collect()
}

/// A suspended-ceiling panel that came down and broke in two, with a bent rail.
pub(super) fn ceiling_tile_fallen(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    let left = [(-0.3, -0.3), (0.02, -0.3), (0.1, -0.12), (-0.03, 0.05), (0.06, 0.3), (-0.3, 0.3)];
    let right = [(0.04, -0.3), (0.3, -0.3), (0.3, 0.3), (0.08, 0.3), (-0.01, 0.06), (0.12, -0.12)];
    lying(m, &left.map(|(x, y)| Vec2::new(x, y)), 0.018, 0.003, v(-0.04, 0.0, 0.0), PANEL);
    // The other half leans on the first.
    let lean = Quat::from_rotation_z(0.5) * Quat::from_rotation_x(-std::f32::consts::FRAC_PI_2);
    let right = right.map(|(x, y)| Vec2::new(x, y));
    slab(m, &right, 0.018, 0.003, Mat4::from_rotation_translation(lean, v(0.14, 0.13, 0.03)), PANEL);
    let bend = Mat4::from_rotation_translation(Quat::from_rotation_y(0.5), v(-0.05, 0.03, 0.2));
    let mut rail = MeshBuf::new();
    rail.bevel_box(Vec3::ZERO, v(0.62, 0.03, 0.022), 0.005, CHROME);
    m.append(&rail, bend);
    for k in 0..9 {
        let spot = v(dice.range(k, -0.38, 0.38), 0.0, dice.range(k + 30, -0.36, 0.36));
        let size = dice.range(k + 60, 0.02, 0.05);
        lying(m, &jagged(size, 5, dice, k * 7), 0.016, 0.004, spot, CRUMB);
    }
    mound(m, v(0.05, 0.0, -0.05), v(0.3, 0.012, 0.26), 9, DUST);
    fit(m, v(0.8, 0.26, 0.8));
}

/// A broken window pane on the floor. Walk around it.
pub(super) fn glass_shards(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    for k in 0..20 {
        let spread = if k < 8 { 0.22 } else { 0.44 };
        let spot = v(dice.range(k, -spread, spread), 0.0, dice.range(k + 40, -spread, spread) * 0.8);
        let size = dice.range(k + 80, 0.02, if k < 8 { 0.13 } else { 0.06 });
        let shard = jagged(size, 3 + k % 2, dice, 200 + k * 9);
        if k % 6 == 0 {
            // A few pieces stand on edge against the others.
            let stand = Quat::from_rotation_y(dice.range(k + 120, 0.0, 6.0)) * Quat::from_rotation_x(-1.1);
            slab(m, &shard, 0.004, 0.001, Mat4::from_rotation_translation(stand, spot + Vec3::Y * 0.03), SHARD);
        } else {
            lying(m, &shard, 0.004, 0.001, spot, SHARD);
        }
    }
    m.append(&splinter(), yaw(v(0.3, 0.0, -0.2), 0.6));
    fit(m, v(0.95, 0.07, 0.75));
}

/// A length of window frame that came down with the glass.
fn splinter() -> MeshBuf {
    let mut s = MeshBuf::new();
    s.standing_box(Vec3::ZERO, v(0.4, 0.03, 0.035), 0.006, CHROME);
    s
}

/// Plaster, mortar and dust fallen from a crack.
pub(super) fn dust_pile(p: &mut Piece<'_>) {
    let (m, dice) = (&mut p.mesh, p.dice);
    mound(m, Vec3::ZERO, v(0.42, 0.07, 0.33), 12, DUST);
    mound(m, v(0.12, 0.0, 0.06), v(0.2, 0.13, 0.16), 10, CRUMB);
    mound(m, v(-0.2, 0.0, -0.08), v(0.16, 0.1, 0.15), 9, DUST);
    for k in 0..12 {
        let (s, c) = (k as f32 * 0.9 + dice.range(k, 0.0, 0.7)).sin_cos();
        let reach = dice.range(k + 20, 0.12, 0.45);
        let size = dice.range(k + 40, 0.03, 0.09);
        let lift = (0.06 * (1.0 - reach * 2.0)).max(0.0);
        let chunk = v(size, size * 0.6, size * 0.8);
        let stuff = if k % 3 == 0 { CONCRETE } else { CRUMB };
        let mut stone = MeshBuf::new();
        stone.standing_box(Vec3::ZERO, chunk, size * 0.2, stuff);
        m.append(&stone, yaw(v(c * reach, lift, s * reach * 0.8), dice.range(k + 60, 0.0, 3.0)));
    }
    m.append(&flake(), at(v(-0.22, 0.06, 0.16)) * Mat4::from_rotation_z(0.3));
    fit(m, v(0.95, 0.18, 0.8));
}

/// A flake of painted plaster, green on one side like the dado it came from.
fn flake() -> MeshBuf {
    let mut f = MeshBuf::new();
    f.standing_box(Vec3::ZERO, v(0.2, 0.012, 0.14), 0.003, CRUMB);
    f.standing_box(v(0.0, 0.011, 0.0), v(0.19, 0.003, 0.13), 0.0, card(0x9FBFA8));
    f
}
