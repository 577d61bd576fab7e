//! A scenario file's tree to a [`Scenario`]. Names are resolved on the way; after a slip a default stands in, so that
//! the rest is still read. Whether the whole makes sense is for `check`.

mod condition;
mod crowd;
mod nodes;
mod parts;
mod quake;
mod scene;

pub(super) use condition::BAD_CONDITION;
pub(super) use quake::QUAKE_SIZE;
pub(super) use scene::{FIRE_IN_NO_ROOM, KEYS_OUT_OF_ORDER};

use super::condition::Condition;
use super::file::TOO_LARGE;
use super::model::*;
use super::names::{MOST_NODES, Names};
use super::text::{Panel, text};
use crate::diag::{Finding, Findings, Span};
use crate::place::{self, Place};
use crate::syntax::shape::{Shape, entries, list, string, whole, word};
use crate::syntax::{Kind, Node as Tree};

/// What every reader of a part needs to know.
pub(super) struct Ctx<'a> {
    pub(super) names: Names<'a>,
    pub(super) place: Option<&'a Place>,
}

/// Reads the whole tree. `stem` is the file's name without `.ron`.
pub(super) fn scenario(root: &Tree, stem: &str, place: Option<&Place>, out: &mut Findings) -> Scenario {
    let ctx = Ctx { names: Names::of(root, place), place };
    let mut s = Shape::of(root, out);
    let mut found = Scenario { id: s.need("id", out, string), ..Scenario::default() };
    place::id_is_stem(&found.id, stem, s.at("id"), out);
    header(&mut found, &mut s, out);
    found.at_span = s.get("at").map_or(Span::default(), |n| n.span);
    found.at = s.need("at", out, |n: &Tree, o: &mut Findings| anchor(n, &ctx, o));
    tables(&mut found, &mut s, &ctx, out);
    found.pretest = s.or("pretest", Vec::new(), out, list(|n: &Tree, o: &mut Findings| parts::quiz(n, &ctx, o)));
    found.posttest = s.or("posttest", Vec::new(), out, list(|n: &Tree, o: &mut Findings| parts::quiz(n, &ctx, o)));
    found.hazards =
        s.or("hazards", Vec::new(), out, list(|n: &Tree, o: &mut Findings| scene::hazard(n, &ctx, o))).into_iter().flatten().collect();
    found.crowd = s.opt("crowd", out, |n: &Tree, o: &mut Findings| crowd::crowd(n, &ctx, o));
    found.triggers = s.or("triggers", Vec::new(), out, list(|n: &Tree, o: &mut Findings| trigger(n, &ctx, o)));
    let collapse = s.get("collapse").map(|n| n.span);
    found.collapse = s.opt("collapse", out, |n: &Tree, o: &mut Findings| node_name(n, &ctx, o));
    found.start = s.need("start", out, |n: &Tree, o: &mut Findings| node_name(n, &ctx, o));
    if let Some(tree) = s.get("nodes") {
        let mut list = entries(tree, out);
        if list.len() > MOST_NODES {
            too_many(list.len(), tree.span, out);
            list.truncate(MOST_NODES);
        }
        found.nodes = list.into_iter().map(|(name, n)| nodes::node(name, n, &ctx, out)).collect();
    } else {
        s.missing("nodes", out);
    }
    s.done(out);
    overcome(&mut found, collapse.unwrap_or(root.span));
    found
}

/// Being overcome by smoke or heat is the last trigger of every drill in which it can happen. Where the author names no node for it, the run
/// ends as the first ending that is no pass says.
fn overcome(found: &mut Scenario, span: Span) {
    if !found.hazards.iter().any(|h| h.kind.can_overcome()) {
        return;
    }
    let fails = |n: &Node| matches!(n.kind, NodeKind::End { pass: false, .. });
    let usual = || found.nodes.iter().position(fails).map(|n| NodeId(n as u16));
    found.collapse = found.collapse.or_else(usual);
    if let Some(go) = found.collapse {
        found.triggers.push(Trigger { when: Condition::overcome(), go, span });
    }
}

const LIGHTS: &[(&str, Light)] = &[("Day", Light::Day), ("Dusk", Light::Dusk), ("Night", Light::Night), ("PowerCut", Light::PowerCut)];

/// Help lines a debrief may name: all real and free.
const HELP_LINES: &[(&str, &str)] = &[
    ("110", "110"),
    ("119", "119"),
    ("120", "120"),
    ("96110", "96110"),
    ("12356", "12356"),
    ("12110", "12110"),
    ("12381", "12381"),
    ("12377", "12377"),
];

fn too_many(many: usize, span: Span, out: &mut Findings) {
    out.add(
        Finding::new(&TOO_LARGE, span, format!("有 {many} 个节点，最多 {MOST_NODES} 个"), format!("{many} nodes, at most {MOST_NODES}"))
            .help("把它拆成几个剧本", "split it into several drills"),
    );
}

fn header(found: &mut Scenario, s: &mut Shape<'_>, out: &mut Findings) {
    found.version = s.or("version", 1, out, whole(1, 100_000)) as u32;
    found.theme = s.need("theme", out, theme);
    found.minutes = s.or("minutes", 8, out, whole(1, 60)) as u32;
    found.pass = s.or("pass", 60, out, whole(0, 100)) as u32;
    found.pass_span = s.at("pass");
    found.attempts = s.or("attempts", 0, out, whole(0, 100)) as u32;
    found.retest_days = s.or("retest_days", 0, out, whole(0, 365)) as u32;
    found.place = s.need("place", out, string);
    found.light = s.or("light", Light::Day, out, word(LIGHTS));
    found.clock = s.or("clock", usual_clock(found.light), out, time_of_day);
    found.title = s.need("title", out, text(Panel::TITLE));
    found.summary = s.need("summary", out, text(Panel::CARD));
    found.note = s.need("note", out, text(Panel::NOTE));
    found.brief = s.need("brief", out, text(Panel::WHY));
    found.objectives = s.or("objectives", Vec::new(), out, list(text(Panel::OBJECTIVE)));
    found.help = s.or("help", Vec::new(), out, list(help_line));
}

/// What clocks show when an author does not say.
fn usual_clock(light: Light) -> u32 {
    match light {
        Light::Day => 10 * 60 + 5,
        Light::Dusk => 18 * 60 + 40,
        Light::Night => 22 * 60 + 30,
        Light::PowerCut => 21 * 60 + 10,
    }
}

/// `"02:17"` as minutes after midnight.
fn time_of_day(tree: &Tree, out: &mut Findings) -> u32 {
    let Kind::Str(words) = &tree.kind else {
        crate::syntax::shape::mistyped(tree, ("带引号的时间，如 \"02:17\"", "a time in quotes, such as \"02:17\""), out);
        return 0;
    };
    let parts = words.replace('：', ":");
    let time = parts.split_once(':').and_then(|(h, m)| Some((h.parse::<u32>().ok()?, m.parse::<u32>().ok()?)));
    if let Some((h, m)) = time.filter(|(h, m)| *h < 24 && *m < 60) {
        return h * 60 + m;
    }
    crate::syntax::shape::mistyped(tree, ("24 小时制的时间，如 \"02:17\"", "a time of day from \"00:00\" to \"23:59\""), out);
    0
}

fn help_line(tree: &Tree, out: &mut Findings) -> String {
    if matches!(&tree.kind, Kind::Int(n) if HELP_LINES.iter().any(|(w, _)| *w == n.to_string())) {
        return if let Kind::Int(n) = &tree.kind { n.to_string() } else { String::new() };
    }
    word(HELP_LINES)(tree, out).to_owned()
}

fn theme(tree: &Tree, out: &mut Findings) -> Theme {
    match &tree.kind {
        Kind::Word(w) | Kind::Str(w) => match w.as_str() {
            "Drug" => Theme::Drug,
            "Fire" => Theme::Fire,
            "Earthquake" => Theme::Earthquake,
            "Fraud" => Theme::Fraud,
            other => Theme::Other(other.to_owned()),
        },
        _ => {
            crate::syntax::shape::mistyped(tree, ("主题词，如 Fire", "a theme such as Fire"), out);
            Theme::default()
        }
    }
}

fn tables(found: &mut Scenario, s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) {
    if let Some(tree) = s.get("competencies") {
        found.competencies = entries(tree, out).into_iter().map(|(n, t)| parts::competency(n, t, out)).collect();
    } else {
        s.missing("competencies", out);
    }
    if let Some(tree) = s.get("cast") {
        found.cast = entries(tree, out).into_iter().map(|(n, t)| parts::actor(n.text, t, ctx, out)).collect();
    }
    if let Some(tree) = s.get("vars") {
        found.vars = entries(tree, out).into_iter().map(|(n, t)| parts::var(n, t, out)).collect();
    }
    if let Some(tree) = s.get("variants") {
        found.variants =
            entries(tree, out).into_iter().map(|(n, t)| Variant { id: n.text, values: list(string)(t, out), span: n.span }).collect();
    }
    if let Some(tree) = s.get("sources") {
        found.sources = entries(tree, out)
            .into_iter()
            .map(|(n, t)| SourceText { id: n.text, name: text(Panel::SOURCE)(t, out), span: n.span })
            .collect();
    }
}

fn trigger(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Trigger {
    let mut s = Shape::of(tree, out);
    let trigger = Trigger {
        when: s.need("when", out, |n: &Tree, o: &mut Findings| condition(n, ctx, o)),
        go: s.need("go", out, |n: &Tree, o: &mut Findings| node_name(n, ctx, o)),
        span: tree.span,
    };
    s.done(out);
    trigger
}

pub(super) fn condition(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> super::condition::Condition {
    let words = string(tree, out);
    condition::parse(&words, tree.span, &ctx.names, out)
}

pub(super) fn node_name(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> NodeId {
    named(tree, out, |w, s, o| ctx.names.node(w, s, o))
}

pub(super) fn anchor(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> AnchorId {
    named(tree, out, |w, s, o| ctx.names.anchor(w, s, o))
}

/// A quoted name, resolved unless it is empty because it could not be read.
pub(super) fn named<T: Default>(tree: &Tree, out: &mut Findings, resolve: impl Fn(&str, Span, &mut Findings) -> T) -> T {
    let word = string(tree, out);
    if word.is_empty() && !matches!(tree.kind, Kind::Str(_)) {
        return T::default();
    }
    resolve(&word, tree.span, out)
}
