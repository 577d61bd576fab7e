//! A variable that starts, or is put, outside its range.

use super::super::model::{Effects, NodeKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity, Span};

/// D701
pub const CODE: Code = Code {
    id: "D701",
    severity: Severity::Error,
    zh: "变量超出范围",
    en: "a variable outside its range",
    why_zh: "变量写了范围，就不能被设到范围外；范围用来检查所有可能。",
    why_en: "A variable stays inside its range; the range is what lets every case be checked.",
    before: "\"paid\": Money(start: 0, max: 500)   …   set: { \"paid\": 900 }",
    after: "\"paid\": Money(start: 0, max: 900)",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for v in &s.vars {
        if v.min > v.max || v.start < v.min || v.start > v.max {
            out.add(
                Finding::new(
                    &CODE,
                    v.span,
                    format!("“{}”起始值 {} 不在 {} 到 {} 之间", v.id, v.start, v.min, v.max),
                    format!("{:?} starts at {}, outside {} to {}", v.id, v.start, v.min, v.max),
                )
                .help("改 start、min 或 max", "change start, min or max"),
            );
        }
    }
    for node in &s.nodes {
        effects(s, &node.effects, node.span, out);
        if let NodeKind::Decide(d) = &node.kind {
            for c in &d.choices {
                effects(s, &c.effects, c.span, out);
            }
        }
    }
}

fn effects(s: &Scenario, e: &Effects, span: Span, out: &mut Findings) {
    let too_far = |v: &crate::scenario::Var, n: i32, is_add: bool| {
        if is_add { n.unsigned_abs() > v.max.abs_diff(v.min) } else { n < v.min || n > v.max }
    };
    for (list, is_add) in [(&e.set, false), (&e.add, true)] {
        for (var, n) in list {
            let Some(v) = s.vars.get(var.index()) else { continue };
            if too_far(v, *n, is_add) {
                out.add(
                    Finding::new(
                        &CODE,
                        span,
                        format!("“{}”{} {n}，范围是 {} 到 {}", v.id, if is_add { "加上" } else { "设为" }, v.min, v.max),
                        format!("{:?} {} {n}, the range is {} to {}", v.id, if is_add { "grows by" } else { "is set to" }, v.min, v.max),
                    )
                    .help("改这个数，或者放宽变量的范围", "change the number, or widen the range"),
                );
            }
        }
    }
}
