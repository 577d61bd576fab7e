//! Playing: ten minutes of smoke, a shipped drill by its plan, the way to a deed.

use std::fs;
use std::hint::black_box;
use std::sync::Arc;

use drillroom::place::route;
use drillroom::run::{Action, Phase, Posture, Run, play};
use drillroom::scenario::Loaded;

use super::{Aim, Bench, TEN_MINUTES_TICKS, lend_place, plan, root, sound, ticks};

/// Ten minutes on the dormitory floor in growing smoke, with a student who never stands still.
pub(super) fn play_ten_minutes(bench: &mut Bench) {
    let dir = tempfile::tempdir().expect("a folder");
    lend_place("scenarios/places/dorm-floor.ron", dir.path());
    let path = dir.path().join("ten-minutes.ron");
    fs::write(&path, TEN_MINUTES).expect("the folder can be written");
    let case = sound(&path);
    let played = wander(&case);
    assert!(matches!(played.phase(), Phase::Ended(_)) && played.now() == TEN_MINUTES_TICKS, "stands at {:?}", played.phase());
    let aim = Aim::Faster { played: ticks(TEN_MINUTES_TICKS), times: 1000.0 };
    bench.measure("run/ten-minutes-of-smoke", aim, || wander(&case));
}

/// A whole drill as its plan plays it: with reading, deciding, and looking for the way to every deed.
pub(super) fn play_a_shipped_drill(bench: &mut Bench) {
    let case = sound(&root().join("scenarios/dorm-fire.ron"));
    let plan = plan(&root().join("scenarios/plans/dorm-fire.pass.ron"), &case);
    let played = play(&case, 1, &plan).expect("the plan runs through").run.now();
    let aim = Aim::Faster { played: ticks(played), times: 1000.0 };
    bench.measure("run/dorm-fire-by-plan", aim, || play(&case, 1, &plan).map(|outcome| outcome.run.now()));
}

/// The search that scripted students and people in the scene walk by: along a corridor, and out of the building.
pub(super) fn find_ways(bench: &mut Bench) {
    let case = sound(&root().join("scenarios/dorm-fire.ron"));
    let run = Run::new(Arc::clone(&case), 1);
    let spot = |name: &str| {
        let anchor = case.place.anchor(name).expect("the place has the anchor");
        case.place.anchors[anchor.index()].at
    };
    for (name, from, to) in [("route/along-the-corridor", "corr_214", "corr_b_end"), ("route/bed-to-assembly", "bedside", "assembly")] {
        let (from, to) = (spot(from), spot(to));
        assert!(route(&run.walk(), from, to, 0.5, true).is_some(), "{name}: there is no way");
        bench.measure(name, Aim::Noted, || route(&run.walk(), from, to, 0.5, true));
    }
}

/// Ten minutes of habits: walks on, turns, stands and crouches and crawls, tries what is in front.
fn wander(case: &Arc<Loaded>) -> Run {
    let mut run = Run::new(Arc::clone(case), 1);
    run.apply(Action::Next);
    run.apply(Action::Walk { forward: 127, right: 0 });
    for tick in 0..TEN_MINUTES_TICKS {
        if tick.is_multiple_of(90) {
            run.apply(Action::Turn((tick / 90 * 811 % 4096) as u16));
        }
        if tick.is_multiple_of(600) {
            let postures = [Posture::Stand, Posture::Crouch, Posture::Crawl];
            run.apply(Action::Posture(postures[tick as usize / 600 % postures.len()]));
        }
        match tick % 150 {
            100 => run.apply(Action::Use(true)),
            101 => run.apply(Action::Use(false)),
            _ => {}
        }
        run.tick();
        // As the window does; a list of ten minutes would only grow.
        black_box(run.take_events());
    }
    run
}

/// The timer is what ends it: its deeds are never done by someone who keeps walking.
const TEN_MINUTES: &str = r#"(
    id: "ten-minutes", theme: Fire, place: "dorm-floor", at: "corr_214", light: Night,
    title: (zh: "十分钟的烟", en: "Ten Minutes of Smoke"), summary: (zh: "只用来量速度。", en: "Only here to be timed."),
    note: (zh: "没有内容。", en: "Nothing happens in it."), brief: (zh: "走廊里有烟。", en: "There is smoke in the corridor."),
    competencies: { "escape": (name: (zh: "逃生动作", en: "Getting out"), max: 10) },
    hazards: [
        Smoke(room: "corridor", keys: [
            (s: 0, layer: 2.9, k: 0.1, co: 50, temp: 25), (s: 120, layer: 2.0, k: 0.6, co: 400, temp: 40),
            (s: 600, layer: 1.2, k: 1.5, co: 1200, temp: 70)]),
        Smoke(room: "room_214", keys: [
            (s: 0, layer: 2.5, k: 0.5, co: 200, temp: 40), (s: 300, layer: 1.0, k: 3.0, co: 2000, temp: 90)]),
        Smoke(room: "stair_a", keys: [(s: 60, layer: 6.0), (s: 500, layer: 2.0, k: 1.0, co: 600, temp: 50)]),
        Fire(at: "bin_corr", keys: [(s: 0, size: 0.3), (s: 200, size: 1.2), (s: 600, size: 0.4)]),
        Shake(keys: [(s: 0, level: 0), (s: 60, level: 6.5), (s: 90, level: 0), (s: 400, level: 5), (s: 420, level: 0)]),
    ],
    triggers: [
        (when: "dose > 20 or heat > 20", go: "down"),
        (when: "in room_214 and visibility < 0.1", go: "down"),
    ],
    start: "drill",
    nodes: {
        "drill": Do(ask: (zh: "走十分钟", en: "Walk for ten minutes"), seconds: 600, timeout: "over", choices: [
            (id: "still", text: (zh: "蹲下不动", en: "Crouch and keep still"), grade: Good, points: { "escape": 10 }, go: "over", by: Stay(seconds: 120)),
            (id: "hold", text: (zh: "按住报警按钮", en: "Hold the call point"), grade: Good, points: { "escape": 10 }, go: "over", by: Hold("call_point_1", 60)),
        ]),
        "over": End(title: (zh: "时间到了", en: "Time is up"), text: (zh: "十分钟过去了。", en: "Ten minutes have passed.")),
        "down": End(pass: false, title: (zh: "倒下了", en: "Down"), text: (zh: "烟太浓了。", en: "The smoke was too thick.")),
    },
)
"#;
