//! Which column is which. Offices call them by many names, and often write a title above them.

use unicode_normalization::UnicodeNormalization as _;

use super::cells::{Cell, Line};

/// Names of the column that tells people apart, the surest first.
const ID: &[&str] = &["学号", "学生学号", "学生编号", "工号", "教工号", "学工号", "账号", "student_id", "studentid"];
const NAME: &[&str] = &["姓名", "学生姓名", "name"];
const CLASS: &[&str] = &["班级", "班级名称", "行政班", "行政班级", "班别", "class"];
const COLLEGE: &[&str] = &["院系", "学院", "所属学院", "二级学院", "系部", "院系名称", "学院名称", "college"];
/// Words of columns that are nobody's business here.
const PERSONAL: &[&str] = &[
    "身份证",
    "证件",
    "手机",
    "电话",
    "联系方式",
    "民族",
    "照片",
    "相片",
    "出生",
    "生日",
    "住址",
    "地址",
    "籍贯",
    "户口",
    "政治面貌",
    "宗教",
    "银行卡",
    "邮箱",
    "微信",
    "qq",
];
/// A header is looked for in so many rows.
const ROWS: usize = 10;

/// Where the columns are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    pub id: usize,
    pub name: Option<usize>,
    pub class: Option<usize>,
    pub college: Option<usize>,
    /// Index of the header among the lines.
    pub line: usize,
    /// Personal columns that are not taken, as they are called.
    pub personal: Vec<String>,
}

/// A header as it is compared: without spaces, stars and what is in brackets.
fn label(cell: &Cell) -> String {
    let text: String = cell.text().nfkc().filter(|c| !c.is_whitespace() && *c != '*' && *c != '\u{feff}').collect();
    let end = text.find(['(', '[', '【', ':']).unwrap_or(text.len());
    text[..end].to_lowercase()
}

/// The column called by the surest of the names.
fn column(labels: &[String], names: &[&str]) -> Option<usize> {
    names.iter().find_map(|name| labels.iter().position(|l| l == name))
}

/// The header among the first rows of a sheet; `None` when none names student numbers.
pub(super) fn find(lines: &[Line]) -> Option<Columns> {
    lines.iter().take(ROWS).enumerate().find_map(|(line, row)| {
        let labels: Vec<String> = row.cells.iter().map(label).collect();
        let is_personal = |l: &&String| PERSONAL.iter().any(|word| l.contains(word));
        Some(Columns {
            id: column(&labels, ID)?,
            name: column(&labels, NAME),
            class: column(&labels, CLASS),
            college: column(&labels, COLLEGE),
            line,
            personal: labels.iter().filter(is_personal).cloned().collect(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(number: u64, cells: &[&str]) -> Line {
        Line { number, cells: cells.iter().map(|c| Cell::Text((*c).to_owned())).collect() }
    }

    #[test]
    fn a_title_above_the_header_is_passed_over() {
        let lines = [line(1, &["2026 级学生名册"]), line(2, &["序号", "姓　名", "学号（必填）", "二级学院", "身份证号"])];
        let found = find(&lines).expect("a header");
        assert_eq!((found.id, found.name, found.class, found.college, found.line), (2, Some(1), None, Some(3), 1));
        assert_eq!(found.personal, ["身份证号"]);
    }

    #[test]
    fn a_sheet_without_numbers_has_no_header() {
        assert_eq!(find(&[line(1, &["姓名", "班级"]), line(2, &["张三", "1"])]), None);
    }
}
