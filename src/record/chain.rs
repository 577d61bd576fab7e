//! The chain: every entry's hash covers the one before it, so that nothing can be changed, swapped or left out unseen.
//!
//! `hash = SHA-256(prev ‖ seq ‖ kind ‖ uuid ‖ station ‖ run ‖ clocks ‖ SHA-256(body))`. The body goes in by its own
//! hash, and the hash is kept beside it: a body can be taken out when its time is up and the chain still verifies.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::model::RunId;
use super::person::Pseudonym;

/// SHA-256.
pub(super) type Hash = [u8; 32];

/// When something was written, by both clocks, ms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stamp {
    pub wall_ms: i64,
    pub mono_ms: i64,
}

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Started,
    Choice,
    Finished,
    Tests,
    Abandoned,
    Purged,
}

impl Kind {
    /// The word in the database.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Choice => "choice",
            Self::Finished => "finished",
            Self::Tests => "tests",
            Self::Abandoned => "abandoned",
            Self::Purged => "purged",
        }
    }
}

/// An entry to be appended.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub kind: Kind,
    pub station: &'a str,
    pub run: Option<RunId>,
    /// Only on `started`: the other entries of a run are found by the run.
    pub pseudonym: Option<Pseudonym>,
    pub body: &'a [u8],
}

/// The last entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub seq: i64,
    pub hash: Hash,
}

impl Head {
    /// Before the first entry.
    pub(super) const NONE: Self = Self { seq: 0, hash: [0; 32] };
}

/// The part of an entry that its hash covers besides body and predecessor.
#[derive(Debug)]
pub(super) struct Header<'a> {
    pub seq: i64,
    pub kind: &'a str,
    pub uuid: &'a [u8],
    pub station: &'a str,
    pub run: &'a [u8],
    pub mono_ms: i64,
    pub wall_ms: i64,
}

/// SHA-256 of some bytes.
pub(super) fn digest(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// The hash of an entry. Parts of any length go in with their length, so that none can lend bytes to the next.
pub(super) fn seal(prev: &[u8], header: &Header<'_>, body_hash: &[u8]) -> Hash {
    let mut sum = Sha256::new();
    sum.update(prev);
    sum.update(header.seq.to_be_bytes());
    for part in [header.kind.as_bytes(), header.uuid, header.station.as_bytes(), header.run] {
        sum.update((part.len() as u64).to_be_bytes());
        sum.update(part);
    }
    sum.update(header.mono_ms.to_be_bytes());
    sum.update(header.wall_ms.to_be_bytes());
    sum.update(body_hash);
    sum.finalize().into()
}

/// The last entry there is.
pub(super) fn head(conn: &Connection) -> rusqlite::Result<Head> {
    let mut ask = conn.prepare_cached("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1")?;
    let found = ask.query_row([], |r| Ok(Head { seq: r.get(0)?, hash: r.get(1)? })).optional()?;
    Ok(found.unwrap_or(Head::NONE))
}

/// Appends an entry and returns the new head. Call it inside a transaction that was begun to write.
pub(super) fn append(conn: &Connection, stamp: Stamp, entry: &Entry<'_>) -> rusqlite::Result<Head> {
    let last = head(conn)?;
    let seq = last.seq + 1;
    let uuid = Uuid::now_v7().into_bytes();
    let run = entry.run.map(RunId::bytes);
    let kind = entry.kind.word();
    let body_hash = digest(entry.body);
    let header = Header {
        seq,
        kind,
        uuid: &uuid,
        station: entry.station,
        run: run.as_ref().map_or(&[] as &[u8], |r| r.as_slice()),
        mono_ms: stamp.mono_ms,
        wall_ms: stamp.wall_ms,
    };
    let hash = seal(&last.hash, &header, &body_hash);
    let pseudonym = entry.pseudonym.map(|p| p.0);
    let mut add = conn.prepare_cached(
        "INSERT INTO entries (seq, uuid, station, mono_ms, wall_utc_ms, kind, run_id, pseudonym, body, body_hash, prev, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    add.execute(params![
        seq,
        uuid,
        entry.station,
        stamp.mono_ms,
        stamp.wall_ms,
        kind,
        run,
        pseudonym,
        entry.body,
        body_hash,
        last.hash,
        hash
    ])?;
    Ok(Head { seq, hash })
}
