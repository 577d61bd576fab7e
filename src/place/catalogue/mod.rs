//! Every kind of prop a place file may name: its size, whether one bumps into it, and whether it can be used.
//!
//! Sizes are what collision uses; the pictures in `view/props` are built to the same sizes, and a test holds them
//! together. A new prop is a row here and a builder there.

mod campus;
mod dorm;
mod outing;
mod rows;

/// What a kind of prop is, apart from its picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PropKind {
    /// The name a place file uses: lower case, underscores.
    pub name: &'static str,
    /// Width (x), height (y), depth (z) in metres at yaw 0, when its front looks to +z.
    pub size: [f64; 3],
    /// Whether a walking person is stopped by it.
    pub solid: bool,
    /// Height above its own base at which it hangs when the place file gives no `y`; 0 = stands on the floor.
    pub hangs_at: f64,
    /// What a teacher calls it, in Chinese.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
}

/// All kinds, in a fixed order: dormitory, classroom and office, drug-drill places and outdoors.
pub fn kinds() -> impl Iterator<Item = &'static PropKind> {
    dorm::KINDS.iter().chain(campus::KINDS).chain(outing::KINDS)
}

/// Looks a kind up by the name a place file uses.
pub fn kind(name: &str) -> Option<&'static PropKind> {
    kinds().find(|k| k.name == name)
}
