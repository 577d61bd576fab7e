//! Flow through an opening in a wall: slabs between edges, layer interfaces and neutral planes. Ends where the gas arrives.
//!
//! Emmons (SFPE Handbook, "Vent flows"); CFAST technical reference, "Wall vents".

use super::gas::G;

/// Half the pressure, Pa, under which flow bends from the square root of pressure to a straight line.
const SOFT: f64 = 1e-6;

/// One side of an opening: two layers of gas and the pressure over that of outside air at the same height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Side {
    /// Height of the floor above the datum, m.
    pub floor: f64,
    /// Height of the interface above the datum, m.
    pub interface: f64,
    /// Densities, lower and upper, kg/m³.
    pub density: [f64; 2],
    /// Temperatures, lower and upper, K.
    pub temperature: [f64; 2],
    /// Pressure at the floor over the outside at the same height, Pa.
    pub over: f64,
}

impl Side {
    /// Pressure over outside air of density `out` at a height above the datum, Pa.
    pub fn over_at(&self, z: f64, out: f64) -> f64 {
        let low = z.min(self.interface) - self.floor;
        let high = (z - self.interface).max(0.0);
        self.over - G * ((self.density[0] - out) * low + (self.density[1] - out) * high)
    }
}

/// Mass flow through an opening, kg/s, as `[side it comes from][layer it comes from]`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Through {
    /// All of it.
    pub mass: [[f64; 2]; 2],
    /// The part that enters the other side on the wrong side of the interface there: from an upper layer below it, from a lower
    /// layer above it.
    pub crossing: [[f64; 2]; 2],
    /// How it grows with the pressure difference, kg/(s Pa).
    pub slope: [[f64; 2]; 2],
    /// Height above the datum where flow turns, if it does, m.
    pub neutral: Option<f64>,
    /// Highest and lowest edge of the flow from each side, m.
    pub edges: [[f64; 2]; 2],
}

/// Integrates the flow between two sides over an opening from `bottom` to `top` above the datum; `width` times the discharge
/// coefficient is `wide`, `out` is the density of outside air.
pub fn through(a: &Side, b: &Side, wide: f64, bottom: f64, top: f64, out: f64) -> Through {
    let mut t = Through { edges: [[bottom, top]; 2], ..Through::default() };
    t.edges = [[f64::INFINITY, f64::NEG_INFINITY]; 2];
    if wide <= 0.0 || top <= bottom {
        return t;
    }
    let (ia, ib) = (a.interface.clamp(bottom, top), b.interface.clamp(bottom, top));
    let cuts = [bottom, ia.min(ib), ia.max(ib), top];
    let mut low = a.over_at(bottom, out) - b.over_at(bottom, out);
    for n in 0..3 {
        let (z1, z2) = (cuts[n], cuts[n + 1]);
        if z2 - z1 < 1e-9 {
            continue;
        }
        let high = a.over_at(z2, out) - b.over_at(z2, out);
        if low * high < 0.0 {
            let zn = z1 + (z2 - z1) * low / (low - high);
            t.neutral = Some(zn);
            piece(&mut t, a, b, wide, (z1, zn), (low, 0.0));
            piece(&mut t, a, b, wide, (zn, z2), (0.0, high));
        } else {
            piece(&mut t, a, b, wide, (z1, z2), (low, high));
        }
        low = high;
    }
    t
}

/// A slab with flow one way: `∫√Δp` and its derivative in closed form, both bounded at Δp = 0.
fn piece(t: &mut Through, a: &Side, b: &Side, wide: f64, z: (f64, f64), dp: (f64, f64)) {
    let forward = dp.0 + dp.1 >= 0.0;
    let (from, to, side) = if forward { (a, b, 0) } else { (b, a, 1) };
    let middle = 0.5 * (z.0 + z.1);
    let layer = usize::from(middle > from.interface);
    let (s1, s2) = ((dp.0.abs() + SOFT).sqrt(), (dp.1.abs() + SOFT).sqrt());
    let sum = s1 + s2;
    let tall = z.1 - z.0;
    let scale = wide * (2.0 * from.density[layer]).sqrt() * tall;
    let mass = scale * ((2.0 / 3.0) * (s1 * s1 + s1 * s2 + s2 * s2) / sum - SOFT.sqrt());
    t.mass[side][layer] += mass;
    t.slope[side][layer] += scale / sum;
    let above = middle > to.interface;
    if above != (layer == 1) {
        t.crossing[side][layer] += mass;
    }
    t.edges[side][0] = t.edges[side][0].min(z.0);
    t.edges[side][1] = t.edges[side][1].max(z.1);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(interface: f64, hot: f64, over: f64) -> Side {
        let rho = |t: f64| 353.0 / t;
        Side { floor: 0.0, interface, density: [rho(293.0), rho(hot)], temperature: [293.0, hot], over }
    }

    #[test]
    fn a_uniform_pressure_gives_the_orifice_flow() {
        let t = through(&side(9.0, 293.0, 10.0), &side(9.0, 293.0, 0.0), 0.7, 0.0, 1.0, 353.0 / 293.0);
        let flow = 0.7 * (2.0 * 353.0 / 293.0 * 10.0_f64).sqrt();
        assert!((t.mass[0][0] / flow - 1.0).abs() < 1e-3 && t.mass[1] == [0.0, 0.0]);
        assert!(t.neutral.is_none());
    }

    #[test]
    fn a_hot_room_breathes_out_above_the_neutral_plane_and_in_below() {
        let t = through(&side(1.0, 500.0, -1.0), &side(9.0, 293.0, 0.0), 0.7, 0.0, 2.0, 353.0 / 293.0);
        assert!(t.mass[0][1] > 0.1 && t.mass[1][0] > 0.1 && t.mass[0][0] == 0.0);
        let n = t.neutral.unwrap_or(0.0);
        assert!(n > 1.0 && n < 2.0, "{n}");
        assert!(t.crossing[1][0] > 0.0 && t.crossing[1][0] < t.mass[1][0], "some cold air comes in above the interface");
    }

    #[test]
    fn the_slope_is_the_derivative() {
        let at = |over| through(&side(1.2, 450.0, over), &side(0.7, 350.0, 0.0), 0.7, 0.0, 2.0, 1.2);
        let (t, u) = (at(-1.0), at(-1.0 + 1e-6));
        for s in 0..2 {
            for k in 0..2 {
                let sign = if s == 0 { 1.0 } else { -1.0 };
                let slope = (u.mass[s][k] - t.mass[s][k]) / 1e-6 * sign;
                assert!((slope - t.slope[s][k]).abs() < 1e-3 * (1.0 + slope.abs()), "{slope} {}", t.slope[s][k]);
            }
        }
    }
}
