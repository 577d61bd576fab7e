//! `drillroom check`: everything that is wrong with scenarios, places and plans.

use std::io::Write;
use std::path::PathBuf;

use super::Outcome;
use super::args::Format;
use crate::diag::{Lang, Severity, Source, render_json};
use crate::scenario::{FileError, check_path, find_files};
use crate::score;

/// Checks files and folders; exit code 1 when anything is an error.
pub(super) fn check(paths: &[PathBuf], format: Format, lang: Lang, out: &mut dyn Write) -> Outcome {
    let mut checked = Vec::new();
    let mut unreadable: Vec<FileError> = Vec::new();
    for path in paths {
        for file in find_files(path)? {
            match check_path(&file, &score::check_plan) {
                Ok(c) => checked.push(c),
                Err(e) if find_files(path)?.len() == 1 => return Err(e.into()),
                Err(e) => unreadable.push(e),
            }
        }
    }
    let errors = checked.iter().flat_map(|c| &c.findings).filter(|f| f.code.severity == Severity::Error).count();
    let warnings = checked.iter().flat_map(|c| &c.findings).count() - errors;
    match format {
        Format::Json => {
            let all: Vec<_> =
                checked.iter().flat_map(|c| render_json(&c.findings, &Source { name: &c.name, text: &c.text }, lang)).collect();
            serde_json::to_writer_pretty(&mut *out, &all)?;
            writeln!(out)?;
        }
        Format::Text => {
            for c in &checked {
                write!(out, "{}", c.render(lang))?;
            }
            for e in &unreadable {
                writeln!(out, "{e}")?;
            }
            match lang {
                Lang::Zh => writeln!(out, "检查了 {} 个文件：{errors} 个错误，{warnings} 个提醒", checked.len())?,
                Lang::En => writeln!(out, "{} files checked: {errors} errors, {warnings} warnings", checked.len())?,
            }
        }
    }
    Ok(u8::from(errors > 0 || !unreadable.is_empty()))
}
