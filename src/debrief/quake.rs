//! An earthquake looked at again: how the ground moved and how the student stood in it, what came down and where it lies, which doors
//! jammed, and whom a piece would have hit who had stood otherwise.
//!
//! The ground is computed a second time from the moment before it moved: the blows of every piece come out of that and are then asked what
//! they do to the student as they were, on their feet, low, elsewhere. Way and moments stay as they were. What the author moves by a cue
//! is told of but hits nobody. What another act would have changed is `cover`; ends where sentences and drawings begin.

use super::course::{Course, STEP, Step};
use super::cover::{Otherwise, otherwise};
use super::record::Recorded;
use super::trace::{Happening, Trace, What};
use crate::hazard::{self, Blow, Clocks, Ground, Shaken};
use crate::physics::quake::injury::Injury;
use crate::place::{DoorId, Place, PropId};
use crate::run::Posture;
use crate::scenario::Loaded;

/// From this intensity on the motion is strong, degrees: nobody walks well in it.
pub const STRONG: f64 = 5.0;
/// Below this nobody feels anything, degrees.
pub(super) const FELT: f64 = 1.0;
/// Whoever keeps within this distance stays, m.
const STAY: f64 = 0.8;
/// Frames that are kept at most.
const MOST_FRAMES: usize = 2_400;

/// The ground and the student at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Seconds of action.
    pub time: f64,
    /// Intensity, degrees.
    pub level: f64,
    /// Greatest horizontal acceleration of the floor, m/s²; 0 where the shaking is written.
    pub peak: f64,
    /// How the student stood.
    pub posture: Posture,
}

/// Something that came down.
#[derive(Debug, Clone, PartialEq)]
pub struct Fall {
    /// What.
    pub prop: PropId,
    /// Ticks since the run began.
    pub tick: u32,
    /// Seconds of action.
    pub time: f64,
    /// Corners of what lies there, x and z.
    pub outline: [(f64, f64); 4],
    /// Height of the floor it lies on, m.
    pub floor: f64,
    /// It toppled; else it dropped.
    pub toppled: bool,
    /// How far the student was from it, m; `None` = on another floor.
    pub far: Option<f64>,
    /// What it did to them.
    pub hit: Injury,
    /// What it would have done to somebody on their feet at that spot.
    pub upright: Injury,
}

/// Where the student sat the strong motion out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cover {
    /// x, y, z of the feet, m.
    pub at: [f64; 3],
    /// Low in strong motion for so long, s.
    pub seconds: f64,
    /// Under this.
    pub under: Option<PropId>,
}

/// An earthquake as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Quake {
    /// What fell follows from how the ground moved; else the shaking is written.
    pub is_physical: bool,
    /// In time.
    pub frames: Vec<Frame>,
    /// Greatest intensity, degrees.
    pub most: f64,
    /// Greatest horizontal acceleration of the floor, m/s².
    pub peak: f64,
    /// Seconds of strong motion, and how many of them the student was low.
    pub strong: (f64, f64),
    /// In time.
    pub falls: Vec<Fall>,
    /// Doors that jammed, seconds of action.
    pub jams: Vec<(DoorId, f64)>,
    /// Where the student took cover, if they did.
    pub cover: Option<Cover>,
    /// `None` = nothing would have been otherwise.
    pub otherwise: Option<Otherwise>,
}

impl Quake {
    /// Looks at a run; `None` = nothing shook.
    pub(super) fn of(case: &Loaded, recorded: &Recorded) -> Option<Self> {
        let (course, trace) = (&recorded.course, &recorded.trace);
        let most = course.steps.iter().map(|s| s.shaking).fold(0.0, f64::max);
        if most < FELT {
            return None;
        }
        let again = recorded.still.as_ref().map(|still| Again::of(case, course, still));
        let peaks = again.as_ref().map_or(&[][..], |a| &a.peaks);
        let struck = |f: &&Happening| matches!(f.what, What::Fell(_));
        let blows = again.as_ref().map_or(&[][..], |a| &a.blows);
        let falls: Vec<Fall> = trace.happenings.iter().filter(struck).filter_map(|h| fall(case, course, trace, h, blows)).collect();
        let jammed = |h: &Happening| if let What::Jammed(door) = h.what { Some((door, h.time)) } else { None };
        let strong = course.steps.iter().filter(|s| s.shaking >= STRONG);
        Some(Self {
            is_physical: again.is_some(),
            frames: frames(&course.steps, peaks),
            most,
            peak: peaks.iter().copied().fold(0.0, f64::max),
            strong: (strong.clone().count() as f64 * STEP, strong.filter(|s| is_low(s)).count() as f64 * STEP),
            jams: trace.happenings.iter().filter_map(jammed).collect(),
            cover: cover(&case.place, &course.steps),
            otherwise: otherwise(case, course, blows, &falls),
            falls,
        })
    }

    /// The worst that hit the student.
    pub fn hurt(&self) -> Injury {
        self.falls.iter().map(|f| f.hit).max().unwrap_or(Injury::None)
    }

    /// How near to the student anything came down, m.
    pub fn nearest(&self) -> Option<f64> {
        self.falls.iter().filter_map(|f| f.far).min_by(f64::total_cmp)
    }
}

fn is_low(step: &Step) -> bool {
    step.posture != Posture::Stand
}

/// The ground computed once more.
struct Again {
    /// Greatest horizontal acceleration in each step of the course, m/s².
    peaks: Vec<f64>,
    /// What came down, by step.
    blows: Vec<(usize, PropId, Blow)>,
}

impl Again {
    fn of(case: &Loaded, course: &Course, (from, still): &(usize, Ground)) -> Self {
        let (mut ground, hazards) = (still.clone(), &case.scenario.hazards);
        let (mut peaks, mut blows) = (vec![0.0; *from], Vec::new());
        let none = Clocks::default();
        let mut clock = 0;
        for step in *from..course.steps.len() {
            while course.clocks.get(clock + 1).is_some_and(|(n, _)| *n <= step) {
                clock += 1;
            }
            let clocks = course.clocks.get(clock).map_or(&none, |(_, c)| c);
            for shaken in ground.step(STEP, &case.place, hazards, clocks) {
                if let Shaken::Fell(prop, blow) = shaken {
                    blows.push((step, prop, blow));
                }
            }
            let pull = |n: u32| {
                let [east, _, south] = ground.acceleration(-f64::from(n) * 0.01);
                libm::hypot(east, south)
            };
            peaks.push((0..10).map(pull).fold(0.0, f64::max));
        }
        Self { peaks, blows }
    }
}

/// What is told of something that came down; `None` = what was to fall is hidden or stands in no room.
fn fall(case: &Loaded, course: &Course, trace: &Trace, h: &Happening, blows: &[(usize, PropId, Blow)]) -> Option<Fall> {
    let What::Fell(id) = h.what else { return None };
    let place = &case.place;
    let prop = &place.props[id.index()];
    let known = blows.iter().find(|(n, p, _)| *p == id && course.steps.get(*n).is_none_or(|s| s.tick.abs_diff(h.tick) <= 1));
    let step = course.steps.iter().rev().find(|s| s.tick <= h.tick).or(course.steps.first())?;
    let hit = trace.happenings.iter().filter(|o| o.tick == h.tick).find_map(|o| match o.what {
        What::Hurt { by, injury } if by == id => Some(injury),
        _ => None,
    });
    // What a cue brings down drops where it is.
    let written = || Blow::written(prop, place.stand_height(prop.at[0], prop.at[2], prop.at[1] + 0.1));
    let blow = known.map_or_else(written, |(.., blow)| *blow);
    Some(Fall {
        prop: id,
        tick: h.tick,
        time: h.time,
        outline: blow.outline(),
        floor: blow.floor(),
        toppled: blow.lies().is_some(),
        far: blow.missed_by(step.at),
        hit: hit.unwrap_or(Injury::None),
        upright: known.map_or(Injury::None, |_| blow.hurts(place, step.at, Posture::Stand.head(), false)),
    })
}

/// One for every step, or the worst of several.
fn frames(steps: &[Step], peaks: &[f64]) -> Vec<Frame> {
    let many = steps.len().div_ceil(MOST_FRAMES).max(1);
    let frame = |(n, some): (usize, &[Step])| {
        let worst = some.iter().max_by(|a, b| a.shaking.total_cmp(&b.shaking))?;
        let own = peaks.iter().skip(n * many).take(many);
        Some(Frame { time: (n * many) as f64 * STEP, level: worst.shaking, peak: own.copied().fold(0.0, f64::max), posture: worst.posture })
    };
    steps.chunks(many).enumerate().filter_map(frame).collect()
}

/// The stay on the floor that held through most of the strong motion.
fn cover(place: &Place, steps: &[Step]) -> Option<Cover> {
    // From some spot on, as long as one keeps low and near it.
    let mut stays: Vec<(&Step, usize)> = Vec::new();
    for step in steps {
        let near =
            |home: &Step| libm::hypot(home.at[0] - step.at[0], home.at[2] - step.at[2]) < STAY && (home.at[1] - step.at[1]).abs() < 1.0;
        let shakes = usize::from(step.shaking >= STRONG);
        match stays.last_mut() {
            _ if !is_low(step) => {}
            Some((home, strong)) if near(home) => *strong += shakes,
            _ => stays.push((step, shakes)),
        }
    }
    let (home, strong) = stays.into_iter().filter(|s| s.1 > 0).reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    Some(Cover { at: home.at, seconds: strong as f64 * STEP, under: hazard::shelter(place, home.at, home.posture.head()) })
}
