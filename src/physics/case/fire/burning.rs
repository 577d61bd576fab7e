//! The words for fires, targets and detectors of a `fire` case. Units as people write them. Ends where they are turned into a building.

use serde::Deserialize;

use super::SignSpec;

fn one() -> f64 {
    1.0
}
fn black() -> f64 {
    0.9
}
fn radiative() -> f64 {
    0.35
}
fn methane() -> f64 {
    50.0
}
fn patch() -> f64 {
    0.1
}

/// Where a fire stands.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum PositionSpec {
    /// Free of walls.
    #[default]
    Free,
    /// Against a wall.
    Wall,
    /// In a corner.
    Corner,
    /// At coordinates of its middle, m: against a wall or in a corner where half the side of its area reaches there.
    At(f64, f64),
}

/// How a fire grows.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GrowthSpec {
    /// Heat release over time, kW.
    Heat(Vec<(f64, f64)>),
    /// Mass loss over time, kg/s.
    MassLoss(Vec<(f64, f64)>),
    /// `alpha t²` in kW/s² to a peak, then decay when 80 % of the energy is spent.
    TSquared {
        /// kW/s².
        alpha: f64,
        /// kW.
        peak: f64,
        /// MJ; without it the peak lasts.
        #[serde(default)]
        energy: Option<f64>,
    },
    /// Steady, kW.
    Steady(f64),
}

/// What lights it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IgnitionSpec {
    /// At a time, s.
    At(f64),
    /// Radiant heat at the item, kW/m².
    Flux(f64),
    /// Gas at the item, °C.
    Gas(f64),
    /// A sign of an instrument.
    On(SignSpec),
}

impl Default for IgnitionSpec {
    fn default() -> Self {
        Self::At(0.0)
    }
}

/// A molecule.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FuelSpec {
    /// Carbon.
    pub c: f64,
    /// Hydrogen.
    pub h: f64,
    /// Oxygen.
    #[serde(default)]
    pub o: f64,
    /// Nitrogen.
    #[serde(default)]
    pub n: f64,
    /// Chlorine.
    #[serde(default)]
    pub cl: f64,
}

/// Which plume a fire has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum PlumeSpec {
    /// Heskestad's.
    #[default]
    Heskestad,
    /// Zukoski's point source in still air.
    Zukoski,
}

/// A fire.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FireSpec {
    /// Its name in columns.
    pub name: String,
    /// Room.
    pub room: String,
    /// Where it stands.
    #[serde(default)]
    pub position: PositionSpec,
    /// Which plume it has.
    #[serde(default)]
    pub plume: PlumeSpec,
    /// Height of its base, m.
    #[serde(default)]
    pub base: f64,
    /// Area of its base, m².
    #[serde(default = "patch")]
    pub area: f64,
    /// Area over time, instead.
    #[serde(default)]
    pub area_over_time: Vec<(f64, f64)>,
    /// How it grows.
    pub growth: GrowthSpec,
    /// Part of the heat that is radiated.
    #[serde(default = "radiative")]
    pub radiative_fraction: f64,
    /// MJ/kg.
    #[serde(default = "methane")]
    pub heat_of_combustion: f64,
    /// Molecule; without one methane, with the nitrogen and chlorine that the yields need.
    #[serde(default)]
    pub fuel: Option<FuelSpec>,
    /// kg/kg.
    #[serde(default)]
    pub soot_yield: f64,
    /// kg/kg.
    #[serde(default)]
    pub co_yield: f64,
    /// kg/kg.
    #[serde(default)]
    pub hcn_yield: f64,
    /// kg/kg; with a molecule the chlorine in it decides.
    #[serde(default)]
    pub hcl_yield: f64,
    /// Soot yield over time since ignition, instead, kg/kg.
    #[serde(default)]
    pub soot_yield_over_time: Vec<(f64, f64)>,
    /// CO yield over time, instead, kg/kg.
    #[serde(default)]
    pub co_yield_over_time: Vec<(f64, f64)>,
    /// HCN yield over time, instead, kg/kg.
    #[serde(default)]
    pub hcn_yield_over_time: Vec<(f64, f64)>,
    /// kg/kg with far too little air.
    #[serde(default)]
    pub co_yield_underventilated: Option<f64>,
    /// kg/kg with far too little air.
    #[serde(default)]
    pub hcn_yield_underventilated: Option<f64>,
    /// What lights it.
    #[serde(default)]
    pub ignition: IgnitionSpec,
    /// Horizontal distance to the other fires of the room, m, for ignition by flux.
    #[serde(default = "one")]
    pub distance: f64,
}

/// Which way a target looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Facing {
    /// At the ceiling.
    #[default]
    Up,
    /// At the floor.
    Down,
    /// Sideways, towards the fire.
    Fire,
}

/// A target.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetSpec {
    /// Its name in columns.
    pub name: String,
    /// Room.
    pub room: String,
    /// Height above the floor, m.
    #[serde(default)]
    pub height: f64,
    /// Horizontal distance to the fire, m.
    #[serde(default = "one")]
    pub distance: f64,
    /// Coordinates, m, instead of the distance, where the fire has some.
    #[serde(default)]
    pub at: Option<(f64, f64)>,
    /// Which way it looks.
    #[serde(default)]
    pub facing: Facing,
    /// Which way it looks as a direction (x, y, z), instead.
    #[serde(default)]
    pub normal: Option<(f64, f64, f64)>,
    /// 0 to 1; that of the material where it has one.
    #[serde(default = "black")]
    pub emissivity: f64,
    /// What the plate is made of; without one it is a cooled gauge.
    #[serde(default)]
    pub material: Option<String>,
}

/// What a detector is.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DetectorKind {
    /// Obscuration, %/m.
    Smoke(f64),
    /// Link temperature, °C, and response time index, (m s)^½.
    Heat(f64, f64),
    /// Link temperature, °C, response time index, (m s)^½, and water, mm/s.
    Sprinkler(f64, f64, f64),
}

/// A detector or sprinkler.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DetectorSpec {
    /// Its name in columns.
    pub name: String,
    /// Room.
    pub room: String,
    /// Height above the floor, m; at the ceiling if not given.
    #[serde(default)]
    pub height: Option<f64>,
    /// Horizontal distance to the fire, m.
    #[serde(default = "one")]
    pub distance: f64,
    /// Coordinates, m, instead of the distance, where the fire has some.
    #[serde(default)]
    pub at: Option<(f64, f64)>,
    /// What it is.
    pub kind: DetectorKind,
}
