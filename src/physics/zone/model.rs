//! The model: a building that is stepped, cloned, and changed while it runs. Ends where someone looks at a room.
//!
//! One step: fires burn, surfaces take heat, pressures are solved, gas flows, layers add up. Flows are antisymmetric, so what
//! leaves one place arrives at another whatever the pressure solution leaves over.

mod flow;
mod settle;

use std::sync::Arc;

use super::{
    building::{Building, Waits},
    burn::Burning,
    draught::{self, Draught},
    fire::{Fire, Ignition},
    gas::{self, SPECIES},
    heat, instruments,
    pressure::{Network, Setting},
    state::{Air, LOWER, UPPER},
    streams::Stream,
};

/// The account of a run: what came into the building since its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Account {
    /// Gas from outside less gas to the outside, kg.
    pub mass_from_outside: f64,
    /// Its enthalpy, J.
    pub heat_from_outside: f64,
    /// Fuel that became gas, kg.
    pub fuel: f64,
    /// Heat of fires and the warmth of unburnt fuel, J.
    pub released: f64,
    /// Heat to surfaces, J.
    pub to_walls: f64,
    /// Soot held back by filters, kg.
    pub filtered: f64,
}

/// What moved through a wall vent in the last step.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct VentFlow {
    /// Into the first room, kg/s.
    pub inward: f64,
    /// Out of the first room, kg/s.
    pub outward: f64,
    /// Neutral plane above the first room's floor, m.
    pub neutral: Option<f64>,
}

/// A running building.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What it was built from. Shared between clones until one is changed.
    pub building: Arc<Building>,
    /// Time, s.
    pub time: f64,
    /// Rooms.
    pub rooms: Vec<Air>,
    /// Fires.
    pub fires: Vec<Burning>,
    /// Instruments.
    pub readings: instruments::Readings,
    /// The account.
    pub account: Account,
    /// Wall vents in the last step.
    pub flows: Vec<VentFlow>,
    hands: Vec<Option<f64>>,
    /// For every trigger, when its sign came, s.
    pub(super) signs: Vec<Option<f64>>,
    /// Which trigger a wall vent, a hole and a fan wait for.
    waits: [Vec<Option<usize>>; 3],
    network: Network,
    set: Setting,
    streams: Vec<Stream>,
    outside: [f64; SPECIES],
    sums: Vec<Sum>,
    shaft_flow: Vec<[f64; 2]>,
    draughts: Vec<Draught>,
    holes: Vec<[(f64, f64); 2]>,
    /// The greatest part of a layer's gas that left it in the last step, 1/s.
    haste: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Sum {
    mass: [f64; 2],
    heat: [f64; 2],
    species: [[f64; SPECIES]; 2],
    /// Asked of each layer, kg; of that, by streams that leave the room.
    out: [f64; 2],
    away: [f64; 2],
    /// What is granted: the part from the layer itself, and of the rest the part from the other layer.
    grant: [f64; 2],
    other: [f64; 2],
    /// What burnt: products less oxygen, kg, and its heat to the gas, J.
    burnt: [f64; SPECIES],
    burnt_heat: f64,
}

impl Model {
    /// A building at rest.
    pub fn new(building: Building) -> Self {
        let out = gas::density(building.pressure, building.outside);
        let floor_pressure = |floor: f64| building.pressure - out * gas::G * floor;
        let y = gas::air(building.inside, building.pressure, building.humidity);
        let rooms: Vec<Air> = building.rooms.iter().map(|r| Air::still(r, building.inside, floor_pressure(r.floor), &y)).collect();
        let fires = building.fires.iter().map(|_| Burning::ready()).collect();
        let n = building.rooms.len();
        let set = Setting {
            wide: vec![0.0; building.vents.len()],
            holes: vec![0.0; building.shafts.len()],
            drawn: vec![1.0; building.shafts.len()],
            fans: vec![0.0; building.fans.len()],
            heat: vec![0.0; n],
            out: (out, building.outside),
            outside: building.rooms.iter().map(|r| floor_pressure(r.floor)).collect(),
        };
        let mut model = Self {
            time: 0.0,
            rooms,
            fires,
            readings: instruments::Readings::new(&building),
            account: Account::default(),
            flows: vec![VentFlow::default(); building.vents.len()],
            hands: vec![None; building.vents.len()],
            signs: vec![None; building.triggers.len()],
            waits: waits(&building),
            network: Network::new(&building),
            set,
            streams: Vec::new(),
            outside: gas::air(building.outside, building.pressure, building.humidity),
            sums: vec![Sum::default(); n],
            draughts: vec![Draught::default(); n],
            holes: vec![[(0.0, 0.0); 2]; n],
            haste: 0.0,
            shaft_flow: vec![[0.0; 2]; building.shafts.len()],
            building: Arc::new(building),
        };
        instruments::ignite(&mut model);
        model
    }

    /// Opens a wall vent to a fraction of its width, whatever its own schedule says; `None` gives it back to the schedule.
    pub fn open(&mut self, vent: usize, fraction: Option<f64>) {
        self.hands[vent] = fraction.map(|f| f.clamp(0.0, 1.0));
    }

    /// How far a wall vent is open now, 0 to 1.
    pub fn opening(&self, vent: usize) -> f64 {
        self.hands[vent].unwrap_or_else(|| self.building.vents[vent].opening.at(self.clock(0, vent))).clamp(0.0, 1.0)
    }

    /// Adds a fire and returns its number. Its own clock begins when it is lit.
    pub fn add_fire(&mut self, fire: Fire) -> usize {
        Arc::make_mut(&mut self.building).fires.push(fire);
        self.fires.push(Burning::ready());
        instruments::ignite(self);
        self.fires.len() - 1
    }

    /// Multiplies what a fire gives off from now on; 0 puts it out.
    pub fn scale_fire(&mut self, fire: usize, scale: f64) {
        self.fires[fire].scale = scale.max(0.0);
    }

    /// A hand extinguisher on a fire for `dt` seconds: see [`instruments::extinguish`].
    pub fn extinguish(&mut self, fire: usize, rate: f64, dt: f64) {
        let burning = &mut self.fires[fire];
        burning.scale = instruments::extinguish(burning.scale, burning.heat, rate, dt);
    }

    /// Gas in the building: mass, kg, and internal energy, J.
    pub fn content(&self) -> (f64, f64) {
        let layers = || self.rooms.iter().flat_map(|r| r.layers);
        (layers().map(|l| l.mass).sum(), layers().map(|l| l.energy).sum())
    }

    /// One step of `dt` seconds; 0.1 to 1 s is meant. A layer that would lose more than half of its gas in a step makes the step fall into shorter
    /// ones: how many follows from the step before, so the same run is always the same.
    pub fn step(&mut self, dt: f64) {
        let parts = (2.0 * self.haste * dt).ceil().clamp(1.0, 32.0);
        let mut left = parts;
        while left > 0.5 {
            self.part(dt / parts);
            left -= 1.0;
        }
    }

    fn part(&mut self, dt: f64) {
        self.schedule();
        let b = Arc::clone(&self.building);
        self.sums.fill(Sum::default());
        self.streams.clear();
        for air in &mut self.rooms {
            (air.radiated, air.hrr) = ((0.0, 0.0), 0.0);
        }
        self.burn(&b, dt);
        self.openings(&b);
        for (i, room) in b.rooms.iter().enumerate() {
            let into = heat::exchange(room, &mut self.rooms[i], dt, b.outside, &self.holes[i]);
            let sum = &mut self.sums[i];
            for k in [LOWER, UPPER] {
                let k2 = if room.one_zone { UPPER } else { k };
                sum.heat[k2] += into[k] * dt;
            }
            self.account.to_walls += self.rooms[i].to_walls * dt;
            self.set.heat[i] = (sum.heat[0] + sum.heat[1]) / dt;
        }
        let mut network = std::mem::take(&mut self.network);
        network.solve(&b, &mut self.rooms, &self.set, dt);
        self.vent_streams(&b, &network);
        self.shaft_streams(&b, &network, dt);
        self.fan_streams(&b, &network);
        self.network = network;
        self.settle(&b, dt);
        for (i, room) in b.rooms.iter().enumerate() {
            let sum = &self.sums[i];
            self.rooms[i].advance(room, &sum.mass, &sum.heat, &sum.species);
            let (draught, air) = (&self.draughts[i], &mut self.rooms[i]);
            (air.shear, air.grade) = (draught.slip(room, air), draught.grade(air.on_its_way, air));
            draught::front(room, air, dt);
        }
        self.time += dt;
        instruments::read(self, dt);
    }

    /// How many times flows were worked out in the last step.
    pub fn rounds(&self) -> usize {
        self.network.rounds
    }

    /// Flow through each hole in the last step, kg/s, up and down.
    pub fn shaft_flows(&self) -> impl Iterator<Item = [f64; 2]> + '_ {
        self.shaft_flow.iter().copied()
    }

    /// Flow of each fan in the last step, kg/s.
    pub fn fan_flows(&self) -> impl Iterator<Item = f64> + '_ {
        self.network.fans.iter().copied()
    }

    /// The clock of a wall vent (0), a hole (1) or a fan (2): the model's own, or the time since the sign that it waits for.
    fn clock(&self, kind: usize, n: usize) -> f64 {
        let waits = self.waits[kind].get(n).copied().flatten();
        waits.map_or(self.time, |t| self.signs[t].map_or(f64::NEG_INFINITY, |begun| self.time - begun))
    }

    fn schedule(&mut self) {
        for n in 0..self.building.vents.len() {
            let v = &self.building.vents[n];
            self.set.wide[n] = v.coefficient * v.width * self.opening(n);
        }
        for n in 0..self.building.shafts.len() {
            let v = &self.building.shafts[n];
            let open = v.opening.at(self.clock(1, n)).clamp(0.0, 1.0);
            self.set.holes[n] = v.area * open;
        }
        for n in 0..self.building.fans.len() {
            let f = &self.building.fans[n];
            self.set.fans[n] = f.flow * f.running.at(self.clock(2, n)).max(0.0);
        }
    }

    fn burn(&mut self, b: &Building, dt: f64) {
        for n in 0..self.fires.len() {
            let fire = &b.fires[n];
            let room = fire.room;
            let air = &self.rooms[room];
            let draught = self.draughts[room];
            let one = self.fires[n].step(b, fire, air, self.time, dt, &|z, q| draught.factor(fire, z, q, air));
            if one.fuel <= 0.0 && one.lifted <= 0.0 {
                continue;
            }
            let sum = &mut self.sums[room];
            sum.mass[UPPER] += one.fuel * dt;
            sum.heat[UPPER] += one.heat * dt;
            for k in 0..SPECIES {
                sum.species[UPPER][k] += one.species[k] * dt;
            }
            for k in 0..SPECIES {
                sum.burnt[k] += one.made[k] * dt;
            }
            sum.burnt_heat += one.convected * dt;
            self.account.fuel += one.fuel * dt;
            self.account.released += (one.heat + one.radiated) * dt;
            if one.lifted > 0.0 && !b.rooms[room].one_zone {
                self.streams.push(Stream { from: Some((room, LOWER)), to: Some(room), upper: 1.0, mass: one.lifted, filtered: 0.0 });
            }
            let burning = &self.fires[n];
            let air = &mut self.rooms[room];
            air.hrr += burning.heat;
            let height = fire.base + 0.4 * burning.flame;
            let both = air.radiated.0 + one.radiated;
            air.radiated = (both, (air.radiated.0 * air.radiated.1 + one.radiated * height) / both.max(1e-9));
        }
    }
}

/// Whether a fire waits for the clock, and for which second.
pub(super) fn lit_at(fire: &Fire) -> Option<f64> {
    match fire.ignition {
        Ignition::Time(t) => Some(t),
        Ignition::Flux(_) | Ignition::Gas(_) | Ignition::Sign(_) => None,
    }
}

/// Which trigger each wall vent, hole and fan waits for; of several the last.
fn waits(b: &Building) -> [Vec<Option<usize>>; 3] {
    let mut all = [vec![None; b.vents.len()], vec![None; b.shafts.len()], vec![None; b.fans.len()]];
    for (n, (what, _)) in b.triggers.iter().enumerate() {
        let (kind, k) = match *what {
            Waits::Vent(k) => (0, k),
            Waits::Shaft(k) => (1, k),
            Waits::Fan(k) => (2, k),
        };
        all[kind][k] = Some(n);
    }
    all
}
