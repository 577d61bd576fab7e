//! Endings: which can be reached, with how many points, and whether that passes.

use super::report::{Ending, Passes};
use super::routes::Tree;
use super::scores::EndState;
use super::survey::Survey;
use crate::scenario::NodeKind;
use crate::score::percent;

/// Every ending, in file order.
pub(super) fn endings(survey: &Survey<'_>) -> Vec<Ending> {
    let s = survey.scenario();
    let highest = survey.routes_with(&survey.most, |_| true);
    let lowest = survey.routes_with(&survey.least, |_| true);
    let mut list = Vec::new();
    for (n, node) in s.nodes.iter().enumerate() {
        let NodeKind::End { title, .. } = &node.kind else { continue };
        let states: Vec<EndState> = survey.scores.ends.iter().filter(|e| e.node.index() == n).copied().collect();
        let mut ending = Ending { id: node.id.clone(), title: title.clone(), ..Ending::default() };
        if !states.is_empty() {
            fill(survey, &mut ending, &states, &lowest, &highest);
        }
        list.push(ending);
    }
    list
}

fn fill(survey: &Survey<'_>, ending: &mut Ending, states: &[EndState], lowest: &Tree, highest: &Tree) {
    let max = survey.scenario().max_points();
    let most = |e: &EndState| survey.most[e.state as usize];
    let least = |e: &EndState| survey.least[e.state as usize];
    let (top, bottom) = (states.iter().map(most).max(), states.iter().map(least).min());
    ending.reachable = true;
    ending.min_percent = bottom.map(|points| percent(points, max));
    ending.max_percent = top.map(|points| percent(points, max));
    ending.passes = passes(survey, states);
    let routes = states.iter().filter_map(|e| survey.shortest.route(survey.space, e.state));
    if let Some(route) = routes.min_by_key(|route| survey.cost(route)) {
        ending.witness = survey.witness(&route);
    }
    let to =
        |tree: &Tree, goal: Option<&EndState>| goal.and_then(|e| tree.route(survey.space, e.state)).map(|route| survey.witness(&route));
    ending.lowest = to(lowest, states.iter().find(|e| Some(least(e)) == bottom));
    ending.highest = to(highest, states.iter().find(|e| Some(most(e)) == top));
}

fn passes(survey: &Survey<'_>, states: &[EndState]) -> Passes {
    let Some(need) = survey.scores.need else { return Passes::Never };
    let can_pass = states.iter().any(|e| e.may_pass && survey.most[e.state as usize] >= need);
    let can_fail = states.iter().any(|e| !e.may_pass || survey.least[e.state as usize] < need);
    match (can_pass, can_fail) {
        // What was not met may still fail.
        (true, false) if survey.space.is_complete() => Passes::Always,
        (true, _) => Passes::Sometimes,
        (false, _) => Passes::Never,
    }
}
