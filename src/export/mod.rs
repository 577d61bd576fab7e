//! Completions out: CSV for programs, Excel sheets for the office, JSON lines for whoever wants everything.
//!
//! The twenty columns are fixed, in name and order; other programs rely on them.

mod columns;
mod csv;
mod error;
mod jsonl;
mod xlsx;

pub use self::csv::CsvExport;
pub use columns::{COLUMNS, Column, Value, values};
pub use error::ExportError;
pub use jsonl::{JsonlExport, RunJson};
pub use xlsx::{Manifest, XlsxExport};
