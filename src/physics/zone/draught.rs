//! The draught: how the air that comes in through openings tilts a plume, and how a front of smoke runs along a corridor.

use super::{
    building::{Building, Room},
    fire::{Fire, PlumeLaw, Stand},
    gas::{CP, G},
    model::VentFlow,
    state::{Air, LOWER, UPPER},
};

/// The air that blows on the fires of a room.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Draught {
    /// Speed of the air across the fire, m/s.
    pub speed: f64,
}

impl Draught {
    /// The draught in a room from what came in through its openings in the last step: spread over the width of the room and the height
    /// of the lower layer. Nobody knows where the doors and the fire stand to each other, so it is the mean, not the jet.
    pub fn of(b: &Building, flows: &[VentFlow], room: usize, air: &Air) -> Self {
        let mut inflow = 0.0;
        for (v, f) in b.vents.iter().zip(flows) {
            if v.a == room {
                inflow += f.inward;
            } else if v.b == Some(room) {
                inflow += f.outward;
            }
        }
        let across = b.rooms[room].area().sqrt() * air.interface.max(0.1 * b.rooms[room].height);
        Self { speed: inflow / (air.rho[LOWER] * across) }
    }

    /// Factor on the entrainment of a fire's plume up to a height, m, for a heat release in W.
    ///
    /// Air that blows across a plume is taken in at 0.6 of its speed, on top of 0.11 of the slip along it (Hoult, Fay and Forney 1969, J. Air
    /// Pollut. Control Assoc. 19): the theory that Quintiere, Rinkinen and Jones (1981, Combust. Sci. Technol. 26) held against room
    /// fires. Its equations, integrated for 15 to 700 kW, give within some 15 % `1 + 2.3 Λ + 4 Λ²`, `Λ = U / (g Q_c / (ρ c_p T z))^⅓`. A fire
    /// at a wall or in a corner burns with its mirror image, and across the mirror nothing blows: 1.
    pub fn factor(&self, fire: &Fire, height: f64, heat: f64, air: &Air) -> f64 {
        if fire.stand != Stand::Free || fire.law != PlumeLaw::Heskestad || height <= 0.0 || self.speed <= 0.0 || heat <= 0.0 {
            return 1.0;
        }
        let rises = libm::cbrt(G * heat * (1.0 - fire.radiated) / (air.rho[LOWER] * CP * air.t[LOWER] * height));
        let slant = self.speed / rises.max(1e-3);
        (1.0 + slant * (2.3 + 4.0 * slant)).min(MOST)
    }
}

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
