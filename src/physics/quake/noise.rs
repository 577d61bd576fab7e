//! Numbers between 0 and 1 out of a seed, the same on every machine. Ends where they become waves.

use rand::SeedableRng as _;
use rand::rand_core::Rng as _;
use rand_chacha::ChaCha8Rng;

/// A stream of draws. Streams of one seed don't meet, so that drawing more for one purpose never changes another.
#[derive(Debug, Clone)]
pub struct Noise(ChaCha8Rng);

impl Noise {
    /// Stream of the first horizontal component; the next two follow.
    pub const WAVES: u64 = 0;
    /// Stream of the first loose piece; each piece has one of its own.
    pub const PIECES: u64 = 1 << 32;
    /// Stream of what follows the main shock.
    pub const AFTERSHOCK: u64 = 16;

    /// A stream of a seed.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(stream);
        Self(rng)
    }

    /// A draw in `[0, 1)` with 53 bits.
    pub fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let bits = (self.0.next_u64() >> 11) as f64;
        bits * (1.0 / 9_007_199_254_740_992.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_draws_the_same_for_ever() {
        let mut noise = Noise::new(1, Noise::WAVES);
        let drawn = [noise.unit(), noise.unit(), noise.unit()];
        let again: Vec<f64> = std::iter::repeat_with({
            let mut noise = Noise::new(1, Noise::WAVES);
            move || noise.unit()
        })
        .take(3)
        .collect();
        assert_eq!(drawn.to_vec(), again);
        assert_eq!(drawn.map(|u| format!("{u:.6}")), PINNED.map(str::to_owned));
    }

    const PINNED: [&str; 3] = ["0.402486", "0.080384", "0.596560"];

    #[test]
    fn streams_differ_and_fill_the_unit_interval() {
        let (mut a, mut b) = (Noise::new(7, 0), Noise::new(7, 1));
        let draws: Vec<f64> = (0..4000).map(|_| a.unit()).collect();
        assert!(draws[0].to_bits() != b.unit().to_bits());
        let mean = draws.iter().sum::<f64>() / 4000.0;
        assert!((mean - 0.5).abs() < 0.02 && draws.iter().all(|u| (0.0..1.0).contains(u)), "{mean}");
    }
}
