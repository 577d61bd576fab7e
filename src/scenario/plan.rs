//! Plans: what a scripted student does at each node, and what should come of it. A witness of the explorer is a plan.

use super::model::{NodeId, NodeKind, Scenario};
use crate::diag::{Code, Finding, Findings, Severity, Span};
use crate::syntax::shape::{Shape, boolean, list, mistyped, mixed, number, string, unknown_kind, whole};
use crate::syntax::{Kind, Node as Tree, parse};

/// A plan that names something the scenario lacks.
pub const PLAN_STEP: Code = Code {
    id: "D801",
    severity: Severity::Error,
    zh: "计划里的步骤对不上剧本",
    en: "a plan step that doesn't fit the scenario",
    why_zh: "计划是剧本的自动演练。剧本改了名字，计划也要跟着改；剧本自己有错误，计划就没法走。",
    why_en: "A plan rehearses the scenario. When names change there, they change here; while the scenario has errors it can't be played.",
    before: "Pick(\"decide\", \"cal\")",
    after: "Pick(\"decide\", \"call\")",
};
/// A plan that no longer runs or ends otherwise than expected.
pub const PLAN_FAILS: Code = Code {
    id: "D802",
    severity: Severity::Error,
    zh: "计划跑出来的结果和预期不一样",
    en: "a plan that ends otherwise than expected",
    why_zh: "预期和实际不一样，不是剧本改坏了，就是计划过期了。",
    why_en: "Either the scenario broke or the plan is out of date.",
    before: "expect: (ending: \"safe\", passed: true)",
    after: "expect: (ending: \"hurt\", passed: false)",
};

/// One thing a plan does.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it; the guide says more")]
pub enum Step {
    Pick { node: NodeId, choice: usize },
    Mark { node: NodeId, parts: Vec<usize> },
    Judge { node: NodeId, scams: Vec<usize> },
    TimeOut { node: NodeId },
    Leave { node: NodeId },
}

impl Step {
    /// The node it is about.
    pub fn node(&self) -> NodeId {
        match self {
            Self::Pick { node, .. }
            | Self::Mark { node, .. }
            | Self::Judge { node, .. }
            | Self::TimeOut { node }
            | Self::Leave { node } => *node,
        }
    }
}

/// What a plan expects.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Expect {
    /// The ending's node.
    pub ending: Option<NodeId>,
    /// Whether it passes.
    pub passed: Option<bool>,
    /// Least and greatest percent.
    pub percent: Option<(u32, u32)>,
    /// Critical choices that must have been made, by id.
    pub critical: Option<Vec<String>>,
}

/// A scripted attempt.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// The scenario's id.
    pub scenario: String,
    /// Holds only for this seed.
    pub seed: Option<u64>,
    /// Seconds between an offer and the answer.
    pub think: f64,
    /// Answers to the pre-test, from 0; missing = right.
    pub pre: Option<Vec<usize>>,
    /// Answers to the post-test.
    pub post: Option<Vec<usize>>,
    /// What to do at each node.
    pub steps: Vec<Step>,
    /// What should come of it.
    pub expect: Expect,
    /// Where `expect` is written.
    pub expect_span: Span,
}

/// The scenario a plan's text names, without reading the rest.
pub(super) fn scenario_id(text: &str) -> Option<String> {
    let root = parse(text, &mut Findings::default());
    let Kind::Struct(_, fields) = root.kind else { return None };
    fields.into_iter().find(|f| f.name.text == "scenario").and_then(|f| if let Kind::Str(s) = f.value.kind { Some(s) } else { None })
}

/// Why a plan has no scenario to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lack {
    /// There is no such file.
    Missing,
    /// It has errors, or its place has.
    Unsound,
}

/// Reads a plan. Without a scenario only its shape is checked.
pub fn read_plan(text: &str, scenario: Option<&Scenario>, out: &mut Findings) -> Plan {
    read_plan_for(text, scenario.ok_or(Lack::Missing), out)
}

/// The same, when it is known why there is no scenario.
pub(super) fn read_plan_for(text: &str, scenario: Result<&Scenario, Lack>, out: &mut Findings) -> Plan {
    let root = parse(text, out);
    let mut s = Shape::of(&root, out);
    let answers = |n: &Tree, o: &mut Findings| list(whole(1, 9))(n, o).into_iter().map(|x| x as usize - 1).collect::<Vec<_>>();
    let mut plan = Plan {
        scenario: s.need("scenario", out, string),
        seed: s.opt("seed", out, whole(0, i64::MAX)).map(|n| n as u64),
        think: s.or("think", 1.0, out, number(0.1, 120.0)),
        pre: s.opt("pre", out, answers),
        post: s.opt("post", out, answers),
        ..Plan::default()
    };
    let scenario = match scenario {
        Ok(scenario) => scenario,
        Err(lack) => {
            no_scenario(&plan.scenario, lack, s.at("scenario"), out);
            return plan;
        }
    };
    let steps: Vec<Option<Step>> = s.need("steps", out, list(|n: &Tree, o: &mut Findings| step(n, scenario, o)));
    plan.steps = steps.into_iter().flatten().collect();
    plan.expect_span = s.at("expect");
    plan.expect = s.or("expect", Expect::default(), out, |n: &Tree, o: &mut Findings| expect(n, scenario, o));
    s.done(out);
    plan
}

fn no_scenario(id: &str, lack: Lack, at: Span, out: &mut Findings) {
    if id.is_empty() {
        return;
    }
    out.add(match lack {
        Lack::Missing => Finding::new(
            &PLAN_STEP,
            at,
            format!("找不到剧本“{id}”（应是 {id}.ron，放在 plans 的上一层）"),
            format!("there is no drill {id:?} (it should be {id}.ron, in the folder above plans)"),
        )
        .help("检查 scenario 的名字和剧本文件名", "check this name and the drill's file name"),
        Lack::Unsound => {
            Finding::new(&PLAN_STEP, at, format!("剧本“{id}”还有错误，先检查它"), format!("the drill {id:?} has errors, check it first"))
                .help(
                    format!("drillroom check {id}.ron，把剧本和地点的错误改完"),
                    format!("drillroom check {id}.ron; mend the drill and its place"),
                )
        }
    });
}

fn no_such(what: (&str, &str), name: &str, span: Span, known: Vec<&str>, out: &mut Findings) {
    out.add(
        Finding::new(&PLAN_STEP, span, format!("剧本里没有叫“{name}”的{}", what.0), format!("the scenario has no {} {name:?}", what.1))
            .did_you_mean(name, known),
    );
}

fn node_of(tree: &Tree, scenario: &Scenario, out: &mut Findings) -> Option<NodeId> {
    let name = string(tree, out);
    let found = scenario.nodes.iter().position(|n| n.id == name);
    if found.is_none() && matches!(tree.kind, Kind::Str(_)) {
        no_such(("节点", "node"), &name, tree.span, scenario.nodes.iter().map(|n| n.id.as_str()).collect(), out);
    }
    found.map(|n| NodeId(n as u16))
}

const STEPS: &[&str] = &["Pick", "Mark", "Judge", "TimeOut", "Leave"];

fn step(tree: &Tree, scenario: &Scenario, out: &mut Findings) -> Option<Step> {
    let (name, items) = match &tree.kind {
        Kind::Tuple(Some(name), items) => (name, items),
        Kind::Mixed(name, items, fields) if STEPS.contains(&name.text.as_str()) => {
            mixed(name, items, fields, out);
            return None;
        }
        _ => {
            mistyped(tree, ("步骤，如 Pick(\"节点\", \"选项\")", "a step such as Pick(\"node\", \"choice\")"), out);
            return None;
        }
    };
    if !STEPS.contains(&name.text.as_str()) || items.is_empty() {
        unknown_kind(&name.text, name.span, STEPS.iter().copied(), out);
        return None;
    }
    let node = node_of(&items[0], scenario, out)?;
    let second = items.get(1);
    match (name.text.as_str(), &scenario.node(node).kind, second) {
        ("TimeOut", _, _) => Some(Step::TimeOut { node }),
        ("Leave", _, _) => Some(Step::Leave { node }),
        ("Pick", NodeKind::Decide(d), Some(item)) => {
            let word = string(item, out);
            let found = d.choices.iter().position(|c| c.id == word);
            if found.is_none() && matches!(item.kind, Kind::Str(_)) {
                no_such(("选项", "choice"), &word, item.span, d.choices.iter().map(|c| c.id.as_str()).collect(), out);
            }
            found.map(|choice| Step::Pick { node, choice })
        }
        ("Mark", NodeKind::Signs(signs), Some(item)) => {
            let known: Vec<&str> = signs.parts.iter().map(|p| p.id.as_str()).collect();
            Some(Step::Mark { node, parts: ids(item, &known, out) })
        }
        ("Judge", NodeKind::Judge(judge), Some(item)) => {
            let known: Vec<&str> = judge.items.iter().map(|p| p.id.as_str()).collect();
            Some(Step::Judge { node, scams: ids(item, &known, out) })
        }
        (step, _, _) => {
            out.add(
                Finding::new(&PLAN_STEP, tree.span, format!("{step} 不能用在这个节点上"), format!("{step} does not fit this node")).help(
                    "Pick 用于选择，Mark 用于找疑点，Judge 用于真假判断",
                    "Pick is for decisions, Mark for signs, Judge for messages",
                ),
            );
            None
        }
    }
}

fn ids(tree: &Tree, known: &[&str], out: &mut Findings) -> Vec<usize> {
    let find = |n: &Tree, o: &mut Findings| {
        let word = string(n, o);
        let found = known.iter().position(|k| *k == word);
        if found.is_none() && matches!(n.kind, Kind::Str(_)) {
            no_such(("条目", "item"), &word, n.span, known.to_vec(), o);
        }
        found
    };
    list(find)(tree, out).into_iter().flatten().collect()
}

fn expect(tree: &Tree, scenario: &Scenario, out: &mut Findings) -> Expect {
    let mut s = Shape::of(tree, out);
    let percent = |n: &Tree, o: &mut Findings| crate::syntax::shape::pair(n, o);
    let found = Expect {
        ending: s.opt("ending", out, |n: &Tree, o: &mut Findings| node_of(n, scenario, o)).flatten(),
        passed: s.opt("passed", out, boolean),
        percent: s.opt("percent", out, percent).map(|(a, b)| (a as u32, b as u32)),
        critical: s.opt("critical", out, list(string)),
    };
    s.done(out);
    found
}
