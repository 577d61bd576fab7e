//! What the window costs: start-up, frames and memory, beside Bevy's own empty window and a bare lit room.
//!
//! `scripts/measure-window` gives it a display and runs it. Here is the order of things and the command line; the bare
//! windows are in `bare`, the visits to the lab in `visit`, reading what a window says in `child`, figures in `summary`.
//! A missed target is printed, never an error: this measures, it does not guard. Method: `../README.md`.

mod bare;
mod child;
mod summary;
mod visit;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use summary::Figures;
use visit::{DRILLS, Drill};

/// Pixels, as the targets are written.
const SIZE: (u32, u32) = (1280, 720);

/// What may be asked for.
#[derive(Debug)]
struct Wish {
    /// Turns the heaviest drill gets; the others get one.
    rounds: usize,
    /// Frames that are timed at every moment.
    frames: u32,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // This program starts itself for Bevy's own windows: each is a process with nothing of ours in its memory.
    if let [kind @ ("empty" | "room"), frames] = [words.first(), words.get(1)].map(|w| w.map_or("", String::as_str)) {
        return bare::open(kind, frames.parse().unwrap_or(60));
    }
    let done = wish(&words).and_then(|wish| measure(&wish));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("not measured: {why}");
            ExitCode::from(2)
        }
    }
}

/// The command line. Cargo adds a `--bench` of its own.
fn wish(words: &[String]) -> Result<Wish, String> {
    let mut wish = Wish { rounds: 3, frames: 60 };
    let mut words = words.iter().filter(|w| *w != "--bench");
    while let Some(word) = words.next() {
        let mut number = || words.next().and_then(|n| n.parse::<u32>().ok()).filter(|n| (1..=1000).contains(n));
        let known = match word.as_str() {
            "--rounds" => number().map(|n| wish.rounds = n as usize),
            "--frames" => number().map(|n| wish.frames = n),
            _ => None,
        };
        known.ok_or_else(|| format!("{word}: what can be asked for is --rounds N and --frames N"))?;
    }
    Ok(wish)
}

/// Every drill once, then the heaviest again; an empty window and the bare room before each visit, so that whatever else
/// the computer does falls on all three alike.
fn measure(wish: &Wish) -> Result<(), String> {
    let work = tempfile::tempdir().map_err(|e| format!("no folder for the records: {e}"))?;
    let mut figures = Figures::default();
    for (n, drill) in DRILLS.iter().enumerate() {
        eprintln!("{}/{} {}", n + 1, DRILLS.len(), drill.id);
        turn(drill, wish, work.path(), &mut figures)?;
    }
    let heaviest = figures.heaviest().and_then(|scene| DRILLS.iter().find(|d| scene.starts_with(d.id)));
    let heaviest = heaviest.ok_or("no drill reached a moment that was to be timed")?;
    for round in 2..=wish.rounds {
        eprintln!("the heaviest, {}: {round}/{}", heaviest.id, wish.rounds);
        turn(heaviest, wish, work.path(), &mut figures)?;
    }
    figures.print(if cfg!(debug_assertions) { "dev" } else { "release" });
    Ok(())
}

fn turn(drill: &Drill, wish: &Wish, work: &Path, figures: &mut Figures) -> Result<(), String> {
    figures.empty(child::watch(&mut bevys("empty", wish)?)?);
    figures.room(child::watch(&mut bevys("room", wish)?)?);
    figures.visit(child::watch(&mut lab(drill, wish, work)?)?);
    Ok(())
}

/// One of Bevy's own windows.
fn bevys(kind: &str, wish: &Wish) -> Result<Command, String> {
    let this = std::env::current_exe().map_err(|e| format!("this program cannot be found: {e}"))?;
    let mut command = Command::new(this);
    command.args([kind, &wish.frames.to_string()]);
    Ok(command)
}

/// The real program, as it is built beside this one, with records of its own.
fn lab(drill: &Drill, wish: &Wish, work: &Path) -> Result<Command, String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let script = work.join("visit.script");
    std::fs::write(&script, visit::script(drill, wish.frames)).map_err(|e| format!("{}: {e}", script.display()))?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_drillroom"));
    command.args(["lab", "--station", "bench", "--seed", "3", "--size", &format!("{}x{}", SIZE.0, SIZE.1)]);
    command.arg("--script").arg(script).arg("--screenshots").arg(work).arg("--data").arg(work.join("data"));
    command.arg("--scenarios").arg(root.join("scenarios")).current_dir(root);
    Ok(command)
}
