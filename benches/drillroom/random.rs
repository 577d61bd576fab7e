//! A thousand fires at random, ten minutes each, with doors that open and shut: what must never happen is counted, not measured.
//! And what a step costs as the building grows.

use std::time::Duration;

use drillroom::physics::zone::{Model, samples};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::{Aim, Bench};

const FIRES: u64 = 1_000;
/// Beyond this a pressure has run away, Pa.
const MOST_PRESSURE: f64 = 1e7;

/// What came of them.
#[derive(Debug, Default)]
pub(super) struct Fires {
    burnt: u64,
    not_finite: u64,
    negative: u64,
    runaway: u64,
    steps: u64,
}

/// One fire after the other, as long as nobody asked for other benchmarks only.
pub(super) fn thousand_fires(bench: &mut Bench) -> Fires {
    let mut fires = Fires::default();
    let mut is_first = true;
    bench.measure("zone/a-thousand-random-fires", Aim::Within(Duration::from_secs(120)), || {
        for seed in 0..FIRES {
            let one = burn(seed);
            if is_first {
                fires.burnt += 1;
                fires.not_finite += one.not_finite;
                fires.negative += one.negative;
                fires.runaway += one.runaway;
                fires.steps += one.steps;
            }
        }
        is_first = false;
    });
    fires
}

/// Ten minutes in a building out of random numbers; every half minute some opening is set anew.
fn burn(seed: u64) -> Fires {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let numbers: Vec<f64> = (0..61).map(|_| dice.random()).collect();
    let mut model = Model::new(samples::any(&numbers));
    let mut out = Fires::default();
    for step in 0..1_200 {
        let vents = model.building.vents.len();
        if step % 60 == 0 && vents > 0 {
            model.open(dice.random_range(0..vents), Some(if dice.random_bool(0.5) { 1.0 } else { 0.0 }));
        }
        model.step(0.5);
        out.steps += 1;
        for air in &model.rooms {
            let numbers = [air.pressure, air.interface, air.t[0], air.t[1]];
            out.not_finite += u64::from(!numbers.iter().all(|n| n.is_finite()));
            out.negative += u64::from(air.layers.iter().any(|l| l.mass < 0.0 || l.energy < 0.0));
            out.runaway += u64::from(air.pressure.abs() > MOST_PRESSURE);
        }
    }
    out
}

impl Fires {
    /// Says it.
    pub(super) fn summarise(&self) {
        if self.burnt > 0 {
            println!(
                "\n{} random fires, {} steps: {} numbers that are none, {} negative masses or energies, {} pressures that ran away",
                self.burnt, self.steps, self.not_finite, self.negative, self.runaway
            );
        }
    }
}
