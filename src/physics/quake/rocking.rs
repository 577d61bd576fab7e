//! One block in one vertical plane: at rest, sliding, rocking, over. Ends where two planes make a piece of furniture.
//!
//! Housner's block (1963): `theta'' = -p^2 [(1 + a_up/g) sin(alpha - |theta|) sgn + (a/g) cos(alpha - |theta|)]`, at each impact on the
//! other edge the angular velocity falls to `e` of itself. It slides instead where friction is too weak to tip it
//! (`mu < b/h`): Coulomb, with the vertical acceleration in the normal force. While it rocks its edge does not slip, while it slides
//! it does not rock. Steps of 1 ms by Runge-Kutta of fourth order; impacts and the end of a slide are found inside a step.

use super::block::{Block, Slice};

/// Longest inner step, s.
pub const STEP_S: f64 = 0.001;
/// Impacts within one inner step before the block counts as at rest.
const CHATTER: u32 = 8;

/// What the block is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Standing.
    #[default]
    Rest,
    /// Sliding on its base.
    Slide,
    /// On one edge.
    Rock,
    /// Lying.
    Over,
}

/// The block and its history.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pose {
    /// What it is doing.
    pub mode: Mode,
    /// Tilt, rad; positive towards the positive axis.
    pub theta: f64,
    /// rad/s.
    pub omega: f64,
    /// Which edge it stands on while it rocks: +1 or -1, the sign of the tilt.
    pub side: f64,
    /// Where it stands relative to the floor, m.
    pub slip: f64,
    /// m/s relative to the floor.
    pub speed: f64,
    /// Length of its way over the floor, m.
    pub slid: f64,
    /// Greatest tilt, rad.
    pub peak: f64,
    /// Impacts on an edge so far.
    pub impacts: u32,
    /// Seconds that have been followed.
    pub time: f64,
    /// When it first came down on its other edge, s.
    pub first_impact: Option<f64>,
    /// When it was over, s.
    pub over_at: Option<f64>,
    /// Whether the anchor has broken.
    pub torn: bool,
}

/// The block's constants in one plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rocker {
    /// Geometry.
    pub slice: Slice,
    /// m/s².
    pub gravity: f64,
    /// Small-angle equations with slope and angle the same, as in the textbooks' closed forms.
    pub linear: bool,
    /// What an impact leaves of the angular velocity.
    pub restitution: f64,
    /// At rest and sliding.
    pub friction: [f64; 2],
    /// Strength of the anchor over mass, m/s²; 0 = none.
    pub anchor: f64,
    /// Height of the anchor, m.
    pub anchor_m: f64,
    p2: f64,
}

impl Rocker {
    /// From a slice of a block.
    pub fn new(slice: Slice, block: &Block, gravity: f64) -> Self {
        let p = slice.p(gravity);
        Self {
            slice,
            gravity,
            linear: false,
            restitution: slice.restitution(),
            friction: [block.friction, block.friction_kinetic],
            anchor: block.anchor_n / block.mass,
            anchor_m: block.height,
            p2: p * p,
        }
    }

    /// Acceleration at which it begins to rock, in units of gravity: `alpha` in small-angle equations, else `tan alpha`.
    pub fn slope(&self) -> f64 {
        if self.linear { self.slice.alpha } else { self.slice.half_base / self.slice.centre_m }
    }

    /// Whether it slides before it rocks.
    pub fn slides(&self) -> bool {
        self.friction[0] < self.slope()
    }

    /// A block that is held at a tilt and let go: `ratio` of alpha.
    pub fn tilted(&self, ratio: f64) -> Pose {
        let theta = ratio * self.slice.alpha;
        let side = if theta < 0.0 { -1.0 } else { 1.0 };
        let mode = if ratio == 0.0 { Mode::Rest } else { Mode::Rock };
        Pose { mode, theta, side, peak: theta.abs(), ..Pose::default() }
    }

    /// Quarter period of free rocking from a share of alpha, small angles, s: `acosh(1 / (1 - ratio)) / p` (k: Housner 1963).
    pub fn free_quarter_period(&self, ratio: f64) -> f64 {
        libm::acosh(1.0 / (1.0 - ratio.abs().min(1.0 - 1e-9))) / self.p2.sqrt()
    }

    /// Energy of rocking over `I p^2`, rad²: kinetic and of height; never grows while nothing shakes.
    pub fn energy(&self, pose: &Pose) -> f64 {
        let lean = self.slice.alpha - pose.theta.abs();
        let height = if self.linear {
            0.5 * (self.slice.alpha * self.slice.alpha - lean * lean)
        } else {
            libm::cos(lean) - libm::cos(self.slice.alpha)
        };
        0.5 * pose.omega * pose.omega / self.p2 + height
    }

    /// Angular acceleration on an edge, rad/s².
    fn pull(&self, theta: f64, side: f64, a: f64, up: f64) -> f64 {
        let lean = self.slice.alpha - side * theta;
        let (weight, push) = ((1.0 + up / self.gravity).max(0.0), a / self.gravity);
        if self.linear {
            return -self.p2 * (side * weight * lean + push);
        }
        let (sin, cos) = libm::sincos(lean);
        -self.p2 * (side * weight * sin + push * cos)
    }

    /// One Runge-Kutta step on one edge; acceleration is straight from `a[0]` to `a[1]`.
    fn rock(&self, theta: f64, omega: f64, side: f64, h: f64, a: [f64; 2], up: [f64; 2]) -> (f64, f64) {
        let (am, um) = (0.5 * (a[0] + a[1]), 0.5 * (up[0] + up[1]));
        let k1 = self.pull(theta, side, a[0], up[0]);
        let k2 = self.pull(theta + 0.5 * h * omega, side, am, um);
        let k3 = self.pull(theta + 0.5 * h * (omega + 0.5 * h * k1), side, am, um);
        let k4 = self.pull(theta + h * (omega + 0.5 * h * k2), side, a[1], up[1]);
        (theta + h * omega + h * h / 6.0 * (k1 + k2 + k3), omega + h / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4))
    }

    /// Follows the block for a time during which the floor's acceleration is straight from `a[0]` to `a[1]`, m/s², horizontal along the
    /// plane and vertical.
    pub fn advance(&self, pose: &mut Pose, seconds: f64, a: [f64; 2], up: [f64; 2]) {
        let longest = STEP_S.min(0.05 / self.p2.sqrt());
        let steps = (seconds / longest - 1e-6).ceil().clamp(1.0, 1e6);
        let h = seconds / steps;
        let along = |ends: [f64; 2], n: f64| ends[0] + (ends[1] - ends[0]) * (n / steps);
        let mut n = 0.0;
        while n < steps {
            self.step(pose, h, [along(a, n), along(a, n + 1.0)], [along(up, n), along(up, n + 1.0)]);
            n += 1.0;
        }
    }

    fn step(&self, pose: &mut Pose, h: f64, a: [f64; 2], up: [f64; 2]) {
        let begin = pose.time;
        let mut done = 0.0;
        let at = |ends: [f64; 2], t: f64| ends[0] + (ends[1] - ends[0]) * (t / h);
        for _ in 0..CHATTER {
            let rest = h - done;
            if rest <= 1e-12 {
                break;
            }
            let (a, up) = ([at(a, done), a[1]], [at(up, done), up[1]]);
            if pose.mode == Mode::Rest {
                self.start(pose, a[0], up[0]);
            }
            done += match pose.mode {
                Mode::Rest | Mode::Over => rest,
                Mode::Slide => self.slide(pose, rest, a, up),
                Mode::Rock => self.swing(pose, rest, a, up),
            };
            pose.time = begin + done;
        }
        if h - done > 1e-12 && pose.mode == Mode::Rock {
            // It chatters: so little is left that it stands.
            (pose.mode, pose.theta, pose.omega) = (Mode::Rest, 0.0, 0.0);
        }
        pose.time = begin + h;
    }

    /// Whether a standing block begins to slide or to rock.
    fn start(&self, pose: &mut Pose, a: f64, up: f64) {
        let weight = (self.gravity + up).max(0.0);
        let holds = if pose.torn { 0.0 } else { self.anchor };
        let slides = self.slides();
        let (push, moves) = if slides {
            let push = a.abs() - self.friction[0] * weight;
            (push, push > holds)
        } else {
            let push = a.abs() - self.slope() * weight;
            (push, push * self.slice.centre_m > holds * self.anchor_m)
        };
        if push <= 0.0 || !moves {
            return;
        }
        pose.torn |= holds > 0.0;
        let way = if a > 0.0 { -1.0 } else { 1.0 };
        (pose.mode, pose.side) = (if slides { Mode::Slide } else { Mode::Rock }, way);
        (pose.theta, pose.omega, pose.speed) = (0.0, 0.0, 0.0);
    }

    /// Slides for at most `h`; returns the time used: less where it comes to a halt.
    fn slide(&self, pose: &mut Pose, h: f64, a: [f64; 2], up: [f64; 2]) -> f64 {
        let way = if pose.speed == 0.0 { pose.side } else { pose.speed.signum() };
        let drag = |n: usize| -a[n] - way * self.friction[1] * (self.gravity + up[n]).max(0.0);
        let (from, to) = (drag(0), drag(1));
        let speed = pose.speed + 0.5 * (from + to) * h;
        if speed * way >= 0.0 && !(speed == 0.0 && pose.speed == 0.0) {
            // Straight acceleration: the exact way is v h + (2 a0 + a1) h²/6.
            let moved = pose.speed * h + (2.0 * from + to) * h * h / 6.0;
            pose.slip += moved;
            pose.slid += moved.abs();
            pose.speed = speed;
            return h;
        }
        let used = (h * (pose.speed / (pose.speed - speed))).clamp(0.0, h);
        let moved = 0.5 * pose.speed * used;
        pose.slip += moved;
        pose.slid += moved.abs();
        (pose.mode, pose.speed) = (Mode::Rest, 0.0);
        if used > 0.0 { used } else { h.min(1e-5) }
    }

    /// Rocks for at most `h`; returns the time used: less where it comes down on its other edge.
    fn swing(&self, pose: &mut Pose, h: f64, a: [f64; 2], up: [f64; 2]) -> f64 {
        let (theta, omega) = self.rock(pose.theta, pose.omega, pose.side, h, a, up);
        if theta * pose.side > 0.0 || (theta == 0.0 && omega * pose.side > 0.0) {
            (pose.theta, pose.omega) = (theta, omega);
            pose.peak = pose.peak.max(theta.abs());
            if theta.abs() >= std::f64::consts::FRAC_PI_2 {
                pose.mode = Mode::Over;
                pose.theta = pose.side * std::f64::consts::FRAC_PI_2;
                pose.over_at = Some(pose.time + h);
            }
            return h;
        }
        let (mut low, mut high) = (0.0, h);
        for _ in 0..40 {
            let middle = 0.5 * (low + high);
            let end = a[0] + (a[1] - a[0]) * (middle / h);
            let lift = up[0] + (up[1] - up[0]) * (middle / h);
            let (theta, _) = self.rock(pose.theta, pose.omega, pose.side, middle, [a[0], end], [up[0], lift]);
            if theta * pose.side > 0.0 { low = middle } else { high = middle }
        }
        let (end, lift) = (a[0] + (a[1] - a[0]) * (high / h), up[0] + (up[1] - up[0]) * (high / h));
        let (_, omega) = self.rock(pose.theta, pose.omega, pose.side, high, [a[0], end], [up[0], lift]);
        pose.theta = 0.0;
        pose.omega = omega * self.restitution;
        pose.side = -pose.side;
        pose.impacts += 1;
        pose.first_impact = pose.first_impact.or(Some(pose.time + high));
        if pose.omega.abs() < 1e-5 * self.p2.sqrt() * self.slice.alpha || pose.omega * pose.side <= 0.0 {
            (pose.mode, pose.omega) = (Mode::Rest, 0.0);
        }
        high.max(1e-9)
    }
}

#[cfg(test)]
mod tests;
