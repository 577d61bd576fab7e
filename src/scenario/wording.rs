//! A condition back in the words of a file, as an author would write it.

use super::condition::{Compare, Condition, Happening, MEASURES, Measure};
use super::model::{NodeKind, Scenario};
use crate::place::Place;

/// The sign of a comparison.
pub(crate) fn sign(compare: Compare) -> &'static str {
    match compare {
        Compare::Less => "<",
        Compare::LessEqual => "<=",
        Compare::More => ">",
        Compare::MoreEqual => ">=",
        Compare::Equal => "==",
        Compare::NotEqual => "!=",
    }
}

/// The word for a measure.
pub(crate) fn measure(measure: Measure) -> &'static str {
    MEASURES.iter().find(|(_, known)| *known == measure).map_or("", |(word, _)| word)
}

/// A condition.
pub(crate) fn condition(s: &Scenario, place: &Place, when: &Condition) -> String {
    let part = |inner: &Condition| {
        let text = condition(s, place, inner);
        if matches!(inner, Condition::And(..) | Condition::Or(..)) { format!("({text})") } else { text }
    };
    match when {
        Condition::Always => "always".to_owned(),
        Condition::And(a, b) => {
            let of = |c: &Condition| if matches!(c, Condition::Or(..)) { part(c) } else { condition(s, place, c) };
            format!("{} and {}", of(a), of(b))
        }
        Condition::Or(a, b) => format!("{} or {}", condition(s, place, a), condition(s, place, b)),
        Condition::Not(inner) => match inner.as_ref() {
            Condition::Variant(v, n) => format!("{} is not {}", s.variants[v.index()].id, s.variants[v.index()].values[*n]),
            other => format!("not {}", part(other)),
        },
        Condition::Var(v, Compare::NotEqual, 0) => s.vars[v.index()].id.clone(),
        Condition::Var(v, compare, n) => format!("{} {} {n}", s.vars[v.index()].id, sign(*compare)),
        Condition::Variant(v, n) => format!("{} is {}", s.variants[v.index()].id, s.variants[v.index()].values[*n]),
        Condition::Chose(node, n) => {
            let node = s.node(*node);
            let choice = if let NodeKind::Decide(d) = &node.kind { d.choices.get(*n).map_or("", |c| c.id.as_str()) } else { "" };
            format!("chose {}.{choice}", node.id)
        }
        Condition::Seen(node) => format!("seen {}", s.node(*node).id),
        Condition::Hazard(of, compare, value) => format!("{} {} {value}", measure(*of), sign(*compare)),
        Condition::HazardIn(room, of, compare, value) => {
            format!("{} in {} {} {value}", measure(*of), place.rooms[room.index()].id, sign(*compare))
        }
        Condition::Crouching => "crouching".to_owned(),
        Condition::Trapped => "trapped".to_owned(),
        Condition::In(room) => format!("in {}", place.rooms[room.index()].id),
        Condition::Happened(what) => happening(place, *what),
    }
}

/// Something that happens once and for good.
pub(crate) fn happening(place: &Place, what: Happening) -> String {
    match what {
        Happening::Fell(prop) => format!("fell {}", place.props[prop.index()].id.as_deref().unwrap_or_default()),
        Happening::Jammed(door) => format!("jammed {}", place.doors[door.index()].id),
    }
}
