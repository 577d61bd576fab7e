//! A list of choices that can be empty, because every choice has a condition.

use std::collections::BTreeSet;

use super::super::condition::Condition;
use super::super::model::*;
use crate::diag::{Code, Finding, Findings, Severity};

/// D403
pub const CODE: Code = Code {
    id: "D403",
    severity: Severity::Error,
    zh: "选项可能一个都不出现",
    en: "a list of choices that can be empty",
    why_zh: "每个选项都有条件，条件都不满足时学生没有可选的，就卡住了。",
    why_en: "Every choice has a condition; when none holds the student is stuck.",
    before: "choices: [(…, when: \"told\"), (…, when: \"paid > 0\")]",
    after: "choices: [(…, when: \"told\"), (…)]   // 至少一个没有条件",
};

/// Beyond this many combinations the rule gives the author the benefit of the doubt; `explore` decides.
const MOST: usize = 4096;

/// One assignment of everything that conditions speak of.
struct Guess<'a> {
    atoms: &'a [Condition],
    truth: usize,
}

impl Guess<'_> {
    /// Truth of a condition when every free atom (seen, chose, hazard, place) may be either.
    fn holds(&self, c: &Condition, vars: &dyn Fn(VarId) -> i32, variants: &dyn Fn(VariantId) -> usize) -> bool {
        match c {
            Condition::Always => true,
            Condition::And(a, b) => self.holds(a, vars, variants) && self.holds(b, vars, variants),
            Condition::Or(a, b) => self.holds(a, vars, variants) || self.holds(b, vars, variants),
            Condition::Not(a) => !self.holds(a, vars, variants),
            Condition::Var(v, op, n) => op.holds(vars(*v), *n),
            Condition::Variant(v, n) => variants(*v) == *n,
            free => self.atoms.iter().position(|a| a == free).is_some_and(|k| self.truth >> k & 1 == 1),
        }
    }
}

pub(super) fn run(s: &Scenario, out: &mut Findings) {
    for node in &s.nodes {
        let NodeKind::Decide(d) = &node.kind else { continue };
        if d.choices.is_empty() || (d.choices.iter().all(|c| c.when.is_some()) && can_be_empty(s, d)) {
            out.add(
                Finding::new(
                    &CODE,
                    node.span,
                    format!("“{}”可能一个选项都不出现", node.id),
                    format!("{:?} can have no choice at all", node.id),
                )
                .help("至少留一个没有 when 的选项", "leave at least one choice without when"),
            );
        }
    }
}

fn can_be_empty(s: &Scenario, d: &Decision) -> bool {
    let conditions: Vec<&Condition> = d.choices.iter().filter_map(|c| c.when.as_ref()).collect();
    let (mut vars, mut variants, mut free) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for c in &conditions {
        c.atoms(&mut |atom| match atom {
            Condition::Var(v, ..) => {
                vars.insert(*v);
            }
            Condition::Variant(v, _) => {
                variants.insert(*v);
            }
            Condition::Always => {}
            other => {
                if !free.contains(other) {
                    free.push(other.clone());
                }
            }
        });
    }
    let mut sizes: Vec<(usize, i32)> =
        vars.iter().map(|v| (*v, &s.vars[v.index()])).map(|(_, v)| ((v.max - v.min + 1).max(1) as usize, v.min)).collect();
    sizes.extend(variants.iter().map(|v| (s.variants[v.index()].values.len().max(1), 0)));
    let total = sizes.iter().try_fold(1_usize << free.len().min(20), |n, (k, _)| n.checked_mul(*k)).unwrap_or(usize::MAX);
    if total > MOST {
        return false;
    }
    (0..total).any(|mut code| {
        let truth = code % (1 << free.len());
        code /= 1 << free.len();
        let mut values = Vec::new();
        for (size, min) in &sizes {
            values.push(*min + (code % size) as i32);
            code /= size;
        }
        let guess = Guess { atoms: &free, truth };
        let var = |v: VarId| vars.iter().position(|x| *x == v).map_or(0, |k| values[k]);
        let variant = |v: VariantId| variants.iter().position(|x| *x == v).map_or(0, |k| values[vars.len() + k] as usize);
        !conditions.iter().any(|c| guess.holds(c, &var, &variant))
    })
}
