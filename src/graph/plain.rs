//! Cards, links and scenes in plain words, for the formats that leave drawing to another program (DOT, Mermaid).

use std::collections::BTreeMap;

use super::map::{Card, Kind, Link, Map, Row, Then, Why};
use super::says::points;
use super::sheet::{kind_label, order, share};
use super::svg::ink;
use crate::diag::Lang;
use crate::scenario::Grade;

/// What a grade looks like in a line of text.
fn mark(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "✓",
        Grade::Poor => "△",
        Grade::Critical => "✗",
    }
}

/// What is on a card, a line each.
pub(super) fn card(map: &Map, card: &Card) -> Vec<String> {
    let mut lines: Vec<String> = card.flags.iter().map(|f| format!("⚠ {}", flag(map, *f))).collect();
    if card.kind == Kind::Branch {
        lines.push(card.id.clone());
        return lines;
    }
    lines.push(format!("{} {}", kind_label(map, card.kind), card.id));
    if !card.text.is_empty() {
        lines.push(if card.who.is_empty() { card.text.clone() } else { format!("{}{}{}", card.who, map.pick("：", ": "), card.text) });
    }
    lines.extend(card.rows.iter().map(|r| row(map, r)));
    if card.more_rows > 0 {
        lines.push(format!("… +{}", card.more_rows));
    }
    if let Some(clock) = &card.clock {
        let then = match &clock.then {
            Then::Row(row) => Map::letter(*row),
            Then::Card(id) => id.clone(),
            Then::On => "…".to_owned(),
        };
        lines.push(format!("⏱ {} s → {then}", clock.seconds));
    }
    lines.extend(card.right.map(|r| format!("✓ {}", share(r))));
    lines.extend(card.notes.iter().cloned());
    lines
}

fn row(map: &Map, row: &Row) -> String {
    let mut words = format!("{} {} {} {}", row.letter, mark(row.grade), row.text, points(row.points));
    if row.redo {
        words.push_str(" ↺");
    }
    if let Some(when) = &row.when {
        words.push_str(&format!(" [{when}]"));
    }
    if let Some(of) = row.share {
        words.push_str(&format!(" {}", share(of)));
    }
    if let Some(of) = row.flag {
        words.push_str(&format!(" ⚠ {}", flag(map, of)));
    }
    words
}

fn flag(map: &Map, flag: super::map::Flag) -> &'static str {
    let (zh, en) = ink::flag(flag);
    map.pick(zh, en)
}

/// What is on a link; empty where there is nothing to say.
pub(super) fn link(map: &Map, link: &Link) -> String {
    match &link.why {
        Why::Goes | Why::Trigger => String::new(),
        Why::When(condition) => condition.clone(),
        Why::Else => map.pick("否则", "else").to_owned(),
        Why::Clock(seconds) => format!("⏱ {seconds} s"),
        Why::Choices { rows, .. } => {
            let card = &map.cards[link.from];
            let worth = |row: usize| card.rows.get(row).map(|r| format!(" {}", points(r.points))).unwrap_or_default();
            let mut words: Vec<String> = rows.iter().map(|row| format!("{}{}", Map::letter(*row), worth(*row))).collect();
            words.extend(link.share.map(|s| format!("×{}", s.n)));
            words.join(", ")
        }
    }
}

/// Scenes in the order of their first cards: the objective, and the cards by their place in the map.
pub(super) fn scenes(map: &Map) -> Vec<(String, Vec<usize>)> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (card, scene) in order(map).scene.into_iter().enumerate() {
        members.entry(scene).or_default().push(card);
    }
    members.into_iter().map(|(scene, cards)| (map.cards[scene].goal.clone(), cards)).collect()
}

/// The line under a map: which file it is of.
pub(super) fn title(map: &Map) -> String {
    let version = match map.lang {
        Lang::Zh => format!("第 {} 版", map.version),
        Lang::En => format!("version {}", map.version),
    };
    format!("{} · {} · {version} · {}", map.title, map.id, map.hash)
}
