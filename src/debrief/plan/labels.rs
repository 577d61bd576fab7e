//! Where words can stand: never on each other and never outside the drawing; if possible not on the way, not on what lies there, and with a
//! short line to what they are about that crosses nothing. One after the other, the most important first; what finds no room is left out.

use super::super::shape::Spot;
use crate::crowd::Rect;

/// A longer way to its spot is as bad as lying on so many pixels of the way, per pixel.
const FAR: f64 = 5.0;
/// A line that crosses words, or words on a line.
const CROSSES_WORDS: f64 = 6_000.0;
/// A line that crosses a line.
const CROSSES_LINE: f64 = 2_000.0;
/// Between words, px.
const APART: f64 = 3.0;
/// Words are tried this far away in rings; beyond, anywhere in steps of [`GRID`].
const RINGS: u32 = 8;
const RING: f64 = 24.0;
const GRID: usize = 22;

/// What is taken of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Labels {
    /// What words should not lie on, and how bad it is.
    soft: Vec<(Rect, f64)>,
    /// Marks that no words may lie on.
    marks: Vec<Rect>,
    /// Words and numbers.
    words: Vec<Rect>,
    /// Lines from words to what they are about.
    lines: Vec<(Spot, Spot)>,
    bounds: Rect,
}

fn around((x, y): Spot, (wide, high): Spot) -> Rect {
    Rect::new([x - wide / 2.0, y - high / 2.0], [x + wide / 2.0, y + high / 2.0])
}

/// Area that two rectangles share.
fn shared(a: &Rect, b: &Rect) -> f64 {
    let side = |n: usize| a.max[n].min(b.max[n]) - a.min[n].max(b.min[n]);
    if side(0) > 0.0 && side(1) > 0.0 { side(0) * side(1) } else { 0.0 }
}

/// Whether two lines cross between their ends.
fn cross((a, b): (Spot, Spot), (c, d): (Spot, Spot)) -> bool {
    let side = |p: Spot, q: Spot, r: Spot| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

impl Labels {
    /// Nothing is taken yet.
    pub fn within(min: Spot, max: Spot) -> Self {
        Self {
            soft: Vec::new(),
            marks: Vec::new(),
            words: Vec::new(),
            lines: Vec::new(),
            bounds: Rect::new([min.0, min.1], [max.0, max.1]),
        }
    }

    /// Words should not lie on a rectangle around a point.
    pub fn take(&mut self, middle: Spot, size: Spot, weight: f64) {
        self.soft.push((around(middle, size), weight));
    }

    /// Words may not lie on a rectangle around a point.
    pub fn keep(&mut self, middle: Spot, size: Spot) {
        self.marks.push(around(middle, size));
    }

    fn is_free(&self, words: &Rect) -> bool {
        let inside = (0..2).all(|n| words.min[n] >= self.bounds.min[n] && words.max[n] <= self.bounds.max[n]);
        inside && self.boxes().all(|b| shared(b, &words.grown(APART)) == 0.0)
    }

    fn cost(&self, words: &Rect) -> f64 {
        let under = self.soft.iter().map(|(r, weight)| shared(r, words) * weight).sum::<f64>();
        let lines = self.lines.iter().filter(|(a, b)| words.cuts([a.0, a.1], [b.0, b.1])).count();
        under + lines as f64 * CROSSES_WORDS
    }

    /// How bad a line from a spot to words is.
    fn line_cost(&self, line: (Spot, Spot)) -> f64 {
        let (a, b) = line;
        let words = self.boxes().filter(|r| !r.holds([a.0, a.1]) && r.cuts([a.0, a.1], [b.0, b.1])).count();
        let lines = self.lines.iter().filter(|l| cross(**l, line)).count();
        words as f64 * CROSSES_WORDS + lines as f64 * CROSSES_LINE + FAR * libm::hypot(b.0 - a.0, b.1 - a.1)
    }

    /// The best free one of some middles, the earlier of equals; it is then taken.
    pub fn best(&mut self, middles: impl IntoIterator<Item = Spot>, size: Spot) -> Option<Spot> {
        let free = middles.into_iter().filter(|m| self.is_free(&around(*m, size)));
        let found = free.map(|m| (self.cost(&around(m, size)), m)).reduce(cheaper)?;
        self.words.push(around(found.1, size));
        Some(found.1)
    }

    /// Beside a spot, as near as may be; it is then taken. Returns the middle, and the end of a line to the spot.
    pub fn beside(&mut self, spot: Spot, size: Spot, gap: f64) -> Option<(Spot, Spot)> {
        let rings = (0..RINGS).flat_map(|far| ring(spot, size, gap + f64::from(far) * RING));
        let mut found = self.nearest(rings, spot, size);
        if found.is_none_or(|(cost, _)| cost >= CROSSES_LINE) {
            let anywhere = self.nearest(grid(&self.bounds, size), spot, size);
            found = found.into_iter().chain(anywhere).reduce(cheaper);
        }
        let (_, middle) = found?;
        let end = near_end(&around(middle, size), spot);
        self.words.push(around(middle, size));
        self.lines.push((spot, end));
        Some((middle, end))
    }

    /// The cheapest free one of some middles, with its cost.
    fn nearest(&self, middles: impl Iterator<Item = Spot>, spot: Spot, size: Spot) -> Option<(f64, Spot)> {
        let free = middles.map(|m| (m, around(m, size))).filter(|(_, words)| self.is_free(words));
        free.map(|(m, words)| (self.cost(&words) + self.line_cost((spot, near_end(&words, spot))), m)).reduce(cheaper)
    }

    fn boxes(&self) -> impl Iterator<Item = &Rect> {
        self.marks.iter().chain(&self.words)
    }

    /// The first words that lie on others or on a mark, or leave the drawing.
    #[cfg(test)]
    pub fn meeting(&self) -> Option<(Rect, Rect)> {
        let outside = |a: &Rect| (0..2).any(|k| a.min[k] < self.bounds.min[k] || a.max[k] > self.bounds.max[k]);
        let others = |n: usize| self.words[..n].iter().chain(&self.marks);
        self.words.iter().enumerate().find_map(|(n, a)| match others(n).find(|b| shared(a, b) > 0.0) {
            Some(b) => Some((*a, *b)),
            None => outside(a).then_some((*a, self.bounds)),
        })
    }

    /// What no word leaves.
    #[cfg(test)]
    pub fn bounds(&self) -> Rect {
        self.bounds
    }
}

/// The cheaper of two, the earlier of equals.
fn cheaper(a: (f64, Spot), b: (f64, Spot)) -> (f64, Spot) {
    if b.0 + 1.0 < a.0 { b } else { a }
}

/// The point of words that is nearest to a spot.
fn near_end(words: &Rect, spot: Spot) -> Spot {
    let [x, y] = words.nearest([spot.0, spot.1]);
    (x, y)
}

/// Middles around a point at a distance: on both sides, above and below, at the corners.
fn ring((x, y): Spot, (wide, high): Spot, gap: f64) -> [Spot; 8] {
    let (dx, dy) = (wide / 2.0 + gap, high / 2.0 + gap);
    [(x + dx, y), (x, y - dy), (x, y + dy), (x - dx, y), (x + dx, y - dy), (x + dx, y + dy), (x - dx, y - dy), (x - dx, y + dy)]
}

/// Middles all over a rectangle.
fn grid(bounds: &Rect, (wide, high): Spot) -> impl Iterator<Item = Spot> {
    let range = |min: f64, max: f64, size: f64| ((min + size / 2.0) as usize..=((max - size / 2.0).max(0.0)) as usize).step_by(GRID);
    let (xs, ys) = (range(bounds.min[0] + 1.0, bounds.max[0], wide), range(bounds.min[1] + 1.0, bounds.max[1], high));
    ys.flat_map(move |y| xs.clone().map(move |x| (x as f64, y as f64)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn however_crowded_no_words_lie_on_words_and_none_leaves_the_drawing(
            asked in prop::collection::vec(((0.0..900.0_f64, 0.0..500.0_f64), (20.0..260.0_f64, 20.0..60.0_f64)), 1..60),
            one_corner in any::<bool>(),
        ) {
            let mut labels = Labels::within((10.0, 10.0), (890.0, 490.0));
            for ((x, y), size) in asked {
                // All at one corridor's end is the worst case.
                let spot = if one_corner { (200.0 + x / 40.0, 300.0 + y / 40.0) } else { (x, y) };
                labels.take(spot, (30.0, 30.0), 1.0);
                labels.beside(spot, size, 12.0);
            }
            prop_assert_eq!(labels.meeting(), None);
        }
    }

    #[test]
    fn as_long_as_there_is_room_everything_is_placed() {
        let mut labels = Labels::within((0.0, 0.0), (900.0, 500.0));
        for n in 0..40 {
            assert!(labels.beside((450.0 + f64::from(n), 250.0), (48.0, 48.0), 20.0).is_some(), "{n}");
        }
        assert_eq!(labels.words.len(), 40);
    }

    #[test]
    fn the_nearest_free_side_is_taken_and_words_keep_off_the_way() {
        let mut labels = Labels::within((0.0, 0.0), (600.0, 400.0));
        labels.take((360.0, 200.0), (100.0, 60.0), 1.0);
        let (at, end) = labels.beside((300.0, 200.0), (80.0, 30.0), 10.0).expect("there is room");
        assert!(at.1 != 200.0 || at.0 < 300.0, "to the right lies the way: {at:?}");
        assert!(libm::hypot(end.0 - 300.0, end.1 - 200.0) < 20.0);
    }
}
