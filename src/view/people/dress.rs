//! A whole person as seventeen pieces, one per joint, dressed and scaled to the person's height.
//!
//! Cloth is padding over the body's own rings: `tops` and `bottoms` sew it, `details` adds what tells people apart.

use bevy::math::{Mat4, Vec3};

use super::figure::{Joint, REFERENCE, Side};
use super::look::{Look, Top};
use super::{body, bottoms, details, hair, hats, head, tops};
use crate::view::mesh::{Finish, MeshBuf, Surface};

/// Seventeen growing buffers, by [`Joint::index`].
pub(super) struct Pieces([MeshBuf; 17]);

impl Pieces {
    /// The piece that moves with a joint.
    pub(super) fn of(&mut self, joint: Joint) -> &mut MeshBuf {
        &mut self.0[joint.index()]
    }

    /// Adds to a piece.
    fn add(&mut self, joint: Joint, piece: &MeshBuf) {
        self.of(joint).append(piece, Mat4::IDENTITY);
    }
}

/// The pieces of a person in the frame of each joint, in metres, by [`Joint::index`]; the moving parts of the face
/// are in `features`.
pub fn parts(look: &Look) -> [MeshBuf; 17] {
    let mut pieces = Pieces(Joint::ALL.map(|_| MeshBuf::new()));
    pieces.add(Joint::Neck, &body::neck(look));
    pieces.add(Joint::Head, &head::head(look));
    pieces.add(Joint::Head, &hair::hair(look));
    pieces.add(Joint::Head, &hats::headgear(look));
    let gloves = Finish::new(0x3A3A3C, Surface::Leather);
    let hands = if look.top == Top::FireSuit { gloves } else { body::skin_of(look) };
    for side in Side::BOTH {
        let [_, _, hand] = side.arm();
        pieces.add(hand, &body::hand(look, side, hands));
    }
    bottoms::sew(&mut pieces, look);
    tops::sew(&mut pieces, look);
    details::sew(&mut pieces, look);
    let scale = Mat4::from_scale(Vec3::splat(look.height / REFERENCE));
    pieces.0.map(|piece| piece.placed(scale))
}

/// Woven cloth of a colour.
pub(super) fn cloth(rgb: u32) -> Finish {
    Finish::new(rgb, Surface::Cloth)
}

/// A colour made lighter (above 1) or darker (below 1).
pub(super) fn shade(rgb: u32, factor: f32) -> u32 {
    let channel = |shift: u32| {
        let value = ((rgb >> shift) & 0xff) as f32 * factor;
        (value.clamp(0.0, 255.0) as u32) << shift
    };
    channel(16) | channel(8) | channel(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn triangles(look: &Look) -> usize {
        parts(look).iter().map(|piece| piece.indices.len() / 3).sum()
    }

    #[test]
    fn a_person_is_about_two_and_a_half_thousand_triangles_and_a_uniform_a_little_more() {
        for name in Look::KNOWN {
            for seed in 0..6 {
                let look = Look::named(name, seed);
                let n = triangles(&look);
                assert!(n > 1800 && n < 3400, "{name} {seed}: {n}");
                assert!(triangles(&look.at_night(seed)) < 2900);
            }
        }
    }

    #[test]
    fn every_piece_is_whole_and_close_to_its_joint() {
        for name in Look::KNOWN {
            for piece in parts(&Look::named(name, 2)) {
                assert!(!piece.is_empty());
                assert_eq!(piece.normals.len(), piece.len());
                for (at, normal) in piece.positions.iter().zip(&piece.normals) {
                    assert!(at.is_finite() && at.length() < 0.6, "{name}: {at}");
                    assert!((normal.length() - 1.0).abs() < 1e-2, "{name}: {normal}");
                }
                assert!(piece.indices.iter().all(|i| (*i as usize) < piece.len()));
            }
        }
    }
}
