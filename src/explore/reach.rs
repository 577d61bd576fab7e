//! What nobody reaches, what nobody leaves, and what always comes out the same.

use std::collections::BTreeMap;

use super::counted::Counted;
use super::layout::decision;
use super::report::{Clamped, ConstantCondition, DeadEnd, Forced, Unreachable};
use super::space::Space;
use super::survey::{Survey, both};
use crate::scenario::wording::condition;
use crate::scenario::{Condition, NodeKind};

/// More dead ends than this are not worth listing.
const MOST_LISTED: usize = 50;

/// Which choices were made, over all nodes.
pub(super) fn made(space: &Space) -> Vec<bool> {
    let layout = &space.ground.layout;
    let mut made = vec![false; layout.choices_from.last().copied().unwrap_or(0)];
    for n in 0..space.found.answers.len() as u32 {
        for one in space.found.answers.counted(n) {
            if let Counted::Choice { node, choice, .. } = one {
                made[layout.choices_from[node.index()] + choice] = true;
            }
        }
    }
    made
}

/// Nodes never entered, and choices never made at nodes that were.
pub(super) fn unreachable(space: &Space, made: &[bool]) -> Vec<Unreachable> {
    let (s, layout) = (&space.case.scenario, &space.ground.layout);
    let mut list = Vec::new();
    for (n, node) in s.nodes.iter().enumerate() {
        if !space.found.met.nodes[n] {
            list.push(Unreachable { node: node.id.clone(), choice: None });
            continue;
        }
        for (k, choice) in decision(node).into_iter().flat_map(|d| d.choices.iter().enumerate()) {
            if !made[layout.choices_from[n] + k] {
                list.push(Unreachable { node: node.id.clone(), choice: Some(choice.id.clone()) });
            }
        }
    }
    list
}

/// Where a condition that came out the same stands, and what that cuts off.
#[derive(Debug)]
pub(super) struct Constant {
    pub report: ConstantCondition,
    /// The node it stands in; `None` for a trigger.
    pub at: Option<usize>,
    /// The choice it belongs to.
    pub choice: Option<usize>,
    /// Nodes that it lets nobody go to from there.
    pub cuts: Vec<usize>,
}

/// Conditions that came out the same whenever they were asked.
pub(super) fn constants(space: &Space) -> Vec<Constant> {
    let (s, layout, met) = (&space.case.scenario, &space.ground.layout, &space.found.met);
    let text = |when: &Condition| condition(s, &space.case.place, when);
    let mut list = Vec::new();
    let mut add = |asked: u8, at: Option<usize>, choice: Option<usize>, place: String, when: &Condition, cuts: [Vec<usize>; 2]| {
        // Bit 0: it was false; bit 1: it was true.
        let always = asked == 2;
        if asked == 1 || always {
            let node = at.map(|n| s.nodes[n].id.clone()).unwrap_or_default();
            let report = ConstantCondition { node, place, condition: text(when), always };
            let [never, otherwise] = cuts;
            list.push(Constant { report, at, choice, cuts: if always { otherwise } else { never } });
        }
    };
    for (n, node) in s.nodes.iter().enumerate() {
        match &node.kind {
            NodeKind::Decide(d) => {
                for (k, choice) in d.choices.iter().enumerate() {
                    let Some(when) = &choice.when else { continue };
                    let to = choice.go.filter(|_| !choice.redo).map(|go| go.index()).into_iter().collect();
                    let asked = met.choices[layout.choices_from[n] + k].get();
                    add(asked, Some(n), Some(k), format!("choice {}", choice.id), when, [to, Vec::new()]);
                }
            }
            NodeKind::Branch { cases, go } => {
                for (k, (when, to)) in cases.iter().enumerate() {
                    let later = cases[k + 1..].iter().map(|(_, to)| to.index()).chain([go.index()]).collect();
                    let asked = met.cases[layout.cases_from[n] + k].get();
                    add(asked, Some(n), None, format!("case {}", k + 1), when, [vec![to.index()], later]);
                }
            }
            _ => {}
        }
    }
    for (n, trigger) in s.triggers.iter().enumerate() {
        // A trigger fires when it is first true: that it never was false means nothing.
        let asked = met.triggers[n].get();
        if asked == 1 {
            add(asked, None, None, format!("trigger {}", n + 1), &trigger.when, [vec![trigger.go.index()], Vec::new()]);
        }
    }
    list
}

/// Circles of states, and states in which nothing happens any more, by the nodes they lie at.
pub(super) fn dead_ends(survey: &Survey<'_>) -> Vec<DeadEnd> {
    let (s, space) = (survey.scenario(), survey.space);
    let mut first: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
    for members in survey.scores.traps() {
        let mut nodes: Vec<usize> = members.iter().map(|state| space.moment(*state).0.min(s.nodes.len() - 1)).collect();
        nodes.sort_unstable();
        nodes.dedup();
        let nearest = members.into_iter().min().unwrap_or(0);
        first.entry(nodes).and_modify(|known| *known = nearest.min(*known)).or_insert(nearest);
    }
    first
        .into_iter()
        .take(MOST_LISTED)
        .map(|(nodes, state)| {
            let nodes: Vec<String> = nodes.into_iter().map(|n| s.nodes[n].id.clone()).collect();
            let comes_to = both(
                format!("困在{}，再也到不了结局", nodes.iter().map(|n| format!("“{n}”")).collect::<Vec<_>>().join("、")),
                format!("is caught at {}, and reaches no ending any more", nodes.join(", ")),
            );
            let route = survey.shortest.route(space, state).unwrap_or_default();
            DeadEnd { witness: survey.witness_of(&route, &comes_to), nodes }
        })
        .collect()
}

/// Decisions at which nothing could be chosen.
pub(super) fn forced(survey: &Survey<'_>) -> Vec<Forced> {
    let s = survey.scenario();
    let list = survey.space.found.forced.iter().map(|((node, choice), edge)| {
        let node = s.node(*node);
        let choice = decision(node).and_then(|d| d.choices.get(*choice)).map(|c| c.id.clone()).unwrap_or_default();
        let comes_to = both(format!("在“{}”一个选项也没有", node.id), format!("finds nothing to choose at {}", node.id));
        Forced { node: node.id.clone(), choice, witness: survey.witness_of(&survey.route_over(*edge), &comes_to) }
    });
    list.collect()
}

/// Variables that were held in their range.
pub(super) fn clamped(survey: &Survey<'_>) -> Vec<Clamped> {
    let s = survey.scenario();
    let list = survey.space.found.clamped.iter().map(|(var, clamp)| {
        let var = &s.vars[var.index()];
        let node = s.nodes.get(clamp.node).map(|n| n.id.clone()).unwrap_or_default();
        let comes_to = both(
            format!("让“{}”要变成 {}，超出 {} 到 {} 的范围", var.id, clamp.wanted, var.min, var.max),
            format!("takes {:?} to {}, out of its range of {} to {}", var.id, clamp.wanted, var.min, var.max),
        );
        let witness = survey.witness_of(&survey.route_over(clamp.edge), &comes_to);
        Clamped { var: var.id.clone(), node, wanted: clamp.wanted, range: (var.min, var.max), witness }
    });
    list.collect()
}
