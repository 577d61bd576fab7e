//! The furniture of a KTV booth: sofa, table, screen, loudspeaker, song kiosk.

use std::f32::consts::FRAC_PI_2;

use bevy::math::{Mat4, Quat, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{aim, disc, lying, rod, rounded, tip, turned};
use crate::view::props::classroom::kit::tints::{BLACK, BRASS, CHROME, DARK, GREY, light, metal, plain};
use crate::view::props::classroom::kit::{Face, Piece, v};
use crate::view::texture::SignArt;

/// A shallow pyramid on a plane that looks along `axis`: an upholstery button.
fn button(m: &mut MeshBuf, at: Vec3, axis: Vec3, finish: Finish) {
    turned(m, aim(at, axis), &[(0.016, 0.0), (0.0, 0.008)], 5, finish);
}

/// A stretch of seat and back from `x0` to `x1`, back to -Z at z = 0, seat to z = 0.7.
fn bench(m: &mut MeshBuf, x0: f32, x1: f32, seats: u32, leather: Finish) {
    let (mid, w) = ((x0 + x1) * 0.5, x1 - x0);
    m.standing_box(v(mid, 0.0, 0.37), v(w - 0.04, 0.09, 0.58), 0.01, BLACK);
    m.standing_box(v(mid, 0.08, 0.35), v(w, 0.2, 0.7), 0.02, leather);
    m.standing_box(v(mid, 0.25, 0.09), v(w, 0.58, 0.17), 0.03, leather);
    let each = w / seats as f32;
    for k in 0..seats {
        let x = x0 + (k as f32 + 0.5) * each;
        m.standing_box(v(x, 0.27, 0.42), v(each - 0.008, 0.16, 0.56), 0.035, leather);
        m.bevel_box(v(x, 0.64, 0.18), v(each - 0.008, 0.41, 0.1), 0.035, leather);
        for dx in [-0.25, 0.25] {
            for y in [0.56, 0.73] {
                button(m, v(x + dx * each, y, 0.229), Vec3::Z, leather);
            }
        }
    }
    m.bevel_box(v(mid, 0.838, 0.09), v(w, 0.024, 0.15), 0.008, BRASS);
}

/// The L-shaped leather sofa: the long side along the back, the short side at -X. Not solid in the catalogue, because
/// the corner of the L is where people and the table are.
pub(super) fn ktv_sofa(p: &mut Piece<'_>) {
    let leather = Finish::new(p.dice.colour(1, &[0x5B2A3A, 0x2F3550, 0x4A2F55]), Surface::Leather);
    let m = &mut p.mesh;
    let mut long = MeshBuf::new();
    bench(&mut long, -1.6, 1.45, 5, leather);
    m.append(&long, Mat4::from_translation(v(0.0, 0.0, -1.1)));
    let mut short = MeshBuf::new();
    bench(&mut short, -0.95, 0.4, 2, leather);
    let turn = Quat::from_rotation_y(FRAC_PI_2);
    m.append(&short, Mat4::from_rotation_translation(turn, v(-1.6, 0.0, 0.0)));
    m.standing_box(v(1.525, 0.08, -0.75), v(0.15, 0.52, 0.7), 0.035, leather);
    m.standing_box(v(-1.25, 0.08, 1.025), v(0.7, 0.52, 0.15), 0.035, leather);
    let mut pillow = MeshBuf::new();
    pillow.bevel_box(Vec3::ZERO, v(0.4, 0.38, 0.13), 0.06, Finish::new(0xB98C4A, Surface::Cloth));
    m.append(&pillow, tip(v(1.1, 0.6, -0.8), -0.3));
}

/// The low table: black stone, a glass edge, and a strip of light under it.
pub(super) fn ktv_table(p: &mut Piece<'_>) {
    let glow = light(p.dice.colour(1, &[0xE0409A, 0x3AA6F0, 0x8A4DF0, 0x35D0A8]), 0.9);
    let m = &mut p.mesh;
    m.standing_box(Vec3::ZERO, v(1.1, 0.04, 0.46), 0.008, CHROME);
    m.standing_box(v(0.0, 0.03, 0.0), v(1.02, 0.33, 0.4), 0.015, Finish::new(0x23252B, Surface::Metal));
    for z in [-0.203, 0.203] {
        m.bevel_box(v(0.0, 0.2, z), v(0.9, 0.22, 0.012), 0.004, metal(0x3A3D46));
    }
    lying(m, &rounded(1.385, 0.685, 0.05), 0.018, 0.006, v(0.0, 0.358, 0.0), glow);
    lying(m, &rounded(1.4, 0.7, 0.05), 0.03, 0.008, v(0.0, 0.372, 0.0), Finish::new(0x2A2B31, Surface::Leather));
    lying(m, &rounded(1.36, 0.66, 0.04), 0.018, 0.006, v(0.0, 0.402, 0.0), plain(0x3B4450));
}

/// The big screen with the line that is being sung.
pub(super) fn ktv_screen(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.bevel_box(v(0.0, 0.65, -0.005), v(2.2, 1.3, 0.06), 0.015, BLACK);
    m.bevel_box(v(0.0, 0.65, -0.04), v(1.2, 0.6, 0.02), 0.005, DARK);
    for k in 0..3 {
        disc(m, v(0.9 + k as f32 * 0.04, 0.022, 0.026), Vec3::Z, 0.006, 6, light(0x58D06A, 0.8));
    }
    let spec = p.words(&["♪ 把今晚的风唱成一首歌", "等灯亮起 我们一起回家"], (2.12, 1.2), 0x1C1E46, 0xF3EEFF);
    p.sign(Face::front(v(0.0, 0.67, 0.0262)).glowing(0.85), spec.art(SignArt::Screen, 0xE0609A));
}

/// A loudspeaker as high as a table and a half.
pub(super) fn speaker_tower(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    m.standing_box(Vec3::ZERO, v(0.4, 0.04, 0.4), 0.008, DARK);
    m.standing_box(v(0.0, 0.03, 0.0), v(0.38, 1.17, 0.36), 0.02, Finish::new(0x26282D, Surface::Wood));
    for (y, r) in [(0.32, 0.14), (0.66, 0.14), (0.93, 0.065), (1.09, 0.035)] {
        let cone = [(r + 0.012, 0.0), (r + 0.012, 0.012), (r * 0.92, 0.016), (r * 0.35, -0.03), (0.0, -0.02)];
        turned(m, aim(v(0.0, y, 0.18), Vec3::Z), &cone, 12, if r > 0.1 { DARK } else { GREY });
        disc(m, v(0.0, y, 0.182), Vec3::Z, r * 0.3, 8, CHROME);
    }
    m.bevel_box(v(0.0, 0.1, 0.182), v(0.16, 0.03, 0.006), 0.002, BRASS);
    disc(m, v(0.14, 0.1, 0.183), Vec3::Z, 0.006, 6, light(0x4AA8F0, 0.9));
}

/// The touch screen on a foot where songs are chosen.
pub(super) fn song_kiosk(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    lying(m, &rounded(0.5, 0.42, 0.06), 0.03, 0.008, Vec3::ZERO, DARK);
    m.standing_box(v(0.0, 0.02, -0.06), v(0.14, 0.95, 0.08), 0.02, CHROME);
    let lean = 0.5;
    let place = tip(v(0.0, 1.12, 0.0), -lean);
    let mut head = MeshBuf::new();
    head.bevel_box(v(0.0, 0.0, -0.015), v(0.5, 0.42, 0.05), 0.015, BLACK);
    head.bevel_box(v(0.0, -0.205, 0.0), v(0.44, 0.008, 0.04), 0.003, light(0xE0409A, 0.8));
    m.append(&head, place);
    rod(m, v(0.0, 0.9, -0.06), v(0.0, 1.1, -0.03), 0.035, 8, CHROME);
    let spec = p.words(&["点歌台", "1 热门金曲", "2 按歌手", "3 服务铃"], (0.45, 0.36), 0x20244E, 0xF3EEFF);
    let middle = place.transform_point3(v(0.0, 0.0, 0.0105));
    p.sign(Face::leaning(middle, lean).glowing(0.8), spec.art(SignArt::Screen, 0x3AA6F0));
}
