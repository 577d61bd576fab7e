//! `drillroom report`: the debrief of a run as one page of HTML, from the records or from a plan.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::args::Cli;
use super::graph::write_whole;
use super::run::{DEFAULT_SEED, load_plan, load_sound};
use super::{CannotRun, CannotRunBox, Outcome};
use crate::debrief::{Debrief, Who, report};
use crate::diag::Lang;
use crate::record::{Filter, RunId, RunRow, Store, beijing, data_folder};
use crate::roster::{masked_id, masked_name};
use crate::run::{RULES_VERSION, play};
use crate::scenario::Plan;
use crate::score::check_plan;

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// 剧本文件（和 --plan 一起用） Scenario file, with --plan
    #[arg(required_unless_present = "run", conflicts_with = "run", requires = "plan")]
    pub file: Option<PathBuf>,
    /// 按这个计划演练一遍 Plan file to play
    #[arg(long, conflicts_with = "run")]
    pub plan: Option<PathBuf>,
    /// 随机种子 Seed of the variants
    #[arg(long, conflicts_with = "run")]
    pub seed: Option<u64>,
    /// 记录里的一次演练（编号见 drillroom records list） A recorded run, as `drillroom records list` names it
    #[arg(long, value_name = "ID")]
    pub run: Option<String>,
    /// 写到这个文件 Write to this file; to the screen without it
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Writes the page. Exit code 1 when the drill is not sound, the plan does not fit, or the run cannot be played again.
pub(super) fn run(args: &ReportArgs, cli: &Cli, out: &mut dyn Write) -> Outcome {
    let lang = cli.lang();
    let made = match (&args.run, &args.file, &args.plan) {
        (Some(id), ..) => recorded(id, cli, out)?,
        (None, Some(file), Some(plan)) => planned(file, plan, args.seed, lang, out)?,
        _ => return Err(CannotRun("要剧本和 --plan，或者 --run give a scenario with --plan, or --run".to_owned()).into()),
    };
    let (debrief, who) = match made {
        Ok(made) => made,
        Err(code) => return Ok(code),
    };
    let page = report(&debrief, &who, lang);
    let Some(path) = &args.out else {
        out.write_all(page.as_bytes())?;
        return Ok(0);
    };
    write_whole(path, &page)?;
    let name = path.display();
    match lang {
        Lang::Zh => writeln!(out, "复盘报告 → {name}（用浏览器打开；打印选 A4，打开“背景图形”）")?,
        Lang::En => writeln!(out, "debrief → {name} (open it in a browser; print on A4 with background graphics)")?,
    }
    Ok(0)
}

type Made = Result<(Debrief, Who), u8>;

fn planned(file: &Path, plan: &Path, seed: Option<u64>, lang: Lang, out: &mut dyn Write) -> Result<Made, CannotRunBox> {
    let loaded = match load_sound(file, lang, out)? {
        Ok(loaded) => loaded,
        Err(code) => return Ok(Err(code)),
    };
    let read = match load_plan(plan, &loaded, lang, out)? {
        Ok(read) => read,
        Err(code) => return Ok(Err(code)),
    };
    let seed = seed.or(read.seed).unwrap_or(DEFAULT_SEED);
    let case = Arc::new(loaded);
    match play(&case, seed, &read) {
        Ok(played) => Ok(Ok((Debrief::of(&case, seed, &played.tape), Who::default()))),
        Err(_) => {
            for finding in check_plan(&case, &Plan { seed: Some(seed), ..read }) {
                writeln!(out, "{}: {}", plan.display(), finding.message(lang))?;
            }
            Ok(Err(1))
        }
    }
}

fn recorded(id: &str, cli: &Cli, out: &mut dyn Write) -> Result<Made, CannotRunBox> {
    let lang = cli.lang();
    let Ok(run) = id.parse::<RunId>() else {
        return Err(CannotRun(format!("{id} 不是演练编号，见 drillroom records list {id} is no run: see drillroom records list")).into());
    };
    let dir = data_folder(cli.data.as_deref());
    Store::settle(&dir);
    let store = Store::open_reader(&dir)?;
    let Some(kept) = store.recorded(run)? else {
        match lang {
            Lang::Zh => writeln!(out, "{} 里没有能重演的演练 {run}：编号见 drillroom records list，内容可能已经按期清除", dir.display())?,
            Lang::En => writeln!(
                out,
                "no run {run} in {} that can be played again: see drillroom records list; it may have been purged",
                dir.display()
            )?,
        }
        return Ok(Err(1));
    };
    if kept.rules != RULES_VERSION {
        let (was, is) = (kept.rules, RULES_VERSION);
        match lang {
            Lang::Zh => writeln!(out, "{run} 是按第 {was} 版规则演练的，现在是第 {is} 版，重演出来会不一样。用当时的演练室来做报告")?,
            Lang::En => writeln!(
                out,
                "{run} was played under rules {was}, these are {is}: it would come out otherwise. Use the Drillroom of that time"
            )?,
        }
        return Ok(Err(1));
    }
    let mut row: Option<RunRow> = None;
    store.each_run(&Filter::default(), |found| {
        if found.run_id == run {
            row = Some(found);
        }
        Ok::<(), CannotRunBox>(())
    })?;
    let who = row.map(|r| who(&r, lang)).unwrap_or_default();
    Ok(Ok((Debrief::of(&kept.case, kept.seed, &kept.tape), who)))
}

/// As a screen may show it that others can see.
fn who(row: &RunRow, lang: Lang) -> Who {
    let guest = match (row.guest, lang) {
        (true, Lang::Zh) => "访客 ",
        (true, Lang::En) => "guest ",
        (false, _) => "",
    };
    let student = format!("{guest}{} {}", masked_id(&row.student_id), masked_name(&row.name));
    Who { student: student.trim().to_owned(), class: row.class.clone(), played: beijing(row.started_ms) }
}
