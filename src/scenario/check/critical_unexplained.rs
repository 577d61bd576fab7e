//! A critical choice without an explanation or a source.

use super::super::model::{Grade, NodeKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity};

/// D504
pub const CODE: Code = Code {
    id: "D504",
    severity: Severity::Error,
    zh: "严重错误没有解释或来源",
    en: "a critical choice without explanation or source",
    why_zh: "判学生严重错误，必须说清为什么，并给出法律或标准依据。",
    why_en: "Whoever calls something critical must say why, and by what law or standard.",
    before: "(id: \"pay\", …, grade: Critical, go: \"lost\")",
    after: "(id: \"pay\", …, grade: Critical, why: (…), cites: [\"fcl-2\"], go: \"lost\")",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for node in &s.nodes {
        let NodeKind::Decide(d) = &node.kind else { continue };
        for c in d.choices.iter().filter(|c| c.grade == Grade::Critical) {
            let missing = match (c.why.is_none(), c.cites.is_empty()) {
                (true, true) => ("why 和 cites", "why and cites"),
                (true, false) => ("why", "why"),
                (false, true) => ("cites", "cites"),
                (false, false) => continue,
            };
            out.add(
                Finding::new(
                    &CODE,
                    c.span,
                    format!("严重错误“{}”缺少 {}", c.id, missing.0),
                    format!("the critical choice {:?} lacks {}", c.id, missing.1),
                )
                .help("写上为什么，并引用 sources 里的一条", "say why and cite one of sources"),
            );
        }
    }
}
