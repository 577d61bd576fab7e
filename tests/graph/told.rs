//! DOT and Mermaid, whole, for the example; `INSTA_UPDATE=always cargo test graph` writes them anew.

use drillroom::diag::Lang;
use drillroom::graph::{dot, mermaid};

use super::map;

#[test]
fn the_example_as_dot() {
    let map = map(Lang::Zh);
    insta::assert_snapshot!("class_fee_dot", dot(&map));
}

#[test]
fn the_example_as_mermaid() {
    let map = map(Lang::Zh);
    insta::assert_snapshot!("class_fee_mermaid", mermaid(&map));
}

#[test]
fn hostile_words_stay_inside_their_quotes() {
    let mut map = map(Lang::Zh);
    map.cards[0].text = "\"]; evil [label=\"x\\".to_owned();
    map.title = "a\"\n---\nb: c".to_owned();
    let text = dot(&map);
    assert!(text.contains("\\\"]; evil [label=\\\"x\\\\"), "{text}");
    let text = mermaid(&map);
    assert!(text.starts_with("---\ntitle: \"a\\\"\\n---\\nb: c"), "{text}");
    assert!(!text.contains("\"]; evil"), "{text}");
}

#[test]
fn english_maps_speak_english() {
    let text = dot(&map(Lang::En));
    assert!(text.contains("choose decide") && text.contains("ending · no pass lost") && !text.contains("选择"), "{text}");
}
