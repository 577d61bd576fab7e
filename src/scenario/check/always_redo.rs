//! A decision whose every choice is to be decided again.

use super::super::model::{NodeKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity};

/// D405
pub const CODE: Code = Code {
    id: "D405",
    severity: Severity::Error,
    zh: "每个选项都要重来",
    en: "a decision without a choice that goes on",
    why_zh: "redo 的选项看完解释要重选。全都是 redo，就没有出路。",
    why_en: "A redo choice is explained and decided again. If all are redo there is no way on.",
    before: "choices: [(…, redo: true), (…, redo: true)]",
    after: "choices: [(…, redo: true), (…, go: \"next\")]",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for node in &s.nodes {
        let NodeKind::Decide(d) = &node.kind else { continue };
        let any = d.choices.iter().any(|c| !c.redo);
        if !d.choices.is_empty() && !any {
            out.add(
                Finding::new(
                    &CODE,
                    node.span,
                    format!("“{}”的每个选项都写了 redo: true，学生会一直重选，走不下去", node.id),
                    format!("every choice of {:?} says redo: true, so the student chooses again for ever", node.id),
                )
                .help("让对的那个选项去掉 redo，写上 go: \"节点名\"", "take redo off the right choice and give it go: \"node\""),
            );
        }
    }
}
