//! The axis of time that all curves of a debrief share: panels, seconds of action, the end of the run, the choices.

use super::super::Debrief;
use super::super::ink::{self, BODY, INK, MARGIN, MUTED, SMALL, SMOKE, THIN, WHITE, WIDE};
use super::super::shape::{Anchor, Pencil, Picture, Spot};
use crate::diag::Lang;
use crate::words::tr;

pub const LEFT: f64 = 118.0;
pub const RIGHT: f64 = WIDE - MARGIN;

/// Seconds of action from left to right.
#[derive(Debug, Clone, Copy)]
pub struct Axis {
    /// Seconds at the right edge.
    pub end: f64,
}

impl Axis {
    pub fn x(self, time: f64) -> f64 {
        LEFT + (time / self.end).clamp(0.0, 1.0) * (RIGHT - LEFT)
    }

    /// Every so many seconds there is a line.
    fn step(self) -> f64 {
        [5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0].into_iter().find(|s| self.end / s <= 12.0).unwrap_or(3600.0)
    }

    fn times(self) -> impl Iterator<Item = f64> {
        let step = self.step();
        (0..=(self.end / step) as u32).map(move |n| f64::from(n) * step)
    }

    /// White panels, given by top and bottom, with lines of time and what lies after the run in grey.
    pub fn panels(self, panels: &[Spot], over: f64, lang: Lang, p: &mut Picture) {
        let over = self.x(over);
        let is_after = RIGHT - over > 6.0;
        for (top, bottom) in panels {
            p.rect((LEFT, *top), (RIGHT, *bottom), WHITE, None);
            if is_after {
                p.rect((over, *top), (RIGHT, *bottom), SMOKE.faint(14), None);
                p.line(vec![(over, *top), (over, *bottom)], Pencil::dashed(MUTED, 2.5, 10.0, 7.0));
            }
            for x in self.times().map(|t| self.x(t)) {
                p.line(vec![(x, *top), (x, *bottom)], Pencil::solid(THIN.faint(110), 1.0));
            }
        }
        if let (true, Some((_, bottom))) = (is_after, panels.last()) {
            let words = tr(lang, "report-chart-ended");
            let room = SMALL.width(&words) + 16.0;
            let (x, anchor) = if RIGHT - over > room { (over + 10.0, Anchor::Start) } else { (over - 10.0, Anchor::End) };
            p.lettered((x, bottom - 12.0), SMALL, MUTED, anchor, Some(WHITE), &words);
        }
    }

    /// The moments below the last panel.
    pub fn labels(self, bottom: f64, p: &mut Picture) {
        for time in self.times() {
            p.text((self.x(time), bottom + 32.0), SMALL, MUTED, Anchor::Middle, &ink::clock(time));
        }
    }

    /// Choices as marks on the axis; those that would lie on each other are one mark, `4–9`, in the colour of the worst.
    pub fn choices(self, debrief: &Debrief, bottom: f64, p: &mut Picture) {
        self.choices_until(debrief, bottom, f64::MAX, p);
    }

    /// Those made up to a moment.
    pub fn choices_until(self, debrief: &Debrief, bottom: f64, until: f64, p: &mut Picture) {
        let y = bottom + 66.0;
        let made = &debrief.trace.choices;
        // Each from the first to the last of them.
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for (n, choice) in made.iter().enumerate().filter(|(_, c)| c.time <= until) {
            let x = self.x(choice.time);
            p.line(vec![(x, bottom), (x, bottom + 8.0)], Pencil::solid(INK, 3.0));
            groups.push((n, n));
            // A mark that would lie on the one before is one with it.
            while let [.., (first, end), (_, last)] = groups[..]
                && self.mark(debrief, (first, end)).1 + 6.0 > self.mark(debrief, groups[groups.len() - 1]).0
            {
                groups.truncate(groups.len() - 2);
                groups.push((first, last));
            }
        }
        for (first, last) in groups {
            let (left, right) = self.mark(debrief, (first, last));
            let (middle, worst) = (f64::midpoint(left, right), made[first..=last].iter().map(|c| c.grade).max().unwrap_or_default());
            if first == last {
                ink::choice(p, (middle, y), worst, &(first + 1).to_string());
                continue;
            }
            p.pill((left, y - 19.0), (right, y + 19.0), ink::grade(worst), Some(Pencil::solid(WHITE, 3.0)));
            p.text((middle, y + 8.0), ink::SMALL_STRONG, WHITE, Anchor::Middle, &several(first, last));
        }
    }

    /// Left and right end of the mark of some choices.
    fn mark(self, debrief: &Debrief, (first, last): (usize, usize)) -> Spot {
        let x = self.x(debrief.trace.choices[first].time);
        if first == last {
            return (x - 19.0, x + 19.0);
        }
        let wide = ink::SMALL_STRONG.width(&several(first, last)) + 24.0;
        let left = (x - 19.0).min(RIGHT - wide);
        (left, left + wide)
    }
}

/// The numbers of several choices.
fn several(first: usize, last: usize) -> String {
    format!("{}–{}", first + 1, last + 1)
}

/// A line across with its value.
pub fn tick(p: &mut Picture, y: f64, words: &str) {
    p.line(vec![(LEFT, y), (RIGHT, y)], Pencil::solid(THIN, 1.5));
    p.text((LEFT - 14.0, y + 9.0), BODY, MUTED, Anchor::End, words);
}

/// The points of a curve with upright steps, without those that nobody would miss.
pub fn stepped(points: impl Iterator<Item = Spot>) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::new();
    for at in points {
        match kept.last().copied() {
            Some(last) if last.1 == at.1 && kept.len() > 1 => {
                let n = kept.len() - 1;
                if kept[n - 1].1 == at.1 { kept[n] = at } else { kept.push(at) }
            }
            Some(last) if last.1 != at.1 => kept.extend([(at.0, last.1), at]),
            _ => kept.push(at),
        }
    }
    kept
}
