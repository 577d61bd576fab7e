//! The story as a graph, for the rules that walk it. Conditions are not looked at here: `explore` does that.

use std::collections::{BTreeMap, BTreeSet};

use super::super::model::{CompId, NodeId, NodeKind, Scenario};

/// Where each node leads, by index; triggers lead from every node in which time passes.
pub(super) fn edges(s: &Scenario) -> Vec<Vec<usize>> {
    let known = |n: &NodeId| n.index() < s.nodes.len();
    s.nodes
        .iter()
        .map(|node| {
            let mut to: Vec<usize> = node.leads_to().iter().filter(|n| known(n)).map(|n| n.index()).collect();
            if matches!(node.kind, NodeKind::Decide(_) | NodeKind::Wait { .. } | NodeKind::Signs(_)) {
                to.extend(s.triggers.iter().map(|t| t.go).filter(known).map(NodeId::index));
            }
            to.sort_unstable();
            to.dedup();
            to
        })
        .collect()
}

/// Nodes that can be reached from a start.
pub(super) fn reached(edges: &[Vec<usize>], start: usize) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut todo = vec![start];
    while let Some(n) = todo.pop() {
        if n < edges.len() && seen.insert(n) {
            todo.extend(&edges[n]);
        }
    }
    seen
}

/// Strongly connected components, each before the ones that lead to it.
pub(super) fn components(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    pathfinding::directed::strongly_connected_components::strongly_connected_components(&(0..edges.len()).collect::<Vec<_>>(), |n| {
        edges[*n].clone()
    })
}

/// The most points a node can give in a competency: its first answer counts once.
pub(super) fn most_points(s: &Scenario, node: usize, comp: CompId) -> i32 {
    match &s.nodes[node].kind {
        NodeKind::Decide(d) => d.choices.iter().map(|c| c.points.get(&comp).copied().unwrap_or(0)).max().unwrap_or(0),
        NodeKind::Signs(g) => g.points.get(&comp).copied().unwrap_or(0),
        NodeKind::Judge(j) => j.points.get(&comp).copied().unwrap_or(0) * j.items.len() as i32,
        _ => 0,
    }
}

/// An upper bound on what any route can earn, by competency: the heaviest path over the components.
pub(super) fn best_totals(s: &Scenario) -> BTreeMap<CompId, i32> {
    let edges = edges(s);
    let parts = components(&edges);
    let mut part_of = vec![0; edges.len()];
    for (k, part) in parts.iter().enumerate() {
        for n in part {
            part_of[*n] = k;
        }
    }
    let start = s.start.index();
    (0..s.competencies.len())
        .map(|c| {
            let comp = CompId(c as u16);
            let mut best = vec![0; parts.len()];
            for (k, part) in parts.iter().enumerate() {
                let own: i32 = part.iter().map(|n| most_points(s, *n, comp)).sum();
                let after = part.iter().flat_map(|n| &edges[*n]).map(|m| part_of[*m]).filter(|p| *p != k).map(|p| best[p]).max();
                best[k] = own + after.unwrap_or(0);
            }
            (comp, if start < edges.len() { best[part_of[start]] } else { 0 })
        })
        .collect()
}
