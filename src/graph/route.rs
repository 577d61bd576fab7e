//! Which links a route takes. A route names only the places where something was decided; between two of them lie cards
//! that lead on by themselves, and the shortest way over those is the one taken.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::map::{Kind, Map, Why};
use super::marks::Step;

/// The links of a route, by their place in the map.
pub(super) fn on_route(map: &Map, route: &[Step]) -> BTreeSet<usize> {
    let mut links = BTreeSet::new();
    let card = |step: &Step| map.cards.iter().position(|c| c.id == step.node);
    let mut from = Some(map.start);
    for step in route {
        let Some(here) = card(step) else { continue };
        if let Some(from) = from {
            links.extend(way(map, from, here));
        }
        from = match &step.choice {
            Some(choice) => taken(map, here, choice).map(|link| {
                links.insert(link);
                map.links[link].to
            }),
            None => Some(here),
        };
        // A choice without a link is decided again at the same card.
        from = from.or(Some(here));
    }
    links
}

/// The link of a choice.
fn taken(map: &Map, card: usize, choice: &str) -> Option<usize> {
    let row = map.cards[card].rows.iter().position(|r| r.id == choice)?;
    map.links.iter().position(|l| l.from == card && matches!(&l.why, Why::Choices { rows, .. } if rows.contains(&row)))
}

/// The shortest way that needs no answer in between; nothing when there is none (a trigger jumped).
fn way(map: &Map, from: usize, to: usize) -> Vec<usize> {
    let mut came: BTreeMap<usize, Option<usize>> = BTreeMap::from([(from, None)]);
    let mut queue = VecDeque::from([from]);
    while let Some(at) = queue.pop_front() {
        if at == to {
            break;
        }
        let is_open = at == from || !(map.cards[at].kind.is_asked() || matches!(map.cards[at].kind, Kind::End(_)));
        for (n, link) in map.links.iter().enumerate().filter(|(_, l)| is_open && l.from == at) {
            let by_itself = !matches!(link.why, Why::Choices { .. });
            if by_itself && !came.contains_key(&link.to) {
                came.insert(link.to, Some(n));
                queue.push_back(link.to);
            }
        }
    }
    let mut links = Vec::new();
    let mut at = to;
    while let Some(Some(link)) = came.get(&at) {
        links.push(*link);
        at = map.links[*link].from;
    }
    links
}
