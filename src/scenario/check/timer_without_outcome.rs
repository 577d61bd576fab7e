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
            (Some(time), None) => (
                format!("“{}”限时 {} 秒，却没有写时间到了去哪里", node.id, time.secs()),
                format!("{:?} has {} seconds, but doesn't say what happens when they are over", node.id, time.secs()),
                (
                    "补上 timeout: \"节点名，或本节点的选项名\"；不限时就删掉 seconds",
                    "add timeout: \"a node, or a choice of this node\", or remove seconds",
                ),
            ),
            (None, Some(_)) => (
                format!("“{}”写了时间到了去哪里（timeout），却没有写限时几秒", node.id),
                format!("{:?} says what happens when time is over (timeout), but not how much there is", node.id),
                ("补上 seconds: 30；不限时就删掉 timeout", "add seconds: 30, or remove timeout"),
            ),
            _ => continue,
        };
        out.add(Finding::new(&CODE, node.span, zh, en).help(help.0, help.1));
    }
}
