//! Conduction through a surface: one dimension, several nodes, implicit. Ends at the heat that arrives on the near side.

use super::{building::Material, gas};

/// Nodes through the thickness, closer together near the fire.
pub const NODES: usize = 9;

/// A surface of a room: temperatures from the near to the far side, K.
#[derive(Debug, Clone, PartialEq)]
pub struct Slab {
    /// Temperatures, near side first, K.
    pub t: [f64; NODES],
    /// Emissivity of the near side.
    pub emissivity: f64,
    heat: [f64; NODES],
    pass: [f64; NODES - 1],
    /// Elimination from the far side for a step and a far-side coefficient: multipliers and reciprocal pivots.
    made_for: (f64, f64),
    up: [f64; NODES],
    inv: [f64; NODES],
    /// Heat taken from the room since the beginning, J/m².
    pub taken: f64,
    /// Heat given to the far side since the beginning, J/m².
    pub passed: f64,
}

/// Relative cell sizes. The first cell is thin, but thick enough to hold 400 J/(m² K) in its near half: with less the radiation of a hot
/// room would turn it over within a step.
fn cells(m: &Material) -> [f64; NODES - 1] {
    let count = f64::from(u32::try_from(NODES - 1).unwrap_or(8));
    let first = (800.0 / (m.density * m.specific_heat)).clamp(0.009 * m.thickness, m.thickness / count);
    let (mut low, mut high) = (1.0, 2.0);
    let sized = |growth: f64| {
        let mut sizes = [1.0; NODES - 1];
        for n in 1..NODES - 1 {
            sizes[n] = sizes[n - 1] * growth;
        }
        sizes
    };
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        let total: f64 = sized(middle).iter().sum();
        if total * first < m.thickness { low = middle } else { high = middle }
    }
    sized(low)
}

impl Slab {
    /// A slab at one temperature.
    pub fn new(m: &Material, t: f64) -> Self {
        let mut slab = Self {
            t: [t; NODES],
            emissivity: m.emissivity,
            heat: [0.0; NODES],
            pass: [0.0; NODES - 1],
            made_for: (0.0, 0.0),
            up: [0.0; NODES],
            inv: [0.0; NODES],
            taken: 0.0,
            passed: 0.0,
        };
        let sizes = cells(m);
        let sum: f64 = sizes.iter().sum();
        for (n, s) in sizes.iter().enumerate() {
            let dx = s / sum * m.thickness;
            slab.pass[n] = m.conductivity / dx;
            slab.heat[n] += 0.5 * dx * m.density * m.specific_heat;
            slab.heat[n + 1] += 0.5 * dx * m.density * m.specific_heat;
        }
        slab
    }

    /// Temperature of the near side, K.
    pub fn surface(&self) -> f64 {
        self.t[0]
    }

    /// Temperature of the far side, K.
    pub fn back(&self) -> f64 {
        self.t[NODES - 1]
    }

    /// Heat content over absolute zero, J/m².
    pub fn content(&self) -> f64 {
        self.t.iter().zip(self.heat).map(|(t, c)| t * c).sum()
    }

    /// One step: `flux` W/m² arrives at the near side at its present temperature and falls by `stiff` W/(m² K) as it warms. Returns the
    /// flux that was taken in the end. The far side meets `outside` by convection and radiation.
    #[expect(clippy::needless_range_loop, reason = "a recurrence from node to node")]
    pub fn step(&mut self, dt: f64, flux: f64, stiff: f64, outside: f64) -> f64 {
        let back = self.t[NODES - 1];
        let far =
            1.52 * libm::cbrt((back - outside).abs()) + self.emissivity * gas::SIGMA * (back * back + outside * outside) * (back + outside);
        let last = NODES - 1;
        if dt != self.made_for.0 || (far - self.made_for.1).abs() > 0.02 * self.made_for.1 {
            self.made_for = (dt, far);
            self.eliminate(dt, far);
        }
        let far = self.made_for.1;
        let mut rhs = [0.0; NODES];
        for (r, (c, t)) in rhs.iter_mut().zip(self.heat.iter().zip(self.t)) {
            *r = c / dt * t;
        }
        rhs[last] += far * outside;
        for n in (1..NODES).rev() {
            rhs[n - 1] += self.up[n] * rhs[n];
        }
        let old = self.t[0];
        rhs[0] += flux + stiff * old;
        self.t[0] = rhs[0] / (1.0 / self.inv[0] + stiff);
        for n in 1..NODES {
            self.t[n] = (rhs[n] + self.pass[n - 1] * self.t[n - 1]) * self.inv[n];
        }
        let taken = flux - stiff * (self.t[0] - old);
        self.taken += taken * dt;
        self.passed += far * (self.t[last] - outside) * dt;
        taken
    }

    fn eliminate(&mut self, dt: f64, far: f64) {
        let mut pivot = [0.0; NODES];
        for (p, c) in pivot.iter_mut().zip(self.heat) {
            *p = c / dt;
        }
        for n in 0..NODES - 1 {
            pivot[n] += self.pass[n];
            pivot[n + 1] += self.pass[n];
        }
        pivot[NODES - 1] += far;
        for n in (1..NODES).rev() {
            self.inv[n] = 1.0 / pivot[n];
            self.up[n] = self.pass[n - 1] * self.inv[n];
            pivot[n - 1] -= self.pass[n - 1] * self.up[n];
        }
        self.inv[0] = 1.0 / pivot[0];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BRICK: Material = Material { conductivity: 0.5, density: 1000.0, specific_heat: 1000.0, thickness: 0.1, emissivity: 0.9 };

    #[test]
    fn a_thick_wall_warms_as_the_half_space_does() {
        let mut slab = Slab::new(&Material { thickness: 0.5, ..BRICK }, 300.0);
        for _ in 0..600 {
            slab.step(1.0, 1000.0, 0.0, 300.0);
        }
        let want = 2.0 * 1000.0 / 0.5 * (0.5e-6 * 600.0 / std::f64::consts::PI).sqrt();
        assert!(((slab.surface() - 300.0) / want - 1.0).abs() < 0.04, "{} against {want}", slab.surface() - 300.0);
    }

    #[test]
    fn what_a_wall_takes_is_kept_or_passed_on() {
        let mut slab = Slab::new(&BRICK, 300.0);
        let before = slab.content();
        for n in 0..2000 {
            slab.step(0.5, 2000.0 - f64::from(n), 20.0, 290.0);
        }
        let kept = slab.content() - before;
        assert!((slab.taken - slab.passed - kept).abs() < 1e-6 * slab.taken.abs(), "{} {} {kept}", slab.taken, slab.passed);
    }

    #[test]
    fn a_stiff_flux_does_not_overshoot() {
        let mut slab = Slab::new(&Material { density: 20.0, ..BRICK }, 300.0);
        for _ in 0..50 {
            let flux = 500.0 * (400.0 - slab.surface());
            slab.step(10.0, flux, 500.0, 300.0);
            assert!(slab.surface() <= 400.0 && slab.surface() >= 300.0);
        }
    }
}
