//! A piece of furniture as a rigid block: its size, what follows from it, and the dorm's own pieces. Ends where it moves.

use super::rocking::Rocker;
use crate::physics::case::CaseError;

/// Sizes that a block may have, m.
pub const SIZES_M: (f64, f64) = (0.01, 20.0);

/// A box on the floor: x along its width, y along its depth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block {
    /// Along x, m.
    pub width: f64,
    /// Along y, m.
    pub depth: f64,
    /// Upwards, m.
    pub height: f64,
    /// kg.
    pub mass: f64,
    /// Coefficient of friction at rest.
    pub friction: f64,
    /// Coefficient of friction while it slides.
    pub friction_kinetic: f64,
    /// Height of the centre of mass over the block's height: 0.5 for an even one.
    pub centre: f64,
    /// What the strap or anchor at its top bears before it breaks, N; 0 = it stands free.
    pub anchor_n: f64,
}

impl Default for Block {
    fn default() -> Self {
        Self { width: 0.9, depth: 0.3, height: 1.8, mass: 40.0, friction: 0.35, friction_kinetic: 0.35, centre: 0.5, anchor_n: 0.0 }
    }
}

/// What of a block matters in one vertical plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slice {
    /// Half of the base, m.
    pub half_base: f64,
    /// Height of the centre of mass, m.
    pub centre_m: f64,
    /// From the edge to the centre of mass, m (R).
    pub reach: f64,
    /// Angle of that line with the vertical, rad (alpha): beyond it gravity tips the block over.
    pub alpha: f64,
    /// `m R^2 / I` about the edge: 3/4 for an even block.
    pub inertia: f64,
}

impl Slice {
    /// Housner's frequency, 1/s: `sqrt(m g R / I)`, `sqrt(3 g / 4 R)` for an even block (k: Housner 1963).
    pub fn p(&self, gravity: f64) -> f64 {
        (self.inertia * gravity / self.reach).sqrt()
    }

    /// What is left of the angular velocity after an impact on the other edge without bouncing:
    /// `1 - 2 (m R^2 / I) sin^2 alpha`, `1 - 1.5 sin^2 alpha` for an even block (k: Housner 1963).
    pub fn restitution(&self) -> f64 {
        let sin = libm::sin(self.alpha);
        (1.0 - 2.0 * self.inertia * sin * sin).max(0.0)
    }
}

impl Block {
    /// The slice that falls along a horizontal axis: 0 = x (over its width), 1 = y (over its depth).
    pub fn slice(&self, axis: usize) -> Slice {
        let base = if axis == 0 { self.width } else { self.depth };
        let (half_base, centre_m) = (0.5 * base, self.centre * self.height);
        let reach = (half_base * half_base + centre_m * centre_m).sqrt();
        let about_centre = (base * base + self.height * self.height) / 12.0;
        let inertia = reach * reach / (about_centre + reach * reach);
        Slice { half_base, centre_m, reach, alpha: libm::atan2(half_base, centre_m), inertia }
    }

    /// The axis along which it falls more easily.
    pub fn weak_axis(&self) -> usize {
        usize::from(self.depth <= self.width)
    }

    /// The block as something that slides and rocks along an axis.
    pub fn rocker(&self, axis: usize, gravity: f64) -> Rocker {
        Rocker::new(self.slice(axis), self, gravity)
    }

    /// Everything that makes no sense about it; `at` names it as in the file.
    pub fn check(&self, at: &str) -> Vec<CaseError> {
        let mut wrong = Vec::new();
        let mut hold = |what: &str, value: f64, (low, high): (f64, f64), say: &str| {
            if !(low..=high).contains(&value) {
                wrong.push(CaseError::nonsense(format!("{at}{what}"), format!("{value} is no {say}; give {low} to {high}")));
            }
        };
        hold("width", self.width, SIZES_M, "size of furniture, m");
        hold("depth", self.depth, SIZES_M, "size of furniture, m");
        hold("height", self.height, SIZES_M, "size of furniture, m");
        hold("mass", self.mass, (0.01, 20_000.0), "mass of furniture, kg");
        hold("friction", self.friction, (0.0, 3.0), "coefficient of friction");
        hold("friction_kinetic", self.friction_kinetic, (0.0, 3.0), "coefficient of friction");
        hold("centre", self.centre, (0.05, 0.95), "height of the centre of mass over the height of the block");
        hold("anchor_n", self.anchor_n, (0.0, 1e6), "strength of an anchor, N");
        if self.friction_kinetic > self.friction {
            let message = format!("{} is more than the friction at rest, {}; give at most that", self.friction_kinetic, self.friction);
            wrong.push(CaseError::nonsense(format!("{at}friction_kinetic"), message));
        }
        wrong
    }
}

/// A piece of a dorm room: name, width, depth (the weak axis), height, m, mass, kg (sizes: the acceptance table; masses k?).
pub const DORM: [(&str, f64, f64, f64, f64); 6] = [
    ("bookshelf", 0.90, 0.30, 1.80, 60.0),
    ("cabinet", 0.90, 0.45, 1.80, 70.0),
    ("wardrobe", 1.00, 0.55, 1.90, 90.0),
    ("water dispenser", 0.31, 0.31, 0.95, 25.0),
    ("monitor", 0.55, 0.18, 0.45, 4.0),
    ("bunk", 2.00, 0.90, 1.75, 80.0),
];

/// A piece of [`DORM`] by name, on tiles (wood on tile .3 to .4, k?).
pub fn dorm(name: &str) -> Option<Block> {
    let (_, width, depth, height, mass) = *DORM.iter().find(|(known, ..)| *known == name)?;
    Some(Block { width, depth, height, mass, ..Block::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_of_known_blocks_come_out() {
        for (depth, height, r, alpha, p, e) in
            [(0.30, 1.80, 0.912, 9.46, 2.840, 0.9595), (0.55, 1.90, 0.989, 16.14, 2.728, 0.884), (0.90, 1.75, 0.984, 27.22, 2.735, 0.686)]
        {
            let slice = Block { depth, height, ..Block::default() }.slice(1);
            assert!((slice.reach - r).abs() < 6e-4 && (slice.alpha.to_degrees() - alpha).abs() < 6e-3, "{slice:?}");
            assert!((slice.p(super::super::G) - p).abs() < 6e-4 && (slice.restitution() - e).abs() < 6e-4, "{slice:?}");
        }
    }

    #[test]
    fn a_top_heavy_block_tips_sooner() {
        let even = Block::default().slice(1);
        let heavy = Block { centre: 0.7, ..Block::default() }.slice(1);
        assert!(heavy.alpha < even.alpha);
    }

    #[test]
    fn the_weak_axis_is_the_short_one() {
        assert_eq!(dorm("bookshelf").map(|b| b.weak_axis()), Some(1));
        assert_eq!(Block { width: 0.2, ..Block::default() }.weak_axis(), 0);
        assert_eq!(dorm("dragon"), None);
    }

    #[test]
    fn nonsense_is_named_all_at_once() {
        let wrong = Block { width: -1.0, height: f64::NAN, friction: 0.1, ..Block::default() }.check("");
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        assert!(wrong[0].to_string().starts_with("width: -1 is no size"), "{}", wrong[0]);
        assert!(DORM.iter().all(|(name, ..)| dorm(name).unwrap().check("").is_empty()));
    }
}
