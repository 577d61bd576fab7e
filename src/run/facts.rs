//! The seam between conditions and a run in play: hazards and the crowd are answered from the model. The explorer has its own.

use super::engine::Run;
use crate::place::RoomId;
use crate::scenario::{Compare, Facts, Happening, Measure, NodeId, VarId, VariantId};

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
        let found = match measure {
            Measure::Layer => self.here.layer,
            Measure::Visibility => self.here.visibility(),
            Measure::Smoke => self.here.air.extinction_1_m,
            Measure::Temp => self.here.air.temperature_c,
            Measure::Shaking => self.here.shaking,
            Measure::Dose => self.dose.toxic,
            Measure::Heat => self.dose.heat,
            Measure::Hurt => f64::from(self.hurt as u8),
            Measure::Saved | Measure::Waiting | Measure::Fallen => self.classmates().map_or(0.0, |c| c.count(measure)),
        };
        compare.holds(found, value)
    }

    fn crouching(&self) -> bool {
        self.body.posture != super::Posture::Stand
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
