//! Where the story is cut so that its parts fit a sheet: between two ranks, where few links are cut and a scene begins.
//!
//! A part is then put in order by itself; a link that was cut continues as a pointer to its part.

use std::collections::{BTreeMap, BTreeSet};

use super::Plan;
use super::size::count;

/// A part costs this much by itself, so that there are few.
const PART: f64 = 40.0;
/// Every card that a cut parts from one before it.
const CUT: f64 = 9.0;
/// What it is worth to cut where a scene begins.
const SCENE: f64 = 14.0;
/// A part left empty.
const EMPTY: f64 = 50.0;
/// Between two ranks, without and with labels on the links.
const GAP: f64 = 66.0;
const LABELLED: f64 = 108.0;
/// Pointers above and below.
const ENDS: f64 = 130.0;

/// Cuts cards into parts of consecutive ranks, each about as high as `budget` or less.
pub fn bands(plan: &Plan<'_>, cards: &[usize], budget: f64) -> Vec<Vec<usize>> {
    let rank = |card: usize| plan.order.rank[card];
    let Some((low, last)) = cards
        .iter()
        .map(|c| rank(*c))
        .fold(None, |span: Option<(usize, usize)>, r| Some(span.map_or((r, r), |(a, b)| (a.min(r), b.max(r)))))
    else {
        return Vec::new();
    };
    let heights = heights(plan, cards, low, last);
    let cuts = cuts(plan, cards, low, last);
    let ranks = heights.len();
    // best[n]: the cheapest way to cut everything above rank n, and where its last part begins.
    let mut best = vec![(f64::INFINITY, 0); ranks + 1];
    best[0] = (0.0, 0);
    for begin in 0..ranks {
        let mut height = ENDS;
        for (end, high) in heights.iter().enumerate().skip(begin) {
            height += high;
            if height > budget && end > begin {
                break;
            }
            let is_last = end + 1 == ranks;
            let empty = ((budget - height) / budget).max(0.0);
            let cost = best[begin].0 + PART + if is_last { 0.0 } else { cuts[end + 1] + EMPTY * empty * empty };
            if cost < best[end + 1].0 {
                best[end + 1] = (cost, begin);
            }
        }
    }
    let mut parts = Vec::new();
    let mut end = ranks;
    while end > 0 {
        let begin = best[end].1;
        parts.push(cards.iter().copied().filter(|c| (begin..end).contains(&(rank(*c) - low))).collect::<Vec<_>>());
        end = begin;
    }
    parts.reverse();
    parts.retain(|p| !p.is_empty());
    parts
}

/// How high each rank is, with the gap below it.
fn heights(plan: &Plan<'_>, cards: &[usize], low: usize, high: usize) -> Vec<f64> {
    let mut heights = vec![0.0_f64; high - low + 1];
    let mut gaps = vec![GAP; high - low + 1];
    let inside: BTreeSet<usize> = cards.iter().copied().collect();
    for &card in cards {
        let rank = plan.order.rank[card] - low;
        heights[rank] = heights[rank].max(plan.shapes[card].height);
    }
    for (link, label) in plan.map.links.iter().zip(&plan.labels).filter(|(l, _)| inside.contains(&l.from)) {
        if label.height > 0.0 {
            gaps[plan.order.rank[link.from] - low] = LABELLED;
        }
    }
    heights.iter().zip(gaps).map(|(h, g)| h + g).collect()
}

/// What a cut above each rank costs.
fn cuts(plan: &Plan<'_>, cards: &[usize], low: usize, high: usize) -> Vec<f64> {
    let inside: BTreeSet<usize> = cards.iter().copied().collect();
    let mut parted: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for link in plan.map.links.iter().filter(|l| inside.contains(&l.from) && inside.contains(&l.to)) {
        let (a, b) = (plan.order.rank[link.from] - low, plan.order.rank[link.to] - low);
        for cut in a.min(b) + 1..=a.max(b) {
            parted.entry(cut).or_default().insert(link.to);
        }
    }
    let begins: BTreeSet<usize> =
        cards.iter().filter(|c| !plan.map.cards[**c].goal.is_empty()).map(|c| plan.order.rank[*c] - low).collect();
    let cost = |cut: usize| {
        let links = parted.get(&cut).map_or(0.0, |to| count(to.len()));
        links * CUT - if begins.contains(&cut) { SCENE } else { 0.0 }
    };
    (0..=high - low + 1).map(cost).collect()
}

/// Cards that hang together, each group in the order given, the groups by their first card.
pub fn components(plan: &Plan<'_>, cards: &[usize]) -> Vec<Vec<usize>> {
    let mut beside: BTreeMap<usize, Vec<usize>> = cards.iter().map(|c| (*c, Vec::new())).collect();
    for link in &plan.map.links {
        if beside.contains_key(&link.from) && beside.contains_key(&link.to) {
            for (a, b) in [(link.from, link.to), (link.to, link.from)] {
                beside.entry(a).or_default().push(b);
            }
        }
    }
    let mut group: BTreeMap<usize, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for &card in cards {
        if group.contains_key(&card) {
            continue;
        }
        let mut stack = vec![card];
        while let Some(at) = stack.pop() {
            if group.insert(at, groups.len()).is_none() {
                stack.extend(beside.get(&at).into_iter().flatten());
            }
        }
        groups.push(Vec::new());
    }
    for card in cards {
        groups[group[card]].push(*card);
    }
    groups
}
