//! Findings as they are printed, whole.

use drillroom::diag::{Lang, Source, render_text};
use drillroom::scenario::check_path;
use drillroom::score::check_plan;

use super::folder;

/// What `check` prints about a case, under its short name.
fn printed(case: &str, lang: Lang) -> String {
    let checked = check_path(&folder("tests/cases/bad").join(case), &check_plan).expect("the case can be read");
    render_text(&checked.findings, &Source { name: case, text: &checked.text }, lang)
}

#[test]
fn a_mistyped_name_is_shown_in_its_line_with_the_nearest_known_one() {
    insta::assert_snapshot!(printed("d301-unknown-node.ron", Lang::Zh), @r#"
    错误[D301]: 没有叫“decied”的节点
      --> d301-unknown-node.ron:15:17
       |
    15 |             go: "decied"), //~ D301
       |                 ^^^^^^^^
       = 怎么改: 你是不是想写 "decide"？
    "#);
    insta::assert_snapshot!(printed("d301-unknown-node.ron", Lang::En), @r#"
    error[D301]: no node is called "decied"
      --> d301-unknown-node.ron:15:17
       |
    15 |             go: "decied"), //~ D301
       |                 ^^^^^^^^
       = help: did you mean "decide"?
    "#);
}

#[test]
fn a_name_used_twice_is_shown_with_its_first_place() {
    insta::assert_snapshot!(printed("d204-same-choice-twice.ron", Lang::Zh), @r#"
    错误[D204]: “call”前面已经用过了
      --> d204-same-choice-twice.ron:21:22
       |
    21 |                 (id: "call", //~ D204
       |                      ^^^^^^
       = 第一次在 d204-same-choice-twice.ron:19:22
       = 怎么改: 给其中一个换个名字，指向它的地方也要一起改
    "#);
    insta::assert_snapshot!(printed("d204-same-choice-twice.ron", Lang::En), @r#"
    error[D204]: "call" is used already
      --> d204-same-choice-twice.ron:21:22
       |
    21 |                 (id: "call", //~ D204
       |                      ^^^^^^
       = first used at d204-same-choice-twice.ron:19:22
       = help: rename one of them, and what points to it
    "#);
}

#[test]
fn a_missing_bracket_is_shown_where_it_should_be() {
    insta::assert_snapshot!(printed("d103-missing-bracket.ron", Lang::Zh), @r#"
    错误[D103]: 第 19 行的“(”到这里还没有关上
      --> d103-missing-bracket.ron:20:53
       |
    20 |                points: { "verify": 5 }, go: "safe"), //~ D103
       |                                                   ^
       = 怎么改: 在这里，或者它该结束的地方，补上“)”
    "#);
    insta::assert_snapshot!(printed("d103-missing-bracket.ron", Lang::En), @r#"
    error[D103]: the ( in line 19 is still open here
      --> d103-missing-bracket.ron:20:53
       |
    20 |                points: { "verify": 5 }, go: "safe"), //~ D103
       |                                                   ^
       = help: add ) here, or where it should end
    "#);
}
