//! Where the student is, how they stand and what is in front of them. Scored, so the window has no say in it.

use super::action::{Posture, TURN};
use crate::place::{DoorId, PropId, Walk};

/// The student's body.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// x, y, z of the feet, m.
    pub at: [f64; 3],
    /// Facing, 1/4096 of a turn.
    pub yaw: u16,
    /// How they stand.
    pub posture: Posture,
    /// Wish to walk, forward and right.
    pub wish: (i8, i8),
    /// Whether the use key is down.
    pub using: bool,
    /// Metres walked.
    pub walked: f64,
}

/// Something that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A door.
    Door(DoorId),
    /// A prop.
    Prop(PropId),
}

/// How far an arm and a step reach, m.
pub const REACH: f64 = 1.8;
/// Radius in plan, m.
pub const RADIUS: f64 = 0.2;

impl Body {
    /// A body standing at a spot.
    pub fn at(at: [f64; 3], face: f64) -> Self {
        Self { at, yaw: super::yaw_to_units(face), posture: Posture::Stand, wish: (0, 0), using: false, walked: 0.0 }
    }

    /// Facing in radians; 0 = south (+z), growing to the east (+x).
    pub fn radians(&self) -> f64 {
        f64::from(self.yaw) / f64::from(TURN) * std::f64::consts::TAU
    }

    /// Unit vector of the facing in plan.
    pub fn forward(&self) -> (f64, f64) {
        (libm::sin(self.radians()), libm::cos(self.radians()))
    }

    /// Walks for one tick at `speed` m/s. True when the body wished to move.
    pub fn walk(&mut self, walk: &Walk<'_>, speed: f64) -> bool {
        if self.wish == (0, 0) {
            return false;
        }
        let (fx, fz) = self.forward();
        // Seen from above with z to the south, right of south is west.
        let (rx, rz) = (-fz, fx);
        let (f, r) = (f64::from(self.wish.0) / 127.0, f64::from(self.wish.1) / 127.0);
        let length = libm::hypot(f, r).max(1.0);
        let step = speed / f64::from(crate::scenario::TICKS_PER_SECOND) / length;
        let (dx, dz) = ((fx * f + rx * r) * step, (fz * f + rz * r) * step);
        let before = self.at;
        self.at = walk.slide(self.at, dx, dz, RADIUS, self.posture.head() + 0.1);
        self.walked += libm::hypot(self.at[0] - before[0], self.at[2] - before[2]);
        true
    }

    /// The nearest thing in front within reach: within 40° of the facing, or right at the feet, and not behind a wall.
    pub fn target(&self, walk: &Walk<'_>, wanted: impl Fn(Target) -> bool) -> Option<Target> {
        let (place, hidden) = (walk.place, walk.hidden);
        let doors = place
            .doors
            .iter()
            .enumerate()
            .filter(|(_, d)| d.leaf.is_some())
            .map(|(n, d)| (Target::Door(DoorId(n as u16)), (d.at.0, d.base + 1.0, d.at.1), d.width / 2.0));
        let props = place.props.iter().enumerate().filter(|(n, p)| p.id.is_some() && !hidden.contains(&PropId(*n as u16))).map(|(n, p)| {
            let size = p.kind.size;
            let half = size[0].min(size[2]) / 2.0;
            (Target::Prop(PropId(n as u16)), (p.at[0], p.at[1] + size[1] / 2.0, p.at[2]), half)
        });
        let (fx, fz) = self.forward();
        doors
            .chain(props)
            .filter(|(t, ..)| wanted(*t))
            .filter_map(|(t, (x, y, z), half)| {
                let (dx, dz) = (x - self.at[0], z - self.at[2]);
                let far = libm::hypot(dx, dz);
                let gap = (far - half).max(0.0);
                let is_level = y > self.at[1] - 0.5 && y < self.at[1] + 2.8;
                let ahead = if far < 1e-6 { 1.0 } else { (dx * fx + dz * fz) / far };
                let is_near = is_level && gap <= REACH && (ahead > 0.76 || far < 0.5);
                let is_open = is_near && (matches!(t, Target::Door(_)) || self.can_reach(walk, (x, z), gap));
                is_open.then_some((t, gap + (1.0 - ahead) * 2.0))
            })
            .min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))
            .map(|(t, _)| t)
    }

    /// Whether no wall and no closed door stands between a hand at breast height and a thing `gap` metres away.
    fn can_reach(&self, walk: &Walk<'_>, to: (f64, f64), gap: f64) -> bool {
        const STEP: f64 = 0.05;
        /// What hangs on a wall or stands against one is reached although its middle is almost in it.
        const SLACK: f64 = 0.15;
        let (dx, dz) = (to.0 - self.at[0], to.1 - self.at[2]);
        let far = libm::hypot(dx, dz).max(1e-6);
        let hand = self.at[1] + self.posture.head() * 0.7;
        let steps = ((gap - SLACK) / STEP).max(0.0) as u32;
        let walls = || walk.solids.iter().filter(|s| s.prop.is_none() && s.y.0 < hand && s.y.1 > hand && walk.is_there(s));
        (0..steps).all(|n| {
            let d = f64::from(n) * STEP / far;
            let (x, z) = (self.at[0] + dx * d, self.at[2] + dz * d);
            walls().all(|s| s.push_out(x, z, 0.0).is_none())
        })
    }
}
