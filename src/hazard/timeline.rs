//! Scripted hazards: straight lines between an author's keys.

use super::Here;
use crate::place::RoomId;
use crate::scenario::{Hazard, HazardKind, SmokeKey, TICKS_PER_SECOND};

/// When each hazard began, and whether it has ended. Kept by the run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clocks {
    /// Tick at which it began; `None` = not yet.
    pub began: Vec<Option<u32>>,
    /// Whether it has been stopped.
    pub over: Vec<bool>,
}

impl Clocks {
    /// Whether a hazard has begun and not ended.
    pub fn burns(&self, n: usize) -> bool {
        self.began.get(n).is_some_and(Option::is_some) && !self.over.get(n).copied().unwrap_or(false)
    }

    /// Seconds a hazard has been running.
    fn seconds(&self, n: usize, tick: u32) -> Option<f64> {
        if self.over.get(n).copied().unwrap_or(false) {
            return None;
        }
        let began = (*self.began.get(n)?)?;
        Some(f64::from(tick.saturating_sub(began)) / f64::from(TICKS_PER_SECOND))
    }
}

fn line<K>(keys: &[K], at: f64, time: impl Fn(&K) -> f64) -> Option<(usize, usize, f64)> {
    let last = keys.len().checked_sub(1)?;
    let after = keys.iter().position(|k| time(k) > at).unwrap_or(last);
    let before = if time(&keys[after]) > at { after.saturating_sub(1) } else { after };
    let (a, b) = (time(&keys[before]), time(&keys[after]));
    let t = if b > a { ((at - a) / (b - a)).clamp(0.0, 1.0) } else { 1.0 };
    Some((before, after, t))
}

fn value(keys: &[(f64, f64)], at: f64) -> f64 {
    line(keys, at, |k| k.0).map_or(0.0, |(a, b, t)| keys[a].1 + (keys[b].1 - keys[a].1) * t)
}

fn smoke(keys: &[SmokeKey], at: f64) -> Option<SmokeKey> {
    let (a, b, t) = line(keys, at, |k| k.s)?;
    let (a, b) = (keys[a], keys[b]);
    let mix = |x: f64, y: f64| x + (y - x) * t;
    Some(SmokeKey { s: at, layer: mix(a.layer, b.layer), k: mix(a.k, b.k), co: mix(a.co, b.co), temp: mix(a.temp, b.temp) })
}

/// What is met in a room at a head height (m above the floor).
pub fn here(hazards: &[Hazard], clocks: &Clocks, tick: u32, room: Option<RoomId>, head: f64) -> Here {
    let mut here = Here { shaking: shaking(hazards, clocks, tick), ..Here::default() };
    for (n, h) in hazards.iter().enumerate() {
        let HazardKind::Smoke { room: its, keys } = &h.kind else { continue };
        let (Some(at), true) = (clocks.seconds(n, tick), room == Some(*its)) else { continue };
        let Some(key) = smoke(keys, at) else { continue };
        if key.layer < here.layer {
            here.layer = key.layer;
            here.layer_k = key.k;
        }
        if head > key.layer {
            here.air.extinction_1_m = here.air.extinction_1_m.max(key.k);
            here.air.co_ppm = here.air.co_ppm.max(key.co);
            here.air.temperature_c = here.air.temperature_c.max(key.temp);
        }
    }
    here
}

/// Intensity of shaking now, degrees.
pub fn shaking(hazards: &[Hazard], clocks: &Clocks, tick: u32) -> f64 {
    let level = |(n, h): (usize, &Hazard)| match &h.kind {
        HazardKind::Shake { keys } => clocks.seconds(n, tick).map_or(0.0, |at| value(keys, at)),
        _ => 0.0,
    };
    hazards.iter().enumerate().map(level).fold(0.0, f64::max)
}

/// Every fire that burns now: where, and the height of its flames in m.
pub fn fires(hazards: &[Hazard], clocks: &Clocks, tick: u32) -> Vec<([f64; 3], f64)> {
    hazards
        .iter()
        .enumerate()
        .filter_map(|(n, h)| match &h.kind {
            HazardKind::Fire { at, keys } => Some((*at, value(keys, clocks.seconds(n, tick)?))),
            _ => None,
        })
        .filter(|(_, size)| *size > 0.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_run_straight_between_keys_and_hold_after_the_last() {
        let keys = [(0.0, 0.0), (10.0, 8.0), (20.0, 4.0)];
        assert!((value(&keys, 5.0) - 4.0).abs() < 1e-12);
        assert!((value(&keys, 15.0) - 6.0).abs() < 1e-12);
        assert!((value(&keys, 99.0) - 4.0).abs() < 1e-12);
    }
}
