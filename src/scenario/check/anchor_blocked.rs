//! A spot that the student is put at or sent to, and where nobody can stand.

use std::collections::BTreeSet;

use super::super::model::{AnchorId, Deed, NodeKind, Scenario};
use crate::diag::{Finding, Findings, Span};
use crate::place::{ANCHOR_BLOCKED, Place, stands};

/// Needs the place, so the loader calls it; the code is the place layer's own.
pub(crate) fn run(s: &Scenario, place: &Place, out: &mut Findings) {
    let mut spots: Vec<(AnchorId, Span)> = Vec::new();
    // An anchor that is not written, or unknown, is reported already.
    if s.at_span != Span::default() && !out.iter().any(|f| f.span == s.at_span) {
        spots.push((s.at, s.at_span));
    }
    for node in &s.nodes {
        spots.extend(node.at.map(|a| (a, node.span)));
        if let NodeKind::Decide(d) = &node.kind {
            spots.extend(d.choices.iter().filter_map(|c| if let Some(Deed::Reach(a)) = c.by { Some((a, c.span)) } else { None }));
        }
    }
    let mut seen = BTreeSet::new();
    for (anchor, span) in spots {
        if anchor.index() >= place.anchors.len() || !seen.insert(anchor) {
            continue;
        }
        if let Err(near) = stands(place, anchor) {
            let name = &place.anchors[anchor.index()].id;
            out.add(
                Finding::new(
                    &ANCHOR_BLOCKED,
                    span,
                    format!("学生要站到锚点（站立点）“{name}”，但那里站不下人（旁边是{}）", near.0),
                    format!(
                        "the student is to be at the anchor (a spot to stand on) {name:?}, but there is no room: {} is in the way",
                        near.1
                    ),
                )
                .help(
                    "在地点文件里把它挪到空地上，离家具和墙 0.2 米以上",
                    "move it to free floor in the place file, 0.2 m off furniture and walls",
                ),
            );
        }
    }
}
