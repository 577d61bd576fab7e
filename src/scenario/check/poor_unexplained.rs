//! A poor choice that is not explained.

use super::super::model::{Grade, NodeKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity};

/// D505
pub const CODE: Code = Code {
    id: "D505",
    severity: Severity::Warning,
    zh: "不好的选项没有解释",
    en: "a poor choice without explanation",
    why_zh: "扣了分却不说为什么，学生学不到东西。",
    why_en: "Points lost without a reason teach nothing.",
    before: "(id: \"wait\", …, grade: Poor, go: \"late\")",
    after: "(id: \"wait\", …, grade: Poor, why: (zh: \"…\", en: \"…\"), go: \"late\")",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for node in &s.nodes {
        let NodeKind::Decide(d) = &node.kind else { continue };
        for c in d.choices.iter().filter(|c| c.grade == Grade::Poor && c.why.is_none()) {
            out.add(
                Finding::new(&CODE, c.span, format!("选项“{}”没有 why", c.id), format!("the choice {:?} has no why", c.id))
                    .help("用一句话说清为什么不好", "say in a sentence why it is poor"),
            );
        }
    }
}
