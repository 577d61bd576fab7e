//! What authors are told: every case exactly its marked findings, every code its case, one slip one finding, valid files
//! as valid as `ron` says they are, a bounded answer to the worst of files, and the words as they are printed.

mod cases;
mod rendered;
mod unfriendly;
mod valid;

use std::fs;
use std::path::{Path, PathBuf};

use drillroom::diag::Source;
use drillroom::scenario::{check_path, find_files};
use drillroom::score::check_plan;
use tempfile::TempDir;

/// A folder of the project.
fn folder(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// Every `.ron` file below a folder.
fn files(dir: &Path) -> Vec<PathBuf> {
    find_files(dir).expect("the folder can be read")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// What is found in a file: lines and codes, by line.
fn found(path: &Path) -> Vec<(usize, &'static str)> {
    let checked = check_path(path, &check_plan).expect("the file can be read");
    let source = Source { name: &checked.name, text: &checked.text };
    let mut found: Vec<_> = checked.findings.iter().map(|f| (source.place(f.span.start).0, f.code.id)).collect();
    found.sort_unstable();
    found
}

/// What a case says should be found in it, after `//~`: lines and codes, by line.
fn marked(text: &str) -> Vec<(usize, &str)> {
    let mut marked = Vec::new();
    for (n, line) in text.lines().enumerate() {
        if let Some((_, marks)) = line.split_once("//~") {
            marked.extend(marks.split_whitespace().map(|code| (n + 1, code)));
        }
    }
    marked.sort_unstable();
    marked
}

/// A copy of a folder, with every `.ron` file changed on the way.
fn copy_of(dir: &Path, change: impl Fn(&str) -> String) -> TempDir {
    let copy = tempfile::tempdir().expect("a folder of our own");
    for path in files(dir) {
        let to = copy.path().join(path.strip_prefix(dir).expect("files lie below their folder"));
        fs::create_dir_all(to.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(to, change(&read(&path))).expect("the folder can be written");
    }
    copy
}
