//! Whether a pass means anything: no harm done on the way, something right done, every point to be had.

use std::collections::BTreeMap;

use super::report::{Harm, LostPoints, UnsafePass, Witness};
use super::routes::Tree;
use super::scores::{NONE, Want};
use super::survey::Survey;
use crate::scenario::NodeId;

/// Harm on a route that passes: for each choice that does some, the first such route.
pub(super) fn unsafe_pass(survey: &Survey<'_>) -> Vec<UnsafePass> {
    let (space, scores) = (survey.space, &survey.scores);
    let Some(need) = scores.need else { return Vec::new() };
    let goals = || scores.ends.iter().filter(|e| e.may_pass).map(|e| e.state);
    let after = scores.to_goals(goals(), |edge| scores.points(edge));
    let mut first: BTreeMap<(NodeId, usize), (Harm, u32)> = BTreeMap::new();
    for n in 0..space.edge_count() as u32 {
        let edge = space.edge(n);
        let Some((node, choice, harm)) = scores.worth(edge).harm else { continue };
        if first.contains_key(&(node, choice)) || after[edge.to as usize] == NONE {
            continue;
        }
        let before = survey.most[space.source(n) as usize];
        if before != NONE && before + scores.points(edge) + after[edge.to as usize] >= need {
            first.insert((node, choice), (harm, n));
        }
    }
    if first.is_empty() {
        return Vec::new();
    }
    let before = survey.routes_with(&survey.most, |_| true);
    let s = survey.scenario();
    first
        .into_iter()
        .map(|((node, choice), (harm, n))| {
            let edge = space.edge(n);
            let mut route = before.route(space, space.source(n)).unwrap_or_default();
            route.push(n);
            let best = |from: u32, e: super::space::Edge| {
                let left = after[e.to as usize];
                left != NONE && scores.points(e) + left == after[from as usize]
            };
            let on = Tree::over(space, edge.to, best);
            let tails = goals().filter_map(|goal| on.route(space, goal));
            route.extend(tails.min_by_key(Vec::len).unwrap_or_default());
            let id = super::answers::choice_of(s, node, choice).map(|c| c.id.clone()).unwrap_or_default();
            UnsafePass { node: s.node(node).id.clone(), choice: id, harm, witness: survey.witness(&route) }
        })
        .collect()
}

/// A route that passes without a single right answer.
pub(super) fn unearned_pass(survey: &Survey<'_>) -> Option<Witness> {
    let scores = &survey.scores;
    let need = scores.need?;
    let is_wrong = |edge| !scores.worth(edge).is_right;
    let best = scores.along_routes(Want::Most, |edge| is_wrong(edge).then(|| scores.points(edge)));
    let passes = |state: u32| best[state as usize] != NONE && best[state as usize] >= need;
    let goals: Vec<u32> = scores.ends.iter().filter(|e| e.may_pass && passes(e.state)).map(|e| e.state).collect();
    if goals.is_empty() {
        return None;
    }
    let tree = survey.routes_with(&best, is_wrong);
    let routes = goals.iter().filter_map(|goal| tree.route(survey.space, *goal));
    routes.min_by_key(|route| survey.cost(route)).map(|route| survey.witness(&route))
}

/// Points of a competency that no route earns; or, when each can be had but not together, points of the whole.
pub(super) fn lost_points(survey: &Survey<'_>) -> Vec<LostPoints> {
    let (s, scores) = (survey.scenario(), &survey.scores);
    let at_ends = |best: &[i32]| scores.ends.iter().map(|e| best[e.state as usize]).max().unwrap_or(0).max(0);
    let mut lost: Vec<LostPoints> = Vec::new();
    for (n, competency) in s.competencies.iter().enumerate() {
        let best = at_ends(&scores.along_routes(Want::Most, |edge| Some(scores.worth(edge).parts[n])));
        if best < competency.max {
            lost.push(LostPoints { competency: competency.id.clone(), best, max: competency.max });
        }
    }
    let (best, max) = (at_ends(&survey.most), s.max_points());
    if lost.is_empty() && best < max {
        lost.push(LostPoints { competency: String::new(), best, max });
    }
    lost
}
