//! Smoke by physics: the zone model alone, and in a run.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use drillroom::physics::zone::{Building, Model, samples};
use drillroom::run::{Action, Phase, Run};

use super::{Aim, Bench, TEN_MINUTES_TICKS, lend_place, root, sound};

/// The zone model alone, in steps of half a second. The aims are ten times NIST's CFAST on a machine like ours (solver time alone).
pub(super) fn burn(bench: &mut Bench) {
    let ten_minutes = |building: Building| {
        let mut model = Model::new(building);
        for _ in 0..1200 {
            model.step(0.5);
        }
        assert!(model.rooms.iter().all(|r| r.interface.is_finite() && r.t[1].is_finite()), "the numbers hold");
        model
    };
    let aim = |times| Aim::Faster { played: Duration::from_secs(600), times };
    let buildings = [("zone/steckler-room", samples::steckler(), 150_000.0), ("zone/nbs-three-rooms", samples::nbs(), 40_000.0)];
    for (name, building, times) in buildings.into_iter().chain([("zone/15-rooms", samples::building(15), 2_200.0)]) {
        bench.measure(name, aim(times), || ten_minutes(building.clone()));
    }
    bench.measure("zone/30-rooms", Aim::Noted, || ten_minutes(samples::building(30)));
    bench.measure("zone/60-rooms", Aim::Noted, || ten_minutes(samples::building(60)));
}

/// A run in a place that burns by physics: everything else of a tick included.
pub(super) fn burn_in_a_run(bench: &mut Bench) {
    let dir = tempfile::tempdir().expect("a folder");
    lend_place("tests/cases/burning/places/two-rooms.ron", dir.path());
    let text = fs::read_to_string(root().join("tests/cases/burning/two-rooms.ron")).expect("the case is there");
    // In the open air, so that nothing ends the run.
    let (path, text) = (dir.path().join("two-rooms.ron"), text.replace("at: \"hall\"", "at: \"outside\""));
    fs::write(&path, text).expect("the folder can be written");
    let case = sound(&path);
    let played = || {
        let mut run = Run::new(Arc::clone(&case), 1);
        while !matches!(run.phase(), Phase::Decide { .. }) {
            run.apply(Action::Next);
            run.tick();
        }
        (0..TEN_MINUTES_TICKS).for_each(|_| run.tick());
        run
    };
    let corridor = case.place.room("corridor");
    assert!(played().here_in(corridor, 1.6).air.extinction_1_m > 0.3 && played().now() > TEN_MINUTES_TICKS, "it has burnt for ten minutes");
    bench.measure("run/ten-minutes-of-burning", Aim::Faster { played: Duration::from_secs(600), times: 120.0 }, played);
}
