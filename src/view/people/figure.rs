//! The seventeen joints of a person and how far apart they are.
//!
//! Six heads tall, soles on y = 0, facing +Z with the left hand at +X. How joints are turned is `pose`'s business.

use bevy::math::Vec3;

/// A place where a body bends. Parents come before their children, so one pass in this order moves a whole person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Joint {
    /// The middle of the pelvis; everything hangs on it.
    Hips,
    /// The waist.
    Spine,
    /// Where the ribs begin; shoulders hang on it.
    Chest,
    /// Root of the neck.
    Neck,
    /// Where the skull sits on the neck, at the height of the jaw.
    Head,
    /// Left shoulder.
    UpperArmL,
    /// Left elbow.
    ForearmL,
    /// Left wrist.
    HandL,
    /// Right shoulder.
    UpperArmR,
    /// Right elbow.
    ForearmR,
    /// Right wrist.
    HandR,
    /// Left hip joint.
    ThighL,
    /// Left knee.
    ShinL,
    /// Left ankle.
    FootL,
    /// Right hip joint.
    ThighR,
    /// Right knee.
    ShinR,
    /// Right ankle.
    FootR,
}

impl Joint {
    /// Every joint, parents first.
    pub const ALL: [Self; 17] = [
        Self::Hips,
        Self::Spine,
        Self::Chest,
        Self::Neck,
        Self::Head,
        Self::UpperArmL,
        Self::ForearmL,
        Self::HandL,
        Self::UpperArmR,
        Self::ForearmR,
        Self::HandR,
        Self::ThighL,
        Self::ShinL,
        Self::FootL,
        Self::ThighR,
        Self::ShinR,
        Self::FootR,
    ];

    /// The joint this one hangs on; the hips hang on nothing.
    pub fn parent(self) -> Option<Self> {
        match self {
            Self::Hips => None,
            Self::Spine | Self::ThighL | Self::ThighR => Some(Self::Hips),
            Self::Chest => Some(Self::Spine),
            Self::Neck | Self::UpperArmL | Self::UpperArmR => Some(Self::Chest),
            Self::Head => Some(Self::Neck),
            Self::ForearmL => Some(Self::UpperArmL),
            Self::HandL => Some(Self::ForearmL),
            Self::ForearmR => Some(Self::UpperArmR),
            Self::HandR => Some(Self::ForearmR),
            Self::ShinL => Some(Self::ThighL),
            Self::FootL => Some(Self::ShinL),
            Self::ShinR => Some(Self::ThighR),
            Self::FootR => Some(Self::ShinR),
        }
    }

    /// Its place in [`Joint::ALL`] and in every array of seventeen.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// One half of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The person's own left, +X.
    Left,
    /// The person's own right, -X.
    Right,
}

impl Side {
    /// Left, then right.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// +1 for the left, -1 for the right: multiplies an x that is meant "outwards".
    pub fn sign(self) -> f32 {
        match self {
            Self::Left => 1.0,
            Self::Right => -1.0,
        }
    }

    /// Shoulder, elbow and wrist.
    pub fn arm(self) -> [Joint; 3] {
        match self {
            Self::Left => [Joint::UpperArmL, Joint::ForearmL, Joint::HandL],
            Self::Right => [Joint::UpperArmR, Joint::ForearmR, Joint::HandR],
        }
    }

    /// Hip, knee and ankle.
    pub fn leg(self) -> [Joint; 3] {
        match self {
            Self::Left => [Joint::ThighL, Joint::ShinL, Joint::FootL],
            Self::Right => [Joint::ThighR, Joint::ShinR, Joint::FootR],
        }
    }
}

/// The height, in metres, at which bodies are modelled and poses are worked out; other people are scaled from it.
pub const REFERENCE: f32 = 1.70;

/// Each joint's offset from its parent (the hips': from the ground), as a share of the height, facing +Z at rest.
fn share(joint: Joint) -> Vec3 {
    match joint {
        Joint::Hips => Vec3::new(0.0, 0.520, 0.0),
        Joint::Spine => Vec3::new(0.0, 0.055, 0.0),
        Joint::Chest => Vec3::new(0.0, 0.085, 0.0),
        Joint::Neck => Vec3::new(0.0, 0.145, -0.004),
        Joint::Head => Vec3::new(0.0, 0.050, 0.006),
        Joint::UpperArmL => Vec3::new(0.095, 0.112, -0.004),
        Joint::UpperArmR => Vec3::new(-0.095, 0.112, -0.004),
        Joint::ForearmL | Joint::ForearmR => Vec3::new(0.0, -0.155, 0.0),
        Joint::HandL | Joint::HandR => Vec3::new(0.0, -0.140, 0.0),
        Joint::ThighL => Vec3::new(0.052, -0.020, 0.0),
        Joint::ThighR => Vec3::new(-0.052, -0.020, 0.0),
        Joint::ShinL | Joint::ShinR => Vec3::new(0.0, -0.225, 0.0),
        Joint::FootL | Joint::FootR => Vec3::new(0.0, -0.230, 0.0),
    }
}

/// The bones of one person: where each joint sits on its parent, in metres.
#[derive(Debug, Clone, PartialEq)]
pub struct Skeleton {
    height: f32,
    rest: [Vec3; 17],
}

impl Skeleton {
    /// The skeleton of somebody `height` metres tall.
    pub fn new(height: f32) -> Self {
        Self { height, rest: Joint::ALL.map(|joint| share(joint) * height) }
    }

    /// How tall the person is, in metres.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// A joint's offset from its parent in metres (the hips': from the ground).
    pub fn rest(&self, joint: Joint) -> Vec3 {
        self.rest[joint.index()]
    }

    /// Where a joint is when the person stands straight with the arms hanging, in metres from the ground between the feet.
    pub fn standing(&self, joint: Joint) -> Vec3 {
        let own = self.rest(joint);
        joint.parent().map_or(own, |parent| self.standing(parent) + own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_come_before_their_children_and_indices_follow_the_list() {
        for (k, joint) in Joint::ALL.iter().enumerate() {
            assert_eq!(joint.index(), k);
            if let Some(parent) = joint.parent() {
                assert!(parent.index() < k);
            }
        }
    }

    #[test]
    fn soles_are_on_the_ground_and_the_left_is_at_plus_x() {
        for height in [1.55, 1.70, 1.85] {
            let skeleton = Skeleton::new(height);
            for side in Side::BOTH {
                let [_, _, foot] = side.leg();
                let [shoulder, _, _] = side.arm();
                let ankle = skeleton.standing(foot);
                assert!((ankle.y - 0.045 * height).abs() < 1e-4, "the sole is 4.5 % of the height below the ankle");
                assert!(ankle.x * side.sign() > 0.0 && skeleton.standing(shoulder).x * side.sign() > 0.0);
            }
        }
    }

    #[test]
    fn a_person_is_six_heads_tall_with_arms_that_reach_the_thighs() {
        let skeleton = Skeleton::new(1.80);
        let jaw = skeleton.standing(Joint::Head).y;
        assert!((1.80 - jaw) > 1.80 / 8.0 && (1.80 - jaw) < 1.80 / 5.5);
        let wrist = skeleton.standing(Joint::HandL).y;
        assert!(wrist > 0.40 * 1.80 && wrist < skeleton.standing(Joint::Hips).y);
    }
}
