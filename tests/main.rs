//! The one integration binary: each module says what belongs in it.

mod checker; // scenario files: findings, codes, unfriendly input
mod cli; // the command line, whole
mod engine; // runs: plans, replay, scoring laws
mod layers; // the architecture
mod records; // store, roster, export
#[cfg(feature = "lab")]
mod window;
mod words; // the program's own texts // the real window under Xvfb
