//! The story as a graph of nodes, conditions left aside: where each node may lead, and which nodes can come again.

use crate::scenario::components;
use crate::scenario::{NodeKind, Scenario};

/// Ways between nodes, triggers among them.
#[derive(Debug)]
pub(super) struct StoryGraph {
    to: Vec<Vec<usize>>,
    part: Vec<u32>,
    parts: usize,
}

impl StoryGraph {
    pub(super) fn of(s: &Scenario) -> Self {
        let to: Vec<Vec<usize>> = s
            .nodes
            .iter()
            .map(|node| {
                let mut to: Vec<usize> = node.leads_to().into_iter().map(|n| n.index()).collect();
                if is_timed(&node.kind) {
                    to.extend(s.triggers.iter().map(|t| t.go.index()));
                }
                to.sort_unstable();
                to.dedup();
                to
            })
            .collect();
        let part = components(to.len(), |n, k| to[n as usize].get(k as usize).map(|m| *m as u32));
        let parts = part.iter().max().map_or(0, |p| *p as usize + 1);
        Self { to, part, parts }
    }

    /// Where a node may lead.
    pub(super) fn to(&self, node: usize) -> &[usize] {
        &self.to[node]
    }

    /// The number of a node's component: ways lead to the same or a lower one.
    pub(super) fn part(&self, node: usize) -> usize {
        self.part[node] as usize
    }

    /// How many components there are.
    pub(super) fn part_count(&self) -> usize {
        self.parts
    }

    /// Nodes by component, ends first.
    pub(super) fn by_part(&self) -> Vec<Vec<usize>> {
        let mut parts = vec![Vec::new(); self.parts];
        for node in 0..self.part.len() {
            parts[self.part(node)].push(node);
        }
        parts
    }
}

/// Whether time passes at a node, so that triggers are watched.
pub(super) fn is_timed(kind: &NodeKind) -> bool {
    matches!(kind, NodeKind::Decide(_) | NodeKind::Wait { .. } | NodeKind::Signs(_))
}
