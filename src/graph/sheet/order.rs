//! The order of the story: how far each card is from the beginning, which links lead back, which cards are one scene.

use std::collections::BTreeSet;

use super::super::map::{Map, Why};

/// What is known of every card and link before anything has a place.
#[derive(Debug)]
pub struct Order {
    /// Steps from the beginning on the longest way that does not lead back.
    pub rank: Vec<usize>,
    /// Links that lead back.
    pub back: BTreeSet<usize>,
    /// The card that begins a card's scene: where its objective was set. A card where scenes meet begins one itself.
    pub scene: Vec<usize>,
}

/// Orders a map.
pub fn order(map: &Map) -> Order {
    let out = leaving(map);
    let (story, back) = walk(map, &out);
    let mut rank: Vec<usize> = vec![0; map.cards.len()];
    for &card in &story {
        for &link in out[card].iter().filter(|l| !back.contains(*l)) {
            let to = map.links[link].to;
            rank[to] = rank[to].max(rank[card] + 1);
        }
    }
    // What may come at any time, or never, stands right before what it leads to.
    let entered: BTreeSet<usize> = map.links.iter().map(|l| l.to).collect();
    for &card in story.iter().filter(|c| **c != map.start && !entered.contains(*c)) {
        let next = out[card].iter().map(|l| rank[map.links[*l].to]).min();
        rank[card] = next.map_or(0, |r| r.saturating_sub(1));
    }
    let scene = scenes(map, &story, &back);
    Order { rank, back, scene }
}

/// The links that leave each card.
fn leaving(map: &Map) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); map.cards.len()];
    for (n, link) in map.links.iter().enumerate() {
        out[link.from].push(n);
    }
    out
}

/// Cards so that each comes before those it leads to, and the links that lead back.
fn walk(map: &Map, out: &[Vec<usize>]) -> (Vec<usize>, BTreeSet<usize>) {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        Open,
        Done,
    }
    let mut seen = vec![Seen::Not; map.cards.len()];
    let mut back = BTreeSet::new();
    let mut done = Vec::new();
    for root in std::iter::once(map.start).chain(0..map.cards.len()) {
        if seen[root] != Seen::Not {
            continue;
        }
        seen[root] = Seen::Open;
        let mut stack = vec![(root, 0_usize)];
        while let Some((card, next)) = stack.pop() {
            let Some(&link) = out[card].get(next) else {
                seen[card] = Seen::Done;
                done.push(card);
                continue;
            };
            stack.push((card, next + 1));
            let to = map.links[link].to;
            match seen[to] {
                Seen::Not => {
                    seen[to] = Seen::Open;
                    stack.push((to, 0));
                }
                Seen::Open => {
                    back.insert(link);
                }
                Seen::Done => {}
            }
        }
    }
    done.reverse();
    (done, back)
}

fn scenes(map: &Map, story: &[usize], back: &BTreeSet<usize>) -> Vec<usize> {
    let mut from: Vec<Vec<usize>> = vec![Vec::new(); map.cards.len()];
    for (n, link) in map.links.iter().enumerate() {
        if !back.contains(&n) && link.why != Why::Trigger {
            from[link.to].push(link.from);
        }
    }
    let mut scene: Vec<usize> = (0..map.cards.len()).collect();
    for &card in story {
        let before: BTreeSet<usize> = from[card].iter().map(|c| scene[*c]).collect();
        let mut before = before.into_iter();
        scene[card] = match (before.next(), before.next()) {
            (Some(only), None) if map.cards[card].goal.is_empty() => only,
            _ => card,
        };
    }
    scene
}

#[cfg(test)]
mod tests {
    use super::super::super::map::{Card, Link};
    use super::*;
    use crate::diag::Lang;

    fn map(cards: &[&str], links: &[(usize, usize)]) -> Map {
        let card = |goal: &&str| Card { goal: (*goal).to_owned(), ..Card::default() };
        Map {
            lang: Lang::En,
            id: String::new(),
            title: String::new(),
            version: 1,
            hash: String::new(),
            pass: 60,
            draws: Vec::new(),
            cards: cards.iter().map(card).collect(),
            links: links.iter().map(|(a, b)| Link::new(*a, *b, Why::Goes)).collect(),
            start: 0,
            remarks: Vec::new(),
            runs: None,
        }
    }

    #[test]
    fn a_way_back_does_not_push_its_target_down() {
        let order = order(&map(&["", "", ""], &[(0, 1), (1, 2), (2, 1)]));
        assert_eq!(order.rank, [0, 1, 2]);
        assert_eq!(order.back, BTreeSet::from([2]));
    }

    #[test]
    fn a_card_stands_below_the_longest_way_to_it() {
        assert_eq!(order(&map(&["", "", ""], &[(0, 2), (0, 1), (1, 2)])).rank, [0, 1, 2]);
    }

    #[test]
    fn a_scene_lasts_until_another_objective_or_until_scenes_meet() {
        let order = order(&map(&["a", "", "b", "", ""], &[(0, 1), (0, 2), (2, 3), (1, 4), (3, 4)]));
        assert_eq!(order.scene, [0, 0, 2, 2, 4]);
    }

    #[test]
    fn what_nobody_leads_to_stands_right_before_what_it_leads_to() {
        let order = order(&map(&["", "", "", ""], &[(0, 1), (1, 2), (3, 2)]));
        assert_eq!(order.rank[3], 1);
    }
}
