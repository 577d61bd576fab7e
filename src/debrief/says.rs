//! What is said of a run in sentences, from the program's own words.

use super::Debrief;
use super::cover::{Instead, Otherwise};
use super::crowd::Crowd;
use super::doors::Act;
use super::quake::Quake;
use super::what_if::{Counterfactual, DOSE_MATTERS, RoomChange, WhatIf};
use crate::diag::Lang;
use crate::physics::exposure::Limit;
use crate::physics::quake::injury::Injury;
use crate::place::catalogue::PropKind;
use crate::place::{DoorId, Place, RoomFinish, RoomId};
use crate::words::{tr, tr_with};

/// Seconds of action as `0:42`.
pub fn when(seconds: f64) -> String {
    let whole = libm::floor(seconds.max(0.0)) as u64;
    format!("{}:{:02}", whole / 60, whole % 60)
}

/// A length of time in words, without a sign: to the second, from two minutes on in minutes.
pub(super) fn length(s: f64, lang: Lang) -> String {
    let whole = libm::round(s.abs()) as u64;
    if whole < 120 {
        return tr_with(lang, "seconds", &[("n", &whole.to_string())]);
    }
    tr_with(lang, "report-minutes", &[("m", &(whole / 60).to_string()), ("s", &(whole % 60).to_string())])
}

/// A dose, with as many places as mean anything.
pub(super) fn amount(dose: f64) -> String {
    format!("{dose:.2}")
}

/// What people call a room.
pub(super) fn room_name(place: &Place, room: RoomId, lang: Lang) -> String {
    let room = &place.rooms[room.index()];
    let name = room.name.get(lang);
    if name.is_empty() { room.id.clone() } else { name.to_owned() }
}

/// What people call a door: by the room that it shuts off from the way out.
pub fn door_name(place: &Place, door: DoorId, lang: Lang) -> String {
    let door = &place.doors[door.index()];
    let is_way = |r: RoomId| {
        let room = &place.rooms[r.index()];
        room.open || matches!(room.finish, RoomFinish::Corridor | RoomFinish::Stair | RoomFinish::Lobby)
    };
    let own = [Some(door.room), door.to].into_iter().flatten().find(|r| !is_way(*r));
    if let Some(room) = own {
        return tr_with(lang, "report-door-of", &[("room", &room_name(place, room, lang))]);
    }
    let behind = door.to.unwrap_or(door.room);
    tr_with(lang, "report-door-to", &[("room", &room_name(place, behind, lang))])
}

/// Why a room could no longer be used.
pub(super) fn limit(limit: Limit, lang: Lang) -> String {
    let key = match limit {
        Limit::HotSmokeAtHead => "report-limit-heat",
        Limit::Visibility => "report-limit-sight",
        Limit::CarbonMonoxide => "report-limit-co",
        Limit::Radiation => "report-limit-glow",
        Limit::Dose => "report-limit-dose",
    };
    tr(lang, key)
}

/// What a teacher calls a piece.
pub(super) fn kind(kind: &PropKind, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => kind.zh,
        Lang::En => kind.en,
    }
}

/// What a blow did.
pub(super) fn injury(injury: Injury, lang: Lang) -> String {
    let key = match injury {
        Injury::None => "report-hurt-none",
        Injury::Bruise => "report-hurt-bruise",
        Injury::Light => "report-hurt-light",
        Injury::Severe => "report-hurt-severe",
    };
    tr(lang, key)
}

/// How the others came out, in a sentence.
pub(super) fn crowd(crowd: &Crowd, lang: Lang) -> String {
    let end = crowd.end();
    let counts =
        [("n", crowd.people), ("safe", end.safe), ("waiting", end.waiting), ("fallen", end.fallen)].map(|(k, n)| (k, n.to_string()));
    let mut with: Vec<(&str, &str)> = counts.iter().map(|(k, n)| (*k, n.as_str())).collect();
    let last = when(crowd.last_safe.unwrap_or_default());
    with.push(("when", &last));
    let key = if crowd.is_complete() { "report-crowd-all" } else { "report-crowd-some" };
    tr_with(lang, key, &with)
}

/// What another act would have changed, in a sentence or two; why nothing is said, where there is nothing honest to say.
pub fn told(debrief: &Debrief, lang: Lang) -> String {
    let Some(quake) = &debrief.quake else { return other_door(debrief, lang) };
    let shaken = shaken(&debrief.case.place, quake, lang);
    if !debrief.tells_smoke() || matches!(debrief.what_if, WhatIf::NoPhysics) {
        return shaken;
    }
    match lang {
        Lang::Zh => format!("{shaken}{}", other_door(debrief, lang)),
        Lang::En => format!("{shaken} {}", other_door(debrief, lang)),
    }
}

/// What taking cover otherwise would have changed.
fn shaken(place: &Place, quake: &Quake, lang: Lang) -> String {
    if let Some(o) = &quake.otherwise {
        return spared(place, o, lang);
    }
    let n = quake.falls.len().to_string();
    if !quake.is_physical {
        return tr(lang, "report-quake-if-written");
    }
    match quake.nearest() {
        _ if quake.hurt() > Injury::None => tr_with(lang, "report-quake-if-hit", &[("hurt", &injury(quake.hurt(), lang))]),
        _ if quake.falls.is_empty() => tr(lang, "report-quake-if-nothing"),
        Some(far) => tr_with(lang, "report-quake-if-missed", &[("n", &n), ("far", &format!("{far:.1}"))]),
        None => tr_with(lang, "report-quake-if-elsewhere", &[("n", &n)]),
    }
}

fn spared(place: &Place, o: &Otherwise, lang: Lang) -> String {
    let piece = kind(place.props[o.by.index()].kind, lang);
    let (time, was, other) = (when(o.time), injury(o.was, lang), injury(o.other, lang));
    let mut with = vec![("when", time.as_str()), ("piece", piece), ("was", was.as_str()), ("other", other.as_str())];
    let far;
    let key = match o.instead {
        Instead::Upright => "report-quake-if-upright",
        Instead::Stayed => "report-quake-if-stayed",
        Instead::Low => "report-quake-if-low",
        Instead::Desk(desk, metres) => {
            far = format!("{metres:.1}");
            with.extend([("far", far.as_str()), ("desk", kind(place.props[desk.index()].kind, lang))]);
            "report-quake-if-desk"
        }
    };
    tr_with(lang, key, &with)
}

fn other_door(debrief: &Debrief, lang: Lang) -> String {
    match &debrief.what_if {
        WhatIf::NoPhysics if debrief.has_smoke() => tr(lang, "report-if-written"),
        WhatIf::NoPhysics => tr(lang, "report-if-no-smoke"),
        WhatIf::NoDoor => tr(lang, "report-if-no-door"),
        WhatIf::NoDifference(n) => tr_with(lang, "report-if-same", &[("n", &n.to_string())]),
        WhatIf::Door(c) => sentence(&debrief.case.place, c, lang),
    }
}

fn sentence(place: &Place, c: &Counterfactual, lang: Lang) -> String {
    let (time, door) = (when(c.time), door_name(place, c.door, lang));
    let key = match c.act {
        Act::LeftOpen => "report-if-shut",
        Act::Shut => "report-if-open",
        Act::Opened => "report-if-never",
    };
    let begin = tr_with(lang, key, &[("when", &time), ("door", &door)]);
    let mut parts: Vec<String> = c.rooms.first().map(|r| room(place, r, lang)).into_iter().collect();
    if c.dose_saved().abs() >= DOSE_MATTERS {
        let key = if c.dose_saved() > 0.0 { "report-then-less" } else { "report-then-more" };
        parts.push(tr_with(lang, key, &[("was", &amount(c.dose.toxic)), ("other", &amount(c.other_dose.toxic))]));
    } else if (c.dose.heat - c.other_dose.heat).abs() >= DOSE_MATTERS {
        parts.push(tr_with(lang, "report-then-heat", &[("was", &amount(c.dose.heat)), ("other", &amount(c.other_dose.heat))]));
    }
    format!("{begin}{}{}", parts.join(&tr(lang, "report-and")), tr(lang, "report-stop"))
}

fn room(place: &Place, r: &RoomChange, lang: Lang) -> String {
    let key = match (r.is_sight(), r.gain > 0.0, r.at_least) {
        (true, true, false) => "report-then-seen-longer",
        (true, true, true) => "report-then-seen-longer-least",
        (true, false, false) => "report-then-seen-shorter",
        (true, false, true) => "report-then-seen-shorter-least",
        (false, true, false) => "report-then-used-longer",
        (false, true, true) => "report-then-used-longer-least",
        (false, false, false) => "report-then-used-shorter",
        (false, false, true) => "report-then-used-shorter-least",
    };
    tr_with(lang, key, &[("room", &room_name(place, r.room, lang)), ("s", &length(r.gain, lang))])
}
