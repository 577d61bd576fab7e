//! `drillroom lab`: opens the window.

use std::path::{Path, PathBuf};

use super::args::{Cli, LabWindowArgs};
use super::{CannotRun, Outcome, heap};
use crate::record::data_folder;
use crate::view::app::{self, LabArgs};

/// Opens the lab and stays until it is closed.
pub(super) fn lab(args: &LabWindowArgs, cli: &Cli) -> Outcome {
    let size = match &args.size {
        Some(text) => text
            .split_once('x')
            .and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)))
            .filter(|(w, h): &(u32, u32)| (320..=7680).contains(w) && (240..=4320).contains(h))
            .ok_or_else(|| CannotRun(format!("窗口大小写成 1920x1080，现在是 {text} the size is written 1920x1080")))?,
        None => (0, 0),
    };
    heap::hand_back_large_blocks();
    let code = app::open(LabArgs {
        kiosk: args.kiosk,
        station: args.station.clone().unwrap_or_else(|| "lab".to_owned()),
        scenarios: args.scenarios.clone().unwrap_or_else(scenarios_folder),
        data: data_folder(cli.data.as_deref()),
        lang: cli.lang(),
        script: args.script.clone(),
        screenshots: args.screenshots.clone().unwrap_or_else(|| PathBuf::from("screenshots")),
        size,
        seed: args.seed,
    })?;
    Ok(code)
}

/// Beside the program, in the working folder, or in the source tree.
fn scenarios_folder() -> PathBuf {
    let beside = std::env::current_exe().ok().and_then(|p| p.parent().map(|d| d.join("scenarios")));
    [beside, Some(PathBuf::from("scenarios")), Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"))]
        .into_iter()
        .flatten()
        .find(|p| p.is_dir())
        .unwrap_or_else(|| PathBuf::from("scenarios"))
}
