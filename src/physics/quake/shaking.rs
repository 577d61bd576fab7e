//! What shakes a block in a case: pulses, sines, given records, synthesised motions. Ends where the block answers.

use super::motion::LONGEST_S;
use super::{Asked, G, Motion, Rocker, Site};
use crate::physics::case::CaseError;

/// Largest acceleration that a case may give, m/s².
const WILDEST: f64 = 1000.0;

/// How strong a pulse is.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// m/s².
    #[serde(rename = "m_s2")]
    MS2(f64),
    /// Times gravity.
    G(f64),
    /// Times the acceleration at which this block begins to rock: `g alpha` where `linearised`, else `g tan alpha`.
    Critical(f64),
}

impl Strength {
    /// In m/s², for a block.
    pub fn along(self, rocker: &Rocker) -> f64 {
        match self {
            Self::MS2(a) => a,
            Self::G(k) => k * rocker.gravity,
            Self::Critical(k) => k * rocker.gravity * rocker.slope(),
        }
    }
}

/// What shakes it. Pulses begin at 0 s and act along the weak axis.
#[derive(Debug, Clone, PartialEq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shaking {
    /// Nothing: free rocking.
    #[default]
    Still,
    /// Constant acceleration for a time.
    Rectangle {
        /// How strong.
        of: Strength,
        /// How long, s.
        s: f64,
    },
    /// Half a sine.
    HalfSine {
        /// How strong at its peak.
        of: Strength,
        /// How long, s.
        s: f64,
    },
    /// Whole sines.
    Sine {
        /// How strong at its peak.
        of: Strength,
        /// Hz.
        hz: f64,
        /// How many.
        cycles: f64,
    },
    /// Accelerations at a fixed step, m/s²: along the weak axis, and upwards if given.
    Record {
        /// Step, s.
        dt: f64,
        /// Along the weak axis, m/s².
        a: Vec<f64>,
        /// Upwards, m/s².
        #[serde(default)]
        up: Vec<f64>,
    },
    /// A synthesised motion on a floor: x along the width, y along the depth.
    Motion {
        /// Intensity on the ground, 1 to 12.
        intensity: f64,
        /// Seed.
        #[serde(default = "one_seed")]
        seed: u64,
        /// Ground.
        #[serde(default)]
        site: Site,
        /// Storey, from 1.
        #[serde(default = "one")]
        storey: u32,
        /// Storeys of the building.
        #[serde(default = "one")]
        storeys: u32,
        /// From P to S, s.
        #[serde(default = "lead")]
        lead_s: f64,
    },
}

fn one() -> u32 {
    1
}
fn one_seed() -> u64 {
    1
}
fn lead() -> f64 {
    5.0
}
impl Shaking {
    /// Everything that makes no sense about it.
    pub fn check(&self) -> Vec<CaseError> {
        let mut wrong = Vec::new();
        let mut hold = |at: &str, value: f64, (low, high): (f64, f64), say: &str| {
            if !(low..=high).contains(&value) {
                wrong.push(CaseError::nonsense(at, format!("{value} is no {say}; give {low} to {high}")));
            }
        };
        let strong = |of: Strength| match of {
            Strength::MS2(a) => a,
            Strength::G(k) | Strength::Critical(k) => k * G,
        };
        match self {
            Shaking::Still => {}
            Shaking::Rectangle { of, s } | Shaking::HalfSine { of, s } => {
                hold("shaking.of", strong(*of), (-WILDEST, WILDEST), "acceleration, m/s2");
                hold("shaking.s", *s, (0.0, LONGEST_S), "length of a pulse, s");
            }
            Shaking::Sine { of, hz, cycles } => {
                hold("shaking.of", strong(*of), (-WILDEST, WILDEST), "acceleration, m/s2");
                hold("shaking.hz", *hz, (0.01, 50.0), "frequency of shaking, Hz");
                hold("shaking.cycles", *cycles, (0.0, 1000.0), "number of cycles");
            }
            Shaking::Record { dt, a, up } => {
                hold("shaking.dt", *dt, (1e-4, 1.0), "step of a record, s");
                for (name, list) in [("a", a), ("up", up)] {
                    if let Some(n) = list.iter().position(|v| v.is_nan() || v.abs() > WILDEST) {
                        hold(&format!("shaking.{name}[{n}]"), list[n], (-WILDEST, WILDEST), "acceleration, m/s2");
                    }
                }
                if a.len() < 2 || (!up.is_empty() && up.len() != a.len()) {
                    let message = format!("{} and {} samples; give at least two, and as many upwards or none", a.len(), up.len());
                    wrong.push(CaseError::nonsense("shaking.a, shaking.up", message));
                }
            }
            Shaking::Motion { intensity, storey, storeys, lead_s, .. } => {
                hold("shaking.intensity", *intensity, (1.0, 12.0), "intensity");
                hold("shaking.storeys", f64::from(*storeys), (1.0, 60.0), "number of storeys");
                hold("shaking.storey", f64::from(*storey), (1.0, f64::from((*storeys).max(1))), "storey of this building");
                hold("shaking.lead_s", *lead_s, (0.0, 60.0), "time from P to S, s");
            }
        }
        wrong
    }
}

/// The floor's acceleration in time.
#[derive(Debug, Clone)]
pub struct Drive<'a> {
    shaking: &'a Shaking,
    strength: f64,
    weak: usize,
    /// The motion, where one was synthesised.
    pub motion: Option<Motion>,
}

impl<'a> Drive<'a> {
    /// For a block whose weak axis is given.
    pub fn new(shaking: &'a Shaking, rocker: &Rocker, weak: usize) -> Self {
        let (mut strength, mut motion) = (0.0, None);
        match shaking {
            Shaking::Rectangle { of, .. } | Shaking::HalfSine { of, .. } | Shaking::Sine { of, .. } => {
                strength = of.along(rocker);
            }
            Shaking::Motion { intensity, seed, site, storey, storeys, lead_s } => {
                motion = Some(Motion::asked(&Asked {
                    intensity: *intensity,
                    lead_s: *lead_s,
                    storey: *storey,
                    storeys: *storeys,
                    spectrum: site.spectrum(),
                    seed: *seed,
                    ..Asked::default()
                }));
            }
            Shaking::Still | Shaking::Record { .. } => {}
        }
        Self { shaking, strength, weak, motion }
    }

    /// x, y, up at a time; where it jumps, the value after or before.
    pub fn at(&self, time: f64, after: bool) -> [f64; 3] {
        let during = |s: f64| if after { time < s - 1e-9 } else { time <= s + 1e-9 };
        let sine = |turns: f64| libm::sin(2.0 * std::f64::consts::PI * turns);
        let (mut out, mut up) = ([0.0; 3], 0.0);
        let along = match self.shaking {
            Shaking::Still => 0.0,
            Shaking::Rectangle { s, .. } if during(*s) => self.strength,
            Shaking::HalfSine { s, .. } if during(*s) => self.strength * sine(0.5 * time / s),
            Shaking::Sine { hz, cycles, .. } if during(cycles / hz) => self.strength * sine(hz * time),
            Shaking::Record { dt, a, up: lift } => {
                up = sampled(lift, *dt, time);
                sampled(a, *dt, time)
            }
            Shaking::Motion { .. } => return self.motion.as_ref().map_or(out, |motion| motion.floor.at(time)),
            _ => 0.0,
        };
        out[self.weak] = along;
        out[2] = up;
        out
    }

    /// The next moment at which the acceleration may turn a corner, s.
    pub fn next_break(&self, time: f64) -> f64 {
        let grid = |dt: f64| ((time / dt + 1e-6).floor() + 1.0) * dt;
        let end = |s: f64| if time < s - 1e-9 { s } else { f64::INFINITY };
        match self.shaking {
            Shaking::Still => f64::INFINITY,
            Shaking::Rectangle { s, .. } => end(*s),
            // Curves in straight pieces of 1 ms.
            Shaking::HalfSine { s, .. } => end(*s).min(grid(0.001)),
            Shaking::Sine { hz, cycles, .. } => end(cycles / hz).min(grid(0.001)),
            Shaking::Record { dt, .. } => grid(*dt),
            Shaking::Motion { .. } => self.motion.as_ref().map_or(f64::INFINITY, |motion| grid(motion.floor.dt)),
        }
    }
}

fn sampled(list: &[f64], dt: f64, time: f64) -> f64 {
    let place = (time / dt).max(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative; past the end gives nothing")]
    let n = place as usize;
    let (from, to) = (list.get(n).copied().unwrap_or(0.0), list.get(n + 1).copied().unwrap_or(0.0));
    from + (to - from) * (place - place.floor())
}
