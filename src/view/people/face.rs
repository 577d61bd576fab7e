//! What a face shows: a scenario's mood, blinking and talking as four numbers. `features` turns them into places.

use super::noise::{glance, smooth, unit, wander};
use crate::scenario::Mood;

/// A face at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Expression {
    /// -1 drawn down and together .. 1 inner ends raised.
    pub brow: f32,
    /// 0 closed .. 1 wide open.
    pub mouth_open: f32,
    /// -1 corners down .. 1 a broad smile.
    pub smile: f32,
    /// Below 0 wide open, 0 open, 1 closed.
    pub lids: f32,
}

/// The face at rest: brows, mouth, smile, lids.
fn rest(mood: Mood) -> Expression {
    let face = |brow, mouth_open, smile, lids| Expression { brow, mouth_open, smile, lids };
    match mood {
        Mood::Calm => face(0.05, 0.0, 0.15, 0.04),
        // Brows drawn up.
        Mood::Worried => face(0.60, 0.0, -0.35, 0.0),
        // Wide eyes.
        Mood::Afraid => face(0.90, 0.28, -0.30, -0.12),
        // A smile.
        Mood::Kind => face(0.18, 0.0, 0.75, 0.14),
        // Brows drawn down.
        Mood::Stern => face(-0.70, 0.0, -0.20, 0.12),
        // Heavy lids.
        Mood::Sick => face(0.40, 0.08, -0.40, 0.45),
        // Closed eyes.
        Mood::Asleep => face(0.10, 0.0, 0.05, 1.0),
    }
}

/// The face of somebody in a mood at time `t` (seconds): blinks, and moves the mouth while talking.
pub fn expression(mood: Mood, talking: bool, t: f32, seed: u32) -> Expression {
    let mut face = rest(mood);
    face.brow = (face.brow + 0.10 * glance(t, 2.3, seed)).clamp(-1.0, 1.0);
    if mood == Mood::Asleep {
        return Expression { lids: 1.0, ..face };
    }
    face.lids += (1.0 - face.lids) * blink(t, seed);
    if talking {
        let syllables = wander(t, 0.085, seed ^ 0x51).abs() * 0.9 + 0.1;
        let phrases = smooth(1.4 + 2.2 * wander(t, 0.75, seed ^ 0x52));
        face.mouth_open = face.mouth_open.max(0.80 * syllables * phrases);
        face.brow += 0.12 * wander(t, 0.6, seed ^ 0x53);
    }
    face
}

/// 1 in the middle of a blink, 0 between them; each takes a fifth of a second, every two to five seconds.
fn blink(t: f32, seed: u32) -> f32 {
    let every = 2.6 + 1.8 * unit(seed, 60);
    let n = (t / every).floor();
    let at = n * every + 0.2 + unit(seed, n as i32 as u32) * (every - 0.6);
    let since = t - at;
    let down = smooth(since / 0.07);
    down * (1.0 - smooth((since - 0.10) / 0.12))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOODS: [Mood; 7] = [Mood::Calm, Mood::Worried, Mood::Afraid, Mood::Kind, Mood::Stern, Mood::Sick, Mood::Asleep];

    #[test]
    fn everybody_awake_blinks_within_ten_seconds_and_mostly_keeps_the_eyes_open() {
        for mood in MOODS {
            let lids: Vec<f32> = (0..1000).map(|k| expression(mood, false, k as f32 * 0.01, 4).lids).collect();
            assert!(lids.iter().copied().fold(0.0, f32::max) > 0.95);
            let closed = lids.iter().filter(|v| **v > 0.9).count();
            assert!(mood == Mood::Asleep || closed < 100, "{mood:?}: {closed}");
        }
    }

    #[test]
    fn a_mouth_moves_only_while_its_owner_talks() {
        let opened = |talking| (0..200).map(|k| expression(Mood::Calm, talking, k as f32 * 0.05, 9).mouth_open).fold(0.0, f32::max);
        assert!(opened(true) > 0.35);
        assert!(opened(false) < 0.01);
    }
}
