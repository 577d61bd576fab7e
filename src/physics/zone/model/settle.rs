//! Adding up: what layers can give, what streams carry, and fires that had less oxygen than they thought. Ends at the layers.

use super::{LOWER, Model, SPECIES, UPPER};
use crate::physics::zone::{
    building::Building,
    gas::{self, CP},
    streams::Stream,
};

/// A room gives at most so much of its heat to others in a step.
const MOST_HEAT: f64 = 0.5;

impl Model {
    /// How much of what is asked of a layer it gives: at most four fifths of what it holds. What a stream out of the room is still owed comes
    /// from the other layer, as far as that goes.
    pub(super) fn grants(&mut self, dt: f64) {
        for s in &self.streams {
            if let Some((r, k)) = s.from {
                self.sums[r].out[k] += s.mass * dt;
                if s.to != Some(r) {
                    self.sums[r].away[k] += s.mass * dt;
                }
            }
        }
        self.haste = 0.0;
        for (sum, air) in self.sums.iter_mut().zip(&self.rooms) {
            let held = air.layers.map(|l| l.mass.max(0.0));
            let least = 0.1 * (held[0] + held[1]).max(1e-9);
            for (out, held) in sum.out.iter().zip(held) {
                self.haste = self.haste.max(out / (dt * held.max(least)));
            }
            for (grant, (out, held)) in sum.grant.iter_mut().zip(sum.out.iter().zip(held)) {
                *grant = if *out > 0.8 * held { 0.8 * held / out } else { 1.0 };
            }
            for k in 0..2 {
                let owed = sum.away[k] * (1.0 - sum.grant[k]);
                let left = 0.9 * held[1 - k] - sum.out[1 - k] * sum.grant[1 - k];
                sum.other[k] = if owed > 0.0 { (left / owed).clamp(0.0, 1.0) } else { 0.0 };
            }
            // Gas that leaves does work on what is behind it: it takes more heat along than it held. A sealed room that bursts open would
            // owe heat in the end.
            let takes = |k: usize| sum.away[k] * CP * (sum.grant[k] * air.t[k] + (1.0 - sum.grant[k]) * sum.other[k] * air.t[1 - k]);
            let (taken, has) = (takes(LOWER) + takes(UPPER), MOST_HEAT * (air.layers[LOWER].energy + air.layers[UPPER].energy));
            self.haste = self.haste.max(taken * MOST_HEAT / (dt * has.max(1e-9)));
            if taken > has {
                let part = has / taken;
                for (grant, other) in sum.grant.iter_mut().zip(&mut sum.other) {
                    // `other` is a part of what the own layer leaves owing, and that grows as the grant shrinks.
                    let lent = part * (1.0 - *grant) * *other;
                    *grant *= part;
                    *other = lent / (1.0 - *grant);
                }
            }
        }
    }

    /// Adds the streams up.
    pub(super) fn settle(&mut self, b: &Building, dt: f64) {
        self.grants(dt);
        for n in 0..self.streams.len() {
            let s = self.streams[n];
            let mass = s.mass * dt;
            let Some((r, k)) = s.from else {
                self.carry(&s, None, mass, b.outside);
                continue;
            };
            let sum = &self.sums[r];
            let own = mass * sum.grant[k];
            let other = if s.to == Some(r) { 0.0 } else { (mass - own) * sum.other[k] };
            self.carry(&s, Some((r, k)), own, self.rooms[r].t[k]);
            if other > 0.0 {
                self.carry(&s, Some((r, 1 - k)), other, self.rooms[r].t[1 - k]);
            }
        }
        self.unburn();
    }

    /// Takes back so much burning as there was no oxygen for after all, because streams were cut or carried it away.
    pub(super) fn unburn(&mut self) {
        for (sum, air) in self.sums.iter_mut().zip(&self.rooms) {
            let left = air.layers[UPPER].species[gas::O2] + sum.species[UPPER][gas::O2];
            let used = -sum.burnt[gas::O2];
            if left >= 0.0 || used <= 0.0 {
                continue;
            }
            let part = (-left / used).min(1.0);
            let fuel: f64 = sum.burnt.iter().sum();
            for k in 0..SPECIES {
                sum.species[UPPER][k] -= part * sum.burnt[k];
            }
            sum.species[UPPER][gas::FUEL] += part * fuel;
            sum.heat[UPPER] -= part * sum.burnt_heat;
            self.account.released -= part * sum.burnt_heat;
        }
    }

    /// Moves a mass of gas along a stream.
    pub(super) fn carry(&mut self, s: &Stream, from: Option<(usize, usize)>, mass: f64, temperature: f64) {
        let heat = mass * CP * temperature;
        let mut carried = from.map_or(&self.outside, |(r, k)| &self.rooms[r].y[k]).map(|y| y * mass);
        if let Some((r, k)) = from {
            let sum = &mut self.sums[r];
            sum.mass[k] -= mass;
            sum.heat[k] -= heat;
            sum.species[k].iter_mut().zip(carried).for_each(|(a, c)| *a -= c);
        } else {
            self.account.mass_from_outside += mass;
            self.account.heat_from_outside += heat;
        }
        let caught = carried[gas::SOOT] * s.filtered;
        carried[gas::SOOT] -= caught;
        self.account.filtered += caught;
        let mass = mass - caught;
        if let Some(r) = s.to {
            let sum = &mut self.sums[r];
            for (k, part) in [(UPPER, s.upper), (LOWER, 1.0 - s.upper)] {
                if part > 0.0 {
                    sum.mass[k] += mass * part;
                    sum.heat[k] += heat * part;
                    sum.species[k].iter_mut().zip(carried).for_each(|(a, c)| *a += c * part);
                }
            }
        } else {
            self.account.mass_from_outside -= mass;
            self.account.heat_from_outside -= heat;
        }
    }
}
