//! Classmates: how a few dozen people in a building hear an alarm, make up their minds, walk, queue and get out, or do not.
//!
//! Pure and exact: a fixed step of 0.1 s (six ticks), one seed, `f64` and `libm`; the same plan, people, seed and surroundings give the
//! same bits. The layer knows no smoke: it is given a [`Floorplan`], from a place by [`Building`], and asks [`Surroundings`] for the rest. It ends
//! where figures are drawn and where the student is moved. What is modelled, from where, and what was measured: `docs/crowd.md`.

mod arrive;
mod behave;
mod body;
mod building;
mod chance;
mod check;
mod decide;
mod event;
mod flow;
#[cfg(test)]
mod flows;
mod gate;
mod motion;
mod nav;
mod of_place;
mod people;
mod person;
mod pieces;
mod plan;
mod portal;
mod rearrange;
#[cfg(test)]
mod rearranged;
mod route;
mod surroundings;
#[cfg(test)]
mod verification;
#[cfg(test)]
mod walls;

pub use building::{Building, beds};
pub use check::PlanError;
pub use event::CrowdEvent;
pub use flow::{DOOR_FLOW, effective_width, specific_flow, speed_at_density, stair_speed};
pub use people::{Crowd, SECONDS_PER_STEP, TICKS_PER_STEP};
pub use person::{Person, PersonSpec, Reaction, State};
pub use plan::{Area, AreaKind, Block, Floorplan, Goal, Heading, Obstacle, Opening, OpeningKind, Rect};
pub use surroundings::{Calm, Passage, StudentBody, Surroundings};
