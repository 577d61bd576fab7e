//! More people of the crowd in a room than its free floor holds.

use super::super::model::CrowdSpec;
use crate::crowd::Building;
use crate::diag::{Code, Finding, Findings, Severity};
use crate::place::Place;

/// D712
pub const CODE: Code = Code {
    id: "D712",
    severity: Severity::Error,
    zh: "房间里站不下这么多同学",
    en: "more people than a room holds",
    why_zh: "每人要 0.6 米见方的空地，家具底下不算，走不出来的角落也不算。同一间屋写了几组，人数合在一起算。",
    why_en: "Each needs 0.6 m by 0.6 m of free floor. What furniture stands on does not count, nor do corners nobody gets out of. Groups in one room are counted together.",
    before: "groups: [(room: \"dorm_212\", count: 40)]",
    after: "groups: [(room: \"dorm_212\", count: 4)]",
};

pub(super) fn run(crowd: &CrowdSpec, place: &Place, building: &Building, out: &mut Findings) {
    for (n, group) in crowd.groups.iter().enumerate() {
        let before: usize = crowd.groups[..n].iter().filter(|g| g.room == group.room).map(|g| g.count).sum();
        let holds = building.spots(group.room).len();
        if before + group.count <= holds || before > holds {
            continue;
        }
        let (id, many) = (&place.rooms[group.room.index()].id, before + group.count);
        out.add(
            Finding::new(
                &CODE,
                group.span,
                format!("房间“{id}”的空地站得下 {holds} 人，这里一共写了 {many} 人"),
                format!("the free floor of {id:?} holds {holds}, and here are {many}"),
            )
            .help("减少 count，或者分到别的房间", "make count smaller, or put some into other rooms"),
        );
    }
}
