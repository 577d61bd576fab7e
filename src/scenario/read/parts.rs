//! The smaller tables: competencies, cast, variables, test questions.

use super::super::model::*;
use super::super::names::{LOOK, LOOKS, listed};
use super::super::text::{Panel, fields, text};
use super::{Ctx, anchor, named};
use crate::diag::{Finding, Findings};
use crate::syntax::shape::{OUT_OF_BOUNDS, Shape, boolean, list, number, string, unknown_kind, whole, word};
use crate::syntax::{Kind, Name, Node as Tree};

pub(super) fn competency(name: Name, tree: &Tree, out: &mut Findings) -> Competency {
    let mut s = Shape::of(tree, out);
    let found = Competency {
        id: name.text,
        name: s.need("name", out, text(Panel::TITLE)),
        max: s.need("max", out, whole(1, 1000)) as i32,
        span: name.span,
    };
    s.done(out);
    found
}

/// Words for [`Act`].
pub(super) const ACTS: &[(&str, Act)] = &[
    ("Stand", Act::Stand),
    ("Talk", Act::Talk),
    ("Listen", Act::Listen),
    ("Walk", Act::Walk),
    ("Run", Act::Run),
    ("Crouch", Act::Crouch),
    ("Crawl", Act::Crawl),
    ("Cower", Act::Cower),
    ("UnderDesk", Act::UnderDesk),
    ("Sit", Act::Sit),
    ("SitTalk", Act::SitTalk),
    ("LieDown", Act::LieDown),
    ("Collapse", Act::Collapse),
    ("Recovery", Act::Recovery),
    ("Wave", Act::Wave),
    ("Cough", Act::Cough),
    ("Phone", Act::Phone),
    ("Point", Act::Point),
    ("Help", Act::Help),
    ("HoldOut", Act::HoldOut),
    ("Refuse", Act::Refuse),
    ("CoverHead", Act::CoverHead),
    ("Stagger", Act::Stagger),
];

/// Words for [`Mood`].
pub(super) const MOODS: &[(&str, Mood)] = &[
    ("Calm", Mood::Calm),
    ("Worried", Mood::Worried),
    ("Afraid", Mood::Afraid),
    ("Kind", Mood::Kind),
    ("Stern", Mood::Stern),
    ("Sick", Mood::Sick),
    ("Asleep", Mood::Asleep),
];

pub(super) fn actor(id: String, tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Actor {
    let mut s = Shape::of(tree, out);
    let found = Actor {
        id,
        name: s.need("name", out, text(Panel::NAME)),
        look: s.or("look", "stranger".to_owned(), out, |n: &Tree, o: &mut Findings| {
            named(n, o, |w, span, o| {
                listed(w, span, LOOKS, &LOOK, o);
                w.to_owned()
            })
        }),
        at: s.opt("at", out, |n: &Tree, o: &mut Findings| anchor(n, ctx, o)),
        face: s.opt("face", out, number(-720.0, 720.0)),
        act: s.or("act", Act::Stand, out, word(ACTS)),
        mood: s.or("mood", Mood::Calm, out, word(MOODS)),
    };
    s.done(out);
    found
}

pub(super) fn var(name: Name, tree: &Tree, out: &mut Findings) -> Var {
    let mut s = Shape::of(tree, out);
    let mut found = Var { id: name.text, span: name.span, ..Var::default() };
    let bound = whole(-1_000_000_000, 1_000_000_000);
    match s.name.map(|n| n.text.as_str()) {
        Some("Flag") => {
            found.max = 1;
            found.start = i32::from(s.or("start", false, out, boolean));
        }
        kind @ (Some("Count") | Some("Money")) => {
            found.kind = if kind == Some("Money") { VarKind::Money } else { VarKind::Count };
            found.start = s.or("start", 0, out, &bound) as i32;
            found.min = s.or("min", 0, out, &bound) as i32;
            found.max = s.need("max", out, &bound) as i32;
        }
        other => {
            let span = s.name.map_or(tree.span, |n| n.span);
            unknown_kind(other.unwrap_or("( )"), span, ["Flag", "Count", "Money"], out);
            return found;
        }
    }
    s.done(out);
    found
}

pub(super) fn quiz(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> QuizItem {
    let mut s = Shape::of(tree, out);
    let mut found = QuizItem {
        id: s.need("id", out, string),
        tests: s.need("tests", out, |n: &Tree, o: &mut Findings| named(n, o, |w, at, o| ctx.names.competency(w, at, o))),
        ask: s.need("ask", out, text(Panel::QUIZ)),
        options: s.need("options", out, list(text(Panel::CHOICE))),
        why: s.need("why", out, text(Panel::WHY)),
        cites: cites(&mut s, ctx, out),
        right: 0,
    };
    let right = s.need("right", out, whole(1, 9)) as usize;
    if right > found.options.len() && !found.options.is_empty() {
        let n = found.options.len();
        out.add(
            Finding::new(
                &OUT_OF_BOUNDS,
                s.at("right"),
                format!("right 是 {right}，但只有 {n} 个答案"),
                format!("right is {right}, there are {n} answers"),
            )
            .help("从 1 数起，写正确答案是第几个", "count from 1"),
        );
    }
    found.right = right.max(1) - 1;
    s.done(out);
    found
}

/// The list of sources of a choice or question.
pub(super) fn cites(s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> Vec<SourceId> {
    s.or("cites", Vec::new(), out, list(|n: &Tree, o: &mut Findings| named(n, o, |w, at, o| ctx.names.source(w, at, o))))
}

/// A part of a message to be marked.
pub(super) fn sign_part(tree: &Tree, out: &mut Findings) -> SignPart {
    let mut s = Shape::of(tree, out);
    let part = SignPart {
        id: s.need("id", out, string),
        text: fields(&mut s, Panel::LINE, out),
        sign: s.need("sign", out, boolean),
        why: s.need("why", out, text(Panel::WHY)),
    };
    s.done(out);
    part
}

/// A message to be judged.
pub(super) fn judge_item(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> JudgeItem {
    let mut s = Shape::of(tree, out);
    let item = JudgeItem {
        id: s.need("id", out, string),
        from: s.need("from", out, text(Panel::NAME)),
        text: fields(&mut s, Panel(90), out),
        scam: s.need("scam", out, boolean),
        why: s.need("why", out, text(Panel::WHY)),
        cites: cites(&mut s, ctx, out),
    };
    s.done(out);
    item
}

/// A number or a word in a one-item bracket such as `Stay(seconds: 6)` or `Use("door")`.
pub(super) fn first_item(tree: &Tree) -> Option<&Tree> {
    match &tree.kind {
        Kind::Tuple(_, items) => items.first(),
        _ => None,
    }
}
