//! What must stay fast: checking a large scenario, playing ten minutes, exporting years of runs, finding a way.
//!
//! `cargo bench --no-default-features --bench drillroom`. Targets, method and how to read the figures: `README.md` here.

mod ink;

use std::fmt;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::Criterion;
use drillroom::diag::{Findings, Lang};
use drillroom::explore::{Limits, Space, explore};
use drillroom::export::{CsvExport, Manifest, XlsxExport};
use drillroom::physics::zone::{Building, Model, samples};
use drillroom::place::route;
use drillroom::record::{RunRow, Status};
use drillroom::run::{Action, Phase, Posture, Run, play};
use drillroom::scenario::{Loaded, Plan, TICKS_PER_SECOND, check_path, load, read_plan};
use drillroom::score::check_plan;

fn main() {
    let criterion = Criterion::default().sample_size(10).warm_up_time(Duration::from_secs(1)).configure_from_args();
    let mut bench = Bench { criterion, figures: Vec::new() };
    check_a_thousand_nodes(&mut bench);
    play_ten_minutes(&mut bench);
    play_a_shipped_drill(&mut bench);
    export_csv(&mut bench);
    export_xlsx(&mut bench);
    find_ways(&mut bench);
    explore_shipped(&mut bench);
    explore_generated(&mut bench);
    let rates = ink::compare(&mut bench);
    burn(&mut bench);
    burn_in_a_run(&mut bench);
    bench.criterion.final_summary();
    summarise(&bench.figures);
    rates.summarise();
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

// ---- what is measured ----

/// Reading, resolving and every rule over one file, as `drillroom check FILE` does it.
fn check_a_thousand_nodes(bench: &mut Bench) {
    let dir = tempfile::tempdir().expect("a folder");
    lend_place("tests/cases/good/places/dorm-mini.ron", dir.path());
    let path = dir.path().join("thousand.ron");
    fs::write(&path, thousand_nodes()).expect("the folder can be written");
    let checked = check_path(&path, &check_plan).expect("the file is there");
    assert!(!checked.has_errors(), "the generated scenario is sound:\n{}", checked.render(Lang::En));
    bench.measure("check/1000-nodes", Aim::Within(Duration::from_millis(50)), || check_path(&path, &check_plan));
}

/// Ten minutes on the dormitory floor in growing smoke, with a student who never stands still.
fn play_ten_minutes(bench: &mut Bench) {
    let dir = tempfile::tempdir().expect("a folder");
    lend_place("scenarios/places/dorm-floor.ron", dir.path());
    let path = dir.path().join("ten-minutes.ron");
    fs::write(&path, TEN_MINUTES).expect("the folder can be written");
    let case = sound(&path);
    let played = wander(&case);
    assert!(matches!(played.phase(), Phase::Ended(_)) && played.now() == TEN_MINUTES_TICKS, "stands at {:?}", played.phase());
    let aim = Aim::Faster { played: ticks(TEN_MINUTES_TICKS), times: 1000.0 };
    bench.measure("run/ten-minutes-of-smoke", aim, || wander(&case));
}

/// The zone model alone, in steps of half a second. The aims are ten times NIST's CFAST on a machine like ours (solver time alone).
fn burn(bench: &mut Bench) {
    let ten_minutes = |building: Building| {
        let mut model = Model::new(building);
        for _ in 0..1200 {
            model.step(0.5);
        }
        assert!(model.rooms.iter().all(|r| r.interface.is_finite() && r.t[1].is_finite()), "the numbers hold");
        model
    };
    let aim = |times| Aim::Faster { played: Duration::from_secs(600), times };
    let buildings = [("zone/steckler-room", samples::steckler(), 150_000.0), ("zone/nbs-three-rooms", samples::nbs(), 40_000.0)];
    for (name, building, times) in buildings.into_iter().chain([("zone/15-rooms", samples::building(15), 2_200.0)]) {
        bench.measure(name, aim(times), || ten_minutes(building.clone()));
    }
    bench.measure("zone/30-rooms", Aim::Noted, || ten_minutes(samples::building(30)));
    bench.measure("zone/60-rooms", Aim::Noted, || ten_minutes(samples::building(60)));
}

/// A run in a place that burns by physics: everything else of a tick included.
fn burn_in_a_run(bench: &mut Bench) {
    let dir = tempfile::tempdir().expect("a folder");
    lend_place("tests/cases/burning/places/two-rooms.ron", dir.path());
    let text = fs::read_to_string(root().join("tests/cases/burning/two-rooms.ron")).expect("the case is there");
    // In the open air, so that nothing ends the run.
    let (path, text) = (dir.path().join("two-rooms.ron"), text.replace("at: \"hall\"", "at: \"outside\""));
    fs::write(&path, text).expect("the folder can be written");
    let case = sound(&path);
    let played = || {
        let mut run = Run::new(Arc::clone(&case), 1);
        while !matches!(run.phase(), Phase::Decide { .. }) {
            run.apply(Action::Next);
            run.tick();
        }
        (0..TEN_MINUTES_TICKS).for_each(|_| run.tick());
        run
    };
    let corridor = case.place.room("corridor");
    assert!(played().here_in(corridor, 1.6).k > 0.3 && played().now() > TEN_MINUTES_TICKS, "it has burnt for ten minutes");
    bench.measure("run/ten-minutes-of-burning", Aim::Faster { played: Duration::from_secs(600), times: 120.0 }, played);
}

/// A whole drill as its plan plays it: with reading, deciding, and looking for the way to every deed.
fn play_a_shipped_drill(bench: &mut Bench) {
    let case = sound(&root().join("scenarios/dorm-fire.ron"));
    let plan = plan(&root().join("scenarios/plans/dorm-fire.pass.ron"), &case);
    let played = play(&case, 1, &plan).expect("the plan runs through").run.now();
    let aim = Aim::Faster { played: ticks(played), times: 1000.0 };
    bench.measure("run/dorm-fire-by-plan", aim, || play(&case, 1, &plan).map(|outcome| outcome.run.now()));
}

/// 255,000 runs as text: a college of 17,000 with five drills, three attempts each.
fn export_csv(bench: &mut Bench) {
    const ROWS: usize = 255_000;
    let dir = tempfile::tempdir().expect("a folder");
    let (path, rows) = (dir.path().join("runs.csv"), rows());
    bench.measure("export/csv-255000", Aim::Within(Duration::from_secs(1)), || {
        let file = BufWriter::new(File::create(&path).expect("the folder can be written"));
        let mut csv = CsvExport::new(file, Lang::Zh).expect("there is room");
        for row in rows.iter().cycle().take(ROWS) {
            csv.row(row).expect("there is room");
        }
        let (_, written) = csv.finish().expect("there is room");
        assert_eq!(written, ROWS as u64);
    });
}

/// 50,000 runs as a workbook: a college's year.
fn export_xlsx(bench: &mut Bench) {
    const ROWS: usize = 50_000;
    let dir = tempfile::tempdir().expect("a folder");
    let (path, rows) = (dir.path().join("runs.xlsx"), rows());
    bench.measure("export/xlsx-50000", Aim::Noted, || {
        let mut xlsx = XlsxExport::create(&path, Lang::Zh).expect("the folder can be written");
        for row in rows.iter().cycle().take(ROWS) {
            xlsx.row(row).expect("there is room");
        }
        let written = xlsx.finish(&Manifest::default()).expect("there is room");
        assert_eq!(written, ROWS as u64);
    });
}

/// The search that scripted students and people in the scene walk by: along a corridor, and out of the building.
fn find_ways(bench: &mut Bench) {
    let case = sound(&root().join("scenarios/dorm-fire.ron"));
    let run = Run::new(Arc::clone(&case), 1);
    let spot = |name: &str| {
        let anchor = case.place.anchor(name).expect("the place has the anchor");
        case.place.anchors[anchor.index()].at
    };
    for (name, from, to) in [("route/along-the-corridor", "corr_214", "corr_b_end"), ("route/bed-to-assembly", "bedside", "assembly")] {
        let (from, to) = (spot(from), spot(to));
        assert!(route(&run.walk(), from, to, 0.5, true).is_some(), "{name}: there is no way");
        bench.measure(name, Aim::Noted, || route(&run.walk(), from, to, 0.5, true));
    }
}

// ---- what it is measured on ----

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

/// Ten minutes of habits: walks on, turns, stands and crouches and crawls, tries what is in front.
fn wander(case: &Arc<Loaded>) -> Run {
    let mut run = Run::new(Arc::clone(case), 1);
    run.apply(Action::Next);
    run.apply(Action::Walk { forward: 127, right: 0 });
    for tick in 0..TEN_MINUTES_TICKS {
        if tick.is_multiple_of(90) {
            run.apply(Action::Turn((tick / 90 * 811 % 4096) as u16));
        }
        if tick.is_multiple_of(600) {
            let postures = [Posture::Stand, Posture::Crouch, Posture::Crawl];
            run.apply(Action::Posture(postures[tick as usize / 600 % postures.len()]));
        }
        match tick % 150 {
            100 => run.apply(Action::Use(true)),
            101 => run.apply(Action::Use(false)),
            _ => {}
        }
        run.tick();
        // As the window does; a list of ten minutes would only grow.
        black_box(run.take_events());
    }
    run
}

/// The timer is what ends it: its deeds are never done by someone who keeps walking.
const TEN_MINUTES: &str = r#"(
    id: "ten-minutes", theme: Fire, place: "dorm-floor", at: "corr_214", light: Night,
    title: (zh: "十分钟的烟", en: "Ten Minutes of Smoke"), summary: (zh: "只用来量速度。", en: "Only here to be timed."),
    note: (zh: "没有内容。", en: "Nothing happens in it."), brief: (zh: "走廊里有烟。", en: "There is smoke in the corridor."),
    competencies: { "escape": (name: (zh: "逃生动作", en: "Getting out"), max: 10) },
    hazards: [
        Smoke(room: "corridor", keys: [
            (s: 0, layer: 2.9, k: 0.1, co: 50, temp: 25), (s: 120, layer: 2.0, k: 0.6, co: 400, temp: 40),
            (s: 600, layer: 1.2, k: 1.5, co: 1200, temp: 70)]),
        Smoke(room: "room_214", keys: [
            (s: 0, layer: 2.5, k: 0.5, co: 200, temp: 40), (s: 300, layer: 1.0, k: 3.0, co: 2000, temp: 90)]),
        Smoke(room: "stair_a", keys: [(s: 60, layer: 6.0), (s: 500, layer: 2.0, k: 1.0, co: 600, temp: 50)]),
        Fire(at: "bin_corr", keys: [(s: 0, size: 0.3), (s: 200, size: 1.2), (s: 600, size: 0.4)]),
        Shake(keys: [(s: 0, level: 0), (s: 60, level: 6.5), (s: 90, level: 0), (s: 400, level: 5), (s: 420, level: 0)]),
    ],
    triggers: [
        (when: "dose > 20 or heat > 20", go: "down"),
        (when: "in room_214 and visibility < 0.1", go: "down"),
    ],
    start: "drill",
    nodes: {
        "drill": Do(ask: (zh: "走十分钟", en: "Walk for ten minutes"), seconds: 600, timeout: "over", choices: [
            (id: "still", text: (zh: "蹲下不动", en: "Crouch and keep still"), grade: Good, points: { "escape": 10 }, go: "over", by: Stay(seconds: 120)),
            (id: "hold", text: (zh: "按住报警按钮", en: "Hold the call point"), grade: Good, points: { "escape": 10 }, go: "over", by: Hold("call_point_1", 60)),
        ]),
        "over": End(title: (zh: "时间到了", en: "Time is up"), text: (zh: "十分钟过去了。", en: "Ten minutes have passed.")),
        "down": End(pass: false, title: (zh: "倒下了", en: "Down"), text: (zh: "烟太浓了。", en: "The smoke was too thick.")),
    },
)
"#;

/// Every shipped drill, whole: states, endings, scores, witnesses, four kinds of players.
fn explore_shipped(bench: &mut Bench) {
    let cases: Vec<Arc<Loaded>> = ["dorm-fire", "classroom-quake", "vape-party", "part-time-rebate", "fake-police"]
        .iter()
        .map(|id| sound(&root().join(format!("scenarios/{id}.ron"))))
        .collect();
    bench.measure("explore/five-drills", Aim::Within(Duration::from_secs(10)), || {
        cases.iter().map(|case| explore(case, &Limits::default(), &mut |_| {}).states).sum::<u64>()
    });
}

/// Five thousand nodes and a counter that each of them may raise: 12.5 million states.
fn explore_generated(bench: &mut Bench) {
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

/// A thousand nodes of every common kind, in both languages, with conditions, variables and points.
fn thousand_nodes() -> String {
    const CHAIN: usize = 997;
    let mut text = String::from(HEAD);
    for n in 0..CHAIN {
        let kind = [TELL, CHOOSE, CHAT, BRANCH][n % 4];
        let (next, after) = ((n + 1).to_string(), (n + 2).min(CHAIN).to_string());
        text += &kind.replace("{n}", &n.to_string()).replace("{next}", &next).replace("{after}", &after);
    }
    text + TAIL
}

/// The maxima are what the 249 decisions of the chain give.
const HEAD: &str = r#"(
    id: "thousand", version: 1, theme: Fraud, minutes: 30, pass: 60, place: "dorm-mini", at: "desk_seat", light: Night,
    title: (zh: "一千个节点", en: "A Thousand Nodes"), summary: (zh: "只用来量检查有多快。", en: "Only here to be checked against the clock."),
    note: (zh: "没有内容。", en: "Nothing happens in it."), brief: (zh: "你在寝室书桌前。", en: "You sit at your desk."),
    help: ["96110", "110"],
    competencies: {
        "verify": (name: (zh: "核实身份", en: "Verify who it is"), max: 498),
        "report": (name: (zh: "报告和提醒", en: "Report and warn"), max: 249),
    },
    cast: { "wang": (name: (zh: "王老师", en: "Ms Wang"), look: "teacher"), "lin": (name: (zh: "小林", en: "Xiao Lin"), look: "student_f") },
    vars: { "told": Flag(start: false), "paid": Money(max: 5000), "trust": Count(max: 5) },
    variants: { "sender": ["courier", "teacher"] },
    sources: { "fcl-2": (zh: "《反电信网络诈骗法》第二条", en: "Anti-Telecom and Online Fraud Law, art. 2") },
    start: "n0",
    nodes: {
"#;

const TELL: &str = r#"
        "n{n}": Tell(objective: (zh: "第 {n} 步：看清楚再做", en: "Step {n}: look before you act"), go: "n{next}", lines: [
            (zh: "晚上十点，第 {n} 条消息亮了。", en: "Ten at night; message {n} lights up."),
            (by: "me", zh: "又是谁？", en: "Who is it this time?")]),"#;

const CHOOSE: &str = r#"
        "n{n}": Choose(ask: (zh: "第 {n} 次：你怎么做？", en: "Number {n}: what do you do?"), by: "wang", seconds: 40, timeout: "n{next}", choices: [
            (id: "call", text: (zh: "打电话核实", en: "Phone and ask"), grade: Good, points: { "verify": 2, "report": 1 }, set: { "told": true }, go: "n{next}",
                why: (zh: "头像谁都能复制。", en: "Anyone can copy a picture.")),
            (id: "wait", text: (zh: "先不理", en: "Leave it for now"), grade: Poor, when: "not told and trust < 3", add: { "trust": 1 }, go: "n{next}",
                why: (zh: "对方还会再来。", en: "They will be back.")),
            (id: "pay", text: (zh: "马上转账", en: "Pay at once"), grade: Critical, when: "paid < 4000 or chose n{n}.pay", redo: true, cites: ["fcl-2"],
                then: (zh: "钱没有到老师那里。", en: "The money never reached the teacher."),
                why: (zh: "学校收费不进私人账户。", en: "Schools don't collect fees to a private account.")),
        ]),"#;

const CHAT: &str = r#"
        "n{n}": Chat(from: "wang", cues: [Play("message"), Mood("lin", Worried)], go: "n{next}", lines: [
            (zh: "就差你一个了，今晚十点前交齐。", en: "Everyone has paid but you: before ten tonight."),
            (by: "lin", zh: "先别交，我打个电话。", en: "Don't pay yet, let me make a call.")]),"#;

const BRANCH: &str = r#"
        "n{n}": Branch(cases: [(when: "sender is courier and seen n0", go: "n{after}"), (when: "paid > 0 and not told", go: "n{next}")], go: "n{next}"),"#;

const TAIL: &str = r#"
        "n997": Branch(cases: [(when: "paid > 0", go: "lost")], go: "kept"),
        "kept": End(title: (zh: "守住了", en: "Kept it"), text: (zh: "先核实，再付钱。", en: "Check first, pay later.")),
        "lost": End(pass: false, title: (zh: "钱转走了", en: "The money is gone"), text: (zh: "马上拨 110 和 96110。", en: "Call 110 and 96110 at once.")),
    },
)
"#;

/// A few thousand runs, all different, to be written over and over: that many need not be held at once.
fn rows() -> Vec<RunRow> {
    (0..5_000).map(row).collect()
}

fn row(n: u32) -> RunRow {
    let started_ms = 1_790_000_000_000 + i64::from(n) * 61_000;
    let duration_s = 240 + n % 300;
    let critical_errors: &[&str] = match n % 3 {
        0 => &[],
        1 => &["pay"],
        _ => &["pay", "transfer"],
    };
    RunRow {
        run_id: format!("01930000-0000-7000-8000-{n:012x}").parse().expect("a run's name"),
        student_id: format!("2026{:08}", n % 17_000),
        name: ["张伟", "王芳", "欧阳晓雨", "买买提·艾力"][n as usize % 4].to_owned(),
        class: format!("网安26{:02}", n % 40),
        college: "信息工程学院".to_owned(),
        pseudonym: format!("{n:032x}"),
        guest: n.is_multiple_of(50),
        scenario: "part-time-rebate".to_owned(),
        title_zh: "动动手指，日赚三百".to_owned(),
        title_en: "Tap, tap, 300 a day".to_owned(),
        version: 1,
        theme: "Fraud".to_owned(),
        attempt: 1 + n % 3,
        started_ms,
        finished_ms: Some(started_ms + i64::from(duration_s) * 1000),
        duration_s,
        status: Status::Completed,
        percent: n % 101,
        points: (n % 101) as i32,
        max_points: 100,
        passed: n % 101 >= 60,
        critical_errors: critical_errors.iter().map(|id| (*id).to_owned()).collect(),
        station: format!("lab-{}", n % 12),
        clock_suspect: false,
        content: "c1f5253090c98a6c8afdeed9e2b9722a57252bda78ca885b65ae74ae38636c8a".to_owned(),
        seed: u64::from(n),
        rules: 1,
    }
}

// ---- the summary ----

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

fn summarise(figures: &[Figure]) {
    if figures.is_empty() {
        return;
    }
    let yardstick = yardstick();
    let line = |[name, found, target, ratio, median, yardsticks]: [&str; 6]| {
        println!("{name:<26}{found:>18}{target:>14}{ratio:>8}{median:>14}{yardsticks:>12}");
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
