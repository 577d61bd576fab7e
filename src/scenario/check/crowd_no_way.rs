//! People of the crowd from whose room no way leads to where they gather.

use super::super::model::{CrowdSpec, Scenario};
use super::crowd_no_room;
use crate::crowd::Building;
use crate::diag::{Code, Finding, Findings, Severity};
use crate::place::Place;

/// D713
pub const CODE: Code = Code {
    id: "D713",
    severity: Severity::Error,
    zh: "同学没有路去集合",
    en: "no way for the crowd to the goal",
    why_zh: "从他们的房间到 goal，要有门、楼梯或没有墙的口子连着。门关着没关系，他们会开；通到模型外面的门（没有写 to）不算路。",
    why_en: "Doors, stairs or gaps must lead from their room to the goal. Shut doors are no hindrance, they are opened; a door that leads out of the model (without to) is no way.",
    before: "\"door\": (room: \"room\", at: (1.8, 6.1))",
    after: "\"door\": (room: \"room\", to: \"corridor\", at: (1.8, 6.1))",
};

/// Needs the place, so the loader calls it; looks at how many a room holds as well.
pub(crate) fn run(s: &Scenario, place: &Place, out: &mut Findings) {
    // Of what could not be read, or names what is not there, nothing more can be said.
    let is_read = |c: &&CrowdSpec| !out.iter().any(|f| c.span.start <= f.span.start && f.span.end <= c.span.end);
    let Some(crowd) = s.crowd.as_ref().filter(is_read) else { return };
    let goal = crowd.goal.and_then(|a| place.anchors.get(a.index())).map(|a| a.at);
    let help = (
        "检查地点里的门有没有写 to，楼梯的高度对不对；或者换一个 goal",
        "see that doors have a to and stairs their heights, or choose another goal",
    );
    let building = match Building::of(place, goal) {
        Ok(building) => building,
        Err(why) => {
            let en = format!("nobody of the crowd gets out: {why}");
            out.add(Finding::new(&CODE, crowd.span, "同学们没有路去集合的地方", en).help(help.0, help.1));
            return;
        }
    };
    let mut stuck = false;
    for group in crowd.groups.iter().filter(|g| !building.leads_out(g.room)) {
        stuck = true;
        let id = &place.rooms[group.room.index()].id;
        out.add(
            Finding::new(
                &CODE,
                group.span,
                format!("从房间“{id}”没有路去集合的地方"),
                format!("no way leads from {id:?} to where people gather"),
            )
            .help(help.0, help.1),
        );
    }
    if !stuck {
        crowd_no_room::run(crowd, place, &building, out);
    }
}
