//! A fire in a room that no air can come to.

use super::super::model::{HazardKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity};
use crate::place::Place;

/// D707
pub const CODE: Code = Code {
    id: "D707",
    severity: Severity::Error,
    zh: "着火的屋子没有门窗",
    en: "a fire in a room without door or window",
    why_zh: "火要有空气才烧得起来，烟要有口子才出得去。没有门也没有窗的屋子，火很快自己憋灭，烟谁也碰不到。",
    why_en: "A fire burns on air and its smoke leaves by openings. In a room with neither door nor window it soon chokes, and nobody meets its smoke.",
    before: "\"cellar\": (min: (4.0, 0.0), max: (8.0, 6.0), height: 3.0)",
    after: "doors: { \"hatch\": (room: \"cellar\", to: \"corridor\", at: (6.0, 6.1), width: 0.9, height: 2.0, leaf: \"door_leaf\") }",
};

pub fn run(s: &Scenario, place: &Place, out: &mut Findings) {
    for hazard in &s.hazards {
        let (HazardKind::Burn { at, .. } | HazardKind::Fire { at, .. }) = &hazard.kind else { continue };
        let Some(id) = place.room_at(*at) else { continue };
        let room = &place.rooms[id.index()];
        let has_door = place.doors.iter().any(|d| d.room == id || d.to == Some(id));
        if room.open || has_door || place.windows.iter().any(|w| w.room == id) {
            continue;
        }
        let name = &room.id;
        out.add(
            Finding::new(
                &CODE,
                hazard.span,
                format!("房间“{name}”没有门，也没有窗，火在这里烧不起来"),
                format!("the room {name:?} has neither door nor window: no fire burns there"),
            )
            .help(
                "在地点文件里给它加一扇门或窗，或者换个地方着火",
                "give it a door or a window in the place file, or let it burn elsewhere",
            ),
        );
    }
}
