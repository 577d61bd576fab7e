//! The story as a drill, and our own rules playing it: [`Supposed`], the run without a body and a clock that random plays
//! in the tests use too.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::sync::Arc;

use drillroom::run::{Phase, Supposed, Turn};
use drillroom::scenario::Loaded;
use drillroom::score::Scorecard;

use super::super::{lend_place, sound};
use super::Player;
use super::shape::{Change, Choice, Go, MOST, Shape, VARS, WHY, ask, end, take};

/// The story, written to a file, read and checked as any drill is.
pub(super) fn load(shape: &Shape) -> Arc<Loaded> {
    let dir = tempfile::tempdir().expect("a folder");
    lend_place("tests/cases/good/places/dorm-mini.ron", dir.path());
    let path = dir.path().join("same-story.ron");
    fs::write(&path, scenario(shape)).expect("the folder can be written");
    sound(&path)
}

fn scenario(shape: &Shape) -> String {
    let mut nodes = String::new();
    for (n, list) in shape.knots.iter().enumerate() {
        node(n, list, &mut nodes);
    }
    for n in 0..shape.endings {
        let pass = n == 0;
        let _ = writeln!(nodes, "\"e{n}\": End(pass: {pass}, title: {}, text: {}),", text("End"), text(&end(n)));
    }
    let vars: String = (0..VARS).map(|var| format!("\"v{var}\": Count(max: {MOST}), ")).collect();
    format!(
        "(id: \"same-story\", version: 1, theme: Fraud, pass: 60, place: \"dorm-mini\", at: \"desk_seat\", title: {0}, summary: {0}, \
         note: {0}, brief: {0}, help: [\"110\"], competencies: {{ \"c\": (name: {0}, max: {1}) }}, vars: {{ {vars}}}, start: \"n0\", \
         nodes: {{\n{nodes}}})",
        text("Messages"),
        shape.knots.len()
    )
}

/// A knot as a decision. The first choice leads to every knot and earns a point.
fn node(n: usize, list: &[Choice], out: &mut String) {
    let _ = write!(out, "\"n{n}\": Choose(ask: {}, choices: [", text(&ask(n)));
    for (k, choice) in list.iter().enumerate() {
        let grade = if choice.told { "Poor" } else { "Good" };
        let _ = write!(out, "(id: \"c{k}\", text: {}, grade: {grade}, points: {{ \"c\": {} }}, ", text(&take(n, k)), u8::from(k == 0));
        if choice.told {
            let _ = write!(out, "why: {}, ", text(WHY));
        }
        let tests: Vec<String> = choice.when.iter().map(|t| format!("v{} {} {}", t.var, t.sign, t.value)).collect();
        if !tests.is_empty() {
            let _ = write!(out, "when: \"{}\", ", tests.join(" and "));
        }
        let _ = match choice.change {
            Some(Change::Set(var, value)) => write!(out, "set: {{ \"v{var}\": {value} }}, "),
            Some(Change::Up(var)) => write!(out, "add: {{ \"v{var}\": 1 }}, "),
            Some(Change::Down(var)) => write!(out, "add: {{ \"v{var}\": -1 }}, "),
            None => Ok(()),
        };
        let _ = match choice.go {
            Go::Knot(to) => write!(out, "go: \"n{to}\"), "),
            Go::End(to) => write!(out, "go: \"e{to}\"), "),
        };
    }
    out.push_str("]),\n");
}

fn text(words: &str) -> String {
    format!("(zh: \"{words}\", en: \"{words}\")")
}

/// A drill in the hands of our rules.
pub(super) struct Supposing {
    /// At the brief.
    begin: Supposed,
    run: Supposed,
    /// The choices on offer, by their index.
    offered: Vec<usize>,
}

impl Supposing {
    pub(super) fn new(case: Arc<Loaded>) -> Self {
        let begin = Supposed::new(case, Vec::new());
        Self { run: begin.clone(), begin, offered: Vec::new() }
    }

    fn step(&mut self, turn: &Turn) {
        self.run.step(turn, &[]);
        let run = self.run.run();
        self.offered.clear();
        self.offered.extend(run.offered().iter().map(|(n, _)| *n));
        if let Phase::Ended(_) = run.phase() {
            black_box(Scorecard::of(run));
        }
    }
}

impl Player for Supposing {
    /// A copy of the run at its brief: the drill is not read again.
    fn restart(&mut self) {
        self.run = self.begin.clone();
        self.step(&Turn::Next);
    }

    fn offered(&mut self) -> usize {
        self.offered.len()
    }

    fn choose(&mut self, n: usize) {
        self.step(&Turn::Take(self.offered[n]));
    }

    fn words(&self) -> Vec<String> {
        self.run.run().offered().iter().map(|(_, c)| c.text.en.clone()).collect()
    }

    fn values(&self) -> Vec<i64> {
        (0..VARS).map(|var| i64::from(self.run.run().value(var))).collect()
    }
}
