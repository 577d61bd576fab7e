//! What flows in a step: from solved pressures to streams of gas. Ends where layers add them up.

use super::{LOWER, Model, UPPER, VentFlow};
use crate::physics::zone::{
    building::{Building, WallVent},
    draught::Draught,
    gas,
    pressure::{Network, shaft_height},
    streams::{Stream, rises, spill},
};

impl Model {
    /// The open area through the lower and upper wall of each room and the mean temperature seen through it: the outside, or the lower
    /// layer of the room beyond. What leaves this way is booked as lost to walls.
    pub(super) fn openings(&mut self, b: &Building) {
        self.holes.fill([(0.0, 0.0); 2]);
        for (n, v) in b.vents.iter().enumerate() {
            let width = self.set.wide[n] / v.coefficient;
            if width <= 0.0 {
                continue;
            }
            let floor = b.rooms[v.a].floor;
            for (room, beyond) in [(Some(v.a), v.b), (v.b, Some(v.a))] {
                let Some(r) = room else { continue };
                let shift = floor - b.rooms[r].floor;
                let cut = self.rooms[r].interface.clamp(v.sill + shift, v.soffit + shift);
                let seen = beyond.map_or(b.outside, |o| self.rooms[o].t[LOWER]);
                for (k, tall) in [(LOWER, cut - v.sill - shift), (UPPER, v.soffit + shift - cut)] {
                    let (area, mean) = self.holes[r][k];
                    let sum = area + width * tall;
                    self.holes[r][k] = (sum, if sum > 0.0 { (area * mean + width * tall * seen) / sum } else { seen });
                }
            }
        }
    }

    pub(super) fn vent_streams(&mut self, b: &Building, network: &Network) {
        self.draughts.fill(Draught::default());
        for (n, v) in b.vents.iter().enumerate() {
            let flow = &network.vents[n];
            let floor = b.rooms[v.a].floor;
            self.flows[n] = VentFlow {
                inward: flow.mass[1][0] + flow.mass[1][1],
                outward: flow.mass[0][0] + flow.mass[0][1],
                neutral: flow.neutral.map(|z| z - floor),
            };
            for (side, from, to) in [(0, Some(v.a), v.b), (1, v.b, Some(v.a))] {
                for layer in [LOWER, UPPER] {
                    if flow.mass[side][layer] > 0.0 {
                        self.one_way(b, v, n, (side, layer), from, to, network);
                    }
                }
            }
        }
    }

    pub(super) fn one_way(
        &mut self,
        b: &Building,
        v: &WallVent,
        n: usize,
        way: (usize, usize),
        from: Option<usize>,
        to: Option<usize>,
        network: &Network,
    ) {
        let (side, layer) = way;
        let flow = &network.vents[n];
        let mass = flow.mass[side][layer];
        let source = from.map(|r| (r, if b.rooms[r].one_zone { UPPER } else { layer }));
        let temperature = source.map_or(b.outside, |(r, k)| self.rooms[r].t[k]);
        let upper = to.map_or(0.0, |r| if b.rooms[r].one_zone { 1.0 } else { rises(&self.rooms[r], temperature) });
        self.streams.push(Stream { from: source, to, upper, mass, filtered: 0.0 });
        if let Some((r, UPPER)) = source {
            self.draughts[r].leaves(mass);
        }
        let Some(r) = to.filter(|&r| !b.rooms[r].one_zone) else { return };
        let tall = flow.edges[side][1] - flow.edges[side][0];
        if upper < 1.0 && tall > 0.0 {
            let density = source.map_or(self.set.out.0, |(r, k)| self.rooms[r].rho[k]);
            let speed = (flow.mass[side][0] + flow.mass[side][1]) / (density * self.set.wide[n] * tall);
            let across = tall.min(self.set.wide[n] / v.coefficient);
            self.draughts[r].enters(&b.rooms[r], mass * (1.0 - upper), temperature, speed, across);
        }
        let air = &self.rooms[r];
        let interface = b.rooms[r].floor + air.interface;
        let crossing = flow.crossing[side][layer];
        let width = self.set.wide[n] / v.coefficient;
        let hot = upper > 0.5;
        let (around, height) = if hot { (LOWER, interface - flow.edges[side][0]) } else { (UPPER, flow.edges[side][1] - interface) };
        let rising = temperature > air.t[around];
        if crossing > 0.0 && rising == hot {
            let taken = spill(crossing, temperature, air.t[around], air.rho[around], width, height);
            let upper = if hot { 1.0 } else { 0.0 };
            self.streams.push(Stream { from: Some((r, around)), to: Some(r), upper, mass: taken, filtered: 0.0 });
        }
        if hot {
            let air = &mut self.rooms[r];
            let depth = (flow.edges[side][1] - flow.edges[side][0]).max(0.0);
            if depth > 0.02 && temperature - air.t[LOWER] > air.inflow.1 {
                air.inflow = (depth, temperature - air.t[LOWER]);
            }
        }
    }

    pub(super) fn shaft_streams(&mut self, b: &Building, network: &Network, dt: f64) {
        for (n, v) in b.shafts.iter().enumerate() {
            let area = self.set.holes[n];
            self.shaft_flow[n] = [0.0; 2];
            if area <= 0.0 {
                continue;
            }
            let [mut up, mut down] = network.shafts[n];
            let state = |place: Option<usize>, layer: usize| {
                place.map_or((self.set.out.0, self.set.out.1), |r| (self.rooms[r].rho[layer], self.rooms[r].t[layer]))
            };
            let single = |place: Option<usize>| place.is_some_and(|r| b.rooms[r].one_zone);
            let (below, above) = (state(v.bottom, UPPER), state(v.top, if single(v.top) { UPPER } else { LOWER }));
            // Cooper 1989: cold over hot changes places as long as the pressure does not flood the hole.
            let gap = above.0 - below.0;
            if gap > 1e-6 {
                let z = shaft_height(b, n);
                let over = |place: Option<usize>| {
                    place.map_or(0.0, |r| {
                        let a = &self.rooms[r];
                        let (h, i) = (z - b.rooms[r].floor, a.interface);
                        a.over - gas::G * ((a.rho[0] - self.set.out.0) * h.min(i) + (a.rho[1] - self.set.out.0) * (h - i).max(0.0))
                    })
                };
                let shape: f64 = if v.square { 0.942 } else { 0.754 };
                let d = 2.0 * (area / std::f64::consts::PI).sqrt();
                let flood = shape * shape * gas::G * gap * d.powi(5) / (2.0 * area * area);
                let calm = (1.0 - (over(v.bottom) - over(v.top)).abs() / flood).max(0.0);
                let mean = 0.5 * (above.0 + below.0);
                let volume = 0.10 * (gas::G * gap / mean * area * area * area.sqrt()).sqrt() * calm;
                let most = |place: Option<usize>, layer: usize| {
                    place.map_or(f64::INFINITY, |r| 0.1 * self.rooms[r].layers[layer].mass / self.rooms[r].rho[layer] / dt)
                };
                let volume = volume.min(most(v.bottom, UPPER)).min(most(v.top, if single(v.top) { UPPER } else { LOWER }));
                up += volume * below.0;
                down += volume * above.0;
            }
            // What the hole draws: the upper layer, and the lower where the layer is too thin to cover it ("plug-holing", CFAST).
            let drawn = v.bottom.map_or(1.0, |r| {
                let (a, deep) = (&self.rooms[r], (b.rooms[r].height - self.rooms[r].interface).max(0.0));
                let rise = ((a.t[UPPER] - a.t[LOWER]) / a.t[LOWER]).max(1e-4);
                let froude = up / below.0 / (gas::G * deep.powi(5) * rise).sqrt().max(1e-9);
                if single(v.bottom) { 1.0 } else { libm::exp(-(0.5 * froude) * (0.5 * froude)) }
            });
            self.shaft_flow[n] = [up, down];
            let share = self.set.drawn[n];
            self.set.drawn[n] = drawn;
            let (high, low) = (share * state(v.bottom, UPPER).0, (1.0 - share) * state(v.bottom, LOWER).0);
            self.give(b, v.bottom, UPPER, v.top, up * high / (high + low), 0.0);
            self.give(b, v.bottom, LOWER, v.top, up * low / (high + low), 0.0);
            self.give(b, v.top, LOWER, v.bottom, down, 0.0);
        }
    }

    pub(super) fn fan_streams(&mut self, b: &Building, network: &Network) {
        for (n, f) in b.fans.iter().enumerate() {
            let layer = f.from.map_or(LOWER, |r| usize::from(f.from_height > self.rooms[r].interface));
            self.give(b, f.from, layer, f.to, network.fans[n], f.filter.at(self.time).clamp(0.0, 1.0));
        }
    }

    pub(super) fn give(&mut self, b: &Building, from: Option<usize>, layer: usize, to: Option<usize>, mass: f64, filtered: f64) {
        if mass <= 0.0 {
            return;
        }
        let from = from.map(|r| (r, if b.rooms[r].one_zone { UPPER } else { layer }));
        let temperature = from.map_or(b.outside, |(r, k)| self.rooms[r].t[k]);
        let upper = to.map_or(0.0, |r| if b.rooms[r].one_zone { 1.0 } else { rises(&self.rooms[r], temperature) });
        self.streams.push(Stream { from, to, upper, mass, filtered });
    }
}
