//! The drills on the shelf: every scenario in the folder, sound or not, and what `lab.ron` asks of the class.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::*;
use serde::Deserialize;

use crate::diag::Lang;
use crate::scenario::{Loaded, load};

/// One file on the shelf.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where it lies.
    pub path: PathBuf,
    /// The scenario, when it is sound.
    pub case: Option<Arc<Loaded>>,
    /// What is wrong with it, for the teacher.
    pub trouble: (String, String),
}

/// All of them, by file name.
#[derive(Debug, Default, Resource)]
pub struct Library {
    /// The shelf.
    pub entries: Vec<Entry>,
    /// What each class is asked to do.
    pub tasks: LabFile,
}

/// `lab.ron` in the data folder.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct LabFile {
    /// Scenario ids by class; `"*"` = every class.
    pub assigned: BTreeMap<String, Vec<String>>,
    /// What students are told about their data before they sign in.
    pub notice: Option<(String, String)>,
    /// Seconds without a touch before the lab goes back to its first screen.
    pub idle_seconds: Option<u32>,
}

impl Library {
    /// Reads a folder of scenarios and the data folder's `lab.ron`.
    pub fn read(scenarios: &Path, data: Option<&Path>) -> Self {
        let mut files: Vec<PathBuf> = std::fs::read_dir(scenarios)
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.path())
            .filter(|p| p.is_file() && p.extension().is_some_and(|e| e == "ron"))
            .collect();
        files.sort();
        let entries = files.into_iter().map(entry).collect();
        let tasks = data.map(|d| d.join("lab.ron")).filter(|p| p.is_file()).map(|p| lab_file(&p)).unwrap_or_default();
        Self { entries, tasks }
    }

    /// The scenario in a place on the shelf, when it is sound.
    pub fn case(&self, drill: usize) -> Option<&Arc<Loaded>> {
        self.entries.get(drill)?.case.as_ref()
    }

    /// Whether a class is asked to do a scenario.
    pub fn is_assigned(&self, class: &str, scenario: &str) -> bool {
        [class, "*"].iter().any(|k| self.tasks.assigned.get(*k).is_some_and(|list| list.iter().any(|s| s == scenario)))
    }
}

fn lab_file(path: &Path) -> LabFile {
    let read = std::fs::read_to_string(path).map_err(|e| e.to_string());
    match read.and_then(|t| ron::from_str(&t).map_err(|e| e.to_string())) {
        Ok(file) => file,
        Err(e) => {
            warn!("{}: {e}; going on without it", path.display());
            LabFile::default()
        }
    }
}

fn entry(path: PathBuf) -> Entry {
    let (case, trouble) = match load(&path) {
        Ok((Some(case), _)) => (Some(Arc::new(case)), (String::new(), String::new())),
        Ok((None, checked)) => {
            let first = |lang: Lang| checked.findings.first().map(|f| format!("{} {}", f.code.id, f.message(lang))).unwrap_or_default();
            warn!("{}", checked.render(Lang::Zh));
            (None, (first(Lang::Zh), first(Lang::En)))
        }
        Err(e) => (None, (e.to_string(), e.to_string())),
    };
    Entry { path, case, trouble }
}
