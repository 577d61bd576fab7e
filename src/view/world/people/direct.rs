//! Moves the cast: where the cues say, on the ways that a student could walk. Ends at how they hold themselves.

use bevy::prelude::*;

use super::{Person, spot};
use crate::place::{AnchorId, route};
use crate::run::{Event, Run};
use crate::scenario::{Act as CueAct, Actor, ActorId, Cue, Gaze};
use crate::sim::{ActiveRun, Staged};
use crate::view::world::stage::Stage;

pub(super) fn direct(
    mut staged: MessageReader<Staged>,
    stage: Res<Stage>,
    active: Res<ActiveRun>,
    mut people: Query<(&mut Person, &mut Transform, &mut Visibility)>,
) {
    for told in staged.read() {
        if *told == Staged::Anew {
            for (mut person, mut transform, mut seen) in &mut people {
                if let Some(actor) = active.seen().map(|r| &r.scenario().cast[person.who.index()]) {
                    enter(&stage, actor, &mut person, &mut transform, &mut seen);
                }
            }
        }
        let Staged::Event(Event::Cue(cue), ago) = told else { continue };
        let who = match cue {
            Cue::Move { who, .. } | Cue::Put { who, .. } | Cue::Vanish(who) | Cue::Act(who, _) | Cue::Mood(who, _) | Cue::Face(who, _) => {
                *who
            }
            _ => continue,
        };
        let Some((mut person, mut transform, mut seen)) = people.iter_mut().find(|(p, ..)| p.who == who) else { continue };
        follow(cue, &stage, active.seen(), &mut person, &mut transform, &mut seen);
        person.since += *ago;
        stride(&mut person, &mut transform, *ago);
    }
}

/// Somebody is where and as the drill begins with them.
fn enter(stage: &Stage, actor: &Actor, person: &mut Person, transform: &mut Transform, seen: &mut Visibility) {
    let (at, face) = spot(stage, actor);
    *transform = Transform::from_translation(at).with_rotation(Quat::from_rotation_y(face));
    (person.act, person.mood, person.since) = (actor.act, actor.mood, 0.0);
    (person.face, person.gaze, person.present) = (face, None, actor.at.is_some());
    person.path.clear();
    *seen = if person.present { Visibility::Inherited } else { Visibility::Hidden };
}

/// So many seconds of their way; which way they went last.
fn stride(person: &mut Person, transform: &mut Transform, seconds: f32) -> Option<Vec3> {
    let mut left = person.speed * seconds;
    let mut heading = None;
    while let (Some(next), true) = (person.path.first().copied(), left > 0.0) {
        let way = next - transform.translation;
        let flat = way.with_y(0.0).length();
        if flat <= left {
            transform.translation = next;
            left -= flat;
            person.path.remove(0);
            continue;
        }
        let step = way.with_y(0.0).normalize_or_zero() * left;
        transform.translation += step.with_y(way.y * (left / flat).min(1.0));
        heading = Some(way);
        left = 0.0;
    }
    heading
}

fn follow(cue: &Cue, stage: &Stage, run: Option<&Run>, person: &mut Person, transform: &mut Transform, seen: &mut Visibility) {
    match cue {
        Cue::Vanish(_) => {
            person.present = false;
            *seen = Visibility::Hidden;
        }
        Cue::Act(_, act) => {
            person.act = *act;
            person.since = 0.0;
        }
        Cue::Mood(_, mood) => person.mood = *mood,
        Cue::Face(_, gaze) => person.gaze = Some(*gaze),
        Cue::Put { to, .. } => place_at(stage, *to, person, transform, seen),
        Cue::Move { to, run: fast, .. } => {
            if !person.present {
                place_at(stage, *to, person, transform, seen);
                return;
            }
            let anchor = &stage.place.anchors[to.index()];
            let from = [f64::from(transform.translation.x), f64::from(transform.translation.y), f64::from(transform.translation.z)];
            let way = run.and_then(|r| route(&r.walk(), from, anchor.at, 0.25, true));
            let mut path: Vec<Vec3> =
                way.unwrap_or_default().into_iter().map(|p| Vec3::new(p[0] as f32, p[1] as f32, p[2] as f32)).collect();
            path.push(Vec3::new(anchor.at[0] as f32, anchor.at[1] as f32, anchor.at[2] as f32));
            person.path = path;
            person.speed = if *fast { 3.0 } else { 1.35 };
            person.face = (anchor.face as f32).to_radians();
            person.gaze = None;
            if matches!(person.act, CueAct::LieDown | CueAct::Sit | CueAct::SitTalk) {
                person.act = CueAct::Stand;
            }
        }
        _ => {}
    }
}

fn place_at(stage: &Stage, to: AnchorId, person: &mut Person, transform: &mut Transform, seen: &mut Visibility) {
    let anchor = &stage.place.anchors[to.index()];
    transform.translation = Vec3::new(anchor.at[0] as f32, anchor.at[1] as f32, anchor.at[2] as f32);
    person.face = (anchor.face as f32).to_radians();
    transform.rotation = Quat::from_rotation_y(person.face);
    person.path.clear();
    person.present = true;
    *seen = Visibility::Inherited;
}

fn turn_towards(transform: &mut Transform, angle: f32, dt: f32) {
    let wanted = Quat::from_rotation_y(angle);
    transform.rotation = transform.rotation.slerp(wanted, (dt * 6.0).min(1.0));
}

pub(super) fn walk(time: Res<Time>, stage: Res<Stage>, active: Res<ActiveRun>, mut people: Query<(&mut Person, &mut Transform)>) {
    let dt = time.delta_secs();
    let spots: Vec<(ActorId, Vec3)> = people.iter().map(|(p, t)| (p.who, t.translation)).collect();
    for (mut person, mut transform) in &mut people {
        person.since += dt;
        if let Some(way) = stride(&mut person, &mut transform, dt) {
            turn_towards(&mut transform, way.x.atan2(way.z), dt * 1.5);
        }
        if !person.path.is_empty() {
            continue;
        }
        let target = match person.gaze {
            Some(Gaze::Me) => active.seen().map(|r| Vec3::new(r.body().at[0] as f32, 0.0, r.body().at[2] as f32)),
            Some(Gaze::Actor(a)) => spots.iter().find(|(w, _)| *w == a).map(|(_, p)| *p),
            Some(Gaze::Anchor(a)) => {
                let at = stage.place.anchors[a.index()].at;
                Some(Vec3::new(at[0] as f32, 0.0, at[2] as f32))
            }
            None => None,
        };
        let is_free = !matches!(
            person.act,
            CueAct::LieDown | CueAct::Sit | CueAct::SitTalk | CueAct::Recovery | CueAct::Collapse | CueAct::UnderDesk
        );
        let angle = target.filter(|_| is_free).map_or(person.face, |t| {
            let way = t - transform.translation;
            way.x.atan2(way.z)
        });
        turn_towards(&mut transform, angle, dt);
    }
}
