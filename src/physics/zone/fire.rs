//! A fire: how much fuel it gives off, what that becomes, and how chemistry balances. Ends where the plume begins.

use super::{building::Sign, curve::Curve, gas};

/// Where the fire stands in its room: mirrored in one wall or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Free.
    Free,
    /// Against a wall.
    Wall,
    /// In a corner.
    Corner,
}

/// Which plume a fire has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlumeLaw {
    /// Heskestad's, with its flame region and virtual origin, stirred by the draught.
    #[default]
    Heskestad,
    /// Zukoski's point source in still air, `0.071 Q_c^⅓ z^(5/3)` (kW): for comparison with closed solutions.
    Zukoski,
}

/// What sets a fire alight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ignition {
    /// The clock, s.
    Time(f64),
    /// Radiant heat at the item, W/m².
    Flux(f64),
    /// The gas at the item, K.
    Gas(f64),
    /// A sign of an instrument.
    Sign(Sign),
}

/// A molecule by its atoms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fuel {
    /// Carbon.
    pub c: f64,
    /// Hydrogen.
    pub h: f64,
    /// Oxygen.
    pub o: f64,
    /// Nitrogen.
    pub n: f64,
    /// Chlorine.
    pub cl: f64,
}

impl Default for Fuel {
    fn default() -> Self {
        Self { c: 1.0, h: 4.0, o: 0.0, n: 0.0, cl: 0.0 }
    }
}

/// Kilograms made of a kilogram of fuel. `uv` is the yield far on the rich side; `None` = the yield never changes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Yields {
    /// Soot.
    pub soot: f64,
    /// Carbon monoxide.
    pub co: f64,
    /// Hydrogen cyanide.
    pub hcn: f64,
    /// Carbon monoxide with too little air.
    pub co_uv: Option<f64>,
    /// Hydrogen cyanide with too little air.
    pub hcn_uv: Option<f64>,
}

/// Yields that change over time since ignition, where they do: in place of those of [`Yields`], kg/kg.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct YieldCurves {
    /// Soot.
    pub soot: Option<Curve>,
    /// Carbon monoxide.
    pub co: Option<Curve>,
    /// Hydrogen cyanide.
    pub hcn: Option<Curve>,
}

/// One burning thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Fire {
    /// Name.
    pub name: String,
    /// Room.
    pub room: usize,
    /// Free, wall or corner.
    pub stand: Stand,
    /// Its plume.
    pub law: PlumeLaw,
    /// Height of its base above the floor, m.
    pub base: f64,
    /// Area of its base over time, m².
    pub area: Curve,
    /// Heat it would give off in free air over time since ignition, W.
    pub heat: Curve,
    /// Part of the heat that is radiated.
    pub radiated: f64,
    /// Heat of combustion, J/kg.
    pub combustion: f64,
    /// Molecule.
    pub fuel: Fuel,
    /// Products.
    pub yields: Yields,
    /// Products that change over time.
    pub yields_over_time: YieldCurves,
    /// How it is set alight.
    pub ignition: Ignition,
    /// Horizontal distance to the other fires of the room, m, for ignition by their radiation.
    pub distance: f64,
}

impl Fire {
    /// A steady methane fire in the middle of a room.
    pub fn steady(name: &str, room: usize, heat: f64, area: f64) -> Self {
        Self {
            name: name.to_owned(),
            room,
            stand: Stand::Free,
            law: PlumeLaw::Heskestad,
            base: 0.0,
            area: Curve::constant(area),
            heat: Curve::constant(heat),
            radiated: 0.35,
            combustion: 50.0e6,
            fuel: Fuel::default(),
            yields: Yields::default(),
            yields_over_time: YieldCurves::default(),
            ignition: Ignition::Time(0.0),
            distance: 1.0,
        }
    }
}

/// `Q = α t²` to a peak, steady, then straight down once 80 % of the energy is spent; straight pieces short enough for 0.1 %.
///
/// `alpha` in W/s², `peak` in W, `energy` in J; without energy the peak lasts for ever.
pub fn t_squared(alpha: f64, peak: f64, energy: Option<f64>) -> Curve {
    let alpha = alpha.max(1e-9);
    let top = (peak / alpha).sqrt();
    let mut points = vec![(0.0, 0.0)];
    points.extend((0..=128).map(|n| top * libm::exp(6.9 * (f64::from(n) / 128.0 - 1.0))).map(|t| (t, alpha * t * t)));
    if let Some(energy) = energy {
        let grown = alpha * top * top * top / 3.0;
        let steady = ((0.8 * energy - grown) / peak.max(1e-9)).max(0.0);
        let left = (energy - grown - steady * peak).max(0.2 * energy.min(grown));
        points.push((top + steady, peak));
        points.push((top + steady + 2.0 * left / peak.max(1e-9), 0.0));
    }
    Curve(points)
}

/// What a kilogram of burnt fuel does to each species, kg; oxygen is negative, nitrogen is the rest.
///
/// Carbon that is not CO, HCN or soot becomes CO2, hydrogen water, chlorine HCl, spare nitrogen N2 (CFAST). Yields are cut where the
/// molecule has not the atoms for them.
pub fn products(fuel: &Fuel, soot: f64, co: f64, hcn: f64) -> [f64; gas::SPECIES] {
    let m = gas::MOLAR;
    let mass = (fuel.c * 12.011 + fuel.h * 1.008 + fuel.o * 15.999 + fuel.n * 14.007 + fuel.cl * 35.453) * 1e-3;
    let n_hcl = fuel.cl.min(fuel.h);
    let n_hcn = (hcn * mass / m[gas::HCN]).min(fuel.n).min(fuel.c).min(fuel.h - n_hcl).max(0.0);
    let n_soot = (soot * mass / m[gas::SOOT]).min(fuel.c - n_hcn).max(0.0);
    let n_co = (co * mass / m[gas::CO]).min(fuel.c - n_hcn - n_soot).max(0.0);
    let n_co2 = fuel.c - n_hcn - n_soot - n_co;
    let n_h2o = 0.5 * (fuel.h - n_hcl - n_hcn);
    let n_o2 = (n_co2 + 0.5 * (n_h2o + n_co - fuel.o)).max(0.0);
    let mut made = [0.0; gas::SPECIES];
    let pairs = [(gas::O2, -n_o2), (gas::CO2, n_co2), (gas::H2O, n_h2o), (gas::CO, n_co), (gas::HCN, n_hcn), (gas::HCL, n_hcl)];
    for (k, n) in pairs {
        made[k] = n * m[k] / mass;
    }
    made[gas::SOOT] = n_soot * m[gas::SOOT] / mass;
    made
}

/// How far a yield has gone from the well-ventilated to the rich value at an equivalence ratio: 0 to 1.
///
/// The arctangent of Gottuk and Lattimer (SFPE Handbook, ch. 16): `0.22/180 atan(10 (φ - 1.25)) + 0.11` under 800 K,
/// `0.19/180 atan(10 (φ - 0.8)) + 0.095` over 900 K, here scaled to run from 0 at φ = 0 to 1.
pub fn richness(ratio: f64, temperature: f64) -> f64 {
    let middle = 1.25 - 0.45 * ((temperature - 800.0) / 100.0).clamp(0.0, 1.0);
    let s = |phi: f64| 0.5 + libm::atan(10.0 * (phi - middle)) / std::f64::consts::PI;
    let zero = s(0.0);
    ((s(ratio.min(1e6)) - zero) / (1.0 - zero)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methane_takes_four_times_its_mass_of_oxygen() {
        let p = products(&Fuel::default(), 0.0, 0.0, 0.0);
        assert!((p[gas::O2] + 3.989).abs() < 0.01 && (p[gas::CO2] - 2.743).abs() < 0.01 && (p[gas::H2O] - 2.246).abs() < 0.01);
    }

    #[test]
    fn products_weigh_what_fuel_and_oxygen_weighed() {
        let fuel = Fuel { c: 1.0, h: 1.7, o: 0.3, n: 0.08, cl: 0.1 };
        let p = products(&fuel, 0.1, 0.05, 0.01);
        let nitrogen = (0.08 - 0.01 * 0.0225 / gas::MOLAR[gas::HCN]) / 2.0;
        assert!(nitrogen > 0.0);
        let made: f64 = p.iter().sum();
        assert!(made < 1.0 && made > 0.9, "all but the nitrogen: {made}");
    }

    #[test]
    fn a_fire_short_of_air_makes_more_poison() {
        assert!(richness(0.5, 700.0) < 0.05 && richness(2.0, 700.0) > 0.9);
        assert!(richness(1.0, 950.0) > richness(1.0, 700.0));
    }

    #[test]
    fn a_t_squared_fire_spends_its_energy() {
        let c = t_squared(11.72, 500e3, Some(200e6));
        let spent: f64 = (0..200_000).map(|n| c.at(f64::from(n) * 0.01) * 0.01).sum();
        assert!((spent / 200e6 - 1.0).abs() < 0.01, "{spent}");
        assert!((c.at(100.0) / 117_200.0 - 1.0).abs() < 0.01);
    }
}
