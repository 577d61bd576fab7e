//! One row a finished run, for lists, sheets and reports: what the office sees.

use rusqlite::{Row, params};

use super::body::{Abandoned, Choice, ChoiceRow, Finished, Started};
use super::error::StoreError;
use super::hex::hex;
use super::model::{RunId, Status};
use super::person::clean_id;
use super::store::Store;
use super::time::{Day, day_start_ms};
use crate::scenario::TICKS_PER_SECOND;

/// Which runs are wanted; what is `None` does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// 班级, exactly.
    pub class: Option<String>,
    /// Scenario id.
    pub scenario: Option<String>,
    /// 学号, however it is typed.
    pub student: Option<String>,
    /// Begun on this day or later, 北京时间.
    pub from: Option<Day>,
    /// Begun on this day or earlier, 北京时间.
    pub to: Option<Day>,
}

/// A run that has ended, with the person it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct RunRow {
    /// The run.
    pub run_id: RunId,
    /// 学号; empty for a visitor without one, or when the person was deleted.
    pub student_id: String,
    /// 姓名; empty for guests.
    pub name: String,
    /// 班级
    pub class: String,
    /// 院系
    pub college: String,
    /// Hexadecimal.
    pub pseudonym: String,
    /// Was not on the roster when the run began.
    pub guest: bool,
    /// Scenario id.
    pub scenario: String,
    /// Its title in Chinese, as it was then.
    pub title_zh: String,
    /// Its title in English.
    pub title_en: String,
    /// Its version.
    pub version: u32,
    /// What it is about: `Fire`, `Fraud`, …
    pub theme: String,
    /// Which attempt of this person at this scenario, from 1.
    pub attempt: u32,
    /// Wall clock at the beginning, ms since 1970, UTC.
    pub started_ms: i64,
    /// Wall clock at the end; `None` when it was abandoned.
    pub finished_ms: Option<i64>,
    /// Seconds played, rounded down.
    pub duration_s: u32,
    /// How it ended.
    pub status: Status,
    /// Whole percent of the maximum, rounded down.
    pub percent: u32,
    /// Points earned.
    pub points: i32,
    /// Points of the scenario.
    pub max_points: i32,
    /// Passed.
    pub passed: bool,
    /// Critical choices made, by id.
    pub critical_errors: Vec<String>,
    /// Where.
    pub station: String,
    /// The computer's clock could not be right when it began.
    pub clock_suspect: bool,
    /// Hash of scenario and place.
    pub content: String,
    /// Seed of the variants.
    pub seed: u64,
    /// Rules it was played under.
    pub rules: u32,
}

const RUNS: &str = "
SELECT s.run_id, s.station, s.wall_utc_ms, s.pseudonym, s.body, e.kind, e.wall_utc_ms, e.body,
       p.student_id, p.name, p.class, p.college
FROM entries s
JOIN entries e ON e.run_id = s.run_id AND e.kind IN ('finished', 'abandoned')
LEFT JOIN people p ON p.pseudonym = s.pseudonym
WHERE s.kind = 'started' AND s.body IS NOT NULL
  AND s.wall_utc_ms >= ?1 AND s.wall_utc_ms < ?2
  AND (?3 IS NULL OR p.class = ?3) AND (?4 IS NULL OR p.student_id = ?4)
ORDER BY s.wall_utc_ms, s.seq";

impl Store {
    /// Hands over every run that has ended and that the filter wants, oldest first, one at a time. Returns how many
    /// could not be read: an export is not stopped by one damaged entry, and must say that it was there.
    ///
    /// # Errors
    /// When the database cannot be read, or whatever `each` returns.
    pub fn each_run<E: From<StoreError>>(&self, filter: &Filter, mut each: impl FnMut(RunRow) -> Result<(), E>) -> Result<u64, E> {
        let fail = |e: rusqlite::Error| E::from(self.folder.sql(e));
        let from = filter.from.map_or(i64::MIN, day_start_ms);
        let to = filter.to.map_or(i64::MAX, |day| day.tomorrow().map_or(i64::MAX, day_start_ms));
        let student = filter.student.as_deref().map(clean_id);
        let mut ask = self.conn.prepare(RUNS).map_err(fail)?;
        let mut rows = ask.query(params![from, to, filter.class, student]).map_err(fail)?;
        let mut damaged = 0;
        while let Some(row) = rows.next().map_err(fail)? {
            match read(row) {
                Ok(Some(run)) if filter.scenario.as_ref().is_none_or(|id| *id == run.scenario) => each(run)?,
                Ok(Some(_)) => {}
                Ok(None) | Err(_) => damaged += 1,
            }
        }
        Ok(damaged)
    }

    /// The same as a list. Damaged ones are left out; [`Store::each_run`] counts them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn runs(&self, filter: &Filter) -> Result<Vec<RunRow>, StoreError> {
        let mut out = Vec::new();
        self.each_run(filter, |run| {
            out.push(run);
            Ok::<(), StoreError>(())
        })?;
        Ok(out)
    }

    /// The choices of a run, in the order they were committed; none once it was purged.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn choices(&self, run: RunId) -> Result<Vec<ChoiceRow>, StoreError> {
        let list = || -> rusqlite::Result<Vec<Vec<u8>>> {
            let mut ask = self
                .conn
                .prepare_cached("SELECT body FROM entries WHERE run_id = ?1 AND kind = 'choice' AND body IS NOT NULL ORDER BY seq")?;
            ask.query_map(params![run.bytes()], |r| r.get(0))?.collect()
        };
        let bodies = list().map_err(|e| self.folder.sql(e))?;
        Ok(bodies.iter().filter_map(|b| serde_json::from_slice::<Choice>(b).ok()).map(|c| c.row).collect())
    }
}

/// One row; `None` when its entries cannot be read.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<RunRow>> {
    let begun: Vec<u8> = row.get(4)?;
    let ended: Option<Vec<u8>> = row.get(7)?;
    let kind: String = row.get(5)?;
    let (Ok(s), Some(ended)) = (serde_json::from_slice::<Started>(&begun), ended) else { return Ok(None) };
    let text = |n: usize| row.get::<_, Option<String>>(n).map(Option::unwrap_or_default);
    let pseudonym: Option<Vec<u8>> = row.get(3)?;
    let mut run = RunRow {
        run_id: RunId::from_bytes(row.get(0)?),
        student_id: text(8)?,
        name: text(9)?,
        class: text(10)?,
        college: text(11)?,
        pseudonym: hex(&pseudonym.unwrap_or_default()),
        guest: s.guest,
        scenario: s.scenario,
        title_zh: s.title_zh,
        title_en: s.title_en,
        version: s.version,
        theme: s.theme,
        attempt: s.attempt,
        started_ms: row.get(2)?,
        finished_ms: None,
        duration_s: 0,
        status: Status::Abandoned,
        percent: 0,
        points: 0,
        max_points: s.max_points,
        passed: false,
        critical_errors: Vec::new(),
        station: row.get(1)?,
        clock_suspect: s.clock_suspect,
        content: s.content,
        seed: s.seed,
        rules: s.rules,
    };
    let end_ms: i64 = row.get(6)?;
    let is_whole = if kind == "finished" { finish(&mut run, &ended, end_ms) } else { abandon(&mut run, &ended) };
    Ok(is_whole.then_some(run))
}

fn finish(run: &mut RunRow, body: &[u8], end_ms: i64) -> bool {
    let Ok(Finished { status, card, .. }) = serde_json::from_slice::<Finished>(body) else { return false };
    run.status = Status::from_word(&status);
    run.finished_ms = Some(end_ms);
    run.duration_s = card.ticks / TICKS_PER_SECOND;
    run.percent = card.percent;
    run.points = card.points;
    run.max_points = card.max_points;
    run.passed = card.passed;
    run.critical_errors = card.critical_errors;
    true
}

/// A run that never ended passes nothing; what it had earned by then is shown, never more than the maximum.
fn abandon(run: &mut RunRow, body: &[u8]) -> bool {
    let Ok(sum) = serde_json::from_slice::<Abandoned>(body) else { return false };
    run.duration_s = sum.last_tick / TICKS_PER_SECOND;
    run.points = sum.points.clamp(0, run.max_points.max(0));
    let share = i64::from(run.points) * 100 / i64::from(run.max_points.max(1));
    run.percent = u32::try_from(share).unwrap_or(0);
    true
}
