//! The words of a `fire` case. Units as people write them: kW, °C, MJ/kg. Ends where they are turned into a building.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{DetectorSpec, FireSpec, TargetSpec};
use crate::physics::case::Expect;

fn one() -> f64 {
    1.0
}
fn twenty() -> f64 {
    20.0
}
fn sea_level() -> f64 {
    101_325.0
}
fn half() -> f64 {
    50.0
}
fn oxygen() -> f64 {
    0.15
}
fn door() -> f64 {
    0.7
}
fn open() -> Vec<(f64, f64)> {
    vec![(0.0, 1.0)]
}
fn shut() -> Vec<(f64, f64)> {
    vec![(0.0, 0.0)]
}
fn two() -> u8 {
    2
}
fn cutoff() -> (f64, f64) {
    (200.0, 300.0)
}
fn black() -> f64 {
    0.9
}

/// A case: one building with its fires.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FireCase {
    /// What this is, for people.
    #[serde(default)]
    pub about: String,
    /// How long it runs, s.
    pub duration: f64,
    /// Seconds between rows.
    #[serde(default = "one")]
    pub output_every: f64,
    /// Internal step, s; 0.25 if not given. It is made to divide `output_every`.
    #[serde(default)]
    pub step: Option<f64>,
    /// Air inside at the beginning, °C.
    #[serde(default = "twenty")]
    pub inside_c: f64,
    /// Air outside, °C.
    #[serde(default = "twenty")]
    pub outside_c: f64,
    /// Pressure at height 0, Pa.
    #[serde(default = "sea_level")]
    pub pressure_pa: f64,
    /// Relative humidity, %.
    #[serde(default = "half")]
    pub humidity_percent: f64,
    /// Mass fraction of oxygen under which flames go out.
    #[serde(default = "oxygen")]
    pub lower_oxygen_limit: f64,
    /// Linings by name.
    #[serde(default)]
    pub materials: BTreeMap<String, MaterialSpec>,
    /// Rooms.
    pub rooms: Vec<RoomSpec>,
    /// Openings in walls.
    #[serde(default)]
    pub vents: Vec<VentSpec>,
    /// Openings in floors and ceilings.
    #[serde(default)]
    pub ceiling_vents: Vec<CeilingVentSpec>,
    /// Fans.
    #[serde(default)]
    pub fans: Vec<FanSpec>,
    /// Fires.
    #[serde(default)]
    pub fires: Vec<FireSpec>,
    /// Targets.
    #[serde(default)]
    pub targets: Vec<TargetSpec>,
    /// Smoke and heat detectors, sprinklers.
    #[serde(default)]
    pub detectors: Vec<DetectorSpec>,
    /// Known answers.
    #[serde(default)]
    pub expect: Vec<Expect>,
}

/// A lining.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MaterialSpec {
    /// W/(m K).
    pub conductivity: f64,
    /// kg/m³.
    pub density: f64,
    /// kJ/(kg K).
    pub specific_heat: f64,
    /// m.
    pub thickness: f64,
    /// 0 to 1.
    #[serde(default = "black")]
    pub emissivity: f64,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomSpec {
    /// Its name in columns.
    pub name: String,
    /// m.
    pub width: f64,
    /// m.
    pub depth: f64,
    /// m.
    pub height: f64,
    /// Height of the floor above 0, m.
    #[serde(default)]
    pub elevation: f64,
    /// Material of the ceiling; without one it is adiabatic.
    #[serde(default)]
    pub ceiling: Option<String>,
    /// Material of the walls.
    #[serde(default)]
    pub walls: Option<String>,
    /// Material of the floor.
    #[serde(default)]
    pub floor: Option<String>,
    /// 2 layers, or 1 well-stirred zone.
    #[serde(default = "two")]
    pub zones: u8,
    /// Follow the front of smoke along its length.
    #[serde(default)]
    pub corridor: bool,
    /// Leaks spread over the walls, m².
    #[serde(default)]
    pub wall_leak_m2: f64,
    /// Leaks along the floor, m².
    #[serde(default)]
    pub floor_leak_m2: f64,
}

/// A sign that an instrument gives.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignSpec {
    /// A detector has gone off.
    Detector(String),
    /// The surface of a target has reached a temperature, °C.
    TargetTemperature(String, f64),
    /// The radiation that arrives at a target has reached a level, kW/m².
    TargetFlux(String, f64),
}

/// An opening in a wall.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VentSpec {
    /// Its name in columns.
    pub name: String,
    /// The two rooms; heights are above the first one's floor. `outside` may be the second.
    pub between: (String, String),
    /// m.
    pub width: f64,
    /// m.
    #[serde(default)]
    pub sill: f64,
    /// m.
    pub soffit: f64,
    /// Discharge coefficient.
    #[serde(default = "door")]
    pub coefficient: f64,
    /// Open fraction over time.
    #[serde(default = "open")]
    pub opening: Vec<(f64, f64)>,
    /// Its times run from this sign; before it the first point holds.
    #[serde(default)]
    pub after: Option<SignSpec>,
}

/// An opening in a floor or ceiling.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CeilingVentSpec {
    /// Its name in columns.
    pub name: String,
    /// Room above, or `outside`.
    pub top: String,
    /// Room below, or `outside`.
    pub bottom: String,
    /// m².
    pub area: f64,
    /// Square rather than round.
    #[serde(default)]
    pub square: bool,
    /// Open fraction over time.
    #[serde(default = "open")]
    pub opening: Vec<(f64, f64)>,
    /// Its times run from this sign; before it the first point holds.
    #[serde(default)]
    pub after: Option<SignSpec>,
}

/// A fan.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FanSpec {
    /// Its name in columns.
    pub name: String,
    /// Where it takes: a room or `outside`.
    pub from: String,
    /// Where it gives: a room or `outside`.
    pub to: String,
    /// m³/s.
    pub flow: f64,
    /// Height of the intake above its floor, m.
    #[serde(default)]
    pub from_height: f64,
    /// Height of the outlet above its floor, m.
    #[serde(default)]
    pub to_height: f64,
    /// Back pressure at which it begins to fail, and at which it stands still, Pa.
    #[serde(default = "cutoff")]
    pub cutoff_pa: (f64, f64),
    /// Fraction of the flow over time.
    #[serde(default = "open")]
    pub running: Vec<(f64, f64)>,
    /// Its times run from this sign; before it the first point holds.
    #[serde(default)]
    pub after: Option<SignSpec>,
    /// Fraction of soot held back over time.
    #[serde(default = "shut")]
    pub filter: Vec<(f64, f64)>,
}
