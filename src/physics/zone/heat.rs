//! Heat between gas and surfaces in a step: convection, radiation, conduction. Ends at watts into each layer.

use super::{
    building::Room,
    gas::{self, SIGMA},
    radiation::{Enclosure, Exchange, FLAMES, absorptivity, absorptivity_from},
    state::{Air, LOWER, UPPER},
};

/// Which layer a surface meets: ceiling and upper wall the upper, lower wall and floor the lower.
const MEETS: [usize; 4] = [UPPER, UPPER, LOWER, LOWER];
/// The floor among the surfaces.
const FLOOR: usize = 3;
/// Natural convection `C |ΔT|^⅓`, W/m²: walls 1.31, floor and ceiling 1.52 (CFAST).
const NATURAL: [f64; 4] = [1.52, 1.31, 1.31, 1.52];

/// Exchanges heat for `dt` seconds, with openings of the given areas, m², through the lower and the upper wall and what is seen through
/// them, K, and returns watts into the lower and the upper layer, the radiation of fires in the room among it.
pub fn exchange(room: &Room, air: &mut Air, dt: f64, outside: f64, holes: &[(f64, f64); 2]) -> [f64; 2] {
    (air.to_walls, air.on_its_way) = (0.0, 0.0);
    let (fire, fire_height) = air.radiated;
    if air.surfaces.iter().all(Option::is_none) {
        // Mirrors all round: what a thing near the floor sees is the gas there.
        (air.floor_flux, air.ceiling_flux) = (SIGMA * air.t[LOWER].powi(4), SIGMA * air.t[LOWER].powi(4));
        return [0.0, fire];
    }
    let interface = if room.one_zone { 0.0 } else { air.interface };
    let mut box_ = enclosure(room, air, interface, fire, fire_height);
    let areas = box_.areas();
    for k in [LOWER, UPPER] {
        let s = 2 - k;
        if areas[s] > 1e-6 && air.surfaces[s].is_some() {
            box_.holes[s] = ((holes[k].0 / areas[s]).clamp(0.0, 0.9), holes[k].1);
        }
    }
    let mut rays = box_.exchange();
    air.floor_flux = rays.floor_incident;
    air.ceiling_flux = rays.ceiling_incident;
    let areas = box_.areas();
    calm(&box_, &mut rays, air, dt);
    air.to_walls = rays.out;
    let mut into = rays.gas;
    let mut loads = [0.0; 2];
    for s in 0..4 {
        let k = if room.one_zone { UPPER } else { MEETS[s] };
        loads[k] += areas[s];
    }
    for s in 0..4 {
        let Some(slab) = air.surfaces[s].as_mut() else { continue };
        let k = if room.one_zone { UPPER } else { MEETS[s] };
        let area = areas[s] * (1.0 - box_.holes[s].0);
        let gap = air.t[k] - slab.surface();
        let held = air.layers[k].mass * gas::CP / (dt * loads[k].max(1e-9));
        let free = NATURAL[s] * libm::cbrt(gap.abs());
        let h = free * held / (held + free);
        let flux = rays.wall[s] + h * gap;
        let stiff = h * 4.0 / 3.0 + 4.0 * slab.emissivity * gas::SIGMA * slab.surface().powi(3);
        let taken = slab.step(dt, flux, stiff, outside);
        let given = area * (h * gap + taken - flux);
        into[k] -= given;
        air.to_walls += area * taken;
        if s == FLOOR {
            air.on_its_way += given;
        }
    }
    air.on_its_way += into[LOWER];
    into
}

/// A layer gives off, or takes, in a step no more than half of what brings it to the temperatures around it. Where it would, all exchange in
/// the room but the fire's own radiation goes slower by the same factor, so that the sum stays exact.
fn calm(box_: &Enclosure, rays: &mut Exchange, air: &Air, dt: f64) {
    let mut all = [box_.gas[0], box_.gas[1], box_.wall[0], box_.wall[1], box_.wall[2], box_.wall[3]];
    all.sort_by(f64::total_cmp);
    let held = |k: usize| air.layers[k].mass * gas::CP / dt;
    let allowed = |k: usize, heat: f64| {
        let room = if heat > 0.0 { all[5] - box_.gas[k] } else { box_.gas[k] - all[0] };
        0.5 * held(k) * room.max(1.0)
    };
    if [LOWER, UPPER].iter().all(|&k| rays.gas[k].abs() <= allowed(k, rays.gas[k])) {
        return;
    }
    let still = Enclosure { fire: 0.0, ..*box_ }.exchange();
    let mut part: f64 = 1.0;
    for k in [LOWER, UPPER] {
        let most = allowed(k, still.gas[k]);
        if still.gas[k].abs() > most {
            part = part.min(most / still.gas[k].abs());
        }
    }
    for k in [LOWER, UPPER] {
        rays.gas[k] -= (1.0 - part) * still.gas[k];
    }
    for s in 0..4 {
        rays.wall[s] -= (1.0 - part) * still.wall[s];
    }
    rays.out -= (1.0 - part) * still.out;
}

fn enclosure(room: &Room, air: &Air, interface: f64, fire: f64, fire_height: f64) -> Enclosure {
    let (area, height) = (room.area(), room.height);
    let mut wall = [0.0; 4];
    let mut emissivity = [0.0; 4];
    for s in 0..4 {
        if let Some(slab) = &air.surfaces[s] {
            wall[s] = slab.surface();
            emissivity[s] = slab.emissivity;
        } else {
            wall[s] = air.t[MEETS[s]];
        }
    }
    let (mut grey, mut grey_to_flames) = ([0.0; 2], [0.0; 2]);
    for k in [LOWER, UPPER] {
        let deep = if k == UPPER { height - interface } else { interface };
        let beam = 3.6 * area * deep / (2.0 * area + room.perimeter() * deep);
        let x = &air.y[k];
        // Mole fractions with the molar mass of air: within a few per cent.
        let (water, dioxide) = (x[gas::H2O] * 0.028_97 / gas::MOLAR[gas::H2O], x[gas::CO2] * 0.028_97 / gas::MOLAR[gas::CO2]);
        let soot = x[gas::SOOT] * air.rho[k];
        grey[k] = absorptivity(soot, water + dioxide, air.t[k], air.pressure, beam);
        if fire > 0.0 {
            grey_to_flames[k] = absorptivity_from(FLAMES.max(air.t[k]), soot, water + dioxide, air.t[k], air.pressure, beam);
        }
    }
    Enclosure {
        area,
        perimeter: room.perimeter(),
        height,
        interface,
        grey,
        grey_to_flames,
        gas: air.t,
        wall,
        emissivity,
        holes: [(0.0, 0.0); 4],
        fire,
        fire_height,
    }
}
