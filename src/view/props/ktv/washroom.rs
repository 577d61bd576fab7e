//! The wash room down the KTV corridor: a place to breathe and call for help.

use bevy::math::{Mat4, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::classroom::kit::shapes::{at, bent, disc, lying, rod, rounded, turned};
use crate::view::props::classroom::kit::things::bottle;
use crate::view::props::classroom::kit::tints::{BRASS, CHROME, DARK, GREY, SHEET, WALNUT, WHITE, cloth, light, plain};
use crate::view::props::classroom::kit::{Face, Piece, v};

/// A counter with a basin under a lit mirror; the wall is at -Z.
pub(super) fn wash_basin_counter(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let stone = Finish::new(0x4A4B50, Surface::Terrazzo);
    m.standing_box(v(0.0, 0.12, -0.02), v(1.34, 0.62, 0.44), 0.01, WALNUT);
    m.standing_box(v(0.0, 0.0, -0.06), v(1.28, 0.13, 0.36), 0.006, DARK);
    for x in [-0.335, 0.335] {
        m.bevel_box(v(x, 0.43, 0.205), v(0.64, 0.56, 0.016), 0.006, WALNUT);
        m.bevel_box(v(x * 0.16, 0.6, 0.218), v(0.016, 0.12, 0.014), 0.005, BRASS);
    }
    m.bevel_box(v(0.0, 0.805, 0.0), v(1.4, 0.05, 0.55), 0.012, stone);
    m.bevel_box(v(0.0, 0.87, -0.262), v(1.4, 0.1, 0.02), 0.006, stone);
    let bowl = [(0.1, 0.0), (0.2, 0.08), (0.215, 0.1), (0.2, 0.105), (0.17, 0.07), (0.06, 0.03), (0.0, 0.028)];
    turned(m, at(v(0.0, 0.825, 0.02)), &bowl, 16, WHITE);
    disc(m, v(0.0, 0.855, 0.02), Vec3::Y, 0.02, 8, CHROME);
    bent(m, &[v(0.0, 0.83, -0.2), v(0.0, 1.06, -0.2), v(0.0, 1.09, -0.14), v(0.0, 1.04, -0.07)], 0.013, 6, CHROME);
    bottle(m, v(0.34, 0.83, -0.12), 0.03, 0.17, (plain(0xD9E4E0), plain(0x3E7F5C)));
    m.standing_box(v(-0.42, 0.83, -0.1), v(0.22, 0.06, 0.12), 0.01, CHROME);
    Face::flat(v(-0.42, 0.892, -0.1)).fill(m, (0.12, 0.03), SHEET);
    m.bevel_box(v(0.0, 1.5, -0.258), v(1.24, 0.96, 0.02), 0.008, BRASS);
    m.bevel_box(v(0.0, 1.5, -0.248), v(1.18, 0.9, 0.01), 0.003, Finish::new(0xA9BCC4, Surface::Plain).glowing(0.08));
    // Two slanted gleams tell the eye that this is a mirror.
    for (x, w) in [(-0.3, 0.14), (-0.1, 0.05)] {
        let (z, top, low) = (-0.2425, 1.9, 1.1);
        let gleam = [v(x - w - 0.2, low, z), v(x - 0.2, low, z), v(x + w, top, z), v(x, top, z)];
        m.quad(gleam[0], gleam[1], gleam[2], gleam[3], plain(0xC6D6DB));
    }
    m.bevel_box(v(0.0, 2.01, -0.23), v(0.9, 0.05, 0.07), 0.015, light(0xFFF0D6, 0.95));
}

/// One stall: side walls, a door left ajar, a water closet. The wall is at -Z.
pub(super) fn toilet_stall(p: &mut Piece<'_>) {
    let m = &mut p.mesh;
    let board = plain(p.dice.colour(1, &[0xB9C4BF, 0xC9B79C, 0x9FB2BF]));
    for x in [-0.485, 0.485] {
        m.bevel_box(v(x, 1.08, 0.0), v(0.03, 1.84, 1.4), 0.008, board);
        for z in [-0.6, 0.6] {
            rod(m, v(x, 0.0, z), v(x, 0.17, z), 0.018, 6, CHROME);
        }
    }
    for x in [-0.42, 0.42] {
        m.bevel_box(v(x, 1.08, 0.68), v(0.14, 1.84, 0.03), 0.008, board);
    }
    rod(m, v(-0.5, 2.03, 0.68), v(0.5, 2.03, 0.68), 0.02, 8, CHROME);
    let mut door = MeshBuf::new();
    door.bevel_box(v(0.34, 1.06, 0.0), v(0.67, 1.76, 0.026), 0.008, board);
    door.bevel_box(v(0.6, 1.05, 0.02), v(0.06, 0.03, 0.02), 0.006, CHROME);
    disc(&mut door, v(0.6, 1.12, 0.0145), Vec3::Z, 0.018, 8, plain(0x3E9A5C));
    // Ajar inwards: the leaf must stay inside the stall's box.
    m.append(&door, at(v(-0.345, 0.0, 0.66)) * Mat4::from_rotation_y(0.45));
    m.standing_box(v(0.0, 0.36, -0.6), v(0.38, 0.4, 0.17), 0.03, WHITE);
    m.bevel_box(v(0.0, 0.77, -0.6), v(0.4, 0.03, 0.19), 0.01, WHITE);
    let pan = [(0.1, 0.0), (0.11, 0.02), (0.09, 0.12), (0.17, 0.34), (0.185, 0.38), (0.17, 0.39), (0.11, 0.32), (0.0, 0.26)];
    let stretch = Mat4::from_scale(v(1.0, 1.0, 1.3));
    turned(m, at(v(0.0, 0.0, -0.3)) * stretch, &pan, 14, WHITE);
    lying(m, &rounded(0.36, 0.42, 0.12), 0.02, 0.006, v(0.0, 0.385, -0.29), Finish::new(0xE6E2D8, Surface::Plain));
    lying(m, &rounded(0.22, 0.27, 0.09), 0.004, 0.001, v(0.0, 0.403, -0.27), GREY);
    disc(m, v(0.0, 0.786, -0.6), Vec3::Y, 0.025, 8, CHROME);
    rod(m, v(-0.46, 0.75, -0.2), v(-0.36, 0.75, -0.2), 0.055, 10, SHEET);
    m.standing_box(v(0.34, 0.0, -0.5), v(0.2, 0.28, 0.2), 0.02, cloth(0x5A6670));
}
