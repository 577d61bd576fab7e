//! Files that protect the records: the lock, the reserve for a full disk, the probe for room, and the canary.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::folder::Folder;
use super::warning::Warning;

/// Bytes kept back to be freed when the disk is full: enough for the entries of the runs in progress.
const RESERVE: usize = 1024 * 1024;
/// A scored run begins only with room for this many bytes.
const FLOOR: usize = 2 * 1024 * 1024;

/// Takes the writer's lock; it is held until the file is closed, also when the program dies.
pub(super) fn lock(folder: &Folder) -> Result<File, StoreError> {
    let path = folder.lock();
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(|e| StoreError::file(&path, e))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked { dir: folder.dir.clone() }),
        Err(TryLockError::Error(e)) => Err(StoreError::file(&path, e)),
    }
}

/// Writes real bytes: a hole in a file would take no room.
fn fill(path: &Path, bytes: usize) -> io::Result<()> {
    let block = [0xA5_u8; 64 * 1024];
    let mut file = File::create(path)?;
    let mut left = bytes;
    while left > 0 {
        let part = left.min(block.len());
        file.write_all(&block[..part])?;
        left -= part;
    }
    file.flush()
}

/// Makes sure the reserve is there.
pub(super) fn keep_reserve(folder: &Folder) -> Result<(), StoreError> {
    let path = folder.reserve();
    if fs::metadata(&path).is_ok_and(|m| m.len() >= RESERVE as u64) {
        return Ok(());
    }
    fill(&path, RESERVE).map_err(|e| {
        let _ = fs::remove_file(&path);
        StoreError::file(&path, e)
    })
}

/// Gives the reserve up, so that what has begun can be written to its end. False when it was gone already.
pub(super) fn free_reserve(folder: &Folder) -> bool {
    fs::remove_file(folder.reserve()).is_ok()
}

/// Refuses when there is no room for a scored run: reserve and floor must both fit.
pub(super) fn check_room(folder: &Folder) -> Result<(), StoreError> {
    keep_reserve(folder)?;
    let path = folder.probe();
    let written = fill(&path, FLOOR);
    let removed = fs::remove_file(&path);
    written.and(removed).map_err(|e| StoreError::file(&path, e))
}

/// What was last written, kept in a file of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Canary {
    /// Runs begun.
    pub runs: u64,
    /// The last entry.
    pub seq: i64,
    /// Its hash.
    pub hash: String,
    /// The wall clock then, ms since 1970.
    pub seen_ms: i64,
}

impl Canary {
    /// The canary, if it is there and can be read.
    pub(super) fn read(folder: &Folder) -> Option<Self> {
        let text = fs::read_to_string(folder.canary()).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// Puts it in place of the last one, whole or not at all.
    pub(super) fn write(&self, folder: &Folder) -> Result<(), StoreError> {
        let path = folder.canary();
        let fresh = path.with_extension("tmp");
        let text = serde_json::to_string(self).expect("a canary is plain fields");
        fs::write(&fresh, text).and_then(|()| fs::rename(&fresh, &path)).map_err(|e| StoreError::file(&path, e))
    }
}

/// What the canary says of records with so many runs and entries. One run may be missing from it: the computer may
/// have stopped between the two files.
pub(super) fn compare(canary: Option<&Canary>, runs: u64, entries: i64) -> Option<Warning> {
    match canary {
        None if runs > 0 => Some(Warning::CanaryMissing { runs }),
        Some(c) if c.seq > entries => Some(Warning::RecordsLost { canary: c.seq, entries }),
        Some(c) if c.runs + 1 < runs => Some(Warning::CanaryOld { canary: c.runs, runs }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canary(runs: u64, seq: i64) -> Canary {
        Canary { runs, seq, hash: String::new(), seen_ms: 0 }
    }

    #[test]
    fn records_without_their_canary_are_suspect_and_an_empty_folder_is_not() {
        assert_eq!(compare(None, 0, 0), None);
        assert_eq!(compare(None, 3, 30), Some(Warning::CanaryMissing { runs: 3 }));
    }

    #[test]
    fn a_canary_of_an_earlier_day_means_the_disk_was_set_back() {
        assert_eq!(compare(Some(&canary(2, 20)), 9, 90), Some(Warning::CanaryOld { canary: 2, runs: 9 }));
        assert_eq!(compare(Some(&canary(8, 80)), 9, 90), None);
    }

    #[test]
    fn fewer_entries_than_were_written_means_records_are_lost() {
        assert_eq!(compare(Some(&canary(9, 90)), 2, 20), Some(Warning::RecordsLost { canary: 90, entries: 20 }));
    }
}
