//! Where on the screen the things are that matter now: the prompt at what is in front, markers of what can be done.

use bevy::prelude::*;

use super::models::Hud;
use super::ui::model::Doing;
use super::visit::Visit;
use crate::run::{Run, Target};
use crate::scenario::{Choice, Deed};
use crate::words::{tr, tr_with};

/// The middle of what a deed is about, in the world.
fn spot(run: &Run, deed: &Deed) -> Option<Vec3> {
    let place = &run.case().place;
    let v = |p: [f64; 3], up: f64| Vec3::new(p[0] as f32, (p[1] + up) as f32, p[2] as f32);
    match deed {
        Deed::Use(p) | Deed::Hold(p, _) => {
            let prop = &place.props[p.index()];
            Some(v(prop.at, (prop.kind.size[1] * 0.6).min(1.6)))
        }
        Deed::UseDoor(d) | Deed::HoldDoor(d, _) => {
            let door = &place.doors[d.index()];
            Some(Vec3::new(door.at.0 as f32, (door.base + 1.2) as f32, door.at.1 as f32))
        }
        Deed::Reach(a) => Some(v(place.anchors[a.index()].at, 0.9)),
        Deed::Enter(r) => {
            let room = &place.rooms[r.index()];
            let door = place.doors.iter().find(|d| (d.room == *r) != (d.to == Some(*r)) && d.to.is_some());
            Some(match door {
                Some(d) => Vec3::new(d.at.0 as f32, (d.base + 1.2) as f32, d.at.1 as f32),
                None => Vec3::new(
                    f64::midpoint(room.min.0, room.max.0) as f32,
                    room.floor as f32 + 1.2,
                    f64::midpoint(room.min.1, room.max.1) as f32,
                ),
            })
        }
        Deed::Crouch | Deed::Crawl | Deed::Stay(_) => None,
    }
}

/// Prompt and markers for the open decision.
pub fn over(run: &Run, visit: &Visit, camera: &Camera, eye: &GlobalTransform) -> Hud {
    let mut hud = Hud::default();
    if !run.is_playing() {
        return hud;
    }
    let lang = visit.settings.lang;
    let size = camera.logical_viewport_size().unwrap_or(Vec2::new(1280.0, 720.0));
    let is_listed = run.decision().is_some_and(|(_, d)| d.listed);
    let offered = run.offered();
    let target = run.target();
    // A door that happens to be in front says no word over what the decision asks for.
    let mut is_asked = false;
    if let Some(target) = target {
        let choice = offered.iter().find(|(_, c)| c.by.as_ref().is_some_and(|d| is_target(d, target))).map(|(_, c)| *c);
        is_asked = choice.is_some();
        let words = prompt(run, target, choice, visit);
        hud.prompt = Some((words, [size.x * 0.5, size.y * 0.56]));
    }
    if is_listed {
        return hud;
    }
    for (_, c) in &offered {
        let Some(deed) = &c.by else { continue };
        let Some(at) = spot(run, deed) else {
            let key = match deed {
                Deed::Crawl => "prompt-crawl",
                Deed::Stay(_) => "prompt-stay",
                _ => "prompt-crouch",
            };
            if !is_asked {
                is_asked = true;
                let (doing, pad) = if matches!(deed, Deed::Crawl) { (Doing::Crawl, "Y") } else { (Doing::Crouch, "B") };
                let letter = self::key(visit, doing, pad);
                hud.prompt = Some((tr_with(lang, key, &[("key", &letter), ("what", c.text.get(lang))]), [size.x * 0.5, size.y * 0.56]));
            }
            continue;
        };
        if target.is_some_and(|t| is_target(deed, t)) {
            continue;
        }
        hud.markers.push(marker(at, c.text.get(lang), camera, eye, size));
    }
    stack_at_edges(&mut hud, size);
    hud
}

/// What lies beside or behind is listed at the edge, one below the other.
fn stack_at_edges(hud: &mut Hud, size: Vec2) {
    let mut rows = [0_u8; 2];
    for (_, at, _, _) in hud.markers.iter_mut().filter(|m| !m.3) {
        let side = usize::from(at[0] > size.x * 0.5);
        at[1] = size.y * (0.3 + 0.1 * f32::from(rows[side]));
        rows[side] += 1;
    }
}

fn is_target(deed: &Deed, target: Target) -> bool {
    match (deed, target) {
        (Deed::Use(p) | Deed::Hold(p, _), Target::Prop(q)) => *p == q,
        (Deed::UseDoor(d) | Deed::HoldDoor(d, _), Target::Door(e)) => *d == e,
        _ => false,
    }
}

/// What does something, as it is named on the device in use.
fn key(visit: &Visit, doing: Doing, pad: &str) -> String {
    if visit.pad { pad.to_owned() } else { visit.settings.keys.of(doing).to_string() }
}

fn prompt(run: &Run, target: Target, choice: Option<&Choice>, visit: &Visit) -> String {
    let lang = visit.settings.lang;
    let key = key(visit, Doing::Use, "A");
    let key = key.as_str();
    match (choice, target) {
        (Some(c), _) => {
            let hold = matches!(c.by, Some(Deed::Hold(..) | Deed::HoldDoor(..)));
            tr_with(lang, if hold { "prompt-hold" } else { "prompt-use" }, &[("key", key), ("what", c.text.get(lang))])
        }
        (None, Target::Door(d)) => {
            let what = tr(lang, if run.open_doors().contains(&d) { "door-close" } else { "door-open" });
            tr_with(lang, "prompt-use", &[("key", key), ("what", &what)])
        }
        (None, Target::Prop(_)) => String::new(),
    }
}

/// Where a marker goes: at its thing, or at the edge of the view when that is behind or beside.
fn marker(at: Vec3, words: &str, camera: &Camera, eye: &GlobalTransform, size: Vec2) -> (String, [f32; 2], f32, bool) {
    let far = eye.translation().distance(at);
    let local = eye.affine().inverse().transform_point3(at);
    let seen = camera
        .world_to_viewport(eye, at)
        .ok()
        .filter(|p| local.z < 0.0 && p.x > size.x * 0.05 && p.x < size.x * 0.95 && p.y > size.y * 0.1 && p.y < size.y * 0.86);
    let (spot, is_there) = match seen {
        Some(p) => (p, true),
        None => {
            // Towards the side it is on.
            let side = Vec2::new(local.x, -local.y).normalize_or(Vec2::X);
            let half = size * 0.5;
            let x = if local.z > 0.0 { side.x.signum() } else { (local.x / (-local.z).max(0.1)).clamp(-1.0, 1.0) };
            (half + Vec2::new(x * half.x * 0.9, (side.y * 0.3).clamp(-0.5, 0.5) * half.y), false)
        }
    };
    (words.to_owned(), spot.to_array(), far, is_there)
}
