//! `drillroom run`: a plan through the engine, without a window.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::args::{Cli, Format, RunArgs};
use super::{CannotRun, Outcome};
use crate::diag::{Findings, Lang, Source, render_text};
use crate::record::{Store, record_outcome};
use crate::run::play;
use crate::scenario::{Loaded, Plan, load, read_plan, read_text};
use crate::score::{Scorecard, check_plan};

/// The JSON shape of a run.
#[derive(Debug, Serialize)]
pub(super) struct RunJson<'a> {
    pub(super) run_id: String,
    pub(super) scenario: &'a str,
    pub(super) scenario_hash: String,
    pub(super) seed: u64,
    pub(super) student: Option<&'a str>,
    #[serde(flatten)]
    pub(super) card: &'a Scorecard,
}

/// Seed used when neither the command nor the plan names one.
pub(super) const DEFAULT_SEED: u64 = 1;

/// Loads a scenario that must be sound, or says what is wrong with it.
pub(super) fn load_sound(path: &Path, lang: Lang, out: &mut dyn Write) -> Result<Result<Loaded, u8>, super::CannotRunBox> {
    let (loaded, checked) = load(path)?;
    match loaded {
        Some(loaded) => Ok(Ok(loaded)),
        None => {
            write!(out, "{}", checked.render(lang))?;
            if checked.findings.is_empty() {
                return Err(CannotRun(format!("{}：地点文件有错，请先 drillroom check the place file has errors", path.display())).into());
            }
            Ok(Err(1))
        }
    }
}

pub(super) fn load_plan(path: &Path, loaded: &Loaded, lang: Lang, out: &mut dyn Write) -> Result<Result<Plan, u8>, super::CannotRunBox> {
    let (_, text) = read_text(path)?;
    let name = path.display().to_string();
    let mut findings = Findings::default();
    let text = match text {
        Ok(text) => text,
        Err(finding) => {
            write!(out, "{}", render_text(&[finding], &Source { name: &name, text: "" }, lang))?;
            return Ok(Err(1));
        }
    };
    let plan = read_plan(&text, Some(&loaded.scenario), &mut findings);
    if findings.has_errors() {
        write!(out, "{}", render_text(&findings.sorted(), &Source { name: &name, text: &text }, lang))?;
        return Ok(Err(1));
    }
    Ok(Ok(plan))
}

/// Plays and prints.
pub(super) fn run(args: &RunArgs, cli: &Cli, out: &mut dyn Write) -> Outcome {
    let lang = cli.lang();
    let loaded = match load_sound(&args.file, lang, out)? {
        Ok(loaded) => loaded,
        Err(code) => return Ok(code),
    };
    let plan = match load_plan(&args.plan, &loaded, lang, out)? {
        Ok(plan) => plan,
        Err(code) => return Ok(code),
    };
    let seed = args.seed.or(plan.seed).unwrap_or(DEFAULT_SEED);
    let case = Arc::new(loaded);
    let outcome = match play(&case, seed, &plan) {
        Ok(outcome) => outcome,
        Err(e) => {
            for f in check_plan(&case, &Plan { seed: Some(seed), ..plan }) {
                writeln!(out, "{}: {}", args.plan.display(), f.message(lang))?;
            }
            let _ = e;
            return Ok(1);
        }
    };
    let card = Scorecard::of(&outcome.run);
    let run_id = match &cli.data {
        Some(dir) => record(dir, &outcome, args.student.as_deref())?,
        None => uuid::Uuid::now_v7().to_string(),
    };
    match args.format {
        Format::Json => {
            let json = RunJson {
                run_id,
                scenario: &case.scenario.id,
                scenario_hash: case.hash(),
                seed,
                student: args.student.as_deref(),
                card: &card,
            };
            serde_json::to_writer_pretty(&mut *out, &json)?;
            writeln!(out)?;
        }
        Format::Text => write_card(&case, &card, lang, out)?,
    }
    Ok(0)
}

/// Writes the run into the records of a data folder.
fn record(dir: &Path, outcome: &crate::run::Outcome, student: Option<&str>) -> Result<String, super::CannotRunBox> {
    let mut store = Store::open_writer(dir, "script")?;
    super::records::warn(&store);
    let id = record_outcome(&mut store, outcome, student, "script")?;
    store.close()?;
    Ok(id.to_string())
}

/// A scorecard for people.
pub(super) fn write_card(case: &Loaded, card: &Scorecard, lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    let s = &case.scenario;
    let zh = lang == Lang::Zh;
    let mark = match (card.passed, zh) {
        (true, true) => "通过",
        (false, true) => "未通过",
        (true, false) => "passed",
        (false, false) => "not passed",
    };
    writeln!(out, "{}  {}% ({}/{})  {mark}", s.title.get(lang), card.percent, card.points, card.max_points)?;
    writeln!(out, "  {}: {}", if zh { "结局" } else { "ending" }, card.ending.as_deref().unwrap_or("—"))?;
    for c in &card.competencies {
        let name = s.competencies.iter().find(|k| k.id == c.id).map_or(c.id.as_str(), |k| k.name.get(lang));
        writeln!(out, "  {name}: {}/{}", c.points, c.max_points)?;
    }
    if !card.critical_errors.is_empty() {
        writeln!(out, "  {}: {}", if zh { "严重错误" } else { "critical errors" }, card.critical_errors.join(", "))?;
    }
    for line in &card.choices {
        let secs = f64::from(line.ticks) / 60.0;
        let again = if line.first_try {
            ""
        } else if zh {
            "（重来）"
        } else {
            " (again)"
        };
        writeln!(out, "    {} → {}  {}/{}  {secs:.1} s{again}", line.node, line.choice, line.points, line.max_points)?;
    }
    Ok(())
}
