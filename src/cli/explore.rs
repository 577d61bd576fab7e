//! `drillroom explore`: every reachable state of a drill, and what can be proved of it.
//!
//! The only place that reads a clock and shows how far it is; what is found comes from `explore` alone.

use std::io::{IsTerminal as _, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;

use super::Outcome;
use super::args::Format;
use super::run::load_sound;
use crate::diag::Lang;
use crate::explore::{Limits, Progress, explore as explored, tell};

/// Arguments of `explore`.
#[derive(Debug, Args)]
pub struct ExploreArgs {
    /// Scenario file
    pub file: PathBuf,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// 最多查多少个状态 Most states to look at
    #[arg(long, value_name = "N")]
    pub max_states: Option<usize>,
    /// 最多用多少内存 Most memory, MiB
    #[arg(long, value_name = "MiB")]
    pub max_memory: Option<usize>,
}

/// Explores and prints; exit code 1 when anything was found, or when a bound was hit.
pub(super) fn explore(args: &ExploreArgs, lang: Lang, out: &mut dyn Write) -> Outcome {
    let loaded = match load_sound(&args.file, lang, out)? {
        Ok(loaded) => loaded,
        Err(code) => return Ok(code),
    };
    let case = Arc::new(loaded);
    let usual = Limits::default();
    let limits = Limits {
        states: args.max_states.unwrap_or(usual.states),
        bytes: args.max_memory.map_or(usual.bytes, |mib| mib.saturating_mul(1 << 20)),
    };
    let began = Instant::now();
    let mut line = ProgressLine::new(lang);
    let mut report = explored(&case, &limits, &mut |progress| line.show(progress));
    line.clear();
    report.millis = began.elapsed().as_millis() as u64;
    match args.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &report)?;
            writeln!(out)?;
        }
        Format::Text => write!(out, "{}", tell(&report, &case.scenario.title, lang))?,
    }
    Ok(u8::from(report.has_findings()))
}

/// A line on the terminal that is written over; none when nobody watches.
struct ProgressLine {
    lang: Lang,
    is_watched: bool,
    is_shown: bool,
}

impl ProgressLine {
    fn new(lang: Lang) -> Self {
        Self { lang, is_watched: std::io::stderr().is_terminal(), is_shown: false }
    }

    fn show(&mut self, progress: Progress) {
        // A small drill is done before anyone could read it.
        if !self.is_watched || progress.done == 0 {
            return;
        }
        self.is_shown = true;
        let (states, done) = (progress.states, progress.done);
        let mut err = std::io::stderr();
        // Progress that can't be shown is no reason to stop.
        let _ = match self.lang {
            Lang::Zh => write!(err, "\r查了 {done} 个状态，已知 {states} 个\x1b[K"),
            Lang::En => write!(err, "\r{done} states looked at, {states} known\x1b[K"),
        };
        let _ = err.flush();
    }

    fn clear(&self) {
        if self.is_shown {
            let mut err = std::io::stderr();
            let _ = write!(err, "\r\x1b[K");
            let _ = err.flush();
        }
    }
}
