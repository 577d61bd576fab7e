//! The blue lights of what drives up, as two of the shader's small lights. Ends at their place and colour in this frame.

use bevy::prelude::*;

use super::stage::Stage;
use crate::place::PropId;
use crate::run::Run;

/// Blue, at its brightest.
const COLOUR: Vec3 = Vec3::new(2.2, 4.2, 11.0);
/// How far it is seen on walls, m. It goes through walls in this shader, hence no further.
const REACH: f32 = 24.0;
/// Over the roof, m: so that the roof itself is not all that one sees.
const ABOVE: f32 = 2.5;

/// The beacons of the engines and ambulances that are there: position and reach, and colour times strength.
pub(super) fn lights(stage: &Stage, run: Option<&Run>, t: f32, no_flash: bool) -> impl Iterator<Item = (Vec4, Vec4)> {
    let is_there = move |n: usize| run.is_some_and(|r| !r.hidden_props().contains(&PropId(n as u16)));
    let drives_up = |kind: &str| matches!(kind, "fire_engine" | "ambulance");
    let cars = stage.place.props.iter().enumerate().filter(move |(n, p)| drives_up(p.kind.name) && is_there(*n));
    cars.map(move |(n, p)| {
        let [x, y, z] = p.at;
        let at = Vec3::new(x as f32, (y + p.kind.size[1]) as f32 + ABOVE, z as f32);
        (at.extend(REACH), (COLOUR * pulse(t + n as f32 * 0.31, no_flash)).extend(0.0))
    })
}

/// A light that turns, three times in two seconds: slower than what troubles the photosensitive. It stands still when flashing is off.
fn pulse(t: f32, no_flash: bool) -> f32 {
    if no_flash { 0.4 } else { 0.08 + 0.92 * (t * std::f32::consts::TAU * 1.5).sin().max(0.0).powi(3) }
}
