//! The others in the building: places made ready for them, how they get out of the shipped ones, and what they are in a run.

mod places;
mod runs;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use drillroom::diag::Findings;
use drillroom::place::{self, Place};
use drillroom::run::{Action, Phase, Run};
use drillroom::scenario::{Loaded, load_bytes};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// A place from its text.
fn place_of(id: &str, text: &str) -> Place {
    let mut out = Findings::default();
    let place = place::read(text, id, &mut out);
    assert!(!out.has_errors(), "{:?}", out.sorted());
    place
}

/// A shipped place.
fn shipped(id: &str) -> Place {
    place_of(id, &text(&format!("scenarios/places/{id}.ron")))
}

/// What a test fills into `tests/cases/crowd/drill.ron`.
#[derive(Clone, Copy)]
struct Drill<'a> {
    place: &'a str,
    place_file: &'a str,
    at: &'a str,
    crowd: &'a str,
    hazards: &'a str,
    triggers: &'a str,
    cues: &'a str,
}

/// On the second floor of the dormitory, seen from the lawn.
const DORM: Drill<'_> = Drill {
    place: "dorm-floor",
    place_file: "scenarios/places/dorm-floor.ron",
    at: "lawn_gate",
    crowd: "",
    hazards: "",
    triggers: "(when: \"dose > 9\", go: \"done\")",
    cues: "",
};

/// Two rooms on a corridor that ends in a yard.
const TWO_ROOMS: Drill<'_> = Drill { place: "two-rooms", place_file: "tests/cases/burning/places/two-rooms.ron", at: "outside", ..DORM };

impl Drill<'_> {
    fn load(&self) -> Arc<Loaded> {
        let filled = [
            ("PLACE", self.place),
            ("\"AT\"", &format!("{:?}", self.at)),
            ("    CROWD\n", &format!("    {}\n", self.crowd)),
            ("HAZARDS", self.hazards),
            ("TRIGGERS", self.triggers),
            ("CUES", self.cues),
        ];
        let drill = text("tests/cases/crowd/drill.ron");
        let (head, body) = drill.split_at(drill.find('(').expect("it begins with a bracket"));
        let body = filled.iter().fold(body.to_owned(), |text, (word, by)| text.replace(word, by));
        let place = text(self.place_file);
        Arc::new(load_bytes("drill", format!("{head}{body}").as_bytes(), place.as_bytes()).unwrap_or_else(|| panic!("{body}")))
    }

    /// A run that waits, with nothing more to choose.
    fn waiting(&self, seed: u64) -> Run {
        let mut run = Run::new(self.load(), seed);
        while !matches!(run.phase(), Phase::Decide { .. }) {
            run.apply(Action::Next);
            run.tick();
        }
        run.apply(Action::Pick(0));
        while !matches!(run.phase(), Phase::Wait { .. }) {
            run.apply(Action::Next);
            run.tick();
        }
        run
    }
}

/// Lets time pass.
fn wait(run: &mut Run, seconds: u32) {
    (0..seconds * 60).for_each(|_| run.tick());
}
