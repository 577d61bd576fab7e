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
            let (zh, en, help) = match (c.why.is_none(), c.cites.is_empty()) {
                (true, true) => (
                    "why（为什么）和 cites（依据）",
                    "why and cites",
                    (
                        "补上 why: (zh: \"…\", en: \"…\")，再写 cites: [\"来源名\"]",
                        "add why: (zh: \"…\", en: \"…\") and cites: [\"source\"]",
                    ),
                ),
                (true, false) => (
                    "why（为什么）",
                    "why",
                    ("补上 why: (zh: \"…\", en: \"…\")，一两句说清道理", "add why: (zh: \"…\", en: \"…\"), a sentence or two"),
                ),
                (false, true) => {
                    ("cites（依据）", "cites", ("补上 cites: [\"来源名\"]，来源写在 sources 里", "add cites: [\"source\"], one of sources"))
                }
                (false, false) => continue,
            };
            out.add(
                Finding::new(
                    &CODE,
                    c.span,
                    format!("“{}”判为严重错误（Critical），却没有写 {zh}", c.id),
                    format!("{:?} is Critical, but has no {en}", c.id),
                )
                .help(help.0, help.1),
            );
        }
    }
}
