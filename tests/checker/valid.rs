//! Our own reader of RON held against the `ron` crate: what is valid there is valid here.

use drillroom::diag::Findings;
use drillroom::syntax::parse;
use serde::de::IgnoredAny;

use super::{files, folder, read};

/// Whether the `ron` crate reads it.
fn ron_reads(text: &str) -> bool {
    ron::Options::default().from_str::<IgnoredAny>(text).is_ok()
}

/// The codes of what our reader finds wrong with the writing.
fn slips(text: &str) -> Vec<&'static str> {
    let mut out = Findings::default();
    parse(text, &mut out);
    out.iter().map(|f| f.code.id).collect()
}

fn shipped() -> Vec<(String, String)> {
    let mut all = files(&folder("scenarios"));
    all.extend(files(&folder("tests/cases/good")));
    all.into_iter().map(|path| (path.display().to_string(), read(&path))).collect()
}

#[test]
fn every_shipped_file_is_valid_for_both() {
    for (name, text) in shipped() {
        assert_eq!(slips(&text), [""; 0], "{name}");
        assert!(ron_reads(&text), "{name}: {:?}", ron::Options::default().from_str::<IgnoredAny>(&text).err());
    }
}

#[test]
fn with_one_character_less_nothing_that_ron_reads_is_called_a_slip() {
    for (name, text) in shipped() {
        // Marks decide about validity, letters within texts don't: every mark has its turn, but only so many in a file.
        let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_ascii() && !c.is_ascii_lowercase() && *c != ' ').collect();
        for (at, mark) in marks.iter().step_by(marks.len() / 40 + 1) {
            let less = format!("{}{}", &text[..*at], &text[at + mark.len_utf8()..]);
            let slips = slips(&less);
            assert!(slips.is_empty() || !ron_reads(&less), "{name} without {mark:?} at {at}: {slips:?}");
        }
    }
}

#[test]
fn every_form_of_ron_that_a_drill_may_use_is_valid_for_both() {
    for text in [
        "()",
        "(a: 1,)",
        "Tell(a: -0.5, b: .5, c: 1.5e3, d: 0x1F, e: 1_000, f: +2)",
        "[1, 2, 3,]",
        "{ \"a\": (b: true), \"c\": [Crouch, Use(\"door\"), Stay(seconds: 3)] }",
        "(a: \"say \\\"hi\\\", then go: away\")",
        "(a: \"\", b: \"\\\\\", c: \"\\u{4f60}\", d: '\"')",
        "(a: r\"no \\ escape\", b: r#\"a \"quoted\" word\"#)",
        "(a: \"第一行\n第二行\", b: 2)",
        "(a: \"first line\n\n  third line: with, marks (and) brackets]\",\n b: [\"x\", \"y\n z\"])",
        "/* before \" */ (a: 1, /* 12\" /* nested */ wide */ b: \"x\", // say \"hi\n c: \"https://example.org/a\")",
        "(a: (zh: \"他说：“好”，走了\", en: \"He said: 'yes', and left (soon)\"), b: \"it's\")",
        "(a: Transfer(to: (zh: \"*小明\", en: \"*Xiaoming\"), amount: 498), b: (1.8, -3.0))",
    ] {
        assert!(ron_reads(text), "{text}: {:?}", ron::Options::default().from_str::<IgnoredAny>(text).err());
        assert_eq!(slips(text), [""; 0], "{text}");
    }
}

#[test]
fn what_ron_refuses_in_drills_is_refused_here() {
    for text in [
        "(a: 1",
        "(a: 1))",
        "(a: [1)",
        "(a: \"x)",
        "(a 1)",
        "(a: 1 b: 2)",
        "(a:, b: 2)",
        "[a: 1]",
        "{1, 2}",
        "(a: 4min)",
        "(a：1)",
        "(a: “x”)",
        "",
    ] {
        assert!(!ron_reads(text), "{text}");
        assert!(!slips(text).is_empty(), "{text}");
    }
}
