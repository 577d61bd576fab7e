//! Rows to people, and rows that are refused: with their number in the file and what to do, never with a guess.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::cells::{Cell, Line, sheets};
use super::error::RosterError;
use super::header::{Columns, find};
use crate::record::clean_id;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Row in the file, from 1.
    pub row: u64,
    /// Why, 中文.
    pub zh: String,
    /// Why, in English.
    pub en: String,
}

/// A row that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub row: u64,
    pub id: String,
    pub name: String,
    /// `None` when the file has no such column.
    pub class: Option<String>,
    pub college: Option<String>,
    /// The number came from a number cell.
    is_number: bool,
}

/// A class list as it was read.
#[derive(Debug, Default)]
pub(super) struct List {
    pub people: Vec<Listed>,
    pub rejected: Vec<Rejected>,
    pub warnings: Vec<Note>,
    /// Numbers and names of refused rows: these people are in the list, whatever is wrong with their row.
    pub mentioned: BTreeSet<String>,
}

type Reason = (String, String);

fn reason(zh: impl Into<String>, en: impl Into<String>) -> Reason {
    (zh.into(), en.into())
}

const MOST_LETTERS: usize = 64;

/// Reads a class list. `known` are the numbers already on the roster: they help to see that zeros were lost.
pub(super) fn read(path: &Path, known: &BTreeSet<&str>) -> Result<List, RosterError> {
    let sheets = sheets(path)?;
    let found = sheets.iter().find_map(|lines| find(lines).map(|columns| (lines, columns)));
    let Some((lines, columns)) = found else { return Err(RosterError::NoHeader { path: path.to_owned() }) };
    let Some(name) = columns.name else { return Err(RosterError::NoNames { path: path.to_owned() }) };
    let mut list = List::default();
    list.warnings.extend(columns.personal.iter().map(|c| Note {
        zh: format!("“{c}”一列是个人信息，用不到，没有读入"),
        en: format!("the column {c:?} is personal and not needed: it was not taken"),
    }));
    for line in &lines[columns.line + 1..] {
        if line.cells.iter().all(Cell::is_empty) {
            continue;
        }
        match person(line, &columns, name) {
            Ok(listed) => list.people.push(listed),
            Err(why) => {
                let named = at(line, Some(name)).map(|c| clean_name(&c.text())).unwrap_or_default();
                refuse(&mut list, line.number, None, &named, why);
            }
        }
    }
    check_lost_zeros(&mut list, known);
    check_twice(&mut list);
    list.rejected.sort_by_key(|r| r.row);
    Ok(list)
}

fn refuse(list: &mut List, row: u64, id: Option<&str>, name: &str, (zh, en): Reason) {
    list.mentioned.extend(id.into_iter().chain([name]).filter(|word| !word.is_empty()).map(str::to_owned));
    list.rejected.push(Rejected { row, zh, en });
}

fn at(line: &Line, column: Option<usize>) -> Option<&Cell> {
    line.cells.get(column?)
}

fn person(line: &Line, columns: &Columns, name: usize) -> Result<Listed, Reason> {
    let (id, is_number) = number(at(line, Some(columns.id)).unwrap_or(&Cell::Empty))?;
    let name = clean_name(&at(line, Some(name)).map(Cell::text).unwrap_or_default());
    if name.is_empty() {
        return Err(reason("没有姓名", "no name"));
    }
    if name.chars().count() > MOST_LETTERS {
        return Err(reason("姓名太长，检查列有没有错位", "the name is too long: are the columns shifted?"));
    }
    let field = |column: Option<usize>| column.map(|n| plain(&line.cells.get(n).map(Cell::text).unwrap_or_default()));
    Ok(Listed { row: line.number, id, name, class: field(columns.class), college: field(columns.college), is_number })
}

/// A student number from its cell, and whether the cell was a number.
fn number(cell: &Cell) -> Result<(String, bool), Reason> {
    const MOST_DIGITS: f64 = 1e15;
    match cell {
        Cell::Empty => Err(reason("没有学号", "no student number")),
        Cell::Odd => {
            Err(reason("学号成了日期或错误值，把这一列设为文本重填", "the number became a date or an error: make the column text"))
        }
        Cell::Number(n) if n.abs() >= MOST_DIGITS => Err(reason(
            "学号存成了数字，超过 15 位，末尾几位已经丢失，从教务系统重新导出为文本",
            "a number cell of more than 15 digits has lost the last ones: export it again as text",
        )),
        Cell::Number(n) if n.fract() != 0.0 || *n <= 0.0 => Err(reason("学号是小数或负数", "the student number is a fraction or negative")),
        Cell::Number(n) => Ok((format!("{n:.0}"), true)),
        Cell::Text(text) => {
            let id = clean_id(text);
            if id.is_empty() {
                return Err(reason("没有学号", "no student number"));
            }
            if is_scientific(&id) {
                return Err(reason(
                    format!("学号变成了科学计数法“{id}”，从教务系统重新导出为文本"),
                    format!("the number became {id:?} in scientific notation: export it again as text"),
                ));
            }
            let is_sound = id.len() <= MOST_LETTERS && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
            if is_sound { Ok((id, false)) } else { Err(reason(format!("“{id}”不像学号"), format!("{id:?} is no student number"))) }
        }
    }
}

/// `2.02301E+11`, which Excel makes of long numbers.
fn is_scientific(id: &str) -> bool {
    id.split_once('E').is_some_and(|(digits, power)| {
        let is_all = |part: &str, more: char| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || c == more);
        is_all(digits, '.') && (power.starts_with('+') || digits.contains('.')) && is_all(power.trim_start_matches(['+', '-']), '0')
    })
}

/// A name without the spaces that pad it to a column; inner spaces stay between Latin words only.
pub(super) fn clean_name(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .map(|w| w.chars().filter(|c| !c.is_control()).collect::<String>())
        .filter(|w| !w.is_empty())
        .collect();
    let glue = if words.iter().all(|w| w.is_ascii()) { " " } else { "" };
    words.join(glue)
}

/// A class or college: trimmed, full-width digits and letters made plain, the rest as it is.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    text.trim().chars().filter(|c| !c.is_control()).take(MOST_LETTERS).map(narrow).collect()
}

/// Refuses numbers that are shorter than the others, or known with zeros in front: Excel drops those without a word.
fn check_lost_zeros(list: &mut List, known: &BTreeSet<&str>) {
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    for p in &list.people {
        *lengths.entry(p.id.len()).or_default() += 1;
    }
    // The most frequent length, the longer of equals.
    let usual = lengths.iter().max_by_key(|(length, count)| (**count, **length)).map_or(0, |(length, _)| *length);
    for p in std::mem::take(&mut list.people) {
        let is_digits = p.id.bytes().all(|b| b.is_ascii_digit());
        let padded = || (1..=4).map(|zeros| format!("{}{}", "0".repeat(zeros), p.id)).find(|id| known.contains(id.as_str()));
        let full = if is_digits && !known.contains(p.id.as_str()) { padded() } else { None };
        let why = match full {
            Some(full) => reason(
                format!("学号“{}”可能丢了开头的 0（名册里有“{full}”），把这一列设为文本重填", p.id),
                format!("{:?} may have lost leading zeros ({full:?} is on the roster): make the column text", p.id),
            ),
            None if p.is_number && p.id.len() < usual => reason(
                format!("学号“{}”比其他的短，可能丢了开头的 0，把这一列设为文本重填", p.id),
                format!("{:?} is shorter than the others and may have lost leading zeros: make the column text", p.id),
            ),
            None => {
                list.people.push(p);
                continue;
            }
        };
        refuse(list, p.row, Some(&p.id), &p.name, why);
    }
}

/// Refuses every row of a number that comes twice: which of them is right is not ours to say.
fn check_twice(list: &mut List) {
    let mut rows: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for p in &list.people {
        rows.entry(p.id.clone()).or_default().push(p.row);
    }
    for p in std::mem::take(&mut list.people) {
        let others: Vec<String> = rows[&p.id].iter().filter(|row| **row != p.row).map(u64::to_string).collect();
        if others.is_empty() {
            list.people.push(p);
            continue;
        }
        let why =
            reason(format!("学号“{}”和第 {} 行重复", p.id, others.join("、")), format!("{:?} is also in row {}", p.id, others.join(", ")));
        refuse(list, p.row, Some(&p.id), &p.name, why);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_padding_and_keep_everything_else() {
        assert_eq!(clean_name("　张　三 "), "张三");
        assert_eq!(clean_name("阿卜杜·热合曼"), "阿卜杜·热合曼");
        assert_eq!(clean_name("𠮷 野"), "𠮷野");
        assert_eq!(clean_name(" John   Smith "), "John Smith");
    }

    #[test]
    fn scientific_notation_is_told_from_numbers_with_letters() {
        assert!(is_scientific("2.02301E+11"));
        assert!(is_scientific("2E+11"));
        assert!(!is_scientific("2023E011"));
        assert!(!is_scientific("E20230101"));
    }

    #[test]
    fn a_class_keeps_its_brackets() {
        assert_eq!(plain(" 计算机２３０１（本）"), "计算机2301（本）");
    }
}
