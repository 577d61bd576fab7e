//! The names a scenario defines, gathered before anything is read, and the rules for names that point nowhere.
//!
//! A wrong name is reported where it is used and answered with the nearest known one, so that one slip does not make
//! half the story look unreachable.

use std::collections::{BTreeMap, BTreeSet};

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
    node_at: BTreeMap<String, u16>,
    pub(super) nodes: Vec<(String, Vec<String>)>,
    pub(super) cast: Vec<String>,
    pub(super) vars: Vec<String>,
    pub(super) variants: Vec<(String, Vec<String>)>,
    pub(super) competencies: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) place: Option<&'a Place>,
}

/// A story with more nodes than this is not a drill. Ids are 16 bits wide; this is well below.
pub(super) const MOST_NODES: usize = 20_000;

fn field<'t>(node: &'t Tree, name: &str) -> Option<&'t Tree> {
    match &node.kind {
        Kind::Struct(_, fields) | Kind::Mixed(_, _, fields) => fields.iter().find(|f| f.name.text == name).map(|f| &f.value),
        _ => None,
    }
}

fn keys(node: Option<&Tree>) -> Vec<(String, &Tree)> {
    let mut out: Vec<(String, &Tree)> = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    if let Some(Tree { kind: Kind::Map(pairs), .. }) = node {
        for (key, value) in pairs {
            if let Kind::Str(s) | Kind::Word(s) = &key.kind
                && seen.insert(s)
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
        let nodes: Vec<(String, Vec<String>)> = keys(field(root, "nodes")).into_iter().map(|(k, v)| (k, choice_ids(v))).collect();
        Self {
            // The list is cut where ids end; `read::nodes` says so.
            node_at: nodes.iter().take(MOST_NODES).enumerate().map(|(n, (name, _))| (name.clone(), n as u16)).collect(),
            nodes,
            cast: names("cast"),
            vars: names("vars"),
            variants: keys(field(root, "variants")).into_iter().map(|(k, v)| (k, strings(v))).collect(),
            competencies: names("competencies"),
            sources: names("sources"),
            place,
        }
    }

    pub(super) fn node(&self, name: &str, span: Span, out: &mut Findings) -> NodeId {
        // Nearly every name is known: the list is only gone through for the others.
        if let Some(n) = self.node_at.get(name) {
            return NodeId(*n);
        }
        let known = self.nodes.iter().take(MOST_NODES).map(|(n, _)| n.as_str());
        NodeId(look_up(name, span, known, &NODE, out).unwrap_or(u16::MAX))
    }

    /// Where a timer leads: a choice of its own node, or a node.
    pub(super) fn choice_or_node(&self, name: &str, span: Span, choices: &[&str], out: &mut Findings) -> Result<usize, NodeId> {
        if let (false, Some(n)) = (choices.contains(&name), self.node_at.get(name)) {
            return Err(NodeId(*n));
        }
        let known = choices.iter().copied().chain(self.nodes.iter().take(MOST_NODES).map(|(n, _)| n.as_str()));
        match look_up(name, span, known, &WAY, out).map(usize::from) {
            Some(n) if n < choices.len() => Ok(n),
            Some(n) => Err(NodeId((n - choices.len()) as u16)),
            None => Err(NodeId(u16::MAX)),
        }
    }

    pub(super) fn choice(&self, node: &str, choice: &str, span: Span, out: &mut Findings) -> Option<(NodeId, usize)> {
        let id = self.node(node, span, out);
        let (_, choices) = self.nodes.get(id.index())?;
        look_up(choice, span, choices.iter().map(String::as_str), &CHOICE, out).map(|n| (id, usize::from(n)))
    }

    pub(super) fn actor(&self, name: &str, span: Span, out: &mut Findings) -> ActorId {
        let known = self.cast.iter().map(String::as_str);
        ActorId(look_up(name, span, known, &SPEAKER, out).unwrap_or(0))
    }

    pub(super) fn var(&self, name: &str, span: Span, out: &mut Findings) -> Option<VarId> {
        look_up(name, span, self.vars.iter().map(String::as_str), &VAR, out).map(VarId)
    }

    pub(super) fn has_var(&self, name: &str) -> bool {
        self.vars.iter().any(|v| v == name)
    }

    pub(super) fn variant(&self, name: &str, at: Span, value: &str, value_at: Span, out: &mut Findings) -> Option<(VariantId, usize)> {
        let known = self.variants.iter().map(|(n, _)| n.as_str());
        let v = look_up(name, at, known, &VARIANT, out)?;
        let values = &self.variants[usize::from(v)].1;
        if values.is_empty() {
            // Its empty list is reported where it is written.
            return None;
        }
        let n = look_up(value, value_at, values.iter().map(String::as_str), &VALUE, out)?;
        Some((VariantId(v), usize::from(n)))
    }

    pub(super) fn competency(&self, name: &str, span: Span, out: &mut Findings) -> CompId {
        let known = self.competencies.iter().map(String::as_str);
        CompId(look_up(name, span, known, &COMPETENCY, out).unwrap_or(0))
    }

    pub(super) fn source(&self, name: &str, span: Span, out: &mut Findings) -> SourceId {
        let known = self.sources.iter().map(String::as_str);
        SourceId(look_up(name, span, known, &SOURCE, out).unwrap_or(0))
    }

    pub(super) fn anchor(&self, name: &str, span: Span, out: &mut Findings) -> AnchorId {
        let Some(place) = self.place else { return AnchorId::default() };
        let known = place.anchors.iter().map(|a| a.id.as_str());
        AnchorId(look_up(name, span, known, &ANCHOR, out).unwrap_or(0))
    }

    pub(super) fn room(&self, name: &str, span: Span, out: &mut Findings) -> Option<RoomId> {
        let known = self.place?.rooms.iter().map(|r| r.id.as_str());
        look_up(name, span, known, &ROOM, out).map(RoomId)
    }

    pub(super) fn prop(&self, name: &str, span: Span, out: &mut Findings) -> PropId {
        let Some(place) = self.place else { return PropId::default() };
        if let Some(found) = place.prop(name) {
            return found;
        }
        let known = place.props.iter().filter_map(|p| p.id.as_deref());
        let found = look_up(name, span, known, &PROP, out);
        PropId(found.unwrap_or(0))
    }

    pub(super) fn door(&self, name: &str, span: Span, out: &mut Findings) -> DoorId {
        let Some(place) = self.place else { return DoorId::default() };
        let known = place.doors.iter().map(|d| d.id.as_str());
        DoorId(look_up(name, span, known, &DOOR, out).unwrap_or(0))
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
        look_up(name, span, known, &THING, out);
        Err(PropId::default())
    }
}

/// A kind of name: how an unknown one is spoken of, and how one is declared where there is none at all.
#[derive(Debug)]
pub(super) struct Sort {
    code: &'static Code,
    zh: &'static str,
    en: &'static str,
    declare_zh: &'static str,
    declare_en: &'static str,
}

macro_rules! sorts {
    ($($konst:ident $code:ident $zh:literal $en:literal $declare_zh:literal $declare_en:literal;)*) => {
        $(pub(super) const $konst: Sort = Sort {
            code: &$code,
            zh: $zh,
            en: $en,
            declare_zh: $declare_zh,
            declare_en: $declare_en,
        };)*
    };
}

sorts! {
    NODE UNKNOWN_NODE "节点" "node"
        "在 nodes 里写一个：\"名字\": Tell(lines: […], go: \"…\")" "write one in nodes: \"name\": Tell(lines: […], go: \"…\")";
    WAY UNKNOWN_NODE "选项或节点" "choice or node"
        "写上本节点的一个选项，或者另一个节点" "name a choice of this node, or another node";
    CHOICE UNKNOWN_CHOICE "选项" "choice"
        "这个节点没有选项；只有 Choose 和 Do 才有" "this node has no choices; only Choose and Do have";
    SPEAKER UNKNOWN_SPEAKER "角色" "member of the cast"
        "在剧本里写上 cast: { \"wang\": (name: (zh: \"王老师\", en: \"Ms Wang\"), look: \"teacher\") }"
        "add cast: { \"wang\": (name: (zh: \"王老师\", en: \"Ms Wang\"), look: \"teacher\") } to the drill";
    VAR UNKNOWN_VAR "变量" "variable"
        "在剧本里写上 vars: { \"told\": Flag(start: false) }" "add vars: { \"told\": Flag(start: false) } to the drill";
    VARIANT UNKNOWN_VARIANT "随机变化" "variant"
        "在剧本里写上 variants: { \"sender\": [\"courier\", \"teacher\"] }" "add variants: { \"sender\": [\"courier\", \"teacher\"] } to the drill";
    VALUE UNKNOWN_VARIANT "取值" "value"
        "在 variants 里写上它的取值" "write its values in variants";
    COMPETENCY UNKNOWN_COMPETENCY "能力" "competency"
        "在剧本里写上 competencies: { \"verify\": (name: (zh: \"核实身份\", en: \"Verify who it is\"), max: 10) }"
        "add competencies: { \"verify\": (name: (zh: \"核实身份\", en: \"Verify who it is\"), max: 10) } to the drill";
    SOURCE UNKNOWN_SOURCE "来源" "source"
        "在剧本里写上 sources: { \"fcl-2\": (zh: \"《反电信网络诈骗法》第二条\", en: \"Anti-Telecom Fraud Law, art. 2\") }"
        "add sources: { \"fcl-2\": (zh: \"《反电信网络诈骗法》第二条\", en: \"Anti-Telecom Fraud Law, art. 2\") } to the drill";
    ANCHOR UNKNOWN_ANCHOR "锚点（站立点）" "anchor (a spot to stand on)"
        "在地点文件里写上 anchors: { \"desk\": (at: (1.8, 1.0), face: 0) }" "add anchors: { \"desk\": (at: (1.8, 1.0), face: 0) } to the place file";
    ROOM UNKNOWN_ROOM "房间" "room"
        "在地点文件里写上 rooms: { \"room\": (min: (0.0, 0.0), max: (3.6, 6.0)) }" "add rooms: { \"room\": (min: (0.0, 0.0), max: (3.6, 6.0)) } to the place file";
    PROP UNKNOWN_PROP "物品" "prop"
        "在地点文件的 props 里给物品起名：props: { \"chair\": (kind: \"desk_chair\", at: (0.6, 1.0)) }"
        "name the prop in the place file: props: { \"chair\": (kind: \"desk_chair\", at: (0.6, 1.0)) }";
    DOOR UNKNOWN_PROP "门" "door"
        "在地点文件里写上 doors: { \"door\": (room: \"room\", at: (1.8, 6.1), leaf: \"door_leaf\") }"
        "add doors: { \"door\": (room: \"room\", at: (1.8, 6.1), leaf: \"door_leaf\") } to the place file";
    THING UNKNOWN_PROP "物品或门" "prop or door"
        "在地点文件的 props 里给物品起名：props: { \"chair\": (kind: \"desk_chair\", at: (0.6, 1.0)) }"
        "name the prop in the place file: props: { \"chair\": (kind: \"desk_chair\", at: (0.6, 1.0)) }";
    SOUND UNKNOWN_SOUND "声音" "sound" "" "";
    LOOK UNKNOWN_LOOK "人物外形" "look" "" "";
}

/// A fixed word list that is not an enum: sounds and looks.
pub(super) fn listed(name: &str, span: Span, known: &[&str], sort: &Sort, out: &mut Findings) {
    look_up(name, span, known.iter().copied(), sort, out);
}

/// The position of a name; of the nearest one, when it is unknown and reported.
fn look_up<'k>(name: &str, span: Span, known: impl Iterator<Item = &'k str>, sort: &Sort, out: &mut Findings) -> Option<u16> {
    let known: Vec<&str> = known.collect();
    if let Some(n) = known.iter().position(|k| *k == name) {
        return Some(n as u16);
    }
    let near = nearest(name, &known);
    if near.is_none() && out.hides_some() {
        // It may be defined in what could not be read.
        return None;
    }
    let unknown = (format!("没有叫“{name}”的{}", sort.zh), format!("no {} is called {name:?}", sort.en));
    out.add(if known.is_empty() {
        let none = (format!("{}：这里一个都还没有声明", unknown.0), format!("{}: none is declared yet", unknown.1));
        Finding::new(sort.code, span, none.0, none.1).help(sort.declare_zh, sort.declare_en)
    } else {
        Finding::new(sort.code, span, unknown.0, unknown.1).did_you_mean(name, known.iter().copied())
    });
    known.iter().position(|k| Some(*k) == near).map(|n| n as u16)
}
