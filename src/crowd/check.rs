//! Whether a plan is a building one can walk in: what is wrong, where, and what would be right. Ends before anything is made of it.

use super::plan::{AreaKind, Floorplan, Opening, Rect};

/// Why a plan or its people cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {message}")]
pub struct PlanError {
    /// Which part: `areas[3]`.
    pub at: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl PlanError {
    pub(super) fn new(at: impl Into<String>, message: impl Into<String>) -> Self {
        Self { at: at.into(), message: message.into() }
    }
}

/// How far an opening may lie from the edge of an area it belongs to, m: two walls and a threshold.
pub(super) const REACH: f64 = 0.6;
/// More areas than any campus building has.
pub(super) const MOST_AREAS: usize = 4096;
/// More openings than any campus building has.
const MOST_OPENINGS: usize = 8192;
/// More things than any campus building has.
const MOST_OBSTACLES: usize = 20_000;

impl Floorplan {
    /// Whether this is a building one can walk in.
    pub fn check(&self) -> Result<(), PlanError> {
        if self.areas.is_empty() || self.areas.len() > MOST_AREAS {
            return Err(PlanError::new("areas", format!("there must be 1 to {MOST_AREAS} areas, not {}", self.areas.len())));
        }
        if self.openings.len() > MOST_OPENINGS || self.obstacles.len() > MOST_OBSTACLES {
            return Err(PlanError::new("openings", format!("at most {MOST_OPENINGS} openings and {MOST_OBSTACLES} obstacles")));
        }
        for (n, area) in self.areas.iter().enumerate() {
            let at = format!("areas[{n}]");
            if !area.rect.is_sound() || area.floor.is_nan() || area.floor.abs() >= 1e4 {
                return Err(PlanError::new(at, "give a rectangle with min below max, all finite and within 10 km"));
            }
            if matches!(area.kind, AreaKind::Stair { rise, .. } if !(rise > 0.0 && rise < 100.0)) || area.slope() > 2.0 {
                return Err(PlanError::new(at, "a flight rises by more than nothing and is no steeper than 2:1"));
            }
        }
        for (n, opening) in self.openings.iter().enumerate() {
            self.check_opening(opening).map_err(|m| PlanError::new(format!("openings[{n}]"), m))?;
        }
        for (n, thing) in self.obstacles.iter().enumerate() {
            if thing.area >= self.areas.len() || !thing.rect.is_sound() {
                return Err(PlanError::new(format!("obstacles[{n}]"), "name an area that exists and a rectangle with min below max"));
            }
        }
        for (n, goal) in self.goals.iter().enumerate() {
            let inside = self
                .areas
                .get(goal.area)
                .is_some_and(|a| a.rect.grown(0.01).holds(goal.rect.min) && a.rect.grown(0.01).holds(goal.rect.max));
            if !inside || !goal.rect.is_sound() {
                return Err(PlanError::new(format!("goals[{n}]"), "the ground to gather on must lie inside its area"));
            }
        }
        Ok(())
    }

    fn check_opening(&self, opening: &Opening) -> Result<(), &'static str> {
        let [a, b] = opening.between;
        let (Some(first), Some(second)) = (self.areas.get(a), self.areas.get(b)) else { return Err("both areas must exist") };
        if a == b {
            return Err("an opening leads from one area to another");
        }
        if !opening.from.iter().chain(&opening.to).all(|v| v.abs() < 1e4) {
            return Err("its ends must be finite and within 10 km");
        }
        let along = opening.along();
        let across = 1 - along;
        if (opening.from[across] - opening.to[across]).abs() > 1e-6 {
            return Err("its line must run along x or along z");
        }
        if opening.width() < 0.4 {
            return Err("nobody fits through less than 0.4 m");
        }
        let line = opening.from[across];
        let edges = [(first, second), (second, first)].map(|(own, other)| edge(&own.rect, &other.rect, line, across));
        if edges.iter().any(|e| (e - line).abs() > REACH) {
            return Err("it must lie within 0.6 m of the edges of both areas");
        }
        let (lo, hi) = (opening.from[along].min(opening.to[along]), opening.from[along].max(opening.to[along]));
        if [first, second].iter().any(|area| area.rect.max[along].min(hi) - area.rect.min[along].max(lo) < 0.3) {
            return Err("at least 0.3 m of it must face each of its areas");
        }
        Ok(())
    }
}

/// The coordinate of the edge of `own` that faces an opening at `line`: the nearer one, or the one towards `other` when both are as near.
pub(super) fn edge(own: &Rect, other: &Rect, line: f64, across: usize) -> f64 {
    let (lo, hi) = (own.min[across], own.max[across]);
    let (to_lo, to_hi) = ((lo - line).abs(), (hi - line).abs());
    if (to_lo - to_hi).abs() < 1e-9 {
        return if other.mid()[across] > own.mid()[across] { hi } else { lo };
    }
    if to_lo < to_hi { lo } else { hi }
}

#[cfg(test)]
mod tests {
    use super::super::plan::{Area, Goal, Heading, OpeningKind};
    use super::*;

    fn two_rooms() -> Floorplan {
        let room = |x: f64| Area { rect: Rect::new([x, 0.0], [x + 4.0, 3.0]), floor: 0.0, kind: AreaKind::Room };
        let door = Opening { between: [0, 1], from: [4.1, 1.0], to: [4.1, 1.9], kind: OpeningKind::Door, open: true };
        Floorplan { areas: vec![room(0.0), room(4.2)], openings: vec![door], ..Floorplan::default() }
    }

    #[test]
    fn a_plan_that_cannot_be_walked_is_refused_with_the_part_that_is_wrong() {
        assert_eq!(two_rooms().check(), Ok(()));
        let spoil: [(&str, fn(&mut Floorplan)); 8] = [
            ("areas[1]", |p| p.areas[1].rect.max[0] = f64::NAN),
            ("areas[0]", |p| p.areas[0].kind = AreaKind::Stair { rise: -1.0, up: Heading::East }),
            ("openings[0]", |p| p.openings[0].between = [0, 7]),
            ("openings[0]", |p| p.openings[0].between = [1, 1]),
            ("openings[0]", |p| p.openings[0].to = [9.0, 1.9]),
            ("openings[0]", |p| (p.openings[0].from[0], p.openings[0].to[0]) = (5.5, 5.5)),
            ("openings[0]", |p| p.openings[0].to[1] = 1.2),
            ("goals[0]", |p| p.goals.push(Goal { area: 0, rect: Rect::new([0.0, 0.0], [9.0, 1.0]) })),
        ];
        for (at, spoil) in spoil {
            let mut plan = two_rooms();
            spoil(&mut plan);
            assert_eq!(plan.check().expect_err("it is broken").at, at);
        }
    }
}
