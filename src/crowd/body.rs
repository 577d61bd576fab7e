//! Bodies as others meet them: who is near, and nobody in anybody. Ends where someone chooses a velocity.

/// A contact moves nobody further than this in one go, m.
const SHOVE: f64 = 0.08;
/// Directions for two people on one spot, by their numbers.
const APART: [[f64; 2]; 8] = [[1.0, 0.0], [0.6, 0.8], [0.0, 1.0], [-0.8, 0.6], [-1.0, 0.0], [-0.6, -0.8], [0.0, -1.0], [0.8, -0.6]];

/// A body as the others meet it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dot {
    pub at: [f64; 2],
    pub y: f64,
    pub velocity: [f64; 2],
    pub radius: f64,
    /// How much it gives way: 0 = not at all.
    pub yields: f64,
    pub area: usize,
    /// The area it is about to enter.
    pub next: usize,
    /// Its number among the people; `None` = the student, or one of the cast.
    pub who: Option<usize>,
}

impl Dot {
    /// Whether two bodies are on one level with no wall between them.
    pub fn meets(&self, other: &Dot) -> bool {
        let near = (self.y - other.y).abs() < 1.2;
        near && (self.area == other.area || self.next == other.area || self.area == other.next)
    }
}

/// Calls `with` for every other body whose x lies within `reach`; `dots` are sorted by x.
pub(super) fn around(dots: &[Dot], rank: usize, reach: f64, mut with: impl FnMut(&Dot)) {
    let x = dots[rank].at[0];
    for other in dots[..rank].iter().rev().take_while(|d| x - d.at[0] <= reach) {
        with(other);
    }
    for other in dots[rank + 1..].iter().take_while(|d| d.at[0] - x <= reach) {
        with(other);
    }
}

/// Moves bodies that overlap apart, each as much as it gives way.
pub(super) fn part(dots: &mut [Dot]) {
    for i in 0..dots.len() {
        for j in i + 1..dots.len() {
            let (a, b) = (dots[i], dots[j]);
            // The order is that of the beginning of the step: allow for what everyone has moved since.
            if b.at[0] - a.at[0] > 1.2 {
                break;
            }
            let touch = a.radius + b.radius;
            let to = [b.at[0] - a.at[0], b.at[1] - a.at[1]];
            let d2 = to[0] * to[0] + to[1] * to[1];
            if d2 >= touch * touch || !a.meets(&b) {
                continue;
            }
            let d = d2.sqrt();
            let away = if d > 1e-6 { [to[0] / d, to[1] / d] } else { APART[(i * 3 + j) % 8] };
            let sum = a.yields + b.yields;
            if sum > 0.0 {
                let much = ((touch - d) * 0.9).min(SHOVE * 2.0) / sum;
                dots[i].at = [a.at[0] - away[0] * much * a.yields, a.at[1] - away[1] * much * a.yields];
                dots[j].at = [b.at[0] + away[0] * much * b.yields, b.at[1] + away[1] * much * b.yields];
            }
        }
    }
}
