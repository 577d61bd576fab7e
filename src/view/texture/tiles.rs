//! The tiling detail of every surface: one square metre each, seamless, multiplied with the vertex colour.
//!
//! The colour of a thing comes from its vertices, so a tile stays close to white and carries only what paint,
//! grain, grout or weave do to it.

mod built;
mod hard;
mod soft;

use bevy::math::{Vec2, Vec3};

pub use super::mip::{mip_chain, mip_levels};
use crate::view::mesh::Surface;

/// Texels along each side of a tile.
pub const TILE: u32 = 256;

/// Every tile is brought to this mean, so that no surface is darker than its colour says.
const MEAN: f32 = 0.92;

/// The shade of a place on the tile; U and V run 0..1.
type Shade = fn(Vec2) -> Vec3;

const SHADES: [(Surface, Shade); Surface::LAYERS] = [
    (Surface::Plain, hard::plain),
    (Surface::Wood, hard::wood),
    (Surface::Terrazzo, built::terrazzo),
    (Surface::Plaster, hard::plaster),
    (Surface::Cloth, soft::cloth),
    (Surface::Metal, hard::metal),
    (Surface::Paper, soft::paper),
    (Surface::Tile, built::tile),
    (Surface::Concrete, hard::concrete),
    (Surface::Grass, soft::grass),
    (Surface::CeilingPanel, built::ceiling_panel),
    (Surface::Leather, soft::leather),
    (Surface::Brick, built::brick),
    (Surface::Carpet, soft::carpet),
    (Surface::Rubber, hard::rubber),
];

/// One RGBA8 (sRGB) image of `TILE` by `TILE` for each texture layer, in the order of [`Surface`].
pub fn layers() -> Vec<Vec<u8>> {
    let mut layers = vec![Vec::new(); Surface::LAYERS];
    for (surface, shade) in SHADES {
        layers[surface as usize] = bake(shade);
    }
    layers
}

fn bake(shade: Shade) -> Vec<u8> {
    let texels: Vec<Vec3> = (0..TILE * TILE)
        .map(|i| {
            let corner = Vec2::new((i % TILE) as f32, (i / TILE) as f32);
            shade((corner + 0.5) / TILE as f32)
        })
        .collect();
    let sum: f32 = texels.iter().map(|t| t.element_sum()).sum();
    let gain = MEAN / (sum / (3.0 * texels.len() as f32)).max(0.01);
    texels.iter().flat_map(|t| pack(*t * gain)).collect()
}

fn pack(shade: Vec3) -> [u8; 4] {
    let bytes = shade.clamp(Vec3::ZERO, Vec3::ONE) * 255.0 + 0.5;
    [bytes.x as u8, bytes.y as u8, bytes.z as u8, 255]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column_step(layer: &[u8], left: u32, right: u32) -> f32 {
        let at = |x: u32, y: u32| f32::from(layer[((y * TILE + x) * 4) as usize]);
        (0..TILE).map(|y| (at(left, y) - at(right, y)).abs()).sum::<f32>() / TILE as f32
    }

    #[test]
    fn every_layer_is_a_full_opaque_image() {
        for layer in layers() {
            assert_eq!(layer.len(), (TILE * TILE * 4) as usize);
            assert!(layer.chunks_exact(4).all(|texel| texel[3] == 255));
        }
    }

    #[test]
    fn no_layer_darkens_the_colour_it_is_laid_over() {
        for (index, layer) in layers().iter().enumerate() {
            let light: f32 = layer.chunks_exact(4).map(|t| f32::from(t[1])).sum();
            let mean = light / (255.0 * (TILE * TILE) as f32);
            assert!((0.85..=0.97).contains(&mean), "layer {index} has mean {mean}");
        }
    }

    #[test]
    fn every_layer_continues_across_its_edge() {
        for (index, layer) in layers().iter().enumerate() {
            let usual: f32 = (0..TILE - 1).map(|x| column_step(layer, x, x + 1)).sum::<f32>() / (TILE - 1) as f32;
            let edge = column_step(layer, TILE - 1, 0);
            assert!(edge <= 4.0 * usual + 8.0, "layer {index}: {edge} against {usual}");
        }
    }
}
