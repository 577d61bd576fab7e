//! The same generated story three ways: played at random by `bladeink`, a runtime for Ink, played at random by our own
//! rules, and explored whole. `README.md` in the folder above says what is fair about it and what is not.
//!
//! - `shape`: the story as plain data. `blade` writes it as compiled Ink and plays it; `ours` as a drill.
//! - Before anything is timed, both are played in step: they must offer the same and remember the same.

mod blade;
mod ours;
mod shape;

use std::sync::Arc;
use std::time::Duration;

use drillroom::explore::{Limits, Space};
use drillroom::run::Chance;

use super::{Aim, Bench};
use shape::Shape;

const KNOTS: usize = 1_000;
const CHOICES: usize = 3;
const SEED: u64 = 1;

/// Choices made in one pass of a player.
const STEPS: usize = 20_000;

const BLADE: &str = "play/bladeink";
const OURS: &str = "play/our-rules";
const EXPLORE: &str = "explore/same-story";

/// Whoever plays a story by being told which of the choices on offer to make.
trait Player {
    /// Goes back to the first choices, with nothing remembered.
    fn restart(&mut self);
    /// How many choices can be made now: none at an ending.
    fn offered(&mut self) -> usize;
    /// Makes one of them, by its place among those on offer, and reads on to the next choices or to an ending.
    fn choose(&mut self, n: usize);
    /// The words of the choices on offer.
    fn words(&self) -> Vec<String>;
    /// What the variables hold.
    fn values(&self) -> Vec<i64>;
}

/// Makes so many choices at random, beginning anew after every ending. Gives back how many endings that came to.
fn play(player: &mut impl Player, steps: usize, seed: u64) -> usize {
    let mut chance = Chance::new(seed);
    let mut endings = 0;
    player.restart();
    for _ in 0..steps {
        let mut offered = player.offered();
        if offered == 0 {
            endings += 1;
            player.restart();
            offered = player.offered();
        }
        player.choose(chance.below(offered));
    }
    endings
}

/// What came of the measuring, for the summary.
pub(super) struct Rates {
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    /// What is counted.
    unit: &'static str,
    per_second: f64,
}

/// Measures whatever the command line asks for.
pub(super) fn compare(bench: &mut Bench) -> Rates {
    let shape = Shape::new(KNOTS, CHOICES, SEED);
    let case = ours::load(&shape);
    let mut ours = ours::Supposing::new(Arc::clone(&case));
    let mut blade = blade::Inked::new(&blade::story(KNOTS, CHOICES, SEED));
    in_step(&mut blade, &mut ours);
    let mut rates = Rates { rows: Vec::new() };
    bench.measure(BLADE, Aim::Noted, || play(&mut blade, STEPS, SEED));
    rates.note(bench, BLADE, "choices made", STEPS);
    bench.measure(OURS, Aim::Noted, || play(&mut ours, STEPS, SEED));
    rates.note(bench, OURS, "choices made", STEPS);
    let limits = Limits::default();
    let (mut states, mut ways) = (0, 0);
    bench.measure(EXPLORE, Aim::Noted, || {
        let space = Space::explore(&case, &limits, &mut |_| {});
        assert!(space.is_complete(), "the story is explored whole");
        (states, ways) = (space.state_count(), space.edge_count());
    });
    if ways > 0 {
        println!("{EXPLORE}: {states} states and {ways} ways a pass");
    }
    rates.note(bench, EXPLORE, "ways found", ways);
    rates
}

/// Plays the two side by side with the same draws: wherever one is, the other offers the same and remembers the same.
fn in_step(a: &mut impl Player, b: &mut impl Player) {
    let mut chance = Chance::new(SEED ^ 0xff);
    let (mut endings, mut hidden, mut changed) = (0, 0, 0);
    a.restart();
    b.restart();
    let mut before = a.values();
    for step in 0..5_000 {
        assert_eq!(a.words(), b.words(), "step {step}: the same choices are on offer");
        assert_eq!(a.values(), b.values(), "step {step}: the variables hold the same");
        assert_eq!(a.offered(), b.offered(), "step {step}: as many as there are words");
        if a.offered() == 0 {
            endings += 1;
            a.restart();
            b.restart();
        }
        hidden += usize::from(a.offered() < CHOICES);
        let n = chance.below(a.offered());
        a.choose(n);
        b.choose(n);
        changed += usize::from(a.values() != before);
        before = a.values();
    }
    assert!(endings > 0 && hidden > 100 && changed > 100, "{endings} endings, {hidden} choices hidden, {changed} changes in 5,000 steps");
}

impl Rates {
    /// Takes a figure over as so many of something a second, if it was measured.
    fn note(&mut self, bench: &Bench, name: &'static str, unit: &'static str, many: usize) {
        if let Some(figure) = bench.figures.iter().find(|f| f.name == name) {
            self.rows.push(Row { name, unit, per_second: rate(many, figure.median) });
        }
    }

    /// Prints the rates side by side.
    pub(super) fn summarise(&self) {
        if self.rows.is_empty() {
            return;
        }
        let ink = self.rows.iter().find(|r| r.name == BLADE).map(|r| r.per_second);
        println!();
        println!("one story, {KNOTS} nodes of {CHOICES} choices, {} variables, a condition on two choices in five:", shape::VARS);
        println!("{:<26}{:<14}{:>14}{:>18}", "what", "counted", "a second", "times bladeink");
        for row in &self.rows {
            let times = ink.map_or_else(|| "-".to_owned(), |ink| format!("{:.1}", row.per_second / ink));
            println!("{:<26}{:<14}{:>14.0}{times:>18}", row.name, row.unit, row.per_second);
        }
    }
}

fn rate(many: usize, took: Duration) -> f64 {
    many as f64 / took.as_secs_f64()
}
