//! The columns of a `fire` case and what stands in them. Ends at the table.

use crate::physics::{
    case::Table,
    zone::{Air, LOWER, Model, Room, UPPER, gas, gas::ZERO_C, instruments::adiabatic_surface, wall::Slab},
};

/// What is told of a room: name and unit, what it is.
const ROOM: [(&str, &str); 27] = [
    ("upper_temperature_C", "temperature of the upper layer"),
    ("lower_temperature_C", "temperature of the lower layer"),
    ("layer_height_m", "height of the layer by the integral two-layer reduction of the profile"),
    ("layer_height_half_rise_m", "height where the temperature has risen half way"),
    ("interface_m", "height of the interface between the two layers of the model"),
    ("pressure_Pa", "pressure at the floor over the outside at that height"),
    ("hrr_kW", "heat release of the fires in the room"),
    ("upper_o2_percent", "oxygen by volume"),
    ("upper_co2_percent", "carbon dioxide by volume"),
    ("upper_h2o_percent", "water vapour by volume"),
    ("upper_co_ppm", "carbon monoxide by volume"),
    ("upper_hcn_ppm", "hydrogen cyanide by volume"),
    ("upper_hcl_ppm", "hydrogen chloride by volume"),
    ("upper_fuel_percent", "unburnt fuel by volume"),
    ("upper_extinction_1_m", "light extinction"),
    ("upper_visibility_m", "visibility of a reflecting sign, 3/K, at most 30"),
    ("lower_o2_percent", "oxygen by volume"),
    ("lower_co2_percent", "carbon dioxide by volume"),
    ("lower_co_ppm", "carbon monoxide by volume"),
    ("lower_hcn_ppm", "hydrogen cyanide by volume"),
    ("lower_extinction_1_m", "light extinction"),
    ("lower_visibility_m", "visibility of a reflecting sign, 3/K, at most 30"),
    ("floor_flux_kW_m2", "radiant heat that arrives at the floor"),
    ("ceiling_surface_C", "temperature of the ceiling's surface"),
    ("floor_surface_C", "temperature of the floor's surface"),
    ("wall_loss_kW", "heat into all surfaces"),
    ("front_m", "how far smoke has come along a corridor"),
];

/// Names and descriptions of all columns.
pub(super) fn columns(model: &Model) -> Vec<(String, String)> {
    let b = &model.building;
    let mut all = Vec::new();
    let mut put =
        |name: &str, columns: &[(&str, &str)]| all.extend(columns.iter().map(|(c, about)| (format!("{name}.{c}"), (*about).to_owned())));
    b.rooms.iter().for_each(|r| put(&r.name, &ROOM));
    let vent = [
        ("flow_in_kg_s", "into the first room"),
        ("flow_out_kg_s", "out of the first room"),
        ("neutral_plane_m", "above the first room's floor; the sill if all flows out, the soffit if all flows in"),
    ];
    b.vents.iter().for_each(|v| put(&v.name, &vent));
    b.shafts.iter().for_each(|v| put(&v.name, &[("flow_up_kg_s", "upwards"), ("flow_down_kg_s", "downwards")]));
    b.fans.iter().for_each(|v| put(&v.name, &[("flow_kg_s", "mass flow")]));
    let fire = [
        ("hrr_kW", "heat release"),
        ("flame_height_m", "mean flame height above its base"),
        ("plume_kg_s", "gas lifted into the upper layer"),
    ];
    b.fires.iter().for_each(|v| put(&v.name, &fire));
    let target = [
        ("flux_kW_m2", "radiant heat that arrives"),
        ("gas_temperature_C", "gas around it"),
        ("net_flux_kW_m2", "heat into its surface by radiation and convection"),
        ("surface_C", "temperature of its surface"),
        ("back_C", "temperature of its back"),
        ("adiabatic_surface_C", "temperature that a perfect insulator would have there"),
    ];
    b.targets.iter().for_each(|v| put(&v.name, &target));
    b.detectors
        .iter()
        .for_each(|v| put(&v.name, &[("link_temperature_C", "link, or gas at a smoke detector"), ("active", "1 once it has gone off")]));
    all
}

fn room(room: &Room, air: &Air, out: &mut Vec<f64>) {
    let (u, l) = (air.moles(UPPER), air.moles(LOWER));
    let (ku, kl) = (air.extinction(UPPER), air.extinction(LOWER));
    let seen = |k: f64| if k > 0.1 { 3.0 / k } else { 30.0 };
    let surface = |n: usize, k: usize| air.surfaces[n].as_ref().map_or(air.t[k], |s| s.surface()) - ZERO_C;
    let told = air.told(room);
    out.extend([told.upper - ZERO_C, told.lower - ZERO_C, told.height, told.half_rise, air.interface, air.over, air.hrr / 1e3]);
    out.extend([
        u[gas::O2] * 1e2,
        u[gas::CO2] * 1e2,
        u[gas::H2O] * 1e2,
        u[gas::CO] * 1e6,
        u[gas::HCN] * 1e6,
        u[gas::HCL] * 1e6,
        u[gas::FUEL] * 1e2,
    ]);
    out.extend([ku, seen(ku), l[gas::O2] * 1e2, l[gas::CO2] * 1e2, l[gas::CO] * 1e6, l[gas::HCN] * 1e6, kl, seen(kl)]);
    out.extend([air.floor_flux / 1e3, surface(0, UPPER), surface(3, LOWER), air.to_walls / 1e3, air.front]);
}

/// The row of the present moment.
pub(super) fn row(model: &Model) -> Vec<f64> {
    let b = &model.building;
    let mut out = Vec::new();
    b.rooms.iter().zip(&model.rooms).for_each(|(r, air)| room(r, air, &mut out));
    for (v, f) in b.vents.iter().zip(&model.flows) {
        let neutral = f.neutral.unwrap_or(if f.outward > f.inward { v.sill } else { v.soffit });
        out.extend([f.inward, f.outward, neutral]);
    }
    for f in model.shaft_flows() {
        out.extend(f);
    }
    out.extend(model.fan_flows());
    for f in &model.fires {
        out.extend([f.heat / 1e3, f.flame, f.lifted]);
    }
    let r = &model.readings;
    for n in 0..b.targets.len() {
        let back = r.plates[n].as_ref().map_or(r.surface[n], Slab::back);
        let adiabatic = adiabatic_surface(&b.targets[n], r.flux[n], r.gas[n]);
        out.extend([r.flux[n] / 1e3, r.gas[n] - ZERO_C, r.net[n] / 1e3, r.surface[n] - ZERO_C, back - ZERO_C, adiabatic - ZERO_C]);
    }
    for n in 0..b.detectors.len() {
        out.extend([r.link[n] - ZERO_C, if r.went_off[n].is_some() { 1.0 } else { 0.0 }]);
    }
    out
}

/// When detectors went off, and how well mass and energy were kept.
pub(super) fn facts(model: &Model, begun: (f64, f64), table: &mut Table) {
    for (d, t) in model.building.detectors.iter().zip(&model.readings.went_off) {
        if let Some(t) = t {
            table.fact(&format!("{}.activation_s", d.name), *t);
        }
    }
    let (mass, heat) = model.content();
    let a = &model.account;
    let lost_mass = mass - begun.0 - a.mass_from_outside - a.fuel + a.filtered;
    let lost_heat = heat - begun.1 - a.heat_from_outside - a.released + a.to_walls;
    table.fact("mass_balance_error", lost_mass / mass.max(1e-9));
    table.fact("energy_balance_error", lost_heat / heat.max(1e-9));
}
