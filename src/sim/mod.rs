//! Bevy without a window: owns the run, steps it in `FixedUpdate`, tells the rest what happened.
//!
//! One way only: [`Intent`] in, [`Happened`] out, and a run that everybody may read. [`Staged`] is what the stage has to show, of the
//! run that is played or of one that is looked at again. Tested under `MinimalPlugins`.

mod active;
mod playback;

use bevy::prelude::*;

pub use active::{ActiveRun, Happened, Intent, SimSystems};
pub use playback::{Playback, Staged};

/// The simulation.
#[derive(Debug)]
pub struct SimPlugin;

impl Plugin for SimPlugin {
    fn build(&self, app: &mut App) {
        app.insert_resource(Time::<Fixed>::from_hz(f64::from(crate::scenario::TICKS_PER_SECOND)));
        active::plugin(app);
        playback::plugin(app);
    }
}
