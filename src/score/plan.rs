//! Whether a plan still holds: played with several seeds, its scorecard held against what it expects.

use std::sync::Arc;

use super::card::Scorecard;
use crate::diag::Finding;
use crate::run::{Outcome, PlanError, play};
use crate::scenario::plan_codes::{PLAN_FAILS, PLAN_STEP};
use crate::scenario::{Loaded, Plan};

/// Seeds a plan is tried with unless it names one.
const TRIED_SEEDS: [u64; 6] = [1, 2, 3, 7, 42, 2026];

/// Plays a plan with several seeds and says where it does not hold.
pub fn check_plan(case: &Loaded, plan: &Plan) -> Vec<Finding> {
    let case = Arc::new(case.clone());
    let seeds: Vec<u64> = plan.seed.map_or_else(|| TRIED_SEEDS.to_vec(), |s| vec![s]);
    let mut out: Vec<Finding> = Vec::new();
    for seed in seeds {
        let found = match play(&case, seed, plan) {
            Err(error) => Some(plan_error(&error, plan, seed)),
            Ok(outcome) => mismatch(&outcome, plan, seed),
        };
        if let Some(finding) = found {
            out.push(finding);
            break;
        }
    }
    out
}

fn plan_error(error: &PlanError, plan: &Plan, seed: u64) -> Finding {
    let (zh, help) = match error {
        PlanError::NoStep { node } => {
            (format!("计划没有说在“{node}”做什么"), ("补一步 Pick(\"节点\", \"选项\")", "add a step for this node"))
        }
        PlanError::NotOffered { node, choice } => {
            (format!("“{node}”这时没有选项“{choice}”"), ("检查条件 when 和 redo", "check when and redo"))
        }
        PlanError::NoWay { node, choice, at } => (
            format!("“{node}”的“{choice}”走不到：停在 {at}"),
            ("检查地点文件里的门、家具和锚点", "check doors, furniture and anchors of the place"),
        ),
        PlanError::TooLong { at } => {
            (format!("一个小时也没有走完，停在 {at}"), ("检查是不是有走不出去的地方", "look for a place one can't leave"))
        }
    };
    Finding::new(&PLAN_STEP, plan.expect_span, format!("{zh}（种子 {seed}）"), format!("{error} (seed {seed})")).help(help.0, help.1)
}

fn mismatch(outcome: &Outcome, plan: &Plan, seed: u64) -> Option<Finding> {
    let card = Scorecard::of(&outcome.run);
    let s = outcome.run.scenario();
    let wanted = plan.expect.ending.map(|n| s.node(n).id.clone());
    let mut off = Vec::new();
    if wanted.is_some() && wanted != card.ending {
        let found = card.ending.clone().unwrap_or_default();
        off.push((
            format!("结局是“{found}”，预期“{}”", wanted.clone().unwrap_or_default()),
            format!("the ending is {found:?}, expected {:?}", wanted.unwrap_or_default()),
        ));
    }
    if plan.expect.passed.is_some_and(|p| p != card.passed) {
        off.push(((if card.passed { "通过了" } else { "没有通过" }).to_string(), format!("passed is {}", card.passed)));
    }
    if plan.expect.percent.is_some_and(|(low, high)| card.percent < low || card.percent > high) {
        off.push((format!("得分 {}%", card.percent), format!("the score is {}%", card.percent)));
    }
    if plan.expect.critical.as_ref().is_some_and(|c| *c != card.critical_errors) {
        off.push((
            format!("严重错误是 [{}]", card.critical_errors.join(", ")),
            format!("critical errors: [{}]", card.critical_errors.join(", ")),
        ));
    }
    if off.is_empty() {
        return None;
    }
    let (zh, en): (Vec<_>, Vec<_>) = off.into_iter().unzip();
    Some(
        Finding::new(
            &PLAN_FAILS,
            plan.expect_span,
            format!("{}（种子 {seed}）", zh.join("；")),
            format!("{} (seed {seed})", en.join("; ")),
        )
        .help("改剧本，或者改 expect", "mend the scenario, or change expect"),
    )
}
