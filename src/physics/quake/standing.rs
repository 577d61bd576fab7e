//! A piece of furniture on a shaking floor: its two vertical planes side by side, and which way it falls. Ends where it hits somebody.
//!
//! The planes are followed apart, each with the floor's vertical motion; coupling (a block that turns on a corner) is left out. What is
//! over in one plane is not followed in the other.

use super::block::Block;
use super::record::Record;
use super::rocking::{Mode, Pose, Rocker};

/// Where a block fell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fall {
    /// 0 = along x, 1 = along y.
    pub axis: usize,
    /// +1 or -1: towards the positive or the negative end of that axis.
    pub way: f64,
    /// When it lay, s.
    pub at: f64,
}

/// A block and how it stands in both planes.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Along x and along y.
    pub rockers: [Rocker; 2],
    /// Along x and along y.
    pub poses: [Pose; 2],
    block: Block,
    gravity: f64,
}

impl Standing {
    /// At rest.
    pub fn new(block: &Block, gravity: f64) -> Self {
        Self { rockers: [0, 1].map(|axis| block.rocker(axis, gravity)), poses: [Pose::default(); 2], block: *block, gravity }
    }

    /// Follows it while the floor's acceleration goes straight from one vector to another, m/s².
    pub fn advance(&mut self, seconds: f64, from: [f64; 3], to: [f64; 3]) {
        if self.fallen().is_some() {
            return;
        }
        for axis in 0..2 {
            self.rockers[axis].advance(&mut self.poses[axis], seconds, [from[axis], to[axis]], [from[2], to[2]]);
        }
        // One anchor for both planes.
        let torn = self.poses[0].torn || self.poses[1].torn;
        for pose in &mut self.poses {
            pose.torn = torn;
        }
    }

    /// Follows it through a whole record.
    pub fn follow(&mut self, record: &Record) {
        for n in 1..record.len() {
            let sample = |n: usize| [record.axes[0][n], record.axes[1][n], record.axes[2][n]];
            self.advance(record.dt, sample(n - 1), sample(n));
        }
    }

    /// Which way it fell, if it did; of two planes in one step the earlier counts.
    pub fn fallen(&self) -> Option<Fall> {
        let fall = |axis: usize| {
            let pose = &self.poses[axis];
            (pose.mode == Mode::Over).then(|| Fall { axis, way: pose.side, at: pose.over_at.unwrap_or(pose.time) })
        };
        match (fall(0), fall(1)) {
            (Some(x), Some(y)) => Some(if x.at < y.at { x } else { y }),
            (x, y) => x.or(y),
        }
    }

    /// Energy that a fall over an axis sets free from the point of no return, J: `m g (R - b)`, the centre of mass from above the edge
    /// to the height of half the base.
    pub fn topple_energy_j(&self, axis: usize) -> f64 {
        let slice = self.block.slice(axis);
        self.block.mass * self.gravity * (slice.reach - slice.half_base).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Asked, G, Motion, block};
    use super::*;

    #[test]
    fn it_falls_against_the_push_and_over_its_weak_side() {
        let shelf = Block { friction: 1.0, friction_kinetic: 1.0, ..block::dorm("bookshelf").unwrap() };
        for (push, way) in [(5.0, -1.0), (-5.0, 1.0)] {
            let mut standing = Standing::new(&shelf, G);
            standing.advance(0.5, [0.0, push, 0.0], [0.0, push, 0.0]);
            standing.advance(3.0, [0.0; 3], [0.0; 3]);
            let fall = standing.fallen().unwrap();
            assert_eq!((fall.axis, fall.way.signum()), (1, way));
            assert!(fall.at > 0.5 && fall.at < 3.5);
        }
    }

    #[test]
    fn a_weak_earthquake_topples_nothing_and_a_monstrous_one_the_bookshelf() {
        let falls = |name: &str, intensity: f64| {
            (0..6)
                .filter(|seed| {
                    let mut standing = Standing::new(&block::dorm(name).unwrap(), G);
                    standing.follow(&Motion::asked(&Asked { intensity, seed: *seed, ..Asked::default() }).floor);
                    standing.fallen().is_some()
                })
                .count()
        };
        assert_eq!(falls("bookshelf", 6.0), 0);
        assert!(falls("bookshelf", 10.0) >= 4, "{}", falls("bookshelf", 10.0));
        assert_eq!(falls("bunk", 7.0), 0);
    }

    #[test]
    fn what_lies_stays_lying() {
        let mut standing = Standing::new(&block::dorm("bookshelf").unwrap(), G);
        standing.poses[1].mode = Mode::Over;
        let before = standing.clone();
        standing.advance(1.0, [9.0; 3], [9.0; 3]);
        assert_eq!(standing, before);
    }

    #[test]
    fn a_falling_bookshelf_sets_its_height_free() {
        let standing = Standing::new(&block::dorm("bookshelf").unwrap(), G);
        // 60 kg, centre of mass from .912 m to .15 m.
        assert!((standing.topple_energy_j(1) - 60.0 * 9.81 * (0.912_41 - 0.15)).abs() < 0.1);
    }
}
