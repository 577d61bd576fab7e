//! What burns, as numbers. All of them are design values of this program (peak, energy, base and yields vary widely between real things
//! of one name): they are never shown to a student as facts.

use crate::physics::zone::{Curve, Fire, Fuel, Ignition, PlumeLaw, Stand, YieldCurves, Yields, t_squared};
use crate::scenario::{Growth, Item};

/// Growth coefficient, W/s²: 1055 kW reached in 600, 300, 150, 75 s.
fn alpha(growth: Growth) -> f64 {
    match growth {
        Growth::Slow => 2.931,
        Growth::Medium => 11.72,
        Growth::Fast => 46.89,
        Growth::Ultrafast => 187.6,
    }
}

/// Heat that a square metre of burning surface gives off, W/m²: what has not yet caught does not burn.
const PER_AREA: f64 = 500e3;

/// Growth where the author names none, peak W, energy J, greatest base area m², base height m.
fn of(item: Item) -> (Growth, f64, f64, f64, f64) {
    match item {
        Item::WasteBin => (Growth::Medium, 100e3, 15e6, 0.07, 0.3),
        Item::Curtain => (Growth::Fast, 200e3, 10e6, 0.2, 0.5),
        Item::Laptop => (Growth::Fast, 35e3, 1.5e6, 0.06, 0.75),
        Item::Mattress => (Growth::Fast, 1_000e3, 200e6, 1.2, 0.5),
        Item::Wardrobe => (Growth::Fast, 1_500e3, 400e6, 0.6, 0.1),
        Item::EBikeBattery => (Growth::Ultrafast, 400e3, 60e6, 0.12, 0.2),
    }
}

/// Soot, CO and HCN of a kilogram burnt with air enough, and CO and HCN with too little.
fn yields(item: Item) -> Yields {
    let mixed = Yields { soot: 0.07, co: 0.02, hcn: 0.002, co_uv: Some(0.15), hcn_uv: Some(0.015) };
    match item {
        Item::Mattress => Yields { soot: 0.13, co: 0.02, hcn: 0.002, co_uv: Some(0.15), hcn_uv: Some(0.02) },
        Item::EBikeBattery | Item::Laptop => Yields { soot: 0.12, co: 0.06, hcn: 0.002, co_uv: Some(0.2), hcn_uv: Some(0.015) },
        Item::Wardrobe => Yields { soot: 0.03, co: 0.01, hcn: 0.001, co_uv: Some(0.15), hcn_uv: Some(0.01) },
        Item::WasteBin | Item::Curtain => mixed,
    }
}

/// The fire of an item in a zone; it burns from the moment it is added.
pub(super) fn fire(item: Item, growth: Option<Growth>, zone: usize, above_floor: f64) -> Fire {
    let (own, peak, energy, area, base) = of(item);
    let heat = t_squared(alpha(growth.unwrap_or(own)), peak, Some(energy));
    let burning = heat.0.iter().map(|(s, q)| (*s, (q / PER_AREA).clamp(0.01, area))).collect();
    Fire {
        name: format!("{item:?}"),
        room: zone,
        stand: Stand::Free,
        law: PlumeLaw::Heskestad,
        base: (above_floor + base).max(0.0),
        area: Curve(burning),
        heat,
        radiated: 0.35,
        combustion: 18e6,
        // A molecule between wood and polyurethane: what a dormitory room is made of.
        fuel: Fuel { c: 1.0, h: 1.7, o: 0.4, n: 0.03, cl: 0.0 },
        yields: yields(item),
        yields_over_time: YieldCurves::default(),
        ignition: Ignition::Time(0.0),
        distance: 1.0,
    }
}
