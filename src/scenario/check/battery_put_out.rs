//! A burning battery that is put out by hand.

use super::super::model::{HazardKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity};

/// D708
pub const CODE: Code = Code {
    id: "D708",
    severity: Severity::Error,
    zh: "电池起火，灭火器压不住",
    en: "an extinguisher does not put out a battery",
    why_zh: "锂电池热失控，热量来自电芯里面：干粉压得住明火，过一会儿又烧起来，要大量的水长时间冷却。演练里写它被扑灭，学生就会去扑。",
    why_en: "A lithium battery in thermal runaway heats itself from within: powder knocks the flames down and they come back; it takes much water for a long time. A drill in which it is put out teaches students to try.",
    before: "Burn(at: \"battery\", item: EBikeBattery, from: \"flash\", until: \"sprayed\")",
    after: "Burn(at: \"battery\", item: EBikeBattery, from: \"flash\")",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for hazard in &s.hazards {
        let HazardKind::Burn { item, .. } = hazard.kind else { continue };
        if hazard.until.is_some() && !item.can_be_put_out() {
            out.add(
                Finding::new(
                    &CODE,
                    hazard.span,
                    "电动车电池写了 until，像是被扑灭了",
                    "an e-bike battery has an until, as if it were put out",
                )
                .help(
                    "删掉 until，让它一直烧；能扑灭的小火另写一个 Burn",
                    "remove until and let it burn; a small fire that can be put out is a Burn of its own",
                ),
            );
        }
    }
}
