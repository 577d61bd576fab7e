//! A route that could earn more than a competency's declared maximum.

use super::super::model::Scenario;
use super::walk;
use crate::diag::{Code, Finding, Findings, Severity};

/// D502
pub const CODE: Code = Code {
    id: "D502",
    severity: Severity::Error,
    zh: "分数会超过声明的满分",
    en: "points above the declared maximum",
    why_zh: "满分对每条路线都一样。多出来的分会被截掉，不同路线就不公平。",
    why_en: "The maximum is the same for every route. What is above it is cut off, which is unfair between routes.",
    before: "\"verify\": (name: …, max: 5)   // 路线上能拿 12 分",
    after: "\"verify\": (name: …, max: 12)",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    if !walk::is_complete(s) {
        return;
    }
    for (comp, (_, best)) in walk::best_totals(s) {
        let c = &s.competencies[comp.index()];
        if best > c.max {
            out.add(
                Finding::new(
                    &CODE,
                    c.span,
                    format!("“{}”满分写的是 {}，但一条路线最多能拿 {best} 分", c.id, c.max),
                    format!("{:?} has a maximum of {}, but a route can earn {best}", c.id, c.max),
                )
                .help(format!("把 max 改成 {best}，或者减少 points"), format!("make max {best}, or give fewer points")),
            );
        }
    }
}
