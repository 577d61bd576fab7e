//! Small repeatable randomness and easing, so that two people with different seeds never move in step.

/// A well-mixed number from a seed and a counter.
pub(super) fn hash(seed: u32, n: u32) -> u32 {
    let mut x = seed.wrapping_mul(0x9E37_79B9) ^ n.wrapping_add(0x51).wrapping_mul(0x85EB_CA6B);
    x ^= x >> 15;
    x = x.wrapping_mul(0x2C1B_3C6D);
    x ^= x >> 12;
    x = x.wrapping_mul(0x297A_2D39);
    x ^ (x >> 15)
}

/// 0..1 from a seed and a counter.
pub(super) fn unit(seed: u32, n: u32) -> f32 {
    (hash(seed, n) >> 8) as f32 / 16_777_216.0
}

/// One of `choices`, by seed.
pub(super) fn pick<T: Copy>(choices: &[T], seed: u32, n: u32) -> T {
    choices[hash(seed, n) as usize % choices.len()]
}

/// From `a` to `b`.
pub(super) fn mix(a: f32, b: f32, w: f32) -> f32 {
    a + (b - a) * w
}

/// 0 below 0, 1 above 1, and soft in between.
pub(super) fn smooth(x: f32) -> f32 {
    let x = x.clamp(0.0, 1.0);
    x * x * (3.0 - 2.0 * x)
}

/// A value in -1..1 that drifts to a new place every `period` seconds.
pub(super) fn wander(t: f32, period: f32, seed: u32) -> f32 {
    drift(t / period, 1.0, seed)
}

/// A value in -1..1 that is held and then changes quickly, as eyes and heads do.
pub(super) fn glance(t: f32, period: f32, seed: u32) -> f32 {
    drift(t / period, 0.22, seed)
}

/// Moves between random values during the first `share` of each unit of `x`.
fn drift(x: f32, share: f32, seed: u32) -> f32 {
    let step = x.floor();
    let n = step as i32 as u32;
    let from = unit(seed, n) * 2.0 - 1.0;
    let to = unit(seed, n.wrapping_add(1)) * 2.0 - 1.0;
    mix(from, to, smooth((x - step) / share))
}
