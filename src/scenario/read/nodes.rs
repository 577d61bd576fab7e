//! The nodes of the story and the choices in them.

use std::collections::BTreeMap;

use super::super::model::*;
use super::super::text::{Panel, fields, text};
use super::parts::{cites, judge_item, sign_part};
use super::scene::{cues, deed};
use super::{Ctx, LIGHTS, anchor, condition, named, node_name};
use crate::diag::{Finding, Findings, Span, nearest};
use crate::syntax::shape::{Shape, UNKNOWN_KIND, boolean, duplicate, entries, list, mistyped, number, string, unknown_kind, whole, word};
use crate::syntax::{Kind, Name, Node as Tree};

const KINDS: &[&str] = &["Tell", "Say", "Call", "Sms", "Chat", "Page", "Choose", "Do", "Signs", "Judge", "Branch", "Wait", "End"];

pub(super) fn node(name: Name, tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Node {
    let mut found = Node { id: name.text, span: name.span, ..Node::default() };
    if matches!(tree.kind, Kind::Broken) {
        return found;
    }
    let mut s = Shape::of(tree, out);
    let Some(kind) = s.name.filter(|n| KINDS.contains(&n.text.as_str())) else {
        no_such_kind(s.name, tree, out);
        return found;
    };
    found.at = s.opt("at", out, |n: &Tree, o: &mut Findings| anchor(n, ctx, o));
    found.cues = cues(&mut s, ctx, out);
    if let Some(light) = s.opt("light", out, word(LIGHTS)) {
        found.cues.insert(0, Cue::Light(light));
    }
    found.objective = s.opt("objective", out, text(Panel::OBJECTIVE));
    found.effects = effects(&mut s, ctx, out);
    found.kind = match kind.text.as_str() {
        "Choose" | "Do" => NodeKind::Decide(decision(&mut s, kind.text == "Choose", ctx, out)),
        "Signs" => NodeKind::Signs(signs(&mut s, ctx, out)),
        "Judge" => NodeKind::Judge(judge(&mut s, ctx, out)),
        "Branch" => {
            NodeKind::Branch { cases: s.need("cases", out, list(|n: &Tree, o: &mut Findings| case(n, ctx, o))), go: go(&mut s, ctx, out) }
        }
        "Wait" => NodeKind::Wait { time: Ticks::from_secs(s.need("seconds", out, number(0.1, 600.0))), go: go(&mut s, ctx, out) },
        "End" => NodeKind::End {
            title: s.need("title", out, text(Panel::TITLE)),
            text: s.need("text", out, text(Panel::WHY)),
            pass: s.or("pass", true, out, boolean),
        },
        story => NodeKind::Story {
            channel: channel(story, &mut s, ctx, out),
            lines: s.need("lines", out, list(|n: &Tree, o: &mut Findings| line(n, ctx, o))),
            go: go(&mut s, ctx, out),
        },
    };
    s.done(out);
    found
}

/// All kinds with what a teacher calls them.
const KINDS_SPOKEN: (&str, &str) = (
    "短信 Sms，聊天 Chat，电话 Call，网页 Page，旁白 Tell，说话 Say，选择 Choose，动手 Do，找疑点 Signs，辨真假 Judge，分支 Branch，等待 Wait，结局 End",
    "Sms, Chat, Call, Page, Tell, Say, Choose, Do, Signs, Judge, Branch, Wait, End",
);

fn no_such_kind(name: Option<&Name>, tree: &Tree, out: &mut Findings) {
    if !matches!(tree.kind, Kind::Struct(..) | Kind::Tuple(..) | Kind::Mixed(..)) {
        return;
    }
    let (zh, en) = KINDS_SPOKEN;
    out.add(match name {
        Some(name) => {
            let near = nearest(&name.text, KINDS)
                .map_or((String::new(), String::new()), |near| (format!("你是不是想写 {near}？"), format!("did you mean {near}? ")));
            Finding::new(
                &UNKNOWN_KIND,
                name.span,
                format!("没有叫“{}”的节点种类", name.text),
                format!("no kind of node is called {:?}", name.text),
            )
            .help(format!("{}可以用：{zh}", near.0), format!("{}use one of: {en}", near.1))
        }
        None => Finding::new(
            &UNKNOWN_KIND,
            Span::new(tree.span.start, tree.span.start + 1),
            "括号前面没有写节点种类",
            "the kind of node is missing before the bracket",
        )
        .help(format!("可以用：{zh}"), format!("use one of: {en}")),
    });
}

fn go(s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> NodeId {
    if s.get("go").is_none() {
        s.missing("go", out);
        return NodeId(u16::MAX);
    }
    s.need("go", out, |n: &Tree, o: &mut Findings| node_name(n, ctx, o))
}

fn case(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> (super::super::condition::Condition, NodeId) {
    let mut s = Shape::of(tree, out);
    let case = (s.need("when", out, |n: &Tree, o: &mut Findings| condition(n, ctx, o)), go(&mut s, ctx, out));
    s.done(out);
    case
}

fn channel(kind: &str, s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> Channel {
    match kind {
        "Say" => Channel::Speech(s.need("by", out, |n: &Tree, o: &mut Findings| named(n, o, |w, at, o| ctx.names.actor(w, at, o)))),
        "Call" => Channel::Call(from(s, ctx, out)),
        "Sms" => Channel::Sms(from(s, ctx, out)),
        "Chat" => Channel::Chat(from(s, ctx, out)),
        "Page" => Channel::Page(s.need("app", out, text(Panel::NAME))),
        _ => Channel::Narration,
    }
}

fn from(s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> From {
    s.need("from", out, |n: &Tree, o: &mut Findings| other_end(n, ctx, o))
}

/// Someone of the cast, or what the display shows.
fn other_end(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> From {
    match &tree.kind {
        Kind::Str(w) => From::Actor(ctx.names.actor(w, tree.span, out)),
        _ => From::Shown(text(Panel::NAME)(tree, out)),
    }
}

fn line(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Line {
    if let Kind::Str(_) = &tree.kind {
        return Line { by: Speaker::Own, text: text(Panel::LINE)(tree, out) };
    }
    let mut s = Shape::of(tree, out);
    let by = s.opt("by", out, |n: &Tree, o: &mut Findings| match &n.kind {
        Kind::Str(w) if w == "me" => Some(Speaker::Me),
        _ => Some(Speaker::Actor(named(n, o, |w, at, o| ctx.names.actor(w, at, o)))),
    });
    let text = fields(&mut s, Panel::LINE, out);
    s.done(out);
    Line { by: by.flatten().unwrap_or(Speaker::Own), text }
}

fn effects(s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> Effects {
    let mut table = |field: &'static str, out: &mut Findings| -> Vec<(VarId, i32)> {
        let Some(tree) = s.get(field) else { return Vec::new() };
        let mut list = Vec::new();
        for (name, value) in entries(tree, out) {
            let var = ctx.names.var(&name.text, name.span, out);
            let n = match &value.kind {
                Kind::Bool(b) => i64::from(*b),
                _ => whole(-1_000_000_000, 1_000_000_000)(value, out),
            };
            list.extend(var.map(|v| (v, n as i32)));
        }
        list
    };
    Effects { set: table("set", out), add: table("add", out) }
}

fn points(s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> BTreeMap<CompId, i32> {
    let Some(tree) = s.get("points") else { return BTreeMap::new() };
    entries(tree, out)
        .into_iter()
        .map(|(name, value)| (ctx.names.competency(&name.text, name.span, out), whole(0, 1000)(value, out) as i32))
        .collect()
}

fn decision(s: &mut Shape<'_>, listed: bool, ctx: &Ctx<'_>, out: &mut Findings) -> Decision {
    let mut found = Decision {
        ask: s.need("ask", out, text(Panel::ASK)),
        by: s.opt("by", out, |n: &Tree, o: &mut Findings| named(n, o, |w, at, o| ctx.names.actor(w, at, o))),
        time: s.opt("seconds", out, number(1.0, 600.0)).map(Ticks::from_secs),
        phone: s.opt("phone", out, |n: &Tree, o: &mut Findings| screen(n, ctx, o)).flatten(),
        choices: s.need("choices", out, list(|n: &Tree, o: &mut Findings| choice(n, listed, ctx, o))),
        timeout: None,
        listed,
    };
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for c in &found.choices {
        if let Some(first) = seen.insert(&c.id, c.span) {
            duplicate(&c.id, c.span, first, out);
        }
    }
    found.timeout = s
        .opt("timeout", out, |n: &Tree, o: &mut Findings| {
            named(n, o, |w, at, o| {
                let choices: Vec<&str> = found.choices.iter().map(|c| c.id.as_str()).collect();
                Some(ctx.names.choice_or_node(w, at, &choices, o).map_or_else(Timeout::Node, Timeout::Choice))
            })
        })
        .flatten();
    found
}

fn screen(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Option<Screen> {
    const SCREENS: &[&str] = &["Call", "Sms", "Chat", "Page", "Transfer"];
    match &tree.kind {
        Kind::Struct(Some(name), _) if name.text == "Transfer" => {
            let mut s = Shape::of(tree, out);
            let found = Screen::Transfer {
                to: s.need("to", out, text(Panel::NAME)),
                amount: s.need("amount", out, whole(0, 100_000_000)) as i32,
                memo: s.or("memo", Text::default(), out, text(Panel::NAME)),
            };
            s.done(out);
            Some(found)
        }
        // `Page(zh: …, en: …)` without inner brackets.
        Kind::Struct(Some(name), _) if name.text == "Page" => Some(Screen::Page(text(Panel::NAME)(tree, out))),
        Kind::Tuple(Some(name), items) if SCREENS.contains(&name.text.as_str()) && !items.is_empty() => Some(match name.text.as_str() {
            "Call" => Screen::Call(other_end(&items[0], ctx, out)),
            "Sms" => Screen::Sms(other_end(&items[0], ctx, out)),
            "Chat" => Screen::Chat(other_end(&items[0], ctx, out)),
            _ => Screen::Page(text(Panel::NAME)(&items[0], out)),
        }),
        Kind::Struct(Some(name), _) | Kind::Tuple(Some(name), _) => {
            unknown_kind(&name.text, name.span, SCREENS.iter().copied(), out);
            None
        }
        _ => {
            mistyped(tree, ("手机画面，如 Chat(\"xiaolin\")", "a phone screen such as Chat(\"xiaolin\")"), out);
            None
        }
    }
}

const GRADES: &[(&str, Grade)] = &[("Good", Grade::Good), ("Poor", Grade::Poor), ("Critical", Grade::Critical)];

fn choice(tree: &Tree, listed: bool, ctx: &Ctx<'_>, out: &mut Findings) -> Choice {
    let mut s = Shape::of(tree, out);
    let mut found = Choice {
        id: s.need("id", out, string),
        text: s.need("text", out, text(Panel::CHOICE)),
        grade: s.need("grade", out, word(GRADES)),
        points: points(&mut s, ctx, out),
        when: s.opt("when", out, |n: &Tree, o: &mut Findings| condition(n, ctx, o)),
        effects: effects(&mut s, ctx, out),
        cues: cues(&mut s, ctx, out),
        say: s.opt("say", out, text(Panel::LINE)),
        then: s.opt("then", out, text(Panel::WHY)),
        why: s.opt("why", out, text(Panel::WHY)),
        cites: cites(&mut s, ctx, out),
        redo: s.or("redo", false, out, boolean),
        go: None,
        by: s.opt("by", out, |n: &Tree, o: &mut Findings| deed(n, ctx, o)).flatten(),
        span: s.at("id"),
    };
    if found.redo {
        found.go = s.opt("go", out, |n: &Tree, o: &mut Findings| node_name(n, ctx, o));
        if found.then.is_none() {
            s.missing("then", out);
        }
    } else {
        found.go = Some(go(&mut s, ctx, out));
    }
    if !listed && found.by.is_none() && s.get("by").is_none() {
        s.missing("by", out);
    }
    s.done(out);
    found
}

fn signs(s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> Signs {
    let kind = s.or("kind", 0, out, word(&[("Sms", 0), ("Chat", 1), ("Page", 2)]));
    let channel = match kind {
        2 => Channel::Page(s.need("from", out, text(Panel::NAME))),
        1 => Channel::Chat(from(s, ctx, out)),
        _ => Channel::Sms(from(s, ctx, out)),
    };
    let found = Signs {
        channel,
        ask: s.need("ask", out, text(Panel::ASK)),
        parts: s.need("parts", out, list(sign_part)),
        points: points(s, ctx, out),
        time: s.opt("seconds", out, number(5.0, 600.0)).map(Ticks::from_secs),
        go: go(s, ctx, out),
    };
    unique(found.parts.iter().map(|p| p.id.as_str()), s.at("parts"), out);
    found
}

fn judge(s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> Judge {
    let found = Judge {
        ask: s.need("ask", out, text(Panel::ASK)),
        items: s.need("items", out, list(|n: &Tree, o: &mut Findings| judge_item(n, ctx, o))),
        points: points(s, ctx, out),
        go: go(s, ctx, out),
    };
    unique(found.items.iter().map(|p| p.id.as_str()), s.at("items"), out);
    found
}

fn unique<'a>(ids: impl Iterator<Item = &'a str>, at: Span, out: &mut Findings) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            duplicate(id, at, at, out);
        }
    }
}
