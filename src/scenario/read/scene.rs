//! What happens in the place: cues, deeds, hazards.

use super::super::model::*;
use super::super::names::{SOUND, SOUNDS, listed};
use super::super::text::{Panel, text};
use super::parts::{ACTS, MOODS, first_item};
use super::{Ctx, LIGHTS, anchor, named, node_name};
use crate::diag::{Code, Finding, Findings, Severity};
use crate::syntax::shape::{Read, Shape, list, mistyped, mixed, number, unknown_kind, word};
use crate::syntax::{Kind, Node as Tree};

/// Keys of a hazard that don't follow each other in time, or none at all.
pub(crate) const KEYS_OUT_OF_ORDER: Code = Code {
    id: "D702",
    severity: Severity::Error,
    zh: "危险的时刻没有从早到晚写，或者一个也没有",
    en: "keys of a hazard out of order, or none",
    why_zh: "烟、火、地震像一条折线，按 s（秒）从小到大走。顺序乱了，中间的数值就不对；一个也没有，就什么都不会发生。",
    why_en: "Smoke, fire and shaking run like a line through points, from small s (seconds) to great. Out of order, the values between are wrong; without any, nothing happens.",
    before: "keys: [(s: 20, size: 1.2), (s: 0, size: 0.1)]",
    after: "keys: [(s: 0, size: 0.1), (s: 20, size: 1.2)]",
};

/// A fire by physics outdoors, or where there is no room.
pub(crate) const FIRE_IN_NO_ROOM: Code = Code {
    id: "D705",
    severity: Severity::Error,
    zh: "着火的地方不在屋里",
    en: "a fire in no room",
    why_zh: "Burn 的烟、热和毒气由房间和门窗算出来。露天没有顶，烟不会积下来，算不出什么。",
    why_en: "The smoke, heat and poison of Burn follow from rooms and doors. Outdoors nothing holds the smoke, and nothing can be computed.",
    before: "Burn(at: \"lawn_bin\", item: WasteBin)",
    after: "Burn(at: \"corridor_bin\", item: WasteBin)",
};

const CUES: &[&str] = &[
    "Play", "Stop", "Move", "Run", "Put", "Vanish", "Act", "Mood", "Face", "Open", "Close", "Lock", "Seal", "Show", "Hide", "Fall",
    "Light", "Sense", "Notice", "Call",
];

/// The name before a bracket and the items in it; several items in a deed or cue are positional.
fn call(tree: &Tree) -> Option<(&str, &[Tree])> {
    match &tree.kind {
        Kind::Tuple(Some(name), items) => Some((&name.text, items)),
        _ => None,
    }
}

pub(super) fn cue(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Option<Cue> {
    if let Kind::Mixed(name, items, fields) = &tree.kind {
        match name.text.as_str() {
            "Sense" => return Some(sense(tree, out)),
            "Notice" => return Some(Cue::Notice(text(Panel::LINE)(tree, out))),
            known if CUES.contains(&known) => mixed(name, items, fields, out),
            other => unknown_kind(other, name.span, CUES.iter().copied(), out),
        }
        return None;
    }
    if let Kind::Struct(Some(name), fields) = &tree.kind {
        return match name.text.as_str() {
            "Sense" => Some(sense(tree, out)),
            // `Notice(zh: …, en: …)` is what one writes when in a hurry.
            "Notice" if fields.iter().any(|f| f.name.text == "zh") => Some(Cue::Notice(text(Panel::LINE)(tree, out))),
            other => {
                unknown_kind(other, name.span, CUES.iter().copied(), out);
                None
            }
        };
    }
    // It takes nothing: `Call` and `Call()` say the same.
    if matches!(&tree.kind, Kind::Word(w) if w == "Call") || matches!(call(tree), Some(("Call", []))) {
        return Some(Cue::Call);
    }
    let Some((name, items)) = call(tree) else {
        mistyped(tree, ("场景动作，如 Play(\"knock\")", "a cue such as Play(\"knock\")"), out);
        return None;
    };
    let span = if let Kind::Tuple(Some(n), _) = &tree.kind { n.span } else { tree.span };
    if !CUES.contains(&name) {
        unknown_kind(name, span, CUES.iter().copied(), out);
        return None;
    }
    if let ("Call", [item, ..]) = (name, items) {
        mistyped(item, (" Call，括号里什么也不写", "just Call, with nothing in brackets"), out);
        return Some(Cue::Call);
    }
    let Some(first) = items.first() else {
        mistyped(tree, ("括号里的内容", "something in the brackets"), out);
        return None;
    };
    let who = |o: &mut Findings| named(first, o, |w, at, o| ctx.names.actor(w, at, o));
    let sound = |o: &mut Findings| {
        named(first, o, |w, at, o| {
            listed(w, at, SOUNDS, &SOUND, o);
            w.to_owned()
        })
    };
    let door = |o: &mut Findings| named(first, o, |w, at, o| ctx.names.door(w, at, o));
    let prop = |o: &mut Findings| named(first, o, |w, at, o| ctx.names.prop(w, at, o));
    let needs_two = matches!(name, "Move" | "Run" | "Put" | "Act" | "Mood" | "Face");
    if needs_two && items.len() < 2 {
        mistyped(tree, ("两项内容，如 Move(\"xiaolin\", \"door\")", "two items, as in Move(\"xiaolin\", \"door\")"), out);
        return None;
    }
    Some(match name {
        "Play" => Cue::Play(sound(out)),
        "Stop" => Cue::Stop(sound(out)),
        "Move" | "Run" => Cue::Move { who: who(out), to: anchor(&items[1], ctx, out), run: name == "Run" },
        "Put" => Cue::Put { who: who(out), to: anchor(&items[1], ctx, out) },
        "Vanish" => Cue::Vanish(who(out)),
        "Act" => Cue::Act(who(out), word(ACTS)(&items[1], out)),
        "Mood" => Cue::Mood(who(out), word(MOODS)(&items[1], out)),
        "Face" => Cue::Face(who(out), gaze(&items[1], ctx, out)),
        "Open" => Cue::Open(door(out)),
        "Close" => Cue::Close(door(out)),
        "Lock" => Cue::Lock(door(out)),
        "Seal" => Cue::Seal(door(out)),
        "Show" => Cue::Show(prop(out)),
        "Hide" => Cue::Hide(prop(out)),
        "Fall" => Cue::Fall(prop(out)),
        "Light" => Cue::Light(word(LIGHTS)(first, out)),
        _ => Cue::Notice(text(Panel::LINE)(first, out)),
    })
}

fn sense(tree: &Tree, out: &mut Findings) -> Cue {
    let mut s = Shape::of(tree, out);
    let cue = Cue::Sense {
        blur: s.or("blur", 0.0, out, number(0.0, 1.0)),
        slow: s.or("slow", 0.0, out, number(0.0, 1.0)),
        sway: s.or("sway", 0.0, out, number(0.0, 1.0)),
    };
    s.done(out);
    cue
}

fn gaze(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Gaze {
    let Kind::Str(name) = &tree.kind else {
        mistyped(tree, ("带引号的名字", "a name in quotes"), out);
        return Gaze::Me;
    };
    if name == "me" {
        Gaze::Me
    } else if ctx.place.is_some_and(|p| p.anchor(name).is_some()) {
        Gaze::Anchor(ctx.names.anchor(name, tree.span, out))
    } else {
        Gaze::Actor(ctx.names.actor(name, tree.span, out))
    }
}

pub(super) fn cues(s: &mut Shape<'_>, ctx: &Ctx<'_>, out: &mut Findings) -> Vec<Cue> {
    s.or("cues", Vec::new(), out, list(|n: &Tree, o: &mut Findings| cue(n, ctx, o))).into_iter().flatten().collect()
}

const DEEDS: &[&str] = &["Use", "Hold", "Reach", "Enter", "Crouch", "Crawl", "Stay"];

/// How a choice is done in the place.
pub(super) fn deed(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Option<Deed> {
    if let Kind::Word(w) = &tree.kind {
        return match w.as_str() {
            "Crouch" => Some(Deed::Crouch),
            "Crawl" => Some(Deed::Crawl),
            other => {
                unknown_kind(other, tree.span, DEEDS.iter().copied(), out);
                None
            }
        };
    }
    match &tree.kind {
        Kind::Struct(Some(name), _) if name.text == "Stay" => {
            let mut s = Shape::of(tree, out);
            let time = s.need("seconds", out, number(0.5, 120.0));
            s.done(out);
            return Some(Deed::Stay(Ticks::from_secs(time)));
        }
        Kind::Struct(Some(name), fields) if DEEDS.contains(&name.text.as_str()) => {
            mixed(name, &[], fields, out);
            return None;
        }
        Kind::Mixed(name, items, fields) if DEEDS.contains(&name.text.as_str()) => {
            mixed(name, items, fields, out);
            return None;
        }
        Kind::Struct(Some(name), _) | Kind::Mixed(name, ..) => {
            unknown_kind(&name.text, name.span, DEEDS.iter().copied(), out);
            return None;
        }
        _ => {}
    }
    let Kind::Tuple(Some(name), items) = &tree.kind else {
        mistyped(tree, ("做法，如 Use(\"door\")", "a deed such as Use(\"door\")"), out);
        return None;
    };
    let Some(first) = first_item(tree) else {
        return match name.text.as_str() {
            "Crouch" => Some(Deed::Crouch),
            "Crawl" => Some(Deed::Crawl),
            _ => {
                mistyped(tree, ("括号里的名字", "a name in the brackets"), out);
                None
            }
        };
    };
    Some(match name.text.as_str() {
        "Use" => named_thing(first, ctx, out),
        "Hold" => {
            let time = items.get(1).map_or(3.0, |n| number(0.5, 60.0)(n, out));
            match named_thing(first, ctx, out) {
                Deed::UseDoor(door) => Deed::HoldDoor(door, Ticks::from_secs(time)),
                Deed::Use(prop) => Deed::Hold(prop, Ticks::from_secs(time)),
                other => other,
            }
        }
        "Reach" => Deed::Reach(anchor(first, ctx, out)),
        "Enter" => Deed::Enter(named(first, out, |w, at, o| ctx.names.room(w, at, o)).unwrap_or_default()),
        "Stay" => Deed::Stay(Ticks::from_secs(number(0.5, 120.0)(first, out))),
        other => {
            unknown_kind(other, name.span, DEEDS.iter().copied(), out);
            return None;
        }
    })
}

fn named_thing(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Deed {
    let word = crate::syntax::shape::string(tree, out);
    match ctx.names.thing(&word, tree.span, out) {
        Ok(door) => Deed::UseDoor(door),
        Err(prop) => Deed::Use(prop),
    }
}

pub(super) fn hazard(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> Option<Hazard> {
    let mut s = Shape::of(tree, out);
    let (name, span) = s.name.map_or(("( )", tree.span), |n| (n.text.as_str(), n.span));
    let kind = match name {
        "Smoke" => HazardKind::Smoke {
            room: s.need("room", out, |n: &Tree, o: &mut Findings| named(n, o, |w, at, o| ctx.names.room(w, at, o))).unwrap_or_default(),
            keys: s.need("keys", out, keys(smoke_key)),
        },
        "Fire" => HazardKind::Fire {
            at: s.need("at", out, |n: &Tree, o: &mut Findings| spot(n, ctx, o)),
            keys: s.need("keys", out, keys(key("size", 0.0, 10.0))),
        },
        "Shake" => HazardKind::Shake { keys: s.need("keys", out, keys(key("level", 0.0, 12.0))) },
        "Burn" => HazardKind::Burn {
            at: s.need("at", out, |n: &Tree, o: &mut Findings| indoors(n, ctx, o)),
            item: s.need("item", out, word(ITEMS)),
            growth: s.opt("growth", out, word(GROWTHS)),
        },
        "Quake" => HazardKind::Quake(super::quake::quake(&mut s, span, ctx, out)),
        other => {
            unknown_kind(other, span, ["Burn", "Quake", "Smoke", "Fire", "Shake"], out);
            return None;
        }
    };
    let node = |n: &Tree, o: &mut Findings| node_name(n, ctx, o);
    let span = s.get("until").map_or(tree.span, |n| n.span);
    let found = Hazard { kind, from: s.opt("from", out, node), until: s.opt("until", out, node), span };
    s.done(out);
    Some(found)
}

/// Where a fire burns: a prop or an anchor.
fn spot(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> [f64; 3] {
    let name = crate::syntax::shape::string(tree, out);
    let Some(place) = ctx.place else { return [0.0; 3] };
    if let Some(a) = place.anchor(&name) {
        return place.anchors[a.index()].at;
    }
    let prop = ctx.names.prop(&name, tree.span, out);
    place.props.get(prop.index()).map_or([0.0; 3], |p| p.at)
}

/// Where something burns by physics: a spot whose air the model knows.
fn indoors(tree: &Tree, ctx: &Ctx<'_>, out: &mut Findings) -> [f64; 3] {
    let before = out.iter().count();
    let at = spot(tree, ctx, out);
    let Some(place) = ctx.place else { return at };
    let room = place.room_at(at).map(|r| &place.rooms[r.index()]);
    if out.iter().count() == before && room.is_none_or(|r| r.open) {
        let (zh, en) = room.map_or(("不在任何房间里".to_owned(), "is in no room".to_owned()), |r| {
            (format!("在露天的“{}”", r.name.zh), format!("is outdoors, in {:?}", r.name.en))
        });
        out.add(
            Finding::new(
                &FIRE_IN_NO_ROOM,
                tree.span,
                format!("着火的地方{zh}，烟没有房间可以积"),
                format!("the fire {en}: there is no room for its smoke to gather in"),
            )
            .help("换成屋里的物品或锚点；露天的火用 Fire(…) 画出来", "name a prop or anchor indoors, or draw an outdoor fire with Fire(…)"),
        );
    }
    at
}

/// Keys in rising order of time, at least one.
fn keys<K>(read: impl Read<K>) -> impl Fn(&Tree, &mut Findings) -> Vec<K> {
    let read = list(read);
    move |tree, out| {
        if let Kind::List(items) = &tree.kind {
            in_order(items, tree, out);
        }
        read(tree, out)
    }
}

fn in_order(items: &[Tree], tree: &Tree, out: &mut Findings) {
    if items.is_empty() {
        out.add(
            Finding::new(&KEYS_OUT_OF_ORDER, tree.span, "keys 里一个时刻也没有写", "keys has no key in it")
                .help("至少写一个，如 (s: 0, …)", "write at least one, such as (s: 0, …)"),
        );
    }
    for pair in items.windows(2) {
        if let (Some(late), Some(early)) = (seconds(&pair[0]), seconds(&pair[1]))
            && early < late
        {
            out.add(
                Finding::new(
                    &KEYS_OUT_OF_ORDER,
                    pair[1].span,
                    format!("s: {early} 写在 s: {late} 的后面，时刻要从早到晚"),
                    format!("s: {early} stands after s: {late}; keys go from early to late"),
                )
                .help("按 s 从小到大排好", "put the keys in rising order of s"),
            );
        }
    }
}

/// The time of a key as it is written.
fn seconds(key: &Tree) -> Option<f64> {
    let Kind::Struct(_, fields) = &key.kind else { return None };
    match fields.iter().find(|f| f.name.text == "s")?.value.kind {
        Kind::Int(n) => Some(n as f64),
        Kind::Float(x) => Some(x),
        _ => None,
    }
}

fn smoke_key(tree: &Tree, out: &mut Findings) -> SmokeKey {
    let mut s = Shape::of(tree, out);
    let key = SmokeKey {
        s: s.need("s", out, number(0.0, 7200.0)),
        layer: s.need("layer", out, number(0.0, 60.0)),
        k: s.or("k", 0.0, out, number(0.0, 50.0)),
        co: s.or("co", 0.0, out, number(0.0, 100_000.0)),
        temp: s.or("temp", 20.0, out, number(-40.0, 1200.0)),
    };
    s.done(out);
    key
}

fn key(field: &'static str, low: f64, high: f64) -> impl Fn(&Tree, &mut Findings) -> (f64, f64) {
    move |tree, out| {
        let mut s = Shape::of(tree, out);
        let key = (s.need("s", out, number(0.0, 7200.0)), s.need(field, out, number(low, high)));
        s.done(out);
        key
    }
}
