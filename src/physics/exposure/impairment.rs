//! What dose, irritation and heat do to the player: a RULE OF PLAY, not a fact.
//!
//! Doses are for groups of people and for the moment of collapse. What happens to one person on the way there is not known
//! in numbers; these are chosen so that worse air feels worse, without jumps, and so that collapse comes at a dose of 1.

/// A stage of the gas dose, for the debrief. Suggested values, not from a standard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stage {
    /// From this dose on.
    pub from_fed: f64,
    /// What is left of the speed in the middle of the stage.
    pub speed_factor: f64,
    /// Key of its text.
    pub key: &'static str,
}

/// The stages, by rising dose.
pub const STAGES: [Stage; 5] = [
    Stage { from_fed: 0.0, speed_factor: 1.0, key: "none" },
    Stage { from_fed: 0.1, speed_factor: 0.925, key: "headache" },
    Stage { from_fed: 0.3, speed_factor: 0.7, key: "tunnel_vision" },
    Stage { from_fed: 0.6, speed_factor: 0.4, key: "stagger" },
    Stage { from_fed: 1.0, speed_factor: 0.0, key: "collapse" },
];

/// The stage a dose belongs to.
pub fn stage(fed: f64) -> &'static Stage {
    STAGES.iter().rev().find(|s| fed >= s.from_fed).unwrap_or(&STAGES[0])
}

/// What is left of a player.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Impairment {
    /// Speed, 0 to 1; 0 exactly when collapsed.
    pub speed_factor: f64,
    /// How wide and clear one sees, 0 to 1: 1 = unhindered, at 0.1 hardly anything.
    pub sight_factor: f64,
    /// Coughing, 0 = none to 1 = without pause.
    pub cough: f64,
    /// No longer able to help oneself: gas or heat dose at 1.
    pub collapsed: bool,
}

/// Through the middles of the stages; the last tenth before collapse is stumbling down to a standstill.
const FED_SPEED: [(f64, f64); 7] = [(0.1, 1.0), (0.2, 0.925), (0.3, 0.85), (0.45, 0.7), (0.8, 0.4), (0.9, 0.35), (1.0, 0.0)];
const FED_SIGHT: [(f64, f64); 4] = [(0.1, 1.0), (0.3, 0.9), (0.6, 0.5), (1.0, 0.2)];
/// Irritation slows and blinds, but in play it never stops one alone.
const FIC_SPEED: [(f64, f64); 4] = [(0.2, 1.0), (1.0, 0.7), (3.0, 0.5), (10.0, 0.4)];
const FIC_SIGHT: [(f64, f64); 4] = [(0.2, 1.0), (1.0, 0.4), (3.0, 0.15), (10.0, 0.1)];
const FIC_COUGH: [(f64, f64); 3] = [(0.1, 0.0), (1.0, 0.7), (3.0, 1.0)];
const HEAT_SPEED: [(f64, f64); 4] = [(0.3, 1.0), (0.8, 0.7), (0.9, 0.5), (1.0, 0.0)];

/// Straight lines between points; held outside.
fn along(points: &[(f64, f64)], x: f64) -> f64 {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return 1.0 };
    if x.is_nan() || x <= first.0 {
        return first.1;
    }
    for pair in points.windows(2) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        if x < x1 {
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
        }
    }
    last.1
}

/// What a gas dose, a momentary irritant concentration and a heat dose leave of a player. Continuous in all three.
pub fn impairment(fed: f64, fic: f64, heat: f64) -> Impairment {
    Impairment {
        speed_factor: along(&FED_SPEED, fed) * along(&FIC_SPEED, fic) * along(&HEAT_SPEED, heat),
        sight_factor: along(&FED_SIGHT, fed) * along(&FIC_SIGHT, fic),
        cough: along(&FIC_COUGH, fic),
        collapsed: fed >= 1.0 || heat >= 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn who_has_breathed_little_walks_on_and_who_has_breathed_a_whole_dose_lies() {
        let none = impairment(0.05, 0.05, 0.1);
        assert_eq!((none.speed_factor, none.sight_factor, none.cough, none.collapsed), (1.0, 1.0, 0.0, false));
        let down = impairment(1.0, 0.0, 0.0);
        assert!(down.collapsed && down.speed_factor == 0.0);
        assert!(impairment(0.0, 0.0, 1.0).collapsed);
        assert!(!impairment(0.0, 100.0, 0.0).collapsed);
    }

    #[test]
    fn the_suggested_stages_are_met_in_their_middle() {
        for (n, middle) in [(1, 0.2), (2, 0.45), (3, 0.8)] {
            assert!((along(&FED_SPEED, middle) - STAGES[n].speed_factor).abs() < 1e-12);
            assert_eq!(stage(middle).key, STAGES[n].key);
        }
        assert_eq!((stage(0.0).key, stage(7.0).key), ("none", "collapse"));
    }

    proptest! {
        #[test]
        fn nothing_jumps_and_nothing_gets_better_with_more(fed in 0.0..1.3_f64, fic in 0.0..12.0_f64, heat in 0.0..1.3_f64) {
            const HAIR: f64 = 1e-6;
            let a = impairment(fed, fic, heat);
            for b in [impairment(fed + HAIR, fic, heat), impairment(fed, fic + HAIR, heat), impairment(fed, fic, heat + HAIR)] {
                prop_assert!((a.speed_factor - b.speed_factor).abs() < 1e-4 && b.speed_factor <= a.speed_factor + 1e-12);
                prop_assert!((a.sight_factor - b.sight_factor).abs() < 1e-4 && b.sight_factor <= a.sight_factor + 1e-12);
                prop_assert!((a.cough - b.cough).abs() < 1e-4 && b.cough >= a.cough - 1e-12);
            }
        }

        #[test]
        fn one_lies_exactly_when_one_cannot_move(fed in prop::num::f64::ANY, fic in prop::num::f64::ANY, heat in prop::num::f64::ANY) {
            let it = impairment(fed, fic, heat);
            prop_assert_eq!(it.collapsed, it.speed_factor == 0.0);
            prop_assert!((0.0..=1.0).contains(&it.speed_factor) && (0.0..=1.0).contains(&it.sight_factor));
        }
    }
}
