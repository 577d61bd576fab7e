//! From the words of a case to a building by index, in SI. Ends where the model begins. Called on checked cases only.

use super::{
    DetectorKind, DetectorSpec, Facing, FireCase, FireSpec, GrowthSpec, IgnitionSpec, MaterialSpec, PlumeSpec, PositionSpec, SignSpec,
    TargetSpec,
};
use crate::physics::zone::{
    Building, CeilingVent, Curve, Detector, Fan, Fire, Fuel, Ignition, Material, PlumeLaw, Room, Senses, Sign, Stand, Target, Waits,
    WallVent, YieldCurves, Yields, gas, gas::ZERO_C, t_squared,
};

/// The building of a case.
pub(super) fn building(case: &FireCase) -> Building {
    let room = |name: &str| case.rooms.iter().position(|r| r.name == name);
    let lining = |name: &Option<String>| name.as_ref().and_then(|n| case.materials.get(n)).map(material);
    let mut b = Building {
        inside: case.inside_c + ZERO_C,
        outside: case.outside_c + ZERO_C,
        pressure: case.pressure_pa,
        humidity: case.humidity_percent / 100.0,
        oxygen_limit: case.lower_oxygen_limit,
        ..Building::default()
    };
    b.rooms = case
        .rooms
        .iter()
        .map(|r| Room {
            floor: r.elevation,
            ceiling_lining: lining(&r.ceiling),
            wall_lining: lining(&r.walls),
            floor_lining: lining(&r.floor),
            one_zone: r.zones == 1,
            corridor: r.corridor,
            ..Room::bare(&r.name, r.width, r.depth, r.height)
        })
        .collect();
    let vents = case.vents.iter().filter_map(|v| {
        let a = room(&v.between.0)?;
        let opening = Curve(v.opening.clone());
        let (name, b) = (v.name.clone(), room(&v.between.1));
        Some(WallVent { name, a, b, width: v.width, sill: v.sill, soffit: v.soffit, coefficient: v.coefficient, opening })
    });
    b.vents = vents.collect();
    for (n, r) in case.rooms.iter().enumerate() {
        let leaks = b.leaks(n, r.wall_leak_m2, r.floor_leak_m2);
        b.vents.extend(leaks);
    }
    let shafts = case.ceiling_vents.iter().map(|v| CeilingVent {
        name: v.name.clone(),
        top: room(&v.top),
        bottom: room(&v.bottom),
        area: v.area,
        square: v.square,
        opening: Curve(v.opening.clone()),
    });
    b.shafts = shafts.collect();
    let fans = case.fans.iter().map(|v| Fan {
        name: v.name.clone(),
        from: room(&v.from),
        to: room(&v.to),
        flow: v.flow,
        from_height: v.from_height,
        to_height: v.to_height,
        cutoff: v.cutoff_pa,
        running: Curve(v.running.clone()),
        filter: Curve(v.filter.clone()),
    });
    b.fans = fans.collect();
    b.fires = case.fires.iter().map(|v| fire(v, room(&v.room).unwrap_or(0), case)).collect();
    b.targets = case.targets.iter().map(|v| target(v, room(&v.room).unwrap_or(0), case)).collect();
    b.detectors = case.detectors.iter().map(|v| detector(v, room(&v.room).unwrap_or(0), case)).collect();
    let vents = case.vents.iter().map(|v| &v.after).enumerate().map(|(n, after)| (Waits::Vent(n), after));
    let holes = case.ceiling_vents.iter().map(|v| &v.after).enumerate().map(|(n, after)| (Waits::Shaft(n), after));
    let fans = case.fans.iter().map(|v| &v.after).enumerate().map(|(n, after)| (Waits::Fan(n), after));
    let triggers = vents.chain(holes).chain(fans).filter_map(|(what, after)| Some((what, sign(after.as_ref()?, case))));
    b.triggers = triggers.collect();
    b
}

fn material(m: &MaterialSpec) -> Material {
    Material {
        conductivity: m.conductivity,
        density: m.density,
        specific_heat: m.specific_heat * 1e3,
        thickness: m.thickness,
        emissivity: m.emissivity,
    }
}

fn sign(v: &SignSpec, case: &FireCase) -> Sign {
    let target = |name: &String| case.targets.iter().position(|t| t.name == *name).unwrap_or(0);
    match v {
        SignSpec::Detector(name) => Sign::Detector(case.detectors.iter().position(|d| d.name == *name).unwrap_or(0)),
        SignSpec::TargetTemperature(name, t) => Sign::Surface(target(name), t + ZERO_C),
        SignSpec::TargetFlux(name, q) => Sign::Flux(target(name), q * 1e3),
    }
}

/// Where a fire stands; `half` is half the side of its area, m.
fn stand(position: PositionSpec, half: f64, width: f64, depth: f64) -> Stand {
    match position {
        PositionSpec::Free => Stand::Free,
        PositionSpec::Wall => Stand::Wall,
        PositionSpec::Corner => Stand::Corner,
        PositionSpec::At(x, y) => {
            let touches = |v: f64, far: f64| v.min(far - v) <= half + 1e-6;
            match (touches(x, width), touches(y, depth)) {
                (true, true) => Stand::Corner,
                (false, false) => Stand::Free,
                _ => Stand::Wall,
            }
        }
    }
}

/// The molecule: as stated, or methane with the nitrogen and chlorine that the yields ask for.
fn fuel(v: &FireSpec) -> Fuel {
    if let Some(m) = v.fuel {
        return Fuel { c: m.c, h: m.h, o: m.o, n: m.n, cl: m.cl };
    }
    let mut fuel = Fuel::default();
    let hcn = v.hcn_yield.max(v.hcn_yield_underventilated.unwrap_or(0.0));
    for _ in 0..40 {
        let mass = 0.016_043 + fuel.n * 0.014_007 + fuel.cl * 0.035_453;
        fuel.n = (hcn * mass / gas::MOLAR[gas::HCN]).min(1.0);
        fuel.cl = (v.hcl_yield * mass / gas::MOLAR[gas::HCL]).min(3.0);
    }
    fuel
}

fn fire(v: &FireSpec, room: usize, case: &FireCase) -> Fire {
    let r = &case.rooms[room];
    let combustion = v.heat_of_combustion * 1e6;
    let curve = |points: &Vec<(f64, f64)>| (!points.is_empty()).then(|| Curve(points.clone()));
    let first_area = v.area_over_time.first().map_or(v.area, |p| p.1);
    let scaled = |points: &[(f64, f64)], by: f64| Curve(points.iter().map(|p| (p.0, p.1 * by)).collect());
    let heat = match &v.growth {
        GrowthSpec::Heat(points) => scaled(points, 1e3),
        GrowthSpec::MassLoss(points) => scaled(points, combustion),
        GrowthSpec::TSquared { alpha, peak, energy } => t_squared(alpha * 1e3, peak * 1e3, energy.map(|e| e * 1e6)),
        GrowthSpec::Steady(q) => Curve::constant(q * 1e3),
    };
    Fire {
        name: v.name.clone(),
        room,
        stand: stand(v.position, 0.5 * first_area.sqrt(), r.width, r.depth),
        law: match v.plume {
            PlumeSpec::Heskestad => PlumeLaw::Heskestad,
            PlumeSpec::Zukoski => PlumeLaw::Zukoski,
        },
        base: v.base,
        area: if v.area_over_time.is_empty() { Curve::constant(v.area) } else { Curve(v.area_over_time.clone()) },
        heat,
        radiated: v.radiative_fraction,
        combustion,
        fuel: fuel(v),
        yields: Yields {
            soot: v.soot_yield,
            co: v.co_yield,
            hcn: v.hcn_yield,
            co_uv: v.co_yield_underventilated,
            hcn_uv: v.hcn_yield_underventilated,
        },
        yields_over_time: YieldCurves {
            soot: curve(&v.soot_yield_over_time),
            co: curve(&v.co_yield_over_time),
            hcn: curve(&v.hcn_yield_over_time),
        },
        ignition: match &v.ignition {
            IgnitionSpec::At(t) => Ignition::Time(*t),
            IgnitionSpec::Flux(q) => Ignition::Flux(q * 1e3),
            IgnitionSpec::Gas(t) => Ignition::Gas(t + ZERO_C),
            IgnitionSpec::On(s) => Ignition::Sign(sign(s, case)),
        },
        distance: v.distance,
    }
}

/// The level way from an instrument to the first fire of the room that has coordinates, m, if the instrument has some too.
fn way(at: Option<(f64, f64)>, room: usize, case: &FireCase) -> Option<(f64, f64)> {
    let mut fires = case.fires.iter().filter(|f| f.room == case.rooms[room].name);
    let fire = fires.find_map(|f| if let PositionSpec::At(x, y) = f.position { Some((x, y)) } else { None });
    at.zip(fire).map(|(a, f)| (f.0 - a.0, f.1 - a.1))
}

fn distance(at: Option<(f64, f64)>, stated: f64, room: usize, case: &FireCase) -> f64 {
    way(at, room, case).map_or(stated, |(x, y)| (x * x + y * y).sqrt())
}

fn target(v: &TargetSpec, room: usize, case: &FireCase) -> Target {
    let distance = distance(v.at, v.distance, room, case);
    let (up, side) = match (v.facing, v.normal) {
        (_, Some((x, y, z))) => {
            let (long, level) = ((x * x + y * y + z * z).sqrt(), (x * x + y * y).sqrt());
            let towards = way(v.at, room, case).map_or(level, |(dx, dy)| (x * dx + y * dy) / distance.max(1e-6));
            (z / long, towards / long)
        }
        (Facing::Up, None) => (1.0, 0.0),
        (Facing::Down, None) => (-1.0, 0.0),
        (Facing::Fire, None) => (0.0, 1.0),
    };
    let plate = v.material.as_ref().and_then(|m| case.materials.get(m)).map(material);
    let emissivity = plate.map_or(v.emissivity, |m| m.emissivity);
    Target { name: v.name.clone(), room, height: v.height, distance, up, side, emissivity, plate }
}

fn detector(v: &DetectorSpec, room: usize, case: &FireCase) -> Detector {
    let (senses, spray) = match v.kind {
        DetectorKind::Smoke(percent) => (Senses::Smoke(percent / 100.0), 0.0),
        DetectorKind::Heat(t, rti) => (Senses::Heat(t + ZERO_C, rti), 0.0),
        DetectorKind::Sprinkler(t, rti, water) => (Senses::Heat(t + ZERO_C, rti), water),
    };
    let height = v.height.unwrap_or(case.rooms[room].height);
    Detector { name: v.name.clone(), room, height, distance: distance(v.at, v.distance, room, case), senses, spray }
}
