//! What is said of cases that were run: for people, for programs, for a document.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::{Ran, ReportFormat};
use crate::diag::Lang;
use crate::physics::case::{CaseError, Table, Verdict, When};

/// A bar while several cases run, where somebody can see it.
pub(super) fn progress(cases: usize) -> ProgressBar {
    if cases < 2 || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(cases as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// A case that was not run, and everything that is wrong with it.
pub(super) type Refused = (PathBuf, Vec<CaseError>);

/// Why cases were not run.
pub(super) fn refused(refused: &[Refused], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for (file, e) in refused.iter().flat_map(|(file, wrong)| wrong.iter().map(move |e| (file, e))) {
        writeln!(out, "{}: {e}", file.display())?;
    }
    match (refused.iter().map(|r| r.1.len()).sum::<usize>(), lang) {
        (0, _) => Ok(()),
        (n, Lang::Zh) => writeln!(out, "共 {n} 处不对，没有计算。格式见 docs/hazard-cases.md。"),
        (n, Lang::En) => writeln!(out, "{n} thing(s) wrong; not run. The format: docs/hazard-cases.md."),
    }
}

/// Writes the report.
pub(super) fn write(ran: &[Ran], refused: &[Refused], format: ReportFormat, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    match format {
        ReportFormat::Text => text(ran, lang, out),
        ReportFormat::Json => json(ran, refused, out),
        ReportFormat::Markdown => markdown(ran, out),
    }
}

fn when(when: When) -> String {
    match when {
        When::At(t) => format!("{t} s"),
        When::Mean(a, b) => format!("{a}–{b} s"),
        When::Max => "max".to_owned(),
        When::Min => "min".to_owned(),
        When::Last => "end".to_owned(),
        When::Reaches(v) => format!("reaches {v}"),
    }
}

/// Four digits are what a reader compares; the table has all of them.
fn short(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let digits = format!("{value:.3e}").parse::<f64>().unwrap_or(value);
    if digits.abs() >= 1e6 || digits.abs() < 1e-3 { format!("{value:.3e}") } else { digits.to_string() }
}

fn tolerance(v: &Verdict) -> f64 {
    (v.expect.rel * v.expect.value.abs()).max(v.expect.abs)
}

fn text(ran: &[Ran], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let zh = lang == Lang::Zh;
    for r in ran {
        writeln!(out, "{}  {}", r.name, r.about.split_whitespace().collect::<Vec<_>>().join(" "))?;
        for (name, value) in &r.table.facts {
            writeln!(out, "    {name} = {}", Table::number(*value))?;
        }
        for v in &r.verdicts {
            let mark = if v.met { "✓" } else { "✗" };
            let got = v.got.map_or_else(|| if zh { "没有这一项".to_owned() } else { "no such thing".to_owned() }, short);
            let e = &v.expect;
            write!(out, "  {mark} {} [{}]  {got}  ({} ± {})", e.of, when(e.when), short(e.value), short(tolerance(v)))?;
            if let (false, Some(why)) = (v.met, &e.misses) {
                write!(out, "  — {why}")?;
            }
            writeln!(out)?;
        }
    }
    let all: Vec<&Verdict> = ran.iter().flat_map(|r| &r.verdicts).collect();
    let met = all.iter().filter(|v| v.met).count();
    match (all.len(), zh) {
        (0, _) => Ok(()),
        (n, true) => writeln!(out, "{n} 个已知答案，对上 {met} 个。"),
        (n, false) => writeln!(out, "{met} of {n} known answers met."),
    }
}

fn json(ran: &[Ran], refused: &[Refused], out: &mut dyn Write) -> io::Result<()> {
    let verdict = |v: &Verdict| {
        serde_json::json!({
            "of": v.expect.of, "when": when(v.expect.when), "value": v.expect.value, "got": v.got, "tolerance": tolerance(v),
            "met": v.met, "source": v.expect.source, "misses": v.expect.misses,
        })
    };
    let mut all: Vec<serde_json::Value> = ran
        .iter()
        .map(|r| {
            let facts: serde_json::Map<String, serde_json::Value> = r.table.facts.iter().map(|(k, v)| (k.clone(), (*v).into())).collect();
            let verdicts: Vec<_> = r.verdicts.iter().map(verdict).collect();
            serde_json::json!({ "case": r.name, "about": r.about, "facts": facts, "expect": verdicts })
        })
        .collect();
    all.extend(refused.iter().map(|(file, wrong)| {
        let errors: Vec<String> = wrong.iter().map(ToString::to_string).collect();
        serde_json::json!({ "case": file.display().to_string(), "errors": errors })
    }));
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn markdown(ran: &[Ran], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| case | quantity | when | reference | computed | off by | allowed | |")?;
    writeln!(out, "|---|---|---|---:|---:|---:|---:|---|")?;
    for r in ran {
        for v in &r.verdicts {
            let e = &v.expect;
            let got = v.got.map_or_else(|| "–".to_owned(), short);
            let off = match v.got {
                None => "–".to_owned(),
                Some(got) if e.abs > 0.0 && e.rel == 0.0 => short(got - e.value),
                Some(got) if e.value != 0.0 => format!("{:+.2} %", (got / e.value - 1.0) * 100.0),
                Some(got) => short(got),
            };
            let allowed = if e.rel > 0.0 && e.rel * e.value.abs() >= e.abs { format!("{} %", short(e.rel * 100.0)) } else { short(e.abs) };
            let mark = if v.met { "✓" } else { "**✗**" };
            writeln!(out, "| {} | {} | {} | {} | {got} | {off} | {allowed} | {mark} |", r.name, e.of, when(e.when), short(e.value))?;
        }
    }
    Ok(())
}
