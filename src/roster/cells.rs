//! A file as rows of cells: CSV in the encodings that offices save, and Excel sheets.

use std::fs::File;
use std::io::{Cursor, Read as _};
use std::path::Path;

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};
use encoding_rs::{Encoding, GB18030};

use super::error::RosterError;

/// Files above this are not read.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Empty,
    Text(String),
    /// A number, which can hold 15 digits and no leading zero.
    Number(f64),
    /// A date, a truth value or an error: no text in a list of people.
    Odd,
}

impl Cell {
    /// As text; numbers as they would be typed.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(n) => n.to_string(),
            Self::Empty | Self::Odd => String::new(),
        }
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Odd => false,
        }
    }
}

/// A row and its number in the file, from 1.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub number: u64,
    pub cells: Vec<Cell>,
}

/// The sheets of a file; a CSV file is one.
pub(super) fn sheets(path: &Path) -> Result<Vec<Vec<Line>>, RosterError> {
    let unreadable = |source| RosterError::Unreadable { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(RosterError::TooLarge { path: path.to_owned() });
    }
    let is_workbook = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0");
    if is_workbook {
        return workbook(bytes).map_err(|found| RosterError::NotATable { path: path.to_owned(), found });
    }
    let text = decode(&bytes).ok_or_else(|| RosterError::Encoding { path: path.to_owned() })?;
    if text.contains('\0') {
        return Err(RosterError::NotATable { path: path.to_owned(), found: "binary".to_owned() });
    }
    let lines = csv_lines(&text).map_err(|e| RosterError::NotATable { path: path.to_owned(), found: e.to_string() })?;
    Ok(vec![lines])
}

fn workbook(bytes: Vec<u8>) -> Result<Vec<Vec<Line>>, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut out = Vec::new();
    for (_, range) in book.worksheets() {
        let first = range.start().map_or(0, |(row, _)| u64::from(row));
        let lines = range.rows().zip(first + 1..).map(|(row, number)| Line { number, cells: row.iter().map(cell).collect() });
        out.push(lines.collect());
    }
    Ok(out)
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::Text(text.clone()),
        Data::Int(n) => Cell::Number(*n as f64),
        Data::Float(n) => Cell::Number(*n),
        Data::Bool(_) | Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) | Data::Error(_) => Cell::Odd,
    }
}

/// Text from bytes: by its mark, else UTF-8, else GB18030 (which contains GBK and GB2312). `None` when it is neither.
fn decode(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]).map(|text| text.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    GB18030.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
}

/// The mark between fields: the most frequent of comma, tab and semicolon in the first lines.
fn delimiter(text: &str) -> u8 {
    let count = |mark: u8| text.lines().take(12).flat_map(str::bytes).filter(|b| *b == mark).count();
    // The last of equals wins: comma.
    [b';', b'\t', b','].into_iter().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}

fn csv_lines(text: &str) -> Result<Vec<Line>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let mut out = Vec::new();
    for record in reader.records() {
        let record = record?;
        let (line, byte) = record.position().map_or((1, 0), |p| (p.line(), p.byte()));
        // The reader counts a record from the end of the last one; blank lines in between belong to nobody.
        let rest = text.as_bytes().get(usize::try_from(byte).unwrap_or(usize::MAX)..).unwrap_or_default();
        let blank = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| **b == b'\n').count();
        let cells = record.iter().map(|f| if f.is_empty() { Cell::Empty } else { Cell::Text(f.to_owned()) }).collect();
        out.push(Line { number: line + blank as u64, cells });
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_number_in_the_file() {
        for end in ["\n", "\r\n"] {
            let text = ["学号,姓名", "1,a", "", "2,\"b", "b\"", "3,c"].join(end);
            let numbers: Vec<u64> = csv_lines(&text).expect("a table").iter().map(|l| l.number).collect();
            assert_eq!(numbers, [1, 2, 4, 6], "{end:?}");
        }
    }

    #[test]
    fn tabs_and_semicolons_part_fields_too() {
        assert_eq!(delimiter("学号\t姓名\n1\ta"), b'\t');
        assert_eq!(delimiter("学号;姓名\n1;a"), b';');
        assert_eq!(delimiter("学号"), b',');
    }

    #[test]
    fn the_encodings_of_offices_are_read() {
        let word = "学号,姓名\n1,𠮷野";
        let (gb, _, _) = GB18030.encode(word);
        assert_eq!(decode(&gb).as_deref(), Some(word));
        assert_eq!(decode(format!("\u{feff}{word}").as_bytes()).as_deref(), Some(word));
        let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(word.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&wide).as_deref(), Some(word));
        assert_eq!(decode(&[0xFF, 0xFF, 0x00, 0x81]), None);
    }
}
