//! Small, repeatable differences between two props of one kind: a colour, a tilt, what lies on the desk.
//!
//! Pure integer hashing of (seed, salt). It has nothing to do with the seed of a run: no rule may depend on it.

/// Mixes two numbers until neighbouring seeds no longer look alike.
fn hash(seed: u32, salt: u32) -> u32 {
    let mut h = seed.wrapping_mul(0x9E37_79B1) ^ salt.wrapping_add(0x7F4A_7C15).wrapping_mul(0x85EB_CA77);
    h ^= h >> 16;
    h = h.wrapping_mul(0x7FEB_352D);
    h ^= h >> 15;
    h = h.wrapping_mul(0x846C_A68B);
    h ^ (h >> 16)
}

/// One of `n` things, 0 when there is nothing to choose from.
pub fn pick(seed: u32, salt: u32, n: usize) -> usize {
    hash(seed, salt) as usize % n.max(1)
}

/// A number from 0 up to, not including, 1.
pub fn unit(seed: u32, salt: u32) -> f32 {
    (hash(seed, salt) >> 8) as f32 / 16_777_216.0
}

/// A number between `lo` and `hi`.
pub fn between(seed: u32, salt: u32, lo: f32, hi: f32) -> f32 {
    lo + (hi - lo) * unit(seed, salt)
}

#[cfg(test)]
mod tests {
    use super::{between, pick, unit};

    #[test]
    fn the_same_seed_and_salt_always_choose_the_same_thing() {
        assert_eq!(pick(7, 3, 10), pick(7, 3, 10));
        assert_eq!(pick(7, 3, 0), 0);
    }

    #[test]
    fn neighbouring_seeds_reach_every_choice() {
        let mut seen = [false; 5];
        for seed in 0..60 {
            seen[pick(seed, 1, 5)] = true;
        }
        assert_eq!(seen, [true; 5]);
    }

    #[test]
    fn fractions_stay_inside_their_range() {
        for seed in 0..200 {
            assert!((0.0..1.0).contains(&unit(seed, 9)));
            assert!((-2.0..=2.0).contains(&between(seed, 4, -2.0, 2.0)));
        }
    }
}
