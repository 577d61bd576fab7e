//! Any bytes as a scenario file: reading and checking them never panics, never hangs, and what the `ron` crate reads
//! without complaint our reader of places reads without complaint too. How to run it: `tests/fuzz/README.md`.

#![no_main]

use drillroom::diag::Findings;
use drillroom::{scenario, syntax};

/// A place with the names that the cases use.
const PLACE: &[u8] = include_bytes!("../cases/bad/places/room.ron");

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = scenario::load_bytes("any", data, PLACE);
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut found = Findings::default();
    let _ = syntax::parse(text, &mut found);
    if found.has_errors() && ron::from_str::<ron::Value>(text).is_ok() {
        // What `ron` reads and a teacher never means, such as `..` for a number; the reader says so in its own words.
        let odd = ["r#", "'", "\\", "#!", "b\"", "_", "0", "inf", "NaN", "\u{b}", ".", "+", "-"];
        let is_file = text.starts_with('(') && text.contains(':') && !odd.iter().any(|o| text.contains(o));
        assert!(!is_file, "ron reads it, we do not: {text:?}: {:?}", found.iter().map(|f| &f.en).collect::<Vec<_>>());
    }
});
