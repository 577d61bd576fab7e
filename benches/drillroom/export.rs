//! Writing years of runs for the office: CSV and XLSX.

use std::fs::File;
use std::io::BufWriter;
use std::time::Duration;

use drillroom::diag::Lang;
use drillroom::export::{CsvExport, Manifest, XlsxExport};
use drillroom::record::{RunRow, Status};

use super::{Aim, Bench};

/// 255,000 runs as text: a college of 17,000 with five drills, three attempts each.
pub(super) fn export_csv(bench: &mut Bench) {
    const ROWS: usize = 255_000;
    let dir = tempfile::tempdir().expect("a folder");
    let (path, rows) = (dir.path().join("runs.csv"), rows());
    bench.measure("export/csv-255000", Aim::Within(Duration::from_secs(1)), || {
        let file = BufWriter::new(File::create(&path).expect("the folder can be written"));
        let mut csv = CsvExport::new(file, Lang::Zh).expect("there is room");
        for row in rows.iter().cycle().take(ROWS) {
            csv.row(row).expect("there is room");
        }
        let (_, written) = csv.finish().expect("there is room");
        assert_eq!(written, ROWS as u64);
    });
}

/// 50,000 runs as a workbook: a college's year.
pub(super) fn export_xlsx(bench: &mut Bench) {
    const ROWS: usize = 50_000;
    let dir = tempfile::tempdir().expect("a folder");
    let (path, rows) = (dir.path().join("runs.xlsx"), rows());
    bench.measure("export/xlsx-50000", Aim::Noted, || {
        let mut xlsx = XlsxExport::create(&path, Lang::Zh).expect("the folder can be written");
        for row in rows.iter().cycle().take(ROWS) {
            xlsx.row(row).expect("there is room");
        }
        let written = xlsx.finish(&Manifest::default()).expect("there is room");
        assert_eq!(written, ROWS as u64);
    });
}

/// A few thousand runs, all different, to be written over and over: that many need not be held at once.
fn rows() -> Vec<RunRow> {
    (0..5_000).map(row).collect()
}

fn row(n: u32) -> RunRow {
    let started_ms = 1_790_000_000_000 + i64::from(n) * 61_000;
    let duration_s = 240 + n % 300;
    let critical_errors: &[&str] = match n % 3 {
        0 => &[],
        1 => &["pay"],
        _ => &["pay", "transfer"],
    };
    RunRow {
        run_id: format!("01930000-0000-7000-8000-{n:012x}").parse().expect("a run's name"),
        student_id: format!("2026{:08}", n % 17_000),
        name: ["张伟", "王芳", "欧阳晓雨", "买买提·艾力"][n as usize % 4].to_owned(),
        class: format!("网安26{:02}", n % 40),
        college: "信息工程学院".to_owned(),
        pseudonym: format!("{n:032x}"),
        guest: n.is_multiple_of(50),
        scenario: "part-time-rebate".to_owned(),
        title_zh: "动动手指，日赚三百".to_owned(),
        title_en: "Tap, tap, 300 a day".to_owned(),
        version: 1,
        theme: "Fraud".to_owned(),
        attempt: 1 + n % 3,
        started_ms,
        finished_ms: Some(started_ms + i64::from(duration_s) * 1000),
        duration_s,
        status: Status::Completed,
        percent: n % 101,
        points: (n % 101) as i32,
        max_points: 100,
        passed: n % 101 >= 60,
        critical_errors: critical_errors.iter().map(|id| (*id).to_owned()).collect(),
        station: format!("lab-{}", n % 12),
        clock_suspect: false,
        content: "c1f5253090c98a6c8afdeed9e2b9722a57252bda78ca885b65ae74ae38636c8a".to_owned(),
        seed: u64::from(n),
        rules: 1,
    }
}
