//! A space of states with everything that is computed from it once: routes, bounds on points, witnesses.

use super::report::Witness;
use super::routes::Tree;
use super::scores::{NONE, Scores, Want};
use super::space::Space;
use super::witness::Witnesses;
use crate::scenario::{Scenario, Text};

/// What all questions about a space of states are answered from.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    pub space: &'a Space,
    pub scores: Scores<'a>,
    pub shortest: Tree,
    /// The most and the fewest points with which each state can be met.
    pub most: Vec<i32>,
    pub least: Vec<i32>,
    witnesses: Witnesses<'a>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(space: &'a Space) -> Self {
        let scores = Scores::of(space);
        let most = scores.along_routes(Want::Most, |edge| Some(scores.points(edge)));
        let least = scores.along_routes(Want::Least, |edge| Some(scores.points(edge)));
        Self { space, shortest: Tree::shortest(space), most, least, witnesses: Witnesses::new(space), scores }
    }

    pub(super) fn scenario(&self) -> &'a Scenario {
        &self.space.case.scenario
    }

    /// Routes on which every state is met with exactly the points in `best`.
    pub(super) fn routes_with(&self, best: &[i32], keep: impl Fn(super::space::Edge) -> bool) -> Tree {
        Tree::over(self.space, 0, |from, edge| {
            let value = best[from as usize];
            value != NONE && keep(edge) && value + self.scores.points(edge) == best[edge.to as usize]
        })
    }

    /// The witness of a route.
    pub(super) fn witness(&self, route: &[u32]) -> Witness {
        self.witnesses.of(route, None)
    }

    /// The witness of a route that shows something other than an ending.
    pub(super) fn witness_of(&self, route: &[u32], comes_to: &Text) -> Witness {
        self.witnesses.of(route, Some(comes_to))
    }

    /// The shortest route up to and over an edge.
    pub(super) fn route_over(&self, edge: u32) -> Vec<u32> {
        let mut route = self.shortest.route(self.space, self.space.source(edge)).unwrap_or_default();
        route.push(edge);
        route
    }

    /// How much a route supposes, and how long it is.
    pub(super) fn cost(&self, route: &[u32]) -> (u32, usize) {
        (route.iter().map(|edge| self.space.edge(*edge).assumptions()).sum(), route.len())
    }
}

/// A text in both languages.
pub(super) fn both(zh: impl Into<String>, en: impl Into<String>) -> Text {
    Text { zh: zh.into(), en: en.into() }
}
