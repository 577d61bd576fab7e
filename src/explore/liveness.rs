//! Which fields of a state can still make a difference at each node: those that a condition may yet ask for.

use super::hazards::Hazards;
use super::layout::{Layout, decision};
use super::story_graph::{StoryGraph, is_timed};
use crate::scenario::{Condition, Effects, Measure, NodeKind, Scenario};

/// For each node, and at last for the brief, a mask of `layout.words` words.
pub(super) fn live(s: &Scenario, graph: &StoryGraph, hazards: &Hazards, layout: &Layout) -> Vec<u64> {
    let words = layout.words;
    let reads: Vec<Reads> = (0..s.nodes.len()).map(|n| Reads::of(s, n, hazards, layout)).collect();
    let mut rest = vec![0; s.nodes.len() * words];
    for members in graph.by_part() {
        let again = members.iter().any(|n| graph.to(*n).iter().any(|to| graph.part(*to) == graph.part(*n)));
        let mut all = vec![0; words];
        for n in &members {
            join(&mut all, &reads[*n].standing);
            if again {
                join(&mut all, &reads[*n].entering);
            }
            for to in graph.to(*n).iter().filter(|to| graph.part(**to) != graph.part(*n)) {
                join(&mut all, &reads[*to].entering);
                join(&mut all, &rest[to * words..][..words]);
            }
        }
        for n in members {
            rest[n * words..][..words].copy_from_slice(&all);
        }
    }
    for (n, node) in s.nodes.iter().enumerate() {
        let mask = &mut rest[n * words..][..words];
        keep_always(layout, matches!(node.kind, NodeKind::Judge(_)), mask);
        if matches!(node.kind, NodeKind::End { .. }) {
            mask.iter_mut().zip(&layout.region).for_each(|(m, r)| *m &= !r);
        }
    }
    rest.extend(std::iter::repeat_n(u64::MAX, words));
    rest
}

fn keep_always(layout: &Layout, is_judging: bool, mask: &mut [u64]) {
    layout.position.mark(mask);
    if let Some(critical) = layout.critical {
        critical.mark(mask);
    }
    if let (Some(judging), true) = (layout.judging, is_judging) {
        judging.mark(mask);
    }
    join(mask, &layout.region);
}

fn join(all: &mut [u64], more: &[u64]) {
    all.iter_mut().zip(more).for_each(|(a, b)| *a |= b);
}

/// What is asked for at a node.
struct Reads {
    /// On the way in.
    entering: Vec<u64>,
    /// While standing there, and on the way out.
    standing: Vec<u64>,
}

impl Reads {
    fn of(s: &Scenario, n: usize, hazards: &Hazards, layout: &Layout) -> Self {
        let node = &s.nodes[n];
        let mut reads = Self { entering: vec![0; layout.words], standing: vec![0; layout.words] };
        added(&node.effects, layout, &mut reads.entering);
        if let NodeKind::Branch { cases, .. } = &node.kind {
            cases.iter().for_each(|(when, _)| asked(when, hazards, layout, &mut reads.entering));
        }
        for (k, choice) in decision(node).into_iter().flat_map(|d| d.choices.iter().enumerate()) {
            choice.when.iter().for_each(|when| asked(when, hazards, layout, &mut reads.standing));
            if !choice.redo {
                added(&choice.effects, layout, &mut reads.standing);
            } else if let Some(field) = layout.chosen[layout.choices_from[n] + k] {
                field.mark(&mut reads.standing);
            }
        }
        if is_timed(&node.kind) {
            for (k, trigger) in s.triggers.iter().enumerate() {
                layout.fired[k].mark(&mut reads.standing);
                asked(&trigger.when, hazards, layout, &mut reads.standing);
            }
        }
        reads
    }
}

/// What is added to a variable depends on what it was.
fn added(effects: &Effects, layout: &Layout, mask: &mut [u64]) {
    for field in effects.add.iter().filter_map(|(var, _)| layout.vars[var.index()]) {
        field.mark(mask);
    }
}

fn asked(when: &Condition, hazards: &Hazards, layout: &Layout, mask: &mut [u64]) {
    when.atoms(&mut |atom| {
        let field = match atom {
            Condition::Var(v, ..) => layout.vars[v.index()],
            Condition::Variant(v, _) => layout.variants[v.index()],
            Condition::Seen(n) => layout.seen[n.index()],
            Condition::Chose(n, c) => layout.chosen[layout.choices_from[n.index()] + *c],
            Condition::Hazard(Measure::Dose, ..) => layout.toxic,
            Condition::Hazard(Measure::Heat, ..) => layout.heat,
            Condition::Hazard(Measure::Hurt, ..) => layout.hurt,
            _ => None,
        };
        if let Some(field) = field {
            field.mark(mask);
        }
        if matches!(atom, Condition::Hazard(..) | Condition::HazardIn(..) | Condition::Happened(_)) {
            // What can be in the air depends on which hazards have begun and ended.
            for field in hazards.nodes().filter_map(|n| layout.seen[n]) {
                field.mark(mask);
            }
        }
    });
}
