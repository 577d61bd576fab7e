//! The picture: well-formed, without scripts, with every word that belongs there, marked and counted.

use std::collections::BTreeSet;
use std::fs;
use std::time::Instant;

use drillroom::diag::Lang;
use drillroom::explore::Passes;
use drillroom::graph::{Card, Flag, Kind, Link, Map, Marks, Step, Traffic, Why, svg};
use drillroom::record::ChoiceRow;
use drillroom::scenario::Grade;
use roxmltree::{Document, Node};

use super::{example, loaded, map, root};

/// 24.7 tenths of a millimetre: the smallest type that may be printed.
const SEVEN_POINTS: f64 = 24.69;

fn drawn(map: &Map) -> String {
    svg(map).expect("it is not too large")
}

fn parsed(svg: &str) -> Document<'_> {
    Document::parse(svg).unwrap_or_else(|e| panic!("{e}"))
}

/// All words on the sheets.
fn words(svg: &str) -> Vec<String> {
    let document = parsed(svg);
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    texts.filter_map(|n| n.text().map(str::to_owned)).collect()
}

fn sheets(svg: &str) -> f64 {
    let document = parsed(svg);
    let height = document.root_element().attribute("height").and_then(|h| h.strip_suffix("mm")).expect("a height in mm");
    height.parse::<f64>().expect("a number") / 297.0
}

#[test]
fn the_example_as_a_picture() {
    let map = map(Lang::Zh);
    insta::assert_snapshot!("class_fee_svg", drawn(&map));
}

#[test]
fn every_shipped_drill_is_drawn_on_a_few_sheets_of_a3_in_both_languages() {
    for entry in fs::read_dir(root().join("scenarios")).expect("the drills are shipped") {
        let path = entry.expect("readable").path();
        if path.extension().is_none_or(|e| e != "ron") {
            continue;
        }
        let case = loaded(&path);
        for lang in [Lang::Zh, Lang::En] {
            let picture = drawn(&Map::of(&case, lang, &Marks::default(), None));
            let sheets = sheets(&picture);
            assert!((1.0..=9.0).contains(&sheets), "{}: {sheets} sheets", case.scenario.id);
            let words: BTreeSet<String> = words(&picture).into_iter().collect();
            for node in &case.scenario.nodes {
                assert!(words.contains(&node.id), "{}: {} is not on the map", case.scenario.id, node.id);
            }
        }
    }
}

#[test]
fn no_type_is_smaller_than_seven_points() {
    let picture = drawn(&map(Lang::Zh));
    let document = parsed(&picture);
    for node in document.descendants().filter(|n| n.has_tag_name("text")) {
        let size: f64 = node.attribute("font-size").and_then(|s| s.parse().ok()).expect("a size");
        assert!(size >= SEVEN_POINTS, "{:?} is {size}", node.text());
    }
}

#[test]
fn hostile_words_stay_words() {
    let mut map = map(Lang::Zh);
    let hostile = "</text></title><script>alert(1)</script><a onclick=\"x\">&amp;\u{0}\u{1b}]]>";
    map.title = hostile.to_owned();
    for card in &mut map.cards {
        card.text = hostile.to_owned();
        card.told = hostile.to_owned();
        card.id.push_str(hostile);
    }
    let picture = drawn(&map);
    let document = parsed(&picture);
    let is_evil = |n: &Node<'_, '_>| n.has_tag_name("script") || n.attributes().any(|a| a.name().starts_with("on"));
    assert!(!document.descendants().any(|n| is_evil(&n)));
}

#[test]
fn pointing_at_a_card_tells_all_that_is_said_there() {
    let picture = drawn(&map(Lang::Zh));
    let document = parsed(&picture);
    let titles: Vec<&str> = document.descendants().filter(|n| n.has_tag_name("title")).filter_map(|n| n.text()).collect();
    assert!(titles.iter().any(|t| t.contains("头像和昵称谁都能复制，电话里的人复制不了。")), "{titles:?}");
}

#[test]
fn the_same_map_is_the_same_bytes() {
    assert_eq!(drawn(&map(Lang::Zh)), drawn(&map(Lang::Zh)));
}

#[test]
fn what_an_exploration_found_is_marked() {
    let found = Marks {
        unreachable: BTreeSet::from(["lost".to_owned()]),
        dead_ends: BTreeSet::from(["pressed".to_owned()]),
        unsafe_choices: BTreeSet::from([("again".to_owned(), "transfer".to_owned())]),
        endings: [("kept".to_owned(), Passes::Sometimes)].into(),
        route: [("decide", Some("call")), ("again", Some("transfer")), ("after", Some("report")), ("kept", None)]
            .map(|(node, choice)| Step { node: node.to_owned(), choice: choice.map(str::to_owned) })
            .into(),
        ..Marks::default()
    };
    let map = Map::of(&example(), Lang::Zh, &found, None);
    let flags = |id: &str| map.cards.iter().find(|c| c.id == id).map(|c| c.flags.clone()).unwrap_or_default();
    assert_eq!(flags("lost"), [Flag::Unreachable]);
    assert_eq!(flags("pressed"), [Flag::DeadEnd]);
    assert_eq!(flags("again"), [Flag::Unsafe]);
    let on_route: Vec<(&str, &str)> =
        map.links.iter().filter(|l| l.on_route).map(|l| (map.cards[l.from].id.as_str(), map.cards[l.to].id.as_str())).collect();
    let expected =
        [("message", "decide"), ("decide", "pressed"), ("pressed", "again"), ("again", "after"), ("after", "sum"), ("sum", "kept")];
    assert_eq!(on_route, expected);
    let words = words(&drawn(&map));
    for mark in ["到不了", "走不到结局", "做了还能通过", "结局 · 看分数"] {
        assert!(words.iter().any(|w| w.contains(mark)), "{mark} is not on the map: {words:?}");
    }
}

fn first_try(node: &str, choice: &str) -> ChoiceRow {
    ChoiceRow {
        node: node.to_owned(),
        choice: choice.to_owned(),
        points: 0,
        max_points: 10,
        first_try: true,
        timed_out: false,
        ticks: 60,
        grade: Some(Grade::Good),
    }
}

#[test]
fn a_class_s_choices_are_counted_at_the_first_try() {
    let mut traffic = Traffic::default();
    traffic.runs = 4;
    for choice in ["pay", "call", "call", "call"] {
        traffic.add(&first_try("decide", choice));
    }
    traffic.add(&ChoiceRow { first_try: false, ..first_try("decide", "ask") });
    let map = Map::of(&example(), Lang::Zh, &Marks::default(), Some(&traffic));
    let words = words(&drawn(&map));
    for count in ["3 · 75%", "1 · 25%", "0 · 0%", "×3", "×0"] {
        assert!(words.iter().any(|w| w == count), "{count} is not on the map: {words:?}");
    }
}

/// A drill of so many nodes: three ways on from each, one of them far, some of them back.
fn large(nodes: usize) -> Map {
    let mut map = map(Lang::Zh);
    let card = |n: usize| Card { id: format!("node_{n}"), kind: Kind::Tell, text: "一句话。".to_owned(), ..Card::default() };
    map.cards = (0..nodes).map(card).collect();
    let ways = |n: usize| [n + 1, n + 2 + n % 5, n.saturating_sub(n % 7 + 1)];
    let links = (0..nodes).flat_map(|n| ways(n).map(|to| (n, to))).filter(|(n, to)| *to < nodes && to != n);
    map.links = links.map(|(from, to)| Link { from, to, why: Why::Goes, share: None, on_route: false }).collect();
    map
}

#[test]
fn five_hundred_nodes_are_drawn_in_reasonable_time() {
    let begun = Instant::now();
    let map = large(500);
    let words: BTreeSet<String> = words(&drawn(&map)).into_iter().collect();
    assert!(map.cards.iter().all(|c| words.contains(&c.id)));
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

#[test]
fn a_drill_that_no_one_could_read_is_refused() {
    assert!(svg(&large(4_000)).is_err());
}
