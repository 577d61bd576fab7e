//! A path to a scenario and everything that is wrong with it, its place and its plans.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::file::{FileError, decode, read_text};
use super::model::Scenario;
use super::plan::{Lack, Plan, read_plan_for};
use super::{check, names, read};
use crate::diag::{Finding, Findings, Lang, Severity, Source, render_text};
use crate::place::{self, Place};
use crate::syntax::{Kind, Node, parse};

/// A scenario ready to play, with the bytes that make it what it is.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The scenario.
    pub scenario: Scenario,
    /// Its place.
    pub place: Place,
    /// The scenario file's bytes.
    pub bytes: Vec<u8>,
    /// The place file's bytes.
    pub place_bytes: Vec<u8>,
}

impl Loaded {
    /// SHA-256 over scenario and place, hexadecimal: what a record names.
    pub fn hash(&self) -> String {
        content_hash(&self.bytes, &self.place_bytes)
    }
}

/// SHA-256 over the length of the scenario and the bytes of both, hexadecimal. Neither has to be readable: an audit asks
/// it of bytes that were kept.
pub fn content_hash(scenario: &[u8], place: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update((scenario.len() as u64).to_be_bytes());
    hash.update(scenario);
    hash.update(place);
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

/// What was found in one file.
#[derive(Debug)]
pub struct Checked {
    /// As it is shown in messages.
    pub name: String,
    /// Its text, as far as it could be read.
    pub text: String,
    /// Sorted by place.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Whether any finding stops the scenario from being offered.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.code.severity == Severity::Error)
    }

    /// The findings as text.
    pub fn render(&self, lang: Lang) -> String {
        render_text(&self.findings, &Source { name: &self.name, text: &self.text }, lang)
    }
}

/// The name of a file without its last `.ron`.
fn stem(path: &Path) -> String {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    name.strip_suffix(".ron").unwrap_or(&name).to_owned()
}

/// Where the place of a scenario lies: beside it in `places/`, or beside its folder.
fn place_path(scenario: &Path, id: &str) -> Option<PathBuf> {
    if id.is_empty() || id.contains(['/', '\\']) || id.contains("..") {
        return None;
    }
    scenario.ancestors().skip(1).take(4).map(|a| a.join("places").join(format!("{id}.ron"))).find(|p| p.is_file())
}

/// Reads a scenario with its place. `Ok((None, …))` when it has errors.
pub fn load(path: &Path) -> Result<(Option<Loaded>, Checked), FileError> {
    let (bytes, text) = read_text(path)?;
    let name = path.display().to_string();
    let text = match text {
        Ok(text) => text,
        Err(finding) => return Ok((None, Checked { name, text: String::new(), findings: vec![finding] })),
    };
    let place_of = |id: &str| place_path(path, id).and_then(|p| read_text(&p).ok()).and_then(|(b, t)| Some((b, t.ok()?)));
    Ok(load_text(name, &stem(path), text, bytes, place_of))
}

/// Reads a scenario from bytes kept in a record.
pub fn load_bytes(stem: &str, bytes: &[u8], place_bytes: &[u8]) -> Option<Loaded> {
    let text = decode(bytes, bytes.len() as u64).ok()?;
    let place_text = decode(place_bytes, place_bytes.len() as u64).ok()?;
    let place_of = |_: &str| Some((place_bytes.to_vec(), place_text.clone()));
    load_text(stem.to_owned(), stem, text, bytes.to_vec(), place_of).0
}

fn load_text(
    name: String,
    stem: &str,
    text: String,
    bytes: Vec<u8>,
    place_of: impl Fn(&str) -> Option<(Vec<u8>, String)>,
) -> (Option<Loaded>, Checked) {
    let mut out = Findings::default();
    let root = parse(&text, &mut out);
    let wanted = place_name(&root);
    let found = wanted.as_ref().and_then(|(id, _)| place_of(id).map(|(b, t)| (id.clone(), b, t)));
    let place = found.as_ref().map(|(id, _, t)| {
        let mut apart = Findings::default();
        let place = place::read(t, id, &mut apart);
        (place, apart.has_errors())
    });
    if let (Some((id, span)), None) = (&wanted, &found) {
        out.add(
            Finding::new(
                &names::UNKNOWN_PLACE,
                *span,
                format!("找不到地点文件 places/{id}.ron"),
                format!("there is no place file places/{id}.ron"),
            )
            .help("检查 place 的名字，地点文件放在 scenarios/places/ 里", "check the name; place files lie in scenarios/places/"),
        );
    }
    let scenario = read::scenario(&root, stem, place.as_ref().map(|(p, _)| p), &mut out);
    // A story read from broken writing has holes that are not the author's.
    if out.is_whole() {
        check::run_rules(&scenario, &mut out);
        if let Some((place, false)) = &place {
            check::anchor_blocked::run(&scenario, place, &mut out);
            check::no_air::run(&scenario, place, &mut out);
            check::crowd_no_way::run(&scenario, place, &mut out);
        }
    }
    let broken_place = place.as_ref().is_none_or(|(_, bad)| *bad);
    let loaded = match (found, place) {
        (Some((_, place_bytes, _)), Some((place, _))) if !out.has_errors() && !broken_place => {
            Some(Loaded { scenario, place, bytes, place_bytes })
        }
        _ => None,
    };
    (loaded, Checked { name, text, findings: out.sorted() })
}

fn place_name(root: &Node) -> Option<(String, crate::diag::Span)> {
    let Kind::Struct(_, fields) = &root.kind else { return None };
    let field = fields.iter().find(|f| f.name.text == "place")?;
    match &field.value.kind {
        Kind::Str(s) => Some((s.clone(), field.value.span)),
        _ => None,
    }
}

/// Files below a path, in a fixed order. Links that lead in circles are followed once.
pub fn find_files(path: &Path) -> Result<Vec<PathBuf>, FileError> {
    let unreadable = |source| FileError::Unreadable { path: path.display().to_string(), source };
    let meta = fs::metadata(path).map_err(unreadable)?;
    if meta.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    walk(path, &mut seen, &mut out).map_err(unreadable)?;
    out.sort();
    Ok(out)
}

fn walk(dir: &Path, seen: &mut BTreeSet<PathBuf>, out: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !seen.insert(dir.canonicalize()?) || seen.len() > 10_000 {
        return Ok(());
    }
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            // A folder one may not enter is reported by whoever reads it; the others are still checked.
            let _ = walk(&path, seen, out);
        } else if path.extension().is_some_and(|e| e == "ron") {
            out.push(path);
        }
    }
    Ok(())
}

/// Whether a path is a plan: it lies in a folder `plans`.
fn is_plan(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|n| n == "plans")
}

/// The scenario file a plan belongs to.
pub fn scenario_of_plan(path: &Path, id: &str) -> Option<PathBuf> {
    path.ancestors().skip(1).take(4).map(|a| a.join(format!("{id}.ron"))).find(|p| p.is_file() && p != path)
}

/// Checks one file of any kind: scenario, place or plan. `replay` plays a plan and says what went wrong.
pub fn check_path(path: &Path, replay: &dyn Fn(&Loaded, &Plan) -> Vec<Finding>) -> Result<Checked, FileError> {
    let (_, text) = read_text(path)?;
    let name = path.display().to_string();
    let text = match text {
        Ok(text) => text,
        Err(finding) => return Ok(Checked { name, text: String::new(), findings: vec![finding] }),
    };
    let mut quiet = Findings::default();
    let root = parse(&text, &mut quiet);
    if place::looks_like_place(&root) {
        let mut out = Findings::default();
        place::read(&text, &stem(path), &mut out);
        return Ok(Checked { name, text, findings: out.sorted() });
    }
    if is_plan(path) {
        return Ok(check_plan(path, name, text, replay));
    }
    let (loaded, mut checked) = load(path)?;
    if let Some(loaded) = loaded {
        checked.findings.extend(check::plans_beside(path, &loaded));
        checked.findings.sort_by_key(|f| (f.span, f.code.id));
    }
    Ok(checked)
}

fn check_plan(path: &Path, name: String, text: String, replay: &dyn Fn(&Loaded, &Plan) -> Vec<Finding>) -> Checked {
    let mut out = Findings::default();
    let id = super::plan::scenario_id(&text).unwrap_or_default();
    let loaded = match scenario_of_plan(path, &id) {
        Some(file) => load(&file).ok().and_then(|(l, _)| l).ok_or(Lack::Unsound),
        None => Err(Lack::Missing),
    };
    let plan = read_plan_for(&text, loaded.as_ref().map(|l| &l.scenario).map_err(|lack| *lack), &mut out);
    if let (Ok(loaded), false) = (&loaded, out.has_errors()) {
        for finding in replay(loaded, &plan) {
            out.add(finding);
        }
    }
    Checked { name, text, findings: out.sorted() }
}
