//! The page and its pictures: whole, readable by other programs, and safe whatever a scenario is called.

use std::sync::Arc;

use drillroom::debrief::{Debrief, Who, chart, plan, report, svg};
use drillroom::diag::Lang;
use roxmltree::Document;

use super::{debrief, escape, tape_of};

fn who() -> Who {
    Who { student: "2023****12 张*".to_owned(), class: "计算机2301".to_owned(), played: "2026-11-24 08:00".to_owned() }
}

#[test]
fn the_plan_of_an_escape() {
    insta::assert_snapshot!("escape_plan_svg", svg(&plan(&escape(), Lang::Zh), Lang::Zh));
}

#[test]
fn the_page_of_an_escape_in_words() {
    // The pictures are held by the plan's snapshot and by the laws; here everything else.
    insta::assert_snapshot!("escape_page", without_pictures(&report(&escape(), &who(), Lang::Zh)));
}

/// What a page says beside its pictures.
pub(super) fn without_pictures(page: &str) -> String {
    let body = page.split("<body>").nth(1).expect("a body");
    let mut words = String::new();
    for (n, part) in body.split("<figure>").enumerate() {
        words.push_str(if n == 0 { part } else { part.split("</figure>").nth(1).unwrap_or("") });
    }
    words
}

#[test]
fn both_languages_are_spoken_throughout() {
    for (lang, expected) in
        [(Lang::Zh, ["复盘报告", "还剩多少时间", "每一步选择"]), (Lang::En, ["Debrief", "How much time was left", "Every choice"])]
    {
        let page = report(&escape(), &who(), lang);
        for words in expected {
            assert!(page.contains(words), "{lang:?}: {words}");
        }
        assert!(!page.contains("report-") && !page.contains("{ $"), "a message is missing");
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    let page = report(&escape(), &who(), Lang::Zh);
    for foreign in ["<script", "href=", "src=", "@import", "url("] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("2023****12") && page.contains("@page{size:A4"));
}

#[test]
fn hostile_words_stay_words() {
    let evil = "</text><script>alert('x')</script>&\"\u{0}";
    let (case, tape) = tape_of("tests/cases/burning/escape.ron", "escape.pass.ron");
    let mut case = Arc::unwrap_or_clone(case);
    let name = || drillroom::scenario::Text { zh: evil.to_owned(), en: evil.to_owned() };
    case.scenario.title = name();
    case.place.name = name();
    for room in &mut case.place.rooms {
        room.name = name();
    }
    for node in &mut case.scenario.nodes {
        if let drillroom::scenario::NodeKind::Decide(d) = &mut node.kind {
            for choice in &mut d.choices {
                (choice.text, choice.why) = (name(), Some(name()));
            }
        }
    }
    for source in &mut case.scenario.sources {
        source.name = name();
    }
    let d = Debrief::of(&Arc::new(case), 1, &tape);
    let who = Who { student: evil.to_owned(), class: evil.to_owned(), played: evil.to_owned() };
    for lang in [Lang::Zh, Lang::En] {
        let page = report(&d, &who, lang);
        assert!(!page.contains("<script") && !page.contains('\u{0}'));
        for drawing in [svg(&plan(&d, lang), lang), svg(&chart(&d, lang), lang)] {
            let document = Document::parse(&drawing).unwrap_or_else(|e| panic!("{e}"));
            assert!(document.descendants().all(|n| !n.has_tag_name("script")));
        }
    }
}

#[test]
fn every_shipped_drill_has_a_plan_and_curves_that_other_programs_read() {
    for id in ["dorm-fire", "classroom-quake", "fake-police", "part-time-rebate", "vape-party"] {
        for end in ["pass", "fail"] {
            let d = debrief(&format!("scenarios/{id}.ron"), &format!("{id}.{end}.ron"));
            for drawing in [svg(&plan(&d, Lang::Zh), Lang::Zh), svg(&chart(&d, Lang::En), Lang::En)] {
                Document::parse(&drawing).unwrap_or_else(|e| panic!("{id}: {e}"));
                assert!(!drawing.contains("NaN") && !drawing.contains("inf"), "{id}");
            }
        }
    }
}
