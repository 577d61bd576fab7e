//! The others in the building: `crowd: (from: …, goal: …, groups: [ … ])`.

use super::super::model::*;
use super::super::names::{LOOK, LOOKS, listed};
use super::{Ctx, anchor, named, node_name};
use crate::diag::Findings;
use crate::syntax::shape::{Shape, boolean, list, number, whole};
use crate::syntax::{Kind, Node as Tree};

/// Looks of a group that names none.
const STUDENTS: [&str; 2] = ["student_m", "student_f"];

pub(super) fn crowd(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> CrowdSpec {
    let mut s = Shape::of(tree, out);
    let found = CrowdSpec {
        from: s.opt("from", out, |n: &Tree, o: &mut Findings| node_name(n, ctx, o)),
        goal: s.opt("goal", out, |n: &Tree, o: &mut Findings| anchor(n, ctx, o)),
        groups: s.need("groups", out, list(|n: &Tree, o: &mut Findings| group(n, ctx, o))),
        span: tree.span,
    };
    s.done(out);
    found
}

fn group(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> CrowdGroup {
    let mut s = Shape::of(tree, out);
    let found = CrowdGroup {
        room: s.need("room", out, |n: &Tree, o: &mut Findings| named(n, o, |w, at, o| ctx.names.room(w, at, o))).unwrap_or_default(),
        count: s.need("count", out, whole(1, MOST_PEOPLE as i64)) as usize,
        looks: s.or("look", STUDENTS.map(str::to_owned).to_vec(), out, looks),
        asleep: s.or("asleep", false, out, boolean),
        delay: s.or("delay", 25.0, out, number(0.0, 600.0)),
        follows: s.or("follows", 0.7, out, number(0.0, 1.0)),
        helps: s.or("helps", 0.5, out, number(0.0, 1.0)),
        span: s.at("room"),
    };
    s.done(out);
    found
}

/// One look, or several in a list.
fn looks(tree: &Tree, out: &mut Findings) -> Vec<String> {
    let look = |n: &Tree, o: &mut Findings| {
        named(n, o, |w, at, o| {
            listed(w, at, LOOKS, &LOOK, o);
            w.to_owned()
        })
    };
    let found = if matches!(tree.kind, Kind::List(_)) { list(look)(tree, out) } else { vec![look(tree, out)] };
    if found.is_empty() { STUDENTS.map(str::to_owned).to_vec() } else { found }
}
