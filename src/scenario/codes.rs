//! Every code there is, for `explain` and for the test that each has a case file.

use super::{check, file, names, read, text};
use crate::diag::Code;
use crate::{place, syntax};

/// All codes by id.
pub fn all_codes() -> Vec<&'static Code> {
    let own: [&'static Code; 6] = [
        &read::QUAKE_SIZE,
        &read::BAD_CONDITION,
        &text::MISSING_TRANSLATION,
        &text::TOO_LONG,
        &read::KEYS_OUT_OF_ORDER,
        &read::FIRE_IN_NO_ROOM,
    ];
    let mut all: Vec<&'static Code> = [file::CODES, syntax::CODES, syntax::shape::CODES, names::CODES, place::CODES]
        .into_iter()
        .flatten()
        .copied()
        .chain(own)
        .chain(check::RULES.iter().map(|r| r.code))
        .collect();
    all.sort_by_key(|c| c.id);
    all
}
