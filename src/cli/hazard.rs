//! `drillroom hazard`: runs cases of the physics, writes their tables, and holds them against the answers they name.
//!
//! One case gives a table; several, or a folder, give a report. What a case may say: `docs/hazard-cases.md`.

mod report;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{CannotRun, CannotRunBox, Outcome};
use crate::diag::Lang;
use crate::physics::case::{self, Case, CaseError, Table, Verdict};

/// Arguments of `hazard`.
#[derive(Debug, Args)]
pub struct HazardArgs {
    /// 算例文件或文件夹 Case files or folders
    #[arg(required = true, value_name = "CASE.ron")]
    pub paths: Vec<PathBuf>,
    /// 逐秒结果写到这个 CSV（只限一个算例） Write the history to this CSV file (one case)
    #[arg(short = 'o', long = "out", value_name = "OUT.csv")]
    pub out: Option<PathBuf>,
    /// 和已知答案对比的报告怎么写 How the comparison with known answers is written
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
}

/// Kinds of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ReportFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// For documents: a table a case kind
    Markdown,
}

/// One case that was run.
#[derive(Debug)]
pub(super) struct Ran {
    /// The file's stem.
    pub name: String,
    /// What it is, as the file says.
    pub about: String,
    /// What it gave.
    pub table: Table,
    /// Held against its known answers.
    pub verdicts: Vec<Verdict>,
}

/// Largest case file, bytes: a history of a million rows fits.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Runs cases. Exit code 1 when one makes no sense, or misses an answer without saying why.
pub(super) fn hazard(args: &HazardArgs, lang: Lang, out: &mut dyn Write) -> Outcome {
    let files = files(&args.paths)?;
    let alone = args.paths.len() == 1 && files.len() == 1 && files[0] == args.paths[0];
    if args.out.is_some() && !alone {
        return Err(CannotRun("-o 只写一个算例的表：请只给一个文件 -o writes the table of one case: give one file".into()).into());
    }
    let mut code = 0;
    let mut ran = Vec::new();
    let mut refused = Vec::new();
    let bar = report::progress(files.len());
    for file in &files {
        bar.set_message(file.display().to_string());
        match one(file)? {
            Ok(done) => ran.push(done),
            Err(wrong) => {
                code = 1;
                refused.push((file.clone(), wrong));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if args.format != ReportFormat::Json {
        report::refused(&refused, lang, out)?;
    }
    if ran.iter().flat_map(|r| &r.verdicts).any(|v| !v.met && v.expect.misses.is_none()) {
        code = 1;
    }
    match (alone, &args.out) {
        (true, Some(path)) => {
            for done in &ran {
                let file = File::create(path).map_err(|e| CannotRun(format!("{}: {e}", path.display())))?;
                csv(&done.table, file).map_err(|e| CannotRun(format!("{}: {e}", path.display())))?;
            }
            report::write(&ran, &refused, args.format, lang, out)?;
        }
        // A table for a pipe; the report would only be in its way.
        (true, None) if args.format == ReportFormat::Text => {
            for done in &ran {
                csv(&done.table, &mut *out)?;
                report::write(&ran, &refused, args.format, lang, &mut io::stderr())?;
            }
        }
        _ => report::write(&ran, &refused, args.format, lang, out)?,
    }
    Ok(code)
}

/// Every case named or lying in a folder named, folders within folders too, by name.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CannotRunBox> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            folder(path, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    if found.is_empty() {
        return Err(CannotRun("文件夹里没有 .ron 算例 there is no .ron case in the folder".into()).into());
    }
    Ok(found)
}

fn folder(path: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut inside: Vec<PathBuf> = fs::read_dir(path)?.map(|e| e.map(|e| e.path())).collect::<io::Result<_>>()?;
    inside.sort();
    for path in inside {
        // A link to a folder above would never end.
        if path.is_dir() && !path.is_symlink() {
            folder(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "ron") {
            found.push(path);
        }
    }
    Ok(())
}

/// Runs one file. The outer error: it could not be read; the inner one: what it says makes no sense.
fn one(path: &Path) -> Result<Result<Ran, Vec<CaseError>>, CannotRunBox> {
    let cannot = |e: &dyn std::fmt::Display| CannotRun(format!("{}: {e}", path.display()));
    let size = fs::metadata(path).map_err(|e| cannot(&e))?.len();
    if size > LARGEST {
        return Err(cannot(&"文件太大（超过 64 MB） the file is larger than 64 MB").into());
    }
    let bytes = fs::read(path).map_err(|e| cannot(&e))?;
    let Ok(text) = String::from_utf8(bytes) else {
        let message = "这个文件不是 UTF-8：用记事本另存为 UTF-8 this file is not UTF-8: save it as UTF-8".to_owned();
        return Ok(Err(vec![CaseError::Syntax { line: 1, column: 1, message }]));
    };
    let case: Case = match case::read(text.strip_prefix('\u{feff}').unwrap_or(&text)) {
        Ok(case) => case,
        Err(e) => return Ok(Err(vec![e])),
    };
    let wrong = case.check();
    if !wrong.is_empty() {
        return Ok(Err(wrong));
    }
    Ok(match case.run() {
        Ok(table) => {
            let verdicts = case::judge(&table, case.expect());
            let name = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
            Ok(Ran { name, about: case.about().to_owned(), table, verdicts })
        }
        Err(e) => Err(vec![e]),
    })
}

fn csv(table: &Table, to: impl Write) -> csv::Result<()> {
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(table.columns.iter().map(|c| c.name.as_str()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|v| Table::number(*v)))?;
    }
    writer.flush()?;
    Ok(())
}
