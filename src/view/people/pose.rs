//! What a person is doing, and how that turns every joint at a moment.
//!
//! Pure: the same act, time and seed always give the same pose. Placing the person in the world, and easing from one
//! act to the next with [`blend`], is the caller's.

use bevy::math::{Quat, Vec3};

use super::figure::Joint;
use super::{gait, gestures, ground, seat};

/// The turns of all joints, each on its parent, and where the hips are.
#[derive(Debug, Clone, PartialEq)]
pub struct Pose {
    /// How far the hips are from their place at rest, in metres.
    pub root: Vec3,
    /// One turn per [`Joint`], by [`Joint::index`].
    pub turn: [Quat; 17],
    /// How far the lowest part is meant to be above the ground: only in the flight of a run.
    pub lift: f32,
}

impl Pose {
    /// Standing straight with hanging arms.
    pub fn rest() -> Self {
        Self { root: Vec3::ZERO, turn: [Quat::IDENTITY; 17], lift: 0.0 }
    }

    /// How one joint is turned on its parent.
    pub fn turn_of(&self, joint: Joint) -> Quat {
        self.turn[joint.index()]
    }
}

/// What a person is doing. The comment says what is special about where the person is placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Act {
    /// Stands, shifts weight, looks around.
    Stand,
    /// Stands and talks with the hands.
    Talk,
    /// Stands still towards whoever speaks, and nods.
    Listen,
    /// Walks at a speed in metres a second; the caller moves the person along +Z as fast.
    Walk {
        /// Metres a second.
        speed: f32,
    },
    /// Runs at a speed in metres a second.
    Run {
        /// Metres a second.
        speed: f32,
    },
    /// Low, one sleeve over mouth and nose.
    Crouch,
    /// The same while walking at [`gait::CROUCH_SPEED`].
    CrouchWalk,
    /// On hands and knees at [`gait::CRAWL_SPEED`].
    Crawl,
    /// Squats with both arms over the head, trembling.
    Cower,
    /// Kneels folded under a desk, one hand on its leg, the other over the neck; below 0.72 m.
    UnderDesk,
    /// On a chair whose seat is 0.45 m high, the hips over the origin.
    Sit,
    /// The same, talking with the hands.
    SitTalk,
    /// Asleep on the back, hips over the origin, head towards -Z; the caller adds the height of the bed.
    LieDown,
    /// Sinks down and ends on the left side, head towards +X.
    Collapse {
        /// Seconds since it began.
        since: f32,
    },
    /// Recovery position: on the left side, head towards +X, face towards +Z.
    Recovery,
    /// Waves one raised arm.
    Wave,
    /// Bent over, coughing into a fist.
    Cough,
    /// A phone at the right ear.
    Phone,
    /// Points ahead with the right arm.
    Point,
    /// Kneels beside somebody who lies half a metre ahead.
    Help,
    /// Holds something out with the right hand.
    HoldOut,
    /// Both palms up and a shake of the head: no, thank you.
    Refuse,
    /// Stands with both hands over the head.
    CoverHead,
    /// Unsteady on wide feet.
    Stagger,
    /// Stands with a box or a bundle before the chest.
    Carry,
}

/// How a person who does `act` looks at time `t`, in seconds; `phase_seed` keeps people out of step.
pub fn pose(act: Act, t: f32, phase_seed: u32) -> Pose {
    let t = t.max(0.0);
    match act {
        Act::Stand => gestures::stand(t, phase_seed),
        Act::Talk => gestures::talk(t, phase_seed),
        Act::Listen => gestures::listen(t, phase_seed),
        Act::Walk { speed } => gait::walk(speed, t, phase_seed),
        Act::Run { speed } => gait::run(speed, t, phase_seed),
        Act::Crouch => ground::crouch(t, phase_seed),
        Act::CrouchWalk => gait::crouch_walk(t, phase_seed),
        Act::Crawl => gait::crawl(t, phase_seed),
        Act::Cower => ground::cower(t, phase_seed),
        Act::UnderDesk => ground::under_desk(t, phase_seed),
        Act::Sit => seat::sit(t, phase_seed),
        Act::SitTalk => seat::sit_talk(t, phase_seed),
        Act::LieDown => seat::lie_down(t, phase_seed),
        Act::Collapse { since } => ground::collapse(since.max(0.0), phase_seed),
        Act::Recovery => ground::recovery(t, phase_seed),
        Act::Wave => gestures::wave(t, phase_seed),
        Act::Cough => gestures::cough(t, phase_seed),
        Act::Phone => gestures::phone(t, phase_seed),
        Act::Point => gestures::point(t, phase_seed),
        Act::Help => ground::help(t, phase_seed),
        Act::HoldOut => gestures::hold_out(t, phase_seed),
        Act::Refuse => gestures::refuse(t, phase_seed),
        Act::CoverHead => gestures::cover_head(t, phase_seed),
        Act::Stagger => gait::stagger(t, phase_seed),
        Act::Carry => gestures::carry(t, phase_seed),
    }
}

/// Between two poses: `w` = 0 is `a`, 1 is `b`.
pub fn blend(a: &Pose, b: &Pose, w: f32) -> Pose {
    let w = w.clamp(0.0, 1.0);
    Pose { root: a.root.lerp(b.root, w), turn: Joint::ALL.map(|joint| between(a, b, w, joint)), lift: a.lift + (b.lift - a.lift) * w }
}

/// The legs and hips of `lower` with as much of the upper body of `upper` as `w` says: phoning while walking,
/// covering the head while running.
pub fn over(lower: &Pose, upper: &Pose, w: f32) -> Pose {
    let w = w.clamp(0.0, 1.0);
    let mut out = lower.clone();
    for joint in Joint::ALL {
        if joint != Joint::Hips && joint < Joint::ThighL {
            out.turn[joint.index()] = between(lower, upper, w, joint);
        }
    }
    out
}

/// One joint's turn between two poses.
fn between(a: &Pose, b: &Pose, w: f32, joint: Joint) -> Quat {
    a.turn_of(joint).slerp(b.turn_of(joint), w).normalize()
}

#[cfg(test)]
mod tests {
    use super::super::figure::{REFERENCE, Side, Skeleton};
    use super::super::fk::{ground_clearance, joints_world, planted, sole};
    use super::*;

    fn every_act() -> Vec<Act> {
        vec![
            Act::Stand,
            Act::Talk,
            Act::Listen,
            Act::Walk { speed: 0.7 },
            Act::Walk { speed: 1.4 },
            Act::Run { speed: 2.6 },
            Act::Run { speed: 4.2 },
            Act::Crouch,
            Act::CrouchWalk,
            Act::Crawl,
            Act::Cower,
            Act::UnderDesk,
            Act::Sit,
            Act::SitTalk,
            Act::LieDown,
            Act::Collapse { since: 0.0 },
            Act::Collapse { since: 0.8 },
            Act::Collapse { since: 9.0 },
            Act::Recovery,
            Act::Wave,
            Act::Cough,
            Act::Phone,
            Act::Point,
            Act::Help,
            Act::HoldOut,
            Act::Refuse,
            Act::CoverHead,
            Act::Stagger,
            Act::Carry,
        ]
    }

    #[test]
    fn every_act_turns_every_joint_by_a_finite_unit_quaternion() {
        for act in every_act() {
            for k in 0..40 {
                let pose = pose(act, k as f32 * 0.37, k);
                assert!(pose.root.is_finite() && pose.lift.is_finite(), "{act:?} at {k}");
                for turn in pose.turn {
                    assert!(turn.is_finite() && turn.is_normalized(), "{act:?} at {k}: {turn}");
                }
            }
        }
    }

    #[test]
    fn nobody_of_any_height_is_more_than_three_centimetres_in_the_floor_once_planted() {
        for height in [1.58, 1.70, 1.82] {
            let skeleton = Skeleton::new(height);
            for act in every_act() {
                for k in 0..12 {
                    let pose = planted(&skeleton, &pose(act, k as f32 * 0.43, k));
                    let clearance = ground_clearance(&skeleton, &pose);
                    assert!(clearance > -0.03 && clearance < pose.lift + 0.01, "{act:?}, {height} m: {clearance}");
                    for side in Side::BOTH {
                        let low = sole(&skeleton, &pose, side).into_iter().fold(1.0, |low: f32, at| low.min(at.y));
                        assert!(low > -0.03, "{act:?}, {height} m: a foot is at {low}");
                    }
                }
            }
        }
    }

    /// How fast the lowest point of the feet moves backwards, on average over two seconds.
    fn support_speed(act: Act, height: f32) -> f32 {
        let skeleton = Skeleton::new(height);
        let points = |t: f32| {
            let pose = pose(act, t, 3);
            Side::BOTH.map(|side| sole(&skeleton, &pose, side))
        };
        let (mut sum, mut n) = (0.0, 0.0);
        let step = 0.004;
        for k in 0..500 {
            let t = k as f32 * step;
            let (now, then) = (points(t), points(t + step));
            let low = |at: &[[Vec3; 2]; 2]| {
                let mut best = (0, 0);
                for (i, foot) in at.iter().enumerate() {
                    for (j, point) in foot.iter().enumerate() {
                        if point.y < at[best.0][best.1].y {
                            best = (i, j);
                        }
                    }
                }
                best
            };
            let (i, j) = low(&now);
            if (i, j) == low(&then) {
                sum += (now[i][j].z - then[i][j].z) / step;
                n += 1.0;
            }
        }
        sum / n
    }

    #[test]
    fn the_foot_that_carries_a_walker_moves_backwards_as_fast_as_the_walker_goes() {
        for speed in [0.6, 1.0, 1.4, 1.8] {
            for height in [1.60, REFERENCE, 1.80] {
                let seen = support_speed(Act::Walk { speed }, height);
                assert!((seen / speed - 1.0).abs() < 0.15, "{speed} m/s at {height} m: the foot goes {seen}");
            }
        }
    }

    #[test]
    fn runners_leave_the_ground_and_walkers_do_not() {
        let highest = |act| (0..50).map(|k| pose(act, k as f32 * 0.03, 1).lift).fold(0.0, f32::max);
        assert!(highest(Act::Run { speed: 3.2 }) > 0.01);
        assert!(highest(Act::Walk { speed: 1.4 }) < 1e-6);
    }

    #[test]
    fn under_the_desk_there_is_room_for_the_head() {
        for height in [1.60, 1.70, 1.80] {
            let skeleton = Skeleton::new(height);
            let pose = planted(&skeleton, &pose(Act::UnderDesk, 1.0, 5));
            let head = joints_world(&skeleton, &pose)[Joint::Head.index()];
            let top = head.transform_point3(Vec3::Y * 0.062 * height).y + 0.075 * height;
            assert!(top < 0.74, "{height} m: the head is at {top}");
        }
    }

    #[test]
    fn a_blend_begins_at_one_pose_and_ends_at_the_other() {
        let (a, b) = (pose(Act::Sit, 1.0, 2), pose(Act::Wave, 1.0, 2));
        for (w, whole) in [(0.0, &a), (1.0, &b)] {
            let mixed = blend(&a, &b, w);
            assert!(mixed.root.distance(whole.root) < 1e-5);
            for joint in Joint::ALL {
                assert!(mixed.turn_of(joint).dot(whole.turn_of(joint)).abs() > 0.9999);
            }
        }
    }
}
