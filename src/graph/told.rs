//! All that is said at a node, for whoever points at its card: lines, choices with what comes of them, why.

use super::says::{Words, points};
use crate::scenario::{Decision, Line, Node, NodeKind, Speaker};

/// Tooltips are read, not scrolled.
const MOST: usize = 4_000;

/// A node's words, a line each.
pub(super) fn told(w: Words<'_>, node: &Node) -> String {
    let mut lines = vec![node.id.clone()];
    match &node.kind {
        NodeKind::Story { channel, lines: said, .. } => {
            lines.extend(said.iter().map(|l| line(w, w.speaker(channel), l)));
        }
        NodeKind::Decide(d) => decide(w, d, &mut lines),
        NodeKind::Signs(s) => {
            lines.push(w.text(&s.ask).to_owned());
            lines.extend(s.parts.iter().map(|p| marked(p.sign, w.text(&p.text), w.text(&p.why))));
        }
        NodeKind::Judge(j) => {
            lines.push(w.text(&j.ask).to_owned());
            lines.extend(j.items.iter().map(|i| marked(i.scam, w.text(&i.text), w.text(&i.why))));
        }
        NodeKind::Branch { cases, go } => {
            lines.extend(cases.iter().map(|(when, go)| format!("{} → {}", w.condition(when), w.node(*go))));
            lines.push(format!("{} → {}", w.pick("否则", "else"), w.node(*go)));
        }
        NodeKind::End { title, text, .. } => lines.extend([w.text(title).to_owned(), w.text(text).to_owned()]),
        NodeKind::Wait { .. } | NodeKind::Broken => {}
    }
    let all = lines.join("\n");
    if all.chars().count() > MOST { all.chars().take(MOST).chain(['…']).collect() } else { all }
}

fn line(w: Words<'_>, own: &str, line: &Line) -> String {
    let who = match line.by {
        Speaker::Own => own,
        Speaker::Me => w.pick("我", "me"),
        Speaker::Actor(a) => w.actor(a),
    };
    let text = w.text(&line.text);
    if who.is_empty() { text.to_owned() } else { format!("{who}{}{text}", w.pick("：", ": ")) }
}

fn decide(w: Words<'_>, d: &Decision, lines: &mut Vec<String>) {
    lines.push(w.text(&d.ask).to_owned());
    for choice in &d.choices {
        let worth: i32 = choice.points.values().sum();
        let ends = choice.go.map(|id| format!(" → {}", w.node(id))).unwrap_or_default();
        lines.push(format!("{}: {} ({}){ends}", choice.id, w.text(&choice.text), points(worth)));
        lines.extend([&choice.then, &choice.why].into_iter().flatten().map(|t| format!("    {}", w.text(t))));
    }
}

/// A part or a message, with ✗ before what should make one wary.
fn marked(is_wrong: bool, text: &str, why: &str) -> String {
    format!("{} {text} — {why}", if is_wrong { "✗" } else { "✓" })
}
