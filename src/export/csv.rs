//! CSV for programs: UTF-8 with a mark, CRLF, every field quoted, and no field that a spreadsheet would run.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::columns::{COLUMNS, Value, values};
use crate::diag::Lang;
use crate::record::{RunRow, beijing};

/// So that Excel knows it is UTF-8.
const MARK: &str = "\u{feff}";

/// What a spreadsheet takes for the beginning of a formula, plain and full-width.
const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];

/// Writes runs as CSV, one at a time, holding one line in memory.
#[derive(Debug)]
pub struct CsvExport<W: Write> {
    out: W,
    line: String,
    lang: Lang,
    rows: u64,
}

impl<W: Write> CsvExport<W> {
    /// Writes the mark and the header: Chinese, or the names for programs with [`Lang::En`]. Give it a buffered writer.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn new(mut out: W, lang: Lang) -> io::Result<Self> {
        let mut line = String::from(MARK);
        for column in &COLUMNS {
            quoted(&mut line, column.title(lang), true);
        }
        end(&mut line);
        out.write_all(line.as_bytes())?;
        Ok(Self { out, line, lang, rows: 0 })
    }

    /// Writes one run.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn row(&mut self, run: &RunRow) -> io::Result<()> {
        self.line.clear();
        for value in values(run, self.lang) {
            field(&mut self.line, &value);
        }
        end(&mut self.line);
        self.rows += 1;
        self.out.write_all(self.line.as_bytes())
    }

    /// Writes what is left and returns the writer and how many runs there were.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn finish(mut self) -> io::Result<(W, u64)> {
        self.out.flush()?;
        Ok((self.out, self.rows))
    }
}

/// Ends a line: the comma after the last field goes.
fn end(line: &mut String) {
    line.pop();
    line.push_str("\r\n");
}

fn field(line: &mut String, value: &Value<'_>) {
    match value {
        Value::Text(text) => quoted(line, text, true),
        Value::Word(word) => quoted(line, word, true),
        Value::Number(n) => {
            let _ = write!(line, "\"{n}\",");
        }
        Value::Time(at) => quoted(line, &at.map(beijing).unwrap_or_default(), false),
        Value::Flag(yes) => quoted(line, if *yes { "true" } else { "false" }, false),
    }
}

/// A field in quotes and its comma. A text that begins like a formula gets an apostrophe in front; numbers never do.
fn quoted(line: &mut String, text: &str, is_text: bool) {
    line.push('"');
    if is_text && text.starts_with(DANGEROUS) {
        line.push('\'');
    }
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('"') {
        line.push_str(before);
        line.push_str("\"\"");
        rest = after;
    }
    line.push_str(rest);
    line.push_str("\",");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut line = String::new();
        quoted(&mut line, text, true);
        line
    }

    #[test]
    fn a_field_that_begins_like_a_formula_is_made_harmless() {
        for text in ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "\0a", "＝1", "＋1", "－1", "＠a"] {
            assert_eq!(written(text), format!("\"'{text}\","), "{text:?}");
        }
    }

    #[test]
    fn other_fields_stay_as_they_are() {
        for text in ["", "张三", "a=b", "0012", "'quoted", " =1"] {
            assert_eq!(written(text), format!("\"{text}\","), "{text:?}");
        }
        assert_eq!(written("a \"b\""), "\"a \"\"b\"\"\",");
    }

    #[test]
    fn a_negative_number_stays_a_number() {
        let mut line = String::new();
        field(&mut line, &Value::Number(-3));
        assert_eq!(line, "\"-3\",");
    }
}
