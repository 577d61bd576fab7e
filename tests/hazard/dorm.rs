//! The shipped dormitory fire: what its smoke does at each step of the story, and what the student's own doors, cloth and extinguisher change.

use std::fmt::Write as _;
use std::sync::Arc;

use drillroom::diag::Findings;
use drillroom::place::RoomId;
use drillroom::run::{Event, Phase, Run, Scripted, drawn_by};
use drillroom::scenario::{Loaded, Plan, load, read_plan};

use super::root;

pub(super) fn drill() -> Arc<Loaded> {
    let (loaded, checked) = load(&root().join("scenarios/dorm-fire.ron")).expect("the drill is there");
    Arc::new(loaded.unwrap_or_else(|| panic!("{}", checked.render(drillroom::diag::Lang::En))))
}

/// A seed that draws these values of `origin` and `stair`.
pub(super) fn seed(case: &Loaded, origin: &str, stair: &str) -> u64 {
    let s = &case.scenario;
    let fits = |seed: &u64| {
        let drawn = drawn_by(s, *seed);
        let value = |name: &str| s.variants.iter().zip(&drawn).find(|(v, _)| v.id == name).map(|(v, n)| v.values[*n].clone());
        value("origin").as_deref() == Some(origin) && value("stair").as_deref() == Some(stair)
    };
    (0..200).find(fits).expect("some seed draws it")
}

pub(super) fn plan(case: &Loaded, text: &str) -> Plan {
    let mut findings = Findings::default();
    let plan = read_plan(text, Some(&case.scenario), &mut findings);
    assert!(!findings.has_errors(), "{:?}", findings.sorted());
    plan
}

pub(super) fn passing(case: &Loaded, think: f64) -> Plan {
    let text = std::fs::read_to_string(root().join("scenarios/plans/dorm-fire.pass.ron")).expect("the plan is there");
    plan(case, &text.replacen("steps:", &format!("think: {think}, steps:"), 1))
}

/// Plays until `until` says so or the run is over.
pub(super) fn play_until(case: &Arc<Loaded>, seed: u64, plan: Plan, mut until: impl FnMut(&Run, &[Event]) -> bool) -> Run {
    let mut run = Run::new(Arc::clone(case), seed);
    let mut student = Scripted::new(plan);
    while *run.phase() != Phase::Over {
        for action in student.act(&run).unwrap_or_else(|e| panic!("{e} dose {:?} here {:?}", run.dose(), run.here())) {
            run.apply(action);
        }
        run.tick();
        let events = run.take_events();
        student.heard(&run, &events);
        if until(&run, &events) {
            break;
        }
    }
    run
}

pub(super) fn room(run: &Run, name: &str) -> RoomId {
    run.case().place.room(name).expect("the room is there")
}

/// Layer, temperature and visibility in the corridor and where the student is, whenever a node is entered.
fn table(case: &Arc<Loaded>, seed: u64, plan: Plan, burning: &str, stair: &str) -> String {
    let mut out = String::new();
    let mut acted = 0_u32;
    play_until(case, seed, plan, |run, events| {
        acted += u32::from(matches!(run.phase(), Phase::Decide { .. } | Phase::Wait { .. }) && run.smoke().is_some_and(|s| s.heat() > 0.0));
        for event in events {
            let Event::Entered(node) = event else { continue };
            if acted == 0 {
                continue;
            }
            let met = |name: &str, head: f64| run.here_in(Some(room(run, name)), head);
            let (hall, own) = (met("corridor", 1.6), met(burning, 1.6));
            let _ = writeln!(
                out,
                "| `{}` | {:.0} | {:.0} | {:.1} | {:.0} | {:.1} | {:.1} | {:.1} | {:.0} | {:.1} | {:.2} |",
                run.scenario().node(*node).id,
                f64::from(acted) / 60.0,
                run.smoke().map_or(0.0, |s| s.heat() / 1000.0),
                own.layer.min(3.0),
                own.air.temperature_c,
                hall.layer.min(3.0),
                hall.visibility(),
                met("corridor", 1.1).visibility(),
                hall.air.temperature_c,
                met(if stair == "a" { "stair_a" } else { "stair_b" }, 4.9).visibility(),
                run.dose().toxic.max(run.dose().heat),
            );
        }
        false
    });
    out
}

#[test]
fn print_tables() {
    let case = drill();
    let think: f64 = std::env::var("THINK").ok().and_then(|t| t.parse().ok()).unwrap_or(1.5);
    for (origin, stair, burning) in [("own", "a", "room_214"), ("next", "b", "room_212")] {
        println!("{origin} {stair}\nnode s kW | room layer temp | hall layer vis1.6 vis1.1 temp | stair vis | dose");
        println!("{}", table(&case, seed(&case, origin, stair), passing(&case, think), burning, stair));
    }
}
