//! Class lists in: a CSV or Excel file from the registrar, read with suspicion and compared with who is known.
//!
//! Only 学号, 姓名, 班级 and 院系 are taken. Nothing is guessed: a number that Excel has damaged is refused with its row.

mod cells;
mod compare;
mod error;
mod header;
mod mask;
mod people;

pub use compare::{ImportReport, import, preview};
pub use error::RosterError;
pub use mask::{masked_id, masked_name};
pub use people::{Note, Rejected};
