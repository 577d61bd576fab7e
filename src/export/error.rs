//! Why an export could not be written.

use std::io;
use std::path::PathBuf;

/// Why an export could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file cannot be written.
    #[error("写不了 {path}：{source} cannot write {path}: close it in Excel or choose another name")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The sheet cannot be made.
    #[error("做不出表格 {path}（{found}）cannot make the sheet {path} ({found}): close it in Excel, or free some disk space")]
    Sheet {
        /// The file.
        path: PathBuf,
        /// What the writer said.
        found: String,
    },
}
