//! The story as a graph, for the rules that walk it. Conditions are not looked at here: `explore` does that.

use std::collections::{BTreeMap, BTreeSet};

use super::super::condition::Condition;
use super::super::model::{CompId, Node, NodeId, NodeKind, Scenario, Timeout};

/// Where each node leads, by index; triggers lead from every node in which time passes.
pub(super) fn edges(s: &Scenario) -> Vec<Vec<usize>> {
    edges_when(s, &|_| None)
}

/// The same when some conditions are known, as with one draw of the variants.
fn edges_when(s: &Scenario, known: &impl Fn(&Condition) -> Option<bool>) -> Vec<Vec<usize>> {
    let is_node = |n: &NodeId| n.index() < s.nodes.len();
    s.nodes
        .iter()
        .map(|node| {
            let mut to = ways(node, known);
            if matches!(node.kind, NodeKind::Decide(_) | NodeKind::Wait { .. } | NodeKind::Signs(_)) {
                to.extend(s.triggers.iter().filter(|t| t.when.decide(known) != Some(false)).map(|t| t.go));
            }
            // What could not be read, or leads to an unknown name, is reported already: it may lead anywhere.
            if matches!(node.kind, NodeKind::Broken) || !to.iter().all(is_node) {
                return (0..s.nodes.len()).collect::<Vec<usize>>();
            }
            let mut to: Vec<usize> = to.into_iter().map(NodeId::index).collect();
            to.sort_unstable();
            to.dedup();
            to
        })
        .collect()
}

/// Whether every node could be read and every way leads to a node: without that, points can't be added up.
pub(super) fn is_complete(s: &Scenario) -> bool {
    let is_node = |n: &NodeId| n.index() < s.nodes.len();
    is_node(&s.start)
        && s.triggers.iter().all(|t| is_node(&t.go))
        && s.nodes.iter().all(|n| !matches!(n.kind, NodeKind::Broken) && n.leads_to().iter().all(is_node))
}

fn ways(node: &Node, known: &impl Fn(&Condition) -> Option<bool>) -> Vec<NodeId> {
    match &node.kind {
        NodeKind::Branch { cases, go } => {
            let mut to = Vec::new();
            for (when, way) in cases {
                match when.decide(known) {
                    Some(false) => {}
                    Some(true) => {
                        to.push(*way);
                        return to;
                    }
                    None => to.push(*way),
                }
            }
            to.push(*go);
            to
        }
        NodeKind::Decide(d) => {
            let timeout = match d.timeout {
                Some(Timeout::Node(n)) => Some(n),
                _ => None,
            };
            let open = d.choices.iter().filter(|c| !c.redo && c.when.as_ref().and_then(|w| w.decide(known)) != Some(false));
            open.filter_map(|c| c.go).chain(timeout).collect()
        }
        _ => node.leads_to(),
    }
}

/// More draws of the variants than this are not told apart.
const MOST_DRAWS: usize = 512;

/// Every draw of the variants: the index each takes.
fn draws(s: &Scenario) -> Vec<Option<Vec<usize>>> {
    let sizes: Vec<usize> = s.variants.iter().map(|v| v.values.len().max(1)).collect();
    let count = sizes.iter().try_fold(1_usize, |n, k| n.checked_mul(*k).filter(|n| *n <= MOST_DRAWS));
    let Some(count) = count else { return vec![None] };
    (0..count)
        .map(|mut code| {
            Some(
                sizes
                    .iter()
                    .map(|k| {
                        let n = code % k;
                        code /= k;
                        n
                    })
                    .collect(),
            )
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
    let part_of = crate::scenario::components(edges.len(), |n, k| edges[n as usize].get(k as usize).map(|to| *to as u32));
    let count = part_of.iter().max().map_or(0, |last| *last as usize + 1);
    let mut parts = vec![Vec::new(); count];
    for (node, part) in part_of.iter().enumerate() {
        parts[*part as usize].push(node);
    }
    parts
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

/// What the best route can earn, by competency: (over the worst draw of the variants, over the best draw).
pub(super) fn best_totals(s: &Scenario) -> BTreeMap<CompId, (i32, i32)> {
    let mut best: BTreeMap<CompId, (i32, i32)> = BTreeMap::new();
    for draw in draws(s) {
        let known = |atom: &Condition| match (atom, &draw) {
            (Condition::Variant(v, n), Some(draw)) => Some(draw[v.index()] == *n),
            _ => None,
        };
        for (comp, total) in totals(s, &edges_when(s, &known)) {
            let entry = best.entry(comp).or_insert((total, total));
            *entry = (entry.0.min(total), entry.1.max(total));
        }
    }
    best
}

/// An upper bound over all routes of a graph: the heaviest path over the components.
fn totals(s: &Scenario, edges: &[Vec<usize>]) -> Vec<(CompId, i32)> {
    let start = s.start.index();
    if start >= edges.len() {
        return Vec::new();
    }
    let parts = components(edges);
    let mut part_of = vec![0; edges.len()];
    for (k, part) in parts.iter().enumerate() {
        for n in part {
            part_of[*n] = k;
        }
    }
    (0..s.competencies.len())
        .map(|c| {
            let comp = CompId(c as u16);
            let mut best = vec![0; parts.len()];
            for (k, part) in parts.iter().enumerate() {
                let own: i32 = part.iter().map(|n| most_points(s, *n, comp)).sum();
                let after = part.iter().flat_map(|n| &edges[*n]).map(|m| part_of[*m]).filter(|p| *p != k).map(|p| best[p]).max();
                best[k] = own + after.unwrap_or(0);
            }
            (comp, best[part_of[start]])
        })
        .collect()
}
