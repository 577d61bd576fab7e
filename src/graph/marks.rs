//! What an exploration found, as far as a map shows it. The lead from a finding to its cause is the report's own; here
//! are only names.

use std::collections::{BTreeMap, BTreeSet};

use crate::explore::{Passes, Report, Witness};
use crate::place::Text;

/// A step of the route that the map shows: at a node, with the choice made there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The node's name.
    pub node: String,
    /// The choice's name; `None` where nothing is chosen.
    pub choice: Option<String>,
}

/// What to mark on a map, by the names in the file. Empty: nothing is known.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// Nodes nobody reaches.
    pub unreachable: BTreeSet<String>,
    /// Choices nobody reaches, at nodes that are reached.
    pub unreachable_choices: BTreeSet<(String, String)>,
    /// Nodes from which no ending is reached.
    pub dead_ends: BTreeSet<String>,
    /// Choices that do harm on a route that passes.
    pub unsafe_choices: BTreeSet<(String, String)>,
    /// How surely each ending passes.
    pub endings: BTreeMap<String, Passes>,
    /// The route to show: the first that passes and should not.
    pub route: Vec<Step>,
    /// What was found, a line each.
    pub remarks: Vec<Text>,
}

impl Marks {
    /// What a report says.
    pub fn of(report: &Report) -> Self {
        let pairs = |node: &str, choice: &str| (node.to_owned(), choice.to_owned());
        let (choices, nodes): (Vec<_>, Vec<_>) = report.unreachable.iter().partition(|u| u.choice.is_some());
        let shown = report.unsafe_pass.first().map(|u| &u.witness).or(report.unearned_pass.as_ref());
        // An exploration that was cut short has met some routes to an ending and not others.
        let endings = report.endings.iter().filter(|_| report.complete);
        Self {
            unreachable: nodes.into_iter().map(|u| u.node.clone()).collect(),
            unreachable_choices: choices.into_iter().filter_map(|u| Some(pairs(&u.node, u.choice.as_deref()?))).collect(),
            dead_ends: report.dead_ends.iter().flat_map(|d| d.nodes.iter().cloned()).collect(),
            unsafe_choices: report.unsafe_pass.iter().map(|u| pairs(&u.node, &u.choice)).collect(),
            endings: endings.map(|e| (e.id.clone(), e.passes)).collect(),
            route: shown.map(steps).unwrap_or_default(),
            remarks: report.findings.iter().map(|f| f.message.clone()).collect(),
        }
    }
}

fn steps(witness: &Witness) -> Vec<Step> {
    let mut steps: Vec<Step> = witness.steps.iter().map(|s| Step { node: s.node.clone(), choice: s.choice.clone() }).collect();
    if !witness.ends.is_empty() {
        steps.push(Step { node: witness.ends.clone(), choice: None });
    }
    steps
}
