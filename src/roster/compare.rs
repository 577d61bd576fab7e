//! A list against the roster: who is new, who changed, who is gone; and writing it down.

use std::collections::BTreeMap;
use std::path::Path;

use super::error::RosterError;
use super::people::{List, Listed, Note, Rejected, read};
use crate::record::{Person, Store};

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// People nobody knew, or known only as guests.
    pub added: usize,
    /// People whose name, class or college is another now, or who are back.
    pub changed: usize,
    /// People who are as they were.
    pub unchanged: usize,
    /// People who are no longer listed. They stay, with their records.
    pub inactive: usize,
    /// Rows that were not taken, in the order of the file.
    pub rejected: Vec<Rejected>,
    /// What else should be known.
    pub warnings: Vec<Note>,
}

/// What an import would do, given who is known. `part` = the list is only a part of the school: nobody becomes
/// inactive.
///
/// # Errors
/// When the file is no class list.
pub fn preview(path: &Path, known: &[Person], part: bool) -> Result<ImportReport, RosterError> {
    Ok(compare(load(path, known)?, known, part).0)
}

/// Imports a class list. Rows that are refused do not keep the others out.
///
/// # Errors
/// When the file is no class list, or the records cannot be written.
pub fn import(store: &mut Store, path: &Path, part: bool) -> Result<ImportReport, RosterError> {
    let known = store.people()?;
    let (report, people) = compare(load(path, &known)?, &known, part);
    store.save_people(&people)?;
    Ok(report)
}

fn load(path: &Path, known: &[Person]) -> Result<List, RosterError> {
    let ids = known.iter().filter(|p| !p.guest).map(|p| p.student_id.as_str()).collect();
    read(path, &ids)
}

/// The report, and everyone whose row must be written.
fn compare(list: List, known: &[Person], part: bool) -> (ImportReport, Vec<Person>) {
    let mut left: BTreeMap<&str, &Person> = known.iter().map(|p| (p.student_id.as_str(), p)).collect();
    let mut report = ImportReport { rejected: list.rejected, warnings: list.warnings, ..ImportReport::default() };
    let mut people = Vec::new();
    for listed in list.people {
        let before = left.remove(listed.id.as_str());
        let person = merge(listed, before);
        match before {
            Some(same) if *same == person => report.unchanged += 1,
            Some(other) if !other.guest => {
                report.changed += 1;
                people.push(person);
            }
            _ => {
                report.added += 1;
                people.push(person);
            }
        }
    }
    if !part {
        // Whoever is in a refused row is still listed.
        let is_gone = |p: &&Person| p.active && !p.guest && !list.mentioned.contains(&p.student_id) && !list.mentioned.contains(&p.name);
        let gone: Vec<Person> = left.into_values().filter(is_gone).map(|p| Person { active: false, ..p.clone() }).collect();
        report.inactive = gone.len();
        people.extend(gone);
    }
    (report, people)
}

/// A listed person; what the file has no column for stays as it was.
fn merge(listed: Listed, before: Option<&Person>) -> Person {
    let was = |field: fn(&Person) -> &String| before.map(field).cloned().unwrap_or_default();
    Person {
        class: listed.class.unwrap_or_else(|| was(|p| &p.class)),
        college: listed.college.unwrap_or_else(|| was(|p| &p.college)),
        student_id: listed.id,
        name: listed.name,
        active: true,
        guest: false,
    }
}
