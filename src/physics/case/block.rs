//! A case of one block: on a pulse, a sine, a given record or a synthesised motion. `docs/hazard-cases-quake.md` documents the fields.

use super::{CaseError, Expect, Table};
use crate::physics::quake::block::{Block, SIZES_M};
use crate::physics::quake::motion::LONGEST_S;
use crate::physics::quake::shaking::{Drive, Shaking};
use crate::physics::quake::{G, Mode, Pose, Rocker, Standing, limits};

/// Shortest time between rows, s.
const FINEST_S: f64 = 0.001;

fn width() -> f64 {
    SIZES_M.1
}
fn mass() -> f64 {
    40.0
}
fn friction() -> f64 {
    0.35
}
fn half() -> f64 {
    0.5
}
fn gravity() -> f64 {
    G
}
fn seconds() -> f64 {
    10.0
}
fn row() -> f64 {
    0.01
}
fn amplification() -> f64 {
    1.0
}

/// One block and what shakes it.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockCase {
    /// A line about it.
    #[serde(default)]
    pub about: String,
    /// Base along x, m; by itself so wide that only the depth matters.
    #[serde(default = "width")]
    pub width: f64,
    /// Base along y, m.
    pub depth: f64,
    /// Height, m.
    pub height: f64,
    /// Mass, kg.
    #[serde(default = "mass")]
    pub mass: f64,
    /// Friction at rest.
    #[serde(default = "friction")]
    pub friction: f64,
    /// Friction while sliding; by itself that at rest.
    #[serde(default)]
    pub friction_kinetic: Option<f64>,
    /// Height of the centre of mass over the height.
    #[serde(default = "half")]
    pub centre: f64,
    /// Strength of an anchor at its top, N; 0 = none.
    #[serde(default)]
    pub anchor_n: f64,
    /// Small-angle equations.
    #[serde(default)]
    pub linearised: bool,
    /// What an impact leaves of the angular velocity; by itself Housner's.
    #[serde(default)]
    pub restitution: Option<f64>,
    /// Tilt at the start over alpha; it is let go at 0 s.
    #[serde(default)]
    pub start_angle_ratio: f64,
    /// What shakes it.
    #[serde(default)]
    pub shaking: Shaking,
    /// Looks for the shortest rectangular pulse of this strength that topples it: fact `overturning_pulse_s`.
    #[serde(default)]
    pub find_overturning_pulse: bool,
    /// Amplification of the floor for the facts from intensity.
    #[serde(default = "amplification")]
    pub amplification: f64,
    /// m/s².
    #[serde(default = "gravity")]
    pub gravity: f64,
    /// s.
    #[serde(default = "seconds")]
    pub duration: f64,
    /// Between rows, s.
    #[serde(default = "row")]
    pub output_every: f64,
    /// Known answers.
    #[serde(default)]
    pub expect: Vec<Expect>,
}

impl BlockCase {
    /// The block of the case.
    pub fn block(&self) -> Block {
        Block {
            width: self.width,
            depth: self.depth,
            height: self.height,
            mass: self.mass,
            friction: self.friction,
            friction_kinetic: self.friction_kinetic.unwrap_or(self.friction),
            centre: self.centre,
            anchor_n: self.anchor_n,
        }
    }

    /// Everything that makes no sense, all at once.
    pub fn check(&self) -> Vec<CaseError> {
        let mut wrong = self.block().check("");
        let mut hold = |at: &str, value: f64, (low, high): (f64, f64), say: &str| {
            if !(low..=high).contains(&value) {
                wrong.push(CaseError::nonsense(at, format!("{value} is no {say}; give {low} to {high}")));
            }
        };
        hold("gravity", self.gravity, (0.1, 100.0), "gravity, m/s2");
        hold("duration", self.duration, (0.01, LONGEST_S), "duration, s");
        hold("output_every", self.output_every, (FINEST_S, LONGEST_S), "time between rows, s");
        hold("start_angle_ratio", self.start_angle_ratio, (-0.999, 0.999), "tilt that comes back, over alpha");
        hold("restitution", self.restitution.unwrap_or(1.0), (0.0, 1.0), "share of the angular velocity");
        hold("amplification", self.amplification, (0.1, 10.0), "amplification of a floor");
        wrong.extend(self.shaking.check());
        if self.find_overturning_pulse && !matches!(self.shaking, Shaking::Rectangle { .. }) {
            let message = "only a rectangular pulse has one shortest length; give `shaking: rectangle(of: ..., s: ...)`";
            wrong.push(CaseError::nonsense("find_overturning_pulse", message));
        }
        wrong
    }

    /// Runs the case.
    pub fn run(&self) -> Result<Table, CaseError> {
        if let Some(first) = self.check().into_iter().next() {
            return Err(first);
        }
        let (block, weak) = (self.block(), self.block().weak_axis());
        let mut standing = Standing::new(&block, self.gravity);
        for rocker in &mut standing.rockers {
            rocker.linear = self.linearised;
            rocker.restitution = self.restitution.unwrap_or(rocker.restitution);
        }
        let rocker = standing.rockers[weak];
        if self.start_angle_ratio != 0.0 {
            standing.poses[weak] = rocker.tilted(self.start_angle_ratio);
        }
        let drive = Drive::new(&self.shaking, &rocker, weak);
        let mut table = Table::new(columns());
        let row = |table: &mut Table, standing: &Standing, time: f64| {
            let [weak_pose, other] = [standing.poses[weak], standing.poses[1 - weak]];
            let a = drive.at(time, true)[weak];
            let ratio = weak_pose.theta / rocker.slice.alpha;
            table.push(time, &[weak_pose.theta, ratio, weak_pose.slip, a, other.theta, other.slip]);
        };
        row(&mut table, &standing, 0.0);
        let (mut time, mut rows) = (0.0, 1.0);
        while time < self.duration - 1e-9 {
            let next_row = (rows * self.output_every).min(self.duration);
            let next = drive.next_break(time).min(next_row);
            standing.advance(next - time, drive.at(time, true), drive.at(next, false));
            time = next;
            if time >= next_row - 1e-9 {
                row(&mut table, &standing, time);
                rows += 1.0;
            }
        }
        self.facts(&mut table, &standing, weak, &drive);
        Ok(table)
    }

    fn facts(&self, table: &mut Table, standing: &Standing, weak: usize, drive: &Drive) {
        let (rocker, pose) = (standing.rockers[weak], standing.poses[weak]);
        let (slice, p) = (rocker.slice, rocker.slice.p(self.gravity));
        let base = 2.0 * slice.half_base;
        let fall = standing.fallen();
        table.fact("r_m", slice.reach);
        table.fact("alpha_deg", slice.alpha.to_degrees());
        table.fact("p_per_s", p);
        table.fact("restitution", rocker.restitution);
        table.fact("slides_first", f64::from(u8::from(rocker.slides())));
        table.fact("west_m_s2", limits::west_m_s2(base, self.height, self.gravity));
        table.fact("ishiyama_m_s", limits::ishiyama_m_s(base, self.height));
        let from = limits::topples_from(base, self.height, self.gravity, self.amplification);
        table.fact("limits_met_from_intensity", from.map_or(0.0, f64::from));
        table.fact("overturns", f64::from(u8::from(fall.is_some())));
        table.fact("fall_direction", fall.map_or(0.0, |f| f.way * if f.axis == weak { 1.0 } else { 2.0 }));
        if let Some(fall) = fall {
            table.fact("overturned_at_s", fall.at);
        }
        table.fact("peak_angle_ratio", pose.peak / slice.alpha);
        table.fact("slide_distance_m", standing.poses[0].slid.max(standing.poses[1].slid));
        table.fact("slide_end_m", pose.slip);
        table.fact("impacts", f64::from(pose.impacts));
        if let Some(first) = pose.first_impact {
            table.fact("first_impact_s", first);
            table.fact("first_impact_p", first * p);
        }
        if self.start_angle_ratio != 0.0 {
            table.fact("free_quarter_period_s", rocker.free_quarter_period(self.start_angle_ratio));
        }
        table.fact("anchor_broke", f64::from(u8::from(pose.torn)));
        table.fact("topple_energy_j", standing.topple_energy_j(weak));
        if let Some(motion) = &drive.motion {
            let read = motion.on_floor;
            table.fact("floor_pga_m_s2", read.pga);
            table.fact("floor_pgv_m_s", read.pgv);
            table.fact("kaneko_share", limits::kaneko(base, self.height, read.pga, read.pgv));
        }
        if self.find_overturning_pulse
            && let Shaking::Rectangle { of, .. } = self.shaking
        {
            let shortest = shortest_pulse(&rocker, of.along(&rocker));
            table.fact("overturning_pulse_s", shortest);
            table.fact("overturning_pulse_p", shortest * p);
        }
    }
}

fn columns() -> [(String, String); 6] {
    [
        ("theta_rad", "tilt about the weak axis"),
        ("theta_over_alpha", "the same over alpha: 1 is the point of no return"),
        ("slide_m", "where it stands on the floor, along the weak axis"),
        ("a_m_s2", "acceleration of the floor along the weak axis"),
        ("strong.theta_rad", "tilt about the other axis"),
        ("strong.slide_m", "where it stands along the other axis"),
    ]
    .map(|(name, about)| (name.to_owned(), about.to_owned()))
}

/// Bisects the length of a rectangular pulse between 0 and 20 s to the microsecond; 0 where none of these topples it.
fn shortest_pulse(rocker: &Rocker, a: f64) -> f64 {
    let topples = |seconds: f64| {
        let mut pose = Pose::default();
        rocker.advance(&mut pose, seconds, [a; 2], [0.0; 2]);
        rocker.advance(&mut pose, 12.0, [0.0; 2], [0.0; 2]);
        pose.mode == Mode::Over
    };
    let (mut low, mut high) = (0.0, 20.0);
    if !topples(high) {
        return 0.0;
    }
    while high - low > 1e-6 {
        let middle = 0.5 * (low + high);
        if topples(middle) { high = middle } else { low = middle }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::super::judge;
    use super::super::sample::{fact, written};
    use super::*;

    fn case(text: &str) -> BlockCase {
        written(text)
    }

    #[test]
    fn a_case_finds_the_shortest_pulse_that_topples() {
        let case = case(
            "(depth: 0.3, height: 1.8, friction: 2.0, linearised: true, find_overturning_pulse: true, duration: 1.0,
            shaking: rectangle(of: critical(2.0), s: 0.1),
            expect: [(of: \"overturning_pulse_s\", value: 0.244, abs: 0.001), (of: \"overturns\", value: 0)])",
        );
        let table = case.run().unwrap();
        assert!(judge(&table, &case.expect).iter().all(|v| v.met), "{:?}", table.facts);
        assert_eq!(table.rows.len(), 101);
    }

    #[test]
    fn a_list_of_samples_of_a_pulse_does_what_the_pulse_does() {
        let pulse = case("(depth: 1, height: 0.5, friction: 0.3, duration: 2, shaking: half_sine(of: m_s2(6), s: 0.5))").run().unwrap();
        let samples: Vec<String> = (0..=500).map(|n| format!("{}", 6.0 * libm::sin(std::f64::consts::PI * f64::from(n) / 500.0))).collect();
        let list = format!("(depth: 1, height: 0.5, friction: 0.3, duration: 2, shaking: record(dt: 0.001, a: [{}]))", samples.join(", "));
        let listed = case(&list).run().unwrap();
        assert!(fact(&pulse, "slide_distance_m") > 0.05);
        assert!((fact(&pulse, "slide_distance_m") - fact(&listed, "slide_distance_m")).abs() < 1e-6);
    }

    #[test]
    fn a_whole_earthquake_is_the_same_twice_and_ends_when_asked() {
        let text = "(width: 0.9, depth: 0.3, height: 1.8, shaking: motion(intensity: 8.5, seed: 4, storey: 3, storeys: 6), duration: 20)";
        let (one, two) = (case(text).run().unwrap(), case(text).run().unwrap());
        assert_eq!(one, two);
        assert!((one.rows.last().unwrap()[0] - 20.0).abs() < 1e-9);
        assert!(fact(&one, "floor_pga_m_s2") > 3.0);
    }

    #[test]
    fn all_nonsense_is_told_at_once_with_its_place() {
        let wrong = case(
            "(depth: 0, height: -1, gravity: 0, restitution: 2, start_angle_ratio: 1.5, duration: 1e9, output_every: 0,
            find_overturning_pulse: true, shaking: record(dt: 0, a: [NaN]))",
        )
        .check();
        let places: Vec<String> = wrong.iter().map(|e| e.to_string().split(':').next().unwrap_or("").to_owned()).collect();
        for place in
            ["depth", "height", "gravity", "restitution", "start_angle_ratio", "duration", "output_every", "shaking.dt", "shaking.a[0]"]
        {
            assert!(places.iter().any(|p| p == place), "{place} in {places:?}");
        }
        assert!(wrong.len() >= 11, "{places:?}");
        assert!(case("(depth: 0, height: 1)").run().is_err());
    }

    #[test]
    fn the_wildest_case_that_passes_stays_finite() {
        let table = case(
            "(depth: 0.01, height: 20, mass: 20000, friction: 0, gravity: 100, duration: 20, output_every: 1,
            shaking: sine(of: m_s2(1000), hz: 50, cycles: 1000), width: 0.01)",
        );
        let table = table.run().unwrap();
        assert!(table.rows.iter().flatten().all(|v| v.is_finite()));
        assert!(table.facts.iter().all(|(_, v)| v.is_finite()));
    }
}
