//! Instruments: targets, detectors, sprinklers, items that catch fire, and the extinguisher in a hand. Ends at what they read.

use super::{
    building::{Building, Senses, Target},
    fire::Ignition,
    gas,
    model::{Model, lit_at},
    plume::ceiling_jet,
    state::{Air, LOWER, UPPER},
};

/// What the instruments read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Readings {
    /// Radiant heat that arrives at each target, W/m².
    pub flux: Vec<f64>,
    /// Gas temperature at each target, K.
    pub gas: Vec<f64>,
    /// Temperature of each detector's link, K; the gas's for smoke detectors.
    pub link: Vec<f64>,
    /// When each detector went off, s.
    pub went_off: Vec<Option<f64>>,
}

impl Readings {
    /// Nothing read yet.
    pub fn new(b: &Building) -> Self {
        Self {
            flux: vec![0.0; b.targets.len()],
            gas: vec![b.inside; b.targets.len()],
            link: vec![b.inside; b.detectors.len()],
            went_off: vec![None; b.detectors.len()],
        }
    }
}

/// A hand extinguisher on a fire for `dt` seconds: what is left of the fire's scale.
///
/// A fire of up to 300 kW shrinks by `rate` of its scale in a second (0.25 empties a small fire in some seconds); a larger one
/// resists in proportion to how much larger it is, and over 1 MW nothing helps. A rule of play with the size of fire that a 21A rated
/// extinguisher is tested against, not a law.
pub fn extinguish(scale: f64, heat: f64, rate: f64, dt: f64) -> f64 {
    let grip = ((1.0e6 - heat) / 7.0e5).clamp(0.0, 1.0);
    let left = scale * libm::exp(-2.0 * rate.max(0.0) * grip * dt.max(0.0));
    if left < 0.02 { 0.0 } else { left }
}

/// Lights what the clock, the radiation or the gas sets alight.
pub(super) fn ignite(model: &mut Model) {
    let b = std::sync::Arc::clone(&model.building);
    for (n, fire) in b.fires.iter().enumerate() {
        if model.fires[n].lit.is_some() {
            continue;
        }
        let air = &model.rooms[fire.room];
        let lit = match fire.ignition {
            Ignition::Time(_) => lit_at(fire).is_some_and(|t| model.time >= t - 1e-9),
            Ignition::Flux(level) => {
                let item =
                    Target { name: String::new(), room: fire.room, height: fire.base, distance: fire.distance, up: 1.0, emissivity: 1.0 };
                air.hrr > 0.0 && flux(model, &item) >= level
            }
            Ignition::Gas(level) => gas_at(air, fire.base) >= level,
        };
        if lit {
            model.fires[n].lit = Some(lit_at(fire).map_or(model.time, |t| t.max(0.0)));
        }
    }
}

fn gas_at(air: &Air, height: f64) -> f64 {
    air.t[if height > air.interface { UPPER } else { LOWER }]
}

/// Radiant heat that arrives at a target, W/m²: from the room as at its floor (looking up), at its ceiling (down) or the mean of both
/// (sideways), and from its fires as points.
pub fn flux(model: &Model, target: &Target) -> f64 {
    let air = &model.rooms[target.room];
    let up = target.up.clamp(-1.0, 1.0);
    let above = 0.5 * (1.0 + up);
    let ceiling = air.ceiling_flux;
    let floor = (air.floor_flux - air.floor_fire).max(0.0);
    let mut sum = above * floor + (1.0 - above) * ceiling.min(floor.max(gas::SIGMA * air.t[LOWER].powi(4)));
    for (fire, burning) in model.building.fires.iter().zip(&model.fires) {
        if fire.room != target.room || burning.heat <= 0.0 {
            continue;
        }
        let rise = fire.base + 0.4 * burning.flame - target.height;
        let reach = (rise * rise + target.distance * target.distance).sqrt().max(0.3);
        let side = (1.0 - up * up).max(0.0).sqrt();
        let facing = ((up * rise + side * target.distance) / reach).max(0.0);
        sum += burning.heat * fire.radiated / (4.0 * std::f64::consts::PI * reach * reach) * facing;
    }
    sum
}

/// Reads everything after a step.
pub(super) fn read(model: &mut Model, dt: f64) {
    let b = std::sync::Arc::clone(&model.building);
    for (n, t) in b.targets.iter().enumerate() {
        model.readings.flux[n] = flux(model, t);
        model.readings.gas[n] = gas_at(&model.rooms[t.room], t.height);
    }
    for (n, d) in b.detectors.iter().enumerate() {
        let air = &model.rooms[d.room];
        let inside = d.height > air.interface;
        let mut gas = gas_at(air, d.height);
        let mut speed: f64 = 0.1;
        for (fire, burning) in b.fires.iter().zip(&model.fires) {
            if fire.room == d.room && burning.heat > 0.0 {
                let (hot, fast) = ceiling_jet(burning.heat, b.rooms[d.room].height - fire.base, d.distance);
                gas = gas.max(air.t[if inside { UPPER } else { LOWER }] + hot);
                speed = speed.max(fast);
            }
        }
        let off = match d.senses {
            Senses::Smoke(level) => {
                model.readings.link[n] = gas;
                inside && 1.0 - libm::exp(-air.extinction(UPPER)) >= level
            }
            Senses::Heat(level, rti) => {
                let rate = speed.sqrt() / rti.max(0.1);
                let link = &mut model.readings.link[n];
                *link = gas + (*link - gas) * libm::exp(-rate * dt);
                *link >= level
            }
        };
        if off && model.readings.went_off[n].is_none() {
            model.readings.went_off[n] = Some(model.time);
            if d.spray > 0.0 {
                let tau = 3.0 * libm::pow(d.spray, -1.8);
                for (fire, burning) in b.fires.iter().zip(&mut model.fires) {
                    if fire.room == d.room && burning.spray.is_none() {
                        burning.spray = Some((model.time, tau));
                    }
                }
            }
        }
    }
    ignite(model);
}
