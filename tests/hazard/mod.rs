//! The physics against answers that are known: every shipped case, the page that reports them, and cases that make no sense.

mod burning;
mod dorm;
mod hostile;
mod overcome;
mod shaking;
mod shipped;
mod subcommand;
mod trapped;

use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every shipped case of a kind, by name.
fn shipped_cases(kind: &str) -> Vec<PathBuf> {
    let folder = root().join("tests/cases/hazard").join(kind);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).expect("the folder is there").map(|e| e.expect("readable").path()).collect();
    files.sort();
    files
}
