//! Where the eyes are drawn: to whoever speaks, and to somebody who lies on the ground, as a person would look by themselves.
//!
//! Only the view turns; the run learns of it as of any turn of the head. A student who looks elsewhere is left alone, and so is
//! one who has asked for little motion.

use bevy::input::gamepad::Gamepad;
use bevy::input::mouse::MouseMotion;
use bevy::prelude::*;

use super::ViewSystems;
use super::camera::Eyes;
use super::draw::Shows;
use super::input::Hands;
use super::ui::{Overlay, ScreenModel};
use super::visit::Visit;
use super::world::Present;
use crate::run::{Event, Phase, Run};
use crate::scenario::{ActorId, Channel, NodeKind, Speaker};
use crate::sim::{ActiveRun, Happened};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Attention>().add_systems(Update, (notice, turn, lift).chain().in_set(ViewSystems::Camera));
}

/// Who is being looked at, and for how much longer the head follows them.
#[derive(Debug, Default, Resource)]
struct Attention {
    who: Option<ActorId>,
    left: f32,
    /// How far down the head may go for them, radians.
    low: f32,
    /// Who spoke last in the place, and how long ago.
    spoke: Option<(ActorId, f32)>,
    /// How far the head was tilted by this, radians: taken back when the student walks on.
    tilt: f32,
    /// There is something to be done in the place now: the head comes up again.
    released: bool,
}

/// People farther away than this are not turned to, metres.
const NEAR: f32 = 9.0;
/// Somebody on the ground is turned to from as far as this, metres.
const FALLEN: f32 = 4.5;
/// What is no farther from the middle of the view than this is seen anyway, radians.
const SEEN: f32 = 0.3;
/// How long a turn may take, seconds.
const TURN: f32 = 1.4;
/// How long somebody who spoke is still who a decision is about, seconds.
const RECENT: f32 = 25.0;
/// How far the head goes down for somebody who speaks: their desk is not what matters.
const LOW: f32 = -0.2;
/// And for somebody whom a question is about, or who lies on the ground.
const LOWEST: f32 = -0.65;
/// Where the head is held when nothing is looked at, radians.
const LEVEL: f32 = -0.03;
/// Below this much motion in the settings the view never turns by itself.
const LITTLE: f32 = 0.3;
/// How far the view is lowered so that a list of choices does not cover faces, radians.
const LIFT: f32 = -0.14;

fn speaker(run: &Run) -> Option<ActorId> {
    let Phase::Story { node, line } = run.phase() else { return None };
    let NodeKind::Story { channel, lines, .. } = &run.scenario().node(*node).kind else { return None };
    match (lines.get(*line)?.by, channel) {
        (Speaker::Actor(a), Channel::Speech(_) | Channel::Narration) => Some(a),
        (Speaker::Own, Channel::Speech(a)) => Some(*a),
        _ => None,
    }
}

fn notice(
    mut attention: ResMut<Attention>,
    mut happened: MessageReader<Happened>,
    active: Res<ActiveRun>,
    people: Res<Present>,
    time: Res<Time>,
) {
    attention.left -= time.delta_secs();
    if let Some((_, age)) = &mut attention.spoke {
        *age += time.delta_secs();
    }
    let Some(run) = active.run() else {
        *attention = Attention::default();
        happened.clear();
        return;
    };
    let me = here(run);
    let (mut look, mut low) = (None, LOW);
    for Happened(event) in happened.read() {
        match event {
            Event::Moved => attention.tilt = 0.0,
            Event::Began => *attention = Attention::default(),
            Event::Line { .. } => {
                if let Some(who) = speaker(run).filter(|w| people.head(*w).is_some_and(|at| near(me, at, NEAR))) {
                    attention.spoke = Some((who, 0.0));
                    look = Some(who);
                }
            }
            Event::Entered(node) => {
                let NodeKind::Decide(d) = &run.scenario().node(*node).kind else { continue };
                attention.released = !d.listed;
                let fallen = people.fallen().find(|(_, at)| near(me, *at, FALLEN)).map(|(who, _)| who);
                // Whoever the question names, else who spoke last, else who lies on the ground.
                let named = run.scenario().cast.iter().position(|a| d.ask.zh.contains(a.name.zh.as_str())).map(|n| ActorId(n as u16));
                let named = named.filter(|_| d.listed && d.phone.is_none());
                let spoke = attention.spoke.filter(|(_, age)| *age < RECENT && d.listed && d.phone.is_none()).map(|(who, _)| who);
                let seen = |who: &ActorId| people.head(*who).is_some_and(|at| near(me, at, NEAR));
                let about = named.filter(seen);
                low = if about.is_some() || (spoke.filter(seen).is_none() && fallen.is_some()) { LOWEST } else { low };
                look = about.or(spoke.filter(seen)).or(fallen).or(look);
            }
            _ => {}
        }
    }
    if look.is_some() {
        attention.who = look;
        attention.left = TURN;
        attention.low = low;
        attention.released = false;
    }
}

fn here(run: &Run) -> Vec3 {
    let [x, y, z] = run.body().at;
    Vec3::new(x as f32, y as f32 + run.body().posture.head() as f32, z as f32)
}

fn near(me: Vec3, at: Vec3, reach: f32) -> bool {
    (at - me).with_y(0.0).length() < reach && (at.y - me.y).abs() < 1.8
}

fn turn(
    mut attention: ResMut<Attention>,
    mut eyes: ResMut<Eyes>,
    mut moved: MessageReader<MouseMotion>,
    keys: Res<ButtonInput<KeyCode>>,
    pads: Query<&Gamepad>,
    (visit, hands): (Res<Visit>, Res<Hands>),
    active: Res<ActiveRun>,
    people: Res<Present>,
    time: Res<Time>,
) {
    let own = moved.read().map(|m| m.delta.length()).sum::<f32>() > 2.0
        || keys.any_pressed([KeyCode::ArrowLeft, KeyCode::ArrowRight, KeyCode::PageUp, KeyCode::PageDown])
        || (!hands.steered && active.run().is_some_and(|r| r.body().wish != (0, 0)))
        || pads.iter().any(|p| p.right_stick().length() > 0.3 || p.left_stick().length() > 0.3);
    if own || eyes.motion < LITTLE || visit.overlay != Overlay::None {
        attention.left = 0.0;
    }
    let part = 1.0 - (-time.delta_secs() * 4.5).exp();
    if attention.released || active.run().is_some_and(|r| r.body().wish != (0, 0)) {
        // Back to level, for as long as a turn of ours has tilted the head; a student's own tilt stays.
        if attention.tilt.abs() > 0.02 {
            eyes.pitch += (LEVEL - eyes.pitch) * part;
            attention.tilt *= 1.0 - part;
        }
    }
    let (Some(run), Some(who), true) = (active.run(), attention.who, attention.left > 0.0) else { return };
    let Some(at) = people.head(who) else { return };
    let way = at - here(run);
    let flat = way.with_y(0.0).length();
    if flat < 0.2 {
        return;
    }
    let off = wrapped(way.x.atan2(way.z) - eyes.yaw);
    let up = way.y.atan2(flat).clamp(attention.low, 0.25) - eyes.pitch;
    // What is in view needs no turning, unless a turn is under way.
    if off.abs() < SEEN && up.abs() < SEEN && attention.left > TURN - 0.1 {
        attention.left = 0.0;
        return;
    }
    eyes.yaw += off * part;
    eyes.pitch += up * part;
    attention.tilt += up * part;
}

/// An angle between -π and π.
fn wrapped(angle: f32) -> f32 {
    let turn = std::f32::consts::TAU;
    (angle + turn / 2.0).rem_euclid(turn) - turn / 2.0
}

/// Lowers the view under a list of choices, so that who stands in front stays to be seen above it.
fn lift(mut eyes: ResMut<Eyes>, shows: Res<Shows>, time: Res<Time>) {
    let is_listed = matches!(&shows.0, ScreenModel::Play(p) if !p.choices.is_empty() && p.card.is_none());
    let wanted = if is_listed { LIFT } else { 0.0 };
    let part = 1.0 - (-time.delta_secs() * 5.0).exp();
    eyes.lift += (wanted - eyes.lift) * part;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_takes_the_short_way_round() {
        let degrees = |d: f32| wrapped(d.to_radians()).to_degrees().round();
        assert_eq!((degrees(350.0), degrees(-350.0), degrees(170.0), degrees(190.0)), (-10.0, 10.0, 170.0, -170.0));
    }
}
