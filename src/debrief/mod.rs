//! The debrief of a run: what the student went through, where, what one act would have changed, and how much time was left.
//!
//! [`Debrief::of`] plays a tape again and gives plain data; it needs no window and may run on a thread of its own. [`plan`] and
//! [`chart`] turn it into pictures of a few kinds of shapes that any painter can draw; [`svg`] writes them, [`report`] puts
//! everything on one page of HTML. Nothing here changes a run, a score or a record.

mod chart;
mod course;
mod cover;
mod crowd;
mod doors;
mod film;
mod ink;
mod plan;
mod quake;
mod record;
mod replay;
mod report;
mod says;
mod shape;
mod svg;
mod times;
mod trace;
mod what_if;

use std::sync::Arc;

pub use chart::chart;
pub use cover::{Instead, Otherwise};
pub use crowd::{Count, Crowd, Other};
pub use doors::Act;
pub use film::{Film, Met, Reading, STANDING, State, Untenable, Watched, limits};
pub use plan::plan;
pub use quake::{Cover, Fall, Frame, Quake, STRONG};
pub use replay::{Cursor, Example, Replay, Stand};
pub use report::{Who, figures, notes, report};
pub use says::{door_name, told, when};
pub use shape::{Anchor, Colour, Pencil, Picture, Shape, Spot};
pub use svg::svg;
pub use times::{RoomTime, Times};
pub use trace::{Chosen, Happening, Moment, Trace, Visit, What};
pub use what_if::{Counterfactual, DOSE_MATTERS, RoomChange, TIME_MATTERS, WhatIf};

use crate::diag::Lang;
use crate::place::DoorId;
use crate::run::Tape;
use crate::scenario::{Choice, HazardKind, Loaded, NodeKind};
use crate::score::Scorecard;

/// Everything that is said of a run afterwards.
#[derive(Debug, Clone)]
pub struct Debrief {
    /// The drill.
    pub case: Arc<Loaded>,
    /// The seed of its variants.
    pub seed: u64,
    /// What was earned.
    pub card: Scorecard,
    /// What the student went through.
    pub trace: Trace,
    /// The rooms through time.
    pub film: Film,
    /// The time that was left.
    pub times: Times,
    /// What another act would have changed.
    pub what_if: WhatIf,
    /// What the student did with doors, in the order of the doors.
    pub doors: Vec<(DoorId, Act)>,
    /// The earthquake, when the ground shook.
    pub quake: Option<Quake>,
    /// The others in the building, when the drill has a crowd.
    pub crowd: Option<Crowd>,
}

impl Debrief {
    /// Plays a tape again and looks. The same tape gives the same debrief, bit for bit.
    pub fn of(case: &Arc<Loaded>, seed: u64, tape: &Tape) -> Self {
        let recorded = record::record(case, seed, tape);
        let what_if = what_if::what_if(case, &recorded);
        let card = Scorecard::of(&recorded.run);
        let times = Times::of(&case.place, &recorded.trace, &recorded.film);
        let doors = recorded.handled.acts.iter().map(|(act, hold)| (hold.door, *act)).collect();
        let quake = Quake::of(case, &recorded);
        let record::Recorded { trace, film, crowd, .. } = recorded;
        Self { case: Arc::clone(case), seed, card, trace, film, times, what_if, doors, quake, crowd }
    }

    /// Whether smoke of any kind was met anywhere.
    pub fn has_smoke(&self) -> bool {
        self.film.rooms.iter().any(|w| w.state.least_visibility < crate::hazard::FAR)
    }

    /// Whether smoke is worth telling: in an earthquake dust alone is not, as long as nothing burns and nobody is harmed by it.
    pub fn tells_smoke(&self) -> bool {
        let burns = |h: &crate::scenario::Hazard| matches!(h.kind, HazardKind::Fire { .. } | HazardKind::Burn { .. });
        let is_dust = self.quake.is_some() && !self.case.scenario.hazards.iter().any(burns);
        self.has_smoke() && (!is_dust || self.card.dose.toxic.max(self.card.dose.heat) >= 0.005)
    }

    /// A choice as it is written.
    pub fn choice(&self, made: &Chosen) -> Option<&Choice> {
        match &self.case.scenario.node(made.node).kind {
            NodeKind::Decide(d) => d.choices.get(made.choice),
            _ => None,
        }
    }

    /// What the ending is called.
    fn run_ending(&self, lang: Lang) -> Option<String> {
        let id = self.card.ending.as_ref()?;
        let node = self.case.scenario.nodes.iter().find(|n| n.id == *id)?;
        match &node.kind {
            NodeKind::End { title, .. } => Some(title.get(lang).to_owned()),
            _ => None,
        }
    }
}
