//! From what is known to what is wrong: each cause once, with what follows from it, why it matters and the next step.

use std::collections::BTreeSet;

use super::reach::Constant;
use super::report::{Finding, FindingKind, Harm, Report};
use super::survey::{Survey, both};
use crate::scenario::Text;

/// A share of random players from which passing means little, percent.
const MOST_RANDOM: u32 = 20;
/// The same for players who follow a simple rule.
const MOST_BY_RULE: u32 = 50;

/// Everything that is wrong, the gravest first.
pub(super) fn findings(survey: &Survey<'_>, report: &Report, constants: &[Constant]) -> Vec<Finding> {
    let mut list = Vec::new();
    safety(report, &mut list);
    standing_still(report, &mut list);
    reach(survey, report, constants, &mut list);
    numbers(report, &mut list);
    players(survey, report, &mut list);
    incomplete(report, &mut list);
    list.sort_by_key(|f| f.kind);
    list
}

fn finding(kind: FindingKind, node: &str, message: Text, help: Text) -> Finding {
    Finding { kind, node: node.to_owned(), message, help, story: Text::default() }
}

fn safety(report: &Report, list: &mut Vec<Finding>) {
    for u in &report.unsafe_pass {
        let (zh, en) = match u.harm {
            Harm::Critical => ("严重错误", "a critical error"),
            Harm::Money => ("把钱交了出去", "parting with money"),
        };
        let message = both(
            format!("“{}”的“{}”是{zh}，可是选了它还能通过", u.node, u.choice),
            format!("{:?} at {:?} is {en}, and yet a run with it can pass", u.choice, u.node),
        );
        let help = both(
            "给它写 grade: Critical（写清 why 和 cites），或者让它通向 pass: false 的结局",
            "make it grade: Critical (with why and cites), or let it lead to an ending with pass: false",
        );
        list.push(Finding { story: u.witness.story.clone(), ..finding(FindingKind::UnsafePass, &u.node, message, help) });
    }
    if let Some(witness) = &report.unearned_pass {
        let message = both("一个对的选择都没有，也能通过", "one can pass without a single right choice");
        let help = both("少给 Poor 的选项 points，或者提高 pass", "give choices that are Poor fewer points, or raise pass");
        list.push(Finding { story: witness.story.clone(), ..finding(FindingKind::UnearnedPass, "", message, help) });
    }
}

fn standing_still(report: &Report, list: &mut Vec<Finding>) {
    for d in &report.dead_ends {
        let message = both(
            format!("走到{}就到不了任何结局", d.nodes.iter().map(|n| format!("“{n}”")).collect::<Vec<_>>().join("、")),
            format!("from {} no ending can be reached any more", d.nodes.join(", ")),
        );
        let help = both("给它一条条件不会失效的出路", "give it a way out whose condition can still come true");
        let node = d.nodes.first().map_or("", String::as_str);
        list.push(Finding { story: d.witness.story.clone(), ..finding(FindingKind::DeadEnd, node, message, help) });
    }
    for f in &report.forced {
        let message = both(
            format!("“{}”会一个选项都不剩，程序只好替学生选“{}”", f.node, f.choice),
            format!("{:?} can run out of choices, and then {:?} makes itself", f.node, f.choice),
        );
        let help = both("留一个没有 when、也没有 redo 的选项", "keep one choice that has neither when nor redo");
        list.push(Finding { story: f.witness.story.clone(), ..finding(FindingKind::Forced, &f.node, message, help) });
    }
}

fn reach(survey: &Survey<'_>, report: &Report, constants: &[Constant], list: &mut Vec<Finding>) {
    let (s, met) = (survey.scenario(), &survey.space.found.met);
    let mut explained: BTreeSet<usize> = BTreeSet::new();
    let mut told_choices: BTreeSet<(usize, usize)> = BTreeSet::new();
    for c in constants {
        let lost = lost_behind(survey, &c.cuts);
        explained.extend(&lost);
        let is_dead_choice = c.choice.is_some() && !c.report.always;
        if let (Some(n), Some(k), true) = (c.at, c.choice, is_dead_choice) {
            told_choices.insert((n, k));
        }
        let kind = if lost.is_empty() && !is_dead_choice { FindingKind::ConstantCondition } else { FindingKind::Unreachable };
        list.push(finding(kind, &c.report.node, constant(c, &names(survey, &lost)), constant_help(c)));
    }
    for u in &report.unreachable {
        let n = s.nodes.iter().position(|node| node.id == u.node).unwrap_or(0);
        match &u.choice {
            Some(choice) => {
                let k = super::layout::decision(&s.nodes[n]).and_then(|d| d.choices.iter().position(|c| c.id == *choice)).unwrap_or(0);
                if !told_choices.contains(&(n, k)) {
                    let cuts: Vec<usize> =
                        super::layout::decision(&s.nodes[n]).and_then(|d| d.choices[k].go).map(|g| g.index()).into_iter().collect();
                    let lost = lost_behind(survey, &cuts);
                    explained.extend(&lost);
                    list.push(never_chosen(&u.node, choice, &names(survey, &lost)));
                }
            }
            None if explained.contains(&n) || met.nodes[n] => {}
            None => {
                let lost = lost_behind(survey, &[n]);
                explained.extend(&lost);
                let message =
                    both(format!("没有人能走到{}", names(survey, &lost).zh), format!("nobody can reach {}", names(survey, &lost).en));
                let help = both("检查通向它的条件和选项", "look at the conditions and choices that lead to it");
                list.push(finding(FindingKind::Unreachable, &u.node, message, help));
            }
        }
    }
}

/// Nodes nobody reaches, among some and what they lead to.
fn lost_behind(survey: &Survey<'_>, cuts: &[usize]) -> BTreeSet<usize> {
    let met = &survey.space.found.met.nodes;
    let mut lost = BTreeSet::new();
    let mut todo: Vec<usize> = cuts.to_vec();
    while let Some(n) = todo.pop() {
        if !met[n] && lost.insert(n) {
            todo.extend(survey.space.ground.graph.to(n));
        }
    }
    lost
}

fn names(survey: &Survey<'_>, nodes: &BTreeSet<usize>) -> Text {
    let ids: Vec<&str> = nodes.iter().map(|n| survey.scenario().nodes[*n].id.as_str()).collect();
    both(ids.iter().map(|id| format!("“{id}”")).collect::<Vec<_>>().join("、"), ids.join(", "))
}

fn constant(c: &Constant, lost: &Text) -> Text {
    let r = &c.report;
    let (zh, en) = if r.always { ("永远成立", "is always true") } else { ("永远不成立", "is never true") };
    let place = if r.node.is_empty() { both("", "") } else { both(format!("“{}”的 ", r.node), format!(" at {:?}", r.node)) };
    let (so_zh, so_en) = if lost.zh.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("，没有人能走到{}", lost.zh), format!(": nobody can reach {}", lost.en))
    };
    both(
        format!("{}{} 的条件“{}”{zh}{so_zh}", place.zh, r.place, r.condition),
        format!("the condition {:?} of {}{} {en}{so_en}", r.condition, r.place, place.en),
    )
}

fn constant_help(c: &Constant) -> Text {
    if c.report.always {
        both("条件多余就删掉；不然看看变量是在哪里设的", "remove it if it isn't needed; otherwise look where its variables are set")
    } else {
        both(
            "看看条件里的变量、seen、chose 是在哪里成真的，多半少写了一处 set 或 add",
            "look where its variables, seen and chose come true; most likely a set or add is missing",
        )
    }
}

fn never_chosen(node: &str, choice: &str, lost: &Text) -> Finding {
    let (so_zh, so_en) = if lost.zh.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("，也就没有人能走到{}", lost.zh), format!(", so nobody reaches {}", lost.en))
    };
    let message =
        both(format!("“{node}”的“{choice}”没有人能选到{so_zh}"), format!("nobody can make the choice {choice:?} at {node:?}{so_en}"));
    let help =
        both("看看是不是有别的选项用同一件物品或同一扇门，排在它前面", "look for another choice before it that uses the same prop or door");
    finding(FindingKind::Unreachable, node, message, help)
}

fn numbers(report: &Report, list: &mut Vec<Finding>) {
    for c in &report.clamped {
        let (low, high) = c.range;
        let message = both(
            format!("变量“{}”会超出范围：在“{}”要变成 {}，范围是 {low} 到 {high}", c.var, c.node, c.wanted),
            format!("{:?} leaves its range: at {:?} it is to become {}, the range is {low} to {high}", c.var, c.node, c.wanted),
        );
        let help = both(
            "在 vars 里放宽 min、max，或者别让它一加再加",
            "widen min and max in vars, or keep it from being added to again and again",
        );
        list.push(Finding { story: c.witness.story.clone(), ..finding(FindingKind::Clamped, &c.node, message, help) });
    }
    for l in &report.lost_points {
        let message = if l.competency.is_empty() {
            both(
                format!("没有一条路线能拿满分：最多 {} 分，满分 {} 分", l.best, l.max),
                format!("no route earns every point: {} at most, of {}", l.best, l.max),
            )
        } else {
            both(
                format!("“{}”满分 {} 分，最好的路线只有 {} 分", l.competency, l.max, l.best),
                format!("{:?} has a maximum of {}, the best route earns {}", l.competency, l.max, l.best),
            )
        };
        let help = both("把 max 改小，或者让这些分真的拿得到", "lower max, or let these points be earned");
        list.push(finding(FindingKind::LostPoints, "", message, help));
    }
}

fn players(survey: &Survey<'_>, report: &Report, list: &mut Vec<Finding>) {
    let pass = survey.scenario().pass;
    for p in &report.players {
        let most = if p.kind == "random" { MOST_RANDOM } else { MOST_BY_RULE };
        if p.percent < most {
            continue;
        }
        let (zh, en) = match p.kind {
            "random" => ("乱选的人", "players who choose at random"),
            "first" => ("总选第一个的人", "players who always take the first"),
            "longest" => ("总选最长的人", "players who always take the longest text"),
            _ => ("只避开严重错误、其余乱选的人", "players who only avoid critical errors"),
        };
        let message = both(
            format!("{zh}有 {}% 能通过（及格线 {pass}%，试了 {} 次）", p.percent, p.plays),
            format!("{}% of {en} pass (pass mark {pass}%, {} plays)", p.percent, p.plays),
        );
        let help = both(
            "提高 pass，换换选项的顺序和长短，少给不对的选项分",
            "raise pass, vary the order and length of choices, give wrong ones fewer points",
        );
        list.push(finding(FindingKind::PassMark, "", message, help));
    }
}

fn incomplete(report: &Report, list: &mut Vec<Finding>) {
    let Some(bound) = report.stopped_by else { return };
    let (zh, en) = match bound {
        "states" => ("状态太多", "too many states"),
        "memory" => ("内存不够", "not enough memory"),
        _ => ("同一处要试的情况太多", "too many cases to try in one place"),
    };
    let message = both(
        format!("没有查完：{zh}（查了 {} 个状态）。没查到的不能保证没有", report.states),
        format!("not finished: {en} ({} states looked at). What was not found may still be there", report.states),
    );
    let help = both(
        "缩小变量的范围，少用 Count；或者加大 --max-states、--max-memory",
        "narrow the ranges of variables; or raise --max-states and --max-memory",
    );
    list.push(finding(FindingKind::Incomplete, "", message, help));
}
