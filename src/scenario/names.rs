//! The names a scenario defines, gathered before anything is read, and the rules for names that point nowhere.
//!
//! A wrong name is reported where it is used and answered with the nearest known one, so that one slip does not make
//! half the story look unreachable.

use super::model::*;
use crate::diag::{Code, Finding, Findings, Severity, Span, nearest};
use crate::place::Place;
use crate::syntax::{Kind, Node as Tree};

macro_rules! name_codes {
    ($($(#[$doc:meta])* $konst:ident $id:literal $zh:literal $en:literal $before:literal $after:literal;)*) => {
        $($(#[$doc])* pub const $konst: Code = Code {
            id: $id,
            severity: Severity::Error,
            zh: $zh,
            en: $en,
            why_zh: "名字要和定义它的地方一字不差。指到空处，玩到那里就断了。",
            why_en: "A name must match its definition letter by letter. If it points nowhere, the drill breaks there.",
            before: $before,
            after: $after,
        };)*
        /// All codes of this file.
        pub const CODES: &[&Code] = &[$(&$konst),*];
    };
}

name_codes! {
    /// A node that does not exist.
    UNKNOWN_NODE "D301" "指向不存在的节点" "a node that doesn't exist" "go: \"mesage\"" "go: \"message\"";
    /// An anchor the place lacks.
    UNKNOWN_ANCHOR "D302" "地点里没有这个锚点" "an anchor the place lacks" "at: \"bedsid\"" "at: \"bedside\"";
    /// A prop or door the place lacks.
    UNKNOWN_PROP "D303" "地点里没有这个物品或门" "a prop or door the place lacks" "by: Use(\"dor\")" "by: Use(\"door\")";
    /// A place file that does not exist.
    UNKNOWN_PLACE "D304" "没有这个地点文件" "a place file that doesn't exist" "place: \"dorm-dek\"" "place: \"dorm-desk\"";
    /// A speaker who is not in the cast.
    UNKNOWN_SPEAKER "D305" "角色表里没有这个人" "a speaker who isn't in the cast" "by: \"xiaolim\"" "by: \"xiaolin\"";
    /// A variable that is not declared.
    UNKNOWN_VAR "D306" "没有声明这个变量" "a variable that isn't declared" "set: { \"payd\": 1 }" "set: { \"paid\": 1 }";
    /// A competency that is not declared.
    UNKNOWN_COMPETENCY "D307" "没有声明这项能力" "a competency that isn't declared" "points: { \"verfy\": 5 }" "points: { \"verify\": 5 }";
    /// A source that is not declared.
    UNKNOWN_SOURCE "D308" "来源表里没有这一条" "a source that isn't declared" "cites: [\"fcl-2O\"]" "cites: [\"fcl-20\"]";
    /// A seeded variant or a value it can't take.
    UNKNOWN_VARIANT "D309" "没有这个随机变化或取值" "a variant or value that doesn't exist" "when: \"sender is couriet\"" "when: \"sender is courier\"";
    /// A room the place lacks.
    UNKNOWN_ROOM "D311" "地点里没有这个房间" "a room the place lacks" "by: Enter(\"coridor\")" "by: Enter(\"corridor\")";
    /// A choice that the node lacks.
    UNKNOWN_CHOICE "D312" "这个节点没有这个选项" "a choice the node lacks" "when: \"chose decide.cal\"" "when: \"chose decide.call\"";
    /// A sound the program lacks.
    UNKNOWN_SOUND "D313" "没有这个声音" "a sound that doesn't exist" "Play(\"fire_alam\")" "Play(\"fire_alarm\")";
    /// A look the program lacks.
    UNKNOWN_LOOK "D314" "没有这种人物外形" "a look that doesn't exist" "look: \"studnt_f\"" "look: \"student_f\"";
}

/// Sounds a cue may name.
pub(super) const SOUNDS: &[&str] = &[
    "fire_alarm",
    "phone_ring",
    "vibrate",
    "crowd_murmur",
    "rain_window",
    "bass_through_wall",
    "siren",
    "heartbeat",
    "fan",
    "corridor_hum",
    "fire_small",
    "fire_large",
    "snore",
    "glass_break",
    "book_fall",
    "furniture_knock",
    "knock",
    "door_open",
    "door_close",
    "cough",
    "message",
    "lift_bell",
    "whoosh",
    "earthquake_warning",
    "extinguisher_spray",
    "applause",
];

/// Figures a cast member may have.
pub(super) const LOOKS: &[&str] =
    &["student_f", "student_m", "teacher", "warden", "police", "firefighter", "medic", "counsellor", "clerk", "driver", "stranger"];

/// All names of one scenario.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    pub(super) nodes: Vec<(String, Vec<String>)>,
    pub(super) cast: Vec<String>,
    pub(super) vars: Vec<String>,
    pub(super) variants: Vec<(String, Vec<String>)>,
    pub(super) competencies: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) place: Option<&'a Place>,
}

fn field<'t>(node: &'t Tree, name: &str) -> Option<&'t Tree> {
    match &node.kind {
        Kind::Struct(_, fields) => fields.iter().find(|f| f.name.text == name).map(|f| &f.value),
        _ => None,
    }
}

fn keys(node: Option<&Tree>) -> Vec<(String, &Tree)> {
    let mut out: Vec<(String, &Tree)> = Vec::new();
    if let Some(Tree { kind: Kind::Map(pairs), .. }) = node {
        for (key, value) in pairs {
            if let Kind::Str(s) | Kind::Word(s) = &key.kind
                && !out.iter().any(|(k, _)| k == s)
            {
                out.push((s.clone(), value));
            }
        }
    }
    out
}

fn strings(node: &Tree) -> Vec<String> {
    match &node.kind {
        Kind::List(items) => items.iter().filter_map(|i| if let Kind::Str(s) = &i.kind { Some(s.clone()) } else { None }).collect(),
        _ => Vec::new(),
    }
}

/// Ids of the choices of a node's tree, each once.
fn choice_ids(node: &Tree) -> Vec<String> {
    let Some(Tree { kind: Kind::List(items), .. }) = field(node, "choices") else { return Vec::new() };
    let mut out: Vec<String> = Vec::new();
    for item in items {
        if let Some(Tree { kind: Kind::Str(s), .. }) = field(item, "id") {
            out.push(s.clone());
        } else {
            out.push(String::new());
        }
    }
    out
}

impl<'a> Names<'a> {
    /// Gathers what a tree defines.
    pub(super) fn of(root: &Tree, place: Option<&'a Place>) -> Self {
        let names = |f: &str| keys(field(root, f)).into_iter().map(|(k, _)| k).collect();
        Self {
            nodes: keys(field(root, "nodes")).into_iter().map(|(k, v)| (k, choice_ids(v))).collect(),
            cast: names("cast"),
            vars: names("vars"),
            variants: keys(field(root, "variants")).into_iter().map(|(k, v)| (k, strings(v))).collect(),
            competencies: names("competencies"),
            sources: names("sources"),
            place,
        }
    }

    pub(super) fn node(&self, name: &str, span: Span, out: &mut Findings) -> NodeId {
        let known = self.nodes.iter().map(|(n, _)| n.as_str());
        NodeId(look_up(name, span, known, &UNKNOWN_NODE, ("节点", "node"), out).unwrap_or(u16::MAX))
    }

    pub(super) fn choice(&self, node: &str, choice: &str, span: Span, out: &mut Findings) -> Option<(NodeId, usize)> {
        let id = self.node(node, span, out);
        let (_, choices) = self.nodes.get(id.index())?;
        look_up(choice, span, choices.iter().map(String::as_str), &UNKNOWN_CHOICE, ("选项", "choice"), out).map(|n| (id, usize::from(n)))
    }

    pub(super) fn actor(&self, name: &str, span: Span, out: &mut Findings) -> ActorId {
        let known = self.cast.iter().map(String::as_str);
        ActorId(look_up(name, span, known, &UNKNOWN_SPEAKER, ("角色", "member of the cast"), out).unwrap_or(0))
    }

    pub(super) fn var(&self, name: &str, span: Span, out: &mut Findings) -> Option<VarId> {
        look_up(name, span, self.vars.iter().map(String::as_str), &UNKNOWN_VAR, ("变量", "variable"), out).map(VarId)
    }

    pub(super) fn variant(&self, name: &str, at: Span, value: &str, value_at: Span, out: &mut Findings) -> Option<(VariantId, usize)> {
        let known = self.variants.iter().map(|(n, _)| n.as_str());
        let v = look_up(name, at, known, &UNKNOWN_VARIANT, ("随机变化", "variant"), out)?;
        let values = self.variants[usize::from(v)].1.iter().map(String::as_str);
        let n = look_up(value, value_at, values, &UNKNOWN_VARIANT, ("取值", "value"), out)?;
        Some((VariantId(v), usize::from(n)))
    }

    pub(super) fn competency(&self, name: &str, span: Span, out: &mut Findings) -> CompId {
        let known = self.competencies.iter().map(String::as_str);
        CompId(look_up(name, span, known, &UNKNOWN_COMPETENCY, ("能力", "competency"), out).unwrap_or(0))
    }

    pub(super) fn source(&self, name: &str, span: Span, out: &mut Findings) -> SourceId {
        let known = self.sources.iter().map(String::as_str);
        SourceId(look_up(name, span, known, &UNKNOWN_SOURCE, ("来源", "source"), out).unwrap_or(0))
    }

    pub(super) fn anchor(&self, name: &str, span: Span, out: &mut Findings) -> AnchorId {
        let Some(place) = self.place else { return AnchorId::default() };
        let known = place.anchors.iter().map(|a| a.id.as_str());
        AnchorId(look_up(name, span, known, &UNKNOWN_ANCHOR, ("锚点", "anchor"), out).unwrap_or(0))
    }

    pub(super) fn room(&self, name: &str, span: Span, out: &mut Findings) -> Option<RoomId> {
        let known = self.place?.rooms.iter().map(|r| r.id.as_str());
        look_up(name, span, known, &UNKNOWN_ROOM, ("房间", "room"), out).map(RoomId)
    }

    pub(super) fn prop(&self, name: &str, span: Span, out: &mut Findings) -> PropId {
        let Some(place) = self.place else { return PropId::default() };
        if let Some(found) = place.prop(name) {
            return found;
        }
        let known = place.props.iter().filter_map(|p| p.id.as_deref());
        let found = look_up(name, span, known, &UNKNOWN_PROP, ("物品", "prop"), out);
        PropId(found.unwrap_or(0))
    }

    pub(super) fn door(&self, name: &str, span: Span, out: &mut Findings) -> DoorId {
        let Some(place) = self.place else { return DoorId::default() };
        let known = place.doors.iter().map(|d| d.id.as_str());
        DoorId(look_up(name, span, known, &UNKNOWN_PROP, ("门", "door"), out).unwrap_or(0))
    }

    /// A door or a prop: what one can use.
    pub(super) fn thing(&self, name: &str, span: Span, out: &mut Findings) -> Result<DoorId, PropId> {
        let Some(place) = self.place else { return Err(PropId::default()) };
        if let Some(door) = place.door(name) {
            return Ok(door);
        }
        if let Some(prop) = place.prop(name) {
            return Err(prop);
        }
        let known = place.props.iter().filter_map(|p| p.id.as_deref()).chain(place.doors.iter().map(|d| d.id.as_str()));
        look_up(name, span, known, &UNKNOWN_PROP, ("物品或门", "prop or door"), out);
        Err(PropId::default())
    }
}

/// A fixed word list that is not an enum: sounds and looks.
pub(super) fn listed(name: &str, span: Span, known: &[&str], code: &'static Code, what: (&str, &str), out: &mut Findings) {
    look_up(name, span, known.iter().copied(), code, what, out);
}

fn look_up<'k>(
    name: &str,
    span: Span,
    known: impl Iterator<Item = &'k str>,
    code: &'static Code,
    what: (&str, &str),
    out: &mut Findings,
) -> Option<u16> {
    let known: Vec<&str> = known.collect();
    if let Some(n) = known.iter().position(|k| *k == name) {
        return Some(n as u16);
    }
    out.add(
        Finding::new(code, span, format!("没有叫“{name}”的{}", what.0), format!("no {} is called {name:?}", what.1))
            .did_you_mean(name, known.iter().copied()),
    );
    let near = nearest(name, &known)?;
    known.iter().position(|k| *k == near).map(|n| n as u16)
}
