//! A timer that leads nowhere when it runs out, or an outcome without a timer.

use super::super::model::{NodeKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity};

/// D404
pub const CODE: Code = Code {
    id: "D404",
    severity: Severity::Error,
    zh: "计时器和超时去向要成对写",
    en: "a timer without an outcome, or an outcome without a timer",
    why_zh: "时间到了却没说去哪里，游戏就停在那里。",
    why_en: "When time is up and nothing says where to go, the drill stands still.",
    before: "Choose(ask: …, seconds: 20, choices: […])",
    after: "Choose(ask: …, seconds: 20, timeout: \"late\", choices: […])",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for node in &s.nodes {
        let NodeKind::Decide(d) = &node.kind else { continue };
        let (zh, en, help) = match (d.time, d.timeout) {
            (Some(_), None) => (
                "有 seconds 却没有 timeout",
                "seconds without timeout",
                ("补上 timeout: \"节点或选项\"", "add timeout: \"a node or choice\""),
            ),
            (None, Some(_)) => (
                "有 timeout 却没有 seconds",
                "timeout without seconds",
                ("补上 seconds: 20，或者删掉 timeout", "add seconds: 20, or remove timeout"),
            ),
            _ => continue,
        };
        out.add(Finding::new(&CODE, node.span, format!("“{}”{zh}", node.id), format!("{:?} has {en}", node.id)).help(help.0, help.1));
    }
}
