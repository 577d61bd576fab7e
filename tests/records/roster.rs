//! Class lists as offices send them: read whole, or refused with the row.

use std::fs;
use std::path::{Path, PathBuf};

use drillroom::record::Store;
use drillroom::roster::{ImportReport, RosterError, import, preview};
use rust_xlsxwriter::Workbook;

use super::{command, opened, person, recorded};

/// A file of text in a folder.
fn file(dir: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.join(name);
    fs::write(&path, bytes).expect("written");
    path
}

fn counts(r: &ImportReport) -> [usize; 5] {
    [r.added, r.changed, r.unchanged, r.inactive, r.rejected.len()]
}

/// Row and reason of every refused row.
fn refused(r: &ImportReport) -> Vec<(u64, &str)> {
    r.rejected.iter().map(|row| (row.row, row.zh.as_str())).collect()
}

fn names(store: &Store) -> Vec<(String, String, String)> {
    store.people().expect("readable").into_iter().map(|p| (p.student_id, p.name, p.class)).collect()
}

fn row(id: &str, name: &str, class: &str) -> (String, String, String) {
    (id.to_owned(), name.to_owned(), class.to_owned())
}

#[test]
fn a_list_saved_as_gbk_by_an_old_excel_is_read() {
    let dir = tempfile::tempdir().expect("a folder");
    let text = "学号,姓名,班级\r\n0012301,张三,计算机2301\r\n0012302,阿卜杜·热合曼,计算机2301\r\n";
    let (bytes, _, _) = encoding_rs::GB18030.encode(text);
    let list = file(dir.path(), "list.csv", &bytes);
    let mut store = opened(&dir.path().join("data"));
    let report = import(&mut store, &list, false).expect("a class list");
    assert_eq!(counts(&report), [2, 0, 0, 0, 0]);
    assert_eq!(names(&store), [row("0012301", "张三", "计算机2301"), row("0012302", "阿卜杜·热合曼", "计算机2301")]);
}

#[test]
fn titles_synonyms_padding_and_full_width_digits_are_understood() {
    let dir = tempfile::tempdir().expect("a folder");
    let text = "\u{feff}二〇二六级新生名册\n序号;姓　名;学生编号（必填）;行政班;二级学院\n1;　李　明　;２０２６０００１;护理２６０１（本）;医学院\n";
    let mut store = opened(&dir.path().join("data"));
    import(&mut store, &file(dir.path(), "list.csv", text.as_bytes()), false).expect("a class list");
    let people = store.people().expect("readable");
    assert_eq!(people.len(), 1);
    let p = &people[0];
    assert_eq!(
        (p.student_id.as_str(), p.name.as_str(), p.class.as_str(), p.college.as_str()),
        ("20260001", "李明", "护理2601（本）", "医学院")
    );
}

#[test]
fn a_second_list_says_who_is_new_changed_the_same_and_gone() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(&dir.path().join("data"));
    let first = file(dir.path(), "1.csv", "学号,姓名,班级\n1001,甲,A\n1002,乙,A\n1003,丙,A\n".as_bytes());
    let second = file(dir.path(), "2.csv", "学号,姓名,班级\n1001,甲,A\n1002,乙,B\n1004,丁,B\n".as_bytes());
    import(&mut store, &first, false).expect("a class list");
    let known = store.people().expect("readable");
    let report = import(&mut store, &second, false).expect("a class list");
    assert_eq!(counts(&report), [1, 1, 1, 1, 0]);
    assert_eq!(preview(&second, &known, false).expect("a class list"), report);
    let gone = store.person("1003").expect("readable").expect("kept");
    assert!(!gone.active);
    assert_eq!(preview(&first, &known, true).map(|r| r.inactive).expect("a class list"), 0);
}

#[test]
fn a_number_that_comes_twice_is_refused_in_both_rows_and_nobody_is_lost_by_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(&dir.path().join("data"));
    store.save_people(&[person("1002", "乙", "A")]).expect("saved");
    let list = file(dir.path(), "list.csv", "学号,姓名\n1001,甲\n\n1002,乙\n1002,丙\n1003,\n".as_bytes());
    let report = import(&mut store, &list, false).expect("a class list");
    assert_eq!(counts(&report), [1, 0, 0, 0, 3]);
    assert_eq!(refused(&report), [(4, "学号“1002”和第 5 行重复"), (5, "学号“1002”和第 4 行重复"), (6, "没有姓名")]);
}

#[test]
fn numbers_that_excel_has_damaged_are_refused_with_their_row() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("list.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "信息工程学院名册").expect("a cell");
    for (n, title) in (0_u16..).zip(["学号", "姓名", "班级"]) {
        sheet.write_string(1, n, title).expect("a cell");
    }
    for (n, name) in (2_u32..).zip(["甲", "乙", "丙", "丁", "戊"]) {
        sheet.write_string(n, 1, name).expect("a cell");
        sheet.write_number(n, 2, 2301).expect("a cell");
    }
    sheet.write_string(2, 0, "001234567890").expect("a cell");
    sheet.write_number(3, 0, 202_301_010_112_f64).expect("a cell");
    sheet.write_number(4, 0, 2.023e17).expect("a cell");
    sheet.write_number(5, 0, 1_234_567_899_f64).expect("a cell");
    sheet.write_string(6, 0, "2.02301E+11").expect("a cell");
    book.save(&path).expect("a workbook");
    let mut store = opened(&dir.path().join("data"));
    let report = import(&mut store, &path, false).expect("a class list");
    assert_eq!(names(&store), [row("001234567890", "甲", "2301"), row("202301010112", "乙", "2301")]);
    assert_eq!(
        refused(&report),
        [
            (5, "学号存成了数字，超过 15 位，末尾几位已经丢失，从教务系统重新导出为文本"),
            (6, "学号“1234567899”比其他的短，可能丢了开头的 0，把这一列设为文本重填"),
            (7, "学号变成了科学计数法“2.02301E+11”，从教务系统重新导出为文本"),
        ]
    );
}

#[test]
fn a_number_that_is_known_with_zeros_in_front_is_not_taken_without() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(&dir.path().join("data"));
    store.save_people(&[person("00123", "甲", "A")]).expect("saved");
    let list = file(dir.path(), "list.csv", "学号,姓名\n123,甲\n".as_bytes());
    let report = import(&mut store, &list, false).expect("a class list");
    assert_eq!(counts(&report), [0, 0, 0, 0, 1]);
}

#[test]
fn personal_columns_are_not_taken_and_the_office_is_told() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("data");
    let text = "学号,姓名,身份证号,手机号码,民族\n1001,甲,110101200001011234,13800138000,汉\n";
    let mut store = opened(&data);
    let report = import(&mut store, &file(dir.path(), "list.csv", text.as_bytes()), false).expect("a class list");
    let told: Vec<&str> = report.warnings.iter().map(|w| w.en.as_str()).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    store.close().expect("closed");
    let bytes = fs::read(data.join("records.sqlite")).expect("the database");
    for secret in ["110101200001011234", "13800138000"] {
        assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret}");
    }
}

#[test]
fn a_file_that_is_no_class_list_is_refused_with_what_is_missing() {
    let dir = tempfile::tempdir().expect("a folder");
    let read = |text: &[u8]| preview(&file(dir.path(), "list.csv", text), &[], false);
    assert!(matches!(read("姓名,班级\n张三,A\n".as_bytes()), Err(RosterError::NoHeader { .. })));
    assert!(matches!(read("学号,班级\n1001,A\n".as_bytes()), Err(RosterError::NoNames { .. })));
    assert!(matches!(read(b""), Err(RosterError::NoHeader { .. })));
    assert!(matches!(read(b"PK\x03\x04 not a workbook"), Err(RosterError::NotATable { .. })));
    assert!(matches!(preview(Path::new("nowhere.csv"), &[], false), Err(RosterError::Unreadable { .. })));
}

#[test]
fn a_dry_run_says_what_would_happen_and_writes_nothing() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("data");
    let list = file(dir.path(), "list.csv", "学号,姓名\n1001,甲\n1001,乙\n1002,丙\n".as_bytes());
    let (data_arg, list_arg) = (data.to_str().expect("a path"), list.to_str().expect("a path"));
    let (code, said) = command(&["--data", data_arg, "roster", "import", list_arg, "--dry-run"]);
    assert_eq!(code, 1);
    let wanted = "试算，没有写入：\n新增 1 人，变更 0 人，不变 0 人，停用 0 人，拒绝 2 行\n  第 2 行：学号“1001”和第 3 行重复\n  第 3 行：学号“1001”和第 2 行重复\n";
    assert_eq!(said, wanted);
    assert!(!data.exists());
}

#[test]
fn a_guest_who_is_on_the_next_list_counts_as_new_and_keeps_the_run() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(&dir.path().join("data"));
    recorded(&mut store, "pass", "1001");
    let list = file(dir.path(), "list.csv", "学号,姓名\n1001,甲\n".as_bytes());
    let report = import(&mut store, &list, false).expect("a class list");
    assert_eq!(counts(&report), [1, 0, 0, 0, 0]);
    assert_eq!(store.runs(&Default::default()).expect("readable")[0].name, "甲");
}
