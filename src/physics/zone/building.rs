//! What a zone model is told: rooms, vents, fans, fires and instruments as plain data, by index. Ends before anything moves.
//!
//! Lengths in m, heights of vents and instruments above the floor of the room they belong to (for a vent: of its first room),
//! temperatures in K, heat in W. [`crate::physics::case`] builds this from a file, the game builds it from a place.

use super::{curve::Curve, fire::Fire, gas};

/// What a surface is made of; the far side faces the outside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Material {
    /// Thermal conductivity, W/(m K).
    pub conductivity: f64,
    /// Density, kg/m³.
    pub density: f64,
    /// Specific heat, J/(kg K).
    pub specific_heat: f64,
    /// Thickness, m.
    pub thickness: f64,
    /// Emissivity, 0 to 1.
    pub emissivity: f64,
}

/// A box of air. A surface of `None` is adiabatic: it takes no heat and reflects radiation.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// Name, for columns and messages.
    pub name: String,
    /// One side, m.
    pub width: f64,
    /// The other side, m.
    pub depth: f64,
    /// Floor to ceiling, m.
    pub height: f64,
    /// Height of the floor above the datum, m.
    pub floor: f64,
    /// Lining of the ceiling.
    pub ceiling_lining: Option<Material>,
    /// Lining of the walls.
    pub wall_lining: Option<Material>,
    /// Lining of the floor.
    pub floor_lining: Option<Material>,
    /// One well-stirred zone instead of two layers.
    pub one_zone: bool,
    /// A front of smoke is followed along the longer side.
    pub corridor: bool,
}

impl Room {
    /// A room with adiabatic surfaces and two layers.
    pub fn bare(name: &str, width: f64, depth: f64, height: f64) -> Self {
        Self {
            name: name.to_owned(),
            width,
            depth,
            height,
            floor: 0.0,
            ceiling_lining: None,
            wall_lining: None,
            floor_lining: None,
            one_zone: false,
            corridor: false,
        }
    }

    /// The same lining on every surface.
    #[must_use]
    pub fn lined(mut self, lining: Material) -> Self {
        (self.ceiling_lining, self.wall_lining, self.floor_lining) = (Some(lining), Some(lining), Some(lining));
        self
    }

    /// Floor area, m².
    pub fn area(&self) -> f64 {
        self.width * self.depth
    }

    /// Volume, m³.
    pub fn volume(&self) -> f64 {
        self.area() * self.height
    }

    /// Length of the walls, m.
    pub fn perimeter(&self) -> f64 {
        2.0 * (self.width + self.depth)
    }
}

/// A door, window, slit or orifice in a wall, from room `a` to room `b` or outside.
#[derive(Debug, Clone, PartialEq)]
pub struct WallVent {
    /// Name.
    pub name: String,
    /// First room; sill and soffit are above its floor.
    pub a: usize,
    /// Second room; `None` = outside.
    pub b: Option<usize>,
    /// Width, m.
    pub width: f64,
    /// Lower edge, m.
    pub sill: f64,
    /// Upper edge, m.
    pub soffit: f64,
    /// Discharge coefficient, 0.7 for doors.
    pub coefficient: f64,
    /// Open fraction of the width over time.
    pub opening: Curve,
}

/// A hole in a floor or ceiling; `None` = outside.
#[derive(Debug, Clone, PartialEq)]
pub struct CeilingVent {
    /// Name.
    pub name: String,
    /// What lies above.
    pub top: Option<usize>,
    /// What lies below.
    pub bottom: Option<usize>,
    /// Area, m².
    pub area: f64,
    /// A square hole floods at a higher pressure than a round one.
    pub square: bool,
    /// Open fraction over time.
    pub opening: Curve,
}

/// A fan that moves a volume a second, m³/s at the state of the gas it takes; `None` = outside.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// Name.
    pub name: String,
    /// Where it takes.
    pub from: Option<usize>,
    /// Where it gives.
    pub to: Option<usize>,
    /// Volume flow, m³/s.
    pub flow: f64,
    /// Height of the intake, m.
    pub from_height: f64,
    /// Height of the outlet, m.
    pub to_height: f64,
    /// It begins to fail at this back pressure and stands still at the second, Pa.
    pub cutoff: (f64, f64),
    /// Fraction of full flow over time.
    pub running: Curve,
    /// Fraction of soot that its filter holds back, over time.
    pub filter: Curve,
}

/// A plate that looks one way and is heated; its back meets the gas around it.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Name.
    pub name: String,
    /// Room.
    pub room: usize,
    /// Height above the floor, m.
    pub height: f64,
    /// Horizontal distance to the fires of the room, m.
    pub distance: f64,
    /// Upward part of the direction it looks in: 1 up, -1 down, 0 sideways.
    pub up: f64,
    /// Part of that direction that points level to the fires: 0 for up and down, 1 straight at them, -1 away.
    pub side: f64,
    /// Emissivity.
    pub emissivity: f64,
    /// What it is made of. Without, it is a cooled gauge at the temperature of the beginning.
    pub plate: Option<Material>,
}

/// A sign that an instrument gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sign {
    /// A detector has gone off.
    Detector(usize),
    /// The surface of a target is as hot as this, K.
    Surface(usize, f64),
    /// As much radiation arrives at a target, W/m².
    Flux(usize, f64),
}

/// What waits for a sign: its clock stands before the first point of its curve until then, and starts at 0 with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// A wall vent.
    Vent(usize),
    /// A hole in a floor.
    Shaft(usize),
    /// A fan.
    Fan(usize),
}

/// What a detector waits for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Senses {
    /// Smoke: obscuration at the ceiling, fraction lost in a metre (0.24 by default, CFAST).
    Smoke(f64),
    /// A link at this temperature, K, with this response time index, (m s)^½.
    Heat(f64, f64),
}

/// A smoke detector, heat detector or sprinkler head.
#[derive(Debug, Clone, PartialEq)]
pub struct Detector {
    /// Name.
    pub name: String,
    /// Room.
    pub room: usize,
    /// Height above the floor, m.
    pub height: f64,
    /// Horizontal distance to the fires of the room, m.
    pub distance: f64,
    /// What it waits for.
    pub senses: Senses,
    /// Water on the floor, mm/s: the fires of the room fall as `exp(-t/τ)`, `τ = 3 w^-1.8` (Madrzykowski and Vettori 1992; Evans
    /// 1993). 0 = no water.
    pub spray: f64,
}

/// Everything.
#[derive(Debug, Clone, PartialEq)]
pub struct Building {
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Openings in walls, leaks among them.
    pub vents: Vec<WallVent>,
    /// Openings in floors and ceilings.
    pub shafts: Vec<CeilingVent>,
    /// Fans.
    pub fans: Vec<Fan>,
    /// Fires.
    pub fires: Vec<Fire>,
    /// Targets.
    pub targets: Vec<Target>,
    /// Detectors and sprinklers.
    pub detectors: Vec<Detector>,
    /// What waits for which sign.
    pub triggers: Vec<(Waits, Sign)>,
    /// Inside at the beginning, K.
    pub inside: f64,
    /// Outside, K.
    pub outside: f64,
    /// Pressure at the datum, Pa.
    pub pressure: f64,
    /// Relative humidity, 0 to 1.
    pub humidity: f64,
    /// Oxygen mass fraction under which flames go out.
    pub oxygen_limit: f64,
}

impl Default for Building {
    fn default() -> Self {
        Self {
            rooms: Vec::new(),
            vents: Vec::new(),
            shafts: Vec::new(),
            fans: Vec::new(),
            fires: Vec::new(),
            targets: Vec::new(),
            detectors: Vec::new(),
            triggers: Vec::new(),
            inside: gas::ZERO_C + 20.0,
            outside: gas::ZERO_C + 20.0,
            pressure: 101_325.0,
            humidity: 0.5,
            oxygen_limit: 0.15,
        }
    }
}

impl Building {
    /// The vents that stand for leaks of a room, areas in m² (CFAST): a slit over 5 to 95 % of the wall, a slit along the floor.
    pub fn leaks(&self, room: usize, wall: f64, floor: f64) -> Vec<WallVent> {
        let r = &self.rooms[room];
        let slit = |name: &str, width, sill, soffit| WallVent {
            name: format!("{}_{name}", r.name),
            a: room,
            b: None,
            width,
            sill,
            soffit,
            coefficient: 0.7,
            opening: Curve::constant(1.0),
        };
        let mut all = Vec::new();
        if wall > 0.0 {
            all.push(slit("wall_leak", wall / (0.9 * r.height), 0.05 * r.height, 0.95 * r.height));
        }
        if floor > 0.0 {
            let width = 0.9 * 0.5 * (r.width + r.depth);
            all.push(slit("floor_leak", width, 0.0, (floor / width).min(r.height)));
        }
        all
    }
}
