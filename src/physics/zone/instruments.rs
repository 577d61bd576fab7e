//! Instruments: targets, detectors, sprinklers, items that catch fire, and the extinguisher in a hand. Ends at what they read.

use super::{
    building::{Building, Senses, Sign, Target},
    fire::Ignition,
    gas,
    model::{Model, lit_at},
    plume::{ceiling_jet, substitute},
    state::{Air, LOWER, UPPER},
    wall::Slab,
};

/// What the instruments read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Readings {
    /// Radiant heat that arrives at each target, W/m².
    pub flux: Vec<f64>,
    /// Gas temperature at each target, K.
    pub gas: Vec<f64>,
    /// Temperature of each target's surface, K.
    pub surface: Vec<f64>,
    /// Net heat into each target's surface by radiation and convection, W/m².
    pub net: Vec<f64>,
    /// The plates behind the surfaces.
    pub plates: Vec<Option<Slab>>,
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
            surface: vec![b.inside; b.targets.len()],
            net: vec![0.0; b.targets.len()],
            plates: b.targets.iter().map(|t| t.plate.as_ref().map(|m| Slab::new(m, b.inside))).collect(),
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
                let item = Target {
                    name: String::new(),
                    room: fire.room,
                    height: fire.base,
                    distance: fire.distance,
                    up: 1.0,
                    side: 0.0,
                    emissivity: 1.0,
                    plate: None,
                };
                air.hrr > 0.0 && flux(model, &item) >= level
            }
            Ignition::Gas(level) => gas_at(air, fire.base) >= level,
            Ignition::Sign(sign) => given(&model.readings, sign),
        };
        if lit {
            model.fires[n].lit = Some(lit_at(fire).map_or(model.time, |t| t.max(0.0)));
        }
    }
}

/// Whether an instrument gives a sign.
fn given(readings: &Readings, sign: Sign) -> bool {
    match sign {
        Sign::Detector(n) => readings.went_off[n].is_some(),
        Sign::Surface(n, level) => readings.surface[n] >= level,
        Sign::Flux(n, level) => readings.flux[n] >= level,
    }
}

/// Heat into the surface of a target at `surface` K, W/m², and how it falls as the surface warms, W/(m² K): what it absorbs of the
/// radiation that arrives, less its own, and natural convection as at a wall or a floor (CFAST).
fn taken(target: &Target, arrives: f64, gas: f64, surface: f64) -> (f64, f64) {
    let gap = gas - surface;
    let h = if target.up.abs() > 0.7 { 1.52 } else { 1.31 } * libm::cbrt(gap.abs());
    let glow = target.emissivity * gas::SIGMA * surface.powi(3);
    (target.emissivity * arrives - glow * surface + h * gap, h * 4.0 / 3.0 + 4.0 * glow)
}

/// The temperature, K, at which a surface where a target is would take no heat: what a perfect insulator there would show.
pub fn adiabatic_surface(target: &Target, arrives: f64, gas: f64) -> f64 {
    let (mut low, mut high) = (100.0, 4000.0);
    for _ in 0..50 {
        let middle = 0.5 * (low + high);
        if taken(target, arrives, gas, middle).0 > 0.0 { low = middle } else { high = middle }
    }
    0.5 * (low + high)
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
        let facing = ((up * rise + target.side * target.distance) / reach).max(0.0);
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
        let r = &mut model.readings;
        let (net, stiff) = taken(t, r.flux[n], r.gas[n], r.surface[n]);
        r.net[n] = net;
        if let Some(plate) = r.plates[n].as_mut() {
            r.net[n] = plate.step(dt, net, stiff, r.gas[n]);
            r.surface[n] = plate.surface();
        }
    }
    for (n, d) in b.detectors.iter().enumerate() {
        let air = &model.rooms[d.room];
        let inside = d.height > air.interface;
        let mut gas = gas_at(air, d.height);
        let mut speed: f64 = 0.1;
        for (fire, burning) in b.fires.iter().zip(&model.fires) {
            if fire.room == d.room && burning.heat > 0.0 {
                let high = b.rooms[d.room].height - fire.base;
                let (heat, high) = if inside {
                    substitute(burning.heat, high, air.interface - fire.base, air.t, air.rho[LOWER])
                } else {
                    (burning.heat, high)
                };
                let (hot, fast) = ceiling_jet(heat, high, d.distance);
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
    for (n, (_, sign)) in b.triggers.iter().enumerate() {
        if model.signs[n].is_none() && given(&model.readings, *sign) {
            model.signs[n] = Some(model.time);
        }
    }
    ignite(model);
}
