//! How a row of the tables is written: what one bumps into, what one steps over, what hangs. The rows are in the tables.

use super::PropKind;

/// What a person bumps into.
pub(super) const fn solid(name: &'static str, size: [f64; 3], zh: &'static str, en: &'static str) -> PropKind {
    PropKind { name, size, solid: true, hangs_at: 0.0, zh, en }
}

/// Things lying or standing about, that one steps over or past, or that lie on furniture.
pub(super) const fn loose(name: &'static str, size: [f64; 3], zh: &'static str, en: &'static str) -> PropKind {
    PropKind { name, size, solid: false, hangs_at: 0.0, zh, en }
}

/// What hangs on a wall or under a ceiling, its underside at `hangs_at`; above 2.2 m it keeps its distance to the ceiling.
pub(super) const fn hung(name: &'static str, size: [f64; 3], hangs_at: f64, zh: &'static str, en: &'static str) -> PropKind {
    PropKind { name, size, solid: false, hangs_at, zh, en }
}
