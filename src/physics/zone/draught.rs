//! The draught: how the air that comes in through openings blows on a plume and under a layer, and how a front of smoke runs along a
//! corridor. Ends at factors and speeds.

use super::{
    building::Room,
    fire::{Fire, PlumeLaw, Stand},
    gas::{CP, G},
    state::{Air, LOWER, UPPER},
};

/// The air that blows through the lower layer of a room, as its openings bring it. Added up while a step's flows are known.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Draught {
    /// What arrives in the lower layer, kg/s, and its mass times temperature, kg K/s.
    inflow: (f64, f64),
    /// The same with the air of the room that it has drawn in when it has crossed the floor, kg/s.
    over_floor: f64,
    /// The strongest of it, kg/s, and its speed in the middle of the room, m/s.
    jet: (f64, f64),
    /// What leaves the upper layer, kg/s.
    above: f64,
}

impl Draught {
    /// Adds `mass` kg/s that settles in the lower layer: through an opening with `speed` after the contraction and `across` m in the smaller
    /// direction. It is a plane jet (Rajaratnam 1976, Turbulent jets): out of its core it has the speed `U √(5.8 b / x)`, and it has drawn in so
    /// much that `0.44 √(2 x / b)` times the flow is on its way.
    pub fn enters(&mut self, room: &Room, mass: f64, temperature: f64, speed: f64, across: f64) {
        self.inflow.0 += mass;
        self.inflow.1 += mass * temperature;
        let long = room.width.max(room.depth);
        self.over_floor += mass * (0.44 * (2.0 * long / across.max(1e-3)).sqrt()).max(1.0);
        if mass > self.jet.0 {
            self.jet = (mass, speed * (5.8 * across / (0.5 * long)).sqrt().min(1.0));
        }
    }

    /// Adds `mass` kg/s that leaves the upper layer.
    pub fn leaves(&mut self, mass: f64) {
        self.above += mass;
    }

    /// Speed of the air under the layer in the middle of the room, m/s. Openings are taken to lie before the fire, one against another where
    /// there are several: that of the strongest, times its part of the whole.
    fn jet(&self) -> f64 {
        if self.jet.0 > 0.0 { self.jet.1 * self.jet.0 / self.inflow.0 } else { 0.0 }
    }

    /// How fast the layers slide over each other in the room, m/s: the jet below against the way out above.
    pub fn slip(&self, room: &Room, air: &Air) -> f64 {
        let deep = (room.height - air.interface).max(0.1 * room.height);
        self.jet() + self.above / (air.rho[UPPER] * room.area().sqrt() * deep)
    }

    /// How much warmer than its mean, K, and by how much its foot is cooler, the air of the lower layer becomes on its way up, when it comes in
    /// at the floor and `heat` W reach it on its way: see [`super::profile`].
    pub fn grade(&self, heat: f64, air: &Air) -> f64 {
        if self.inflow.0 <= 0.0 {
            return 0.0;
        }
        let most = (air.t[LOWER] - self.inflow.1 / self.inflow.0).max(0.0);
        (heat / (CP * self.over_floor)).clamp(0.0, most)
    }

    /// Factor on the entrainment of a fire's plume up to a height, m, for a heat release in W.
    ///
    /// Air that blows across a plume is taken in at 0.6 of its speed, on top of 0.11 of the slip along it (Hoult, Fay and Forney 1969, J. Air
    /// Pollut. Control Assoc. 19): the theory that Quintiere, Rinkinen and Jones (1981, Combust. Sci. Technol. 26) held against room
    /// fires. Its equations, integrated for 15 to 700 kW, give within some 15 % `1 + 2.3 Λ + 4 Λ²`, `Λ = U / (g Q_c / (ρ c_p T z))^⅓`. A fire
    /// at a wall or in a corner burns with its mirror image, and across the mirror nothing blows: 1.
    pub fn factor(&self, fire: &Fire, height: f64, heat: f64, air: &Air) -> f64 {
        let wind = ACROSS * self.jet();
        if fire.stand != Stand::Free || fire.law != PlumeLaw::Heskestad || height <= 0.0 || wind <= 0.0 || heat <= 0.0 {
            return 1.0;
        }
        let rises = libm::cbrt(G * heat * (1.0 - fire.radiated) / (air.rho[LOWER] * CP * air.t[LOWER] * height));
        let slant = wind / rises.max(1e-3);
        (1.0 + slant * (2.3 + 4.0 * slant)).min(MOST)
    }
}

/// The wind across a plume over the speed of the jet that it draws in. Air comes to a plume from luff and from lee, and what comes from the lee has
/// gone round it: continuity leaves half of the jet as mean wind. A jet through a door grows with the root of the depth under the neutral
/// plane, a plume draws with height to the ⅔: the mean of one weighed by the other is 0.853, `1.5 B(5/3, 3/2) / 0.6`.
const ACROSS: f64 = 0.5 * 0.853;

/// The most that a draught adds: beyond it the plume lies down and no correlation holds.
const MOST: f64 = 2.5;

/// Moves the front of smoke along a corridor: a gravity current, `0.7 √(g d ΔT/T)` (CFAST 3 to 6: Jones, Forney, Peacock and Reneke
/// 2003; Benjamin 1968 has 0.5 to 0.7). It starts when warm gas flows in or burns there, and says nothing about mass.
pub fn front(room: &Room, air: &mut Air, dt: f64) {
    let (depth, warm) = std::mem::take(&mut air.inflow);
    let length = room.width.max(room.depth);
    let (depth, warm) = if air.hrr > 0.0 { (0.1 * room.height, (air.t[UPPER] - air.t[LOWER]).max(1.0)) } else { (depth, warm) };
    if !room.corridor || depth <= 0.0 || warm <= 0.5 {
        return;
    }
    let speed = 0.7 * (G * depth * warm / (air.t[LOWER] + warm)).sqrt();
    air.front = (air.front + speed * dt).min(length);
}
