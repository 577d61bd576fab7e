//! Small things that lie about in several places: books, bags, plants, bottles, monitors, wheels.

use std::f32::consts::TAU;

use bevy::math::{Mat4, Vec3};

use crate::view::mesh::{Finish, MeshBuf};

use super::shapes::{aim, at, disc, leaf, rod, turned};
use super::tints::{BLACK, CHROME, COVERS, DARK, RUBBER, SHEET, SOIL, card, light, plain};
use super::{Dice, Face, v};

/// A closed book lying flat on the origin of `place`, spine at -X: `size` is width, thickness, depth.
pub(crate) fn book(m: &mut MeshBuf, place: Mat4, size: Vec3, cover: Finish) {
    let mut b = MeshBuf::new();
    let middle = v(0.0, size.y * 0.5, 0.0);
    b.bevel_box(middle, size, 0.0, cover);
    // The block of pages shows on the three sides that are not the spine.
    b.bevel_box(middle + Vec3::X * 0.002, v(size.x, size.y - 0.008, size.z + 0.002), 0.0, SHEET);
    m.append(&b, place);
}

/// A book of random cover and size.
pub(crate) fn any_book(m: &mut MeshBuf, place: Mat4, dice: Dice, salt: u32) {
    let size = v(dice.range(salt, 0.15, 0.2), dice.range(salt + 1, 0.016, 0.034), dice.range(salt + 2, 0.21, 0.27));
    book(m, place, size, card(dice.colour(salt + 3, &COVERS)));
}

/// Books standing in a row along +X. `from` is the lower left corner of the spines, `room` the length, height and depth
/// they may fill.
pub(crate) fn book_row(m: &mut MeshBuf, from: Vec3, room: Vec3, dice: Dice, salt: u32) {
    let mut x = 0.0;
    let mut k = salt;
    while x < room.x - 0.016 {
        let thick = dice.range(k, 0.018, 0.046).min(room.x - x);
        let high = room.y * dice.range(k + 1000, 0.72, 0.97);
        let deep = room.z * dice.range(k + 2000, 0.78, 0.98);
        let cover = card(dice.colour(k + 3000, &COVERS));
        m.standing_box(from + v(x + thick * 0.5, 0.0, -deep * 0.5), v(thick - 0.002, high, deep), 0.0, cover);
        if thick > 0.03 {
            let label = from + v(x + thick * 0.5, high * 0.72, 0.001);
            Face::front(label).fill(m, (thick * 0.62, high * 0.2), SHEET);
        }
        x += thick;
        k += 1;
    }
}

/// A rucksack standing on the origin of `place`, its pocket to +Z: 0.3 wide, 0.38 high, 0.17 deep.
pub(crate) fn rucksack(m: &mut MeshBuf, place: Mat4, finish: Finish) {
    let mut bag = MeshBuf::new();
    bag.standing_box(v(0.0, 0.0, -0.015), v(0.3, 0.37, 0.13), 0.03, finish);
    bag.standing_box(v(0.0, 0.03, 0.06), v(0.22, 0.17, 0.05), 0.018, finish);
    bag.bevel_box(v(0.0, 0.19, 0.066), v(0.18, 0.008, 0.008), 0.0, CHROME);
    rod(&mut bag, v(-0.04, 0.365, -0.04), v(0.04, 0.365, -0.04), 0.012, 5, DARK);
    m.append(&bag, place);
}

/// A flower pot with soil: `at` its underside, outer radius at the rim and height.
pub(crate) fn pot(m: &mut MeshBuf, foot: Vec3, radius: f32, height: f32, finish: Finish) {
    let (r, h) = (radius, height);
    let wall = [(r * 0.68, 0.0), (r * 0.92, h * 0.82), (r, h * 0.82), (r, h), (r * 0.86, h)];
    turned(m, at(foot), &wall, 10, finish);
    disc(m, foot + Vec3::Y * (h * 0.93), Vec3::Y, r * 0.9, 10, SOIL);
}

/// A rosette of leaves: `reach` is how far they lean out and how high they rise.
pub(crate) fn rosette(m: &mut MeshBuf, base: Vec3, reach: (f32, f32), count: u32, dice: Dice, finish: Finish) {
    for k in 0..count {
        let (s, c) = (k as f32 / count as f32 * TAU + dice.range(k + 40, -0.3, 0.3)).sin_cos();
        let out = reach.0 * dice.range(k + 60, 0.7, 1.0);
        let up = reach.1 * dice.range(k + 80, 0.55, 1.0);
        leaf(m, base, base + v(c * out, up, s * out), reach.0 * 0.32, finish);
    }
}

/// A bottle with a screw cap and a paper label.
pub(crate) fn bottle(m: &mut MeshBuf, foot: Vec3, radius: f32, height: f32, tints: (Finish, Finish)) {
    let (r, h) = (radius, height);
    let body = [(r, 0.0), (r, h * 0.62), (r * 0.42, h * 0.82), (r * 0.36, h * 0.92)];
    turned(m, at(foot), &body, 8, tints.0);
    let y = h * 0.9;
    turned(m, at(foot), &[(r * 0.42, y), (r * 0.42, h), (0.0, h)], 8, tints.1);
    turned(m, at(foot), &[(r * 1.03, h * 0.24), (r * 1.03, h * 0.52)], 8, tints.1);
}

/// A paper or glass cup, open at the top, with something to drink in it.
pub(crate) fn cup(m: &mut MeshBuf, foot: Vec3, radius: f32, height: f32, tints: (Finish, Finish)) {
    let (r, h) = (radius, height);
    let wall = [(r * 0.72, 0.0), (r, h), (r * 0.92, h), (r * 0.8, h * 0.7)];
    turned(m, at(foot), &wall, 8, tints.0);
    disc(m, foot + Vec3::Y * (h * 0.75), Vec3::Y, r * 0.85, 8, tints.1);
}

/// A desk monitor on its stand, screen to the +Z of `place`: 0.52 wide, 0.44 high, 0.2 deep.
pub(crate) fn monitor(m: &mut MeshBuf, place: Mat4) {
    let mut s = MeshBuf::new();
    s.standing_box(v(0.0, 0.0, 0.0), v(0.24, 0.015, 0.18), 0.005, DARK);
    s.standing_box(v(0.0, 0.01, -0.03), v(0.05, 0.2, 0.03), 0.006, DARK);
    s.bevel_box(v(0.0, 0.285, 0.0), v(0.52, 0.31, 0.03), 0.01, BLACK);
    Face::front(v(0.0, 0.29, 0.0155)).fill(&mut s, (0.49, 0.275), light(0x2C5F8F, 0.55));
    Face::front(v(-0.14, 0.29, 0.016)).fill(&mut s, (0.15, 0.21), light(0xE6EEF5, 0.6));
    Face::front(v(0.09, 0.36, 0.016)).fill(&mut s, (0.24, 0.05), light(0x7FB2DA, 0.6));
    Face::front(v(0.09, 0.26, 0.016)).fill(&mut s, (0.24, 0.11), light(0xBFD6E8, 0.55));
    m.append(&s, place);
}

/// A keyboard lying with its front edge to the +Z of `place`.
pub(crate) fn keyboard(m: &mut MeshBuf, place: Mat4) {
    let mut k = MeshBuf::new();
    k.standing_box(Vec3::ZERO, v(0.42, 0.018, 0.13), 0.005, DARK);
    for row in 0..4 {
        Face::flat(v(0.0, 0.0185, -0.042 + row as f32 * 0.028)).fill(&mut k, (0.39, 0.021), plain(0x565C63));
    }
    m.append(&k, place);
}

/// A road wheel whose outer side looks to +X (`side` = 1) or -X (`side` = -1).
pub(crate) fn wheel(m: &mut MeshBuf, centre: Vec3, radius: f32, width: f32, side: f32) {
    let (r, w) = (radius, width);
    let place = aim(centre - Vec3::X * (side * w * 0.5), Vec3::X * side);
    let tyre = [(r * 0.94, 0.0), (r, w * 0.12), (r, w * 0.84), (r * 0.94, w), (r * 0.6, w)];
    turned(m, place, &tyre, 12, RUBBER);
    turned(m, place, &[(r * 0.62, w * 0.86), (r * 0.24, w * 0.97), (0.0, w * 0.97)], 12, CHROME);
}
