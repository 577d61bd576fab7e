//! The `fire` kind of case: rooms, openings and fires in a file, run through [`crate::physics::zone`]. `docs/hazard-cases-fire.md`
//! documents every field. Ends at the table.

mod build;
mod burning;
mod check;
mod rows;
mod spec;

pub use burning::{DetectorKind, DetectorSpec, Facing, FireSpec, FuelSpec, GrowthSpec, IgnitionSpec, PlumeSpec, PositionSpec, TargetSpec};
pub use spec::{CeilingVentSpec, FanSpec, FireCase, MaterialSpec, RoomSpec, SignSpec, VentSpec};

use super::{CaseError, Table};
use crate::physics::zone::Model;

/// No case takes more steps than this.
const MOST_STEPS: f64 = 2.0e7;

impl FireCase {
    /// Everything that is wrong with the case; empty = it can be run.
    pub fn check(&self) -> Vec<CaseError> {
        check::all(self)
    }

    /// The building of the case at rest, for whoever wants to step it.
    pub fn model(&self) -> Result<Model, CaseError> {
        self.check().into_iter().next().map_or_else(|| Ok(Model::new(build::building(self))), Err)
    }

    /// Seconds between steps and steps between rows: the internal step divides the row's.
    fn pace(&self) -> (f64, u32) {
        let wanted = self.step.unwrap_or(0.25).max(1e-3);
        let mut per = 1;
        while self.output_every / f64::from(per) > wanted * (1.0 + 1e-9) && per < 1_000_000 {
            per += 1;
        }
        (self.output_every / f64::from(per), per)
    }

    /// Runs the case.
    pub fn run(&self) -> Result<Table, CaseError> {
        let mut model = self.model()?;
        let mut table = Table::new(rows::columns(&model));
        let begun = model.content();
        let (dt, per) = self.pace();
        table.push(0.0, &rows::row(&model));
        let mut rows = 0.0;
        while (rows + 1.0) * self.output_every <= self.duration * (1.0 + 1e-12) {
            for _ in 0..per {
                model.step(dt);
            }
            rows += 1.0;
            model.time = rows * self.output_every;
            let row = rows::row(&model);
            if row.iter().any(|v| !v.is_finite()) {
                return Err(CaseError::Diverged {
                    time: model.time,
                    message: "a value is no longer a number; please report this case".to_owned(),
                });
            }
            table.push(model.time, &row);
        }
        rows::facts(&model, begun, &mut table);
        Ok(table)
    }
}

#[cfg(test)]
mod tests;
