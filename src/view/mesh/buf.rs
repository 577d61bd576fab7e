//! The triangle buffer, and what a surface is: a colour, a texture layer and how much it glows.

use bevy::math::{Mat4, Vec2, Vec3};

/// A layer of the shared texture array (`view/texture`); each tile covers one metre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Surface {
    /// Smooth paint, plastic, lacquer: only the faintest grain.
    Plain = 0,
    /// Wood grain along V.
    Wood = 1,
    /// Speckled terrazzo floor.
    Terrazzo = 2,
    /// Painted plaster with a little unevenness.
    Plaster = 3,
    /// Woven cloth: bedding, curtains, clothes.
    Cloth = 4,
    /// Brushed or painted metal with scuffs.
    Metal = 5,
    /// Paper, card, books.
    Paper = 6,
    /// Square ceramic tiles, grout lines every 0.3 m.
    Tile = 7,
    /// Concrete, asphalt, paving.
    Concrete = 8,
    /// Grass and leaves.
    Grass = 9,
    /// Suspended-ceiling panels, 0.6 m grid.
    CeilingPanel = 10,
    /// Leather and skin: soft mottling.
    Leather = 11,
    /// Red brick and wall tile of the façade.
    Brick = 12,
    /// Carpet.
    Carpet = 13,
    /// Rubber floor of the playground.
    Rubber = 14,
    /// Painted words and pictures: UV points into the sign atlas instead of a tile.
    Sign = 15,
}

impl Surface {
    /// How many layers the texture array has (the sign atlas is a texture of its own).
    pub const LAYERS: usize = 15;
}

/// What a piece is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finish {
    /// sRGB colour, as written in hexadecimal.
    pub rgb: u32,
    /// Texture layer.
    pub surface: Surface,
    /// 0 = lit like everything else, 1 = shines by itself at its own colour (screens, tubes, exit signs).
    pub glow: f32,
}

impl Finish {
    /// A finish that only reflects.
    pub const fn new(rgb: u32, surface: Surface) -> Self {
        Self { rgb, surface, glow: 0.0 }
    }

    /// The same finish, shining.
    pub const fn glowing(self, glow: f32) -> Self {
        Self { glow, ..self }
    }

    /// The colour as linear RGB, 0..1.
    pub fn linear(self) -> [f32; 3] {
        let channel = |shift: u32| {
            let s = ((self.rgb >> shift) & 0xff) as f32 / 255.0;
            if s <= 0.04045 { s / 12.92 } else { ((s + 0.055) / 1.055).powf(2.4) }
        };
        [channel(16), channel(8), channel(0)]
    }
}

/// Triangles with everything the room shader wants per vertex.
///
/// `colors` is linear RGB plus glow in alpha; `layers` is the [`Surface`] as a number.
#[derive(Debug, Clone, Default)]
pub struct MeshBuf {
    /// Metres; +Y up.
    pub positions: Vec<Vec3>,
    /// Unit length.
    pub normals: Vec<Vec3>,
    /// Metres along the surface (one texture tile a metre), or 0..1 into the sign atlas.
    pub uvs: Vec<Vec2>,
    /// Linear RGB, then glow.
    pub colors: Vec<[f32; 4]>,
    /// Texture layer of each vertex.
    pub layers: Vec<f32>,
    /// Counter-clockwise triangles.
    pub indices: Vec<u32>,
}

impl MeshBuf {
    /// An empty buffer.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many vertices there are.
    pub fn len(&self) -> usize {
        self.positions.len()
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// Adds one vertex and returns its index.
    pub fn vertex(&mut self, at: Vec3, normal: Vec3, uv: Vec2, finish: Finish) -> u32 {
        let [r, g, b] = finish.linear();
        self.positions.push(at);
        self.normals.push(normal);
        self.uvs.push(uv);
        self.colors.push([r, g, b, finish.glow]);
        self.layers.push(f32::from(finish.surface as u8));
        (self.positions.len() - 1) as u32
    }

    /// A flat quad `a b c d`, counter-clockwise seen from its front; UVs in metres from `a` along `ab` and `ad`.
    pub fn quad(&mut self, a: Vec3, b: Vec3, c: Vec3, d: Vec3, finish: Finish) {
        let normal = (b - a).cross(d - a).normalize_or_zero();
        let (u, v) = ((b - a).length(), (d - a).length());
        let i = self.vertex(a, normal, Vec2::new(0.0, v), finish);
        self.vertex(b, normal, Vec2::new(u, v), finish);
        self.vertex(c, normal, Vec2::new(u, 0.0), finish);
        self.vertex(d, normal, Vec2::new(0.0, 0.0), finish);
        self.indices.extend([i, i + 1, i + 2, i, i + 2, i + 3]);
    }

    /// A flat quad with its own UV rectangle `(min, max)` (signs, posters, screens): `min` is the upper left corner.
    pub fn quad_uv(&mut self, corners: [Vec3; 4], uv: (Vec2, Vec2), finish: Finish) {
        let [a, b, c, d] = corners;
        let normal = (b - a).cross(d - a).normalize_or_zero();
        let (lo, hi) = uv;
        let i = self.vertex(a, normal, Vec2::new(lo.x, hi.y), finish);
        self.vertex(b, normal, Vec2::new(hi.x, hi.y), finish);
        self.vertex(c, normal, Vec2::new(hi.x, lo.y), finish);
        self.vertex(d, normal, Vec2::new(lo.x, lo.y), finish);
        self.indices.extend([i, i + 1, i + 2, i, i + 2, i + 3]);
    }

    /// A triangle with a flat normal.
    pub fn triangle(&mut self, a: Vec3, b: Vec3, c: Vec3, finish: Finish) {
        let normal = (b - a).cross(c - a).normalize_or_zero();
        let i = self.vertex(a, normal, Vec2::ZERO, finish);
        self.vertex(b, normal, Vec2::X, finish);
        self.vertex(c, normal, Vec2::Y, finish);
        self.indices.extend([i, i + 1, i + 2]);
    }

    /// Appends another buffer, moved by `place`.
    pub fn append(&mut self, other: &MeshBuf, place: Mat4) {
        let base = self.positions.len() as u32;
        self.positions.extend(other.positions.iter().map(|p| place.transform_point3(*p)));
        self.normals.extend(other.normals.iter().map(|n| place.transform_vector3(*n).normalize_or_zero()));
        self.uvs.extend_from_slice(&other.uvs);
        self.colors.extend_from_slice(&other.colors);
        self.layers.extend_from_slice(&other.layers);
        self.indices.extend(other.indices.iter().map(|i| i + base));
    }

    /// The whole buffer moved by `place`.
    pub fn placed(&self, place: Mat4) -> Self {
        let mut out = Self::new();
        out.append(self, place);
        out
    }
}
