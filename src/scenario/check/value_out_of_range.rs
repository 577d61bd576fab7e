//! A variable that starts, or is put, outside its range.

use super::super::model::{Effects, NodeKind, Scenario, Var};
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
        if v.min > v.max {
            out.add(
                Finding::new(
                    &CODE,
                    v.span,
                    format!("“{}”的 min 是 {}，比 max {} 还大", v.id, v.min, v.max),
                    format!("{:?} has a min of {}, above its max of {}", v.id, v.min, v.max),
                )
                .help("把 min 和 max 对调", "let min and max change places"),
            );
        } else if v.start < v.min || v.start > v.max {
            out.add(
                Finding::new(
                    &CODE,
                    v.span,
                    format!("“{}”的范围是 {} 到 {}，起始值却是 {}", v.id, v.min, v.max, v.start),
                    format!("{:?} goes from {} to {}, but starts at {}", v.id, v.min, v.max, v.start),
                )
                .help(
                    format!("把 start 改到范围里，或者{}", widen(v, v.start).0),
                    format!("use a start within the range, or {}", widen(v, v.start).1),
                ),
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

/// How the range is widened to hold a value.
fn widen(v: &Var, n: i32) -> (String, String) {
    let field = if n < v.min { "min" } else { "max" };
    (format!("在 vars 里把 {field} 改成 {n}"), format!("make {field} {n} in vars"))
}

fn effects(s: &Scenario, e: &Effects, span: Span, out: &mut Findings) {
    for (var, n) in &e.set {
        let Some(v) = s.vars.get(var.index()).filter(|v| v.min <= v.max && (*n < v.min || *n > v.max)) else { continue };
        out.add(
            Finding::new(
                &CODE,
                span,
                format!("“{}”的范围是 {} 到 {}，这里却设成 {n}", v.id, v.min, v.max),
                format!("{:?} goes from {} to {}, but is set to {n} here", v.id, v.min, v.max),
            )
            .help(
                format!("改成 {} 到 {} 之间的数，或者{}", v.min, v.max, widen(v, *n).0),
                format!("use a number from {} to {}, or {}", v.min, v.max, widen(v, *n).1),
            ),
        );
    }
    for (var, n) in &e.add {
        let Some(v) = s.vars.get(var.index()).filter(|v| v.min <= v.max && n.unsigned_abs() > v.max.abs_diff(v.min)) else { continue };
        out.add(
            Finding::new(
                &CODE,
                span,
                format!(
                    "“{}”的范围是 {} 到 {}，一次{} {} 就超出了",
                    v.id,
                    v.min,
                    v.max,
                    if *n < 0 { "减" } else { "加" },
                    n.unsigned_abs()
                ),
                format!("{:?} goes from {} to {}; a change of {n} is more than that", v.id, v.min, v.max),
            )
            .help("改小这个数，或者在 vars 里放宽 min、max", "use a smaller number, or widen min and max in vars"),
        );
    }
}
