//! What the classroom, office, KTV and street props are made with: the piece under construction, the dice that make two
//! of a kind differ, and faces that carry signs. Shapes, tints and small things lie beside it; whole props do not.

pub(crate) mod shapes;
pub(crate) mod things;
pub(crate) mod tints;

use bevy::math::{Quat, Vec3};

use crate::view::mesh::{Finish, MeshBuf, Surface};
use crate::view::props::vary;
use crate::view::texture::{SignBook, SignSpec};

/// Shorthand for a point: props are mostly made of points.
pub(crate) const fn v(x: f32, y: f32, z: f32) -> Vec3 {
    Vec3::new(x, y, z)
}

/// Decides by seed what differs between two props of the same kind; each `salt` is another throw.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dice(u32);

impl Dice {
    /// A number below `n`.
    pub(crate) fn pick(self, salt: u32, n: usize) -> usize {
        vary::pick(self.0, salt, n)
    }

    /// A number from `low` to `high`.
    pub(crate) fn range(self, salt: u32, low: f32, high: f32) -> f32 {
        low + (high - low) * vary::unit(self.0, salt)
    }

    /// True in `odds` of all cases.
    pub(crate) fn chance(self, salt: u32, odds: f32) -> bool {
        vary::unit(self.0, salt) < odds
    }

    /// One of the given colours.
    pub(crate) fn colour(self, salt: u32, from: &[u32]) -> u32 {
        from[self.pick(salt, from.len())]
    }
}

/// One prop being made.
pub(crate) struct Piece<'a> {
    /// The triangles so far.
    pub(crate) mesh: MeshBuf,
    /// What differs between two props of this kind.
    pub(crate) dice: Dice,
    text: &'a [String],
    signs: &'a mut SignBook,
}

impl<'a> Piece<'a> {
    /// Runs one builder from an empty buffer to the finished mesh.
    pub(crate) fn make(builder: fn(&mut Piece<'_>), seed: u32, text: &'a [String], signs: &'a mut SignBook) -> MeshBuf {
        let mut piece = Self { mesh: MeshBuf::new(), dice: Dice(seed), text, signs };
        builder(&mut piece);
        piece.mesh
    }

    /// A sign with the words of the place file, or with `fallback` when it gives none.
    pub(crate) fn words(&self, fallback: &[&str], size: (f32, f32), paper: u32, ink: u32) -> SignSpec {
        let mut spec = SignSpec::words(fallback, size, paper, ink);
        if !self.text.is_empty() {
            spec.lines = self.text.to_vec();
        }
        spec
    }

    /// Draws a sign on a face, as large as the sign says times the face's scale.
    pub(crate) fn sign(&mut self, face: Face, spec: SignSpec) {
        let (w, h) = spec.size;
        let uv = self.signs.add(spec);
        let finish = Finish::new(0xFFFFFF, Surface::Sign).glowing(face.glow);
        self.mesh.quad_uv(face.corners(w * face.scale, h * face.scale), uv, finish);
    }
}

/// A flat place on a prop where a sign or a patch of colour goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Face {
    centre: Vec3,
    right: Vec3,
    up: Vec3,
    scale: f32,
    glow: f32,
}

impl Face {
    const fn new(centre: Vec3, right: Vec3, up: Vec3) -> Self {
        Self { centre, right, up, scale: 1.0, glow: 0.0 }
    }

    /// Looks to +Z, like the front of a prop.
    pub(crate) const fn front(centre: Vec3) -> Self {
        Self::new(centre, Vec3::X, Vec3::Y)
    }

    /// Looks to -Z.
    pub(crate) const fn back(centre: Vec3) -> Self {
        Self::new(centre, Vec3::NEG_X, Vec3::Y)
    }

    /// Looks to +X.
    pub(crate) const fn east(centre: Vec3) -> Self {
        Self::new(centre, Vec3::NEG_Z, Vec3::Y)
    }

    /// Looks to -X.
    pub(crate) const fn west(centre: Vec3) -> Self {
        Self::new(centre, Vec3::Z, Vec3::Y)
    }

    /// One side of a vehicle: looks to +X (`side` = 1) or -X (-1). `at` is given for the +X side and mirrored.
    pub(crate) fn flank(side: f32, at: Vec3) -> Self {
        if side > 0.0 { Self::east(at) } else { Self::west(v(-at.x, at.y, at.z)) }
    }

    /// Lies flat; read by someone who stands at +Z.
    pub(crate) const fn flat(centre: Vec3) -> Self {
        Self::new(centre, Vec3::X, Vec3::NEG_Z)
    }

    /// Looks to +Z and leans back by `pitch` radians.
    pub(crate) fn leaning(centre: Vec3, pitch: f32) -> Self {
        Self::new(centre, Vec3::X, v(0.0, pitch.cos(), -pitch.sin()))
    }

    /// The same face turned about the upright axis through its own centre.
    pub(crate) fn turned(self, yaw: f32) -> Self {
        let turn = Quat::from_rotation_y(yaw);
        Self { right: turn * self.right, up: turn * self.up, ..self }
    }

    /// Signs on this face are drawn smaller than they were painted, so that small print stays sharp.
    pub(crate) const fn scaled(self, scale: f32) -> Self {
        Self { scale, ..self }
    }

    /// Signs on this face shine.
    pub(crate) const fn glowing(self, glow: f32) -> Self {
        Self { glow, ..self }
    }

    /// Lower left, lower right, upper right, upper left.
    fn corners(self, width: f32, height: f32) -> [Vec3; 4] {
        let (r, u) = (self.right * (width * 0.5), self.up * (height * 0.5));
        [self.centre - r - u, self.centre + r - u, self.centre + r + u, self.centre - r + u]
    }

    /// A patch of plain colour.
    pub(crate) fn fill(self, m: &mut MeshBuf, size: (f32, f32), finish: Finish) {
        let [a, b, c, d] = self.corners(size.0, size.1);
        m.quad(a, b, c, d, finish);
    }
}
