//! The layers of the design, kept by reading the source: what is below may not be named above.

use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom up: each may use those before it. `words` is the program's texts, used by everything that shows some.
const LAYERS: &[&str] = &[
    "diag", "physics", "syntax", "place", "crowd", "scenario", "hazard", "run", "score", "explore", "words", "record", "roster", "export",
    "graph", "debrief", "cli", "sim", "view",
];

/// Upward uses that are allowed, with the reason.
const ALLOWED: &[(&str, &str, &str)] = &[("cli", "sim", ""), ("cli", "view", "the one binary opens the window from the command line")];

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("the source is there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The code of a file without comments and without its unit tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("readable");
    let text = text.split("#[cfg(test)]").next().unwrap_or("").to_owned();
    text.lines().map(|l| l.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// Every `crate::NAME`, also inside `use crate::{a, b}`.
fn uses(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in code.split("crate::").skip(1) {
        if let Some(list) = part.strip_prefix('{') {
            let list = list.split("};").next().unwrap_or("");
            let mut depth = 0;
            let mut word = String::new();
            for c in list.chars().chain([',']) {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        found.push(word.trim().split("::").next().unwrap_or("").to_owned());
                        word.clear();
                    }
                    _ if depth == 0 => word.push(c),
                    _ => {}
                }
            }
        } else {
            found.push(part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    found
}

#[test]
fn no_layer_uses_a_later_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut wrong = Vec::new();
    for file in &files {
        let inside = file.strip_prefix(&root).expect("below src");
        let own =
            inside.components().next().map(|c| c.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()).unwrap_or_default();
        let Some(level) = LAYERS.iter().position(|l| *l == own) else { continue };
        for used in uses(&code(file)) {
            let Some(other) = LAYERS.iter().position(|l| *l == used) else { continue };
            let allowed = ALLOWED.iter().any(|(a, b, _)| *a == own && *b == used);
            if other > level && !allowed {
                wrong.push(format!("{} uses {used}", inside.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "an import runs backwards:\n{}", wrong.join("\n"));
}

#[test]
fn only_sim_and_view_know_bevy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let wrong: Vec<String> = files
        .iter()
        .filter(|f| !f.starts_with(root.join("sim")) && !f.starts_with(root.join("view")))
        .filter(|f| code(f).contains("bevy"))
        .map(|f| f.display().to_string())
        .collect();
    assert!(wrong.is_empty(), "Bevy in the pure layers: {wrong:?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let silent: Vec<String> =
        files.iter().filter(|f| !fs::read_to_string(f).expect("readable").starts_with("//!")).map(|f| f.display().to_string()).collect();
    assert!(silent.is_empty(), "files without a first line that says what they are for: {silent:?}");
}
