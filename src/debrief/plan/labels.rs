//! Where words can stand without lying on each other, on marks or on the way.

use super::super::shape::Spot;

/// A rectangle that is taken, and how bad it is to lie on it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Taken {
    min: Spot,
    max: Spot,
    weight: f64,
}

/// What is taken of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Labels {
    taken: Vec<Taken>,
    min: Spot,
    max: Spot,
}

impl Labels {
    /// Nothing is taken yet.
    pub fn within(min: Spot, max: Spot) -> Self {
        Self { taken: Vec::new(), min, max }
    }

    /// Takes a rectangle around a point.
    pub fn take(&mut self, (x, y): Spot, (wide, high): Spot, weight: f64) {
        let (w, h) = (wide / 2.0, high / 2.0);
        self.taken.push(Taken { min: (x - w, y - h), max: (x + w, y + h), weight });
    }

    /// How bad it is to stand here.
    pub fn cost(&self, (x, y): Spot, (wide, high): Spot) -> f64 {
        let (min, max) = ((x - wide / 2.0, y - high / 2.0), (x + wide / 2.0, y + high / 2.0));
        let over = |t: &Taken| {
            let w = max.0.min(t.max.0) - min.0.max(t.min.0);
            let h = max.1.min(t.max.1) - min.1.max(t.min.1);
            if w > 0.0 && h > 0.0 { w * h * t.weight } else { 0.0 }
        };
        let outside =
            (self.min.0 - min.0).max(0.0) + (max.0 - self.max.0).max(0.0) + (self.min.1 - min.1).max(0.0) + (max.1 - self.max.1).max(0.0);
        self.taken.iter().map(over).sum::<f64>() + outside * 400.0
    }

    /// The best of some middles, the earlier of equals; it is then taken.
    pub fn best(&mut self, middles: impl IntoIterator<Item = Spot>, size: Spot) -> Option<Spot> {
        let found = middles.into_iter().map(|m| (self.cost(m, size), m)).reduce(|a, b| if b.0 + 1.0 < a.0 { b } else { a })?;
        self.take(found.1, size, 1.0);
        Some(found.1)
    }

    /// Middles around a point, the nearest first: beside it on both sides, above and below, then farther out.
    pub fn around((x, y): Spot, (wide, high): Spot, gap: f64) -> Vec<Spot> {
        let mut out = Vec::new();
        for far in 0..7 {
            let gap = gap + f64::from(far) * 26.0;
            let (dx, dy) = (wide / 2.0 + gap, high / 2.0 + gap);
            out.extend([(x + dx, y), (x, y - dy), (x, y + dy), (x - dx, y)]);
            out.extend([(x + dx, y - dy), (x + dx, y + dy), (x - dx, y - dy), (x - dx, y + dy)]);
        }
        out
    }
}
