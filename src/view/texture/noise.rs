//! Deterministic noise that repeats at the edges of a tile.
//!
//! Everything comes from an integer hash, so a texture is the same on every machine and at every start.

use bevy::math::Vec2;

/// The nearest scattered point: how far, how far the next one is, and which it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Distance to the nearest point, in cells.
    pub near: f32,
    /// Distance to the second nearest point, in cells.
    pub second: f32,
    /// The nearest point's own hash.
    pub id: u32,
}

/// Mixes a place and a seed into 32 even bits.
pub fn hash(x: u32, y: u32, seed: u32) -> u32 {
    let mut h = x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77) ^ seed.wrapping_mul(0xC2B2_AE3D).wrapping_add(0x27D4_EB2F);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297A_2D39);
    h ^ (h >> 15)
}

/// A hash of words, so that two signs with different words can differ in more than the words.
pub fn hash_text(text: &str) -> u32 {
    text.chars().fold(0x811C_9DC5, |h, c| hash(h, u32::from(c), 7))
}

/// The upper bits of a hash as 0..1.
pub fn fraction(hash: u32) -> f32 {
    (hash >> 8) as f32 / 16_777_216.0
}

/// A random number 0..1 for a place.
pub fn unit(x: u32, y: u32, seed: u32) -> f32 {
    fraction(hash(x, y, seed))
}

/// 0 below `low`, 1 above `high`, smooth between.
pub fn ramp(low: f32, high: f32, x: f32) -> f32 {
    smooth(((x - low) / (high - low)).clamp(0.0, 1.0))
}

/// Value noise 0..1 with `cells` lattice cells along U and V; wraps at 1.
pub fn value(at: Vec2, cells: (u32, u32), seed: u32) -> f32 {
    let (x, y) = (at.x * cells.0 as f32, at.y * cells.1 as f32);
    let (x0, y0) = (x.floor(), y.floor());
    let (tx, ty) = (smooth(x - x0), smooth(y - y0));
    let corner = |dx: i32, dy: i32| unit(wrap(x0 as i32 + dx, cells.0), wrap(y0 as i32 + dy, cells.1), seed);
    let top = between(corner(0, 0), corner(1, 0), tx);
    let bottom = between(corner(0, 1), corner(1, 1), tx);
    between(top, bottom, ty)
}

/// Value noise summed over octaves, 0..1, each twice as fine and half as strong.
pub fn fbm(at: Vec2, cells: u32, octaves: u32, seed: u32) -> f32 {
    let (mut sum, mut total, mut weight) = (0.0_f32, 0.0_f32, 0.5_f32);
    for octave in 0..octaves {
        let fine = cells << octave;
        sum += weight * value(at, (fine, fine), seed.wrapping_add(octave * 101));
        total += weight;
        weight *= 0.5;
    }
    sum / total.max(0.01)
}

/// The nearest of the points scattered one to a cell; wraps at 1.
pub fn cell(at: Vec2, cells: u32, seed: u32) -> Cell {
    let here = at * cells as f32;
    let (cx, cy) = (here.x.floor() as i32, here.y.floor() as i32);
    let mut found = Cell { near: f32::MAX, second: f32::MAX, id: 0 };
    for dy in -1..=1 {
        for dx in -1..=1 {
            let id = hash(wrap(cx + dx, cells), wrap(cy + dy, cells), seed);
            let offset = Vec2::new(fraction(id), fraction(id.rotate_left(16)));
            let distance = here.distance(Vec2::new((cx + dx) as f32, (cy + dy) as f32) + offset);
            if distance < found.near {
                found = Cell { near: distance, second: found.near, id };
            } else if distance < found.second {
                found.second = distance;
            }
        }
    }
    found
}

fn wrap(index: i32, cells: u32) -> u32 {
    index.rem_euclid(cells as i32) as u32
}

fn smooth(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

fn between(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_is_the_same_on_both_sides_of_the_edge() {
        for step in 0..32 {
            let v = step as f32 / 32.0;
            let left = value(Vec2::new(0.0, v), (9, 5), 3);
            let right = value(Vec2::new(0.99999, v), (9, 5), 3);
            assert!((left - right).abs() < 0.01, "{left} and {right} at {v}");
        }
    }

    #[test]
    fn noise_stays_between_zero_and_one() {
        for step in 0..1000 {
            let at = Vec2::new(step as f32 * 0.37, step as f32 * 0.11);
            let n = fbm(at, 4, 4, 5);
            assert!((0.0..=1.0).contains(&n), "{n}");
        }
    }
}
