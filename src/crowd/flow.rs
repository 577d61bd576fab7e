//! How fast people walk in a crowd and how many pass an opening: the hydraulic model as formulas. Ends where single persons begin.
//!
//! Source: S. Gwynne and E. Rosenbaum, "Employing the Hydraulic Model in Assessing Emergency Movement", SFPE Handbook, 5th ed., ch. 59.
//! Speed `S = k (1 - 0.266 D)`, flat below 0.54 persons/m2; specific flow `F = S D`, greatest at D = 1.88; `k` = 1.40 on the level and
//! 1.00, 1.08, 1.16, 1.23 on stairs of riser/tread 7.5/10, 7/11, 6.5/12, 6.5/13 inches (greatest flows 1.32; 0.94, 1.01, 1.09, 1.16).

use super::plan::{Area, AreaKind, Floorplan, Opening, OpeningKind};

/// Greatest specific flow through a doorway, persons per second and metre of effective width.
pub const DOOR_FLOW: f64 = 1.32;
/// Fall of speed with density, m2/person.
const FALL: f64 = 0.266;
/// Below this density people do not hinder each other, persons/m2.
const FREE: f64 = 0.54;
/// Strip on either side of a door or flight that a crowd leaves unused, m.
const BOUNDARY: f64 = 0.15;
/// People in a crush still shuffle at this part of their speed. The linear law would stop them at 3.76 persons/m2, and a queue for ever.
const SHUFFLE: f64 = 0.15;
/// Slope (riser over tread) and greatest specific flow of the four stairs of the table.
const STAIRS: [(f64, f64); 4] = [(0.5, 1.16), (6.5 / 12.0, 1.09), (7.0 / 11.0, 1.01), (0.75, 0.94)];

/// Part of the free speed left at a density in persons/m2: 1 up to 0.54, then falling in a straight line, never below 0.15.
pub fn speed_at_density(density: f64) -> f64 {
    if density <= FREE { 1.0 } else { ((1.0 - FALL * density) / (1.0 - FALL * FREE)).max(SHUFFLE) }
}

/// Clear width less the strips that a crowd leaves at the sides, m; never less than a person's 0.4 m.
pub fn effective_width(clear: f64) -> f64 {
    (clear - 2.0 * BOUNDARY).max(0.4)
}

/// Greatest specific flow of a flight with this slope, persons/(m s): between the rows of the table in straight lines, its ends beyond.
fn stair_flow(slope: f64) -> f64 {
    if slope <= STAIRS[0].0 {
        return STAIRS[0].1;
    }
    for pair in STAIRS.windows(2) {
        let ((a, fa), (b, fb)) = (pair[0], pair[1]);
        if slope <= b {
            return fa + (fb - fa) * (slope - a) / (b - a);
        }
    }
    STAIRS[3].1
}

/// Speed along the slope of a flight of someone who walks `v0` on the level, m/s: 0.85-1.85 becomes 0.6-0.9, up a tenth slower.
pub fn stair_speed(v0: f64, upwards: bool) -> f64 {
    let down = 0.6 + 0.3 * (v0 - 0.85).clamp(0.0, 1.0);
    if upwards { down * 0.9 } else { down }
}

/// Greatest specific flow between two areas, persons/(m s): that of the steepest flight it touches, else of a doorway.
pub fn specific_flow(a: &Area, b: &Area) -> f64 {
    [a, b].iter().filter(|x| matches!(x.kind, AreaKind::Stair { .. })).map(|x| stair_flow(x.slope())).fold(DOOR_FLOW, f64::min)
}

/// Persons per second that an opening lets through at most; `None` where it is no boundary, or one between two open grounds.
pub(super) fn capacity(plan: &Floorplan, opening: &Opening) -> Option<f64> {
    let [a, b] = opening.between.map(|n| &plan.areas[n]);
    let free = opening.kind == OpeningKind::Join || (a.kind == AreaKind::Outside && b.kind == AreaKind::Outside);
    (!free).then(|| specific_flow(a, b) * effective_width(opening.width()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_has_the_greatest_flow_of_the_handbook() {
        let flow = |d: f64| 1.4 * (1.0 - FALL * FREE) * speed_at_density(d) * d;
        let greatest = (0..300_u32).map(|n| flow(f64::from(n) / 100.0)).fold(0.0, f64::max);
        assert!((greatest - DOOR_FLOW).abs() < 0.01, "{greatest}");
        assert!((flow(1.88) - greatest).abs() < 1e-3);
    }

    #[test]
    fn a_steeper_flight_carries_fewer() {
        assert!((stair_flow(0.75) - 0.94).abs() < 1e-9 && (stair_flow(0.3) - 1.16).abs() < 1e-9 && (stair_flow(2.0) - 0.94).abs() < 1e-9);
        assert!((0..100_u32).all(|n| stair_flow(f64::from(n) / 100.0) >= stair_flow(f64::from(n + 1) / 100.0)));
    }

    #[test]
    fn nobody_stands_for_ever_however_dense() {
        assert!((speed_at_density(1e9) - SHUFFLE).abs() < 1e-12 && (speed_at_density(0.3) - 1.0).abs() < 1e-12);
    }
}
