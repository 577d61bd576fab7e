//! JSON lines: a run a line, with the names of the columns and a little more. Times are UTC, RFC 3339.

use std::io::{self, Write};

use serde::Serialize;

use crate::record::{RunId, RunRow, utc};

/// A run as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the columns")]
pub struct RunJson<'a> {
    pub student_id: &'a str,
    pub name: &'a str,
    pub class: &'a str,
    pub college: &'a str,
    pub scenario: &'a str,
    pub title: &'a str,
    pub version: u32,
    pub theme: &'a str,
    pub attempt: u32,
    pub started_at: String,
    pub finished_at: Option<String>,
    pub duration_s: u32,
    pub status: &'static str,
    pub percent: u32,
    pub points: i32,
    pub max_points: i32,
    pub passed: bool,
    pub critical_errors: &'a [String],
    pub station: &'a str,
    pub run_id: RunId,
    pub pseudonym: &'a str,
    pub guest: bool,
    pub clock_suspect: bool,
    pub scenario_hash: &'a str,
    pub seed: u64,
    pub rules_version: u32,
}

impl<'a> RunJson<'a> {
    /// A run in the shape that other programs rely on.
    pub fn of(run: &'a RunRow) -> Self {
        Self {
            student_id: &run.student_id,
            name: &run.name,
            class: &run.class,
            college: &run.college,
            scenario: &run.scenario,
            title: &run.title_zh,
            version: run.version,
            theme: &run.theme,
            attempt: run.attempt,
            started_at: utc(run.started_ms),
            finished_at: run.finished_ms.map(utc),
            duration_s: run.duration_s,
            status: run.status.word(),
            percent: run.percent,
            points: run.points,
            max_points: run.max_points,
            passed: run.passed,
            critical_errors: &run.critical_errors,
            station: &run.station,
            run_id: run.run_id,
            pseudonym: &run.pseudonym,
            guest: run.guest,
            clock_suspect: run.clock_suspect,
            scenario_hash: &run.content,
            seed: run.seed,
            rules_version: run.rules,
        }
    }
}

/// Writes runs as JSON lines.
#[derive(Debug)]
pub struct JsonlExport<W: Write> {
    out: W,
    rows: u64,
}

impl<W: Write> JsonlExport<W> {
    /// Give it a buffered writer.
    pub fn new(out: W) -> Self {
        Self { out, rows: 0 }
    }

    /// Writes one run.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn row(&mut self, run: &RunRow) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, &RunJson::of(run))?;
        self.rows += 1;
        self.out.write_all(b"\n")
    }

    /// Writes what is left and returns the writer and how many runs there were.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn finish(mut self) -> io::Result<(W, u64)> {
        self.out.flush()?;
        Ok((self.out, self.rows))
    }
}
