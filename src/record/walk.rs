//! Walks the chain entry by entry and says where it does not hold. Nothing is skipped: after a fault it goes on.

use rusqlite::{Connection, Row};

use super::body::{Purged, Started};
use super::chain::{Head, Header, digest, seal};
use super::hex::hex;
use super::verify::Problem;

/// What a walk has seen.
#[derive(Debug)]
pub(super) struct Walk {
    pub entries: u64,
    pub runs: u64,
    /// The last entry, as it is written there.
    pub head: Head,
    /// Entries without a body, and the ranges that entries about purging name.
    pub bare: Vec<i64>,
    pub purged: Vec<(i64, i64)>,
    pub problems: Vec<Problem>,
}

/// One row of `entries`.
struct Link {
    seq: i64,
    uuid: Vec<u8>,
    station: String,
    mono_ms: i64,
    wall_ms: i64,
    kind: String,
    run: Option<Vec<u8>>,
    pseudonym: Option<Vec<u8>>,
    body: Option<Vec<u8>>,
    body_hash: Vec<u8>,
    prev: Vec<u8>,
    hash: Vec<u8>,
}

const COLUMNS: &str = "seq, uuid, station, mono_ms, wall_utc_ms, kind, run_id, pseudonym, body, body_hash, prev, hash";

impl Link {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: row.get(0)?,
            uuid: row.get(1)?,
            station: row.get(2)?,
            mono_ms: row.get(3)?,
            wall_ms: row.get(4)?,
            kind: row.get(5)?,
            run: row.get(6)?,
            pseudonym: row.get(7)?,
            body: row.get(8)?,
            body_hash: row.get(9)?,
            prev: row.get(10)?,
            hash: row.get(11)?,
        })
    }

    fn sealed(&self) -> [u8; 32] {
        let header = Header {
            seq: self.seq,
            kind: &self.kind,
            uuid: &self.uuid,
            station: &self.station,
            run: self.run.as_deref().unwrap_or_default(),
            mono_ms: self.mono_ms,
            wall_ms: self.wall_ms,
        };
        seal(&self.prev, &header, &self.body_hash)
    }
}

/// Walks everything after `start`.
pub(super) fn walk(conn: &Connection, start: Head) -> rusqlite::Result<Walk> {
    let mut seen = Walk { entries: 0, runs: 0, head: start, bare: Vec::new(), purged: Vec::new(), problems: Vec::new() };
    let mut ask = conn.prepare(&format!("SELECT {COLUMNS} FROM entries WHERE seq > ?1 ORDER BY seq"))?;
    let mut rows = ask.query([start.seq])?;
    let mut expected = Some(start.hash.to_vec());
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => break,
            Err(e) => {
                seen.problems.push(Problem::Damaged { after: seen.head.seq, found: e.to_string() });
                break;
            }
        };
        let last = seen.head.seq;
        let seq = row.get(0).unwrap_or(last + 1);
        seen.entries += 1;
        if seq != last + 1 {
            seen.problems.push(Problem::Gap { after: last, found: seq });
            expected = None;
        }
        seen.head.seq = seq;
        expected = match Link::read(row) {
            Ok(link) => Some(take(link, expected.as_deref(), &mut seen)),
            Err(_) => {
                seen.problems.push(Problem::Unreadable { seq });
                None
            }
        };
    }
    Ok(seen)
}

/// Checks one entry against the one before it and returns the hash the next one must name.
fn take(link: Link, expected: Option<&[u8]>, seen: &mut Walk) -> Vec<u8> {
    let seq = link.seq;
    match &link.body {
        Some(body) if digest(body)[..] != link.body_hash[..] => seen.problems.push(Problem::BodyChanged { seq }),
        Some(body) => read_body(&link, body, seen),
        None => seen.bare.push(seq),
    }
    if link.sealed()[..] != link.hash[..] {
        seen.problems.push(Problem::Changed { seq });
    }
    if expected.is_some_and(|e| e != link.prev) {
        seen.problems.push(Problem::Unlinked { seq });
    }
    seen.runs += u64::from(link.kind == "started");
    seen.head.hash = <[u8; 32]>::try_from(link.hash.as_slice()).unwrap_or_default();
    link.hash
}

/// What a whole body adds: who a run belongs to must be the same in the row, and a purge names what it took.
fn read_body(link: &Link, body: &[u8], seen: &mut Walk) {
    let seq = link.seq;
    match link.kind.as_str() {
        "started" => {
            let told = serde_json::from_slice::<Started>(body).map(|s| s.pseudonym);
            if told.ok() != link.pseudonym.as_deref().map(hex) {
                seen.problems.push(Problem::OwnerChanged { seq });
            }
        }
        "purged" => {
            if let Ok(purged) = serde_json::from_slice::<Purged>(body) {
                seen.purged.extend(purged.ranges);
            }
        }
        _ => {}
    }
}
