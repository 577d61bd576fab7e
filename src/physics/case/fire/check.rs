//! What can be wrong with a `fire` case, all of it at once. Ends before anything runs.

use super::{DetectorKind, FireCase, GrowthSpec, IgnitionSpec, MOST_STEPS, PositionSpec, SignSpec};
use crate::physics::case::CaseError;

/// More rooms than any building that should be run as zones.
const MOST_ROOMS: usize = 1000;
/// Other lists.
const MOST: usize = 10_000;

struct Findings(Vec<CaseError>);

impl Findings {
    fn add(&mut self, at: &str, message: impl Into<String>) {
        self.0.push(CaseError::nonsense(at, message));
    }

    /// A number in a range, both ends included.
    fn range(&mut self, at: &str, what: &str, value: f64, least: f64, most: f64) {
        if !(least..=most).contains(&value) {
            self.add(at, format!("{what} is {value}; it must lie between {least} and {most}"));
        }
    }

    /// A curve: finite, in order of time, values in a range.
    fn curve(&mut self, at: &str, what: &str, points: &[(f64, f64)], least: f64, most: f64) {
        if points.is_empty() {
            self.add(at, format!("{what} has no points; write at least one (time, value)"));
        }
        if points.len() > 100_000 {
            self.add(at, format!("{what} has more than 100000 points"));
        }
        let wrong = points.iter().any(|p| !p.0.is_finite() || p.0.abs() > 1e9 || !(least..=most).contains(&p.1));
        if wrong {
            self.add(at, format!("{what} has a time that is no number of seconds or a value outside {least} to {most}"));
        }
        if points.windows(2).any(|w| w[1].0 < w[0].0) {
            self.add(at, format!("{what} goes back in time; sort its points"));
        }
    }
}

/// Everything that is wrong.
pub(super) fn all(case: &FireCase) -> Vec<CaseError> {
    let mut f = Findings(Vec::new());
    head(case, &mut f);
    rooms(case, &mut f);
    openings(case, &mut f);
    fires(case, &mut f);
    instruments(case, &mut f);
    names(case, &mut f);
    f.0
}

fn head(case: &FireCase, f: &mut Findings) {
    f.range("duration", "the duration, s,", case.duration, 1e-3, 1e7);
    f.range("output_every", "the time between rows, s,", case.output_every, 1e-3, 1e6);
    if let Some(step) = case.step {
        f.range("step", "the internal step, s,", step, 1e-3, 5.0);
    }
    if case.duration / case.output_every > 1e6 {
        f.add("output_every", "this gives more than 1000000 rows; make it larger");
    }
    if case.duration / case.step.unwrap_or(0.25).min(case.output_every).max(1e-3) > MOST_STEPS {
        f.add("step", "this takes more than 20000000 steps; shorten the case or make the step larger");
    }
    f.range("inside_c", "the temperature inside, °C,", case.inside_c, -60.0, 200.0);
    f.range("outside_c", "the temperature outside, °C,", case.outside_c, -60.0, 60.0);
    f.range("pressure_pa", "the pressure, Pa,", case.pressure_pa, 3e4, 2e5);
    f.range("humidity_percent", "the humidity, %,", case.humidity_percent, 0.0, 100.0);
    f.range("lower_oxygen_limit", "the limit", case.lower_oxygen_limit, 0.0, 0.23);
    for (name, m) in &case.materials {
        let at = format!("materials \"{name}\"");
        f.range(&at, "conductivity, W/(m K),", m.conductivity, 1e-3, 500.0);
        f.range(&at, "density, kg/m³,", m.density, 1.0, 25_000.0);
        f.range(&at, "specific heat, kJ/(kg K),", m.specific_heat, 0.05, 10.0);
        f.range(&at, "thickness, m,", m.thickness, 1e-4, 5.0);
        f.range(&at, "emissivity", m.emissivity, 0.0, 1.0);
    }
}

fn rooms(case: &FireCase, f: &mut Findings) {
    if case.rooms.is_empty() {
        f.add("rooms", "there is no room; write at least one");
    }
    if case.rooms.len() > MOST_ROOMS {
        f.add("rooms", format!("{} rooms; at most {MOST_ROOMS} are run", case.rooms.len()));
    }
    for (n, r) in case.rooms.iter().enumerate() {
        let at = format!("rooms[{n}] \"{}\"", r.name);
        for (what, v) in [("width, m,", r.width), ("depth, m,", r.depth), ("height, m,", r.height)] {
            f.range(&at, what, v, 0.05, 2000.0);
        }
        f.range(&at, "elevation, m,", r.elevation, -200.0, 1000.0);
        f.range(&at, "wall leak, m²,", r.wall_leak_m2, 0.0, 2.0 * (r.width + r.depth).max(0.0) * r.height.max(0.0));
        f.range(&at, "floor leak, m²,", r.floor_leak_m2, 0.0, (r.width * r.depth).max(0.0));
        if !(1..=2).contains(&r.zones) {
            f.add(&at, format!("{} zones; a room has 1 or 2", r.zones));
        }
        for m in [&r.ceiling, &r.walls, &r.floor].into_iter().flatten() {
            if !case.materials.contains_key(m) {
                f.add(&at, format!("there is no material \"{m}\"; add it to `materials` or leave the surface adiabatic"));
            }
        }
    }
}

/// The room of a name; complains unless it exists or may be outside.
fn place(case: &FireCase, f: &mut Findings, at: &str, name: &str, outside: bool) -> Option<usize> {
    let found = case.rooms.iter().position(|r| r.name == name);
    if found.is_none() && !(outside && name == "outside") {
        let also = if outside { " or \"outside\"" } else { "" };
        f.add(at, format!("there is no room \"{name}\"; write the name of a room{also}"));
    }
    found
}

/// The instrument of a sign must be there.
fn sign(case: &FireCase, f: &mut Findings, at: &str, sign: Option<&SignSpec>) {
    let (name, there) = match sign {
        None => return,
        Some(SignSpec::Detector(name)) => (name, case.detectors.iter().any(|d| d.name == *name)),
        Some(SignSpec::TargetTemperature(name, t)) => {
            f.range(at, "the temperature of the sign, °C,", *t, -60.0, 2000.0);
            (name, case.targets.iter().any(|t| t.name == *name && t.material.is_some()))
        }
        Some(SignSpec::TargetFlux(name, q)) => {
            f.range(at, "the flux of the sign, kW/m²,", *q, 0.0, 1000.0);
            (name, case.targets.iter().any(|t| t.name == *name))
        }
    };
    if !there {
        f.add(at, format!("there is no instrument \"{name}\" that gives this sign; a target that warms needs a `material`"));
    }
}

fn openings(case: &FireCase, f: &mut Findings) {
    if case.vents.len() > MOST || case.ceiling_vents.len() > MOST || case.fans.len() > MOST {
        f.add("vents", format!("more than {MOST} openings or fans"));
    }
    for (n, v) in case.vents.iter().enumerate() {
        let at = format!("vents[{n}] \"{}\"", v.name);
        let (a, b) = (place(case, f, &at, &v.between.0, false), place(case, f, &at, &v.between.1, true));
        f.range(&at, "width, m,", v.width, 1e-5, 1000.0);
        f.range(&at, "coefficient", v.coefficient, 0.01, 1.0);
        f.curve(&at, "opening", &v.opening, 0.0, 1.0);
        sign(case, f, &at, v.after.as_ref());
        if a.is_some() && a == b {
            f.add(&at, "it leads from a room into itself; name two places");
        }
        if !(v.sill >= 0.0 && v.soffit > v.sill && v.soffit.is_finite()) {
            f.add(
                &at,
                format!("sill {} m, soffit {} m; the sill must be at or above the floor and the soffit above the sill", v.sill, v.soffit),
            );
        }
        let base = a.map_or(0.0, |a| case.rooms[a].elevation);
        for r in [a, b].into_iter().flatten() {
            let room = &case.rooms[r];
            if base + v.soffit > room.elevation + room.height + 1e-6 {
                f.add(&at, format!("the soffit is above the ceiling of \"{}\"", room.name));
            }
            if base + v.sill < room.elevation - 1e-6 {
                f.add(&at, format!("the sill is under the floor of \"{}\"", room.name));
            }
        }
    }
    for (n, v) in case.ceiling_vents.iter().enumerate() {
        let at = format!("ceiling_vents[{n}] \"{}\"", v.name);
        let (t, b) = (place(case, f, &at, &v.top, true), place(case, f, &at, &v.bottom, true));
        f.range(&at, "area, m²,", v.area, 1e-8, 1e5);
        f.curve(&at, "opening", &v.opening, 0.0, 1.0);
        sign(case, f, &at, v.after.as_ref());
        if t == b {
            f.add(&at, "it leads from a place to itself; name two places");
        }
        if let (Some(t), Some(b)) = (t, b)
            && (case.rooms[t].elevation - case.rooms[b].elevation - case.rooms[b].height).abs() > 0.5
        {
            f.add(&at, "the floor above is not at the ceiling below; set `elevation`");
        }
    }
    for (n, v) in case.fans.iter().enumerate() {
        let at = format!("fans[{n}] \"{}\"", v.name);
        let (a, b) = (place(case, f, &at, &v.from, true), place(case, f, &at, &v.to, true));
        if a == b {
            f.add(&at, "it moves air from a place to itself; name two places");
        }
        f.range(&at, "flow, m³/s,", v.flow, 0.0, 1e4);
        for (room, h) in [(a, v.from_height), (b, v.to_height)] {
            f.range(&at, "height, m,", h, 0.0, room.map_or(1000.0, |r| case.rooms[r].height));
        }
        f.range(&at, "first cutoff, Pa,", v.cutoff_pa.0, 0.0, 1e9);
        f.range(&at, "second cutoff, Pa,", v.cutoff_pa.1, v.cutoff_pa.0.max(0.0), 1e9);
        f.curve(&at, "running", &v.running, 0.0, 100.0);
        sign(case, f, &at, v.after.as_ref());
        f.curve(&at, "filter", &v.filter, 0.0, 1.0);
    }
}

fn fires(case: &FireCase, f: &mut Findings) {
    if case.fires.len() > MOST {
        f.add("fires", format!("more than {MOST} fires"));
    }
    for (n, v) in case.fires.iter().enumerate() {
        let at = format!("fires[{n}] \"{}\"", v.name);
        let room = place(case, f, &at, &v.room, false);
        let height = room.map_or(1000.0, |r| case.rooms[r].height);
        f.range(&at, "base, m,", v.base, 0.0, height);
        f.range(&at, "area, m²,", v.area, 1e-4, 1e4);
        if !v.area_over_time.is_empty() {
            f.curve(&at, "area over time", &v.area_over_time, 0.0, 1e4);
        }
        f.range(&at, "radiative fraction", v.radiative_fraction, 0.0, 0.99);
        f.range(&at, "heat of combustion, MJ/kg,", v.heat_of_combustion, 0.5, 150.0);
        f.range(&at, "distance, m,", v.distance, 0.0, 1000.0);
        let yields = [v.soot_yield, v.co_yield, v.hcn_yield, v.hcl_yield];
        for (what, points) in [("soot", &v.soot_yield_over_time), ("CO", &v.co_yield_over_time), ("HCN", &v.hcn_yield_over_time)] {
            if !points.is_empty() {
                f.curve(&at, &format!("{what} yield over time"), points, 0.0, 1.0);
            }
        }
        if let IgnitionSpec::On(s) = &v.ignition {
            sign(case, f, &at, Some(s));
        }
        for y in yields.into_iter().chain(v.co_yield_underventilated).chain(v.hcn_yield_underventilated) {
            f.range(&at, "a yield, kg/kg,", y, 0.0, 1.0);
        }
        match &v.growth {
            GrowthSpec::Heat(points) => f.curve(&at, "heat, kW,", points, 0.0, 1e7),
            GrowthSpec::MassLoss(points) => f.curve(&at, "mass loss, kg/s,", points, 0.0, 1e3),
            GrowthSpec::Steady(q) => f.range(&at, "heat, kW,", *q, 0.0, 1e7),
            GrowthSpec::TSquared { alpha, peak, energy } => {
                f.range(&at, "alpha, kW/s²,", *alpha, 1e-6, 1e4);
                f.range(&at, "peak, kW,", *peak, 1e-3, 1e7);
                if let Some(e) = energy {
                    f.range(&at, "energy, MJ,", *e, 1e-3, 1e9);
                }
            }
        }
        if let Some(m) = v.fuel {
            for atoms in [m.c, m.h, m.o, m.n, m.cl] {
                f.range(&at, "a number of atoms", atoms, 0.0, 1000.0);
            }
            if m.c <= 0.0 && m.h <= 0.0 {
                f.add(&at, "the fuel has neither carbon nor hydrogen and cannot burn");
            }
            if v.hcl_yield > 0.0 {
                f.add(&at, "with a molecule the HCl follows from its chlorine; leave hcl_yield out");
            }
        }
        if let (PositionSpec::At(x, y), Some(r)) = (v.position, room) {
            f.range(&at, "x, m,", x, 0.0, case.rooms[r].width);
            f.range(&at, "y, m,", y, 0.0, case.rooms[r].depth);
        }
    }
}

fn instruments(case: &FireCase, f: &mut Findings) {
    if case.targets.len() > MOST || case.detectors.len() > MOST {
        f.add("targets", format!("more than {MOST} targets or detectors"));
    }
    for (n, v) in case.targets.iter().enumerate() {
        let at = format!("targets[{n}] \"{}\"", v.name);
        let room = place(case, f, &at, &v.room, false);
        f.range(&at, "height, m,", v.height, 0.0, room.map_or(1000.0, |r| case.rooms[r].height));
        f.range(&at, "distance, m,", v.distance, 0.0, 2000.0);
        f.range(&at, "emissivity", v.emissivity, 0.0, 1.0);
        if let Some((x, y, z)) = v.normal
            && !((x * x + y * y + z * z).is_finite() && x * x + y * y + z * z > 1e-12)
        {
            f.add(&at, "normal has no direction; write (0, 0, 1) for up");
        }
        if let Some(m) = &v.material
            && !case.materials.contains_key(m)
        {
            f.add(&at, format!("there is no material \"{m}\"; add it to `materials`"));
        }
    }
    for (n, v) in case.detectors.iter().enumerate() {
        let at = format!("detectors[{n}] \"{}\"", v.name);
        let room = place(case, f, &at, &v.room, false);
        if let Some(h) = v.height {
            f.range(&at, "height, m,", h, 0.0, room.map_or(1000.0, |r| case.rooms[r].height));
        }
        f.range(&at, "distance, m,", v.distance, 0.0, 2000.0);
        match v.kind {
            DetectorKind::Smoke(s) => f.range(&at, "obscuration, %/m,", s, 0.0, 100.0),
            DetectorKind::Heat(t, rti) | DetectorKind::Sprinkler(t, rti, _) => {
                f.range(&at, "link temperature, °C,", t, -50.0, 1000.0);
                f.range(&at, "response time index, (m s)^½,", rti, 0.1, 1e4);
            }
        }
        if let DetectorKind::Sprinkler(_, _, water) = v.kind {
            f.range(&at, "water, mm/s,", water, 0.0, 10.0);
        }
    }
}

/// Names are columns: each once, without blanks, and `outside` is taken.
fn names(case: &FireCase, f: &mut Findings) {
    let all = case.rooms.iter().map(|v| &v.name).chain(case.vents.iter().map(|v| &v.name));
    let all = all.chain(case.ceiling_vents.iter().map(|v| &v.name)).chain(case.fans.iter().map(|v| &v.name));
    let all = all
        .chain(case.fires.iter().map(|v| &v.name))
        .chain(case.targets.iter().map(|v| &v.name))
        .chain(case.detectors.iter().map(|v| &v.name));
    let mut seen = std::collections::BTreeSet::new();
    for name in all {
        let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if !plain || name == "outside" {
            f.add(&format!("\"{name}\""), "a name is made of ASCII letters, digits, _ and -, and is not \"outside\"");
        }
        if !seen.insert(name) {
            f.add(&format!("\"{name}\""), "this name is used twice; give every room, opening, fan, fire and instrument its own");
        }
    }
}
