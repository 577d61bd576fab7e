//! Burning: what fires release into their room in a step, given the air they can get. Ends at the layers.

use super::{
    building::Building,
    curve::Curve,
    fire::{self, Fire, PlumeLaw},
    gas::{self, SPECIES},
    plume::Plume,
    state::{Air, LOWER, UPPER},
};

/// What is known of a fire while it burns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Burning {
    /// When it was lit, s.
    pub lit: Option<f64>,
    /// Heat release in the last step, W.
    pub heat: f64,
    /// Flame height over the base in the last step, m.
    pub flame: f64,
    /// What its plume lifts into the upper layer, kg/s.
    pub lifted: f64,
    /// A factor on the fuel: the game's hand, an extinguisher.
    pub scale: f64,
    /// When water began to fall on it, s, and how fast it then dies, s.
    pub spray: Option<(f64, f64)>,
    /// Equivalence ratio of fuel to the air that reaches it.
    pub ratio: f64,
    made: Option<([f64; 3], [f64; SPECIES])>,
}

/// What a fire does to its room in a step, per second.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Release {
    /// Gas lifted out of the lower layer, kg/s.
    pub lifted: f64,
    /// Fuel that becomes gas, kg/s.
    pub fuel: f64,
    /// Heat to the upper layer, W.
    pub heat: f64,
    /// Radiated, W.
    pub radiated: f64,
    /// Species into the upper layer, kg/s.
    pub species: [f64; SPECIES],
    /// Of these, what the burning itself makes and takes, kg/s.
    pub made: [f64; SPECIES],
    /// Of the heat, that of the burning, W.
    pub convected: f64,
}

/// The smooth step with which flames go out for want of oxygen (CFAST).
fn oxygen_step(y: f64, limit: f64) -> f64 {
    let x = 800.0 * (y - limit) - 4.0;
    if x > 20.0 {
        return 1.0;
    }
    0.5 * (1.0 + libm::tanh(x))
}

impl Burning {
    /// A fire that has not been lit.
    pub fn ready() -> Self {
        Self { scale: 1.0, ..Self::default() }
    }

    /// The yields at the present mixture.
    fn made(&mut self, fire: &Fire, temperature: f64, since: f64) -> [f64; SPECIES] {
        let (y, over) = (&fire.yields, &fire.yields_over_time);
        let now = |curve: &Option<Curve>, fixed: f64| curve.as_ref().map_or(fixed, |c| c.at(since));
        let rich = if y.co_uv.is_some() || y.hcn_uv.is_some() { fire::richness(self.ratio, temperature) } else { 0.0 };
        let blend = |well: f64, short: Option<f64>| short.map_or(well, |s| well + (s - well) * rich);
        let key = [now(&over.soot, y.soot), blend(now(&over.co, y.co), y.co_uv), blend(now(&over.hcn, y.hcn), y.hcn_uv)];
        if let Some((k, made)) = self.made
            && k == key
        {
            return made;
        }
        let made = fire::products(&fire.fuel, key[0], key[1], key[2]);
        self.made = Some((key, made));
        made
    }

    /// What the fire would release in free air now, W.
    pub fn wanted(&self, fire: &Fire, time: f64) -> f64 {
        let Some(lit) = self.lit else { return 0.0 };
        let wet = self.spray.map_or(1.0, |(from, tau)| libm::exp(-((time - from).max(0.0) / tau).min(700.0)));
        (fire.heat.at(time - lit) * self.scale * wet).max(0.0)
    }

    /// Burns for one step of `dt`. `stirred` is the factor on entrainment by the draught through the openings.
    pub fn step(&mut self, building: &Building, fire: &Fire, air: &Air, time: f64, dt: f64, stirred: &dyn Fn(f64, f64) -> f64) -> Release {
        let room = &building.rooms[fire.room];
        let wanted = self.wanted(fire, time);
        if wanted <= 0.0 {
            (self.heat, self.flame, self.lifted, self.ratio) = (0.0, 0.0, 0.0, 0.0);
            return Release::default();
        }
        let since = time - self.lit.unwrap_or(time);
        let area = fire.area.at(since).max(1e-4);
        let made = self.made(fire, air.t[UPPER], since);
        let need = (-made[gas::O2]).max(1e-3);
        let per_oxygen = fire.combustion / need;
        let clear = if room.one_zone { 0.0 } else { (air.interface - fire.base).max(0.0) };
        let limit = [0, 1].map(|k| oxygen_step(air.y[k][gas::O2], building.oxygen_limit));
        let most_low = 0.5 * air.layers[LOWER].mass / dt;
        let oxygen_high = 0.2 * air.layers[UPPER].species[gas::O2] / dt;
        let mut heat = wanted;
        let mut got = (0.0, 0.0);
        let plume_of = |heat: f64| {
            let plume = Plume::new(heat, fire.radiated, area, fire.stand, air.t[LOWER], air.rho[LOWER]);
            if fire.law == PlumeLaw::Zukoski { plume.as_point(heat * (1.0 - fire.radiated)) } else { plume }
        };
        let mut plume = plume_of(heat);
        for round in 0..6 {
            if round > 0 {
                plume = plume_of(heat.max(1.0));
            }
            let factor = stirred(clear, heat);
            let low = (plume.lifted(clear) * factor).min(most_low);
            let high = room.height - fire.base;
            let reach = if room.one_zone { high } else { plume.flame.min(high).max(clear) };
            let high = (plume.lifted(reach) - plume.lifted(clear)).max(0.0);
            let oxygen = low * air.y[LOWER][gas::O2] * limit[LOWER] + (high * air.y[UPPER][gas::O2] * limit[UPPER]).min(oxygen_high);
            got = (low, oxygen);
            let supply = oxygen * per_oxygen;
            if supply >= heat && round == 0 || (supply / heat - 1.0).abs() < 1e-3 {
                break;
            }
            heat = (supply * heat).sqrt().min(wanted);
        }
        let (mut low, oxygen) = got;
        let heat = heat.min(oxygen * per_oxygen);
        self.ratio = wanted / fire.combustion * need / oxygen.max(1e-9);
        let convected = heat * (1.0 - fire.radiated);
        let rise = air.t[UPPER] - air.t[LOWER];
        if rise > 0.0 {
            // A plume cooler than the layer does not enter it (CFAST, "Weak plumes"); but it must carry the oxygen it burnt.
            let carried = heat / per_oxygen / (air.y[LOWER][gas::O2] * limit[LOWER]).max(1e-3);
            low = low.min((convected / (gas::CP * rise)).max(carried)).min(most_low);
        }
        let burnt = heat / fire.combustion;
        let full = (2.0 * (0.5 - air.y[UPPER][gas::FUEL])).clamp(0.0, 1.0);
        let unburnt = (wanted / fire.combustion - burnt).max(0.0) * full;
        let mut species = made.map(|m| m * burnt);
        let born = species;
        species[gas::FUEL] += unburnt;
        (self.heat, self.flame, self.lifted) = (heat, plume.flame, low);
        let heat_in = convected + unburnt * gas::CP * air.t[LOWER];
        Release { lifted: low, fuel: burnt + unburnt, heat: heat_in, radiated: heat - convected, species, made: born, convected }
    }
}
