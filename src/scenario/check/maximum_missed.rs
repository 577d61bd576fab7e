//! A maximum that even the best route misses.

use super::super::model::Scenario;
use super::walk;
use crate::diag::{Code, Finding, Findings, Severity};

/// D503
pub const CODE: Code = Code {
    id: "D503",
    severity: Severity::Warning,
    zh: "满分谁也拿不到",
    en: "a maximum nobody can earn",
    why_zh: "做得全对也不是满分，学生会以为自己漏了什么。",
    why_en: "Someone who does everything right would still miss points and wonder why.",
    before: "\"verify\": (name: …, max: 50)   // 最多能拿 40 分",
    after: "\"verify\": (name: …, max: 40)",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    if !walk::is_complete(s) {
        return;
    }
    for (comp, (best, _)) in walk::best_totals(s) {
        let c = &s.competencies[comp.index()];
        if best >= c.max {
            continue;
        }
        out.add(if best == 0 {
            Finding::new(&CODE, c.span, format!("没有一处给“{}”加分", c.id), format!("nothing gives points for {:?}", c.id)).help(
                format!("在选项里写 points: {{ \"{}\": {} }}，或者删掉这项能力", c.id, c.max),
                format!("give a choice points: {{ \"{}\": {} }}, or remove this competency", c.id, c.max),
            )
        } else {
            Finding::new(
                &CODE,
                c.span,
                format!("“{}”满分写的是 {}，最好的路线只有 {best} 分", c.id, c.max),
                format!("{:?} has a maximum of {}, the best route earns {best}", c.id, c.max),
            )
            .help(format!("把 max 改成 {best}"), format!("make max {best}"))
        });
    }
}
