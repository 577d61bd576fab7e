//! Which place stands on stage, and in which light: the drill's, or that behind the first screen.

use std::sync::Arc;

use bevy::prelude::*;

use crate::scenario::{Light, Loaded};
use crate::sim::ActiveRun;
use crate::view::library::Library;
use crate::view::visit::Visit;
use crate::view::world::{self, Cast, Shown, Stage};

/// Puts the right place on stage: the drill's, or the corridor behind the first screen.
pub(super) fn restage(
    mut shop: world::Workshop,
    stage: Option<Res<Stage>>,
    library: Res<Library>,
    visit: Res<Visit>,
    active: Res<ActiveRun>,
    mut shown: ResMut<Shown>,
    mut cast: ResMut<Cast>,
    mut wait: Local<u8>,
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
    let is_there = stage.as_ref().is_some_and(|s| s.place.id == case.place.id && s.light == light && s.for_run == active.run().is_some());
    if is_there {
        return;
    }
    // One frame first, so that a picture stands while the place is built.
    if *wait == 0 {
        *wait = 1;
        return;
    }
    *wait = 0;
    let moving = active.run().map(|r| world::moving_props(r.scenario()));
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
