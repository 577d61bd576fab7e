//! The one way anything leaves the records: bodies whose time is up, or those of a person who asks to be forgotten.
//!
//! What was recorded goes, its hash stays, and an entry says how much went and why; so the chain still verifies and a
//! removal nobody ordered shows.

use rusqlite::{Connection, Transaction, params};

use super::body::{self, Purged, Started};
use super::chain::{Entry, Kind, append};
use super::error::StoreError;
use super::model::RunId;
use super::person::clean_id;
use super::store::Store;
use super::time::{Day, day_start_ms};

/// What was, or would be, taken out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PurgeReport {
    /// Runs.
    pub runs: u64,
    /// Their entries.
    pub entries: u64,
    /// People deleted because they asked. Guests of whom no run is left go uncounted.
    pub people: u64,
    /// Runs old by their date, kept because the computer's clock was wrong when they were played.
    pub doubtful: u64,
}

/// Runs that have ended and still have their bodies.
const ENDED: &str = "
SELECT s.run_id, s.body FROM entries s
WHERE s.kind = 'started' AND s.body IS NOT NULL
  AND EXISTS (SELECT 1 FROM entries e WHERE e.run_id = s.run_id AND e.kind IN ('finished', 'abandoned'))";

/// Guests are known for their runs only.
const FORGOTTEN_GUESTS: &str =
    "DELETE FROM people WHERE guest = 1 AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.pseudonym = people.pseudonym)";

impl Store {
    /// Takes out what was recorded of runs begun before a day, 北京时间. Runs of doubtful time are kept.
    ///
    /// # Errors
    /// When the store is read-only, or the database cannot be read or written.
    pub fn purge(&mut self, before: Day) -> Result<PurgeReport, StoreError> {
        self.must_write()?;
        let (runs, mut report) = self.runs_before(before)?;
        report.entries = self.take_out(&runs, "retention", Some(before.to_string()), None)?;
        Ok(report)
    }

    /// What [`Store::purge`] would take out. Also for readers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn purge_preview(&self, before: Day) -> Result<PurgeReport, StoreError> {
        let (runs, mut report) = self.runs_before(before)?;
        let count = |run: &RunId| seqs_of(&self.conn, *run).map(|list| list.len() as u64);
        let counts: Result<Vec<u64>, _> = runs.iter().map(count).collect();
        report.entries = counts.map_err(|e| self.folder.sql(e))?.iter().sum();
        Ok(report)
    }

    /// Forgets a person: the row with the name, and what was recorded of every run that has ended.
    ///
    /// # Errors
    /// When the store is read-only, or the database cannot be read or written.
    pub fn delete_subject(&mut self, student_id: &str) -> Result<PurgeReport, StoreError> {
        self.must_write()?;
        let id = clean_id(student_id);
        let pseudonym = self.key()?.pseudonym(&id);
        let find = || -> rusqlite::Result<Vec<RunId>> {
            let mut ask = self.conn.prepare(&format!("{ENDED} AND s.pseudonym = ?1 ORDER BY s.seq"))?;
            ask.query_map(params![pseudonym.0], |r| r.get(0).map(RunId::from_bytes))?.collect()
        };
        let runs = find().map_err(|e| self.folder.sql(e))?;
        let people = u64::from(self.person(&id)?.is_some());
        let entries = self.take_out(&runs, "subject", None, Some(&id))?;
        Ok(PurgeReport { runs: runs.len() as u64, entries, people, doubtful: 0 })
    }

    fn runs_before(&self, before: Day) -> Result<(Vec<RunId>, PurgeReport), StoreError> {
        let find = || -> rusqlite::Result<Vec<(RunId, Vec<u8>)>> {
            let mut ask = self.conn.prepare(&format!("{ENDED} AND s.wall_utc_ms < ?1 ORDER BY s.wall_utc_ms, s.seq"))?;
            ask.query_map([day_start_ms(before)], |r| Ok((RunId::from_bytes(r.get(0)?), r.get(1)?)))?.collect()
        };
        let found = find().map_err(|e| self.folder.sql(e))?;
        let is_doubtful = |body: &[u8]| serde_json::from_slice::<Started>(body).is_ok_and(|s| s.clock_suspect);
        let all = found.len() as u64;
        let runs: Vec<RunId> = found.into_iter().filter(|(_, body)| !is_doubtful(body)).map(|(run, _)| run).collect();
        let taken = runs.len() as u64;
        Ok((runs, PurgeReport { runs: taken, doubtful: all - taken, ..PurgeReport::default() }))
    }

    /// Writes that bodies go, takes them out, and clears what the disk still holds of them. Returns how many went.
    fn take_out(&mut self, runs: &[RunId], reason: &str, before: Option<String>, person: Option<&str>) -> Result<u64, StoreError> {
        if runs.is_empty() && person.is_none() {
            return Ok(0);
        }
        let station = self.station.clone();
        let gone = self.write(|tx, stamp| {
            let mut seqs = Vec::new();
            for run in runs {
                seqs.extend(seqs_of(tx, *run)?);
            }
            seqs.sort_unstable();
            let entries = seqs.len() as u64;
            if entries > 0 {
                let purged =
                    Purged { reason: reason.to_owned(), before: before.clone(), runs: runs.len() as u64, entries, ranges: ranges(&seqs) };
                let body = body::bytes(&purged);
                append(tx, stamp, &Entry { kind: Kind::Purged, station: &station, run: None, pseudonym: None, body: &body })?;
                empty(tx, runs)?;
                tx.execute(FORGOTTEN_GUESTS, [])?;
            }
            if let Some(id) = person {
                tx.execute("DELETE FROM people WHERE student_id = ?1", params![id])?;
            }
            Ok(entries)
        })?;
        // Old pages must not lie in the journal. Readers may hold it up; it is then cleared at the next close.
        let _ = self.conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);");
        let _ = self.leave_canary();
        Ok(gone)
    }
}

fn empty(tx: &Transaction<'_>, runs: &[RunId]) -> rusqlite::Result<()> {
    let mut take = tx.prepare_cached("UPDATE entries SET body = NULL, pseudonym = NULL WHERE run_id = ?1 AND body IS NOT NULL")?;
    for run in runs {
        take.execute(params![run.bytes()])?;
    }
    Ok(())
}

/// The entries of a run that still have a body.
fn seqs_of(conn: &Connection, run: RunId) -> rusqlite::Result<Vec<i64>> {
    let mut ask = conn.prepare_cached("SELECT seq FROM entries WHERE run_id = ?1 AND body IS NOT NULL")?;
    ask.query_map(params![run.bytes()], |r| r.get(0))?.collect()
}

/// Sorted numbers as ranges, both ends included.
fn ranges(seqs: &[i64]) -> Vec<(i64, i64)> {
    let mut out: Vec<(i64, i64)> = Vec::new();
    for seq in seqs {
        match out.last_mut() {
            Some((_, last)) if *last + 1 == *seq => *last = *seq,
            _ => out.push((*seq, *seq)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn neighbouring_entries_make_one_range() {
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10]), [(1, 3), (7, 7), (9, 10)]);
        assert!(ranges(&[]).is_empty());
    }
}
