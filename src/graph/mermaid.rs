//! The map for Mermaid: what many wikis and editors draw by themselves.

use std::collections::BTreeMap;

use super::map::{Card, Finish, Kind, Link, Map, Why};
use super::plain;
use super::svg::ink;
use crate::scenario::Grade;

/// Writes a map.
pub fn mermaid(map: &Map) -> String {
    let mut lines = vec!["---".to_owned(), format!("title: {}", yaml(&plain::title(map))), "---".to_owned(), "flowchart TB".to_owned()];
    for (number, (goal, cards)) in plain::scenes(map).into_iter().enumerate() {
        let is_scene = !goal.is_empty();
        if is_scene {
            lines.push(format!("  subgraph s{number}[\"{}\"]", safe(&goal)));
        }
        for card in cards {
            lines.push(format!("  {}{}", if is_scene { "  " } else { "" }, node(map, card, &map.cards[card])));
        }
        if is_scene {
            lines.push("  end".to_owned());
        }
    }
    lines.push(format!("  start(((\"▶\"))) --> n{}", map.start));
    // Styles are given by the number of an edge, in the order written.
    let mut styles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut edges = 1;
    for (n, card) in map.cards.iter().enumerate() {
        for row in card.rows.iter().filter(|r| r.redo) {
            lines.push(format!("  n{n} {}|\"{} ↺\"| n{n}", arrow(row.grade), row.letter));
            styles.entry(format!("stroke:{}", ink::grade(row.grade))).or_default().push(edges);
            edges += 1;
        }
        if card.loops {
            lines.push(format!("  n{n} --> n{n}"));
            edges += 1;
        }
    }
    for link in &map.links {
        lines.push(format!("  {}", edge(map, link)));
        styles.entry(style(map, link)).or_default().push(edges);
        edges += 1;
    }
    for (style, edges) in styles.iter().filter(|(style, _)| !style.is_empty()) {
        let edges: Vec<String> = edges.iter().map(usize::to_string).collect();
        lines.push(format!("  linkStyle {} {style}", edges.join(",")));
    }
    lines.extend(classes(map));
    lines.push(String::new());
    lines.join("\n")
}

fn node(map: &Map, n: usize, card: &Card) -> String {
    let (open, close) = match card.kind {
        Kind::Branch => ("{{", "}}"),
        Kind::Call | Kind::Sms | Kind::Chat | Kind::Page => ("(", ")"),
        Kind::End(Finish::Pass | Finish::Open) => ("([", "])"),
        Kind::End(Finish::Fail) => ("[[", "]]"),
        Kind::Trigger => (">", "]"),
        Kind::Tell | Kind::Say | Kind::Wait | Kind::Choose | Kind::Do | Kind::Signs | Kind::Judge => ("[", "]"),
    };
    let words: Vec<String> = plain::card(map, card).iter().map(|l| safe(l)).collect();
    format!("n{n}{open}\"{}\"{close}", words.join("<br/>"))
}

fn edge(map: &Map, link: &Link) -> String {
    let arrow = match &link.why {
        Why::Choices { grade, .. } => arrow(*grade),
        Why::Clock(_) | Why::Trigger => "-.->",
        Why::Goes | Why::When(_) | Why::Else => "-->",
    };
    let words = plain::link(map, link);
    let label = if words.is_empty() { String::new() } else { format!("|\"{}\"|", safe(&words)) };
    format!("n{} {arrow}{label} n{}", link.from, link.to)
}

/// A grade is told by the arrow as well as by its colour.
fn arrow(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "-->",
        Grade::Poor => "-.->",
        Grade::Critical => "==>",
    }
}

fn style(map: &Map, link: &Link) -> String {
    let mut parts: Vec<String> = Vec::new();
    match &link.why {
        Why::Choices { grade, .. } => parts.push(format!("stroke:{}", ink::grade(*grade))),
        Why::Clock(_) => parts.push(format!("stroke:{}", ink::CLOCK)),
        Why::Trigger => parts.push(format!("stroke:{}", ink::TRIGGER)),
        Why::Goes | Why::When(_) | Why::Else => {}
    }
    if let (Some(share), Some(runs)) = (link.share, map.runs) {
        let width = 1 + u64::from(share.n) * 9 / u64::from(runs.max(share.n).max(1));
        parts.push(format!("stroke-width:{width}px"));
    }
    if link.on_route {
        parts.push(format!("color:{}", ink::ALERT));
    }
    parts.join(",")
}

/// Nodes by how they end and by what is wrong with them.
fn classes(map: &Map) -> Vec<String> {
    type Is = fn(&Card) -> bool;
    let kinds: [(&str, &str, &str, Is); 4] = [
        ("ask", ink::GOAL, "2px", |c| c.flags.is_empty() && c.kind.is_asked()),
        ("pass", "#1A7040", "3px", |c| c.flags.is_empty() && c.kind == Kind::End(Finish::Pass)),
        ("fail", ink::ALERT, "3px", |c| c.flags.is_empty() && c.kind == Kind::End(Finish::Fail)),
        ("wrong", ink::ALERT, "5px", |c| !c.flags.is_empty()),
    ];
    let mut lines = Vec::new();
    for (name, color, width, is) in kinds {
        let members: Vec<String> = map.cards.iter().enumerate().filter(|(_, c)| is(c)).map(|(n, _)| format!("n{n}")).collect();
        if !members.is_empty() {
            lines.push(format!("  classDef {name} stroke:{color},stroke-width:{width}"));
            lines.push(format!("  class {} {name}", members.join(",")));
        }
    }
    lines
}

/// Words as Mermaid holds them between quotes.
fn safe(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '#' => out.push_str("#35;"),
            '&' => out.push_str("#amp;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '`' => out.push_str("#96;"),
            '\\' => out.push_str("#92;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Words between the quotes of YAML, which are those of JSON.
fn yaml(words: &str) -> String {
    serde_json::to_string(words).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn words_cannot_break_out_of_their_quotes() {
        assert_eq!(safe("a \"b\" <c> #1 `d`\n"), "a #quot;b#quot; #lt;c#gt; #35;1 #96;d#96; ");
    }
}
