//! `drillroom roster`: class lists in, and who is on the roster.

use std::io::Write;
use std::path::Path;

use super::args::Cli;
use super::record_args::{RosterArgs, RosterCommand};
use super::records::warn;
use super::{CannotRunBox, Outcome};
use crate::diag::Lang;
use crate::record::{Person, Store, StoreError, data_folder};
use crate::roster::{ImportReport, import, masked_id, masked_name, preview};

/// Imports a list, or shows the roster. Exit code 1 when rows were refused.
pub(super) fn roster(args: &RosterArgs, cli: &Cli, out: &mut dyn Write) -> Outcome {
    let dir = data_folder(cli.data.as_deref());
    match &args.command {
        RosterCommand::Import { file, dry_run: true, part } => {
            let report = preview(file, &known(&dir)?, *part)?;
            tell(&report, true, cli.lang(), out)
        }
        RosterCommand::Import { file, dry_run: false, part } => {
            let mut store = Store::open_writer(&dir, "cli")?;
            warn(&store);
            let report = import(&mut store, file, *part)?;
            tell(&report, false, cli.lang(), out)
        }
        RosterCommand::List { class } => list(&known(&dir)?, class.as_deref(), cli.lang(), out),
    }
}

/// Everyone who is known; nobody before the first record.
fn known(dir: &Path) -> Result<Vec<Person>, CannotRunBox> {
    match Store::open_reader(dir) {
        Ok(store) => Ok(store.people()?),
        Err(StoreError::NoRecords { .. }) => Ok(Vec::new()),
        Err(e) => Err(e.into()),
    }
}

fn tell(report: &ImportReport, is_dry: bool, lang: Lang, out: &mut dyn Write) -> Outcome {
    let ImportReport { added, changed, unchanged, inactive, rejected, warnings } = report;
    let refused = rejected.len();
    match (lang, is_dry) {
        (Lang::Zh, true) => writeln!(out, "试算，没有写入：")?,
        (Lang::En, true) => writeln!(out, "dry run, nothing was written:")?,
        (_, false) => {}
    }
    match lang {
        Lang::Zh => writeln!(out, "新增 {added} 人，变更 {changed} 人，不变 {unchanged} 人，停用 {inactive} 人，拒绝 {refused} 行")?,
        Lang::En => {
            writeln!(out, "{added} added, {changed} changed, {unchanged} unchanged, {inactive} inactive, {refused} rows rejected")?;
        }
    }
    for row in rejected {
        match lang {
            Lang::Zh => writeln!(out, "  第 {} 行：{}", row.row, row.zh)?,
            Lang::En => writeln!(out, "  row {}: {}", row.row, row.en)?,
        }
    }
    for note in warnings {
        match lang {
            Lang::Zh => writeln!(out, "提醒：{}", note.zh)?,
            Lang::En => writeln!(out, "note: {}", note.en)?,
        }
    }
    Ok(u8::from(refused > 0))
}

fn list(people: &[Person], class: Option<&str>, lang: Lang, out: &mut dyn Write) -> Outcome {
    let wanted: Vec<&Person> = people.iter().filter(|p| class.is_none_or(|c| p.class == c)).collect();
    for p in &wanted {
        let state = match (lang, p.guest, p.active) {
            (Lang::Zh, true, _) => "访客",
            (Lang::En, true, _) => "guest",
            (Lang::Zh, false, true) => "在册",
            (Lang::En, false, true) => "active",
            (Lang::Zh, false, false) => "停用",
            (Lang::En, false, false) => "inactive",
        };
        writeln!(out, "{}  {}  {}  {}  {state}", masked_id(&p.student_id), masked_name(&p.name), p.class, p.college)?;
    }
    match lang {
        Lang::Zh => writeln!(out, "共 {} 人", wanted.len())?,
        Lang::En => writeln!(out, "{} people", wanted.len())?,
    }
    Ok(0)
}
