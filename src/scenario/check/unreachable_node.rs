//! A node that no choice, timer or trigger leads to.

use super::super::model::Scenario;
use super::walk;
use crate::diag::{Code, Finding, Findings, Severity};

/// D401
pub const CODE: Code = Code {
    id: "D401",
    severity: Severity::Error,
    zh: "没有人能走到这个节点",
    en: "a node nobody can reach",
    why_zh: "写了却永远看不到，多半是某个 go 指错了地方。",
    why_en: "It is written and never seen; most likely some go points elsewhere.",
    before: "\"lost\": End(…)      // 没有 go: \"lost\"",
    after: "go: \"lost\"",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    let seen = walk::reached(&walk::edges(s), s.start.index());
    if seen.is_empty() {
        return;
    }
    for (n, node) in s.nodes.iter().enumerate().filter(|(n, _)| !seen.contains(n)) {
        let _ = n;
        out.add(
            Finding::new(&CODE, node.span, format!("没有任何路线能走到“{}”", node.id), format!("no route leads to {:?}", node.id)).help(
                format!("在某个选项里写 go: \"{}\"，或者删掉它", node.id),
                format!("write go: \"{}\" somewhere, or remove it", node.id),
            ),
        );
    }
}
