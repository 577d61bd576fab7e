//! Ways from node to node. Choices that go the same way and are equally good share one.

use super::map::{Link, Why};
use super::says::{Words, seconds};
use crate::scenario::{Decision, NodeId, NodeKind, Timeout};

/// The links that leave a node, in the order written.
pub(super) fn of_node(w: Words<'_>, n: usize) -> Vec<Link> {
    let goes = |id: &NodeId| vec![Link::new(n, id.index(), Why::Goes)];
    let mut links = match &w.case.scenario.nodes[n].kind {
        NodeKind::Story { go, .. } | NodeKind::Wait { go, .. } => goes(go),
        NodeKind::Signs(s) => goes(&s.go),
        NodeKind::Judge(j) => goes(&j.go),
        NodeKind::Branch { cases, go } => {
            let when = cases.iter().map(|(when, to)| Link::new(n, to.index(), Why::When(w.condition(when))));
            when.chain([Link::new(n, go.index(), Why::Else)]).collect()
        }
        NodeKind::Decide(d) => decided(n, d),
        NodeKind::End { .. } | NodeKind::Broken => Vec::new(),
    };
    // What leads back to its own card is shown on the card.
    links.retain(|l| l.to != n);
    links
}

fn decided(n: usize, d: &Decision) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (row, choice) in d.choices.iter().enumerate() {
        let Some(to) = choice.go.filter(|_| !choice.redo) else { continue };
        let same = links.iter_mut().find(|l| l.to == to.index() && matches!(l.why, Why::Choices { grade, .. } if grade == choice.grade));
        match same.map(|l| &mut l.why) {
            Some(Why::Choices { rows, .. }) => rows.push(row),
            _ => links.push(Link::new(n, to.index(), Why::Choices { grade: choice.grade, rows: vec![row] })),
        }
    }
    if let (Some(time), Some(Timeout::Node(id))) = (d.time, d.timeout) {
        links.push(Link::new(n, id.index(), Why::Clock(seconds(time))));
    }
    links
}
