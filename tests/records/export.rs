//! Sheets out: every byte of the CSV, and every cell of the workbook as Excel would see it.

use std::fs;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use drillroom::diag::Lang;
use drillroom::export::{COLUMNS, CsvExport, JsonlExport, Manifest, XlsxExport};
use drillroom::record::{RunRow, Status, day_start_ms};

use super::{command, database, day, opened, person, recorded};

/// A run with everything that sheets get wrong.
fn difficult() -> RunRow {
    RunRow {
        run_id: "01930000-0000-7000-8000-000000000001".parse().expect("an id"),
        student_id: "001234567890123456".to_owned(),
        name: "=cmd|'/c calc'!A0".to_owned(),
        class: "护理\"2601\"".to_owned(),
        college: "＋医学院".to_owned(),
        pseudonym: "00ff".to_owned(),
        guest: false,
        scenario: "class-fee".to_owned(),
        title_zh: "“老师”来收费".to_owned(),
        title_en: "The \"Teacher\" Wants a Fee".to_owned(),
        version: 1,
        theme: "Fraud".to_owned(),
        attempt: 2,
        started_ms: day_start_ms(day("2026-11-23")),
        finished_ms: Some(day_start_ms(day("2026-11-23")) + 61_500),
        duration_s: 61,
        status: Status::Completed,
        percent: 59,
        points: 59,
        max_points: 100,
        passed: false,
        critical_errors: vec!["pay".to_owned(), "transfer".to_owned()],
        station: "-1".to_owned(),
        clock_suspect: false,
        content: "ab".to_owned(),
        seed: 7,
        rules: 1,
    }
}

fn csv(lang: Lang, runs: &[RunRow]) -> String {
    let mut export = CsvExport::new(Vec::new(), lang).expect("memory");
    for run in runs {
        export.row(run).expect("memory");
    }
    let (bytes, rows) = export.finish().expect("memory");
    assert_eq!(rows, runs.len() as u64);
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn the_csv_is_byte_for_byte_what_other_programs_rely_on() {
    let header = "\u{feff}\"student_id\",\"name\",\"class\",\"college\",\"scenario\",\"title\",\"version\",\"theme\",\"attempt\",\
                  \"started_at\",\"finished_at\",\"duration_s\",\"status\",\"percent\",\"points\",\"max_points\",\"passed\",\
                  \"critical_errors\",\"station\",\"run_id\"\r\n";
    let row = "\"001234567890123456\",\"'=cmd|'/c calc'!A0\",\"护理\"\"2601\"\"\",\"'＋医学院\",\"class-fee\",\
               \"The \"\"Teacher\"\" Wants a Fee\",\"1\",\"Fraud\",\"2\",\"2026-11-23 00:00:00\",\"2026-11-23 00:01:01\",\"61\",\
               \"completed\",\"59\",\"59\",\"100\",\"false\",\"pay;transfer\",\"'-1\",\"01930000-0000-7000-8000-000000000001\"\r\n";
    assert_eq!(csv(Lang::En, &[difficult()]), format!("{header}{row}"));
}

#[test]
fn the_csv_has_chinese_headers_unless_asked_otherwise() {
    let text = csv(Lang::Zh, &[]);
    let names: Vec<&str> = text.trim_start_matches('\u{feff}').trim_end().split(',').map(|f| f.trim_matches('"')).collect();
    let wanted: Vec<&str> = COLUMNS.iter().map(|c| c.zh).collect();
    assert_eq!(names, wanted);
    assert_eq!(names[0], "学号");
    assert!(text.ends_with("\r\n"));
}

#[test]
fn a_run_that_was_abandoned_has_no_end_in_the_csv() {
    let run = RunRow { finished_ms: None, status: Status::Abandoned, ..difficult() };
    assert!(csv(Lang::En, &[run]).contains("\"2026-11-23 00:00:00\",\"\",\"61\",\"abandoned\""));
}

#[test]
fn json_lines_have_utc_times_and_lists() {
    let mut export = JsonlExport::new(Vec::new());
    export.row(&difficult()).expect("memory");
    let (bytes, _) = export.finish().expect("memory");
    let line: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(line["started_at"], "2026-11-22T16:00:00.000Z");
    assert_eq!(line["critical_errors"], serde_json::json!(["pay", "transfer"]));
    assert_eq!(line["student_id"], "001234567890123456");
}

#[test]
fn the_workbook_keeps_numbers_of_students_as_text_and_holds_no_formula() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("runs.xlsx");
    let mut export = XlsxExport::create(&path, Lang::Zh).expect("begun");
    export.row(&difficult()).expect("a row");
    export.row(&RunRow { finished_ms: None, status: Status::Left, student_id: "0007".to_owned(), ..difficult() }).expect("a row");
    let manifest = Manifest { head: (42, "abc".to_owned()), ..Manifest::default() };
    assert_eq!(export.finish(&manifest).expect("written"), 2);
    let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
    for sheet in book.sheet_names() {
        assert!(book.worksheet_formula(&sheet).expect("a sheet").is_empty(), "{sheet}");
    }
    let sheet = book.worksheet_range("完成记录").expect("the sheet");
    let rows: Vec<&[Data]> = sheet.rows().collect();
    assert_eq!(rows.len(), 3);
    let text = |s: &str| Data::String(s.to_owned());
    assert_eq!((&rows[0][0], &rows[0][9]), (&text("学号"), &text("开始时间（北京时间）")));
    assert_eq!((&rows[1][0], &rows[2][0]), (&text("001234567890123456"), &text("0007")));
    assert_eq!(rows[1][1], text("=cmd|'/c calc'!A0"));
    assert_eq!((&rows[1][12], &rows[2][12], &rows[1][16]), (&text("完成"), &text("中途离开"), &text("否")));
    assert_eq!(rows[1][13], Data::Float(59.0));
    assert!(matches!(&rows[1][9], Data::DateTime(at) if (at.as_f64() - 46_349.0).abs() < 1e-9), "{:?}", rows[1][9]);
    assert_eq!(rows[2][10], Data::Empty);
    let about = book.worksheet_range("说明").expect("the second sheet");
    assert!(about.rows().any(|r| r[1] == text("abc")));
}

#[test]
fn the_command_writes_a_file_and_says_what_a_csv_cannot_carry() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("data");
    let mut store = opened(&data);
    store.save_people(&[person("20230001", "张三", "A"), person("20230002", "李四", "B")]).expect("saved");
    recorded(&mut store, "pass", "20230001");
    recorded(&mut store, "fail", "20230002");
    drop(store);
    let data = data.to_str().expect("a path");
    let file = dir.path().join("runs.csv");
    let name = file.to_str().expect("a path");
    let (code, said) = command(&["--data", data, "records", "export", "--format", "csv", "-o", name, "--class", "B"]);
    assert_eq!(code, 0);
    assert!(said.starts_with("1 条 → ") && said.contains("提醒：CSV 是给程序用的"), "{said}");
    let text = fs::read_to_string(&file).expect("the file");
    assert!(text.contains("\"20230002\",\"李四\"") && !text.contains("张三"), "{text}");
    let hidden = dir.path().join("hidden.csv");
    let name = hidden.to_str().expect("a path");
    command(&["--data", data, "records", "export", "--format", "csv", "-o", name, "--pseudonymous"]);
    let text = fs::read_to_string(&hidden).expect("the file");
    assert!(!text.contains("李四") && !text.contains("20230002"), "{text}");
}

#[test]
fn the_list_on_the_screen_is_masked() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    store.save_people(&[person("202301010112", "张三", "A")]).expect("saved");
    recorded(&mut store, "pass", "202301010112");
    drop(store);
    let (code, said) = command(&["--data", dir.path().to_str().expect("a path"), "records", "list"]);
    assert_eq!(code, 0);
    assert!(said.contains("2023****12 张*") && !said.contains("张三"), "{said}");
    assert!(said.contains("100%  通过  完成"), "{said}");
}

#[test]
fn the_audit_command_fails_when_a_record_was_changed() {
    let dir = tempfile::tempdir().expect("a folder");
    let mut store = opened(dir.path());
    recorded(&mut store, "pass", "1001");
    drop(store);
    let data = dir.path().to_str().expect("a path");
    let (code, said) = command(&["--data", data, "records", "verify", "--recompute", "--sample", "1"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("重算 1 次"), "{said}");
    let conn = database(dir.path());
    conn.execute_batch("DROP TRIGGER entries_only_purged; UPDATE entries SET station = 'x' WHERE seq = 1;").expect("forged");
    drop(conn);
    let (code, said) = command(&["--data", data, "--lang", "en", "records", "verify"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("1 problems"), "{said}");
}
