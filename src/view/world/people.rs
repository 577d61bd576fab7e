//! Puts the cast on stage and moves them: where the cues say, with the poses of `view/people`.

use bevy::mesh::MeshTag;
use bevy::prelude::*;

use super::material;
use super::stage::{Lit, OnStage, Stage};
use crate::place::route;
use crate::run::{Event, Phase, Run};
use crate::scenario::{Act as CueAct, Actor, ActorId, Channel, Cue, Gaze, Mood, NodeKind, Speaker};
use crate::sim::{ActiveRun, Staged};
use crate::view::ViewSystems;
use crate::view::people::{self, Act, Expression, Feature, Joint, Look, Skeleton};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Cast>().init_resource::<Present>();
    app.add_systems(Update, (spawn_cast, direct, walk, animate).chain().in_set(ViewSystems::Mirror).run_if(resource_exists::<Stage>));
}

/// Asks for the cast of a scenario, or for extras, to be put on stage.
#[derive(Debug, Default, Resource)]
pub struct Cast {
    /// To be spawned: person and where.
    pub wanted: Vec<(usize, Actor)>,
}

/// Who is on stage now: where their heads are, and who lies on the ground.
#[derive(Debug, Default, Resource)]
pub struct Present(Vec<(ActorId, Vec3, bool)>);

impl Present {
    /// Where somebody's head is.
    pub fn head(&self, who: ActorId) -> Option<Vec3> {
        self.0.iter().find(|(w, ..)| *w == who).map(|(_, at, _)| *at)
    }

    /// Who lies on the ground, and where their heads are.
    pub fn fallen(&self) -> impl Iterator<Item = (ActorId, Vec3)> {
        self.0.iter().filter(|(.., down)| *down).map(|(who, at, _)| (*who, *at))
    }
}

/// Someone on stage.
#[derive(Debug, Component)]
pub(super) struct Person {
    who: ActorId,
    skeleton: Skeleton,
    seed: u32,
    act: CueAct,
    mood: Mood,
    since: f32,
    path: Vec<Vec3>,
    speed: f32,
    face: f32,
    gaze: Option<Gaze>,
    eased: people::Eased,
    present: bool,
}

/// A part that follows a joint.
#[derive(Debug, Component)]
pub(super) struct Bone(pub(super) Joint);

/// A part of a face, in the frame of the head.
#[derive(Debug, Component)]
pub(super) struct FacePiece {
    feature: Feature,
    at: Vec3,
}

fn spawn_cast(
    mut cast: ResMut<Cast>,
    stage: Res<Stage>,
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    old: Query<Entity, With<Person>>,
) {
    if cast.wanted.is_empty() {
        return;
    }
    for entity in &old {
        commands.entity(entity).despawn();
    }
    for (n, actor) in std::mem::take(&mut cast.wanted) {
        let seed = n as u32 * 7 + actor.id.bytes().map(u32::from).sum::<u32>();
        let mut look = Look::named(&actor.look, seed);
        let in_bed = actor.act == CueAct::LieDown || actor.mood == Mood::Asleep;
        if in_bed && actor.look.starts_with("student") {
            look = look.at_night(seed);
        }
        let skeleton = Skeleton::new(look.height);
        let (at, face) = spot(&stage, &actor);
        let person = Person {
            who: ActorId(n as u16),
            skeleton,
            seed,
            act: actor.act,
            mood: actor.mood,
            since: 0.0,
            path: Vec::new(),
            speed: 0.0,
            face,
            gaze: None,
            eased: people::Eased::default(),
            present: actor.at.is_some(),
        };
        let transform = Transform::from_translation(at).with_rotation(Quat::from_rotation_y(face));
        let seen = if actor.at.is_some() { Visibility::Inherited } else { Visibility::Hidden };
        let root = commands.spawn((OnStage, person, Lit, transform, seen, Name::new(actor.id.clone()))).id();
        for (joint, buf) in Joint::ALL.into_iter().zip(people::parts(&look)) {
            if !buf.is_empty() {
                let mesh = meshes.add(material::mesh(&buf, 46.0, None));
                let part =
                    commands.spawn((Bone(joint), Mesh3d(mesh), MeshMaterial3d(stage.solid.clone()), MeshTag(0), Transform::default())).id();
                commands.entity(root).add_child(part);
            }
        }
        for piece in people::face_parts(&look) {
            let mesh = meshes.add(material::mesh(&piece.mesh, 46.0, None));
            let part = commands
                .spawn((
                    FacePiece { feature: piece.feature, at: piece.at },
                    Mesh3d(mesh),
                    MeshMaterial3d(stage.solid.clone()),
                    MeshTag(0),
                    Transform::default(),
                ))
                .id();
            commands.entity(root).add_child(part);
        }
    }
}

fn spot(stage: &Stage, actor: &Actor) -> (Vec3, f32) {
    let Some(anchor) = actor.at.map(|a| &stage.place.anchors[a.index()]) else { return (Vec3::new(0.0, -50.0, 0.0), 0.0) };
    let at = Vec3::new(anchor.at[0] as f32, anchor.at[1] as f32, anchor.at[2] as f32);
    (at, (actor.face.unwrap_or(anchor.face) as f32).to_radians())
}

fn direct(
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

fn place_at(stage: &Stage, to: crate::place::AnchorId, person: &mut Person, transform: &mut Transform, seen: &mut Visibility) {
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

fn walk(time: Res<Time>, stage: Res<Stage>, active: Res<ActiveRun>, mut people: Query<(&mut Person, &mut Transform)>) {
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

fn animate(
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
