//! The seam between conditions and a run in play: hazards and the crowd are answered from the model. The explorer has its own.

use super::engine::Run;
use crate::hazard::Here;
use crate::place::RoomId;
use crate::scenario::{Compare, Facts, Happening, Measure, NodeId, STANDING, VarId, VariantId};

impl Run {
    /// A measure as it is in some air; doses are the student's own.
    fn measured(&self, measure: Measure, air: &Here) -> f64 {
        match measure {
            Measure::Layer => air.layer,
            Measure::Visibility => air.visibility(),
            Measure::Smoke => air.air.extinction_1_m,
            Measure::Temp => air.air.temperature_c,
            Measure::Shaking => air.shaking,
            Measure::Dose => self.dose.toxic,
            Measure::Heat => self.dose.heat,
            Measure::Hurt => f64::from(self.hurt as u8),
            Measure::Saved | Measure::Waiting | Measure::Fallen => self.classmates().map_or(0.0, |c| c.count(measure)),
        }
    }
}

impl Facts for Run {
    fn var(&self, var: VarId) -> i32 {
        self.vars[var.index()]
    }

    fn variant(&self, variant: VariantId) -> usize {
        self.variants[variant.index()]
    }

    fn chose(&self, node: NodeId, choice: usize) -> bool {
        self.chosen.contains(&(node, choice))
    }

    fn seen(&self, node: NodeId) -> bool {
        self.seen.contains(&node)
    }

    fn hazard(&self, measure: Measure, compare: Compare, value: f64) -> bool {
        compare.holds(self.measured(measure, &self.here), value)
    }

    fn hazard_in(&self, room: RoomId, measure: Measure, compare: Compare, value: f64) -> bool {
        compare.holds(self.measured(measure, &self.here_in(Some(room), STANDING)), value)
    }

    fn crouching(&self) -> bool {
        self.body.posture != super::Posture::Stand
    }

    fn trapped(&self) -> bool {
        self.is_trapped()
    }

    fn is_in(&self, room: RoomId) -> bool {
        self.case.place.room_at(self.body.at) == Some(room)
    }

    fn happened(&self, what: Happening) -> bool {
        match what {
            Happening::Fell(prop) => self.fallen.contains(&prop),
            Happening::Jammed(door) => self.ground.as_ref().is_some_and(|g| g.jammed().contains(&door)),
        }
    }
}
