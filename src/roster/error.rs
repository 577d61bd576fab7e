//! Why a class list cannot be read at all; what is wrong with single rows is in the report.

use std::io;
use std::path::PathBuf;

use crate::record::StoreError;

/// Why a class list cannot be imported.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// No such file, no permission, …
    #[error("读不了 {path}：{source} cannot read {path}; check the name and the permissions")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Far larger than any class list.
    #[error("{path} 太大，检查是不是选错了文件 {path} is too large: is it the right file?")]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// Neither UTF-8 nor GB18030.
    #[error(
        "{path} 的文字编码认不出来，用 Excel 或 WPS 另存为 xlsx 再试 the encoding of {path} is not known: save it as xlsx from Excel or WPS"
    )]
    Encoding {
        /// The file.
        path: PathBuf,
    },
    /// No table in it.
    #[error(
        "{path} 不是表格（{found}），用 Excel 或 WPS 另存为 xlsx 再试 {path} is not a table ({found}): save it as xlsx from Excel or WPS"
    )]
    NotATable {
        /// The file.
        path: PathBuf,
        /// What the reader said.
        found: String,
    },
    /// No column of student numbers.
    #[error("{path} 的前 10 行里没有“学号”一列，加上表头 no column 学号 in the first 10 rows of {path}: add a header row")]
    NoHeader {
        /// The file.
        path: PathBuf,
    },
    /// No column of names.
    #[error("{path} 有“学号”却没有“姓名”一列，加上再导入 {path} has a column 学号 but none called 姓名: add it")]
    NoNames {
        /// The file.
        path: PathBuf,
    },
    /// The records refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}
