//! Plays recorded runs again from their content, seed and inputs, and compares what comes out with what was recorded.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::{OptionalExtension, params};

use super::body::{Choice, ChoiceRow, Finished, Started, Taped};
use super::error::StoreError;
use super::model::RunId;
use super::pieces::{assemble, from_text};
use super::store::Store;
use super::verify::{Problem, Sample, VerifyReport};
use crate::run::{RULES_VERSION, Tape, replay};
use crate::scenario::{Loaded, load_bytes};
use crate::score::Scorecard;

/// Scenarios that were read once in an audit; `None` when one cannot be read.
type Shelf = BTreeMap<String, Option<Arc<Loaded>>>;

/// A recorded run as it can be played again.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Scenario and place as they were.
    pub case: Arc<Loaded>,
    /// The seed of the variants.
    pub seed: u64,
    /// The inputs.
    pub tape: Tape,
    /// The rules it was played under: others may give another run.
    pub rules: u32,
}

/// Everything that was recorded of one run.
struct Kept {
    started: Started,
    choices: Vec<ChoiceRow>,
    finished: Option<Finished>,
    tape: Tape,
}

impl Store {
    /// Plays a sample of the runs again and adds what differs to the report.
    pub(super) fn recompute(&self, sample: Sample, report: &mut VerifyReport) -> Result<(), StoreError> {
        let runs = self.recorded_runs().map_err(|e| self.folder.sql(e))?;
        let step = match sample {
            Sample::All => 1,
            Sample::Of(n) => runs.len().div_ceil(n.max(1) as usize).max(1),
        };
        let mut shelf = Shelf::new();
        for run in runs.into_iter().step_by(step) {
            let Some(kept) = self.kept(run).map_err(|e| self.folder.sql(e))? else {
                report.problems.push(Problem::NoReplay { run, why: "记录残缺 its entries are incomplete" });
                continue;
            };
            if kept.started.rules != RULES_VERSION {
                report.other_rules += 1;
                continue;
            }
            report.recomputed += 1;
            let Some(case) = self.case(&kept.started, &mut shelf).map_err(|e| self.folder.sql(e))? else {
                report.problems.push(Problem::NoReplay { run, why: "剧本读不出来 its scenario cannot be read" });
                continue;
            };
            let again = Scorecard::of(&replay(&case, kept.started.seed, &kept.tape).run);
            let differences = differences(&kept, &again);
            if !differences.is_empty() {
                report.problems.push(Problem::Differs { run, what: differences.join("; ") });
            }
        }
        Ok(())
    }

    /// A run with all that is needed to play it again; `None` when it is not there, was purged, or cannot be read.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn recorded(&self, run: RunId) -> Result<Option<Recorded>, StoreError> {
        let fail = |e| self.folder.sql(e);
        let Some(kept) = self.kept(run).map_err(fail)? else { return Ok(None) };
        let case = self.case(&kept.started, &mut Shelf::new()).map_err(fail)?;
        let (seed, rules) = (kept.started.seed, kept.started.rules);
        Ok(case.map(|case| Recorded { case, seed, tape: kept.tape, rules }))
    }

    fn recorded_runs(&self) -> rusqlite::Result<Vec<RunId>> {
        let mut ask = self.conn.prepare("SELECT run_id FROM entries WHERE kind = 'started' AND body IS NOT NULL ORDER BY seq")?;
        ask.query_map([], |r| r.get(0).map(RunId::from_bytes))?.collect()
    }

    /// The entries of a run put together; `None` when one of them cannot be read.
    fn kept(&self, run: RunId) -> rusqlite::Result<Option<Kept>> {
        let mut ask = self.conn.prepare_cached("SELECT kind, body FROM entries WHERE run_id = ?1 ORDER BY seq")?;
        let mut rows = ask.query(params![run.bytes()])?;
        let (mut started, mut choices, mut finished, mut pieces) = (None, Vec::new(), None, Vec::new());
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            let body: Option<Vec<u8>> = row.get(1)?;
            let Some(body) = body else { return Ok(None) };
            match kind.as_str() {
                "started" => started = serde_json::from_slice::<Started>(&body).ok(),
                "choice" => choices.push(serde_json::from_slice::<Choice>(&body).ok().map(|c| c.row)),
                "finished" => finished = Some(serde_json::from_slice::<Finished>(&body).ok()),
                _ => {}
            }
            if matches!(kind.as_str(), "choice" | "finished" | "tests") {
                let piece = serde_json::from_slice::<Taped>(&body).ok();
                pieces.push(piece.and_then(|t| from_text(&t.tape)));
            }
        }
        let choices: Option<Vec<ChoiceRow>> = choices.into_iter().collect();
        let pieces: Option<Vec<Tape>> = pieces.into_iter().collect();
        let (Some(started), Some(choices), Some(pieces)) = (started, choices, pieces) else { return Ok(None) };
        let finished = match finished {
            Some(None) => return Ok(None),
            Some(whole) => whole,
            None => None,
        };
        Ok(Some(Kept { started, choices, finished, tape: assemble(&pieces) }))
    }

    /// The scenario a run was played with.
    fn case(&self, started: &Started, shelf: &mut Shelf) -> rusqlite::Result<Option<Arc<Loaded>>> {
        if let Some(known) = shelf.get(&started.content) {
            return Ok(known.clone());
        }
        let mut ask = self.conn.prepare_cached("SELECT scenario_bytes, place_bytes FROM content WHERE hash = ?1")?;
        let found: Option<(Vec<u8>, Vec<u8>)> = ask.query_row(params![started.content], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
        let case = found.and_then(|(scenario, place)| load_bytes(&started.scenario, &scenario, &place)).map(Arc::new);
        shelf.insert(started.content.clone(), case.clone());
        Ok(case)
    }
}

/// What was recorded and what came out, wherever they are not the same.
fn differences(kept: &Kept, again: &Scorecard) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(finished) = &kept.finished {
        let card = &finished.card;
        let mut compare = |name: &str, was: String, is: String| {
            if was != is {
                out.push(format!("{name} {was} → {is}"));
            }
        };
        compare("ending", format!("{:?}", card.ending), format!("{:?}", again.ending));
        compare("percent", card.percent.to_string(), again.percent.to_string());
        compare("points", card.points.to_string(), again.points.to_string());
        compare("max_points", card.max_points.to_string(), again.max_points.to_string());
        compare("passed", card.passed.to_string(), again.passed.to_string());
        compare("critical_errors", card.critical_errors.join(","), again.critical_errors.join(","));
    }
    let mut played = again.choices.iter().map(ChoiceRow::of);
    for choice in &kept.choices {
        if !played.any(|p| p == *choice) {
            out.push(format!("{}.{} {} → –", choice.node, choice.choice, choice.points));
        }
    }
    out
}
