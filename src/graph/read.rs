//! A scenario as a map: its cards and links, with what an exploration found and what a class chose written on them.

use super::map::{Card, Finish, Flag, Kind, Link, Map, Share, Why};
use super::marks::Marks;
use super::route::on_route;
use super::says::Words;
use super::traffic::Traffic;
use super::{card, link};
use crate::diag::Lang;
use crate::explore::Passes;
use crate::scenario::Loaded;

/// How much of the content's hash is shown: enough to tell two versions of a file apart.
const HASH_SHOWN: usize = 8;

impl Map {
    /// The map of a sound scenario.
    pub fn of(case: &Loaded, lang: Lang, marks: &Marks, traffic: Option<&Traffic>) -> Self {
        let s = &case.scenario;
        let w = Words { case, lang };
        let mut cards: Vec<Card> = (0..s.nodes.len()).map(|n| card::of_node(w, n)).collect();
        cards.extend(s.triggers.iter().enumerate().map(|(n, t)| card::of_trigger(w, n, t)));
        let mut links: Vec<Link> = (0..s.nodes.len()).flat_map(|n| link::of_node(w, n)).collect();
        let triggers = s.triggers.iter().enumerate();
        links.extend(triggers.map(|(n, t)| Link::new(s.nodes.len() + n, t.go.index(), Why::Trigger)));
        let mut map = Self {
            lang,
            id: s.id.clone(),
            title: w.text(&s.title).to_owned(),
            version: s.version,
            hash: case.hash().chars().take(HASH_SHOWN).collect(),
            pass: s.pass,
            draws: s.variants.iter().map(|v| format!("{}: {}", v.id, v.values.join(" / "))).collect(),
            cards,
            links,
            start: s.start.index(),
            remarks: marks.remarks.iter().map(|t| w.text(t).to_owned()).collect(),
            runs: traffic.map(|t| t.runs),
        };
        mark(&mut map, marks);
        if let Some(traffic) = traffic {
            count(&mut map, traffic, case);
        }
        map
    }
}

/// Writes on the map what an exploration found.
fn mark(map: &mut Map, marks: &Marks) {
    for card in &mut map.cards {
        if marks.unreachable.contains(&card.id) {
            card.flags.push(Flag::Unreachable);
        }
        if marks.dead_ends.contains(&card.id) {
            card.flags.push(Flag::DeadEnd);
        }
        for row in &mut card.rows {
            let key = (card.id.clone(), row.id.clone());
            if marks.unsafe_choices.contains(&key) {
                row.flag = Some(Flag::Unsafe);
            } else if marks.unreachable_choices.contains(&key) {
                row.flag = Some(Flag::Unreachable);
            }
        }
        if card.rows.iter().any(|r| r.flag == Some(Flag::Unsafe)) {
            card.flags.push(Flag::Unsafe);
        }
        if let Kind::End(Finish::Pass) = card.kind {
            card.kind = Kind::End(match marks.endings.get(&card.id) {
                None | Some(Passes::Always) => Finish::Pass,
                Some(Passes::Sometimes) => Finish::Open,
                Some(Passes::Never) => Finish::Fail,
            });
        }
    }
    for n in on_route(map, &marks.route) {
        map.links[n].on_route = true;
    }
}

/// Writes on the map what was chosen at the first try.
fn count(map: &mut Map, traffic: &Traffic, case: &Loaded) {
    for card in &mut map.cards {
        card.right = traffic.right(&card.id);
        let of = traffic.answered(&card.id);
        for row in &mut card.rows {
            row.share = Some(Share { n: traffic.picked(&card.id, &row.id), of });
        }
    }
    for link in &mut map.links {
        let Why::Choices { rows, .. } = &link.why else { continue };
        let node = &case.scenario.nodes[link.from];
        let crate::scenario::NodeKind::Decide(d) = &node.kind else { continue };
        let n = rows.iter().map(|row| traffic.picked(&node.id, &d.choices[*row].id)).sum();
        link.share = Some(Share { n, of: traffic.answered(&node.id) });
    }
}
