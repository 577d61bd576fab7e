//! What one stands on: floors, landings and flights, and how high a step a person can take.

use super::model::Place;

/// A foot still stands when it is this far over an edge, metres: flights and landings may leave a hand's gap.
const EDGE: f64 = 0.08;
/// The highest step taken without climbing, metres.
pub const STEP: f64 = 0.35;

impl Place {
    /// Every height of ground at a plan position.
    fn levels(&self, x: f64, z: f64) -> impl Iterator<Item = f64> + '_ {
        let rooms = self.rooms.iter().filter(move |r| r.holds(x, z, 0.16)).map(|r| r.floor);
        let inside =
            move |min: (f64, f64), max: (f64, f64)| x >= min.0 - EDGE && x <= max.0 + EDGE && z >= min.1 - EDGE && z <= max.1 + EDGE;
        let slabs = self.slabs.iter().filter(move |s| inside(s.min, s.max)).map(|s| s.y);
        let stairs = self.stairs.iter().filter(move |s| inside(s.min, s.max)).map(move |s| s.height_at(x, z));
        rooms.chain(slabs).chain(stairs)
    }

    /// The ground a person at height `y` can step onto at `(x, z)`: the highest within a step, else `None`
    /// (a wall of a landing, the edge of a flight, or outside the model).
    pub fn ground(&self, x: f64, z: f64, y: f64) -> Option<f64> {
        let best = self.levels(x, z).filter(|l| *l <= y + STEP).fold(f64::NEG_INFINITY, f64::max);
        (best >= y - STEP).then_some(best)
    }

    /// The ground nearest to `y` at `(x, z)`; `y` itself where there is none.
    pub fn stand_height(&self, x: f64, z: f64, y: f64) -> f64 {
        self.levels(x, z).min_by(|a, b| (a - y).abs().total_cmp(&(b - y).abs())).unwrap_or(y)
    }
}
