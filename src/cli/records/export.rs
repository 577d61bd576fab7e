//! `drillroom records export`: to a file, whole or not at all, or to the screen.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::super::record_args::{ExportArgs, ExportFormat};
use super::super::{CannotRun, CannotRunBox, Outcome};
use super::tell_damaged;
use crate::diag::Lang;
use crate::export::{CsvExport, ExportError, JsonlExport, Manifest, XlsxExport};
use crate::record::{Clock as _, RunRow, Store, SystemClock};

/// How much was written.
#[derive(Debug, Clone, Copy)]
struct Written {
    rows: u64,
    damaged: u64,
}

/// Exports and says what came of it. Exit code 1 when runs could not be read.
pub(super) fn export(dir: &Path, args: &ExportArgs, lang: Lang, out: &mut dyn Write) -> Outcome {
    Store::settle(dir);
    let store = Store::open_reader(dir)?;
    let Some(path) = &args.out else {
        if args.format == ExportFormat::Xlsx {
            let help = "xlsx 要写到文件里，加上 -o 文件名.xlsx an xlsx goes to a file: add -o FILE.xlsx";
            return Err(CannotRun(help.to_owned()).into());
        }
        // The rows have the output to themselves: whatever else is to be said goes beside it.
        let (_, written) = lines(&store, args, lang, BufWriter::new(&mut *out))?;
        let mut beside = io::stderr();
        notes(args, lang, &mut beside)?;
        return tell_damaged(written.damaged, lang, &mut beside);
    };
    let written = match args.format {
        ExportFormat::Xlsx => sheet(&store, args, lang, path)?,
        ExportFormat::Csv | ExportFormat::Jsonl => file(&store, args, lang, path)?,
    };
    let (seq, hash) = store.chain_head()?;
    let (rows, name) = (written.rows, path.display());
    match lang {
        Lang::Zh => writeln!(out, "{rows} 条 → {name}\n记录链：第 {seq} 条 {hash}")?,
        Lang::En => writeln!(out, "{rows} runs → {name}\nchain: entry {seq} {hash}")?,
    }
    notes(args, lang, out)?;
    tell_damaged(written.damaged, lang, out)
}

/// What whoever gets the file must know.
fn notes(args: &ExportArgs, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    if args.format == ExportFormat::Csv {
        match lang {
            Lang::Zh => {
                writeln!(out, "提醒：CSV 是给程序用的。用 Excel 双击打开会丢掉学号开头的 0 和 15 位以后的数字，给办公室请导出 xlsx。")?;
            }
            Lang::En => writeln!(
                out,
                "note: CSV is for programs. Opened in Excel by double click, leading zeros of student numbers and digits after the 15th are lost: give the office xlsx."
            )?,
        }
    }
    if args.pseudonymous {
        match lang {
            Lang::Zh => writeln!(out, "提醒：姓名和学号已换成代号，但仍属个人信息，请按个人信息保管。")?,
            Lang::En => writeln!(out, "note: pseudonymous, and still personal information: keep it as such.")?,
        }
    }
    Ok(())
}

/// A run as it is exported: with pseudonyms in place of names and numbers when that was asked for.
fn shown(mut run: RunRow, pseudonymous: bool) -> RunRow {
    if pseudonymous {
        run.student_id.clone_from(&run.pseudonym);
        run.name.clear();
    }
    run
}

/// The kinds of text export.
enum Lines<W: Write> {
    Csv(CsvExport<W>),
    Jsonl(JsonlExport<W>),
}

impl<W: Write> Lines<W> {
    fn row(&mut self, run: &RunRow) -> io::Result<()> {
        match self {
            Self::Csv(csv) => csv.row(run),
            Self::Jsonl(jsonl) => jsonl.row(run),
        }
    }

    fn finish(self) -> io::Result<(W, u64)> {
        match self {
            Self::Csv(csv) => csv.finish(),
            Self::Jsonl(jsonl) => jsonl.finish(),
        }
    }
}

fn lines<W: Write>(store: &Store, args: &ExportArgs, lang: Lang, to: W) -> Result<(W, Written), CannotRunBox> {
    let mut lines = match args.format {
        ExportFormat::Jsonl => Lines::Jsonl(JsonlExport::new(to)),
        ExportFormat::Csv | ExportFormat::Xlsx => Lines::Csv(CsvExport::new(to, lang)?),
    };
    let damaged = store.each_run(&args.filter.filter(), |run| lines.row(&shown(run, args.pseudonymous)).map_err(CannotRunBox::from))?;
    let (to, rows) = lines.finish()?;
    Ok((to, Written { rows, damaged }))
}

/// A name beside the wanted one, for what is not whole yet.
fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

/// Puts a finished file in its place.
fn put(part: &Path, path: &Path) -> Result<(), ExportError> {
    fs::rename(part, path).map_err(|source| {
        let _ = fs::remove_file(part);
        ExportError::Write { path: path.to_owned(), source }
    })
}

fn file(store: &Store, args: &ExportArgs, lang: Lang, path: &Path) -> Result<Written, CannotRunBox> {
    let part = unfinished(path);
    let fail = |source| ExportError::Write { path: path.to_owned(), source };
    let to = BufWriter::new(File::create(&part).map_err(fail)?);
    let done = lines(store, args, lang, to);
    let (to, written) = match done {
        Ok(done) => done,
        Err(e) => {
            let _ = fs::remove_file(&part);
            return Err(e);
        }
    };
    to.get_ref().sync_all().map_err(fail)?;
    drop(to);
    put(&part, path)?;
    Ok(written)
}

fn sheet(store: &Store, args: &ExportArgs, lang: Lang, path: &Path) -> Result<Written, CannotRunBox> {
    let part = unfinished(path);
    let mut book = XlsxExport::create(&part, lang)?;
    let damaged = store.each_run(&args.filter.filter(), |run| book.row(&shown(run, args.pseudonymous)).map_err(CannotRunBox::from))?;
    let manifest = Manifest {
        made_ms: SystemClock::default().wall_ms(),
        head: store.chain_head()?,
        filter: args.filter.words(),
        damaged,
        pseudonymous: args.pseudonymous,
    };
    let rows = book.finish(&manifest)?;
    put(&part, path)?;
    Ok(Written { rows, damaged })
}
