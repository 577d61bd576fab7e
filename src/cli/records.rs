//! `drillroom records`: what is recorded, whether it still holds, and taking it out in order.

mod export;

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use super::args::{Cli, Format};
use super::record_args::{FilterArgs, RecordsArgs, RecordsCommand, SubjectArgs};
use super::{CannotRun, Outcome};
use crate::diag::Lang;
use crate::export::RunJson;
use crate::record::{ChoiceRow, Day, Filter, PurgeReport, RunRow, Sample, Status, Store, beijing, data_folder};
use crate::roster::{masked_id, masked_name};

/// Lists, checks, exports or takes out. Exit code 1 when something is wrong with the records.
pub(super) fn records(args: &RecordsArgs, cli: &Cli, out: &mut dyn Write) -> Outcome {
    let dir = data_folder(cli.data.as_deref());
    let lang = cli.lang();
    match &args.command {
        RecordsCommand::List { filter, format } => list(&dir, filter, *format, lang, out),
        RecordsCommand::Verify { recompute, sample } => {
            let sample = recompute.then(|| sample.map_or(Sample::All, Sample::Of));
            verify(&dir, sample, lang, out)
        }
        RecordsCommand::Export(args) => export::export(&dir, args, lang, out),
        RecordsCommand::Subject(args) => subject(&dir, args, lang, out),
        RecordsCommand::Purge { before, dry_run } => purge(&dir, *before, *dry_run, lang, out),
    }
}

/// What was odd when the records were opened for writing goes to the error output, so that no result is mixed with it.
pub(super) fn warn(store: &Store) {
    for warning in store.warnings() {
        let _ = writeln!(io::stderr(), "drillroom: {warning}");
    }
}

/// Says in one line how many records could not be read; they are a finding.
fn tell_damaged(damaged: u64, lang: Lang, out: &mut dyn Write) -> Outcome {
    if damaged > 0 {
        match lang {
            Lang::Zh => writeln!(out, "有 {damaged} 次演练的记录读不出来，请运行 drillroom records verify")?,
            Lang::En => writeln!(out, "{damaged} runs cannot be read: run drillroom records verify")?,
        }
    }
    Ok(u8::from(damaged > 0))
}

fn list(dir: &Path, filter: &FilterArgs, format: Format, lang: Lang, out: &mut dyn Write) -> Outcome {
    Store::settle(dir);
    let store = Store::open_reader(dir)?;
    if format == Format::Json {
        let runs = store.runs(&filter.filter())?;
        serde_json::to_writer_pretty(&mut *out, &runs.iter().map(RunJson::of).collect::<Vec<_>>())?;
        writeln!(out)?;
        return Ok(0);
    }
    let mut shown = 0_u64;
    let damaged = store.each_run(&filter.filter(), |run| {
        shown += 1;
        line(&run, lang, out).map_err(super::CannotRunBox::from)
    })?;
    match lang {
        Lang::Zh => writeln!(out, "共 {shown} 次")?,
        Lang::En => writeln!(out, "{shown} runs")?,
    }
    tell_damaged(damaged, lang, out)
}

/// A run for a screen that others can see.
fn line(run: &RunRow, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (title, mark, status) = match lang {
        Lang::Zh => (&run.title_zh, if run.passed { "通过" } else { "未通过" }, spoken(run.status)),
        Lang::En => (&run.title_en, if run.passed { "passed" } else { "not passed" }, run.status.word()),
    };
    let (id, name) = (masked_id(&run.student_id), masked_name(&run.name));
    let guest = match (run.guest, lang) {
        (true, Lang::Zh) => "访客 ",
        (true, Lang::En) => "guest ",
        (false, _) => "",
    };
    let doubt = if run.clock_suspect { " ?" } else { "" };
    let at = beijing(run.started_ms);
    writeln!(out, "{at}{doubt}  {guest}{id} {name}  {}  {title}  {}%  {mark}  {status}  {}", run.class, run.percent, run.run_id)
}

fn spoken(status: Status) -> &'static str {
    match status {
        Status::Completed => "完成",
        Status::Left => "中途离开",
        Status::Abandoned => "意外中断",
    }
}

fn verify(dir: &Path, sample: Option<Sample>, lang: Lang, out: &mut dyn Write) -> Outcome {
    let store = Store::open_reader(dir)?;
    let report = store.verify(sample)?;
    for problem in &report.problems {
        writeln!(out, "{problem}")?;
    }
    let (entries, runs, purged) = (report.entries, report.runs, report.purged);
    let wrong = report.problems.len();
    match lang {
        Lang::Zh => writeln!(out, "记录链 {entries} 条，{runs} 次演练，按期清除 {purged} 条，{wrong} 个问题")?,
        Lang::En => writeln!(out, "{entries} entries, {runs} runs, {purged} entries purged in order, {wrong} problems")?,
    }
    if sample.is_some() {
        let (again, other) = (report.recomputed, report.other_rules);
        match lang {
            Lang::Zh => writeln!(out, "重算 {again} 次，另有 {other} 次是按别的规则版本记录的，没有重算")?,
            Lang::En => writeln!(out, "{again} runs played again; {other} were recorded under other rules and not judged")?,
        }
    }
    if let Some((seq, hash)) = &report.head {
        match lang {
            Lang::Zh => writeln!(out, "链尾：第 {seq} 条 {hash}")?,
            Lang::En => writeln!(out, "head: entry {seq} {hash}")?,
        }
    }
    Ok(u8::from(!report.is_sound()))
}

/// Everything about a person, for that person.
#[derive(Serialize)]
struct SubjectJson<'a> {
    student_id: &'a str,
    name: &'a str,
    class: &'a str,
    college: &'a str,
    runs: Vec<SubjectRun<'a>>,
}

#[derive(Serialize)]
struct SubjectRun<'a> {
    #[serde(flatten)]
    run: RunJson<'a>,
    choices: Vec<ChoiceRow>,
}

fn subject(dir: &Path, args: &SubjectArgs, lang: Lang, out: &mut dyn Write) -> Outcome {
    if args.delete {
        let mut store = Store::open_writer(dir, "cli")?;
        warn(&store);
        let report = store.delete_subject(&args.id)?;
        if report == PurgeReport::default() {
            return nobody(&args.id, lang, out);
        }
        return tell_purge(&report, false, lang, out);
    }
    if !args.export {
        return Err(CannotRun("加上 --export 或 --delete add --export or --delete".to_owned()).into());
    }
    let store = Store::open_reader(dir)?;
    let Some(person) = store.person(&args.id)? else { return nobody(&args.id, lang, out) };
    let filter = Filter { student: Some(person.student_id.clone()), ..Filter::default() };
    let rows = store.runs(&filter)?;
    let mut runs = Vec::new();
    for run in &rows {
        runs.push(SubjectRun { run: RunJson::of(run), choices: store.choices(run.run_id)? });
    }
    let json = SubjectJson { student_id: &person.student_id, name: &person.name, class: &person.class, college: &person.college, runs };
    serde_json::to_writer_pretty(&mut *out, &json)?;
    writeln!(out)?;
    Ok(0)
}

fn nobody(id: &str, lang: Lang, out: &mut dyn Write) -> Outcome {
    match lang {
        Lang::Zh => writeln!(out, "没有学号 {id} 的记录，检查有没有输错")?,
        Lang::En => writeln!(out, "nothing is recorded of {id}: check the number")?,
    }
    Ok(1)
}

fn purge(dir: &Path, before: Day, is_dry: bool, lang: Lang, out: &mut dyn Write) -> Outcome {
    if is_dry {
        let report = Store::open_reader(dir)?.purge_preview(before)?;
        return tell_purge(&report, true, lang, out);
    }
    let mut store = Store::open_writer(dir, "cli")?;
    warn(&store);
    let report = store.purge(before)?;
    tell_purge(&report, false, lang, out)
}

fn tell_purge(report: &PurgeReport, is_dry: bool, lang: Lang, out: &mut dyn Write) -> Outcome {
    let PurgeReport { runs, entries, people, doubtful } = report;
    match (lang, is_dry) {
        (Lang::Zh, true) => writeln!(out, "将清除 {runs} 次演练的 {entries} 条内容（试算，没有写入）")?,
        (Lang::Zh, false) => writeln!(out, "已清除 {runs} 次演练的 {entries} 条内容，删除 {people} 人；记录链仍可验证")?,
        (Lang::En, true) => writeln!(out, "{entries} entries of {runs} runs would be purged (dry run, nothing was written)")?,
        (Lang::En, false) => writeln!(out, "{entries} entries of {runs} runs purged, {people} people deleted; the chain still verifies")?,
    }
    if *doubtful > 0 {
        match lang {
            Lang::Zh => writeln!(out, "另有 {doubtful} 次演练的时间存疑，没有清除")?,
            Lang::En => writeln!(out, "{doubtful} runs of doubtful time were kept")?,
        }
    }
    Ok(0)
}
