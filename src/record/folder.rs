//! Where the records lie, and the names of the files there.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use directories::ProjectDirs;
use rusqlite::ErrorCode;

use super::error::StoreError;

/// The data folder: the one given (`--data`), else `DRILLROOM_DATA`, else the platform's own.
pub fn data_folder(given: Option<&Path>) -> PathBuf {
    if let Some(dir) = given {
        return dir.to_owned();
    }
    if let Some(dir) = env::var_os("DRILLROOM_DATA").filter(|v| !v.is_empty()) {
        return PathBuf::from(dir);
    }
    ProjectDirs::from("", "", "drillroom").map_or_else(|| PathBuf::from("drillroom-data"), |dirs| dirs.data_dir().to_owned())
}

/// A data folder and what its files are called.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    pub dir: PathBuf,
}

impl Folder {
    pub(super) fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    /// The records.
    pub(super) fn database(&self) -> PathBuf {
        self.dir.join("records.sqlite")
    }

    /// Held by the one writer while it lives.
    pub(super) fn lock(&self) -> PathBuf {
        self.dir.join("drillroom.lock")
    }

    /// Room kept back, to be freed when the disk is full.
    pub(super) fn reserve(&self) -> PathBuf {
        self.dir.join("reserve.bin")
    }

    /// Written and removed to see whether there is room.
    pub(super) fn probe(&self) -> PathBuf {
        self.dir.join("probe.tmp")
    }

    /// What was last written, kept apart from the records to notice when they are set back.
    pub(super) fn canary(&self) -> PathBuf {
        self.dir.join("canary.json")
    }

    /// The key of the pseudonyms.
    pub(super) fn key(&self) -> PathBuf {
        self.dir.join("school.key")
    }

    /// What a refusal of SQLite means for this folder.
    pub(super) fn sql(&self, source: rusqlite::Error) -> StoreError {
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull { dir: self.dir.clone() },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::ReadOnly { path: self.database() },
            // SQLite says no more than this when there is no room for the files it keeps beside the database.
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) if self.is_full() => StoreError::DiskFull { dir: self.dir.clone() },
            _ => StoreError::Sqlite { path: self.database(), source },
        }
    }

    /// Whether a small file finds no room in the folder.
    fn is_full(&self) -> bool {
        let path = self.dir.join(".room");
        let found = fs::write(&path, [0_u8; 64 * 1024]);
        let _ = fs::remove_file(&path);
        found.is_err_and(|e| matches!(e.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded))
    }

    /// The database as a URI that promises SQLite that nobody writes it: the only way to read one where nothing can be
    /// written beside it.
    pub(super) fn still_uri(&self) -> String {
        let path = std::path::absolute(self.database()).unwrap_or_else(|_| self.database());
        let path = path.display().to_string().replace('\\', "/");
        let path = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        let root = if path.starts_with('/') { "" } else { "/" };
        format!("file:{root}{path}?immutable=1")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_given_wins() {
        assert_eq!(data_folder(Some(Path::new("here"))), PathBuf::from("here"));
    }
}
