//! Draws from the seed: uniform, normal, truncated and log-normal. Portable: ChaCha8 and `libm`, no library's own range functions.

use rand::SeedableRng as _;
use rand::rand_core::Rng as _;
use rand_chacha::ChaCha8Rng;

/// A stream of draws.
#[derive(Debug, Clone)]
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Uniform in `(0, 1)`: 53 bits, never 0 nor 1.
    pub fn uniform(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact in f64")]
        let bits = (self.0.next_u64() >> 11) as f64;
        (bits + 0.5) / 9_007_199_254_740_992.0
    }

    /// Standard normal, Box and Muller's way.
    pub fn normal(&mut self) -> f64 {
        let (u, v) = (self.uniform(), self.uniform());
        libm::sqrt(-2.0 * libm::log(u)) * libm::cos(std::f64::consts::TAU * v)
    }

    /// Normal, drawn again until it lies within bounds.
    pub fn truncated(&mut self, mean: f64, sd: f64, low: f64, high: f64) -> f64 {
        for _ in 0..64 {
            let x = mean + sd * self.normal();
            if x >= low && x <= high {
                return x;
            }
        }
        mean.clamp(low, high)
    }

    /// Log-normal with this median and this standard deviation of the logarithm.
    pub fn log_normal(&mut self, median: f64, sigma: f64) -> f64 {
        median * libm::exp(sigma * self.normal())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_have_the_mean_and_spread_they_are_asked_for() {
        let mut chance = Chance::new(7);
        let n = 4000_u32;
        let logs: Vec<f64> = (0..n).map(|_| libm::log(chance.log_normal(30.0, 0.6))).collect();
        let mean = logs.iter().sum::<f64>() / f64::from(n);
        let spread = libm::sqrt(logs.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / f64::from(n));
        assert!((mean - libm::log(30.0)).abs() < 0.04 && (spread - 0.6).abs() < 0.03, "{mean} {spread}");
        assert!((0..n).all(|_| (0.85..=1.85).contains(&chance.truncated(1.35, 0.25, 0.85, 1.85))));
    }

    #[test]
    fn one_seed_gives_one_stream() {
        let take = |seed| {
            let mut c = Chance::new(seed);
            [c.normal().to_bits(), c.uniform().to_bits()]
        };
        assert_eq!(take(3), take(3));
        assert_ne!(take(3), take(4));
    }
}
