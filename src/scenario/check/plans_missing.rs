//! A scenario without a passing or a failing plan beside it.

use std::path::Path;

use super::super::load::Loaded;
use crate::diag::{Code, Finding, Severity, Span};

/// D803
pub const CODE: Code = Code {
    id: "D803",
    severity: Severity::Warning,
    zh: "剧本旁边没有自动演练计划",
    en: "a scenario without plans",
    why_zh: "有一个能通过的和一个不能通过的计划，改剧本时才知道有没有改坏。",
    why_en: "With one plan that passes and one that fails, a change that breaks the drill is seen at once.",
    before: "scenarios/class-fee.ron",
    after: "scenarios/plans/class-fee.pass.ron\nscenarios/plans/class-fee.fail.ron",
};

/// Looks for `plans/ID.pass.ron` and `plans/ID.fail.ron` beside the scenario.
pub(crate) fn plans_beside(path: &Path, loaded: &Loaded) -> Vec<Finding> {
    let id = &loaded.scenario.id;
    let dir = path.parent().unwrap_or(Path::new("."));
    let missing: Vec<String> =
        ["pass", "fail"].iter().map(|kind| format!("plans/{id}.{kind}.ron")).filter(|p| !dir.join(p).is_file()).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let names = (missing.join("、"), missing.join(", "));
    vec![Finding::new(&CODE, Span::new(0, 1), format!("旁边没有 {}", names.0), format!("{} is missing", names.1)).help(
        "照手册里“计划”一节写两个小文件，让电脑替学生走一遍",
        "write two small files as the guide says under Plans, and let the computer play the drill",
    )]
}
