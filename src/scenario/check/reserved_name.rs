//! A variable or variant that no condition can ask for, because its name means something else there.

use super::super::condition::reserved;
use super::super::model::Scenario;
use crate::diag::{Code, Finding, Findings, Severity};

/// D704
pub const CODE: Code = Code {
    id: "D704",
    severity: Severity::Error,
    zh: "名字和条件里的词重了",
    en: "a name that conditions use for something else",
    why_zh: "layer visibility smoke temp shaking dose heat hurt saved waiting fallen seen chose in fell jammed crouching trapped and or not is 在条件里各有意思。变量叫这些名字，条件就问不到它。",
    why_en: "layer visibility smoke temp shaking dose heat hurt saved waiting fallen seen chose in fell jammed crouching trapped and or not is have a meaning in conditions. No condition can ask for a variable of such a name.",
    before: "vars: { \"smoke\": Count(max: 3) }",
    after: "vars: { \"smoke_seen\": Count(max: 3) }",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    let vars = s.vars.iter().map(|v| (&v.id, v.span, ("变量", "variable")));
    let variants = s.variants.iter().map(|v| (&v.id, v.span, ("随机变化", "variant")));
    for (id, span, what) in vars.chain(variants) {
        if reserved().any(|word| word == id) {
            out.add(
                Finding::new(
                    &CODE,
                    span,
                    format!("{}不能叫“{id}”，条件里它另有意思", what.0),
                    format!("no {} may be called {id:?}: in conditions that means something else", what.1),
                )
                .help(
                    format!("换个名字，如 \"my_{id}\"，用到它的地方一起改"),
                    format!("rename it and what uses it, to \"my_{id}\" for example"),
                ),
            );
        }
    }
}
