//! The command line. One file a subcommand; each writes to a given output, so that tests need no process.
//!
//! Exit codes: 0 clean, 1 findings about content, 2 could not run.

mod args;
mod check;
mod explain;
mod explore;
mod graph;
mod hazard;
#[cfg(feature = "lab")]
mod heap;
#[cfg(feature = "lab")]
mod lab;
#[cfg(not(feature = "lab"))]
#[path = "no_lab.rs"]
mod lab;
mod record_args;
mod records;
mod report;
mod roster;
mod run;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser as _;

pub use args::{Cli, Command, LabWindowArgs};

/// Why a command could not run, with the next step.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct CannotRun(pub String);

impl<E: std::error::Error + Send + Sync + 'static> From<E> for CannotRunBox {
    fn from(e: E) -> Self {
        Self(Box::new(e))
    }
}

/// Any error that stops a command.
#[derive(Debug)]
pub struct CannotRunBox(Box<dyn std::error::Error + Send + Sync>);

/// What a command came to: its exit code.
pub type Outcome = Result<u8, CannotRunBox>;

/// Runs the program.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(e) => {
            let _ = e.print();
            return ExitCode::from(if e.use_stderr() { 2 } else { 0 });
        }
    };
    let mut out = std::io::stdout().lock();
    let done = dispatch(&cli, &mut out);
    let _ = out.flush();
    match done {
        Ok(code) => ExitCode::from(code),
        // Whoever reads has heard enough (`drillroom … | head`): not a failure.
        Err(CannotRunBox(e)) if e.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(CannotRunBox(e)) => {
            let _ = writeln!(std::io::stderr(), "drillroom: {e}");
            ExitCode::from(2)
        }
    }
}

/// Hands a parsed command to its file.
pub fn dispatch(cli: &Cli, out: &mut dyn Write) -> Outcome {
    let lang = cli.lang();
    match &cli.command {
        Some(Command::Check { paths, format }) => check::check(paths, *format, lang, out),
        Some(Command::Explain { code }) => explain::explain(code.as_deref(), lang, out),
        Some(Command::Explore(args)) => explore::explore(args, lang, out),
        Some(Command::Hazard(args)) => hazard::hazard(args, lang, out),
        Some(Command::Graph(args)) => graph::graph(args, cli, out),
        Some(Command::Run(args)) => run::run(args, cli, out),
        Some(Command::Report(args)) => report::run(args, cli, out),
        Some(Command::Roster(args)) => roster::roster(args, cli, out),
        Some(Command::Records(args)) => records::records(args, cli, out),
        Some(Command::Lab(args)) => lab::lab(args, cli),
        None => lab::lab(&LabWindowArgs::default(), cli),
    }
}
