//! One part of the story in order, by the layout library: cards in layers from top to bottom, scenes kept together,
//! links led round the cards. What leads to another part ends in a pointer; what comes from one begins in another.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use dagre::graph::{Graph, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, layout};

use super::Plan;
use super::size::{LABEL, SMALL, STRONG};
use super::wire::{Wire, wires};

/// Between cards side by side, between links side by side, between layers.
const BESIDE: f64 = 36.0;
const LINKS: f64 = 30.0;
const LAYERS: f64 = 64.0;

/// A rectangle by its upper left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Frame {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// What lies in a rectangle.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Where the drill begins.
    Start,
    /// A card, by its place in the map.
    Card(usize),
    /// A pointer to a card of another part.
    Out(usize),
    /// Where links from cards of other parts come in, and from which.
    In(Vec<usize>),
}

/// A rectangle with what lies in it.
#[derive(Debug, Clone)]
pub struct Item {
    pub what: What,
    pub frame: Frame,
}

/// What lies behind the cards of one scene.
#[derive(Debug, Clone)]
pub struct Panel {
    pub frame: Frame,
    /// The objective, where the card that sets it lies in another part.
    pub title: String,
}

/// A part of the map in order.
#[derive(Debug, Clone, Default)]
pub struct Block {
    pub width: f64,
    pub height: f64,
    pub items: Vec<Item>,
    pub wires: Vec<Wire>,
    pub panels: Vec<Panel>,
}

/// Nodes and edges as the library knows them.
pub(super) type Net = Graph<NodeLabel, EdgeLabel>;

/// An edge of the library: its ends, its name, and the link of the map that it stands for.
#[derive(Debug, Clone)]
pub(super) struct Strand {
    pub from: String,
    pub to: String,
    pub name: String,
    pub link: Option<usize>,
}

/// A part being built.
struct Draft {
    net: Net,
    items: BTreeMap<String, What>,
    strands: Vec<Strand>,
}

/// Puts cards in order.
pub fn block(plan: &Plan<'_>, cards: &[usize]) -> Block {
    let mut draft = draft(plan, cards);
    let scenes = scenes(plan, cards);
    for (scene, members) in &scenes {
        let name = scene_name(*scene);
        draft.net.set_node(name.clone(), Some(NodeLabel::default()));
        for card in members {
            draft.net.set_parent(&card_name(*card), Some(name.as_str()));
        }
    }
    let options = LayoutOptions { nodesep: BESIDE, edgesep: LINKS, ranksep: LAYERS, ..LayoutOptions::default() };
    layout(&mut draft.net, Some(options));
    let items = draft.items.iter().map(|(name, what)| Item { what: what.clone(), frame: frame(&draft.net, name) }).collect();
    let wires = wires(plan, &draft.net, &draft.strands);
    let panels = scenes.iter().map(|(scene, members)| panel(plan, &draft.net, *scene, members)).collect();
    let mut block = Block { width: 0.0, height: 0.0, items, wires, panels };
    block.settle();
    block
}

fn card_name(card: usize) -> String {
    format!("c{card}")
}

fn scene_name(scene: usize) -> String {
    format!("s{scene}")
}

fn panel(plan: &Plan<'_>, net: &Net, scene: usize, members: &[usize]) -> Panel {
    let frame = frame(net, &scene_name(scene));
    let goal = &plan.map.cards[scene].goal;
    let again = || STRONG.one_line(&format!("{goal}{}", plan.map.pick("（续）", " (continued)")), (frame.width - 40.0).max(0.0));
    Panel { frame, title: if members.contains(&scene) { String::new() } else { again() } }
}

/// Cards, pointers and the edges between them.
fn draft(plan: &Plan<'_>, cards: &[usize]) -> Draft {
    let mut draft = Draft {
        net: Graph::with_options(GraphOptions { directed: true, multigraph: true, compound: true }),
        items: BTreeMap::new(),
        strands: Vec::new(),
    };
    let inside: BTreeSet<usize> = cards.iter().copied().collect();
    for &card in cards {
        let shape = &plan.shapes[card];
        draft.place(card_name(card), What::Card(card), shape.width + 2.0 * shape.side, shape.height);
    }
    if inside.contains(&plan.map.start) {
        draft.place("start".to_owned(), What::Start, 190.0, 54.0);
        draft.join("start".to_owned(), card_name(plan.map.start), None, (0.0, 0.0), 3);
    }
    for (n, link) in plan.map.links.iter().enumerate() {
        let label = (plan.labels[n].width, plan.labels[n].height);
        match (inside.contains(&link.from), inside.contains(&link.to)) {
            (true, true) => {
                let weight = if plan.order.back.contains(&n) { 1 } else { 2 };
                draft.join(card_name(link.from), card_name(link.to), Some(n), label, weight);
            }
            (true, false) => {
                let name = format!("o{}", link.to);
                let id = &plan.map.cards[link.to].id;
                draft.place(name.clone(), What::Out(link.to), 96.0 + SMALL.width(id) + 30.0, 46.0);
                draft.join(card_name(link.from), name, Some(n), label, 1);
            }
            (false, true) => draft.comes_in(plan, link.from, link.to),
            (false, false) => {}
        }
    }
    draft
}

impl Draft {
    /// Adds a rectangle once.
    fn place(&mut self, name: String, what: What, width: f64, height: f64) {
        if let Entry::Vacant(free) = self.items.entry(name.clone()) {
            self.net.set_node(name, Some(NodeLabel { width, height, ..NodeLabel::default() }));
            free.insert(what);
        }
    }

    fn join(&mut self, from: String, to: String, link: Option<usize>, (width, height): (f64, f64), weight: i32) {
        let name = link.map_or_else(|| "in".to_owned(), |n| format!("e{n}"));
        let label = EdgeLabel { width, height, weight, labelpos: LabelPos::Center, ..EdgeLabel::default() };
        self.net.set_edge(from.clone(), to.clone(), Some(label), Some(name.as_str()));
        self.strands.push(Strand { from, to, name, link });
    }

    /// Adds a card of another part to those that lead to a card here.
    fn comes_in(&mut self, plan: &Plan<'_>, from: usize, to: usize) {
        let name = format!("i{to}");
        let mut sources = match self.items.get(&name) {
            Some(What::In(sources)) => sources.clone(),
            _ => Vec::new(),
        };
        let is_new = sources.is_empty();
        if !sources.contains(&from) {
            sources.push(from);
        }
        let width = 76.0 + LABEL.width(&sources_said(plan, &sources));
        if is_new {
            self.place(name.clone(), What::In(sources), width, 40.0);
            self.join(name, card_name(to), None, (0.0, 0.0), 1);
        } else {
            if let Some(label) = self.net.node_mut(&name) {
                label.width = width;
            }
            self.items.insert(name, What::In(sources));
        }
    }
}

/// The names of cards that lead here: two of them, and how many more.
pub fn sources_said(plan: &Plan<'_>, sources: &[usize]) -> String {
    let named: Vec<&str> = sources.iter().take(2).map(|c| plan.map.cards[*c].id.as_str()).collect();
    let more = sources.len().saturating_sub(2);
    if more == 0 { named.join(", ") } else { format!("{} +{more}", named.join(", ")) }
}

/// Scenes with an objective and more than one card in this part, by the card that begins them.
fn scenes(plan: &Plan<'_>, cards: &[usize]) -> BTreeMap<usize, Vec<usize>> {
    let mut scenes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for card in cards {
        scenes.entry(plan.order.scene[*card]).or_default().push(*card);
    }
    scenes.retain(|scene, members| members.len() > 1 && !plan.map.cards[*scene].goal.is_empty());
    scenes
}

/// Where the library put something.
fn frame(net: &Net, name: &str) -> Frame {
    let Some(node) = net.node(name) else { return Frame::default() };
    let (x, y) = (node.x.unwrap_or(0.0), node.y.unwrap_or(0.0));
    Frame { x: x - node.width / 2.0, y: y - node.height / 2.0, width: node.width, height: node.height }
}

impl Block {
    /// Moves everything so that the part begins at zero, links that lie outside its cards included.
    fn settle(&mut self) {
        let frames =
            self.items.iter().map(|i| i.frame).chain(self.panels.iter().map(|p| p.frame)).chain(self.wires.iter().filter_map(|w| w.label));
        let corners = frames.flat_map(|f| [(f.x, f.y), (f.x + f.width, f.y + f.height)]);
        let points: Vec<(f64, f64)> = corners.chain(self.wires.iter().flat_map(|w| w.points.iter().copied())).collect();
        let least = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).fold(f64::INFINITY, f64::min);
        let most = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).fold(f64::NEG_INFINITY, f64::max);
        if points.is_empty() {
            return;
        }
        let (left, top) = (least(|p| p.0), least(|p| p.1));
        (self.width, self.height) = (most(|p| p.0) - left, most(|p| p.1) - top);
        let frames = self.items.iter_mut().map(|i| &mut i.frame).chain(self.panels.iter_mut().map(|p| &mut p.frame));
        for frame in frames.chain(self.wires.iter_mut().filter_map(|w| w.label.as_mut())) {
            frame.x -= left;
            frame.y -= top;
        }
        for point in self.wires.iter_mut().flat_map(|w| &mut w.points) {
            *point = (point.0 - left, point.1 - top);
        }
    }
}
