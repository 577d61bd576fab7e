//! One run's scorecard.

use std::collections::BTreeMap;

use serde::Serialize;

use super::detection::Detection;
use crate::hazard::Dose;
use crate::run::Run;
use crate::scenario::{CompId, Grade, NodeKind, Scenario};

/// One choice, as exported.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the JSON shape")]
pub struct ChoiceLine {
    pub node: String,
    pub choice: String,
    pub points: i32,
    pub max_points: i32,
    pub ticks: u32,
    pub first_try: bool,
    pub timed_out: bool,
    pub grade: Option<Grade>,
}

/// One competency.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CompetencyLine {
    pub id: String,
    pub points: i32,
    pub max_points: i32,
}

/// Pre- and post-test.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TestLine {
    /// Right answers before.
    pub pre: u32,
    /// Questions before.
    pub pre_of: u32,
    /// Right answers after.
    pub post: u32,
    /// Questions after.
    pub post_of: u32,
    /// `(post% − pre%)/(100 − pre%)`; none when the pre-test was perfect or a test is missing (Hake 1998).
    pub gain: Option<f64>,
}

/// What a run earned.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the names are those of the JSON shape")]
pub struct Scorecard {
    pub ending: Option<String>,
    pub passed: bool,
    pub percent: u32,
    pub points: i32,
    pub max_points: i32,
    pub critical_errors: Vec<String>,
    pub choices: Vec<ChoiceLine>,
    pub dose: Dose,
    pub ticks: u32,
    pub competencies: Vec<CompetencyLine>,
    pub detection: Option<Detection>,
    pub d_prime: Option<f64>,
    pub criterion: Option<f64>,
    pub tests: TestLine,
    pub least_visibility: f64,
    pub danger_ticks: u32,
    pub status: &'static str,
}

impl Scorecard {
    /// Counts a run. The same tally gives the same card for ever under one version of the rules.
    pub fn of(run: &Run) -> Self {
        let s = run.scenario();
        let tally = run.tally();
        let mut earned: BTreeMap<CompId, i32> = BTreeMap::new();
        let mut lines: Vec<(u32, ChoiceLine)> = Vec::new();
        let mut critical = Vec::new();
        for made in &tally.choices {
            let NodeKind::Decide(d) = &s.node(made.node).kind else { continue };
            let choice = &d.choices[made.choice];
            let points: i32 = choice.points.values().sum();
            if made.first_try {
                add(&mut earned, &choice.points, 1);
            }
            if choice.grade == Grade::Critical && !critical.contains(&choice.id) {
                critical.push(choice.id.clone());
            }
            let max_points = d.choices.iter().map(|c| c.points.values().sum()).max().unwrap_or(0);
            lines.push((
                made.at_tick,
                ChoiceLine {
                    node: s.node(made.node).id.clone(),
                    choice: choice.id.clone(),
                    points: if made.first_try { points } else { 0 },
                    max_points,
                    ticks: made.ticks,
                    first_try: made.first_try,
                    timed_out: made.timed_out,
                    grade: Some(choice.grade),
                },
            ));
        }
        let mut detection = Detection::default();
        for m in tally.messages.iter().filter(|m| m.first_try) {
            detection.hits += m.hits;
            detection.misses += m.misses;
            detection.false_alarms += m.false_alarms;
            detection.correct_rejections += m.correct_rejections;
        }
        for m in &tally.messages {
            lines.push((m.at_tick, message_line(s, m, &mut earned)));
        }
        lines.sort_by_key(|(tick, _)| *tick);
        let competencies: Vec<CompetencyLine> = s
            .competencies
            .iter()
            .enumerate()
            .map(|(n, c)| CompetencyLine {
                id: c.id.clone(),
                points: earned.get(&CompId(n as u16)).copied().unwrap_or(0).min(c.max),
                max_points: c.max,
            })
            .collect();
        let points = competencies.iter().map(|c| c.points).sum();
        let max_points = s.max_points();
        let percent = percent(points, max_points);
        let may_pass = tally.ending.is_some_and(|e| matches!(s.node(e).kind, NodeKind::End { pass: true, .. }));
        Self {
            ending: tally.ending.map(|e| s.node(e).id.clone()),
            passed: may_pass && critical.is_empty() && percent >= s.pass,
            percent,
            points,
            max_points,
            critical_errors: critical,
            choices: lines.into_iter().map(|(_, l)| l).collect(),
            dose: tally.dose,
            ticks: tally.ticks,
            competencies,
            d_prime: detection.d_prime(),
            criterion: detection.criterion(),
            detection: (!detection.is_empty()).then_some(detection),
            tests: tests(s, &tally.pre, &tally.post),
            least_visibility: tally.least_visibility,
            danger_ticks: tally.danger_ticks,
            status: if tally.ending.is_some() { "completed" } else { "left" },
        }
    }
}

/// Whole percent, rounded down, so that 59.9 never passes 60.
pub fn percent(points: i32, max: i32) -> u32 {
    if max <= 0 { 0 } else { (i64::from(points.max(0)) * 100 / i64::from(max)).min(100) as u32 }
}

fn add(earned: &mut BTreeMap<CompId, i32>, points: &BTreeMap<CompId, i32>, times: i32) {
    for (comp, n) in points {
        *earned.entry(*comp).or_default() += n * times;
    }
}

/// A marked or judged message as a line; its points go to the competencies.
fn message_line(s: &Scenario, m: &crate::run::MessageJudged, earned: &mut BTreeMap<CompId, i32>) -> ChoiceLine {
    let node = s.node(m.node);
    let (choice, points, max_points) = match (&node.kind, m.item) {
        (NodeKind::Judge(j), Some(item)) => {
            let is_right = m.hits + m.correct_rejections > 0;
            if m.first_try && is_right {
                add(earned, &j.points, 1);
            }
            let worth: i32 = j.points.values().sum();
            let said = if m.hits + m.false_alarms > 0 { "scam" } else { "genuine" };
            (format!("{}:{said}", j.items[item].id), if is_right { worth } else { 0 }, worth)
        }
        (NodeKind::Signs(g), _) => {
            let signs = (m.hits + m.misses) as i32;
            let net = (m.hits as i32 - m.false_alarms as i32).max(0);
            let share = |n: i32| if signs > 0 { n * net / signs } else { 0 };
            if m.first_try {
                for (comp, n) in &g.points {
                    *earned.entry(*comp).or_default() += share(*n);
                }
            }
            let worth: i32 = g.points.values().sum();
            (format!("hits:{} false_alarms:{}", m.hits, m.false_alarms), g.points.values().map(|n| share(*n)).sum(), worth)
        }
        _ => (String::new(), 0, 0),
    };
    ChoiceLine {
        node: node.id.clone(),
        choice,
        points: if m.first_try { points } else { 0 },
        max_points,
        ticks: m.ticks,
        first_try: m.first_try,
        timed_out: false,
        grade: None,
    }
}

fn tests(s: &Scenario, pre: &[(usize, bool)], post: &[(usize, bool)]) -> TestLine {
    let right = |list: &[(usize, bool)]| list.iter().filter(|(_, r)| *r).count() as u32;
    let (pre_of, post_of) = (s.pretest.len() as u32, s.posttest.len() as u32);
    let is_whole = pre.len() as u32 == pre_of && post.len() as u32 == post_of && pre_of > 0 && post_of > 0;
    let share = |n: u32, of: u32| f64::from(n) / f64::from(of.max(1));
    let (a, b) = (share(right(pre), pre_of), share(right(post), post_of));
    TestLine { pre: right(pre), pre_of, post: right(post), post_of, gain: (is_whole && a < 1.0).then(|| (b - a) / (1.0 - a)) }
}

#[cfg(test)]
mod tests_of_percent {
    use super::percent;

    #[test]
    fn just_below_the_mark_stays_below() {
        assert_eq!(percent(599, 1000), 59);
        assert_eq!(percent(600, 1000), 60);
        assert_eq!(percent(7, 0), 0);
    }
}
