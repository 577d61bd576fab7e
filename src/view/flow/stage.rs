//! Which place stands on stage, and in which light: the drill's, or that behind the first screen.

use std::sync::Arc;

use bevy::prelude::*;

use crate::scenario::{Light, Loaded};
use crate::sim::ActiveRun;
use crate::view::library::Library;
use crate::view::visit::Visit;
use crate::view::world::{self, Cast, Shown, Stage};

/// What the stage's keeper remembers from frame to frame.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Frames since another stage was wanted.
    waited: u8,
    /// Whether there was a run a frame ago.
    had_run: bool,
    /// Whether what stands there is what an ended run has left.
    stale: bool,
}

/// Puts the right place on stage: the drill's, or the corridor behind the first screen.
pub(super) fn restage(
    mut shop: world::Workshop,
    stage: Option<Res<Stage>>,
    library: Res<Library>,
    visit: Res<Visit>,
    active: Res<ActiveRun>,
    mut shown: ResMut<Shown>,
    mut cast: ResMut<Cast>,
    mut seen: Local<Seen>,
) {
    let (case, light): (Arc<Loaded>, Light) = match (active.run(), visit.drill.and_then(|d| library.case(d)).cloned()) {
        (Some(run), _) => (Arc::clone(run.case()), base_light(run.scenario().light, shown.light)),
        (None, Some(case)) => {
            let light = case.scenario.light;
            (case, light)
        }
        (None, None) => match attract_case(&library) {
            Some(case) => (case, Light::Dusk),
            None => return,
        },
    };
    // With its moving props apart as soon as a drill is chosen, so that beginning it builds nothing again.
    let for_drill = active.run().is_some() || visit.drill.is_some();
    let began = active.run().is_some() && !seen.had_run;
    // What a run has moved and left lying goes with it.
    seen.stale |= seen.had_run && active.run().is_none();
    seen.had_run = active.run().is_some();
    let same_place = stage.as_ref().is_some_and(|s| s.place.id == case.place.id);
    if same_place && !seen.stale && stage.as_ref().is_some_and(|s| s.light == light && s.for_drill == for_drill) {
        if began {
            cast.wanted = case.scenario.cast.iter().cloned().enumerate().collect();
        }
        seen.waited = 0;
        return;
    }
    // Another place: the old one goes two frames before the new one is built, so that what it had in graphics memory is free again.
    // A new light in the same place comes in one frame, under the picture of the old.
    seen.waited += 1;
    match (seen.waited, same_place && !seen.stale) {
        (1, false) => return world::strike(&mut shop),
        (1, true) | (2, false) => return,
        (_, true) => world::strike(&mut shop),
        _ => {}
    }
    seen.waited = 0;
    seen.stale = false;
    let moving = for_drill.then(|| world::moving_props(&case.scenario, &case.place));
    let start = std::time::Instant::now();
    world::build(&mut shop, &case.place, light, moving.as_ref());
    if active.run().is_none() {
        shown.light = light;
    }
    if active.run().is_some() {
        cast.wanted = case.scenario.cast.iter().cloned().enumerate().collect();
    }
    info!("{} on stage in {} ms", case.place.id, start.elapsed().as_millis());
}

/// The light a place is baked for: a power cut keeps that of the hour.
fn base_light(start: Light, now: Light) -> Light {
    match (now, start) {
        (Light::PowerCut, Light::PowerCut) => Light::Night,
        (Light::PowerCut, start) => start,
        (now, _) => now,
    }
}

fn attract_case(library: &Library) -> Option<Arc<Loaded>> {
    let sound: Vec<&Arc<Loaded>> = library.entries.iter().filter_map(|e| e.case.as_ref()).collect();
    sound.iter().find(|c| c.place.id == "dorm-floor").or(sound.first()).map(|c| Arc::clone(c))
}
