//! Excel sheets for the office: numbers of students stay text, scores are numbers, times are times, nothing is a formula.

use std::fmt;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{ExcelDateTime, Format, IgnoreError, Workbook, Worksheet, XlsxError};

use super::columns::{COLUMNS, Value, values};
use super::error::ExportError;
use crate::diag::Lang;
use crate::record::{RunRow, beijing, beijing_seconds};

/// Rows of data on one sheet; Excel ends at 1,048,576.
const MOST_ROWS: u32 = 1_000_000;
const LAST_COLUMN: u16 = COLUMNS.len() as u16 - 1;
/// Letters Excel takes in a cell.
const MOST_LETTERS: usize = 32_000;

/// Where the rows come from: the second sheet says so, and with the chain's head a shortened list can be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// When it was made, ms since 1970, UTC.
    pub made_ms: i64,
    /// The chain's last entry and its hash, hexadecimal.
    pub head: (i64, String),
    /// Which rows were asked for, in words.
    pub filter: String,
    /// Runs that could not be read.
    pub damaged: u64,
    /// Names and numbers were left out.
    pub pseudonymous: bool,
}

/// Writes runs to an Excel file, one at a time; what is written goes to a temporary file, not to memory.
pub struct XlsxExport {
    path: PathBuf,
    book: Workbook,
    /// Sheets of data so far, and the last row written on the newest.
    sheets: usize,
    row: u32,
    rows: u64,
    lang: Lang,
    text: Format,
    number: Format,
    time: Format,
}

impl fmt::Debug for XlsxExport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("XlsxExport").field("path", &self.path).field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl XlsxExport {
    /// Begins a file; it appears when it is finished. Temporary data lies in the same folder and goes with the program.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn create(path: &Path, lang: Lang) -> Result<Self, ExportError> {
        let mut export = Self {
            path: path.to_owned(),
            book: Workbook::new(),
            sheets: 0,
            row: 0,
            rows: 0,
            lang,
            text: Format::new().set_num_format("@"),
            number: Format::new().set_num_format("0"),
            time: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        };
        export.begin().map_err(|e| export.fail(&e))?;
        Ok(export)
    }

    /// Writes one run.
    ///
    /// # Errors
    /// The temporary file cannot be written.
    pub fn row(&mut self, run: &RunRow) -> Result<(), ExportError> {
        self.write(run).map_err(|e| self.fail(&e))
    }

    /// Adds the sheet that says where the rows come from, writes the file, and returns how many runs are in it.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn finish(mut self, manifest: &Manifest) -> Result<u64, ExportError> {
        self.close(manifest).map_err(|e| self.fail(&e))?;
        Ok(self.rows)
    }

    fn fail(&self, error: &XlsxError) -> ExportError {
        ExportError::Sheet { path: self.path.clone(), found: error.to_string() }
    }

    fn begin(&mut self) -> Result<(), XlsxError> {
        let dir = self.path.parent().filter(|d| !d.as_os_str().is_empty()).unwrap_or(Path::new("."));
        self.book.set_tempdir(dir)?;
        self.add_sheet()
    }

    fn add_sheet(&mut self) -> Result<(), XlsxError> {
        let lang = self.lang;
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        let name = match lang {
            Lang::Zh => "完成记录",
            Lang::En => "completions",
        };
        sheet.set_name(if self.sheets == 0 { name.to_owned() } else { format!("{name} {}", self.sheets + 1) })?;
        sheet.set_freeze_panes(1, 0)?;
        let header = Format::new().set_bold();
        for (n, column) in (0_u16..).zip(&COLUMNS) {
            sheet.set_column_width(n, column.width)?;
            sheet.write_string_with_format(0, n, column.title(lang), &header)?;
        }
        self.sheets += 1;
        self.row = 0;
        Ok(())
    }

    fn write(&mut self, run: &RunRow) -> Result<(), XlsxError> {
        if self.row >= MOST_ROWS {
            self.close_sheet()?;
            self.add_sheet()?;
        }
        self.row += 1;
        self.rows += 1;
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        for (n, value) in (0_u16..).zip(values(run, self.lang)) {
            match value {
                Value::Text(text) => put(sheet, self.row, n, &text, &self.text)?,
                Value::Word(word) => put(sheet, self.row, n, spoken(word, self.lang), &self.text)?,
                Value::Number(number) => {
                    sheet.write_number_with_format(self.row, n, number as f64, &self.number)?;
                }
                Value::Time(Some(ms)) => match ExcelDateTime::from_timestamp(beijing_seconds(ms)) {
                    Ok(at) => {
                        sheet.write_datetime_with_format(self.row, n, &at, &self.time)?;
                    }
                    Err(_) => put(sheet, self.row, n, &beijing(ms), &self.text)?,
                },
                Value::Time(None) => {}
                Value::Flag(yes) => put(sheet, self.row, n, answer(yes, self.lang), &self.text)?,
            }
        }
        Ok(())
    }

    /// What needs the number of rows: the filter buttons, and no green corners on numbers that are text.
    fn close_sheet(&mut self) -> Result<(), XlsxError> {
        let last = self.row;
        let sheet = self.book.worksheet_from_index(self.sheets - 1)?;
        sheet.autofilter(0, 0, last, LAST_COLUMN)?;
        if last > 0 {
            sheet.ignore_error_range(1, 0, last, LAST_COLUMN, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }

    fn close(&mut self, manifest: &Manifest) -> Result<(), XlsxError> {
        self.close_sheet()?;
        let zh = self.lang == Lang::Zh;
        let lines = manifest_lines(manifest, self.rows, zh);
        let sheet = self.book.add_worksheet();
        sheet.set_name(if zh { "说明" } else { "about" })?;
        sheet.set_column_width(0, 20)?.set_column_width(1, 80)?;
        for (n, (label, value)) in (0_u32..).zip(&lines) {
            put(sheet, n, 0, label, &self.text)?;
            put(sheet, n, 1, value, &self.text)?;
        }
        self.book.save(&self.path)
    }
}

fn manifest_lines(manifest: &Manifest, rows: u64, zh: bool) -> Vec<(&'static str, String)> {
    let say = |a: &'static str, b: &'static str| if zh { a } else { b };
    let mut lines = vec![
        (say("导出时间（北京时间）", "made at (北京时间)"), beijing(manifest.made_ms)),
        (say("范围", "rows asked for"), manifest.filter.clone()),
        (say("条数", "runs"), rows.to_string()),
        (say("记录链条数", "entries in the chain"), manifest.head.0.to_string()),
        (say("记录链校验值", "hash of the last entry"), manifest.head.1.clone()),
    ];
    if manifest.damaged > 0 {
        lines.push((say("读不出的记录", "damaged runs"), manifest.damaged.to_string()));
    }
    if manifest.pseudonymous {
        let note =
            say("姓名学号已换成代号，但仍属个人信息，请按个人信息保管", "pseudonymous, and still personal information: keep it as such");
        lines.push((say("提示", "note"), note.to_owned()));
    }
    lines
}

/// A text cell, cut to what Excel takes and without characters that XML cannot hold.
fn put(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    let is_held = |c: &char| !c.is_control() || matches!(c, '\t' | '\n');
    let clean: String = text.chars().filter(is_held).take(MOST_LETTERS / 2).collect();
    sheet.write_string_with_format(row, column, clean, format).map(|_| ())
}

/// Fixed words as people say them.
fn spoken(word: &str, lang: Lang) -> &str {
    match (lang, word) {
        (Lang::Zh, "completed") => "完成",
        (Lang::Zh, "left") => "中途离开",
        (Lang::Zh, "abandoned") => "意外中断",
        (Lang::Zh, "Drug") => "禁毒",
        (Lang::Zh, "Fire") => "消防",
        (Lang::Zh, "Earthquake") => "地震",
        (Lang::Zh, "Fraud") => "反诈",
        _ => word,
    }
}

fn answer(yes: bool, lang: Lang) -> &'static str {
    match (lang, yes) {
        (Lang::Zh, true) => "是",
        (Lang::Zh, false) => "否",
        (Lang::En, true) => "yes",
        (Lang::En, false) => "no",
    }
}
