//! Rectangles to lay out a sign with, and drawings made in a unit square.

use bevy::math::Vec2;

/// A rectangle in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Area {
    /// A rectangle from its upper left corner and size.
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// The same rectangle, smaller by `margin` on each side.
    pub fn inset(self, margin: f32) -> Self {
        let margin = margin.min(self.w / 2.0).min(self.h / 2.0);
        Self::new(self.x + margin, self.y + margin, self.w - 2.0 * margin, self.h - 2.0 * margin)
    }

    /// A place inside, both numbers 0..1.
    pub fn point(self, x: f32, y: f32) -> Vec2 {
        Vec2::new(self.x + x * self.w, self.y + y * self.h)
    }

    /// A rectangle inside, all numbers 0..1.
    pub fn part(self, x: f32, y: f32, w: f32, h: f32) -> Self {
        Self::new(self.x + x * self.w, self.y + y * self.h, w * self.w, h * self.h)
    }

    /// An upper part with this share of the height, and the rest.
    pub fn split_top(self, share: f32) -> (Self, Self) {
        (self.part(0.0, 0.0, 1.0, share), self.part(0.0, share, 1.0, 1.0 - share))
    }

    /// A left part with this share of the width, and the rest.
    pub fn split_left(self, share: f32) -> (Self, Self) {
        (self.part(0.0, 0.0, share, 1.0), self.part(share, 0.0, 1.0 - share, 1.0))
    }

    /// The largest centred rectangle with this width for one unit of height.
    pub fn fit(self, aspect: f32) -> Self {
        let h = self.h.min(self.w / aspect);
        let w = h * aspect;
        Self::new(self.x + (self.w - w) / 2.0, self.y + (self.h - h) / 2.0, w, h)
    }

    /// The points of a drawing made in a unit square.
    pub fn points<const N: usize>(self, unit: [(f32, f32); N]) -> [Vec2; N] {
        unit.map(|(x, y)| self.point(x, y))
    }
}
