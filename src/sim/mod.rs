//! Bevy without a window: owns the run, steps it in `FixedUpdate`, tells the rest what happened.
//!
//! One way only: [`Intent`] in, [`Happened`] out, and a run that everybody may read. Tested under `MinimalPlugins`.

mod active;

use bevy::prelude::*;

pub use active::{ActiveRun, Happened, Intent, SimSystems};

/// The simulation.
#[derive(Debug)]
pub struct SimPlugin;

impl Plugin for SimPlugin {
    fn build(&self, app: &mut App) {
        app.insert_resource(Time::<Fixed>::from_hz(f64::from(crate::scenario::TICKS_PER_SECOND)));
        active::plugin(app);
    }
}
