//! A route told as a story, in both languages: if the student first …, then …, it comes to this.

use super::report::{Witness, WitnessStep};
use crate::scenario::{NodeKind, Scenario, Text};

/// Tells a route. `comes_to` replaces the ending.
pub(super) fn tell(s: &Scenario, witness: &Witness, comes_to: Option<&Text>) -> Text {
    let clauses: Vec<Text> = witness.steps.iter().map(|step| clause(s, step)).collect();
    let end = comes_to.cloned().unwrap_or_else(|| ending(s, witness));
    let mut suppose: Vec<String> = Vec::new();
    for a in &witness.assumes {
        let said = if a.holds { a.condition.clone() } else { format!("not ({})", a.condition) };
        // What is supposed at every step is told once.
        if !suppose.contains(&said) {
            suppose.push(said);
        }
    }
    let (zh_if, en_if) = if suppose.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("（设 {}）", suppose.join("，")), format!(" (supposing {})", suppose.join(", ")))
    };
    if clauses.is_empty() {
        return Text {
            zh: format!("学生什么也不做{zh_if}，就会{}。", end.zh),
            en: format!("Without doing anything{en_if}, the student {}.", end.en),
        };
    }
    let clauses = shortened(clauses);
    let zh: Vec<&str> = clauses.iter().map(|c| c.zh.as_str()).collect();
    let en: Vec<&str> = clauses.iter().map(|c| c.en.as_str()).collect();
    Text {
        zh: format!("如果学生先{}{zh_if}，就会{}。", zh.join("，再"), end.zh),
        en: format!("If the student first {}{en_if}, the student {}.", en.join(", then "), end.en),
    }
}

/// Nobody reads a story of a thousand steps: its beginning and its end are told, and how many lie between.
fn shortened(clauses: Vec<Text>) -> Vec<Text> {
    const MOST: usize = 60;
    const FIRST: usize = 12;
    const LAST: usize = 6;
    if clauses.len() <= MOST {
        return clauses;
    }
    let between = clauses.len() - FIRST - LAST;
    let gap = Text { zh: format!("……（中间 {between} 步）……"), en: format!("… ({between} steps) …") };
    let mut told = clauses[..FIRST].to_vec();
    told.push(gap);
    told.extend_from_slice(&clauses[clauses.len() - LAST..]);
    told
}

fn ending(s: &Scenario, witness: &Witness) -> Text {
    let node = s.nodes.iter().find(|n| n.id == witness.ends);
    let Some(NodeKind::End { title, .. }) = node.map(|n| &n.kind) else {
        return Text { zh: "停在那里，到不了结局".to_owned(), en: "gets stuck and reaches no ending".to_owned() };
    };
    let percent = witness.percent;
    let (zh, en) = if witness.passed { ("通过", "passing") } else { ("不通过", "not passing") };
    Text {
        zh: format!("到达结局{}，{percent}%，{zh}", quoted_zh(&title.zh)),
        en: format!("ends at {} with {percent}%, {en}", quoted_en(&title.en)),
    }
}

/// What the student does in a step.
fn clause(s: &Scenario, step: &WitnessStep) -> Text {
    let kind = s.nodes.iter().find(|n| n.id == step.node).map(|n| &n.kind);
    let count = step.items.as_ref().map_or(0, Vec::len);
    match (step.does, kind) {
        ("pick", Some(NodeKind::Decide(d))) => {
            let text = d.choices.iter().find(|c| Some(&c.id) == step.choice.as_ref()).map(|c| c.text.clone()).unwrap_or_default();
            let (zh, en) = if d.listed { ("选", "picks") } else { ("做", "does") };
            Text { zh: format!("{zh}{}", quoted_zh(&text.zh)), en: format!("{en} {}", quoted_en(&text.en)) }
        }
        ("mark", _) => Text { zh: format!("在消息里标出 {count} 处疑点"), en: format!("marks {count} real signs in the message") },
        ("judge", _) => Text { zh: format!("把 {count} 条消息判为诈骗"), en: format!("calls {count} of the messages a scam") },
        ("time_out", Some(NodeKind::Decide(d))) => Text {
            zh: format!("在{}等到时间用完", quoted_zh(&d.ask.zh)),
            en: format!("lets the time run out at {}", quoted_en(&d.ask.en)),
        },
        _ => Text { zh: format!("在节点 {} 等着", step.node), en: format!("waits at {}", step.node) },
    }
}

/// In quotes; quotes inside become inner ones.
fn quoted_zh(text: &str) -> String {
    format!("“{}”", text.replace('“', "‘").replace('”', "’"))
}

fn quoted_en(text: &str) -> String {
    format!("“{}”", text.replace(['“', '"'], "‘").replace('”', "’"))
}
