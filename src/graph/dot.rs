//! The map for Graphviz and everything else that reads DOT.

use std::fmt::Write as _;

use super::map::{Card, Finish, Kind, Link, Map, Why};
use super::plain;
use super::svg::ink;
use crate::scenario::Grade;

const FONT: &str = "Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif";

/// Writes a map.
pub fn dot(map: &Map) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    line(format!("digraph {} {{", quoted(&map.id)));
    line(format!("  graph [label={}, labelloc=t, fontname={}, rankdir=TB];", quoted(&plain::title(map)), quoted(FONT)));
    line(format!("  node [shape=box, style=filled, fillcolor=\"#FFFFFF\", fontname={}, fontsize=11];", quoted(FONT)));
    line(format!("  edge [fontname={}, fontsize=10];", quoted(FONT)));
    line(format!("  \"▶\" [shape=circle, fillcolor=\"{}\", fontcolor=\"#FFFFFF\"];", ink::INK));
    for (number, (goal, cards)) in plain::scenes(map).into_iter().enumerate() {
        let is_scene = !goal.is_empty();
        if is_scene {
            line(format!("  subgraph cluster_{number} {{"));
            line(format!("    label={}; style=filled; color=\"{}\";", quoted(&goal), ink::PANEL));
        }
        for card in cards {
            line(format!("  {}{}", if is_scene { "  " } else { "" }, node(map, &map.cards[card])));
        }
        if is_scene {
            line("  }".to_owned());
        }
    }
    line(format!("  \"▶\" -> {};", quoted(&map.cards[map.start].id)));
    for card in &map.cards {
        for row in card.rows.iter().filter(|r| r.redo) {
            let (id, grade) = (quoted(&card.id), row.grade);
            line(format!("  {id} -> {id} [label={}, {}];", quoted(&format!("{} ↺", row.letter)), graded(grade)));
        }
        if card.loops {
            line(format!("  {0} -> {0};", quoted(&card.id)));
        }
    }
    for link in &map.links {
        line(format!("  {}", edge(map, link)));
    }
    line("}".to_owned());
    out
}

fn node(map: &Map, card: &Card) -> String {
    let dress = ink::dress(card.kind);
    let shape = match card.kind {
        Kind::Branch => "hexagon",
        Kind::End(Finish::Fail) => "octagon",
        Kind::Trigger => "cds",
        Kind::End(Finish::Pass) => "box, peripheries=2",
        Kind::End(Finish::Open) => "oval",
        Kind::Call | Kind::Sms | Kind::Chat | Kind::Page => "box, style=\"filled,rounded\"",
        Kind::Choose | Kind::Do | Kind::Signs | Kind::Judge => "box, penwidth=2",
        Kind::Tell | Kind::Say | Kind::Wait => "box",
    };
    let label = plain::card(map, card).join("\n");
    let (color, more) = if card.flags.is_empty() { (dress.edge, "") } else { (ink::ALERT, ", penwidth=3") };
    format!("{} [label={}, shape={shape}, color=\"{color}\", fillcolor=\"{}\"{more}];", quoted(&card.id), quoted(&label), dress.head)
}

fn edge(map: &Map, link: &Link) -> String {
    let mut with: Vec<String> = Vec::new();
    let words = plain::link(map, link);
    if !words.is_empty() {
        with.push(format!("label={}", quoted(&words)));
    }
    match &link.why {
        Why::Choices { grade, .. } => with.push(graded(*grade).to_owned()),
        Why::Clock(_) => with.push(format!("style=dotted, color=\"{}\"", ink::CLOCK)),
        Why::Trigger => with.push(format!("style=dashed, color=\"{}\"", ink::TRIGGER)),
        Why::Goes | Why::When(_) | Why::Else => {}
    }
    if let (Some(share), Some(runs)) = (link.share, map.runs) {
        with.push(format!("penwidth={:.1}", 1.0 + 7.0 * f64::from(share.n) / f64::from(runs.max(share.n).max(1))));
    }
    if link.on_route {
        // Dots behind the arrow: a program that draws no halo still shows which way it was.
        with.push(format!("arrowtail=dot, dir=both, fontcolor=\"{}\"", ink::ALERT));
    }
    let mut edge = format!("{} -> {}", quoted(&map.cards[link.from].id), quoted(&map.cards[link.to].id));
    if !with.is_empty() {
        let _ = write!(edge, " [{}]", with.join(", "));
    }
    edge.push(';');
    edge
}

/// A grade is told by colour, dash and head.
fn graded(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "color=\"#1A7040\"",
        Grade::Poor => "style=dashed, arrowhead=onormal, color=\"#8A5800\"",
        Grade::Critical => "style=bold, arrowhead=normalnormal, color=\"#B3261E\"",
    }
}

/// Words as DOT holds them.
fn quoted(words: &str) -> String {
    let mut out = String::from('"');
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_cannot_break_out_of_their_quotes() {
        assert_eq!(quoted("a \"b\"\\\nc\u{0}"), "\"a \\\"b\\\"\\\\\\nc \"");
    }
}
