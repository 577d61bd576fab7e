//! How the cast hold themselves: what they do as a pose, who speaks, whom they look at. Ends at the joints of `view/people`.

use bevy::prelude::*;

use super::{Bone, FacePiece, Person, Present};
use crate::run::{Phase, Run};
use crate::scenario::{Act as CueAct, ActorId, Channel, NodeKind, Speaker};
use crate::sim::ActiveRun;
use crate::view::people::{self, Act, Expression, Joint};

/// Who speaks at the moment.
fn speaker(run: &Run) -> Option<ActorId> {
    let Phase::Story { node, line } = run.phase() else { return None };
    let NodeKind::Story { channel, lines, .. } = &run.scenario().node(*node).kind else { return None };
    match (lines.get(*line)?.by, channel.clone()) {
        (Speaker::Actor(a), _) | (Speaker::Own, Channel::Speech(a)) => Some(a),
        _ => None,
    }
}

fn act_of(person: &Person, talks: bool, listens: bool) -> Act {
    if !person.path.is_empty() {
        return match person.act {
            CueAct::Crouch => Act::CrouchWalk,
            CueAct::Crawl => Act::Crawl,
            _ if person.speed > 2.0 => Act::Run { speed: person.speed },
            _ => Act::Walk { speed: person.speed },
        };
    }
    match person.act {
        CueAct::Stand | CueAct::Walk | CueAct::Run if talks => Act::Talk,
        CueAct::Stand | CueAct::Walk | CueAct::Run if listens => Act::Listen,
        CueAct::Stand | CueAct::Walk | CueAct::Run => Act::Stand,
        CueAct::Sit if talks => Act::SitTalk,
        CueAct::Talk => Act::Talk,
        CueAct::Listen => Act::Listen,
        CueAct::Crouch => Act::Crouch,
        CueAct::Crawl => Act::Crawl,
        CueAct::Cower => Act::Cower,
        CueAct::UnderDesk => Act::UnderDesk,
        CueAct::Sit => Act::Sit,
        CueAct::SitTalk => Act::SitTalk,
        CueAct::LieDown => Act::LieDown,
        CueAct::Collapse => Act::Collapse { since: person.since },
        CueAct::Recovery => Act::Recovery,
        CueAct::Wave => Act::Wave,
        CueAct::Cough => Act::Cough,
        CueAct::Phone => Act::Phone,
        CueAct::Point => Act::Point,
        CueAct::Help => Act::Help,
        CueAct::HoldOut => Act::HoldOut,
        CueAct::Refuse => Act::Refuse,
        CueAct::CoverHead => Act::CoverHead,
        CueAct::Stagger => Act::Stagger,
    }
}

pub(super) fn animate(
    time: Res<Time>,
    active: Res<ActiveRun>,
    camera: Query<&GlobalTransform, With<Camera3d>>,
    mut people: Query<(&mut Person, &Transform, &Visibility, &Children)>,
    mut present: ResMut<Present>,
    mut bones: Query<(&Bone, &mut Transform), (Without<Person>, Without<FacePiece>)>,
    mut faces: Query<(&FacePiece, &mut Transform), (Without<Person>, Without<Bone>)>,
) {
    let t = time.elapsed_secs();
    let eye = camera.iter().next().map_or(Vec3::ZERO, GlobalTransform::translation);
    let talking = active.seen().and_then(speaker);
    present.0.clear();
    for (mut person, transform, seen, children) in &mut people {
        let away = transform.translation.distance(eye);
        if *seen == Visibility::Hidden || away > 45.0 {
            continue;
        }
        let talks = talking == Some(person.who);
        let act = act_of(&person, talks, talking.is_some());
        let person = &mut *person;
        let joints =
            people::joints_world(&person.skeleton, person.eased.towards(act, &person.skeleton, (t, time.delta_secs()), person.seed));
        let face: Expression = people::expression(person.mood, talks, t, person.seed);
        let head = joints[Joint::Head.index()];
        let is_down = matches!(person.act, CueAct::Collapse | CueAct::Recovery) && person.path.is_empty();
        present.0.push((person.who, transform.transform_point(head.transform_point3(Vec3::ZERO)), is_down));
        let local = transform.rotation.inverse() * (eye - transform.translation);
        let look = Vec2::new((local.x.atan2(local.z)).clamp(-0.5, 0.5), 0.0);
        let gaze = if away < 5.0 && local.z > 0.0 { look } else { Vec2::ZERO };
        for child in children {
            if let Ok((bone, mut part)) = bones.get_mut(*child) {
                *part = Transform::from_matrix(joints[bone.0.index()]);
            } else if let Ok((piece, mut part)) = faces.get_mut(*child) {
                *part = Transform::from_matrix(head * people::feature_place(piece.feature, piece.at, &face, gaze));
            }
        }
    }
}
