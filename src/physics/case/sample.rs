//! Cases written in tests, and what their tables tell. Not built otherwise.

use super::table::Table;

/// A case as its file would say it.
pub(super) fn written<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

/// A number that a table tells.
pub(super) fn fact(table: &Table, name: &str) -> f64 {
    table.told(name).unwrap_or_else(|| panic!("no {name}"))
}
