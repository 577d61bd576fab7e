//! Why a record could not be written or read: with the path, and the next step in both languages.

use std::io;
use std::path::{Path, PathBuf};

use super::model::RunId;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A reader came before the first record.
    #[error(
        "{dir} 里还没有记录，先演练一次，或用 --data 指定文件夹 no records in {dir} yet: run a drill first, or name the folder with --data"
    )]
    NoRecords {
        /// The data folder.
        dir: PathBuf,
    },
    /// Someone else writes there.
    #[error("{dir} 正在被另一个演练室写入，关掉它再试 another Drillroom is writing to {dir}: close it and try again")]
    Locked {
        /// The data folder.
        dir: PathBuf,
    },
    /// A reader was asked to write.
    #[error("{dir} 是以只读方式打开的 {dir} was opened for reading only")]
    NotAWriter {
        /// The data folder.
        dir: PathBuf,
    },
    /// No room for a record.
    #[error("{dir} 所在的磁盘满了，腾出空间再开始 the disk of {dir} is full: make room before starting a run")]
    DiskFull {
        /// The data folder.
        dir: PathBuf,
    },
    /// No permission to write.
    #[error("不能写入 {path}，检查文件夹的权限 cannot write to {path}: check the folder's permissions")]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The system refused a file for another reason.
    #[error("{path} 读写失败：{source} reading or writing {path} failed; check the disk")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The database refused.
    #[error("记录库 {path} 出错：{source} the record database {path} failed; run drillroom records verify")]
    Sqlite {
        /// The database.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The SQLite inside the program is too old to be trusted with records.
    #[error(
        "内置的 SQLite {found} 太旧，至少要 3.51.3，请更新演练室 the built-in SQLite {found} is too old, 3.51.3 is needed: update Drillroom"
    )]
    OldSqlite {
        /// Its version.
        found: &'static str,
    },
    /// A setting that records depend on was not accepted.
    #[error(
        "记录库 {path} 不接受 {setting}（回答 {found}），换一个本地磁盘 {path} refuses {setting} (it answered {found}): use a local disk"
    )]
    Setting {
        /// The database.
        path: PathBuf,
        /// Which setting.
        setting: &'static str,
        /// What was answered.
        found: String,
    },
    /// Written by a later Drillroom.
    #[error(
        "记录库 {path} 是更新的演练室写的（格式 {found}），请更新 {path} was written by a newer Drillroom (format {found}): update this one"
    )]
    NewerFormat {
        /// The database.
        path: PathBuf,
        /// Its format.
        found: i64,
    },
    /// The key to the pseudonyms is gone.
    #[error(
        "{path} 不见了，从备份恢复它，否则记录对不上人 {path} is missing: restore it from a backup, or records cannot be matched to people"
    )]
    KeyMissing {
        /// Where it should be.
        path: PathBuf,
    },
    /// The key belongs to other records.
    #[error("{path} 不是这些记录的密钥，恢复原来的文件 {path} is not the key of these records: restore the right file")]
    KeyWrong {
        /// The file.
        path: PathBuf,
    },
    /// An entry for a run that is not open.
    #[error("没有正在进行的演练 {run} no run {run} is open")]
    NoSuchRun {
        /// Which.
        run: RunId,
    },
    /// The writing thread has stopped.
    #[error("记录线程已经停止，重新启动演练室 the recording thread has stopped: restart Drillroom")]
    WriterGone,
}

impl StoreError {
    /// What a failed file operation means for the data folder.
    pub(super) fn file(path: &Path, source: io::Error) -> Self {
        let dir = path.parent().unwrap_or(path).to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { dir },
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly { path: path.to_owned() },
            _ => Self::File { path: path.to_owned(), source },
        }
    }
}
