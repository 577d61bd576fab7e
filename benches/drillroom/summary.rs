//! What is printed after the measurements: every figure beside its target and a yardstick.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

use super::{Aim, Figure, median};

/// A fixed piece of work on one core: sorting a million numbers. A figure divided by it hardly depends on the machine.
fn yardstick() -> Duration {
    let sort = || {
        let mut seed = 1_u64;
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            seed
        };
        let mut numbers: Vec<u64> = (0..1_000_000).map(|_| next()).collect();
        let start = Instant::now();
        numbers.sort_unstable();
        let took = start.elapsed();
        black_box(numbers);
        took
    };
    median((0..7).map(|_| sort()).collect()).expect("seven passes")
}

/// A duration as people say it.
struct Spoken(Duration);

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = self.0.as_secs_f64() * 1000.0;
        let text = if ms < 1000.0 { format!("{ms:.2} ms") } else { format!("{:.2} s", ms / 1000.0) };
        f.write_str(&text)
    }
}

impl Figure {
    /// The figure, its target, and how many times better it is: below 1 the target is missed.
    fn cells(&self) -> (String, String, String) {
        match self.aim {
            Aim::Within(most) => {
                let ratio = most.as_secs_f64() / self.median.as_secs_f64();
                (Spoken(self.median).to_string(), format!("<= {}", Spoken(most)), format!("{ratio:.1}"))
            }
            Aim::Faster { played, times } => {
                let speed = played.as_secs_f64() / self.median.as_secs_f64();
                (format!("{speed:.0}x real time"), format!(">= {times:.0}x"), format!("{:.1}", speed / times))
            }
            Aim::Noted => (Spoken(self.median).to_string(), "-".to_owned(), "-".to_owned()),
        }
    }
}

pub(super) fn summarise(figures: &[Figure]) {
    if figures.is_empty() {
        return;
    }
    let yardstick = yardstick();
    let line = |[name, found, target, ratio, median, yardsticks]: [&str; 6]| {
        println!("{name:<38}{found:>18}{target:>14}{ratio:>8}{median:>14}{yardsticks:>12}");
    };
    println!();
    line(["what", "figure", "target", "ratio", "median pass", "yardsticks"]);
    for figure in figures {
        let (found, target, ratio) = figure.cells();
        let yardsticks = format!("{:.3}", figure.median.as_secs_f64() / yardstick.as_secs_f64());
        line([figure.name, &found, &target, &ratio, &Spoken(figure.median).to_string(), &yardsticks]);
    }
    println!("ratio: times better than the target, below 1 it is missed. yardstick: {} here, see benches/README.md", Spoken(yardstick));
}
