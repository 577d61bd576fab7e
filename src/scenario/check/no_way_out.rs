//! A node from which no ending can be reached.

use super::super::model::{NodeKind, Scenario};
use super::walk;
use crate::diag::{Code, Finding, Findings, Severity};

/// D402
pub const CODE: Code = Code {
    id: "D402",
    severity: Severity::Error,
    zh: "走进去就出不来",
    en: "a node nobody can leave",
    why_zh: "学生会在这里转圈或者卡住，永远到不了结局，也就没有成绩。",
    why_en: "The student goes round in circles, never reaches an ending and gets no score.",
    before: "\"a\": Tell(…, go: \"b\"), \"b\": Tell(…, go: \"a\"),",
    after: "\"b\": Tell(…, go: \"end\"),",
};

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    let edges = walk::edges(s);
    let mut back = vec![Vec::new(); edges.len()];
    for (n, to) in edges.iter().enumerate() {
        for m in to {
            back[*m].push(n);
        }
    }
    // What could not be read, or leads to an unknown name, is reported already: let it count as a way out.
    let is_out = |n: usize| match &s.nodes[n].kind {
        NodeKind::End { .. } | NodeKind::Broken => true,
        _ => s.nodes[n].leads_to().iter().any(|m| m.index() >= s.nodes.len()),
    };
    let mut good = std::collections::BTreeSet::new();
    for n in (0..edges.len()).filter(|n| is_out(*n)) {
        good.extend(walk::reached(&back, n));
    }
    for n in walk::reached(&edges, s.start.index()) {
        if !good.contains(&n) {
            let node = &s.nodes[n];
            out.add(
                Finding::new(
                    &CODE,
                    node.span,
                    format!("从“{}”出发到不了任何结局", node.id),
                    format!("no ending can be reached from {:?}", node.id),
                )
                .help("给它一条通向 End 的路", "give it a way to an End"),
            );
        }
    }
}
