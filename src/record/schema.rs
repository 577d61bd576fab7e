//! The database file: how it is opened, which settings it must accept, and its tables.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::error::StoreError;
use super::folder::Folder;

/// The format this program writes; older ones would be carried over here.
const FORMAT: i64 = 1;
/// "DRIL": what the file is, for tools that ask.
const APPLICATION: i64 = 0x4452_494C;
/// 3.51.3 closed the last hole through which a WAL could lose a commit.
const OLDEST_SQLITE: i32 = 3_051_003;
/// How long a statement waits for someone else's, ms.
const PATIENCE: Duration = Duration::from_millis(5_000);

/// `entries` is append-only by its triggers. The one exception takes the body and the pseudonym out of an entry and
/// leaves everything the chain needs, and only right after an entry that says so.
const TABLES: &str = "
CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE content (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    scenario_bytes BLOB NOT NULL,
    place_bytes BLOB NOT NULL
) STRICT;
CREATE TABLE people (
    student_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    class TEXT NOT NULL,
    college TEXT NOT NULL,
    active INTEGER NOT NULL,
    guest INTEGER NOT NULL,
    pseudonym BLOB NOT NULL UNIQUE
) STRICT;
CREATE TABLE open_runs (run_id BLOB PRIMARY KEY, station TEXT NOT NULL) STRICT;
CREATE TABLE entries (
    seq INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL,
    station TEXT NOT NULL,
    mono_ms INTEGER NOT NULL,
    wall_utc_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    run_id BLOB,
    pseudonym BLOB,
    body BLOB,
    body_hash BLOB NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX entries_run ON entries (run_id, kind);
CREATE INDEX entries_started ON entries (wall_utc_ms) WHERE kind = 'started';
CREATE INDEX entries_person ON entries (pseudonym) WHERE pseudonym IS NOT NULL;
CREATE TRIGGER entries_in_order BEFORE INSERT ON entries
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries are only appended'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER entries_only_purged BEFORE UPDATE ON entries
WHEN NOT (
    NEW.body IS NULL AND NEW.pseudonym IS NULL AND OLD.kind <> 'purged'
    AND NEW.seq IS OLD.seq AND NEW.uuid IS OLD.uuid AND NEW.station IS OLD.station
    AND NEW.mono_ms IS OLD.mono_ms AND NEW.wall_utc_ms IS OLD.wall_utc_ms
    AND NEW.kind IS OLD.kind AND NEW.run_id IS OLD.run_id
    AND NEW.body_hash IS OLD.body_hash AND NEW.prev IS OLD.prev AND NEW.hash IS OLD.hash
    AND (SELECT kind FROM entries ORDER BY seq DESC LIMIT 1) = 'purged'
)
BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
CREATE TRIGGER content_stays BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'content is never deleted'); END;
CREATE TRIGGER content_unchanged BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
";

/// Opens the one writing connection, making the database on the first day.
pub(super) fn open_writer(folder: &Folder) -> Result<Connection, StoreError> {
    check_version()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(folder.database(), flags).map_err(|e| folder.sql(e))?;
    settle(&conn).map_err(|e| folder.sql(e))?;
    let journal: String = conn.query_row("PRAGMA journal_mode = WAL", [], |r| r.get(0)).map_err(|e| folder.sql(e))?;
    if !journal.eq_ignore_ascii_case("wal") {
        return Err(StoreError::Setting { path: folder.database(), setting: "journal_mode = WAL", found: journal });
    }
    conn.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;").map_err(|e| folder.sql(e))?;
    for (setting, wanted) in [("synchronous", 2), ("secure_delete", 1)] {
        check_setting(folder, &conn, setting, wanted)?;
    }
    match format_of(&conn).map_err(|e| folder.sql(e))? {
        0 => create(&mut conn).map_err(|e| folder.sql(e))?,
        found => check_format(folder, found)?,
    }
    Ok(conn)
}

/// Opens a reading connection; the database must be there.
pub(super) fn open_reader(folder: &Folder) -> Result<Connection, StoreError> {
    check_version()?;
    if !folder.database().is_file() {
        return Err(StoreError::NoRecords { dir: folder.dir.clone() });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let (conn, format) = match read_format(folder.database(), flags) {
        // On a full disk, or in a folder that may only be read, the files that readers share can't be made. Where no
        // log waits to be written in, the database itself holds everything.
        Err(e) if is_still(folder, &e) => read_format(folder.still_uri(), flags | OpenFlags::SQLITE_OPEN_URI).map_err(|e| folder.sql(e))?,
        found => found.map_err(|e| folder.sql(e))?,
    };
    match format {
        0 => Err(StoreError::NoRecords { dir: folder.dir.clone() }),
        found => check_format(folder, found).map(|()| conn),
    }
}

fn read_format(path: impl AsRef<Path>, flags: OpenFlags) -> rusqlite::Result<(Connection, i64)> {
    let conn = Connection::open_with_flags(path, flags)?;
    settle(&conn)?;
    let format = format_of(&conn)?;
    Ok((conn, format))
}

/// Whether a database can't be opened because nothing can be written beside it, and has nothing in its log.
fn is_still(folder: &Folder, e: &rusqlite::Error) -> bool {
    let is_hindered = matches!(e.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure | ErrorCode::ReadOnly));
    let mut log = folder.database().into_os_string();
    log.push("-wal");
    is_hindered && fs::metadata(log).map_or(true, |m| m.len() == 0)
}

fn check_version() -> Result<(), StoreError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(StoreError::OldSqlite { found: rusqlite::version() });
    }
    Ok(())
}

/// Settings of every connection: a damaged or foreign file must not make SQLite do anything but refuse.
fn settle(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(PATIENCE)?;
    conn.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = ON;",
    )
}

fn check_setting(folder: &Folder, conn: &Connection, setting: &'static str, wanted: i64) -> Result<(), StoreError> {
    let found: i64 = conn.pragma_query_value(None, setting, |r| r.get(0)).map_err(|e| folder.sql(e))?;
    if found == wanted {
        return Ok(());
    }
    Err(StoreError::Setting { path: folder.database(), setting, found: found.to_string() })
}

fn format_of(conn: &Connection) -> rusqlite::Result<i64> {
    conn.pragma_query_value(None, "user_version", |r| r.get(0))
}

fn check_format(folder: &Folder, found: i64) -> Result<(), StoreError> {
    if found > FORMAT {
        return Err(StoreError::NewerFormat { path: folder.database(), found });
    }
    Ok(())
}

fn create(conn: &mut Connection) -> rusqlite::Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch(TABLES)?;
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", FORMAT)?;
    tx.commit()
}
