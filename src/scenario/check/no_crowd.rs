//! A call to a crowd, or a question about it, in a drill that has none.

use super::super::condition::{Condition, Measure};
use super::super::model::{Cue, NodeKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity, Span};

/// D714
pub const CODE: Code = Code {
    id: "D714",
    severity: Severity::Error,
    zh: "剧本里没有写 crowd（同学）",
    en: "there is no crowd in this drill",
    why_zh: "Call 喊的、saved waiting fallen 数的，都是 crowd 里的同学。没有写 crowd，喊了没人听，数出来永远是 0。",
    why_en: "Call is heard by the people of crowd, and saved, waiting and fallen count them. Without a crowd nobody hears, and the counts stay 0.",
    before: "triggers: [(when: \"saved >= 10\", go: \"done\")]",
    after: "crowd: (groups: [(room: \"corridor\", count: 12)]),   …   triggers: [(when: \"saved >= 10\", go: \"done\")]",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    if s.crowd.is_some() {
        return;
    }
    let mut found: Vec<Span> = Vec::new();
    let counts = |when: &Condition| {
        let mut does = false;
        when.atoms(&mut |atom| does |= matches!(atom, Condition::Hazard(Measure::Saved | Measure::Waiting | Measure::Fallen, ..)));
        does
    };
    for node in &s.nodes {
        let of_cases = matches!(&node.kind, NodeKind::Branch { cases, .. } if cases.iter().any(|(when, _)| counts(when)));
        if of_cases || node.cues.contains(&Cue::Call) {
            found.push(node.span);
        }
        if let NodeKind::Decide(d) = &node.kind {
            found.extend(d.choices.iter().filter(|c| c.cues.contains(&Cue::Call) || c.when.as_ref().is_some_and(counts)).map(|c| c.span));
        }
    }
    found.extend(s.triggers.iter().filter(|t| counts(&t.when)).map(|t| t.span));
    for span in found {
        out.add(
            Finding::new(&CODE, span, "这里喊的或数的是同学，剧本里却没有写 crowd", "this calls or counts a crowd, and the drill has none")
                .help(
                    "写上 crowd（见手册第 11 节），或者删掉 Call 和 saved、waiting、fallen",
                    "write a crowd (section 11 of the guide), or remove Call and saved, waiting, fallen",
                ),
        );
    }
}
