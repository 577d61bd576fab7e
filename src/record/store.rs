//! The store itself: opening it to write or to read, what is checked then, and how a transaction is made.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

use rusqlite::{Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior};

use super::chain::{Hash, Head, Stamp, head};
use super::clock::{Clock, SystemClock, is_suspect};
use super::error::StoreError;
use super::folder::Folder;
use super::guard::{self, Canary};
use super::hex::hex;
use super::model::RunId;
use super::person::SchoolKey;
use super::schema;
use super::time::beijing;
use super::walk::walk;
use super::warning::Warning;

/// Entries that are checked at every start; all of them are checked by `records verify`.
const TAIL: i64 = 2_000;
/// A database above this (bytes) is looked through by `records verify` only: a start must not take minutes.
const QUICK_BYTES: u64 = 32 * 1024 * 1024;

/// A run that has begun and not yet ended.
#[derive(Debug)]
pub(super) struct OpenRun {
    pub station: String,
    pub ended: bool,
}

/// The records of one data folder.
#[derive(Debug)]
pub struct Store {
    pub(super) conn: Connection,
    pub(super) folder: Folder,
    key: Option<SchoolKey>,
    clock: Box<dyn Clock>,
    pub(super) station: String,
    pub(super) open: BTreeMap<RunId, OpenRun>,
    warnings: Vec<Warning>,
    /// Wall clock of the last thing recorded, ms.
    pub(super) last_seen_ms: Option<i64>,
    /// Runs begun, ever.
    pub(super) runs: u64,
    /// Held by the writer; declared last so that it is let go after the database is closed.
    lock: Option<File>,
}

impl Store {
    /// Opens the records for writing, making the folder on the first day, and closes runs that never ended.
    ///
    /// # Errors
    /// Another writer holds the folder, the folder cannot be written, or the records are not ours to write
    /// (newer format, missing or wrong key).
    pub fn open_writer(dir: &Path, station: &str) -> Result<Self, StoreError> {
        Self::open_writer_with(dir, station, Box::new(SystemClock::default()))
    }

    /// The same with a clock of one's own.
    ///
    /// # Errors
    /// As [`Store::open_writer`].
    pub fn open_writer_with(dir: &Path, station: &str, clock: Box<dyn Clock>) -> Result<Self, StoreError> {
        let folder = Folder::new(dir);
        fs::create_dir_all(dir).map_err(|e| StoreError::file(dir, e))?;
        let lock = guard::lock(&folder)?;
        let conn = schema::open_writer(&folder)?;
        let key = SchoolKey::load_or_create(&folder, &conn)?;
        let mut store = Self::assemble(conn, folder, Some(key), clock, station);
        store.lock = Some(lock);
        // A full disk must not keep anyone from the records; it is refused when a run begins.
        let _ = guard::keep_reserve(&store.folder);
        store.look_around()?;
        store.close_abandoned()?;
        let _ = store.leave_canary();
        Ok(store)
    }

    /// Closes what a killed program left open, if nobody is writing now, so that a list or an export has it. Where that
    /// can't be done (a folder that may only be read, a lab that is running) the records are read as they are.
    pub fn settle(dir: &Path) {
        let has_open = Self::open_reader(dir).is_ok_and(|store| super::write::open_runs(&store.conn).is_ok_and(|open| !open.is_empty()));
        if has_open {
            // Opening for writing closes what was left; the lock tells whether somebody writes.
            drop(Self::open_writer(dir, "office"));
        }
    }

    /// Opens the records for reading, beside a writer or without one.
    ///
    /// # Errors
    /// There are no records, or they cannot be read by this program.
    pub fn open_reader(dir: &Path) -> Result<Self, StoreError> {
        let folder = Folder::new(dir);
        let conn = schema::open_reader(&folder)?;
        let key = SchoolKey::read(&folder.key())?;
        Ok(Self::assemble(conn, folder, key, Box::new(SystemClock::default()), "reader"))
    }

    fn assemble(conn: Connection, folder: Folder, key: Option<SchoolKey>, clock: Box<dyn Clock>, station: &str) -> Self {
        Self {
            conn,
            folder,
            key,
            clock,
            station: station.to_owned(),
            open: BTreeMap::new(),
            warnings: Vec::new(),
            last_seen_ms: None,
            runs: 0,
            lock: None,
        }
    }

    /// What was odd when the records were opened for writing.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The last entry's number and hash (hexadecimal): what a printed list names, so that a shortened chain shows.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn chain_head(&self) -> Result<(i64, String), StoreError> {
        let last = head(&self.conn).map_err(|e| self.folder.sql(e))?;
        Ok((last.seq, hex(&last.hash)))
    }

    /// Closes the records and says whether everything reached the disk. Dropping does the same in silence.
    ///
    /// # Errors
    /// When the last file cannot be written.
    pub fn close(self) -> Result<(), StoreError> {
        if self.lock.is_some() {
            self.leave_canary()?;
        }
        Ok(())
    }

    /// The key of the pseudonyms.
    pub(super) fn key(&self) -> Result<&SchoolKey, StoreError> {
        self.key.as_ref().ok_or_else(|| StoreError::KeyMissing { path: self.folder.key() })
    }

    /// Whether the wall clock cannot be right at this moment.
    pub(super) fn is_clock_suspect(&self) -> bool {
        is_suspect(self.clock.wall_ms(), self.last_seen_ms)
    }

    /// Refuses a store that was opened for reading.
    pub(super) fn must_write(&self) -> Result<(), StoreError> {
        if self.lock.is_none() {
            return Err(StoreError::NotAWriter { dir: self.folder.dir.clone() });
        }
        Ok(())
    }

    /// Does a piece of writing in one transaction, all or nothing. When the disk is full the reserve is given up and
    /// the piece is tried once more.
    pub(super) fn write<T>(&mut self, mut work: impl FnMut(&Transaction<'_>, Stamp) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        self.must_write()?;
        let mono_ms = i64::try_from(self.clock.mono_ms()).unwrap_or(i64::MAX);
        let stamp = Stamp { wall_ms: self.clock.wall_ms(), mono_ms };
        let done = match attempt(&mut self.conn, stamp, &mut work) {
            Err(e) if e.sqlite_error_code() == Some(ErrorCode::DiskFull) && guard::free_reserve(&self.folder) => {
                attempt(&mut self.conn, stamp, &mut work)
            }
            done => done,
        };
        let made = done.map_err(|e| self.folder.sql(e))?;
        self.last_seen_ms = Some(stamp.wall_ms);
        Ok(made)
    }

    /// Writes down, beside the records, how far they go.
    pub(super) fn leave_canary(&self) -> Result<(), StoreError> {
        let last = head(&self.conn).map_err(|e| self.folder.sql(e))?;
        let seen_ms = self.clock.wall_ms();
        Canary { runs: self.runs, seq: last.seq, hash: hex(&last.hash), seen_ms }.write(&self.folder)
    }

    /// What a writer checks before it begins: canary, clock, the file, and the end of the chain.
    fn look_around(&mut self) -> Result<(), StoreError> {
        let last = head(&self.conn).map_err(|e| self.folder.sql(e))?;
        let canary = Canary::read(&self.folder);
        self.runs = self.count_runs().map_err(|e| self.folder.sql(e))?;
        self.warnings.extend(guard::compare(canary.as_ref(), self.runs, last.seq));
        let recorded = self.last_wall_ms().map_err(|e| self.folder.sql(e))?;
        self.last_seen_ms = recorded.max(canary.map(|c| c.seen_ms));
        if self.is_clock_suspect() {
            self.warnings.push(Warning::ClockSuspect { shown: beijing(self.clock.wall_ms()) });
        }
        let size = fs::metadata(self.folder.database()).map_or(0, |m| m.len());
        if size <= QUICK_BYTES {
            let found: String = self.conn.query_row("PRAGMA quick_check(1)", [], |r| r.get(0)).map_err(|e| self.folder.sql(e))?;
            if found != "ok" {
                self.warnings.push(Warning::FileDamaged { found });
            }
        }
        let tail = self.check_tail(last).map_err(|e| self.folder.sql(e))?;
        self.warnings.extend(tail.map(|seq| Warning::ChainBroken { seq }));
        Ok(())
    }

    /// The first of the last entries that does not fit.
    fn check_tail(&self, last: Head) -> rusqlite::Result<Option<i64>> {
        let from = (last.seq - TAIL).max(0);
        let ask = "SELECT hash FROM entries WHERE seq = ?1";
        let hash: Option<Hash> = self.conn.query_row(ask, [from], |r| r.get(0)).optional()?;
        let start = hash.map_or(Head::NONE, |hash| Head { seq: from, hash });
        Ok(walk(&self.conn, start)?.problems.iter().find_map(|p| p.seq()))
    }

    fn count_runs(&self) -> rusqlite::Result<u64> {
        let found: i64 = self.conn.query_row("SELECT count(*) FROM entries WHERE kind = 'started'", [], |r| r.get(0))?;
        Ok(u64::try_from(found).unwrap_or(0))
    }

    fn last_wall_ms(&self) -> rusqlite::Result<Option<i64>> {
        self.conn.query_row("SELECT wall_utc_ms FROM entries ORDER BY seq DESC LIMIT 1", [], |r| r.get(0)).optional()
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if self.lock.is_some() {
            let _ = self.leave_canary();
        }
    }
}

fn attempt<T>(
    conn: &mut Connection,
    stamp: Stamp,
    work: &mut impl FnMut(&Transaction<'_>, Stamp) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let made = work(&tx, stamp)?;
    tx.commit()?;
    Ok(made)
}
