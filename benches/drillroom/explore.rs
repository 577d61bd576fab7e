//! Every state of the shipped drills, and of a generated story of millions.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use drillroom::explore::{Limits, Space, explore};
use drillroom::scenario::Loaded;

use super::{Aim, Bench, lend_place, root, sound};

/// Every shipped drill, whole: states, endings, scores, witnesses, four kinds of players.
pub(super) fn explore_shipped(bench: &mut Bench) {
    let cases: Vec<Arc<Loaded>> = ["dorm-fire", "classroom-quake", "vape-party", "part-time-rebate", "fake-police"]
        .iter()
        .map(|id| sound(&root().join(format!("scenarios/{id}.ron"))))
        .collect();
    bench.measure("explore/five-drills", Aim::Within(Duration::from_secs(10)), || {
        cases.iter().map(|case| explore(case, &Limits::default(), &mut |_| {}).states).sum::<u64>()
    });
}

/// Five thousand nodes and a counter that each of them may raise: 12.5 million states.
pub(super) fn explore_generated(bench: &mut Bench) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    lend_place("tests/cases/good/places/dorm-mini.ron", dir.path());
    let path = dir.path().join("counted.ron");
    fs::write(&path, counted_nodes(5_000)).expect("the file can be written");
    let case = sound(&path);
    let limits = Limits::default();
    let mut ways = 0;
    bench.measure("explore/12-million-states", Aim::Within(Duration::from_secs(60)), || {
        ways = Space::explore(&case, &limits, &mut |_| {}).edge_count();
        ways
    });
    println!("explore/12-million-states: {ways} ways a pass");
}

/// A chain of decisions, of which each first choice counts one up; the end asks how many there were.
fn counted_nodes(many: usize) -> String {
    let text = |words: &str| format!("(zh: \"{words}\", en: \"{words}\")");
    let mut nodes = String::new();
    for n in 0..many {
        let go = if n + 1 == many { "last".to_owned() } else { format!("n{}", n + 1) };
        nodes += &format!(
            "\"n{n}\": Choose(ask: {}, choices: [(id: \"a\", text: {}, grade: Good, add: {{ \"n\": 1 }}, why: {}, go: \"{go}\", points: {{ \"c\": {} }}), \
             (id: \"b\", text: {}, grade: Good, why: {}, go: \"{go}\"), (id: \"c\", text: {}, grade: Good, why: {}, go: \"{go}\")]),\n",
            text("问"),
            text("甲"),
            text("好"),
            u8::from(n < 100),
            text("乙"),
            text("好"),
            text("丙"),
            text("好"),
        );
    }
    format!(
        "(id: \"counted\", version: 1, theme: Fraud, pass: 60, place: \"dorm-mini\", at: \"desk_seat\", title: {0}, summary: {0}, note: {0}, \
         brief: {0}, help: [\"110\"], competencies: {{ \"c\": (name: {0}, max: 100) }}, vars: {{ \"n\": Count(max: {many}) }}, \
         start: \"n0\", nodes: {{\n{nodes}\"last\": Branch(cases: [(when: \"n > {1}\", go: \"many\")], go: \"few\"),\n\
         \"many\": End(title: {0}, text: {0}), \"few\": End(title: {0}, text: {0}),\n}})",
        text("数一数"),
        many / 2
    )
}
