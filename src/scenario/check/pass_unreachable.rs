//! A pass mark that no route can reach.

use super::super::model::{NodeKind, Scenario};
use super::walk;
use crate::diag::{Code, Finding, Findings, Severity};

/// D501
pub const CODE: Code = Code {
    id: "D501",
    severity: Severity::Error,
    zh: "及格线谁也够不着",
    en: "a pass mark nobody can reach",
    why_zh: "最好的路线也拿不到及格分，学生再认真也过不了。",
    why_en: "Even the best route stays below the pass mark.",
    before: "pass: 90,   // 最多只能拿 70%",
    after: "pass: 60,",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    if !walk::is_complete(s) {
        return;
    }
    let max = s.max_points();
    let best: i32 = walk::best_totals(s).iter().map(|(c, (_, n))| (*n).min(s.competencies[c.index()].max)).sum();
    let may_pass = s.nodes.iter().any(|n| matches!(n.kind, NodeKind::End { pass: true, .. }));
    let has_end = s.nodes.iter().any(|n| matches!(n.kind, NodeKind::End { .. }));
    let percent = if max > 0 { i64::from(best) * 100 / i64::from(max) } else { 0 };
    if max > 0 && percent < i64::from(s.pass) {
        out.add(
            Finding::new(
                &CODE,
                s.pass_span,
                format!("最好的路线只有 {percent}%（{best}/{max} 分），及格线是 {}%", s.pass),
                format!("the best route earns {percent}% ({best} of {max}), the pass mark is {}%", s.pass),
            )
            .help("降低 pass，或者给选项加 points", "lower pass, or give choices more points"),
        );
    } else if has_end && !may_pass {
        out.add(
            Finding::new(
                &CODE,
                s.pass_span,
                "每个结局都写了 pass: false，谁也不可能通过",
                "every ending says pass: false, so nobody can pass",
            )
            .help("把好的那个结局里的 pass: false 删掉", "remove pass: false from the good ending"),
        );
    }
}
