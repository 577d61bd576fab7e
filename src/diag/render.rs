//! Findings as text with the offending line shown, and as JSON for other programs.

use std::fmt::Write as _;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{Finding, Lang, Severity};

/// A file as it is shown in messages.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The name to print.
    pub name: &'a str,
    /// Its whole text.
    pub text: &'a str,
}

impl Source<'_> {
    /// 1-based line and column (in characters) of a byte.
    pub fn place(&self, byte: usize) -> (usize, usize) {
        let byte = floor_boundary(self.text, byte);
        let before = &self.text[..byte];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |n| n + 1);
        let column = before[start..].trim_start_matches('\u{feff}').chars().count() + 1;
        (line, column)
    }

    /// The text of a 1-based line, without its end.
    pub fn line(&self, line: usize) -> &str {
        self.text.lines().nth(line - 1).unwrap_or("").trim_start_matches('\u{feff}')
    }
}

fn floor_boundary(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// One finding in the shape other programs rely on.
#[derive(Debug, Serialize)]
pub struct JsonFinding<'a> {
    code: &'static str,
    severity: Severity,
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    help: &'a str,
}

/// Findings as JSON values.
pub fn render_json<'a>(findings: &'a [Finding], source: &Source<'a>, lang: Lang) -> Vec<JsonFinding<'a>> {
    findings
        .iter()
        .map(|f| {
            let (line, column) = source.place(f.span.start);
            JsonFinding {
                code: f.code.id,
                severity: f.code.severity,
                file: source.name,
                line,
                column,
                message: f.message(lang),
                help: f.help_text(lang).unwrap_or(""),
            }
        })
        .collect()
}

/// How much of a long line is shown, in characters.
const SHOWN: usize = 100;

/// Findings as text for people.
pub fn render_text(findings: &[Finding], source: &Source<'_>, lang: Lang) -> String {
    let mut out = String::new();
    for f in findings {
        let severity = match (f.code.severity, lang) {
            (Severity::Error, Lang::Zh) => "错误",
            (Severity::Warning, Lang::Zh) => "提醒",
            (Severity::Error, Lang::En) => "error",
            (Severity::Warning, Lang::En) => "warning",
        };
        let (line, column) = source.place(f.span.start);
        let _ = writeln!(out, "{severity}[{}]: {}", f.code.id, f.message(lang));
        let _ = writeln!(out, "  --> {}:{line}:{column}", source.name);
        show_line(&mut out, source, line, column, f);
        if let Some((span, zh, en)) = f.related {
            let (line, column) = source.place(span.start);
            let words = if lang == Lang::Zh { zh } else { en };
            let _ = writeln!(out, "   = {words} {}:{line}:{column}", source.name);
        }
        if let Some(help) = f.help_text(lang) {
            let word = if lang == Lang::Zh { "怎么改" } else { "help" };
            let _ = writeln!(out, "   = {word}: {help}");
        }
        out.push('\n');
    }
    out
}

fn show_line(out: &mut String, source: &Source<'_>, line: usize, column: usize, f: &Finding) {
    let text = source.line(line).replace('\t', " ");
    // A very long line is cut around the place, so that the message stays on one screen.
    let skip = (column - 1).saturating_sub(SHOWN / 2);
    let shown: String = text.chars().skip(skip).take(SHOWN).collect();
    let before: String = shown.chars().take(column - 1 - skip).collect();
    let end = source.place(f.span.end.max(f.span.start + 1));
    let marked = if end.0 == line { end.1.saturating_sub(column).max(1) } else { SHOWN };
    let under: String = shown.chars().skip(column - 1 - skip).take(marked).collect();
    let gutter = line.to_string().len();
    let _ = writeln!(out, "{:gutter$} |", "");
    let _ = writeln!(out, "{line} | {shown}");
    let _ = writeln!(out, "{:gutter$} | {}{}", "", " ".repeat(before.width()), "^".repeat(under.trim_end().width().max(1)));
}
