//! Radiant exchange in a room: ceiling, upper wall, lower wall and floor through two grey layers. Ends at net heat per part.
//!
//! Radiosities of four grey surfaces, view factors of coaxial discs of the room's area, each path attenuated by the layers it
//! crosses (Forney 1991, as in CFAST). A layer is as grey as its soot, water and carbon dioxide make it.

use super::gas::SIGMA;

/// Ceiling, upper wall, lower wall, floor.
pub const SURFACES: usize = 4;

/// What exchange is computed from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Enclosure {
    /// Floor area, m², length of the walls, m, height, m.
    pub area: f64,
    /// Length of the walls, m.
    pub perimeter: f64,
    /// Height of the room, m.
    pub height: f64,
    /// Height of the interface above the floor, m.
    pub interface: f64,
    /// Absorptivities of the layers, lower and upper.
    pub grey: [f64; 2],
    /// The same for what comes from flames.
    pub grey_to_flames: [f64; 2],
    /// Temperatures of the layers, lower and upper, K.
    pub gas: [f64; 2],
    /// Temperatures of the surfaces, K.
    pub wall: [f64; SURFACES],
    /// Emissivities; 0 reflects all.
    pub emissivity: [f64; SURFACES],
    /// The part of each surface that is an opening, and the temperature seen through it, K.
    pub holes: [(f64, f64); SURFACES],
    /// Radiation of fires, W, and its height above the floor, m.
    pub fire: f64,
    /// Height of the radiating centre, m.
    pub fire_height: f64,
}

/// Net heat.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Exchange {
    /// Into each surface, W/m².
    pub wall: [f64; SURFACES],
    /// Into the layers, lower and upper, W.
    pub gas: [f64; 2],
    /// Out through openings, W.
    pub out: f64,
    /// What arrives at the floor, W/m².
    pub floor_incident: f64,
    /// What arrives at the ceiling, W/m².
    pub ceiling_incident: f64,
}

/// View factor between equal coaxial discs of area `a` at distance `d`.
fn discs(a: f64, d: f64) -> f64 {
    if d <= 1e-9 {
        return 1.0;
    }
    let x2 = a / (std::f64::consts::PI * d * d);
    1.0 + (1.0 - (4.0 * x2 + 1.0).sqrt()) / (2.0 * x2)
}

/// The part of a point's radiation that goes through a disc of area `a` at distance `d`.
fn cone(a: f64, d: f64) -> f64 {
    let d = d.max(0.0);
    0.5 * (1.0 - d / (d * d + a / std::f64::consts::PI).sqrt())
}

/// Weighted sum of grey gases for equal parts of water and carbon dioxide (Smith, Shen and Friedman 1982): absorption per atm m,
/// and the polynomial of temperature that weighs it.
const GREY: [(f64, [f64; 4]); 3] = [
    (0.4303, [5.150e-1, -2.303e-4, 0.9779e-7, -1.494e-11]),
    (7.055, [0.7749e-1, 3.399e-4, -2.297e-7, 3.770e-11]),
    (178.1, [1.907e-1, -1.824e-4, 0.5608e-7, -0.5122e-11]),
];

/// Absorptivity of a layer: soot `κ = 1195 f_v T` (CFAST) and the gases.
///
/// `soot` in kg/m³, mole fractions of water and carbon dioxide together, mean beam length in m.
pub fn absorptivity(soot: f64, gases: f64, temperature: f64, pressure: f64, beam: f64) -> f64 {
    absorptivity_from(temperature, soot, gases, temperature, pressure, beam)
}

/// The same for what a source of another temperature, K, sends: of gases `ε(T_s, p L T_s/T) (T/T_s)^½`, as cool gas takes little of what flames
/// send (Hottel's rule: exponents 0.45 for water, 0.65 for carbon dioxide; Modest, Radiative Heat Transfer, ch. 10).
pub fn absorptivity_from(source: f64, soot: f64, gases: f64, temperature: f64, pressure: f64, beam: f64) -> f64 {
    let sooty = libm::exp(-(1195.0 / 1800.0 * soot * source * beam).max(0.0));
    let ratio = temperature / source;
    let path = (gases * pressure / 101_325.0 * beam / ratio).max(0.0);
    let t = source.clamp(250.0, 2400.0);
    let gassy: f64 = GREY.iter().map(|(k, b)| (b[0] + t * (b[1] + t * (b[2] + t * b[3]))).max(0.0) * (1.0 - libm::exp(-k * path))).sum();
    1.0 - sooty * (1.0 - (gassy * ratio.sqrt()).min(1.0))
}

/// Temperature of flames as a source of radiation, K (de Ris 1979: 1200 to 1450).
pub const FLAMES: f64 = 1300.0;

impl Enclosure {
    /// Areas of the surfaces, m².
    pub fn areas(&self) -> [f64; SURFACES] {
        [self.area, self.perimeter * (self.height - self.interface), self.perimeter * self.interface, self.area]
    }

    fn views(&self) -> [[f64; SURFACES]; SURFACES] {
        let a = self.areas();
        let (up, down) = (discs(self.area, self.height - self.interface), discs(self.area, self.interface));
        let through = discs(self.area, self.height);
        let mut f = [[0.0; SURFACES]; SURFACES];
        let small = 1e-9;
        f[0][1] = 1.0 - up;
        f[0][3] = through;
        f[0][2] = (up - through).max(0.0);
        f[3][2] = 1.0 - down;
        f[3][0] = through;
        f[3][1] = (down - through).max(0.0);
        if a[1] > small {
            f[1][0] = a[0] * f[0][1] / a[1];
            f[1][3] = a[3] * f[3][1] / a[1];
            f[1][1] = (1.0 - 2.0 * f[1][0]).max(0.0);
            f[1][2] = (1.0 - f[1][0] - f[1][3] - f[1][1]).max(0.0);
        }
        if a[2] > small {
            f[2][3] = a[3] * f[3][2] / a[2];
            f[2][0] = a[0] * f[0][2] / a[2];
            f[2][2] = (1.0 - 2.0 * f[2][3]).max(0.0);
            f[2][1] = (1.0 - f[2][0] - f[2][3] - f[2][2]).max(0.0);
        }
        f
    }

    /// Solves the exchange. What is radiated and not taken by a surface is taken by gas: the sum is exact.
    #[expect(clippy::needless_range_loop, reason = "indices of surfaces into several tables at once")]
    pub fn exchange(&self) -> Exchange {
        let (a, f) = (self.areas(), self.views());
        let [gl, gu] = self.grey;
        let glow = [gl * SIGMA * self.gas[0].powi(4), gu * SIGMA * self.gas[1].powi(4)];
        let upper = |k: usize| k < 2;
        let clear = |j: usize, k: usize| match (upper(j), upper(k)) {
            (true, true) => 1.0 - gu,
            (false, false) => 1.0 - gl,
            _ => (1.0 - gu) * (1.0 - gl),
        };
        // What gas on the way from j sends into k, as flux at full view.
        let sent = |j: usize, k: usize| match (upper(j), upper(k)) {
            (true, true) => glow[1],
            (false, false) => glow[0],
            (true, false) => glow[1] * (1.0 - gl) + glow[0],
            (false, true) => glow[0] * (1.0 - gu) + glow[1],
        };
        let (fire, mut gas) = self.fire_shares(&a);
        let mut emitted = [0.0; SURFACES];
        let mut mirror = [0.0; SURFACES];
        for k in 0..SURFACES {
            let (hole, beyond) = self.holes[k];
            emitted[k] = SIGMA * ((1.0 - hole) * self.emissivity[k] * self.wall[k].powi(4) + hole * beyond.powi(4));
            mirror[k] = (1.0 - hole) * (1.0 - self.emissivity[k]);
        }
        let mut matrix = [[0.0; SURFACES + 1]; SURFACES];
        for k in 0..SURFACES {
            let mut source = if a[k] > 1e-9 { fire[k] / a[k] } else { 0.0 };
            for j in 0..SURFACES {
                source += f[k][j] * sent(j, k);
                source += f[k][j] * clear(j, k) * emitted[j];
                matrix[k][j] = -f[k][j] * clear(j, k) * mirror[j];
            }
            matrix[k][k] += 1.0;
            matrix[k][SURFACES] = source;
        }
        let incident = solve(&mut matrix);
        let mut out = Exchange { floor_incident: incident[3], ceiling_incident: incident[0], ..Exchange::default() };
        let mut leaving = [0.0; SURFACES];
        for k in 0..SURFACES {
            let own = SIGMA * self.wall[k].powi(4);
            out.wall[k] = self.emissivity[k] * (incident[k] - own);
            leaving[k] = emitted[k] + mirror[k] * incident[k];
            let (hole, beyond) = self.holes[k];
            out.out += a[k] * hole * (incident[k] - SIGMA * beyond.powi(4));
        }
        for j in 0..SURFACES {
            for k in 0..SURFACES {
                let beam = a[j] * f[j][k];
                let first = usize::from(upper(j));
                gas[first] += beam * (leaving[j] * self.grey[first] - glow[first]);
                if upper(j) != upper(k) {
                    let second = 1 - first;
                    let entering = leaving[j] * (1.0 - self.grey[first]) + glow[first];
                    gas[second] += beam * (entering * self.grey[second] - glow[second]);
                }
            }
        }
        // Round-off and the clamped view factors: energy first.
        let taken: f64 = (0..SURFACES).map(|k| a[k] * (1.0 - self.holes[k].0) * out.wall[k]).sum();
        let off = self.fire - taken - out.out - gas[0] - gas[1];
        gas[1] += off;
        out.gas = gas;
        out
    }

    /// Radiation of the fire that arrives at each surface and that stays in each layer, W.
    fn fire_shares(&self, a: &[f64; SURFACES]) -> ([f64; SURFACES], [f64; 2]) {
        if self.fire <= 0.0 {
            return ([0.0; SURFACES], [0.0; 2]);
        }
        let z = self.fire_height.clamp(0.0, self.height);
        let (top, bottom) = (cone(a[0], self.height - z), cone(a[3], z));
        let below = z <= self.interface;
        let [low, high] = self.grey_to_flames;
        let (own, other) = if below { (low, high) } else { (high, low) };
        let plane = cone(self.area, (self.interface - z).abs());
        let far = if below { top.min(plane) } else { bottom.min(plane) };
        let near_wall = (1.0 - if below { bottom } else { top } - plane).max(0.0);
        let far_wall = (plane - far).max(0.0);
        let near = 1.0 - near_wall - far_wall - far;
        let q = self.fire;
        let (t1, t2) = (1.0 - own, (1.0 - own) * (1.0 - other));
        let shares = if below {
            [q * far * t2, q * far_wall * t2, q * near_wall * t1, q * near * t1]
        } else {
            [q * near * t1, q * near_wall * t1, q * far_wall * t2, q * far * t2]
        };
        let kept = (q * own, q * plane.min(far + far_wall) * t1 * other);
        (shares, if below { [kept.0, kept.1] } else { [kept.1, kept.0] })
    }
}

#[expect(clippy::needless_range_loop, reason = "rows and columns of a matrix")]
fn solve(m: &mut [[f64; SURFACES + 1]; SURFACES]) -> [f64; SURFACES] {
    for k in 0..SURFACES {
        let pivot = if m[k][k].abs() > 1e-9 { m[k][k] } else { 1e-9 };
        for i in k + 1..SURFACES {
            let l = m[i][k] / pivot;
            for j in k + 1..=SURFACES {
                m[i][j] -= l * m[k][j];
            }
        }
    }
    let mut x = [0.0; SURFACES];
    for k in (0..SURFACES).rev() {
        let mut v = m[k][SURFACES];
        for j in k + 1..SURFACES {
            v -= m[k][j] * x[j];
        }
        x[k] = v / if m[k][k].abs() > 1e-9 { m[k][k] } else { 1e-9 };
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Enclosure = Enclosure {
        area: 9.0,
        perimeter: 12.0,
        height: 3.0,
        interface: 1.2,
        grey: [0.05, 0.4],
        grey_to_flames: [0.03, 0.3],
        gas: [300.0, 600.0],
        wall: [450.0, 420.0, 310.0, 320.0],
        emissivity: [0.9, 0.9, 0.8, 0.95],
        holes: [(0.0, 300.0); SURFACES],
        fire: 50_000.0,
        fire_height: 0.5,
    };

    #[test]
    fn nothing_is_exchanged_at_one_temperature() {
        let even = Enclosure { gas: [400.0; 2], wall: [400.0; 4], fire: 0.0, ..ROOM };
        let x = even.exchange();
        assert!(x.wall.iter().all(|q| q.abs() < 1e-6) && x.gas.iter().all(|q| q.abs() < 1e-6), "{x:?}");
        assert!((x.floor_incident - SIGMA * 400.0_f64.powi(4)).abs() < 1e-6);
    }

    #[test]
    fn what_the_fire_radiates_arrives_somewhere() {
        for (z, fire_height) in [(1.2, 0.5), (0.4, 0.6), (2.9, 1.0), (0.0, 0.2), (3.0, 0.2)] {
            let room = Enclosure { interface: z, fire_height, ..ROOM };
            let (x, a) = (room.exchange(), room.areas());
            let walls: f64 = (0..4).map(|k| a[k] * x.wall[k]).sum();
            assert!((walls + x.gas[0] + x.gas[1] - 50_000.0).abs() < 1e-6);
            let (arrived, kept) = room.fire_shares(&a);
            let sum = arrived.iter().sum::<f64>() + kept[0] + kept[1];
            assert!((sum / 50_000.0 - 1.0).abs() < 1e-9, "{z}: {sum}");
        }
    }

    #[test]
    fn an_open_door_lets_radiation_out() {
        let mut open = Enclosure { fire: 0.0, ..ROOM };
        let shut = open.exchange();
        open.holes[1] = (0.2, 300.0);
        let x = open.exchange();
        assert!(x.out > 0.0 && shut.out == 0.0 && x.gas[1] < shut.gas[1] && x.floor_incident < shut.floor_incident);
    }

    #[test]
    fn a_hot_layer_loses_heat_and_the_floor_gains_it() {
        let x = Enclosure { fire: 0.0, ..ROOM }.exchange();
        assert!(x.gas[1] < 0.0 && x.wall[3] > 0.0);
    }

    #[test]
    fn cool_moist_air_takes_little_of_what_flames_send() {
        let at = |source: f64| absorptivity_from(source, 0.0, 0.013, 300.0, 101_325.0, 1.5);
        assert!(at(FLAMES) < 0.6 * at(300.0) && at(FLAMES) > 0.02, "{} {}", at(FLAMES), at(300.0));
    }

    #[test]
    fn soot_makes_a_layer_grey() {
        assert!(absorptivity(0.0, 0.03, 400.0, 101_325.0, 1.0) < 0.4);
        assert!(absorptivity(5e-4, 0.2, 900.0, 101_325.0, 1.0) > 0.4);
        assert!((absorptivity(0.0, 0.2, 1200.0, 101_325.0, 1.0) - 0.26).abs() < 0.05);
    }
}
