//! Sixty classmates in a burning dormitory: ten minutes of them, and the longest that a single tick takes.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use drillroom::run::{Action, Phase, Run};
use drillroom::scenario::{Loaded, load_bytes};

use super::{Aim, Bench, Figure, TEN_MINUTES_TICKS, root};

const SIXTY: &str = "crowd: (goal: \"assembly\", groups: [
    (room: \"room_210\", count: 10, asleep: true), (room: \"room_212\", count: 10, asleep: true), (room: \"room_214\", count: 8, asleep: true),
    (room: \"corridor\", count: 26), (room: \"washroom\", count: 6)]),";

/// A dormitory of 29 rooms with sixty people in it and a battery that burns on its second floor; the student stands `at`.
pub(super) fn dormitory(at: &str) -> Arc<Loaded> {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("the file is there");
    let filled = [
        ("\"PLACE\"", "\"dorm-floor\""),
        ("\"AT\"", &format!("{at:?}")),
        ("    CROWD\n", &format!("    {SIXTY}\n")),
        ("[HAZARDS]", "[Burn(at: \"battery_2\", item: EBikeBattery)]"),
        ("[TRIGGERS]", "[(when: \"dose > 9\", go: \"done\")]"),
        ("[CUES]", "[]"),
    ];
    let drill = filled.iter().fold(read("tests/cases/crowd/drill.ron"), |text, (word, by)| text.replace(word, by));
    let place = read("scenarios/places/dorm-floor.ron");
    Arc::new(load_bytes("drill", drill.as_bytes(), place.as_bytes()).expect("the drill is sound"))
}

/// Everybody is in the building; the student stands on the lawn.
pub(super) fn burning_dormitory(bench: &mut Bench) {
    let case = dormitory("lawn_gate");
    // Every pass does the same: the least that a tick has taken in any is what it takes, and the rest is other programs.
    let mut ticks = vec![Duration::MAX; TEN_MINUTES_TICKS as usize];
    let mut passes = 0;
    let mut played = || {
        let mut run = Run::new(Arc::clone(&case), 1);
        while !matches!(run.phase(), Phase::Decide { .. }) {
            run.apply(Action::Next);
            run.tick();
        }
        for tick in &mut ticks {
            let start = Instant::now();
            run.tick();
            *tick = start.elapsed().min(*tick);
        }
        passes += 1;
        run
    };
    assert_eq!(played().crowd().map(|c| c.people().len()), Some(60));
    bench.measure("run/ten-minutes-with-sixty-people", Aim::Within(Duration::from_secs(5)), played);
    // One pass alone when the command line asked for other benchmarks only.
    if let (true, Some(longest)) = (passes > 1, ticks.into_iter().max()) {
        bench.figures.push(Figure { name: "run/longest-tick-of-them", median: longest, aim: Aim::Within(Duration::from_millis(4)) });
    }
}
