//! What a state has to remember, and where in its words: no more than can still make a difference.
//!
//! - A variable, a variant, a `seen` or a `chose` is kept only while a condition that asks for it can still be met.
//! - Whether a node was answered, and which redo choices were tried, is kept only until the node can't come again. So
//!   nodes that exclude each other for good share the same bits (`region`).
//! - Points are not kept at all: see `scores`.

use super::bits::{Field, Packer};
use super::hazards::Hazards;
use super::story_graph::StoryGraph;
use crate::scenario::{Condition, Decision, Effects, Grade, Measure, Node, NodeKind, Scenario};

/// Kinds of moments at a node that are no item of it: see `Sketch::position`.
pub(super) const PLAIN_MOMENTS: u64 = 4;

/// Fields of a state.
#[derive(Debug)]
pub(super) struct Layout {
    /// Words of a state.
    pub words: usize,
    /// Node and kind of moment.
    pub position: Field,
    /// Kinds of moments a node.
    pub moments: u64,
    /// A critical choice was made.
    pub critical: Option<Field>,
    /// Messages are being judged for the first time.
    pub judging: Option<Field>,
    /// By variable: its distance from the least value.
    pub vars: Vec<Option<Field>>,
    /// By variant: 0 = not drawn, otherwise the value's number from 1.
    pub variants: Vec<Option<Field>>,
    /// By node: it was seen.
    pub seen: Vec<Option<Field>>,
    /// By node: it was answered.
    pub answered: Vec<Option<Field>>,
    /// By choice, over all nodes: it was made.
    pub chosen: Vec<Option<Field>>,
    /// By trigger: it has fired.
    pub fired: Vec<Field>,
    /// How high the doses are known to be: see `Hazards::levels`.
    pub toxic: Option<Field>,
    /// The same for heat.
    pub heat: Option<Field>,
    /// The same for injury.
    pub hurt: Option<Field>,
    /// Bits shared by nodes that exclude each other: to be cleared when a component of the story is left for good.
    pub region: Vec<u64>,
    /// Where a node's choices begin in lists over all choices, and the number of all.
    pub choices_from: Vec<usize>,
    /// The same for the cases of branches.
    pub cases_from: Vec<usize>,
    /// What is kept at each node, `words` masks each. The last is for the brief.
    live: Vec<u64>,
}

impl Layout {
    pub(super) fn of(s: &Scenario, graph: &StoryGraph, hazards: &Hazards) -> Self {
        let asked = Asked::of(s);
        let mut packer = Packer::default();
        let judged = s.nodes.iter().filter_map(|n| if let NodeKind::Judge(j) = &n.kind { Some(j.items.len()) } else { None }).max();
        let chosen = s.nodes.iter().filter_map(|n| decision(n).map(|d| 2 * d.choices.len())).max();
        let moments = PLAIN_MOMENTS + judged.max(chosen).unwrap_or(0) as u64;
        let position = packer.field((s.nodes.len() as u64 + 1) * moments).expect("there is at least the brief");
        let is_critical = |n: &Node| decision(n).is_some_and(|d| d.choices.iter().any(|c| c.grade == Grade::Critical));
        let mut layout = Self {
            words: 0,
            position,
            moments,
            critical: s.nodes.iter().any(is_critical).then(|| packer.flag()),
            judging: judged.map(|_| packer.flag()),
            vars: Vec::new(),
            variants: Vec::new(),
            seen: Vec::new(),
            answered: vec![None; s.nodes.len()],
            chosen: Vec::new(),
            fired: s.triggers.iter().map(|_| packer.flag()).collect(),
            toxic: None,
            heat: None,
            hurt: None,
            region: Vec::new(),
            choices_from: starts(s, |n| decision(n).map_or(0, |d| d.choices.len())),
            cases_from: starts(s, |n| if let NodeKind::Branch { cases, .. } = &n.kind { cases.len() } else { 0 }),
            live: Vec::new(),
        };
        layout.fields(s, &asked, hazards, &mut packer);
        let shared = layout.shared(s, graph, &mut packer);
        layout.words = packer.words();
        layout.region = vec![0; layout.words];
        for field in shared {
            field.mark(&mut layout.region);
        }
        layout.live = super::liveness::live(s, graph, hazards, &layout);
        layout
    }

    /// The mask of what is kept at a node; `nodes.len()` is the brief.
    pub(super) fn live(&self, node: usize) -> &[u64] {
        &self.live[node * self.words..][..self.words]
    }

    fn fields(&mut self, s: &Scenario, asked: &Asked, hazards: &Hazards, packer: &mut Packer) {
        self.vars = (0..s.vars.len())
            .map(|n| if asked.vars[n] { packer.field(u64::from(s.vars[n].max.abs_diff(s.vars[n].min))) } else { None })
            .collect();
        self.variants = (0..s.variants.len())
            .map(|n| if asked.variants[n] { packer.field(s.variants[n].values.len().max(1) as u64) } else { None })
            .collect();
        self.seen = (0..s.nodes.len()).map(|n| (asked.seen[n] || hazards.depends_on(n)).then(|| packer.flag())).collect();
        let all = self.choices_from.last().copied().unwrap_or(0);
        self.chosen = (0..all).map(|n| asked.chosen[n].then(|| packer.flag())).collect();
        self.toxic = packer.field(hazards.levels(Measure::Dose));
        self.heat = packer.field(hazards.levels(Measure::Heat));
        self.hurt = packer.field(hazards.levels(Measure::Hurt));
    }

    /// Fields of what is forgotten when a component of the story is left: the same bits for every component.
    fn shared(&mut self, s: &Scenario, graph: &StoryGraph, packer: &mut Packer) -> Vec<Field> {
        let mut region: Vec<Field> = Vec::new();
        let mut used = vec![0; graph.part_count()];
        for (n, node) in s.nodes.iter().enumerate() {
            let mut bit = || {
                let at: &mut usize = &mut used[graph.part(n)];
                *at += 1;
                if region.len() < *at {
                    region.push(packer.flag());
                }
                region[*at - 1]
            };
            if scores(node) {
                self.answered[n] = Some(bit());
            }
            for (k, _) in decision(node).into_iter().flat_map(|d| d.choices.iter().enumerate()).filter(|(_, c)| c.redo) {
                let field = &mut self.chosen[self.choices_from[n] + k];
                if field.is_none() {
                    *field = Some(bit());
                }
            }
        }
        region
    }
}

pub(super) fn decision(node: &Node) -> Option<&Decision> {
    if let NodeKind::Decide(d) = &node.kind { Some(d) } else { None }
}

/// Whether an answer at a node can earn points.
fn scores(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Decide(d) => d.choices.iter().any(|c| c.points.values().any(|p| *p != 0)),
        NodeKind::Signs(signs) => signs.points.values().any(|p| *p != 0),
        NodeKind::Judge(judge) => judge.points.values().any(|p| *p != 0),
        NodeKind::Story { .. } | NodeKind::Branch { .. } | NodeKind::Wait { .. } | NodeKind::End { .. } | NodeKind::Broken => false,
    }
}

/// Where each node's part of a list over all nodes begins, and at last its length.
fn starts(s: &Scenario, count: impl Fn(&Node) -> usize) -> Vec<usize> {
    let mut all = 0;
    let mut list = Vec::with_capacity(s.nodes.len() + 1);
    for node in &s.nodes {
        list.push(all);
        all += count(node);
    }
    list.push(all);
    list
}

/// Calls `see` on every condition.
pub(super) fn conditions<'a>(s: &'a Scenario, mut see: impl FnMut(&'a Condition)) {
    for node in &s.nodes {
        match &node.kind {
            NodeKind::Decide(d) => d.choices.iter().filter_map(|c| c.when.as_ref()).for_each(&mut see),
            NodeKind::Branch { cases, .. } => cases.iter().for_each(|(when, _)| see(when)),
            _ => {}
        }
    }
    s.triggers.iter().for_each(|t| see(&t.when));
}

/// What any condition asks for. What is added to a variable depends on it as well.
struct Asked {
    vars: Vec<bool>,
    variants: Vec<bool>,
    seen: Vec<bool>,
    /// By choice, over all nodes.
    chosen: Vec<bool>,
}

impl Asked {
    fn of(s: &Scenario) -> Self {
        let from = starts(s, |n| decision(n).map_or(0, |d| d.choices.len()));
        let mut asked = Self {
            vars: vec![false; s.vars.len()],
            variants: vec![false; s.variants.len()],
            seen: vec![false; s.nodes.len()],
            chosen: vec![false; from.last().copied().unwrap_or(0)],
        };
        conditions(s, |c| {
            c.atoms(&mut |atom| match atom {
                Condition::Var(v, ..) => asked.vars[v.index()] = true,
                Condition::Variant(v, _) => asked.variants[v.index()] = true,
                Condition::Seen(n) => asked.seen[n.index()] = true,
                Condition::Chose(n, c) => asked.chosen[from[n.index()] + *c] = true,
                _ => {}
            });
        });
        for node in &s.nodes {
            asked.added(&node.effects);
            for choice in decision(node).into_iter().flat_map(|d| &d.choices) {
                asked.added(&choice.effects);
            }
        }
        asked
    }

    fn added(&mut self, effects: &Effects) {
        for (var, _) in &effects.add {
            self.vars[var.index()] = true;
        }
    }
}
