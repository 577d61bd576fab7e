//! What standing, staying, going low or creeping under a desk would have changed in an earthquake: the same blows, asked what they do to the
//! student elsewhere or otherwise. Way and moments stay as they were.

use super::course::{Course, STEP, Step};
use super::quake::{FELT, Fall};
use crate::hazard::{Blow, shelters};
use crate::physics::quake::injury::Injury;
use crate::place::{Place, PropId, RoomId};
use crate::run::Posture;
use crate::scenario::Loaded;

/// Shaking that pauses for less is one, s.
const PAUSE: f64 = 3.0;
/// A desk farther away is out of reach, m: two or three steps.
const REACH: f64 = 3.0;

/// Where and how else the student could have been.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Instead {
    /// On their feet where they were.
    Upright,
    /// On their feet where they stood when the shaking began.
    Stayed,
    /// Low, arms over the head, where they were.
    Low,
    /// Under the nearest desk, so many metres away.
    Desk(PropId, f64),
}

/// What another act would have changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Otherwise {
    /// The act.
    pub instead: Instead,
    /// The piece that makes the difference.
    pub by: PropId,
    /// When it came down, seconds of action.
    pub time: f64,
    /// The worst that hit the student.
    pub was: Injury,
    /// The worst that would have.
    pub other: Injury,
}

/// Where the student was when the shaking of each step began.
fn begun(steps: &[Step]) -> Vec<[f64; 3]> {
    let mut out = Vec::with_capacity(steps.len());
    let mut home: Option<[f64; 3]> = None;
    let mut still = f64::MAX;
    for step in steps {
        if step.shaking >= FELT {
            if still > PAUSE {
                home = Some(step.at);
            }
            still = 0.0;
        } else {
            still += STEP;
        }
        out.push(home.unwrap_or(step.at));
    }
    out
}

/// The nearest desk to creep under, in the same room and within reach.
fn desk(place: &Place, from: [f64; 3]) -> Option<(PropId, f64)> {
    let room: Option<RoomId> = place.room_at(from);
    let far = |n: &usize| libm::hypot(place.props[*n].at[0] - from[0], place.props[*n].at[2] - from[2]);
    let fits = |n: &usize| {
        let prop = &place.props[*n];
        shelters(prop.kind) && !prop.hidden && place.room_at(prop.at) == room && far(n) <= REACH
    };
    let found = (0..place.props.len()).filter(fits).min_by(|a, b| far(a).total_cmp(&far(b)))?;
    Some((PropId(found as u16), far(&found)))
}

/// Tries the other acts and takes the one that changes most: what was spared, or what could have been.
pub(super) fn otherwise(case: &Loaded, course: &Course, blows: &[(usize, PropId, Blow)], falls: &[Fall]) -> Option<Otherwise> {
    let (place, homes) = (&case.place, begun(&course.steps));
    let was = falls.iter().map(|f| f.hit).max().unwrap_or(Injury::None);
    let by = falls.iter().filter(|f| f.hit == was && was > Injury::None).map(|f| (f.prop, f.time)).next();
    let (stand, low) = (Posture::Stand.head(), Posture::Crouch.head());
    // Injuries by act: the worst, and by what.
    let worst = |hurts: &dyn Fn(usize, &Step, &Blow) -> Injury| {
        let of = |(n, prop, blow): &(usize, PropId, Blow)| {
            let step = course.steps.get(*n)?;
            Some((hurts(*n, step, blow), *prop, *n as f64 * STEP))
        };
        blows.iter().filter_map(of).reduce(|a, b| if b.0 > a.0 { b } else { a })
    };
    let mut tried: Vec<(Instead, Option<(Injury, PropId, f64)>)> = Vec::new();
    if was == Injury::None {
        tried.push((Instead::Upright, worst(&|_, s, blow| blow.hurts(place, s.at, stand, false))));
        tried.push((Instead::Stayed, worst(&|n, _, blow| blow.hurts(place, homes[n], stand, false))));
        let (instead, found) = tried.into_iter().filter_map(|(i, w)| Some((i, w?))).reduce(|a, b| if b.1.0 > a.1.0 { b } else { a })?;
        let (other, by, time) = found;
        return (other > was).then_some(Otherwise { instead, by, time, was, other });
    }
    tried.push((Instead::Low, worst(&|_, s, blow| blow.hurts(place, s.at, low, true))));
    let hit = blows.iter().find(|(_, prop, _)| by.is_some_and(|b| b.0 == *prop)).map(|(n, ..)| homes[*n]);
    if let Some((desk, far)) = hit.and_then(|home| desk(place, home)) {
        let under = place.props[desk.index()].at;
        tried.push((Instead::Desk(desk, far), worst(&|_, _, blow| blow.hurts(place, under, Posture::Crawl.head(), true))));
    }
    let least = tried.into_iter().map(|(i, w)| (i, w.map_or(Injury::None, |w| w.0))).reduce(|a, b| if b.1 < a.1 { b } else { a });
    let ((instead, other), (by, time)) = (least?, by?);
    (other < was).then_some(Otherwise { instead, by, time, was, other })
}
