//! A variant that nothing can be drawn for.

use super::super::model::Scenario;
use crate::diag::{Code, Finding, Findings, Severity};

/// D703
pub const CODE: Code = Code {
    id: "D703",
    severity: Severity::Error,
    zh: "随机变化没有取值",
    en: "a variant without values",
    why_zh: "每一局要从取值里抽一个。一个也没有，就没有东西可抽。",
    why_en: "Each run draws one of the values. With none there is nothing to draw.",
    before: "variants: { \"sender\": [] }",
    after: "variants: { \"sender\": [\"courier\", \"teacher\"] }",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for v in s.variants.iter().filter(|v| v.values.is_empty()) {
        out.add(
            Finding::new(&CODE, v.span, format!("随机变化“{}”一个取值也没有", v.id), format!("the variant {:?} has no values", v.id)).help(
                format!("写上至少两个取值，如 \"{}\": [\"early\", \"late\"]，或者删掉它", v.id),
                format!("give it two values or more, such as \"{}\": [\"early\", \"late\"], or remove it", v.id),
            ),
        );
    }
}
