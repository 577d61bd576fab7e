//! The pressures at the end of a step: implicit in pressure only, by Newton's method on a convex problem. Ends at the flows.
//!
//! Every opening's flow of enthalpy grows with the pressure difference across it and with nothing else here, so the equations are
//! the gradient of a convex function: a Newton step with a line search always converges, for sealed rooms as for open ones.

use super::{
    building::Building,
    gas::{CP, GAMMA},
    linear::{Slot, Sparse},
    state::{Air, LOWER, UPPER},
    vent::{Side, Through, through},
};

/// Discharge coefficient of holes in floors (Cooper 1989).
const SHAFT: f64 = 0.68;
/// Bends the square root near zero, Pa.
const SOFT: f64 = 1e-6;

/// What connects two rooms, evaluated: flows both ways and where their coefficients go.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Network {
    /// Flow through each wall vent.
    pub vents: Vec<Through>,
    /// Mass flow through each hole, kg/s, up and down.
    pub shafts: Vec<[f64; 2]>,
    /// Mass flow of each fan, kg/s.
    pub fans: Vec<f64>,
    matrix: Sparse,
    slots: Vec<Option<Slot>>,
    pressures: Vec<f64>,
    residual: Vec<f64>,
    trial: Vec<f64>,
    step: Vec<f64>,
    scale: Vec<f64>,
    work: Vec<f64>,
    /// Evaluations in the last step.
    pub rounds: usize,
}

/// What holds for a step: open fractions and what comes from outside the pressure solution.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Setting {
    /// Discharge coefficient times width times open fraction of each wall vent, m.
    pub wide: Vec<f64>,
    /// Open area of each hole, m².
    pub holes: Vec<f64>,
    /// The part of the upper layer in what each hole draws from below.
    pub drawn: Vec<f64>,
    /// Running volume flow of each fan, m³/s.
    pub fans: Vec<f64>,
    /// Heat into the gas of each room, W.
    pub heat: Vec<f64>,
    /// Density and temperature of outside air.
    pub out: (f64, f64),
    /// Outside pressure at each floor, Pa.
    pub outside: Vec<f64>,
}

impl Network {
    /// Finds out what hangs together.
    pub fn new(b: &Building) -> Self {
        let joins = b
            .vents
            .iter()
            .map(|v| (Some(v.a), v.b))
            .chain(b.shafts.iter().map(|v| (v.bottom, v.top)))
            .chain(b.fans.iter().map(|f| (f.from, f.to)));
        let joins: Vec<_> = joins.collect();
        let inner = |j: &(Option<usize>, Option<usize>)| j.0.zip(j.1).filter(|(a, b)| a != b);
        let edges: Vec<(usize, usize)> = joins.iter().filter_map(inner).collect();
        let matrix = Sparse::new(b.rooms.len(), &edges);
        let slots = joins.iter().map(|j| inner(j).map(|(a, b)| matrix.slot(a, b))).collect();
        let n = b.rooms.len();
        Self {
            vents: vec![Through::default(); b.vents.len()],
            shafts: vec![[0.0; 2]; b.shafts.len()],
            fans: vec![0.0; b.fans.len()],
            matrix,
            slots,
            pressures: vec![0.0; n],
            residual: vec![0.0; n],
            trial: vec![0.0; n],
            step: vec![0.0; n],
            scale: vec![0.0; n],
            work: Vec::new(),
            rounds: 0,
        }
    }

    /// Solves for the pressures, leaves the flows in place and writes `over` of every room.
    pub fn solve(&mut self, b: &Building, airs: &mut [Air], set: &Setting, dt: f64) {
        let n = airs.len();
        for (p, air) in self.pressures.iter_mut().zip(airs.iter()) {
            *p = air.over;
        }
        self.rounds = 1;
        self.evaluate(b, airs, set, dt);
        for _ in 0..40 {
            if (0..n).all(|i| self.residual[i].abs() <= 1e-6 * self.scale[i] + 1e-9) {
                break;
            }
            self.step.copy_from_slice(&self.residual);
            self.matrix.solve(&mut self.step, &mut self.work);
            let slope: f64 = self.step.iter().zip(&self.residual).map(|(d, f)| d * f).sum();
            self.trial.copy_from_slice(&self.pressures);
            let mut part = 1.0;
            for _ in 0..8 {
                for i in 0..n {
                    self.pressures[i] = self.trial[i] - part * self.step[i];
                }
                self.rounds += 1;
                self.evaluate(b, airs, set, dt);
                let ahead: f64 = self.step.iter().zip(&self.residual).map(|(d, f)| d * f).sum();
                if ahead >= -0.5 * slope {
                    break;
                }
                part *= (slope / (slope - ahead)).clamp(0.1, 0.7);
            }
        }
        for (air, p) in airs.iter_mut().zip(&self.pressures) {
            air.over = *p;
        }
    }

    fn evaluate(&mut self, b: &Building, airs: &[Air], set: &Setting, dt: f64) {
        self.matrix.clear();
        for (i, (room, air)) in b.rooms.iter().zip(airs).enumerate() {
            let c = room.volume() / ((GAMMA - 1.0) * dt);
            self.residual[i] = c * (self.pressures[i] + set.outside[i] - air.pressure) - set.heat[i];
            self.scale[i] = set.heat[i].abs() + c * 1e-2;
            self.matrix.add(i, c);
        }
        for n in 0..b.vents.len() {
            self.wall_vent(b, airs, set, n);
        }
        for n in 0..b.shafts.len() {
            self.shaft(b, airs, set, n);
        }
        for n in 0..b.fans.len() {
            self.fan(b, airs, set, n);
        }
    }

    /// One side of an opening as the trial pressures have it.
    fn side(&self, b: &Building, airs: &[Air], set: &Setting, room: Option<usize>) -> Side {
        room.map_or_else(
            || Side { floor: -1e3, interface: 1e6, density: [set.out.0; 2], temperature: [set.out.1; 2], over: 0.0 },
            |r| {
                let (floor, air) = (b.rooms[r].floor, &airs[r]);
                Side { floor, interface: floor + air.interface, density: air.rho, temperature: air.t, over: self.pressures[r] }
            },
        )
    }

    /// Books a flow of enthalpy from `a` to `b` and its slope.
    fn book(&mut self, a: Option<usize>, b: Option<usize>, slot: Option<Slot>, flow: f64, size: f64, slope: f64) {
        for (room, sign) in [(a, 1.0), (b, -1.0)] {
            if let Some(i) = room {
                self.residual[i] += sign * flow;
                self.scale[i] += size;
                self.matrix.add(i, slope);
            }
        }
        if let Some(slot) = slot {
            self.matrix.join(slot, -slope);
        }
    }

    fn wall_vent(&mut self, b: &Building, airs: &[Air], set: &Setting, n: usize) {
        let v = &b.vents[n];
        if set.wide[n] <= 0.0 {
            self.vents[n] = Through::default();
            return;
        }
        let (s, t) = (self.side(b, airs, set, Some(v.a)), self.side(b, airs, set, v.b));
        let floor = b.rooms[v.a].floor;
        let flow = through(&s, &t, set.wide[n], floor + v.sill, floor + v.soffit, set.out.0);
        let (mut net, mut size, mut slope) = (0.0, 0.0, 0.0);
        for k in [LOWER, UPPER] {
            let (out, back) = (CP * s.temperature[k] * flow.mass[0][k], CP * t.temperature[k] * flow.mass[1][k]);
            net += out - back;
            size += out + back;
            slope += CP * (s.temperature[k] * flow.slope[0][k] + t.temperature[k] * flow.slope[1][k]);
        }
        self.vents[n] = flow;
        self.book(Some(v.a), v.b, self.slots[n], net, size, slope);
    }

    fn shaft(&mut self, b: &Building, airs: &[Air], set: &Setting, n: usize) {
        let v = &b.shafts[n];
        let slot = self.slots[b.vents.len() + n];
        let z = shaft_height(b, n);
        let (low, high) = (self.side(b, airs, set, v.bottom), self.side(b, airs, set, v.top));
        let over = low.over_at(z, set.out.0) - high.over_at(z, set.out.0);
        let up = over >= 0.0;
        let part = if up && v.bottom.is_some() { set.drawn[n] } else { 0.0 };
        let from = if up { &low } else { &high };
        let rho = part * from.density[UPPER] + (1.0 - part) * from.density[LOWER];
        let warm = part * from.density[UPPER] * from.temperature[UPPER] + (1.0 - part) * from.density[LOWER] * from.temperature[LOWER];
        let root = (over.abs() + SOFT).sqrt();
        let scale = SHAFT * set.holes[n] * (2.0 / rho).sqrt();
        let volume = scale * (root - SOFT.sqrt());
        let enthalpy = CP * warm;
        self.shafts[n] = if up { [rho * volume, 0.0] } else { [0.0, rho * volume] };
        let flow = enthalpy * volume;
        self.book(v.bottom, v.top, slot, if up { flow } else { -flow }, flow, enthalpy * scale * 0.5 / root);
    }

    fn fan(&mut self, b: &Building, airs: &[Air], set: &Setting, n: usize) {
        let f = &b.fans[n];
        let slot = self.slots[b.vents.len() + b.shafts.len() + n];
        if set.fans[n] <= 0.0 {
            self.fans[n] = 0.0;
            return;
        }
        let (s, t) = (self.side(b, airs, set, f.from), self.side(b, airs, set, f.to));
        let at = |room: Option<usize>, h: f64| room.map(|r| b.rooms[r].floor + h);
        let (zs, zt) = match (at(f.from, f.from_height), at(f.to, f.to_height)) {
            (Some(a), Some(b)) => (a, b),
            (Some(a), None) => (a, a),
            (None, Some(b)) => (b, b),
            (None, None) => (0.0, 0.0),
        };
        let back = t.over_at(zt, set.out.0) - s.over_at(zs, set.out.0);
        let (from, to) = f.cutoff;
        let span = (to - from).max(1e-3);
        let left = ((to - back) / span).clamp(0.0, 1.0);
        let layer = usize::from(f.from.is_some() && zs > s.interface);
        let volume = set.fans[n] * left;
        let slope = if left > 0.0 && left < 1.0 { set.fans[n] / span } else { 0.0 };
        let enthalpy = CP * s.density[layer] * s.temperature[layer];
        self.fans[n] = volume * s.density[layer];
        self.book(f.from, f.to, slot, volume * enthalpy, volume * enthalpy, slope * enthalpy);
    }
}

/// Height of a hole above the datum: the ceiling below it, or the floor above it.
pub fn shaft_height(b: &Building, n: usize) -> f64 {
    let v = &b.shafts[n];
    match (v.top, v.bottom) {
        (Some(t), _) => b.rooms[t].floor,
        (None, Some(r)) => b.rooms[r].floor + b.rooms[r].height,
        (None, None) => 0.0,
    }
}
