//! From one act to the next without a jump: a change is eased from the pose it began with; after that the pose is exact, so that no
//! foot slides.

use super::{Act, Pose, Skeleton, blend, planted, pose};

/// Seconds from one act to the next.
const EASE: f32 = 0.3;

/// The pose of somebody now, and what it is eased from.
#[derive(Debug, Clone)]
pub struct Eased {
    pose: Pose,
    from: Pose,
    last: Act,
    eased: f32,
}

impl Default for Eased {
    fn default() -> Self {
        Self { pose: Pose::rest(), from: Pose::rest(), last: Act::Stand, eased: 1.0 }
    }
}

impl Eased {
    /// The pose of an act at time `t`, `dt` seconds after the last.
    pub fn towards(&mut self, act: Act, skeleton: &Skeleton, (t, dt): (f32, f32), seed: u32) -> &Pose {
        let wanted = planted(skeleton, &pose(act, t, seed));
        if std::mem::discriminant(&act) != std::mem::discriminant(&self.last) {
            self.last = act;
            self.eased = 0.0;
            self.from = self.pose.clone();
        }
        self.eased = (self.eased + dt / EASE).min(1.0);
        self.pose = if self.eased < 1.0 { planted(skeleton, &blend(&self.from, &wanted, self.eased)) } else { wanted };
        &self.pose
    }
}
