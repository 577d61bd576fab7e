//! One classmate: what they are like, what they are doing, where. Ends where they decide and move.

use super::chance::Chance;
use super::check::PlanError;
use super::route::Belief;

/// How long someone takes to set off: log-normal, seconds. The shape is that of forty unannounced drills (Forssberg et al. 2019); the
/// numbers are the scenario's to choose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reaction {
    /// Half of the people take less, s.
    pub median: f64,
    /// Standard deviation of the logarithm.
    pub sigma: f64,
}

/// Someone as a scenario describes them.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonSpec {
    /// x, y, z of the feet, m.
    pub at: [f64; 3],
    /// Whether they are asleep at first.
    pub asleep: bool,
    /// From hearing the alarm awake to setting off.
    pub reaction: Reaction,
    /// From hearing the alarm asleep to being awake.
    pub waking: Reaction,
    /// How likely they are to do as the student calls, 0 to 1.
    pub follows: f64,
    /// How likely they are to wake roommates before they leave, 0 to 1.
    pub helps: f64,
}

impl PersonSpec {
    /// Someone awake with usual habits, at a spot.
    pub fn awake(at: [f64; 3]) -> Self {
        Self {
            at,
            asleep: false,
            reaction: Reaction { median: 25.0, sigma: 0.6 },
            waking: Reaction { median: 30.0, sigma: 0.7 },
            follows: 0.7,
            helps: 0.5,
        }
    }
    /// Someone asleep with usual habits, at a spot.
    pub fn asleep(at: [f64; 3]) -> Self {
        Self { asleep: true, ..Self::awake(at) }
    }

    pub(super) fn check(&self, n: usize) -> Result<(), PlanError> {
        let fine = |r: Reaction| r.median >= 0.0 && r.median < 1e5 && r.sigma >= 0.0 && r.sigma <= 3.0;
        if !self.at.iter().all(|v| v.abs() < 1e4) {
            return Err(PlanError::new(format!("people[{n}].at"), "give a finite position within 10 km"));
        }
        if !fine(self.reaction) || !fine(self.waking) {
            return Err(PlanError::new(format!("people[{n}].reaction"), "give a median of 0 to 100 000 s and a sigma of 0 to 3"));
        }
        if !(0.0..=1.0).contains(&self.follows) || !(0.0..=1.0).contains(&self.helps) {
            return Err(PlanError::new(format!("people[{n}].follows"), "give likelihoods between 0 and 1"));
        }
        Ok(())
    }
}

/// What someone is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Asleep.
    Sleeping,
    /// Awake, not on the way yet.
    Preparing,
    /// On the way.
    Walking,
    /// Waiting before an opening.
    Queueing,
    /// Going to wake a roommate.
    Helping,
    /// Knows no way out.
    Trapped,
    /// Lying where the smoke brought them down.
    Collapsed,
    /// Where people gather.
    Safe,
}

/// Where someone wants to be within their area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Aim {
    Stay,
    Spot([f64; 2]),
    Cross { opening: usize, lateral: f64 },
}

/// Someone in the building.
#[derive(Debug, Clone)]
pub struct Person {
    /// x, y, z of the feet, m.
    pub at: [f64; 3],
    /// The same a step ago, to draw in between.
    pub before: [f64; 3],
    /// In plan, m/s.
    pub velocity: [f64; 2],
    /// Unit vector of the facing in plan.
    pub facing: [f64; 2],
    /// What they are doing.
    pub state: State,
    /// The area they are in.
    pub area: usize,
    /// Toxic dose, 1 = down.
    pub dose: f64,
    /// Free speed on the level, m/s.
    pub v0: f64,
    /// Whether they walk bent under the smoke.
    pub stoops: bool,
    /// Seconds from the alarm (or from waking) to setting off, as drawn.
    pub delay: f64,
    /// Whether they do as the student calls.
    pub follows: bool,
    pub(super) helps: bool,
    pub(super) heard: bool,
    pub(super) waking: f64,
    pub(super) waited: f64,
    pub(super) aim: Aim,
    pub(super) way: Vec<[f64; 2]>,
    pub(super) crossing: Option<usize>,
    pub(super) granted: u32,
    pub(super) belief: Belief,
    pub(super) led: u32,
    pub(super) deaf: u32,
    pub(super) to_wake: Option<usize>,
    pub(super) stuck: u32,
    pub(super) stale: bool,
    pub(super) out: bool,
    pub(super) lost: bool,
}

/// Radius of a person in plan, m.
pub(super) const RADIUS: f64 = 0.25;

impl Person {
    pub(super) fn new(spec: &PersonSpec, area: usize, at: [f64; 3], outdoors: bool, chance: &mut Chance) -> Self {
        // The order of the draws is part of what a seed means.
        let v0 = chance.truncated(1.35, 0.25, 0.85, 1.85);
        let delay = chance.log_normal(spec.reaction.median, spec.reaction.sigma);
        let waking = chance.log_normal(spec.waking.median, spec.waking.sigma);
        let follows = chance.uniform() < spec.follows;
        let helps = chance.uniform() < spec.helps;
        Self {
            at,
            before: at,
            velocity: [0.0; 2],
            facing: [0.0, 1.0],
            state: if spec.asleep { State::Sleeping } else { State::Preparing },
            area,
            dose: 0.0,
            v0,
            stoops: false,
            delay,
            follows,
            helps,
            heard: false,
            waking,
            waited: 0.0,
            aim: Aim::Stay,
            way: Vec::new(),
            crossing: None,
            granted: 0,
            belief: Belief::default(),
            led: 0,
            deaf: 0,
            to_wake: None,
            stuck: 0,
            stale: true,
            out: outdoors,
            lost: false,
        }
    }

    /// Position in plan.
    pub(super) fn spot(&self) -> [f64; 2] {
        [self.at[0], self.at[2]]
    }

    /// Whether they are on their feet and going somewhere.
    pub fn is_moving(&self) -> bool {
        matches!(self.state, State::Walking | State::Queueing | State::Helping)
    }

    /// The opening they make for.
    pub fn heads_for(&self) -> Option<usize> {
        match self.aim {
            Aim::Cross { opening, .. } => Some(opening),
            _ => None,
        }
    }

    /// Position in whole millimetres: what replays compare.
    pub fn millimetres(&self) -> [i32; 3] {
        #[expect(clippy::cast_possible_truncation, reason = "plans end at 10 km")]
        self.at.map(|v| libm::round(v * 1000.0) as i32)
    }
}
