//! Routes through the states: the shortest with the fewest assumptions, and the shortest among those with the most or
//! fewest points.

use std::collections::BTreeMap;

use super::space::{Edge, Space};

/// A state that nothing leads to, and the first state.
const UNMET: u32 = u32::MAX;
const START: u32 = u32::MAX - 1;

/// For each state, the edge by which a route comes to it.
#[derive(Debug)]
pub(super) struct Tree {
    by: Vec<u32>,
}

impl Tree {
    /// Shortest routes from the brief; those that suppose less of the place come before shorter ones.
    pub(super) fn shortest(space: &Space) -> Self {
        let mut by = vec![UNMET; space.state_count()];
        // By assumptions, then steps: the states to be met next, each with its edge.
        let mut todo: BTreeMap<(u32, u32), Vec<(u32, u32)>> = BTreeMap::from([((0, 0), vec![(0, START)])]);
        while let Some(((assumed, steps), list)) = todo.pop_first() {
            for (state, edge) in list {
                if by[state as usize] != UNMET {
                    continue;
                }
                by[state as usize] = edge;
                for n in space.edges_of(state) {
                    let edge = space.edge(n);
                    if by[edge.to as usize] == UNMET {
                        todo.entry((assumed + edge.assumptions(), steps + 1)).or_default().push((edge.to, n));
                    }
                }
            }
        }
        Self { by }
    }

    /// Shortest routes from a state over the edges that `keep` lets pass.
    pub(super) fn over(space: &Space, start: u32, keep: impl Fn(u32, Edge) -> bool) -> Self {
        let mut by = vec![UNMET; space.state_count()];
        by[start as usize] = START;
        let mut todo = vec![start];
        while !todo.is_empty() {
            let mut after = Vec::new();
            for state in todo {
                for n in space.edges_of(state) {
                    let edge = space.edge(n);
                    if by[edge.to as usize] == UNMET && keep(state, edge) {
                        by[edge.to as usize] = n;
                        after.push(edge.to);
                    }
                }
            }
            todo = after;
        }
        Self { by }
    }

    /// The edges to a state, in order; `None` when it was not met.
    pub(super) fn route(&self, space: &Space, goal: u32) -> Option<Vec<u32>> {
        let mut route = Vec::new();
        let mut at = goal;
        loop {
            match self.by[at as usize] {
                UNMET => return None,
                START => break,
                edge => {
                    route.push(edge);
                    at = space.source(edge);
                }
            }
        }
        route.reverse();
        Some(route)
    }
}
