//! What a run looks like afterwards: plan, curves, the film of it and the example, computed beside the window once the run has ended.
//!
//! The screens show what is ready. Nothing here waits, and a run that nobody walked in has nothing to look back at.

use std::path::Path;
use std::sync::Arc;

use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};

use super::ViewSystems;
use super::library::Library;
use super::ui::model::{Pictures, Sheets};
use super::visit::Visit;
use crate::debrief::{Debrief, Example, Replay, chart, figures, notes, plan};
use crate::diag::{Findings, Lang};
use crate::run::{Phase, Tape};
use crate::scenario::{Loaded, Plan, read_plan};
use crate::sim::ActiveRun;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LookBack>().add_systems(Update, (begin, finish).chain().before(ViewSystems::Flow));
}

/// Whoever has acted for less than this, s, or walked less, m, has no way to look back at.
const LEAST: (f64, f64) = (10.0, 4.0);

/// What is looked back at.
#[derive(Debug, Default, Resource)]
pub enum LookBack {
    /// The run is not over.
    #[default]
    Nothing,
    /// Being computed.
    Coming(Task<Option<Look>>),
    /// Ready; `None` where nobody walked.
    Ready(Option<Arc<Look>>),
}

impl LookBack {
    /// What there is to look at, once it is ready.
    pub fn look(&self) -> Option<&Arc<Look>> {
        match self {
            Self::Ready(look) => look.as_ref(),
            Self::Nothing | Self::Coming(_) => None,
        }
    }

    /// What the debrief shows of it.
    pub fn pictures(&self, lang: Lang) -> Pictures {
        match self {
            Self::Coming(_) => Pictures::Coming,
            Self::Ready(Some(look)) => Pictures::Ready(Arc::clone(&look.sheets[usize::from(lang == Lang::En)])),
            Self::Ready(None) | Self::Nothing => Pictures::None,
        }
    }
}

/// A run as it looks afterwards.
#[derive(Debug)]
pub struct Look {
    /// In Chinese and in English.
    sheets: [Arc<Sheets>; 2],
    /// All of it.
    pub debrief: Debrief,
    /// The film.
    pub film: Arc<Replay>,
    /// Somebody who plays well; `None` where the drill has no plan beside it.
    pub example: Option<Example>,
}

impl Look {
    fn of(case: &Arc<Loaded>, seed: u64, tape: &Tape, example: Option<&Plan>) -> Option<Self> {
        let debrief = Debrief::of(case, seed, tape);
        let moments = &debrief.trace.moments;
        let walked: f64 =
            moments.windows(2).filter(|w| !w[1].jumped).map(|w| libm::hypot(w[1].at[0] - w[0].at[0], w[1].at[2] - w[0].at[2])).sum();
        if debrief.trace.time < LEAST.0 || walked < LEAST.1 {
            return None;
        }
        let sheet = |lang| {
            let chart = (debrief.tells_smoke() || debrief.quake.is_some()).then(|| chart(&debrief, lang));
            Arc::new(Sheets { plan: plan(&debrief, lang), chart, figures: figures(&debrief, lang), notes: notes(&debrief, lang) })
        };
        let sheets = [sheet(Lang::Zh), sheet(Lang::En)];
        let film = Arc::new(Replay::of(case, seed, tape));
        let example = example.and_then(|plan| Example::of(case, seed, plan));
        Some(Self { sheets, debrief, film, example })
    }
}

/// The plan of somebody who plays well, where one lies beside the drill.
fn example(file: &Path, case: &Loaded) -> Option<Plan> {
    let path = file.with_file_name("plans").join(format!("{}.pass.ron", case.scenario.id));
    let text = std::fs::read_to_string(path).ok()?;
    let mut findings = Findings::default();
    let plan = read_plan(&text, Some(&case.scenario), &mut findings);
    (!findings.has_errors()).then_some(plan)
}

fn begin(mut back: ResMut<LookBack>, active: Res<ActiveRun>, visit: Res<Visit>, library: Res<Library>) {
    let Some(run) = active.run() else {
        if !matches!(*back, LookBack::Nothing) {
            *back = LookBack::Nothing;
        }
        return;
    };
    let is_told = matches!(run.phase(), Phase::Ended(_));
    if !is_told || !matches!(*back, LookBack::Nothing) {
        return;
    }
    let file = visit.drill.and_then(|d| library.entries.get(d)).map(|e| e.path.clone());
    let (case, seed, tape) = (Arc::clone(run.case()), run.seed(), active.tape().clone());
    *back = LookBack::Coming(AsyncComputeTaskPool::get().spawn(async move {
        let plan = file.and_then(|f| example(&f, &case));
        Look::of(&case, seed, &tape, plan.as_ref())
    }));
}

fn finish(mut back: ResMut<LookBack>) {
    if let LookBack::Coming(task) = &mut *back
        && let Some(look) = block_on(poll_once(task))
    {
        *back = LookBack::Ready(look.map(Arc::new));
    }
}
