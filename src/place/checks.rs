//! What can be wrong with a place beyond its writing. One code each.

use super::catalogue;
use super::model::{Door, Place, Room, Side};
use crate::diag::{Code, Finding, Findings, Severity, Span, nearest};

/// All codes of this layer.
pub const CODES: &[&Code] = &[&FLAT_ROOM, &DOOR_NOT_IN_WALL, &ANCHOR_BLOCKED, &UNKNOWN_PROP_KIND, &UNKNOWN_PLACE_ROOM, &ID_NOT_STEM];

/// A room without volume.
pub const FLAT_ROOM: Code = Code {
    id: "D901",
    severity: Severity::Error,
    zh: "房间没有体积",
    en: "a room without volume",
    why_zh: "min 必须比 max 小，高度必须大于 0，否则人站不进去。",
    why_en: "min must be below max and the height above 0, or nobody fits in.",
    before: "\"room\": (min: (3.6, 0.0), max: (0.0, 6.0))",
    after: "\"room\": (min: (0.0, 0.0), max: (3.6, 6.0))",
};
/// A door that no wall has.
pub const DOOR_NOT_IN_WALL: Code = Code {
    id: "D902",
    severity: Severity::Error,
    zh: "门不在墙上",
    en: "a door that is in no wall",
    why_zh: "门的位置要落在两个房间之间的墙缝里（离两边房间都不超过 0.4 米）。",
    why_en: "A door stands in the gap between two rooms, at most 0.4 m from each.",
    before: "\"door\": (room: \"a\", to: \"b\", at: (9.0, 9.0))",
    after: "\"door\": (room: \"a\", to: \"b\", at: (1.8, 6.1))",
};
/// A spot nobody can stand on.
pub const ANCHOR_BLOCKED: Code = Code {
    id: "D903",
    severity: Severity::Error,
    zh: "锚点（站立点）站不下人",
    en: "an anchor (a spot to stand on) where nobody can stand",
    why_zh: "锚点要落在房间里；学生要站的，还要离家具和墙至少 0.2 米，不然会卡住。",
    why_en: "An anchor lies inside a room. Where the student is to stand, 0.2 m off furniture and walls, or they get stuck.",
    before: "\"spot\": (at: (99.0, 99.0))",
    after: "\"spot\": (at: (1.8, 3.0))",
};
/// A kind of prop the catalogue lacks.
pub const UNKNOWN_PROP_KIND: Code = Code {
    id: "D904",
    severity: Severity::Error,
    zh: "没有这种物品",
    en: "an unknown kind of prop",
    why_zh: "物品种类是固定的一张表，见手册。",
    why_en: "Props come from a fixed list, see the guide.",
    before: "(kind: \"loft_bad\", at: (1.0, 1.0))",
    after: "(kind: \"loft_bed\", at: (1.0, 1.0))",
};
/// A room name that points nowhere.
pub const UNKNOWN_PLACE_ROOM: Code = Code {
    id: "D905",
    severity: Severity::Error,
    zh: "没有这个房间",
    en: "an unknown room",
    why_zh: "门、窗、灯要写在已有的房间上。",
    why_en: "Doors, windows and lamps belong to a room that exists.",
    before: "(room: \"rom\", at: (1.8, 0.0))",
    after: "(room: \"room\", at: (1.8, 0.0))",
};
/// The id inside differs from the file's name.
pub const ID_NOT_STEM: Code = Code {
    id: "D207",
    severity: Severity::Error,
    zh: "id 和文件名不一样",
    en: "the id differs from the file's name",
    why_zh: "文件名（不带 .ron）就是编号，记录和引用都靠它。",
    why_en: "The file's name without .ron is the id; records and references rely on it.",
    before: "// class-fee.ron\nid: \"classfee\",",
    after: "// class-fee.ron\nid: \"class-fee\",",
};

/// The id must be the file's stem.
pub fn id_is_stem(id: &str, stem: &str, span: Span, out: &mut Findings) {
    if !id.is_empty() && id != stem {
        out.add(
            Finding::new(
                &ID_NOT_STEM,
                span,
                format!("id 是“{id}”，文件名是“{stem}.ron”"),
                format!("the id is {id:?}, the file {stem}.ron"),
            )
            .help(format!("把 id 改成 \"{stem}\"，或者改文件名"), format!("make the id \"{stem}\", or rename the file")),
        );
    }
}

pub(super) fn room_has_volume(room: &Room, out: &mut Findings) {
    let (wide, deep) = (room.max.0 - room.min.0, room.max.1 - room.min.1);
    let is_flat = wide < 0.1 || deep < 0.1 || room.height < 0.1;
    // A corner that is missing or can't be read is reported already.
    let is_said = out.iter().any(|f| room.span.start <= f.span.start && f.span.start < room.span.end);
    if !is_flat || is_said || out.is_torn(room.span) {
        return;
    }
    let id = &room.id;
    let (zh, en, help) = if wide < 0.0 || deep < 0.0 {
        (
            format!("房间“{id}”的 min 比 max 大"),
            format!("min is above max in the room {id:?}"),
            ("min 和 max 两个角对调：min 写小的数，max 写大的数", "let the two corners change places: min has the smaller numbers"),
        )
    } else if room.height < 0.1 {
        (
            format!("房间“{id}”的高度是 0"),
            format!("the room {id:?} has a height of 0"),
            ("写上高度，如 height: 3.0", "give it a height: 3.0 for example"),
        )
    } else {
        (
            format!("房间“{id}”没有面积"),
            format!("the room {id:?} has no area"),
            ("检查 min 和 max：是房间的两个对角", "check min and max: they are two opposite corners"),
        )
    };
    out.add(Finding::new(&FLAT_ROOM, room.span, zh, en).help(help.0, help.1));
}

pub(super) fn unknown_room(name: &str, span: Span, place: &Place, out: &mut Findings) {
    let known: Vec<&str> = place.rooms.iter().map(|r| r.id.as_str()).collect();
    // It may be one that could not be read.
    if out.hides_some() && nearest(name, &known).is_none() {
        return;
    }
    out.add(
        Finding::new(&UNKNOWN_PLACE_ROOM, span, format!("没有叫“{name}”的房间"), format!("no room is called {name:?}"))
            .did_you_mean(name, known),
    );
}

pub(super) fn unknown_prop_kind(name: &str, span: Span, out: &mut Findings) {
    out.add(
        Finding::new(&UNKNOWN_PROP_KIND, span, format!("没有叫“{name}”的物品"), format!("no prop is called {name:?}"))
            .did_you_mean(name, catalogue::kinds().map(|k| k.name)),
    );
}

/// A door stands this near to the walls of both its rooms, m; messages say 0.4.
const NEAR_WALL: f64 = 0.42;

pub(super) fn door_in_wall(door: &Door, place: &Place, out: &mut Findings) {
    if !out.is_whole() {
        return;
    }
    let off = |room: &Room| match door.side {
        Side::North | Side::South => (door.at.1 - room.min.1).abs().min((door.at.1 - room.max.1).abs()),
        Side::East | Side::West => (door.at.0 - room.min.0).abs().min((door.at.0 - room.max.0).abs()),
    };
    let own = &place.rooms[door.room.index()];
    let both = [Some(own), door.to.map(|t| &place.rooms[t.index()])];
    for room in both.into_iter().flatten().filter(|r| !r.open) {
        let (far, id, of) = (off(room), &door.id, &room.id);
        let (zh, en) = if far > NEAR_WALL {
            (
                format!("门“{id}”离房间“{of}”的墙 {far:.2} 米，最多 0.4 米"),
                format!("the door {id:?} is {far:.2} m from the wall of {of:?}, at most 0.4 m"),
            )
        } else if !room.holds(door.at.0, door.at.1, NEAR_WALL) {
            (format!("门“{id}”不在房间“{of}”的墙上，已经过了墙角"), format!("the door {id:?} is beyond the end of the wall of {of:?}"))
        } else {
            continue;
        };
        out.add(
            Finding::new(&DOOR_NOT_IN_WALL, door.span, zh, en)
                .help("at 写门洞中心，落在两个房间之间的墙缝里", "at is the middle of the opening, in the gap between the two rooms"),
        );
        return;
    }
}

/// What needs the whole place: spots without ground. Whether a person fits there depends on who stands there: people of
/// the cast sit on chairs and lie on beds, the student does not.
pub(super) fn whole_place(place: &Place, out: &mut Findings) {
    for anchor in &place.anchors {
        let [x, y, z] = anchor.at;
        if place.ground(x, z, y).is_none() {
            out.add(
                Finding::new(
                    &ANCHOR_BLOCKED,
                    anchor.span,
                    format!("锚点（站立点）“{}”下面没有地板", anchor.id),
                    format!("there is no floor under the anchor (a spot to stand on) {:?}", anchor.id),
                )
                .help("把 at 挪进某个房间里", "move it inside a room"),
            );
        }
    }
}

/// Whether the student can stand at a spot; otherwise what is in the way, in both languages.
pub fn stands(place: &Place, anchor: super::AnchorId) -> Result<(), (&'static str, &'static str)> {
    let [x, y, z] = place.anchors[anchor.index()].at;
    let solids = super::solids(place);
    let open = (0..place.doors.len()).map(|n| super::DoorId(n as u16)).collect();
    let hidden = place.props.iter().enumerate().filter(|(_, p)| p.hidden).map(|(n, _)| super::PropId(n as u16)).collect();
    let walk = super::Walk { place, solids: &solids, open: &open, hidden: &hidden };
    if place.ground(x, z, y).is_some() && walk.is_free(x, y, z, 0.15, 1.0) {
        return Ok(());
    }
    let near = place.props.iter().filter(|p| p.kind.solid).min_by(|p, q| {
        let d = |p: &&super::Prop| libm::hypot(p.at[0] - x, p.at[2] - z);
        d(p).total_cmp(&d(q))
    });
    Err(near.map_or(("墙", "a wall"), |p| (p.kind.zh, p.kind.en)))
}
