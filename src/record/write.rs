//! What is written while a run goes on: its beginning, every choice before the student sees what comes of it, its end.

use rusqlite::{Connection, Transaction, params};

use super::body::{self, Abandoned, Choice, ChoiceRow, Finish, Started, Taped, Tests};
use super::chain::{Entry, Kind, append};
use super::error::StoreError;
use super::guard;
use super::model::{NewRun, RunId, Status};
use super::person::{Pseudonym, clean_id};
use super::pieces;
use super::store::{OpenRun, Store};
use crate::run::{RULES_VERSION, Tape};
use crate::score::{ChoiceLine, Scorecard, TestLine};

/// Who plays, as far as the records care.
struct Player {
    pseudonym: Pseudonym,
    guest: bool,
    /// A number that is not on the roster: kept with the people, so that the office can see it and delete it.
    unknown: Option<String>,
}

impl Store {
    /// Begins a run and commits that it began. Nothing may be played for a score before this has returned.
    ///
    /// # Errors
    /// The disk is full or read-only, the store is read-only, or the database refuses.
    pub fn begin_run(&mut self, new: NewRun) -> Result<RunId, StoreError> {
        self.must_write()?;
        guard::check_room(&self.folder)?;
        let player = self.player(new.student.as_deref())?;
        let station = new.station.clone().unwrap_or_else(|| self.station.clone());
        let run = RunId::fresh();
        let clock_suspect = self.is_clock_suspect();
        let content = new.case.hash();
        self.write(|tx, stamp| {
            let s = &new.case.scenario;
            keep_content(tx, &content, &new)?;
            if let Some(id) = &player.unknown {
                keep_guest(tx, id, player.pseudonym)?;
            }
            let started = Started {
                scenario: s.id.clone(),
                title_zh: s.title.zh.clone(),
                title_en: s.title.en.clone(),
                version: s.version,
                theme: s.theme.word().to_owned(),
                content: content.clone(),
                seed: new.seed,
                rules: RULES_VERSION,
                attempt: last_attempt(tx, player.pseudonym, &s.id)? + 1,
                pseudonym: player.pseudonym.to_string(),
                guest: player.guest,
                station: station.clone(),
                clock_suspect,
                max_points: s.max_points(),
            };
            let body = body::bytes(&started);
            let pseudonym = Some(player.pseudonym);
            append(tx, stamp, &Entry { kind: Kind::Started, station: &station, run: Some(run), pseudonym, body: &body })?;
            tx.execute("INSERT INTO open_runs (run_id, station) VALUES (?1, ?2)", params![run.bytes(), station])?;
            Ok(())
        })?;
        self.runs += 1;
        self.open.insert(run, OpenRun { station, ended: false });
        let _ = self.leave_canary();
        Ok(run)
    }

    /// Commits a choice with the inputs since the last entry, before its consequence is shown.
    ///
    /// # Errors
    /// The run is not open, or it cannot be written.
    pub fn add_choice(&mut self, run: RunId, line: &ChoiceLine, tape_piece: &Tape) -> Result<(), StoreError> {
        let station = self.station_of(run, false)?;
        let body = body::bytes(&Choice { row: ChoiceRow::of(line), tape: pieces::to_text(tape_piece) });
        self.add(run, Kind::Choice, &station, &body)
    }

    /// Commits the end of a run: when an ending is reached, or when the student leaves.
    ///
    /// # Errors
    /// The run is not open, or it cannot be written.
    pub fn finish_run(&mut self, run: RunId, card: &Scorecard, status: Status, tape_piece: &Tape) -> Result<(), StoreError> {
        let station = self.station_of(run, false)?;
        let tape = pieces::to_text(tape_piece);
        let body = body::bytes(&Finish { status: status.word(), card, tape: &tape });
        self.write(|tx, stamp| {
            append(tx, stamp, &Entry { kind: Kind::Finished, station: &station, run: Some(run), pseudonym: None, body: &body })?;
            close(tx, run)
        })?;
        self.open.insert(run, OpenRun { station, ended: true });
        let _ = self.leave_canary();
        Ok(())
    }

    /// Commits the post-test that follows an ending, once, while the store that wrote the ending is open.
    ///
    /// # Errors
    /// The run has not ended, its tests are written already, or they cannot be written.
    pub fn add_tests(&mut self, run: RunId, tests: &TestLine, tape_piece: &Tape) -> Result<(), StoreError> {
        let station = self.station_of(run, true)?;
        let tape = pieces::to_text(tape_piece);
        let body = body::bytes(&Tests { line: tests, tape: &tape });
        self.add(run, Kind::Tests, &station, &body)?;
        self.open.remove(&run);
        Ok(())
    }

    /// Closes every run of an earlier start that never ended, with the choices it had committed; a run whose ending
    /// was committed is complete already. Called when the store is opened for writing.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub fn close_abandoned(&mut self) -> Result<Vec<RunId>, StoreError> {
        let left = open_runs(&self.conn).map_err(|e| self.folder.sql(e))?;
        let stale: Vec<(RunId, String)> = left.into_iter().filter(|(run, _)| !self.open.contains_key(run)).collect();
        for (run, station) in &stale {
            self.write(|tx, stamp| {
                let body = body::bytes(&sum_up(tx, *run)?);
                append(tx, stamp, &Entry { kind: Kind::Abandoned, station, run: Some(*run), pseudonym: None, body: &body })?;
                close(tx, *run)
            })?;
        }
        Ok(stale.into_iter().map(|(run, _)| run).collect())
    }

    fn add(&mut self, run: RunId, kind: Kind, station: &str, body: &[u8]) -> Result<(), StoreError> {
        self.write(|tx, stamp| append(tx, stamp, &Entry { kind, station, run: Some(run), pseudonym: None, body }))?;
        Ok(())
    }

    fn station_of(&self, run: RunId, ended: bool) -> Result<String, StoreError> {
        let found = self.open.get(&run).filter(|open| open.ended == ended);
        found.map(|open| open.station.clone()).ok_or(StoreError::NoSuchRun { run })
    }

    fn player(&self, typed: Option<&str>) -> Result<Player, StoreError> {
        let id = typed.map(clean_id).filter(|id| !id.is_empty());
        let Some(id) = id else { return Ok(Player { pseudonym: Pseudonym::random(), guest: true, unknown: None }) };
        let pseudonym = self.key()?.pseudonym(&id);
        let guest = self.person(&id)?.is_none_or(|p| p.guest);
        Ok(Player { pseudonym, guest, unknown: guest.then_some(id) })
    }
}

fn keep_content(tx: &Transaction<'_>, hash: &str, new: &NewRun) -> rusqlite::Result<()> {
    let mut put = tx.prepare_cached(
        "INSERT INTO content (hash, id, scenario_bytes, place_bytes) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (hash) DO NOTHING",
    )?;
    put.execute(params![hash, new.case.scenario.id, new.case.bytes, new.case.place_bytes])?;
    Ok(())
}

fn keep_guest(tx: &Transaction<'_>, id: &str, pseudonym: Pseudonym) -> rusqlite::Result<()> {
    let mut put = tx.prepare_cached(
        "INSERT INTO people (student_id, name, class, college, active, guest, pseudonym)
         VALUES (?1, '', '', '', 0, 1, ?2) ON CONFLICT (student_id) DO NOTHING",
    )?;
    put.execute(params![id, pseudonym.0])?;
    Ok(())
}

/// The number of this person's last attempt at a scenario; 0 when there was none.
fn last_attempt(tx: &Transaction<'_>, pseudonym: Pseudonym, scenario: &str) -> rusqlite::Result<u32> {
    let mut ask = tx.prepare_cached("SELECT body FROM entries WHERE pseudonym = ?1 AND kind = 'started'")?;
    let bodies: Vec<Vec<u8>> = ask.query_map(params![pseudonym.0], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    let attempts = bodies.iter().filter_map(|b| serde_json::from_slice::<Started>(b).ok());
    Ok(attempts.filter(|s| s.scenario == scenario).map(|s| s.attempt).max().unwrap_or(0))
}

fn close(tx: &Transaction<'_>, run: RunId) -> rusqlite::Result<()> {
    tx.execute("DELETE FROM open_runs WHERE run_id = ?1", params![run.bytes()])?;
    Ok(())
}

pub(super) fn open_runs(conn: &Connection) -> rusqlite::Result<Vec<(RunId, String)>> {
    let mut ask = conn.prepare("SELECT run_id, station FROM open_runs ORDER BY run_id")?;
    ask.query_map([], |r| Ok((RunId::from_bytes(r.get(0)?), r.get(1)?)))?.collect()
}

/// What a run that never ended had come to.
fn sum_up(tx: &Transaction<'_>, run: RunId) -> rusqlite::Result<Abandoned> {
    let mut ask = tx.prepare_cached("SELECT body FROM entries WHERE run_id = ?1 AND kind = 'choice' ORDER BY seq")?;
    let bodies: Vec<Vec<u8>> = ask.query_map(params![run.bytes()], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut sum = Abandoned { choices: 0, points: 0, last_tick: 0 };
    for body in &bodies {
        if let Ok(choice) = serde_json::from_slice::<Choice>(body) {
            sum.choices += 1;
            sum.points += choice.row.points;
        }
        let piece = serde_json::from_slice::<Taped>(body).ok().and_then(|t| pieces::from_text(&t.tape));
        sum.last_tick = sum.last_tick.max(piece.map_or(0, |p| p.end));
    }
    Ok(sum)
}
