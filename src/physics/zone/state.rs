//! What a room holds at a moment: two layers of conserved mass, energy and species, and all that follows from them.
//! Ends where something flows.

use super::{
    building::Room,
    gas::{self, SPECIES},
    profile::{Profile, Told},
    wall::Slab,
};

/// The lower layer.
pub const LOWER: usize = 0;
/// The upper layer.
pub const UPPER: usize = 1;
/// The least part of a room that a layer takes.
pub const LEAST: f64 = 1e-3;

/// What is conserved of a layer.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Layer {
    /// Mass, kg.
    pub mass: f64,
    /// Internal energy, J.
    pub energy: f64,
    /// Masses of the species, kg.
    pub species: [f64; SPECIES],
}

/// A room at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Air {
    /// Lower and upper layer. A one-zone room has all in the upper.
    pub layers: [Layer; 2],
    /// Ceiling, upper wall, lower wall, floor.
    pub surfaces: [Option<Slab>; 4],
    /// Temperatures, K.
    pub t: [f64; 2],
    /// Densities, kg/m³.
    pub rho: [f64; 2],
    /// Mass fractions.
    pub y: [[f64; SPECIES]; 2],
    /// Height of the interface above the floor, m.
    pub interface: f64,
    /// Pressure at the floor, Pa.
    pub pressure: f64,
    /// Pressure at the floor over the outside at the same height, Pa.
    pub over: f64,
    /// Net heat into the surfaces by convection and radiation in the last step, W.
    pub to_walls: f64,
    /// Radiant heat that arrives at the floor, W/m².
    pub floor_flux: f64,
    /// Radiant heat that arrives at the ceiling, W/m².
    pub ceiling_flux: f64,
    /// The part of the floor's that comes straight from fires, as a mean over the floor, W/m².
    pub floor_fire: f64,
    /// Heat release in the room in the last step, W.
    pub hrr: f64,
    /// Radiated by fires in the last step, W, and from where, m above the floor.
    pub radiated: (f64, f64),
    /// Speed at which the layers slide over each other, m/s.
    pub shear: f64,
    /// Heat that reaches the lower layer above its floor in the last step, W: from its walls and by radiation.
    pub on_its_way: f64,
    /// How much cooler than its mean the foot of the lower layer is, K.
    pub grade: f64,
    /// How far the front of smoke has come along a corridor, m.
    pub front: f64,
    /// Depth, m, and excess temperature, K, of what last flowed in to the upper layer.
    pub inflow: (f64, f64),
}

impl Air {
    /// Still air at one temperature; the upper layer is as thin as it gets.
    pub fn still(room: &Room, temperature: f64, pressure: f64, y: &[f64; SPECIES]) -> Self {
        let v = room.volume();
        let upper = if room.one_zone { 1.0 } else { LEAST };
        let layer = |part: f64| {
            let mass = gas::density(pressure, temperature) * v * part;
            Layer { mass, energy: gas::CV * mass * temperature, species: y.map(|y| y * mass) }
        };
        let slab = |m: &Option<super::building::Material>| m.as_ref().map(|m| Slab::new(m, temperature));
        let walls = slab(&room.wall_lining);
        let mut air = Self {
            layers: [layer(1.0 - upper), layer(upper)],
            surfaces: [slab(&room.ceiling_lining), walls.clone(), walls, slab(&room.floor_lining)],
            t: [temperature; 2],
            rho: [0.0; 2],
            y: [*y; 2],
            interface: 0.0,
            pressure,
            over: 0.0,
            to_walls: 0.0,
            floor_flux: 0.0,
            ceiling_flux: 0.0,
            floor_fire: 0.0,
            hrr: 0.0,
            radiated: (0.0, 0.0),
            shear: 0.0,
            on_its_way: 0.0,
            grade: 0.0,
            front: 0.0,
            inflow: (0.0, 0.0),
        };
        air.refresh(room);
        air
    }

    /// Works out what follows from the layers.
    pub fn refresh(&mut self, room: &Room) {
        let volume = room.volume();
        let energy = self.layers[0].energy + self.layers[1].energy;
        self.pressure = (gas::GAMMA - 1.0) * energy / volume;
        for k in 0..2 {
            let layer = &self.layers[k];
            if layer.mass > 0.0 {
                self.t[k] = layer.energy / (gas::CV * layer.mass);
                let inverse = 1.0 / layer.mass;
                for (y, s) in self.y[k].iter_mut().zip(layer.species) {
                    *y = s * inverse;
                }
            }
        }
        if room.one_zone {
            self.t[LOWER] = self.t[UPPER];
            self.y[LOWER] = self.y[UPPER];
        }
        self.rho = [gas::density(self.pressure, self.t[0]), gas::density(self.pressure, self.t[1])];
        self.interface = room.height * self.layers[LOWER].energy / energy;
    }

    /// The layers as they are told to people and compared with experiments.
    pub fn told(&self, room: &Room) -> Told {
        Profile::new(room.height, self.interface, self.t, self.shear, self.grade).told()
    }

    /// Light extinction of a layer, 1/m.
    pub fn extinction(&self, layer: usize) -> f64 {
        gas::SOOT_EXTINCTION * self.y[layer][gas::SOOT] * self.rho[layer]
    }

    /// Mole fractions of a layer.
    pub fn moles(&self, layer: usize) -> [f64; SPECIES] {
        gas::moles(&self.y[layer])
    }

    /// Moves both layers on: `mass`, `heat` (enthalpy and heat, J) and `species` arrive in the step. The layers press on each other
    /// (`P dV`), a layer that would vanish takes gas from the other; sums are kept to round-off.
    pub fn advance(&mut self, room: &Room, mass: &[f64; 2], heat: &[f64; 2], species: &[[f64; SPECIES]; 2]) {
        let volume = room.volume();
        for k in 0..2 {
            self.layers[k].mass += mass[k];
            self.layers[k].species.iter_mut().zip(species[k]).for_each(|(a, b)| *a += b);
        }
        let before = self.pressure;
        let total = self.layers[0].energy + self.layers[1].energy + heat[0] + heat[1];
        let after = (gas::GAMMA - 1.0) * total / volume;
        if room.one_zone {
            self.layers[UPPER].energy = total;
            self.refresh(room);
            return;
        }
        let old = (gas::GAMMA - 1.0) * self.layers[UPPER].energy / before;
        let grown = ((gas::GAMMA - 1.0) * heat[UPPER] - old * (after - before)) / (gas::GAMMA * 0.5 * (before + after));
        let wanted = old + grown;
        let upper = wanted.clamp(LEAST * volume, (1.0 - LEAST) * volume);
        let lent = upper - wanted;
        self.lend(lent, volume);
        self.layers[UPPER].energy = total * upper / volume;
        self.layers[LOWER].energy = total - self.layers[UPPER].energy;
        let t = |l: &Layer| l.energy / (gas::CV * l.mass);
        let sane = |l: &Layer| l.mass > 0.0 && (150.0..3500.0).contains(&t(l));
        if !sane(&self.layers[0]) || !sane(&self.layers[1]) {
            self.stir(total);
        }
        self.refresh(room);
    }

    /// Moves the gas of a volume up (positive) or down.
    fn lend(&mut self, volume: f64, room: f64) {
        if volume == 0.0 {
            return;
        }
        let (from, to) = if volume > 0.0 { (LOWER, UPPER) } else { (UPPER, LOWER) };
        let held = (self.layers[from].energy / (self.layers[0].energy + self.layers[1].energy) * room).max(1e-12);
        let part = (volume.abs() / held).clamp(0.0, 0.9);
        self.shift(from, to, part);
    }

    /// Moves a part of one layer's mass and species to the other; energies are settled by the caller.
    fn shift(&mut self, from: usize, to: usize, part: f64) {
        let moved = part * self.layers[from].mass;
        self.layers[from].mass -= moved;
        self.layers[to].mass += moved;
        for n in 0..SPECIES {
            let s = part * self.layers[from].species[n];
            self.layers[from].species[n] -= s;
            self.layers[to].species[n] += s;
        }
    }

    /// Both layers become one gas, divided as volume is.
    fn stir(&mut self, total: f64) {
        let mass = self.layers[0].mass + self.layers[1].mass;
        let part = (self.layers[UPPER].energy / total).clamp(LEAST, 1.0 - LEAST);
        let mut species = self.layers[0].species;
        species.iter_mut().zip(self.layers[1].species).for_each(|(a, b)| *a += b);
        let share = |p: f64| Layer { mass: mass * p, energy: total * p, species: species.map(|s| s * p) };
        self.layers = [share(1.0 - part), share(part)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heating_a_sealed_room_raises_its_pressure_by_the_first_law() {
        let room = Room::bare("r", 5.0, 5.0, 5.0);
        let mut air = Air::still(&room, 293.15, 101_325.0, &gas::air(293.15, 101_325.0, 0.5));
        let (moved, warm) = (60.0, 60.0 * gas::CP * 293.15);
        air.advance(&room, &[-moved, moved], &[-warm, warm], &[[0.0; SPECIES]; 2]);
        for _ in 0..600 {
            air.advance(&room, &[0.0; 2], &[0.0, 10_000.0], &[[0.0; SPECIES]; 2]);
        }
        assert!((air.pressure - 101_325.0 - 0.4 * 6e6 / 125.0).abs() < 1e-6 * 101_325.0);
        assert!(air.t[UPPER] > 380.0 && air.interface > 1.0, "{} {}", air.t[UPPER], air.interface);
        let compressed = 293.15 * (air.pressure / 101_325.0).powf(0.4 / 1.4);
        assert!(
            (air.t[LOWER] / compressed - 1.0).abs() < 2e-3,
            "the lower layer is compressed without heat: {} {compressed}",
            air.t[LOWER]
        );
    }
}
