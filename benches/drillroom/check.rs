//! Reading and checking a large scenario file. The file is made here.

use std::fs;
use std::time::Duration;

use drillroom::diag::Lang;
use drillroom::scenario::check_path;
use drillroom::score::check_plan;

use super::{Aim, Bench, lend_place};

/// Reading, resolving and every rule over one file, as `drillroom check FILE` does it.
pub(super) fn check_a_thousand_nodes(bench: &mut Bench) {
    let dir = tempfile::tempdir().expect("a folder");
    lend_place("tests/cases/good/places/dorm-mini.ron", dir.path());
    let path = dir.path().join("thousand.ron");
    fs::write(&path, thousand_nodes()).expect("the folder can be written");
    let checked = check_path(&path, &check_plan).expect("the file is there");
    assert!(!checked.has_errors(), "the generated scenario is sound:\n{}", checked.render(Lang::En));
    bench.measure("check/1000-nodes", Aim::Within(Duration::from_millis(50)), || check_path(&path, &check_plan));
}

/// A thousand nodes of every common kind, in both languages, with conditions, variables and points.
fn thousand_nodes() -> String {
    const CHAIN: usize = 997;
    let mut text = String::from(HEAD);
    for n in 0..CHAIN {
        let kind = [TELL, CHOOSE, CHAT, BRANCH][n % 4];
        let (next, after) = ((n + 1).to_string(), (n + 2).min(CHAIN).to_string());
        text += &kind.replace("{n}", &n.to_string()).replace("{next}", &next).replace("{after}", &after);
    }
    text + TAIL
}

/// The maxima are what the 249 decisions of the chain give.
const HEAD: &str = r#"(
    id: "thousand", version: 1, theme: Fraud, minutes: 30, pass: 60, place: "dorm-mini", at: "desk_seat", light: Night,
    title: (zh: "一千个节点", en: "A Thousand Nodes"), summary: (zh: "只用来量检查有多快。", en: "Only here to be checked against the clock."),
    note: (zh: "没有内容。", en: "Nothing happens in it."), brief: (zh: "你在寝室书桌前。", en: "You sit at your desk."),
    help: ["96110", "110"],
    competencies: {
        "verify": (name: (zh: "核实身份", en: "Verify who it is"), max: 498),
        "report": (name: (zh: "报告和提醒", en: "Report and warn"), max: 249),
    },
    cast: { "wang": (name: (zh: "王老师", en: "Ms Wang"), look: "teacher"), "lin": (name: (zh: "小林", en: "Xiao Lin"), look: "student_f") },
    vars: { "told": Flag(start: false), "paid": Money(max: 5000), "trust": Count(max: 5) },
    variants: { "sender": ["courier", "teacher"] },
    sources: { "fcl-2": (zh: "《反电信网络诈骗法》第二条", en: "Anti-Telecom and Online Fraud Law, art. 2") },
    start: "n0",
    nodes: {
"#;

const TELL: &str = r#"
        "n{n}": Tell(objective: (zh: "第 {n} 步：看清楚再做", en: "Step {n}: look before you act"), go: "n{next}", lines: [
            (zh: "晚上十点，第 {n} 条消息亮了。", en: "Ten at night; message {n} lights up."),
            (by: "me", zh: "又是谁？", en: "Who is it this time?")]),"#;

const CHOOSE: &str = r#"
        "n{n}": Choose(ask: (zh: "第 {n} 次：你怎么做？", en: "Number {n}: what do you do?"), by: "wang", seconds: 40, timeout: "n{next}", choices: [
            (id: "call", text: (zh: "打电话核实", en: "Phone and ask"), grade: Good, points: { "verify": 2, "report": 1 }, set: { "told": true }, go: "n{next}",
                why: (zh: "头像谁都能复制。", en: "Anyone can copy a picture.")),
            (id: "wait", text: (zh: "先不理", en: "Leave it for now"), grade: Poor, when: "not told and trust < 3", add: { "trust": 1 }, go: "n{next}",
                why: (zh: "对方还会再来。", en: "They will be back.")),
            (id: "pay", text: (zh: "马上转账", en: "Pay at once"), grade: Critical, when: "paid < 4000 or chose n{n}.pay", redo: true, cites: ["fcl-2"],
                then: (zh: "钱没有到老师那里。", en: "The money never reached the teacher."),
                why: (zh: "学校收费不进私人账户。", en: "Schools don't collect fees to a private account.")),
        ]),"#;

const CHAT: &str = r#"
        "n{n}": Chat(from: "wang", cues: [Play("message"), Mood("lin", Worried)], go: "n{next}", lines: [
            (zh: "就差你一个了，今晚十点前交齐。", en: "Everyone has paid but you: before ten tonight."),
            (by: "lin", zh: "先别交，我打个电话。", en: "Don't pay yet, let me make a call.")]),"#;

const BRANCH: &str = r#"
        "n{n}": Branch(cases: [(when: "sender is courier and seen n0", go: "n{after}"), (when: "paid > 0 and not told", go: "n{next}")], go: "n{next}"),"#;

const TAIL: &str = r#"
        "n997": Branch(cases: [(when: "paid > 0", go: "lost")], go: "kept"),
        "kept": End(title: (zh: "守住了", en: "Kept it"), text: (zh: "先核实，再付钱。", en: "Check first, pay later.")),
        "lost": End(pass: false, title: (zh: "钱转走了", en: "The money is gone"), text: (zh: "马上拨 110 和 96110。", en: "Call 110 and 96110 at once.")),
    },
)
"#;
