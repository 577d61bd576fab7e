//! Drillroom (演练室): scripted, scored and logged safety drills in a 3D campus.
//!
//! The layers, each of which may use those above it and never those below (`tests/layers.rs` keeps it so):
//! [`diag`] what an author is told · [`physics`] equations on plain numbers · [`syntax`] RON with places · [`place`] geometry · [`crowd`] who else is
//! there · [`scenario`] the language and its checks · [`hazard`] what is in the air · [`run`] one attempt · [`score`] what it earned · record, roster,
//! export, graph, [`debrief`] what a run went through and what one door would have changed, cli ·
//! and, with the feature `lab`, the window.

pub mod cli;
pub mod crowd;
pub mod debrief;
pub mod diag;
pub mod explore;
pub mod export;
pub mod graph;
pub mod hazard;
pub mod physics;
pub mod place;
pub mod record;
pub mod roster;
pub mod run;
pub mod scenario;
pub mod score;
#[cfg(feature = "lab")]
pub mod sim;
pub mod syntax;
#[cfg(feature = "lab")]
pub mod view;
pub mod words;
