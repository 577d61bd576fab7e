//! The drills that are shipped: proved whole, and without a finding.

use drillroom::explore::{Passes, tell};

use super::{case, explored};
use crate::engine::DRILLS;

#[test]
fn every_shipped_drill_is_proved_and_nothing_is_found() {
    for id in DRILLS {
        let case = case(&format!("scenarios/{id}.ron"));
        let (_, report) = explored(&case);
        assert!(report.complete, "{id} has too many states: {}", report.states);
        assert!(report.findings.is_empty(), "{}", tell(&report, &case.scenario.title, drillroom::diag::Lang::En));
        for ending in &report.endings {
            assert!(ending.reachable, "{id}: nobody reaches {}", ending.id);
            assert!(!ending.witness.story.zh.is_empty() && !ending.witness.story.en.is_empty(), "{id}: {} has a story", ending.id);
        }
        let best = report.endings.iter().filter_map(|e| e.max_percent).max();
        assert_eq!(best, Some(100), "{id}: the best route earns every point");
        assert!(report.endings.iter().any(|e| e.passes != Passes::Never), "{id} can be passed");
        assert!(report.endings.iter().any(|e| e.passes != Passes::Always), "{id} can be failed");
        assert!(report.unsafe_pass.is_empty() && report.unearned_pass.is_none(), "{id}: a pass means something");
    }
}

#[test]
fn exploring_twice_says_the_same_to_the_letter() {
    for id in ["dorm-fire", "fake-police"] {
        let case = case(&format!("scenarios/{id}.ron"));
        let json = || serde_json::to_string(&explored(&case).1).expect("serialises");
        assert_eq!(json(), json(), "{id}");
    }
}
