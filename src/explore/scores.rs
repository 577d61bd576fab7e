//! Exact bounds on points, without points in a state.
//!
//! A node earns at its first answer only, and whether it was answered is part of the state. So a way that earns can't be
//! taken twice, and on a circle of states nothing is earned: the states fall into components with ways among them that
//! lead one way only, and the most (or least) points with which a state can be met is a longest (shortest) path over
//! them. The maxima of the competencies cut nothing off: no checked drill has a route that earns more (D502).

use super::answers::Worth;
use super::space::{Edge, Space};
use crate::run::Phase;
use crate::scenario::components;
use crate::scenario::{NodeId, NodeKind};
use crate::score::percent;

/// Nothing leads here.
pub(super) const NONE: i32 = i32::MIN;

/// Which of two numbers of points is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    Most,
    Least,
}

impl Want {
    pub(super) fn is_better(self, a: i32, than: i32) -> bool {
        than == NONE || if self == Self::Most { a > than } else { a < than }
    }
}

/// A state that is an ending.
#[derive(Debug, Clone, Copy)]
pub(super) struct EndState {
    pub state: u32,
    pub node: NodeId,
    /// The ending passes, and nothing critical was done: what is left to decide is the percent.
    pub may_pass: bool,
}

/// Components of the states, and what can be said of points.
#[derive(Debug)]
pub(super) struct Scores<'a> {
    space: &'a Space,
    pub worths: Vec<Worth>,
    part: Vec<u32>,
    /// States by component; every way leads to an earlier one or within.
    order: Vec<u32>,
    pub ends: Vec<EndState>,
    /// The fewest points that pass; `None` when no number does.
    pub need: Option<i32>,
}

impl<'a> Scores<'a> {
    pub(super) fn of(space: &'a Space) -> Self {
        let count = space.state_count();
        let part = components(count, |state, k| {
            let edges = space.edges_of(state);
            (k < edges.end - edges.start).then(|| space.edge(edges.start + k).to)
        });
        let mut order: Vec<u32> = (0..count as u32).collect();
        order.sort_by_key(|state| part[*state as usize]);
        let s = &space.case.scenario;
        let max = s.max_points();
        let ends = (0..count as u32)
            .filter_map(|state| match space.phase(state) {
                Phase::Ended(node) => {
                    let passes = matches!(s.node(node).kind, NodeKind::End { pass: true, .. });
                    Some(EndState { state, node, may_pass: passes && !space.has_critical(state) })
                }
                _ => None,
            })
            .collect();
        let need = (0..=max).find(|points| percent(*points, max) >= s.pass);
        Self { space, worths: space.found.answers.worths(&space.case), part, order, ends, need }
    }

    /// What an edge's answers are worth.
    pub(super) fn worth(&self, edge: Edge) -> &Worth {
        &self.worths[edge.answer() as usize]
    }

    pub(super) fn points(&self, edge: Edge) -> i32 {
        self.worth(edge).points
    }

    /// The most or fewest points with which each state can be met, over edges that `weigh` gives a weight.
    pub(super) fn along_routes(&self, want: Want, weigh: impl Fn(Edge) -> Option<i32>) -> Vec<i32> {
        let mut best = vec![NONE; self.space.state_count()];
        let mut bettered = Vec::new();
        best[0] = 0;
        for members in self.order.chunk_by(|a, b| self.part(*a) == self.part(*b)).rev() {
            if members.len() > 1 {
                let mut known: Vec<u32> = members.iter().copied().filter(|m| best[*m as usize] != NONE).collect();
                known.sort_by_key(|m| if want == Want::Most { -best[*m as usize] } else { best[*m as usize] });
                self.flood(want, &weigh, &known, &mut best);
            }
            for from in members {
                self.relax(want, &weigh, *from, false, &mut best, &mut bettered);
                bettered.clear();
            }
        }
        best
    }

    /// Hands the best values of a component on to its other members.
    fn flood(&self, want: Want, weigh: &impl Fn(Edge) -> Option<i32>, known: &[u32], best: &mut [i32]) {
        for first in known {
            let mut todo = vec![*first];
            while let Some(from) = todo.pop() {
                self.relax(want, weigh, from, true, best, &mut todo);
            }
        }
    }

    /// Hands a state's value on over its edges: those within its component, or those out of it.
    fn relax(&self, want: Want, weigh: &impl Fn(Edge) -> Option<i32>, from: u32, within: bool, best: &mut [i32], bettered: &mut Vec<u32>) {
        let value = best[from as usize];
        if value == NONE {
            return;
        }
        for n in self.space.edges_of(from) {
            let edge = self.space.edge(n);
            let Some(weight) = weigh(edge).filter(|_| (self.part(edge.to) == self.part(from)) == within) else { continue };
            debug_assert!(weight == 0 || !within, "on a circle nothing is earned");
            if want.is_better(value + weight, best[edge.to as usize]) {
                best[edge.to as usize] = value + weight;
                bettered.push(edge.to);
            }
        }
    }

    /// The most that can still be earned from each state up to one of the goals; `NONE` when no goal can be reached.
    pub(super) fn to_goals(&self, goals: impl Iterator<Item = u32>, weigh: impl Fn(Edge) -> i32) -> Vec<i32> {
        let mut best = vec![NONE; self.space.state_count()];
        for goal in goals {
            best[goal as usize] = 0;
        }
        for members in self.order.chunk_by(|a, b| self.part(*a) == self.part(*b)) {
            let mut most = NONE;
            for from in members {
                most = most.max(best[*from as usize]);
                for n in self.space.edges_of(*from) {
                    let edge = self.space.edge(n);
                    let after = best[edge.to as usize];
                    if after != NONE && self.part(edge.to) != self.part(*from) {
                        most = most.max(after + weigh(edge));
                    }
                }
            }
            // On a circle nothing is earned, and each member reaches each other.
            for member in members {
                best[*member as usize] = most;
            }
        }
        best
    }

    fn part(&self, state: u32) -> u32 {
        self.part[state as usize]
    }

    /// Components that no way leaves and that hold no ending: circles, and states in which nothing happens any more.
    pub(super) fn traps(&self) -> Vec<Vec<u32>> {
        let is_end = |state: u32| matches!(self.space.phase(state), Phase::Ended(_));
        let leaves = |state: u32| self.space.edges_of(state).any(|n| self.part(self.space.edge(n).to) != self.part(state));
        self.order
            .chunk_by(|a, b| self.part(*a) == self.part(*b))
            .filter(|members| !members.iter().any(|m| leaves(*m) || is_end(*m)))
            .map(<[u32]>::to_vec)
            .collect()
    }
}
