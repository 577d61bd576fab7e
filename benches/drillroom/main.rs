//! What must stay fast: checking a large scenario, playing ten minutes, fires, exploring, exporting years of runs.
//!
//! `cargo bench --no-default-features --bench drillroom`. Targets, method and how to read the figures: `README.md` in
//! the folder above. One file for each thing measured; here is what they share.

mod burn;
mod check;
mod crowd;
mod debrief;
mod explore;
mod export;
mod ink;
mod play;
mod random;
mod summary;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::Criterion;
use drillroom::diag::{Findings, Lang};
use drillroom::scenario::{Loaded, Plan, TICKS_PER_SECOND, load, read_plan};

fn main() {
    let criterion = Criterion::default().sample_size(10).warm_up_time(Duration::from_secs(1)).configure_from_args();
    let mut bench = Bench { criterion, figures: Vec::new() };
    check::check_a_thousand_nodes(&mut bench);
    play::play_ten_minutes(&mut bench);
    play::play_a_shipped_drill(&mut bench);
    export::export_csv(&mut bench);
    export::export_xlsx(&mut bench);
    play::find_ways(&mut bench);
    explore::explore_shipped(&mut bench);
    explore::explore_generated(&mut bench);
    let rates = ink::compare(&mut bench);
    burn::burn(&mut bench);
    burn::burn_in_a_run(&mut bench);
    crowd::burning_dormitory(&mut bench);
    debrief::look_back(&mut bench);
    let fires = random::thousand_fires(&mut bench);
    bench.criterion.final_summary();
    summary::summarise(&bench.figures);
    rates.summarise();
    fires.summarise();
}

/// Criterion, and what is kept of its measurements for the summary.
struct Bench {
    criterion: Criterion,
    figures: Vec<Figure>,
}

/// One line of the summary.
struct Figure {
    name: &'static str,
    median: Duration,
    aim: Aim,
}

/// What a figure is held against.
#[derive(Clone, Copy)]
enum Aim {
    /// A pass takes at most so long.
    Within(Duration),
    /// A pass plays so much time of a drill, and does it at least so many times faster than a clock would.
    Faster { played: Duration, times: f64 },
    /// Only noted.
    Noted,
}

impl Bench {
    /// Measures passes of `work` with criterion, and keeps the median pass.
    fn measure<T>(&mut self, name: &'static str, aim: Aim, mut work: impl FnMut() -> T) {
        let mut passes: Vec<Duration> = Vec::new();
        self.criterion.bench_function(name, |b| {
            b.iter_custom(|n| {
                let start = Instant::now();
                for _ in 0..n {
                    black_box(work());
                }
                let took = start.elapsed();
                passes.push(took.div_f64(n.max(1) as f64));
                took
            });
        });
        // None when the command line asked for other benchmarks only.
        if let Some(median) = median(passes) {
            self.figures.push(Figure { name, median, aim });
        }
    }
}

fn median(mut passes: Vec<Duration>) -> Option<Duration> {
    passes.sort_unstable();
    passes.get(passes.len() / 2).copied()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Copies a place file to where a scenario in `dir` looks for it.
fn lend_place(file: &str, dir: &Path) {
    let from = root().join(file);
    let places = dir.join("places");
    fs::create_dir_all(&places).expect("the folder can be written");
    fs::copy(&from, places.join(from.file_name().expect("a file has a name"))).expect("the place is there");
}

fn sound(path: &Path) -> Arc<Loaded> {
    let (loaded, checked) = load(path).expect("the scenario is there");
    Arc::new(loaded.unwrap_or_else(|| panic!("{}", checked.render(Lang::En))))
}

fn plan(path: &Path, case: &Loaded) -> Plan {
    let text = fs::read_to_string(path).expect("the plan is there");
    let mut findings = Findings::default();
    let plan = read_plan(&text, Some(&case.scenario), &mut findings);
    assert!(!findings.has_errors(), "{}: {:?}", path.display(), findings.sorted());
    plan
}

fn ticks(n: u32) -> Duration {
    Duration::from_secs_f64(f64::from(n) / f64::from(TICKS_PER_SECOND))
}

const TEN_MINUTES_TICKS: u32 = 600 * TICKS_PER_SECOND;
