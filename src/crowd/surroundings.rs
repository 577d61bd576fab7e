//! What the crowd asks of the world: the air, the doors, the alarm, and where the student is. Ends where those are worked out.

use super::plan::Floorplan;

/// What an opening is like at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// Free to walk through.
    Open,
    /// A leaf that is closed but not locked: whoever comes opens it.
    Shut,
    /// Locked, jammed or held: nobody gets through.
    Blocked,
}

/// The world as people meet it. Areas and openings are indices into the plan; heights are above the local floor.
pub trait Surroundings {
    /// How far one sees in an area, m, with the eyes at `height` m.
    fn visibility(&self, area: usize, height: f64) -> f64;
    /// Rate at which the toxic dose grows, 1/s, with the nose at `height` m.
    fn fed_rate(&self, area: usize, height: f64) -> f64;
    /// What an opening is like.
    fn passage(&self, opening: usize) -> Passage;
    /// Whether the alarm is heard in an area.
    fn alarm(&self, area: usize) -> bool;
    /// Part of the free speed `free` (m/s) left by the smoke.
    ///
    /// Fridolf et al. 2019, the design law: `v = min(v0, max(0.2, v0 - 0.34 (3 - x)))`, x = visibility in m.
    fn walking_factor(&self, area: usize, height: f64, free: f64) -> f64 {
        let seen = self.visibility(area, height);
        (free - 0.34 * (3.0 - seen)).max(0.2).min(free) / free
    }
}

/// A building in which the alarm sounds and nothing else is wrong.
#[derive(Debug, Clone)]
pub struct Calm {
    /// Whether the alarm sounds.
    pub alarm: bool,
    /// Every opening of the plan.
    pub passages: Vec<Passage>,
}

impl Calm {
    /// As the plan says, the alarm sounding.
    pub fn of(plan: &Floorplan) -> Self {
        Self { alarm: true, passages: plan.openings.iter().map(|o| if o.open { Passage::Open } else { Passage::Shut }).collect() }
    }
}

impl Surroundings for Calm {
    fn visibility(&self, _: usize, _: f64) -> f64 {
        30.0
    }
    fn fed_rate(&self, _: usize, _: f64) -> f64 {
        0.0
    }
    fn passage(&self, opening: usize) -> Passage {
        self.passages.get(opening).copied().unwrap_or(Passage::Blocked)
    }
    fn alarm(&self, _: usize) -> bool {
        self.alarm
    }
}

/// The student among the others: moved from outside, never pushed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentBody {
    /// x, y, z of the feet, m.
    pub at: [f64; 3],
    /// Radius in plan, m.
    pub radius: f64,
    /// Whether they call to the others at this moment.
    pub calls: bool,
}

/// The air of an area as a person meets it, read once a step.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Air {
    /// Visibility upright and stooping, m.
    pub seen: [f64; 2],
    /// Dose a second upright and stooping.
    pub fed: [f64; 2],
}

/// Height of the head, upright and stooping, m.
pub(super) const HEADS: [f64; 2] = [1.6, 1.1];
/// Where one sees less far than this, people turn back, m.
pub(super) const TURN_BACK: f64 = 3.0;

impl Air {
    pub fn of(world: &impl Surroundings, area: usize) -> Self {
        let sane = |v: f64, else_: f64| if v.is_finite() { v.max(0.0) } else { else_ };
        Self {
            seen: HEADS.map(|h| sane(world.visibility(area, h), 30.0)),
            // A rate of one dose a second is beyond any fire: bounding it keeps sums finite.
            fed: HEADS.map(|h| sane(world.fed_rate(area, h), 0.0).min(1.0)),
        }
    }
    /// People stoop under a layer when they see at least twice as far there and not far above.
    pub fn stoops(&self) -> bool {
        self.seen[0] < 5.0 && self.seen[1] > 2.0 * self.seen[0]
    }
    /// Visibility at the height people then hold their heads.
    pub fn sight(&self) -> f64 {
        self.seen[usize::from(self.stoops())]
    }
}
