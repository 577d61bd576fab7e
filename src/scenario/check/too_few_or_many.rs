//! A list with one choice only, or with more than one takes in.

use super::super::model::{NodeKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity};

/// D406
pub const CODE: Code = Code {
    id: "D406",
    severity: Severity::Warning,
    zh: "选项太少或太多",
    en: "too few or too many choices",
    why_zh: "只有一个选项就不用想；同时看到四个以上，来不及读完。一次给学生 2–4 个最好。",
    why_en: "With one choice there is nothing to think about; more than four at a time aren't read. Two to four are best.",
    before: "choices: [(id: \"call\", …)]",
    after: "choices: [(id: \"call\", …), (id: \"pay\", …)]",
};

/// More than this at a time are too many.
const MOST: usize = 4;

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for node in &s.nodes {
        let NodeKind::Decide(d) = &node.kind else { continue };
        if !d.listed {
            continue;
        }
        let always = d.choices.iter().filter(|c| c.when.is_none()).count();
        if always > MOST {
            out.add(
                Finding::new(
                    &CODE,
                    node.span,
                    format!("“{}”同时有 {always} 个选项，最好不超过 {MOST} 个", node.id),
                    format!("{:?} shows {always} choices at a time, {MOST} are enough", node.id),
                )
                .help("合并相近的选项，或者分成两步问", "join those that are alike, or ask in two steps"),
            );
        } else if always == 1 && d.choices.len() == 1 {
            out.add(
                Finding::new(
                    &CODE,
                    node.span,
                    format!("“{}”只有一个选项，学生没得选", node.id),
                    format!("{:?} has one choice, so there is nothing to choose", node.id),
                )
                .help("再写一个像真的选项，或者改用 Tell", "add another plausible one, or make it a Tell"),
            );
        }
    }
}
