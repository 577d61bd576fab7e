//! A place file's tree to a [`Place`], with every slip reported.

use super::catalogue::{self, PropKind};
use super::checks;
use super::model::*;
use crate::diag::Findings;
use crate::syntax::shape::{Shape, boolean, entries, list, number, pair, string, word};
use crate::syntax::{Kind, Node, parse};

/// Reads a place from its text. `stem` is the file's name without `.ron`.
pub fn read(text: &str, stem: &str, out: &mut Findings) -> Place {
    let root = parse(text, out);
    let mut s = Shape::of(&root, out);
    let id = s.need("id", out, string);
    checks::id_is_stem(&id, stem, s.at("id"), out);
    let mut place = Place { id, name: s.need("name", out, text_of), ..Place::default() };
    place.sun = s.or("sun", Sun::default(), out, sun);
    if let Some(node) = s.get("rooms") {
        place.rooms = entries(node, out).into_iter().map(|(name, n)| room(name.text, n, out)).collect();
    } else {
        s.missing("rooms", out);
    }
    if let Some(node) = s.get("doors") {
        for (name, n) in entries(node, out) {
            let door = door(name.text, n, &place, out);
            place.doors.push(door);
        }
    }
    if let Some(node) = s.get("windows") {
        let windows = list(|n: &Node, out: &mut Findings| window(n, &place, out))(node, out);
        place.windows = windows;
    }
    place.slabs = s.or("slabs", Vec::new(), out, list(slab));
    if let Some(node) = s.get("stairs") {
        place.stairs = entries(node, out).into_iter().map(|(name, n)| stair(name.text, n, out)).collect();
    }
    if let Some(node) = s.get("props") {
        for (name, n) in entries(node, out) {
            place.props.extend(prop(Some(name.text), n, &place, out));
        }
    }
    if let Some(node) = s.get("clutter") {
        let more: Vec<Option<Prop>> = list(|n: &Node, out: &mut Findings| prop(None, n, &place, out))(node, out);
        place.props.extend(more.into_iter().flatten());
    }
    if let Some(node) = s.get("anchors") {
        place.anchors = entries(node, out).into_iter().map(|(name, n)| anchor(name.text, n, &place, out)).collect();
    }
    if let Some(node) = s.get("lamps") {
        let lamps = list(|n: &Node, out: &mut Findings| lamp(n, &place, out))(node, out);
        place.lamps = lamps;
    }
    s.done(out);
    if !out.has_errors() {
        checks::whole_place(&place, out);
    }
    place
}

fn text_of(node: &Node, out: &mut Findings) -> Text {
    let mut s = Shape::of(node, out);
    let text = Text { zh: s.need("zh", out, string), en: s.need("en", out, string) };
    s.done(out);
    text
}

fn sun(node: &Node, out: &mut Findings) -> Sun {
    let mut s = Shape::of(node, out);
    let sun = Sun { azimuth: s.or("azimuth", 120.0, out, number(-360.0, 360.0)), height: s.or("height", 35.0, out, number(1.0, 90.0)) };
    s.done(out);
    sun
}

const FINISHES: &[(&str, RoomFinish)] = &[
    ("Dorm", RoomFinish::Dorm),
    ("Corridor", RoomFinish::Corridor),
    ("Classroom", RoomFinish::Classroom),
    ("Stair", RoomFinish::Stair),
    ("Lobby", RoomFinish::Lobby),
    ("Office", RoomFinish::Office),
    ("Counsel", RoomFinish::Counsel),
    ("Ktv", RoomFinish::Ktv),
    ("Bath", RoomFinish::Bath),
    ("Street", RoomFinish::Street),
    ("Lawn", RoomFinish::Lawn),
    ("Playground", RoomFinish::Playground),
    ("Shop", RoomFinish::Shop),
];

fn room(id: String, node: &Node, out: &mut Findings) -> Room {
    let mut s = Shape::of(node, out);
    let room = Room {
        name: s.or("name", Text { zh: id.clone(), en: id.clone() }, out, text_of),
        id,
        min: s.need("min", out, pair),
        max: s.need("max", out, pair),
        floor: s.or("floor", 0.0, out, number(-60.0, 300.0)),
        height: s.or("height", 3.0, out, number(0.0, 60.0)),
        finish: s.or("finish", RoomFinish::Dorm, out, word(FINISHES)),
        open: s.or("open", false, out, boolean),
        span: node.span,
    };
    s.done(out);
    checks::room_has_volume(&room, out);
    room
}

fn room_name(place: &Place) -> impl Fn(&Node, &mut Findings) -> Option<RoomId> {
    move |node, out| {
        let name = string(node, out);
        let found = place.room(&name);
        if found.is_none() && !name.is_empty() {
            checks::unknown_room(&name, node.span, place, out);
        }
        found
    }
}

fn prop_kind(node: &Node, out: &mut Findings) -> Option<&'static PropKind> {
    let name = string(node, out);
    let found = catalogue::kind(&name);
    if found.is_none() && !name.is_empty() {
        checks::unknown_prop_kind(&name, node.span, out);
    }
    found
}

fn door(id: String, node: &Node, place: &Place, out: &mut Findings) -> Door {
    let mut s = Shape::of(node, out);
    let room = s.need("room", out, room_name(place));
    let to = s.opt("to", out, room_name(place)).flatten();
    let mut door = Door {
        id,
        room: room.unwrap_or_default(),
        to,
        at: s.need("at", out, pair),
        width: s.or("width", 0.9, out, number(0.3, 20.0)),
        height: s.or("height", 2.0, out, number(0.5, 10.0)),
        leaf: s.opt("leaf", out, prop_kind).flatten(),
        open: s.or("open", false, out, boolean),
        text: s.or("text", Vec::new(), out, list(string)),
        span: node.span,
        ..Door::default()
    };
    s.done(out);
    if let Some(room) = room {
        let floor = place.rooms[room.index()].floor;
        door.base = to.map_or(floor, |t| floor.max(place.rooms[t.index()].floor));
        door.side = nearest_side(&place.rooms[room.index()], door.at);
        checks::door_in_wall(&door, place, out);
    }
    door
}

/// The wall of a room that a plan position is nearest to.
fn nearest_side(room: &Room, at: (f64, f64)) -> Side {
    [
        (Side::North, (at.1 - room.min.1).abs()),
        (Side::South, (at.1 - room.max.1).abs()),
        (Side::West, (at.0 - room.min.0).abs()),
        (Side::East, (at.0 - room.max.0).abs()),
    ]
    .into_iter()
    .min_by(|a, b| a.1.total_cmp(&b.1))
    .map_or(Side::North, |(side, _)| side)
}

fn window(node: &Node, place: &Place, out: &mut Findings) -> Window {
    let mut s = Shape::of(node, out);
    let room = s.need("room", out, room_name(place)).unwrap_or_default();
    let at = s.need("at", out, pair);
    let window = Window {
        room,
        at,
        width: s.or("width", 1.5, out, number(0.2, 20.0)),
        sill: s.or("sill", 0.9, out, number(0.0, 10.0)),
        height: s.or("height", 1.5, out, number(0.2, 10.0)),
        side: place.rooms.get(room.index()).map_or(Side::North, |r| nearest_side(r, at)),
    };
    s.done(out);
    window
}

fn slab(node: &Node, out: &mut Findings) -> Slab {
    let mut s = Shape::of(node, out);
    let slab = Slab {
        min: s.need("min", out, pair),
        max: s.need("max", out, pair),
        y: s.need("y", out, number(-60.0, 300.0)),
        finish: s.or("finish", RoomFinish::Stair, out, word(FINISHES)),
    };
    s.done(out);
    slab
}

const SIDES: &[(&str, Side)] = &[("North", Side::North), ("South", Side::South), ("East", Side::East), ("West", Side::West)];

fn stair(id: String, node: &Node, out: &mut Findings) -> Stair {
    let mut s = Shape::of(node, out);
    let stair = Stair {
        id,
        min: s.need("min", out, pair),
        max: s.need("max", out, pair),
        low: s.need("low", out, number(-60.0, 300.0)),
        high: s.need("high", out, number(-60.0, 300.0)),
        up: s.need("up", out, word(SIDES)),
    };
    s.done(out);
    stair
}

fn prop(id: Option<String>, node: &Node, place: &Place, out: &mut Findings) -> Option<Prop> {
    let mut s = Shape::of(node, out);
    let kind = s.need("kind", out, prop_kind);
    let at = s.need("at", out, pair);
    let y = s.opt("y", out, number(-60.0, 300.0));
    let yaw = s.or("yaw", 0.0, out, number(-720.0, 720.0));
    let text = s.or("text", Vec::new(), out, list(string));
    let hidden = s.or("hidden", false, out, boolean);
    let room = s.opt("room", out, room_name(place)).flatten();
    s.done(out);
    let kind = kind?;
    let (floor, height) = under(place, at, room);
    // Things hung from the ceiling keep their distance to it, not to the floor.
    let hang = if kind.hangs_at > 2.2 { height - (3.0 - kind.hangs_at) } else { kind.hangs_at };
    let y = floor + y.unwrap_or(hang);
    Some(Prop { id, kind, at: [at.0, y, at.1], yaw, text, hidden, span: node.span })
}

/// Floor and height of the room at a plan position: the named room, else the highest floor there.
fn under(place: &Place, at: (f64, f64), room: Option<RoomId>) -> (f64, f64) {
    if let Some(room) = room {
        let r = &place.rooms[room.index()];
        return (r.floor, r.height);
    }
    let mut best: Option<(f64, f64)> = None;
    for r in place.rooms.iter().filter(|r| r.holds(at.0, at.1, 0.25)) {
        let inside = r.holds(at.0, at.1, 0.0);
        if best.is_none_or(|(f, _)| r.floor > f && inside) {
            best = Some((r.floor, r.height));
        }
    }
    best.unwrap_or((place.rooms.first().map_or(0.0, |r| r.floor), 3.0))
}

fn anchor(id: String, node: &Node, place: &Place, out: &mut Findings) -> Anchor {
    let mut s = Shape::of(node, out);
    let at = s.need("at", out, pair);
    let y = s.opt("y", out, number(-60.0, 300.0));
    let face = s.or("face", 0.0, out, number(-720.0, 720.0));
    s.done(out);
    let y = place.stand_height(at.0, at.1, y.unwrap_or_else(|| under(place, at, None).0));
    Anchor { id, at: [at.0, y, at.1], face, span: node.span }
}

const COLOURS: &[(&str, LampColour)] = &[
    ("Tube", LampColour::Tube),
    ("Warm", LampColour::Warm),
    ("Exit", LampColour::Exit),
    ("Moon", LampColour::Moon),
    ("Neon", LampColour::Neon),
    ("Fire", LampColour::Fire),
    ("Screen", LampColour::Screen),
];

fn lamp(node: &Node, place: &Place, out: &mut Findings) -> Lamp {
    let mut s = Shape::of(node, out);
    let at = s.need("at", out, pair);
    let y = s.or("y", 2.6, out, number(-60.0, 300.0));
    let room = s.opt("room", out, room_name(place)).flatten();
    let lamp = Lamp {
        at: [at.0, y, at.1],
        colour: s.or("colour", LampColour::Tube, out, word(COLOURS)),
        strength: s.or("strength", 1.0, out, number(0.0, 20.0)),
        room: room.or_else(|| place.room_at([at.0, y, at.1])),
        emergency: s.or("emergency", false, out, boolean),
        night_only: s.or("night_only", false, out, boolean),
    };
    s.done(out);
    lamp
}

/// Whether a tree is a place file at all: it has `rooms` and no `nodes`.
pub fn looks_like_place(root: &Node) -> bool {
    matches!(&root.kind, Kind::Struct(_, fields) if fields.iter().any(|f| f.name.text == "rooms") && !fields.iter().any(|f| f.name.text == "nodes"))
}
