//! A crowd of nobody, or of more people than a drill holds.

use super::super::model::{MOST_PEOPLE, Scenario};
use crate::diag::{Code, Finding, Findings, Severity};

/// D711
pub const CODE: Code = Code {
    id: "D711",
    severity: Severity::Error,
    zh: "同学一个也没有，或者太多",
    en: "a crowd of nobody, or of too many",
    why_zh: "各组的 count 加起来是 1 到 60 人。再多，普通电脑画不过来，学生也看不过来。",
    why_en: "The counts of all groups add up to 1 to 60. More can neither be drawn on an ordinary computer nor taken in by a student.",
    before: "groups: [(room: \"hall\", count: 50), (room: \"corridor\", count: 30)]",
    after: "groups: [(room: \"hall\", count: 40), (room: \"corridor\", count: 20)]",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    let Some(crowd) = &s.crowd else { return };
    let many = crowd.count();
    // What could not be read is said already.
    if (1..=MOST_PEOPLE).contains(&many) || out.iter().any(|f| crowd.span.start <= f.span.start && f.span.end <= crowd.span.end) {
        return;
    }
    let help = if many == 0 {
        ("写上哪间屋有几个人，或者删掉 crowd", "say how many are in which room, or remove crowd")
    } else {
        ("减少各组的 count，加起来不超过 60", "make the counts smaller: 60 in all")
    };
    out.add(
        Finding::new(
            &CODE,
            crowd.span,
            format!("crowd 一共 {many} 人，应是 1 到 {MOST_PEOPLE} 人"),
            format!("the crowd is {many} people; 1 to {MOST_PEOPLE} is right"),
        )
        .help(help.0, help.1),
    );
}
