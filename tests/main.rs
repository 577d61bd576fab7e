//! The one integration binary: each module says what belongs in it.

mod checker; // scenario files: findings, codes, unfriendly input
mod cli; // the command line, whole
mod crowd; // the others: places, flows, runs with a crowd
mod debrief; // what is said of a run afterwards: laws, page, the subcommand
mod engine; // runs: plans, replay, scoring laws
mod explore; // every reachable state: against brute force, broken drills, the shipped ones
mod graph; // the map: SVG, DOT, Mermaid, the subcommand
mod hazard; // the physics: shipped cases, their page, the subcommand
mod layers; // the architecture
mod records; // store, roster, export
#[cfg(feature = "lab")]
mod window; // the real window under Xvfb
mod words; // the program's own texts
